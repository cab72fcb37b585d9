//! The script of the demo: which cases were raised with whom, and what came of it. All of it is invented, like the cases; no
//! office said or did any of this.
//!
//! Texts are as an officer would have typed them, in Khmer or in English.

mod first_year;
pub(super) mod pledges;
mod second_year;

use super::members::Member;
use crate::domain::issue::IssueCode::{self, Priv, Rude, Safe};
use crate::domain::standing::Mark;
use crate::domain::submission::Way;
use crate::domain::values::{MemberOutcome, PartyOutcome};

/// A submission and what came of it.
#[derive(Debug)]
pub(super) struct Chapter {
    /// By what the script calls it.
    pub(super) name: &'static str,
    /// With whom.
    pub(super) party: &'static str,
    /// When; where offices are closed, on the next day on which they are open. So are all days of parties.
    pub(super) on: &'static str,
    pub(super) way: Way,
    /// What is asked for.
    pub(super) about: &'static str,
    /// The demand whose cases these are.
    pub(super) demand: Option<&'static str>,
    pub(super) cases: Cases,
    pub(super) steps: &'static [Step],
}

/// Which cases.
#[derive(Debug)]
pub(super) enum Cases {
    /// Of those that nobody raised yet: at places, with problems, of visits since a day; the newest, so many at most.
    Fresh { places: &'static [&'static str], issues: &'static [IssueCode], since: &'static str, most: usize },
    /// The same, of an employer.
    Of { employer: &'static str, most: usize },
    /// What an earlier submission left unresolved.
    After(&'static str),
    /// What was closed after an earlier one, and is open again.
    Back(&'static str),
}

/// What happened to a submission.
#[derive(Debug)]
pub(super) enum Step {
    /// The party said that it received it.
    Acknowledged(&'static str),
    /// It asked for time: on which day, until when, who, in which words.
    Interim(&'static str, &'static str, &'static str, &'static str),
    /// It answered: on which day, how, who, in which words; what it made of the cases, and what became of their
    /// members, both from the beginning again where the cases are more.
    Reply(&'static str, Way, &'static str, &'static str, &'static [PartyOutcome], &'static [Member]),
    /// The clock stood from a day on, and why.
    Paused(&'static str, &'static str),
    /// It went on.
    Resumed(&'static str),
    /// On a day the members of so many cases took them back.
    Withdrawn(&'static str, usize),
}

/// All of it, in its order.
pub(super) fn chapters() -> impl Iterator<Item = &'static Chapter> {
    first_year::CHAPTERS.iter().chain(second_year::CHAPTERS)
}

/// Recent cases that come first: on which day each was marked, where, of what, and with what.
pub(super) const MARKS: [(&str, &[&str], &[IssueCode], Mark); 3] = [
    ("2026-10-14", &["N00002", "12"], &[Rude, Priv], Mark::Retaliation),
    ("2026-10-23", &["05", "08"], &[IssueCode::Refu, IssueCode::Qual, Safe], Mark::Safety),
    ("2026-10-28", &[], &[IssueCode::Refr, IssueCode::Refu], Mark::Safety),
];

/// What became of members who were helped on the telephone at once.
pub(super) const ADVISED: [Member; 4] = [
    Member::Again(MemberOutcome::Solved, MemberOutcome::Solved),
    Member::Again(MemberOutcome::Partly, MemberOutcome::Partly),
    Member::Closed(MemberOutcome::NotSolved),
    Member::Again(MemberOutcome::Partly, MemberOutcome::Solved),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::party::Party;

    #[test]
    fn each_day_and_party_of_the_script_can_be_read_and_names_are_one_s_own() {
        let mut names = std::collections::BTreeSet::new();
        for chapter in chapters() {
            assert!(names.insert(chapter.name), "{}", chapter.name);
            assert!(chapter.party.parse::<Party>().is_ok(), "{}", chapter.party);
            let days = chapter.steps.iter().flat_map(|step| match step {
                Step::Interim(on, until, ..) => vec![*on, *until],
                Step::Acknowledged(on)
                | Step::Reply(on, ..)
                | Step::Paused(on, _)
                | Step::Resumed(on)
                | Step::Withdrawn(on, _) => vec![*on],
            });
            for day in days.chain([chapter.on]) {
                assert!(day.parse::<chrono::NaiveDate>().is_ok(), "{day}");
            }
            if let Cases::After(before) | Cases::Back(before) = chapter.cases {
                assert!(names.contains(before), "{before}");
            }
        }
        assert!((30..=42).contains(&names.len()), "{}", names.len());
    }
}
