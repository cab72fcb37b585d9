//! How the ledger looks.

use ratatui::layout::Rect;

use super::{Promises, Shows, counts, fate_sign, fate_word};
use crate::domain::promise::Judged;
use crate::i18n::numbers::{clock, number};
use crate::i18n::{Lang, Named, dates};
use crate::tui::action::{Action, Context};
use crate::tui::effect::ledger::PromiseRow;
use crate::tui::model::Model;
use crate::tui::screens::people::titled;
use crate::tui::text::{truncate, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::columns::{self, Cell, Choices, Column};
use crate::tui::widgets::unread;
use crate::tui::words::ledger;

/// Rows above the table with its head.
const ABOVE: u16 = 3;
/// Rows of the chosen promise in full, with the line above them.
const BELOW: u16 = 4;
/// From so many rows on the chosen promise stands below the table.
const TALL: u16 = 16;

/// The rows above the promises, those of promises, and those below.
pub(super) fn layout(body: Rect) -> (u16, u16, u16) {
    let below = if body.height >= TALL { BELOW } else { 0 };
    let above = ABOVE.min(body.height);
    (above, body.height.saturating_sub(above + below), below)
}

impl Promises {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(rows) = &self.rows else {
            unread::draw(self.problem.as_ref(), lang, theme, canvas);
            return;
        };
        if rows.is_empty() {
            let key = model.keymap.key(Context::Promises, Action::AddPromise);
            let room = usize::from(canvas.width().saturating_sub(4));
            for (y, line) in (1..).zip(wrap(&ledger::no_promises_yet(lang, &key), room)) {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        canvas.text(1, 0, &counts(&self.fates(), lang), theme.heading());
        self.draw_choices(model, canvas);
        let (above, seen, below) = layout(Rect::new(0, 0, canvas.width(), canvas.height()));
        self.draw_table(above.saturating_sub(1), seen, model, canvas);
        if let (Some(row), true) = (self.chosen(), below > 0) {
            let columns = canvas.width();
            detail(row, model, &mut canvas.part(0, above + seen, columns, below));
        }
    }

    /// Which are shown; each can be clicked.
    fn draw_choices(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let rows = || self.rows.iter().flatten();
        let fate = match self.shows {
            Shows::All => ledger::all_fates(lang).to_owned(),
            Shows::Overdue => ledger::overdue(lang).to_owned(),
            Shows::Fate(fate) => fate.name(lang).to_owned(),
        };
        let party = self.party.as_ref().map_or_else(
            || ledger::all_parties(lang).to_owned(),
            |key| {
                let row = rows().find(|row| row.promise.promised.party.key() == *key);
                row.map(|row| titled(row.party.name(lang))).unwrap_or_default()
            },
        );
        let place = self.whereabouts.as_ref().map_or_else(
            || ledger::all_places(lang).to_owned(),
            |query| {
                let row = rows().find(|row| row.promise.promised.place.query() == *query);
                row.map(|row| place_said(row, lang)).unwrap_or_default()
            },
        );
        let mut x = 1;
        let choices = [(Action::CycleFate, fate), (Action::CycleParty, party), (Action::CyclePlace, place)];
        for (action, value) in choices {
            let key = model.keymap.key(Context::Promises, action);
            let room = (canvas.width() / 3).saturating_sub(4);
            let value = truncate(&value, room.into()).into_owned();
            let pieces = [(key.as_str(), theme.key()), (" ", theme.text()), (value.as_str(), theme.text())];
            let used = canvas.pieces(x, 1, &pieces);
            canvas.zone(x, 1, used, 1, Hit::Act(action));
            x += used + 2;
        }
    }

    fn draw_table(&self, y: u16, seen: u16, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let listed: Vec<&PromiseRow> = self.listed().collect();
        let heads = [
            Column::whole(&format!("  {}", ledger::column_due(lang)), 1),
            Column::whole(ledger::column_fate(lang), 2),
            Column::text(ledger::label_party(lang), 12, 4),
            Column::text(ledger::column_what(lang), 18, 0),
            Column::text(ledger::column_place(lang), 10, 6),
            Column::text(ledger::column_basis(lang), 12, 5),
        ];
        let cells: Vec<Vec<Cell>> = listed.iter().map(|row| cells(row, lang, theme)).collect();
        let room = usize::from(canvas.width().saturating_sub(3));
        let widths = columns::widths(&heads, &cells, room);
        columns::head(&heads, &widths, (2, y), theme.dim(), canvas);
        if listed.is_empty() {
            canvas.text(2, y + 1, ledger::no_such_promises(lang), theme.text());
            return;
        }
        let mut place = self.place;
        place.fit(listed.len(), seen.into());
        let choices = Choices { chosen: place.chosen, theme, is_typing: false };
        let shown = cells.iter().enumerate().skip(place.top).take(seen.into());
        for (y, (index, cells)) in (y + 1..).zip(shown) {
            choices.row(&heads, &widths, (index, y), cells, canvas);
        }
    }
}

/// Where a promise is to be seen.
pub(super) fn place_said(row: &PromiseRow, lang: Lang) -> String {
    match lang.pick(row.place_km.as_str(), row.place_en.as_str()) {
        "" => ledger::everywhere(lang).to_owned(),
        place => place.to_owned(),
    }
}

fn cells(row: &PromiseRow, lang: Lang, theme: Theme) -> Vec<Cell> {
    let promise = &row.promise;
    let due = promise.due().map_or_else(|| ledger::no_due(lang).to_owned(), |due| dates::date(due, lang));
    let basis = promise.judged.as_ref().map(|judged| basis(judged, lang)).unwrap_or_default();
    let (sign, style) = fate_sign(row, theme);
    vec![
        (format!("{sign} {due}"), style),
        (fate_word(row, lang).to_owned(), style),
        (titled(row.party.name(lang)), theme.text()),
        (promise.promised.what.clone(), theme.text()),
        (place_said(row, lang), theme.text()),
        (basis, theme.text()),
    ]
}

/// On what a judgement rests, in short.
fn basis(judged: &Judged, lang: Lang) -> String {
    let count = |count: u32| number(count.into(), lang);
    let mut said = Vec::new();
    if let Some(word) = judged.members {
        said.push(ledger::members_short(lang, &count(word.kept), &count(word.asked)));
    }
    if let Some(waits) = judged.waits {
        let wait = |side: (u32, Option<u32>)| side.1.map_or("–".to_owned(), |wait| clock(wait, lang));
        said.push(format!("{} → {}", wait(waits.before), wait(waits.after)));
    }
    said.join(" · ")
}

/// The chosen promise in full, as far as there is room.
fn detail(row: &PromiseRow, model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    let handle = row.promise.handle().to_string();
    canvas.rule(0, &handle, theme);
    let promised = &row.promise.promised;
    let said = format!("{}{}{}", titled(row.party.name(lang)), lang.pick("៖ ", ": "), promised.what);
    let room = usize::from(canvas.width().saturating_sub(2)).max(1);
    let mut lines: Vec<_> = wrap(&said, room).into_iter().map(|line| (line, theme.text())).collect();
    if let Some(shown_by) = &promised.shown_by {
        lines.extend(
            wrap(&ledger::shown_by(lang, shown_by), room).into_iter().map(|line| (line, theme.dim())),
        );
    }
    let height = usize::from(canvas.height().saturating_sub(1));
    for (y, (line, style)) in (1..).zip(lines.iter().take(height)) {
        canvas.text(1, y, line, *style);
    }
}
