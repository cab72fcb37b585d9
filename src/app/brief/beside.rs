//! What a brief gives away beside the ones that were written before.
//!
//! Three things are looked for. Two counts of which one holds the other and that differ by 1 to 4. A count from which
//! those of its places in another brief leave 1 to 4: what each brief leaves out by itself, both together may tell. And a
//! count that one brief withheld, so that something else cannot be worked out, and the other tells. Beside each count
//! stands what is left of its cases: who reads that 30 are timed of 34 reads four.
//!
//! Where nobody can tell whether one holds the other – other words of a story, periods that overlap – and the counts
//! differ by 1 to 4, the warning says that it may be so: a false alarm costs less than a member.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::chosen::{By, Choice, Chosen, Holds};
use super::ledger::{Cell, Figure, WrittenBrief};
use super::prepared::BriefWarning;
use super::{party_name, words};
use crate::app::{AppError, Session};
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueCode;
use crate::domain::period::Span;
use crate::domain::place::PlaceCode;
use crate::domain::values::{Coded, Evidence, Payer};
use crate::i18n::{Lang, Named, dates};
use crate::insight::SMALL;
use crate::reference;

/// A brief with all that can be read from it.
struct Read {
    brief: WrittenBrief,
    /// What period and query let through; `None` where only the words of the query are known.
    chosen: Option<Chosen>,
    /// The same by the words of the query.
    by_words: Chosen,
    cells: Vec<Cell>,
}

/// A count that one of several briefs tells, or more of them.
struct Pooled<'a> {
    cell: &'a Cell,
    /// Whether the newest tells it.
    is_in_now: bool,
    /// Which of the earlier ones do.
    earlier: BTreeSet<usize>,
}

/// What is given away beside one earlier brief.
#[derive(Default)]
struct Given {
    what: Vec<String>,
    is_sure: bool,
}

impl Given {
    fn add(&mut self, name: String, is_sure: bool) {
        self.is_sure |= is_sure;
        if !self.what.contains(&name) {
            self.what.push(name);
        }
    }
}

fn is_small(count: u32) -> bool {
    (1..SMALL).contains(&count)
}

impl Session {
    /// What a brief gives away beside the earlier ones.
    pub(super) fn beside_earlier(
        &mut self,
        now: &WrittenBrief,
        lang: Lang,
    ) -> Result<Vec<BriefWarning>, AppError> {
        let now = self.read_brief(now.clone());
        let written = self.written_briefs()?;
        let earlier: Vec<Read> = written.into_iter().map(|brief| self.read_brief(brief)).collect();
        let mut given: Vec<Given> =
            earlier.iter().map(|earlier| self.by_pairs(&now, earlier, lang)).collect();
        for (place, name) in self.by_sums(&now, &earlier, lang) {
            if let Some(given) = given.get_mut(place) {
                given.add(name, true);
            }
        }
        let mut warnings: Vec<BriefWarning> = Vec::new();
        for (earlier, Given { what, is_sure }) in earlier.iter().zip(given).rev() {
            let party = &earlier.brief.party;
            let party = party.parse().map_or_else(|_| party.clone(), |party| party_name(&party, self, lang));
            let is_said = |said: &BriefWarning| matches!(said, BriefWarning::BesideEarlier { what: other, party: to, .. } if *other == what && *to == party);
            if !what.is_empty() && !warnings.iter().any(is_said) {
                warnings.push(BriefWarning::BesideEarlier {
                    what,
                    on: earlier.brief.made_on,
                    party,
                    is_sure,
                });
            }
        }
        Ok(warnings)
    }

    fn read_brief(&mut self, brief: WrittenBrief) -> Read {
        let days = Span { since: brief.from, until: brief.to };
        let chosen = match &brief.chosen {
            Some(chosen) => Some(chosen.clone()),
            // An old entry holds the query as it was told, or only the marks of its words.
            None if brief.query.is_empty() && !brief.terms.is_empty() => None,
            None => {
                let filter = self.filter(&brief.query).ok();
                let around = |outer: &str, inner: &str| self.is_around(outer, inner);
                // Words of people are never in a query that was told.
                let chosen = filter.map(|filter| Chosen::of(&filter, &str::to_owned, &around));
                chosen.map(|chosen| chosen.within(days, &around))
            }
        };
        let around = |outer: &str, inner: &str| self.is_around(outer, inner);
        let mut by_words = Chosen::default().within(days, &around);
        if !brief.terms.is_empty() {
            by_words = by_words.and(Choice::any_of(By::Words, brief.terms.iter().cloned()), &around);
        }
        let cells =
            brief.cells.iter().cloned().chain(brief.cells.iter().filter_map(|cell| rest(&brief, cell)));
        Read { chosen, by_words, cells: cells.collect(), brief }
    }

    /// Counts of which one holds the other, and what one withheld and the other tells.
    fn by_pairs(&self, now: &Read, earlier: &Read, lang: Lang) -> Given {
        let mut given = Given::default();
        let around = |outer: &str, inner: &str| self.is_around(outer, inner);
        let (one, other) = match (&now.chosen, &earlier.chosen) {
            (Some(one), Some(other)) => (one, other),
            _ => (&now.by_words, &earlier.by_words),
        };
        for cell in &now.cells {
            for old in &earlier.cells {
                let is_close =
                    cell.figure.kind == old.figure.kind && is_small(cell.count.abs_diff(old.count));
                if !is_close {
                    continue;
                }
                let [cases, others] =
                    [(one, cell), (other, old)].map(|(base, cell)| self.cases_counted(base, &cell.figure));
                let nests = cases.nests(&others, &around);
                if nests != Holds::No {
                    given.add(self.name_of(&cell.figure, lang), nests == Holds::Yes);
                }
            }
        }
        if one.is_like(other, &around) {
            for (inner, outer) in [(now, earlier), (earlier, now)] {
                for figure in self.grades_given_away(&inner.brief, &outer.brief) {
                    given.add(self.name_of(figure, lang), true);
                }
            }
            for figure in &now.brief.withheld {
                if tells(&earlier.brief, &now.brief, figure) {
                    given.add(self.name_of(figure, lang), true);
                }
            }
            for figure in &earlier.brief.withheld {
                if tells(&now.brief, &earlier.brief, figure) {
                    given.add(self.name_of(figure, lang), true);
                }
            }
        }
        given
    }

    /// Grades of evidence that a brief tells as one and of which the brief of a larger place tells fewer: seven of B, C and D
    /// here and four of C and D in all are three or more of B here.
    fn grades_given_away<'a>(&self, inner: &'a WrittenBrief, outer: &WrittenBrief) -> Vec<&'a Figure> {
        let grades = |figure: &Figure| -> Option<BTreeSet<String>> {
            let codes = figure.of.as_deref()?.strip_prefix("evidence:")?;
            Some(codes.split(',').map(str::to_owned).collect())
        };
        let gives_away = |cell: &&Cell| {
            let Some(together) = grades(&cell.figure).filter(|grades| grades.len() > 1) else {
                return false;
            };
            let parts = outer.cells.iter().filter(|part| {
                self.is_around(&part.figure.place, &cell.figure.place)
                    && grades(&part.figure)
                        .is_some_and(|grades| grades.len() < together.len() && grades.is_subset(&together))
            });
            // What any of these leave: there are four grades, so that the sums are few.
            let sums = parts.fold(vec![0], |sums: Vec<u32>, part| {
                let with = sums.iter().map(|sum| sum + part.count);
                sums.iter().copied().chain(with).collect()
            });
            sums.iter().any(|sum| is_small(cell.count.saturating_sub(*sum)))
        };
        inner.cells.iter().filter(gives_away).map(|cell| &cell.figure).collect()
    }

    /// Counts from which those of their places leave 1 to 4, taken from several briefs of the same cases: each by its
    /// name, with the place of an earlier brief that is needed for it.
    fn by_sums(&self, now: &Read, earlier: &[Read], lang: Lang) -> Vec<(usize, String)> {
        let around = |outer: &str, inner: &str| self.is_around(outer, inner);
        let Some(chosen) = &now.chosen else {
            return Vec::new();
        };
        let mut pool: Vec<Pooled<'_>> =
            now.cells.iter().map(|cell| Pooled { cell, is_in_now: true, earlier: BTreeSet::new() }).collect();
        for (place, old) in earlier.iter().enumerate().rev() {
            let is_like = old.chosen.as_ref().is_some_and(|other| chosen.is_like(other, &around));
            // Where it told another count of the same, the cases have changed since.
            let has_changed = old.cells.iter().any(|cell| {
                pool.iter().any(|known| known.cell.figure == cell.figure && known.cell.count != cell.count)
            });
            if !is_like || has_changed {
                continue;
            }
            for cell in &old.cells {
                match pool.iter_mut().find(|known| known.cell.figure == cell.figure) {
                    Some(known) => {
                        known.earlier.insert(place);
                    }
                    None => pool.push(Pooled { cell, is_in_now: false, earlier: [place].into() }),
                }
            }
        }
        let mut found = Vec::new();
        for whole in &pool {
            let parts = self.parts_of(whole, &pool);
            let sum: u32 = parts.iter().map(|part| part.cell.count).sum();
            let all = || std::iter::once(whole).chain(parts.iter().copied());
            let of_one = |place: &usize| all().all(|known| known.earlier.contains(place));
            let is_known = all().all(|known| known.is_in_now)
                || whole.earlier.iter().any(of_one)
                || !all().any(|known| known.is_in_now);
            if parts.is_empty() || is_known || !is_small(whole.cell.count.saturating_sub(sum)) {
                continue;
            }
            let needed = all().filter(|known| !known.is_in_now).flat_map(|known| &known.earlier).max();
            if let Some(place) = needed {
                found.push((*place, self.name_of(&whole.cell.figure, lang)));
            }
        }
        found
    }

    /// The largest places within that of a count of which the same is counted.
    fn parts_of<'a>(&self, whole: &Pooled<'a>, pool: &'a [Pooled<'a>]) -> Vec<&'a Pooled<'a>> {
        let outer = &whole.cell.figure;
        let is_part = |known: &&Pooled<'_>| {
            let figure = &known.cell.figure;
            figure.kind == outer.kind
                && figure.of == outer.of
                && figure.place != outer.place
                && self.is_around(&outer.place, &figure.place)
        };
        let mut inner: Vec<&Pooled<'_>> = pool.iter().filter(is_part).collect();
        // A district's key is longer than that of its province; facilities come last.
        inner.sort_by_key(|known| {
            let place = &known.cell.figure.place;
            (place.starts_with("facility:"), place.len())
        });
        let mut parts: Vec<&Pooled<'_>> = Vec::new();
        for known in inner {
            let place = &known.cell.figure.place;
            if !parts.iter().any(|part| self.is_around(&part.cell.figure.place, place)) {
                parts.push(known);
            }
        }
        parts
    }

    /// Whether all of a place lies in another, as both are remembered.
    pub(super) fn is_around(&self, outer: &str, inner: &str) -> bool {
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
            let codes = [
                Some(facility.province.to_string()),
                facility.district.map(|code| code.to_string()),
                facility.commune.map(|code| code.to_string()),
            ];
            codes.iter().flatten().any(|code| code == outer)
        })
    }

    /// Which cases a count of a brief is of.
    fn cases_counted(&self, base: &Chosen, figure: &Figure) -> Chosen {
        let around = |outer: &str, inner: &str| self.is_around(outer, inner);
        let mut cases = base.clone();
        if figure.place != "all" {
            cases = cases.and(Choice::any_of(By::Place, [figure.place.clone()]), &around);
        }
        let Some(of) = figure.of.as_deref() else {
            return cases;
        };
        if let Some((first, last)) = months(of) {
            let until = last.checked_add_months(chrono::Months::new(1)).and_then(|day| day.pred_opt());
            return cases.within(Span { since: Some(first), until }, &around);
        }
        let (by, codes) = match of.split_once(':') {
            Some(("payer", payer)) => (By::Payer, payer),
            Some(("evidence", grades)) => (By::Evidence, grades),
            _ => (By::Issue, of),
        };
        cases.and(Choice::any_of(by, codes.split(',').map(str::to_owned)), &around)
    }

    /// What a count is of, by its name.
    fn name_of(&self, figure: &Figure, lang: Lang) -> String {
        let place = match figure.place.split_once(':') {
            Some(("place", code)) => {
                let place = code.parse::<PlaceCode>().ok().and_then(reference::place);
                place.map(|place| lang.pick(&place.name_km, &place.name_en).to_owned())
            }
            Some(("facility", id)) => {
                let facility = id.parse().ok().and_then(|id: FacilityId| self.facilities().get(&id));
                facility.map(|facility| lang.pick(&facility.name_km, &facility.name_en).to_owned())
            }
            _ => Some(words::whole(lang).to_owned()),
        };
        let of = figure.of.as_deref().map(|of| name_besides(of, lang));
        let left_out = match figure.kind.as_str() {
            "no-consent" => Some(words::without_consent(lang)),
            "other-purpose" => Some(words::of_other_purpose(lang)),
            "withdrawn" => Some(words::taken_back(lang)),
            "praise" => Some(words::praise(lang)),
            "estimated" => Some(words::estimates(lang)),
            _ => None,
        };
        let name = of.or(place).unwrap_or_else(|| figure.place.clone());
        left_out.map_or_else(|| name.clone(), |of| format!("{name} – {of}"))
    }
}

/// Whether a brief tells what the other withheld of the same cases. Where it told another number of these, they have
/// changed since.
fn tells(brief: &WrittenBrief, other: &WrittenBrief, withheld: &Figure) -> bool {
    let cases = Figure { kind: "cases".to_owned(), ..withheld.clone() };
    let count = |brief: &WrittenBrief, figure: &Figure| {
        brief.cells.iter().find(|cell| cell.figure == *figure).map(|cell| cell.count)
    };
    count(brief, withheld).is_some() && count(brief, &cases) == count(other, &cases)
}

/// What a count leaves of the cases that it is of.
fn rest(brief: &WrittenBrief, cell: &Cell) -> Option<Cell> {
    let figure = &cell.figure;
    if !["open", "timed", "severe"].contains(&figure.kind.as_str()) {
        return None;
    }
    let is_all = |all: &&Cell| {
        all.figure.kind == "cases" && all.figure.place == figure.place && all.figure.of == figure.of
    };
    let all = brief.cells.iter().find(is_all)?;
    let figure = Figure { kind: format!("not-{}", figure.kind), ..figure.clone() };
    Some(Cell { figure, count: all.count.checked_sub(cell.count)? })
}

/// The first days of the first and the last month of a span: `2026-10`, `2026-10/2026-12`.
fn months(span: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = span.split_once('/').unwrap_or((span, span));
    let day = |month: &str| format!("{month}-01").parse().ok();
    Some((day(first)?, day(last)?))
}

/// A problem, a time, a payer or a grade of evidence by its name.
fn name_besides(of: &str, lang: Lang) -> String {
    if let Ok(code) = IssueCode::parse(of) {
        return code.name(lang).to_owned();
    }
    if let Some((first, last)) = months(of) {
        let [first, last] = [first, last].map(|day| dates::month(day.year(), day.month(), lang));
        return if first == last { first } else { format!("{first} – {last}") };
    }
    match of.split_once(':') {
        Some(("payer", code)) => {
            Payer::parse(code).map_or_else(|_| of.to_owned(), |payer| payer.name(lang).to_owned())
        }
        Some(("evidence", codes)) => {
            let grade = |code: &str| {
                Evidence::parse(code)
                    .map_or_else(|_| code.to_owned(), |it| format!("{code} {}", it.name(lang)))
            };
            codes.split(',').map(grade).collect::<Vec<_>>().join(", ")
        }
        _ => of.to_owned(),
    }
}
