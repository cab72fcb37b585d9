//! Cases out of pasted messages on the command line: without a terminal nothing is logged and nothing is lost; at one, each
//! reading is asked about.

#![allow(clippy::unwrap_used)]

mod common;
#[cfg(unix)]
#[path = "terminal/pty.rs"]
mod pty;

use common::{Desk, all_bytes};
use serde_json::{Value, json};

const MESSAGE: &str = "[03.10.26 14:12] Sok: ម្សិលមិញ at Kossamak hospital, arrived 6am, saw the doctor 11:40.\nI paid 40000 riel. 012 345 678\u{1b}[2J";

#[test]
fn without_a_terminal_nothing_is_logged_and_the_draft_waits() {
    let desk = Desk::with_book("three green mangoes");
    for lang in ["km", "en"] {
        let answer = desk.run_with(&["--lang", lang, "add", "--message", "-"], MESSAGE.as_bytes());
        assert_eq!(answer.code, 0, "{}", answer.err);
        for said in ["2026-10-02", "N00003", "06:00", "11:40", "40000", "012 345 678", "ម្សិលមិញ"]
        {
            assert!(answer.out.contains(said), "{said}: {}", answer.out);
        }
        assert!(!answer.out.contains('\u{1b}') && !answer.err.contains('\u{1b}'), "{}", answer.out);
        assert!(!answer.err.is_empty());
    }
    assert!(desk.json(&["list", "--json"]).is_empty());
    let verified = desk.verified();
    assert_eq!((&verified["cases"], &verified["sound"]), (&json!(0), &json!(true)));
    // The member's telephone lies in no file in clear.
    for (path, bytes) in all_bytes(desk.folder.path()) {
        assert!(!bytes.windows(11).any(|part| part == b"012 345 678"), "{}", path.display());
    }
}

#[test]
fn what_was_read_is_one_object_with_the_words_it_was_read_from() {
    let desk = Desk::with_book("");
    std::fs::write(desk.path("message.txt"), MESSAGE).unwrap();
    let read = desk.json(&["add", "--message", "message.txt", "--json", "--payer", "nssf"]).remove(0);
    assert!(read["draft"].is_string());
    let readings = read["readings"].as_array().unwrap();
    let of = |column: &str| readings.iter().find(|one| one["column"] == column).unwrap();
    for (column, value, words) in [
        ("visited_on", "2026-10-02", "ម្សិលមិញ"),
        ("arrived", "06:00", "6am"),
        ("seen", "11:40", "11:40"),
        ("paid_riel", "40000", "40000 riel"),
        ("member_phone", "012 345 678", "012 345 678"),
    ] {
        assert_eq!((&of(column)["value"], &of(column)["words"]), (&json!(value), &json!(words)));
        let [from, to] = [0, 1].map(|end| of(column)["from"][end].as_u64().unwrap() as usize);
        assert_eq!(MESSAGE.get(from..to), Some(words));
        assert!(["said", "likely"].contains(&of(column)["sure"].as_str().unwrap()));
    }
    let names: Vec<&String> = of("seen").as_object().unwrap().keys().collect();
    assert_eq!(names, ["column", "from", "sure", "value", "words"]);
    assert!(desk.json(&["list", "--json"]).is_empty());
}

#[test]
fn drafts_are_listed_without_names_shown_whole_and_thrown_away() {
    let desk = Desk::with_book("");
    assert!(desk.json(&["drafts", "list", "--json"]).is_empty());
    std::fs::write(desk.path("message.txt"), MESSAGE).unwrap();
    let ids = [(); 2].map(|()| {
        let read = desk.json(&["add", "--message", "message.txt", "--json"]).remove(0);
        read["draft"].as_str().unwrap().to_owned()
    });
    let listed = desk.json(&["drafts", "list", "--json"]);
    assert_eq!(
        listed.iter().map(|one| one["draft"].as_str().unwrap()).collect::<Vec<_>>(),
        [&ids[1], &ids[0]]
    );
    let (name, fields) = (listed[0]["name"].as_str().unwrap(), &listed[0]["fields"]);
    assert!(ids[1].ends_with(name) && fields["seen"] == "11:40", "{fields}");
    assert!(fields.get("member_phone").is_none() && fields.get("narrative").is_none(), "{fields}");
    assert!(listed[0]["unconfirmed"].as_array().unwrap().contains(&json!("seen")));
    for lang in ["km", "en"] {
        let list = desk.ok(&["--lang", lang, "drafts", "list"]);
        assert!(list.contains(name) && list.contains("N00003") && !list.contains("012 345 678"), "{list}");
        let shown = desk.ok(&["--lang", lang, "drafts", "show", name]);
        assert!(shown.contains("012 345 678") && shown.contains("ម្សិលមិញ"), "{shown}");
        assert!(!shown.contains('\u{1b}'), "{shown}");
    }
    let shown = desk.json(&["drafts", "show", &ids[1], "--json"]).remove(0);
    assert_eq!(shown["fields"]["member_phone"], "012 345 678");
    // Who names none, or all of them, throws nothing away.
    for wrong in [["zzz", name], ["", name]] {
        let refused = desk.run(&["drafts", "drop", wrong[0], wrong[1]]);
        assert_eq!(refused.code, 3, "{}", refused.err);
    }
    assert_eq!(desk.json(&["drafts", "list", "--json"]).len(), 2);
    assert_eq!(desk.json(&["drafts", "drop", name, "--json"]), [json!({ "dropped": ids[1] })]);
    assert_eq!(desk.json(&["drafts", "list", "--json"])[0]["draft"], json!(ids[0]));
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn what_is_no_message_is_refused() {
    let desk = Desk::with_book("");
    for lang in ["km", "en"] {
        let empty = desk.run_with(&["--lang", lang, "add", "--message", "-"], " \n\u{FEFF}".as_bytes());
        assert_eq!((empty.code, empty.out.as_str()), (3, ""), "{}", empty.err);
        let gone = desk.run(&["--lang", lang, "add", "--message", "no-such-file"]);
        assert_eq!(gone.code, 3, "{}", gone.err);
        let both = desk.run(&["--lang", lang, "add", "--message", "x", "--json", "y.json"]);
        assert_eq!(both.code, 2, "{}", both.err);
    }
    // What cannot be read as text costs no more than its letters.
    let odd = desk.run_with(&["add", "--message", "-"], b"yesterday \xff at Calmette");
    assert_eq!(odd.code, 0, "{}", odd.err);
    assert!(odd.out.contains("N00001"), "{}", odd.out);
}

#[cfg(unix)]
#[test]
fn at_a_terminal_each_reading_is_taken_left_out_or_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let start = |arguments: &[&str]| {
        let mut command = pty::wardbook(folder.path(), "en_US.UTF-8", arguments);
        command.env("WARDBOOK_PASSPHRASE", "three green mangoes");
        pty::Pty::start(command)
    };
    assert!(start(&["init", "--desk", "KC", "--officer", "Sok Dara"]).ended());
    std::fs::write(
        folder.path().join("m.txt"),
        "yesterday at Kossamak hospital, I paid 40000 riel. They asked for money. 012 345 678",
    )
    .unwrap();
    let mut terminal = start(&["add", "--message", "m.txt"]);
    let asked = [
        ("Visit date: ", "3/10/2026\r"),
        ("Facility: N00003", "y\r"),
        ("Issues: ", "y\r"),
        ("Paid (riel): ", "\r"),
        ("Member's phone: ", "y\r"),
    ];
    for (place, (asked, answer)) in asked.into_iter().enumerate() {
        // Not before the question stands there.
        terminal.until(asked, |screen| screen.contains(asked) && screen.matches("[y]:").count() == place + 1);
        terminal.send(answer);
    }
    terminal.until("the number", |screen| screen.lines().any(|line| line.starts_with("KC-")));
    assert!(terminal.ended());
    let screen = terminal.screen();
    let number = screen.lines().rev().find(|line| line.starts_with("KC-")).unwrap().trim();
    let mut show = std::process::Command::new(env!("CARGO_BIN_EXE_wardbook"));
    show.args(["show", number, "--json"]).env_clear().env("HOME", folder.path());
    show.env("XDG_STATE_HOME", folder.path().join("state")).env("WARDBOOK_PASSPHRASE", "three green mangoes");
    show.env("WARDBOOK_BOOK", folder.path().join("book.wardbook"));
    let case: Value = serde_json::from_slice(&show.output().unwrap().stdout).unwrap();
    assert_eq!(
        (&case["visited_on"], &case["facility"]),
        (&json!("2026-10-03"), &json!("N00003")),
        "{screen}"
    );
    assert_eq!((&case["paid"]["riel"], &case["issues"][0]["code"]), (&json!(0), &json!("PAY")));
    assert_eq!(case["member"]["phone"], "012 345 678");
}
