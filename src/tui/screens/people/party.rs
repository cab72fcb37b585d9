//! One party: whom one speaks to there, its clocks and names, what was raised with it, and what it promised.

use crate::app::AppError;
use crate::domain::party::Party;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, dates};
use crate::tui::action::Action;
use crate::tui::effect::ledger::{Found, LedgerDeed, Look, PartyPage};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::model::{Cx, Model, Request, Screen, body};
use crate::tui::screens::promises::{counts, fate_said};
use crate::tui::screens::sheet::SheetOf;
use crate::tui::screens::submission::state_said;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::columns::{self, Cell, Choices, Column};
use crate::tui::widgets::list::{Item, Place, first_seen};
use crate::tui::widgets::unread;
use crate::tui::words::{self, ledger};

use super::table::{contact_said, titled};

/// Rows above the list.
const ABOVE: u16 = 2;

/// What can be done with a party, as the list of actions offers it.
pub const ACTIONS: [Action; 4] =
    [Action::AddContact, Action::RemoveContact, Action::AddPromise, Action::Undo];

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Contact(usize),
    Clocks,
    Names,
    Submission(usize),
    Promise(usize),
}

/// One party.
pub struct PartyScreen {
    party: Option<Party>,
    page: Option<Box<PartyPage>>,
    problem: Option<AppError>,
    asked: Generation,
    place: Place,
    from: Screen,
}

impl Default for PartyScreen {
    fn default() -> Self {
        Self {
            party: None,
            page: None,
            problem: None,
            asked: Generation::default(),
            place: Place::default(),
            from: Screen::People,
        }
    }
}

impl PartyScreen {
    /// Shows a party.
    pub fn open(&mut self, party: Party, cx: &mut Cx<'_>) {
        match cx.screen {
            Screen::Party => {}
            // Added in a form: it goes back to the list.
            Screen::Sheet => self.from = Screen::People,
            // Gone on from here, and come back by another way.
            Screen::Submission | Screen::Promise if self.party.as_ref() == Some(&party) => {}
            screen => self.from = screen,
        }
        if self.party.as_ref() != Some(&party) {
            (self.page, self.place) = (None, Place::default());
        }
        self.problem = None;
        self.party = Some(party);
        self.reload(cx);
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some(party) = &self.party {
            let look = Look::Party(party.clone());
            cx.effects.push(Effect::Write(Work::Look(Box::new(look), self.asked.next())));
        }
    }

    /// It came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &Cx<'_>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(Found::Party(page)) => {
                self.problem = None;
                self.page = Some(page);
                let count = self.targets().len();
                self.place.fit(count, seen(cx.size));
            }
            Ok(_) => {}
            Err(error) => self.problem = Some(error),
        }
    }

    /// All that can be chosen, in its order.
    fn targets(&self) -> Vec<Target> {
        let Some(page) = &self.page else {
            return Vec::new();
        };
        let mut targets: Vec<Target> = (0..page.described.contacts.len()).map(Target::Contact).collect();
        targets.extend([Target::Clocks, Target::Names]);
        targets.extend((0..page.submissions.len()).map(Target::Submission));
        targets.extend((0..page.promises.len()).map(Target::Promise));
        targets
    }

    fn chosen(&self) -> Option<Target> {
        self.targets().get(self.place.chosen).copied()
    }

    /// Whether the marker is on somebody.
    pub fn is_on_contact(&self) -> bool {
        matches!(self.chosen(), Some(Target::Contact(_)))
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(page) = self.page.as_deref() else {
            if action == Action::GoBack {
                cx.requests.push(Request::Show(self.from));
            }
            return;
        };
        let described = || Box::new(page.described.clone());
        match action {
            Action::Open => {
                let request = match self.chosen() {
                    Some(Target::Contact(place)) => {
                        Some(Request::OpenSheet(SheetOf::Contact(described(), Some(place))))
                    }
                    Some(Target::Clocks) => Some(Request::OpenSheet(SheetOf::Clocks(described()))),
                    Some(Target::Names) => Some(Request::OpenSheet(SheetOf::Names(described()))),
                    Some(Target::Submission(place)) => page
                        .submissions
                        .get(place)
                        .map(|row| Request::OpenSubmission(row.submission.id.into())),
                    Some(Target::Promise(place)) => {
                        page.promises.get(place).map(|row| Request::OpenPromise(row.promise.id.into()))
                    }
                    None => None,
                };
                cx.requests.extend(request);
            }
            Action::AddContact => cx.requests.push(Request::OpenSheet(SheetOf::Contact(described(), None))),
            Action::RemoveContact => {
                if let Some(Target::Contact(place)) = self.chosen() {
                    let mut described = described();
                    described.contacts.remove(place);
                    cx.requests.push(Request::Enter(LedgerDeed::Describe(described)));
                }
            }
            Action::AddPromise => {
                let by = Box::new(page.row.known.clone());
                cx.requests.push(Request::OpenSheet(SheetOf::Promise(Some(by), None)));
            }
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            _ => {
                let count = self.targets().len();
                self.place.act(action, count, seen(cx.size));
            }
        }
    }

    /// Takes a click: the first chooses a row, the second does what Enter does.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.act(Action::Open, cx),
            Hit::Row(index) => {
                self.place.chosen = index;
                let count = self.targets().len();
                self.place.fit(count, seen(cx.size));
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
        let known = &page.row.known;
        canvas.pieces(
            1,
            0,
            &[
                (titled(known.name(lang)).as_str(), theme.heading()),
                ("  ", theme.text()),
                (titled(known.name(lang.other())).as_str(), theme.dim()),
            ],
        );
        // As a filter asks for its cases.
        canvas.text(1, 1, &format!("party:{}", known.party), theme.dim());
        let (items, cells) = (Self::items(page, lang), self.cells(page, lang, theme));
        let heads = heads();
        let room = usize::from(canvas.width().saturating_sub(3));
        // What is of another kind has columns of its own.
        let promises = cells.len().saturating_sub(page.promises.len());
        let submissions = promises.saturating_sub(page.submissions.len());
        let part = |from: usize, to: usize| cells.get(from..to).unwrap_or_default();
        let widths = [part(0, submissions), part(submissions, promises), part(promises, cells.len())]
            .map(|part| columns::widths(&heads, part, room));
        let kind_of = |row: usize| usize::from(row >= submissions) + usize::from(row >= promises);
        let mut list = canvas.below(ABOVE);
        let height = usize::from(list.height());
        let mut place = self.place;
        place.fit(cells.len(), height);
        let choices = Choices { chosen: place.chosen, theme, is_typing: false };
        let top = first_seen(&items, place.chosen, height);
        for (y, item) in (0u16..).zip(items.iter().skip(top).take(height)) {
            match item {
                Item::Blank => {}
                Item::Heading(text) => {
                    list.text(1, y, text, theme.heading());
                }
                Item::Note(text) => {
                    list.text(3, y, text, theme.dim());
                }
                Item::Row(index) => {
                    if let (Some(cells), Some(widths)) = (cells.get(*index), widths.get(kind_of(*index))) {
                        choices.row(&heads, widths, (*index, y), cells, &mut list);
                    }
                }
            }
        }
    }

    fn items(page: &PartyPage, lang: Lang) -> Vec<Item> {
        let mut items = Vec::new();
        let mut rows = 0;
        let mut section = |items: &mut Vec<Item>, heading: String, count: usize, empty: &str| {
            if !items.is_empty() {
                items.push(Item::Blank);
            }
            items.push(Item::Heading(heading));
            items.extend((rows..rows + count).map(Item::Row));
            if count == 0 {
                items.push(Item::Note(empty.to_owned()));
            }
            rows += count;
        };
        let count = |count: usize| number(count as u64, lang);
        let contacts = page.described.contacts.len();
        section(&mut items, ledger::party_contacts(lang).to_owned(), contacts, ledger::no_contacts(lang));
        section(&mut items, ledger::party_numbers(lang).to_owned(), 2, "");
        let raised = ledger::party_raised(lang, &count(page.row.open), &count(page.row.overdue));
        section(&mut items, raised, page.submissions.len(), ledger::nothing_raised(lang));
        let mut promises = ledger::promises(lang).to_owned();
        if page.row.promises.all() > 0 {
            promises = format!("{promises} · {}", counts(&page.row.promises, lang));
        }
        section(&mut items, promises, page.promises.len(), ledger::nothing_promised(lang));
        items
    }

    /// What stands in the rows, in the order of the targets.
    fn cells(&self, page: &PartyPage, lang: Lang, theme: Theme) -> Vec<Vec<Cell>> {
        let text = |text: &str| (text.to_owned(), theme.text());
        let days = |days: u32| number(days.into(), lang);
        self.targets()
            .into_iter()
            .map(|target| match target {
                Target::Contact(place) => {
                    let contact = page.described.contacts.get(place);
                    vec![text(""), text(&contact.map(contact_said).unwrap_or_default())]
                }
                Target::Clocks => {
                    let clocks = page.described.clocks;
                    let said = ledger::clocks_said(
                        lang,
                        &days(clocks.acknowledge),
                        &days(clocks.answer),
                        &days(clocks.warn),
                    );
                    vec![text(""), (said, theme.text())]
                }
                Target::Names => {
                    let known = &page.row.known;
                    vec![
                        text(""),
                        (ledger::names_said(lang, &known.name_km, &titled(&known.name_en)), theme.text()),
                    ]
                }
                Target::Submission(place) => page.submissions.get(place).map_or_else(Vec::new, |row| {
                    let made = &row.submission.made;
                    let (state, style) = state_said(row.state, lang, theme);
                    let cases = words::cases_counted(lang, &number(made.cases.len() as u64, lang));
                    let about = made.about.as_deref().unwrap_or_default();
                    vec![
                        (dates::date(made.on, lang), theme.text()),
                        (state, style),
                        (format!("{} · {cases}", row.submission.handle()), theme.text()),
                        text(about),
                    ]
                }),
                Target::Promise(place) => page.promises.get(place).map_or_else(Vec::new, |row| {
                    let due = row.promise.due();
                    let due =
                        due.map_or_else(|| ledger::no_due(lang).to_owned(), |due| dates::date(due, lang));
                    let fate = fate_said(row, lang, theme);
                    vec![
                        (due, theme.text()),
                        fate,
                        (row.promise.promised.what.clone(), theme.text()),
                        text(""),
                    ]
                }),
            })
            .collect()
    }
}

/// The columns of what was raised: the day, what it waits for, its short name, what it is about; of promises: the date, the
/// fate, what. Of the others only one.
fn heads() -> [Column; 4] {
    [Column::whole("", 1), Column::text("", 40, 0), Column::text("", 12, 2), Column::text("", 8, 3)]
}

fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(ABOVE)).max(1)
}
