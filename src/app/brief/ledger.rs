//! What the book remembers of the briefs that were written, and what one gives away beside an earlier one.
//!
//! Who holds two briefs can subtract: 38 cases at a hospital in one, 41 in its province in the other, and the other
//! hospitals have three. So a written brief leaves its figures in the log (no story, no name), and the next one is held
//! beside all of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::prepared::{BriefWarning, Prepared};
use super::stories::Pseudonyms;
use super::{BriefRequest, Scope, party_name, tellable_query};
use crate::app::log::{plain, to_json};
use crate::app::{AppError, Session};
use crate::brief::compose::Row;
use crate::brief::suppress::Told;
use crate::domain::date;
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::filter::Filter;
use crate::domain::issue::IssueCode;
use crate::domain::place::PlaceCode;
use crate::domain::values::Coded;
use crate::i18n::{Lang, Named, dates};
use crate::insight::SMALL;
use crate::reference;

/// The subject of all that is remembered of briefs, in every book the same.
const SUBJECT: Uuid = Uuid::from_bytes(*b"wardbook briefs1");

/// The body of `brief-written`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrittenBrief {
    /// To whom.
    party: String,
    /// When.
    made_on: NaiveDate,
    /// First and last day of visits, where given.
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// The query as the document told it.
    query: String,
    /// A mark for each term of the query, by which it is known again and not read: it may hold words of a story.
    terms: BTreeSet<String>,
    /// The counts that it printed.
    cells: Vec<Cell>,
}

/// A printed count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Cell {
    /// Of which place: `all`, `place:08`, `place:0811`, `facility:H080801`.
    place: String,
    /// Of which issue or month besides: `WAIT`, `2026-10`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    /// Of what: `cases`, `open`, `timed`, `severe`.
    figure: String,
    /// How many.
    count: u32,
}

/// How one set of cases lies to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lies {
    Same,
    Inside,
    Around,
}

impl Lies {
    /// Of sets that are cut out by both; `None` where neither holds the other.
    fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Same, both) | (both, Self::Same) => Some(both),
            (one, other) => (one == other).then_some(one),
        }
    }

    fn of(is_inside: bool, is_around: bool) -> Option<Self> {
        match (is_inside, is_around) {
            (true, true) => Some(Self::Same),
            (true, false) => Some(Self::Inside),
            (false, true) => Some(Self::Around),
            (false, false) => None,
        }
    }
}

impl WrittenBrief {
    /// What is to be remembered of a brief with these figures. `keys` has the codes of its places by their names.
    pub(super) fn of(
        session: &Session,
        request: &BriefRequest,
        filter: &Filter,
        (told, keys): (&Told, &BTreeMap<String, String>),
        pseudonyms: &Pseudonyms,
    ) -> Self {
        let scope = Scope::of(&request.party).to_string();
        let mut cells = Vec::new();
        push(&mut cells, &scope, None, &told.total);
        for row in &told.places {
            if let Some(key) = keys.get(&row.name).filter(|_| !scope.starts_with("facility:")) {
                push(&mut cells, &format!("place:{key}"), None, row);
            }
        }
        for (code, row) in &told.issues {
            push(&mut cells, &scope, Some(code.code()), row);
        }
        for (month, count) in told.months.iter().flat_map(crate::brief::suppress::Spans::named) {
            let row = Row { cases: count, ..Row::default() };
            push(&mut cells, &scope, Some(&month), &row);
        }
        let words = request.query.split_whitespace().map(crate::domain::text::fold);
        Self {
            party: request.party.to_string(),
            made_on: session.today(),
            from: request.from,
            to: request.to,
            query: tellable_query(&request.query, filter),
            terms: words.map(|word| pseudonyms.mark(&word)).collect(),
            cells,
        }
    }

    /// How its cases lie to those of another, places aside.
    fn lies(&self, other: &Self) -> Option<Lies> {
        let terms = Lies::of(self.terms.is_superset(&other.terms), self.terms.is_subset(&other.terms))?;
        let begin = |brief: &Self| brief.from.unwrap_or(date::EARLIEST);
        let end = |brief: &Self| brief.to.unwrap_or(NaiveDate::MAX);
        let period = Lies::of(
            begin(self) >= begin(other) && end(self) <= end(other),
            begin(self) <= begin(other) && end(self) >= end(other),
        )?;
        terms.and(period)
    }
}

fn push(cells: &mut Vec<Cell>, place: &str, of: Option<&str>, row: &Row) {
    let severe = row.severe.map(|(share, ..)| (share * f64::from(row.cases)).round() as u32);
    let timed = (row.timed > 0).then_some(row.timed);
    for (figure, count) in
        [("cases", Some(row.cases)), ("open", row.open), ("timed", timed), ("severe", severe)]
    {
        if let Some(count) = count.filter(|_| row.cases > 0) {
            cells.push(Cell {
                place: place.to_owned(),
                of: of.map(str::to_owned),
                figure: figure.to_owned(),
                count,
            });
        }
    }
}

impl Session {
    /// Remembers a brief that is about to be written; the same one once.
    pub(super) fn remember_brief(&mut self, prepared: &Prepared) -> Result<(), AppError> {
        if self.written_briefs()?.contains(&prepared.remembered) {
            return Ok(());
        }
        let clock = self.clock;
        let body = to_json(&prepared.remembered);
        self.book.write(clock.milliseconds(), |door| {
            let entry = plain(Kind::BriefWritten, SUBJECT, clock.new_id(), &serde_json::Value::Null);
            door.append(crate::book::NewEntry { body, ..entry }).map(|_| ()).map_err(AppError::from)
        })
    }

    /// The briefs that the book remembers, the oldest first. One that a newer Wardbook wrote otherwise is passed over.
    fn written_briefs(&self) -> Result<Vec<WrittenBrief>, AppError> {
        let entries = self.view().entries_of(SUBJECT)?;
        let bodies = entries.into_iter().filter(|entry| entry.header.kind == Kind::BriefWritten);
        Ok(bodies.filter_map(|entry| serde_json::from_slice(entry.body.as_deref()?).ok()).collect())
    }

    /// What a brief gives away beside the earlier ones: counts of which one holds the other, and whose difference is 1
    /// to 4.
    pub(super) fn beside_earlier(
        &self,
        now: &WrittenBrief,
        lang: Lang,
    ) -> Result<Vec<BriefWarning>, AppError> {
        let mut warnings: Vec<BriefWarning> = Vec::new();
        for earlier in self.written_briefs()?.iter().rev() {
            let Some(lies) = now.lies(earlier) else {
                continue;
            };
            let given_away = |cell: &&Cell| earlier.cells.iter().any(|old| self.gives_away(cell, old, lies));
            let mut what: Vec<String> = Vec::new();
            for cell in now.cells.iter().filter(given_away) {
                let name = self.name_of(cell, lang);
                if !what.contains(&name) {
                    what.push(name);
                }
            }
            let party = earlier
                .party
                .parse()
                .map_or_else(|_| earlier.party.clone(), |party| party_name(&party, self, lang));
            let is_said = |said: &BriefWarning| matches!(said, BriefWarning::BesideEarlier { what: other, party: to, .. } if *other == what && *to == party);
            if !what.is_empty() && !warnings.iter().any(is_said) {
                warnings.push(BriefWarning::BesideEarlier { what, on: earlier.made_on, party });
            }
        }
        Ok(warnings)
    }

    fn gives_away(&self, now: &Cell, then: &Cell, lies: Lies) -> bool {
        now.figure == then.figure
            && now.of == then.of
            && (1..SMALL).contains(&now.count.abs_diff(then.count))
            && self.places_lie(&now.place, &then.place).is_some_and(|places| lies.and(places).is_some())
    }

    fn places_lie(&self, one: &str, other: &str) -> Option<Lies> {
        Lies::of(self.holds(other, one), self.holds(one, other))
    }

    /// Whether all of a place lies in another.
    fn holds(&self, outer: &str, inner: &str) -> bool {
        if outer == "all" || outer == inner {
            return true;
        }
        let Some(outer) = outer.strip_prefix("place:") else {
            return false;
        };
        if let Some(inner) = inner.strip_prefix("place:") {
            // A district's code begins with that of its province.
            return inner.starts_with(outer);
        }
        let facility = inner.strip_prefix("facility:").and_then(|id| id.parse::<FacilityId>().ok());
        facility.and_then(|id| self.facilities().get(&id)).is_some_and(|facility| {
            facility.province.to_string() == outer
                || facility.district.is_some_and(|district| district.to_string() == outer)
        })
    }

    /// What a count is of, by its name.
    fn name_of(&self, cell: &Cell, lang: Lang) -> String {
        let place = match cell.place.split_once(':') {
            Some(("place", code)) => {
                let place = code.parse::<PlaceCode>().ok().and_then(reference::place);
                place.map(|place| lang.pick(&place.name_km, &place.name_en).to_owned())
            }
            Some(("facility", id)) => {
                let facility = id.parse().ok().and_then(|id: FacilityId| self.facilities().get(&id));
                facility.map(|facility| lang.pick(&facility.name_km, &facility.name_en).to_owned())
            }
            _ => Some(super::words::whole(lang).to_owned()),
        };
        let of = cell.of.as_deref().map(|of| match (IssueCode::parse(of), of.split_once('-')) {
            (Ok(code), _) => code.name(lang).to_owned(),
            (_, Some((year, month))) => match (year.parse(), month.parse()) {
                (Ok(year), Ok(month)) => dates::month(year, month, lang),
                _ => of.to_owned(),
            },
            _ => of.to_owned(),
        });
        of.or(place).unwrap_or_else(|| cell.place.clone())
    }
}
