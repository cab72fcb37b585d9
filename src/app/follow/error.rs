//! What can go wrong in following up, and how it is said.

use chrono::NaiveDate;

use super::words;
use crate::domain::case::LONGEST_LINE;
use crate::domain::clock::TRIES;
use crate::domain::date::BadDate;
use crate::domain::number::CaseNumber;
use crate::i18n::{Lang, Speak, dates, numbers};

/// What can go wrong in following up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FollowError {
    /// A day ahead, or in another age.
    #[error(transparent)]
    Date(BadDate),
    /// Something that would have happened before what it answers.
    #[error("{0} lies before {1}")]
    Before(NaiveDate, NaiveDate),
    /// A case that would be raised before its visit.
    #[error("case {0} is of {1}")]
    BeforeVisit(CaseNumber, NaiveDate),
    /// A text longer than can be taken, in characters.
    #[error("{0} characters are too many")]
    TooLong(usize),
    /// Nothing was said where something must be.
    #[error("nothing is said")]
    SaysNothing,
    /// None of the cases may be raised.
    #[error("none of the cases may be raised")]
    NothingToRaise,
    /// No submission of that name.
    #[error("no submission {0}")]
    NoSubmission(String),
    /// No promise or demand of that name.
    #[error("nothing is called {0}")]
    NoHandle(String),
    /// More than one is meant.
    #[error("several are meant: {}", .0.join(", "))]
    Several(Vec<String>),
    /// A case that is in another submission.
    #[error("case {0} is not in that submission")]
    NotAmong(CaseNumber),
    /// A reply that says nothing of any case, and moves no date.
    #[error("the reply answers no case")]
    AnswersNothing,
    /// The clock stands already, or runs already.
    #[error("the clock does so already")]
    ClockAlready,
    /// A case that may not be closed yet: so many tries were made to tell the member.
    #[error("the member of case {0} was not told")]
    NotTold(CaseNumber, u32),
    /// A case that may not be closed yet: so many tries were made to tell somebody who told of it in another one.
    #[error("whoever told of case {number} in {told_in} was not told")]
    WitnessNotTold {
        /// The case.
        number: CaseNumber,
        /// The case that was joined into it.
        told_in: CaseNumber,
        /// How often they were tried for.
        tries: u32,
    },
    /// A case that is not closed.
    #[error("case {0} is not closed")]
    NotClosed(CaseNumber),
    /// More members are to have said that a promise was kept than were asked, or nobody was asked.
    #[error("members' word")]
    MembersWord,
    /// A promise called broken before its date.
    #[error("due on {0} only")]
    NotDueYet(NaiveDate),
    /// A promise of which the union has said what came of it.
    #[error("{0} is decided")]
    Decided(String),
    /// A promise judged on nothing: neither members' word nor waits.
    #[error("judged on nothing")]
    NoBasis,
    /// A party that does not exist.
    #[error("no party {0}")]
    NoParty(String),
    /// A brief for an employer: it would tell of the employer's own workers.
    #[error("no briefs are written for employers")]
    NoBriefForEmployers,
}

impl Speak for FollowError {
    fn what(&self, lang: Lang) -> String {
        let count = |count: u64| numbers::number(count, lang);
        match self {
            Self::Date(error) => error.what(lang),
            Self::Before(day, earlier) => {
                words::before(lang, &dates::date(*day, lang), &dates::date(*earlier, lang))
            }
            Self::BeforeVisit(number, visited) => {
                words::before_visit(lang, number.as_str(), &dates::date(*visited, lang))
            }
            Self::TooLong(length) => {
                words::too_long(lang, &count(*length as u64), &count(LONGEST_LINE as u64))
            }
            Self::SaysNothing => words::says_nothing(lang).to_owned(),
            Self::NothingToRaise => words::nothing_to_raise(lang).to_owned(),
            Self::NoSubmission(text) => words::no_submission(lang, text),
            Self::NoHandle(text) => words::no_handle(lang, text),
            Self::Several(found) => words::several(lang, &found.join(", ")),
            Self::NotAmong(number) => words::not_among(lang, number.as_str()),
            Self::AnswersNothing => words::answers_nothing(lang).to_owned(),
            Self::ClockAlready => words::clock_already(lang).to_owned(),
            Self::NotTold(number, tries) => {
                words::not_told(lang, number.as_str(), &count((*tries).into()), &count(TRIES.into()))
            }
            Self::WitnessNotTold { number, told_in, tries } => words::witness_not_told(
                lang,
                number.as_str(),
                told_in.as_str(),
                &count((*tries).into()),
                &count(TRIES.into()),
            ),
            Self::NotClosed(number) => words::not_closed(lang, number.as_str()),
            Self::MembersWord => words::members_word(lang).to_owned(),
            Self::NotDueYet(due) => words::not_due_yet(lang, &dates::date(*due, lang)),
            Self::Decided(handle) => words::decided(lang, handle),
            Self::NoBasis => words::no_basis(lang).to_owned(),
            Self::NoParty(text) => words::no_party(lang, text),
            Self::NoBriefForEmployers => words::no_brief_for_employers(lang).to_owned(),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Date(error) => return error.hint(lang),
            Self::BeforeVisit(..) => words::before_visit_hint(lang).to_owned(),
            Self::NothingToRaise => words::nothing_to_raise_hint(lang).to_owned(),
            Self::NoSubmission(_) | Self::NoHandle(_) => words::no_handle_hint(lang).to_owned(),
            Self::Several(_) => words::several_hint(lang).to_owned(),
            Self::AnswersNothing => words::answers_nothing_hint(lang).to_owned(),
            Self::NotTold(number, _) | Self::WitnessNotTold { told_in: number, .. } => {
                words::not_told_hint(lang, number.as_str())
            }
            Self::MembersWord => words::members_word_hint(lang).to_owned(),
            Self::NotDueYet(_) => words::not_due_yet_hint(lang).to_owned(),
            Self::Decided(_) => words::decided_hint(lang).to_owned(),
            Self::NotClosed(_) => words::not_closed_hint(lang).to_owned(),
            Self::NoBasis => words::no_basis_hint(lang).to_owned(),
            Self::NoParty(_) => words::no_party_hint(lang).to_owned(),
            Self::NoBriefForEmployers => words::no_brief_for_employers_hint(lang).to_owned(),
            _ => return None,
        })
    }
}
