//! An official list of facilities is held against what is there: what is sure is taken, what is doubtful is laid before the
//! officer, and nothing is guessed. The same list twice adds nothing.

mod decisions;
mod matching;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{AppError, Session, words};
use crate::app::import::decided_name;
use crate::app::log::plain;
use crate::app::refused::{RefusedRows, RefusedTo, reasons};
use crate::book::{Book, NewEntry};
use crate::domain::entry::Kind;
use crate::domain::facility::{Facility, FacilityChanged, FacilityId};
use crate::domain::text::{compact, fold};
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::intake::facilities::{FacilityList, ListedFacility, RowFault};
use crate::reference::{MakeError, kilometres_outside, make_facility};

use decisions::{Decision, Decisions};
use matching::{Found, Known};

/// How a list is taken in.
#[derive(Debug, Clone, Default)]
pub struct ListOptions {
    /// What the list is called; the file's name where not given.
    pub source: Option<String>,
    /// Nothing is written; the report says what would happen.
    pub dry_run: bool,
    /// The list's names become the names of facilities that are here; the ones before are kept beside them.
    pub renames: bool,
    /// Where refused rows go, with their reasons; nowhere where none is named.
    pub refused: Option<RefusedTo>,
    /// The officer's decisions about doubtful rows. A dry run writes the file where there is none.
    pub decisions: Option<PathBuf>,
}

/// A row that only somebody who knows the place can place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Doubtful {
    /// Its line.
    pub line: u64,
    /// Its number in the list.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// The facilities that may be meant: identifier, Khmer and Latin name.
    pub candidates: Vec<(FacilityId, String, String)>,
}

/// A row whose point lies far outside its province: one of both is wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FarPoint {
    /// Its line.
    pub line: u64,
    /// Its name.
    pub name: String,
    /// How far, in whole kilometres.
    pub kilometres: u64,
}

/// So many kilometres outside its province a point is far. The outlines are coarse, and a facility may stand by the border.
const FAR: f64 = 20.0;

/// So many rows of one sort are named.
const NAMED: usize = 10;

/// What taking a list in did.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ListReport {
    /// What the list is called.
    pub source: String,
    /// Rows read.
    pub rows: usize,
    /// Facilities that were not here.
    pub added: usize,
    /// Facilities of which something was not known.
    pub changed: usize,
    /// Facilities that were here as the list has them.
    pub unchanged: usize,
    /// Rows that the officer left out.
    pub skipped: usize,
    /// Those of them that are left out because they were so in a list before.
    pub recalled: usize,
    /// Rows that wait for a decision.
    pub doubtful: Vec<Doubtful>,
    /// Rows that were refused.
    pub refused: usize,
    /// Whether nothing was written on purpose.
    pub dry_run: bool,
    /// Headers that mean nothing here.
    pub unknown_columns: Vec<String>,
    /// How many numbers of the list only count its rows, and are no codes.
    pub counting: usize,
    /// Rows whose point lies far outside the province that they tell.
    pub far: Vec<FarPoint>,
    /// The lines that tell one of the two numbers of a point: it is not taken.
    pub half_points: Vec<u64>,
    /// Where the refused rows went.
    pub refused_file: Option<PathBuf>,
    /// The file of decisions, where it was written now.
    pub decisions_written: bool,
    /// The refused rows with all that is wrong.
    #[serde(skip)]
    pub refusals: Vec<(u64, Vec<RowFault>)>,
}

impl ListReport {
    /// What the officer is told beside the counts: a sentence each.
    pub fn told(&self, lang: Lang) -> Vec<String> {
        let counting = (self.counting > 0).then(|| words::counting(lang, self.counting));
        let recalled = (self.recalled > 0).then(|| words::skipped_before(lang, self.recalled));
        let far = self
            .far
            .iter()
            .take(NAMED)
            .map(|row| words::point_far(lang, row.line, &row.name, &number(row.kilometres, lang)));
        let far = listed(&far.collect::<Vec<_>>(), self.far.len())
            .map(|lines| words::points_far(lang, self.far.len(), &lines));
        let half = self.half_points.iter().take(NAMED).map(|line| number(*line, lang));
        let half = listed(&half.collect::<Vec<_>>(), self.half_points.len())
            .map(|lines| words::points_half(lang, self.half_points.len(), &lines));
        [counting, recalled, far, half].into_iter().flatten().collect()
    }

    /// How doubtful rows are decided, where there are any.
    pub fn undecided(&self, lang: Lang) -> Option<String> {
        (!self.doubtful.is_empty()).then(|| words::undecided(lang).to_owned())
    }
}

/// What is named of so many, with a sign that there are more; nothing of nothing.
fn listed(named: &[String], all: usize) -> Option<String> {
    let more = if named.len() < all { " …" } else { "" };
    (!named.is_empty()).then(|| named.join("; ") + more)
}

/// The far point of a row.
fn far_point(row: &ListedFacility) -> Option<FarPoint> {
    let (latitude, longitude) = row.point?;
    let kilometres = kilometres_outside(row.place?.province(), latitude, longitude);
    let name = Some(row.name()).filter(|name| !name.is_empty()).or(row.code.as_deref());
    (kilometres > FAR).then(|| FarPoint {
        line: row.line,
        name: name.unwrap_or_default().to_owned(),
        kilometres: kilometres.round() as u64,
    })
}

/// Under what it is remembered that a row is left out: its name with its place, else its number.
fn row_name(row: &ListedFacility) -> String {
    let name = Some(row.name()).filter(|name| !name.is_empty()).or(row.code.as_deref());
    fold(&decided_name(name.unwrap_or_default(), row.place))
}

/// What is to be written.
enum Step {
    Add(Box<Facility>),
    Change(Box<FacilityChanged>),
}

impl Session {
    /// Takes in a list of facilities, in one batch.
    ///
    /// # Errors
    /// A list or decisions that cannot be read: nothing is written.
    pub fn import_facilities(&mut self, path: &Path, options: &ListOptions) -> Result<ListReport, AppError> {
        let list = FacilityList::read(path)?;
        let file = options.decisions.as_deref();
        let decisions = match file.filter(|file| file.exists() || !options.dry_run) {
            Some(file) => Decisions::read(file, &list.rows)?,
            None => Decisions::default(),
        };
        self.book.refresh()?;
        let mut skipped = self.skipped_rows()?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut taking = Taking {
            known: Known::of(self.facilities()),
            source: options.source.clone().or(list.source).unwrap_or(name),
            renames: options.renames,
            taken: BTreeMap::new(),
            steps: Vec::new(),
            report: ListReport {
                rows: list.rows.len() + list.faults.len(),
                unknown_columns: list.unknown,
                counting: list.counting,
                far: list.rows.iter().filter_map(far_point).collect(),
                half_points: list.half_points,
                dry_run: options.dry_run,
                refusals: list.faults,
                ..ListReport::default()
            },
        };
        for row in &list.rows {
            let decided = decisions.of(row.line);
            let name = row_name(row);
            match decided {
                Some(Decision::Skip) => skipped.insert(name.clone()),
                Some(_) => skipped.remove(&name),
                None => false,
            };
            let recalled = Some(&Decision::Skip).filter(|_| decided.is_none() && skipped.contains(&name));
            taking.report.recalled += usize::from(recalled.is_some());
            if let Err(fault) = taking.take(row, decided.or(recalled)) {
                taking.report.refusals.push((row.line, vec![fault]));
            }
        }
        let Taking { steps, mut report, source, .. } = taking;
        report.source = source;
        report.refusals.sort_by_key(|(line, _)| *line);
        report.refused = report.refusals.len();
        if options.dry_run {
            if let Some(file) = file.filter(|file| !file.exists()) {
                decisions::write(file, &report.doubtful, self.settings.lang)?;
                report.decisions_written = true;
            }
        } else {
            let refused = self.refused_rows(options, list.headers, &list.records, &report)?;
            self.write_list(steps)?;
            self.remember_skipped(skipped)?;
            report.refused_file = refused.map(RefusedRows::put).transpose()?.flatten();
        }
        Ok(report)
    }

    /// The refused rows in a file that is not at its place yet.
    fn refused_rows(
        &self,
        options: &ListOptions,
        headers: Vec<String>,
        records: &BTreeMap<u64, Vec<String>>,
        report: &ListReport,
    ) -> Result<Option<RefusedRows>, AppError> {
        let Some(to) = &options.refused else {
            return Ok(None);
        };
        let mut file = RefusedRows::new(to, headers, &report.source, self.settings.lang)?;
        for (line, faults) in &report.refusals {
            let cells = records.get(line);
            let cell = |place: usize| cells?.get(place).map(String::as_str);
            file.write(cell, reasons(faults.iter(), file.lang()))?;
        }
        Ok(Some(file))
    }

    fn write_list(&mut self, steps: Vec<Step>) -> Result<(), AppError> {
        let clock = self.clock;
        let batch = clock.new_id();
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            for step in steps {
                door.append(step.entry(batch))?;
            }
            Ok(())
        })
    }
}

impl Step {
    fn entry(&self, batch: Uuid) -> NewEntry {
        match self {
            Self::Add(facility) => {
                let subject = Book::subject_of_facility(&facility.id);
                plain(Kind::FacilityAdded, subject, batch, &json!(facility))
            }
            Self::Change(change) => {
                let subject = Book::subject_of_facility(&change.id);
                plain(Kind::FacilityChanged, subject, batch, &json!(change))
            }
        }
    }
}

/// A list while it is taken in.
struct Taking {
    known: Known,
    source: String,
    renames: bool,
    /// The facilities that rows meant, with their lines.
    taken: BTreeMap<FacilityId, u64>,
    steps: Vec<Step>,
    report: ListReport,
}

impl Taking {
    fn take(&mut self, row: &ListedFacility, decision: Option<&Decision>) -> Result<(), RowFault> {
        match decision {
            Some(Decision::Skip) => {
                self.report.skipped += 1;
                Ok(())
            }
            Some(Decision::New) => self.add(row),
            Some(Decision::Known(id)) => match self.known.get(id) {
                Some(facility) => self.change(row, &facility, true),
                None => Err(RowFault::UnknownFacility(id.to_string())),
            },
            None => match self.known.find(row) {
                Found::Sure(facility) => self.change(row, &facility, false),
                Found::Nothing => self.add(row),
                Found::Doubtful(candidates) => {
                    let candidate =
                        |one: &Arc<Facility>| (one.id.clone(), one.name_km.clone(), one.name_en.clone());
                    self.report.doubtful.push(Doubtful {
                        line: row.line,
                        code: row.code.clone(),
                        name: row.name().to_owned(),
                        candidates: candidates.iter().map(candidate).collect(),
                    });
                    Ok(())
                }
            },
        }
    }

    /// Two rows of one list cannot mean one facility.
    fn is_first(&mut self, id: &FacilityId, line: u64) -> Result<(), RowFault> {
        match self.taken.insert(id.clone(), line) {
            Some(first) => {
                self.taken.insert(id.clone(), first);
                Err(RowFault::Twice(first))
            }
            None => Ok(()),
        }
    }

    fn add(&mut self, row: &ListedFacility) -> Result<(), RowFault> {
        let facility = self.made(row)?;
        // What a row makes may be here already: the health centre of a commune, or what the same list made before.
        if let Some(known) = self.known.get(&facility.id) {
            return self.change(row, &known, false);
        }
        self.is_first(&facility.id, row.line)?;
        self.known.add(&facility);
        self.report.added += 1;
        self.steps.push(Step::Add(Box::new(facility)));
        Ok(())
    }

    /// The facility that a row describes, under the list's own number, or else the identifier that every officer would
    /// give it.
    fn made(&self, row: &ListedFacility) -> Result<Facility, RowFault> {
        let kind = row.kind.ok_or_else(|| match &row.kind_said {
            Some(said) => RowFault::UnknownKind(said.clone()),
            None => RowFault::NoKind,
        })?;
        if row.name().is_empty() {
            return Err(RowFault::Nameless(kind));
        }
        let place = row.place.ok_or(RowFault::NoPlace)?;
        let own = row.code.as_deref().and_then(|code| code.parse::<FacilityId>().ok());
        let made = make_facility(kind, place, &row.name_km, &row.name_en);
        let mut facility = match (made, own) {
            (Ok(mut made), own) => {
                // The health centre that bears its commune's name keeps the identifier that all books have for it.
                if let Some(own) = own.filter(|_| !made.id.bears_commune_name()) {
                    made.id = own;
                }
                made
            }
            (Err(MakeError::UnknownPlace(place)), _) => {
                return Err(RowFault::UnknownPlace(place.to_string()));
            }
            (Err(MakeError::Derive(_)), None) => return Err(RowFault::NoPlace),
            (Err(MakeError::Derive(_)), Some(id)) => self.bare(id, row, kind, place),
        };
        if !facility.id.bears_commune_name() {
            facility.source.clone_from(&self.source);
        }
        facility.change(&FacilityChanged {
            point: row.point,
            codes: row.code.iter().cloned().collect(),
            ..FacilityChanged::of(facility.id.clone())
        });
        Ok(facility)
    }

    /// A facility of which the list has a number, and no place that would make an identifier.
    fn bare(
        &self,
        id: FacilityId,
        row: &ListedFacility,
        kind: crate::domain::facility::FacilityKind,
        place: crate::domain::place::PlaceCode,
    ) -> Facility {
        let or = |one: &str, other: &str| if one.is_empty() { other.to_owned() } else { one.to_owned() };
        Facility {
            id,
            kind,
            name_km: or(&row.name_km, &row.name_en),
            name_en: or(&row.name_en, &row.name_km),
            province: place.province(),
            district: place.district(),
            commune: place.commune(),
            point: None,
            aliases: Vec::new(),
            source: self.source.clone(),
            codes: Vec::new(),
            closed_since: None,
            contract: None,
            merged_into: None,
        }
    }

    /// What the list knows of a facility that is here: its number and other names, and what is not known yet. What was
    /// decided is remembered, so that the same list asks no more.
    fn change(&mut self, row: &ListedFacility, known: &Facility, is_decided: bool) -> Result<(), RowFault> {
        self.is_first(&known.id, row.line)?;
        let mut change = FacilityChanged::of(known.id.clone());
        change.codes.extend(row.code.clone().or_else(|| is_decided.then(|| matching::key(row))));
        let names = [(&row.name_km, &known.name_km), (&row.name_en, &known.name_en)];
        let is_new = |(name, own): &(&String, &String)| !name.is_empty() && compact(name) != compact(own);
        let [khmer, latin] = names.map(|pair| Some(pair.0.clone()).filter(|_| is_new(&pair)));
        if self.renames {
            (change.name_km, change.name_en) = (khmer, latin);
        } else {
            change.aliases.extend(khmer.into_iter().chain(latin));
        }
        change.point = row.point.filter(|_| known.point.is_none());
        let own = known.place();
        change.place = row.place.filter(|place| *place != own && place.is_within(own));
        if change.changes(known) {
            self.report.changed += 1;
            self.known.change(known, &change);
            self.steps.push(Step::Change(Box::new(change)));
        } else {
            self.report.unchanged += 1;
        }
        Ok(())
    }
}
