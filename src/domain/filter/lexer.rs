//! Splits a query into terms: sign, field, comparison, values.

use super::Comparison::{AtLeast, AtMost, Equal, Over, Under};
use super::FilterProblem;

/// The sign between field and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Colon,
    Compare(super::Comparison),
}

/// A term as typed, before its meaning is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawTerm {
    /// Where it begins, in characters from 1.
    pub column: usize,
    /// As typed.
    pub text: String,
    pub negated: bool,
    /// Field and sign; `None` for free text.
    pub field: Option<(String, Sign)>,
    /// The values between commas; of free text just one.
    pub values: Vec<String>,
}

/// A term that never ends: where and what.
pub(super) type Unclosed = (usize, String, FilterProblem);

/// Splits at white space outside quotation marks.
pub(super) fn split(query: &str) -> Result<Vec<RawTerm>, Unclosed> {
    let characters: Vec<char> = query.chars().collect();
    let mut terms = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if is_space(characters[at]) {
            at += 1;
            continue;
        }
        let start = at;
        let mut quoted = false;
        while let Some(&c) = characters.get(at) {
            if is_quote(c) {
                quoted = !quoted;
            } else if is_space(c) && !quoted {
                break;
            }
            at += 1;
        }
        let text: String = characters.get(start..at).unwrap_or_default().iter().collect();
        if quoted {
            return Err((start + 1, text, FilterProblem::OpenQuote));
        }
        terms.push(term(start + 1, text));
    }
    Ok(terms)
}

fn is_space(c: char) -> bool {
    // A zero-width space ends a Khmer word, not a term.
    c.is_whitespace()
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '«' | '»')
}

fn term(column: usize, text: String) -> RawTerm {
    let (negated, rest) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) if !rest.is_empty() => (true, rest),
        _ => (false, text.as_str()),
    };
    match field(rest) {
        Some((field, sign, values)) => {
            let (field, values) = (Some((field, sign)), commas(values));
            RawTerm { column, text, negated, field, values }
        }
        None => {
            let words: String = rest.chars().filter(|&c| !is_quote(c)).collect();
            RawTerm { column, negated, field: None, values: vec![words], text }
        }
    }
}

/// The signs, longest first.
const SIGNS: [(&str, Sign); 9] = [
    (">=", Sign::Compare(AtLeast)),
    ("<=", Sign::Compare(AtMost)),
    ("≥", Sign::Compare(AtLeast)),
    ("≤", Sign::Compare(AtMost)),
    (">", Sign::Compare(Over)),
    ("<", Sign::Compare(Under)),
    ("=", Sign::Compare(Equal)),
    (":=", Sign::Compare(Equal)),
    (":", Sign::Colon),
];

/// A leading word that looks like a field, with the sign behind it.
fn field(text: &str) -> Option<(String, Sign, &str)> {
    let end = text.find([':', '>', '<', '=', '≥', '≤', '"', '“', '«'])?;
    let (name, rest) = text.split_at_checked(end)?;
    let starts_like_a_name = name.chars().next().is_some_and(char::is_alphabetic);
    if !starts_like_a_name {
        return None;
    }
    SIGNS.iter().find_map(|&(sign, meaning)| {
        let values = rest.strip_prefix(sign)?;
        Some((name.to_lowercase(), meaning, values))
    })
}

/// Splits at commas outside quotation marks, which are dropped.
fn commas(values: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in values.chars() {
        if is_quote(c) {
            quoted = !quoted;
        } else if matches!(c, ',' | '،') && !quoted {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}
