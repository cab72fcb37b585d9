//! The table of cases, and a case.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    filter_label() { km: "ស្វែងរក /", en: "Filter /" }
    filter_empty() { km: "ចុច / ឬ F4", en: "press / or F4" }
    cases_counted(cases: &str) { km: "{cases} ករណី", en: "Cases: {cases}" }
    counting_cases() { km: "កំពុងរាប់ …", en: "Counting …" }
    reading_book() { km: "កំពុងអាន …", en: "Reading …" }
    no_cases_yet() { km: "មិនទាន់មានករណីទេ។ ចុច F7 ដើម្បីកត់ករណីទីមួយ។", en: "No cases yet. Press F7 (or n) to log the first one." }
    nothing_found() { km: "រកមិនឃើញករណីណាមួយទេ។ ចុច Esc ដើម្បីបង្ហាញទាំងអស់។", en: "No case fits the filter. Press Esc to show them all." }
    enter_for_more() { km: "Enter: អានទាំងមូល", en: "Enter: read all" }
    column_number() { km: "លេខ", en: "Number" }
    column_visit() { km: "ថ្ងៃ", en: "Visit" }
    column_facility() { km: "កន្លែង", en: "Facility" }
    column_wait() { km: "រង់ចាំ", en: "Wait" }
    paid_sum(sum: &str) { km: "បានបង់ {sum}", en: "Paid {sum}" }
    no_consent() { km: "មិនទាន់សុំការយល់ព្រម", en: "No consent recorded" }
    story_erased() { km: "រឿង និងអត្តសញ្ញាណត្រូវបានលុបចេញ។", en: "Story and identity were erased." }
    no_story() { km: "មិនមានរឿងរ៉ាវ។", en: "No story was recorded." }
    sort_urgent() { km: "បន្ទាន់មុន រួចថ្ងៃទៅពេទ្យ ថ្មីមុន", en: "Urgent, then newest visit" }
    sort_visited() { km: "ថ្ងៃទៅពេទ្យ ថ្មីមុន", en: "Visit, newest first" }
    sort_recorded() { km: "ថ្ងៃកត់ត្រា ថ្មីមុន", en: "Logged, newest first" }
    sort_waited() { km: "ការរង់ចាំ យូរមុន", en: "Wait, longest first" }
    sort_paid() { km: "ប្រាក់ដែលបានបង់ ច្រើនមុន", en: "Sum paid, largest first" }
    sort_facility() { km: "មូលដ្ឋានសុខាភិបាល", en: "Facility" }
    sort_status() { km: "ស្ថានភាព", en: "Status" }
    sort_number() { km: "លេខករណី", en: "Case number" }
}
