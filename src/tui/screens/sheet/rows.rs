//! What a form asks for, row by row.

use chrono::NaiveDate;

use super::{Added, SheetOf};
use crate::domain::clock::Clocks;
use crate::domain::party::Described;
use crate::domain::promise::Fate;
use crate::domain::submission::Way;
use crate::domain::values::{Coded, PartyOutcome};
use crate::i18n::{Lang, Named, dates, numbers};
use crate::tui::model::Words;
use crate::tui::text::Field;
use crate::tui::words::{self, ledger};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Party,
    What,
    Who,
    Role,
    SaidWhere,
    On,
    Due,
    ShownBy,
    Place,
    Fate,
    Basis,
    Asked,
    Kept,
    Note,
    Way,
    By,
    Text,
    File,
    Outcome,
    /// What the party made of the case in that place.
    OfCase(usize),
    Until,
    Why,
    About,
    Name,
    Reach,
    Acknowledge,
    Answer,
    Warn,
    NameKm,
    NameEn,
}

impl Key {
    /// What it is called; cases go by their numbers.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Party => ledger::label_party(lang),
            Self::What => ledger::label_what(lang),
            Self::Who => ledger::label_who(lang),
            Self::Role => ledger::label_role(lang),
            Self::SaidWhere => ledger::label_said_where(lang),
            Self::On => ledger::label_on(lang),
            Self::Due => ledger::label_due(lang),
            Self::ShownBy => ledger::label_shown_by(lang),
            Self::Place => ledger::label_place(lang),
            Self::Fate => ledger::label_fate(lang),
            Self::Basis => ledger::label_basis(lang),
            Self::Asked => ledger::label_asked(lang),
            Self::Kept => ledger::label_kept(lang),
            Self::Note => ledger::label_note(lang),
            Self::Way => ledger::label_way(lang),
            Self::By => ledger::label_by(lang),
            Self::Text => ledger::label_text(lang),
            Self::File => ledger::label_file(lang),
            Self::Outcome => ledger::label_outcome(lang),
            Self::OfCase(_) => "",
            Self::Until => ledger::label_until(lang),
            Self::Why => ledger::label_why(lang),
            Self::About => ledger::label_about(lang),
            Self::Name => ledger::label_name(lang),
            Self::Reach => ledger::label_reach(lang),
            Self::Acknowledge => ledger::label_acknowledge(lang),
            Self::Answer => ledger::label_answer(lang),
            Self::Warn => ledger::label_warn(lang),
            Self::NameKm => ledger::label_name_km(lang),
            Self::NameEn => ledger::label_name_en(lang),
        }
    }

    /// The same for what is said later.
    pub fn label_words(self) -> Words {
        Words::new(move |lang| self.label(lang).to_owned())
    }

    /// What belongs there.
    pub fn hint(self, lang: Lang) -> &'static str {
        match self {
            Self::Party => ledger::hint_party(lang),
            Self::What => ledger::hint_what(lang),
            Self::Who | Self::By => ledger::hint_who(lang),
            Self::Role => ledger::hint_role(lang),
            Self::SaidWhere => ledger::hint_said_where(lang),
            Self::On => ledger::hint_on(lang),
            Self::Due => ledger::hint_due(lang),
            Self::Until => ledger::hint_until(lang),
            Self::ShownBy => ledger::hint_shown_by(lang),
            Self::Place => ledger::hint_place(lang),
            Self::Fate => ledger::hint_fate(lang),
            Self::Basis => ledger::hint_basis(lang),
            Self::Asked | Self::Kept => ledger::hint_members(lang),
            Self::Note | Self::Why => ledger::hint_note(lang),
            Self::Way => words::hint_choice(lang),
            Self::Text => ledger::hint_text(lang),
            Self::File => ledger::hint_file(lang),
            Self::Outcome => ledger::hint_outcome(lang),
            Self::OfCase(_) => ledger::hint_of_case(lang),
            Self::About => ledger::hint_about(lang),
            Self::Name => ledger::hint_contact(lang),
            Self::Reach => ledger::hint_reach(lang),
            Self::Acknowledge | Self::Answer | Self::Warn => ledger::hint_days(lang),
            Self::NameKm | Self::NameEn => ledger::hint_names(lang),
        }
    }
}

/// On what a judgement rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    Members,
    Waits,
    Both,
    Nothing,
}

impl Basis {
    const ALL: [Self; 4] = [Self::Members, Self::Waits, Self::Both, Self::Nothing];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Members => ledger::basis_members(lang),
            Self::Waits => ledger::basis_waits(lang),
            Self::Both => ledger::basis_both(lang),
            Self::Nothing => ledger::basis_nothing(lang),
        }
    }
}

/// What is chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    Fate,
    Basis,
    Way,
    /// A way, or none that is known.
    MaybeWay,
    Outcome,
    /// An outcome of its own, or that of all.
    OfCase,
}

/// What the union decides.
const FATES: [Fate; 5] = [Fate::Kept, Fate::Partly, Fate::Broken, Fate::Withdrawn, Fate::Pending];

/// A choice with what is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    among: Choices,
    chosen: usize,
}

impl Choice {
    fn new(among: Choices) -> Self {
        Self { among, chosen: 0 }
    }

    fn count(self) -> usize {
        match self.among {
            Choices::Fate => FATES.len(),
            Choices::Basis => Basis::ALL.len(),
            Choices::Way => Way::ALL.len(),
            Choices::MaybeWay => Way::ALL.len() + 1,
            Choices::Outcome => PartyOutcome::ALL.len(),
            Choices::OfCase => PartyOutcome::ALL.len() + 1,
        }
    }

    /// Goes to the value behind or before, round and round; says that it changed.
    pub fn turn(&mut self, forward: bool) -> bool {
        let count = self.count();
        self.chosen = (self.chosen + if forward { 1 } else { count - 1 }) % count;
        true
    }

    /// Takes the value of that number, counted from 1; whether there is one.
    pub fn take(&mut self, digit: char) -> bool {
        let place = digit.to_digit(10).and_then(|number| number.checked_sub(1));
        let place = place.and_then(|place| usize::try_from(place).ok()).filter(|place| *place < self.count());
        self.chosen = place.unwrap_or(self.chosen);
        place.is_some()
    }

    /// What is chosen, in words.
    pub fn name(self, lang: Lang) -> &'static str {
        match self.among {
            Choices::Fate => self.fate().map_or("", |fate| fate.name(lang)),
            Choices::Basis => self.basis().map_or("", |basis| basis.name(lang)),
            Choices::Way => self.way().map_or("", |way| way.name(lang)),
            Choices::MaybeWay => self.way().map_or(words::value_none(lang), |way| way.name(lang)),
            Choices::Outcome => self.outcome().map_or("", |outcome| outcome.name(lang)),
            Choices::OfCase => self.outcome().map_or(ledger::as_all(lang), |outcome| outcome.name(lang)),
        }
    }

    pub fn fate(self) -> Option<Fate> {
        FATES.get(self.chosen).copied().filter(|_| self.among == Choices::Fate)
    }

    pub fn basis(self) -> Option<Basis> {
        Basis::ALL.get(self.chosen).copied().filter(|_| self.among == Choices::Basis)
    }

    pub fn way(self) -> Option<Way> {
        let place = match self.among {
            Choices::Way => self.chosen,
            Choices::MaybeWay => self.chosen.checked_sub(1)?,
            _ => return None,
        };
        Way::ALL.get(place).copied()
    }

    pub fn outcome(self) -> Option<PartyOutcome> {
        let place = match self.among {
            Choices::Outcome => self.chosen,
            Choices::OfCase => self.chosen.checked_sub(1)?,
            _ => return None,
        };
        PartyOutcome::ALL.get(place).copied()
    }
}

/// How something is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Typed into a line.
    Line(Field),
    /// Written in many lines.
    Story(String),
    /// Chosen.
    Choice(Choice),
    /// Chosen from the list of parties.
    Party,
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub key: Key,
    pub input: Input,
}

impl Row {
    /// What stands in it.
    pub fn text(&self) -> &str {
        match &self.input {
            Input::Line(field) => field.value(),
            Input::Story(text) => text,
            Input::Choice(_) | Input::Party => "",
        }
    }

    /// Whether it says the same as another, wherever the cursor stands.
    pub fn says_as(&self, other: &Self) -> bool {
        let chosen = |row: &Self| match row.input {
            Input::Choice(choice) => Some(choice),
            _ => None,
        };
        self.text() == other.text() && chosen(self) == chosen(other)
    }
}

fn line(key: Key, text: &str) -> Row {
    Row { key, input: Input::Line(Field::new(text)) }
}

fn choice(key: Key, among: Choices) -> Row {
    Row { key, input: Input::Choice(Choice::new(among)) }
}

fn story(key: Key) -> Row {
    Row { key, input: Input::Story(String::new()) }
}

/// The rows of a form on a day.
pub fn of(of: &SheetOf, today: NaiveDate, lang: Lang) -> Vec<Row> {
    let day = |key: Key, day: Option<NaiveDate>| {
        line(key, &day.map(|day| dates::date(day, lang)).unwrap_or_default())
    };
    let on = || day(Key::On, Some(today));
    let empty = |key| line(key, "");
    match of {
        SheetOf::Promise(..) => vec![
            Row { key: Key::Party, input: Input::Party },
            empty(Key::What),
            empty(Key::Due),
            empty(Key::ShownBy),
            empty(Key::Place),
            empty(Key::Who),
            empty(Key::Role),
            empty(Key::SaidWhere),
            on(),
        ],
        SheetOf::Move(_) => vec![empty(Key::Due), on()],
        SheetOf::Judge(_, by_waits) => {
            let mut basis = Choice::new(Choices::Basis);
            basis.chosen = usize::from(*by_waits);
            vec![
                choice(Key::Fate, Choices::Fate),
                Row { key: Key::Basis, input: Input::Choice(basis) },
                empty(Key::Asked),
                empty(Key::Kept),
                empty(Key::Note),
                on(),
            ]
        }
        SheetOf::Acknowledge(_) | SheetOf::Resume(_) => vec![on()],
        SheetOf::Pause(_) => vec![on(), empty(Key::Why)],
        SheetOf::Reply(_, cases) => {
            let mut rows = vec![choice(Key::Outcome, Choices::Outcome)];
            if cases.len() > 1 {
                let of_case = |(place, _)| choice(Key::OfCase(place), Choices::OfCase);
                rows.extend(cases.iter().enumerate().map(of_case));
            }
            rows.extend([
                story(Key::Text),
                empty(Key::By),
                choice(Key::Way, Choices::MaybeWay),
                empty(Key::File),
                on(),
            ]);
            rows
        }
        SheetOf::Interim(_) => vec![
            empty(Key::Until),
            story(Key::Text),
            empty(Key::By),
            choice(Key::Way, Choices::MaybeWay),
            empty(Key::File),
            on(),
        ],
        SheetOf::Escalate(_, _, about, _) => vec![
            Row { key: Key::Party, input: Input::Party },
            choice(Key::Way, Choices::Way),
            line(Key::About, about.as_deref().unwrap_or_default()),
            on(),
        ],
        SheetOf::Contact(described, place) => {
            let contact = place.and_then(|place| described.contacts.get(place)).cloned().unwrap_or_default();
            vec![
                line(Key::Name, &contact.name),
                line(Key::Role, &contact.role),
                line(Key::Reach, &contact.reach),
            ]
        }
        SheetOf::Clocks(described) => clocks(described.clocks, lang),
        SheetOf::Names(described) => names(described),
        SheetOf::Add(Added::Facility | Added::Agent) => vec![empty(Key::Place)],
        SheetOf::Add(Added::Employer | Added::Other) => vec![empty(Key::NameEn)],
    }
}

fn clocks(clocks: Clocks, lang: Lang) -> Vec<Row> {
    let days = |key, days: u32| line(key, &numbers::number(days.into(), lang));
    vec![
        days(Key::Acknowledge, clocks.acknowledge),
        days(Key::Answer, clocks.answer),
        days(Key::Warn, clocks.warn),
    ]
}

fn names(described: &Described) -> Vec<Row> {
    let name = |key, name: &Option<String>| line(key, name.as_deref().unwrap_or_default());
    vec![name(Key::NameKm, &described.name_km), name(Key::NameEn, &described.name_en)]
}
