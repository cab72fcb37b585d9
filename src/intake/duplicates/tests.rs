//! What holds of any two cases.

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Facilities};
use crate::domain::facility::Facility;
use crate::reference;

struct BuiltIn;

impl Facilities for BuiltIn {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        text.parse().ok().and_then(|id| reference::facility(&id)).map(Arc::new).ok_or_else(Vec::new)
    }
}

fn told(fields: &[(Column, &str)]) -> Traits {
    let mut draft = Draft::default();
    for (column, text) in [
        (Column::VisitedOn, "2026-10-03"),
        (Column::Facility, "N00003"),
        (Column::Issues, "WAIT:high;PAY:low"),
        (Column::Payer, "nssf"),
        (Column::Arrived, "06:10"),
        (Column::Seen, "11:40"),
        (Column::MemberName, "Sok Dara"),
        (Column::MemberPhone, "012 034 567"),
    ] {
        draft.set(column, text);
    }
    for (column, text) in fields {
        draft.set(*column, *text);
    }
    let today: NaiveDate = "2026-11-22".parse().unwrap();
    let (complaint, _) = draft.check(&BuiltIn, today).unwrap();
    let recorded: NaiveDate = "2026-10-05".parse().unwrap();
    Traits::of(&complaint.record, recorded, &complaint.identity, complaint.narrative.as_deref())
}

#[test]
fn the_same_told_twice_is_found_with_its_reasons_whichever_comes_first() {
    let one = told(&[]);
    let other = told(&[
        (Column::MemberName, "សុខ ដារ៉ា"),
        (Column::Arrived, "~6h"),
        (Column::MemberPhone, "+855 12034567"),
    ]);
    let found = likeness(&one, &other).unwrap();
    assert_eq!(likeness(&other, &one), Some(found.clone()));
    assert!(found.score > 0.99, "{found:?}");
    for reason in
        [Reason::SamePhone, Reason::NameScript, Reason::SameTimes, Reason::SameIssues, Reason::SameDay]
    {
        assert!(found.reasons.contains(&reason), "{reason:?} of {found:?}");
    }
}

/// Nobody is named, and no hours are known.
fn nameless(story: &str) -> Traits {
    told(&[
        (Column::MemberName, ""),
        (Column::MemberPhone, ""),
        (Column::Arrived, ""),
        (Column::Seen, ""),
        (Column::Issues, "WAIT:high"),
        (Column::Narrative, story),
    ])
}

const STORY: &str = "They called the others first although my card had lain there since the morning.";

#[test]
fn the_same_long_story_word_for_word_is_one_case_logged_twice_a_short_one_is_not() {
    let found = likeness(&nameless(STORY), &nameless(&STORY.replace("They", "they"))).unwrap();
    assert!(found.reasons.contains(&Reason::Story(100)), "{found:?}");
    assert!(found.score > 0.5);
    let khmer = "គេហៅអ្នកដទៃមុន ទោះបីបណ្ណរបស់ខ្ញុំដាក់នៅទីនោះតាំងពីព្រឹកក៏ដោយ។";
    assert!(likeness(&nameless(khmer), &nameless(khmer)).is_some());
    for (story, there) in [
        ("waited long", "waited long"),
        ("waited very long there", "waited very long there"),
        (STORY, "My card lay there since the morning, and others were called before me."),
    ] {
        assert_eq!(likeness(&nameless(story), &nameless(there)), None, "{story}");
    }
    let named = |name: &str| {
        told(&[(Column::MemberName, name), (Column::MemberPhone, ""), (Column::Narrative, STORY)])
    };
    assert_eq!(likeness(&named("Sok Dara"), &named("Chan Sreymom")), None);
}

/// The others share a beginning, so that the keys of parts of stories are full.
#[test]
fn a_story_told_twice_is_found_in_a_crowd_of_stories_that_begin_alike() {
    let other = |which: usize| {
        let words = [
            "nurse", "doctor", "guard", "window", "queue", "paper", "ticket", "pharmacy", "bench", "corridor",
        ];
        let [one, two, three] = [which / 100, which / 10, which].map(|place| words[place % words.len()]);
        nameless(&format!("They called the others first although my card had lain {one} {two} {three}"))
    };
    let mut all = vec![nameless(STORY)];
    all.extend((0..600).map(other));
    all.push(nameless(STORY));
    let last = all.len() - 1;
    assert!(sweep(&all, |_, _| true).iter().any(|pair| (pair.one, pair.other) == (0, last)));
}

#[test]
fn other_members_other_months_and_other_places_are_no_duplicates() {
    let one = told(&[]);
    for fields in [
        &[(Column::MemberName, "Chan Sreymom"), (Column::MemberPhone, "098 055 123")][..],
        &[(Column::VisitedOn, "2026-11-03")],
        &[(Column::VisitedOn, "2026-10-10")],
        &[(Column::MemberPhone, "098 055 123"), (Column::Arrived, "13:10"), (Column::Seen, "15:00")],
    ] {
        assert_eq!(likeness(&one, &told(fields)), None, "{fields:?}");
    }
    assert_eq!(likeness(&one, &told(&[(Column::Facility, "H080801")])), None);
    assert_eq!(sweep(&[one.clone(), told(&[(Column::Facility, "H080801")])], |_, _| true), []);
    assert_eq!(beside(&one, &[told(&[(Column::Facility, "H080801")])]), []);
}

#[test]
fn a_sweep_finds_what_looking_at_each_pair_finds() {
    let days = ["2026-10-03", "2026-10-04", "2026-10-03", "2026-10-05", "2026-10-03"];
    let names = ["Sok Dara", "Sok Dara", "Chan Sreymom", "Sok Dara", "Dara Sok"];
    let all: Vec<Traits> = days
        .iter()
        .zip(names)
        .map(|(day, name)| told(&[(Column::VisitedOn, *day), (Column::MemberName, name)]))
        .collect();
    let mut expected = Vec::new();
    for one in 0..all.len() {
        for other in one + 1..all.len() {
            expected.extend(likeness(&all[one], &all[other]).map(|likeness| Pair { one, other, likeness }));
        }
    }
    let mut found = sweep(&all, |_, _| true);
    assert!(found.windows(2).all(|pair| pair[0].likeness.score >= pair[1].likeness.score));
    found.sort_by_key(|pair| (pair.one, pair.other));
    assert_eq!(found, expected);
    assert!(found.len() >= 4);
    assert_eq!(sweep(&all, |one, _| one > 0).len(), found.iter().filter(|pair| pair.one > 0).count());
}

#[test]
fn who_told_is_the_same_where_a_number_or_the_name_is() {
    let one = told(&[]);
    let same = |fields: &[(Column, &str)]| is_same_person(&one, &told(fields));
    assert_eq!(same(&[]), Some(true));
    assert_eq!(same(&[(Column::MemberPhone, "098 055 123")]), Some(true));
    assert_eq!(
        same(&[(Column::MemberName, "Chan Sreymom"), (Column::MemberPhone, "098 055 123")]),
        Some(false)
    );
    assert_eq!(same(&[(Column::MemberName, ""), (Column::MemberPhone, "")]), None);
}
