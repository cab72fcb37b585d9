//! What went wrong, in both languages: one sentence that says what, one that says what
//! to do.

use super::members::BadCount;
use super::{AppError, words};
use crate::book::BookError;
use crate::domain::case::LONGEST_LINE;
use crate::domain::column::Column;
use crate::domain::draft::Refusal;
use crate::domain::members::{BadMembersOf, MembersOf};
use crate::domain::values::Coded;
use crate::i18n::errors::{of_io, of_system, of_toml};
use crate::i18n::{Lang, Speak, label, numbers};
use crate::intake::{BadMapping, MappingProblem, TableError, WorkbookFault};
use crate::reference::MakeError;

/// A path as people read it.
fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

impl Speak for BookError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NotFound(path) => words::no_book(lang, &shown(path)),
            Self::NotABook(path) => words::not_a_book(lang, &shown(path)),
            Self::IsABackup(path) => words::is_a_backup(lang, &shown(path)),
            Self::NotABackup(path) => words::not_a_backup(lang, &shown(path)),
            Self::Exists(path) => words::exists(lang, &shown(path)),
            Self::PassphraseMissing => words::passphrase_missing(lang).to_owned(),
            Self::PassphraseWrong => words::passphrase_wrong(lang).to_owned(),
            Self::RecoveryWrong => words::recovery_wrong(lang).to_owned(),
            Self::KeysLost(path) => words::keys_lost(lang, &shown(path)),
            Self::KeysDamaged(path) => words::keys_damaged(lang, &shown(path)),
            Self::Damaged { path, detail } => words::damaged(lang, &shown(path), &of_system(detail, lang)),
            Self::Newer { path, version } => words::newer(lang, &shown(path), *version),
            Self::Io { path, source } => words::file_failed(lang, &shown(path), &of_io(source, lang)),
            Self::ReadOnly(path) => words::read_only(lang, &shown(path)),
            Self::Full(path) => words::full(lang, &shown(path)),
            Self::Busy(path) => words::busy(lang, &shown(path)),
            Self::NoSuchCase(number) => words::no_such_case(lang, number.as_str()),
            Self::Joined(number, into) => words::joined_case(lang, number.as_str(), into.as_str()),
            Self::ErasedLast => words::erased_last(lang).to_owned(),
            Self::Erased(number) => words::erased(lang, number.as_str()),
            Self::DraftGone => words::draft_gone(lang).to_owned(),
            Self::Chain { origin, detail } => words::chain(lang, origin, &of_system(detail, lang)),
            Self::Interrupted => words::interrupted(lang).to_owned(),
            Self::Sqlite { path, source } => {
                words::database(lang, &shown(path), &of_system(&source.to_string(), lang))
            }
            Self::Crypto(detail) => words::crypto(lang, &of_system(detail, lang)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::NotFound(_) => words::no_book_hint(lang).to_owned(),
            Self::NotABook(_) => words::not_a_book_hint(lang).to_owned(),
            Self::IsABackup(path) => words::is_a_backup_hint(lang, &shown(path)),
            Self::NotABackup(_) => words::not_a_backup_hint(lang).to_owned(),
            Self::Exists(_) => words::exists_hint(lang).to_owned(),
            Self::PassphraseMissing => words::passphrase_missing_hint(lang).to_owned(),
            Self::PassphraseWrong => words::passphrase_wrong_hint(lang).to_owned(),
            Self::RecoveryWrong => words::recovery_wrong_hint(lang).to_owned(),
            Self::KeysLost(_) | Self::KeysDamaged(_) => words::keys_lost_hint(lang).to_owned(),
            Self::Damaged { .. } => words::damaged_hint(lang).to_owned(),
            Self::Newer { .. } => words::newer_hint(lang).to_owned(),
            Self::Io { .. } => words::file_failed_hint(lang).to_owned(),
            Self::ReadOnly(_) => words::read_only_hint(lang).to_owned(),
            Self::Full(_) => words::full_hint(lang).to_owned(),
            Self::Busy(_) => words::busy_hint(lang).to_owned(),
            Self::NoSuchCase(_) => words::no_such_case_hint(lang).to_owned(),
            Self::Joined(_, into) => words::joined_case_hint(lang, into.as_str()),
            Self::DraftGone => words::draft_gone_hint(lang).to_owned(),
            Self::Chain { .. } | Self::Sqlite { .. } => words::database_hint(lang).to_owned(),
            Self::Interrupted | Self::Crypto(_) | Self::ErasedLast | Self::Erased(_) => return None,
        })
    }
}

impl Speak for AppError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Book(error) => error.what(lang),
            Self::Refused(refusals) => all_refused(words::refused(lang), refusals, lang),
            Self::ObservationRefused(refusals) => {
                all_refused(words::observation_refused(lang), refusals, lang)
            }
            Self::Count(error) => error.what(lang),
            Self::Filter(error) => error.what(lang),
            Self::Json(error) => error.what(lang),
            Self::EmptyMessage => words::empty_message(lang).to_owned(),
            Self::NoJson { line, column } => words::no_json(lang, *line, *column),
            Self::Number(error) => error.what(lang),
            Self::Table(error) => error.what(lang),
            Self::Guessed(guesses) => {
                let pair = |(header, column): &(String, Column)| format!("«{header}» → {column}");
                words::table_guessed(lang, &guesses.iter().map(pair).collect::<Vec<_>>().join(", "))
            }
            Self::Mapping { path, problem } => {
                let BadMapping { line, column, problem } = problem;
                words::bad_mapping(lang, &shown(path), *line, *column, &mapping_problem(problem, lang))
            }
            Self::NotRemembered { given, .. } => words::not_remembered(lang, given),
            Self::Facility(MakeError::UnknownPlace(code)) => words::unknown_place(lang, &code.to_string()),
            Self::Facility(MakeError::Derive(error)) => error.what(lang),
            Self::NoSuchDraft(name) => words::no_such_draft(lang, name),
            Self::SeveralDrafts(name) => words::several_drafts(lang, name),
            Self::NothingToUndo => words::nothing_to_undo(lang).to_owned(),
            Self::DoneSince => words::done_since(lang).to_owned(),
            Self::StillOpen(number) => words::still_open(lang, number.as_str()),
            Self::NotOpen(number) => words::not_open(lang, number.as_str()),
            Self::Given(column) => words::given(lang, crate::domain::values::Coded::code(*column)),
            Self::NoOfficer => words::no_officer(lang).to_owned(),
            Self::File { path, source } => words::file_failed(lang, &shown(path), &of_io(source, lang)),
            Self::FileExists(path) => words::exists(lang, &shown(path)),
            Self::UnknownFormat(path) => words::unknown_format(lang, &shown(path)),
            Self::Pdf(error) => words::no_pdf(lang, &of_system(&error.to_string(), lang)),
            Self::Picture(error) => words::no_picture(lang, &of_system(&error.to_string(), lang)),
            Self::Templates(faults) => faults.clone(),
            Self::NoSuchParty(party) => words::no_such_party(lang, party),
            Self::Follow(error) => error.what(lang),
            Self::Attach(error) => error.what(lang),
            Self::Facilities(error) => error.what(lang),
            Self::Join(error) => error.what(lang),
            Self::Period => words::period(lang).to_owned(),
            Self::MemberOutside => words::member_outside(lang).to_owned(),
            Self::Cancelled => words::cancelled(lang).to_owned(),
            Self::NothingToTell => words::nothing_to_tell(lang).to_owned(),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Book(error) => error.hint(lang),
            Self::Filter(error) => error.hint(lang),
            Self::Json(error) => error.hint(lang),
            Self::EmptyMessage => Some(words::empty_message_hint(lang).to_owned()),
            Self::NoJson { .. } => Some(words::no_json_hint(lang).to_owned()),
            Self::Number(error) => error.hint(lang),
            Self::Table(error) => error.hint(lang),
            Self::Guessed(_) => Some(words::table_guessed_hint(lang).to_owned()),
            Self::Mapping { problem, .. } => Some(mapping_hint(&problem.problem, lang)),
            Self::NotRemembered { nearest: Some(nearest), .. } => Some(words::mapping_nearest(lang, nearest)),
            Self::NotRemembered { nearest: None, .. } => Some(words::not_remembered_hint(lang).to_owned()),
            Self::Facility(MakeError::UnknownPlace(_)) => Some(words::unknown_place_hint(lang).to_owned()),
            Self::Facility(MakeError::Derive(error)) => error.hint(lang),
            Self::NoSuchDraft(_) | Self::SeveralDrafts(_) => Some(words::no_such_draft_hint(lang).to_owned()),
            Self::NotOpen(number) => Some(words::not_open_hint(lang, number.as_str())),
            Self::NoOfficer => Some(words::no_officer_hint(lang).to_owned()),
            Self::File { .. } => Some(words::file_failed_hint(lang).to_owned()),
            Self::FileExists(_) => Some(words::exists_hint(lang).to_owned()),
            Self::UnknownFormat(_) => Some(words::unknown_format_hint(lang).to_owned()),
            Self::Pdf(_) | Self::Picture(_) => Some(words::no_pdf_hint(lang).to_owned()),
            Self::NoSuchParty(_) => Some(words::no_such_party_hint(lang).to_owned()),
            Self::MemberOutside => Some(words::member_outside_hint(lang).to_owned()),
            Self::Count(error) => error.hint(lang),
            Self::Follow(error) => error.hint(lang),
            Self::Attach(error) => error.hint(lang),
            Self::Facilities(error) => error.hint(lang),
            Self::Join(error) => error.hint(lang),
            Self::Period
            | Self::Templates(_)
            | Self::Refused(_)
            | Self::ObservationRefused(_)
            | Self::NothingToUndo
            | Self::DoneSince
            | Self::StillOpen(_)
            | Self::Given(_)
            | Self::Cancelled => None,
            Self::NothingToTell => Some(words::nothing_to_tell_hint(lang).to_owned()),
        }
    }
}

/// What was not taken, and below it all that is wrong.
fn all_refused(head: &str, refusals: &[Refusal], lang: Lang) -> String {
    let mut lines = vec![head.to_owned()];
    lines.extend(refusals.iter().map(|refusal| {
        let hint = refusal.hint(lang).map(|hint| format!(" {hint}")).unwrap_or_default();
        format!("  {}{hint}", refusal.what(lang))
    }));
    lines.join("\n")
}

impl Speak for BadCount {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Of(BadMembersOf(given)) => words::no_members_of(lang, given),
            Self::Number(given) => words::no_members(lang, given),
            Self::Date(error) => error.what(lang),
            Self::NoSource => words::no_members_source(lang).to_owned(),
            Self::TooLong(length) => {
                let [length, limit] =
                    [*length, LONGEST_LINE].map(|number| numbers::number(number as u64, lang));
                words::members_too_long(lang, &length, &limit)
            }
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Of(_) => words::no_members_of_hint(lang, &MembersOf::FORMS.join(", ")),
            Self::Number(_) => words::no_members_hint(lang).to_owned(),
            Self::Date(error) => return error.hint(lang),
            Self::NoSource => words::no_members_source_hint(lang).to_owned(),
            Self::TooLong(_) => words::members_too_long_hint(lang).to_owned(),
        })
    }
}

fn mapping_problem(problem: &MappingProblem, lang: Lang) -> String {
    match problem {
        MappingProblem::Toml(detail) => words::mapping_toml(lang, &of_toml(detail, lang)),
        MappingProblem::Column { given, .. } => words::mapping_column(lang, given),
        MappingProblem::Given(column) => words::mapping_given(lang, column.code()),
        MappingProblem::Dates(given) => words::mapping_dates(lang, given),
        MappingProblem::Facility(given) => words::mapping_facility(lang, given),
    }
}

fn mapping_hint(problem: &MappingProblem, lang: Lang) -> String {
    match problem {
        MappingProblem::Column { nearest: Some(nearest), .. } => words::mapping_nearest(lang, nearest),
        MappingProblem::Facility(_) => words::no_such_party_hint(lang).to_owned(),
        _ => words::mapping_hint(lang).to_owned(),
    }
}

impl Speak for TableError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::File { path, source } => words::file_failed(lang, &shown(path), &of_io(source, lang)),
            Self::NoText { line } => words::table_text(lang, *line),
            Self::Columns { missing } => {
                let named = missing.iter().map(|code| match Column::parse(code) {
                    Ok(column) => format!("{} ({code})", label(column, lang)),
                    Err(_) => (*code).to_owned(),
                });
                words::table_columns(lang, &named.collect::<Vec<_>>().join(", "))
            }
            Self::ListColumns(_) => words::list_columns(lang).to_owned(),
            Self::EmptyList => words::list_empty(lang).to_owned(),
            Self::NoJson { line, column } => words::no_json(lang, *line, *column),
            Self::Twice(column) => words::table_twice(lang, column),
            Self::Empty => words::table_empty(lang).to_owned(),
            Self::OpenQuote { line } => words::table_quote(lang, *line),
            Self::StrayQuote { line } => words::table_stray_quote(lang, *line),
            Self::LongRow { line } => words::table_long_row(lang, *line),
            Self::NoWorkbook { path, fault } => {
                let file = shown(path);
                match fault {
                    WorkbookFault::NoWorkbook => words::table_not_a_workbook(lang, &file),
                    WorkbookFault::Damaged => words::table_damaged_workbook(lang, &file),
                    WorkbookFault::Encrypted => words::table_encrypted_workbook(lang, &file),
                    WorkbookFault::Other(detail) => {
                        words::table_no_workbook(lang, &file, &of_system(detail, lang))
                    }
                }
            }
            Self::OldWorkbook { path } => words::table_old_workbook(lang, &shown(path)),
            Self::TooLarge => words::table_too_large(lang).to_owned(),
            Self::MonthFirst { line, date, against: None } => words::table_month_first(lang, *line, date),
            Self::MonthFirst { line, date, against: Some((other, against)) } => {
                words::table_both_orders(lang, *line, date, *other, against)
            }
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::File { .. } => words::file_failed_hint(lang).to_owned(),
            Self::NoText { .. } => words::table_text_hint(lang).to_owned(),
            Self::OpenQuote { .. } | Self::StrayQuote { .. } => words::table_quote_hint(lang).to_owned(),
            Self::LongRow { .. } => words::table_long_row_hint(lang).to_owned(),
            Self::NoWorkbook { fault: WorkbookFault::Encrypted, .. } => {
                words::table_encrypted_workbook_hint(lang).to_owned()
            }
            Self::NoWorkbook { .. } | Self::OldWorkbook { .. } => {
                words::table_no_workbook_hint(lang).to_owned()
            }
            Self::TooLarge => words::table_too_large_hint(lang).to_owned(),
            Self::MonthFirst { .. } => words::table_month_first_hint(lang).to_owned(),
            Self::NoJson { .. } => words::table_json_hint(lang).to_owned(),
            Self::Columns { .. } => words::table_headers_hint(lang).to_owned(),
            Self::Twice(_) | Self::Empty => words::table_columns_hint(lang).to_owned(),
            Self::ListColumns(_) | Self::EmptyList => words::list_columns_hint(lang).to_owned(),
        })
    }
}
