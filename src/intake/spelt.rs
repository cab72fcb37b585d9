//! Names at the head of a table, and what is like them: a slip of the keys, or a longer header that holds a name.

use std::collections::HashMap;
use std::hash::Hash;

use strsim::{normalized_damerau_levenshtein, osa_distance};

use crate::domain::text::{compact, fold, words};

/// From here on two names are like each other; 1 is the same.
const LIKE: f64 = 0.82;

/// A name that a longer header holds tells something from so many bytes on: `date` is in `candidate` too.
const TELLING: usize = 4;

/// From so many letters on a header with one slip is still that name.
const LONG: usize = 7;

/// Names, each with what it means.
pub(super) struct Names<T> {
    exact: HashMap<String, T>,
    spelt: Vec<(Spelt, T)>,
}

impl<T: Copy + Ord + Hash> Names<T> {
    /// These names; of one that means two things the first counts.
    pub fn new<'name>(names: impl IntoIterator<Item = (&'name str, T)>) -> Self {
        let mut all = Self { exact: HashMap::new(), spelt: Vec::new() };
        for (name, meant) in names {
            let spelt = Spelt::new(name);
            all.exact.entry(spelt.whole.clone()).or_insert(meant);
            all.spelt.push((spelt, meant));
        }
        all
    }

    /// What a header names outright.
    pub fn known(&self, header: &str) -> Option<T> {
        self.exact.get(&compact(header)).copied()
    }

    /// What a long header names but for one slip, where that is one thing only.
    pub fn one_slip(&self, header: &str) -> Option<T> {
        let header = compact(header);
        let is_long = |text: &str| text.chars().count() >= LONG;
        if !is_long(&header) {
            return None;
        }
        let near =
            |(spelt, _): &&(Spelt, T)| is_long(&spelt.whole) && osa_distance(&spelt.whole, &header) == 1;
        let mut near = self.spelt.iter().filter(near).map(|(_, meant)| *meant);
        let found = near.next()?;
        near.all(|other| other == found).then_some(found)
    }

    /// What a header may mean, the likest first.
    pub fn like(&self, header: &str, may_be: impl Fn(T) -> bool) -> Vec<(f64, T)> {
        let asked = Spelt::new(header);
        let mut found: HashMap<T, f64> = HashMap::new();
        for (spelt, meant) in self.spelt.iter().filter(|(_, meant)| may_be(*meant)) {
            let score = asked.likeness(spelt);
            if score >= LIKE {
                let best = found.entry(*meant).or_default();
                *best = best.max(score);
            }
        }
        let mut found: Vec<(f64, T)> = found.into_iter().map(|(meant, score)| (score, meant)).collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        found
    }
}

/// A name in normal form, whole and in words.
struct Spelt {
    whole: String,
    words: Vec<String>,
}

impl Spelt {
    fn new(name: &str) -> Self {
        let words = words(&fold(&name.replace(['_', '/'], " "))).map(str::to_owned).collect();
        Self { whole: compact(name), words }
    }

    /// 1 for the same; nearly that for a slip of the keys; less for a header that holds all words of the name and more.
    fn likeness(&self, known: &Self) -> f64 {
        let slip = normalized_damerau_levenshtein(&self.whole, &known.whole);
        let holds = known.whole.len() >= TELLING
            && !known.words.is_empty()
            && known.words.iter().all(|word| self.words.contains(word));
        let holds_khmer = known.whole.len() >= 5 * TELLING && self.whole.contains(&known.whole);
        if !holds && !holds_khmer {
            return slip;
        }
        let share = known.whole.len() as f64 / self.whole.len().max(1) as f64;
        slip.max(LIKE + 0.04 * share.min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_a_long_name_is_that_name_and_a_header_that_holds_one_is_only_like_it() {
        let names = Names::new([("health facility", 1), ("latitude", 2), ("longitude", 3), ("code", 4)]);
        assert_eq!((names.known("Health_Facility"), names.one_slip("Helth facility")), (Some(1), Some(1)));
        for (header, slip, like) in [
            ("Lattitude", Some(2), Some(2)),
            ("codes", None, None),
            ("health facility of the visit", None, Some(1)),
            ("colour", None, None),
            ("", None, None),
        ] {
            assert_eq!(names.one_slip(header), slip, "{header}");
            assert_eq!(names.like(header, |_| true).first().map(|(_, meant)| *meant), like, "{header}");
        }
        assert!(names.like("Lattitude", |meant| meant != 2).iter().all(|(_, meant)| *meant != 2));
    }
}
