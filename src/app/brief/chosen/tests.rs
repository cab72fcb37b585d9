//! What of two choices is known to hold the other.

use super::*;
use crate::domain::facility::FacilityId;
use crate::domain::filter::{Level, Names, parse};
use crate::domain::place::PlaceCode;

struct World;

impl Names for World {
    fn places(&self, _: Level, text: &str) -> Result<Vec<PlaceCode>, Vec<String>> {
        text.parse().map(|code| vec![code]).map_err(|_| Vec::new())
    }

    fn facilities(&self, text: &str) -> Result<Vec<FacilityId>, Vec<String>> {
        text.parse().map(|id| vec![id]).map_err(|_| Vec::new())
    }
}

/// Codes of facilities here begin with `H` and the code of their province.
fn around(outer: &str, inner: &str) -> bool {
    let Some(outer) = outer.strip_prefix("place:") else {
        return outer == inner;
    };
    let inner = inner.strip_prefix("place:").or_else(|| inner.strip_prefix("facility:H"));
    inner.is_some_and(|inner| inner.starts_with(outer))
}

fn chosen(query: &str) -> Chosen {
    Chosen::of(&parse(query, &World).unwrap(), &|word| format!("#{word}"), &around)
}

/// Whether the first holds the second, and the second the first.
fn lie(one: &str, other: &str) -> (Holds, Holds) {
    let (one, other) = (chosen(one), chosen(other));
    (one.holds(&other, &around), other.holds(&one, &around))
}

const AROUND: (Holds, Holds) = (Holds::Yes, Holds::No);
const SAME: (Holds, Holds) = (Holds::Yes, Holds::Yes);
const APART: (Holds, Holds) = (Holds::No, Holds::No);
const UNKNOWN: (Holds, Holds) = (Holds::Perhaps, Holds::Perhaps);

#[test]
fn days_and_numbers_are_held_as_stretches() {
    assert_eq!(lie("", "since:2026-03-01"), AROUND);
    assert_eq!(lie("since:2026-01-01", "since:2026-03-01"), AROUND);
    assert_eq!(lie("since:2026", "since:2026-03 until:2026-06"), AROUND);
    assert_eq!(lie("since:2026-01-01 until:2026-03-31", "since:2026 -since:2026-04-01"), SAME);
    assert_eq!(lie("until:2026-03-31", "since:2026-04-01"), APART);
    // What overhangs may be empty.
    assert_eq!(lie("since:2026-01 until:2026-06", "since:2026-02 until:2026-07"), UNKNOWN);
    assert_eq!(lie("waited>60", "waited>=120"), AROUND);
    assert_eq!(lie("waited>60 waited<120", "waited>=61 waited<=119"), SAME);
    assert_eq!(lie("-waited>120", "-waited>60"), AROUND);
    assert_eq!(lie("waited<60", "waited>120"), APART);
    assert_eq!(lie("recorded-since:2026-01-01", "recorded-since:2026-01-02"), AROUND);
    assert_eq!(lie("paid>0", "paid>1000"), AROUND);
}

#[test]
fn lists_are_held_as_sets_in_any_order() {
    assert_eq!(lie("issue:WAIT,PAY", "issue:PAY"), AROUND);
    assert_eq!(lie("issue:WAIT,PAY", "issue:PAY,WAIT"), SAME);
    assert_eq!(lie("payer:nssf issue:WAIT", "issue:WAIT payer:nssf"), SAME);
    assert_eq!(lie("issue:WAIT,PAY", "issue:PAY,MED"), UNKNOWN);
    // A case may have both, and yet neither holds the other.
    assert_eq!(lie("issue:WAIT", "issue:PAY"), APART);
    assert_eq!(lie("issue:WAIT", "issue:WAIT issue:PAY"), AROUND);
    assert_eq!(lie("-issue:WAIT", "-issue:WAIT,PAY"), AROUND);
    assert_eq!(lie("issue:WAIT", "-issue:WAIT"), APART);
    assert_eq!(lie("payer:nssf,cash", "payer:nssf"), AROUND);
    assert_eq!(lie("-payer:cash", "payer:nssf"), AROUND);
    assert_eq!(lie("payer:nssf", "payer:cash"), APART);
    assert_eq!(lie("payer:nssf,cash payer:nssf,hef", "payer:nssf"), SAME);
    assert_eq!(lie("status:open", "status:new,raised"), AROUND);
    assert_eq!(lie("payer:nssf", "issue:WAIT"), APART);
    assert_eq!(lie("severity:high", "severity:high issue:WAIT"), AROUND);
}

#[test]
fn places_are_held_as_they_nest() {
    assert_eq!(lie("province:08", "district:0811"), AROUND);
    assert_eq!(lie("province:08", "province:08 facility:H080801"), AROUND);
    assert_eq!(lie("facility:H080801", "province:08 facility:H080801"), SAME);
    assert_eq!(lie("province:08", "province:12"), APART);
    assert_eq!(lie("province:08,12", "province:12,21"), UNKNOWN);
    assert_eq!(lie("-province:08", "province:12"), AROUND);
    assert_eq!(lie("-province:08", "district:0811"), APART);
    assert_eq!(lie("province:08", "province:12 employer:a").1, Holds::No, "what is apart stays apart");
}

#[test]
fn of_other_words_nothing_is_known() {
    assert_eq!(lie("employer:golden", "employer:Golden"), SAME);
    assert_eq!(lie("", "sokha"), AROUND);
    assert_eq!(lie("employer:golden", "employer:star"), UNKNOWN);
    assert_eq!(lie("employer:golden,star", "employer:star").0, Holds::Yes);
    assert_eq!(lie("sokha", "chan"), UNKNOWN);
    assert_eq!(lie("sokha", "chan province:08").0, Holds::Perhaps);
    assert_eq!(lie("sokha payer:cash", "chan payer:nssf"), APART);
    let words = |words: &[&str]| {
        let words = Choice::any_of(By::Words, words.iter().map(|word| (*word).to_owned()));
        Chosen::default().and(words, &around)
    };
    let (one, both, other) = (words(&["a"]), words(&["a", "b"]), words(&["c"]));
    assert_eq!((one.holds(&both, &around), both.holds(&one, &around)), (Holds::Yes, Holds::Perhaps));
    assert_eq!(one.nests(&other, &around), Holds::Perhaps);
    assert_eq!(Chosen::default().holds(&one, &around), Holds::Yes);
}

#[test]
fn it_is_remembered_as_it_was() {
    let query = "since:2026 waited>60 -issue:WAIT,PAY province:08 employer:golden";
    let json = serde_json::to_string(&chosen(query)).unwrap();
    assert_eq!(serde_json::from_str::<Chosen>(&json).unwrap(), chosen(query), "{json}");
    assert!(!json.contains("\"golden"), "{json}");
}
