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
    within(wait: &str) { km: "ដល់ {wait}", en: "to {wait}" }
    longer_than(wait: &str) { km: "លើស {wait}", en: "over {wait}" }
    column_p90() { km: "ភាគរយទី៩០", en: "90th pct." }
    before_and_after(day: &str) { km: "មុន និងក្រោយ {day}", en: "Before and after {day}" }
    change_day() { km: "ប្រៀបធៀបមុន និងក្រោយថ្ងៃណា?", en: "Compare before and after which day?" }
    change_day_hint() { km: "ឧទាហរណ៍ ០១/០៣/២០២៦", en: "For example 01/03/2026" }
    year_against_year(recent: &str, earlier: &str) { km: "១២ ខែចុងក្រោយ {recent}, ១២ ខែមុននោះ {earlier}", en: "last 12 months {recent}, 12 before them {earlier}" }
}
