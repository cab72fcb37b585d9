//! What the layers say: help, questions, messages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    help_title() { km: "ជំនួយ៖ គ្រាប់ចុចនៅទីនេះ", en: "Help: the keys here" }
    help_on_issues() {
        km: "បញ្ហា៖ ចុចអក្សរដែលនៅមុខឈ្មោះ ម្ដងទៀតដើម្បីប្ដូរកម្រិតធ្ងន់ធ្ងរ រហូតដល់លុបចេញ។ ចម្លើយជ្រើស៖ ← → ឬលេខ។ ម៉ោង៖ 6h10, ០៦:១០, ~១១:៤០ (ប្រហែល)។",
        en: "Issues: press the letter before the name, and again for the next severity, until it is off. Choices: ← → or the number. Times: 6h10, 06:10, ~11:40 (about).",
    }
    palette_title() { km: "ពាក្យបញ្ជា", en: "Commands" }
    messages_title() { km: "សារមុនៗ", en: "Past messages" }
    search_label() { km: "ស្វែងរក៖", en: "Search:" }
    nothing_like_it() { km: "រកមិនឃើញ។ លុបអក្សរខ្លះ ឬចុច Esc។", en: "Nothing like it. Take letters away, or press Esc." }
    button_yes() { km: "យល់ព្រម (y)", en: "Yes (y)" }
    button_no() { km: "ទេ (n)", en: "No (n)" }
    button_go_on() { km: "បន្ត (Enter)", en: "Go on (Enter)" }
    no_messages_yet() { km: "មិនទាន់មានសារទេ។", en: "No messages yet." }
    still_saving() { km: "កំពុងរក្សាទុក សូមរង់ចាំបន្តិច។", en: "Still saving: one moment." }
    drop_text_title() { km: "មិនរក្សាទុកទេឬ?", en: "Not save it?" }
    drop_text() {
        km: "អ្វីដែលអ្នកទើបសរសេរ មិនទាន់រក្សាទុកទេ។ បោះបង់វាមែនទេ?",
        en: "What you just typed is not saved. Drop it?",
    }
    quit_anyway_title() { km: "ចេញមែនទេ?", en: "Leave?" }
    undo_title() { km: "ដកវិញមែនទេ?", en: "Take it back?" }
    undo_question() {
        km: "ដកវិញនូវអ្វីដែលការិយាល័យនេះបានធ្វើចុងក្រោយ (ការកត់ ការកែ ឬការនាំចូលមួយ) មែនទេ?",
        en: "Take back the last thing this desk did: one case logged, one correction or one import?",
    }
    undo_named(what: &str, when: &str) { km: "ដកវិញ៖ {what} ({when})?", en: "Take back {what} ({when})?" }
    undone_kept(what: &str, key: &str) { km: "បានដកវិញ៖ {what}។ អ្វីដែលបានសរសេរ រង់ចាំជាសេចក្ដីព្រាង ({key})។", en: "Taken back: {what}. What was typed waits as a draft ({key})." }
    undone(what: &str) { km: "បានដកវិញ៖ {what}", en: "Taken back: {what}" }
    undo_logging(number: &str) { km: "ការកត់ {number}", en: "the logging of {number}" }
    undo_correction(number: &str, fields: &str) { km: "ការកែ {number} – {fields}", en: "the correction of {number} – {fields}" }
    undo_confirmation(number: &str) { km: "ការបញ្ជាក់ {number}", en: "the confirmation of {number}" }
    undo_withdrawal(number: &str) { km: "ការដក {number} វិញ", en: "the withdrawal of {number}" }
    undo_attaching(case: &str) { km: "ការភ្ជាប់ឯកសារជាមួយ {case}", en: "the attaching of a file to {case}" }
    undo_detaching(case: &str) { km: "ការដកឯកសារភ្ជាប់ពី {case}", en: "the removal of an attachment from {case}" }
    undo_reopening(number: &str) { km: "ការបើក {number} ឡើងវិញ", en: "the reopening of {number}" }
    undo_import(cases: &str) { km: "ការនាំចូល {cases}", en: "the import of {cases}" }
    undo_facility() { km: "ការបន្ថែមមូលដ្ឋានសុខាភិបាល", en: "the facility that was added" }
    undo_observation() { km: "ការសង្កេតម៉ោងមួយ", en: "one timed visit" }
    undo_observations(count: &str) { km: "ការសង្កេតម៉ោង {count}", en: "{count} timed visits" }
    undo_members() { km: "ចំនួនសមាជិកដែលបានបញ្ចូល", en: "the number of members that was entered" }
    undo_changes(cases: &str) { km: "ការប្រែប្រួលលើ {cases}", en: "changes to {cases}" }
}
