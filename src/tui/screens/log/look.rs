//! Looks at a field as it is left, so that what is wrong or odd is said beside it at once; and at what is still
//! needed. The same rules as when a case is logged; only the facility is taken for known once it was chosen.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Log;
use super::fields::{ALL, FieldId};
use crate::app::offered;
use crate::domain::column::Column;
use crate::domain::draft::{Facilities, Reason, Refusal, Warning};
use crate::domain::facility::Facility;
use crate::domain::issue::IssueCode;
use crate::i18n::numbers::minutes;
use crate::i18n::{Lang, Named, Speak};
use crate::tui::words;

/// The facility of the form, in place of all facilities of the book.
struct Chosen<'a>(&'a Log);

impl Facilities for Chosen<'_> {
    fn find(&self, _: &str) -> Result<Arc<Facility>, Vec<String>> {
        let lang = self.0.lang.unwrap_or(Lang::En);
        let nearest = || self.0.matches.iter().take(3).map(|found| offered(&found.facility, lang));
        self.0.facility.clone().map(Arc::new).ok_or_else(|| nearest().collect())
    }
}

/// The columns that can only be right together.
fn together(column: Column) -> &'static [Column] {
    const ISSUES: &[Column] = &[Column::Issues, Column::ClaimedOn, Column::ClaimedRiel];
    const CARE: &[Column] = &[Column::Facility, Column::Stage];
    [&Column::TIMES_AND_WAIT, ISSUES, CARE]
        .into_iter()
        .find(|group| group.contains(&column))
        .unwrap_or_default()
}

impl Log {
    /// Says what is wrong with a field, and with those that can only be right together with it.
    pub(super) fn look_at(&mut self, field: FieldId, today: NaiveDate) {
        let column = field.column();
        let concerns = |other: Column| other == column || together(column).contains(&other);
        let (refusals, warnings) = self.draft().examine(&Chosen(self), today);
        self.forget_about(column);
        let is_awaited = |refusal: &Refusal| refusal.column == Column::Facility && self.takes_first;
        // What was not come to yet is not missing yet.
        let is_early = |refusal: &Refusal| refusal.reason == Reason::Missing && refusal.column != column;
        let found = refusals.into_iter().filter(|refusal| concerns(refusal.column));
        let found: Vec<_> = found.filter(|one| !is_awaited(one) && !is_early(one)).collect();
        self.refusals.extend(found);
        // Whether the facility was closed then hangs on the day, though neither makes the other wrong.
        let odd = |at: Column| concerns(at) || (column == Column::VisitedOn && at == Column::Facility);
        let odd: Vec<_> = warnings.into_iter().filter(|warning| odd(self.warned_at(warning))).collect();
        self.warnings.extend(odd);
    }

    /// A field that is being changed is no longer wrong, nor are those that hang on it, until it is looked at again.
    pub(super) fn forget_about(&mut self, column: Column) {
        let concerns = |other: Column| other == column || together(column).contains(&other);
        self.refusals.retain(|refusal| !concerns(refusal.column));
        let odd = |at: Column| concerns(at) || (column == Column::VisitedOn && at == Column::Facility);
        let kept = std::mem::take(&mut self.warnings);
        self.warnings = kept.into_iter().filter(|warning| !odd(self.warned_at(warning))).collect();
    }

    /// Beside which field a warning stands.
    fn warned_at(&self, warning: &Warning) -> Column {
        match warning {
            Warning::Stage(_) => Column::Stage,
            Warning::Closed(_) | Warning::NoContract(_) => Column::Facility,
            Warning::LongWait(_) if self.text(Column::WaitedMinutes).is_empty() => Column::Seen,
            Warning::LongWait(_) => Column::WaitedMinutes,
        }
    }

    /// What is said beside a field: what is wrong with a `!`, what is odd with a `?`.
    pub(super) fn said_beside(&self, field: FieldId, lang: Lang) -> Vec<(String, bool)> {
        let column = field.column();
        if ALL.iter().find(|known| known.column() == column) != Some(&field) {
            return Vec::new();
        }
        let wrong = self.refusals.iter().filter(|refusal| refusal.column == column);
        let wrong = wrong.map(|refusal| (said("!", &refusal.reason.what(lang), refusal.hint(lang)), true));
        let odd = self.warnings.iter().filter(|warning| self.warned_at(warning) == column);
        let odd = odd.map(|warning| (said("?", &warning.what(lang), warning.hint(lang)), false));
        let unusual = self.unusual_wait(lang).filter(|_| column == Column::Issues);
        wrong.chain(odd).chain(unusual.map(|said| (said, false))).collect()
    }

    /// Where the severity of the wait is not what the anchors say of its length. It is an officer's to decide.
    fn unusual_wait(&self, lang: Lang) -> Option<String> {
        let (waited, severity) = (self.waited()?, self.issues.severity(IssueCode::Wait)?);
        let usual = IssueCode::Wait.suggested_severity(Some(waited));
        (usual != severity).then(|| words::usually_by_wait(lang, usual.name(lang), &minutes(waited, lang)))
    }

    /// The fields that a case cannot be without and that are still empty.
    pub(super) fn still_needed(&self) -> impl Iterator<Item = FieldId> {
        ALL.into_iter().filter(|field| field.is_needed()).filter(|field| match field {
            FieldId::Of(Column::Facility) => self.facility.is_none(),
            FieldId::Of(Column::Issues) => self.issues.iter().next().is_none(),
            other => self.text(other.column()).trim().is_empty(),
        })
    }
}

fn said(sign: &str, what: &str, hint: Option<String>) -> String {
    match hint {
        Some(hint) => format!("{sign} {what} {hint}"),
        None => format!("{sign} {what}"),
    }
}
