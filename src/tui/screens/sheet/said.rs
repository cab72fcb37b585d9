//! What is said when something was entered, or refused.

use crate::app::AppError;
use crate::app::follow::FollowError;
use crate::i18n::numbers::{self, number};
use crate::i18n::{Lang, Speak};
use crate::tui::effect::ledger::{LedgerDeed, LedgerDone};
use crate::tui::model::{Tone, Words};
use crate::tui::words::{self, ledger};

/// Why it was refused: what to type on a command line would not help here.
pub(super) fn refusal(error: AppError) -> Words {
    match error {
        AppError::Follow(FollowError::NoBasis) => {
            Words::new(|lang| format!("{} {}", FollowError::NoBasis.what(lang), ledger::no_basis_here(lang)))
        }
        AppError::Follow(error @ (FollowError::MembersWord | FollowError::AnswersNothing)) => {
            Words::new(move |lang| error.what(lang))
        }
        error => Words::error(error),
    }
}

/// What is said when something was entered.
pub fn said(deed: &LedgerDeed, done: &LedgerDone, undo_key: String) -> (Tone, Words) {
    let (deed, done) = (deed.clone(), done.clone());
    let say = move |lang: Lang| -> String {
        match (&deed, &done) {
            (LedgerDeed::Promise { .. }, _) => ledger::done_promised(lang).to_owned(),
            (LedgerDeed::Move { .. }, _) => ledger::done_moved(lang).to_owned(),
            (LedgerDeed::Judge { .. }, _) => ledger::done_judged(lang).to_owned(),
            (LedgerDeed::Describe(_), _) => ledger::done_described(lang).to_owned(),
            (LedgerDeed::Add(_), _) => ledger::done_added(lang).to_owned(),
            (LedgerDeed::Acknowledge(..), _) => ledger::done_acknowledged(lang).to_owned(),
            (LedgerDeed::Clock { stops: true, .. }, _) => ledger::done_paused(lang).to_owned(),
            (LedgerDeed::Clock { .. }, _) => ledger::done_resumed(lang).to_owned(),
            (LedgerDeed::Reply { .. }, LedgerDone::Replied(cases)) if *cases > 0 => {
                ledger::done_replied(lang, &number(*cases as u64, lang))
            }
            (LedgerDeed::Reply { .. }, _) => ledger::done_interim(lang).to_owned(),
            (LedgerDeed::Escalate { .. }, LedgerDone::Raised(_, cases)) => {
                ledger::done_raised(lang, &numbers::cases(*cases as u64, lang))
            }
            (LedgerDeed::Escalate { .. }, _) => ledger::done_raised(lang, "–"),
        }
    };
    (Tone::Good, Words::new(move |lang| words::can_be_undone(lang, &say(lang), &undo_key)))
}
