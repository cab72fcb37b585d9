//! Paints a screen of the demo, or of a copy of a book that is not encrypted, as a PNG, for those who work on screens:
//!
//! `cargo run --example paint -- --lang km --size 80x24 --keys "F8 Enter" --out hotspots.png`
//!
//! Keys are parted by blanks and named as in the settings: a letter, `F1` to `F12`, `Enter`, `Esc`, `Tab`, `Shift-Tab`,
//! `Up`, `PgDn`, `Space`, `Ctrl-P` and so on; `text:…` types letters (`_` for a blank). After each key all answers are
//! waited for.

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, ValueEnum};
use wardbook::app::{Clock, Colours, Preferences, Settings, Shade};
use wardbook::book::{Cost, Device, Options, Secret};
use wardbook::i18n::Lang;
use wardbook::raster::png;
use wardbook::tui::{Headless, Start};
use wardbook::window::{Painter, Palette};

/// Paints a screen of the demo as a PNG.
#[derive(Parser)]
struct Arguments {
    /// Language of the screen.
    #[arg(long, value_enum, default_value_t = Language::Km)]
    lang: Language,
    /// Columns and rows.
    #[arg(long, default_value = "80x24", value_parser = size)]
    size: (u16, u16),
    /// What to press, one after another.
    #[arg(long, default_value = "")]
    keys: String,
    /// Dark text on a light ground.
    #[arg(long)]
    light: bool,
    /// How large: 1 is 10 × 22 pixels a cell.
    #[arg(long, default_value_t = 1.0)]
    scale: f32,
    /// How many cases the demo makes up.
    #[arg(long, default_value_t = 2_000)]
    cases: usize,
    /// A book that is not encrypted, of which a copy is opened instead of the demo.
    #[arg(long)]
    book: Option<PathBuf>,
    /// Print the screen as text too.
    #[arg(long)]
    text: bool,
    /// Where the picture goes.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Km,
    En,
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let wrong = || format!("`{text}` is no size such as 80x24");
    let (columns, rows) = text.split_once('x').ok_or_else(wrong)?;
    Ok((columns.parse().map_err(|_| wrong())?, rows.parse().map_err(|_| wrong())?))
}

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(2);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    if let Some(book) = &arguments.book {
        for ending in ["", ".keys", "-wal"] {
            let beside = |path: &std::path::Path| PathBuf::from(format!("{}{ending}", path.display()));
            if beside(book).exists() {
                std::fs::copy(beside(book), beside(&folder.path().join("book")))?;
            }
        }
    }
    let start = Start {
        options: Options {
            path: folder.path().join("book"),
            secret: Secret::None,
            device: Device::new(folder.path().join("device")),
            cost: Cost::CHEAP,
        },
        clock: Clock::System,
        settings: Settings {
            lang: match arguments.lang {
                Language::Km => Lang::Km,
                Language::En => Lang::En,
            },
            ..Settings::default()
        },
        calendar: wardbook::reference::calendar(),
        demo: arguments.book.is_none().then_some(arguments.cases),
        preferences: Preferences {
            background: if arguments.light { Shade::Light } else { Shade::Dark },
            colours: Colours::True,
            ..Preferences::default()
        },
        documents: folder.path().to_owned(),
        templates: None,
        keep: None,
        plain: false,
    };
    let mut program = Headless::start(start, arguments.size.0, arguments.size.1)?;
    program.play(&arguments.keys, PATIENCE)?;
    if arguments.text {
        println!("{}", program.screen().join("\n"));
    }
    let palette = if arguments.light { Palette::light() } else { Palette::dark() };
    let picture =
        Painter::new(palette, arguments.scale)?.paint_with_cursor(&program.buffer(), program.cursor());
    std::fs::write(&arguments.out, png::encode(&picture, &[])?)?;
    Ok(())
}
