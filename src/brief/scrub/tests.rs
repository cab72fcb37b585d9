//! What is struck from a story, and what stays.

mod corpus;
mod random;
mod told;

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
        let plain = normal(&cleaned);
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
    assert_eq!(clean("Mrs. Chan Sophea shouted"), "Mrs. […] shouted");
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
    assert_eq!(clean("I gave 011 two two two 333 as my number"), "I gave […] as my number");
    assert_eq!(clean("012 three four five 678."), "[…].");
    assert_eq!(clean("លេខ០១១ ពីរ ពីរ ពីរ ៣៣៣ ហើយ"), "លេខ[…] ហើយ");
    assert_eq!(clean("plate 2A-1234 there"), "plate […] there");
    assert_eq!(clean("she is 34 y.o., and"), "she is […]., and");
    assert_eq!(clean("bed 12, two of 30 waited 3 hours 15"), "bed 12, two of 30 waited 3 hours 15");
    assert_eq!(clean("my name is dara and Dr.Sok"), "my name is […] and […]");
    assert_eq!(clean("ពិភពលោកទាំងមូល"), "ពិភពលោកទាំងមូល");
}

/// What is left of a text, in the order of its letters and digits alone.
fn left(text: &str, known: &Known<'_>) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (range, _) in suspicions(text, known) {
        out.push_str(text.get(at..range.start).unwrap());
        out.push('|');
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap());
    out
}

fn of_member() -> Identity {
    Identity {
        address: Some("ផ្ទះលេខ ១២ ភូមិត្រពាំងឈូក".into()),
        employee_number: Some("W01234".into()),
        safe_time: None,
        ..member()
    }
}

#[test]
fn the_member_is_found_however_it_is_written() {
    let identity = of_member();
    let known = Known {
        identity: &identity,
        organisations: &["Golden Star Garment (Cambodia) Co., Ltd"],
        people: &["Sok Dara"],
        places: &[],
    };
    for (text, secrets) in [
        // The name in the other script, parted, accented, in capitals, in the other order.
        ("Chan Sokha waited", &["sokha", "chan"][..]),
        ("they called SOKHA twice", &["sokha"]),
        ("they called S o k h a twice", &["sokha"]),
        ("sokha chan was sent away", &["sokha"]),
        ("Sok-ha's child", &["sokha"]),
        ("Sókhà’s child", &["sokha"]),
        ("Ｓｏｋｈａ was sent away", &["sokha"]),
        ("នាង សុ\u{200B}ខា មិនបាន", &["សុខា"]),
        ("នាងសុ ខា មិនបាន", &["សុខា"]),
        ("សុខា ចាន់ ទៅ", &["សុខា"]),
        ("ចា\u{17CB}ន សុខា", &["សុខា"]),
        // Numbers with whatever stands between, in any digits, in words.
        ("call +855 12 345 678", &["345678", "12345"]),
        ("call 012/345/678 or 012.345.678 or 012_345_678", &["345", "678"]),
        ("call 0 1 2 3 4 5 6 7 8 now", &["345"]),
        ("call 012\u{2011}345\u{2011}678", &["345"]),
        ("call 012\u{200B}345\u{200B}678", &["345"]),
        ("ទូរស័ព្ទ ០១២៣៤៥៦៧៨។", &["345"]),
        ("call ０１２３４５６７８", &["345"]),
        ("call ๐๑๒๓๔๕๖๗๘", &["345"]),
        ("call 𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", &["345"]),
        ("call O12 345 678", &["345", "678"]),
        ("call 0I2-345-678", &["345", "678"]),
        ("call zero one two three four five six seven eight", &["three", "seven"]),
        ("call zero-one-two three-four-five six-seven-eight now", &[]),
        ("លេខ សូន្យមួយពីរបីបួនប្រាំ ប្រាំមួយប្រាំពីរប្រាំបី", &["បួន"]),
        ("card ends in 4821", &["4821"]),
        ("card …4821 was refused", &["4821"]),
        ("ប័ណ្ណ ៩៩៩៩៤៨២១ក", &["4821", "ក"]),
        ("my number is W01234", &["01234", "w"]),
        ("number 12345 at the factory", &["12345"]),
        // Employers and officers.
        ("at golden star we cannot leave", &["golden", "star"]),
        ("at GoldenStar we cannot leave", &["golden"]),
        ("at Golden Star Garment Cambodia", &["golden"]),
        ("the Sunny Apparel factory", &["sunny", "apparel"]),
        ("រោងចក្រ Golden Star មិនឱ្យទៅ", &["golden"]),
        ("I told Sok Dara of the union", &["sok", "dara"]),
        // Addresses and ways to reach somebody.
        ("I live in Svay Chrum village", &["svay", "chrum"]),
        ("from the village of Thmei near the road", &["thmei"]),
        ("ខ្ញុំនៅភូមិត្រពាំងឈូក ជិតផ្សារ", &["ត្រពាំងឈូក"]),
        ("Street 271, house 12", &["271", "12"]),
        ("facebook Sokha Chan", &["sokha"]),
        ("write to t.me/sokhachan1", &["sokhachan1"]),
    ] {
        let left = normal(&left(text, &known));
        for secret in secrets {
            let secret = normal(secret);
            assert!(!left.contains(&secret), "{text} -> {left}");
        }
        assert!(!suspicions(text, &known).is_empty(), "{text}");
    }
}

#[test]
fn days_ages_and_jobs_go() {
    let nobody = Identity::default();
    let known = Known { identity: &nobody, organisations: &[], people: &[], places: &[] };
    for (text, expected) in [
        ("I am 34 years old and waited", "I am | and waited"),
        ("a 34-year-old woman", "a | woman"),
        ("aged 34, alone", "aged |, alone"),
        ("thirty-four years old", "|"),
        ("she is thirty four years of age", "she is |"),
        ("my baby, 8 months old, had a fever", "my baby, |, had a fever"),
        ("born in 1992 in Takeo", "born in | in Takeo"),
        ("ខ្ញុំអាយុ ៣៤ ឆ្នាំ ទៅពេទ្យ", "ខ្ញុំអាយុ | ទៅពេទ្យ"),
        ("ខ្ញុំអាយុ៣៤ឆ្នាំ", "ខ្ញុំអាយុ|"),
        ("អាយុសាមសិបបួនឆ្នាំ", "អាយុ|"),
        ("កើតឆ្នាំ១៩៩២", "កើតឆ្នាំ|"),
        ("I am a sewing line leader there", "I am a | there"),
        ("the quality checkers and the QC", "the | and the |"),
        ("I work as a button hole cutter at the factory", "I work as a | at the factory"),
        ("ខ្ញុំជាមេក្រុមនៅទីនោះ", "ខ្ញុំជា|នៅទីនោះ"),
        ("ខ្ញុំធ្វើការជា អ្នកត្រួតពិនិត្យគុណភាព។", "ខ្ញុំធ្វើការជា |។"),
        ("on the 15th of March", "on the | of March"),
        ("March 15th, 2026", "March |, 2026"),
        ("on 2026-03-15 and 15.3.2026", "on | and |"),
        ("ថ្ងៃទី១៥ ខែមីនា", "ថ្ងៃទី| ខែមីនា"),
        ("ថ្ងៃទីដប់ប្រាំ ខែមីនា", "ថ្ងៃទី| ខែមីនា"),
        ("៥កើត ខែចេត្រ", "|កើត ខែចេត្រ"),
    ] {
        assert_eq!(left(text, &known), expected);
    }
}

#[test]
fn what_is_usually_said_of_a_visit_stays() {
    let member = of_member();
    let known =
        Known { identity: &member, organisations: &["Golden Star"], people: &["Sok Dara"], places: &[] };
    for text in [
        "I waited from 06:10 to 11:40 at the outpatient department, and nobody said how long it would take.",
        "They asked for 40,000 riel for a bed and gave no receipt; the month before it was 400000 riel.",
        "The doctor said paracetamol 500 mg three times a day for 5 days.",
        "My daughter had a fever of 39.5 and they gave her an injection in the emergency ward.",
        "Blood pressure 140/90, and the nurse did not write it down.",
        "At the window they said that the NSSF card was full for today.",
        "I paid 12.50 dollars for antibiotics at a pharmacy outside.",
        "After eleven they shut the window and took no more patients. Please can the union take it up.",
        "I was number 15 in the queue, and 30 people were waiting for one doctor.",
        "A friend from the line drove me to the hospital. Doctor and nurse shouted at me.",
        "They did an ultrasound and an X-ray for the 2nd time. It was the first time in 2026.",
        "I am a member of the fund, and I am ill. She is pregnant.",
        "They spoke as if factory workers were worth less. There was one doctor. Others went in first.",
        "We went to the National Maternal and Child Health Center and to Neak Loeung Referral Hospital.",
        "គេថាឈ្មោះលើប័ណ្ណមិនដូចឈ្មោះលើអត្តសញ្ញាណប័ណ្ណទេ។",
        "ខ្ញុំទៅព្យាបាលជំងឺនៅមន្ទីរពេទ្យបង្អែក ហើយរង់ចាំអស់រយៈពេលបីម៉ោង។",
        "គ្រូពេទ្យមិនពិនិត្យឱ្យខ្ញុំទេ គេឱ្យទៅមណ្ឌលសុខភាព។",
        "បេឡាជាតិសន្តិសុខសង្គមមិនទទួលប័ណ្ណ។",
        "គេទារលុយ ៤០០០០ រៀល ដោយមិនឱ្យវិក្កយបត្រ។",
        "លេបថ្នាំមួយថ្ងៃ ៣ ដង រយៈពេល ៥ថ្ងៃ។",
        "ត្រូវតម្រង់ជួរពីរដង ម្ដងដើម្បីចុះឈ្មោះ ម្ដងទៀតដើម្បីយកថ្នាំ។",
        "បាត់ប្រាក់ឈ្នួលមួយថ្ងៃដោយសាររឿងនេះ។",
        "មកដល់ម៉ោង ០៦:១០ ប៉ុន្តែគ្រូពេទ្យទើបពិនិត្យឱ្យនៅម៉ោង ១១:៤០។",
        "រាកខ្លាំង គ្រុនក្ដៅ ឈឺពោះតាំងពីម្សិលមិញ។",
    ] {
        assert_eq!(left(text, &known), text);
    }
}

#[test]
fn health_is_no_name() {
    let sok = Identity { name: Some("សុខ ដារ៉ា".into()), ..Identity::default() };
    assert_eq!(scrub("មណ្ឌលសុខភាព", &sok, &[]).text, "មណ្ឌលសុខភាព");
    assert_eq!(scrub("សុខ ទៅ", &sok, &[]).struck.places(), 1);
}

proptest! {
    #[test]
    fn nothing_panics_and_the_phone_never_stays(before in "\\PC{0,30}", after in "\\PC{0,30}") {
        let text = format!("{before} 012 345 678 {after}");
        let plain = normal(&clean(&text));
        prop_assert!(!plain.contains("012345678"));
    }
}
