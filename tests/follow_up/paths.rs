//! From a logged case to a closed one, and the ways beside.

use serde_json::{Value, json};

use crate::story::{Story, ago, day, in_both, working_days_after};

fn turn(story: &Story, number: &str) -> String {
    story.stands(number).1
}

#[test]
fn in_time_from_logging_to_asking_once_more() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        assert_eq!(story.stands(&number), ("new".into(), "confirm".into()));
        story.step(&["confirm", &number]);
        assert_eq!(story.stands(&number), ("confirmed".into(), "raise".into()));
        let submission = story.raise("nssf-branch:12", 40, &[&number]);
        assert!(submission.starts_with("KC-S-"), "{submission}");
        assert_eq!(story.stands(&number), ("raised".into(), "party".into()));
        let raised = story.case(&number)["raised"][0].clone();
        assert_eq!((&raised["party"], &raised["on"]), (&json!("nssf-branch:12"), &json!(ago(40))));

        let heard = story.step_json(&["reply", &submission, "--acknowledged", "--on", &ago(38), "--json"]);
        assert_eq!((&heard["waits_for"], &heard["acknowledged_on"]), (&json!("answer"), &json!(ago(38))));
        assert_eq!(heard["first_due"], working_days_after(&ago(40), 20));
        let file = story.desk.path("reply.pdf");
        std::fs::write(&file, "what they wrote").unwrap();
        let file = file.display().to_string();
        let reply = [
            "reply",
            &submission,
            "--outcome",
            "upheld",
            "--on",
            &ago(30),
            "--by",
            "Keo, head of office",
            "--way",
            "letter",
            "--text",
            "two more counters",
            "--file",
            &file,
            "--json",
        ];
        let answered = story.step_json(&reply);
        assert_eq!((&answered["answered"], &answered["waits_for"]), (&json!(1), &json!("nothing")));
        let kept = &answered["replies"][0];
        assert_eq!(
            (&kept["by"], &kept["text"]),
            (&json!("Keo, head of office"), &json!("two more counters"))
        );
        assert_eq!((&kept["file"]["name"], &kept["file"]["bytes"]), (&json!("reply.pdf"), &json!(15)));
        assert_eq!(story.stands(&number), ("answered".into(), "tell".into()));
        assert_eq!(story.case(&number)["party_outcome"], "upheld");

        let queue = story.json(&["tell", "--json"]);
        assert_eq!((queue.len(), &queue[0]["number"], &queue[0]["name"]), (1, &json!(number), &Value::Null));
        assert_eq!(queue[0]["since"], ago(30));
        let with_names = story.json(&["tell", "--json", "--identities"]).remove(0);
        let call = ["name", "phone", "safe_time"].map(|field| with_names[field].as_str().unwrap().to_owned());
        assert_eq!(call, ["Chan Sokha", "012 345 678", "after six"]);
        story.refused(&["close", &number], 3);

        story.step(&["tell", &number, "--outcome", "solved", "--on", &ago(29)]);
        assert_eq!(story.stands(&number), ("answered".into(), "close".into()));
        let closed = story.step_json(&["close", &number, "--on", &ago(28), "--json"]);
        assert_eq!((&closed["status"], &closed["member_outcome"]), (&json!("closed"), &json!("solved")));
        assert_eq!(turn(story, &number), "ask-again");
        assert_eq!(story.due("ask-again")[0]["of"], number, "four weeks have passed");
        story.step(&["tell", &number, "--again", "--outcome", "not-solved"]);
        let asked = story.case(&number);
        assert_eq!((&asked["member_outcome"], &asked["turn"]), (&json!("not-solved"), &json!("done")));
        let process = story.process();
        let counts = ["received", "answered", "open", "overdue"].map(|name| process[name].as_u64().unwrap());
        assert_eq!(counts, [1, 1, 0, 0]);
        assert_eq!(
            (&process["answered_in_time"]["n"], &process["answered_in_time"]["of"]),
            (&json!(1), &json!(1))
        );
        assert_eq!(process["acknowledged_in_time"]["n"], 1);
        assert_eq!(process["party_outcomes"]["upheld"], 1);
        assert_eq!(process["member_outcomes"]["not-solved"], 1);
    });
}

#[test]
fn late() {
    in_both(|story| {
        let number = story.log(120, &json!({}));
        let submission = story.raise("facility:N00003", 90, &[&number]);
        let due = story.due("answer").remove(0);
        assert_eq!((&due["of"], &due["overdue"]), (&json!(submission), &json!(true)));
        assert!(due["days_left"].as_i64().unwrap() < 0);
        assert_eq!(due["due"], working_days_after(&ago(90), 20));
        assert_eq!(story.process()["overdue"], 1);
        // Said by the number of a case in it.
        story.step(&["reply", &number, "--outcome", "partly", "--on", &ago(1)]);
        assert!(story.due("answer").is_empty());
        let in_time = story.process()["answered_in_time"].clone();
        assert_eq!((&in_time["n"], &in_time["of"]), (&json!(0), &json!(1)));
        assert_eq!(turn(story, &number), "tell");
    });
}

#[test]
fn an_interim_reply_moves_the_date_and_keeps_the_old_one() {
    in_both(|story| {
        let number = story.log(40, &json!({}));
        let submission = story.raise("nssf", 20, &[&number]);
        let until = day(30).to_string();
        let interim = ["reply", &submission, "--interim", "--until", &until, "--on", &ago(2), "--json"];
        let moved = story.step_json(&interim);
        assert_eq!((&moved["due"], &moved["waits_for"]), (&json!(until), &json!("answer")));
        assert_eq!(moved["first_due"], working_days_after(&ago(20), 20));
        assert_eq!(turn(story, &number), "party", "it is no answer");
        // Said by the party, of which only one submission is open.
        let answered = story.step_json(&["reply", "nssf", "--outcome", "not-upheld", "--json"]);
        assert_eq!(
            (&answered["waits_for"], answered["replies"].as_array().unwrap().len()),
            (&json!("nothing"), 2)
        );
        assert_eq!(story.process()["moved"], 1);
    });
}

#[test]
fn the_clock_stands_while_consent_is_awaited() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        let submission = story.raise("nssf-branch:12", 30, &[&number]);
        let why = "the member is to say whether the name may be told";
        let paused =
            story.step_json(&["reply", &submission, "--pause", "--on", &ago(25), "--text", why, "--json"]);
        assert_eq!((&paused["waits_for"], &paused["due"]), (&json!("consent"), &Value::Null));
        let task = story.due("consent").remove(0);
        assert_eq!((&task["of"], &task["overdue"]), (&json!(submission), &json!(false)));
        story.refused(&["reply", &submission, "--pause"], 3);
        let resumed = story.step_json(&["reply", &submission, "--resume", "--on", &ago(10), "--json"]);
        let plain: chrono::NaiveDate = working_days_after(&ago(30), 20).parse().unwrap();
        let due: chrono::NaiveDate = resumed["first_due"].as_str().unwrap().parse().unwrap();
        let calendar = wardbook::reference::calendar();
        let stood = calendar.between(day(-26), day(-11));
        assert!(due > plain && calendar.between(plain, due) >= stood, "{due} {plain}");
        story.refused(&["reply", &submission, "--resume"], 3);
    });
}

#[test]
fn withdrawn_while_it_waits() {
    in_both(|story| {
        let first = story.log(60, &json!({}));
        let second = story.log(58, &json!({}));
        let submission =
            story.step_named(&["raise", "--to", "nssf-branch:12", "--on", &ago(20), "--check", "none"]);
        story.step(&["withdraw", &first]);
        assert_eq!(story.stands(&first), ("withdrawn".into(), "done".into()));
        let answered = story.step_json(&["reply", &submission, "--outcome", "upheld", "--json"]);
        // What was taken back is waited for no longer, and not answered either.
        assert_eq!((&answered["answered"], &answered["waits_for"]), (&json!(1), &json!("nothing")));
        assert_eq!((turn(story, &first), turn(story, &second)), ("done".into(), "tell".into()));
        let process = story.process();
        assert_eq!((&process["withdrawn"], &process["answered"]), (&json!(1), &json!(1)));
        assert_eq!(process["overdue"], 0);
    });
}

#[test]
fn reopened_it_begins_anew_and_keeps_with_whom_it_was_raised() {
    in_both(|story| {
        let number = story.log(80, &json!({}));
        story.ok(&["confirm", &number]);
        let submission = story.raise("facility:N00003", 60, &[&number]);
        story.ok(&["reply", &submission, "--outcome", "upheld", "--on", &ago(50)]);
        story.ok(&["tell", &number, "--outcome", "solved", "--on", &ago(49)]);
        story.ok(&["close", &number, "--on", &ago(48)]);
        story.step(&["reopen", &number]);
        assert_eq!(story.stands(&number), ("confirmed".into(), "raise".into()));
        story.refused(&["close", &number], 3);
        let again = story.raise("nssf-branch:12", 10, &[&number]);
        let case = story.case(&number);
        let parties: Vec<&Value> =
            case["raised"].as_array().unwrap().iter().map(|raised| &raised["party"]).collect();
        assert_eq!(parties, ["facility:N00003", "nssf-branch:12"]);
        assert_ne!(again, submission);
        assert_eq!(turn(story, &number), "party");
    });
}

#[test]
fn taken_to_the_next_rung_and_then_to_the_regulator() {
    in_both(|story| {
        let number = story.log(120, &json!({}));
        let branch = story.raise("nssf-branch:12", 90, &[&number]);
        let no = story.step_json(&["reply", &branch, "--outcome", "not-upheld", "--on", &ago(70), "--json"]);
        assert_eq!(no["regulator_until"], working_days_after(&ago(70), 30));
        let office = story.step_named(&[
            "raise",
            "--to",
            "nssf",
            "--after",
            &branch,
            "--on",
            &ago(60),
            "--way",
            "meeting",
        ]);
        let case = story.case(&number);
        assert_eq!((&case["status"], case["raised"].as_array().unwrap().len()), (&json!("raised"), 2));
        // A late word of the lower rung is on record there, and the member is told of it; what is asked higher up goes on.
        let late = format!("{number}=partly");
        story.step(&["reply", &branch, "--case", &late, "--on", &ago(50)]);
        let case = story.case(&number);
        assert_eq!((&case["turn"], &case["raised"][0]["outcome"]), (&json!("tell"), &json!("partly")));
        let no = story.step_json(&["reply", &office, "--outcome", "not-upheld", "--on", &ago(5), "--json"]);
        assert_eq!(no["regulator_until"], working_days_after(&ago(5), 30));
        let windows = story.due("regulator");
        let window = windows.iter().find(|task| task["of"] == json!(office)).unwrap();
        assert_eq!((&window["due"], &window["overdue"]), (&no["regulator_until"], &json!(false)));
        story.step_named(&["raise", "--to", "ssr", "--after", &office, "--on", &ago(1)]);
        assert!(story.due("regulator").is_empty(), "it is there now");
        assert_eq!(turn(story, &number), "party");
    });
}

#[test]
fn three_tries_close_a_case_whose_member_cannot_be_reached() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        let submission = story.raise("facility:N00003", 30, &[&number]);
        story.ok(&["reply", &submission, "--outcome", "no-answer", "--on", &ago(9)]);
        for tries in 1..=3 {
            story.refused(&["close", &number], 3);
            story.step(&["tell", &number, "--tried", "--on", &ago(9 - tries)]);
            assert_eq!(story.case(&number)["tries"], tries);
        }
        assert_eq!(turn(story, &number), "close");
        let closed = story.step_json(&["close", &number, "--outcome", "not-asked", "--json"]);
        assert_eq!((&closed["status"], &closed["member_outcome"]), (&json!("closed"), &json!("not-asked")));
    });
}

#[test]
fn settled_before_the_party_answered_it_is_counted_as_that() {
    in_both(|story| {
        let numbers = [60, 60].map(|visited| story.log(visited, &json!({})));
        for number in &numbers {
            story.raise("facility:N00003", 10, &[number]);
        }
        story.step(&["tell", &numbers[0], "--outcome", "solved", "--on", &ago(4)]);
        story.step(&["close", &numbers[0], "--on", &ago(4)]);
        let process = story.process();
        let counts = ["received", "closed", "open", "overdue", "answered", "withdrawn"];
        assert_eq!(counts.map(|name| process[name].as_u64().unwrap()), [2, 1, 1, 0, 0, 0]);
    });
}

#[test]
fn whoever_is_to_be_asked_again_may_not_be_reached_and_what_they_said_stays() {
    in_both(|story| {
        let numbers = [80, 80].map(|visited| story.log(visited, &json!({})));
        for number in &numbers {
            let submission = story.raise("facility:N00003", 70, &[number]);
            story.step(&["reply", &submission, "--outcome", "upheld", "--on", &ago(60)]);
            story.step(&["tell", number, "--outcome", "solved", "--on", &ago(55)]);
            story.step(&["close", number, "--on", &ago(50)]);
            assert_eq!(turn(story, number), "ask-again");
        }
        for tries in 1..=3 {
            story.step(&["tell", &numbers[0], "--tried", "--on", &ago(20 - tries)]);
        }
        assert_eq!(
            (turn(story, &numbers[0]), story.case(&numbers[0])["tries_again"].clone()),
            ("done".into(), json!(3))
        );
        story.refused(&["tell", &numbers[0], "--tried"], 3);
        story.step(&["tell", &numbers[1], "--again", "--outcome", "not-asked"]);
        assert_eq!(turn(story, &numbers[1]), "done");
        for number in &numbers {
            assert_eq!(story.case(number)["member_outcome"], "solved");
        }
    });
}

#[test]
fn a_date_that_was_missed_stays_missed_when_more_time_is_asked_for() {
    in_both(|story| {
        let number = story.log(80, &json!({}));
        let submission = story.raise("nssf-branch:12", 60, &[&number]);
        let until = day(20).to_string();
        let interim = ["reply", &submission, "--interim", "--until", &until, "--on", &ago(3), "--json"];
        let view = story.step_json(&interim);
        assert_eq!((&view["overdue"], view["regulator_until"].is_string()), (&json!(true), true), "{view}");
        assert_eq!(
            (story.process()["overdue"].clone(), story.process()["moved"].clone()),
            (json!(1), json!(0))
        );
        assert_eq!(story.due("answer").len(), 1);
    });
}

#[test]
fn single_cases_of_a_submission_are_answered_one_by_one() {
    in_both(|story| {
        let numbers: Vec<String> = (0..3).map(|case| story.log(60 - case, &json!({}))).collect();
        let submission = story.step_named(&["raise", "--to", "nssf", "--on", &ago(30), "--check", "unknown"]);
        let one = format!("{}=upheld", numbers[0]);
        let half = story.step_json(&["reply", &submission, "--case", &one, "--on", &ago(20), "--json"]);
        assert_eq!(
            (&half["cases"], &half["answered"], &half["waits_for"]),
            (&json!(3), &json!(1), &json!("answer"))
        );
        let other = format!("{}=partly", numbers[1]);
        let reply =
            ["reply", &submission, "--case", &other, "--outcome", "not-upheld", "--on", &ago(10), "--json"];
        let whole = story.step_json(&reply);
        assert_eq!((&whole["answered"], &whole["waits_for"]), (&json!(3), &json!("nothing")));
        let outcomes: Vec<Value> =
            numbers.iter().map(|number| story.case(number)["party_outcome"].clone()).collect();
        assert_eq!(outcomes, ["upheld", "partly", "not-upheld"]);
    });
}
