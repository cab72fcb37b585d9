//! The ladder for a facility: with whom its cases are raised, rung by rung, and who comes next.

use ratatui::style::Style;

use super::table::{self, titled};
use crate::app::AppError;
use crate::domain::facility::FacilityId;
use crate::domain::number::CaseNumber;
use crate::i18n::Lang;
use crate::i18n::numbers::digits;
use crate::tui::action::Action;
use crate::tui::effect::ledger::{Found, LadderPage, Look};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::model::{Cx, Model, Request, Screen, body};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::columns::{self, Cell, Choices, Column};
use crate::tui::widgets::list::Place;
use crate::tui::widgets::unread;
use crate::tui::words::ledger;

/// Rows above the rungs with their heads.
const ABOVE: u16 = 3;

/// The ladder for a facility.
pub struct Ladder {
    of: Option<(FacilityId, Option<CaseNumber>)>,
    page: Option<Box<LadderPage>>,
    problem: Option<AppError>,
    asked: Generation,
    place: Place,
    /// Whether the officer put the marker where it is; until then it stands on the next rung.
    has_chosen: bool,
    from: Screen,
}

impl Default for Ladder {
    fn default() -> Self {
        Self {
            of: None,
            page: None,
            problem: None,
            asked: Generation::default(),
            place: Place::default(),
            has_chosen: false,
            from: Screen::People,
        }
    }
}

impl Ladder {
    /// Shows the ladder for a facility, and where the case stands on it.
    pub fn open(&mut self, id: FacilityId, case: Option<CaseNumber>, cx: &mut Cx<'_>) {
        if cx.screen != Screen::Ladder {
            self.from = cx.screen;
        }
        self.of = Some((id, case));
        (self.page, self.problem) = (None, None);
        (self.place, self.has_chosen) = (Place::default(), false);
        self.reload(cx);
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some((id, case)) = &self.of {
            let look = Look::Ladder(id.clone(), case.clone());
            cx.effects.push(Effect::Write(Work::Look(Box::new(look), self.asked.next())));
        }
    }

    fn count(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.rungs.len())
    }

    /// It came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &Cx<'_>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(Found::Ladder(page)) => {
                self.problem = None;
                if !self.has_chosen {
                    self.place.chosen = page.next().unwrap_or(0);
                }
                self.page = Some(page);
                self.place.fit(self.count(), seen(cx.size));
            }
            Ok(_) => {}
            Err(error) => self.problem = Some(error),
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::Open => {
                let rung = self.page.as_ref().and_then(|page| page.rungs.get(self.place.chosen));
                cx.requests.extend(rung.map(|rung| Request::OpenParty(rung.known.party.clone())));
            }
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            _ => {
                let count = self.count();
                self.has_chosen |= self.place.act(action, count, seen(cx.size));
            }
        }
    }

    /// Takes a click: the first chooses a rung, the second opens it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.act(Action::Open, cx),
            Hit::Row(index) => {
                (self.place.chosen, self.has_chosen) = (index, true);
                self.place.fit(self.count(), seen(cx.size));
            }
            _ => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(page) = &self.page else {
            unread::draw(self.problem.as_ref(), lang, theme, canvas);
            return;
        };
        let name = page.facility.as_ref().map_or_else(
            || page.id.to_string(),
            |known| lang.pick(&known.name_km, &known.name_en).to_owned(),
        );
        canvas.text(1, 0, &ledger::ladder_of(lang, &name), theme.heading());
        let room = usize::from(canvas.width().saturating_sub(2)).max(1);
        let said = wrap(&standing(page, lang), room).into_iter().next().unwrap_or_default();
        canvas.text(1, 1, &said, theme.text());
        let heads = heads(lang);
        let cells: Vec<Vec<Cell>> =
            (0..page.rungs.len()).map(|rung| cells(page, rung, lang, theme)).collect();
        let widths = columns::widths(&heads, &cells, usize::from(canvas.width().saturating_sub(3)));
        columns::head(&heads, &widths, (2, ABOVE - 1), theme.dim(), canvas);
        let mut place = self.place;
        place.fit(page.rungs.len(), seen(model.size));
        let choices = Choices { chosen: place.chosen, theme, is_typing: false };
        let shown = cells.iter().enumerate().skip(place.top).take(seen(model.size));
        for (y, (index, cells)) in (ABOVE..).zip(shown) {
            choices.row(&heads, &widths, (index, y), cells, canvas);
        }
        let y = ABOVE + page.rungs.len() as u16 + 1;
        if y < canvas.height() {
            canvas.part(1, y, canvas.width().saturating_sub(2), u16::MAX).paragraph(
                0,
                0,
                ledger::ladder_note(lang),
                theme.dim(),
            );
        }
    }
}

/// The number of the rung and where it stands, then what a table of parties has.
fn heads(lang: Lang) -> Vec<Column> {
    let mut parties = table::heads(lang);
    if let Some(party) = parties.first_mut() {
        party.least = Some(20);
    }
    [Column::whole("", 0), Column::whole("", 0)].into_iter().chain(parties).collect()
}

fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(ABOVE)).max(1)
}

/// How far it was taken, and who comes next.
fn standing(page: &LadderPage, lang: Lang) -> String {
    let name = |rung: usize| page.rungs.get(rung).map(|row| titled(row.known.name(lang))).unwrap_or_default();
    let (reached, next) = (page.reached().map(name), page.next().map(name));
    match (reached.as_deref(), next.as_deref(), &page.case) {
        (None, Some(next), Some(case)) => ledger::ladder_case_first(lang, case.as_str(), next),
        (None, Some(next), None) => ledger::ladder_first(lang, next),
        (Some(reached), Some(next), Some(case)) => {
            ledger::ladder_case_next(lang, case.as_str(), reached, next)
        }
        (Some(reached), Some(next), None) => ledger::ladder_next(lang, reached, next),
        (reached, None, _) => ledger::ladder_top(lang, reached.unwrap_or_default()),
    }
}

/// The number of the rung, a sign for where it stands, then the party.
fn cells(page: &LadderPage, rung: usize, lang: Lang, theme: Theme) -> Vec<Cell> {
    let (sign, style): (String, Style) = if Some(rung) == page.next() {
        (format!("→ {}", ledger::rung_next(lang)), theme.heading())
    } else if page.raised.contains(&rung) {
        (format!("✓ {}", ledger::rung_raised(lang)), theme.text())
    } else {
        (String::new(), theme.text())
    };
    let mut cells = vec![(digits(&(rung + 1).to_string(), lang), theme.dim()), (sign, style)];
    cells.extend(page.rungs.get(rung).map(|row| table::cells(row, lang, theme)).unwrap_or_default());
    cells
}
