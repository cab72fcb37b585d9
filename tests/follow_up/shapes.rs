//! What `--json` prints parses, and all of its names stand in `docs/JSON.md`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::Desk;
use crate::story::{Story, ago, day};

/// The names of an object and of those in it; of maps whose names are codes only the map's own.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    const BY_CODE: [&str; 4] = ["party_outcomes", "member_outcomes", "promises", "left_out"];
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

/// Runs commands, a line each, `_` for a blank, and returns all that they print as JSON.
fn printed(story: &Story, commands: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for command in commands.lines().map(str::trim).filter(|command| !command.is_empty()) {
        let words: Vec<String> = command.split(' ').map(|word| word.replace('_', " ")).collect();
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        if command.ends_with("--json") {
            let lines = story.json(&arguments);
            assert!(!lines.is_empty(), "{command}");
            all.extend(lines);
        } else {
            story.ok(&arguments);
        }
    }
    all
}

fn handle(printed: &[Value]) -> String {
    printed[0]["handle"].as_str().unwrap().to_owned()
}

#[test]
fn each_name_in_json_is_documented() {
    let documented = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/JSON.md")).unwrap();
    let story = Story { desk: Desk::with_book(""), lang: "en" };
    let number = story.log(60, &json!({}));
    let hurt = story.log(55, &json!({"issues": ["SAFE:high"]}));
    std::fs::write(story.desk.path("letter.txt"), "a letter").unwrap();
    let commands = format!(
        "mark {number} retaliation
        link {number} --demand a_second_scanner
        people agent:N00003 --contact Keo;agent;012_777_888
        raise --to nssf --dry-run --json
        raise --to nssf-branch:12 --on {} --check none --attach letter.txt --about two_counters --json",
        ago(50)
    );
    let mut all = printed(&story, &commands);
    let submission = handle(&all[1..]);
    let far = format!("{}-06-01", wardbook::reference::holiday_years().unwrap().end() + 1);
    let commands = format!(
        "reply {submission} --acknowledged --on {}
        reply {submission} --interim --until {far} --on {} --json
        reply {submission} --outcome not-upheld --by Keo --text no --way call --file letter.txt --on {on} --json
        tell --identities --json
        tell {hurt} --tried
        show {hurt} --json
        tell {number} --outcome solved --on {on}
        close {number} --on {on}
        tell {number} --again --outcome solved
        show {number} --json",
        ago(49),
        ago(20),
        on = ago(10)
    );
    all.extend(printed(&story, &commands));
    let promise = printed(
        &story,
        &format!(
            "promise add --by nssf-branch:12 two_counters --who Keo --role head --said-where meeting --on {} --due {} \
             --shown-by a_queue --json",
            ago(30),
            day(2)
        ),
    );
    let commands = format!(
        "today --json
        promise judge {} kept --members 2/3 --waits --note x --json
        promise list --json
        link --list --json
        people --json
        people --ladder N00003 --json
        process --json
        gate N00003 --start --json
        check {number} none --json",
        handle(&promise)
    );
    all.extend(promise);
    all.extend(printed(&story, &commands));
    let mut found = BTreeSet::new();
    for value in &all {
        names(value, &mut found);
    }
    assert!(found.len() > 80, "{found:?}");
    let stands =
        |name: &str| documented.contains(&format!("`{name}`")) || documented.contains(&format!("\"{name}\""));
    let missing: Vec<&String> = found.iter().filter(|name| !stands(name)).collect();
    assert!(missing.is_empty(), "docs/JSON.md does not know {missing:?}");
}
