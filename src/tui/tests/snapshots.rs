//! Every screen as it is drawn, with its styles: 80×24, 120×40 and 40×12, in both languages, with sixteen colours and
//! with none. `INSTA_UPDATE=always cargo test --lib snapshots` takes them anew; the difference is then to be read.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::screens::all;
use super::*;
use crate::tui::headless::lines;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

fn frame(model: &mut Model, size: (u16, u16), theme: Theme) -> Buffer {
    update(model, Msg::Resize(size.0, size.1));
    model.theme = theme;
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    view::draw(model, &mut buffer);
    buffer
}

/// The style of a cell in a few letters; nothing for plain text.
fn style(cell: &Cell) -> String {
    let mut said = String::new();
    if cell.fg != Color::Reset {
        let _ = write!(said, "{:?} ", cell.fg);
    }
    if cell.bg != Color::Reset {
        let _ = write!(said, "on {:?} ", cell.bg);
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold "),
        (Modifier::DIM, "dim "),
        (Modifier::UNDERLINED, "underlined "),
        (Modifier::REVERSED, "reversed "),
    ] {
        if cell.modifier.contains(modifier) {
            said.push_str(name);
        }
    }
    said.trim_end().to_owned()
}

/// Where each row is not plain: `3: 0–79 reversed`.
fn styles(buffer: &Buffer) -> String {
    let columns = usize::from(buffer.area.width);
    let mut said = String::new();
    for (y, row) in buffer.content.chunks(columns).enumerate() {
        let mut spans: Vec<(usize, usize, String)> = Vec::new();
        for (x, cell) in row.iter().enumerate() {
            let style = style(cell);
            match spans.last_mut() {
                Some((_, end, last)) if *last == style => *end = x,
                _ => spans.push((x, x, style)),
            }
        }
        let spans = spans.into_iter().filter(|(_, _, style)| !style.is_empty());
        let spans: Vec<String> = spans.map(|(from, to, style)| format!("{from}–{to} {style}")).collect();
        if !spans.is_empty() {
            let _ = writeln!(said, "{y}: {}", spans.join(", "));
        }
    }
    said
}

#[test]
fn snapshots_of_every_screen() {
    let colour = Theme { depth: Depth::Sixteen, ..Theme::PLAIN };
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for lang in Lang::ALL {
            for (name, mut model) in all(lang) {
                let mut said = String::new();
                for size in SIZES {
                    let coloured = frame(&mut model, size, colour);
                    let plain = frame(&mut model, size, Theme::PLAIN);
                    let text = lines(&coloured).join("\n");
                    if lines(&plain).join("\n") != text {
                        let _ = writeln!(
                            said,
                            "{}×{} without colour\n{}",
                            size.0,
                            size.1,
                            lines(&plain).join("\n")
                        );
                    }
                    let _ = writeln!(said, "{}×{}\n{}\n", size.0, size.1, text.trim_end());
                    let _ = writeln!(said, "styles\n{}", styles(&coloured));
                    let _ = writeln!(said, "styles without colour\n{}", styles(&plain));
                }
                insta::assert_snapshot!(format!("{name}-{lang}"), said);
            }
        }
    });
}
