//! One facility: its months, its waits, its issues, card and cash beside each other, and what changed.

pub mod change;
mod sections;

pub use sections::comparison;

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::app::{AppError, FacilityView};
use crate::domain::date;
use crate::domain::facility::{Facility, FacilityId};
use crate::i18n::{Lang, Named, Speak, dates, facility_notes};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, Query, Within};
use crate::tui::layers::{Asking, Prompt};
use crate::tui::model::{Cx, Model, Request, Screen, Words, body};
use crate::tui::screens::cases::draw::{Line, draw_lines};
use crate::tui::screens::cases::place_name;
use crate::tui::screens::hotspots::period_name;
use crate::tui::text::wrap;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// Rows above the figures.
const ABOVE: u16 = 3;
/// A column of figures is at least so wide, where there are several.
const COLUMN: u16 = 38;
/// Before and after are told apart so many days ago until an officer picks the day.
const CHANGED_AGO: u64 = 90;

/// One facility.
pub struct FacilityScreen {
    id: Option<FacilityId>,
    within: Within,
    /// The day that the officer picked for before and after.
    changed_on: Option<NaiveDate>,
    shown: Option<Box<FacilityView>>,
    problem: Option<AppError>,
    asked: Generation,
    /// Counts what was asked to be done.
    deeds: Generation,
    /// The first row seen.
    top: usize,
    /// Where it goes back to.
    from: Screen,
}

impl Default for FacilityScreen {
    fn default() -> Self {
        Self {
            id: None,
            within: Within::default(),
            changed_on: None,
            shown: None,
            problem: None,
            asked: Generation::default(),
            deeds: Generation::default(),
            top: 0,
            from: Screen::Hotspots,
        }
    }
}

impl FacilityScreen {
    /// Shows a facility, of the cases that were looked at where it was chosen.
    pub fn open(&mut self, id: FacilityId, within: Within, cx: &mut Cx<'_>) {
        self.from = if cx.screen == Screen::Facility { self.from } else { cx.screen };
        self.id = Some(id);
        self.within = within;
        self.changed_on = None;
        self.shown = None;
        self.problem = None;
        self.top = 0;
        self.reload(cx);
    }

    /// Which cases are looked at.
    pub fn within(&self) -> Within {
        self.within.clone()
    }

    /// The facility, once it is known.
    pub fn facility(&self) -> Option<Arc<Facility>> {
        self.shown.as_ref()?.facility.clone()
    }

    /// Its code.
    pub fn id(&self) -> Option<FacilityId> {
        self.id.clone()
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some(id) = &self.id {
            let changed_on = self.changed_on(cx.today);
            let query = Query::Facility { id: id.clone(), within: self.within.clone(), changed_on };
            cx.effects.push(Effect::Read(query, self.asked.next()));
        }
    }

    /// The day before which and from which on it is compared.
    fn changed_on(&self, today: NaiveDate) -> NaiveDate {
        let first = today.checked_sub_days(Days::new(CHANGED_AGO)).unwrap_or(today);
        self.changed_on.unwrap_or(first)
    }

    /// Asks for the day before which and from which on it is compared.
    fn ask_day(&self, cx: &mut Cx<'_>) {
        let day = dates::date(self.changed_on(cx.today), cx.lang);
        let (title, hint) = (Words::fixed(words::change_day), Words::fixed(words::change_day_hint));
        cx.requests.push(Request::Lay(Prompt::line(Asking::DayOfChange, title, hint, &day)));
    }

    /// The day was typed: compares again, or says what is wrong with it.
    pub fn told_day(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
        let typed = dates::typed(text, cx.lang);
        let day =
            date::parse(&typed).or_else(|error| date::parse_relative(&typed, cx.today).map_err(|_| error));
        let day = day.map_err(|error| Words::new(move |lang| error.what(lang)))?;
        self.changed_on = Some(day);
        self.reload(cx);
        Ok(())
    }

    /// It came.
    pub fn answered(&mut self, generation: Generation, shown: Result<Box<FacilityView>, AppError>) {
        if generation != self.asked {
            return;
        }
        match shown {
            Ok(shown) => {
                self.problem = None;
                self.shown = Some(shown);
            }
            Err(error) => self.problem = Some(error),
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        let page = usize::from(body(cx.size).height.saturating_sub(ABOVE)).max(1);
        match action {
            Action::GoIn => {
                if let Some(id) = &self.id {
                    let days = self.within.period.query(cx.today);
                    let query = format!("facility:{id} {days} {}", self.within.filter.trim());
                    let words: Vec<&str> = query.split_whitespace().collect();
                    cx.requests.push(Request::ShowCases(words.join(" ")));
                }
            }
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            Action::DayOfChange => self.ask_day(cx),
            Action::FacilityMenu => cx.requests.push(Request::Lay(self.menu())),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown => self.top += page,
            Action::First => self.top = 0,
            Action::Last => self.top = usize::MAX / 2,
            _ => {}
        }
        let columns = self.columns(cx.lang, Theme::PLAIN, cx.today, cx.size.0);
        self.top = self.first_seen(&columns, page);
    }

    /// Takes a click: what is shown goes in, like Enter.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        if let Hit::Act(action) = hit {
            self.act(action, cx);
        }
    }

    /// The first row seen of figures of which so many rows are seen at once: the screen may have grown, and the
    /// figures become fewer, since one last moved.
    fn first_seen(&self, columns: &[Vec<Line>], seen: usize) -> usize {
        self.top.min(longest(columns).saturating_sub(seen))
    }

    /// The figures in as many columns as there is room for.
    fn columns(&self, lang: Lang, theme: Theme, today: chrono::NaiveDate, width: u16) -> Vec<Vec<Line>> {
        let count = (width / COLUMN).clamp(1, 3);
        let room = usize::from(width / count).saturating_sub(2);
        let mut columns = vec![Vec::new(); count.into()];
        let Some(shown) = &self.shown else {
            return columns;
        };
        // Months and rises; waits, payers and what changed; and issues: what belongs together stays together.
        let places: [usize; 6] = match count {
            1 => [0; 6],
            2 => [0, 0, 1, 1, 1, 0],
            _ => [0, 0, 1, 1, 2, 2],
        };
        for (place, section) in places.into_iter().zip(sections::of(shown, lang, theme, today, room)) {
            if let Some(column) = columns.get_mut(place) {
                column.extend(section);
                column.push(Line::new());
            }
        }
        for column in &mut columns {
            column.pop();
        }
        columns
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(id) = &self.id else {
            return;
        };
        self.draw_head(id, model, canvas);
        if let Some(problem) = &self.problem {
            canvas.text(1, ABOVE, &format!("! {}", problem.what(lang)), theme.error());
            canvas.text(3, ABOVE + 1, &problem.hint(lang).unwrap_or_default(), theme.text());
            return;
        }
        let Some(shown) = &self.shown else {
            canvas.text(1, ABOVE, words::facility_reading(lang), theme.dim());
            return;
        };
        if shown.counts.cases == 0 && shown.issues.is_empty() {
            let room = usize::from(canvas.width().saturating_sub(2));
            for (y, line) in (ABOVE..).zip(wrap(words::no_cases_here(lang), room)) {
                canvas.text(1, y, &line, theme.text());
            }
            return;
        }
        let columns = self.columns(lang, theme, model.today, canvas.width());
        let (width, height) = (canvas.width() / columns.len().max(1) as u16, canvas.height());
        let seen = usize::from(height.saturating_sub(ABOVE));
        let top = self.first_seen(&columns, seen);
        for (x, lines) in (0..).map(|column| column * width).zip(&columns) {
            let mut pane = canvas.part(x, ABOVE, width, height.saturating_sub(ABOVE));
            draw_lines(lines, top, &mut pane);
        }
        if longest(&columns) > top + seen {
            canvas.text_right(0, height.saturating_sub(1), canvas.width(), "↓", theme.key());
        }
        if theme.plain {
            canvas.set_cursor(0, 0);
        }
    }

    fn draw_head(&self, id: &FacilityId, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let facility = self.shown.as_ref().and_then(|shown| shown.facility.as_deref());
        let name =
            |facility: &Facility, lang: Lang| lang.pick(&facility.name_km, &facility.name_en).to_owned();
        let names = facility.map(|known| (name(known, lang), name(known, lang.other())));
        let (own, other) = names.unwrap_or_else(|| (id.to_string(), String::new()));
        canvas.pieces(
            1,
            0,
            &[(own.as_str(), theme.heading()), ("  ", theme.text()), (other.as_str(), theme.dim())],
        );
        let mut place = vec![id.to_string()];
        if let Some(facility) = facility {
            place.insert(0, place_name(facility, lang));
            place.insert(0, facility.kind.name(lang).to_owned());
        }
        let notes = facility.map(|facility| facility_notes(facility, lang)).unwrap_or_default();
        let notes = notes.iter().fold(String::new(), |all, note| all + "  ! " + note);
        canvas.pieces(1, 1, &[(place.join(" · ").as_str(), theme.text()), (notes.as_str(), theme.error())]);
        let mut within = vec![period_name(self.within.period)(lang).to_owned()];
        if !self.within.filter.trim().is_empty() {
            within.push(self.within.filter.trim().to_owned());
        }
        if let Some(shown) = &self.shown {
            let (cases, open) = (shown.counts.cases.into(), shown.counts.open.into());
            let number = |count| crate::i18n::numbers::number(count, lang);
            within.insert(0, words::total(lang, &number(cases), &number(open)));
        }
        canvas.text(1, 2, &within.join(" · "), theme.text());
    }
}

/// How many rows the longest column has.
fn longest(columns: &[Vec<Line>]) -> usize {
    columns.iter().map(Vec::len).max().unwrap_or(0)
}
