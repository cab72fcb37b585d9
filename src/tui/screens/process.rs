//! Process figures: what parties received, what they answered and how fast, what came of it, and what became of their
//! promises; by party, province, facility or month.

mod draw;
mod table;

use crossterm::event::KeyEvent;

use crate::app::AppError;
use crate::app::follow::{Process, ProcessBy, ProcessGroup, ProcessRequest};
use crate::brief::plain::{self, Handled, Raised};
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::tui::action::{Action, Context};
use crate::tui::effect::ledger::{Found, Look};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::layers::{Menu, Picking};
use crate::tui::model::{Cx, Request, Screen, Words, body};
use crate::tui::screens::hotspots::period_name;
use crate::tui::text::Field;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::choices::beside;
use crate::tui::widgets::input;
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// Process figures.
#[derive(Default)]
pub struct ProcessScreen {
    by: ProcessBy,
    period: Period,
    filter: Field,
    is_typing: bool,
    found: Option<Box<Process>>,
    problem: Option<AppError>,
    asked: Generation,
    place: Place,
    /// On which group the marker belongs when the figures come.
    wanted: Option<String>,
}

impl ProcessScreen {
    /// Where the keys go.
    pub fn context(&self) -> Context {
        if self.is_typing { Context::Filter } else { Context::Process }
    }

    /// The screen comes to the front: the keys go to the table.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        self.is_typing = false;
        self.reload(cx);
    }

    /// Counts again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        self.wanted = self.wanted.take().or(self.chosen().map(|group| group.key.clone()));
        let query = self.filter.value().trim().to_owned();
        let request = ProcessRequest { query, span: self.period.span(cx.today), by: self.by };
        cx.effects.push(Effect::Write(Work::Look(Box::new(Look::Process(request)), self.asked.next())));
    }

    /// All raised cases, then each group.
    fn groups(&self) -> impl Iterator<Item = &ProcessGroup> {
        self.found.iter().flat_map(|found| std::iter::once(&found.total).chain(&found.groups))
    }

    fn chosen(&self) -> Option<&ProcessGroup> {
        self.groups().nth(self.place.chosen)
    }

    /// They came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &Cx<'_>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(Found::Process(found)) => {
                self.problem = None;
                self.found = Some(found);
                let wanted = self.wanted.take();
                let row = wanted.and_then(|key| self.groups().position(|group| group.key == key));
                self.place.chosen = row.unwrap_or(self.place.chosen);
                self.fit(cx);
            }
            Ok(_) => {}
            Err(error) => self.problem = Some(error),
        }
    }

    fn fit(&mut self, cx: &Cx<'_>) {
        let (count, seen) = (self.groups().count(), Self::seen(cx.size));
        self.place.fit(count, seen);
    }

    fn seen(size: (u16, u16)) -> usize {
        usize::from(draw::layout(body(size)).1).max(1)
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::GroupBy => {
                let all = ProcessBy::NAMES.map(|(_, by)| by);
                self.by = beside(&all, self.by, true);
                (self.place, self.wanted, self.found) = (Place::default(), None, None);
                self.reload(cx);
            }
            Action::Period => {
                let at = Period::ALL.iter().position(|period| *period == self.period).unwrap_or(0);
                let labels = Period::ALL.map(period_name).map(Words::fixed);
                cx.requests.push(Request::Lay(Menu::pick(words::period, Picking::ProcessPeriod, labels, at)));
            }
            Action::Filter => self.is_typing = true,
            Action::FilterDone => {
                self.is_typing = false;
                self.reload(cx);
            }
            Action::ClearFilter => {
                self.is_typing = false;
                self.clear(cx);
            }
            Action::GoBack if !self.filter.is_empty() => self.clear(cx),
            Action::GoBack => cx.requests.push(Request::Show(Screen::Hotspots)),
            Action::Refresh => self.reload(cx),
            Action::GoIn => self.go_in(cx),
            Action::Up if self.place.chosen == 0 => self.is_typing = true,
            _ => {
                let (count, seen) = (self.groups().count(), Self::seen(cx.size));
                self.place.act(action, count, seen);
            }
        }
    }

    /// Shows the cases of the chosen group: a party's page, a facility's, or the cases of a province.
    fn go_in(&mut self, cx: &mut Cx<'_>) {
        let Some(key) = self.chosen().map(|group| group.key.clone()).filter(|_| self.place.chosen > 0) else {
            return;
        };
        let request = match self.by {
            ProcessBy::Party => key.parse().ok().map(Request::OpenParty),
            ProcessBy::Facility => key.parse().ok().map(Request::OpenFacility),
            ProcessBy::Province if !key.is_empty() => {
                let words = format!("province:{key} status:raised,answered {}", self.filter.value());
                Some(Request::ShowCases(words.trim().to_owned()))
            }
            ProcessBy::Province | ProcessBy::Month => None,
        };
        cx.requests.extend(request);
    }

    /// Counts another period, chosen from the list.
    pub fn count_period(&mut self, index: usize, cx: &mut Cx<'_>) {
        if let Some(period) = Period::ALL.get(index) {
            self.period = *period;
            self.reload(cx);
        }
    }

    fn clear(&mut self, cx: &mut Cx<'_>) {
        if !self.filter.is_empty() {
            self.filter = Field::default();
            self.reload(cx);
        }
    }

    /// Takes a key that is no action. What is typed is counted when it is done: counting takes its time.
    pub fn typed(&mut self, key: KeyEvent) {
        if self.is_typing {
            input::edit(&mut self.filter, key);
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.is_typing {
            self.filter.insert(text);
        }
    }

    /// Takes a click: the first chooses a row, the second goes in.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen && !self.is_typing => self.go_in(cx),
            Hit::Row(index) => {
                self.is_typing = false;
                self.place.chosen = index;
                self.fit(cx);
            }
            Hit::Act(action) => self.act(action, cx),
            _ => {}
        }
    }
}

/// A group in plain words.
fn sentence(group: &ProcessGroup, by: ProcessBy, lang: Lang) -> String {
    let name = lang.pick(group.name_km.as_str(), group.name_en.as_str());
    let raised = match by {
        _ if group.key == "all" => Raised::All,
        ProcessBy::Party => Raised::With(name),
        ProcessBy::Province => Raised::From(name),
        ProcessBy::Facility => Raised::About(name),
        ProcessBy::Month => Raised::In(name),
    };
    let handled = Handled {
        received: group.received,
        answered: group.answered,
        in_time: group.answered_in_time.map_or(group.answered, |share| share.n),
        overdue: group.overdue,
        open: group.open,
        withdrawn: group.withdrawn,
        closed: group.closed,
        days: group.days_median.zip(group.days_p90),
    };
    plain::handled(raised, &handled, lang)
}
