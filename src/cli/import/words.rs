//! What `import` says, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Said while it goes on.
    importing(bar: &str, percent: &str, rows: &str, rate: &str, left: &str) {
        km: "{bar} {percent}%  {rows} ជួរ  {rate}/វិនាទី  នៅសល់ {left} វិនាទី  (Ctrl-C ដើម្បីឈប់)",
        en: "{bar} {percent}%  {rows} rows  {rate}/s  {left} s left  (Ctrl-C stops)"
    }
    /// Said by the command.
    stopped() {
        km: "បានឈប់។ អ្វីដែលបានយករួច នៅក្នុងសៀវភៅ។ នាំចូលម្ដងទៀត ដើម្បីបន្ត ឬ wardbook undo ដើម្បីដកវិញ។",
        en: "Stopped. What was taken so far stays in the book: import again to go on, or take it back with wardbook undo."
    }
    /// Said by the command.
    more_refused(rows: usize) {
        km: "និង {rows} ជួរទៀត ដែលត្រូវបានបដិសេធ។",
        en: "And {rows} more rows were refused."
    }
    /// Said by the command.
    refused_file(path: &str) {
        km: "ជួរដែលបដិសេធ មានក្នុង {path} ជាមួយមូលហេតុ។ កែវានៅទីនោះ រួចនាំចូលឯកសារនោះ។ វាមានឈ្មោះមនុស្ស៖ លុបវាក្រោយកែរួច។",
        en: "The refused rows are in {path}, with the reasons. Mend them there and import that file. It holds what the table held, names too: delete it when done."
    }
    /// Said by the command.
    forgotten(what: &str) { km: "បានបំភ្លេច៖ {what}", en: "Forgotten: {what}" }
    /// Said by the command.
    nothing_remembered() { km: "មិនទាន់ចងចាំអ្វីទេ។", en: "Nothing is remembered yet." }
    /// A line of the list.
    remembered_table(name: &str, called: &str, what: &str) {
        km: "{name}  តារាងដូច {called}៖ {what}",
        en: "{name}  tables like {called}: {what}"
    }
    /// A line of the list.
    remembered_skip(name: &str) {
        km: "{name}  ជួរនៃបញ្ជីមូលដ្ឋាន ដែលរំលង",
        en: "{name}  row of facility lists, skipped"
    }
    /// Said by the command.
    no_refused_file() {
        km: "មិនអាចសរសេរឯកសារជួរដែលបដិសេធនៅក្បែរតារាងបានទេ។ សូមប្រើ --refused FILE.csv។",
        en: "The refused rows could not be written beside the table. Name a file with --refused FILE.csv."
    }
    /// Said by the command.
    unread_sheets(sheets: &str) {
        km: "មិនបានអានសន្លឹកទាំងនេះទេ៖ {sheets}។ រក្សាទុកសន្លឹកនីមួយៗជាឯកសារដោយខ្លួន រួចនាំចូល។",
        en: "These sheets were not read: {sheets}. Save each as a file of its own and import that."
    }
    /// Said by the command.
    map_exists(path: &str) {
        km: "{path} មានរួចហើយ។ ប្រើឈ្មោះផ្សេង ឬលុបវាសិន។",
        en: "{path} is there already. Use another name, or delete it first."
    }
    /// Said by the command.
    map_saved(path: &str) {
        km: "បានសរសេរ {path}។ ពិនិត្យ និងកែវា រួចនាំចូលដោយ --map {path}។ គ្មានករណីណាត្រូវបានយកទេ។",
        en: "Wrote {path}. Look it over, correct it, and import with --map {path}. No case was taken."
    }
    /// Said by the command.
    columns_found(rows: usize) {
        km: "តារាងមាន {rows} ជួរ។ ជួរឈររបស់វា (? គឺស្រដៀងប៉ុណ្ណោះ, - មិនយក)៖",
        en: "The table has {rows} rows. Its columns (? only like a name, - left out):",
        one(rows): "The table has {rows} row. Its columns (? only like a name, - left out):"
    }
    /// Said by the command.
    left_out() { km: "មិនយក", en: "left out" }
    /// Said by the command.
    doubtful(names: usize) {
        km: "ឈ្មោះ {names} មិនច្បាស់ថាជាមូលដ្ឋានសុខាភិបាលណា។ ចម្លើយត្រូវបានចងចាំ។",
        en: "{names} names may mean several facilities, or none. Your answers are remembered.",
        one(names): "{names} name may mean several facilities, or none. Your answer is remembered."
    }
    /// Said by the command.
    doubtful_name(text: &str, place: &str, rows: usize) {
        km: "«{text}»{place}៖ {rows} ជួរ",
        en: "“{text}”{place} (rows: {rows})"
    }
    /// Asked.
    ask_facility() {
        km: "លេខ កូដ ឬឈ្មោះ (Enter រំលង, . រំលងទាំងអស់)៖ ",
        en: "Number, code or name (Enter leaves it open, . leaves all the rest): "
    }
    /// Said by the command.
    no_such_choice(said: &str) { km: "«{said}» មិនច្បាស់។", en: "“{said}” is none of them, or more than one." }
    /// Said by the command.
    unknown_word(text: &str, column: &str, rows: usize) {
        km: "«{text}» ក្នុង {column}៖ មិនស្គាល់ពាក្យនេះ ({rows} ជួរ)",
        en: "“{text}” in {column} is not known (rows: {rows})"
    }
    /// Asked.
    ask_word() {
        km: "កូដ ឬឈ្មោះ (Enter រំលង, . រំលងទាំងអស់)៖ ",
        en: "Code or name (Enter leaves it open, . leaves all the rest): "
    }
    /// Asked.
    ask_column(header: &str, label: &str, code: &str) {
        km: "«{header}» ជា {label} ({code})? Enter យក, - មិនយក, ឬសរសេរឈ្មោះជួរឈរផ្សេង៖ ",
        en: "Is “{header}” {label} ({code})? Enter takes it, - leaves it out, or name another column: "
    }
    /// Said by the command.
    no_such_column(name: &str) {
        km: "គ្មានជួរឈរ «{name}» ទេ។ ឈ្មោះដូចជា visited_on, facility, issues។",
        en: "There is no column `{name}`: such as visited_on, facility, issues."
    }
    /// Asked.
    ask_dates(why: &str) {
        km: "{why} តើគ្រប់ថ្ងៃសរសេរបែបណា? mdy (ខែមុន) ឬ dmy (ថ្ងៃមុន)៖",
        en: "{why} How are all dates meant: mdy (month first) or dmy (day first)?"
    }
    /// Asked.
    ask_open_dates(date: &str, day: &str) {
        km: "គ្មានអ្វីក្នុងតារាងប្រាប់ថាថ្ងៃ ឬខែសរសេរមុនទេ។ បើ {date} ជា {day} សរសេរ dmy (ថ្ងៃមុន) បើមិនមែន mdy (ខែមុន)៖",
        en: "Nothing in the table tells whether the day or the month comes first. Is {date} {day}? Then write dmy (day first), else mdy (month first):"
    }
    /// Said by the command.
    dmy_or_mdy() { km: "សរសេរ dmy ឬ mdy។", en: "Write dmy or mdy." }
    /// At the head of a mapping.
    map_head() {
        km: "របៀបអានជួរឈររបស់តារាង៖ \"ឈ្មោះក្នុងតារាង\" = \"ឈ្មោះរបស់ Wardbook\"; \"\" មិនយក។ បន្ទាត់ដែលផ្ដើមដោយ # ? គ្រាន់តែស្រដៀង៖ បើត្រូវ សូមដកសញ្ញាទាំងពីរចេញ។\n[fixed] តម្លៃដូចគ្នាគ្រប់ជួរ, [values.payer] ពាក្យក្នុងតារាង = កូដ។",
        en: "How the columns of the table are read: \"header\" = \"column of Wardbook\"; \"\" leaves it out. Where a line begins with # ?, that is only guessed: take both signs away if it is right.\n[fixed] holds what is the same in all rows, [values.payer] words of the table = codes."
    }
    /// In a mapping.
    map_facilities() {
        km: "ឈ្មោះដែលមិនច្បាស់៖ ដក # ចេញពីមុខបន្ទាត់ដែលត្រូវ មួយសម្រាប់ឈ្មោះនីមួយៗ។",
        en: "Names that are not sure: take the # from the right line, one for each name."
    }
}
