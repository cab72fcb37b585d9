//! What is refused, with its exit code, a sentence in the language, and nothing written.

use serde_json::json;

use crate::story::{Story, ago, day, in_both, query_of};

fn raise(story: &Story, number: &str, more: &[&str], code: i32) -> String {
    let query = query_of(&[number]);
    story.refused(&[&["raise", "--to", "nssf-branch:12", &query][..], more].concat(), code)
}

#[test]
fn cases_that_may_not_be_raised_are_left_out_with_the_reason() {
    in_both(|story| {
        let said = |en: &str, km: &str| if story.lang == "en" { en.to_owned() } else { km.to_owned() };
        let unchecked = story.log(60, &json!({}));
        assert!(raise(story, &unchecked, &[], 3).contains(&said("objections were not checked", "មិនទាន់ពិនិត្យ")));
        let rebutted = story.log(60, &json!({}));
        story.step(&["check", &rebutted, "form,package=unknown"]);
        let check = story.case(&rebutted)["check"].clone();
        assert_eq!(
            check,
            json!({"form": "yes", "contract": "no", "contributions": "no", "package": "unknown"})
        );
        assert!(
            raise(story, &rebutted, &["--check", "none"], 3).contains(&said("objection holds", "ការជំទាស់"))
        );
        let silent = story.log(60, &json!({"consent": []}));
        assert!(raise(story, &silent, &["--check", "none"], 3).contains(&said("agree", "យល់ព្រម")));
        let praise = story.log(60, &json!({"issues": ["GOOD"]}));
        assert!(raise(story, &praise, &["--check", "none"], 3).contains(&said("praises", "សរសើរ")));
        let withdrawn = story.log(60, &json!({}));
        story.ok(&["withdraw", &withdrawn]);
        assert!(raise(story, &withdrawn, &["--check", "none"], 3).contains(&said("withdrawn", "ដកវិញ")));
        let waiting = story.log(60, &json!({}));
        story.raise("nssf-branch:12", 10, &[&waiting]);
        assert!(
            raise(story, &waiting, &["--check", "none"], 3).contains(&said("has not answered", "មិនទាន់ឆ្លើយ"))
        );
        // With another party it can be raised meanwhile; what holds against it is said and may be overridden.
        story.raise("mlvt", 5, &[&waiting]);
        let query = query_of(&[&rebutted]);
        story.step_named(&["raise", "--to", "nssf-branch:12", "--although-rebutted", &query]);
        assert_eq!(story.stands(&rebutted).0, "raised");
    });
}

#[test]
fn of_a_query_those_are_raised_that_may_be_and_the_others_are_told() {
    in_both(|story| {
        let good = story.log(60, &json!({}));
        let silent = story.log(60, &json!({"consent": []}));
        let dry = story.run(&["raise", "--to", "nssf", "--check", "none", "--dry-run"]);
        assert_eq!((dry.code, dry.out.trim()), (0, good.as_str()));
        assert!(dry.err.contains(&silent), "{}", dry.err);
        let dry = story.json(&["raise", "--to", "nssf", "--check", "none", "--dry-run", "--json"]);
        assert_eq!(dry, [json!({"would_raise": [good], "left_out": {"no-consent": [silent]}})]);
        assert_eq!(story.stands(&good).0, "new", "nothing is written");
        let raised = story.run(&["raise", "--to", "nssf", "--check", "none"]);
        assert_eq!(raised.code, 0, "{}", raised.err);
        assert!(raised.err.contains(&silent), "{}", raised.err);
        let unconfirmed = if story.lang == "en" {
            "not confirmed with their members"
        } else {
            "មិនទាន់បានបញ្ជាក់"
        };
        assert!(raised.err.contains(unconfirmed), "{}", raised.err);
        assert_eq!((story.stands(&good).0.as_str(), story.stands(&silent).0.as_str()), ("raised", "new"));
    });
}

#[test]
fn what_cannot_be_so_is_refused_and_nothing_is_written() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        let other = story.log(60, &json!({}));
        let submission = story.raise("facility:N00003", 30, &[&number]);
        let promise = story.step_named(&["promise", "add", "--by", "nssf", "two counters", "--on", &ago(30)]);
        let ahead = day(3).to_string();
        let (before, of_other) = (ago(31), format!("{other}=upheld"));
        let none = "KC-7F3Q-2XM9";
        let refused: &[&[&str]] = &[
            // Not closed before the member was told; what is closed or open already.
            &["close", &number],
            &["reopen", &number],
            &["tell", &number, "--again"],
            // Days ahead, or before what they follow.
            &["raise", "--to", "nssf", "--check", "none", "--on", &ahead],
            &["reply", &submission, "--acknowledged", "--on", &before],
            &["reply", &submission, "--outcome", "upheld", "--on", &ahead],
            &["reply", &submission, "--interim", "--until", &before],
            &["tell", &number, "--outcome", "solved", "--on", &ahead],
            &["promise", "add", "--by", "nssf", "x", "--on", &ago(1), "--due", &ago(2)],
            &["promise", "move", &promise, "--due", &before],
            // Not of this submission; a clock that stands or runs already.
            &["reply", &submission, "--case", &of_other],
            &["reply", &submission, "--resume"],
            // A promise that is judged on nothing, or on numbers that do not fit.
            &["promise", "judge", &promise, "kept"],
            &["promise", "judge", &promise, "kept", "--members", "7/5"],
            &["promise", "judge", &promise, "kept", "--members", "0/0"],
            &["promise", "add", "--by", "nssf", "  "],
            // Names of nothing.
            &["reply", "KC-S-000000", "--outcome", "upheld"],
            &["reply", &other, "--outcome", "upheld"],
            &["promise", "move", "KC-P-000000", "--due", &ahead],
            &["raise", "--to", "nssf", "--demand", "no such demand"],
            &["raise", "--to", "nssf", "--after", "KC-S-000000"],
            &["tell", "KC-0000-0000"],
        ];
        for arguments in refused {
            story.refused(arguments, 3);
        }
        for arguments in [&["tell", none, "--tried"][..], &["slip", none], &["mark", none, "safety"]] {
            story.refused(arguments, 1);
        }
    });
}

#[test]
fn nothing_happens_before_what_it_follows() {
    in_both(|story| {
        let number = story.log(30, &json!({}));
        let before = |day: i64| ago(day);
        let query = query_of(&[&number]);
        story.refused(&["raise", "--to", "nssf", "--on", &before(31), "--check", "none", &query], 3);
        story.refused(&["tell", &number, "--tried", "--on", &before(31)], 3);
        let submission = story.raise("nssf", 25, &[&number]);
        story.refused(&["reply", &submission, "--outcome", "upheld", "--on", &before(26)], 3);
        story.step(&["reply", &submission, "--outcome", "upheld", "--on", &before(15)]);
        story.refused(&["tell", &number, "--on", &before(16)], 3);
        story.step(&["tell", &number, "--on", &before(12)]);
        story.refused(&["close", &number, "--on", &before(13)], 3);
        story.step(&["close", &number, "--on", &before(12)]);
        story.refused(&["tell", &number, "--again", "--on", &before(13)], 3);
        // What is closed is told of by asking again.
        story.refused(&["tell", &number], 3);
        story.step(&["tell", &number, "--again", "--outcome", "solved"]);
        let withdrawn = story.log(20, &json!({}));
        story.step(&["withdraw", &withdrawn]);
        story.refused(&["tell", &withdrawn], 3);
    });
}

#[test]
fn a_promise_is_not_broken_before_its_day_nor_moved_once_it_is_decided() {
    in_both(|story| {
        let add = |due: &str| {
            let made =
                ["promise", "add", "--by", "nssf", "a counter", "--on", &ago(20), "--due", due, "--json"];
            story.step_json(&made)["handle"].as_str().unwrap().to_owned()
        };
        let (ahead, passed) = (add(&day(30).to_string()), add(&ago(2)));
        story.refused(&["promise", "judge", &ahead, "broken", "--members", "1/9"], 3);
        story.step(&["promise", "judge", &ahead, "kept", "--members", "8/9"]);
        story.step(&["promise", "judge", &passed, "broken", "--members", "1/9"]);
        story.refused(&["promise", "move", &passed, "--due", &day(9).to_string()], 3);
        story.step(&["promise", "judge", &passed, "pending"]);
        story.step(&["promise", "move", &passed, "--due", &day(9).to_string()]);
        // That it was missed once stays so, whatever later day is asked for; and numbers that say the contrary are none.
        story.refused(&["promise", "judge", &passed, "broken", "--members", "9/9"], 3);
        story.refused(&["promise", "judge", &passed, "kept", "--members", "0/9"], 3);
        story.step(&["promise", "judge", &passed, "broken", "--members", "1/9"]);
    });
}

#[test]
fn what_is_no_command_is_usage() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        let submission = story.raise("facility:N00003", 30, &[&number]);
        let case = format!("{number}=gold");
        let said_by_us: &[&[&str]] = &[
            &["raise", "--to", "nssf", "--way", "pigeon"],
            &["raise", "--to", "nssf", "--check", "weather"],
            &["raise", "--to", "nssf", "--check", "form=perhaps"],
            &["raise", "--to", "nssf", "provinse:08"],
            &["reply", &submission, "--outcome", "gold"],
            &["reply", &submission, "--case", &number],
            &["reply", &submission, "--case", &case],
            &["tell", &number, "--outcome", "glad"],
            &["mark", &number, "sad"],
            &["slip", &number, "--out", "slip.docx"],
            &["slip", &number, "--out", "slip"],
            &["gate", "nowhere at all"],
            // Parties that there are not.
            &["raise", "--to", "nobody", "--check", "none"],
            &["raise", "--to", "facility:H999999", "--check", "none"],
            &["people", "phd:99", "--answer", "5"],
            &["promise", "add", "--by", "labour:77", "x"],
        ];
        for arguments in said_by_us {
            story.refused(arguments, 2);
        }
        // What the parser itself refuses it says in English.
        for arguments in [
            &["raise"][..],
            &["reply"],
            &["reply", &submission, "--interim"],
            &["reply", &submission, "--pause", "--resume"],
            &["reply", &submission, "--interim", "--until", "soon"],
            &["tell", &number, "--tried", "--outcome", "solved"],
            &["promise"],
            &["promise", "judge", "KC-P-000000"],
            &["process", "--by", "colour"],
            &["people", "nssf", "--answer", "soon"],
            &["link", &number],
            &["gate"],
            &["slip"],
        ] {
            let answer = story.run(arguments);
            assert_eq!(answer.code, 2, "{arguments:?}: {}", answer.err);
            assert!(answer.out.is_empty() && !answer.err.trim().is_empty(), "{arguments:?}");
        }
        assert!(!story.desk.path("slip.docx").exists());
    });
}
