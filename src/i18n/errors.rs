//! The domain's errors in plain words: one sentence that says what is wrong, one that says what to do.
//!
//! What was typed is quoted back, cut short and without control characters. Codes and examples stay in Latin
//! letters, since that is how they are typed.

mod draft;
mod filter;
mod plain;
mod system;

use strsim::osa_distance;

pub use system::{of_io, of_system, of_toml};

use super::values::code_of_name;
use super::{Lang, UnknownLang, name_of_code, table_name};
use crate::domain::date::{self, BadDate};
use crate::domain::facility::{BadFacilityId, BadFacilityKind, DeriveError, FacilityKind};
use crate::domain::money::BadMoney;
use crate::domain::number::BadNumber;
use crate::domain::place::BadPlaceCode;
use crate::domain::times::BadTime;
use crate::domain::values::UnknownCode;
use crate::i18n::values::Named;
use crate::i18n::{dates, numbers};

/// What an error says to an officer.
pub trait Speak {
    /// What is wrong, in one plain sentence.
    fn what(&self, lang: Lang) -> String;

    /// What to do, in one plain sentence; `None` where the first says it all.
    fn hint(&self, lang: Lang) -> Option<String>;
}

/// The longest quotation of what was typed, in characters.
const LONGEST_QUOTE: usize = 60;

/// A table of values up to this long is listed with names; a longer one by its codes.
const FEW: usize = 10;

/// What was typed, fit to stand in a sentence.
fn quoted(given: &str) -> String {
    let plain: Vec<char> = given
        .trim()
        .chars()
        .filter(
            |&c| !matches!(c, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
        )
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST_QUOTE + 1)
        .collect();
    if plain.len() <= LONGEST_QUOTE {
        return plain.into_iter().collect();
    }
    // Never between a Khmer letter and its marks or subscripts.
    let is_mark = |c: char| matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{17DD}');
    let borders = |at: &usize| {
        let after = plain.get(*at).copied().is_none_or(is_mark);
        let before = at.checked_sub(1).and_then(|at| plain.get(at)) == Some(&'\u{17D2}');
        !after && !before
    };
    let cut = (1..=LONGEST_QUOTE).rev().find(borders).unwrap_or(LONGEST_QUOTE);
    plain.into_iter().take(cut).chain(['…']).collect()
}

/// `A, B or C`.
fn any_of(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} {} {last}", rest.join(", "), lang.pick("ឬ", "or")),
    }
}

/// Asks for the nearest names, where there are any; else says what would do.
fn nearest_or(nearest: &[String], otherwise: &str, lang: Lang) -> String {
    if nearest.is_empty() { otherwise.to_owned() } else { plain::did_you_mean(lang, &any_of(nearest, lang)) }
}

/// `nssf (NSSF card)`, or the code alone where its name says no more.
fn code_with_name(table: &str, code: &str, lang: Lang) -> String {
    match name_of_code(table, code, lang) {
        Some(name) if !name.eq_ignore_ascii_case(code) => format!("{code} ({name})"),
        _ => code.to_owned(),
    }
}

/// The code that was meant, if one is near: by its name on screen, or but a slip or two away.
fn nearest_code(unknown: &UnknownCode) -> Option<&'static str> {
    let typed = unknown.given.trim().to_lowercase();
    code_of_name(unknown.table, unknown.known, &unknown.given).or_else(|| {
        unknown
            .known
            .iter()
            .map(|code| (osa_distance(&typed, &code.to_lowercase()), *code))
            .min()
            .filter(|&(slips, code)| slips <= 2 && slips * 2 <= code.len())
            .map(|(_, code)| code)
    })
}

impl Speak for UnknownCode {
    fn what(&self, lang: Lang) -> String {
        plain::unknown_code(lang, &quoted(&self.given), table_name(self.table, lang))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        if let Some(code) = nearest_code(self) {
            return Some(plain::did_you_mean(lang, &code_with_name(self.table, code, lang)));
        }
        let few = self.known.len() <= FEW;
        let listed =
            |code: &&str| if few { code_with_name(self.table, code, lang) } else { (*code).to_owned() };
        let known: Vec<String> = self.known.iter().map(listed).collect();
        Some(plain::choose(lang, &any_of(&known, lang)))
    }
}

impl Speak for BadDate {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(given) => plain::no_date(lang, &quoted(given)),
            Self::NoSuchDay(given) => plain::no_such_day(lang, &quoted(given)),
            Self::Future(day) => plain::future(lang, &dates::date(*day, lang)),
            Self::TooEarly(day) => plain::too_early(lang, &dates::date(*day, lang)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Unreadable(_) => plain::no_date_hint(lang).to_owned(),
            Self::NoSuchDay(_) => plain::no_such_day_hint(lang).to_owned(),
            Self::Future(_) => plain::future_hint(lang).to_owned(),
            Self::TooEarly(_) => plain::too_early_hint(lang, &dates::date(date::EARLIEST, lang)),
        })
    }
}

impl Speak for BadTime {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NoTime(given) => plain::no_time(lang, &quoted(given)),
            Self::NoLength(given) => plain::no_length(lang, &quoted(given)),
            Self::TooLong(wait) => plain::too_long_wait(lang, &numbers::minutes(*wait, lang)),
            Self::Contradiction(times) => plain::contradiction(lang, &labelled_times(times, lang)),
            Self::WaitContradicts { given, from_times } => plain::wait_contradicts(
                lang,
                &numbers::minutes(*given, lang),
                &numbers::minutes(*from_times, lang),
            ),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let hint = match self {
            Self::NoTime(_) => plain::no_time_hint(lang),
            Self::NoLength(_) => plain::no_length_hint(lang),
            Self::TooLong(_) => plain::too_long_wait_hint(lang),
            Self::Contradiction(_) => plain::contradiction_hint(lang),
            Self::WaitContradicts { .. } => plain::wait_contradicts_hint(lang),
        };
        Some(hint.to_owned())
    }
}

/// `arrived 06:10, seen 05:00` with the labels of the form in the place of the codes.
fn labelled_times(times: &str, lang: Lang) -> String {
    let labelled = times.split(", ").map(|part| match part.split_once(' ') {
        Some((code, time)) => {
            let name = name_of_code("column", code, lang).unwrap_or(code);
            format!("{name} {}", numbers::digits(time, lang))
        }
        None => part.to_owned(),
    });
    labelled.collect::<Vec<_>>().join(", ")
}

impl Speak for BadMoney {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(given) => plain::no_money(lang, &quoted(given)),
            Self::TooMuch(given) => plain::too_much(lang, &quoted(given)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let hint = match self {
            Self::Unreadable(_) => plain::no_money_hint(lang),
            Self::TooMuch(_) => plain::too_much_hint(lang),
        };
        Some(hint.to_owned())
    }
}

impl Speak for BadNumber {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Desk(given) => plain::no_desk(lang, &quoted(given)),
            Self::Form(given) => plain::no_case_number(lang, &quoted(given)),
            Self::Check(given) => plain::mistyped_number(lang, &quoted(given)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let hint = match self {
            Self::Desk(_) => plain::no_desk_hint(lang),
            Self::Form(_) => plain::no_case_number_hint(lang),
            Self::Check(_) => plain::mistyped_number_hint(lang),
        };
        Some(hint.to_owned())
    }
}

impl Speak for BadFacilityId {
    fn what(&self, lang: Lang) -> String {
        plain::no_facility_code(lang, &quoted(&self.0))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(plain::no_facility_code_hint(lang).to_owned())
    }
}

impl Speak for BadFacilityKind {
    fn what(&self, lang: Lang) -> String {
        plain::no_facility_kind(lang, &quoted(&self.0))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let known = FacilityKind::ALL.map(|kind| format!("{kind} ({})", kind.name(lang)));
        Some(plain::choose(lang, &any_of(&known, lang)))
    }
}

impl Speak for DeriveError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::CommuneNeeded(_) => plain::commune_needed(lang).to_owned(),
            Self::DistrictNeeded(_) => plain::district_needed(lang).to_owned(),
            Self::NameNeeded(kind) => plain::name_needed(lang, kind.name(lang)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let hint = match self {
            Self::CommuneNeeded(_) => plain::commune_needed_hint(lang),
            Self::DistrictNeeded(_) => plain::district_needed_hint(lang),
            Self::NameNeeded(_) => plain::name_needed_hint(lang),
        };
        Some(hint.to_owned())
    }
}

impl Speak for BadPlaceCode {
    fn what(&self, lang: Lang) -> String {
        plain::no_place_code(lang, &quoted(&self.0))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(plain::no_place_code_hint(lang).to_owned())
    }
}

impl Speak for UnknownLang {
    fn what(&self, lang: Lang) -> String {
        plain::no_language(lang, &quoted(&self.0))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(plain::no_language_hint(lang).to_owned())
    }
}

#[cfg(test)]
mod tests;
