//! The first screen: what waits, what is new, what is rising.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    today_newest() { km: "ករណីកត់ចុងក្រោយ", en: "Logged last" }
    today_rising() { km: "កន្លែងដែលករណីកើនឡើង", en: "Rising" }
    today_drafts() { km: "សេចក្ដីព្រាងដែលរង់ចាំ", en: "Drafts that wait" }
    no_place_yet() { km: "មិនទាន់មានកន្លែង", en: "no facility yet" }
    new_case() { km: "ករណីថ្មី", en: "new case" }
    nothing_rising() { km: "គ្មានកន្លែងណាកើនឡើងទេ។", en: "Nothing is rising." }
    rising_figures(now: &str, before: &str) { km: "{now} ក្នុង ២៨ ថ្ងៃ · មុន៖ {before} ក្នុង ៨៤ ថ្ងៃ", en: "{now} in 28 days · {before} in the 84 before" }
    today_week(cases: &str) { km: "៧ ថ្ងៃចុងក្រោយ៖ {cases} ករណី", en: "Last 7 days: {cases} logged" }
    today_open(open: &str, all: &str) { km: "មិនទាន់បិទ៖ {open} ក្នុង {all}", en: "Open: {open} of {all}" }
    today_backup(day: &str) { km: "ច្បាប់បម្រុងទុក៖ {day}", en: "Backup: {day}" }
    today_no_backup() { km: "មិនទាន់មានច្បាប់បម្រុងទុក", en: "No backup yet" }
    today_empty(key: &str) { km: "មិនទាន់មានករណីទេ។ ចុច {key} ដើម្បីកត់ករណីទីមួយ។", en: "No cases yet. Press {key} to log the first one." }
    today_empty_import(key: &str) {
        km: "បើមានករណីក្នុងតារាងរួចហើយ ចុច {key} ដើម្បីនាំចូល។",
        en: "If there is a table of cases already, {key} takes it in.",
    }
}
