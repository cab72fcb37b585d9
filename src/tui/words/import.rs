//! Taking in a table.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    import() { km: "នាំចូលតារាង", en: "Import a table" }
    import_doc() {
        km: "យកករណីពីតារាង Excel ឬទម្រង់ក្នុងទូរស័ព្ទ មកដាក់ក្នុងសៀវភៅ។",
        en: "Take in the cases of a table: Excel, CSV, KoboToolbox or our own JSON.",
    }
    take_table() { km: "នាំចូល", en: "Take in" }
    take_table_doc() {
        km: "សាកល្បងសិន រួចនាំចូលតារាងនេះ។",
        en: "Try the table first, then take it in.",
    }
    next_step_of_import_doc() {
        km: "ទៅជំហានបន្ទាប់៖ ឯកសារ ជួរឈរ ទីកន្លែង នាំចូល។",
        en: "Go to the next step: file, columns, facilities, take in.",
    }
    change_table_doc() {
        km: "ប្ដូរអ្វីដែលសញ្ញា > ចង្អុល៖ ឯកសារ ជួរឈរ ឬទីកន្លែង។",
        en: "Change what the marker > points at: the file, a column, a facility.",
    }
    import_runs() { km: "កំពុងធ្វើរួចហើយ។ Esc ដើម្បីឈប់។", en: "It is running already. Esc stops it." }
    import_look_first() { km: "ជ្រើសឯកសារ ហើយមើលជួរឈរសិន (Tab)។", en: "Choose a file and look at its columns first (Tab)." }
    import_choose() { km: "ឯកសារ", en: "File" }
    import_columns() { km: "ជួរឈរ", en: "Columns" }
    import_places() { km: "ឈ្មោះ និងពាក្យ", en: "Names and words" }
    import_take() { km: "នាំចូល", en: "Take in" }
    import_file() { km: "ឯកសារ", en: "File" }
    import_file_doc() {
        km: "ផ្លូវទៅឯកសារ៖ .xlsx, .ods, .csv ឬ .json។ អាចអូសឯកសារមកដាក់លើបង្អួចនេះ។",
        en: "Where the file lies: .xlsx, .ods, .csv or .json. It can be dragged onto this window.",
    }
    import_kind() { km: "ជួរនីមួយៗជា", en: "Its rows are" }
    import_kind_doc() {
        km: "ករណីរបស់សមាជិក ពេលវេលាដែលអ្នកស្ម័គ្រចិត្តបានកត់ដោយគ្មានឈ្មោះ ឬមូលដ្ឋានក្នុងបញ្ជីផ្លូវការ។",
        en: "Cases of members, visits that a volunteer timed without a name, or facilities of an official list.",
    }
    import_dates() { km: "លំដាប់ថ្ងៃ និងខែ", en: "Its dates" }
    import_dates_doc() {
        km: "បើតារាងមិនប្រាប់ច្បាស់ថាថ្ងៃ ឬខែមកមុន យើងសួរ មិនទាយទេ។",
        en: "Where the table leaves it open whether day or month comes first, it is asked, never guessed.",
    }
    import_changed() { km: "ជួរដែលផ្លាស់ប្ដូរ", en: "Changed rows" }
    import_changed_doc() {
        km: "ជួរដែលបាននាំចូលរួច ហើយខុសពីមុន។",
        en: "Rows that were taken in before and say something else now.",
    }
    import_how() {
        km: "Tab ទៅជំហានបន្ទាប់។ គ្មានអ្វីត្រូវបានសរសេរមុនជំហានចុងក្រោយទេ។",
        en: "Tab goes to the next step. Nothing is written before the last one.",
    }
    import_none() { km: "ចុច Enter ដើម្បីប្រាប់", en: "Enter names it" }
    import_no_file() { km: "សរសេរផ្លូវទៅឯកសារ។", en: "Write where the file lies." }
    import_cases() { km: "ករណី", en: "cases" }
    import_observations() { km: "ពេលវេលាដោយគ្មានឈ្មោះ", en: "timed visits without names" }
    import_facilities() { km: "បញ្ជីមូលដ្ឋានសុខាភិបាល", en: "facilities, of an official list" }
    import_n_completed() { km: "មានរួចហើយ បានបំពេញបន្ថែម", en: "here already, of which more is known now" }
    import_n_skipped() { km: "រំលង", en: "skipped" }
    import_n_doubtful() { km: "មិនច្បាស់ មិនបានយក", en: "doubtful, and left" }
    import_unknown_columns(columns: &str) {
        km: "មិនស្គាល់ជួរឈរទាំងនេះ ហើយបានរំលង៖ {columns}។",
        en: "These columns are not known and were left out: {columns}.",
    }
    import_list_refused_file(path: &str) {
        km: "ជួរដែលបដិសេធ មានក្នុង {path} ជាមួយមូលហេតុ។ កែវានៅទីនោះ រួចនាំចូលឯកសារនោះ។",
        en: "The refused rows are in {path}, with the reasons. Mend them there and import that file.",
    }
    import_list_after() { km: "Esc ចេញ។ F9 ដកវិញទាំងអស់ម្ដង។", en: "Esc leaves. F9 takes all of it back at once." }
    import_list_doubtful(line: &str, name: &str, candidates: &str) {
        km: "បន្ទាត់ {line}៖ «{name}» អាចជា {candidates}",
        en: "Line {line}: “{name}” may be {candidates}",
    }
    import_list_done(added: &str, changed: &str) {
        km: "បាននាំចូលបញ្ជី៖ ថ្មី {added} បំពេញបន្ថែម {changed}។",
        en: "The list was taken in: {added} new, {changed} of which more is known now.",
    }
    import_dates_auto() { km: "តាមតារាង", en: "as the table tells" }
    import_day_first() { km: "ថ្ងៃ/ខែ/ឆ្នាំ", en: "day/month/year" }
    import_month_first() { km: "ខែ/ថ្ងៃ/ឆ្នាំ", en: "month/day/year" }
    import_update() { km: "យកជាការកែ", en: "taken as corrections" }
    import_leave() { km: "ទុកដូចដើម", en: "left as they are here" }
    import_looking() { km: "កំពុងមើលតារាង …", en: "Looking the table over …" }
    import_trying() { km: "កំពុងសាកល្បង …", en: "Trying it …" }
    import_taking() { km: "កំពុងនាំចូល …", en: "Taking it in …" }
    import_rows_of(rows: &str, total: &str) { km: "{rows} ក្នុង {total} ជួរ", en: "{rows} of {total} rows", one(total): "{rows} of {total} row" }
    import_rate(rate: &str, left: &str) {
        km: "{rate} ជួរក្នុងមួយវិនាទី នៅសល់ {left} វិនាទី",
        en: "{rate} rows a second, {left} seconds left",
        one(left): "{rate} rows a second, {left} second left",
    }
    import_say_dates() {
        km: "ប្រាប់ក្នុងជំហានទី ១ ថាថ្ងៃសរសេរបែបណា (Esc)។",
        en: "Say in step 1 how its dates are meant (Esc).",
    }
    import_how_to_stop() { km: "Esc ដើម្បីឈប់។", en: "Esc stops it." }
    import_found(rows: &str) {
        km: "{rows} ជួរ។ ✓ ស្គាល់  = ចងចាំពីមុន  ? ស្រដៀង សូមពិនិត្យ  – មិនយក",
        en: "{rows} rows.  ✓ known  = remembered  ? only like a name, look at it  – left out",
        one(rows): "{rows} row.  ✓ known  = remembered  ? only like a name, look at it  – left out",
    }
    import_columns_hint() { km: "Enter ប្ដូរ។ Tab បន្ត។", en: "Enter changes one. Tab goes on." }
    import_meant() { km: "ជួរឈរនេះជា", en: "What the column means" }
    import_recalled(what: &str) { km: "{what} (ចងចាំពីមុន)", en: "{what} (remembered)" }
    import_left_out() { km: "មិនយក", en: "left out" }
    import_which() { km: "ជាមូលដ្ឋានសុខាភិបាលណា?", en: "Which facility is it?" }
    import_another_code() { km: "ផ្សេងទៀត៖ សរសេរឈ្មោះ ឬកូដ", en: "Another one: write its name or code" }
    import_which_dates() { km: "តើថ្ងៃ ឬខែសរសេរមុន?", en: "Does the day or the month come first?" }
    import_date_is(text: &str, day: &str) { km: "{text} ជា {day}", en: "{text} is {day}" }
    import_which_word() { km: "ពាក្យនេះមានន័យថា", en: "What the word means" }
    import_leave_open() { km: "ទុកចំហ៖ ជួរទាំងនោះនឹងត្រូវបដិសេធ", en: "Leave it open: its rows are refused" }
    import_forget() {
        km: "បំភ្លេចការសម្រេចនេះ៖ ជួរទាំងនោះនឹងត្រូវបដិសេធ",
        en: "Forget what was decided: its rows are refused",
    }
    import_recalled_doc() {
        km: "ឈ្មោះទាំងនេះត្រូវបានសម្រេចពីមុន។ Enter ប្ដូរ ឬបំភ្លេច។ Tab បន្ត។",
        en: "These names were decided before. Enter changes or forgets one. Tab goes on.",
    }
    import_code_doc() {
        km: "ឈ្មោះក្នុងភាសាណាមួយ ឬកូដដូចជា H080801 ឬ HC-010604 (មណ្ឌលសុខភាពនៃឃុំ)។",
        en: "Its name in either language, or a code: H080801, or HC-010604 for the health centre of a commune.",
    }
    import_no_doubts() {
        km: "ស្គាល់ឈ្មោះ និងពាក្យទាំងអស់។ Tab បន្ត។",
        en: "All names of facilities and all words are known. Tab goes on.",
    }
    import_places_doc() {
        km: "ឈ្មោះ និងពាក្យទាំងនេះមិនច្បាស់។ Enter សម្រេចម្ដង ចម្លើយត្រូវបានចងចាំ។ ក្នុងវង់ក្រចក៖ ចំនួនជួរ។ = សម្រេចពីមុន។",
        en: "What these mean is doubtful. Enter decides one; the answer is remembered. In brackets: its rows. = decided before.",
    }
    import_open() { km: "មិនទាន់សម្រេច", en: "open" }
    import_would() { km: "បើនាំចូលឥឡូវ៖", en: "If it is taken in now:" }
    import_was() { km: "បាននាំចូលរួច៖", en: "It was taken in:" }
    import_go() {
        km: "Enter ឬ F12 នាំចូល។ F9 អាចដកវិញទាំងអស់ម្ដង។",
        en: "Enter or F12 takes it in. F9 can take all of it back at once.",
    }
    import_stopped() {
        km: "បានឈប់៖ អ្វីដែលយករួច នៅក្នុងសៀវភៅ។ នាំចូលម្ដងទៀត ដើម្បីបន្ត។",
        en: "It was stopped: what was taken so far stays. Import it again to go on.",
    }
    import_refused_file(path: &str) {
        km: "ជួរដែលបដិសេធ មានក្នុង {path} ជាមួយមូលហេតុ។ កែវានៅទីនោះ រួចនាំចូល។ លុបវាក្រោយកែរួច ព្រោះវាមានឈ្មោះមនុស្ស។",
        en: "The refused rows are in {path}, with the reasons. Mend them there and import that file; delete it when done, for it holds names.",
    }
    import_unread_sheets(sheets: &str) {
        km: "! មិនបានអានសន្លឹកទាំងនេះទេ៖ {sheets}។ រក្សាទុកសន្លឹកនីមួយៗជាឯកសារដោយខ្លួន រួចនាំចូល។",
        en: "! These sheets were not read: {sheets}. Save each as a file of its own and import that.",
    }
    import_refused_nowhere() {
        km: "មិនអាចសរសេរជួរដែលបដិសេធនៅក្បែរតារាងបានទេ។",
        en: "The refused rows could not be written beside the table.",
    }
    import_counting_pairs() {
        km: "កំពុងប្រៀបធៀបជាមួយករណីក្នុងសៀវភៅ ក្រែងមានអ្នកប្រាប់រួចហើយ …",
        en: "Being compared with the cases of the book, in case any was told before …",
    }
    import_no_pairs() {
        km: "មិនមានករណីដែលទំនងជាធ្លាប់កត់រួចហើយទេ។",
        en: "None of them is likely told already.",
    }
    import_one_pair(key: &str) {
        km: "! ករណី ១ ទំនងជាធ្លាប់កត់រួចហើយ។ {key}៖ មើលទាំងពីរទន្ទឹមគ្នា",
        en: "! 1 case is likely told already. {key}: see both side by side",
    }
    import_pairs(pairs: &str, key: &str) {
        km: "! {pairs} គូទំនងជាករណីតែមួយ។ {key}៖ មើលវាទន្ទឹមគ្នា",
        en: "! {pairs} pairs are likely one case. {key}: see them side by side",
        one(pairs): "! {pairs} pair is likely one case. {key}: see its cases side by side",
    }
    import_after() { km: "Esc ទៅបញ្ជីករណី។ F9 ដកវិញ។", en: "Esc goes to the cases. F9 takes it back." }
    import_line(line: &str, what: &str) { km: "បន្ទាត់ {line}៖ {what}", en: "Line {line}: {what}" }
    import_n_rows() { km: "ជួរ", en: "rows" }
    import_n_new() { km: "ថ្មី", en: "new" }
    import_n_known() { km: "មានរួចហើយ", en: "here already" }
    import_n_corrected() { km: "កែតាម", en: "corrected" }
    import_n_changed() { km: "ផ្លាស់ប្ដូរ ហើយទុកដូចដើម", en: "changed since, and left" }
    import_n_refused() { km: "បដិសេធ", en: "refused" }
    import_done(added: &str) { km: "បាននាំចូល៖ ថ្មី {added}។", en: "Taken in: {added} new." }
}
