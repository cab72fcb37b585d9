//! What the screens of promises, parties, submissions and process figures ask of those around them, and what they get.

use super::{act_once, with_screen};
use crate::app::AppError;
use crate::domain::entry::Kind;
use crate::i18n::Lang;
use crate::tui::action::{Action, Context};
use crate::tui::effect::ledger::{Found, LedgerDeed, LedgerDone, Look};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::layers::Menu;
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words};
use crate::tui::screens::{people, promises, sheet, submission};
use crate::tui::words::{self, ledger};

/// Does what is asked; returns what the screen that comes to the front asks for.
pub(super) fn obey(model: &mut Model, effects: &mut Vec<Effect>, request: Request) -> Vec<Request> {
    let mut screen = model.screen;
    let more = act_once(model, effects, |model, cx| match request {
        Request::OpenSubmission(which) => {
            model.submission.open(which, cx);
            screen = Screen::Submission;
        }
        Request::OpenPromise(which) => {
            model.promise.open(which, cx);
            screen = Screen::Promise;
        }
        Request::OpenParty(party) => {
            model.party.open(party, cx);
            screen = Screen::Party;
        }
        Request::OpenLadder(id, case) => {
            model.ladder.open(id, case, cx);
            screen = Screen::Ladder;
        }
        Request::OpenSheet(of) => {
            model.sheet.open(of, cx);
            screen = Screen::Sheet;
        }
        Request::Enter(deed) => {
            let generation = model.sheet.next_deed();
            cx.effects.push(Effect::Write(Work::Enter(Box::new(deed), generation)));
        }
        _ => {}
    });
    if screen != model.screen {
        model.screen = screen;
        model.layers.clear();
    }
    more
}

/// Goes from what is looked at to the ladder for its facility.
pub(super) fn show_ladder(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some((id, case)) = model.ladder_of() {
        with_screen(model, effects, |_, cx| cx.requests.push(Request::OpenLadder(id, case)));
    }
}

/// Lays what can be done with what is read on top.
pub(super) fn menu(model: &mut Model) {
    let actions: &[Action] = match model.screen {
        Screen::Promise => &promises::one::ACTIONS,
        Screen::Party => &people::party::ACTIONS,
        Screen::Submission => &submission::ACTIONS,
        _ => return,
    };
    let menu = Menu::actions(Words::fixed(words::case_menu), actions, model.context(), model);
    model.layers.push(menu);
}

/// Something that was looked up came.
pub(super) fn looked(
    model: &mut Model,
    look: &Look,
    generation: Generation,
    found: Result<Found, AppError>,
    cx: &mut Cx<'_>,
) {
    match look {
        Look::Promises => model.promises.answered(generation, found, cx),
        Look::Promise(..) => model.promise.answered(generation, found, cx),
        Look::People => model.people.answered(generation, found, cx),
        Look::Ladder(..) => model.ladder.answered(generation, found, cx),
        Look::Party(_) => model.party.answered(generation, found, cx),
        Look::Parties => model.sheet.answered(generation, found),
        Look::Submission(_) => model.submission.answered(generation, found, cx),
        Look::Process(_) => model.process.answered(generation, found, cx),
    }
}

/// Something was entered, or not.
pub(super) fn entered(
    model: &mut Model,
    generation: Generation,
    deed: &LedgerDeed,
    done: Result<LedgerDone, AppError>,
    cx: &mut Cx<'_>,
) {
    let is_of_sheet = model.sheet.waits_for(generation);
    let done = match done {
        Ok(done) => done,
        Err(error) if is_of_sheet => return model.sheet.entered(Err(error), cx),
        Err(error) => return cx.toast(Tone::Bad, Words::error(error)),
    };
    if let LedgerDone::Promised(id) = &done {
        model.promises.want(*id);
    }
    if let LedgerDone::Known(party) = &done {
        model.people.want(party);
    }
    if is_of_sheet {
        // With it go the layers that were laid on it meanwhile.
        model.layers.clear();
        model.sheet.entered(Ok(()), cx);
        match (&done, deed) {
            (LedgerDone::Raised(id, _), _) => cx.requests.push(Request::OpenSubmission((*id).into())),
            (LedgerDone::Known(party), LedgerDeed::Add(_)) => {
                cx.requests.push(Request::OpenParty(party.clone()));
            }
            _ => {}
        }
    }
    let key = model.keymap.binding(Context::Promises, Action::Undo);
    let key = key.and_then(|binding| binding.shown_key(Context::Promises));
    let (tone, words) = sheet::said(deed, &done, key.map(|key| key.to_string()).unwrap_or_default());
    cx.toast(tone, words);
    super::answers::reload(model, cx);
}

/// What is in front may show something else now.
pub(super) fn reload(model: &mut Model, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Promises => model.promises.shown(cx),
        Screen::Promise => model.promise.reload(cx),
        Screen::People => model.people.reload(cx),
        Screen::Party => model.party.reload(cx),
        Screen::Ladder => model.ladder.reload(cx),
        Screen::Submission => model.submission.reload(cx),
        Screen::Process => model.process.reload(cx),
        _ => {}
    }
}

/// What happened to no case alone, as a noun.
pub(super) fn noun(kind: &Kind, lang: Lang) -> Option<&'static str> {
    Some(match kind {
        Kind::Acknowledged => ledger::undo_acknowledged(lang),
        Kind::ReplyReceived => ledger::undo_reply(lang),
        Kind::ClockPaused => ledger::undo_paused(lang),
        Kind::ClockResumed => ledger::undo_resumed(lang),
        Kind::Promised => ledger::undo_promised(lang),
        Kind::PromiseMoved => ledger::undo_moved(lang),
        Kind::PromiseJudged => ledger::undo_judged(lang),
        Kind::PartyDescribed => ledger::undo_described(lang),
        _ => return None,
    })
}
