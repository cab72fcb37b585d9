//! Hotspots: the counts of a query in groups, with names and figures.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::members::{Denominator, Denominators};
use super::{AppError, Session, rising};
use crate::book::{FacilityTable, Group, GroupBy, GroupKey, Listing, View};
use crate::domain::facility::Facility;
use crate::domain::filter::{Filter, Test};
use crate::domain::issue::IssueCode;
use crate::domain::period::Span;
use crate::domain::values::Coded;
use crate::domain::waits::Waits;
use crate::i18n::{Lang, Named, dates};
use crate::insight::{self, Place, Verdict, median, p90, wilson};
use crate::reference;

/// One group as JSON prints it and screens show it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupView {
    /// Its code; `None` for those for whom it is not known.
    pub key: Option<String>,
    /// Its Khmer name.
    pub name_km: String,
    /// Its English name.
    pub name_en: String,
    /// Cases; those that only praise are left out.
    pub cases: u32,
    /// Observations beside them: timed visits that are no complaints.
    #[serde(skip_serializing_if = "is_none")]
    pub observed: u32,
    /// Of the cases: neither closed nor withdrawn.
    pub open: u32,
    /// Of the cases: with at least one high issue.
    #[serde(skip)]
    pub severe: u32,
    /// Cases by issue code.
    #[serde(serialize_with = "nonzero_issues")]
    pub issues: [u32; 15],
    /// Cases and observations with a known wait.
    pub timed: u32,
    /// These waits.
    #[serde(skip)]
    pub waits: Waits,
    /// Median wait in minutes.
    pub wait_median: Option<f64>,
    /// 90th percentile of the wait in minutes.
    pub wait_p90: Option<f64>,
    /// Share of cases with at least one high issue.
    pub severe_share: Option<f64>,
    /// Its 95 % Wilson interval: lower end.
    pub severe_low: Option<f64>,
    /// Upper end.
    pub severe_high: Option<f64>,
    /// Whether the group is rising as one among all groups of the query (of a facility's own page: among all
    /// facilities); `None` where too little is known to say.
    pub rising: Option<bool>,
    /// The p-value behind it, not adjusted.
    pub rising_p: Option<f64>,
    /// Where its severe share lies on the funnel of all groups of the query; `None` under five cases.
    #[serde(serialize_with = "funnel_code")]
    pub funnel: Option<Place>,
    /// Visits in the last 28 days.
    pub last_28: u32,
    /// Visits in the 84 days before.
    pub previous_84: u32,
    /// Visits in each of the last 12 calendar months whatever the period, the oldest first.
    #[serde(skip)]
    pub months: [u32; 12],
    /// How many members there are of just this group, where an officer has entered that.
    #[serde(skip)]
    pub members: Option<Denominator>,
}

/// The groups of a query with the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct HotspotsView {
    /// The groups, most cases first.
    pub groups: Vec<GroupView>,
    /// All cases of the query, each once.
    pub total: GroupView,
    /// The severe share of all groups together, around which the funnel stands.
    pub overall: Option<f64>,
    /// Where groups are places or facilities: the facilities with their cases, most first.
    pub facilities: Vec<(Arc<Facility>, u32)>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde hands it over")]
fn is_none(count: &u32) -> bool {
    *count == 0
}

/// The codes of the contract.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "as serde hands it over")]
fn funnel_code<S: Serializer>(place: &Option<Place>, serializer: S) -> Result<S::Ok, S::Error> {
    place
        .map(|place| match place {
            Place::Inside => "inside",
            Place::Above95 => "above95",
            Place::Above998 => "above998",
            Place::Below95 => "below95",
            Place::Below998 => "below998",
        })
        .serialize(serializer)
}

/// Only the codes that occur, in the order of the table.
fn nonzero_issues<S: Serializer>(issues: &[u32; 15], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(
        IssueCode::ALL
            .iter()
            .zip(issues)
            .filter(|(_, count)| **count > 0)
            .map(|(code, count)| (code.code(), count)),
    )
}

impl GroupView {
    /// How many cases have this issue.
    pub fn with_issue(&self, code: IssueCode) -> u32 {
        self.issues.get(usize::from(code.position())).copied().unwrap_or(0)
    }

    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name_km, &self.name_en)
    }

    /// Says whether it rises, where there is a verdict.
    pub(super) fn judge(&mut self, verdict: Option<&Verdict>) {
        self.rising = verdict.map(|verdict| verdict.rising);
        self.rising_p = verdict.map(|verdict| verdict.p);
    }

    pub(super) fn new(group: Group, facilities: &FacilityTable) -> Self {
        let [name_km, name_en] = [Lang::Km, Lang::En].map(|lang| name(&group.key, facilities, lang));
        let severe = wilson(group.severe, group.cases);
        Self {
            key: code(&group.key),
            name_km,
            name_en,
            cases: group.cases,
            observed: group.observed,
            open: group.open,
            severe: group.severe,
            issues: group.issues,
            timed: group.waits.count(),
            wait_median: median(&group.waits),
            wait_p90: p90(&group.waits),
            waits: group.waits,
            severe_share: severe.map(|severe| severe.share),
            severe_low: severe.map(|severe| severe.low),
            severe_high: severe.map(|severe| severe.high),
            rising: None,
            rising_p: None,
            funnel: None,
            last_28: group.last_28,
            previous_84: group.previous_84,
            months: group.months,
            members: None,
        }
    }
}

fn code(key: &GroupKey) -> Option<String> {
    Some(match key {
        GroupKey::Place(code) => code.to_string(),
        GroupKey::Facility(id) => id.to_string(),
        GroupKey::Issue(code) => code.to_string(),
        GroupKey::Payer(payer) => payer.to_string(),
        GroupKey::Name(name) => name.clone(),
        GroupKey::Month(year, month) => format!("{year:04}-{month:02}"),
        GroupKey::Unknown => return None,
    })
}

fn name(key: &GroupKey, facilities: &FacilityTable, lang: Lang) -> String {
    match key {
        GroupKey::Place(code) => reference::place(*code)
            .map_or_else(|| code.to_string(), |place| lang.pick(&place.name_km, &place.name_en).to_owned()),
        GroupKey::Facility(id) => facilities
            .get(id)
            .map_or_else(|| id.to_string(), |known| lang.pick(&known.name_km, &known.name_en).to_owned()),
        GroupKey::Issue(code) => code.name(lang).to_owned(),
        GroupKey::Payer(payer) => payer.name(lang).to_owned(),
        GroupKey::Name(name) => name.clone(),
        GroupKey::Month(year, month) => dates::month(*year, *month, lang),
        GroupKey::Unknown => lang.pick("មិនដឹង", "not known").to_owned(),
    }
}

impl Session {
    /// The hotspots of a listing.
    pub fn hotspots(&self, listing: &Listing, by: GroupBy) -> Result<HotspotsView, AppError> {
        HotspotsView::of(&self.view(), listing, by, Span::default(), self.today())
    }
}

/// Whether a query asks for cases whoever's members they are of, so that its rate is one among all members.
fn is_of_all_members(filter: &Filter) -> bool {
    !filter
        .terms
        .iter()
        .any(|term| rising::is_a_place(&term.test) || matches!(term.test, Test::Employer(_) | Test::Local(_)))
}

impl HotspotsView {
    /// The hotspots of a listing, through whichever connection. A group rises or not as one among all groups of the
    /// query, so a query for a district looks at fewer and may call a rise what one for the country does not.
    pub fn of(
        view: &View<'_>,
        listing: &Listing,
        by: GroupBy,
        span: Span,
        today: NaiveDate,
    ) -> Result<Self, AppError> {
        let counted = view.hotspots(listing, by, span, today)?;
        let known = view.facilities();
        let shares: Vec<_> = counted.groups.iter().map(|group| (group.severe, group.cases)).collect();
        let places = insight::funnel(&shares);
        let windows: Vec<_> = counted.groups.iter().map(|group| (group.last_28, group.previous_84)).collect();
        let verdicts: Vec<Option<Verdict>> = if rising::cuts_the_windows(&listing.filter, today) {
            Vec::new()
        } else {
            insight::rising(&windows)
        };
        let members = Denominators::of(view)?;
        let group = |group: Group| {
            let members = members.for_group(by, &group.key).cloned();
            GroupView { members, ..GroupView::new(group, known) }
        };
        let mut groups: Vec<_> = counted.groups.into_iter().map(group).collect();
        for (group, verdict) in groups.iter_mut().zip(&verdicts) {
            group.judge(verdict.as_ref());
        }
        for (group, place) in groups.iter_mut().zip(places) {
            group.funnel = place;
        }
        let facilities = counted.facilities.into_iter();
        let facilities = facilities.filter_map(|(id, cases)| Some((known.get(&id)?, cases))).collect();
        let members = members.whole().filter(|_| is_of_all_members(&listing.filter)).cloned();
        let total = GroupView { members, ..GroupView::new(counted.total, known) };
        Ok(Self { groups, total, overall: insight::pooled(&shares), facilities })
    }
}
