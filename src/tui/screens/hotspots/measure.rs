//! What the map and the ranking show of each place, and how the places are ranked by it.

use crate::app::GroupView;
use crate::domain::issue::IssueCode;
use crate::domain::place::PlaceCode;
use crate::domain::values::Coded;
use crate::i18n::numbers::{clock, decimal, digits, number, percent};
use crate::i18n::{Lang, Named};
use crate::insight::{PER_MEMBERS, PER_RESIDENTS, SMALL, rate};
use crate::reference::residents;
use crate::tui::words;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// How many cases.
    #[default]
    Cases,
    /// Cases per 100,000 residents of the census; of provinces only.
    Rate,
    /// Cases per 1,000 members, where an officer has entered how many there are.
    Members,
    /// The share of cases with a high issue.
    Severe,
    /// The median wait in minutes.
    Wait,
    /// Cases that are neither closed nor withdrawn.
    Open,
    /// Cases with this issue.
    Issue(IssueCode),
}

impl Measure {
    /// All of them, as they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        let issues = IssueCode::ALL.iter().copied().map(Self::Issue);
        [Self::Cases, Self::Rate, Self::Members, Self::Severe, Self::Wait, Self::Open]
            .into_iter()
            .chain(issues)
    }

    /// What it is called in the settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Rate => "rate",
            Self::Members => "members",
            Self::Severe => "severe",
            Self::Wait => "wait",
            Self::Open => "open",
            Self::Issue(code) => code.code(),
        }
    }

    /// What it is called.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Cases => words::measure_cases(lang).to_owned(),
            Self::Rate => words::measure_rate(lang).to_owned(),
            Self::Members => words::measure_members(lang).to_owned(),
            Self::Severe => words::measure_severe(lang).to_owned(),
            Self::Wait => words::measure_wait(lang).to_owned(),
            Self::Open => words::measure_open(lang).to_owned(),
            Self::Issue(code) => format!("{code} – {}", code.name(lang)),
        }
    }

    /// What stands over its column.
    pub fn head(self, lang: Lang) -> String {
        match self {
            Self::Cases => words::column_cases(lang).to_owned(),
            Self::Rate => words::column_rate(lang).to_owned(),
            Self::Members => words::column_members(lang).to_owned(),
            Self::Severe => words::column_severe(lang).to_owned(),
            Self::Wait => words::column_wait_short(lang).to_owned(),
            Self::Open => words::column_open(lang).to_owned(),
            Self::Issue(code) => code.to_string(),
        }
    }

    /// Its value for a group; `None` where it is not known.
    pub fn value(self, group: &GroupView) -> Option<f64> {
        match self {
            Self::Cases => Some(group.cases.into()),
            Self::Rate => match group.key.as_ref()?.parse().ok()? {
                PlaceCode::Province(province) => {
                    let residents = residents(province).into();
                    rate(group.cases, residents, PER_RESIDENTS).map(|found| found.rate)
                }
                _ => None,
            },
            Self::Members => {
                let members = group.members.as_ref()?.members.into();
                rate(group.cases, members, PER_MEMBERS).map(|found| found.rate)
            }
            Self::Severe => group.severe_share,
            Self::Wait => group.wait_median,
            Self::Open => Some(group.open.into()),
            Self::Issue(code) => Some(group.with_issue(code).into()),
        }
    }

    /// How many cases the value rests on.
    pub fn basis(self, group: &GroupView) -> u32 {
        match self {
            Self::Cases | Self::Rate | Self::Members | Self::Severe => group.cases,
            Self::Wait => group.timed,
            Self::Open => group.open,
            Self::Issue(code) => group.with_issue(code),
        }
    }

    /// Whether the value is known, and rests on enough cases for a rank.
    pub fn has_verdict(self, group: &GroupView) -> bool {
        self.value(group).is_some() && self.basis(group) >= SMALL
    }

    /// The value as it stands on the map and in narrow columns.
    pub fn short(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Wait => clock(value.round() as u32, lang),
            Self::Severe => percent(value, lang),
            Self::Rate | Self::Members => decimal(value, 1, lang),
            _ => number(value as u64, lang),
        }
    }

    /// The value of a group in its row: a share of enough cases with the ends of its interval.
    pub fn in_row(self, group: &GroupView, lang: Lang) -> Option<String> {
        let said = self.short(self.value(group)?, lang);
        Some(match (self, group.severe_low, group.severe_high) {
            (Self::Severe, Some(low), Some(high)) if group.cases >= SMALL => {
                format!("{said} ({}–{})", percent(low, lang), percent(high, lang))
            }
            _ => said,
        })
    }

    /// The value on the map, where room is short: large counts without separators, or in thousands.
    pub fn on_map(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Wait | Self::Rate | Self::Members | Self::Severe => self.short(value, lang),
            _ if value >= 10_000.0 => words::thousands(lang, &number((value / 1_000.0).round() as u64, lang)),
            _ => digits(&(value as u64).to_string(), lang),
        }
    }
}

/// The groups in the order of a measure: those with a verdict first, most first; what is not known last.
pub fn ranked(groups: &[GroupView], measure: Measure) -> Vec<usize> {
    let mut order: Vec<(usize, bool, Option<f64>)> = groups
        .iter()
        .enumerate()
        .map(|(index, group)| (index, measure.has_verdict(group), measure.value(group)))
        .collect();
    order.sort_by(|(_, verdict, value), (_, other_verdict, other)| {
        let value = value.unwrap_or(f64::NEG_INFINITY);
        let other = other.unwrap_or(f64::NEG_INFINITY);
        other_verdict.cmp(verdict).then(other.total_cmp(&value))
    });
    order.into_iter().map(|(index, _, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::members::Denominator;
    use crate::tui::tests::group;

    #[test]
    fn a_rate_is_of_the_census_for_provinces_or_of_members_that_were_counted() {
        let kandal = group("08", "កណ្ដាល", "Kandal", 258);
        let rate = Measure::Rate.value(&kandal).unwrap();
        let residents = f64::from(residents("08".parse::<PlaceCode>().unwrap().province()));
        assert!((rate - 25_800_000.0 / residents).abs() < 1e-9);
        assert_eq!(Measure::Rate.value(&group("0811", "", "Ta Khmau", 9)), None);
        let mut counted = group("0811", "", "Ta Khmau", 9);
        assert_eq!(Measure::Members.value(&counted), None);
        let counted_on = "2026-03-01".parse().unwrap();
        counted.members = Some(Denominator { members: 1_500, counted_on, source: "list".into() });
        assert_eq!(Measure::Members.value(&counted), Some(6.0));
    }

    #[test]
    fn what_rests_on_little_is_ranked_last() {
        let mut few = group("23", "កែប", "Kep", 90);
        (few.timed, few.wait_median) = (4, Some(600.0));
        let mut unknown = group("24", "ប៉ៃលិន", "Pailin", 80);
        (unknown.timed, unknown.wait_median) = (0, None);
        let groups = [unknown, few, group("12", "ភ្នំពេញ", "Phnom Penh", 10)];
        assert_eq!(ranked(&groups, Measure::Wait), [2, 1, 0]);
        assert_eq!(ranked(&groups, Measure::Cases), [1, 0, 2]);
        assert!(!Measure::Wait.has_verdict(&groups[1]));
    }

    #[test]
    fn values_are_written_in_both_languages() {
        let said = |measure: Measure, value| Lang::ALL.map(|lang| measure.short(value, lang));
        assert_eq!(said(Measure::Wait, 150.4), ["២:៣០", "2:30"]);
        assert_eq!(said(Measure::Rate, 12.345), ["១២,៣", "12.3"]);
        assert_eq!(said(Measure::Cases, 1_234.0), ["១.២៣៤", "1,234"]);
        let on_map = |value| Lang::ALL.map(|lang| Measure::Cases.on_map(value, lang));
        assert_eq!(on_map(1_234.0), ["១២៣៤", "1234"]);
        assert_eq!(on_map(27_400.0), ["២៧ពាន់", "27k"]);
        assert_eq!(Measure::all().count(), 21);
        assert_eq!(said(Measure::Severe, 0.404), ["៤០%", "40%"]);
        let mut kandal = group("08", "កណ្ដាល", "Kandal", 68);
        (kandal.severe_low, kandal.severe_high) = (Some(0.29), Some(0.52));
        assert_eq!(Measure::Severe.in_row(&kandal, Lang::En).as_deref(), Some("40% (29%–52%)"));
    }
}
