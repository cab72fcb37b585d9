//! Merging: whatever happens at whichever desk, the same entries make the same state.

use proptest::prelude::*;

use super::*;
use crate::domain::entry::EntryId;

/// One thing that may happen to one of three cases.
fn any_step() -> impl Strategy<Value = (u64, u8, u128)> {
    (1_u64..4, 0_u8..43, 0_u128..12)
}

fn entry_of((subject, what, batch): (u64, u8, u128), holders: &[String]) -> NewEntry {
    let corrected = |field: &str, value: serde_json::Value| json!({"set": {field: {"value": value, "replaces": holders}}});
    match what {
        0 | 1 => logged(subject, &draft(&format!("story {batch}"))),
        2 => simple(Kind::CaseCorrected, subject, batch, &corrected("harm", json!(batch % 6))),
        3 => simple(Kind::CaseCorrected, subject, batch, &corrected("remedy", json!(format!("r{batch}")))),
        4 => NewEntry {
            narrative: Some(format!("told anew {batch}").into_bytes()),
            ..simple(Kind::CaseCorrected, subject, batch, &corrected("narrative", json!(true)))
        },
        5 => simple(Kind::Confirmed, subject, batch, &json!({})),
        6 => simple(Kind::Withdrawn, subject, batch, &json!({})),
        7 => simple(Kind::Undone, subject, 50 + batch, &json!({"batch": Uuid::from_u128(batch)})),
        10 => {
            let mut facility = crate::reference::facility(&"N00003".parse().unwrap()).unwrap();
            facility.name_en = format!("Renamed {batch}");
            NewEntry {
                subject: Book::subject_of_facility(&facility.id),
                body: serde_json::to_vec(&facility).unwrap(),
                ..simple(Kind::FacilityAdded, subject, batch, &json!({}))
            }
        }
        11 => simple(
            Kind::Undone,
            subject,
            70 + batch,
            &json!({"batch": Uuid::from_u128(1000 + u128::from(subject))}),
        ),
        12 => beside::observed(subject, if batch % 2 == 0 { "cash" } else { "nssf" }, "07:00"),
        13 => beside::counted(subject, "province:08", 1 + batch as u32),
        8 => simple(Kind::IdentityErased, subject, batch, &json!({})),
        14..35 => follow::happened(what - 14, subject, batch),
        35.. => joined::happened(what - 35, subject, batch),
        _ => simple(Kind::Unknown("sung-about".into()), subject, batch, &json!({})),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// Any sequence of entries at three desks gives the same state incrementally and
    /// from nothing, in any order of arrival, and when it arrives twice.
    #[test]
    fn entries_make_the_same_state_in_any_order(
        steps in prop::collection::vec((0_usize..3, any_step()), 1..25),
        order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(),
        cut in 0_usize..8,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut desks: Vec<Book> = ["KC", "PP", "SR"]
            .into_iter()
            .map(|desk| Book::create(&options(folder.path(), desk, ""), &keeper(desk)).unwrap().0)
            .collect();
        for (place, (desk, step)) in steps.iter().enumerate() {
            let holders: Vec<String> = desks[*desk]
                .runs()
                .unwrap()
                .iter()
                .flat_map(|run| run.entries.iter().map(|entry| entry.header.id.to_string()))
                .filter(|_| step.2 % 2 == 0)
                .collect();
            append(&mut desks[*desk], entry_of(*step, &holders));
            if place == cut {
                let runs = desks[0].runs().unwrap();
                for run in &runs {
                    desks[1].write::<_, BookError>(0, |door| door.receive(run)).unwrap();
                }
            }
        }
        let runs: Vec<Run> = desks.iter().flat_map(|desk| desk.runs().unwrap()).collect();
        let mut states = std::collections::BTreeSet::new();
        for (name, reverse) in [("forward", false), ("backward", true)] {
            let mut hub = Book::create(&options(folder.path(), name, ""), &keeper("HQ")).unwrap().0;
            let mut places: Vec<usize> = order.iter().map(|place| place % runs.len().max(1)).collect();
            if reverse {
                places.reverse();
            }
            places.extend(0..runs.len());
            for place in places.into_iter().filter(|place| *place < runs.len()) {
                hub.write::<_, BookError>(0, |door| door.receive(&runs[place])).unwrap();
            }
            let verified = hub.verify().unwrap();
            prop_assert_eq!(&verified.findings, &vec![]);
            states.insert(verified.state);
        }
        prop_assert_eq!(states.len(), 1);
        for desk in &desks {
            prop_assert_eq!(desk.verify().unwrap().findings, vec![]);
        }
    }
}

#[test]
fn entries_that_came_in_turn_are_found_by_their_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let [mut ours, mut theirs] =
        ["KC", "PP"].map(|desk| Book::create(&options(folder.path(), desk, ""), &keeper(desk)).unwrap().0);
    for turn in 0..3_u64 {
        for number in 0..2 {
            append(&mut ours, logged(10 * turn + number + 1, &draft("ours")));
            append(&mut theirs, logged(10 * turn + number + 5, &draft("theirs")));
        }
        for run in theirs.runs().unwrap() {
            ours.write::<_, BookError>(0, |door| door.receive(&run)).unwrap();
        }
    }
    let count: i64 = ours.connection.query_row("SELECT count(*) FROM run", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 6, "each turn of each of both");
    let held = ours.runs().unwrap();
    for run in &held {
        let numbers: Vec<u64> = run.entries.iter().map(|entry| entry.header.id.seq).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
        for entry in &run.entries {
            assert!(runs::row_of(&ours.connection, entry.header.id).unwrap().is_some());
        }
        let beyond = EntryId { origin: run.origin, seq: 7 };
        assert_eq!(runs::row_of(&ours.connection, beyond).unwrap(), None);
    }
    let sent = theirs.runs().unwrap().remove(0);
    let arrived = held.into_iter().find(|run| run.origin == sent.origin).unwrap();
    assert_eq!(arrived.entries, sent.entries);
    let undoable = ours.last_undoable().unwrap().unwrap();
    assert_eq!(undoable.entries, [(Kind::CaseLogged, Uuid::from_u128(22))]);
    assert_eq!(ours.verify().unwrap().findings, []);
    let lost = ours.connection.unchecked_transaction().unwrap();
    lost.execute("DELETE FROM run WHERE first_seq = 3", []).unwrap();
    assert!(!ours.verify_inside().unwrap().findings.is_empty());
    drop(lost);
}

/// Two books that merged the same facilities in opposite directions, and changed different things of one, agree once each
/// has what the other has, whichever comes first.
#[test]
fn facilities_that_were_merged_both_ways_are_one_in_both_books() {
    use crate::domain::facility::FacilityId;
    let folder = tempfile::tempdir().unwrap();
    let mut desks: Vec<Book> = ["KC", "PP"]
        .map(|desk| Book::create(&options(folder.path(), desk, ""), &keeper(desk)).unwrap().0)
        .into();
    let [one, other]: [FacilityId; 2] = ["N00003", "H120102"].map(|id| id.parse().unwrap());
    let about = |kind: Kind, id: &FacilityId, batch: u128, mut body: serde_json::Value| {
        body["id"] = json!(id);
        NewEntry { subject: Book::subject_of_facility(id), ..simple(kind, 0, batch, &body) }
    };
    append(&mut desks[0], logged(1, &draft("here")));
    append(&mut desks[0], about(Kind::FacilityMerged, &one, 90, json!({ "into": other })));
    append(&mut desks[0], about(Kind::FacilityChanged, &other, 91, json!({ "name_en": "Renamed" })));
    append(&mut desks[1], about(Kind::FacilityMerged, &other, 92, json!({ "into": one })));
    append(&mut desks[1], about(Kind::FacilityChanged, &other, 93, json!({ "closed_since": "2026-03-01" })));
    let runs: Vec<Run> = desks.iter().flat_map(|desk| desk.runs().unwrap()).collect();
    for (turn, desk) in desks.iter_mut().enumerate() {
        for run in if turn == 0 { runs.clone() } else { runs.iter().rev().cloned().collect() } {
            desk.write::<_, BookError>(0, |door| door.receive(&run)).unwrap();
        }
        assert_eq!(*desk.facilities().meant(&one), other);
        let known = desk.facilities().get(&one).unwrap();
        assert_eq!((known.id.clone(), known.name_en.as_str()), (other.clone(), "Renamed"));
        assert!(known.closed_since.is_some() && known.names().any(|name| name == "Preah Kossamak Hospital"));
        let asked = listing(Ask::Facility(vec![other.clone()]));
        assert_eq!(desk.view().count(&asked).unwrap(), 1, "the case that still says the old one");
    }
    let states: Vec<_> = desks.iter().map(|desk| desk.verify().unwrap()).collect();
    assert_eq!(states[0].state, states[1].state);
    assert!(states.iter().all(|verified| verified.findings.is_empty()));
}
