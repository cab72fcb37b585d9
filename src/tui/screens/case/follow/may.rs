//! Why a step cannot be taken with the case that is read.

use super::super::CaseScreen;
use crate::domain::issue::IssueCode;
use crate::domain::standing::Turn;
use crate::domain::values::{Purpose, Status};
use crate::tui::action::Say;
use crate::tui::words;

impl CaseScreen {
    /// Why the case cannot be raised.
    pub fn why_not_raised(&self) -> Option<Say> {
        let record = &self.story()?.case.record;
        if record.issues.iter().all(|issue| issue.code == IssueCode::Good) {
            Some(words::only_praise)
        } else if record.consent.contains(&Purpose::Count) {
            None
        } else {
            Some(words::no_count_consent)
        }
    }

    /// Why no reply can be recorded.
    pub fn why_no_reply(&self) -> Option<Say> {
        let follow = &self.story()?.follow;
        if follow.waiting().is_some() {
            None
        } else if follow.raised.is_empty() {
            Some(words::not_raised_yet)
        } else {
            Some(words::answered_already)
        }
    }

    /// Why the case cannot be closed.
    pub fn why_not_closed(&self) -> Option<Say> {
        let follow = &self.story()?.case.follow;
        let (may, member_was) = (follow.may_close(), follow.reach.is_enough());
        (!may).then_some(if member_was { words::witness_not_told_yet } else { words::not_told_yet })
    }

    /// Why the member is not asked once more.
    pub fn why_not_asked_again(&self) -> Option<Say> {
        let case = &self.story()?.case;
        match case.turn() {
            Turn::AskAgain => None,
            _ if case.status == Status::Closed => Some(words::asked_again_already),
            _ => Some(words::not_closed_yet),
        }
    }
}
