//! Cases out of pasted messages, and forms for those who have no Wardbook.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    from_message() { km: "ពីសារ", en: "From message" }
    from_message_doc() {
        km: "បិទភ្ជាប់សារពី Telegram ឬ SMS៖ អ្វីដែលអានបាន ក្លាយជាសេចក្ដីព្រាង ដែលអ្នកពិនិត្យម្ដងមួយៗ។",
        en: "Paste a message out of Telegram or SMS: what can be read becomes a draft, of which you confirm each field.",
    }
    form_for_telephones() { km: "ទម្រង់ទូរស័ព្ទ", en: "Phone form" }
    form_for_telephones_doc() {
        km: "សរសេរទម្រង់សម្រាប់ទូរស័ព្ទ (KoboToolbox, ODK) ជាខ្មែរ និងអង់គ្លេស។",
        en: "Write the form for phones (KoboToolbox, ODK), in Khmer and English.",
    }
    form_on_paper() { km: "ទម្រង់ក្រដាស", en: "Paper form" }
    form_on_paper_doc() { km: "សរសេរទម្រង់ក្រដាសពីរទំព័រ សម្រាប់បោះពុម្ព។", en: "Write the form on paper: two pages to print." }
    tally_sheet() { km: "តារាងកត់ម៉ោង", en: "Tally sheet" }
    tally_sheet_doc() {
        km: "សរសេរតារាងសម្រាប់កត់ម៉ោងរង់ចាំ ដោយគ្មានឈ្មោះ។",
        en: "Write the tally sheet for timed visits, without names.",
    }
    form_written(path: &str) { km: "បានសរសេរ {path}។", en: "Written: {path}" }
    form_with_facilities(path: &str, count: &str) {
        km: "បានសរសេរ {path} ជាមួយមូលដ្ឋានសុខាភិបាល {count} របស់សៀវភៅនេះ។",
        en: "Written: {path}, with the {count} facilities of this book",
        one(count): "Written: {path}, with the {count} facility of this book"
    }
    message_title() { km: "ករណីពីសារ", en: "A case from a message" }
    message_hint(key: &str) {
        km: "បិទភ្ជាប់សារទាំងមូល រួចចុច {key}។ មិនទាន់កត់អ្វីទេ៖ អ្នកពិនិត្យអ្វីដែលបានអានសិន។",
        en: "Paste the whole message, then {key}. Nothing is logged yet: you confirm what was read first.",
    }
    message_is_empty() { km: "សូមបិទភ្ជាប់សារនៅទីនេះ។", en: "Paste the message here." }
    message_read(count: &str) {
        km: "អានបាន {count} កន្លែងពីសារ។ Enter ទទួលយក ឬកែវា។",
        en: "Read from the message: {count}. Enter confirms a field; or correct it.",
    }
    message_not_read() {
        km: "អានមិនឃើញអ្វីក្នុងសារទេ៖ វាក្លាយជាដំណើររឿង។",
        en: "Nothing could be read out of the message: it became the story.",
    }
    to_be_confirmed() { km: "? ពីសារ", en: "? from the message" }
    still_to_confirm(count: &str) { km: "? ត្រូវបញ្ជាក់៖ {count}", en: "? to be confirmed: {count}" }
    not_confirmed(fields: &str) {
        km: "មិនទាន់រក្សាទុកទេ។ អានពីសារ ហើយមិនទាន់បញ្ជាក់៖ {fields}។ រក្សាទុកម្ដងទៀត ដើម្បីយកវាទាំងអស់។",
        en: "Not saved yet. From the message and not confirmed: {fields}. Save once more to take them as they are.",
    }
}
