//! What a brief says, from facts that are handed in: figures with their n, small cells
//! merged, stories with consent and without identity, and how it was all counted. One file a section.

mod annex;
mod asks;
mod chart_words;
mod charts;
mod facts;
mod gathered;
mod groups;
mod last_time;
mod left_out;
mod method;
mod names;
mod opening;
mod payers;
mod rebuttals;
mod stories;
mod tables;
mod told;
mod why;
mod words;

use super::document::Document;
use crate::i18n::Lang;
use crate::insight::SMALL;

pub use annex::shown_facilities;
pub use asks::{ASKS, chosen as asks};
pub use facts::{ChartFacts, Compared, FacilityRow, Facts, Gathering, Row, Story};
pub use gathered::estimated_waits;
pub use last_time::{Answered, Asked, LastTime, Pace, Pledged, Waited, Word};
pub use told::evidence as told_evidence;
pub use why::{entitlement_source, rights};
pub use words::{no_survey, page};

pub(super) use opening::{chosen, furniture};
pub(super) use told::number;

use tables::Numbered;

/// Writes the brief; the reader's digits and calendar for the screen have no say in it.
pub fn compose(facts: &Facts, lang: Lang) -> Document {
    let lang = lang.plain();
    let mut numbered = Numbered::default();
    let mut document = opening::document(facts, lang);
    opening::key_figures(&mut document, facts);
    why::write(&mut document, facts);
    gathered::write(&mut document, facts);
    if facts.total.cases >= SMALL {
        groups::places(&mut document, facts, &mut numbered);
        groups::times(&mut document, facts, &mut numbered);
        groups::problems(&mut document, facts, &mut numbered);
        payers::write(&mut document, facts, &mut numbered);
    }
    last_time::write(&mut document, facts, &mut numbered);
    if facts.total.cases >= SMALL {
        stories::write(&mut document, facts);
    }
    asks::write(&mut document, facts);
    if facts.total.cases >= SMALL {
        rebuttals::write(&mut document, facts);
    }
    left_out::write(&mut document, facts);
    if facts.total.cases >= SMALL {
        annex::write(&mut document, facts, &mut numbered);
    }
    names::write(&mut document, facts);
    method::write(&mut document, facts, &mut numbered);
    document
}

#[cfg(test)]
pub(in crate::brief) mod tests;
