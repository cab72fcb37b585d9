//! Draws the whole model: header, screen, toast, footer, and the layers on top.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::action::{Context, Entry, entries};
use super::layers::Layer;
use super::model::{Model, Screen, Tone, body};
use super::text::width;
use super::widgets::canvas::Canvas;
use super::words;

/// Draws it, and says where the terminal's cursor belongs.
pub fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let mut cursor = None;
    let area = buffer.area;
    if area.width < 20 || area.height < 5 {
        Canvas::new(buffer, area, &mut cursor).text(0, 0, words::too_small(model.lang), model.theme.text());
        return None;
    }
    header(model, &mut Canvas::new(buffer, area, &mut cursor));
    screen(model, &mut Canvas::new(buffer, body((area.width, area.height)), &mut cursor));
    toast(model, &mut Canvas::new(buffer, area, &mut cursor));
    footer(model, &mut Canvas::new(buffer, area, &mut cursor));
    for layer in &model.layers {
        cursor = None;
        layer.draw(model, &mut Canvas::new(buffer, body((area.width, area.height)), &mut cursor));
    }
    cursor
}

fn header(model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    // On a narrow screen the names of the screens matter more than that of the program.
    let is_narrow = canvas.width() < 60 && model.book.is_some() && model.screen != Screen::Welcome;
    let mut x = if is_narrow { 0 } else { canvas.text(1, 0, "Wardbook", theme.heading()) + 3 };
    let Some(book) = &model.book else {
        return;
    };
    let right = if book.is_demo {
        words::demo_mark(lang).to_owned()
    } else {
        format!("{} {}", book.desk, book.officer)
    };
    if model.screen != Screen::Welcome {
        for screen in Screen::OF_A_BOOK {
            let (key, name) = match screen {
                Screen::Cases => ("F6", words::cases(lang)),
                Screen::Log => ("F7", words::log_a_case(lang)),
                _ => ("F8", words::hotspots(lang)),
            };
            let style = if screen == model.screen { theme.selected() } else { theme.text() };
            x += canvas.text(x, 0, &format!(" {key} {name} "), style) + 1;
        }
    }
    let columns = canvas.width();
    let room = columns.saturating_sub(x + 2);
    if room >= 6 {
        canvas.text_right(x + 1, 0, room, &right, theme.dim());
    }
}

fn screen(model: &Model, canvas: &mut Canvas<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.draw(model, canvas),
        Screen::Unlock => model.unlock.draw(model, canvas),
        Screen::Cases => model.cases.draw(model, canvas),
        Screen::Log => model.log.draw(model, canvas),
        Screen::Hotspots => model.hotspots.draw(model, canvas),
    }
}

fn toast(model: &Model, canvas: &mut Canvas<'_>) {
    let Some(toast) = &model.toast else {
        return;
    };
    let theme = model.theme;
    let style = match toast.tone {
        Tone::Good => theme.good(),
        Tone::Plain => theme.heading(),
        Tone::Bad => theme.error(),
    };
    let (columns, rows) = (canvas.width(), canvas.height());
    let mut line = canvas.part(0, rows.saturating_sub(2), columns, 1);
    line.clear();
    let mark = if toast.tone == Tone::Bad { "!" } else { "✓" };
    line.text(1, 0, &format!("{mark} {}", toast.words.say(model.lang)), style);
}

/// The keys of the context, the least needed left out first where there is no room.
fn footer(model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    let context = match model.layers.last() {
        Some(Layer::Message(_)) => Context::Message,
        _ => model.context(),
    };
    let key_of = |entry: &Entry| {
        let shown = entry.keys.iter().find(|key| key.is_on_every_layout()).or(entry.keys.first());
        shown.map(|key| key.label(lang)).unwrap_or_default()
    };
    let mut hints: Vec<(u8, String, &str)> = entries(context)
        .filter(|entry| entry.rank > 0 && (entry.refused)(model).is_none())
        .map(|entry| (entry.rank, key_of(entry), (entry.name)(lang)))
        .collect();
    hints.sort_by_key(|(rank, _, _)| *rank);
    let columns = usize::from(canvas.width());
    let y = canvas.height().saturating_sub(1);
    let mut x = 1;
    for (_, key, name) in hints {
        let needed = width(&key) + 1 + width(name);
        if x + needed > columns {
            continue;
        }
        canvas.pieces(x as u16, y, &[(&key, theme.key()), (" ", theme.text()), (name, theme.text())]);
        x += needed + 2;
    }
}
