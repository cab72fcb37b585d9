//! Figures in plain words: one sentence a figure, in both languages, the same on screen, on the command line and in a
//! brief.
//!
//! Worded so that a statistician has nothing to object to: a p-value is how rarely so large a difference would be seen
//! if there were none, never how likely a claim is true; no difference seen is not shown to be none; what rests on
//! fewer than [`SMALL`] says so and no more. Knows statistics and languages, nothing of books or screens.

mod process;
mod words;

pub use process::{Handled, Raised, handled};

use chrono::NaiveDate;

use crate::domain::values::Payer;
use crate::domain::waits::Waits;
use crate::i18n::{Lang, dates, numbers};
use crate::insight::{
    CHANCE, Comparison, Difference, EARLIER_DAYS, Of, PER_MEMBERS, PER_RESIDENTS, Place, RECENT_DAYS, SMALL,
    Verdict, Warning, median, p90, rate, wilson,
};

/// Of whom something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among<'a> {
    /// Of everybody.
    All,
    /// Of those who paid so.
    Payer(Payer),
    /// Of visits before a day.
    Before(NaiveDate),
    /// Of visits from a day on.
    From(NaiveDate),
    /// Of visits to a facility, by its name.
    At(&'a str),
}

impl Among<'_> {
    /// After "visits", with a blank before it: ` with the card`.
    fn visits(self, lang: Lang) -> String {
        match self {
            Self::All => String::new(),
            Self::Payer(payer) => match payer {
                Payer::Nssf => words::with_nssf(lang),
                Payer::Hef => words::with_hef(lang),
                Payer::Cash => words::with_cash(lang),
                Payer::Private => words::with_private(lang),
                Payer::Refused => words::with_refused(lang),
                Payer::Unknown => words::with_unknown(lang),
            }
            .to_owned(),
            Self::Before(day) => words::before(lang, &dates::long_date(day, lang)),
            Self::From(day) => words::from(lang, &dates::long_date(day, lang)),
            Self::At(name) => words::at(lang, name),
        }
    }

    /// As people: `card-holders`.
    pub(super) fn people(self, lang: Lang) -> String {
        match self {
            Self::All => words::everybody(lang).to_owned(),
            Self::Payer(payer) => match payer {
                Payer::Nssf => words::they_with_nssf(lang),
                Payer::Hef => words::they_with_hef(lang),
                Payer::Cash => words::they_with_cash(lang),
                Payer::Private => words::they_with_private(lang),
                Payer::Refused => words::they_with_refused(lang),
                Payer::Unknown => words::they_with_unknown(lang),
            }
            .to_owned(),
            Self::Before(day) => words::they_before(lang, &dates::long_date(day, lang)),
            Self::From(day) => words::they_from(lang, &dates::long_date(day, lang)),
            Self::At(name) => words::they_at(lang, name),
        }
    }
}

/// `Of 41 timed visits with the card, half waited longer than 3 h 10, and one in ten longer than 6 h.`
///
/// "Longer than" only where so many really waited longer: where several waits equal the median, "3 h 10 or longer".
/// So many of the visits were observed and are no complaints; how many are complaints is said in a second sentence, for
/// who complains chooses to.
pub fn waits(among: Among<'_>, waits: &Waits, observed: u32, lang: Lang) -> String {
    let (n, visits) = (count(waits.count(), lang), among.visits(lang));
    let (Some(half), Some(tenth)) = (median(waits), p90(waits)) else {
        return words::waits_none(lang, &visits);
    };
    let said = match waits.steps() {
        _ if waits.count() < SMALL => words::waits_too_few(lang, &n, &visits),
        [(minutes, _)] => words::waits_all_equal(lang, &n, &visits, &numbers::minutes(*minutes, lang)),
        _ if tenth <= half => {
            words::waits_tied(lang, &n, &visits, &words::or_longer(lang, &rounded(half, lang)))
        }
        _ => {
            let (half, tenth) = (longer(waits, half, 5, lang), longer(waits, tenth, 1, lang));
            words::waits_said(lang, &n, &visits, &half, &tenth)
        }
    };
    if waits.count() < SMALL {
        return said;
    }
    let complaints = waits.count().saturating_sub(observed);
    let gathered = match (complaints, observed) {
        (_, 0) => words::all_complaints(lang).to_owned(),
        (0, _) => words::all_observed(lang).to_owned(),
        (1, _) => words::one_complaint(lang, &count(observed, lang)),
        _ => words::some_complaints(lang, &count(complaints, lang), &count(observed, lang)),
    };
    format!("{said} {gathered}")
}

/// `longer than 3 h 10`, where that is true of so many tenths of the visits as a percentile leaves above it; else
/// `3 h 10 or longer`. Minutes are rounded as in tables: waits are whole, so that longer than 10.5 is 11 or longer, and
/// longer than 10.4 longer than 10.
fn longer(waits: &Waits, percentile: f64, tenths: u32, lang: Lang) -> String {
    let above: u32 =
        waits.steps().iter().filter(|step| f64::from(step.0) > percentile).map(|step| step.1).sum();
    let expected = (u64::from(waits.count().saturating_sub(1)) * u64::from(tenths)).div_ceil(10);
    let wait = rounded(percentile, lang);
    if u64::from(above) >= expected && percentile.round() <= percentile {
        words::longer(lang, &wait)
    } else {
        words::or_longer(lang, &wait)
    }
}

fn rounded(minutes: f64, lang: Lang) -> String {
    numbers::minutes(minutes.round().max(0.0) as u32, lang)
}

fn count(count: u32, lang: Lang) -> String {
    numbers::number(count.into(), lang)
}

/// A number with one decimal place, but none where it is whole: `14`, `22.5`.
fn whole_or_tenth(number: f64, lang: Lang) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    numbers::decimal(tenths, usize::from(tenths.fract() != 0.0), lang)
}

/// `1 case`, `12 cases`.
pub fn cases_said(cases: u32, lang: Lang) -> String {
    numbers::cases(cases.into(), lang)
}

/// `Card-holders typically waited 35 min longer than those who paid cash. If there were no difference, …`
pub fn compared(a: Among<'_>, b: Among<'_>, comparison: &Comparison, lang: Lang) -> String {
    let (those, others) = (a.people(lang), b.people(lang));
    let (Some(shift), Some(p)) = (comparison.shift, comparison.p) else {
        let (n, others_n) = (count(comparison.a.n, lang), count(comparison.b.n, lang));
        return words::cannot_compare(lang, &n, &those, &others_n, &others);
    };
    let chance = rarity(p, lang);
    let minutes = rounded(shift.abs(), lang);
    let said = match comparison.difference {
        Difference::Longer => {
            let said = words::waited_longer(lang, &those, &others, &minutes);
            format!("{said} {}", words::by_chance(lang, &chance))
        }
        Difference::Shorter => {
            let said = words::waited_shorter(lang, &those, &others, &minutes);
            format!("{said} {}", words::by_chance(lang, &chance))
        }
        Difference::None if p < CHANCE => words::spread_otherwise(lang, &those, &others, &chance),
        Difference::None => {
            let said = words::waited_alike(lang, &those, &others);
            format!("{said} {}", words::alike_by_chance(lang, &chance))
        }
        Difference::NotComparable => {
            let (n, others_n) = (count(comparison.a.n, lang), count(comparison.b.n, lang));
            words::cannot_compare(lang, &n, &those, &others_n, &others)
        }
    };
    capital(said)
}

/// The verdict in a word or two, with what it rests on: `longer (shift 35 min, p < 0.001)`.
pub fn verdict(comparison: &Comparison, lang: Lang) -> String {
    let word = match comparison.difference {
        Difference::Longer => words::verdict_longer(lang),
        Difference::Shorter => words::verdict_shorter(lang),
        Difference::None => words::verdict_alike(lang),
        Difference::NotComparable => words::verdict_none(lang),
    };
    match (comparison.shift, comparison.p) {
        (Some(shift), Some(p)) => {
            format!("{word} ({}, {})", words::shift_said(lang, &signed(shift, lang)), chance(p, lang))
        }
        _ => word.to_owned(),
    }
}

/// Minutes with a sign: `+35 min`, `−1 h 10`, `0 min`.
fn signed(minutes: f64, lang: Lang) -> String {
    let written = rounded(minutes.abs(), lang);
    match minutes.round() {
        minutes if minutes > 0.0 => format!("+{written}"),
        minutes if minutes < 0.0 => format!("−{written}"),
        _ => written,
    }
}

/// A p-value: `p = 0.012`, `p < 0.001`; near the border of a verdict with more digits, so that it is seen on which side
/// it lies: `p = 0.0496`.
pub fn chance(p: f64, lang: Lang) -> String {
    let (sign, p) = if p < 0.001 { ("<", 0.001) } else { ("=", p) };
    let is_told_apart = |digits: &i32| (p - CHANCE).abs() >= 0.5 * 10_f64.powi(-digits);
    let digits = (3..=6).find(is_told_apart).unwrap_or(3);
    format!("p {sign} {}", numbers::decimal(p, digits as usize, lang))
}

/// How rarely: `less than once in 1,000 such samples`, `about once in 45 such samples`, `in about 34% of such samples`.
fn rarity(p: f64, lang: Lang) -> String {
    if p < 0.001 {
        words::rarer_than_1000(lang).to_owned()
    } else if p < 0.1 {
        // Two digits say all that such a number can.
        let times = (1.0 / p).round();
        let times = if times >= 100.0 { (times / 10.0).round() * 10.0 } else { times };
        words::once_in(lang, &numbers::number(times as u64, lang))
    } else {
        words::share_of_samples(lang, &numbers::percent(p, lang))
    }
}

/// English sentences that begin with those of whom they speak begin with a capital.
fn capital(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + letters.as_str(),
        None => text,
    }
}

/// What must be said beside a figure, without a full stop; `a` and `b` are the two sides of a comparison, or the same of
/// one group. No officer and no employer is named.
pub fn warning(warning: Warning, a: Among<'_>, b: Among<'_>, lang: Lang) -> String {
    let visits = |of: Of| if of == Of::B { b } else { a }.visits(lang);
    let number = |number| count(number, lang);
    match warning {
        Warning::Estimates { of, estimated, timed } => {
            words::warn_estimated(lang, &visits(of), &number(estimated), &number(timed))
        }
        Warning::OneOfficer { of, count, all } => {
            words::warn_officer(lang, &visits(of), &number(count), &number(all))
        }
        Warning::OneEmployer { of, count, all } => {
            words::warn_employer(lang, &visits(of), &number(count), &number(all))
        }
        Warning::GatheredOtherwise { a: of_a, b: of_b } => {
            let said = |(observed, timed)| words::of_all(lang, &number(observed), &number(timed));
            words::warn_gathered(lang, &said(of_a), &a.visits(lang), &said(of_b), &b.visits(lang))
        }
        Warning::OfficersChanged { a: of_a, b: of_b } => {
            words::warn_officers(lang, &number(of_a), &a.visits(lang), &number(of_b), &b.visits(lang))
        }
    }
}

/// `27 of 68 cases were severe (40%). …`, with the 95 % Wilson interval.
pub fn severe(cases: u32, severe: u32, lang: Lang) -> String {
    match wilson(severe, cases) {
        Some(share) if cases >= SMALL => {
            let [found, low, high] = [share.share, share.low, share.high].map(|x| numbers::percent(x, lang));
            words::severe_said(lang, &count(cases, lang), &count(severe, lang), &found, &low, &high)
        }
        _ => words::severe_too_few(lang, &cases_said(cases, lang)),
    }
}

/// Whether cases are rising: so many recent ones after so many earlier ones.
pub fn rising(recent: u32, earlier: u32, verdict: Option<Verdict>, lang: Lang) -> String {
    let usual = f64::from(earlier) * RECENT_DAYS as f64 / EARLIER_DAYS as f64;
    let usual = numbers::decimal(usual, usize::from(usual.fract() != 0.0), lang);
    let recent = cases_said(recent, lang);
    match verdict {
        Some(Verdict { rising: true, p }) => words::is_rising(lang, &recent, &usual, &rarity(p, lang)),
        Some(_) => words::not_rising(lang, &recent, &usual),
        None => words::rising_unknown(lang, &recent),
    }
}

/// Where a share of severe cases lies on the funnel around the share over all.
pub fn funnel(place: Place, share: f64, overall: f64, lang: Lang) -> String {
    let (share, overall) = (numbers::percent(share, lang), numbers::percent(overall, lang));
    let (once, rarely) = (words::rarer_than_40(lang), words::rarer_than_1000_times(lang));
    match place {
        Place::Inside => words::funnel_inside(lang, &share, &overall),
        Place::Above95 => words::funnel_above(lang, &share, &overall, once),
        Place::Above998 => words::funnel_above(lang, &share, &overall, rarely),
        Place::Below95 => words::funnel_below(lang, &share, &overall, once),
        Place::Below998 => words::funnel_below(lang, &share, &overall, rarely),
    }
}

/// The place on the funnel in a few words: `above the 95% limits`.
pub fn funnel_word(place: Place, lang: Lang) -> &'static str {
    match place {
        Place::Inside => words::within_limits(lang),
        Place::Above95 => words::above_95(lang),
        Place::Above998 => words::above_998(lang),
        Place::Below95 => words::below_95(lang),
        Place::Below998 => words::below_998(lang),
    }
}

/// A rate per 100,000 residents of the census of a year, with its 95 % interval and what it rests on; `None` where
/// nobody lives.
pub fn per_residents(cases: u32, residents: u32, year: i32, lang: Lang) -> Option<String> {
    let [found, ends] = rate_said(cases, residents, PER_RESIDENTS, lang)?;
    let (counted, residents) = (cases_said(cases, lang), count(residents, lang));
    let year = dates::year(year, lang);
    let said = words::per_residents(lang, &found, &ends, &counted, &residents, &year);
    Some(with_doubt(said, cases, lang))
}

/// A rate per 1,000 members, with the day and the source of their number; `None` where there are none.
pub fn per_members(cases: u32, members: u32, day: NaiveDate, source: &str, lang: Lang) -> Option<String> {
    let [found, ends] = rate_said(cases, members, PER_MEMBERS, lang)?;
    let (counted, members) = (cases_said(cases, lang), count(members, lang));
    let day = dates::long_date(day, lang);
    let said = words::per_members(lang, &found, &ends, &counted, &members, &day, source);
    Some(with_doubt(said, cases, lang))
}

/// The rate and its interval.
fn rate_said(cases: u32, people: u32, per: u32, lang: Lang) -> Option<[String; 2]> {
    let found = rate(cases, people.into(), per)?;
    let [rate, low, high] = [found.rate, found.low, found.high].map(|rate| numbers::decimal(rate, 1, lang));
    Some([rate, format!("{low}–{high}")])
}

fn with_doubt(said: String, cases: u32, lang: Lang) -> String {
    if cases >= SMALL { said } else { format!("{said} {}", words::few_cases(lang)) }
}

#[cfg(test)]
mod tests;
