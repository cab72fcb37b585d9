//! The officer's own list of holidays.

use serde_json::json;

use crate::story::{Story, ago, day, in_both, query_of, working_days_after};

/// The folder of the settings.
fn list(story: &Story) -> std::path::PathBuf {
    let shown = story.ok(&["config", "show"]);
    let file = std::path::Path::new(shown.lines().next().unwrap().trim_start_matches("# ")).to_owned();
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    file.with_file_name("holidays.csv")
}

fn due_of_one_raised_ten_days_ago(story: &Story) -> String {
    let number = story.log(60, &json!({}));
    let query = query_of(&[&number]);
    let raise = ["raise", "--to", "nssf", "--on", &ago(10), "--check", "none", "--json", &query];
    let raised = story.json(&raise).remove(0);
    raised["first_due"].as_str().unwrap().to_owned()
}

#[test]
fn its_days_hold_in_the_years_that_it_names() {
    in_both(|story| {
        let plain = working_days_after(&ago(10), 20);
        assert_eq!(due_of_one_raised_ten_days_ago(story), plain);
        let path = list(story);
        let days = story.ok(&["config", "holidays"]);
        assert!(days.starts_with("date,name_km,name_en\n"), "{days}");
        let due: chrono::NaiveDate = plain.parse().unwrap();
        std::fs::write(&path, format!("{days}{due},ឈប់សម្រាកពិសេស,An extra holiday\n")).unwrap();
        let checked = story.run(&["config", "check"]);
        assert_eq!(checked.code, 0, "{}", checked.err);
        let later = due_of_one_raised_ten_days_ago(story);
        assert_eq!(later, wardbook::reference::calendar().after(due, 1).to_string());
        assert!(story.ok(&["config", "holidays"]).contains("An extra holiday"));
    });
}

#[test]
fn a_list_with_faults_is_said_with_lines_and_not_used() {
    in_both(|story| {
        let path = list(story);
        std::fs::write(&path, "date,name_km,name_en\n2027-02-30,ក,a\n2027-01-01,ក,a\n1/1/2027,ក,a\n")
            .unwrap();
        let checked = story.run(&["config", "check"]);
        assert_eq!(checked.code, 2, "{}", checked.err);
        for fault in ["holidays.csv:2: ", "2027-02-30", "holidays.csv:4: "] {
            assert!(checked.err.contains(fault), "{}", checked.err);
        }
        // Work goes on, with a word about it.
        let number = story.log(60, &json!({}));
        let raised = story.run(&["raise", "--to", "nssf", "--on", &ago(10), "--check", "none", "--json"]);
        assert_eq!(raised.code, 0, "{}", raised.err);
        assert!(raised.err.contains("holidays.csv") && raised.err.contains("config check"), "{}", raised.err);
        assert!(raised.out.contains(&working_days_after(&ago(10), 20)), "{number}: {}", raised.out);
        // One with too few days is sound and doubted.
        std::fs::write(&path, "date;name_km;name_en\n1/1/2027;ចូលឆ្នាំ;New Year\n").unwrap();
        let checked = story.run(&["config", "check"]);
        assert!(checked.code == 0, "{}", checked.err);
        let doubt =
            if story.lang == "en" { "Holidays of 2027: 1 only" } else { "មានតែ ១ ថ្ងៃ" };
        assert!(checked.err.contains(doubt), "{}", checked.err);
    });
}

#[test]
fn a_clock_that_runs_into_a_year_without_known_holidays_says_so() {
    in_both(|story| {
        let number = story.log(60, &json!({}));
        let submission = story.raise("nssf", 10, &[&number]);
        let until = wardbook::reference::holiday_years().unwrap().end() + 1;
        let far = format!("{until}-06-01");
        assert!(day(0).to_string() < far);
        let moved = story.run(&["reply", &submission, "--interim", "--until", &far, "--json"]);
        assert_eq!(moved.code, 0, "{}", moved.err);
        let read: serde_json::Value = serde_json::from_str(&moved.out).unwrap();
        assert_eq!(read["holidays_unknown"], json!([until]));
        let year = wardbook::i18n::dates::year(
            until,
            if story.lang == "en" { wardbook::i18n::Lang::En } else { wardbook::i18n::Lang::Km },
        );
        assert!(moved.err.contains(&year) && moved.err.contains("holidays.csv"), "{}", moved.err);
        let near = story.run(&["reply", &submission, "--interim", "--until", &day(20).to_string(), "--json"]);
        assert!(!near.err.contains("holidays.csv") && !near.out.contains("holidays_unknown"), "{}", near.err);
    });
}
