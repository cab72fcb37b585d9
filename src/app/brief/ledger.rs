//! What the book remembers of the briefs that were written.
//!
//! Who holds two briefs can subtract: 38 cases at a hospital in one, 41 in its province in the other, and the other
//! hospitals have three. So a written brief leaves its figures in the log (no story, no name), and the next one is held
//! beside all of them ([`beside`](super::beside)).
//!
//! Remembered is each count that a document prints: of cases, open, timed and severe ones, in all, by place, problem,
//! time, payer, facility and grade of evidence; how many waits are estimates; and how many cases are left out for which
//! reason. Of waits that is enough: a median or a percentile stands only beside the number of waits that it is of, and
//! two of them say something of a single wait only where these numbers differ by a few, which is warned of. What was
//! withheld so that something else cannot be worked out is remembered as withheld: no other brief should tell it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::chosen::Chosen;
use super::prepared::Prepared;
use super::stories::Pseudonyms;
use super::{BriefRequest, Scope};
use crate::app::log::{plain, to_json};
use crate::app::{AppError, Session};
use crate::brief::compose::{Facts, Row, estimated_waits, shown_facilities, told_evidence};
use crate::brief::suppress::{Spans, cell};
use crate::domain::entry::Kind;
use crate::domain::filter::Filter;
use crate::domain::period::Span;
use crate::domain::values::Coded;
use crate::insight::SMALL;

/// The subject of all that is remembered of briefs, in every book the same.
const SUBJECT: Uuid = Uuid::from_bytes(*b"wardbook briefs1");

/// The body of `brief-written`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrittenBrief {
    /// To whom.
    pub party: String,
    /// When.
    pub made_on: NaiveDate,
    /// First and last day of visits, where given.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// The query as the document told it.
    pub query: String,
    /// A mark for each word of the query, by which it is known again and not read: it may hold words of a story.
    pub terms: BTreeSet<String>,
    /// What period and query mean, places that are the party's aside. Not in the oldest entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// The counts that it printed.
    pub cells: Vec<Cell>,
    /// The counts of its rows that it withheld. Not in the oldest entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Figure>,
    /// Whether it came to be: an entry that says no takes back the same one before it.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub is_written: bool,
}

/// A printed count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cell {
    #[serde(flatten)]
    pub figure: Figure,
    /// How many.
    pub count: u32,
}

/// What a count is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Figure {
    /// Of which place: `all`, `place:08`, `place:0811`, `facility:H080801`.
    pub place: String,
    /// Of which issue, time, payer or grades besides: `WAIT`, `2026-10`, `2026-10/2026-12`, `payer:nssf`, `evidence:B,D`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Of what: `cases`, `open`, `timed`, `severe`, `estimated`, or a reason for which cases are left out.
    #[serde(rename = "figure")]
    pub kind: String,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_yes(is_written: &bool) -> bool {
    *is_written
}

impl WrittenBrief {
    /// What is to be remembered of a brief with these facts, for which cases were asked by this filter, the party's place
    /// aside. `keys` has the codes of its places by their names.
    pub(super) fn of(
        session: &Session,
        request: &BriefRequest,
        asked: &Filter,
        (facts, keys): (&Facts, &BTreeMap<String, String>),
        pseudonyms: &Pseudonyms,
    ) -> Self {
        let Span { since, until } = asked.visited();
        let around = |outer: &str, inner: &str| session.is_around(outer, inner);
        let words = request.query.split_whitespace().map(crate::domain::text::fold);
        let mut told = Counts { scope: Scope::of(&request.party).to_string(), ..Counts::default() };
        told.take(facts, keys);
        Self {
            party: request.party.to_string(),
            made_on: session.today(),
            from: since,
            to: until,
            query: facts.query.clone(),
            terms: words.map(|word| pseudonyms.mark(&word)).collect(),
            chosen: Some(Chosen::of(asked, &|word| pseudonyms.mark(word), &around)),
            cells: told.cells,
            withheld: told.withheld,
            is_written: true,
        }
    }
}

/// The counts of a document, being gathered.
#[derive(Default)]
struct Counts {
    scope: String,
    cells: Vec<Cell>,
    withheld: Vec<Figure>,
}

impl Counts {
    fn take(&mut self, facts: &Facts, keys: &BTreeMap<String, String>) {
        let scope = self.scope.clone();
        for (kind, count, is_said) in [
            ("no-consent", facts.without_consent, true),
            ("other-purpose", facts.not_for_counting, false),
            ("withdrawn", facts.withdrawn, false),
            ("praise", facts.praise, false),
        ] {
            // Where there are none of the latter, nothing is said of them.
            if is_said || count > 0 {
                self.tell(&scope, None, kind, cell(count));
            }
        }
        if facts.total.cases < SMALL {
            return;
        }
        self.row(&scope, None, &facts.total);
        for row in &facts.places {
            if let Some(key) = keys.get(&row.name).filter(|_| !scope.starts_with("facility:")) {
                self.row(&format!("place:{key}"), None, row);
            }
        }
        for (code, row) in &facts.issues {
            self.row(&scope, Some(code.code()), row);
        }
        for (first, last, count) in facts.months.iter().flat_map(Spans::named) {
            let of = if first == last { first } else { format!("{first}/{last}") };
            self.tell(&scope, Some(&of), "cases", Some(count));
        }
        for (payer, row) in [("payer:nssf", &facts.card_and_cash.0), ("payer:cash", &facts.card_and_cash.1)] {
            self.tell(&scope, Some(payer), "timed", Some(row.timed).filter(|timed| *timed > 0));
        }
        for facility in shown_facilities(&facts.places, &facts.facilities) {
            let place = format!("facility:{}", facility.id);
            let row = &facility.row;
            self.tell(&place, None, "cases", Some(row.cases));
            self.tell(&place, None, "timed", row.median.map(|_| row.timed));
            self.tell(&place, None, "severe", severe(row));
        }
        let graded = told_evidence(&facts.gathered);
        let alone = graded.shown.iter().map(|grade| vec![*grade]);
        for grades in alone.chain((!graded.merged.is_empty()).then(|| graded.merged.clone())) {
            let codes: Vec<&str> = grades.iter().map(|(grade, _)| grade.code()).collect();
            let of = format!("evidence:{}", codes.join(","));
            self.tell(&scope, Some(&of), "cases", Some(grades.iter().map(|(_, cases)| cases).sum()));
        }
        self.tell(&scope, None, "estimated", estimated_waits(facts));
    }

    /// A row of a table: what of it is not told was withheld.
    fn row(&mut self, place: &str, of: Option<&str>, row: &Row) {
        if row.cases == 0 {
            return;
        }
        let timed = Some(row.timed).filter(|timed| *timed > 0);
        self.tell(place, of, "cases", Some(row.cases));
        for (kind, count) in [("open", row.open), ("timed", timed), ("severe", severe(row))] {
            self.tell(place, of, kind, count);
            if count.is_none() {
                self.withheld.push(figure(place, of, kind));
            }
        }
    }

    fn tell(&mut self, place: &str, of: Option<&str>, kind: &str, count: Option<u32>) {
        self.cells.extend(count.map(|count| Cell { figure: figure(place, of, kind), count }));
    }
}

fn figure(place: &str, of: Option<&str>, kind: &str) -> Figure {
    Figure { place: place.to_owned(), of: of.map(str::to_owned), kind: kind.to_owned() }
}

fn severe(row: &Row) -> Option<u32> {
    row.severe.map(|(share, ..)| (share * f64::from(row.cases)).round() as u32)
}

impl Session {
    /// Remembers a brief that is about to be written; the same one once. Whether it is remembered just now.
    pub(super) fn remember_brief(&mut self, prepared: &Prepared) -> Result<bool, AppError> {
        let is_new = !self.written_briefs()?.contains(&prepared.remembered);
        if is_new {
            self.append_brief(&prepared.remembered)?;
        }
        Ok(is_new)
    }

    /// Says of a brief that was just remembered that it was not written after all.
    pub(super) fn brief_was_not_written(&mut self, prepared: &Prepared) -> Result<(), AppError> {
        self.append_brief(&WrittenBrief { is_written: false, ..prepared.remembered.clone() })
    }

    fn append_brief(&mut self, brief: &WrittenBrief) -> Result<(), AppError> {
        let clock = self.clock;
        let body = to_json(brief);
        self.book.write(clock.milliseconds(), |door| {
            let entry = plain(Kind::BriefWritten, SUBJECT, clock.new_id(), &serde_json::Value::Null);
            door.append(crate::book::NewEntry { body, ..entry }).map(|_| ()).map_err(AppError::from)
        })
    }

    /// The briefs that the book remembers, the oldest first, without those that did not come to be. One that a newer
    /// Wardbook wrote otherwise is passed over.
    pub(super) fn written_briefs(&self) -> Result<Vec<WrittenBrief>, AppError> {
        let entries = self.view().entries_of(SUBJECT)?;
        let bodies = entries.into_iter().filter(|entry| entry.header.kind == Kind::BriefWritten);
        let mut briefs: Vec<WrittenBrief> = Vec::new();
        for brief in bodies.filter_map(|entry| serde_json::from_slice(entry.body.as_deref()?).ok()) {
            let brief: WrittenBrief = brief;
            if brief.is_written {
                briefs.push(brief);
                continue;
            }
            let brief = WrittenBrief { is_written: true, ..brief };
            if let Some(place) = briefs.iter().rposition(|known| *known == brief) {
                briefs.remove(place);
            }
        }
        Ok(briefs)
    }
}
