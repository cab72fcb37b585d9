//! What went wrong, in both languages: one sentence that says what, one that says what
//! to do.

use super::AppError;
use crate::book::BookError;
use crate::i18n::messages::messages;
use crate::i18n::{Lang, Speak};
use crate::intake::TableError;
use crate::reference::MakeError;

messages! {
    pub const ALL;

    /// Said to the officer.
    no_book(path: &str) {
        km: "គ្មានសៀវភៅនៅ {path} ទេ។",
        en: "There is no book at {path}."
    }
    /// Said to the officer.
    no_book_hint() {
        km: "បង្កើតមួយដោយ៖ wardbook init --desk KC --officer \"ឈ្មោះ\" ឬប្រាប់ទីតាំងត្រឹមត្រូវដោយ --book។",
        en: "Make one with: wardbook init --desk KC --officer \"Name\", or name the right file with --book."
    }
    /// Said to the officer.
    not_a_book(path: &str) {
        km: "{path} មិនមែនជាសៀវភៅរបស់ Wardbook ទេ។",
        en: "{path} is no Wardbook book."
    }
    /// Said to the officer.
    not_a_book_hint() {
        km: "ជ្រើសឯកសារផ្សេងដោយ --book។ គ្មានអ្វីត្រូវបានកែទេ។",
        en: "Name another file with --book. Nothing was changed."
    }
    /// Said to the officer.
    is_a_backup(path: &str) {
        km: "{path} ជាច្បាប់បម្រុងទុក មិនមែនសៀវភៅទេ។",
        en: "{path} is a backup, not a book."
    }
    /// Said to the officer.
    is_a_backup_hint(path: &str) {
        km: "យកវាមកវិញដោយ៖ wardbook --book ទីតាំងសៀវភៅ restore {path}",
        en: "Bring it back with: wardbook --book BOOK restore {path}"
    }
    /// Said to the officer.
    not_a_backup(path: &str) {
        km: "{path} មិនមែនជាច្បាប់បម្រុងទុករបស់ Wardbook ទេ។",
        en: "{path} is no backup made by Wardbook."
    }
    /// Said to the officer.
    not_a_backup_hint() {
        km: "ជ្រើសឯកសារដែល wardbook backup បានសរសេរ។",
        en: "Choose a file that `wardbook backup` wrote."
    }
    /// Said to the officer.
    exists(path: &str) {
        km: "មាន {path} រួចហើយ។",
        en: "{path} is there already."
    }
    /// Said to the officer.
    exists_hint() {
        km: "ជ្រើសឈ្មោះផ្សេង។ Wardbook មិនសរសេរជាន់ពីលើទេ។",
        en: "Choose another name. Wardbook does not write over it."
    }
    /// Said to the officer.
    passphrase_missing() {
        km: "សៀវភៅនេះត្រូវការពាក្យសម្ងាត់។",
        en: "This book needs its passphrase."
    }
    /// Said to the officer.
    passphrase_missing_hint() {
        km: "វាយវានៅពេលសួរ ឬផ្ដល់ --passphrase-file ឬ WARDBOOK_PASSPHRASE។",
        en: "Type it when asked, or give --passphrase-file or WARDBOOK_PASSPHRASE."
    }
    /// Said to the officer.
    passphrase_wrong() {
        km: "ពាក្យសម្ងាត់មិនត្រឹមត្រូវ។",
        en: "The passphrase is wrong."
    }
    /// Said to the officer.
    passphrase_wrong_hint() {
        km: "ព្យាយាមម្ដងទៀត។ បើភ្លេច សូមប្រើលេខកូដសង្គ្រោះ៖ wardbook recover",
        en: "Try again. If it is forgotten, use the recovery code: wardbook recover"
    }
    /// Said to the officer.
    recovery_wrong() {
        km: "លេខកូដសង្គ្រោះមិនត្រឹមត្រូវ។",
        en: "The recovery code is wrong."
    }
    /// Said to the officer.
    recovery_wrong_hint() {
        km: "វាមានប្រាំមួយក្រុម ក្រុមនីមួយៗប្រាំតួ ដូចដែលបានបោះពុម្ពពេលបង្កើតសៀវភៅ។",
        en: "It has six groups of five characters, as printed when the book was made."
    }
    /// Said to the officer.
    keys_lost(path: &str) {
        km: "បាត់ឯកសារសោ {path} របស់សៀវភៅនេះ ឬវាជារបស់សៀវភៅផ្សេង។",
        en: "The key file {path} of this book is missing, or belongs to another book."
    }
    /// Said to the officer.
    keys_lost_hint() {
        km: "ដាក់វាមកវិញក្បែរសៀវភៅ ឬយកច្បាប់បម្រុងទុកមកវិញ៖ wardbook restore។ គ្មានឯកសារសោ គ្មាននរណាបើកសៀវភៅបានទេ។",
        en: "Put it back beside the book, or restore a backup, which holds both: wardbook restore. Without it nobody can open the book."
    }
    /// Said to the officer.
    keys_damaged(path: &str) {
        km: "ឯកសារសោ {path} ខូច។",
        en: "The key file {path} is damaged."
    }
    /// Said to the officer.
    damaged(path: &str, detail: &str) {
        km: "{path} ខូច៖ {detail}។",
        en: "{path} is damaged: {detail}."
    }
    /// Said to the officer.
    damaged_hint() {
        km: "កុំលុបវា។ យកច្បាប់បម្រុងទុកចុងក្រោយមកវិញ៖ wardbook restore ឯកសារ។ សៀវភៅដែលខូចត្រូវទុកដោយឡែក។",
        en: "Do not delete it. Restore the last backup: wardbook restore FILE. The damaged book is set aside, not lost."
    }
    /// Said to the officer.
    newer(path: &str, version: i64) {
        km: "សៀវភៅ {path} ត្រូវបានសរសេរដោយ Wardbook ថ្មីជាងនេះ (ជំនាន់ {version})។",
        en: "The book {path} was written by a newer Wardbook (version {version})."
    }
    /// Said to the officer.
    newer_hint() {
        km: "ដំឡើង Wardbook ថ្មីជាងនេះ។ គ្មានអ្វីត្រូវបានកែទេ។",
        en: "Install a newer Wardbook. Nothing was changed."
    }
    /// Said to the officer.
    file_failed(path: &str, reason: &str) {
        km: "អាន ឬសរសេរ {path} មិនបាន៖ {reason}។",
        en: "{path} cannot be read or written: {reason}."
    }
    /// Said to the officer.
    file_failed_hint() {
        km: "ពិនិត្យឈ្មោះ និងសិទ្ធិលើថតនោះ។",
        en: "Check the name, and whether you may use that folder."
    }
    /// Said to the officer.
    read_only(path: &str) {
        km: "សរសេរទៅ {path} មិនបានទេ។",
        en: "{path} cannot be written."
    }
    /// Said to the officer.
    read_only_hint() {
        km: "ថាស ឬថតនេះអានបានតែប៉ុណ្ណោះ។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។ ប្រើថតផ្សេង។",
        en: "The disk or folder is read-only for you. Nothing was saved. Use another folder."
    }
    /// Said to the officer.
    full(path: &str) {
        km: "ថាសពេញហើយ៖ គ្មានកន្លែងសម្រាប់ {path} ទេ។",
        en: "The disk is full: no room for {path}."
    }
    /// Said to the officer.
    full_hint() {
        km: "លុបអ្វីផ្សេងចេញពីថាស រួចធ្វើម្ដងទៀត។ គ្មានអ្វីត្រូវបានរក្សាទុកពាក់កណ្ដាលទេ។",
        en: "Make room and try again. Nothing was saved by half."
    }
    /// Said to the officer.
    busy(path: &str) {
        km: "កម្មវិធីផ្សេងកំពុងសរសេរទៅ {path}។",
        en: "Another program is writing to {path}."
    }
    /// Said to the officer.
    busy_hint() {
        km: "រង់ចាំបន្តិច រួចធ្វើម្ដងទៀត។",
        en: "Wait a moment and try again."
    }
    /// Said to the officer.
    no_such_case(number: &str) {
        km: "គ្មានករណី {number} ក្នុងសៀវភៅនេះទេ។",
        en: "There is no case {number} in this book."
    }
    /// Said to the officer.
    no_such_case_hint() {
        km: "រកវាដោយ៖ wardbook list \"ពាក្យ\"",
        en: "Look for it with: wardbook list \"words\""
    }
    /// Said to the officer.
    chain(origin: &str, detail: &str) {
        km: "កំណត់ត្រាពី {origin} មិនត្រូវគ្នា៖ {detail}។",
        en: "Entries of {origin} do not fit: {detail}."
    }
    /// Said to the officer.
    interrupted() { km: "ត្រូវបានបញ្ឈប់។", en: "Interrupted." }
    /// Said to the officer.
    database(path: &str, reason: &str) {
        km: "មានបញ្ហាជាមួយសៀវភៅ {path}៖ {reason}។",
        en: "Something is wrong with the book {path}: {reason}."
    }
    /// Said to the officer.
    database_hint() {
        km: "ពិនិត្យវាដោយ៖ wardbook verify",
        en: "Check it with: wardbook verify"
    }
    /// Said to the officer.
    crypto(reason: &str) {
        km: "ការសម្ងាត់មិនដំណើរការ៖ {reason}។",
        en: "The encryption failed: {reason}."
    }
    /// Said to the officer.
    refused() { km: "ករណីនេះមិនទាន់ទទួលបានទេ។ គ្មានអ្វីត្រូវបានសរសេរទេ។", en: "The case was not taken. Nothing was written." }
    /// Said to the officer.
    no_json(line: usize, column: usize) {
        km: "នេះមិនមែនជា JSON ត្រឹមត្រូវទេ៖ បន្ទាត់ {line} ខ្ទង់ {column}។",
        en: "This is no sound JSON: line {line}, column {column}."
    }
    /// Said to the officer.
    no_json_hint() {
        km: "ផ្ដល់វត្ថុ JSON មួយ ដូចដែល wardbook show NUMBER --json បង្ហាញ។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Give one JSON object, as `wardbook show NUMBER --json` prints it. Nothing was written."
    }
    /// Said to the officer.
    nothing_to_undo() {
        km: "គ្មានអ្វីរបស់តុនេះនៅសល់ឱ្យត្រឡប់វិញទេ។",
        en: "Nothing of this desk is left to undo."
    }
    /// Said to the officer.
    still_open(number: &str) {
        km: "ករណី {number} នៅបើកនៅឡើយ។",
        en: "Case {number} is still open."
    }
    /// Said to the officer.
    not_open(number: &str) {
        km: "ករណី {number} ត្រូវបានបិទ ឬដកវិញហើយ។",
        en: "Case {number} is closed or withdrawn."
    }
    /// Said to the officer.
    not_open_hint(number: &str) {
        km: "បើកវាឡើងវិញជាមុនសិន៖ wardbook reopen {number}",
        en: "Open it again first: wardbook reopen {number}"
    }
    /// Said to the officer.
    given(column: &str) {
        km: "{column} ត្រូវបានផ្ដល់ដោយសៀវភៅ មិនអាចកែបានទេ។",
        en: "{column} is given by the book and cannot be changed."
    }
    /// Said to the officer.
    no_officer() { km: "ខ្វះឈ្មោះមន្ត្រី។", en: "The officer's name is missing." }
    /// Said to the officer.
    no_officer_hint() { km: "ប្រាប់វាដោយ --officer។", en: "Give it with --officer." }
    /// Said to the officer.
    unknown_format(path: &str) {
        km: "មិនស្គាល់ទម្រង់របស់ {path} ទេ។",
        en: "The format of {path} is not known."
    }
    /// Said to the officer.
    unknown_format_hint() {
        km: "ប្រើឈ្មោះដែលបញ្ចប់ដោយ .csv ឬ .json (សម្រាប់សេចក្ដីសង្ខេប៖ .md)។",
        en: "Use a name that ends in .csv or .json (for a brief: .md)."
    }
    /// Said to the officer.
    cancelled() { km: "បានបោះបង់។", en: "Cancelled." }
    /// Said to the officer.
    table_text(line: u64) {
        km: "ឯកសារនេះមិនមែនជាអក្សរ UTF-8 ទេ ត្រង់បន្ទាត់ {line}។",
        en: "The file is no UTF-8 text at line {line}."
    }
    /// Said to the officer.
    table_text_hint() {
        km: "រក្សាទុកវាជា «CSV UTF-8» រួចនាំចូលម្ដងទៀត។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Save it as \"CSV UTF-8\" and import it again. Nothing was written."
    }
    /// Said to the officer.
    table_columns(missing: &str) {
        km: "តារាងខ្វះជួរឈរ៖ {missing}។",
        en: "The table lacks columns: {missing}."
    }
    /// Said to the officer.
    table_columns_hint() {
        km: "ជួរទីមួយត្រូវមានឈ្មោះជួរឈរ៖ visited_on, facility, issues … (wardbook demo --cases 10 --csv FILE សរសេរឧទាហរណ៍មួយ)។",
        en: "The first row must name the columns: visited_on, facility, issues … (wardbook demo --cases 10 --csv FILE writes an example)."
    }
    /// Said to the officer.
    table_twice(column: &str) {
        km: "ជួរឈរ {column} មានពីរដង។",
        en: "The column {column} stands there twice."
    }
    /// Said to the officer.
    table_empty() { km: "តារាងនេះទទេ។", en: "The table is empty." }
    /// Said to the officer.
    unknown_place(code: &str) {
        km: "គ្មានទីកន្លែងដែលមានលេខកូដ {code} ទេ។",
        en: "There is no place with the code {code}."
    }
    /// Said to the officer.
    unknown_place_hint() {
        km: "លេខកូដមាន ២ ខ្ទង់ (ខេត្ត) ៤ (ស្រុក) ឬ ៦ (ឃុំ)។",
        en: "Codes have 2 digits (province), 4 (district) or 6 (commune)."
    }
}

/// A path as people read it.
fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

/// What the system says of a file, in words of ours where they are known.
fn reason(error: &std::io::Error, lang: Lang) -> String {
    use std::io::ErrorKind;
    let words = match error.kind() {
        ErrorKind::NotFound => lang.pick("រកមិនឃើញ", "it is not there"),
        ErrorKind::PermissionDenied => lang.pick("គ្មានសិទ្ធិ", "you may not"),
        ErrorKind::IsADirectory => lang.pick("វាជាថត មិនមែនឯកសារទេ", "it is a folder, not a file"),
        ErrorKind::NotADirectory => lang.pick("ផ្លូវនោះឆ្លងកាត់ឯកសារមួយ", "its path leads through a file"),
        ErrorKind::AlreadyExists => lang.pick("មានរួចហើយ", "it is there already"),
        ErrorKind::ReadOnlyFilesystem => lang.pick("ថាសអានបានតែប៉ុណ្ណោះ", "the disk is read-only"),
        ErrorKind::StorageFull => lang.pick("ថាសពេញ", "the disk is full"),
        _ => return error.to_string(),
    };
    words.to_owned()
}

impl Speak for BookError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NotFound(path) => no_book(lang, &shown(path)),
            Self::NotABook(path) => not_a_book(lang, &shown(path)),
            Self::IsABackup(path) => is_a_backup(lang, &shown(path)),
            Self::NotABackup(path) => not_a_backup(lang, &shown(path)),
            Self::Exists(path) => exists(lang, &shown(path)),
            Self::PassphraseMissing => passphrase_missing(lang).to_owned(),
            Self::PassphraseWrong => passphrase_wrong(lang).to_owned(),
            Self::RecoveryWrong => recovery_wrong(lang).to_owned(),
            Self::KeysLost(path) => keys_lost(lang, &shown(path)),
            Self::KeysDamaged(path) => keys_damaged(lang, &shown(path)),
            Self::Damaged { path, detail } => damaged(lang, &shown(path), detail),
            Self::Newer { path, version } => newer(lang, &shown(path), *version),
            Self::Io { path, source } => file_failed(lang, &shown(path), &reason(source, lang)),
            Self::ReadOnly(path) => read_only(lang, &shown(path)),
            Self::Full(path) => full(lang, &shown(path)),
            Self::Busy(path) => busy(lang, &shown(path)),
            Self::NoSuchCase(number) => no_such_case(lang, number.as_str()),
            Self::Chain { origin, detail } => chain(lang, origin, detail),
            Self::Interrupted => interrupted(lang).to_owned(),
            Self::Sqlite { path, source } => database(lang, &shown(path), &source.to_string()),
            Self::Crypto(detail) => crypto(lang, detail),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::NotFound(_) => no_book_hint(lang).to_owned(),
            Self::NotABook(_) => not_a_book_hint(lang).to_owned(),
            Self::IsABackup(path) => is_a_backup_hint(lang, &shown(path)),
            Self::NotABackup(_) => not_a_backup_hint(lang).to_owned(),
            Self::Exists(_) => exists_hint(lang).to_owned(),
            Self::PassphraseMissing => passphrase_missing_hint(lang).to_owned(),
            Self::PassphraseWrong => passphrase_wrong_hint(lang).to_owned(),
            Self::RecoveryWrong => recovery_wrong_hint(lang).to_owned(),
            Self::KeysLost(_) | Self::KeysDamaged(_) => keys_lost_hint(lang).to_owned(),
            Self::Damaged { .. } => damaged_hint(lang).to_owned(),
            Self::Newer { .. } => newer_hint(lang).to_owned(),
            Self::Io { .. } => file_failed_hint(lang).to_owned(),
            Self::ReadOnly(_) => read_only_hint(lang).to_owned(),
            Self::Full(_) => full_hint(lang).to_owned(),
            Self::Busy(_) => busy_hint(lang).to_owned(),
            Self::NoSuchCase(_) => no_such_case_hint(lang).to_owned(),
            Self::Chain { .. } | Self::Sqlite { .. } => database_hint(lang).to_owned(),
            Self::Interrupted | Self::Crypto(_) => return None,
        })
    }
}

impl Speak for AppError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Book(error) => error.what(lang),
            Self::Refused(refusals) => {
                let mut lines = vec![refused(lang).to_owned()];
                lines.extend(refusals.iter().map(|refusal| {
                    let hint = refusal.hint(lang).map(|hint| format!(" {hint}")).unwrap_or_default();
                    format!("  {}{hint}", refusal.what(lang))
                }));
                lines.join("\n")
            }
            Self::Filter(error) => error.what(lang),
            Self::Json(error) => error.what(lang),
            Self::NoJson { line, column } => no_json(lang, *line, *column),
            Self::Number(error) => error.what(lang),
            Self::Table(error) => error.what(lang),
            Self::Facility(MakeError::UnknownPlace(code)) => unknown_place(lang, &code.to_string()),
            Self::Facility(MakeError::Derive(error)) => error.what(lang),
            Self::NothingToUndo => nothing_to_undo(lang).to_owned(),
            Self::StillOpen(number) => still_open(lang, number.as_str()),
            Self::NotOpen(number) => not_open(lang, number.as_str()),
            Self::Given(column) => given(lang, crate::domain::values::Coded::code(*column)),
            Self::NoOfficer => no_officer(lang).to_owned(),
            Self::File { path, source } => file_failed(lang, &shown(path), &reason(source, lang)),
            Self::FileExists(path) => exists(lang, &shown(path)),
            Self::UnknownFormat(path) => unknown_format(lang, &shown(path)),
            Self::Cancelled => cancelled(lang).to_owned(),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Book(error) => error.hint(lang),
            Self::Filter(error) => error.hint(lang),
            Self::Json(error) => error.hint(lang),
            Self::NoJson { .. } => Some(no_json_hint(lang).to_owned()),
            Self::Number(error) => error.hint(lang),
            Self::Table(error) => error.hint(lang),
            Self::Facility(MakeError::UnknownPlace(_)) => Some(unknown_place_hint(lang).to_owned()),
            Self::Facility(MakeError::Derive(error)) => error.hint(lang),
            Self::NotOpen(number) => Some(not_open_hint(lang, number.as_str())),
            Self::NoOfficer => Some(no_officer_hint(lang).to_owned()),
            Self::File { .. } => Some(file_failed_hint(lang).to_owned()),
            Self::FileExists(_) => Some(exists_hint(lang).to_owned()),
            Self::UnknownFormat(_) => Some(unknown_format_hint(lang).to_owned()),
            Self::Refused(_)
            | Self::NothingToUndo
            | Self::StillOpen(_)
            | Self::Given(_)
            | Self::Cancelled => None,
        }
    }
}

impl Speak for TableError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::File { path, source } => file_failed(lang, &shown(path), &reason(source, lang)),
            Self::NoText { line } => table_text(lang, *line),
            Self::Columns(missing) => table_columns(lang, &missing.join(", ")),
            Self::Twice(column) => table_twice(lang, column),
            Self::Empty => table_empty(lang).to_owned(),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::File { .. } => file_failed_hint(lang).to_owned(),
            Self::NoText { .. } => table_text_hint(lang).to_owned(),
            Self::Columns(_) | Self::Twice(_) | Self::Empty => table_columns_hint(lang).to_owned(),
        })
    }
}
