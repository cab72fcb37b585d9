//! What the thread that writes does to a case that is followed up.

use std::path::Path;

use crate::app::follow::{NewReply, NewSubmission, Reached, SubmissionView, Turned, mark_of};
use crate::app::{AppError, Done, Session};
use crate::domain::facility::FacilityId;
use crate::domain::number::CaseNumber;
use crate::tui::effect::{AtGate, Deed, Given, Replying};

/// Does what a deed says.
pub fn carry_out(session: &mut Session, number: &CaseNumber, deed: &Deed) -> Result<Done, AppError> {
    let today = session.today();
    match deed {
        Deed::Check(check) => session.check_case(number, *check)?,
        Deed::Attach(path) => {
            session.attach(number, std::slice::from_ref(path), "")?;
        }
        Deed::Detach(which) => session.detach(number, *which)?,
        Deed::Mark(marks) => session.mark_case(number, marks)?,
        Deed::Link(title) => {
            session.link(std::slice::from_ref(number), title)?;
        }
        Deed::Unlink(id) => {
            let demands = session.view().demands()?;
            if let Some(demand) = demands.iter().find(|demand| demand.id == *id) {
                session.unlink(std::slice::from_ref(number), demand)?;
            }
        }
        Deed::Raise(given) => raise_one(session, number, given)?,
        Deed::Reply(handle, replying) => reply(session, number, handle, replying)?,
        Deed::Tell { outcome, closes: true, .. } => session.tell_and_close(number, today, Some(*outcome))?,
        Deed::Tell { outcome, closes: false, witness } => {
            session.tell(witness.as_ref().unwrap_or(number), today, Reached::Told(Some(*outcome)))?;
        }
        Deed::Try(witness) => {
            session.tell(witness.as_ref().unwrap_or(number), today, Reached::NotReached)?;
        }
        Deed::Close => session.close(number, today, None)?,
        Deed::AskAgain(outcome) => session.ask_again(number, today, Some(*outcome))?,
        // The others are done where cases are kept.
        Deed::Correct(_) | Deed::Consent(_) | Deed::Confirm | Deed::Withdraw | Deed::Reopen | Deed::Erase => {
        }
    }
    Ok(Done { number: number.clone(), changed: vec!["status".to_owned()], warnings: Vec::new() })
}

fn raise_one(session: &mut Session, number: &CaseNumber, given: &Given) -> Result<(), AppError> {
    let newest = session.view().case(number)?.case.follow.newest().map(|raised| raised.submission);
    session.raise(&NewSubmission {
        party: given.party.clone(),
        on: given.on,
        way: given.way,
        cases: vec![number.clone()],
        about: None,
        demand: None,
        after: newest,
        files: Vec::new(),
        check: given.check,
        although_rebutted: given.although_rebutted,
    })?;
    Ok(())
}

fn reply(
    session: &mut Session,
    number: &CaseNumber,
    handle: &str,
    replying: &Replying,
) -> Result<(), AppError> {
    let submission = session.submission_called(handle)?;
    match replying {
        Replying::Answer { on, outcome, of_all, text } => {
            let mut new = NewReply { on: Some(*on), text: Some(text.clone()), ..NewReply::default() };
            if *of_all {
                new.outcome = Some(*outcome);
            } else {
                new.of_cases.insert(number.clone(), *outcome);
            }
            session.reply(&submission, &new)?;
        }
        Replying::Interim { on, until } => {
            let new = NewReply { on: Some(*on), until: Some(*until), ..NewReply::default() };
            session.reply(&submission, &new)?;
        }
        Replying::Acknowledge(on) => session.acknowledge(&submission, *on)?,
        Replying::Pause(on) => session.turn_clock(&submission, Turned::Paused, *on, None)?,
        Replying::Resume(on) => session.turn_clock(&submission, Turned::Resumed, *on, None)?,
    }
    Ok(())
}

/// Puts cases in a submission, with the mark of the document that goes with it.
pub fn raise(
    session: &mut Session,
    mut new: NewSubmission,
    file: Option<&Path>,
) -> Result<SubmissionView, AppError> {
    if let Some(file) = file {
        new.files.push(mark_of(file)?);
    }
    let submission = session.raise(&new)?;
    session.submission_view(&submission)
}

/// What is said and done at the gate of a facility.
pub fn at_gate(session: &Session, id: &FacilityId) -> Result<AtGate, AppError> {
    Ok(AtGate { card: session.gate_card(id)?, draft: session.gate_draft(id) })
}
