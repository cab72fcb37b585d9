//! Demands, promises, marks, people: what stands beside cases.

use serde_json::{Value, json};

use crate::story::{ago, day, in_both};

#[test]
fn many_cases_one_demand_one_answer_and_each_member_is_told() {
    in_both(|story| {
        let numbers: Vec<String> = (0..3).map(|case| story.log(60 - case, &json!({}))).collect();
        let other = story.log(50, &json!({}));
        let title = "ម៉ាស៊ីនស្កេនមួយទៀត a second scanner";
        story.step(&["link", &numbers[0], &numbers[1], "--demand", title]);
        // In other words the same title; the demand is there already.
        story.step(&["link", &numbers[2], "--demand", "ម៉ាស៊ីនស្កេនមួយទៀត  A SECOND scanner"]);
        let demands = story.json(&["link", "--list", "--json"]);
        assert_eq!((demands.len(), &demands[0]["title"]), (1, &json!(title)));
        assert_eq!(demands[0]["cases"].as_array().unwrap().len(), 3);
        let handle = demands[0]["handle"].as_str().unwrap();
        let raised = story.step_json(&[
            "raise",
            "--to",
            "facility:N00003",
            "--demand",
            handle,
            "--check",
            "none",
            "--on",
            &ago(30),
            "--about",
            title,
            "--json",
        ]);
        assert_eq!((&raised["cases"], &raised["about"]), (&json!(3), &json!(title)));
        let submission = raised["handle"].as_str().unwrap();
        assert_eq!(story.stands(&other).0, "new");
        story.step(&["reply", submission, "--outcome", "partly", "--on", &ago(10)]);
        let queue = story.json(&["tell", "--json"]);
        let told: Vec<&str> = queue.iter().map(|call| call["number"].as_str().unwrap()).collect();
        assert!(numbers.iter().all(|number| told.contains(&number.as_str())) && told.len() == 3, "{told:?}");
        story.step(&["link", &numbers[0], "--demand", handle, "--off"]);
        assert_eq!(story.json(&["link", "--list", "--json"])[0]["cases"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn a_promise_is_written_down_moved_and_judged_by_others_than_its_giver() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        let submission = story.raise("facility:N00003", 40, &[&number]);
        let due = ago(5);
        let made = story.step_json(&[
            "promise",
            "add",
            "--by",
            "facility:N00003",
            "a counter for card-holders",
            "--who",
            "Dr. Keo",
            "--role",
            "director",
            "--said-where",
            "meeting",
            "--on",
            &ago(38),
            "--due",
            &due,
            "--shown-by",
            "a third queue",
            "--submission",
            &submission,
            "--json",
        ]);
        assert_eq!((&made["place"], &made["fate"]), (&json!("facility:N00003"), &json!("pending")));
        assert_eq!((&made["overdue"], &made["who"]), (&json!(true), &json!("Dr. Keo")));
        let promise = made["handle"].as_str().unwrap();
        assert_eq!(story.due("promise")[0]["of"], promise);
        let later = day(60).to_string();
        let moved =
            story.step_json(&["promise", "move", promise, "--due", &later, "--on", &ago(4), "--json"]);
        assert_eq!((&moved["due"], &moved["earlier_dues"]), (&json!(later), &json!([due])));
        assert!(story.due("promise").is_empty(), "it is ahead");
        story.refused(&["promise", "judge", promise, "kept"], 3);
        let judge = [
            "promise",
            "judge",
            promise,
            "partly",
            "--members",
            "3/5",
            "--waits",
            "--note",
            "in the mornings",
            "--json",
        ];
        let judged = story.step_json(&judge);
        assert_eq!((&judged["fate"], &judged["overdue"]), (&json!("partly"), &json!(false)));
        let rests_on = &judged["judged"];
        assert_eq!(rests_on["members"], json!({"asked": 5, "kept": 3}));
        assert_eq!((&rests_on["waits"]["day"], &rests_on["waits"]["before"][0]), (&json!(later), &json!(1)));
        assert_eq!(story.process()["promises"]["partly"], 1);
        let of = |filter: &[&str]| story.json(&[&["promise", "list", "--json"][..], filter].concat()).len();
        assert_eq!([of(&["--fate", "partly"]), of(&["--fate", "kept"]), of(&["--by", "moh"])], [1, 0, 0]);
        // A promise that is withdrawn needs no proof.
        let other = story.step_named(&["promise", "add", "--by", "nssf", "an answer within a week"]);
        story.step(&["promise", "judge", &other, "withdrawn"]);
        assert_eq!(story.json(&["promise", "list", "--json"]).len(), 2);
    });
}

#[test]
fn what_affects_safety_or_shows_retaliation_comes_first() {
    in_both(|story| {
        let plain = story.log(30, &json!({}));
        let marked = story.log(60, &json!({}));
        let hurt = story.log(20, &json!({"issues": ["SAFE:high"]}));
        story.step(&["mark", &marked, "retaliation"]);
        let first: Vec<Value> = story.due("urgent").iter().map(|task| task["of"].clone()).collect();
        assert!(
            first.len() == 2 && first.contains(&json!(marked)) && first.contains(&json!(hurt)),
            "{first:?}"
        );
        assert_eq!(story.json(&["list", "urgent:yes", "--json"]).len(), 2);
        assert_eq!(story.json(&["list", "urgent:yes", "turn:confirm", "--json"]).len(), 2);
        assert_eq!(story.json(&["list", "-urgent:yes", "--json"])[0]["number"], plain);
        story.step(&["raise", "--to", "nssf", "--check", "none", "--on", &ago(10)]);
        story.step(&["reply", "nssf", "--outcome", "upheld", "--on", &ago(3)]);
        let queue = story.json(&["tell", "--json"]);
        assert_eq!(queue.iter().filter(|call| call["urgent"] == true).count(), 2);
        assert_eq!(queue[2]["number"], plain, "the others wait");
        story.step(&["mark", &marked]);
        assert_eq!(story.json(&["list", "urgent:yes", "--json"]).len(), 1);
        assert_eq!(story.json(&["list", "party:nssf", "--json"]).len(), 3);
    });
}

#[test]
fn each_party_has_its_own_people_and_numbers() {
    in_both(|story| {
        let known = story.json(&["people", "nssf-branch:12", "--json"]).remove(0);
        assert_eq!(known["clocks"], json!({"acknowledge": 3, "answer": 20, "warn": 3}));
        let described = story.step_json(&[
            "people",
            "nssf-branch:12",
            "--contact",
            "Keo; head of office; 023 111 222",
            "--answer",
            "5",
            "--json",
        ]);
        assert_eq!(
            (&described["clocks"]["answer"], &described["clocks"]["acknowledge"]),
            (&json!(5), &json!(3))
        );
        assert_eq!(
            described["contacts"],
            json!([{"name": "Keo", "role": "head of office", "reach": "023 111 222"}])
        );
        let number = story.log(60, &json!({}));
        let query = format!("\"{number}\"");
        let raise =
            ["raise", "--to", "nssf-branch:12", "--on", &ago(20), "--check", "none", "--json", &query];
        let raised = story.step_json(&raise);
        assert_eq!(raised["first_due"], crate::story::working_days_after(&ago(20), 5));
        // Later numbers do not change what was due.
        story.step(&["people", "nssf-branch:12", "--answer", "60"]);
        let heard = story.step_json(&["reply", "nssf-branch:12", "--acknowledged", "--json"]);
        assert_eq!(heard["first_due"], raised["first_due"]);
        let ladder = story.json(&["people", "--ladder", "kossamak", "--json"]);
        let parties: Vec<&str> = ladder.iter().map(|rung| rung["party"].as_str().unwrap()).collect();
        assert_eq!(parties[..4], ["facility:N00003", "agent:N00003", "nssf-branch:12", "phd:12"]);
        assert!(
            story.json(&["people", "--json"]).len() >= 80,
            "five everywhere, three in each of 25 provinces"
        );
    });
}
