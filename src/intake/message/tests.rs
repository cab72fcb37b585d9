//! A table of messages with all that is to be read of them, how precise the reader is on it, and that no text at all
//! harms it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::draft::{Facilities, Reason};
use crate::reference::{FacilityIndex, facility};

/// The built-in facilities.
struct BuiltIn(FacilityIndex);

impl BuiltIn {
    fn new() -> Self {
        Self(FacilityIndex::built_in())
    }
}

impl Known for BuiltIn {
    fn nearest(&self, text: &str) -> Vec<(Facility, u16)> {
        let found = self.0.find(text, 3).into_iter();
        found.filter_map(|found| Some((facility(&found.found)?, found.score))).collect()
    }
}

fn today() -> NaiveDate {
    "2026-11-30".parse().unwrap()
}

/// Messages with what is to be read of each.
fn table(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.split("===\n")
        .map(|block| {
            let (wanted, message): (Vec<&str>, Vec<&str>) =
                block.trim().lines().partition(|line| line.starts_with("->"));
            let wanted = wanted.iter().filter_map(|line| line.strip_prefix("-> ")?.split_once(' '));
            let wanted = wanted.map(|(column, value)| (column.to_owned(), value.to_owned())).collect();
            (message.join("\n"), wanted)
        })
        .collect()
}

/// What was read right, what was read and is wrong, and what was missed.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

/// How many of the readings of a table are right, and how many of those that were wanted were read, in percent; with all
/// that was not so.
fn measured(name: &str, table: &[(String, Vec<(String, String)>)]) -> (f64, f64, String) {
    let known = BuiltIn::new();
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut told = Vec::new();
    for (message, wanted) in table {
        let read = read(message, today(), &known);
        let mut wanted = wanted.clone();
        for reading in &read.readings {
            let one = (reading.column.code().to_owned(), reading.value.clone());
            let score = scores.entry(one.0.clone()).or_default();
            match wanted.iter().position(|wanted| *wanted == one) {
                Some(place) => {
                    wanted.remove(place);
                    score.right += 1;
                }
                None => {
                    score.wrong += 1;
                    told.push(format!("wrong  {one:?} from {:?}: {message}", read.words_of(reading)));
                }
            }
        }
        for missed in wanted {
            scores.entry(missed.0.clone()).or_default().missed += 1;
            told.push(format!("missed {missed:?}: {message}"));
        }
    }
    for (column, score) in &scores {
        println!("{column:16} {:3} right {:3} wrong {:3} missed", score.right, score.wrong, score.missed);
    }
    let sum = |of: fn(&Score) -> usize| scores.values().map(of).sum::<usize>();
    let share = |rest: usize| {
        let right = sum(|score| score.right);
        100.0 * right as f64 / (right + rest).max(1) as f64
    };
    let (precision, recall) = (share(sum(|score| score.wrong)), share(sum(|score| score.missed)));
    println!("{name}: {} messages, precision {precision:.1} %, recall {recall:.1} %", table.len());
    (precision, recall, told.join("\n"))
}

#[test]
fn what_is_to_be_read_of_messages_is_read_and_nothing_else() {
    let table = table(include_str!("tests/messages.txt"));
    assert!(table.len() >= 60, "{}", table.len());
    let (precision, recall, told) = measured("mended on these", &table);
    assert!(precision >= 99.9 && recall >= 99.9, "{told}");
}

#[test]
fn of_messages_that_the_reader_was_not_mended_on_most_is_read_and_most_is_right() {
    let table = table(include_str!("tests/unseen.txt"));
    let (precision, recall, told) = measured("not mended on these", &table);
    println!("{told}");
    assert!(precision >= LEAST.0 && recall >= LEAST.1, "{precision:.1} {recall:.1}\n{told}");
}

/// Precision and recall on messages that the reader was not mended on.
const LEAST: (f64, f64) = (98.0, 90.0);

#[test]
fn the_draft_holds_what_was_read_and_the_whole_message() {
    let text = "ម្សិលមិញ waited 5 hours at Calmette, they asked me to pay $10. 012 345 678";
    let message = read(text, today(), &BuiltIn::new());
    let form = message.draft();
    for (column, value) in [
        (Column::VisitedOn, "2026-11-29"),
        (Column::Facility, "N00001"),
        (Column::Issues, "WAIT:high;PAY:medium"),
        (Column::WaitedMinutes, "300"),
        (Column::PaidUsd, "10"),
        (Column::MemberPhone, "012 345 678"),
        (Column::Narrative, text),
        (Column::Channel, "message"),
    ] {
        assert_eq!(form.draft.get(column), value, "{column}");
    }
    // What a message says is no consent.
    assert_eq!(form.draft.get(Column::Consent), "");
    let said: Vec<&str> = message.readings.iter().map(|reading| message.words_of(reading)).collect();
    assert!(said.contains(&"ម្សិលមិញ") && said.contains(&"5 hours") && said.contains(&"$10"), "{said:?}");
}

/// Pieces of which messages are made, so that what is made up comes near them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        ".{0,6}",
        prop::sample::select(vec![
            "ម្សិលមិញ",
            "ម៉ោង ",
            "៦",
            "12",
            ":",
            "/",
            "10",
            "h",
            "am",
            "រង់ចាំ",
            "waited ",
            " hours",
            "ម៉ឺន",
            "$",
            "៛",
            "បង់",
            "paid ",
            "ពេទ្យ",
            "hospital ",
            "Kossamak",
            "\u{200B}",
            "កន្លះ",
            "ថ្ងៃទី",
            "ខែ",
            " October",
            "[03.10.26 14:12] Sok: ",
            "\n",
            "។",
            ". ",
            "+855",
            "012 345 678",
            "half an",
            "មុន",
            " ago",
            "៤០០០០",
            "1/2",
            "និង",
            "nssf",
            "İ",
            "ﬁ",
            "🇰🇭",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_text_harms_the_reader_and_what_it_reads_can_be_logged(text in pieces()) {
        let message = read(&text, today(), &Nowhere);
        for reading in &message.readings {
            prop_assert!(text.get(reading.from.clone()).is_some_and(|words| !words.is_empty()), "{reading:?}");
        }
        let (refusals, _) = message.draft().draft.examine(&Nowhere, today());
        let unsound: Vec<_> = refusals.iter().filter(|refusal| refusal.reason != Reason::Missing).collect();
        prop_assert!(unsound.is_empty(), "{unsound:?}");
    }
}

/// No facility at all.
struct Nowhere;

impl Known for Nowhere {
    fn nearest(&self, _: &str) -> Vec<(Facility, u16)> {
        Vec::new()
    }
}

impl Facilities for Nowhere {
    fn find(&self, _: &str) -> Result<std::sync::Arc<Facility>, Vec<String>> {
        Err(Vec::new())
    }
}

/// A name goes on behind what is the beginning of another's.
#[test]
fn the_beginning_of_several_names_is_none_of_them() {
    let known = BuiltIn::new();
    let facility = |text: &str| {
        let message = read(text, today(), &known);
        let reading = message.readings.into_iter().find(|reading| reading.column == Column::Facility);
        reading.map(|reading| reading.value)
    };
    assert_eq!(facility("ពេទ្យព្រះកុសុមៈ ម្សិលមិញ").as_deref(), Some("N00003"));
    assert_eq!(facility("ពេទ្យព្រះកេតមាលា ម្សិលមិញ").as_deref(), Some("N00010"));
    assert_eq!(facility("មន្ទីរពេទ្យព្រះអង្គឌួង").as_deref(), Some("N00005"));
    assert_eq!(facility("ពេទ្យព្រះ ម្សិលមិញ"), None);
}
