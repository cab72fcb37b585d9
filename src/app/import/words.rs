//! What is said of an import on the screen and on the command line alike.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Rows that were taken and are worth a second look.
    noticed(what: &str, rows: &str, lines: &str) {
        km: "សូមពិនិត្យម្ដងទៀត៖ {what} (ចំនួនជួរ {rows}៖ បន្ទាត់ {lines})។",
        en: "Have another look: {what} (rows: {rows}; lines {lines}).",
    }
    /// A mapping that is of another table.
    lacking(columns: &str) {
        km: "ការកំណត់ជួរឈរនិយាយពី {columns} ដែលតារាងនេះគ្មាន។",
        en: "The mapping names columns that this table does not have: {columns}.",
    }
    /// Part of a table's mapping was remembered.
    recalled(what: &str) {
        km: "បានប្រើអ្វីដែលចងចាំពីមុន៖ {what}។ មើល ឬបំភ្លេចវា៖ wardbook import --decisions",
        en: "Used what was decided before: {what}. To look at it or forget it: wardbook import --decisions",
    }
    /// What was decided of a table is remembered.
    remembered() {
        km: "អ្វីដែលបានសម្រេចអំពីតារាងនេះ ត្រូវបានចងចាំសម្រាប់តារាងដែលមានក្បាលជួរឈរដូចគ្នា។",
        en: "What was decided of this table is remembered for tables with the same headers.",
    }
    /// A row with more cells than there are headers.
    beyond(cells: usize) {
        km: "ជួរនេះមានក្រឡាលើស {cells} ដែលគ្មានក្បាលជួរឈរ។",
        en: "The row has {cells} cells more than there are headers.",
        one(cells): "The row has {cells} cell more than there are headers.",
    }
    /// What to do then.
    beyond_hint() {
        km: "ប្រហែលមានសញ្ញាក្បៀសក្នុងអត្ថបទ៖ ដាក់អត្ថបទនោះក្នុងសញ្ញា \"…\"។",
        en: "A comma may stand within a text: put that text between quotation marks.",
    }
    /// A row whose identifier another has.
    id_twice(id: &str, line: u64) {
        km: "អត្តសញ្ញាណ «{id}» មាននៅបន្ទាត់ {line} រួចហើយ តែខ្លឹមសារខុសគ្នា។",
        en: "The identifier “{id}” stands on line {line} already, and says something else there.",
    }
    /// What to do then.
    id_twice_hint() {
        km: "ឱ្យជួរនីមួយៗមានអត្តសញ្ញាណរបស់ខ្លួន ឬមិនយកជួរឈរនោះ។",
        en: "Give each row its own, or leave that column out.",
    }
    /// Rows that stand in another table too.
    elsewhere(rows: &str, source: &str) {
        km: "ប្រយ័ត្ន៖ {rows} ជួរដូចគ្នាបេះបិទ បានមកពី «{source}» រួចហើយ ហើយឥឡូវមានពីរដង។ បើជាតារាងតែមួយ៖ wardbook undo រួចនាំចូលដោយ --source \"{source}\"។",
        en: "Careful: {rows} of these rows came word for word from “{source}” before, and are there twice now. If it is the same table: wardbook undo, then import it with --source \"{source}\".",
    }
    /// The same in a trial.
    would_be_elsewhere(rows: &str, source: &str) {
        km: "ប្រយ័ត្ន៖ {rows} ជួរដូចគ្នាបេះបិទ បានមកពី «{source}» រួចហើយ។ បើជាតារាងតែមួយ នាំចូលដោយ --source \"{source}\"។",
        en: "Careful: {rows} of these rows came word for word from “{source}” before. If it is the same table, import it with --source \"{source}\".",
    }
    /// How dates were read where nothing tells.
    open_dates(date: &str, day: &str) {
        km: "គ្មានអ្វីប្រាប់ថាថ្ងៃ ឬខែសរសេរមុនទេ៖ {date} បានអានជា {day}។ បើខែសរសេរមុន ប្រើ --dates mdy។",
        en: "Nothing in the table tells whether the day or the month comes first: {date} is read as {day}. If the month comes first, say --dates mdy.",
    }
    /// What a spreadsheet may have done to dates.
    swapped_dates() {
        km: "ប្រយ័ត្ន៖ ថ្ងៃខ្លះជាកាលបរិច្ឆេទ ហើយសុទ្ធតែត្រឹមថ្ងៃទី ១២ រីឯថ្ងៃខ្លះទៀតជាអក្សរ មានថ្ងៃធំជាង។ កម្មវិធីតារាងដែលកំណត់ខែមុន ប្រហែលបានប្ដូរថ្ងៃ និងខែ។ សូមផ្ទៀងនឹងក្រដាស។",
        en: "Careful: some days stand as dates, all up to the 12th, and others as text with a later day. A spreadsheet that is set to month first may have swapped day and month in the former: compare them with the paper.",
    }
    /// Where the headers stand.
    headers_below(line: u64) {
        km: "ក្បាលជួរឈរបានអាននៅបន្ទាត់ {line} អ្វីនៅពីលើមិនយក។",
        en: "The headers were found on line {line}; what stands above is left out.",
    }
    /// A column of waits in hours.
    in_hours() {
        km: "រយៈពេលរង់ចាំបានអានជាម៉ោង ដូចក្បាលជួរឈរប្រាប់។",
        en: "Waits are read in hours, as their header says.",
    }
    /// A column that is left out.
    left_out() { km: "មិនយក", en: "left out" }
    /// Which comes first in dates.
    dates(order: &str) { km: "លំដាប់ថ្ងៃ {order}", en: "dates {order}" }
    /// A reason.
    closed() { km: "មូលដ្ឋានបានបិទនៅថ្ងៃនោះ", en: "the facility was closed on that day" }
    /// A reason.
    no_contract() {
        km: "មូលដ្ឋានគ្មានកិច្ចសន្យាជាមួយ ប.ស.ស. នៅថ្ងៃនោះ",
        en: "the facility had no contract with the fund on that day",
    }
    /// A reason.
    other_place() {
        km: "ខេត្តក្នុងជួរ ខុសពីខេត្តរបស់មូលដ្ឋាន",
        en: "the row tells another province than the facility's",
    }
    /// A reason.
    long_wait() { km: "រង់ចាំលើសពី ១២ ម៉ោង", en: "a wait of over 12 hours" }
    /// A reason.
    stage() {
        km: "ដំណាក់កាលដែលមូលដ្ឋានប្រភេទនេះ ជាធម្មតាមិនមាន",
        en: "a stage that a facility of this kind does not usually have",
    }
    /// A reason.
    long_ago() {
        km: "ថ្ងៃទៅពេទ្យនៅមុនឆ្នាំ ២០១៦ ដែល ប.ស.ស. ចាប់ផ្ដើមធានារ៉ាប់រងសុខភាព",
        en: "the visit lies before 2016, when the fund's health insurance began",
    }
    /// A reason.
    nought_given_back() {
        km: "លេខទូរស័ព្ទត្រូវបានទុកជាចំនួន ហើយលេខ ០ នៅខាងមុខបានដាក់ត្រឡប់វិញ",
        en: "the telephone stood there as a number, and got back the 0 at its beginning",
    }
    /// A reason.
    nought_missing() {
        km: "លេខទូរស័ព្ទគ្មានលេខ ០ នៅខាងមុខ ប្រហែលកម្មវិធីតារាងបានលុបវា",
        en: "the telephone has no 0 at its beginning, which a spreadsheet may have dropped",
    }
    /// A reason.
    nought_lost() {
        km: "លេខ ប.ស.ស. ឬលេខបុគ្គលិកត្រូវបានទុកជាចំនួន ហើយខ្លីជាងលេខផ្សេង ប្រហែលបាត់លេខ ០ នៅខាងមុខ",
        en: "an NSSF or employee number stood there as a number and is shorter than others, so that it may have lost a 0 at its beginning",
    }
}
