//! The command line as scripts of others use it: output, exit codes, and nothing
//! half-written.

#![allow(clippy::unwrap_used, clippy::string_slice)]

mod common;

use common::Desk;
use serde_json::{Value, json};

fn case() -> Value {
    json!({
        "visited_on": "2026-10-03", "facility": "N00003", "stage": "admission", "payer": "nssf",
        "times": {"arrived": "06:10", "seen": "~11:40"},
        "issues": [{"code": "WAIT", "severity": "high"}, {"code": "PAY", "severity": "low", "why": "informal"}],
        "paid": {"riel": 40000, "usd": 2.5, "receipt": false}, "narrative": "ខ្ញុំរង់ចាំ\u{200B}យូរណាស់",
        "remedy": "សូមទោស", "told_by": "member", "channel": "phone", "employer": "Golden Star",
        "consent": ["count", "story"],
        "member": {"name": "ចាន់ សុខា", "phone": "012 345 678", "nssf_number": "99994821"},
    })
}

#[test]
fn a_case_goes_in_and_comes_out_whole() {
    let desk = Desk::with_book("secret");
    let number = desk.add(&case());
    let shown = desk.json(&["show", &number, "--json"]).remove(0);
    for (name, value) in case().as_object().unwrap() {
        match name.as_str() {
            "times" => {
                assert_eq!(shown["times"]["arrived"], "06:10");
                assert_eq!(shown["times"]["left"], Value::Null);
            }
            "member" => assert_eq!(shown["member"]["nssf_number"], "…4821"),
            _ => assert_eq!(&shown[name], value, "{name}"),
        }
    }
    assert_eq!(shown["waited_minutes"], 330);
    let listed = desk.json(&["list", "--json", "-payer:cash", "កុសុមៈ"]).remove(0);
    assert_eq!((&listed["number"], &listed["member"]), (&json!(number), &Value::Null));
    assert_eq!(desk.json(&["list", "--json", "--identities"])[0]["member"]["name"], "ចាន់ សុខា");
    let table = desk.ok(&["list", "--csv"]);
    assert!(table.contains("WAIT:high;PAY:low:informal") && !table.contains("012 345"), "{table}");

    desk.ok(&["edit", &number, "--seen", "12:10", "--remedy", ""]);
    let edited = desk.json(&["show", &number, "--json"]).remove(0);
    assert_eq!((&edited["waited_minutes"], &edited["remedy"]), (&json!(360), &Value::Null));
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["show", &number, "--json"]).remove(0), shown);
    desk.ok(&["confirm", &number]);
    desk.ok(&["consent", &number, "count"]);
    desk.ok(&["assign", &number, "Chea Vanna"]);
    let acted = desk.json(&["show", &number, "--json"]).remove(0);
    assert_eq!((&acted["status"], &acted["consent"]), (&json!("confirmed"), &json!(["count"])));
    desk.ok(&["erase", &number]);
    let erased = desk.json(&["show", &number, "--json"]).remove(0);
    assert_eq!((&erased["narrative"], &erased["member"]["name"]), (&Value::Null, &Value::Null));
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn each_failure_has_its_exit_code_and_a_sentence_in_both_languages() {
    let desk = Desk::with_book("secret");
    let number = desk.add(&case());
    let missing = desk.path("missing").display().to_string();
    let text = desk.path("text").display().to_string();
    std::fs::write(&text, "no book").unwrap();
    let folder = desk.folder.path().display().to_string();
    let wrong = desk.path("wrong").display().to_string();
    std::fs::write(&wrong, "wrong\n").unwrap();
    let table: [(&[&str], i32); 26] = [
        (&["show", "KC-0000-0000"], 3),
        (&["show", "KC-7F3Q-2XM9"], 1),
        (&["list", "provinse:08"], 2),
        (&["list", "--sort", "colour"], 2),
        (&["hotspots", "--by", "colour"], 2),
        (&["compare"], 2),
        (&["compare", "--payer", "nssf"], 2),
        (&["compare", "--payer", "nssf,gold"], 2),
        (&["compare", "--payer", "nssf,cash", "--at", "2026-03-01"], 2),
        (&["compare", "--at", "soon"], 2),
        (&["compare", "--facility", "N00003,nowhere at all"], 2),
        (&["nonsense"], 2),
        (&["edit", &number], 2),
        (&["edit", &number, "--visited-on", "2026-02-30"], 3),
        (&["reopen", &number], 3),
        (&["import", &missing], 3),
        (&["import", &folder], 3),
        (&["export", &text], 2),
        (&["brief", "--for", "nobody", "--out", "x.md"], 2),
        (&["brief", "--for", "nssf", "--out", "x.ps"], 2),
        (&["init", "--desk", "KC", "--officer", "Sok"], 3),
        (&["--passphrase-file", &wrong, "list"], 4),
        (&["--passphrase-file", &missing, "list"], 4),
        (&["--book", &missing, "list"], 7),
        (&["--book", &text, "list"], 7),
        (&["--book", &folder, "list"], 7),
    ];
    for (arguments, code) in table {
        for lang in ["en", "km"] {
            let answer = desk.run(&[arguments, &["--lang", lang]].concat());
            assert_eq!(answer.code, code, "{arguments:?}: {}", answer.err);
            assert!(answer.out.is_empty() && !answer.err.trim().is_empty(), "{arguments:?}");
        }
    }
    let no_passphrase = desk.command().env_remove("WARDBOOK_PASSPHRASE").arg("list").output().unwrap();
    assert_eq!(no_passphrase.status.code(), Some(4));
    assert_eq!(desk.verified()["cases"], 1);
}

#[test]
fn bad_input_is_refused_whole() {
    let desk = Desk::with_book("");
    let refused: Vec<Value> = [
        json!({"visited_on": "2026-02-30"}),
        json!({"visited_on": "2999-01-01"}),
        json!({"facility": "H999999"}),
        json!({"facility": null}),
        json!({"issues": ["WAITT"]}),
        json!({"issues": []}),
        json!({"times": {"arrived": "06:10", "registered": "05:00", "seen": "07:00"}}),
        json!({"times": {"arrived": "25:10"}}),
        json!({"waited_minutes": 5}),
        json!({"payer": "bank"}),
        json!({"harm": 9}),
        json!({"narrative": "ក".repeat(1_000_000)}),
        json!({"no_such_field": 1}),
        json!({"paid": {"riel": -5}}),
    ]
    .into_iter()
    .map(|change| {
        let mut case = case();
        for (name, value) in change.as_object().unwrap() {
            case[name] = value.clone();
        }
        case
    })
    .collect();
    for case in &refused {
        let answer = desk.run_with(&["add", "--json", "-"], case.to_string().as_bytes());
        assert_eq!(answer.code, 3, "{}", answer.err);
        assert!(answer.out.is_empty());
    }
    for text in ["", "[]", "{", "\u{FFFD}", "{\"visited_on\": 5}"] {
        assert_eq!(desk.run_with(&["add", "--json", "-"], text.as_bytes()).code, 3, "{text}");
    }
    assert_eq!(desk.run_with(&["add", "--json", "-"], b"\xFF\xFE{}").code, 3);
    assert_eq!(desk.run(&["add"]).code, 2);
    assert_eq!((&desk.verified()["entries"], &desk.verified()["cases"]), (&json!(0), &json!(0)));
}

#[test]
fn a_book_that_cannot_be_read_is_told_apart_and_left_alone() {
    let desk = Desk::with_book("secret");
    desk.add(&case());
    let backup = desk.path("backup").display().to_string();
    desk.ok(&["backup", &backup]);
    assert_eq!(desk.run(&["backup", &backup]).code, 3);
    assert_eq!(desk.run(&["--book", &backup, "list"]).code, 7);
    let keys = wardbook::book::keys_path(&desk.book());
    let key_bytes = std::fs::read(&keys).unwrap();
    std::fs::remove_file(&keys).unwrap();
    assert_eq!(desk.run(&["list"]).code, 5);
    std::fs::write(&keys, b"{}").unwrap();
    assert_eq!(desk.run(&["list"]).code, 5);
    std::fs::write(&keys, &key_bytes).unwrap();
    let sound = std::fs::read(desk.book()).unwrap();
    let mut damaged = sound.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    std::fs::write(desk.book(), &damaged).unwrap();
    assert_eq!(desk.run(&["verify"]).code, 5);
    assert_eq!(std::fs::read(desk.book()).unwrap(), damaged, "verify only tells");
    assert_eq!(desk.run(&["restore", &desk.book().display().to_string()]).code, 7);
    desk.ok(&["restore", &backup]);
    assert_eq!(desk.verified()["cases"], 1);

    let clear = Desk::with_book("");
    assert!(clear.run(&["list"]).err.contains("not encrypted"));
    let other = rusqlite::Connection::open(clear.book()).unwrap();
    other.pragma_update(None, "user_version", 99).unwrap();
    drop(other);
    assert_eq!(clear.run(&["list"]).code, 8);
}

#[test]
fn the_recovery_code_opens_the_book_when_the_passphrase_is_forgotten() {
    let desk = Desk::empty("secret");
    let code = desk.ok(&["init", "--desk", "KC", "--officer", "Sok Dara"]);
    let recover = |code: &str| {
        let mut command = desk.command();
        command.arg("recover").env("WARDBOOK_RECOVERY_CODE", code).env("WARDBOOK_NEW_PASSPHRASE", "new");
        command.output().unwrap().status.code()
    };
    assert_eq!(recover("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"), Some(4));
    assert_eq!(recover(code.trim()), Some(0));
    assert_eq!(desk.run(&["list"]).code, 4);
    let desk = Desk { passphrase: "new".into(), ..desk };
    assert_eq!(desk.run(&["list"]).code, 0);
}

#[test]
fn the_demo_is_the_same_every_time_and_comes_in_and_goes_out() {
    let desk = Desk::with_book("");
    for file in ["one.csv", "two.csv"] {
        desk.ok(&["demo", "--cases", "300", "--csv", file]);
    }
    assert_eq!(std::fs::read(desk.path("one.csv")).unwrap(), std::fs::read(desk.path("two.csv")).unwrap());
    let dry = desk.json(&["import", "one.csv", "--dry-run", "--json"]).remove(0);
    assert_eq!((&dry["added"], &desk.verified()["cases"]), (&json!(300), &json!(0)));
    let report = desk.json(&["import", "one.csv", "--json"]).remove(0);
    assert_eq!((&report["added"], &report["refused"]), (&json!(300), &json!(0)));
    let again = desk.json(&["import", "one.csv", "--json"]).remove(0);
    assert_eq!((&again["added"], &again["unchanged"]), (&json!(0), &json!(300)));
    let complaints: u64 =
        desk.json(&["hotspots", "--json"]).iter().map(|group| group["cases"].as_u64().unwrap()).sum();
    let praise = desk.json(&["list", "--json"]).len() as u64 - complaints;
    assert!(complaints > 250 && praise < 30);
    let compared = desk.json(&["compare", "-issue:RUDE", "--payer", "nssf,cash", "--json"]).remove(0);
    assert_eq!((&compared["a"]["label"], &compared["b"]["label"]), (&json!("nssf"), &json!("cash")));
    assert!(
        ["longer", "shorter", "no difference"].contains(&compared["verdict"].as_str().unwrap()),
        "{compared}"
    );
    let said = desk.ok(&["compare", "--payer", "nssf,cash", "--lang", "km"]);
    assert!(said.contains("ប័ណ្ណ ប.ស.ស.៖") && said.contains("អ្នកប្រើប័ណ្ណ"), "{said}");
    for (twice, said) in [
        (["compare", "--payer", "cash,cash"], "same payer twice"),
        (["compare", "--facility", "N00003,Preah Kossamak Hospital"], "the same facility (N00003)"),
    ] {
        let refused = desk.run(&[&twice[..], &["--lang", "en"]].concat());
        assert_eq!(refused.code, 2, "{}", refused.err);
        assert!(refused.err.contains(said), "{}", refused.err);
    }
    let visit = ["observe", "--visited", "3/10/2026", "--facility", "kossamak", "--payer", "cash"];
    desk.ok(&[&visit[..], &["--waited", "45"]].concat());
    let table = desk.ok(&["hotspots", "province:12", "--lang", "en"]);
    assert!(table.contains(", 1 observed)") && table.contains(" per 100,000 residents (95%: "), "{table}");
    let months = desk.ok(&["hotspots", "--by", "month"]);
    assert!(!months.contains('↑'), "{months}");
    let warned = desk.ok(&["compare", "--at", "2026-11-22", "--lang", "en"]);
    assert!(
        warned.contains("\n! visits before 22 November 2026: one officer"),
        "warnings belong to the result: {warned}"
    );
    desk.ok(&["export", "ចេញ.csv", "status:open"]);
    desk.ok(&["export", "out.json"]);
    let said = desk.run(&["brief", "--for", "nssf", "--dry-run", "--out", "brief.md"]).err;
    assert!(said.contains("nothing was written") && !desk.path("brief.md").exists(), "{said}");
    assert!(said.contains("No consent is recorded"), "{said}");
    let said = desk.run(&["brief", "--for", "nssf", "--dry-run", "--lang", "km", "--out", "brief.md"]).err;
    assert!(said.contains("មិនទាន់មានការយល់ព្រម"), "{said}");
    desk.ok(&[
        "brief",
        "--for",
        "nssf",
        "--lang",
        "km",
        "--meeting",
        "ប្រជុំ",
        "--identities",
        "--out",
        "brief.md",
    ]);
    assert!(std::fs::read_to_string(desk.path("brief.md")).unwrap().starts_with("# បណ្ដឹង"));
    desk.ok(&["brief", "--for", "nssf", "--lang", "km", "--out", "សង្ខេប.PDF"]);
    assert!(std::fs::read(desk.path("សង្ខេប.PDF")).unwrap().starts_with(b"%PDF-1.7"));
    let with =
        ["brief", "--for", "moh", "--lang", "en", "--out", "b.md", "--letter", "l.md", "--agenda", "a.pdf"];
    desk.ok(&with);
    assert!(std::fs::read_to_string(desk.path("l.md")).unwrap().starts_with("# Union desk KC"));
    assert!(std::fs::read(desk.path("a.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    let files = desk.ok(&["config", "templates"]);
    let letterhead = files.lines().find(|line| line.ends_with("letterhead.en.txt")).unwrap();
    std::fs::write(letterhead, "Union of Stitchers\n{what}\n").unwrap();
    for arguments in [&["config", "check"][..], &with] {
        let wrong = desk.run(arguments);
        assert_eq!(wrong.code, 2, "{}", wrong.err);
        assert!(
            wrong.err.contains("letterhead.en.txt:2:1: ") && wrong.err.contains("{what}"),
            "{}",
            wrong.err
        );
    }
    std::fs::write(letterhead, "Union of Stitchers\n").unwrap();
    desk.ok(&["config", "check"]);
    desk.ok(&with);
    assert!(std::fs::read_to_string(desk.path("l.md")).unwrap().starts_with("# Union of Stitchers"));

    let mut rows = std::fs::read_to_string(desk.path("one.csv")).unwrap();
    rows.push_str("D9999999,2026-13-01\n");
    std::fs::write(desk.path("bad.csv"), rows).unwrap();
    let bad = desk.run(&["import", "bad.csv", "--source", "one.csv", "--json"]);
    assert_eq!(bad.code, 6, "{}", bad.err);
    assert_eq!(desk.verified()["sound"], true);
}

/// Without a terminal nobody is asked: all that is suspected is struck, and how often is said, by kind.
#[test]
fn what_was_struck_is_counted_by_kind_in_both_languages() {
    let desk = Desk::with_book("");
    for (place, text) in [
        "Mrs Keo Bopha of Golden Star factory would not take my card on Monday.",
        "My name is Chan Sokha, my number is 012 345 678.",
        "ខ្ញុំរង់ចាំប្រាំម៉ោង ហើយមីងសុភីមិនបានថ្នាំទេ។",
        "They asked for money and gave no receipt.",
        "I waited long.",
        "They were rude.",
    ]
    .iter()
    .enumerate()
    {
        desk.add(&json!({
            "visited_on": "2026-10-03", "facility": "N00003", "issues": ["WAIT:high"], "evidence": "C", "consent": ["count", "story"],
            "narrative": text, "waited_minutes": 400 - place,
        }));
    }
    let export = |file: &str, lang: &str| desk.run(&["--lang", lang, "export", file]).err;
    for file in ["a.csv", "a.xlsx", "a.json"] {
        let said = export(file, "en");
        assert!(said.contains("Left 1 texts blank, because striking"), "{said}");
        assert!(said.contains("Struck 4 places from the texts"), "{said}");
        assert!(said.contains("2 × may be somebody's name") && said.contains("1 × a day"), "{said}");
        let said = export(file, "km");
        assert!(said.contains("នៅសល់តែចន្លោះ") && said.contains(" × អាចជាឈ្មោះមនុស្ស"), "{said}");
    }
    let written = std::fs::read_to_string(desk.path("a.csv")).unwrap();
    assert!(!written.contains("Sokha") && !written.contains("My name is"), "{written}");
    let brief =
        |lang: &str| desk.run(&["--lang", lang, "brief", "--for", "nssf", "--dry-run", "--out", "b.md"]).err;
    let said = brief("en");
    assert!(said.contains("Struck 3 places from the stories"), "{said}");
    assert!(said.contains("1 × an employer") && said.contains("1 × a day"), "{said}");
    let said = brief("km");
    assert!(said.contains(" × ថ្ងៃជាក់លាក់"), "{said}");
    // The story of gaps is passed over; with the one that stands in its way gone it is met.
    let gaps = desk
        .json(&["list", "--json"])
        .into_iter()
        .find(|case| case["narrative"].as_str().is_some_and(|text| text.starts_with("Mrs Keo")));
    desk.ok(&["withdraw", gaps.unwrap()["number"].as_str().unwrap()]);
    for (lang, reason) in [("en", "only gaps are left"), ("km", "នៅសល់តែចន្លោះ")] {
        let said = brief(lang);
        assert!(said.contains(reason), "{said}");
    }
}

#[test]
fn facilities_are_found_made_and_used() {
    let desk = Desk::with_book("");
    let found = desk.ok(&["facilities", "list", "kossamak", "--json"]);
    assert!(found.lines().next().unwrap().contains("N00003"));
    let add = |name: &str| {
        desk.ok(&["facilities", "add", "--kind", "private_clinic", "--place", "120101", "--name-en", name])
    };
    let made = add("Sunrise Clinic");
    assert!(made.starts_with("PC-120101-"), "{made}");
    assert_eq!(add("sunrise  clinic"), made);
    let mut case = case();
    case["facility"] = json!(made.trim());
    desk.add(&case);
    case["facility"] = json!("HC-010604");
    desk.add(&case);
    let districts = desk.json(&["hotspots", "--by", "district", "--json"]);
    let keys: Vec<&str> = districts.iter().map(|group| group["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["0106", "1201"]);
    assert_eq!(desk.json(&["list", "--json", "facility:\"Sunrise Clinic\""]).len(), 1);
}

#[test]
fn output_that_is_cut_off_and_completions_and_manual_do_not_fail() {
    let desk = Desk::with_book("");
    assert!(desk.ok(&["completions", "bash"]).contains("wardbook"));
    assert!(desk.ok(&["man"]).contains(".TH wardbook"));
    assert!(desk.ok(&["config", "show"]).contains("riel_per_dollar"));
    desk.ok(&["config", "check"]);
    desk.ok(&["demo", "--cases", "400", "--csv", "cases.csv"]);
    desk.ok(&["import", "cases.csv"]);
    let mut list = desk.command();
    let mut child = list.args(["list", "--json"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_list_of_facilities_comes_in_once_and_facilities_are_merged_and_taken_apart() {
    let desk = Desk::with_book("secret");
    let list = desk.path("moh.csv");
    let rows = "code,name_en,type,province,district,commune,lat,lon\n\
                77001,Zyx Thmei,HC,08,0811,081101,11.48,104.95\n,Far,HC,08,0811,081101,1,1\n";
    std::fs::write(&list, rows).unwrap();
    let list = list.to_str().unwrap();
    for (added, unchanged) in [(1, 0), (0, 1)] {
        let common::Answer { code, out, err: error } = desk.run(&["facilities", "import", list, "--json"]);
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(
            (code, &report["added"], &report["unchanged"]),
            (6, &json!(added), &json!(unchanged)),
            "{error}"
        );
        assert!(report["refusals"][0]["what"].as_str().unwrap().contains("not in Cambodia"));
    }
    let number = desk.add(&json!({"visited_on": "2026-10-03", "facility": "77001", "issues": ["WAIT"]}));
    assert_eq!(desk.ok(&["facilities", "merge", "77001", "--into", "HC-081101"]), "HC-081101\n");
    let at = || desk.json(&["show", &number, "--json"])[0]["facility"].clone();
    assert_eq!((at(), desk.json(&["list", "--json", "facility:77001"]).len()), (json!("HC-081101"), 1));
    desk.ok(&["undo"]);
    assert_eq!(at(), "77001");
    let closed = desk.json(&["facilities", "close", "77001", "--since", "2026-10-01", "--json"]).remove(0);
    assert_eq!(closed["closed_since"], "2026-10-01");
    assert!(desk.ok(&["--lang", "en", "facilities", "list", "zyx"]).contains("! closed since 01/10/2026"));
    assert_eq!(desk.run(&["facilities", "merge", "77001", "--into", "77001"]).code, 3);
    assert_eq!(desk.run(&["facilities", "contract", "77001"]).code, 2);
    for arguments in [["Kossamakk Hospitl", "HC-081101"], ["77001", "Kossamakk Hospitl"]] {
        let slip = desk.run(&["--lang", "en", "facilities", "merge", arguments[0], "--into", arguments[1]]);
        assert!(slip.err.contains("No facility is called just “Kossamakk Hospitl”"), "{}", slip.err);
        assert!(slip.err.contains("N00003") && !slip.err.contains("At character"), "{}", slip.err);
    }
    assert_eq!(desk.run(&["facilities", "close", "NOSUCH", "--since", "2026-10-01"]).code, 3);
    desk.ok(&["facilities", "alias", "N00003", "Zzz"]);
    let taken = desk.run(&["--lang", "en", "facilities", "alias", "N00002", "Zzz"]);
    assert!(taken.code == 3 && taken.err.contains("N00003"), "{}", taken.err);
    let add = |place: &str, name: &str| {
        let words = ["facilities", "add", "--kind", "private_clinic", "--place", place, "--name-en", name];
        desk.run(&[&["--lang", "en"][..], &words].concat())
    };
    let first = add("Tuol Kouk", "Sokha Rean Clinic");
    assert!(first.code == 0 && first.out.starts_with("PC-1204-") && first.err.is_empty(), "{}", first.err);
    let second = add("Tuol Kouk", "Soka Rean Clinic");
    assert!(second.code == 0 && second.err.contains(first.out.trim()), "{}", second.err);
    let nowhere = add("Boeng Kak", "Visal Clinic");
    assert!(nowhere.code == 3 && nowhere.err.contains("(120407)"), "{}", nowhere.err);
    let far = desk.run(&["facilities", "close", "77001", "--since", "2099-10-01"]);
    assert!(far.code == 3 && far.err.contains("2099"), "{}", far.err);
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn a_photo_is_attached_clean_and_leaves_only_where_that_was_asked_and_agreed_to() {
    let desk = Desk::with_book("secret");
    let number = desk.add(&case());
    let photo = concat!(env!("CARGO_MANIFEST_DIR"), "/src/intake/attachment/tests/photo.jpg");
    let attached = desk.json(&["attach", &number, photo, "--note", "queue slip", "--json"]).remove(0);
    assert_eq!((&attached["media"], &attached["note"]), (&json!("image/jpeg"), &json!("queue slip")));
    assert!(attached["stripped"].as_array().unwrap().contains(&json!("position")));
    let shown = desk.ok(&["show", &number]);
    assert!(shown.contains("1  Photo") && shown.contains("queue slip"), "{shown}");
    let usage = desk.run(&["attach"]).err;
    assert!(usage.contains("attach [OPTIONS] <NUMBER> <FILES|"), "{usage}");
    let out = desk.path("out.jpg");
    desk.ok(&["attach", &number, "--save", "1", out.to_str().unwrap()]);
    let bytes = std::fs::read(&out).unwrap();
    assert!(bytes.starts_with(&[0xFF, 0xD8]) && !bytes.windows(9).any(|part| part == b"CHANSOKHA"));
    assert_eq!(
        desk.run(&["attach", &number, "--open", "1"]).code,
        2,
        "nobody is there to say that it was seen"
    );
    let (table, folder) = (desk.path("out.csv"), desk.path("photos"));
    let export = || desk.ok(&["export", table.to_str().unwrap(), "--attachments", folder.to_str().unwrap()]);
    export();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    desk.ok(&["consent", &number, "count", "media"]);
    std::fs::remove_file(&table).unwrap();
    export();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    for (missing, why) in [("missing.jpg", "រកមិនឃើញ"), (".", "វាជាថត")] {
        let refused = desk.run(&["--lang", "km", "attach", &number, missing]);
        assert_eq!(refused.code, 3, "{}", refused.err);
        assert!(refused.err.contains(why) && refused.err.contains("គ្មានអ្វីត្រូវបានភ្ជាប់"), "{}", refused.err);
    }
    desk.ok(&["attach", &number, "--remove", "1"]);
    assert!(desk.json(&["attach", &number, "--list", "--json"]).is_empty());
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["attach", &number, "--list", "--json"]).len(), 1);
    assert_eq!(
        (
            desk.run(&["attach", &number, concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]).code,
            desk.run(&["attach", &number]).code
        ),
        (3, 2)
    );
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn a_case_told_twice_is_said_at_once_joined_and_taken_apart_again() {
    let desk = Desk::with_book("secret");
    let first = desk.add(&case());
    let mut witness = case();
    witness["told_by"] = json!("witness");
    witness["narrative"] = Value::Null;
    witness["member"] = json!({"name": "Heng Bopha"});
    let file = desk.path("witness.json").display().to_string();
    std::fs::write(&file, witness.to_string()).unwrap();
    let added = desk.run(&["add", "--json", &file]);
    let second = added.out.trim().to_owned();
    assert!(added.err.contains(&format!("wardbook join {first} {second}")), "{}", added.err);
    assert!(!added.err.contains("Bopha") && !added.err.contains("012 345"), "{}", added.err);

    let found = desk.json(&["duplicates", "--json"]);
    assert_eq!(
        (found.len(), &found[0]["kept"]["number"], &found[0]["other"]["number"]),
        (1, &json!(first), &json!(second))
    );
    assert!(found[0]["reasons"].as_array().unwrap().contains(&json!({"code": "same-issues"})));
    assert!(desk.json(&["duplicates", "-payer:nssf", "--json"]).is_empty());

    let photo = concat!(env!("CARGO_MANIFEST_DIR"), "/src/intake/attachment/tests/photo.jpg");
    desk.ok(&["attach", &second, photo, "--note", "queue slip"]);
    let joined = desk.json(&["join", &second, &first, "--json"]).remove(0);
    let attached = desk.json(&["attach", &first, "--list", "--json"]);
    assert_eq!((attached.len(), &attached[0]["note"]), (1, &json!("queue slip")));
    assert_eq!(desk.verified()["sound"], true);
    assert_eq!(
        (&joined["kept"], &joined["witnesses"], &joined["evidence"]),
        (&json!(first), &json!(2), &json!("B"))
    );
    for lang in ["en", "km"] {
        let gone = desk.run(&["--lang", lang, "show", &second]);
        assert_eq!(gone.code, 0, "{lang}: {}", gone.err);
        let said = gone.out.lines().next().unwrap();
        assert!(
            said.contains(&first) && said.contains(&second) && gone.out.contains("Heng Bopha"),
            "{lang}: {}",
            gone.out
        );
    }
    assert!(desk.ok(&["show", &first]).contains(&second));
    assert_eq!(desk.run(&["join", &first, &second]).code, 3);
    assert_eq!(desk.verified()["cases"], 1);
    assert_eq!(desk.json(&["part", &second, "--json"]), [json!({"parted": second, "from": first})]);
    assert_eq!((desk.run(&["part", &second]).code, desk.verified()["sound"].clone()), (3, json!(true)));
    desk.ok(&["keep-apart", &first, &second]);
    assert!(desk.json(&["duplicates", "--json"]).is_empty());
    assert_eq!((desk.verified()["sound"].clone(), desk.verified()["cases"].clone()), (json!(true), json!(2)));
}

#[test]
fn a_joining_of_what_can_hardly_be_one_visit_is_refused_and_what_is_left_behind_is_said() {
    let desk = Desk::with_book("");
    let first = desk.add(&case());
    let mut other = case();
    other["visited_on"] = json!("2026-09-01");
    other["told_by"] = json!("witness");
    other["issues"] = json!([{"code": "CASH", "severity": "low"}]);
    let second = desk.add(&other);
    let refused = desk.run(&["join", &first, &second]);
    assert!(refused.code == 3 && refused.err.contains("days apart"), "{}", refused.err);
    assert!(refused.err.contains("--sure"), "{}", refused.err);
    let joined = desk.run(&["join", &first, &second, "--sure", "--json"]);
    assert!(joined.err.contains(&format!("wardbook join {first} {second} --take-over")), "{}", joined.err);
    assert!(joined.out.contains(r#""left":["CASH"]"#), "{}", joined.out);
    let taken = desk.run(&["join", &first, &second, "--take-over"]);
    assert!(taken.code == 0 && taken.err.contains("Taken over"), "{}", taken.err);
    let shown = desk.json(&["show", &first, "--json"]).remove(0);
    assert_eq!(shown["joined"][0]["number"], json!(second));
    assert!(shown["issues"].as_array().unwrap().iter().any(|issue| issue["code"] == "CASH"), "{shown}");
    assert!(desk.ok(&["show", &first]).contains(&format!("Told in {second}")));
    let undone = desk.run(&["undo"]);
    assert!(undone.err.contains(&format!("corrected {first}.")), "{}", undone.err);
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn an_undo_names_the_cases_that_it_took_back() {
    let desk = Desk::with_book("");
    let table = desk.path("table.csv").display().to_string();
    let row = |day: u8| format!("2026-10-0{day},N00003,WAIT:high,nssf\n");
    let rows = ["visited_on,facility,issues,payer\n".to_owned(), row(1), row(2), row(3), row(4)];
    std::fs::write(&table, rows.concat()).unwrap();
    desk.ok(&["import", &table]);
    let undone = desk.run(&["undo"]).err;
    assert!(undone.contains("logged KC-") && undone.contains(" and 1 case more."), "{undone}");
}

#[test]
fn an_import_tells_with_which_cases_its_own_may_be_one() {
    let desk = Desk::with_book("secret");
    let first = desk.add(&case());
    let table = desk.path("table.csv").display().to_string();
    let rows = "visited_on,facility,issues,payer,arrived,seen,member_name,member_phone\n\
        2026-10-03,N00003,WAIT:high,nssf,06:10,11:40,Chan Sokha,+855 12345678\n\
        2026-09-03,N00003,WAIT:high,nssf,06:10,11:40,Chan Sokha,+855 12345678\n";
    std::fs::write(&table, rows).unwrap();
    let dry = desk.json(&["import", &table, "--dry-run", "--json"]).remove(0);
    assert_eq!(dry["likely_duplicates"], Value::Null);
    let imported = desk.run(&["import", &table, "--json"]);
    let report: Value = serde_json::from_str(imported.out.trim()).unwrap();
    assert_eq!((&report["added"], &report["likely_duplicates"]), (&json!(2), &json!(1)));
    assert!(imported.err.contains(&first) && !imported.err.contains("Sokha"), "{}", imported.err);
    let again = desk.json(&["import", &table, "--json"]).remove(0);
    assert_eq!((&again["added"], &again["likely_duplicates"]), (&json!(0), &json!(0)));
}
