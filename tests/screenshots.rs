//! The pictures in `screenshots/` are the real screens on the demo's data, painted in both languages, dark and light.
//! When a screen changes on purpose, `WARDBOOK_WRITE_SCREENSHOTS=1 cargo test --test screenshots` paints them anew.
//!
//! Each carries a digest of the cells that it was painted from, which must agree exactly. Its pixels may be off by
//! little, since machines may round differently where a letter's edge lies between two pixels.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::time::Duration;

use sha2::{Digest, Sha256};
use wardbook::app::{Clock, Colours, Preferences, Settings, Shade};
use wardbook::book::{Cost, Device, Options, Secret};
use wardbook::i18n::Lang;
use wardbook::raster::{Picture, png};
use wardbook::tui::{Headless, Start};
use wardbook::window::{Painter, Palette};

/// The pictures: a name, the size of the screen, and the keys that lead there from the one before, as
/// [`Headless::play`] takes them.
const SCENES: [(&str, (u16, u16), &str); 17] = [
    ("today", (80, 24), ""),
    ("cases", (80, 24), "F6"),
    ("palette", (80, 24), "F2"),
    ("case", (80, 24), "Esc Enter"),
    ("hotspots", (100, 30), "F8"),
    ("funnel", (100, 30), "f"),
    ("district", (80, 24), "f Down Enter"),
    ("facility", (80, 24), "Enter Enter"),
    ("raise", (80, 24), "F6 F12 Tab Tab"),
    (
        "log",
        (80, 24),
        "F7 text:kossamak Enter text:yesterday Enter w w d Tab text:6h10 Tab text:11h40 Tab Tab",
    ),
    ("settings", (80, 24), "F11"),
    ("promises", (80, 24), "F5 w"),
    ("promise", (80, 24), "Enter"),
    ("submission", (80, 24), "o"),
    ("people", (80, 24), "a"),
    ("process", (80, 24), "y"),
    ("gate", (80, 24), "F5 F4 text:kossamak Enter"),
];

/// Where the digest of the cells stands in the file.
const NOTE: &str = "Wardbook cells SHA-256";

/// Bytes of a picture at most: they stay in the repository's history for ever.
const LARGEST: usize = 60_000;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

fn file_name(lang: Lang, shade: &str, scene: &str) -> String {
    format!("{lang}-{shade}-{scene}.png")
}

fn program(lang: Lang, background: Shade, folder: &tempfile::TempDir) -> Headless {
    let start = Start {
        options: Options {
            path: folder.path().join("book"),
            secret: Secret::None,
            device: Device::new(folder.path().join("device")),
            cost: Cost::CHEAP,
        },
        clock: Clock::System,
        settings: Settings { lang, ..Settings::default() },
        calendar: wardbook::reference::calendar(),
        demo: Some(2_000),
        preferences: Preferences { background, colours: Colours::True, ..Preferences::default() },
        documents: folder.path().to_owned(),
        templates: None,
        keep: None,
        plain: false,
    };
    Headless::start(start, 80, 24).unwrap()
}

/// What a picture is painted from, in short.
fn digest(program: &Headless) -> String {
    let buffer = program.buffer();
    let mut hash = Sha256::new();
    hash.update(format!("{:?} {:?}", buffer.area, program.cursor()));
    for cell in &buffer.content {
        hash.update(format!("\n{} {} {} {:?}", cell.symbol(), cell.fg, cell.bg, cell.modifier));
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// Why a kept picture is not the one just painted.
fn difference(kept: &Picture, painted: &Picture) -> Option<String> {
    if (kept.width, kept.height) != (painted.width, painted.height) {
        return Some("another size".to_owned());
    }
    let pairs = kept.pixels.chunks_exact(4).zip(painted.pixels.chunks_exact(4));
    let off = pairs.map(|(one, other)| one.iter().zip(other).map(|(a, b)| a.abs_diff(*b)).max().unwrap());
    let (mut any, mut much) = (0, 0);
    for off in off {
        any += usize::from(off > 0);
        much += usize::from(off > 40);
    }
    let all = kept.pixels.len() / 4;
    (any > all / 100 || much > all / 10_000).then(|| format!("{any} of {all} pixels differ, {much} by much"))
}

fn paint_or_compare(lang: Lang, shade: &str) {
    let (background, palette) = match shade {
        "dark" => (Shade::Dark, Palette::dark()),
        _ => (Shade::Light, Palette::light()),
    };
    let writes = std::env::var_os("WARDBOOK_WRITE_SCREENSHOTS").is_some();
    let home = tempfile::tempdir().unwrap();
    let mut program = program(lang, background, &home);
    let mut painter = Painter::new(palette, 1.0).unwrap().with_margin(10);
    for (scene, (columns, rows), keys) in SCENES {
        program.resize(columns, rows);
        program.play(keys, Duration::from_mins(5)).unwrap();
        let name = file_name(lang, shade, scene);
        let painted = painter.paint_with_cursor(&program.buffer(), program.cursor());
        let digest = digest(&program);
        let path = folder().join(&name);
        if writes {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(path, png::encode(&painted, &[(NOTE, &digest)]).unwrap()).unwrap();
            continue;
        }
        let bytes = std::fs::read(path).unwrap_or_default();
        assert!(bytes.len() <= LARGEST, "{name}: {} bytes", bytes.len());
        let why = match png::decode(&bytes) {
            Err(error) => Some(error.to_string()),
            Ok((_, notes)) if !notes.contains(&(NOTE.to_owned(), digest)) => {
                Some("the screen has changed".to_owned())
            }
            Ok((kept, _)) => difference(&kept, &painted),
        };
        let shown = program.screen().join("\n");
        assert!(why.is_none(), "{name} is stale: {}; see the head of this test\n{shown}", why.unwrap());
    }
}

#[test]
fn the_khmer_pictures_on_dark_are_fresh() {
    paint_or_compare(Lang::Km, "dark");
}

#[test]
fn the_khmer_pictures_on_light_are_fresh() {
    paint_or_compare(Lang::Km, "light");
}

#[test]
fn the_english_pictures_on_dark_are_fresh() {
    paint_or_compare(Lang::En, "dark");
}

#[test]
fn the_english_pictures_on_light_are_fresh() {
    paint_or_compare(Lang::En, "light");
}

#[test]
fn no_picture_is_left_of_a_scene_that_is_gone() {
    let scenes = |shade| {
        let names = move |lang| SCENES.map(|(scene, ..)| file_name(lang, shade, scene));
        Lang::ALL.into_iter().flat_map(names)
    };
    let known: BTreeSet<String> = scenes("dark").chain(scenes("light")).collect();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name), "{name}");
    }
}
