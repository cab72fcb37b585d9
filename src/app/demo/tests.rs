//! What the demo promises: sound cases, the same every time, in which there is something to see.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::DateTime;
use sha2::{Digest, Sha256};

use super::story::Phrases;
use super::*;
use crate::domain::case::Complaint;
use crate::domain::draft::{Facilities, Warning};
use crate::domain::facility::Facility;
use crate::domain::text::has_khmer;
use crate::domain::values::{Relation, Severity};
use crate::reference;

struct BuiltIn;

impl Facilities for BuiltIn {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        text.parse().ok().and_then(|id| reference::facility(&id)).map(Arc::new).ok_or_else(Vec::new)
    }
}

/// The first demo of 2,000 with what is read of it.
fn demo() -> Vec<(Draft, Complaint)> {
    drafts(2000)
        .map(|draft| {
            let (complaint, _) = draft.check(&BuiltIn, ANCHOR).unwrap();
            (draft, complaint)
        })
        .collect()
}

fn share(count: usize, of: usize) -> f64 {
    count as f64 / of as f64
}

fn median(mut minutes: Vec<u32>) -> u32 {
    minutes.sort_unstable();
    minutes[minutes.len() / 2]
}

#[test]
fn the_same_cases_come_every_time() {
    let mut digest = Sha256::new();
    for draft in drafts(2000) {
        for (column, text) in draft.iter() {
            digest.update(format!("{column}\t{text}\n"));
        }
    }
    let digest = digest.finalize().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    // To change a table of the demo is to change this, and every picture of the demo in the manual.
    assert_eq!(digest, "133df48241c4dc7c5a3574c54534362782657765b6cacb815d387ff30d73b17a");
    assert!(drafts(50).eq(drafts(50)));
}

#[test]
fn every_count_gives_that_many_sound_cases() {
    for count in [0, 1, 2, 7, 300] {
        assert_eq!(drafts(count).filter(|draft| draft.check(&BuiltIn, ANCHOR).is_ok()).count(), count);
    }
    for draft in drafts(20_000) {
        let (complaint, warnings) =
            draft.check(&BuiltIn, ANCHOR).unwrap_or_else(|refusals| panic!("{refusals:?}"));
        assert!(!warnings.iter().any(|warning| matches!(warning, Warning::Stage(_))));
        assert!(complaint.record.waited_minutes.is_none_or(|waited| waited <= 720));
        let recorded = DateTime::parse_from_rfc3339(draft.get(Column::RecordedAt)).unwrap();
        let lag = (recorded.date_naive() - complaint.record.visited_on).num_days();
        assert!((0..=14).contains(&lag), "{lag}");
        assert!(recorded.naive_local() < ANCHOR.and_hms_opt(18, 0, 0).unwrap());
        assert!(
            draft.iter().all(|(_, text)| !text.contains(['{', '}', '|'])),
            "{}",
            draft.get(Column::Narrative)
        );
        let narrative = draft.get(Column::Narrative);
        assert!(!narrative.contains("  ") && narrative.trim() == narrative);
    }
}

#[test]
fn what_is_recorded_on_the_day_of_the_visit_is_recorded_after_it() {
    for draft in drafts(20_000) {
        let recorded = DateTime::parse_from_rfc3339(draft.get(Column::RecordedAt)).unwrap();
        if recorded.date_naive().to_string() != draft.get(Column::VisitedOn) {
            continue;
        }
        let at = recorded.format("%H:%M").to_string();
        for column in [Column::Seen, Column::Medicine, Column::Left] {
            assert!(draft.get(column).trim_start_matches('~') <= at.as_str());
        }
    }
}

#[test]
fn all_provinces_issues_payers_and_both_scripts_are_there() {
    let demo = demo();
    let provinces: BTreeSet<_> =
        demo.iter().map(|(draft, _)| BuiltIn.find(draft.get(Column::Facility)).unwrap().province).collect();
    assert_eq!(provinces.len(), 25);
    let codes: BTreeSet<_> =
        demo.iter().flat_map(|(_, case)| &case.record.issues).map(|issue| issue.code).collect();
    assert_eq!(codes.len(), IssueCode::ALL.len());
    let payers: BTreeSet<_> = demo.iter().map(|(_, case)| case.record.payer).collect();
    assert_eq!(payers.len(), Payer::ALL.len());
    let relations: BTreeSet<_> = demo.iter().map(|(_, case)| case.record.patient.relation).collect();
    assert_eq!(relations.len(), Relation::ALL.len());
    let stories: Vec<&str> = demo.iter().filter_map(|(_, case)| case.narrative.as_deref()).collect();
    let khmer = stories.iter().filter(|story| has_khmer(story) && story.contains('។')).count();
    assert!((0.80..0.90).contains(&share(stories.len(), 2000)));
    assert!((0.54..0.66).contains(&share(khmer, stories.len())));
    assert!(stories.iter().any(|story| story.contains('\u{200B}')));
    let centres = demo.iter().filter(|(draft, _)| draft.get(Column::Facility).starts_with("HC-")).count();
    assert!((0.14..0.22).contains(&share(centres, 2000)));
}

#[test]
fn waits_dominate_and_the_card_waits_longer() {
    let demo = demo();
    let mut counts: BTreeMap<IssueCode, usize> = BTreeMap::new();
    for issue in demo.iter().flat_map(|(_, case)| &case.record.issues) {
        *counts.entry(issue.code).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, count)| **count).map(|(code, _)| *code);
    assert_eq!(most, Some(IssueCode::Wait));
    let several = demo.iter().filter(|(_, case)| case.record.issues.len() > 1).count();
    assert!((0.29..0.41).contains(&share(several, 2000)), "{several}");
    let praise = demo.iter().filter(|(_, case)| !case.record.issue_set().is_complaint()).count();
    assert!((0.015..0.045).contains(&share(praise, 2000)), "{praise}");
    let waits = |payer| {
        let of_payer = demo.iter().filter(move |(_, case)| case.record.payer == payer);
        median(of_payer.filter_map(|(_, case)| case.record.waited_minutes).collect())
    };
    let (card, cash) = (waits(Payer::Nssf), waits(Payer::Cash));
    assert!((150..=210).contains(&card) && (60..=105).contains(&cash), "{card} {cash}");
    let untimed = demo.iter().filter(|(draft, _)| {
        draft.get(Column::Arrived).is_empty() && draft.get(Column::WaitedMinutes).is_empty()
    });
    assert!((0.11..0.19).contains(&share(untimed.count(), 2000)));
    let severe = demo.iter().filter(|(_, case)| case.record.issue_set().is_severe()).count();
    assert!((0.2..0.5).contains(&share(severe, 2000)), "{severe}");
}

#[test]
fn three_facilities_rise_and_the_others_do_not() {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for draft in drafts(40_000) {
        let visited_on: NaiveDate = draft.get(Column::VisitedOn).parse().unwrap();
        let window = match (ANCHOR - visited_on).num_days() {
            0..28 => 0,
            28..112 => 1,
            _ => continue,
        };
        counts.entry(draft.get(Column::Facility).to_owned()).or_default()[window] += 1;
    }
    let mut others = [0, 0];
    for (facility, [recent, before]) in counts {
        if places::RISING.contains(&facility.as_str()) {
            assert!(share(recent, recent + before) > 0.45, "{facility} {recent} {before}");
            continue;
        }
        others = [others[0] + recent, others[1] + before];
        // Among many small ones a few rise by chance.
        assert!(recent + before < 200 || share(recent, recent + before) < 0.33, "{facility}");
    }
    assert!((0.2..0.25).contains(&share(others[0], others[0] + others[1])), "{others:?}");
    for facility in places::RISING {
        assert!(facility.parse().ok().and_then(|id| reference::facility(&id)).is_some());
        let days: Vec<String> = drafts(2000)
            .filter(|draft| draft.get(Column::Facility) == facility)
            .map(|draft| draft.get(Column::VisitedOn).to_owned())
            .collect();
        let since = |day: &str| days.iter().filter(|visited_on| visited_on.as_str() >= day).count();
        let (recent, both) = (since("2026-10-04"), since("2026-07-12"));
        assert!(recent >= 8 && share(recent, both) > 0.4, "{facility} {recent} {both}");
    }
}

#[test]
fn money_and_claims_stand_where_they_belong() {
    for (draft, case) in demo() {
        let record = &case.record;
        let has = |code| record.issues.iter().any(|issue| issue.code == code);
        if record.paid.riel + record.paid.cents > 0 {
            assert!(has(IssueCode::Pay) || has(IssueCode::Med));
        }
        assert_eq!(record.paid.riel % 500, 0);
        assert_eq!(has(IssueCode::Cash), !draft.get(Column::ClaimedRiel).is_empty());
        let wait = record.issues.iter().find(|issue| issue.code == IssueCode::Wait);
        if wait.is_some_and(|wait| wait.severity == Severity::High) {
            assert!(record.waited_minutes.is_none_or(|waited| waited >= 60));
        }
    }
}

#[test]
fn names_are_many_and_some_stories_give_them_away() {
    let demo = demo();
    let names: BTreeSet<_> = demo.iter().filter_map(|(_, case)| case.identity.name.as_deref()).collect();
    assert!(names.len() > 1300, "{}", names.len());
    let employers: BTreeSet<_> =
        demo.iter().filter_map(|(_, case)| case.record.employer.as_deref()).collect();
    assert_eq!(employers.len(), 60);
    let digits = |text: &str| crate::domain::digits::to_ascii(&text.replace(' ', ""));
    let told: Vec<_> = demo.iter().filter(|(_, case)| case.narrative.is_some()).collect();
    let careless = told.iter().filter(|(draft, case)| {
        let story = draft.get(Column::Narrative).replace('\u{200B}', "");
        let name = case.identity.name.as_deref().is_some_and(|name| story.contains(name));
        let phone = case.identity.phone.as_deref();
        name || phone.is_some_and(|phone| digits(&story).contains(&digits(phone)))
    });
    let careless = share(careless.count(), told.len());
    assert!((0.07..0.13).contains(&careless), "{careless}");
    for (_, case) in &demo {
        let phone = case.identity.phone.as_deref().unwrap_or("012 012 345");
        let groups: Vec<_> = phone.split(' ').map(str::len).collect();
        assert!(groups == [3, 3, 3] && phone.starts_with('0'), "{phone}");
    }
}

#[test]
fn both_languages_have_words_for_everything() {
    for (phrases, is_khmer) in [(&khmer::PHRASES, true), (&english::PHRASES, false)] {
        let sentences = sentences(phrases);
        assert!(sentences.len() >= 60, "{}", sentences.len());
        for sentence in &sentences {
            let plain: String =
                sentence.split('{').map(|part| part.split_once('}').map_or(part, |p| p.1)).collect();
            assert_eq!(has_khmer(&plain), is_khmer, "{sentence}");
            assert!(sentence.ends_with(if is_khmer { '។' } else { '.' }), "{sentence}");
            assert!(!is_khmer || !plain.chars().any(|letter| letter.is_ascii_alphanumeric()), "{sentence}");
        }
        for code in IssueCode::ALL {
            let (_, sentences) = phrases.issues.iter().find(|(known, _)| known == code).unwrap();
            assert!(sentences.iter().any(|sentence| !sentence.contains("{?")), "{code}");
        }
    }
}

fn sentences(phrases: &Phrases) -> Vec<&'static str> {
    phrases.issues.iter().flat_map(|(_, sentences)| sentences.iter().copied()).collect()
}

#[test]
fn volunteers_time_the_same_visits_every_time_and_the_card_waits_longer() {
    assert!(observations(2000).eq(observations(2000)));
    for (cases, count) in [(0, 0), (9, 0), (10, 1), (300, 30), (2000, 200)] {
        assert_eq!(observations(cases).count(), count);
    }
    let mut waits: BTreeMap<(String, Payer), Vec<u32>> = BTreeMap::new();
    for draft in observations(20_000) {
        let (observation, warnings) = draft.check_observation(&BuiltIn, ANCHOR).unwrap();
        assert_eq!(warnings, []);
        let recorded = DateTime::parse_from_rfc3339(draft.get(Column::RecordedAt)).unwrap();
        assert_eq!(recorded.date_naive(), observation.visited_on);
        let seen = draft.get(Column::Seen).trim_start_matches('~');
        assert!(seen < recorded.format("%H:%M").to_string().as_str(), "it is written down after it was seen");
        assert!(recorded.naive_local() < ANCHOR.and_hms_opt(18, 0, 0).unwrap());
        let key = (observation.facility.to_string(), observation.payer);
        waits.entry(key).or_default().push(observation.waited_minutes);
    }
    let facilities: BTreeSet<&String> = waits.keys().map(|(facility, _)| facility).collect();
    assert_eq!(facilities.len(), 6);
    for facility in facilities {
        let of = |payer| waits[&(facility.clone(), payer)].clone();
        let (card, cash) = (median(of(Payer::Nssf)), median(of(Payer::Cash)));
        assert!(card > cash * 3 / 2, "{facility} {card} {cash}");
    }
}

#[test]
fn even_the_small_demo_lets_card_and_cash_be_compared_somewhere() {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for draft in observations(2000) {
        let of_facility = counts.entry(draft.get(Column::Facility).to_owned()).or_default();
        match draft.get(Column::Payer) {
            "nssf" => of_facility[0] += 1,
            "cash" => of_facility[1] += 1,
            _ => {}
        }
    }
    let comparable = counts.values().filter(|[card, cash]| *card >= 5 && *cash >= 5).count();
    assert!(comparable >= 4, "{counts:?}");
}
