//! What is said of the ranking as a whole, and of the chosen place: in one line, or in as many as there are.

use super::measure::Measure;
use super::rows::median;
use crate::app::GroupView;
use crate::brief::plain::{self, Among};
use crate::domain::issue::IssueCode;
use crate::domain::place::PlaceCode;
use crate::domain::values::Coded;
use crate::i18n::Lang;
use crate::i18n::numbers::{minutes, number};
use crate::insight::{Place, Verdict};
use crate::reference::{CENSUS_YEAR, residents};
use crate::tui::words;

/// All that is counted, in fewer and fewer words.
pub(super) fn total_lines(total: &GroupView, lang: Lang) -> Vec<String> {
    let short = words::total(lang, &number(total.cases.into(), lang), &number(total.open.into(), lang));
    let mut lines = vec![short.clone()];
    if total.wait_median.is_some() {
        let with = |median: &str| format!("{short} · {}", words::median_said(lang, median));
        lines.insert(0, with(&median_in_short(total, lang)));
        lines.insert(0, with(&median_in_full(total, lang)));
    }
    if total.with_issue(IssueCode::Good) > 0 {
        let longest = lines.first().map(|line| format!("{line} · {}", words::praise_apart(lang)));
        lines.splice(0..0, longest);
    }
    lines
}

/// The median wait with the number of timed visits, and how many of these were observed: `2 h 30 (535 timed, 25 of them
/// observed)`.
fn median_in_full(group: &GroupView, lang: Lang) -> String {
    observed_too(group, lang, words::median_observed)
}

/// The same in fewer words: `2 h 30 (535, 25 observed)`.
fn median_in_short(group: &GroupView, lang: Lang) -> String {
    observed_too(group, lang, words::median_observed_short)
}

fn observed_too(group: &GroupView, lang: Lang, say: fn(Lang, &str, &str, &str) -> String) -> String {
    let count = |count: u32| number(count.into(), lang);
    match group.wait_median {
        Some(wait) if group.observed > 0 => {
            say(lang, &minutes(wait.round() as u32, lang), &count(group.timed), &count(group.observed))
        }
        _ => median(group, lang),
    }
}

/// One line beside a name: the sentence of the measure that is looked at; of mere counts the others, and how they were
/// before. Where the funnel is looked at, the place on it.
pub(super) fn one_line(
    group: &GroupView,
    (measure, shows_funnel): (Measure, bool),
    overall: Option<f64>,
    lang: Lang,
) -> String {
    let on_funnel = funnel(group, overall, lang).filter(|_| shows_funnel);
    let said = on_funnel.or_else(|| match measure {
        Measure::Rate => per_residents(group, lang),
        Measure::Members => per_members(group, lang),
        Measure::Severe => Some(plain::severe(group.cases, group.severe, lang)),
        Measure::Wait => Some(plain::waits(Among::All, &group.waits, group.observed, lang)),
        Measure::Cases | Measure::Open | Measure::Issue(_) => None,
    });
    said.unwrap_or_else(|| counts(group, lang))
}

fn counts(group: &GroupView, lang: Lang) -> String {
    let count = |count: u32| number(count.into(), lang);
    let line = words::detail_in_short(
        lang,
        &count(group.open),
        &median_in_short(group, lang),
        &count(group.last_28),
        &count(group.previous_84),
    );
    if group.rising == Some(true) { format!("{line} ↑") } else { line }
}

/// All that is known of a group among those with this severe share together.
pub(super) fn in_full(group: &GroupView, overall: Option<f64>, lang: Lang) -> Vec<String> {
    let count = |count: u32| number(count.into(), lang);
    let mut lines = vec![words::total(lang, &count(group.cases), &count(group.open))];
    if group.wait_median.is_some() {
        lines.push(words::median_said(lang, &median_in_full(group, lang)));
    }
    lines.push(match (group.rising, group.rising_p) {
        (Some(true), Some(p)) => {
            let verdict = Verdict { rising: true, p };
            format!("↑ {}", plain::rising(group.last_28, group.previous_84, Some(verdict), lang))
        }
        _ => words::windows(lang, &count(group.last_28), &count(group.previous_84)),
    });
    lines.push(plain::severe(group.cases, group.severe, lang));
    lines.extend(funnel(group, overall, lang));
    lines.extend(per_residents(group, lang));
    lines.extend(per_members(group, lang));
    let mut issues: Vec<_> = IssueCode::ALL
        .iter()
        .map(|code| (group.with_issue(*code), *code))
        .filter(|(count, _)| *count > 0)
        .collect();
    issues.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let issues: Vec<_> =
        issues.iter().take(5).map(|(cases, code)| format!("{code} {}", count(*cases))).collect();
    lines.push(issues.join("  "));
    lines
}

/// Its place on the funnel, where it lies outside.
fn funnel(group: &GroupView, overall: Option<f64>, lang: Lang) -> Option<String> {
    let place = group.funnel.filter(|place| *place != Place::Inside)?;
    Some(plain::funnel(place, group.severe_share?, overall?, lang))
}

/// Its rate per 100,000 residents, of a province.
fn per_residents(group: &GroupView, lang: Lang) -> Option<String> {
    match group.key.as_ref()?.parse().ok()? {
        PlaceCode::Province(province) => {
            plain::per_residents(group.cases, residents(province), CENSUS_YEAR, lang)
        }
        _ => None,
    }
}

/// Its rate per 1,000 members with their day and source, where they are counted.
fn per_members(group: &GroupView, lang: Lang) -> Option<String> {
    let counted = group.members.as_ref()?;
    plain::per_members(group.cases, counted.members, counted.counted_on, &counted.source, lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::tests::group;

    #[test]
    fn observations_are_told_apart_where_there_are_any() {
        let mut kandal = group("08", "កណ្ដាល", "Kandal", 510);
        assert_eq!(median_in_full(&kandal, Lang::En), "2 h 30 (510)");
        (kandal.timed, kandal.observed) = (535, 25);
        assert_eq!(median_in_full(&kandal, Lang::En), "2 h 30 (535 timed, 25 of them observed)");
        let lines = total_lines(&kandal, Lang::En);
        assert_eq!(
            lines,
            [
                "Complaints: 510 · open: 510 · median wait 2 h 30 (535 timed, 25 of them observed)",
                "Complaints: 510 · open: 510 · median wait 2 h 30 (535, 25 observed)",
                "Complaints: 510 · open: 510",
            ]
        );
        for lang in Lang::ALL {
            assert!(in_full(&kandal, None, lang)[1].contains(&number(25, lang)));
            assert!(counts(&kandal, lang).contains(&number(25, lang)));
        }
    }

    #[test]
    fn the_one_line_is_the_sentence_of_the_measure() {
        let mut kandal = group("08", "កណ្ដាល", "Kandal", 68);
        (kandal.severe, kandal.funnel) = (27, Some(Place::Above95));
        let said =
            |group: &GroupView, measure, funnel| one_line(group, (measure, funnel), Some(0.35), Lang::En);
        assert!(said(&kandal, Measure::Severe, false).starts_with("27 of 68 cases were severe (40%)."));
        assert!(said(&kandal, Measure::Severe, true).contains("above the overall 35%"));
        assert!(said(&kandal, Measure::Rate, false).starts_with("68 cases, 5."));
        assert!(said(&kandal, Measure::Wait, false).starts_with("All 68 timed visits waited 2 h 30."));
        assert!(said(&kandal, Measure::Open, false).starts_with("open 68 · wait 2 h 30 (68)"));
        assert!(said(&kandal, Measure::Members, false).starts_with("open 68"), "no members are counted");
        kandal.funnel = Some(Place::Inside);
        assert!(said(&kandal, Measure::Cases, true).starts_with("open 68"));
    }
}
