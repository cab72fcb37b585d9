//! The fields of the form: which there are, in which order, and what kind each is.

use crate::domain::column::Column;
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::values::{Channel, Coded, Evidence, PayReason, Payer, Purpose, Relation, Stage, ToldBy};
use crate::i18n::{Lang, Meaning, Named, label, question};
use crate::tui::words;

/// One field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldId {
    /// A text, or a choice, of this column.
    Of(Column),
    /// Of `PAY`: why.
    PayReason,
    /// Whether the member agrees to this.
    Consent(Purpose),
}

/// What kind of field it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A facility by fuzzy name.
    Facility,
    /// The issues, by a key each.
    Issues,
    /// One of a few values.
    Choice,
    /// A line.
    Line,
    /// Many lines.
    Story,
}

/// All of them in order; those that belong to an issue are shown with it.
pub const ALL: [FieldId; 30] = [
    FieldId::Of(Column::Facility),
    FieldId::Of(Column::VisitedOn),
    FieldId::Of(Column::Issues),
    FieldId::Of(Column::Arrived),
    FieldId::Of(Column::Seen),
    FieldId::Of(Column::WaitedMinutes),
    FieldId::Of(Column::Payer),
    FieldId::Of(Column::PaidRiel),
    FieldId::Of(Column::PaidReceipt),
    FieldId::PayReason,
    FieldId::Of(Column::ClaimedOn),
    FieldId::Of(Column::ClaimedRiel),
    FieldId::Of(Column::Narrative),
    FieldId::Of(Column::MemberName),
    FieldId::Of(Column::MemberPhone),
    FieldId::Of(Column::MemberNssfNumber),
    FieldId::Consent(Purpose::Count),
    FieldId::Consent(Purpose::Story),
    FieldId::Consent(Purpose::Name),
    FieldId::Consent(Purpose::Media),
    FieldId::Of(Column::Evidence),
    FieldId::Of(Column::ToldBy),
    FieldId::Of(Column::PatientRelation),
    FieldId::Of(Column::Channel),
    FieldId::Of(Column::Stage),
    FieldId::Of(Column::Employer),
    FieldId::Of(Column::Local),
    FieldId::Of(Column::Remedy),
    FieldId::Of(Column::Registered),
    FieldId::Of(Column::Medicine),
];

/// The key of each issue, in the order of the table of codes.
const ISSUE_KEYS: [char; 15] = ['w', 'd', 'r', 'p', 'm', 'u', 'q', 's', 'f', 'c', 'i', 'e', 'v', 'a', 'g'];

/// The key that an issue is chosen with.
pub fn issue_key(code: IssueCode) -> char {
    ISSUE_KEYS.get(usize::from(code.position())).copied().unwrap_or(' ')
}

/// The issue that a key chooses.
pub fn issue_of_key(key: char) -> Option<IssueCode> {
    let position = ISSUE_KEYS.iter().position(|known| *known == key.to_ascii_lowercase())?;
    IssueCode::ALL.get(position).copied()
}

impl FieldId {
    /// What kind of field it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::PayReason | Self::Consent(_) => Kind::Choice,
            Self::Of(column) => match column {
                Column::Facility => Kind::Facility,
                Column::Issues => Kind::Issues,
                Column::Narrative => Kind::Story,
                Column::Payer
                | Column::PaidReceipt
                | Column::Evidence
                | Column::ToldBy
                | Column::PatientRelation
                | Column::Channel
                | Column::Stage => Kind::Choice,
                _ => Kind::Line,
            },
        }
    }

    /// The column whose refusal is shown beside it.
    pub fn column(self) -> Column {
        match self {
            Self::Of(column) => column,
            Self::PayReason => Column::Issues,
            Self::Consent(_) => Column::Consent,
        }
    }

    /// Whether it is shown with these issues.
    pub fn is_shown(self, issues: IssueSet) -> bool {
        match self {
            Self::PayReason => issues.severity(IssueCode::Pay).is_some(),
            Self::Of(Column::ClaimedOn | Column::ClaimedRiel) => issues.severity(IssueCode::Cash).is_some(),
            _ => true,
        }
    }

    /// Whether a case cannot be without it.
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Of(Column::Facility | Column::VisitedOn | Column::Issues))
    }

    /// Whether it is answered with yes or no.
    pub fn is_a_question(self) -> bool {
        matches!(self, Self::Consent(_) | Self::Of(Column::PaidReceipt))
    }

    /// What it is called.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Of(column) => label(column, lang),
            Self::PayReason => words::why_asked_to_pay(lang),
            Self::Consent(purpose) => purpose.name(lang),
        }
    }

    /// The codes that can be chosen, in order.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::PayReason => PayReason::CODES,
            Self::Consent(_) | Self::Of(Column::PaidReceipt) => &["yes", "no"],
            Self::Of(Column::Payer) => Payer::CODES,
            Self::Of(Column::Evidence) => Evidence::CODES,
            Self::Of(Column::ToldBy) => ToldBy::CODES,
            Self::Of(Column::PatientRelation) => Relation::CODES,
            Self::Of(Column::Channel) => Channel::CODES,
            Self::Of(Column::Stage) => Stage::CODES,
            Self::Of(_) => &[],
        }
    }

    /// What a choice is called.
    pub fn choice(self, place: usize, lang: Lang) -> &'static str {
        fn name<T: Coded + Named>(place: usize, lang: Lang) -> &'static str {
            T::ALL.get(place).map_or("", |value| value.name(lang))
        }
        match self {
            Self::PayReason => name::<PayReason>(place, lang),
            Self::Consent(_) if place == 0 => words::agrees(lang),
            Self::Consent(_) => words::agrees_not(lang),
            Self::Of(Column::PaidReceipt) if place == 0 => words::there_is(lang),
            Self::Of(Column::PaidReceipt) => words::there_is_none(lang),
            Self::Of(Column::Payer) => name::<Payer>(place, lang),
            Self::Of(Column::Evidence) => name::<Evidence>(place, lang),
            Self::Of(Column::ToldBy) => name::<ToldBy>(place, lang),
            Self::Of(Column::PatientRelation) => name::<Relation>(place, lang),
            Self::Of(Column::Channel) => name::<Channel>(place, lang),
            Self::Of(Column::Stage) => name::<Stage>(place, lang),
            Self::Of(_) => "",
        }
    }

    /// What stands where nothing was chosen: what the book then takes.
    pub fn unset(self, lang: Lang) -> &'static str {
        match self {
            Self::Consent(_) => words::not_asked(lang),
            Self::Of(Column::ToldBy) => ToldBy::Member.name(lang),
            Self::Of(Column::PatientRelation) => Relation::Myself.name(lang),
            Self::Of(Column::Payer) => Payer::Unknown.name(lang),
            _ => "–",
        }
    }

    /// What helps to fill it in.
    pub fn help(self, chosen: Option<usize>, lang: Lang) -> &'static str {
        match self {
            Self::Consent(purpose) => question(purpose, lang),
            Self::PayReason => words::hint_choice(lang),
            Self::Of(column) => match column {
                Column::VisitedOn => words::hint_visit(lang),
                Column::Arrived | Column::Seen | Column::Registered | Column::Medicine => {
                    words::hint_time(lang)
                }
                Column::WaitedMinutes => words::hint_waited(lang),
                Column::PaidRiel => words::hint_paid(lang),
                Column::MemberName | Column::MemberPhone | Column::MemberNssfNumber => {
                    words::hint_member(lang)
                }
                Column::Evidence => chosen
                    .and_then(|place| Evidence::ALL.get(place))
                    .map_or_else(|| words::hint_evidence(lang), |evidence| evidence.meaning(lang)),
                Column::Employer | Column::Local => words::hint_employer(lang),
                Column::Remedy => words::hint_remedy(lang),
                Column::ClaimedOn | Column::ClaimedRiel => words::hint_claim(lang),
                Column::PaidReceipt => words::hint_receipt(lang),
                _ if self.kind() == Kind::Choice => words::hint_choice(lang),
                _ => "",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_issue_has_a_key_of_its_own() {
        for &code in IssueCode::ALL {
            assert_eq!(issue_of_key(issue_key(code)), Some(code));
        }
    }

    #[test]
    fn every_choice_has_its_names() {
        for field in ALL.into_iter().filter(|field| field.kind() == Kind::Choice) {
            for lang in Lang::ALL {
                for place in 0..field.codes().len() {
                    assert!(!field.choice(place, lang).is_empty(), "{field:?} {place}");
                }
                assert!(!field.help(None, lang).is_empty(), "{field:?}");
            }
        }
    }

    #[test]
    fn every_field_is_there_once() {
        for (index, field) in ALL.iter().enumerate() {
            assert!(!ALL.iter().take(index).any(|other| other == field), "{field:?}");
        }
    }
}
