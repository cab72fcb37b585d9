//! How far somebody was told how a case stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clock::TRIES;
use super::values::MemberOutcome;

/// When somebody was told, or how often that was tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reach {
    /// When they were told how it stands, since the newest answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_on: Option<NaiveDate>,
    /// Tries to reach them since they were last told or the newest answer came.
    #[serde(skip_serializing_if = "is_zero")]
    pub tries: u32,
    /// When the newest try was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tried_on: Option<NaiveDate>,
    /// What they said came of it, of somebody who told of a case that is now part of another one; what its own member says is the
    /// case's outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<MemberOutcome>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(super) fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Reach {
    /// Whether they were told, or tried for often enough.
    pub fn is_enough(self) -> bool {
        self.told_on.is_some() || self.tries >= TRIES
    }

    /// The day on which they were told, or else last tried for.
    pub fn last_on(self) -> Option<NaiveDate> {
        self.told_on.or(self.tried_on)
    }

    /// They were told.
    pub(super) fn told(&mut self, on: Option<NaiveDate>) {
        (self.told_on, self.tries, self.tried_on) = (on, 0, None);
    }

    /// They could not be reached.
    pub(super) fn tried(&mut self, on: Option<NaiveDate>) {
        self.tries += 1;
        self.tried_on = on;
    }
}
