//! One case with all that belongs to it, and its member only where that is asked for.

use super::Desk;
use crate::app::{AppError, AttachmentView, Event, JoinedView, MemberView};
use crate::domain::number::CaseNumber;
use crate::i18n::Lang;
use crate::tui::effect::Story;

/// The case, its story and its history.
pub fn story(desk: &Desk, number: &CaseNumber) -> Result<Story, AppError> {
    let view = desk.reader.view();
    let stored = view.case(number)?;
    let narrative = view.narrative(&stored)?;
    let history = Event::all(&view, &stored)?;
    let has_member = !view.identity(&stored)?.is_empty();
    let facility = view.facilities().get(&stored.case.record.facility);
    // Names come in both languages; no sentence is made here.
    let follow = desk.sight(Lang::En).on_case(&stored, &history)?;
    let attachments = AttachmentView::all(&view, number)?;
    let joined = JoinedView::all(&view, &stored)?;
    Ok(Story { case: stored.case, facility, narrative, history, has_member, follow, attachments, joined })
}

/// Who the member is, as it may be shown; of a case that was joined into another one, whoever told of it there.
pub fn member(desk: &Desk, number: &CaseNumber) -> Result<MemberView, AppError> {
    let view = desk.reader.view();
    Ok(match view.joined(number)? {
        Some(case) => view.identity_of_joined(case)?.into(),
        None => view.identity(&view.case(number)?)?.into(),
    })
}
