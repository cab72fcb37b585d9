//! What folds alike, and what does not.

use super::*;
use proptest::prelude::*;

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

    #[test]
    fn ascii_folds_as_any_text_does(text in "[ -~\\s]{0,20}") {
        prop_assert_eq!(fold(&text), fold(&format!("{text}\u{200B}")));
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
