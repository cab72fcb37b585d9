//! Draws the whole model: header, screen, toast, footer, and the layers on top.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::action::{Action, Context};
use super::model::{Model, Screen, Tone, body};
use super::text::{width, wrap};
use super::widgets::canvas::{Canvas, Hit, Marks};
use super::words;

/// How many rows a toast of what went wrong takes at most.
const TOAST_ROWS: u16 = 3;

/// Draws it, and says where the terminal's cursor belongs and what a click means where.
pub fn draw(model: &Model, buffer: &mut Buffer) -> Marks {
    let mut marks = Marks::default();
    let area = buffer.area;
    if area.width < 20 || area.height < 5 {
        Canvas::new(buffer, area, &mut marks).text(0, 0, words::too_small(model.lang), model.theme.text());
        return Marks::default();
    }
    let body = body((area.width, area.height));
    header(model, &mut Canvas::new(buffer, area, &mut marks));
    screen(model, &mut Canvas::new(buffer, body, &mut marks));
    toast(model, &mut Canvas::new(buffer, area, &mut marks));
    for layer in &model.layers {
        marks = Marks::default();
        layer.draw(model, &mut Canvas::new(buffer, body, &mut marks));
    }
    footer(model, &mut Canvas::new(buffer, area, &mut marks));
    marks
}

/// What a click means where, on the screen as it is now.
pub fn marks(model: &Model) -> Marks {
    let (columns, rows) = model.size;
    draw(model, &mut Buffer::empty(Rect::new(0, 0, columns, rows)))
}

fn header(model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    let Some(book) = &model.book else {
        canvas.text(1, 0, "Wardbook", theme.heading());
        return;
    };
    let mut x = 1;
    if model.screen == Screen::Welcome {
        x += canvas.text(x, 0, "Wardbook", theme.heading()) + 3;
    } else {
        // Promises and people have a place there while they are in front.
        let front = model.screen.tab();
        let beside = Some(front).filter(|front| matches!(front, Screen::Promises | Screen::People));
        let tabs: Vec<(Screen, String, &'static str)> = Screen::OF_A_BOOK
            .into_iter()
            .chain(beside)
            .map(|screen| {
                let (key, name) = tab(model, screen);
                (screen, key, name)
            })
            .collect();
        let all: usize = tabs.iter().map(|(_, key, name)| width(key) + width(name) + 4).sum();
        // On a narrow screen the keys give way first, then all names but that of the screen in front.
        let has_keys = all <= usize::from(canvas.width());
        let has_names = all < usize::from(canvas.width()) + 3 * tabs.len();
        // A form is left by its own keys, so that nothing typed is lost by a slip.
        let can_go = model.screen != Screen::Sheet;
        for (screen, key, name) in tabs {
            let is_front = screen == model.screen.tab();
            let text = match (has_keys, has_names || is_front) {
                (true, _) => format!(" {key} {name} "),
                (false, true) => format!(" {name} "),
                (false, false) => format!(" {key} "),
            };
            let style = if is_front { theme.selected() } else { theme.text() };
            let used = canvas.text(x, 0, &text, style);
            if can_go {
                canvas.zone(x, 0, used, 1, Hit::Show(screen));
            }
            x += used + u16::from(has_keys);
        }
    }
    let right = if book.is_demo {
        words::demo_mark(lang).to_owned()
    } else {
        format!("{} {}", book.desk, book.officer)
    };
    let room = canvas.width().saturating_sub(x + 2);
    if room >= 4 {
        canvas.text_right(x + 1, 0, room, &right, theme.dim());
    }
}

/// The action that brings a screen of the header to the front.
fn tab_action(screen: Screen) -> Action {
    match screen {
        Screen::Today => Action::ShowToday,
        Screen::Log => Action::ShowLog,
        Screen::Hotspots => Action::ShowHotspots,
        Screen::Settings => Action::ShowSettings,
        Screen::Promises => Action::ShowPromises,
        Screen::People => Action::ShowPeople,
        _ => Action::ShowCases,
    }
}

/// Key and name of a screen of the header, as the table has them.
fn tab(model: &Model, screen: Screen) -> (String, &'static str) {
    let context = match model.screen {
        Screen::Sheet => Context::Today,
        _ => model.screen_context(),
    };
    let action = tab_action(screen);
    let binding = model.keymap.binding(context, action);
    let name = binding.map_or("", |binding| (binding.entry.name)(model.lang));
    (model.keymap.key(context, action), name)
}

fn screen(model: &Model, canvas: &mut Canvas<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.draw(model, canvas),
        Screen::Unlock => model.unlock.draw(model, canvas),
        Screen::Today => model.agenda.draw(model, canvas),
        Screen::Cases => model.cases.draw(model, canvas),
        Screen::Case => model.case.draw(model, canvas),
        Screen::Log => model.log.draw(model, canvas),
        Screen::Hotspots => model.hotspots.draw(model, canvas),
        Screen::Facility => model.facility.draw(model, canvas),
        Screen::Raise => model.raise.draw(model, canvas),
        Screen::Import => model.import.draw(model, canvas),
        Screen::Gate => model.gate.draw(model, canvas),
        Screen::Settings => model.settings.draw(model, canvas),
        Screen::Promises => model.promises.draw(model, canvas),
        Screen::Promise => model.promise.draw(model, canvas),
        Screen::People => model.people.draw(model, canvas),
        Screen::Party => model.party.draw(model, canvas),
        Screen::Ladder => model.ladder.draw(model, canvas),
        Screen::Submission => model.submission.draw(model, canvas),
        Screen::Process => model.process.draw(model, canvas),
        Screen::Sheet => model.sheet.draw(model, canvas),
        Screen::Duplicates => model.duplicates.draw(model, canvas),
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
    let mark = match toast.tone {
        Tone::Good => "✓",
        Tone::Plain => "·",
        Tone::Bad => "!",
    };
    let said = format!("{mark} {}", toast.words.say(model.lang));
    let most = TOAST_ROWS.min(rows / 4).max(1);
    let wrapped = wrap(&said, usize::from(columns.saturating_sub(2)).max(1));
    let lines = if wrapped.len() > 1 && most == 1 { vec![said] } else { wrapped };
    let height = (lines.len() as u16).clamp(1, most);
    let mut area = canvas.part(0, rows.saturating_sub(1 + height), columns, height);
    area.clear();
    for (y, line) in (0..height).zip(&lines) {
        // The last line there is room for shows by its end that there was more.
        let is_cut = y + 1 == height && lines.len() > usize::from(height);
        let line = if is_cut { format!("{line} …") } else { line.clone() };
        area.text(1, y, &line, style);
    }
}

/// The keys of the context, the least needed left out first where there is no room.
fn footer(model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    let context = model.context();
    let mut hints: Vec<(u8, String, &str, Action)> = model
        .keymap
        .bindings(context)
        .filter(|binding| binding.entry.rank > 0 && (binding.entry.refused)(model).is_none())
        .filter(|binding| !is_a_tab(binding.entry.action))
        .filter_map(|binding| {
            let key = binding.shown_key(context)?;
            let entry = binding.entry;
            Some((entry.rank, key.to_string(), (entry.name)(lang), entry.action))
        })
        .collect();
    hints.sort_by_key(|(rank, ..)| *rank);
    let columns = usize::from(canvas.width());
    let y = canvas.height().saturating_sub(1);
    let mut x = 1;
    for (_, key, name, action) in hints {
        let needed = width(&key) + 1 + width(name);
        if x + needed > columns {
            continue;
        }
        canvas.pieces(x as u16, y, &[(&key, theme.key()), (" ", theme.text()), (name, theme.text())]);
        canvas.zone(x as u16, y, needed as u16, 1, Hit::Act(action));
        x += needed + 2;
    }
}

/// Whether the header shows the key already.
fn is_a_tab(action: Action) -> bool {
    Screen::OF_A_BOOK.into_iter().any(|screen| tab_action(screen) == action)
}
