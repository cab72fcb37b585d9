//! Two sides of the same cases against each other: payers, before and after a day, or facilities. How long people
//! waited on either side, whether that differs, and what stands in the way of saying so.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AppError, Session};
use crate::book::{Listing, Side, View};
use crate::brief::plain::{self, Among};
use crate::domain::facility::FacilityId;
use crate::domain::filter::Test;
use crate::domain::period::Span;
use crate::domain::values::Payer;
use crate::domain::waits::Waits;
use crate::i18n::{Lang, Named, dates};
use crate::insight::{self, Comparison, Difference, Gathered, Summary, Warning, warnings_between};

/// What is held against what, the first against the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Those who paid in one way against those who paid in another.
    Payers(Payer, Payer),
    /// Visits before a day against visits from that day on.
    At(NaiveDate),
    /// One facility against another.
    Facilities(FacilityId, FacilityId),
}

/// Whose visits are on a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Of those who paid so.
    Payer(Payer),
    /// Those before a day.
    Before(NaiveDate),
    /// Those from a day on.
    From(NaiveDate),
    /// Those to a facility.
    Facility {
        /// Its code.
        id: FacilityId,
        /// Its Khmer name, or its code.
        name_km: String,
        /// Its English name, or its code.
        name_en: String,
    },
}

/// One side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideView {
    /// Whose visits.
    pub whose: Whose,
    /// Cases; those that only praise are left out.
    pub cases: u32,
    /// Observations: timed visits that are no complaints.
    pub observed: u32,
    /// The known waits of both.
    pub waits: Waits,
}

/// Two sides with what is found.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonView {
    /// The one.
    pub a: SideView,
    /// The other.
    pub b: SideView,
    /// What is found.
    pub found: Comparison,
    /// What stands in the way.
    pub warnings: Vec<Warning>,
}

/// A comparison as JSON prints it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparisonJson {
    a: SideJson,
    b: SideJson,
    shift: Option<f64>,
    p: Option<f64>,
    verdict: &'static str,
    warning: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct SideJson {
    label: String,
    n: u32,
    median: Option<f64>,
    p90: Option<f64>,
}

impl Whose {
    /// What it is called in JSON: a code, or the days.
    pub fn label(&self) -> String {
        match self {
            Self::Payer(payer) => payer.to_string(),
            Self::Before(day) => format!("before {day}"),
            Self::From(day) => format!("from {day}"),
            Self::Facility { id, .. } => id.to_string(),
        }
    }

    /// What it is called in a table.
    pub fn name(&self, lang: Lang) -> String {
        match self {
            Self::Payer(payer) => payer.name(lang).to_owned(),
            Self::Before(day) => super::words::before_day(lang, &dates::date(*day, lang)),
            Self::From(day) => super::words::from_day(lang, &dates::date(*day, lang)),
            Self::Facility { name_km, name_en, .. } => lang.pick(name_km, name_en).to_owned(),
        }
    }

    /// What it is called in a sentence.
    pub fn among(&self, lang: Lang) -> Among<'_> {
        match self {
            Self::Payer(payer) => Among::Payer(*payer),
            Self::Before(day) => Among::Before(*day),
            Self::From(day) => Among::From(*day),
            Self::Facility { name_km, name_en, .. } => Among::At(lang.pick(name_km, name_en)),
        }
    }

    /// What chooses its cases.
    fn test(&self) -> Option<Test> {
        Some(match self {
            Self::Payer(payer) => Test::Payer(vec![*payer]),
            Self::Before(day) => Test::Until(day.pred_opt()?),
            Self::From(day) => Test::Since(*day),
            Self::Facility { id, .. } => Test::Facility(vec![id.clone()]),
        })
    }

    fn facility(view: &View<'_>, id: &FacilityId) -> Self {
        let known = view.facilities().get(id);
        let name = |lang: Lang| match &known {
            Some(known) => lang.pick(&known.name_km, &known.name_en).to_owned(),
            None => id.to_string(),
        };
        Self::Facility { id: id.clone(), name_km: name(Lang::Km), name_en: name(Lang::En) }
    }
}

impl SideView {
    fn new(whose: Whose, side: &Side) -> Self {
        Self { whose, cases: side.cases, observed: side.observed, waits: side.waits.clone() }
    }

    /// How long its visits waited, in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        plain::waits(self.whose.among(lang), &self.waits, self.observed, lang)
    }
}

impl ComparisonView {
    /// Holds two sides of a listing's cases against each other, of visits in a span.
    pub fn of(view: &View<'_>, listing: &Listing, what: &What, span: Span) -> Result<Self, AppError> {
        let (a, b) = match what {
            What::Payers(a, b) => (Whose::Payer(*a), Whose::Payer(*b)),
            What::At(day) => (Whose::Before(*day), Whose::From(*day)),
            What::Facilities(a, b) => (Whose::facility(view, a), Whose::facility(view, b)),
        };
        let side = |whose: &Whose| -> Result<Side, AppError> {
            let Some(test) = whose.test() else {
                return Ok(Side::default());
            };
            let filter = listing.filter.clone().and(test);
            Ok(view.side(&Listing { filter, ..listing.clone() }, span)?)
        };
        Ok(Self::new((a.clone(), &side(&a)?), (b.clone(), &side(&b)?)))
    }

    fn new((a, of_a): (Whose, &Side), (b, of_b): (Whose, &Side)) -> Self {
        Self {
            found: insight::compare(&of_a.waits, &of_b.waits),
            warnings: warnings_between(&gathered(of_a), &gathered(of_b)),
            a: SideView::new(a, of_a),
            b: SideView::new(b, of_b),
        }
    }

    /// What is found in a sentence or two.
    pub fn sentence(&self, lang: Lang) -> String {
        plain::compared(self.a.whose.among(lang), self.b.whose.among(lang), &self.found, lang)
    }

    /// The verdict in a word, with shift and p.
    pub fn verdict(&self, lang: Lang) -> String {
        plain::verdict(&self.found, lang)
    }

    /// What stands in the way, each as a clause without a full stop.
    pub fn warnings(&self, lang: Lang) -> Vec<String> {
        let (a, b) = (self.a.whose.among(lang), self.b.whose.among(lang));
        self.warnings.iter().map(|warning| plain::warning(*warning, a, b, lang)).collect()
    }

    /// As JSON prints it; warnings are said in this language.
    pub fn json(&self, lang: Lang) -> ComparisonJson {
        let lang = lang.plain();
        let side = |side: &SideView, figures: Summary| SideJson {
            label: side.whose.label(),
            n: figures.n,
            median: figures.median,
            p90: figures.p90,
        };
        let warnings = self.warnings(lang);
        ComparisonJson {
            a: side(&self.a, self.found.a),
            b: side(&self.b, self.found.b),
            shift: self.found.shift,
            p: self.found.p,
            verdict: verdict(self.found.difference),
            warning: (!warnings.is_empty()).then(|| warnings.join("; ")),
        }
    }
}

/// How a side's cases were gathered. Every observation is a timed visit.
fn gathered(side: &Side) -> Gathered {
    let counts = |names: &[(String, u32)]| names.iter().map(|(_, count)| *count).collect::<Vec<_>>();
    let (all, timed) = (side.cases.saturating_add(side.observed), side.waits.count());
    let (cases, observed, estimated) = (side.cases, side.observed, side.estimated);
    Gathered { all, timed, estimated, observed, cases, ..Gathered::default() }
        .by_officers(counts(&side.officers))
        .by_employers(counts(&side.employers))
}

/// The verdict as JSON prints it (contract).
fn verdict(difference: Difference) -> &'static str {
    match difference {
        Difference::Longer => "longer",
        Difference::Shorter => "shorter",
        Difference::None => "no difference",
        Difference::NotComparable => "not comparable",
    }
}

impl Session {
    /// Holds two sides of a listing's cases against each other.
    pub fn compare(&self, listing: &Listing, what: &What) -> Result<ComparisonView, AppError> {
        ComparisonView::of(&self.view(), listing, what, Span::default())
    }
}
