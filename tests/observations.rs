//! Timed visits without a name, and numbers of members, on the command line.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Desk, all_bytes};
use serde_json::{Value, json};

fn visit() -> Value {
    json!({
        "visited_on": "2026-10-03", "facility": "N00003", "stage": "admission", "payer": "cash",
        "times": {"arrived": "06:10", "seen": "~07:00"},
    })
}

fn observe(desk: &Desk, visit: &Value) -> common::Answer {
    desk.run_with(&["observe", "--json", "-"], visit.to_string().as_bytes())
}

#[test]
fn a_timed_visit_goes_in_by_flags_or_json_and_is_no_case() {
    let desk = Desk::with_book("secret");
    let flags = ["observe", "--visited", "3/10/2026", "--facility", "kossamak", "--payer", "cash"];
    let said = desk.ok(&[&flags[..], &["--arrived", "6h10", "--seen", "~7h"]].concat());
    assert_eq!(said, "N00003 Preah Kossamak Hospital – 03/10/2026 – Cash – waited 50 min\n");
    let said = desk.ok(&[&flags[..], &["--waited", "3 h 20", "--lang", "km"]].concat());
    assert!(said.contains("០៣/១០/២០២៦") && said.contains("៣ម៉ោង ២០នាទី"), "{said}");

    let answer = observe(&desk, &visit());
    assert_eq!(answer.code, 0, "{}", answer.err);
    let written: Value = serde_json::from_str(&answer.out).unwrap();
    for (name, value) in visit().as_object().unwrap() {
        match name.as_str() {
            "times" => {
                let times = &written[name];
                assert_eq!((&times["seen"], &times["left"]), (&json!("~07:00"), &Value::Null));
            }
            _ => assert_eq!(&written[name], value, "{name}"),
        }
    }
    assert_eq!((&written["waited_minutes"], &written["province"]), (&json!(50), &json!("12")));
    let names: Vec<&String> = written.as_object().unwrap().keys().collect();
    let expected = "commune desk district facility facility_name id officer payer province recorded_at stage times \
                    visited_on waited_minutes";
    assert_eq!(names, expected.split_whitespace().collect::<Vec<_>>());
    // What was printed can be taken again.
    assert_eq!(observe(&desk, &written).code, 0);

    assert!(desk.json(&["list", "--json"]).is_empty());
    let verified = desk.verified();
    assert_eq!(
        (&verified["entries"], &verified["cases"], &verified["sound"]),
        (&json!(4), &json!(0), &json!(true))
    );
    let undone = desk.run(&["undo"]);
    assert!(undone.code == 0 && undone.err.contains("timed visit"), "{}", undone.err);
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn what_is_no_timed_visit_is_refused_whole_in_both_languages() {
    let desk = Desk::with_book("");
    let refused = [
        json!({"payer": null}),
        json!({"payer": "unknown"}),
        json!({"payer": "bank"}),
        json!({"facility": "H999999"}),
        json!({"visited_on": "2999-01-01"}),
        json!({"times": {"arrived": "06:10"}}),
        json!({"times": {"arrived": "06:10", "registered": "05:00", "seen": "07:00"}}),
        json!({"waited_minutes": 5}),
        json!({"issues": ["WAIT"]}),
        json!({"narrative": "a story"}),
        json!({"employer": "Golden Star"}),
        json!({"member": {"name": "Chan Sokha"}}),
        json!({"member": {"nssf_number": "99994821"}}),
        json!({"name": "Chan Sokha"}),
    ];
    for change in &refused {
        let mut visit = visit();
        for (name, value) in change.as_object().unwrap() {
            visit[name] = value.clone();
        }
        for lang in ["en", "km"] {
            let input = visit.to_string();
            let answer = desk.run_with(&["observe", "--json", "-", "--lang", lang], input.as_bytes());
            assert_eq!(answer.code, 3, "{change}: {}", answer.err);
            assert!(answer.out.is_empty() && answer.err.lines().count() > 1, "{change}");
        }
    }
    for text in ["", "[]", "{"] {
        assert_eq!(desk.run_with(&["observe", "--json", "-"], text.as_bytes()).code, 3, "{text}");
    }
    assert_eq!(desk.run(&["observe"]).code, 2);
    for flag in ["--member-name", "--member-phone", "--narrative", "--employer", "--local", "--issue"] {
        assert_eq!(desk.run(&["observe", flag, "Chan Sokha"]).code, 2, "{flag}");
    }
    assert_eq!(desk.verified()["entries"], 0);
}

#[test]
fn numbers_of_members_are_entered_with_day_and_source_listed_and_taken_back() {
    let desk = Desk::with_book("");
    let none = desk.run(&["members", "list"]);
    assert!(none.out.is_empty() && none.err.contains("No number of members"), "{}", none.err);
    let source = ["--source", "the fund's letter 112"];
    let add = |of: &str, members: &str, on: &str| {
        desk.ok(&[&["members", "add", of, members, "--on", on], &source[..]].concat())
    };
    let said = add("province:kandal", "4200", "30/6/2026");
    assert_eq!(said, "province:08: 4,200 on 30/06/2026 (source: the fund's letter 112)\n");
    add("province:08", "4000", "2025-06-30");
    add("employer:Golden Star", "1500", "2026-01-01");
    add("all", "100,000", "2026-01-01");
    let listed = desk.json(&["members", "list", "--json"]);
    let held: Vec<(&str, u64)> =
        listed.iter().map(|line| (line["of"].as_str().unwrap(), line["members"].as_u64().unwrap())).collect();
    assert_eq!(held, [("all", 100_000), ("province:08", 4200), ("employer:\"Golden Star\"", 1500)]);
    let expected = json!({
        "of": "province:08", "members": 4200, "counted_on": "2026-06-30", "source": "the fund's letter 112",
        "desk": "KC", "officer": "Sok Dara", "holds": true,
    });
    assert_eq!(listed[1], expected);
    let all = desk.json(&["members", "list", "--all", "--json"]);
    assert_eq!((all.len(), &all[2]["members"], &all[2]["holds"]), (4, &json!(4000), &json!(false)));
    let khmer = desk.ok(&["members", "list", "--lang", "km"]);
    assert!(khmer.contains("៤.២០០") && khmer.contains("សមាជិកទាំងអស់"), "{khmer}");
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["members", "list", "--json"]).len(), 2);
    assert_eq!(desk.verified()["sound"], true);

    let table: [(&str, &str, &str, &str, i32); 9] = [
        ("provinse:08", "5", "2026-01-01", "list", 2),
        ("province:99", "5", "2026-01-01", "list", 2),
        ("everybody", "5", "2026-01-01", "list", 2),
        ("commune:081101", "5", "2026-01-01", "list", 2),
        ("all", "0", "2026-01-01", "list", 3),
        ("all", "many", "2026-01-01", "list", 3),
        ("all", "5", "2999-01-01", "list", 3),
        ("all", "5", "soon", "list", 3),
        ("all", "5", "2026-01-01", " ", 3),
    ];
    for (of, members, on, source, code) in table {
        for lang in ["en", "km"] {
            let arguments = ["members", "add", of, members, "--on", on, "--source", source, "--lang", lang];
            let answer = desk.run(&arguments);
            assert_eq!(answer.code, code, "{arguments:?}: {}", answer.err);
            assert!(answer.out.is_empty() && !answer.err.trim().is_empty(), "{arguments:?}");
        }
    }
    assert_eq!(desk.run(&["members", "add", "all", "5"]).code, 2);
    assert_eq!(desk.json(&["members", "list", "--json"]).len(), 2);
}

#[test]
fn nothing_of_them_stands_in_the_files_in_clear() {
    let desk = Desk::with_book("secret");
    assert_eq!(observe(&desk, &visit()).code, 0);
    let secrets = ["Golden Star", "the fund's letter", "N00003", "visited_on"];
    let employer = format!("employer:{}", secrets[0]);
    desk.ok(&["members", "add", &employer, "1500", "--on", "2026-01-01", "--source", secrets[1]]);
    desk.ok(&["backup", "backup"]);
    for (path, bytes) in all_bytes(desk.folder.path()) {
        for secret in secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{}: {secret}", path.display());
        }
    }
}
