//! The ranking and the map.

use crate::i18n::messages::messages;
use crate::i18n::{Lang, Language};

messages! {
    pub const ALL;

    whole_country() { km: "កម្ពុជា", en: "Cambodia" }
    praise_apart() { km: "មិនរាប់ការសរសើរ", en: "praise not counted" }
    by_province() { km: "តាមខេត្ត", en: "by province" }
    by_district() { km: "តាមស្រុក", en: "by district" }
    by_facility() { km: "តាមមូលដ្ឋានសុខាភិបាល", en: "by facility" }
    counting() { km: "កំពុងរាប់ …", en: "Counting …" }
    total(cases: &str, open: &str) { km: "បណ្ដឹង {cases} · មិនទាន់បិទ {open}", en: "Complaints: {cases} · open: {open}" }
    no_hotspots_yet(key: &str) { km: "មិនទាន់មានករណីសម្រាប់រាប់ទេ។ ចុច {key} ដើម្បីកត់ករណីទីមួយ។", en: "Nothing to count yet. Press {key} to log the first case." }
    column_name() { km: "ឈ្មោះ", en: "Name" }
    column_cases() { km: "ករណី", en: "Cases" }
    column_open() { km: "មិនទាន់បិទ", en: "Open" }
    column_median() { km: "មេដ្យាន (n)", en: "Median (n)" }
    column_rate() { km: "អត្រា", en: "/100k" }
    column_wait_short() { km: "មេដ្យាន", en: "Median" }
    column_months() { km: "១២ខែ", en: "12 months" }
    thousands(count: &str) { km: "{count}ពាន់", en: "{count}k" }
    measure_cases() { km: "ករណី", en: "Cases" }
    measure_rate() { km: "ករណីក្នុងប្រជាជន ១០០.០០០ នាក់ (ជំរឿន ២០១៩)", en: "Per 100,000 residents (census 2019)" }
    rate_of_provinces() { km: "ជំរឿនមានតែតាមខេត្តទេ៖ នៅទីនេះរាប់ជាករណី។", en: "The census is by province only: here cases are counted." }
    measure_wait() { km: "មេដ្យាននៃការរង់ចាំ", en: "Median wait" }
    measure_members() { km: "ករណីក្នុងសមាជិក ១.០០០ នាក់", en: "Per 1,000 members" }
    column_members() { km: "ក្នុង១ពាន់", en: "/1,000" }
    no_members_counted() { km: "មិនទាន់បានបញ្ចូលចំនួនសមាជិកនៃកន្លែងទាំងនេះទេ។", en: "How many members these have has not been entered yet." }
    measure_severe() { km: "ភាគនៃករណីធ្ងន់ (៩៥%)", en: "Share of severe cases (95% interval)" }
    column_severe() { km: "ភាគធ្ងន់", en: "Severe" }
    measure_open() { km: "ករណីមិនទាន់បិទ", en: "Open cases" }
    period_all() { km: "គ្រប់ពេល", en: "All time" }
    period_last_year() { km: "១២ ខែចុងក្រោយ", en: "Last 12 months" }
    period_this_year() { km: "ឆ្នាំនេះ", en: "This year" }
    period_last_90_days() { km: "៩០ ថ្ងៃចុងក្រោយ", en: "Last 90 days" }
    period_own() { km: "ជ្រើសថ្ងៃខ្លួនឯង (since: until:)", en: "Days of your own (since: until:)" }
    no_hotspots_here(key: &str) { km: "គ្មានករណីត្រូវនឹងការជ្រើសនេះទេ។ ចុច {key} ដើម្បីថយក្រោយ ឬប្ដូររយៈពេល។", en: "No case fits what is chosen. Press {key} to go back, or choose another period." }
    median_said(median: &str) { km: "មេដ្យាននៃការរង់ចាំ {median}", en: "median wait {median}" }
    median_observed(median: &str, timed: &str, observed: &str) {
        km: "{median} (ដឹង {timed} លើក ក្នុងនោះសង្កេត {observed})",
        en: "{median} ({timed} timed, {observed} of them observed)",
    }
    median_observed_short(median: &str, timed: &str, observed: &str) {
        km: "{median} ({timed} សង្កេត {observed})",
        en: "{median} ({timed}, {observed} observed)",
    }
    detail_in_short(open: &str, median: &str, recent: &str, earlier: &str) {
        km: "មិនទាន់បិទ {open} · រង់ចាំ {median} · ២៨ថ្ងៃ {recent}, ៨៤ថ្ងៃមុន {earlier}",
        en: "open {open} · wait {median} · 28 days: {recent}, 84 before: {earlier}",
    }
    windows(recent: &str, earlier: &str) { km: "២៨ ថ្ងៃចុងក្រោយ {recent}, ៨៤ ថ្ងៃមុននោះ {earlier}", en: "last 28 days {recent}, 84 before them {earlier}" }
    no_funnel() { km: "មិនទាន់មានករណីសម្រាប់ជីវឡាវទេ។", en: "There is no case for a funnel yet." }
    funnel_lines(overall: &str) {
        km: "ភាគធ្ងន់៖ រួម {overall} · ព្រំ ⠤⠤ ៩៩,៨% ⠠ ⠄ ៩៥%",
        en: "Severe: overall {overall} · ⠤⠤ 99.8% ⠠ ⠄ 95%",
    }
    limits_95() { km: "ព្រំដែន ៩៥%", en: "95% limits" }
    limits_998() { km: "ព្រំដែន ៩៩,៨%", en: "99.8% limits" }
    none_outside() { km: "គ្មានកន្លែងណានៅក្រៅព្រំទេ។", en: "None lies outside the limits." }
    more_outside(count: &str) { km: "និង {count} ទៀតនៅក្រៅព្រំ", en: "and {count} more outside" }
    points_known(known: &str, all: &str) { km: "ស្គាល់ទីតាំងមូលដ្ឋាន {known} ក្នុងចំណោម {all}", en: "Place on the map known for {known} of {all} facilities", one(all): "Place on the map known for {known} of {all} facility" }
}

/// The marks that point from an inset to its province.
pub fn map_marks(lang: Lang) -> &'static [&'static str] {
    match lang.language() {
        Language::Km => &["ក", "ខ", "គ", "ឃ", "ង", "ច", "ឆ", "ជ", "ឈ", "ញ"],
        Language::En => &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
    }
}
