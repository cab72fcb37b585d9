//! What becomes of the model where cases are likely one.

use super::answers::reload;
use crate::app::duplicates::reasons;
use crate::app::{AppError, Logged};
use crate::tui::action::Action;
use crate::tui::effect::{Answer, Beside, Effect, Generation, Query};
use crate::tui::model::{Cx, Model, Tone, Words};
use crate::tui::words;

/// A case is on the disk, or not; if it is, it is asked what stands beside it.
pub(super) fn logged(model: &mut Model, logged: Result<Logged, AppError>, cx: &mut Cx<'_>) {
    let number = logged.as_ref().ok().map(|logged| logged.number.clone());
    model.log.logged(logged, cx);
    if let Some(number) = number {
        cx.effects.push(Effect::Read(Query::Beside(number), Generation::default()));
        reload(model, cx);
    }
}

/// Takes in an answer about pairs of cases.
pub(super) fn take(model: &mut Model, answer: Answer, cx: &mut Cx<'_>) {
    match answer {
        Answer::Suspects(found) => model.duplicates.answered(found, cx),
        Answer::Compared(compared) => return model.duplicates.is_at(compared),
        Answer::PairsCounted(generation, counted) => {
            return model.import.pairs_counted(generation, counted);
        }
        Answer::Beside(Ok(beside)) => stands_beside(model, beside, cx),
        Answer::Members(generation, members) => model.duplicates.members_answered(generation, members, cx),
        Answer::Decided(done) => {
            let is_done = done.is_ok();
            model.duplicates.decided(done, cx);
            if is_done {
                reload(model, cx);
            }
        }
        // What stands beside a case is only a hint: the case is on the disk.
        _ => {}
    }
    model.agenda.suspects_counted(model.duplicates.count());
}

/// A case that was just logged may be one that is there already: that is said, and where to look.
fn stands_beside(model: &mut Model, beside: Beside, cx: &mut Cx<'_>) {
    /// Reasons in a toast.
    const REASONS: usize = 3;
    let Some((there, why)) = beside.likeliest else {
        return;
    };
    let number = beside.number;
    model.duplicates.want(number.clone());
    let key = model.keymap.key(model.screen_context(), Action::ShowDuplicates);
    cx.toast(
        Tone::Plain,
        Words::new(move |lang| {
            let why = reasons(&why, REASONS, lang);
            words::may_be_the_same(lang, number.as_str(), there.as_str(), &why, &key)
        }),
    );
}
