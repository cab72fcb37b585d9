//! The form and its draft: what is typed becomes what is kept in the book, and comes back from it.
//!
//! A form has a number, counted up with each new one: the thread that writes knows which draft belongs to which, so
//! that a late answer never touches the next form.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Log;
use super::fields::{ALL, FieldId, Kind};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Unfinished, fixed_day};
use crate::domain::facility::Facility;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, PayReason, Purpose};
use crate::i18n::dates;
use crate::tui::text::Field;

impl Log {
    /// All that the form holds, as it is kept.
    pub fn form(&self) -> Unfinished {
        let mut draft = self.beyond.clone();
        for (column, field) in &self.texts {
            match (column, self.lang) {
                (Column::VisitedOn | Column::ClaimedOn, Some(lang)) => {
                    draft.set(*column, dates::typed(field.value(), lang));
                }
                _ => draft.set(*column, field.value()),
            }
        }
        if let Some(facility) = &self.facility {
            draft.set(Column::Facility, facility.id.as_str());
        }
        let why = self.choice(FieldId::PayReason).and_then(|place| PayReason::CODES.get(place));
        let issues = self.issues.iter().map(|(code, severity)| match (code, why) {
            (IssueCode::Pay, Some(why)) => format!("{code}:{severity}:{why}"),
            _ => format!("{code}:{severity}"),
        });
        draft.set(Column::Issues, issues.collect::<Vec<_>>().join(";"));
        let (mut agreed, mut declined) = (Vec::new(), BTreeSet::new());
        for (field, chosen) in &self.choices {
            match (field, field.codes().get(*chosen)) {
                (FieldId::Consent(purpose), Some(&"yes")) => agreed.push(purpose.code()),
                (FieldId::Consent(purpose), Some(_)) => {
                    declined.insert(*purpose);
                }
                (FieldId::Of(column), Some(code)) => draft.set(*column, *code),
                _ => {}
            }
        }
        draft.set(Column::Consent, agreed.join(";"));
        Unfinished { draft, declined, unconfirmed: self.unconfirmed.clone() }
    }

    /// The case as it would be logged: without what the form does not show.
    pub fn draft(&self) -> Draft {
        let mut draft = self.form().draft;
        if !FieldId::Of(Column::ClaimedOn).is_shown(self.issues) {
            draft.set(Column::ClaimedOn, "");
            draft.set(Column::ClaimedRiel, "");
        }
        draft
    }

    /// Fills an empty form with a draft. What no field shows is held all the same.
    pub(super) fn fill(&mut self, form: &Unfinished, facility: Option<Facility>) {
        let (draft, unconfirmed) = in_one_sum(form);
        let is_shown = |column| column == Column::Consent || ALL.contains(&FieldId::Of(column));
        for (column, text) in draft.iter().filter(|(column, _)| !is_shown(*column)) {
            // What a message may say and no field shows, nobody could confirm; it stands in the story.
            if !unconfirmed.contains(&column) {
                self.beyond.set(column, text);
            }
        }
        self.unconfirmed = unconfirmed.into_iter().filter(|column| is_shown(*column)).collect();
        for field in ALL {
            let text = draft.get(field.column());
            match (field, field.kind()) {
                (FieldId::Of(Column::Facility), _) if facility.is_some() => {}
                (_, Kind::Facility | Kind::Line) if !text.is_empty() => {
                    self.texts.insert(field.column(), Field::new(text));
                }
                (_, Kind::Story) if !text.is_empty() => {
                    self.texts.insert(field.column(), Field::many_lines(text));
                }
                (FieldId::Of(_), Kind::Choice) => {
                    if let Some(place) = field.codes().iter().position(|code| *code == text) {
                        self.choices.insert(field, place);
                    }
                }
                _ => {}
            }
        }
        self.facility = facility;
        self.issues = form.issues();
        let why = form.pay_reason().and_then(|why| PayReason::ALL.iter().position(|known| *known == why));
        self.choices.extend(why.map(|place| (FieldId::PayReason, place)));
        self.fill_consent(draft.get(Column::Consent), &form.declined);
    }

    fn fill_consent(&mut self, agreed: &str, declined: &BTreeSet<Purpose>) {
        let agreed: Vec<_> = agreed.split(';').filter_map(|code| Purpose::parse(code).ok()).collect();
        for &purpose in Purpose::ALL {
            let answer = match (agreed.contains(&purpose), declined.contains(&purpose)) {
                (true, _) => 0,
                (false, true) => 1,
                (false, false) => continue,
            };
            self.choices.insert(FieldId::Consent(purpose), answer);
        }
    }

    /// Another day has begun under the form: `yesterday` stays the day that it was.
    pub fn day_changed(&mut self, typed_on: NaiveDate, today: NaiveDate) {
        for column in [Column::VisitedOn, Column::ClaimedOn] {
            if let Some(day) = fixed_day(self.text(column), typed_on, today) {
                self.texts.insert(column, Field::new(&day));
            }
        }
    }
}

/// The form has one field for what was paid: dollars stand in it as `$10`, where there are no riel beside them.
fn in_one_sum(form: &Unfinished) -> (Draft, BTreeSet<Column>) {
    let (mut draft, mut unconfirmed) = (form.draft.clone(), form.unconfirmed.clone());
    let dollars = draft.get(Column::PaidUsd).trim().to_owned();
    if !dollars.is_empty() && draft.get(Column::PaidRiel).trim().is_empty() {
        draft.set(Column::PaidRiel, format!("${dollars}"));
        draft.set(Column::PaidUsd, "");
        if unconfirmed.remove(&Column::PaidUsd) {
            unconfirmed.insert(Column::PaidRiel);
        }
    }
    (draft, unconfirmed)
}
