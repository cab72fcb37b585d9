//! Pasted messages: the words of each reading stand in the message, and a draft can be made.
#![no_main]

use std::sync::LazyLock;

use wardbook::domain::facility::Facility;
use wardbook::intake::message::{Known, read};
use wardbook::reference::{FacilityIndex, facility};

struct BuiltIn(FacilityIndex);

impl Known for BuiltIn {
    fn nearest(&self, text: &str) -> Vec<(Facility, u16)> {
        let found = self.0.find(text, 3).into_iter();
        found.filter_map(|found| Some((facility(&found.found)?, found.score))).collect()
    }
}

static KNOWN: LazyLock<BuiltIn> = LazyLock::new(|| BuiltIn(FacilityIndex::built_in()));

libfuzzer_sys::fuzz_target!(|text: &str| {
    let today = "2026-11-30".parse().unwrap();
    let message = read(text, today, &*KNOWN);
    for reading in &message.readings {
        assert!(!message.words_of(reading).is_empty(), "{reading:?}");
    }
    std::hint::black_box(message.draft());
});
