//! At the gate: a member is being refused now. What to say, what is known of the right, whom to call, what to write down;
//! and the beginning of the case. A plain card of sentences in both languages, for whichever face shows it.

use chrono::NaiveDate;
use serde::Serialize;

use super::parties::HOTLINES;
use super::{PartyKnown, gate_words as words};
use crate::app::{AppError, Logged, Session};
use crate::brief::compose::{entitlement_source, rights};
use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::facility::FacilityId;
use crate::domain::party::{Contact, Party};
use crate::domain::values::{Channel, Coded};
use crate::i18n::numbers::digits_of_khmer;
use crate::i18n::{Lang, Language};

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Both {
    /// In Khmer.
    pub km: String,
    /// In English.
    pub en: String,
}

impl Both {
    fn of(said: impl Fn(Lang) -> String) -> Self {
        Self { km: said(Lang::Km), en: said(Lang::En) }
    }

    fn told(said: fn(Lang) -> &'static str) -> Self {
        Self::of(|lang| said(lang).to_owned())
    }

    /// In a language, with its digits. Telephone numbers stay as people dial them.
    pub fn said(&self, lang: Lang) -> String {
        match lang.language() {
            Language::Km => digits_of_khmer(self.km.clone(), lang),
            Language::En => self.en.clone(),
        }
    }
}

/// A sentence with where it is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sourced {
    /// What.
    pub text: Both,
    /// From where.
    pub source: Both,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToCall {
    /// Which party.
    pub party: Party,
    /// What it is called.
    pub name: Both,
    /// The number of its hotline, as people dial it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hotline: Option<&'static str>,
    /// Who was written down of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// What to ask for, where nobody was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Both>,
}

/// What stands on the card that is shown at the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Where.
    pub facility: FacilityId,
    /// What it is called.
    pub facility_name: Both,
    /// Today.
    pub on: NaiveDate,
    /// What to say to the people at the counter, in order.
    pub say: Vec<Both>,
    /// What was said of the right to care, with its source.
    pub right: Sourced,
    /// Whom to call, the nearest first.
    pub call: Vec<ToCall>,
    /// Who is entitled: a hint with its source, no verdict.
    pub hint: Sourced,
    /// That it is a hint.
    pub caution: Both,
    /// What to write down at once.
    pub note: Vec<Both>,
}

impl Card {
    /// The card as it is read: each part under its heading, a sentence a line.
    pub fn parts(&self, lang: Lang) -> Vec<(&'static str, Vec<String>)> {
        let all = |sentences: &[Both]| sentences.iter().map(|sentence| sentence.said(lang)).collect();
        let source = |of: &Sourced| words::source(lang, &of.source.said(lang));
        vec![
            (words::say(lang), all(&self.say)),
            (words::right(lang), vec![self.right.text.said(lang), source(&self.right)]),
            (words::call(lang), self.call.iter().flat_map(|whom| whom.lines(lang)).collect()),
            (words::note(lang), all(&self.note)),
            (
                words::entitled(lang),
                vec![self.hint.text.said(lang), self.caution.said(lang), source(&self.hint)],
            ),
        ]
    }
}

impl ToCall {
    /// A line for each who can be called there; the number stands first.
    fn lines(&self, lang: Lang) -> Vec<String> {
        let name = self.name.said(lang);
        if let Some(number) = self.hotline {
            return vec![format!("{number} – {name}")];
        }
        if let Some(ask) = &self.ask {
            return vec![format!("{name} – {}", ask.said(lang))];
        }
        let of = |contact: &Contact| {
            let parts = [contact.reach.as_str(), &name, &contact.name, &contact.role];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
        };
        self.contacts.iter().map(of).collect()
    }
}

impl Session {
    /// The card for a facility at whose gate somebody is being refused.
    pub fn gate_card(&self, facility: &FacilityId) -> Result<Card, AppError> {
        let known = self.facilities().get(facility);
        let facility_name = known.as_ref().map_or_else(
            || Both::of(|_| facility.to_string()),
            |known| Both { km: known.name_km.clone(), en: known.name_en.clone() },
        );
        let [fund, _] = HOTLINES;
        let agent = self.party_known(&Party::Agent(facility.clone()))?;
        let mut call = vec![to_call(agent, || Both::told(words::ask_for_agent))];
        if let Some(known) = &known {
            let branch = self.party_known(&Party::NssfBranch(known.province))?;
            call.push(to_call(branch, || Both::of(|lang| words::ask_for_branch(lang, fund.1))));
        }
        for (party, number) in HOTLINES {
            let PartyKnown { party, name_km: km, name_en: en, .. } = self.party_known(&party)?;
            let (name, contacts) = (Both { km, en }, Vec::new());
            call.push(ToCall { party, name, hotline: Some(number), contacts, ask: None });
        }
        let right = |lang| rights(lang).0;
        let right_source = |lang| rights(lang).1;
        Ok(Card {
            facility: facility.clone(),
            facility_name,
            on: self.today(),
            say: vec![
                Both::told(words::say_member),
                Both::told(words::say_urgent),
                Both::told(words::say_reason),
                Both::told(words::say_payment),
                Both::of(|lang| words::say_call(lang, fund.1)),
            ],
            right: Sourced { text: Both::told(right), source: Both::told(right_source) },
            call,
            hint: Sourced { text: Both::told(words::hint), source: Both::told(entitlement_source) },
            caution: Both::told(words::caution),
            note: [
                words::note_times,
                words::note_office,
                words::note_slip,
                words::note_told,
                words::note_paid,
                words::note_witness,
            ]
            .map(Both::told)
            .into(),
        })
    }

    /// Logs the beginning of a case: today, there, care refused. The rest is entered when there is time.
    pub fn start_at_gate(&mut self, facility: &FacilityId) -> Result<Logged, AppError> {
        let draft = self.gate_draft(facility);
        self.log(&draft)
    }

    /// What is known of a case at its beginning.
    pub fn gate_draft(&self, facility: &FacilityId) -> Draft {
        let mut draft = Draft::default();
        draft.set(Column::VisitedOn, self.today().to_string());
        draft.set(Column::Facility, facility.to_string());
        draft.set(Column::Issues, "REFU:high");
        draft.set(Column::Channel, Channel::Phone.code());
        draft
    }
}

/// A party that is called: by whom an officer wrote down, else what to ask for.
fn to_call(known: PartyKnown, ask: impl FnOnce() -> Both) -> ToCall {
    let PartyKnown { party, name_km: km, name_en: en, contacts, .. } = known;
    let ask = contacts.is_empty().then(ask);
    ToCall { party, name: Both { km, en }, hotline: None, contacts, ask }
}

#[cfg(test)]
mod tests;
