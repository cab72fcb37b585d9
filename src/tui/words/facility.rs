//! One facility.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    facility_menu_doc() { km: "ប្ដូរឈ្មោះ បិទ កត់កិច្ចសន្យា ឬបញ្ចូលមូលដ្ឋាននេះទៅមួយទៀត។", en: "Rename this facility, close it, note its contract, or merge it into another." }
    facility_rename_km() { km: "ប្ដូរឈ្មោះខ្មែរ", en: "Change the Khmer name" }
    facility_rename_en() { km: "ប្ដូរឈ្មោះជាអក្សរឡាតាំង", en: "Change the English name" }
    facility_alias() { km: "បន្ថែមឈ្មោះហៅក្រៅ", en: "Add another name" }
    facility_close() { km: "បិទតាំងពីថ្ងៃណា", en: "Closed since which day" }
    facility_reopen() { km: "វាបើកវិញ", en: "It is open again" }
    facility_contract_ended() { km: "គ្មានកិច្ចសន្យា ប.ស.ស. តាំងពីថ្ងៃណា", en: "Without a contract with the fund since which day" }
    facility_contract_since() { km: "មានកិច្ចសន្យា ប.ស.ស. តាំងពីថ្ងៃណា", en: "With a contract with the fund since which day" }
    facility_merge() { km: "បញ្ចូលទៅមូលដ្ឋានមួយទៀត", en: "Merge it into another facility" }
    facility_name_hint() { km: "ឈ្មោះចាស់ត្រូវទុកជាឈ្មោះហៅក្រៅ។", en: "The name before stays as another name." }
    facility_alias_hint() { km: "វាត្រូវរកឃើញតាមឈ្មោះនេះដែរ។", en: "It is found by this name as well." }
    facility_merge_hint() {
        km: "ឈ្មោះ ឬលេខសម្គាល់របស់មូលដ្ឋានដែលនៅ។ ករណីទាំងអស់ត្រូវផ្លាស់ទៅវា។",
        en: "Name or code of the one that stays. All cases move to it.",
    }
    facility_day_hint() { km: "ឧទាហរណ៍ ០១/០៣/២០២៦ ឬ ថ្ងៃនេះ", en: "For example 01/03/2026, or today" }
    facility_unchanged() { km: "វាដូច្នេះរួចហើយ។", en: "It is so already." }
    facility_changed(name: &str) { km: "បានកែ {name}។", en: "Changed: {name}." }
    facility_merged(name: &str, moved: &str) { km: "ករណី {moved} ត្រូវបានផ្លាស់ទៅ {name}។", en: "Cases moved to {name}: {moved}." }
    undo_facility_change() { km: "ការកែមូលដ្ឋាន", en: "the change of a facility" }
    undo_facility_merge() { km: "ការបញ្ចូលមូលដ្ឋានគ្នា", en: "the merging of two facilities" }
    undo_facility_list() { km: "ការនាំចូលបញ្ជីមូលដ្ឋាន", en: "the import of a list of facilities" }
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
