//! The card at the gate, and the slip for the member.

use serde_json::{Value, json};
use wardbook::raster::png::decode;

use crate::common::all_bytes;
use crate::story::{Story, ago, day, in_both, is_khmer};

#[test]
fn the_card_is_shown_and_writes_nothing_until_it_is_asked_to() {
    in_both(|story| {
        let before = story.entries();
        let card = story.ok(&["gate", "kossamak"]);
        assert!(
            card.starts_with("N00003  ") && card.contains("1286 – ") && card.contains("1297 – "),
            "{card}"
        );
        assert_eq!(card.contains("Source: Fresh News, 20 February 2025"), story.lang == "en", "{card}");
        let first = card.lines().nth(3).unwrap();
        assert_eq!(first.contains(is_khmer), story.lang == "km", "{first}");
        assert_eq!(story.entries(), before);
        let read = story.json(&["gate", "N00003", "--json"]).remove(0);
        assert_eq!((&read["facility"], &read["case"]), (&json!("N00003"), &Value::Null));
        assert!(read["say"].as_array().unwrap().len() >= 4 && read["right"]["source"]["en"].is_string());
        assert_eq!(story.entries(), before);

        let started = story.step(&["gate", "kossamak", "--start"]);
        assert!(started.contains("1286 – "), "{started}");
        let number = started.lines().last().unwrap();
        let case = story.case(number);
        assert_eq!((&case["facility"], &case["status"]), (&json!("N00003"), &json!("new")));
        assert_eq!((&case["visited_on"], &case["channel"]), (&json!(day(0).to_string()), &json!("phone")));
        assert_eq!(case["issues"], json!([{"code": "REFU", "severity": "high"}]));
        let again = story.step_json(&["gate", "kossamak", "--start", "--json"]);
        assert_eq!(story.stands(again["case"].as_str().unwrap()), ("new".into(), "confirm".into()));
    });
}

#[test]
fn the_agent_whom_an_officer_wrote_down_stands_on_it() {
    in_both(|story| {
        let asks = |card: &str| {
            card.contains(if story.lang == "en" {
                "Ask at reception"
            } else {
                "សួរនៅកន្លែងទទួល"
            })
        };
        assert!(asks(&story.ok(&["gate", "N00003"])));
        story.ok(&["people", "agent:N00003", "--contact", "Keo;agent;012 777 888"]);
        let card = story.ok(&["gate", "N00003"]);
        assert!(card.contains("012 777 888 – ") && !asks(&card), "{card}");
    });
}

/// What of the case must be on no slip.
const SECRETS: [&str; 14] = [
    "Chan",
    "Sokha",
    "012 345 678",
    "012345678",
    "4821",
    "N00003",
    "Kossamak",
    "កុសុមៈ",
    "Golden",
    "waited",
    "WAIT",
    "Refused",
    "refused",
    "nssf-branch",
];

fn slip(story: &Story, number: &str) -> String {
    let text = story.ok(&["slip", number]);
    assert!(text.starts_with(number) && text.contains("1286 – ") && text.contains("1297 – "), "{text}");
    assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
    assert!(text.lines().count() <= 12, "{text}");
    text
}

#[test]
fn the_slip_says_number_next_and_whom_to_call_in_three_formats_and_nothing_else() {
    in_both(|story| {
        let number = story.log(60, &json!({"issues": ["REFU:high", "WAIT:low"]}));
        let logged = slip(story, &number);
        story.ok(&["confirm", &number]);
        let submission = story.raise("facility:N00003", 10, &[&number]);
        let raised = slip(story, &number);
        assert_ne!(logged, raised);
        let year = &crate::story::working_days_after(&ago(10), 20)[..4];
        let lang = if story.lang == "en" { wardbook::i18n::Lang::En } else { wardbook::i18n::Lang::Km };
        assert!(raised.contains(&wardbook::i18n::dates::year(year.parse().unwrap(), lang)), "{raised}");
        story.ok(&["reply", &submission, "--outcome", "upheld"]);
        assert_ne!(slip(story, &number), raised);

        let before = story.entries();
        std::fs::create_dir(story.desk.path("slips")).unwrap();
        for name in ["slip.txt", "slip.PDF", "slip.png"] {
            assert!(story.ok(&["slip", &number, "--out", &format!("slips/{name}")]).is_empty());
        }
        assert_eq!(story.entries(), before, "a slip is no entry");
        let mut files = all_bytes(&story.desk.path("slips"));
        files.sort();
        let bytes = |name: &str| &files.iter().find(|(path, _)| path.ends_with(name)).unwrap().1;
        assert_eq!(String::from_utf8(bytes("slip.txt").clone()).unwrap(), slip(story, &number));
        assert!(bytes("slip.PDF").starts_with(b"%PDF-1.7"));
        assert!(
            String::from_utf8_lossy(bytes("slip.PDF")).contains("/MediaBox[0 0 595.28 280.63]"),
            "a third of A4"
        );
        assert_eq!(decode(bytes("slip.png")).unwrap().0.width, 1_080);
        for (path, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{}", path.display());
        }
    });
}

#[test]
fn whom_to_call_is_read_from_the_settings_or_from_the_words_of_letters() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        assert!(story.run(&["slip", &number]).err.contains("phone = "), "that none is known is said");
        let files = story.ok(&["config", "templates"]);
        let signers = format!("signers.{}.txt", story.lang);
        let signers = files.lines().find(|line| line.ends_with(&signers)).unwrap();
        std::fs::write(signers, "{officer} | tel. 012 555 666\n").unwrap();
        let answer = story.run(&["slip", &number]);
        assert!(
            answer.out.contains("- 012 555 666 – ") && !answer.err.contains("phone = "),
            "{}",
            answer.out
        );
        let settings = story.ok(&["config", "show"]);
        let file = settings.lines().next().unwrap().trim_start_matches("# ");
        std::fs::write(file, "phone = \"023 999 000\"\n").unwrap();
        let text = story.ok(&["slip", &number]);
        assert!(text.contains("- 023 999 000 – ") && !text.contains("012 555 666"), "{text}");
        assert!(story.ok(&["config", "show"]).contains("phone = \"023 999 000\""));
    });
}
