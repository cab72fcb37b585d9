//! The slip for the member: what happens next with a case, by when, and whom to call.

use chrono::NaiveDate;

use super::parties::HOTLINES;
use super::slip_words as words;
use super::tell::asked_again_from;
use crate::app::{AppError, Session};
use crate::brief::slip::Slip;
use crate::domain::case::Case;
use crate::domain::number::CaseNumber;
use crate::domain::standing::Turn;
use crate::domain::submission::State;
use crate::domain::values::Status;
use crate::i18n::{Lang, dates};

impl Session {
    /// The slip of a case; `phone` is the number under which the officer or the union is called.
    pub fn slip(&self, number: &CaseNumber, phone: Option<&str>, lang: Lang) -> Result<Slip, AppError> {
        let lang = lang.plain();
        let case = self.view().case(number)?.case;
        let mut call: Vec<(String, String)> = Vec::new();
        call.extend(phone.map(|phone| (phone.to_owned(), words::us(lang).to_owned())));
        for (party, hotline) in HOTLINES {
            call.push((hotline.to_owned(), self.party_known(&party)?.name(lang).to_owned()));
        }
        let next = self.what_happens_next(&case, lang)?;
        Ok(Slip { number: number.to_string(), next, call, made_on: self.today() })
    }

    /// What happens next, from whose turn it is and the dates of the newest submission. The party is not named: it may be
    /// the facility.
    fn what_happens_next(&self, case: &Case, lang: Lang) -> Result<String, AppError> {
        let day = |day: NaiveDate| dates::long_date(day, lang);
        let planned = |next: &str| {
            let by = case.record.next_step.as_ref().and_then(|step| step.on).filter(|on| *on >= self.today());
            by.map_or_else(|| next.to_owned(), |by| words::by(lang, next, &day(by)))
        };
        Ok(match case.turn() {
            Turn::Confirm => planned(words::confirm(lang)),
            Turn::Raise => planned(words::raise(lang)),
            Turn::Party => self.what_is_awaited(case, lang)?,
            Turn::Tell => words::tell(lang).to_owned(),
            Turn::Close if case.follow.reach.told_on.is_none() => words::not_reached(lang).to_owned(),
            Turn::Close => words::close(lang).to_owned(),
            Turn::AskAgain => match asked_again_from(case.follow.closed_on) {
                Some(on) => words::ask_again(lang, &day(on.max(self.today()))),
                None => words::closed(lang).to_owned(),
            },
            Turn::Done if case.status == Status::Withdrawn => words::withdrawn(lang).to_owned(),
            Turn::Done => words::closed(lang).to_owned(),
        })
    }

    /// When the answer is due, or was.
    fn what_is_awaited(&self, case: &Case, lang: Lang) -> Result<String, AppError> {
        let Some(raised) = case.follow.newest() else {
            return Ok(words::raise(lang).to_owned());
        };
        let submission = self.submission_of(raised.submission)?;
        let due = submission.answer_by(&self.calendar);
        Ok(match (self.state_of(&submission)?, due) {
            (State::Paused(_), _) | (_, None) => words::paused(lang).to_owned(),
            (_, Some(due)) if due < self.today() => words::late(lang, &dates::long_date(due, lang)),
            (_, Some(due)) => words::answer(lang, &dates::long_date(due, lang)),
        })
    }
}

#[cfg(test)]
mod tests;
