//! The one table of actions.

use crossterm::event::KeyCode;

use super::{Action, Chord, Context, Entry, Say};
use crate::domain::values::Status;
use crate::tui::model::Model;
use crate::tui::words::{self, ledger};

const EVERYWHERE: &[Context] = &Context::ALL;
/// The screens of an open book, and what is typed into them.
const IN_A_BOOK: &[Context] = &[
    Context::Today,
    Context::Cases,
    Context::Filter,
    Context::Case,
    Context::Log,
    Context::Story,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Import,
    Context::Gate,
    Context::GateCard,
    Context::Settings,
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
    Context::Duplicates,
];
/// Wherever nothing lies on top.
const BELOW_LAYERS: &[Context] = &[
    Context::Choice,
    Context::Make,
    Context::Unlock,
    Context::Waiting,
    Context::Today,
    Context::Cases,
    Context::Filter,
    Context::Case,
    Context::Log,
    Context::Story,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Import,
    Context::Gate,
    Context::GateCard,
    Context::Settings,
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
    Context::Duplicates,
    Context::Sheet,
];
const SCREENS: &[Context] = &[
    Context::Today,
    Context::Cases,
    Context::Case,
    Context::Log,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Import,
    Context::GateCard,
    Context::Settings,
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
    Context::Duplicates,
];
const TABS: &[Context] = &[
    Context::Today,
    Context::Cases,
    Context::Hotspots,
    Context::Promises,
    Context::People,
    Context::Settings,
];
const MOVING: &[Context] = &[
    Context::Choice,
    Context::Today,
    Context::Cases,
    Context::Case,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Import,
    Context::GateCard,
    Context::Settings,
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
    Context::Duplicates,
];
const PAGING: &[Context] = &[
    Context::Today,
    Context::Cases,
    Context::Case,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Import,
    Context::GateCard,
    Context::Settings,
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
    Context::Duplicates,
];
/// The screens of promises, parties, submissions and process figures.
const LEDGER: &[Context] = &[
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
];
/// The other screens of an open book, and what is typed into them, but for that of one case, whose letters are its own.
const IN_A_BOOK_OTHERWISE: &[Context] = &[
    Context::Today,
    Context::Cases,
    Context::Filter,
    Context::Log,
    Context::Story,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Import,
    Context::Settings,
    Context::Duplicates,
];
/// Where letters mean something else, or are text.
const BESIDE_DUPLICATES: &[Context] = &[
    Context::Import,
    Context::Filter,
    Context::Case,
    Context::Log,
    Context::Story,
    Context::Hotspots,
    Context::Facility,
    Context::Raise,
    Context::Gate,
    Context::GateCard,
    Context::Settings,
    Context::Promises,
    Context::Promise,
    Context::People,
    Context::Party,
    Context::Ladder,
    Context::Submission,
    Context::Process,
];
const FORMS: &[Context] = &[Context::Log, Context::Make];
/// Where the key of the gate is one that every keyboard has; elsewhere it is one with Ctrl.
const WITH_A_GATE: &[Context] = &[Context::Case, Context::Facility, Context::Settings];
const BESIDE_A_GATE: &[Context] =
    &[Context::Cases, Context::Filter, Context::Log, Context::Story, Context::Hotspots, Context::Raise];

fn unless_pair(model: &Model) -> Option<Say> {
    (!model.duplicates.can_decide()).then_some(words::no_pair_yet)
}

fn always(_: &Model) -> Option<Say> {
    None
}

fn unless_saving(model: &Model) -> Option<Say> {
    if model.log.is_saving() { Some(words::still_saving) } else { None }
}

fn unless_nothing_waits(model: &Model) -> Option<Say> {
    if model.log.offered().is_some() { None } else { Some(words::no_draft_to_continue) }
}

fn unless_untouched(model: &Model) -> Option<Say> {
    if model.log.is_saving() {
        Some(words::still_saving)
    } else if model.log.is_touched() {
        None
    } else {
        Some(words::nothing_to_throw_away)
    }
}

fn unless_all_shown(model: &Model) -> Option<Say> {
    if model.cases.is_filtered() { None } else { Some(words::all_are_shown) }
}

fn unless_empty(model: &Model) -> Option<Say> {
    if model.cases.has_case() { None } else { Some(words::nothing_to_read) }
}

fn unless_reading(model: &Model) -> Option<Say> {
    if model.case.story().is_some() { None } else { Some(words::reading_book) }
}

fn unless_new(model: &Model) -> Option<Say> {
    unless_reading(model).or_else(|| match model.case.status() {
        Some(Status::New) => None,
        Some(status) if status.is_open() => Some(words::confirmed_already),
        _ => Some(words::not_open_now),
    })
}

fn unless_open(model: &Model) -> Option<Say> {
    let is_open = model.case.status().is_some_and(Status::is_open);
    unless_reading(model).or(if is_open { None } else { Some(words::not_open_now) })
}

fn unless_closed(model: &Model) -> Option<Say> {
    let is_open = model.case.status().is_some_and(Status::is_open);
    unless_reading(model).or(if is_open { Some(words::still_open_now) } else { None })
}

fn unless_erased(model: &Model) -> Option<Say> {
    let is_erased = model.case.story().is_some_and(|story| story.case.erased);
    unless_reading(model).or(if is_erased { Some(words::erased_already) } else { None })
}

fn unless_written(model: &Model) -> Option<Say> {
    if model.raise.file().is_some() { None } else { Some(words::no_document_yet) }
}

fn unless_looked_over(model: &Model) -> Option<Say> {
    if model.import.is_running() {
        Some(words::import_runs)
    } else if model.import.can_take() {
        None
    } else {
        Some(words::import_look_first)
    }
}

fn unless_unread(model: &Model) -> Option<Say> {
    if model.raise.is_writing() {
        Some(words::raise_writing)
    } else if model.raise.prepared().is_some() {
        None
    } else {
        Some(words::raise_look_first)
    }
}

fn unless_no_promise(model: &Model) -> Option<Say> {
    if model.promises.chosen().is_some() { None } else { Some(ledger::no_promise_here) }
}

fn unless_promise_read(model: &Model) -> Option<Say> {
    if model.promise.page().is_some() { None } else { Some(words::reading_book) }
}

fn unless_no_submission(model: &Model) -> Option<Say> {
    unless_promise_read(model).or_else(|| {
        let answers = model.promise.page().and_then(|page| page.submission.as_ref());
        if answers.is_some() { None } else { Some(ledger::answers_no_submission) }
    })
}

fn unless_no_contact(model: &Model) -> Option<Say> {
    if model.party.is_on_contact() { None } else { Some(ledger::no_contact_chosen) }
}

fn unless_submission_read(model: &Model) -> Option<Say> {
    if model.submission.page().is_some() { None } else { Some(words::reading_book) }
}

fn unless_unanswered(model: &Model) -> Option<Say> {
    unless_submission_read(model).or(if model.submission.is_answered() {
        Some(ledger::answered_already)
    } else {
        None
    })
}

fn unless_unheard(model: &Model) -> Option<Say> {
    unless_submission_read(model).or_else(|| {
        let heard = model.submission.page().and_then(|page| page.row.submission.heard_on());
        heard.map(|_| ledger::heard_already as Say)
    })
}

fn unless_unsettled(model: &Model) -> Option<Say> {
    unless_submission_read(model).or_else(|| {
        let page = model.submission.page()?;
        if page.next.is_none() && page.unsettled().next().is_some() {
            Some(ledger::top_of_the_ladder)
        } else if page.next.is_none() {
            Some(ledger::all_settled)
        } else {
            None
        }
    })
}

fn unless_first_rung(model: &Model) -> Option<Say> {
    unless_submission_read(model).or_else(|| {
        let before = model.submission.page().and_then(|page| page.after.as_ref());
        if before.is_some() { None } else { Some(ledger::nothing_before) }
    })
}

fn unless_place_known(model: &Model) -> Option<Say> {
    if model.ladder_of().is_some() { None } else { Some(words::reading_book) }
}

fn unless_sheet_waits(model: &Model) -> Option<Say> {
    if model.sheet.is_waiting() { Some(words::still_saving) } else { None }
}

fn unless_attached(model: &Model) -> Option<Say> {
    if model.case.has_attachments() { None } else { Some(words::nothing_attached) }
}

fn unless_alone(model: &Model) -> Option<Say> {
    if model.case.has_list() { None } else { Some(words::no_list_to_read) }
}

fn unless_to_be_raised(model: &Model) -> Option<Say> {
    unless_open(model).or_else(|| model.case.why_not_raised())
}

fn unless_answered(model: &Model) -> Option<Say> {
    unless_open(model).or_else(|| model.case.why_no_reply())
}

fn unless_told(model: &Model) -> Option<Say> {
    unless_open(model).or_else(|| model.case.why_not_closed())
}

fn unless_asked_again(model: &Model) -> Option<Say> {
    unless_reading(model).or_else(|| model.case.why_not_asked_again())
}

/// A row that stands in the footer with that rank, and in the palette.
const fn entry(
    action: Action,
    contexts: &'static [Context],
    keys: &'static [Chord],
    words: (Say, Say),
    rank: u8,
) -> Entry {
    Entry { action, contexts, keys, name: words.0, doc: words.1, rank, in_palette: true, refused: always }
}

/// A row that only moves the marker, or means something only where it is.
const fn step(
    action: Action,
    contexts: &'static [Context],
    keys: &'static [Chord],
    words: (Say, Say),
    rank: u8,
) -> Entry {
    Entry { in_palette: false, ..entry(action, contexts, keys, words, rank) }
}

const fn unless(entry: Entry, refused: fn(&Model) -> Option<Say>) -> Entry {
    Entry { refused, ..entry }
}

const fn key(code: KeyCode) -> Chord {
    Chord::plain(code)
}

const fn letter(letter: char) -> Chord {
    Chord::letter(letter)
}

const fn ctrl(letter: char) -> Chord {
    Chord::ctrl(letter)
}

const fn f(number: u8) -> Chord {
    Chord::f(number)
}

/// All that can be done. Where a key has two meanings, the contexts differ.
#[rustfmt::skip]
pub static TABLE: &[Entry] = &[
    step(Action::Choose, &[Context::Choice, Context::Menu], &[key(KeyCode::Enter)], (words::choose, words::choose_doc), 1),
    step(Action::Agree, &[Context::Message], &[letter('y')], (words::agree, words::agree_doc), 2),
    step(Action::Decline, &[Context::Message], &[letter('n'), key(KeyCode::Esc)], (words::decline, words::decline_doc), 3),
    step(Action::Choose, &[Context::Message], &[key(KeyCode::Enter)], (words::choose, words::choose_doc), 1),
    step(Action::Turn, &[Context::Message], &[key(KeyCode::Tab), key(KeyCode::Left), key(KeyCode::Right)], (words::turn, words::turn_doc), 0),
    entry(Action::Save, &[Context::Log, Context::Story], &[f(12), ctrl('s')], (words::save, words::save_doc), 1),
    step(Action::Submit, &[Context::Unlock, Context::Make], &[key(KeyCode::Enter)], (words::go_on, words::go_on_doc), 1),
    step(Action::FilterDone, &[Context::Filter], &[key(KeyCode::Enter), key(KeyCode::Down), key(KeyCode::Tab)], (words::to_the_list, words::to_the_list_doc), 1),
    unless(entry(Action::ClearFilter, &[Context::Cases], &[key(KeyCode::Esc)], (words::clear_filter, words::clear_filter_doc), 2), unless_all_shown),
    step(Action::ClearFilter, &[Context::Filter], &[key(KeyCode::Esc)], (words::clear_filter, words::clear_filter_doc), 2),
    step(Action::NextField, FORMS, &[key(KeyCode::Tab)], (words::next_field, words::next_field_doc), 3),
    step(Action::PreviousField, FORMS, &[key(KeyCode::BackTab)], (words::previous_field, words::previous_field_doc), 7),
    step(Action::Leave, &[Context::Make], &[key(KeyCode::Esc)], (words::leave, words::leave_doc), 4),
    unless(step(Action::Leave, &[Context::Log], &[key(KeyCode::Esc)], (words::leave_form, words::leave_form_doc), 4), unless_saving),
    unless(entry(Action::ContinueDraft, &[Context::Log], &[f(4), ctrl('o')], (words::continue_draft, words::continue_draft_doc), 2), unless_nothing_waits),
    unless(entry(Action::ThrowAway, &[Context::Log], &[ctrl('x')], (words::throw_away, words::throw_away_doc), 8), unless_untouched),
    step(Action::StoryDone, &[Context::Story], &[key(KeyCode::Esc), key(KeyCode::Tab)], (words::story_done, words::story_done_doc), 1),
    entry(Action::EditElsewhere, &[Context::Story], &[ctrl('e'), f(4)], (words::edit_elsewhere, words::edit_elsewhere_doc), 6),
    step(Action::Submit, &[Context::Prompt], &[key(KeyCode::Enter), f(12), ctrl('s')], (words::save, words::save_text_doc), 1),
    step(Action::Submit, &[Context::LongPrompt], &[f(12), ctrl('s')], (words::save, words::save_text_doc), 1),
    step(Action::Close, &[Context::Prompt, Context::LongPrompt], &[key(KeyCode::Esc)], (words::close, words::close_doc), 2),
    step(Action::Close, &[Context::Menu], &[key(KeyCode::Esc), f(1), f(2), ctrl('p')], (words::close, words::close_doc), 2),
    entry(Action::Filter, &[Context::Cases, Context::Hotspots], &[f(4), letter('/')], (words::filter, words::filter_doc), 2),
    entry(Action::Sort, &[Context::Cases], &[letter('o')], (words::sort, words::sort_doc), 8),
    entry(Action::Measure, &[Context::Hotspots], &[letter('v')], (words::measure, words::measure_doc), 5),
    entry(Action::Period, &[Context::Hotspots], &[letter('p')], (words::period, words::period_doc), 5),
    entry(Action::ToggleMap, &[Context::Hotspots], &[letter('g')], (words::map, words::map_doc), 6),
    entry(Action::ToggleFunnel, &[Context::Hotspots], &[letter('f')], (words::funnel, words::funnel_doc), 6),
    entry(Action::DayOfChange, &[Context::Facility], &[letter('d'), key(KeyCode::Tab)], (words::day_of_change, words::day_of_change_doc), 3),
    unless(entry(Action::FacilityMenu, &[Context::Facility], &[letter('e')], (words::case_menu, words::facility_menu_doc), 4), unless_place_known),
    unless(entry(Action::Open, &[Context::Cases], &[key(KeyCode::Enter), key(KeyCode::Right)], (words::read, words::read_doc), 4), unless_empty),
    entry(Action::Open, &[Context::Today], &[key(KeyCode::Enter), key(KeyCode::Right)], (words::open, words::open_doc), 1),
    unless(entry(Action::CaseMenu, &[Context::Case], &[key(KeyCode::Enter)], (words::case_menu, words::case_menu_doc), 1), unless_reading),
    unless(entry(Action::NextCase, &[Context::Case], &[key(KeyCode::Tab), letter(']')], (words::next_case, words::next_case_doc), 3), unless_alone),
    unless(entry(Action::PreviousCase, &[Context::Case], &[key(KeyCode::BackTab), letter('[')], (words::previous_case, words::previous_case_doc), 9), unless_alone),
    unless(entry(Action::ShowMember, &[Context::Case], &[letter('i')], (words::show_member, words::show_member_doc), 5), unless_erased),
    unless(entry(Action::Correct, &[Context::Case], &[letter('e')], (words::correct, words::correct_doc), 4), unless_reading),
    unless(entry(Action::Confirm, &[Context::Case], &[], (words::confirm, words::confirm_doc), 0), unless_new),
    unless(entry(Action::Consent, &[Context::Case], &[], (words::consent, words::consent_doc), 0), unless_reading),
    unless(entry(Action::NextStep, &[Context::Case], &[], (words::next_step, words::next_step_doc), 0), unless_reading),
    unless(entry(Action::Assign, &[Context::Case], &[], (words::assign, words::assign_doc), 0), unless_reading),
    unless(entry(Action::Withdraw, &[Context::Case], &[], (words::withdraw, words::withdraw_doc), 0), unless_open),
    unless(entry(Action::Reopen, &[Context::Case], &[], (words::reopen, words::reopen_doc), 0), unless_closed),
    unless(entry(Action::Erase, &[Context::Case], &[], (words::erase, words::erase_doc), 0), unless_erased),
    entry(Action::GoIn, &[Context::Hotspots, Context::Facility], &[key(KeyCode::Enter), key(KeyCode::Right)], (words::go_in, words::go_in_doc), 1),
    entry(Action::GoBack, &[Context::Case, Context::Hotspots, Context::Facility], &[key(KeyCode::Esc), key(KeyCode::Left), key(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 2),
    entry(Action::GoBack, &[Context::Raise], &[key(KeyCode::Esc), key(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 4),
    step(Action::NextField, &[Context::Raise], &[key(KeyCode::Tab)], (words::next_step_of_raise, words::next_step_of_raise_doc), 1),
    step(Action::PreviousField, &[Context::Raise], &[key(KeyCode::BackTab)], (words::step_before, words::step_before_doc), 0),
    step(Action::Open, &[Context::Raise], &[key(KeyCode::Enter)], (words::change, words::change_doc), 2),
    unless(entry(Action::WriteDocument, &[Context::Raise], &[f(12), ctrl('s')], (words::write_document, words::write_document_doc), 3), unless_unread),
    unless(entry(Action::OpenDocument, &[Context::Raise], &[f(4), letter('o')], (words::open_document, words::open_document_doc), 3), unless_written),
    step(Action::More, &[Context::Raise], &[key(KeyCode::Right)], (words::more, words::more_doc), 0),
    step(Action::Less, &[Context::Raise], &[key(KeyCode::Left)], (words::less, words::less_doc), 0),
    entry(Action::GoBack, &[Context::Import], &[key(KeyCode::Esc), key(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 4),
    step(Action::NextField, &[Context::Import], &[key(KeyCode::Tab)], (words::next_step_of_raise, words::next_step_of_import_doc), 1),
    step(Action::PreviousField, &[Context::Import], &[key(KeyCode::BackTab)], (words::step_before, words::step_before_doc), 0),
    step(Action::Open, &[Context::Import], &[key(KeyCode::Enter)], (words::change, words::change_table_doc), 2),
    unless(entry(Action::TakeTable, &[Context::Import], &[f(12), ctrl('s')], (words::take_table, words::take_table_doc), 3), unless_looked_over),
    step(Action::More, &[Context::Import], &[key(KeyCode::Right)], (words::more, words::more_doc), 0),
    step(Action::Less, &[Context::Import], &[key(KeyCode::Left)], (words::less, words::less_doc), 0),
    step(Action::More, &[Context::Settings], &[key(KeyCode::Right), key(KeyCode::Enter)], (words::more, words::more_doc), 1),
    step(Action::Less, &[Context::Settings], &[key(KeyCode::Left)], (words::less, words::less_doc), 0),
    entry(Action::ShowToday, IN_A_BOOK, &[f(5), letter('t')], (words::today, words::today_doc), 9),
    entry(Action::ShowCases, IN_A_BOOK, &[f(6), letter('c')], (words::cases, words::cases_doc), 9),
    unless(entry(Action::ShowLog, IN_A_BOOK, &[f(7), letter('n')], (words::log_a_case, words::log_a_case_doc), 5), unless_saving),
    entry(Action::ShowHotspots, IN_A_BOOK, &[f(8), letter('h')], (words::hotspots, words::hotspots_doc), 9),
    entry(Action::ShowRaise, &[Context::Today, Context::Cases, Context::Hotspots, Context::Facility], &[f(12), letter('b')], (words::raise, words::raise_doc), 3),
    entry(Action::ShowImport, &[Context::Today, Context::Cases, Context::Settings], &[letter('i')], (words::import, words::import_doc), 0),
    entry(Action::ShowSettings, IN_A_BOOK, &[f(11), letter('s')], (words::settings, words::settings_doc), 9),
    step(Action::Help, BELOW_LAYERS, &[f(1), letter('?')], (words::help, words::help_doc), 3),
    step(Action::Palette, BELOW_LAYERS, &[f(2), ctrl('p')], (words::palette, words::palette_doc), 3),
    entry(Action::Undo, SCREENS, &[f(9), letter('u')], (words::undo, words::undo_doc), 6),
    entry(Action::Language, EVERYWHERE, &[f(3), letter('l')], (words::language, words::language_doc), 4),
    entry(Action::Messages, IN_A_BOOK, &[letter('m')], (words::messages, words::messages_doc), 0),
    entry(Action::Refresh, SCREENS, &[ctrl('r'), letter('r')], (words::refresh, words::refresh_doc), 0),
    entry(Action::Quit, EVERYWHERE, &[f(10), letter('q'), ctrl('q'), ctrl('c')], (words::quit, words::quit_doc), 3),
    entry(Action::Suspend, EVERYWHERE, &[ctrl('z')], (words::suspend, words::suspend_doc), 0),
    step(Action::NextScreen, TABS, &[key(KeyCode::Tab)], (words::next_screen, words::next_screen_doc), 7),
    step(Action::PreviousScreen, TABS, &[key(KeyCode::BackTab)], (words::previous_screen, words::previous_screen_doc), 0),
    step(Action::Up, MOVING, &[key(KeyCode::Up), letter('k')], (words::up, words::up_doc), 0),
    step(Action::Down, MOVING, &[key(KeyCode::Down), letter('j')], (words::down, words::down_doc), 0),
    // Following up.
    unless(entry(Action::RaiseCase, &[Context::Case], &[f(12), letter('b')], (words::raise_case, words::raise_case_doc), 3), unless_to_be_raised),
    unless(entry(Action::RecordReply, &[Context::Case], &[letter('a')], (words::record_reply, words::record_reply_doc), 3), unless_answered),
    unless(entry(Action::TellMember, &[Context::Case], &[letter('p')], (words::tell_member, words::tell_member_doc), 5), unless_open),
    unless(entry(Action::CloseCase, &[Context::Case], &[letter('f')], (words::close_case, words::close_case_doc), 3), unless_told),
    unless(entry(Action::AskAgain, &[Context::Case], &[letter('w')], (words::ask_again, words::ask_again_doc), 3), unless_asked_again),
    unless(entry(Action::CheckObjections, &[Context::Case], &[letter('o')], (words::check_objections, words::check_objections_doc), 6), unless_reading),
    unless(entry(Action::Attach, &[Context::Case], &[letter('+')], (words::attach, words::attach_doc), 0), unless_erased),
    unless(entry(Action::OpenAttachment, &[Context::Case], &[letter('g')], (words::open_attachment, words::open_attachment_doc), 0), unless_attached),
    unless(entry(Action::RemoveAttachment, &[Context::Case], &[], (words::remove_attachment, words::remove_attachment_doc), 0), unless_attached),
    unless(entry(Action::MarkCase, &[Context::Case], &[letter('v')], (words::mark_case, words::mark_case_doc), 0), unless_reading),
    unless(entry(Action::LinkDemand, &[Context::Case], &[letter('d')], (words::link_demand, words::link_demand_doc), 0), unless_reading),
    // At the gate.
    entry(Action::AtTheGate, &[Context::Today], &[f(4), ctrl('g')], (words::at_the_gate, words::at_the_gate_doc), 4),
    entry(Action::AtTheGate, WITH_A_GATE, &[f(4), ctrl('g')], (words::at_the_gate, words::at_the_gate_doc), 0),
    entry(Action::AtTheGate, BESIDE_A_GATE, &[ctrl('g')], (words::at_the_gate, words::at_the_gate_doc), 0),
    step(Action::Submit, &[Context::Gate], &[key(KeyCode::Enter)], (words::go_on, words::gate_choose_doc), 1),
    step(Action::Up, &[Context::Gate], &[key(KeyCode::Up)], (words::up, words::up_doc), 0),
    step(Action::Down, &[Context::Gate], &[key(KeyCode::Down)], (words::down, words::down_doc), 0),
    entry(Action::StartCase, &[Context::GateCard], &[key(KeyCode::Enter), f(12)], (words::start_case, words::start_case_doc), 1),
    step(Action::GoBack, &[Context::Gate], &[key(KeyCode::Esc)], (words::go_back, words::go_back_doc), 2),
    entry(Action::GoBack, &[Context::GateCard], &[key(KeyCode::Esc), key(KeyCode::Left), key(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 2),
    // Collecting.
    entry(Action::FromMessage, &[Context::Today, Context::Cases], &[letter('v'), ctrl('k')], (words::from_message, words::from_message_doc), 8),
    unless(entry(Action::FromMessage, &[Context::Log], &[ctrl('k')], (words::from_message, words::from_message_doc), 8), unless_saving),
    entry(Action::FormForTelephones, &[Context::Today, Context::Cases], &[], (words::form_for_telephones, words::form_for_telephones_doc), 0),
    entry(Action::FormOnPaper, &[Context::Today, Context::Cases], &[], (words::form_on_paper, words::form_on_paper_doc), 0),
    entry(Action::TallySheet, &[Context::Today, Context::Cases], &[], (words::tally_sheet, words::tally_sheet_doc), 0),
    step(Action::Up, &[Context::Menu], &[key(KeyCode::Up)], (words::up, words::up_doc), 0),
    step(Action::Down, &[Context::Menu], &[key(KeyCode::Down)], (words::down, words::down_doc), 0),
    step(Action::PageUp, PAGING, &[key(KeyCode::PageUp)], (words::page_up, words::page_up_doc), 0),
    step(Action::PageDown, PAGING, &[key(KeyCode::PageDown)], (words::page_down, words::page_down_doc), 0),
    step(Action::PageUp, &[Context::Menu], &[key(KeyCode::PageUp)], (words::page_up, words::page_up_doc), 0),
    step(Action::PageDown, &[Context::Menu], &[key(KeyCode::PageDown)], (words::page_down, words::page_down_doc), 0),
    step(Action::First, PAGING, &[key(KeyCode::Home)], (words::first, words::first_doc), 0),
    step(Action::Last, PAGING, &[key(KeyCode::End)], (words::last, words::last_doc), 0),

    // Promises, parties, submissions, process figures.
    entry(Action::ShowPromises, IN_A_BOOK_OTHERWISE, &[letter('w')], (ledger::promises, ledger::promises_doc), 0),
    entry(Action::ShowPromises, LEDGER, &[letter('w')], (ledger::promises, ledger::promises_doc), 9),
    entry(Action::ShowPromises, &[Context::Case], &[], (ledger::promises, ledger::promises_doc), 0),
    entry(Action::ShowPeople, IN_A_BOOK_OTHERWISE, &[letter('a')], (ledger::people, ledger::people_doc), 0),
    entry(Action::ShowPeople, LEDGER, &[letter('a')], (ledger::people, ledger::people_doc), 9),
    entry(Action::ShowPeople, &[Context::Case], &[], (ledger::people, ledger::people_doc), 0),
    entry(Action::ShowProcess, IN_A_BOOK_OTHERWISE, &[letter('y')], (ledger::process, ledger::process_doc), 0),
    entry(Action::ShowProcess, LEDGER, &[letter('y')], (ledger::process, ledger::process_doc), 10),
    entry(Action::ShowProcess, &[Context::Case], &[], (ledger::process, ledger::process_doc), 0),
    unless(entry(Action::ShowLadder, &[Context::Case, Context::Facility], &[letter('z')], (ledger::ladder, ledger::ladder_doc), 0), unless_place_known),
    entry(Action::Open, &[Context::Promises, Context::People, Context::Party, Context::Ladder, Context::Submission], &[key(KeyCode::Enter), key(KeyCode::Right)], (words::open, words::open_doc), 1),
    unless(entry(Action::LedgerMenu, &[Context::Promise], &[key(KeyCode::Enter)], (words::case_menu, ledger::promise_menu_doc), 1), unless_promise_read),
    entry(Action::LedgerMenu, &[Context::Party, Context::Submission], &[key(KeyCode::Tab)], (words::case_menu, ledger::ledger_menu_doc), 2),
    entry(Action::GoBack, &[Context::Promises, Context::Promise, Context::People, Context::Party, Context::Ladder, Context::Submission, Context::Process], &[key(KeyCode::Esc), key(KeyCode::Left), key(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 3),
    entry(Action::CycleFate, &[Context::Promises], &[letter('f')], (ledger::cycle_fate, ledger::cycle_fate_doc), 8),
    entry(Action::CycleParty, &[Context::Promises], &[letter('p')], (ledger::cycle_party, ledger::cycle_party_doc), 8),
    entry(Action::CyclePlace, &[Context::Promises], &[letter('g')], (ledger::cycle_place, ledger::cycle_place_doc), 8),
    entry(Action::AddPromise, &[Context::Promises, Context::Submission], &[letter('+')], (ledger::add_promise, ledger::add_promise_doc), 3),
    entry(Action::AddPromise, &[Context::Promise, Context::Party], &[], (ledger::add_promise, ledger::add_promise_doc), 0),
    unless(entry(Action::JudgePromise, &[Context::Promises], &[f(4), letter('v')], (ledger::judge, ledger::judge_doc), 2), unless_no_promise),
    unless(entry(Action::JudgePromise, &[Context::Promise], &[f(4), letter('v')], (ledger::judge, ledger::judge_doc), 2), unless_promise_read),
    unless(entry(Action::MovePromise, &[Context::Promises], &[letter('e')], (ledger::move_promise, ledger::move_promise_doc), 5), unless_no_promise),
    unless(entry(Action::MovePromise, &[Context::Promise], &[letter('e')], (ledger::move_promise, ledger::move_promise_doc), 5), unless_promise_read),
    unless(entry(Action::ToggleWaits, &[Context::Promise], &[key(KeyCode::Tab), letter('d')], (words::day_of_change, ledger::toggle_waits_doc), 2), unless_promise_read),
    unless(entry(Action::ShowSubmission, &[Context::Promise], &[letter('o')], (ledger::show_submission, ledger::show_submission_doc), 8), unless_no_submission),
    entry(Action::Filter, &[Context::People, Context::Process], &[f(4), letter('/')], (words::filter, ledger::search_doc), 2),
    entry(Action::AddParty, &[Context::People], &[f(12), letter('+')], (ledger::add_party, ledger::add_party_doc), 2),
    entry(Action::AddContact, &[Context::Party], &[f(4), letter('+')], (ledger::add_contact, ledger::add_contact_doc), 2),
    unless(entry(Action::RemoveContact, &[Context::Party], &[key(KeyCode::Delete)], (ledger::remove_contact, ledger::remove_contact_doc), 7), unless_no_contact),
    unless(entry(Action::Reply, &[Context::Submission], &[f(4), letter('o')], (ledger::reply, ledger::reply_doc), 2), unless_unanswered),
    unless(entry(Action::ReplyInterim, &[Context::Submission], &[letter('i')], (ledger::interim, ledger::interim_doc), 7), unless_unanswered),
    unless(entry(Action::Acknowledge, &[Context::Submission], &[letter('e')], (ledger::acknowledge, ledger::acknowledge_doc), 4), unless_unheard),
    unless(entry(Action::TurnClock, &[Context::Submission], &[letter('p')], (ledger::turn_clock, ledger::turn_clock_doc), 8), unless_unanswered),
    unless(entry(Action::Escalate, &[Context::Submission], &[f(12), letter('b')], (ledger::escalate, ledger::escalate_doc), 3), unless_unsettled),
    unless(entry(Action::ShowParty, &[Context::Submission], &[letter('v')], (ledger::show_party, ledger::show_party_doc), 9), unless_submission_read),
    unless(entry(Action::ShowBefore, &[Context::Submission], &[letter('[')], (ledger::show_before, ledger::show_before_doc), 9), unless_first_rung),
    entry(Action::GroupBy, &[Context::Process], &[key(KeyCode::Tab), letter('v')], (ledger::group_by, ledger::group_by_doc), 2),
    entry(Action::Period, &[Context::Process], &[letter('p')], (words::period, words::period_doc), 5),
    entry(Action::GoIn, &[Context::Process], &[key(KeyCode::Enter), key(KeyCode::Right)], (words::go_in, ledger::go_in_process_doc), 1),
    unless(entry(Action::Submit, &[Context::Sheet], &[f(12), ctrl('s')], (words::save, words::save_text_doc), 1), unless_sheet_waits),
    step(Action::Open, &[Context::Sheet], &[key(KeyCode::Enter)], (words::next_field, ledger::sheet_enter_doc), 4),
    step(Action::NextField, &[Context::Sheet], &[key(KeyCode::Tab), key(KeyCode::Down)], (words::next_field, words::next_field_doc), 0),
    step(Action::PreviousField, &[Context::Sheet], &[key(KeyCode::BackTab), key(KeyCode::Up)], (words::previous_field, words::previous_field_doc), 0),
    unless(step(Action::Leave, &[Context::Sheet], &[key(KeyCode::Esc)], (words::leave, words::leave_doc), 2), unless_sheet_waits),

    // Cases that are likely one.
    entry(Action::ShowDuplicates, &[Context::Today, Context::Cases], &[ctrl('d'), letter('d')], (words::duplicates, words::duplicates_doc), 0),
    entry(Action::ShowDuplicates, BESIDE_DUPLICATES, &[ctrl('d')], (words::duplicates, words::duplicates_doc), 0),
    unless(entry(Action::JoinCases, &[Context::Duplicates], &[key(KeyCode::Enter)], (words::join_cases, words::join_cases_doc), 1), unless_pair),
    unless(entry(Action::KeepApart, &[Context::Duplicates], &[key(KeyCode::Delete), letter('d')], (words::keep_apart, words::keep_apart_doc), 2), unless_pair),
    unless(entry(Action::ShowMember, &[Context::Duplicates], &[letter('i')], (words::show_members, words::show_members_doc), 3), unless_pair),
    entry(Action::CompareAll, &[Context::Duplicates], &[letter('e')], (words::compare_all, words::compare_all_doc), 6),
    unless(entry(Action::Open, &[Context::Duplicates], &[key(KeyCode::Right), letter('o')], (words::open, words::open_doc), 4), unless_pair),
    entry(Action::GoBack, &[Context::Duplicates], &[key(KeyCode::Esc), key(KeyCode::Left), key(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 5),
];
