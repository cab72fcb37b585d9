//! Numbers, shares, waits and sums as they are written.
//!
//! English writes `1,234.5`; Khmer writes `១.២៣៤,៥`, with the dot for thousands and the comma for decimals, as
//! Cambodian state documents do and as CLDR has it for `km`. Riel have no decimals, so that `៤០.០០០` cannot be
//! taken for forty; where decimals do occur the unit stands beside them. Khmer with Western digits keeps its dot and
//! comma: they belong to the language, and CLDR has the same for both sets of digits.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::lang::{Digits, Lang, Language};
use super::messages::has_khmer_digit;
use crate::domain::digits::{to_ascii, to_khmer};

/// Stands where there is no number.
const NONE: &str = "–";

/// The text with the digits that the language is written with; all else stays.
pub fn digits(text: &str, lang: Lang) -> String {
    match lang.digits() {
        Digits::Khmer => to_khmer(text),
        Digits::Western => to_ascii(text),
    }
}

/// The one of two texts of the program's own that is in the language, with its digits as they are chosen.
pub fn written(km: &'static str, en: &'static str, lang: Lang) -> &'static str {
    match (lang.language(), lang.digits()) {
        (Language::Km, Digits::Western) if has_khmer_digit(km) => in_western_digits(km),
        _ => lang.pick(km, en),
    }
}

/// A made sentence whose own digits are Khmer, with its digits as they are chosen.
pub fn digits_of_khmer(text: String, lang: Lang) -> String {
    if lang.digits() == Digits::Western { to_ascii(&text) } else { text }
}

/// Kept for the life of the program, as the text itself is: there are a few dozen such texts.
fn in_western_digits(text: &'static str) -> &'static str {
    static TEXTS: LazyLock<Mutex<HashMap<&'static str, &'static str>>> = LazyLock::new(Mutex::default);
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    texts.entry(text).or_insert_with(|| to_ascii(text).leak())
}

/// `1,234`; `១.២៣៤`.
pub fn number(number: u64, lang: Lang) -> String {
    digits(&grouped(&number.to_string(), lang), lang)
}

/// `1 case`, `12 cases`; `១២ ករណី`.
pub fn cases(count: u64, lang: Lang) -> String {
    let many = number(count, lang);
    match (lang.language(), count) {
        (Language::Km, _) => format!("{many} ករណី"),
        (Language::En, 1) => format!("{many} case"),
        (Language::En, _) => format!("{many} cases"),
    }
}

/// `1,234.5`; `១.២៣៤,៥`. Rounded half away from zero at that many places; `–` for what is no number.
pub fn decimal(number: f64, places: usize, lang: Lang) -> String {
    if !number.is_finite() {
        return NONE.to_owned();
    }
    let scale = 10_f64.powi(i32::try_from(places.min(9)).unwrap_or(9));
    let scaled = (number * scale).round() / scale;
    let rounded = if scaled.is_finite() { scaled } else { number };
    let written = format!("{:.*}", places.min(9), rounded.abs());
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let sign = if rounded < 0.0 { "-" } else { "" };
    let mark = if fraction.is_empty() { "" } else { lang.pick(",", ".") };
    digits(&format!("{sign}{}{mark}{fraction}", grouped(whole, lang)), lang)
}

/// A share from 0 to 1 in whole percents: `25%`; `២៥%`. What is not quite nothing or not quite all says so:
/// `<1%`, `>99%`.
pub fn percent(share: f64, lang: Lang) -> String {
    let text = match share * 100.0 {
        percents if percents > 0.0 && percents < 0.5 => "<1".to_owned(),
        percents if (99.5..100.0).contains(&percents) => ">99".to_owned(),
        percents => decimal(percents, 0, lang),
    };
    if text == NONE { text } else { digits(&format!("{text}%"), lang) }
}

/// Minutes as a wait: `3 h 20`, `3 h`, `20 min`; `៣ម៉ោង ២០នាទី`, `៣ម៉ោង`, `២០នាទី`.
pub fn minutes(minutes: u32, lang: Lang) -> String {
    let text = match (lang.language(), minutes / 60, minutes % 60) {
        (Language::Km, 0, minutes) => format!("{minutes}នាទី"),
        (Language::Km, hours, 0) => format!("{hours}ម៉ោង"),
        (Language::Km, hours, minutes) => format!("{hours}ម៉ោង {minutes}នាទី"),
        (Language::En, 0, minutes) => format!("{minutes} min"),
        (Language::En, hours, 0) => format!("{hours} h"),
        (Language::En, hours, minutes) => format!("{hours} h {minutes:02}"),
    };
    digits(&text, lang)
}

/// Minutes as a wait where room is short: `3:20`; `៣:២០`.
pub fn clock(minutes: u32, lang: Lang) -> String {
    digits(&format!("{}:{:02}", minutes / 60, minutes % 60), lang)
}

/// `40,000 ៛`; `៤០.០០០ ៛`.
pub fn riel(riel: u64, lang: Lang) -> String {
    format!("{} ៛", number(riel, lang))
}

/// Cents as dollars, whole where whole: `$12.50`, `$12`; `១២,៥០ ដុល្លារ`, `១២ ដុល្លារ`.
pub fn dollars(cents: u64, lang: Lang) -> String {
    let whole = number(cents / 100, lang);
    let fraction = match cents % 100 {
        0 => String::new(),
        cents => digits(&format!("{}{cents:02}", lang.pick(",", ".")), lang),
    };
    match lang.language() {
        Language::Km => format!("{whole}{fraction} ដុល្លារ"),
        Language::En => format!("${whole}{fraction}"),
    }
}

/// Puts the thousands separator into a run of digits.
fn grouped(digits: &str, lang: Lang) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push_str(lang.pick(".", ","));
        }
        grouped.push(digit);
    }
    grouped
}

/// A size in megabytes, or in kilobytes where it is less than a tenth of one: `2.4 MB`.
pub fn megabytes(bytes: u64, lang: Lang) -> String {
    if bytes < 100_000 {
        format!("{} KB", number(bytes.div_ceil(1_000), lang))
    } else {
        format!("{} MB", decimal(bytes as f64 / 1e6, 1, lang))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::money::{LARGEST, Sum, parse};
    use crate::domain::times::{LONGEST_WAIT, parse_length};

    fn both(write: impl Fn(Lang) -> String) -> [String; 2] {
        Lang::ALL.map(write)
    }

    #[test]
    fn numbers_are_written_in_both_languages() {
        assert_eq!(both(|lang| number(1_234, lang)), ["១.២៣៤", "1,234"]);
        assert_eq!(both(|lang| number(0, lang)), ["០", "0"]);
        assert_eq!(both(|lang| number(u64::MAX, lang))[1], "18,446,744,073,709,551,615");
        assert_eq!(both(|lang| decimal(1234.56, 1, lang)), ["១.២៣៤,៦", "1,234.6"]);
        assert_eq!(both(|lang| decimal(-0.04, 1, lang)), ["០,០", "0.0"]);
        assert_eq!(both(|lang| decimal(-12.5, 0, lang)), ["-១៣", "-13"]);
        assert_eq!(both(|lang| decimal(f64::NAN, 1, lang)), ["–", "–"]);
        assert_eq!(digits("n = ១2", Lang::En), "n = 12");
        assert_eq!(both(|lang| megabytes(2_440_000, lang)), ["២,៤ MB", "2.4 MB"]);
        assert_eq!(both(|lang| megabytes(12_001, lang)), ["១៣ KB", "13 KB"]);
    }

    #[test]
    fn shares_never_round_to_nothing_or_all() {
        assert_eq!(both(|lang| percent(0.25, lang)), ["២៥%", "25%"]);
        assert_eq!(both(|lang| percent(0.001, lang)), ["<១%", "<1%"]);
        assert_eq!(both(|lang| percent(0.999, lang)), [">៩៩%", ">99%"]);
        assert_eq!(percent(0.0, Lang::En), "0%");
        assert_eq!(percent(1.0, Lang::En), "100%");
        assert_eq!(percent(f64::NAN, Lang::Km), "–");
    }

    #[test]
    fn waits_and_sums_are_written_in_both_languages() {
        assert_eq!(both(|lang| minutes(200, lang)), ["៣ម៉ោង ២០នាទី", "3 h 20"]);
        assert_eq!(both(|lang| minutes(185, lang)), ["៣ម៉ោង ៥នាទី", "3 h 05"]);
        assert_eq!(both(|lang| minutes(120, lang)), ["២ម៉ោង", "2 h"]);
        assert_eq!(both(|lang| minutes(0, lang)), ["០នាទី", "0 min"]);
        assert_eq!(both(|lang| riel(40_000, lang)), ["៤០.០០០ ៛", "40,000 ៛"]);
        assert_eq!(both(|lang| dollars(1_250, lang)), ["១២,៥០ ដុល្លារ", "$12.50"]);
        assert_eq!(both(|lang| dollars(120_005, lang)), ["១.២០០,០៥ ដុល្លារ", "$1,200.05"]);
        assert_eq!(both(|lang| dollars(1_200, lang)), ["១២ ដុល្លារ", "$12"]);
    }

    #[test]
    fn khmer_may_have_western_digits_and_english_never_khmer_ones() {
        let [western, english] = [Lang::Km.with_digits(Digits::Western), Lang::En.with_digits(Digits::Khmer)];
        assert_eq!(number(1_234, western), "1.234");
        assert_eq!(minutes(200, western), "3ម៉ោង 20នាទី");
        assert_eq!(riel(40_000, western), "40.000 ៛");
        assert_eq!(digits("ម៉ោង ០៦:១០", western), "ម៉ោង 06:10");
        assert_eq!((percent(0.25, western), percent(0.25, english)), ("25%".into(), "25%".into()));
        assert_eq!(minutes(200, english), "3 h 20");
    }

    proptest! {
        #[test]
        fn waits_and_riel_are_read_back_as_written(wait in 0..=LONGEST_WAIT, sum in 0..LARGEST) {
            for lang in Lang::ALL {
                prop_assert_eq!(parse_length(&minutes(wait, lang)), Ok(wait));
                prop_assert_eq!(parse(&riel(sum, lang)), Ok(Sum::Riel(sum)));
            }
            prop_assert_eq!(parse(&dollars(sum, Lang::En)), Ok(Sum::Cents(sum)));
        }

        #[test]
        fn no_number_panics(number: f64, places in 0usize..20) {
            for lang in Lang::ALL {
                prop_assert!(!decimal(number, places, lang).is_empty());
                prop_assert!(!percent(number, lang).is_empty());
            }
        }
    }
}
