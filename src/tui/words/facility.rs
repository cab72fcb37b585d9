//! One facility.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    facility_months() { km: "ករណីតាមខែ", en: "Cases by month" }
    facility_waits() { km: "ការរង់ចាំ", en: "Waits" }
    facility_issues() { km: "បញ្ហា", en: "Issues" }
    facility_payers() { km: "ប័ណ្ណ និងសាច់ប្រាក់", en: "Card and cash" }
    facility_change() { km: "អ្វីដែលបានប្រែប្រួល", en: "What changed" }
    facility_reading() { km: "កំពុងរាប់ …", en: "Counting …" }
    no_waits_yet() { km: "មិនទាន់មានម៉ោងរង់ចាំទេ។", en: "No wait is recorded yet." }
    no_cases_here() { km: "មិនទាន់មានករណីនៅទីនេះក្នុងការជ្រើសនេះទេ។", en: "There is no case here within what is chosen." }
    waits_said(median: &str, tenth: &str, timed: &str) {
        km: "មេដ្យាន {median} · ៩០% ក្រោម {tenth} (n={timed})",
        en: "median {median} · 90% within {tenth} (n={timed})",
    }
    within(wait: &str) { km: "ដល់ {wait}", en: "to {wait}" }
    longer_than(wait: &str) { km: "លើស {wait}", en: "over {wait}" }
    side_said(cases: &str, median: &str) { km: "{cases} ករណី · មេដ្យាន {median}", en: "cases {cases} · median {median}" }
    no_verdict() { km: "តួលេខធម្មតា មិនមែនការវិនិច្ឆ័យទេ។", en: "Plain figures, not a verdict." }
    year_against_year(recent: &str, earlier: &str) { km: "១២ ខែចុងក្រោយ {recent}, ១២ ខែមុននោះ {earlier}", en: "last 12 months {recent}, 12 before them {earlier}" }
    no_rise() { km: "មិនឃើញការកើនឡើងច្បាស់ទេ", en: "no clear rise" }
}
