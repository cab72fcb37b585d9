//! The ranking and the map.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    whole_country() { km: "កម្ពុជា", en: "Cambodia" }
    praise_apart() { km: "មិនរាប់ការសរសើរ", en: "praise not counted" }
    by_province() { km: "តាមខេត្ត", en: "by province" }
    by_district() { km: "តាមស្រុក", en: "by district" }
    by_facility() { km: "តាមមូលដ្ឋានសុខាភិបាល", en: "by facility" }
    counting() { km: "កំពុងរាប់ …", en: "Counting …" }
    total(cases: &str, open: &str) { km: "{cases} ករណី · មិនទាន់បិទ {open}", en: "Cases: {cases} · open: {open}" }
    median_of(wait: &str, timed: &str) { km: "រង់ចាំមេដ្យាន {wait} (n={timed})", en: "median wait {wait} (n={timed})" }
    no_hotspots_yet() { km: "មិនទាន់មានករណីសម្រាប់រាប់ទេ។ ចុច F7 ដើម្បីកត់ករណីទីមួយ។", en: "Nothing to count yet. Press F7 (or n) to log the first case." }
    column_name() { km: "ឈ្មោះ", en: "Name" }
    column_cases() { km: "ករណី", en: "Cases" }
    column_open() { km: "នៅបើក", en: "Open" }
    column_severe() { km: "ធ្ងន់", en: "Severe" }
    column_median() { km: "មេដ្យាន (n)", en: "Median (n)" }
}
