//! Queries are answered from columns; here the same questions are put to one case after the other, and the answers
//! compared.
//!
//! The book holds more than two full blocks of columns and a tail, and much that is odd; rows of full blocks were
//! changed, taken back and erased after these were made.

#![allow(clippy::unwrap_used, clippy::cast_possible_truncation)]

#[path = "queries/asked.rs"]
mod asked;
#[path = "queries/counted.rs"]
mod counted;
#[path = "queries/plain.rs"]
mod plain;
#[path = "queries/random.rs"]
mod random;
#[path = "queries/told.rs"]
mod told;

use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;
use wardbook::app::{HotspotsView, Session};
use wardbook::book::{BookError, Group, GroupBy, Hotspots, Listing, Order, Reader, View};
use wardbook::domain::filter::{Filter, Test};
use wardbook::domain::period::Span;
use wardbook::domain::waits::Waits;

use asked::Asked;
use plain::Row;
use random::Random;
use told::{Seen, Told, today};

/// How many random questions are put.
const QUESTIONS: usize = 10_000;

/// An officer at a book, who remembers in which order its cases came.
struct Desk {
    folder: TempDir,
    session: Session,
    arrived: Vec<Uuid>,
    random: Random,
}

impl Desk {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut session = told::desk(folder.path(), "HQ", "Sok Dara");
        told::add_facilities(&mut session);
        Self { folder, session, arrived: Vec::new(), random: Random::new(0x5EED) }
    }

    /// With cases of the demo, odd ones, those of two other desks, and much that happened to them since.
    fn full() -> Self {
        let mut desk = Self::empty();
        let demo = told::of_demo(&mut desk.session, 1_900);
        desk.log(&demo, &[]);
        let odd = told::odd(&mut desk.random, &demo, 1_900, 500);
        let seen = told::observed(&mut desk.random, &demo, 0, 1_200);
        desk.log(&odd, &seen);
        for (code, officer, first) in [("KPC", "ចាន់ មាស", 2_400), ("SRAB", "😀", 2_600)] {
            let cases = told::odd(&mut desk.random, &demo, first, 200);
            let seen = told::observed(&mut desk.random, &demo, first, 60);
            desk.receive(code, officer, &cases, &seen);
        }
        let touched: Vec<Uuid> = (0..700).map(|_| *desk.random.pick(&desk.arrived)).collect();
        told::happen(&mut desk.session, &mut desk.random, &touched);
        desk
    }

    fn log(&mut self, cases: &[Told], observations: &[Seen]) {
        told::log(&mut self.session, cases, observations);
        self.arrived.extend(cases.iter().map(|told| told.subject));
    }

    /// Takes in what another desk logged.
    fn receive(&mut self, code: &str, officer: &str, cases: &[Told], observations: &[Seen]) {
        let mut other = told::desk(self.folder.path(), code, officer);
        told::log(&mut other, cases, observations);
        let at = self.session.clock.milliseconds();
        for run in other.book.runs().unwrap() {
            self.session.book.write::<_, BookError>(at, |door| door.receive(&run)).unwrap();
        }
        self.arrived.extend(cases.iter().map(|told| told.subject));
    }

    fn rows(&self) -> Vec<Row> {
        plain::rows(&self.session.view(), &self.arrived)
    }
}

/// Puts one question both ways, to all of these views.
fn compare(views: &[View<'_>], rows: &[Row], asked: &Asked) {
    let Asked { listing, by, span } = asked;
    let selected = plain::selected(rows, &listing.filter, listing.riel_per_dollar);
    let cases = selected.iter().filter(|row| row.case().is_some()).count();
    let listed = plain::list(&selected, listing);
    let counted = counted::hotspots(&selected, *by, *span, today());
    for view in views {
        assert_eq!(view.count(listing).unwrap(), cases, "{asked:?}");
        let list: Vec<Uuid> = view.list(listing).unwrap().iter().map(|stored| stored.case.id).collect();
        assert_eq!(list, listed, "{asked:?}");
        assert_eq!(view.hotspots(listing, *by, *span, today()).unwrap(), counted, "{asked:?}");
    }
}

/// Puts so many random questions.
fn compare_many(views: &[View<'_>], rows: &[Row], seed: u64, count: usize) {
    let mut random = Random::new(seed);
    for _ in 0..count {
        compare(views, rows, &asked::question(&mut random, rows));
    }
}

/// All that is asked of everything.
fn compare_all(views: &[View<'_>], rows: &[Row]) {
    for (_, by) in GroupBy::NAMES {
        let listing = Listing { limit: Some(20), riel_per_dollar: 4_000, ..Listing::default() };
        compare(views, rows, &Asked { listing, by, span: Span::default() });
    }
}

#[test]
fn ten_thousand_queries_are_answered_as_by_a_plain_scan() {
    let desk = Desk::full();
    let rows = desk.rows();
    assert!(rows.len() > 2 * 1_024 + 1_024 + 500, "{}", rows.len());
    compare_all(&[desk.session.view()], &rows);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (reader, rows) = (desk.session.book.reader().unwrap(), &rows);
            scope.spawn(move || compare_many(&[reader.view()], rows, thread, QUESTIONS / 4));
        }
    });
    assert_eq!(desk.session.book.verify().unwrap().findings, []);
}

#[test]
fn totals_are_the_sums_of_their_parts() {
    let desk = Desk::full();
    let rows = desk.rows();
    let mut random = Random::new(7);
    for round in 0..60 {
        let Asked { mut listing, span, .. } = asked::question(&mut random, &rows);
        if round == 0 {
            listing.filter = Filter::default();
        }
        let by = |by| desk.session.view().hotspots(&listing, by, span, today()).unwrap();
        let names = GroupBy::NAMES.into_iter().filter(|(_, by)| *by != GroupBy::Issue);
        for (name, Hotspots { groups, total, .. }) in names.map(|(name, grouping)| (name, by(grouping))) {
            let sum = |part: fn(&Group) -> u32| groups.iter().map(part).sum::<u32>();
            assert_eq!(sum(|group| group.cases), total.cases, "{name} {listing:?}");
            assert_eq!(sum(|group| group.open), total.open, "{name} {listing:?}");
            assert_eq!(sum(|group| group.severe), total.severe, "{name} {listing:?}");
            assert_eq!(sum(|group| group.observed), total.observed, "{name} {listing:?}");
            let mut waits = Waits::default();
            for group in &groups {
                waits.merge(&group.waits);
            }
            assert_eq!(waits, total.waits, "{name} {listing:?}");
        }
        let (provinces, districts) = (by(GroupBy::Province), by(GroupBy::District));
        assert_eq!(provinces.facilities, districts.facilities);
        assert_eq!(provinces.facilities, by(GroupBy::Facility).facilities);
        assert_eq!(provinces.facilities.iter().map(|(_, cases)| cases).sum::<u32>(), provinces.total.cases);
        assert_eq!(
            by(GroupBy::Issue).groups.iter().map(|group| group.issues).fold([0; 15], |mut sum, issues| {
                // Of a group of one issue only that issue is its own.
                sum.iter_mut().zip(issues).for_each(|(most, count)| *most = count.max(*most));
                sum
            }),
            provinces.total.issues
        );
    }
}

#[test]
fn the_ranking_does_not_depend_on_the_order_of_cases() {
    let mut one = Desk::empty();
    let demo = told::of_demo(&mut one.session, 1_500);
    let mut cases = told::odd(&mut one.random, &demo, 1_500, 800);
    cases.extend(demo);
    let mut seen = told::observed(&mut one.random, &cases, 0, 300);
    one.log(&cases, &seen);
    let mut other = Desk::empty();
    other.random.shuffle(&mut cases);
    other.random.shuffle(&mut seen);
    other.log(&cases, &seen);
    let rows = one.rows();
    let mut random = Random::new(3);
    for round in 0..100 {
        let Asked { mut listing, by, span } = asked::question(&mut random, &rows);
        if round < 8 {
            listing.filter = Filter::default();
        }
        let said = |desk: &Desk| {
            let view = desk.session.view();
            format!("{:?}", HotspotsView::of(&view, &listing, by, span, today()).unwrap())
        };
        assert_eq!(said(&one), said(&other), "{listing:?}");
    }
}

#[test]
fn what_was_added_up_before_says_what_a_scan_says() {
    let desk = Desk::full();
    let view = desk.session.view();
    let always = Filter::default().and(Test::Since(chrono::NaiveDate::MIN));
    for (_, by) in GroupBy::NAMES {
        let ask = |filter: Filter, day| {
            let listing = Listing { filter, ..Listing::default() };
            view.hotspots(&listing, by, Span::default(), day).unwrap()
        };
        for day in [today(), "2026-03-31".parse().unwrap(), "2024-02-29".parse().unwrap()] {
            assert_eq!(ask(Filter::default(), day), ask(always.clone(), day));
        }
    }
}

/// Asks a reader that was there all along, one that comes now, and the officer's own connection.
fn all_see_the_same(desk: &mut Desk, old: &mut Reader, seed: u64) {
    // As whoever asks does: facilities are looked up before.
    old.refresh().unwrap();
    desk.session.book.refresh().unwrap();
    let rows = desk.rows();
    let fresh = desk.session.book.reader().unwrap();
    let views = [old.view(), fresh.view(), desk.session.view()];
    compare_all(&views, &rows);
    compare_many(&views, &rows, seed, 60);
}

#[test]
fn what_changes_between_two_questions_is_seen() {
    let mut desk = Desk::full();
    let mut old = desk.session.book.reader().unwrap();
    all_see_the_same(&mut desk, &mut old, 1);
    // Rows in a full block and in the tail.
    for place in [3, 1_023, 1_024, 1_025, 2_047, 2_600] {
        let fields = [
            ("facility", json!("HC-010605")),
            ("employer", json!(format!("Factory {place}"))),
            ("visited_on", json!("2026-10-30")),
            ("waited_minutes", json!(77)),
        ];
        told::correct(&mut desk.session, desk.arrived[place], &fields, Some("ធ្វើឲ្យ changed 😀"));
    }
    all_see_the_same(&mut desk, &mut old, 2);
    desk.session.undo().unwrap();
    all_see_the_same(&mut desk, &mut old, 3);
    let touched: Vec<Uuid> = (0..300).map(|_| *desk.random.pick(&desk.arrived)).collect();
    told::happen(&mut desk.session, &mut desk.random, &touched);
    all_see_the_same(&mut desk, &mut old, 4);
    // Another program writes, over the end of a block.
    let mut other = told::again(desk.folder.path(), "HQ");
    let demo = told::of_demo(&mut other, 50);
    let more = told::odd(&mut desk.random, &demo, 9_000, 500);
    let seen = told::observed(&mut desk.random, &demo, 9_000, 20);
    told::log(&mut other, &more, &seen);
    desk.arrived.extend(more.iter().map(|told| told.subject));
    all_see_the_same(&mut desk, &mut old, 5);
    assert_eq!(desk.session.book.verify().unwrap().findings, []);
}

/// Takes back the logging of the newest case or the writing down of the newest observation, and adds others.
#[test]
fn what_comes_after_a_newest_that_was_taken_back_is_seen() {
    let mut desk = Desk::empty();
    let demo = told::of_demo(&mut desk.session, 1_100);
    let mut random = Random::new(5);
    let seen = told::observed(&mut random, &demo, 0, 3);
    // The last row of the first block, then the first of the second.
    let (first, rest) = demo.split_at(1_023);
    desk.log(first, &seen[..1]);
    let mut old = desk.session.book.reader().unwrap();
    for (seed, pair) in rest.chunks(2).take(3).enumerate() {
        desk.log(&pair[..1], &[]);
        all_see_the_same(&mut desk, &mut old, seed as u64);
        desk.session.undo().unwrap();
        desk.arrived.pop();
        if seed > 0 {
            all_see_the_same(&mut desk, &mut old, seed as u64);
        }
        desk.log(&pair[1..], &[]);
        all_see_the_same(&mut desk, &mut old, seed as u64);
    }
    desk.log(&[], &seen[1..2]);
    all_see_the_same(&mut desk, &mut old, 8);
    desk.session.undo().unwrap();
    all_see_the_same(&mut desk, &mut old, 9);
    desk.log(&[], &seen[2..]);
    all_see_the_same(&mut desk, &mut old, 10);
    assert_eq!(desk.session.book.verify().unwrap().findings, []);
}

#[test]
fn a_facility_that_is_read_late_is_seen_in_the_same_question() {
    let mut desk = Desk::empty();
    let demo = told::of_demo(&mut desk.session, 20);
    let mut reader = desk.session.book.reader().unwrap();
    desk.log(&demo, &[]);
    let place = demo[0].complaint.record.facility.clone();
    let asked = |test| Listing { filter: Filter::default().and(test), ..Listing::default() };
    let listing = asked(Test::Facility(vec![place]));
    // The reader does not know the facility yet, and was asked all the same.
    let _ = reader.view().count(&listing).unwrap();
    reader.refresh().unwrap();
    assert_eq!(reader.view().count(&listing).unwrap(), desk.session.view().count(&listing).unwrap());
    assert!(reader.view().count(&listing).unwrap() > 0);
}

fn by_text_and_member() -> Listing {
    let filter = Filter::default().and(Test::Text("a".to_owned())).and(Test::Member(vec!["a".to_owned()]));
    Listing { filter, order: Order::Paid, limit: Some(20), riel_per_dollar: 4_000, ..Listing::default() }
}

/// Asks so often while another thread interrupts now and then; returns how often an answer was broken off.
fn interrupted(reader: &Reader, pause: u64, times: usize) -> usize {
    let (handle, done) = (reader.interrupt_handle(), AtomicBool::new(false));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                (0..pause).for_each(|_| std::hint::spin_loop());
                handle.interrupt();
            }
        });
        let broken_off = |_: &usize| match reader.view().count(&by_text_and_member()) {
            Err(BookError::Interrupted) => true,
            answer => answer.is_err(),
        };
        let count = (0..times).filter(broken_off).count();
        done.store(true, Ordering::Relaxed);
        count
    })
}

#[test]
fn a_reader_that_was_interrupted_answers_the_next_question_right() {
    let desk = Desk::full();
    let rows = desk.rows();
    let mut broken_off = 0;
    for round in 0..20_u64 {
        let reader = desk.session.book.reader().unwrap();
        broken_off += interrupted(&reader, round * 5_000, 3);
        let asked = Asked { listing: by_text_and_member(), by: GroupBy::Payer, span: Span::default() };
        compare(&[reader.view()], &rows, &asked);
        compare_many(&[reader.view()], &rows, round, 3);
    }
    assert!(broken_off > 0);
}

#[test]
fn what_was_read_in_part_and_went_before_it_was_read_again_is_not_seen() {
    let mut desk = Desk::empty();
    let demo = told::of_demo(&mut desk.session, 600);
    desk.log(&demo, &[]);
    let reader = desk.session.book.reader().unwrap();
    // Sooner or later in the reading.
    (0..40).for_each(|round| _ = interrupted(&reader, round * 1_000, 2));
    for _ in 0..100 {
        desk.session.undo().unwrap();
        desk.arrived.pop();
    }
    compare_many(&[reader.view()], &desk.rows(), 99, 100);
}
