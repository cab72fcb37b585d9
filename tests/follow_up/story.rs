//! A book in which something happens, step by step.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::common::{Answer, Desk};

/// A book, and the language in which one speaks to it.
pub struct Story {
    pub desk: Desk,
    pub lang: &'static str,
}

/// How a book stands: the digest of all that its entries fold to – cases, submissions, promises, demands, parties – and the
/// cases as they are shown.
#[derive(Debug, PartialEq)]
pub struct Standing {
    state: Value,
    cases: Vec<Value>,
}

/// Tells a story in both languages.
pub fn in_both(tell: impl Fn(&Story)) {
    for lang in ["en", "km"] {
        tell(&Story { desk: Desk::with_book(""), lang });
    }
}

/// A day so many days ago.
pub fn ago(days: i64) -> String {
    day(-days).to_string()
}

/// A day so many days ahead; behind, where they are negative.
pub fn day(ahead: i64) -> NaiveDate {
    chrono::Local::now().date_naive() + chrono::TimeDelta::days(ahead)
}

/// The day so many working days after another, by the built-in holidays.
pub fn working_days_after(day: &str, days: u32) -> String {
    wardbook::reference::calendar().after(day.parse().unwrap(), days).to_string()
}

pub fn is_khmer(letter: char) -> bool {
    ('\u{1780}'..='\u{17B3}').contains(&letter)
}

impl Story {
    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.desk.run(&[arguments, &["--lang", self.lang]].concat())
    }

    /// A command that must succeed; returns its standard output.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
        answer.out
    }

    pub fn json(&self, arguments: &[&str]) -> Vec<Value> {
        self.ok(arguments).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Logs a case so many days after its visit, with these fields in place of the usual ones.
    pub fn log(&self, days_ago: i64, changes: &Value) -> String {
        let mut case = json!({
            "visited_on": ago(days_ago), "facility": "N00003", "payer": "nssf", "stage": "admission",
            "issues": [{"code": "WAIT", "severity": "high"}], "times": {"arrived": "06:10", "seen": "11:40"},
            "narrative": "Chan Sokha waited", "consent": ["count", "story"], "employer": "Golden Star",
            "member": {"name": "Chan Sokha", "phone": "012 345 678", "nssf_number": "99994821", "safe_time": "after six"},
        });
        for (name, value) in changes.as_object().unwrap() {
            case[name] = value.clone();
        }
        self.desk.add(&case)
    }

    pub fn case(&self, number: &str) -> Value {
        self.json(&["show", number, "--json"]).remove(0)
    }

    /// Status and turn of a case, asked for as queries do.
    pub fn stands(&self, number: &str) -> (String, String) {
        let case = self.case(number);
        let is_turn =
            |turn: &&str| !self.json(&["list", "--json", &format!("\"{number}\" turn:{turn}")]).is_empty();
        let mut turns =
            ["confirm", "raise", "party", "tell", "close", "ask-again", "done"].into_iter().filter(is_turn);
        let turn = turns.next().unwrap_or_default().to_owned();
        assert_eq!(turns.next(), None, "it is one turn only");
        assert!(case["turn"].is_null() || case["turn"] == json!(turn), "{turn}: {case}");
        (case["status"].as_str().unwrap().to_owned(), turn)
    }

    pub fn entries(&self) -> u64 {
        self.desk.verified()["entries"].as_u64().unwrap()
    }

    fn standing(&self) -> Standing {
        let verified = self.desk.verified();
        assert_eq!((&verified["sound"], &verified["findings"]), (&json!(true), &json!([])));
        Standing { state: verified["state"].clone(), cases: self.json(&["list", "--json"]) }
    }

    /// A step that changes something: done, taken back as a whole by one `undo`, and done again. Returns what it printed.
    pub fn step(&self, arguments: &[&str]) -> String {
        let before = self.standing();
        self.ok(arguments);
        assert_ne!(self.standing(), before, "{arguments:?} changed nothing");
        self.ok(&["undo"]);
        assert_eq!(self.standing(), before, "undo leaves something of {arguments:?}");
        let out = self.ok(arguments);
        self.standing();
        out
    }

    /// The same; returns its JSON.
    pub fn step_json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(self.step(arguments).trim()).unwrap()
    }

    /// The same; returns the last line that it printed: a number or a short name.
    pub fn step_named(&self, arguments: &[&str]) -> String {
        self.step(arguments).lines().last().unwrap().to_owned()
    }

    /// Raises cases with a party so many days ago, with the objections checked.
    pub fn raise(&self, party: &str, days_ago: i64, numbers: &[&str]) -> String {
        let query = query_of(numbers);
        self.step_named(&["raise", "--to", party, "--on", &ago(days_ago), "--check", "none", &query])
    }

    /// A command that is refused: nothing on standard output, a sentence in the language on the other, nothing written.
    pub fn refused(&self, arguments: &[&str], code: i32) -> String {
        let before = self.entries();
        let answer = self.run(arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {}{}", answer.out, answer.err);
        assert!(answer.out.is_empty(), "{arguments:?}: {}", answer.out);
        assert_eq!(self.entries(), before, "{arguments:?} wrote something");
        let said = answer
            .err
            .lines()
            .find_map(|line| line.strip_prefix("wardbook: "))
            .unwrap_or_default()
            .to_owned();
        assert!(!said.is_empty(), "{arguments:?}: {}", answer.err);
        assert_eq!(said.contains(is_khmer), self.lang == "km", "{said}");
        answer.err
    }

    /// What is due, of a kind.
    pub fn due(&self, kind: &str) -> Vec<Value> {
        let agenda = self.json(&["today", "--json"]).remove(0);
        let tasks = agenda["tasks"].as_array().unwrap().clone();
        tasks.into_iter().filter(|task| task["kind"] == kind).collect()
    }

    /// Process figures of all raised cases.
    pub fn process(&self) -> Value {
        self.json(&["process", "--json"]).remove(0)
    }
}

/// A query for these cases and no others.
pub fn query_of(numbers: &[&str]) -> String {
    assert_eq!(numbers.len(), 1, "words are and-ed");
    format!("\"{}\"", numbers[0])
}
