//! What was paid out of pocket: riel and dollars stand side by side in Cambodia.

use serde::{Deserialize, Serialize};

use super::digits;

/// The largest sum taken, in riel or in cents: beyond it a slip of the finger.
pub const LARGEST: u64 = 100_000_000_000;

/// Why a sum was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadMoney {
    /// No sum of a known form.
    #[error("`{0}` is no sum of money")]
    Unreadable(String),
    /// Over [`LARGEST`].
    #[error("`{0}` is more than can be")]
    TooMuch(String),
}

/// What was paid at one visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paid {
    /// Riel.
    pub riel: u64,
    /// Hundredths of a US dollar.
    pub cents: u64,
    /// Whether a receipt was given.
    pub receipt: bool,
}

/// One sum, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// Riel.
    Riel(u64),
    /// Hundredths of a US dollar.
    Cents(u64),
}

/// Paid as JSON has it: `{"riel":40000,"usd":12.5,"receipt":false}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PaidJson {
    #[serde(default)]
    riel: u64,
    #[serde(default = "no_dollars")]
    usd: serde_json::Number,
    #[serde(default)]
    receipt: bool,
}

fn no_dollars() -> serde_json::Number {
    0.into()
}

impl Paid {
    /// The whole in riel, dollars converted at a rate in riel.
    pub fn in_riel(&self, riel_per_dollar: u64) -> u64 {
        self.riel.saturating_add(self.cents.saturating_mul(riel_per_dollar) / 100)
    }

    /// Dollars as a JSON number: whole where whole.
    pub fn usd(&self) -> serde_json::Number {
        if self.cents.is_multiple_of(100) {
            return (self.cents / 100).into();
        }
        #[allow(clippy::cast_precision_loss, reason = "bounded by LARGEST, far below 2^53")]
        let dollars = self.cents as f64 / 100.0;
        serde_json::Number::from_f64(dollars).unwrap_or_else(|| 0.into())
    }

    /// Dollars as text: `12.50`, or `12` where whole.
    pub fn usd_text(&self) -> String {
        match self.cents % 100 {
            0 => (self.cents / 100).to_string(),
            cents => format!("{}.{cents:02}", self.cents / 100),
        }
    }

    /// Adds one more sum.
    #[must_use]
    pub fn plus(mut self, sum: Sum) -> Self {
        match sum {
            Sum::Riel(riel) => self.riel = self.riel.saturating_add(riel),
            Sum::Cents(cents) => self.cents = self.cents.saturating_add(cents),
        }
        self
    }
}

impl Serialize for Paid {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PaidJson { riel: self.riel, usd: self.usd(), receipt: self.receipt }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Paid {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let paid = PaidJson::deserialize(deserializer)?;
        let cents = parse_cents(&paid.usd.to_string()).map_err(D::Error::custom)?;
        if paid.riel > LARGEST {
            return Err(D::Error::custom(BadMoney::TooMuch(paid.riel.to_string())));
        }
        Ok(Self { riel: paid.riel, cents, receipt: paid.receipt })
    }
}

/// Reads `40000`, `40,000 ៛`, `៤០០០០រៀល`, `$10`, `10.50 USD`, `10 ដុល្លារ`: riel
/// unless a dollar is named.
pub fn parse(text: &str) -> Result<Sum, BadMoney> {
    let plain = digits::to_ascii(&text.trim().to_lowercase());
    let strip = |marks: &[&str]| -> Option<String> {
        marks.iter().find_map(|mark| {
            let rest = plain.strip_suffix(mark).or_else(|| plain.strip_prefix(mark))?;
            Some(rest.trim().to_owned())
        })
    };
    if let Some(amount) = strip(&["us$", "$", "usd", "dollars", "dollar", "ដុល្លារ"]) {
        return parse_cents(&amount).map(Sum::Cents);
    }
    let amount = strip(&["៛", "រៀល", "khr", "riels", "riel"]).unwrap_or(plain);
    parse_riel(&amount).map(Sum::Riel)
}

/// Reads a whole number of riel with or without thousands separators.
pub fn parse_riel(text: &str) -> Result<u64, BadMoney> {
    let bad = || BadMoney::Unreadable(text.to_owned());
    let plain = digits::to_ascii(text.trim());
    let separated = plain.contains([',', '.', ' ', '\u{A0}']);
    if separated {
        let mut groups = plain.split([',', '.', ' ', '\u{A0}']);
        let first_is_sound = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
        if !first_is_sound || !groups.all(|group| group.len() == 3) {
            return Err(bad());
        }
    }
    let digits_only: String = plain.chars().filter(char::is_ascii_digit).collect();
    let others = plain.chars().any(|c| !c.is_ascii_digit() && ![',', '.', ' ', '\u{A0}'].contains(&c));
    if digits_only.is_empty() || others {
        return Err(bad());
    }
    match digits_only.parse::<u64>() {
        Ok(riel) if riel <= LARGEST => Ok(riel),
        _ => Err(BadMoney::TooMuch(text.to_owned())),
    }
}

/// Reads dollars with at most two decimals, into cents: `1,234.50`, and `12,50` as
/// Khmer writes it.
pub fn parse_cents(text: &str) -> Result<u64, BadMoney> {
    let bad = || BadMoney::Unreadable(text.to_owned());
    let plain = digits::to_ascii(text.trim());
    let plain = match plain.rsplit_once(',') {
        Some((whole, cents)) if cents.len() < 3 => format!("{}.{cents}", whole.replace('.', "")),
        _ => plain.replace(',', ""),
    };
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return Err(bad());
    }
    let fraction = fraction.trim_end_matches('0');
    let cents: u64 = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u64>().map_err(|_| bad())? * 10,
        2 => fraction.parse().map_err(|_| bad())?,
        _ => return Err(bad()),
    };
    whole
        .parse::<u64>()
        .ok()
        .and_then(|whole| whole.checked_mul(100)?.checked_add(cents))
        .filter(|&sum| sum <= LARGEST)
        .ok_or_else(|| BadMoney::TooMuch(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sums_are_read_as_people_write_them() {
        for text in ["40000", "40,000", "40.000", "40 000 ៛", "៤០០០០រៀល", "៛40000", "40,000 riel", "40000KHR"]
        {
            assert_eq!(parse(text), Ok(Sum::Riel(40_000)), "{text}");
        }
        for text in ["$10.50", "10.5 USD", "US$ 10.50", "១០.៥០ ដុល្លារ", "១០,៥០ ដុល្លារ", "$10.500"]
        {
            assert_eq!(parse(text), Ok(Sum::Cents(1050)), "{text}");
        }
        for text in ["", "free", "-5", "4,00", "1e5", "$", "$1.234", "40.5"] {
            assert!(matches!(parse(text), Err(BadMoney::Unreadable(_))), "{text}");
        }
        assert!(matches!(parse("999999999999999"), Err(BadMoney::TooMuch(_))));
    }

    #[test]
    fn dollars_become_riel_at_a_rate() {
        let paid = Paid { riel: 1000, cents: 1050, receipt: false };
        assert_eq!(paid.in_riel(4000), 43_000);
        assert_eq!(serde_json::to_string(&paid).unwrap(), r#"{"riel":1000,"usd":10.5,"receipt":false}"#);
    }

    proptest! {
        #[test]
        fn what_is_paid_survives_json(riel in 0..LARGEST, cents in 0..LARGEST, receipt: bool) {
            let paid = Paid { riel, cents, receipt };
            let json = serde_json::to_string(&paid).unwrap();
            prop_assert_eq!(serde_json::from_str::<Paid>(&json).unwrap(), paid);
            prop_assert_eq!(parse_cents(&paid.usd_text()), Ok(cents));
        }

        #[test]
        fn nothing_that_is_typed_panics(text: String) {
            let _ = parse(&text);
        }
    }
}
