//! How the cases were gathered, and what their figures are and are not.

use super::told::{self, is_tellable, number};
use super::{Facts, words};
use crate::brief::document::Document;
use crate::brief::suppress::Published;
use crate::domain::values::{Coded, Evidence};
use crate::i18n::{Lang, Named};
use crate::insight::SMALL;

/// How the cases were gathered.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    document.heading(words::gathered(lang));
    if facts.total.cases < SMALL {
        document.paragraph(words::too_few(lang));
        return;
    }
    let cases = number(facts.total.cases, lang);
    let mut said = vec![if facts.gathered.is_of_one_officer() {
        words::counted_by_one(lang, &cases)
    } else {
        words::counted(lang, &cases, &number(facts.gathered.officers, lang))
    }];
    said.extend(waits(facts, lang));
    said.extend(evidence(facts, lang));
    document.paragraph(&said.join(" "));
    document.paragraph(words::no_survey(lang));
}

/// How many waits are known, and how well.
fn waits(facts: &Facts, lang: Lang) -> Option<String> {
    let timed = Some(facts.total.timed).filter(|timed| *timed > 0)?;
    let said = match estimated_waits(facts) {
        Some(0) => words::timed_exactly(lang, &number(timed, lang)),
        Some(estimated) => words::timed_estimated(lang, &number(timed, lang), &number(estimated, lang)),
        None => words::timed(lang, &number(timed, lang)),
    };
    if is_mostly_estimated(facts) {
        Some(format!("{said} {}", words::mostly_estimated(lang)))
    } else {
        Some(said)
    }
}

/// How many of the waits rest on an estimated time, where that is told.
pub fn estimated_waits(facts: &Facts) -> Option<u32> {
    let (timed, estimated) = (facts.total.timed, facts.gathered.estimated);
    (timed > 0 && (estimated == 0 || is_tellable(timed, estimated))).then_some(estimated)
}

/// Whether over a third of the waits rest on estimates: the border of `insight::warnings`.
pub(super) fn is_mostly_estimated(facts: &Facts) -> bool {
    let timed = facts.total.timed;
    timed > 0 && u64::from(facts.gathered.estimated) * 3 > u64::from(timed)
}

fn evidence(facts: &Facts, lang: Lang) -> Option<String> {
    let Published { shown, merged } = told::evidence(&facts.gathered);
    let mut grades: Vec<String> = shown
        .iter()
        .map(|(grade, cases)| words::evidence_of(lang, grade.code(), grade.name(lang), &number(*cases, lang)))
        .collect();
    if !merged.is_empty() {
        let codes: Vec<&str> = merged.iter().map(|(grade, _): &(Evidence, u32)| grade.code()).collect();
        let cases: u32 = merged.iter().map(|(_, cases)| cases).sum();
        grades.push(words::evidence_together(lang, &codes.join(", "), &number(cases, lang)));
    }
    (!grades.is_empty()).then(|| words::evidence(lang, &grades.join("; ")))
}
