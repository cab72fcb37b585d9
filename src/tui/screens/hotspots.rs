//! The ranking: province, then district, then facility, then its cases.

use crate::app::{AppError, GroupView, HotspotsView};
use crate::book::GroupBy;
use crate::domain::filter::Test;
use crate::domain::issue::IssueCode;
use crate::domain::place::PlaceCode;
use crate::i18n::numbers::{digits, minutes, number, percent};
use crate::i18n::{Lang, Language, Speak};
use crate::insight::SMALL;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, Query};
use crate::tui::model::{Cx, Model, Request, body};
use crate::tui::text::{pad, pad_left, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// A place that was gone into.
struct Step {
    test: Test,
    name_km: String,
    name_en: String,
    /// Where the marker stood above.
    place: Place,
}

/// The ranking.
#[derive(Default)]
pub struct Hotspots {
    path: Vec<Step>,
    ranking: Option<HotspotsView>,
    problem: Option<AppError>,
    place: Place,
    asked: Generation,
}

impl Hotspots {
    fn by(&self) -> GroupBy {
        match self.path.len() {
            0 => GroupBy::Province,
            1 => GroupBy::District,
            _ => GroupBy::Facility,
        }
    }

    fn groups(&self) -> &[GroupView] {
        self.ranking.as_ref().map_or(&[], |ranking| &ranking.groups)
    }

    /// Counts again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        let inside = self.path.iter().map(|step| step.test.clone()).collect();
        cx.effects.push(Effect::Read(Query::Hotspots { inside, by: self.by() }, self.asked.next()));
    }

    /// A ranking came.
    pub fn answered(&mut self, generation: Generation, ranking: Result<HotspotsView, AppError>) {
        if generation != self.asked {
            return;
        }
        match ranking {
            Ok(ranking) => {
                self.problem = None;
                self.ranking = Some(ranking);
                self.place.chosen = self.place.chosen.min(self.groups().len().saturating_sub(1));
            }
            Err(error) => self.problem = Some(error),
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::GoIn => self.go_in(cx),
            Action::GoBack => match self.path.pop() {
                Some(step) => {
                    self.ranking = None;
                    self.place = step.place;
                    self.reload(cx);
                }
                None => cx.requests.push(Request::Show(crate::tui::model::Screen::Cases)),
            },
            Action::Refresh => self.reload(cx),
            _ => {
                self.place.act(action, self.groups().len(), rows(cx.size));
            }
        }
    }

    fn go_in(&mut self, cx: &mut Cx<'_>) {
        let Some(group) = self.groups().get(self.place.chosen) else {
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
        let (name_km, name_en) = (group.name_km.clone(), group.name_en.clone());
        self.path.push(Step { test, name_km, name_en, place: self.place });
        self.ranking = None;
        self.place = Place::default();
        self.reload(cx);
    }

    /// Takes a click: the first chooses a row, the second goes in.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.go_in(cx),
            Hit::Row(index) => self.place.chosen = index,
            _ => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut path = words::whole_country(lang).to_owned();
        for step in &self.path {
            path = format!("{path} › {}", lang.pick(&step.name_km, &step.name_en));
        }
        let what = match self.by() {
            GroupBy::Province => words::by_province(lang),
            GroupBy::District => words::by_district(lang),
            _ => words::by_facility(lang),
        };
        canvas.pieces(1, 0, &[(path.as_str(), theme.heading()), (" · ", theme.dim()), (what, theme.text())]);
        if let Some(problem) = &self.problem {
            canvas.text(1, 2, &format!("! {}", problem.what(lang)), theme.error());
            return;
        }
        let Some(ranking) = &self.ranking else {
            canvas.text(1, 2, words::counting(lang), theme.dim());
            return;
        };
        canvas.text(1, 1, &total_line(&ranking.total, lang), theme.text());
        if ranking.groups.is_empty() {
            for (y, line) in
                (3..).zip(wrap(words::no_hotspots_yet(lang), usize::from(canvas.width().saturating_sub(4))))
            {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        let columns = Columns::new(canvas.width(), lang);
        canvas.text(0, 2, &columns.head(lang), theme.dim().patch(theme.heading()));
        let most = ranking.groups.iter().map(|group| group.cases).max().unwrap_or(1).max(1);
        let seen = rows(model.size);
        let mut place = self.place;
        place.fit(ranking.groups.len(), seen);
        for (y, (index, group)) in ranking.groups.iter().enumerate().skip(place.top).take(seen).enumerate() {
            let y = y as u16 + 3;
            columns.row(index, group, most, y, model, canvas);
            let across = canvas.width();
            canvas.zone(0, y, across, 1, Hit::Row(index));
            if index == place.chosen {
                canvas.text(0, y, ">", theme.text());
                canvas.style_row(y, theme.selected());
                if theme.plain {
                    canvas.set_cursor(0, y);
                }
            }
        }
    }
}

/// How many groups are seen at once.
fn rows(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(3))
}

fn total_line(total: &GroupView, lang: Lang) -> String {
    let mut line = words::total(lang, &number(total.cases.into(), lang), &number(total.open.into(), lang));
    if total.with_issue(IssueCode::Good) > 0 {
        line.push_str(" · ");
        line.push_str(words::praise_apart(lang));
    }
    if let Some(median) = total.wait_median {
        line.push_str(" · ");
        let timed = number(total.timed.into(), lang);
        line.push_str(&words::median_of(lang, &minutes(median.round() as u32, lang), &timed));
    }
    line
}

/// How wide what is.
struct Columns {
    name: usize,
    bar: usize,
    wait: usize,
    has_open: bool,
    has_wait: bool,
    has_severe: bool,
}

/// So that a bar does not stand far from its name on a wide screen.
const WIDEST_NAME: usize = 44;
const RANK: usize = 3;
const COUNT: usize = 7;
const OPEN: usize = 7;
const SEVERE: usize = 8;

impl Columns {
    fn new(columns: u16, lang: Lang) -> Self {
        let columns = usize::from(columns);
        let wait = match lang.language() {
            Language::Km => 16,
            Language::En => 13,
        };
        let has_open = columns >= 50;
        let has_wait = columns >= 66;
        let has_severe = columns >= 60;
        let taken = 2
            + RANK
            + 1
            + COUNT
            + if has_open { OPEN } else { 0 }
            + if has_wait { wait + 1 } else { 0 }
            + if has_severe { SEVERE } else { 0 };
        let rest = columns.saturating_sub(taken + 2);
        let name = (rest - rest / 4).min(WIDEST_NAME);
        let bar = rest - name;
        Self { name, bar, wait, has_open, has_wait, has_severe }
    }

    fn head(&self, lang: Lang) -> String {
        let mut line = format!(
            "  {} {} {}{}",
            pad_left("", RANK),
            pad(words::column_name(lang), self.name),
            pad("", self.bar),
            pad_left(words::column_cases(lang), COUNT)
        );
        if self.has_open {
            line.push_str(&pad_left(words::column_open(lang), OPEN));
        }
        if self.has_severe {
            line.push_str(&pad_left(words::column_severe(lang), SEVERE));
        }
        if self.has_wait {
            line.push(' ');
            line.push_str(&pad_left(words::column_median(lang), self.wait));
        }
        line
    }

    fn row(
        &self,
        index: usize,
        group: &GroupView,
        most: u32,
        y: u16,
        model: &Model,
        canvas: &mut Canvas<'_>,
    ) {
        let (lang, theme) = (model.lang, model.theme);
        let has_verdict = group.cases >= SMALL;
        let style = if has_verdict { theme.text() } else { theme.dim() };
        let rank = if has_verdict { digits(&(index + 1).to_string(), lang) } else { "–".to_owned() };
        let mut x = 2;
        canvas.text_in(x, y, RANK as u16, &pad_left(&rank, RANK), style);
        x += RANK as u16 + 1;
        canvas.text_in(x, y, self.name as u16, group.name(lang), style);
        x += self.name as u16 + 1;
        let length = (self.bar * group.cases as usize).div_ceil(most as usize);
        let bar = if theme.plain { String::new() } else { "█".repeat(length.min(self.bar)) };
        canvas.text_in(x, y, self.bar as u16, &bar, if has_verdict { theme.bar() } else { theme.dim() });
        x += self.bar as u16;
        canvas.text_right(x, y, COUNT as u16, &number(group.cases.into(), lang), style);
        x += COUNT as u16;
        if self.has_open {
            canvas.text_right(x, y, OPEN as u16, &number(group.open.into(), lang), style);
            x += OPEN as u16;
        }
        if self.has_severe {
            let share = group.severe_share.map_or_else(|| "–".to_owned(), |share| percent(share, lang));
            canvas.text_right(x, y, SEVERE as u16, &share, style);
            x += SEVERE as u16;
        }
        if self.has_wait {
            let median = match group.wait_median {
                Some(median) => {
                    let timed = number(group.timed.into(), lang);
                    format!("{} ({timed})", minutes(median.round() as u32, lang))
                }
                None => "–".to_owned(),
            };
            let style = if group.timed >= SMALL { style } else { theme.dim() };
            canvas.text_right(x + 1, y, self.wait as u16, &median, style);
        }
    }
}
