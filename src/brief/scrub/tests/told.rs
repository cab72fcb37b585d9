//! Which stories still tell something.

use super::*;

#[test]
fn a_story_of_gaps_tells_nothing() {
    let nobody = Identity::default();
    for text in [
        "My name is Chan Sokha, my number is 012 345 678.",
        "Call me at 012 345 678 please.",
        "I am Chan Sokha, aged 34, and I live in Chaom Chau.",
        "ខ្ញុំឈ្មោះ ចាន់ សុខា លេខទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨។",
        "ខ្ញុំ\u{200B}ឈ្មោះ ចាន់ សុខា អាយុ ៣៤ ឆ្នាំ នៅភូមិត្រពាំងឈូក។",
        "Sok Dara rang Chan Sophea, then Keo Bopha; Meas Thida waited.",
    ] {
        let scrubbed = scrub(text, &nobody, &[]);
        assert!(scrubbed.is_only_gaps, "{}", scrubbed.text);
    }
    for text in [
        "My name is Chan Sokha and I waited long.",
        "Mrs Keo refused the card.",
        "ខ្ញុំឈ្មោះ ចាន់ សុខា រង់ចាំយូរណាស់។",
        "ប្ដីខ្ញុំ វុទ្ធី ត្រូវបង់លុយមុន។",
        // Short, but whole.
        "Rude.",
        "មិនទទួល។",
    ] {
        let scrubbed = scrub(text, &nobody, &[]);
        assert!(!scrubbed.is_only_gaps, "{}", scrubbed.text);
    }
}

#[test]
fn what_is_struck_is_counted_by_kind() {
    let scrubbed =
        scrub("Mrs Keo of Golden Star factory, aged 34, rang 011 222 333 on Monday", &member(), &[]);
    let kinds: Vec<(Suspect, usize)> = scrubbed.struck.by_kind().collect();
    assert_eq!(
        kinds,
        [
            (Suspect::Organisation, 1),
            (Suspect::Name, 1),
            (Suspect::Number, 1),
            (Suspect::Day, 1),
            (Suspect::Age, 1)
        ]
    );
    assert_eq!(scrubbed.struck.places(), 5);
    let mut twice = scrubbed.struck;
    twice += scrubbed.struck;
    assert_eq!(twice.places(), 10);
}
