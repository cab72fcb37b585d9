//! One promise: what was said, by whom, by when, what would show it, and what came of it; with the waits before its date
//! and since, one key away.

use ratatui::style::Style;
use uuid::Uuid;

use super::draw::place_said;
use super::fate_said;
use crate::app::AppError;
use crate::domain::clock::Due;
use crate::domain::promise::{Fate, Judged};
use crate::i18n::numbers::{minutes, number};
use crate::i18n::{Lang, dates};
use crate::tui::action::{Action, Context};
use crate::tui::effect::ledger::{Found, Look, PromisePage, Which};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words, body};
use crate::tui::screens::cases::draw::{Line, draw_lines};
use crate::tui::screens::facility::comparison;
use crate::tui::screens::people::titled;
use crate::tui::screens::sheet::SheetOf;
use crate::tui::text::{pad, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words::{self, ledger};

/// Rows above the lines.
const ABOVE: u16 = 1;
/// From so many columns on the waits stand beside the promise.
const WIDE: u16 = 100;
/// The widest line that is read with ease.
const READABLE: usize = 90;

/// What can be done with a promise, as the list of actions offers it.
pub const ACTIONS: [Action; 6] = [
    Action::JudgePromise,
    Action::MovePromise,
    Action::ToggleWaits,
    Action::ShowSubmission,
    Action::AddPromise,
    Action::Undo,
];

/// One promise.
pub struct PromiseScreen {
    which: Option<Which>,
    page: Option<Box<PromisePage>>,
    asked: Generation,
    shows_waits: bool,
    /// Something was taken back: perhaps that it was promised.
    may_be_gone: bool,
    top: usize,
    from: Screen,
}

impl Default for PromiseScreen {
    fn default() -> Self {
        Self {
            which: None,
            page: None,
            asked: Generation::default(),
            shows_waits: false,
            may_be_gone: false,
            top: 0,
            from: Screen::Promises,
        }
    }
}

impl PromiseScreen {
    /// Shows a promise.
    pub fn open(&mut self, which: Which, cx: &mut Cx<'_>) {
        if !matches!(cx.screen, Screen::Promise | Screen::Sheet) {
            self.from = cx.screen;
        }
        self.which = Some(which);
        self.page = None;
        self.shows_waits = false;
        self.may_be_gone = false;
        self.top = 0;
        self.reload(cx);
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some(which) = &self.which {
            let look = Look::Promise(which.clone(), self.shows_waits);
            cx.effects.push(Effect::Write(Work::Look(Box::new(look), self.asked.next())));
        }
    }

    /// What is known of it.
    pub fn page(&self) -> Option<&PromisePage> {
        self.page.as_deref()
    }

    /// Something was taken back. If it was that it was promised, there is nothing more to read, and nothing to say.
    pub fn may_be_gone(&mut self) {
        self.may_be_gone = true;
    }

    /// It came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &mut Cx<'_>) {
        if generation != self.asked {
            return;
        }
        let may_be_gone = std::mem::take(&mut self.may_be_gone);
        match found {
            Ok(Found::Promise(page)) => {
                self.which = Some(Which::Id(page.row.promise.id));
                self.page = Some(page);
            }
            Ok(_) => {}
            Err(error) => {
                (self.which, self.page) = (None, None);
                if cx.screen == Screen::Promise {
                    if !may_be_gone {
                        cx.toast(Tone::Bad, Words::error(error));
                    }
                    cx.requests.push(Request::Show(self.from));
                }
            }
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        let row = self.page.as_ref().map(|page| Box::new(page.row.clone()));
        match action {
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            Action::ToggleWaits => {
                self.shows_waits = !self.shows_waits;
                self.top = 0;
                if self.shows_waits {
                    self.reload(cx);
                } else if let Some(page) = &mut self.page {
                    page.waits = None;
                }
            }
            Action::JudgePromise => {
                cx.requests.extend(row.map(|row| Request::OpenSheet(SheetOf::Judge(row, self.shows_waits))));
            }
            Action::MovePromise => {
                cx.requests.extend(row.map(|row| Request::OpenSheet(SheetOf::Move(row))));
            }
            Action::AddPromise => {
                let party = row.map(|row| Box::new(row.party));
                cx.requests.push(Request::OpenSheet(SheetOf::Promise(party, None)));
            }
            Action::ShowSubmission => {
                let id: Option<Uuid> =
                    self.page.as_ref().and_then(|page| page.submission.as_ref()).map(|one| one.id);
                cx.requests.extend(id.map(|id| Request::OpenSubmission(id.into())));
            }
            _ => self.scroll(action, cx),
        }
    }

    fn scroll(&mut self, action: Action, cx: &Cx<'_>) {
        let seen = usize::from(body(cx.size).height.saturating_sub(ABOVE)).max(1);
        let lines = self.columns(cx.lang, Theme::PLAIN, cx.size.0, "");
        let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(seen),
            Action::PageDown => self.top + seen,
            Action::First => 0,
            Action::Last => longest,
            _ => self.top,
        }
        .min(longest.saturating_sub(seen));
    }

    /// Takes a click.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        if let Hit::Act(action) = hit {
            self.act(action, cx);
        }
    }

    /// The promise, and the waits beside or below it.
    fn columns(&self, lang: Lang, theme: Theme, columns: u16, key: &str) -> Vec<Vec<Line>> {
        let Some(page) = &self.page else {
            return Vec::new();
        };
        let is_wide = columns >= WIDE && self.shows_waits;
        let room = usize::from(if is_wide { columns / 2 } else { columns }.saturating_sub(2)).max(1);
        let mut sheet = Lines { lang, theme, room: room.min(READABLE), written: Vec::new() };
        sheet.page(page);
        let mut waits = Lines { lang, theme, room: room.min(READABLE), written: Vec::new() };
        if let Some(found) = &page.waits {
            let day = dates::date(page.row.promise.parting_day(), lang);
            waits.heading(&words::before_and_after(lang, &day));
            waits.written.extend(comparison(found, lang, theme, room.min(READABLE)));
            waits.text(&ledger::waits_where(lang, &place_said(&page.row, lang)), theme.dim());
        } else if self.shows_waits {
            waits.text(words::facility_reading(lang), theme.dim());
        } else if !key.is_empty() {
            waits.text(&ledger::waits_one_key(lang, key), theme.dim());
        }
        if is_wide {
            return vec![sheet.written, waits.written];
        }
        sheet.blank();
        sheet.written.extend(waits.written);
        vec![sheet.written]
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(page) = &self.page else {
            canvas.text(1, 0, words::reading_book(lang), theme.dim());
            return;
        };
        let handle = page.row.promise.handle().to_string();
        let (fate, style) = fate_said(&page.row, lang, theme);
        canvas.pieces(1, 0, &[(&handle, theme.heading()), ("  ", theme.text()), (&fate, style)]);
        let key = model.keymap.key(Context::Promise, Action::ToggleWaits);
        let columns = self.columns(lang, theme, canvas.width(), &key);
        let (width, height) = (canvas.width() / columns.len().max(1) as u16, canvas.height());
        let seen = usize::from(height.saturating_sub(ABOVE));
        let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
        let top = self.top.min(longest.saturating_sub(seen));
        for (x, lines) in (0..).map(|column| column * width).zip(&columns) {
            draw_lines(lines, top, &mut canvas.part(x, ABOVE, width, height.saturating_sub(ABOVE)));
        }
        if longest > top + seen {
            canvas.text_right(0, height.saturating_sub(1), canvas.width(), "↓", theme.key());
        }
        if theme.plain {
            canvas.set_cursor(0, 0);
        }
    }
}

/// Lines that are being written.
struct Lines {
    lang: Lang,
    theme: Theme,
    room: usize,
    written: Vec<Line>,
}

impl Lines {
    fn blank(&mut self) {
        self.written.push(Line::new());
    }

    fn heading(&mut self, text: &str) {
        let style = self.theme.heading();
        self.text(text, style);
    }

    fn text(&mut self, text: &str, style: Style) {
        self.written.extend(wrap(text, self.room).into_iter().map(|line| vec![(line, style)]));
    }

    /// A label with what stands behind it, wrapped in its own column; nothing where there is nothing.
    fn fact(&mut self, label: &str, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        let left = self.labels().min(self.room / 2);
        for (row, line) in wrap(text, self.room.saturating_sub(left + 2).max(1)).into_iter().enumerate() {
            let label = if row == 0 { pad(label, left) } else { pad("", left) };
            self.written.push(vec![(format!("{label}  "), self.theme.dim()), (line, style)]);
        }
    }

    /// The columns of the widest label.
    fn labels(&self) -> usize {
        let lang = self.lang;
        [
            ledger::label_party(lang),
            ledger::label_who(lang),
            ledger::label_said_where(lang),
            ledger::label_on(lang),
            ledger::label_due(lang),
            ledger::label_shown_by(lang),
            ledger::label_place(lang),
            ledger::label_answers(lang),
            ledger::label_members(lang),
            ledger::label_waits(lang),
            ledger::label_note(lang),
        ]
        .into_iter()
        .map(width)
        .max()
        .unwrap_or(0)
    }

    fn page(&mut self, page: &PromisePage) {
        let (lang, theme, text) = (self.lang, self.theme, self.theme.text());
        let promise = &page.row.promise;
        let promised = &promise.promised;
        self.blank();
        self.heading(&promised.what);
        self.blank();
        self.fact(ledger::label_party(lang), &titled(page.row.party.name(lang)), text);
        let who: Vec<&str> = promised.who.iter().chain(&promised.role).map(String::as_str).collect();
        self.fact(ledger::label_who(lang), &who.join(", "), text);
        self.fact(ledger::label_said_where(lang), promised.said_where.as_deref().unwrap_or_default(), text);
        self.fact(ledger::label_on(lang), &dates::long_date(promised.on, lang), text);
        let (due, style) = self.due(page);
        self.fact(ledger::label_due(lang), &due, style);
        self.fact(ledger::label_earlier(lang), &earlier(page, lang), text);
        self.fact(ledger::label_shown_by(lang), promised.shown_by.as_deref().unwrap_or_default(), text);
        self.fact(ledger::label_place(lang), &place_said(&page.row, lang), text);
        if let Some(submission) = &page.submission {
            let on = dates::date(submission.made.on, lang);
            let said = format!("{} · {on}", submission.handle());
            self.fact(ledger::label_answers(lang), &said, text);
        }
        self.blank();
        match &promise.judged {
            Some(judged) if judged.fate != Fate::Pending => self.judged(page, judged),
            _ => self.text(ledger::judge_note(lang), theme.dim()),
        }
    }

    fn due(&self, page: &PromisePage) -> (String, Style) {
        let (lang, theme) = (self.lang, self.theme);
        let Some(due) = page.row.promise.due() else {
            return (ledger::no_due(lang).to_owned(), theme.text());
        };
        let day = dates::long_date(due, lang);
        match page.row.stands {
            Some(stands) => {
                let style = if stands.is_overdue() { theme.error() } else { theme.text() };
                (format!("{day} · {}", due_said(stands, lang)), style)
            }
            None => (day, theme.text()),
        }
    }

    fn judged(&mut self, page: &PromisePage, judged: &Judged) {
        let (lang, theme) = (self.lang, self.theme);
        let count = |count: u32| number(count.into(), lang);
        let (fate, style) = fate_said(&page.row, lang, theme);
        let day = dates::long_date(judged.on, lang);
        self.text(&ledger::judged_on(lang, &fate, &day), style);
        if let Some(word) = judged.members {
            let said = ledger::members_said(lang, &count(word.asked), &count(word.kept));
            self.fact(ledger::label_members(lang), &said, theme.text());
        }
        if let Some(waits) = judged.waits {
            let wait = |side: (u32, Option<u32>)| {
                let median = side.1.map_or("–".to_owned(), |wait| minutes(wait, lang));
                ledger::median_of(lang, &median, &count(side.0))
            };
            let day = dates::date(waits.day, lang);
            let said = ledger::waits_said_then(lang, &day, &wait(waits.before), &wait(waits.after));
            self.fact(ledger::label_waits(lang), &said, theme.text());
        }
        self.fact(ledger::label_note(lang), judged.note.as_deref().unwrap_or_default(), theme.text());
    }
}

/// The dates that it had before, the first first.
fn earlier(page: &PromisePage, lang: Lang) -> String {
    let promise = &page.row.promise;
    let mut dues: Vec<_> =
        promise.promised.due.into_iter().chain(promise.moved.iter().map(|moved| moved.due)).collect();
    dues.pop();
    dues.into_iter().map(|due| dates::date(due, lang)).collect::<Vec<_>>().join(", ")
}

/// Where a date stands: `5 working days left`, `overdue by 3 working days`.
pub fn due_said(due: Due, lang: Lang) -> String {
    let count = |days: u32| number(days.into(), lang);
    match due {
        Due::Overdue(0) => ledger::just_passed(lang).to_owned(),
        Due::Overdue(days) => ledger::overdue_by(lang, &count(days)),
        Due::Soon(0) => ledger::due_today(lang).to_owned(),
        Due::Soon(days) | Due::Ahead(days) => ledger::days_left(lang, &count(days)),
    }
}
