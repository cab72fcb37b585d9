//! The interface without a terminal: what keys do to the model, what the screens show, and that nothing at all
//! makes it panic.

mod anything;
mod attaching;
mod case;
mod correcting;
mod due;
mod duplicates;
mod facility;
mod figures;
mod follow;
mod following;
mod form;
mod import;
mod keeping;
mod latin;
mod ledger;
mod ledger_flow;
mod ledger_made;
mod ledger_screens;
mod logging;
mod message;
mod places;
mod raise;
mod random;
mod screens;
mod snapshots;
mod telling;
mod updates;
mod whole;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

pub(super) use figures::group;
use figures::{facility_view, ranking};

use super::effect::{
    Answer, CaseRow, Day, Deed, DraftRow, DraftTakenUp, Effect, FacilityChoice, Generation, Kept, Newest,
    Opened, Page, Query, Rising, Shown, Story, Work,
};
use super::headless::lines;
use super::model::{Model, Msg};
use super::theme::{Depth, Theme};
use super::update::update;
use super::view;
use crate::app::{Clock, Done, Event, HotspotsView, KeptDraft, LastDone, MemberView};
use crate::book::Order;
use crate::domain::case::{Case, NextStep, Patient, Record};
use crate::domain::column::Column;
use crate::domain::draft::Unfinished;
use crate::domain::entry::Kind;
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::money::Paid;
use crate::domain::number::CaseNumber;
use crate::domain::times::Times;
use crate::domain::values::{Evidence, Payer, Purpose, Severity, Status, ToldBy};
use crate::i18n::Lang;
use crate::reference;

const NARRATIVE: &str = "ខ្ញុំទៅដល់ម៉ោងប្រាំមួយព្រឹក ហើយរង់ចាំរហូតដល់ថ្ងៃត្រង់ ទើបបានជួបគ្រូពេទ្យ។";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 31).unwrap()
}

fn model(lang: Lang) -> Model {
    let theme = Theme { depth: Depth::Sixteen, ..Theme::PLAIN };
    Model::new(lang, theme, Clock::System, today(), PathBuf::from("/book"))
}

#[expect(clippy::unnecessary_box_returns, reason = "the message holds a box")]
fn opened(is_demo: bool) -> Box<Opened> {
    Box::new(Opened {
        path: PathBuf::from("/book"),
        desk: "KC".to_owned(),
        officer: "Sok Dara".to_owned(),
        is_demo,
        is_encrypted: true,
        entries_lost: 0,
        clock: Clock::System,
        recovery_code: None,
    })
}

fn kossamak() -> crate::domain::facility::Facility {
    reference::facility(&"N00003".parse().unwrap()).unwrap().clone()
}

fn number(index: u64) -> CaseNumber {
    CaseNumber::new(&"KC".parse().unwrap(), index)
}

fn record() -> Record {
    Record {
        visited_on: today(),
        facility: kossamak().id,
        stage: None,
        payer: Payer::Nssf,
        times: Times::default(),
        waited_minutes: Some(330),
        issues: vec![Issue::new(IssueCode::Wait, Severity::High), Issue::new(IssueCode::Disc, Severity::Low)],
        paid: Paid { riel: 40_000, ..Paid::default() },
        harm: 0,
        remedy: None,
        told_by: ToldBy::Member,
        channel: None,
        patient: Patient::default(),
        employer: None,
        local: None,
        evidence: Evidence::C,
        consent: std::collections::BTreeSet::new(),
        assigned_to: None,
        next_step: None,
        source: None,
    }
}

fn page(total: usize, offset: usize) -> Page {
    let rows = (offset..total.min(offset + 300)).map(|index| CaseRow {
        number: number(index as u64 + 1),
        visited_on: today(),
        facility: Some(Arc::new(kossamak())),
        facility_id: kossamak().id,
        issues: record().issues,
        waited: Some(330),
        status: Status::New,
        is_urgent: index == 0,
    });
    Page {
        total,
        order: Order::default(),
        is_counted: true,
        offset,
        rows: rows.collect(),
        words: vec!["kossamak".to_owned(), "កុសុមៈ".to_owned()],
    }
}

fn shown() -> Box<Shown> {
    Box::new(Shown {
        case: Case {
            id: uuid::Uuid::nil(),
            number: number(1),
            recorded_at: chrono::DateTime::parse_from_rfc3339("2026-10-31T09:00:00+07:00").unwrap(),
            desk: "KC".parse().unwrap(),
            officer: "Sok Dara".to_owned(),
            record: record(),
            status: Status::New,
            party_outcome: None,
            member_outcome: None,
            follow: crate::domain::standing::FollowUp::default(),
            erased: false,
            conflicts: Vec::new(),
        },
        facility: Some(Arc::new(kossamak())),
        narrative: Some(NARRATIVE.to_owned()),
    })
}

fn moment() -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339("2026-10-31T09:00:00+07:00").unwrap()
}

/// A case with all that the screen of a case can show.
fn story() -> Box<Story> {
    let Shown { mut case, facility, narrative } = *shown();
    let time = |text: &str| Some(text.parse().unwrap());
    case.record.times = Times {
        arrived: time("06:10"),
        registered: time("06:35"),
        seen: time("~11:40"),
        medicine: time("12:10"),
        left: None,
    };
    case.record.consent = [Purpose::Count].into();
    case.record.next_step = Some(NextStep {
        what: "ទូរស័ព្ទទៅសមាជិក".to_owned(), on: Some(today())
    });
    case.record.harm = 2;
    case.conflicts = vec!["evidence".to_owned()];
    let event = |kind, fields: &[&str], taken_back| Event {
        kind,
        at: Some(moment()),
        desk: "KC".to_owned(),
        officer: "Sok Dara".to_owned(),
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        taken_back,
    };
    let history = vec![
        event(Kind::CaseLogged, &[], false),
        event(Kind::CaseCorrected, &["evidence", "times"], false),
        event(Kind::Confirmed, &[], true),
        event(Kind::Undone, &[], false),
    ];
    let follow = follow::on_case();
    Box::new(Story {
        case,
        facility,
        narrative,
        history,
        has_member: true,
        follow,
        attachments: Vec::new(),
        joined: Vec::new(),
    })
}

fn member() -> Box<MemberView> {
    Box::new(MemberView {
        name: Some("សុខ ដារ៉ា".to_owned()),
        phone: Some("012 345 678".to_owned()),
        nssf_number: Some("…4821".to_owned()),
        address: None,
        employee_number: None,
        safe_time: None,
    })
}

#[expect(clippy::unnecessary_box_returns, reason = "the message holds a box")]
fn day() -> Box<Day> {
    let newest = page(3, 0)
        .rows
        .into_iter()
        .enumerate()
        .map(|(days, row)| Newest { recorded_at: moment() - chrono::Days::new(days as u64), row });
    let newest = newest.collect();
    Box::new(Day { newest, cases: 1_000, open: 900, week: 12, backed_up: Some(today()) })
}

fn rising() -> Vec<Rising> {
    let facility = kossamak();
    let (name_km, name_en) = (facility.name_km.clone(), facility.name_en.clone());
    vec![Rising { id: facility.id, name_km, name_en, last_28: 12, previous_84: 9 }]
}

fn last_done() -> LastDone {
    LastDone {
        batch: uuid::Uuid::nil(),
        kinds: vec![Kind::CaseLogged],
        subjects: 1,
        number: Some(number(1)),
        first: Vec::new(),
        merged: None,
        fields: Vec::new(),
        at: Some(moment()),
        draft: None,
    }
}

fn done(number: CaseNumber, deed: &Deed) -> Done {
    let changed = match deed {
        Deed::Correct(changes) => changes.iter().map(|(column, _)| column.to_string()).collect(),
        Deed::Consent(_) => vec!["consent".to_owned()],
        _ => vec!["status".to_owned()],
    };
    Done { number, changed, warnings: Vec::new() }
}

fn key(code: KeyCode) -> Msg {
    Msg::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn press(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    update(model, key(code))
}

fn type_text(model: &mut Model, text: &str) -> Vec<Effect> {
    text.chars().flat_map(|letter| press(model, KeyCode::Char(letter))).collect()
}

/// Answers a ranking whose first place has that code; the rest as [`answer`] does.
fn answer_with(model: &mut Model, effects: Vec<Effect>, first: &str) {
    for effect in effects {
        if let Effect::Read(Query::Hotspots { .. }, generation) = effect {
            let mut found = ranking();
            found.groups[0].key = Some(first.to_owned());
            update(model, Msg::Answer(Answer::Hotspots(generation, Ok(found))));
        } else {
            answer(model, vec![effect]);
        }
    }
}

/// Answers what was asked, as the workers would.
fn answer(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let mut more = Vec::new();
    for effect in effects {
        let answer = match effect {
            Effect::Read(Query::Cases { order, offset, .. }, generation) => {
                Answer::Cases(generation, Ok(Page { order, ..page(1_000, offset) }))
            }
            Effect::Read(Query::Case(_), generation) => Answer::Case(generation, Ok(shown())),
            Effect::Read(Query::Story(_), generation) => Answer::Story(generation, Ok(story())),
            Effect::Read(Query::Member(_), generation) => Answer::Member(generation, Ok(member())),
            Effect::Read(Query::Day, generation) => Answer::Day(generation, Ok(day())),
            Effect::Read(Query::Rising, generation) => Answer::Rising(generation, Ok(rising())),
            Effect::Read(Query::Agenda(lang), generation) => {
                Answer::Agenda(generation, Ok(follow::agenda(lang)))
            }
            Effect::Read(Query::GateFacilities(_), generation) => Answer::GateFacilities(generation, found()),
            Effect::Write(Work::AtGate(_, generation)) => Answer::AtGate(generation, Ok(follow::at_gate())),
            Effect::Write(Work::LookToRaise { generation, .. }) => {
                Answer::Raisable(generation, Ok(follow::raisable()))
            }
            Effect::Write(Work::LastDone) => Answer::LastDone(Ok(last_done())),
            Effect::Read(Query::Members(..), generation) => {
                Answer::Members(generation, Ok(duplicates::members()))
            }
            Effect::Read(Query::Hotspots { .. }, generation) => Answer::Hotspots(generation, Ok(ranking())),
            Effect::Read(Query::Facility { .. }, generation) => {
                Answer::Facility(generation, Ok(facility_view()))
            }
            Effect::Read(Query::Facilities(_), generation) => Answer::Facilities(generation, found()),
            Effect::Read(Query::Drafts, _) => Answer::Drafts(Ok(Vec::new())),
            Effect::Write(Work::Look(look, generation)) => {
                let found = ledger_made::found(&look);
                Answer::Looked(look, generation, Ok(found))
            }
            Effect::Write(Work::KeepDraft { form, .. }) => Answer::DraftKept(form, Ok(Kept::AsItWas)),
            other => {
                more.push(other);
                continue;
            }
        };
        let then = update(model, Msg::Answer(answer));
        more.extend(self::answer(model, then));
    }
    more
}

fn found() -> Vec<FacilityChoice> {
    vec![FacilityChoice { facility: kossamak(), score: 900 }]
}

/// So many drafts that wait.
fn waiting(count: usize) -> Vec<DraftRow> {
    let row = |index: usize| DraftRow {
        id: uuid::Uuid::from_u128(index as u128),
        changed_at: moment(),
        facility: Some(Arc::new(kossamak())),
        facility_text: "N00003".to_owned(),
        issues: vec![(IssueCode::Wait, Severity::High)],
    };
    (0..count).map(row).collect()
}

/// A draft that was typed yesterday.
fn taken_up() -> Box<DraftTakenUp> {
    let mut form = Unfinished::default();
    for (column, text) in [
        (Column::Facility, "N00003"),
        (Column::Issues, "WAIT:high;PAY:low:informal"),
        (Column::Arrived, "6h10"),
        (Column::Payer, "nssf"),
        (Column::PaidReceipt, "no"),
        (Column::Narrative, NARRATIVE),
        (Column::MemberName, "សុខ ដារ៉ា"),
        (Column::Consent, "count"),
        // No field of the form shows it.
        (Column::PatientSex, "female"),
    ] {
        form.draft.set(column, text);
    }
    form.declined.insert(Purpose::Name);
    let draft =
        KeptDraft { id: uuid::Uuid::nil(), started_at: moment(), changed_at: moment(), corrects: None, form };
    Box::new(DraftTakenUp { draft, facility: Some(kossamak()) })
}

/// Moves the marker down to the row that holds a text.
fn mark(model: &mut Model, text: &str) {
    for _ in 0..100 {
        if drawn(model, 80, 24).iter().any(|line| line.starts_with('>') && line.contains(text)) {
            return;
        }
        press(model, KeyCode::Down);
    }
    panic!("no row holds `{text}`:\n{}", drawn(model, 80, 24).join("\n"));
}

/// A model with an open book, and all its questions answered.
fn begun(lang: Lang) -> Model {
    let mut model = model(lang);
    let effects = update(&mut model, Msg::Answer(Answer::Opened(opened(true))));
    answer(&mut model, effects);
    model
}

/// The same on the table of cases.
fn settled(lang: Lang) -> Model {
    let mut model = begun(lang);
    let effects = press(&mut model, KeyCode::F(6));
    answer(&mut model, effects);
    model
}

/// What is on a screen of that size.
fn drawn(model: &mut Model, columns: u16, rows: u16) -> Vec<String> {
    update(model, Msg::Resize(columns, rows));
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal
        .draw(|frame| {
            if let Some(cursor) = view::draw(model, frame.buffer_mut()).cursor {
                frame.set_cursor_position(cursor);
            }
        })
        .unwrap();
    lines(terminal.backend().buffer())
}
