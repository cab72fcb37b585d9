//! What is said of a message that was read, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// One reading, with the words of the message.
    read_as(field: &str, value: &str, words: &str) {
        km: "{field}៖ {value}   ← អានពី «{words}»",
        en: "{field}: {value}   ← from “{words}”"
    }
    /// One that the message does not say as plainly.
    read_likely(field: &str, value: &str, words: &str) {
        km: "{field}៖ ប្រហែល {value}   ← អានពី «{words}»",
        en: "{field}: probably {value}   ← from “{words}”"
    }
    /// Nothing was read.
    nothing_read() {
        km: "អានមិនឃើញអ្វីក្នុងសារនេះទេ៖ វាក្លាយជាដំណើររឿង។",
        en: "Nothing could be read out of this message: it becomes the story."
    }
    /// Where nobody can be asked.
    kept(name: &str) {
        km: "មិនទាន់កត់ករណីទេ។ សេចក្ដីព្រាង {name} រង់ចាំនៅទំព័រថ្ងៃនេះ៖ បើក wardbook ហើយពិនិត្យអ្វីដែលបានអាន។ បោះចោល៖ wardbook drafts drop {name}",
        en: "No case was logged. The draft {name} waits on Today: open wardbook and confirm what was read. To throw it away: wardbook drafts drop {name}"
    }
    /// Before the questions.
    how_to_confirm() {
        km: "ចុច y ដើម្បីយក, Enter ដើម្បីទុកទទេ ឬវាយអ្វីដែលត្រឹមត្រូវ។",
        en: "y takes it, Enter leaves it out, or type what is right."
    }
    /// `--json` means something else there.
    json_takes_no_file() {
        km: "ជាមួយ --message, --json គ្មានឯកសារទេ៖ វាបង្ហាញអ្វីដែលបានអានជា JSON។",
        en: "With --message, --json takes no file: it prints what was read as JSON."
    }
}
