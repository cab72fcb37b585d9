//! What folds alike, and what does not.

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;
use crate::domain::digits::hex;

#[test]
fn folds_case_space_digits_and_invisible_characters() {
    assert_eq!(fold("  Phnom\u{A0}\u{200B} PENH\n"), "phnom penh");
    assert_eq!(fold("ភ្នំ\u{200B}ពេញ"), "ភ្នំពេញ");
    assert_eq!(fold("៧មករា"), "7មករា");
    assert_eq!(fold("cafe\u{301}"), "café");
    assert_eq!(fold("\u{FEFF}a\u{AD}b\u{200D}"), "ab");
    assert_eq!(fold("\u{200B} "), "");
}

#[test]
fn abbreviations_fold_alike_with_and_without_dots() {
    for typed in ["ប.ស.ស.", "ប.ស.ស", "បសស", "ប.ស\u{200B}.ស ", "បសស."] {
        assert_eq!(fold(typed), "បសស", "{typed}");
    }
    assert_eq!(fold("ប័ណ្ណប.ស.ស. នៅ"), fold("ប័ណ្ណបសស នៅ"));
    for typed in ["N.S.S.F.", "N.S.S.F", "nssf"] {
        assert_eq!(fold(typed), "nssf", "{typed}");
    }
    assert_eq!(fold("the N.S.S.F., said"), "the nssf, said");
    assert_eq!(fold("3.5 no. 4. a. end."), "3.5 no. 4. a. end.");
    assert_eq!(fold("file.txt a.bc"), "file.txt a.bc");
}

#[test]
fn marks_typed_in_another_order_fold_alike() {
    let pairs = [
        ("កណ្ដាល", "កណ្តាល"),
        ("ស្ត្រី", "ស្រ្តី"),
        ("ត្រាំកក់", "ត្រំាកក់"),
        ("ខ្មែរ", "ខែ្មរ"),
        ("ប៉ុស្តិ៍", "បុ៉ស្ដិ៍"),
        ("រុស្ស៊ី", "រុស្សី៊"),
        ("កើត", "កេីត"),
        ("កោះ", "កេាះ"),
        ("ភ្នំ", "ភំ្ន"),
        ("ឲ្យ", "ឱ្យ"),
        ("ទិសដៅ", "ទិិសដៅ"),
    ];
    for (one, other) in pairs {
        assert_eq!(fold(one), fold(other), "{one} {other}");
    }
    assert_ne!(fold("ដា"), fold("តា"), "only as subscripts do they look alike");
    assert_eq!(fold("ខ្"), "ខ", "while typing, a subscript sign waits for its letter");
}

#[test]
fn skeletons_join_the_common_romanisations() {
    let groups: [&[&str]; 16] = [
        &["Kampong Cham", "Kompong Cham", "Kâmpóng Cham", "kampongcham"],
        &["Siem Reap", "Siemreap", "Siem Reab", "Siem-Reap"],
        &["Preah", "Prah"],
        &["Kossamak", "Kosamak", "Kossomak"],
        &["Battambang", "Batdambang", "Batambang"],
        &["Tboung Khmum", "Tbong Khmom", "Tbaung Khmum"],
        &["Svay Rieng", "Svayrieng", "Svay Reang"],
        &["Ta Khmau", "Takhmao", "Takhmau"],
        &["Pousat", "Pursat"],
        &["Kaoh Kong", "Koh Kong"],
        &["Mangkul Bourei", "Mongkol Borei", "Mongkol Borey"],
        &["Paoy Paet", "Poipet"],
        &["Tuol Kouk", "Toul Kork"],
        &["Ratanak Kiri", "Rattanakiri"],
        &["Doun Kaev", "Daun Keo"],
        &["Phnom Penh", "Phnum Penh", "Pnom Pen"],
    ];
    for group in groups {
        for other in group {
            assert_eq!(skeleton(group[0]), skeleton(other), "{} {other}", group[0]);
        }
    }
    assert_ne!(skeleton("Takeo"), skeleton("Kratie"));
    assert_eq!(skeleton("ពោធិ៍សាត់"), skeleton("ពោធិសាត"));
}

#[test]
fn words_are_split_at_spaces_and_punctuation_only() {
    assert_eq!(words("s'ang (ta khmau), 7").collect::<Vec<_>>(), ["s'ang", "ta", "khmau", "7"]);
    assert_eq!(words("ភ្នំពេញ ថ្មី").count(), 2);
    assert_eq!(compact("S'ang, Ta-Khmau"), "sangtakhmau");
}

/// Texts of the characters that make trouble together.
fn troublesome() -> impl Strategy<Value = String> {
    let pool: Vec<char> =
        "កខដតរសអឲឪាិីុេើោៅំះៈ៉៊់៌៍័្្្.. aBzΣİ.១៩\u{200B}\u{301}\u{316}\u{338}\u{DD9}\u{DCA}\u{17DD}\u{1100}\u{1161}"
            .chars()
            .collect();
    proptest::collection::vec(proptest::sample::select(pool), 0..16)
        .prop_map(|characters| characters.into_iter().collect())
}

/// Texts of characters that are spared the normalisation, those often that make trouble together.
fn settled() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        proptest::sample::select("កដតរ្្\u{17C1}\u{17B8}\u{17B6}.. aN".chars().collect::<Vec<_>>()),
        (0x1780u32..=0x17DC).prop_filter_map("a character", char::from_u32),
        (0x17DEu32..=0x17FF).prop_filter_map("a character", char::from_u32),
        (0x200Bu32..=0x2027).prop_filter_map("a character", char::from_u32),
        (0u32..=0xFF).prop_filter_map("a character", char::from_u32),
    ];
    proptest::collection::vec(character, 0..24).prop_map(|characters| characters.into_iter().collect())
}

/// Identifiers are hashed over what [`fold`] yields, on every device and for good: not a byte of it may change.
#[test]
fn what_fold_yields_stays_for_good() {
    let pool: Vec<char> = "កដតអខឲឪ្្្្\u{17C1}\u{17B8}\u{17B6}ំះ៉់៍៣។ […] abNSŚ… « » .... \u{200B}\u{301}\u{17DD}\u{A0}éÉİ\u{DD9}\u{DCA}"
        .chars()
        .collect();
    let mut state: u64 = 1;
    let mut digest = Sha256::new();
    for length in (0..40).cycle().take(20_000) {
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            pool[(state >> 33) as usize % pool.len()]
        };
        let text: String = (0..length).map(|_| next()).collect();
        digest.update(fold(&text));
        digest.update("\n");
    }
    assert_eq!(hex(&digest.finalize()), "59ed8b3402449fbecd15916da70de976e05ed76710f1fe4cb6d11439cbdcb6d2");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn fold_is_idempotent_on_any_text(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn fold_is_idempotent_on_troublesome_text(text in troublesome()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
        let _ = skeleton(&text);
    }

    /// Most text is spared the normalisation; what vanishes at its end makes it go the long way.
    #[test]
    fn settled_text_folds_as_any_text_does(text in settled()) {
        prop_assert!(in_settled_letters(&text).is_some());
        let long_way = format!("{text}\u{17DD}");
        prop_assert!(in_settled_letters(&long_way).is_none());
        prop_assert_eq!(fold(&text), fold(&long_way));
    }

    #[test]
    fn order_of_marks_does_not_matter(
        base in proptest::sample::select("កខបសម".chars().collect::<Vec<_>>()),
        marks in proptest::sample::subsequence(vec!["្ម", "៉", "ា", "ំ", "្រ", "់"], 0..=6)
            .prop_flat_map(|marks| (Just(marks.clone()), Just(marks).prop_shuffle())),
    ) {
        let (standard, shuffled) = marks;
        let typed = |marks: &[&str]| format!("{base}{}", marks.concat());
        prop_assert_eq!(fold(&typed(&standard)), fold(&typed(&shuffled)));
    }
}
