//! What the use cases say when they fail, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// A side of a comparison.
    before_day(day: &str) { km: "មុន {day}", en: "before {day}" }
    /// A side of a comparison.
    from_day(day: &str) { km: "ចាប់ពី {day}", en: "from {day}" }
    /// The sheet of an export.
    cases_sheet() { km: "ករណី", en: "Cases" }
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
    empty_message() { km: "សារនេះទទេ។", en: "The message is empty." }
    /// Said to the officer.
    empty_message_hint() {
        km: "ចម្លងសារពី Telegram ឬ SMS ហើយបិទភ្ជាប់វា។",
        en: "Copy a message out of Telegram or SMS and paste it."
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
        km: "កុំលុបវា។ យកច្បាប់បម្រុងទុកចុងក្រោយមកវិញ៖ wardbook restore ឯកសារ។ សៀវភៅដែលខូចនឹងត្រូវទុកដោយឡែក មិនបាត់ទេ។",
        en: "Do not delete it. Restore the last backup: wardbook restore FILE. That sets the damaged book aside; it is not lost."
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
    joined_case(number: &str, into: &str) {
        km: "ករណី {number} ត្រូវបានបញ្ចូលទៅក្នុងករណី {into} ព្រោះទាំងពីរនិយាយអំពីការទៅពិនិត្យតែមួយ។",
        en: "Case {number} was joined into {into}: both tell of the same visit."
    }
    /// Said to the officer.
    joined_case_hint(into: &str) {
        km: "សូមប្រើ {into}៖ wardbook show {into}",
        en: "Use {into}: wardbook show {into}"
    }
    /// Said to the officer.
    erased_last() {
        km: "ការលុបអត្តសញ្ញាណជាអ្វីដែលបានធ្វើចុងក្រោយ ហើយវាមិនអាចដកវិញបានទេ។",
        en: "What was done last is an erasure, and that is for good."
    }
    /// Said to the officer.
    erased(number: &str) {
        km: "អត្តសញ្ញាណ និងរឿងរបស់ {number} ត្រូវបានលុបជារៀងរហូត មិនអាចបន្ថែមវិញបានទេ។",
        en: "Identity and story of {number} are erased for good: none can be added again."
    }
    /// Said to the officer.
    no_such_draft(name: &str) { km: "គ្មានសេចក្ដីព្រាង «{name}» ទេ។", en: "There is no draft “{name}”." }
    /// Said to the officer.
    several_drafts(name: &str) {
        km: "សេចក្ដីព្រាងជាច្រើនមានឈ្មោះបញ្ចប់ដោយ «{name}»។",
        en: "The names of several drafts end with “{name}”."
    }
    /// Said to the officer.
    no_such_draft_hint() { km: "មើលឈ្មោះដោយ៖ wardbook drafts list", en: "See their names with: wardbook drafts list" }
    /// Said to the officer.
    draft_gone() {
        km: "សេចក្ដីព្រាងនេះត្រូវបានកែ កត់ ឬលុបចោល ក្នុងបង្អួចផ្សេងរួចហើយ។",
        en: "This draft was changed, logged or thrown away in another window."
    }
    /// Said to the officer.
    draft_gone_hint() {
        km: "សូមមើលក្នុងបញ្ជីករណីជាមុនសិន មុននឹងកត់វាម្ដងទៀត។",
        en: "Look among the cases before you log it again."
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
    observation_refused() {
        km: "ការសង្កេតម៉ោងនេះមិនទាន់ទទួលបានទេ។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "The observation was not taken. Nothing was written."
    }
    /// Said to the officer.
    no_members_of(given: &str) {
        km: "«{given}» មិនប្រាប់ថាជាសមាជិកនៃក្រុមណាទេ។",
        en: "“{given}” does not say whose members these are."
    }
    /// Said to the officer.
    no_members_of_hint(forms: &str) {
        km: "សូមសរសេរមួយក្នុងចំណោម៖ {forms}",
        en: "Write one of these: {forms}"
    }
    /// Said to the officer.
    no_members(given: &str) {
        km: "«{given}» មិនមែនជាចំនួនសមាជិកទេ។",
        en: "“{given}” is no number of members."
    }
    /// Said to the officer.
    no_members_hint() {
        km: "សូមសរសេរចំនួនគត់ចាប់ពី ១ ឡើងទៅ ឧទាហរណ៍ ៤២០០។",
        en: "Write a whole number from 1 on, such as 4200."
    }
    /// Said to the officer.
    no_members_source() {
        km: "ខ្វះប្រភពនៃចំនួននេះ។",
        en: "The source of this number is missing."
    }
    /// Said to the officer.
    no_members_source_hint() {
        km: "ប្រាប់ថាចំនួននេះមកពីណា ឧទាហរណ៍ --source \"បញ្ជីសមាជិករបស់សហជីព\"។",
        en: "Say where it comes from, such as --source \"the union's list of members\"."
    }
    /// Said to the officer.
    members_too_long(length: &str, limit: &str) {
        km: "អត្ថបទនេះមាន {length} តួអក្សរ លើសពីកំណត់ {limit} តួ។",
        en: "This text has {length} characters, and no more than {limit} can be kept."
    }
    /// Said to the officer.
    members_too_long_hint() { km: "សូមសរសេរឱ្យខ្លីជាងនេះ។", en: "Make it shorter." }
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
        km: "គ្មានអ្វីរបស់ការិយាល័យនេះនៅសល់ឱ្យដកវិញទេ។",
        en: "Nothing of this desk is left to undo."
    }
    /// Said to the officer.
    done_since() {
        km: "មានការងារផ្សេងបានធ្វើក្រោយនោះ ដូច្នេះមិនបានត្រឡប់អ្វីវិញទេ។ សូមមើលម្ដងទៀត។",
        en: "Something else was done meanwhile, so nothing was taken back. Look again."
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
        km: "ប្រើឈ្មោះដែលបញ្ចប់ដោយ .csv .xlsx ឬ .json (សម្រាប់សេចក្ដីសង្ខេប៖ .pdf .docx .xlsx .html .png ឬ .md)។",
        en: "Use a name that ends in .csv, .xlsx or .json (for a brief: .pdf, .docx, .xlsx, .html, .png or .md)."
    }
    /// Said to the officer.
    no_pdf(why: &str) { km: "មិនអាចសរសេរឯកសារ PDF បានទេ៖ {why}។", en: "The PDF could not be written: {why}." }
    /// Said to the officer.
    no_picture(why: &str) { km: "មិនអាចគូររូបភាពបានទេ៖ {why}។", en: "The picture could not be painted: {why}." }
    /// Said to the officer.
    no_pdf_hint() {
        km: "សរសេរវាជា .md ហើយសូមប្រាប់អ្នកដែលថែទាំ Wardbook។",
        en: "Write it as .md, and tell those who look after Wardbook."
    }
    /// Said to the officer.
    no_such_party(party: &str) {
        km: "គ្មានភាគី {party} ទេ។",
        en: "There is no party {party}."
    }
    /// Said to the officer.
    no_such_party_hint() {
        km: "ពិនិត្យលេខកូដខេត្ត ឬមូលដ្ឋានសុខាភិបាល៖ wardbook facilities list \"ឈ្មោះ\"",
        en: "Check the code of the province or facility: wardbook facilities list \"name\""
    }
    /// Said to the officer.
    period() { km: "រយៈពេលនេះចប់មុនពេលវាចាប់ផ្ដើម។", en: "This period ends before it begins." }
    /// Said to the officer.
    member_outside() {
        km: "member: ប្រើបានតែនៅក្នុងសៀវភៅប៉ុណ្ណោះ។",
        en: "member: is for inside the book only."
    }
    /// Said to the officer.
    member_outside_hint() {
        km: "ឯកសារដែលចេញក្រៅ មិនត្រូវជ្រើសតាមឈ្មោះមនុស្សទេ។ ជ្រើសតាមទីកន្លែង បញ្ហា ឬថ្ងៃ។",
        en: "What leaves the book is not chosen by a person's name. Choose by place, issue or date."
    }
    /// Said to the officer.
    table_quote(line: u64) {
        km: "សញ្ញា \" ដែលបើកនៅបន្ទាត់ {line} មិនត្រូវបានបិទទេ។",
        en: "The quotation mark that opens on line {line} is never closed."
    }
    /// Said to the officer.
    table_stray_quote(line: u64) {
        km: "នៅបន្ទាត់ {line} មានអក្សរនៅក្រោយសញ្ញា \" ដែលបិទ៖ ប្រហែលជួរពីរត្រូវបានយកជាមួយ។",
        en: "On line {line} text goes on behind a closing quotation mark: two rows may have been taken for one."
    }
    /// Said to the officer.
    table_quote_hint() {
        km: "បិទវា ឬសរសេរវាពីរដង (\"\")។ គ្មានអ្វីត្រូវបានសរសេរទេ ព្រោះជួរក្រោយៗនឹងបាត់។",
        en: "Close it, or write it twice (\"\"). Nothing was written, for the rows behind it would be lost."
    }
    /// Said to the officer.
    cancelled() { km: "បានបោះបង់។", en: "Cancelled." }
    /// Said to the officer.
    nothing_to_tell() {
        km: "គ្មានករណីណាដែលអាចរាប់បានទេ៖ មិនបានសរសេរសេចក្ដីសង្ខេបទេ។",
        en: "No case can be counted: no summary was written."
    }
    /// Said to the officer.
    nothing_to_tell_hint() {
        km: "ពង្រីករយៈពេល ឬសំណួរ ហើយពិនិត្យថាសមាជិកបានយល់ព្រមឱ្យរាប់។",
        en: "Widen the period or the query, and see whether the members agreed to be counted."
    }
    /// Said to the officer.
    table_text(line: u64) {
        km: "ឯកសារនេះមានអក្សរខូច ត្រង់បន្ទាត់ {line}។",
        en: "The file is no sound text at line {line}."
    }
    /// Said to the officer.
    table_text_hint() {
        km: "រក្សាទុកវាជា «CSV UTF-8» រួចនាំចូលម្ដងទៀត។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Save it as \"CSV UTF-8\" and import it again. Nothing was written."
    }
    /// Said to the officer.
    table_json_hint() {
        km: "ពិនិត្យឯកសារនេះត្រង់ទីនោះ ឬនាំចេញម្ដងទៀត។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Look at the file there, or export it again. Nothing was written."
    }
    /// Said to the officer.
    table_headers_hint() {
        km: "ប្រាប់ថាជួរឈរណាជាអ្វីក្នុងឯកសារមួយ (--save-map MAP.toml រួច --map MAP.toml) ឬដាក់ឈ្មោះជួរឈរឡើងវិញ។ ទម្រង់ KoboToolbox ដែល Wardbook មិនបានសរសេរ ក៏ត្រូវការឯកសារនោះដែរ។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Say which column is what in a file (--save-map MAP.toml, then --map MAP.toml), or rename them. A KoboToolbox form that Wardbook did not write needs such a file too. Nothing was written."
    }
    /// Said to the officer.
    table_guessed(guesses: &str) {
        km: "ជួរឈរទាំងនេះគ្រាន់តែស្រដៀងនឹងឈ្មោះដែលស្គាល់៖ {guesses}។",
        en: "These columns are only like known names: {guesses}."
    }
    /// Said to the officer.
    table_guessed_hint() {
        km: "បើត្រឹមត្រូវ សូមបន្ថែម --yes។ បើមិនត្រូវ សូមរក្សាទុកការចាត់ជួរឈរដោយ --save-map MAP.toml កែវា រួចនាំចូលដោយ --map MAP.toml។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "If they are right, add --yes. Otherwise save the mapping with --save-map MAP.toml, correct it, and import with --map MAP.toml. Nothing was written."
    }
    /// Said to the officer.
    bad_mapping(file: &str, line: usize, column: usize, problem: &str) {
        km: "{file} បន្ទាត់ {line} ជួរឈរ {column}៖ {problem}",
        en: "{file}, line {line}, column {column}: {problem}"
    }
    /// Said to the officer.
    mapping_toml(detail: &str) { km: "មិនអាចអានជា TOML បាន៖ {detail}។", en: "it cannot be read as TOML: {detail}." }
    /// Said to the officer.
    mapping_column(given: &str) { km: "គ្មានជួរឈរឈ្មោះ «{given}» ទេ។", en: "there is no column `{given}`." }
    /// Said to the officer.
    mapping_given(column: &str) {
        km: "«{column}» សៀវភៅដាក់ឱ្យដោយខ្លួនឯង។",
        en: "`{column}` is given by the book itself."
    }
    /// Said to the officer.
    mapping_dates(given: &str) {
        km: "«{given}» មិនមែនជាលំដាប់ថ្ងៃទេ៖ dmy ឬ mdy។",
        en: "`{given}` is no order of dates: dmy or mdy."
    }
    /// Said to the officer.
    mapping_facility(given: &str) {
        km: "«{given}» មិនមែនជាកូដមូលដ្ឋានសុខាភិបាលទេ។",
        en: "`{given}` is no code of a facility."
    }
    /// Said to the officer.
    mapping_nearest(nearest: &str) {
        km: "ប្រហែលជាចង់និយាយថា {nearest}។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Perhaps {nearest} is meant. Nothing was written."
    }
    /// Said to the officer.
    not_remembered(given: &str) {
        km: "គ្មានអ្វីត្រូវបានចងចាំក្រោមឈ្មោះ «{given}» ទេ។",
        en: "Nothing is remembered under “{given}”."
    }
    /// Said to the officer.
    not_remembered_hint() {
        km: "មើលអ្វីដែលបានចងចាំ៖ wardbook import --decisions",
        en: "What is remembered, by its names: wardbook import --decisions"
    }
    /// Said to the officer.
    mapping_hint() {
        km: "--save-map MAP.toml សរសេរឯកសារបែបនេះឱ្យតារាងមួយ។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "--save-map MAP.toml writes such a file for a table. Nothing was written."
    }
    /// Said to the officer.
    table_long_row(line: u64) {
        km: "ជួរដែលចាប់ផ្ដើមនៅបន្ទាត់ {line} វែងពេក។",
        en: "The row that begins on line {line} is too long."
    }
    /// Said to the officer.
    table_long_row_hint() {
        km: "ជួរមួយមិនអាចលើសពី ៤ MB ទេ៖ ប្រហែលជាឯកសារនេះមិនមែនជាតារាង។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "No row is longer than 4 MB: perhaps this is no table. Nothing was written."
    }
    /// Said to the officer.
    table_no_workbook(file: &str, detail: &str) {
        km: "មិនអាចអាន {file} ជាសៀវភៅការងារបានទេ៖ {detail}។",
        en: "{file} cannot be read as a workbook: {detail}."
    }
    /// Said to the officer.
    table_not_a_workbook(file: &str) {
        km: "{file} មានឈ្មោះជាសៀវភៅការងារ ប៉ុន្តែខាងក្នុងមិនមែនទេ។",
        en: "{file} is called a workbook, but is none inside."
    }
    /// Said to the officer.
    table_damaged_workbook(file: &str) {
        km: "សៀវភៅការងារ {file} ខូច ឬខ្វះផ្នែកខ្លះ។",
        en: "The workbook {file} is damaged, or a part of it is missing."
    }
    /// Said to the officer.
    table_encrypted_workbook(file: &str) {
        km: "សៀវភៅការងារ {file} មានពាក្យសម្ងាត់។",
        en: "The workbook {file} has a password."
    }
    /// Said to the officer.
    table_encrypted_workbook_hint() {
        km: "បើកវា ហើយរក្សាទុកម្ដងទៀតដោយគ្មានពាក្យសម្ងាត់។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Open it and save it again without a password. Nothing was written."
    }
    /// Said to the officer.
    table_old_workbook(file: &str) {
        km: "{file} ជាសៀវភៅការងារ Excel ចាស់ (.xls)។",
        en: "{file} is a workbook of old Excel (.xls)."
    }
    /// Said to the officer.
    table_no_workbook_hint() {
        km: "បើកវាក្នុង Excel ឬ LibreOffice ហើយរក្សាទុកម្ដងទៀតជា .xlsx, .ods ឬ «CSV UTF-8»។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Open it in Excel or LibreOffice and save it again as .xlsx, .ods or \"CSV UTF-8\". Nothing was written."
    }
    /// Said to the officer.
    table_too_large() {
        km: "សៀវភៅការងារនេះពន្លាចេញធំហួសកម្រិត។",
        en: "The workbook unpacks to more than can be read."
    }
    /// Said to the officer.
    table_too_large_hint() {
        km: "បំបែកវាជាសន្លឹកតូចៗ ឬរក្សាទុកជា CSV។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Split it, or save it as CSV. Nothing was written."
    }
    /// Said to the officer.
    table_month_first(line: u64, date: &str) {
        km: "{date} នៅបន្ទាត់ {line} អានបានតែជា ខែ/ថ្ងៃ/ឆ្នាំ។",
        en: "{date} on line {line} can only be month/day/year."
    }
    /// Said to the officer.
    table_both_orders(line: u64, date: &str, other: u64, against: &str) {
        km: "{date} នៅបន្ទាត់ {line} អានបានតែជា ខែ/ថ្ងៃ/ឆ្នាំ តែ {against} នៅបន្ទាត់ {other} អានបានតែជា ថ្ងៃ/ខែ/ឆ្នាំ៖ តារាងនេះលាយគ្នា។",
        en: "{date} on line {line} can only be month/day/year, and {against} on line {other} only day/month/year: the table mixes both."
    }
    /// Said to the officer.
    table_month_first_hint() {
        km: "បើថ្ងៃទាំងអស់ក្នុងតារាងសរសេរខែមុន សូមប្រើ --dates mdy បើមិនដូច្នោះទេ ប្រើ --dates dmy។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "If all its dates have the month first, use --dates mdy; if the day comes first, --dates dmy. Nothing was written."
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
    list_columns() {
        km: "បញ្ជីមូលដ្ឋាននេះគ្មានជួរឈរដែលមានកូដ ឬឈ្មោះទេ។",
        en: "This list of facilities has no column of codes or names."
    }
    /// Said to the officer.
    list_empty() { km: "បញ្ជីមូលដ្ឋាននេះទទេ។", en: "This list of facilities is empty." }
    /// Said to the officer.
    list_columns_hint() {
        km: "ក្បាលជួរឈរត្រូវនៅក្នុងជួរដប់ដំបូង៖ code, name_km, name_en (យ៉ាងហោចណាស់មួយ) និងបើមាន kind, province, district, commune, lat, lon (ឬ x, y ជា UTM 48N)។",
        en: "The headers stand within the first ten rows: code, name_km, name_en (one at least), and where the list has them kind, province, district, commune, lat, lon (or x, y in UTM 48N)."
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
