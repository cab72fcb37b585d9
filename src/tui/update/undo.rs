//! Taking back: the question names what it would be, the toast what it was.

use chrono::NaiveDate;

use crate::app::{AppError, LastDone};
use crate::domain::entry::Kind;
use crate::i18n::numbers::{cases, digits, number};
use crate::i18n::{Lang, dates, field_name, happened};
use crate::tui::effect::{Effect, Work};
use crate::tui::layers::{Layer, Message, Question};
use crate::tui::model::{Cx, Model, Tone, Words};
use crate::tui::words;

/// Asks whether the last thing is to be taken back. What that is comes from the thread that writes; until then the
/// question stands without its name, so that keys typed fast find it there.
pub fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    // There is no way forward again, so a slip of the finger must not do it.
    let text = Words::fixed(words::undo_question);
    model.layers.push(Message::ask(Question::Undo(None), words::undo_title, text));
    effects.push(Effect::Write(Work::LastDone));
}

/// It is known what would be taken back: the question says so, and then means only that.
pub fn described(model: &mut Model, done: Result<LastDone, AppError>, cx: &mut Cx<'_>) {
    let waits = |layer: &Layer| matches!(layer, Layer::Message(message) if message.question == Some(Question::Undo(None)));
    let Some(place) = model.layers.iter().position(waits) else {
        return;
    };
    match (done, model.layers.get_mut(place)) {
        (Ok(done), Some(Layer::Message(message))) => {
            let today = cx.today;
            message.question = Some(Question::Undo(Some(done.batch)));
            message.text = Words::new(move |lang| {
                words::undo_named(lang, &what(&done, lang), &when(&done, today, lang))
            });
        }
        (Ok(_), _) => {}
        (Err(error), _) => {
            model.layers.remove(place);
            cx.toast(Tone::Bad, Words::error(error));
        }
    }
}

/// Something was taken back: the toast says what, and with which key the form is shown where it waits there.
pub fn undone(done: LastDone, key: String, cx: &mut Cx<'_>) {
    let words = Words::new(move |lang| match done.draft {
        Some(_) => words::undone_kept(lang, &what(&done, lang), &key),
        None => words::undone(lang, &what(&done, lang)),
    });
    cx.toast(Tone::Good, words);
}

fn when(done: &LastDone, today: NaiveDate, lang: Lang) -> String {
    let Some(at) = done.at else {
        return "–".to_owned();
    };
    let days = (today - at.date_naive()).num_days();
    let day =
        if (0..2).contains(&days) { dates::relative(days, lang) } else { dates::date(at.date_naive(), lang) };
    words::moment(lang, &day, &digits(&at.format("%H:%M").to_string(), lang))
}

/// What was done, as a noun.
fn what(done: &LastDone, lang: Lang) -> String {
    let count = number(done.subjects as u64, lang);
    let (kind, is_one_kind) = (done.kinds.first(), done.kinds.len() == 1);
    let (Some(kind), Some(case)) = (kind.filter(|_| is_one_kind), &done.number) else {
        return match kind {
            // A demand that was made with the first case linked to it, a case told of and closed at once.
            Some(Kind::DemandMade | Kind::Linked) => words::undo_linking(lang).to_owned(),
            Some(Kind::Witnessed | Kind::Joined) => words::undo_joining(lang).to_owned(),
            Some(Kind::KeptApart) => words::undo_keeping_apart(lang).to_owned(),
            Some(Kind::MemberTold) if done.subjects == 1 => words::undo_telling(lang).to_owned(),
            Some(Kind::SubmissionMade) => {
                words::undo_raising(lang, &number(done.subjects.saturating_sub(1) as u64, lang))
            }
            Some(Kind::CaseLogged) => words::undo_import(lang, &cases(done.subjects as u64, lang)),
            Some(Kind::FacilityMerged) => words::undo_facility_merge(lang).to_owned(),
            Some(Kind::FacilityAdded | Kind::FacilityChanged) if done.subjects > 1 => {
                words::undo_facility_list(lang).to_owned()
            }
            Some(Kind::FacilityAdded) => words::undo_facility(lang).to_owned(),
            Some(Kind::FacilityChanged) => words::undo_facility_change(lang).to_owned(),
            Some(Kind::Observed) if done.subjects == 1 => words::undo_observation(lang).to_owned(),
            Some(Kind::Observed) if is_one_kind => words::undo_observations(lang, &count),
            Some(Kind::MembersCounted) if is_one_kind => words::undo_members(lang).to_owned(),
            other => match other.and_then(|kind| super::ledger::noun(kind, lang)) {
                Some(noun) => noun.to_owned(),
                None => words::undo_changes(lang, &cases(done.subjects as u64, lang)),
            },
        };
    };
    let case = case.as_str();
    match kind {
        Kind::CaseLogged => words::undo_logging(lang, case),
        Kind::CaseCorrected => {
            let fields: Vec<String> = done.fields.iter().map(|field| field_name(field, lang)).collect();
            words::undo_correction(lang, case, &fields.join(", "))
        }
        Kind::Confirmed => words::undo_confirmation(lang, case),
        Kind::Withdrawn => words::undo_withdrawal(lang, case),
        Kind::Reopened => words::undo_reopening(lang, case),
        Kind::Attached => words::undo_attaching(lang, case),
        Kind::Detached => words::undo_detaching(lang, case),
        other => format!("{} {case}", happened(other, lang)),
    }
}
