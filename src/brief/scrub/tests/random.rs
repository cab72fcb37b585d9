//! Whatever text there is: nothing panics, and places are places of characters.

use proptest::prelude::*;

use super::*;

/// Pieces of both scripts that the scrubber looks for, and what parts or joins them.
const PIECES: [&str; 64] = [
    "បង",
    "ប្អូន",
    "មីង",
    "តា",
    "យាយ",
    "លោក",
    "ស្រី",
    "ឈ្មោះ",
    "សុខា",
    "ស្រីពៅ",
    "ដារ៉ា",
    "បាន",
    "ទៅ",
    "រង់ចាំ",
    "រោងចក្រ",
    "ក្រុមហ៊ុន",
    "កាត់ដេរ",
    "អាយុ",
    "ឆ្នាំ",
    "ថ្ងៃ",
    "ចន្ទ",
    "ទី",
    "ខែ",
    "មីនា",
    "ភូមិ",
    "ស្នាក់នៅ",
    "ផ្ទះលេខ",
    "បន្ទប់ជួល",
    "ខ្សែទី",
    "ធ្វើការជា",
    "មួយ",
    "បី",
    "ម្ភៃ",
    "២៣",
    "០១២",
    "\u{200B}",
    "\u{17D2}",
    "\u{17C6}",
    "\u{17CD}",
    "\u{301}",
    "\u{200D}",
    "\u{FEFF}",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "។",
    "«",
    "(",
    "-",
    "23",
    "012345678",
    "Mrs ",
    "bong ",
    "Sokha",
    "the ",
    "Golden ",
    "factory ",
    "lives near ",
    "is ",
    "years old ",
    "Monday ",
    "of March ",
];

fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn places_are_in_order_apart_and_at_borders_of_characters(text in mixed(), name in mixed()) {
        let identity = Identity { name: Some(name), address: Some("ភូមិ Thmei 12".into()), ..member() };
        let known = Known { identity: &identity, organisations: &["Golden Star"], people: &["Sok Dara"], places: &["Kossamak"] };
        let mut at = 0;
        for (range, _) in suspicions(&text, &known) {
            prop_assert!(at <= range.start && range.start < range.end && range.end <= text.len());
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end), "{text:?} {range:?}");
            at = range.end;
        }
        let scrubbed = scrub(&text, &identity, &[]);
        prop_assert!(scrubbed.struck.places() == scrubbed.text.matches(STRUCK).count() - text.matches(STRUCK).count()
            || text.contains(['[', '…', ']']));
    }
}

/// Long texts without what a sentence has: each step looks only so far. How long it takes is for `benches/briefs.rs`.
#[test]
fn long_texts_without_an_end_are_looked_through() {
    for piece in [
        "ក",
        "a",
        "1a",
        "Aa ",
        "\u{17D2}",
        "\u{200B}",
        "លោកសុខ",
        "រោងចក្រ",
        "អាយុ២៣ឆ្នាំ",
        "012 345 ",
        "Mrs Sokha ",
    ] {
        let text = piece.repeat(5_000 / piece.chars().count());
        let found =
            suspicions(&text, &Known { identity: &member(), organisations: &[], people: &[], places: &[] });
        assert!(found.iter().all(|(range, _)| text.get(range.clone()).is_some()), "{piece}");
    }
}
