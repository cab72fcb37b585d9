//! What is struck from a story, and what stays.

use proptest::prelude::*;

use super::letters::normal;
use super::*;

fn member() -> Identity {
    Identity {
        name: Some("ចាន់ សុខា".into()),
        phone: Some("012 345 678".into()),
        nssf_number: Some("99994821ក".into()),
        ..Identity::default()
    }
}

fn clean(text: &str) -> String {
    scrub(text, &member(), &[]).text
}

#[test]
fn the_member_s_own_name_and_numbers_go_in_any_form() {
    for text in [
        "ខ្ញុំចាន់ សុខារង់ចាំ",
        "ខ្ញុំចាន់\u{200B}សុខា រង់ចាំ",
        "call 012345678 now",
        "call 012-345-678 now",
        "ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨ ណា",
        "number 9999 4821 ក here",
        "សុខាបានទៅ",
    ] {
        let cleaned = clean(text);
        assert!(cleaned.contains(STRUCK), "{text} -> {cleaned}");
        let plain: String = normal(&cleaned).into_iter().collect();
        assert!(!plain.contains("012345678") && !plain.contains("99994821"), "{cleaned}");
        assert!(!plain.contains("សុខា"), "{cleaned}");
    }
    let latin = Identity { name: Some("Chan Sokha".into()), ..Identity::default() };
    assert_eq!(scrub("CHAN SOKHA waited", &latin, &[]).text, "[…] waited");
    assert_eq!(scrub("Sokha's child", &latin, &[]).text, "[…]'s child");
    assert_eq!(scrub("a channel of water", &latin, &[]).text, "a channel of water");
}

#[test]
fn others_names_and_numbers_go_by_their_look() {
    let nobody = Identity::default();
    let clean = |text: &str| scrub(text, &nobody, &["Golden Star"]).text;
    assert_eq!(clean("Mrs. Chan Sophea shouted"), "Mrs. […] […] shouted");
    assert_eq!(clean("My name is Dara and"), "My name is […] and");
    assert_eq!(clean("ខ្ញុំឈ្មោះ ចាន់ សុភា ហើយរង់ចាំ"), "ខ្ញុំឈ្មោះ […] ហើយរង់ចាំ");
    assert_eq!(clean("write to a.b@example.org please"), "write to […] please");
    assert_eq!(clean("bed 12 at 06:10, paid 40000"), "bed 12 at 06:10, paid 40000");
    assert_eq!(clean("paid 400000 រៀល"), "paid 400000 រៀល");
    assert_eq!(clean("card 1234567ក."), "card […].");
    assert_eq!(clean("I sew at golden  star"), "I sew at […]");
    assert_eq!(clean("on 7/3/2026 or 7 March, at 06:10"), "on […] or […] March, at 06:10");
    assert_eq!(clean("ថ្ងៃទី៧ ខែមីនា"), "ថ្ងៃទី[…] ខែមីនា");
    assert_eq!(clean("call 012/345/678"), "call […]");
    assert_eq!(clean("my name is dara and Dr.Sok"), "my name is […] and […]");
    assert_eq!(clean("ពិភពលោកទាំងមូល"), "ពិភពលោកទាំងមូល");
}

#[test]
fn health_is_no_name() {
    let sok = Identity { name: Some("សុខ ដារ៉ា".into()), ..Identity::default() };
    assert_eq!(scrub("មណ្ឌលសុខភាព", &sok, &[]).text, "មណ្ឌលសុខភាព");
    assert_eq!(scrub("សុខ ទៅ", &sok, &[]).struck, 1);
}

proptest! {
    #[test]
    fn nothing_panics_and_the_phone_never_stays(before in "\\PC{0,30}", after in "\\PC{0,30}") {
        let text = format!("{before} 012 345 678 {after}");
        let plain: String = normal(&clean(&text)).into_iter().collect();
        prop_assert!(!plain.contains("012345678"));
    }
}
