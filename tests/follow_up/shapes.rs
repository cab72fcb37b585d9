//! What `--json` prints parses, and all of its names stand in `docs/JSON.md`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::Desk;
use crate::story::{Story, ago, day};

/// The names of an object and of those in it; of maps whose names are codes only the map's own.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    const BY_CODE: [&str; 3] = ["party_outcomes", "member_outcomes", "promises"];
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                // A reply's outcomes are by the identifiers of cases.
                found.insert(name.clone());
                if !BY_CODE.contains(&name.as_str()) && name != "outcomes" {
                    names(value, found);
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[test]
fn each_name_in_json_is_documented() {
    let documented = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/JSON.md")).unwrap();
    let story = Story { desk: Desk::with_book(""), lang: "en" };
    let number = story.log(60, &json!({}));
    let hurt = story.log(20, &json!({"issues": ["SAFE:high"]}));
    story.ok(&["mark", &number, "retaliation"]);
    story.ok(&["link", &number, "--demand", "a second scanner"]);
    std::fs::write(story.desk.path("letter.txt"), "a letter").unwrap();
    let raise = [
        "raise",
        "--to",
        "nssf-branch:12",
        "--on",
        &ago(50),
        "--check",
        "none",
        "--attach",
        "letter.txt",
        "--about",
        "two counters",
        "--json",
    ];
    let mut printed = story.json(&raise);
    let submission = printed[0]["handle"].as_str().unwrap().to_owned();
    story.ok(&["people", "agent:N00003", "--contact", "Keo;agent;012 777 888"]);
    let far = format!("{}-06-01", wardbook::reference::holiday_years().unwrap().end() + 1);
    story.ok(&["reply", &submission, "--acknowledged", "--on", &ago(49)]);
    printed.extend(story.json(&[
        "reply",
        &submission,
        "--interim",
        "--until",
        &far,
        "--on",
        &ago(20),
        "--json",
    ]));
    printed.extend(story.json(&[
        "reply",
        &submission,
        "--outcome",
        "not-upheld",
        "--by",
        "Keo",
        "--text",
        "no",
        "--way",
        "call",
        "--file",
        "letter.txt",
        "--on",
        &ago(10),
        "--json",
    ]));
    printed.extend(story.json(&["tell", "--json", "--identities"]));
    story.ok(&["tell", &hurt, "--tried"]);
    printed.extend(story.json(&["show", &hurt, "--json"]));
    story.ok(&["tell", &number, "--outcome", "solved", "--on", &ago(9)]);
    story.ok(&["close", &number, "--on", &ago(9)]);
    story.ok(&["tell", &number, "--again", "--outcome", "solved"]);
    printed.extend(story.json(&["show", &number, "--json"]));
    let promise = [
        "promise",
        "add",
        "--by",
        "nssf-branch:12",
        "two counters",
        "--who",
        "Keo",
        "--role",
        "head",
        "--said-where",
        "meeting",
        "--on",
        &ago(30),
        "--due",
        &day(2).to_string(),
        "--shown-by",
        "a queue",
        "--json",
    ];
    printed.extend(story.json(&promise));
    let promise = printed.last().unwrap()["handle"].as_str().unwrap().to_owned();
    printed.extend(story.json(&["today", "--json"]));
    printed.extend(story.json(&[
        "promise",
        "judge",
        &promise,
        "kept",
        "--members",
        "2/3",
        "--waits",
        "--note",
        "x",
        "--json",
    ]));
    for arguments in [
        &["promise", "list", "--json"][..],
        &["link", "--list", "--json"],
        &["people", "--json"],
        &["people", "--ladder", "N00003", "--json"],
        &["process", "--json"],
        &["gate", "N00003", "--json", "--start"],
        &["check", &number, "none", "--json"],
    ] {
        let lines = story.json(arguments);
        assert!(!lines.is_empty(), "{arguments:?}");
        printed.extend(lines);
    }
    let mut found = BTreeSet::new();
    printed.iter().for_each(|value| names(value, &mut found));
    assert!(found.len() > 80, "{found:?}");
    let missing: Vec<&String> = found
        .iter()
        .filter(|name| {
            !documented.contains(&format!("`{name}`")) && !documented.contains(&format!("\"{name}\""))
        })
        .collect();
    assert!(missing.is_empty(), "docs/JSON.md does not know {missing:?}");
}
