//! What becomes of the model when a worker answers. Screens drop what they no longer wait for.

use super::{collect, duplicates, ledger, undo, with_screen};
use crate::app::facilities::FacilityDone;
use crate::app::{AppError, Done, LastDone};
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::i18n::numbers::number;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{Answer, Deed, Effect, Generation, Opened, Refused};
use crate::tui::layers::{Layer, Message};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words};
use crate::tui::screens::case::{CaseScreen, change};
use crate::tui::words;

/// Takes in an answer.
pub fn take(model: &mut Model, answer: Answer, effects: &mut Vec<Effect>) {
    let is_a_list = matches!(answer, Answer::Cases(..) | Answer::Hotspots(..) | Answer::Day(..));
    with_screen(model, effects, |model, cx| match answer {
        Answer::Opened(opened) => opened_book(model, opened, cx),
        Answer::NotOpened(refused) => not_opened(model, *refused, cx),
        Answer::SetAside(Ok(path)) => {
            let path = path.display().to_string();
            cx.requests.push(Request::StartOver);
            cx.requests.push(Request::Lay(Message::tell(
                words::set_aside_title,
                Words::new(move |lang| words::was_set_aside(lang, &path)),
            )));
        }
        Answer::SetAside(Err(error)) | Answer::Restored(Err(error)) => model.unlock.failed(error),
        Answer::Restored(Ok(())) => {
            model.unlock.try_again(cx);
            cx.toast(Tone::Good, Words::fixed(words::was_restored));
        }
        Answer::Logged(logged) => duplicates::logged(model, logged, cx),
        Answer::LastDone(done) => undo::described(model, done, cx),
        Answer::Undone(Ok(done)) => taken_back(model, done, cx),
        Answer::Done(generation, deed, done) => done_to_case(model, generation, &deed, done, cx),
        Answer::ToFacility(generation, done) => done_to_facility(model, generation, done, cx),
        Answer::FacilityCalled(generation, called) => facility_called(model, generation, called),
        Answer::AttachmentLaid(laid) => CaseScreen::laid_attachment(laid, cx),
        Answer::Member(generation, member) => model.case.member_answered(generation, member, cx),
        Answer::Day(generation, day) => model.agenda.day_answered(generation, day, cx),
        Answer::Rising(generation, rising) => model.agenda.rising_answered(generation, rising),
        Answer::Undone(Err(error)) => cx.toast(Tone::Bad, Words::error(error)),
        Answer::Cases(generation, page) => model.cases.answered(generation, page, cx),
        Answer::Case(generation, case) => model.cases.case_answered(generation, case),
        Answer::Story(generation, case) => {
            let is_typed_for = model.layers.iter().any(|layer| matches!(layer, Layer::Prompt(_)));
            model.case.answered(generation, case, is_typed_for, cx);
        }
        Answer::MessageRead(read) => collect::message_read(read, cx),
        Answer::FormWritten(written) => collect::form_written(written, cx),
        Answer::Preferred(Ok(())) => {}
        Answer::Preferred(Err(why)) => {
            cx.toast(Tone::Bad, Words::new(move |lang| words::not_preferred(lang, &why)));
        }
        Answer::Hotspots(generation, ranking) => model.hotspots.answered(generation, ranking, cx),
        Answer::Facility(generation, facility) => model.facility.answered(generation, facility),
        Answer::BriefPrepared(generation, prepared) => model.raise.answered(generation, prepared),
        Answer::BriefStep(generation, step) => model.raise.is_at(generation, step),
        Answer::BriefWritten(generation, written) => model.raise.was_written(generation, written, cx),
        of_a_table @ (Answer::Surveyed(..)
        | Answer::ImportStep(..)
        | Answer::Imported(..)
        | Answer::ListTaken(..)) => {
            collect::of_a_table(model, of_a_table, cx);
        }
        of_pairs @ (Answer::Suspects(_)
        | Answer::Compared(_)
        | Answer::PairsCounted(..)
        | Answer::Beside(_)
        | Answer::Members(..)
        | Answer::Decided(_)) => {
            duplicates::take(model, of_pairs, cx);
        }
        Answer::Agenda(generation, agenda) => model.agenda.agenda_answered(generation, agenda, cx),
        Answer::GateFacilities(generation, found) => model.gate.facilities_answered(generation, found, cx),
        Answer::AtGate(generation, card) => model.gate.card_answered(generation, card, cx),
        Answer::Raisable(generation, looked) => model.raise.looked(generation, looked),
        Answer::Submitted(generation, made) => {
            let is_made = made.is_ok();
            model.raise.was_submitted(generation, made, cx);
            if is_made {
                reload(model, cx);
            }
        }
        Answer::Facilities(generation, found) => model.log.facilities_answered(generation, found, cx),
        Answer::Drafts(Ok(drafts)) => {
            model.agenda.drafts_answered(drafts.clone());
            model.log.drafts_answered(drafts);
        }
        Answer::DraftKept(form, kept) => {
            model.log.kept(form, kept, cx);
            if model.screen == Screen::Today {
                model.agenda.ask_for_drafts(cx);
            }
        }
        Answer::DraftTakenUp(form, taken) => model.log.taken_up(form, taken, cx),
        Answer::DraftDropped(Ok(())) => {
            model.log.ask_for_drafts(cx);
            model.agenda.shown(cx);
        }
        Answer::Drafts(Err(error)) | Answer::DraftDropped(Err(error)) => {
            cx.toast(Tone::Bad, Words::error(error));
        }
        Answer::Looked(look, generation, found) => ledger::looked(model, &look, generation, found, cx),
        Answer::Entered(generation, deed, done) => ledger::entered(model, generation, &deed, done, cx),
        Answer::BackedUp(made) => backed_up(made.map(|_| ()), cx),
    });
    if is_a_list {
        back_up(model, effects);
    }
}

/// What this desk did last was taken back.
fn taken_back(model: &mut Model, done: LastDone, cx: &mut Cx<'_>) {
    model.log.undone();
    if done.kinds.contains(&Kind::CaseLogged) {
        model.case.may_be_gone();
    }
    model.promise.may_be_gone();
    model.submission.may_be_gone();
    undo::undone(done, model.keymap.key(model.screen_context(), Action::ShowLog), cx);
    reload(model, cx);
}

fn backed_up(made: Result<(), AppError>, cx: &mut Cx<'_>) {
    match made {
        Ok(()) => cx.toast(Tone::Plain, Words::fixed(words::backed_up)),
        Err(error) => cx.toast(
            Tone::Bad,
            Words::new(move |lang| words::not_backed_up(lang, &Words::error_text(&error, lang))),
        ),
    }
}

/// Something was done to a case, or not: what was typed for it stays until it is done.
fn done_to_case(
    model: &mut Model,
    generation: Generation,
    deed: &Deed,
    done: Result<Done, AppError>,
    cx: &mut Cx<'_>,
) {
    let waits = |layer: &Layer| matches!(layer, Layer::Prompt(prompt) if prompt.waits_for(generation));
    let asked = model.layers.iter().position(waits);
    match done {
        Ok(done) => {
            if let Some(place) = asked {
                // With it goes the question whether to close it, if that was just asked.
                model.layers.truncate(place);
            }
            let key = model.keymap.binding(Context::Case, Action::Undo);
            let key = key.and_then(|binding| binding.shown_key(Context::Case));
            let key = key.map(|key| key.to_string()).unwrap_or_default();
            let (tone, words) = change::said(deed, done, key);
            cx.toast(tone, words);
            reload(model, cx);
        }
        Err(error) => match asked.and_then(|place| model.layers.get_mut(place)) {
            Some(Layer::Prompt(prompt)) => prompt.refuse(refusal(error)),
            _ => cx.toast(Tone::Bad, Words::error(error)),
        },
    }
}

/// The same of a facility.
fn done_to_facility(
    model: &mut Model,
    generation: Generation,
    done: Result<FacilityDone, AppError>,
    cx: &mut Cx<'_>,
) {
    let waits = |layer: &Layer| matches!(layer, Layer::Prompt(prompt) if prompt.waits_for(generation));
    let asked = model.layers.iter().position(waits).filter(|_| model.screen == Screen::Facility);
    match done {
        Ok(done) => {
            if let Some(place) = asked {
                model.layers.truncate(place);
            }
            let (tone, words) = model.facility.done(&done, model.keymap.key(Context::Facility, Action::Undo));
            cx.toast(tone, words);
            reload(model, cx);
        }
        Err(error) => match asked.and_then(|place| model.layers.get_mut(place)) {
            Some(Layer::Prompt(prompt)) => prompt.refuse(refusal(error)),
            _ => cx.toast(Tone::Bad, Words::error(error)),
        },
    }
}

/// The facility that was typed for a name in a table, or why it is none.
fn facility_called(model: &mut Model, generation: Generation, called: Result<FacilityId, AppError>) {
    let waits = |layer: &Layer| matches!(layer, Layer::Prompt(prompt) if prompt.waits_for(generation));
    let Some(place) = model.layers.iter().position(waits).filter(|_| model.screen == Screen::Import) else {
        return;
    };
    match (called, model.layers.get_mut(place)) {
        (Ok(id), _) => {
            model.layers.truncate(place);
            model.import.facility_called(generation, id);
        }
        (Err(error), Some(Layer::Prompt(prompt))) => prompt.refuse(refusal(error)),
        _ => {}
    }
}

/// Why a text was refused: beside its own field, the words for a whole form would be too many.
fn refusal(error: AppError) -> Words {
    match error {
        AppError::Refused(refusals) => Words::new(move |lang| {
            let said: Vec<String> = refusals.iter().map(|refusal| Words::error_text(refusal, lang)).collect();
            said.join(" ")
        }),
        error => Words::error(error),
    }
}

/// Lists may show something else now.
pub fn reload(model: &mut Model, cx: &mut Cx<'_>) {
    if model.screen == Screen::Today {
        model.agenda.shown(cx);
    }
    model.duplicates.changed(cx);
    model.cases.shown(cx);
    model.case.reload(cx);
    model.hotspots.reload(cx);
    model.facility.reload(cx);
    ledger::reload(model, cx);
}

/// Once a day, when the first list is there and there is nothing more urgent, the book is backed up.
pub fn back_up(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(book) = &model.book else {
        return;
    };
    if book.is_demo || model.backed_up == Some(model.today) {
        return;
    }
    model.backed_up = Some(model.today);
    effects.push(Effect::BackUp(model.today));
}

fn opened_book(model: &mut Model, mut opened: Box<Opened>, cx: &mut Cx<'_>) {
    model.clock = opened.clock;
    model.today = opened.clock_day(model.today);
    cx.today = model.today;
    let code = opened.recovery_code.take();
    let (lost, in_clear) = (opened.entries_lost, !opened.is_encrypted && !opened.is_demo);
    model.book = Some(opened);
    model.unlock.forget();
    model.welcome.forget();
    if let Some(code) = code {
        model.welcome.show_code(code);
        model.screen = Screen::Welcome;
    } else {
        model.screen = Screen::Today;
        model.agenda.shown(cx);
        model.duplicates.look(cx);
    }
    if in_clear {
        cx.requests.push(Request::Lay(Message::tell(words::in_clear_title, Words::fixed(words::in_clear))));
    }
    if lost > 0 {
        let say = move |lang| words::entries_lost(lang, &number(lost, lang));
        cx.requests.push(Request::Lay(Message::tell(words::entries_lost_title, Words::new(say))));
    }
}

fn not_opened(model: &mut Model, refused: Refused, cx: &mut Cx<'_>) {
    use crate::book::BookError;
    if refused.was_making || model.screen == Screen::Welcome {
        model.welcome.failed(refused.error);
    } else if matches!(refused.error, AppError::Book(BookError::NotFound(_))) {
        cx.requests.push(Request::StartOver);
    } else {
        model.screen = Screen::Unlock;
        model.unlock.refused(refused);
    }
}
