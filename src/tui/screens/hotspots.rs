//! Map and ranking: the country's provinces, then districts, then facilities. What is shown of them, of which period
//! and of which cases, is chosen here and stays while one goes in and out.

mod draw;
mod funnel;
mod measure;
mod rows;
mod told;
mod zoom;

use crossterm::event::KeyEvent;

use crate::app::{AppError, GroupView, HotspotsView, Preferences};
use crate::book::GroupBy;
use crate::domain::filter::Test;
use crate::domain::period::Period;
use crate::domain::place::{PlaceCode, Province};
use crate::i18n::Lang;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{Effect, Generation, Query, Within};
use crate::tui::layers::{Menu, Picking};
use crate::tui::model::{Cx, Request, Screen, Tone, Words};
use crate::tui::text::Field;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::funnel::Curve;
use crate::tui::widgets::input::{self, Edited};
use crate::tui::widgets::list::Place;
use crate::tui::words;

use measure::{Measure, ranked};

/// A place that was gone into.
struct Step {
    test: Test,
    /// The code of the place; `None` for those for whom it is not known.
    key: Option<String>,
    name_km: String,
    name_en: String,
}

/// Map and ranking.
#[derive(Default)]
pub struct Hotspots {
    path: Vec<Step>,
    measure: Measure,
    period: Period,
    filter: Field,
    is_typing: bool,
    hides_map: bool,
    /// Whether the funnel stands where the map does.
    shows_funnel: bool,
    /// The limits of the funnel, while it is shown.
    curve: Option<Curve>,
    ranking: Option<Box<HotspotsView>>,
    /// The groups in the order of the measure.
    order: Vec<usize>,
    problem: Option<AppError>,
    place: Place,
    /// On which group the marker belongs when the ranking comes.
    wanted: Option<Option<String>>,
    asked: Generation,
}

/// What the periods are called, as they are offered.
pub fn period_name(period: Period) -> fn(Lang) -> &'static str {
    match period {
        Period::All => words::period_all,
        Period::LastYear => words::period_last_year,
        Period::ThisYear => words::period_this_year,
        Period::Last90Days => words::period_last_90_days,
    }
}

impl Hotspots {
    /// Where the keys go.
    pub fn context(&self) -> Context {
        if self.is_typing { Context::Filter } else { Context::Hotspots }
    }

    /// Of which cases something is shown.
    pub fn within(&self) -> Within {
        Within { filter: self.filter.value().to_owned(), period: self.period }
    }

    /// The same with the places gone into.
    pub fn all_within(&self) -> Within {
        let places = self.path.iter().filter_map(|step| match step.key.as_ref()?.parse().ok()? {
            PlaceCode::Province(code) => Some(format!("province:{code}")),
            PlaceCode::District(code) => Some(format!("district:{code}")),
            PlaceCode::Commune(_) => None,
        });
        let words: Vec<String> = places.chain([self.filter.value().trim().to_owned()]).collect();
        Within { filter: words.join(" ").trim().to_owned(), period: self.period }
    }

    fn by(&self) -> GroupBy {
        match self.path.len() {
            0 => GroupBy::Province,
            1 => GroupBy::District,
            _ => GroupBy::Facility,
        }
    }

    /// The province that was gone into.
    fn province(&self) -> Option<Province> {
        match self.path.first()?.key.as_ref()?.parse().ok()? {
            PlaceCode::Province(province) => Some(province),
            _ => None,
        }
    }

    /// The groups in the order of the measure.
    fn groups(&self) -> impl Iterator<Item = &GroupView> {
        let groups = self.ranking.as_ref().map_or(&[][..], |ranking| &ranking.groups);
        self.order.iter().filter_map(|index| groups.get(*index))
    }

    fn chosen(&self) -> Option<&GroupView> {
        self.groups().nth(self.place.chosen)
    }

    /// The screen comes to the front: the keys go to the ranking.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        self.is_typing = false;
        self.reload(cx);
    }

    /// What is shown: cases where residents are not known, for the census is here by province only.
    fn measure(&self) -> Measure {
        if self.measure == Measure::Rate && !self.path.is_empty() { Measure::Cases } else { self.measure }
    }

    /// Counts again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        self.want_chosen();
        let inside = self.path.iter().map(|step| step.test.clone()).collect();
        let query = Query::Hotspots { inside, within: self.within(), by: self.by() };
        cx.effects.push(Effect::Read(query, self.asked.next()));
    }

    /// Keeps the marker on the group it is on, wherever that goes.
    fn want_chosen(&mut self) {
        if self.wanted.is_none() {
            self.wanted = self.chosen().map(|group| group.key.clone());
        }
    }

    fn rank(&mut self, cx: &Cx<'_>) {
        self.find_limits();
        let groups = self.ranking.as_ref().map_or(&[][..], |ranking| &ranking.groups);
        self.order = ranked(groups, self.measure());
        let wanted = self.wanted.take();
        let row = wanted.and_then(|wanted| self.groups().position(|group| group.key == wanted));
        self.place.chosen = row.unwrap_or(self.place.chosen);
        let seen = self.seen(cx.size, cx.lang);
        self.place.fit(self.order.len(), seen);
    }

    /// A ranking came.
    pub fn answered(
        &mut self,
        generation: Generation,
        ranking: Result<Box<HotspotsView>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked {
            return;
        }
        match ranking {
            Ok(ranking) => {
                self.problem = None;
                self.ranking = Some(ranking);
                self.rank(cx);
            }
            Err(error) => self.problem = Some(error),
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::GoIn => self.go_in(cx),
            Action::GoBack => self.go_back(cx),
            Action::Refresh => self.reload(cx),
            Action::Filter => self.is_typing = true,
            Action::FilterDone => self.is_typing = false,
            Action::ClearFilter => {
                self.is_typing = false;
                self.clear_filter(cx);
            }
            Action::Measure => {
                let at = Measure::all().position(|measure| measure == self.measure()).unwrap_or(0);
                let labels = Measure::all().map(|measure| Words::new(move |lang| measure.name(lang)));
                cx.requests.push(Request::Lay(Menu::pick(words::measure, Picking::Measure, labels, at)));
            }
            Action::Period => {
                let at = Period::ALL.iter().position(|period| *period == self.period).unwrap_or(0);
                let labels =
                    Period::ALL.map(period_name).into_iter().chain([words::period_own as fn(_) -> _]);
                let labels = labels.map(Words::fixed);
                cx.requests.push(Request::Lay(Menu::pick(words::period, Picking::Period, labels, at)));
            }
            Action::ToggleMap => {
                self.hides_map = !self.hides_map && !self.shows_funnel;
                self.show_funnel(false, cx);
            }
            Action::ToggleFunnel => self.show_funnel(!self.shows_funnel, cx),
            Action::Up if self.place.chosen == 0 => self.is_typing = true,
            _ => {
                let seen = self.seen(cx.size, cx.lang);
                self.place.act(action, self.order.len(), seen);
            }
        }
    }

    /// Shows another measure, chosen from the list.
    pub fn measure_by(&mut self, index: usize, cx: &mut Cx<'_>) {
        if let Some(measure) = Measure::all().nth(index) {
            self.measure = measure;
            let preferences = Preferences { measure: measure.code().to_owned(), ..cx.preferences.clone() };
            cx.requests.push(Request::Prefer(preferences, cx.lang));
            self.want_chosen();
            self.rank(cx);
            if self.measure() != measure {
                cx.toast(Tone::Plain, Words::fixed(words::rate_of_provinces));
            } else if measure == Measure::Members && self.groups().all(|group| group.members.is_none()) {
                cx.toast(Tone::Plain, Words::fixed(words::no_members_counted));
            }
        }
    }

    /// Shows what was shown when the program was left.
    pub fn restore(&mut self, preferences: &Preferences) {
        self.measure =
            Measure::all().find(|measure| measure.code() == preferences.measure).unwrap_or_default();
    }

    /// Shows another period, chosen from the list; its last line is for days of one's own, typed as a filter.
    pub fn count_period(&mut self, index: usize, cx: &mut Cx<'_>) {
        if let Some(period) = Period::ALL.get(index) {
            self.period = *period;
        } else {
            self.period = Period::All;
            self.is_typing = true;
            if !self.filter.value().contains("since:") {
                let days = Period::ThisYear.query(cx.today);
                self.filter = Field::new(format!("{} {days}", self.filter.value().trim()).trim());
            }
        }
        self.reload(cx);
    }

    fn clear_filter(&mut self, cx: &mut Cx<'_>) {
        if !self.filter.is_empty() {
            self.filter = Field::default();
            self.reload(cx);
        }
    }

    fn go_back(&mut self, cx: &mut Cx<'_>) {
        match self.path.pop() {
            Some(step) => {
                self.wanted = Some(step.key);
                self.come(cx);
            }
            None if !self.filter.is_empty() => self.clear_filter(cx),
            None => cx.requests.push(Request::Show(Screen::Cases)),
        }
    }

    fn go_in(&mut self, cx: &mut Cx<'_>) {
        let Some(group) = self.chosen() else {
            return;
        };
        let test = match (self.by(), &group.key) {
            (GroupBy::Facility, Some(key)) => {
                if let Ok(id) = key.parse() {
                    cx.requests.push(Request::OpenFacility(id));
                }
                return;
            }
            (GroupBy::District, None) => Test::DistrictUnknown,
            (_, Some(key)) => match key.parse::<PlaceCode>() {
                Ok(code) => Test::Place(vec![code]),
                Err(_) => return,
            },
            (_, None) => return,
        };
        let (key, name_km, name_en) = (group.key.clone(), group.name_km.clone(), group.name_en.clone());
        self.path.push(Step { test, key, name_km, name_en });
        self.wanted = None;
        self.come(cx);
    }

    /// Another level: what was counted is not its.
    fn come(&mut self, cx: &mut Cx<'_>) {
        self.ranking = None;
        self.order.clear();
        self.place = Place::default();
        self.reload(cx);
    }

    /// Takes a click: the first chooses a row or a place on the map, the second goes in.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        let (Hit::Row(index) | Hit::Place(index)) = hit else {
            return;
        };
        self.is_typing = false;
        if index == self.place.chosen {
            self.go_in(cx);
        } else if index < self.order.len() {
            self.place.chosen = index;
            let seen = self.seen(cx.size, cx.lang);
            self.place.fit(self.order.len(), seen);
        }
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        if self.is_typing && input::edit(&mut self.filter, key) == Edited::Changed {
            self.reload(cx);
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, cx: &mut Cx<'_>) {
        if self.is_typing {
            self.filter.insert(text);
            self.reload(cx);
        }
    }
}
