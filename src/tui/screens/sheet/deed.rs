//! From what was typed to what is entered, or to what is wrong with it and where.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rows::{Basis, Choice, Input, Key};
use super::{Added, Sheet, SheetOf};
use crate::domain::clock::Clocks;
use crate::domain::party::{Contact, Described, Party};
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::submission::Way;
use crate::domain::{date, digits};
use crate::i18n::{Lang, Speak, dates};
use crate::tui::effect::ledger::{LedgerDeed, Meant};
use crate::tui::model::Words;
use crate::tui::words::ledger;

/// What is wrong, and in which row.
type Wrong = (Key, Words);

impl Sheet {
    fn text(&self, key: Key) -> String {
        self.row(key).map(|row| row.text().trim().to_owned()).unwrap_or_default()
    }

    fn chosen(&self, key: Key) -> Option<Choice> {
        match self.row(key).map(|row| &row.input) {
            Some(Input::Choice(choice)) => Some(*choice),
            _ => None,
        }
    }

    /// Whether it is judged from members' word.
    pub(super) fn is_by_members(&self) -> bool {
        let basis = self.chosen(Key::Basis).and_then(Choice::basis);
        matches!(basis, None | Some(Basis::Members | Basis::Both))
    }

    fn needed(&self, key: Key) -> Result<String, Wrong> {
        match self.text(key) {
            text if text.is_empty() => Err((key, Words::fixed(ledger::say_something))),
            text => Ok(text),
        }
    }

    fn maybe_day(&self, key: Key, today: NaiveDate, lang: Lang) -> Result<Option<NaiveDate>, Wrong> {
        let text = self.text(key);
        if text.is_empty() {
            return Ok(None);
        }
        let typed = dates::typed(&text, lang);
        let day = date::parse_relative(&typed, today);
        day.map(Some).map_err(|error| (key, Words::new(move |lang| error.what(lang))))
    }

    fn day(&self, key: Key, today: NaiveDate, lang: Lang) -> Result<NaiveDate, Wrong> {
        self.needed(key)?;
        Ok(self.maybe_day(key, today, lang)?.unwrap_or(today))
    }

    fn number(&self, key: Key) -> Result<u32, Wrong> {
        let wrong = || (key, Words::fixed(ledger::say_number));
        digits::to_ascii(&self.needed(key)?).parse().map_err(|_| wrong())
    }

    fn someone(&self) -> Result<Meant, Wrong> {
        self.meant.clone().ok_or_else(|| (Key::Party, Words::fixed(ledger::hint_party)))
    }

    /// What is entered.
    pub(super) fn deed(&self, of: &SheetOf, today: NaiveDate, lang: Lang) -> Result<LedgerDeed, Wrong> {
        let on = || self.day(Key::On, today, lang);
        Ok(match of {
            SheetOf::Promise(_, submission) => LedgerDeed::Promise {
                by: self.someone()?,
                what: self.needed(Key::What)?,
                who: self.text(Key::Who),
                role: self.text(Key::Role),
                said_where: self.text(Key::SaidWhere),
                on: on()?,
                due: self.maybe_day(Key::Due, today, lang)?,
                shown_by: self.text(Key::ShownBy),
                place: self.text(Key::Place),
                submission: *submission,
            },
            SheetOf::Move(row) => {
                LedgerDeed::Move { promise: row.promise.id, due: self.day(Key::Due, today, lang)?, on: on()? }
            }
            SheetOf::Judge(row, _) => self.judgement(row.promise.id, on()?)?,
            SheetOf::Acknowledge(id) => LedgerDeed::Acknowledge(*id, on()?),
            SheetOf::Pause(id) => {
                LedgerDeed::Clock { submission: *id, stops: true, on: on()?, why: self.text(Key::Why) }
            }
            SheetOf::Resume(id) => {
                LedgerDeed::Clock { submission: *id, stops: false, on: on()?, why: String::new() }
            }
            SheetOf::Reply(id, numbers) => {
                let own = |place| self.chosen(Key::OfCase(place)).and_then(Choice::outcome);
                let of_cases: BTreeMap<_, _> = numbers
                    .iter()
                    .enumerate()
                    .filter_map(|(place, number)| Some((number.clone(), own(place)?)))
                    .collect();
                let outcome = self.chosen(Key::Outcome).and_then(Choice::outcome);
                self.reply(*id, on()?, None, outcome, of_cases)
            }
            SheetOf::Interim(id) => {
                let until = self.day(Key::Until, today, lang)?;
                self.reply(*id, on()?, Some(until), None, BTreeMap::new())
            }
            SheetOf::Escalate(after, ..) => LedgerDeed::Escalate {
                after: *after,
                to: self.someone()?,
                way: self.chosen(Key::Way).and_then(Choice::way).unwrap_or(Way::Letter),
                on: on()?,
                about: self.text(Key::About),
            },
            SheetOf::Contact(described, place) => {
                let contact = Contact {
                    name: self.text(Key::Name),
                    role: self.text(Key::Role),
                    reach: self.text(Key::Reach),
                };
                if contact == Contact::default() {
                    self.needed(Key::Name)?;
                }
                let mut described: Described = (**described).clone();
                match place.and_then(|place| described.contacts.get_mut(place)) {
                    Some(known) => *known = contact,
                    None => described.contacts.push(contact),
                }
                LedgerDeed::Describe(Box::new(described))
            }
            SheetOf::Clocks(described) => {
                let clocks = Clocks {
                    acknowledge: self.number(Key::Acknowledge)?,
                    answer: self.number(Key::Answer)?,
                    warn: self.number(Key::Warn)?,
                };
                LedgerDeed::Describe(Box::new(Described { clocks, ..(**described).clone() }))
            }
            SheetOf::Names(described) => {
                let name = |key| Some(self.text(key)).filter(|name| !name.is_empty());
                let (name_km, name_en) = (name(Key::NameKm), name(Key::NameEn));
                LedgerDeed::Describe(Box::new(Described { name_km, name_en, ..(**described).clone() }))
            }
            SheetOf::Add(added) => LedgerDeed::Add(self.added(*added)?),
        })
    }

    fn judgement(&self, promise: uuid::Uuid, on: NaiveDate) -> Result<LedgerDeed, Wrong> {
        let basis = self.chosen(Key::Basis).and_then(Choice::basis).unwrap_or(Basis::Nothing);
        let members = match basis {
            Basis::Members | Basis::Both => {
                Some(MembersWord { asked: self.number(Key::Asked)?, kept: self.number(Key::Kept)? })
            }
            Basis::Waits | Basis::Nothing => None,
        };
        Ok(LedgerDeed::Judge {
            promise,
            fate: self.chosen(Key::Fate).and_then(Choice::fate).unwrap_or(Fate::Pending),
            on,
            members,
            by_waits: matches!(basis, Basis::Waits | Basis::Both),
            note: self.text(Key::Note),
        })
    }

    fn reply(
        &self,
        submission: uuid::Uuid,
        on: NaiveDate,
        until: Option<NaiveDate>,
        outcome: Option<crate::domain::values::PartyOutcome>,
        of_cases: BTreeMap<crate::domain::number::CaseNumber, crate::domain::values::PartyOutcome>,
    ) -> LedgerDeed {
        LedgerDeed::Reply {
            submission,
            on,
            way: self.chosen(Key::Way).and_then(Choice::way),
            by: self.text(Key::By),
            text: self.text(Key::Text),
            file: self.text(Key::File),
            until,
            outcome,
            of_cases,
        }
    }

    fn added(&self, added: Added) -> Result<Meant, Wrong> {
        let party = |kind: &str| {
            let name = self.needed(Key::NameEn)?;
            let party = format!("{kind}:{name}").parse::<Party>();
            party.map(Meant::Party).map_err(|_| (Key::NameEn, Words::fixed(ledger::no_such_name)))
        };
        match added {
            Added::Facility => Ok(Meant::Facility(self.needed(Key::Place)?)),
            Added::Agent => Ok(Meant::Agent(self.needed(Key::Place)?)),
            Added::Employer => party("employer"),
            Added::Other => party("other"),
        }
    }
}
