//! What is chosen and asked for while a case is followed up, and the questions of the rebuttal check as a list.

use super::{Item, Layer, Menu, Picking, Run};
use crate::domain::standing::{Answer, RebuttalCheck};
use crate::i18n::{Named, rebuttal_question};
use crate::tui::model::Words;
use crate::tui::words;

/// What is chosen from a list while a case is followed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowPick {
    /// What is known of the objections.
    Check,
    /// What the case is marked with.
    Mark,
    /// The demands that it belongs to.
    Demand,
    /// With whom it is raised.
    Party,
    /// How it is raised.
    Way,
    /// What the party replied.
    Reply,
    /// Whether that is said of this case alone.
    Scope,
    /// What the member said when told.
    Told,
    /// Whether the case is closed with it.
    ThenClose,
    /// What the member said when asked once more.
    AskedAgain,
}

/// What is typed while a case is followed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowAsk {
    /// The day on which it is raised.
    RaisedOn,
    /// The day on which the reply came.
    RepliedOn,
    /// What the reply says.
    ReplyText,
    /// The day to which the party moved its answer.
    Until,
    /// The day on which the party said that it received the submission.
    AcknowledgedOn,
    /// A demand that is new.
    DemandTitle,
}

/// The answers to the objections, as far as they are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Checking([Option<Answer>; 4]);

/// What choosing a line of the list comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckStep {
    /// An answer was turned; the list goes on with the marker there.
    GoesOn(usize),
    /// It is to be saved, and an answer is missing.
    NotAll,
    /// All is answered.
    Done(RebuttalCheck),
}

impl Checking {
    /// Behind the four questions: none holds.
    const NONE_HOLDS: usize = 4;

    /// With the answers that are known.
    pub fn of(check: Option<RebuttalCheck>) -> Self {
        Self(check.map_or([None; 4], |check| check.answers().map(Some)))
    }

    /// The list: a key for each question, one for "none holds", one that saves.
    pub fn menu(self, title: Words, picking: Picking, chosen: Option<usize>) -> Layer {
        let question = |(index, answer): (usize, Option<Answer>)| {
            Words::new(move |lang| {
                let said = answer.map_or("?", |answer| answer.name(lang));
                format!("{} – {said}", rebuttal_question(index, lang))
            })
        };
        let fixed = [words::none_holds, words::save_check].map(Words::fixed);
        let labels = self.0.into_iter().enumerate().map(question).chain(fixed);
        let item = |(index, label)| Item {
            label,
            note: String::new(),
            found_by: String::new(),
            run: Run::Pick(picking, index),
        };
        Menu::numbered(title, labels.enumerate().map(item).collect(), chosen.unwrap_or(Self::NONE_HOLDS))
    }

    /// Does what a line of the list says.
    pub fn pick(&mut self, index: usize) -> CheckStep {
        if let Some(answer) = self.0.get_mut(index) {
            *answer = Some(match answer {
                None | Some(Answer::Unknown) => Answer::No,
                Some(Answer::No) => Answer::Yes,
                Some(Answer::Yes) => Answer::Unknown,
            });
            return CheckStep::GoesOn(index);
        }
        if index == Self::NONE_HOLDS {
            return CheckStep::Done(RebuttalCheck::all(Answer::No));
        }
        match self.0 {
            [Some(form), Some(contract), Some(contributions), Some(package)] => {
                CheckStep::Done(RebuttalCheck::of([form, contract, contributions, package]))
            }
            _ => CheckStep::NotAll,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_is_turned_and_all_must_be_answered() {
        let mut checking = Checking::default();
        assert_eq!(checking.pick(5), CheckStep::NotAll);
        for index in [0, 1, 2, 3, 2, 3, 3] {
            assert_eq!(checking.pick(index), CheckStep::GoesOn(index));
        }
        let CheckStep::Done(check) = checking.pick(5) else { panic!() };
        assert_eq!(check.answers(), [Answer::No, Answer::No, Answer::Yes, Answer::Unknown]);
        assert_eq!(Checking::of(Some(check)).pick(5), CheckStep::Done(check));
        assert_eq!(checking.pick(4), CheckStep::Done(RebuttalCheck::all(Answer::No)));
    }
}
