//! Process figures in plain words: how many of the cases raised were answered in time, and how long answers took.

use super::{count, whole_or_tenth};
use crate::i18n::{Lang, numbers};
use crate::insight::{SMALL, wilson};

/// Which raised cases something is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raised<'a> {
    /// All of them.
    All,
    /// Those raised with a party, by its name.
    With(&'a str),
    /// Those from a province.
    From(&'a str),
    /// Those about a facility.
    About(&'a str),
    /// Those raised in a month.
    In(&'a str),
}

/// What became of raised cases.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Handled {
    /// All of them.
    pub received: u32,
    /// Answered.
    pub answered: u32,
    /// Of these, in time.
    pub in_time: u32,
    /// Not answered, and the date passed.
    pub overdue: u32,
    /// Not answered, and the date is ahead.
    pub open: u32,
    /// Withdrawn by their members before an answer.
    pub withdrawn: u32,
    /// Closed by the union without an answer, before one was due.
    pub closed: u32,
    /// Median and 90th percentile of the working days to the answer.
    pub days: Option<(f64, f64)>,
}

/// `Of 34 cases raised with the NSSF branch of Kandal, 21 were answered in time, 5 late …`, with the share in time and its
/// 95 % Wilson interval, and the working days that answers took.
pub fn handled(raised: Raised<'_>, of: &Handled, lang: Lang) -> String {
    if of.received == 0 {
        return words::none(lang, &raised.said(lang));
    }
    let late = of.answered.saturating_sub(of.in_time);
    let parts: Vec<String> = [
        (of.in_time, words::in_time(lang, &count(of.in_time, lang), were(of.in_time, lang))),
        (late, words::late(lang, &count(late, lang), were(late, lang))),
        (of.overdue, words::overdue(lang, &count(of.overdue, lang), are(of.overdue, lang))),
        (of.open, words::open(lang, &count(of.open, lang), are(of.open, lang))),
        (of.withdrawn, words::withdrawn(lang, &count(of.withdrawn, lang), were(of.withdrawn, lang))),
        (of.closed, words::closed(lang, &count(of.closed, lang), were(of.closed, lang))),
    ]
    .into_iter()
    .filter_map(|(cases, said)| (cases > 0).then_some(said))
    .collect();
    let cases = super::cases_said(of.received, lang);
    let mut said = vec![words::of_raised(lang, &cases, &raised.said(lang), &listed(&parts, lang))];
    let decided = of.answered + of.overdue;
    match wilson(of.in_time, decided) {
        Some(share) if decided >= SMALL => {
            let [found, low, high] = [share.share, share.low, share.high].map(|x| numbers::percent(x, lang));
            said.push(words::share(lang, &found, &count(decided, lang), &low, &high));
        }
        Some(_) => said.push(words::too_few(lang, &count(decided, lang))),
        None => {}
    }
    if let Some((median, p90)) = of.days.filter(|_| of.answered >= SMALL) {
        let [median, p90] = [median, p90].map(|days| whole_or_tenth(days, lang));
        said.push(words::days(lang, &median, &p90, &count(of.answered, lang)));
    }
    said.join(" ")
}

impl Raised<'_> {
    fn said(self, lang: Lang) -> String {
        match self {
            Self::All => words::all(lang).to_owned(),
            Self::With(party) => words::with(lang, party),
            Self::From(place) => words::from(lang, place),
            Self::About(facility) => words::about(lang, facility),
            Self::In(month) => words::month(lang, month),
        }
    }
}

fn were(cases: u32, lang: Lang) -> &'static str {
    if cases == 1 { lang.pick("បាន", "was") } else { lang.pick("បាន", "were") }
}

fn are(cases: u32, lang: Lang) -> &'static str {
    if cases == 1 { lang.pick("នៅ", "is") } else { lang.pick("នៅ", "are") }
}

fn listed(parts: &[String], lang: Lang) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} {} {last}", before.join(", "), lang.pick("និង", "and")),
    }
}

mod words {
    use crate::i18n::messages::messages;

    messages! {
        pub const ALL;

        // Which cases.
        all() { km: "ដែលបានដាក់ជូន", en: "raised" }
        with(party: &str) { km: "ដែលបានដាក់ជូន {party}", en: "raised with {party}" }
        from(place: &str) { km: "ពី {place} ដែលបានដាក់ជូន", en: "raised from {place}" }
        about(facility: &str) { km: "អំពី {facility} ដែលបានដាក់ជូន", en: "raised about {facility}" }
        month(month: &str) { km: "ដែលបានដាក់ជូនក្នុង{month}", en: "raised in {month}" }
        none(raised: &str) { km: "មិនទាន់មានករណី{raised} ទេ។", en: "No cases were {raised}." }

        // What became of them.
        of_raised(cases: &str, raised: &str, parts: &str) {
            km: "ក្នុង {cases}{raised}៖ {parts}។",
            en: "Of {cases} {raised}, {parts}.",
        }
        in_time(cases: &str, were: &str) { km: "{cases} {were}ឆ្លើយទាន់ពេល", en: "{cases} {were} answered in time" }
        late(cases: &str, were: &str) { km: "{cases} {were}ឆ្លើយយឺត", en: "{cases} {were} answered late" }
        overdue(cases: &str, are: &str) { km: "{cases} {are}មិនទាន់ឆ្លើយ ហើយហួសពេលកំណត់", en: "{cases} {are} overdue" }
        open(cases: &str, are: &str) { km: "{cases} {are}រង់ចាំ មិនទាន់ដល់ពេលកំណត់", en: "{cases} {are} open and not yet due" }
        withdrawn(cases: &str, were: &str) { km: "{cases} សមាជិក{were}ដកវិញ", en: "{cases} {were} withdrawn" }
        closed(cases: &str, were: &str) { km: "{cases} {were}បិទដោយគ្មានចម្លើយ", en: "{cases} {were} closed without an answer" }
        share(share: &str, decided: &str, low: &str, high: &str) {
            km: "ទាន់ពេល {share} ក្នុងចំណោម {decided} ដែលបានឆ្លើយ ឬហួសពេល។ ដោយគិតពីភាពចៃដន្យ ភាគពី {low} ដល់ {high} ក៏ត្រូវនឹងតួលេខនេះដែរ (៩៥%)។",
            en: "In time were {share} of the {decided} answered or overdue; allowing for chance, shares from {low} to {high} fit these figures (95% interval).",
        }
        too_few(decided: &str) {
            km: "បានឆ្លើយ ឬហួសពេលតែ {decided}៖ តិចពេកមិនអាចនិយាយអំពីភាគទាន់ពេលបានទេ។",
            en: "Answered or overdue so far: {decided}, too few for a share in time.",
        }
        days(median: &str, p90: &str, n: &str) {
            km: "ចម្លើយត្រូវការមេដ្យាន {median} ថ្ងៃធ្វើការ ភាគរយទី ៩០ គឺ {p90} (n = {n})។",
            en: "Answers took a median of {median} working days, and {p90} at the 90th percentile (n = {n}).",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRANCH: Handled = Handled {
        received: 34,
        answered: 26,
        in_time: 21,
        overdue: 3,
        open: 4,
        withdrawn: 1,
        closed: 0,
        days: Some((14.0, 22.5)),
    };

    #[test]
    fn raised_cases_are_told_with_what_became_of_each() {
        assert_eq!(
            handled(Raised::With("the NSSF branch of Kandal"), &BRANCH, Lang::En),
            "Of 34 cases raised with the NSSF branch of Kandal, 21 were answered in time, 5 were answered late, 3 are overdue, \
             4 are open and not yet due and 1 was withdrawn. In time were 72% of the 29 answered or overdue; allowing for \
             chance, shares from 54% to 85% fit these figures (95% interval). Answers took a median of 14 working days, and \
             22.5 at the 90th percentile (n = 26)."
        );
        let km = handled(Raised::With("សាខា ប.ស.ស. ខេត្ត កណ្ដាល"), &BRANCH, Lang::Km);
        assert!(km.starts_with("ក្នុង ៣៤ ករណីដែលបានដាក់ជូន សាខា ប.ស.ស. ខេត្ត កណ្ដាល៖ ២១ បានឆ្លើយទាន់ពេល,"), "{km}");
        assert!(km.contains("៧២%") && km.contains("២២,៥"), "{km}");
    }

    #[test]
    fn few_cases_get_no_share_and_none_are_said_to_be_none() {
        let few = Handled {
            received: 4,
            answered: 1,
            in_time: 1,
            overdue: 1,
            closed: 2,
            days: Some((3.0, 3.0)),
            ..Handled::default()
        };
        assert_eq!(
            handled(Raised::In("October 2026"), &few, Lang::En),
            "Of 4 cases raised in October 2026, 1 was answered in time, 1 is overdue and 2 were closed without an answer. \
             Answered or overdue so far: 2, too few for a share in time."
        );
        let open = Handled { received: 1, open: 1, ..Handled::default() };
        assert_eq!(handled(Raised::All, &open, Lang::En), "Of 1 case raised, 1 is open and not yet due.");
        assert_eq!(
            handled(Raised::From("Kep"), &Handled::default(), Lang::En),
            "No cases were raised from Kep."
        );
    }

    #[test]
    fn no_sentence_promises_what_statistics_cannot() {
        for (name, _, en) in words::ALL {
            for claim in ["prove", "significan", "because of", "certain", "cause"] {
                assert!(!en.to_lowercase().contains(claim), "{name}: {en}");
            }
        }
    }
}
