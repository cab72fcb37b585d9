//! Cases that are likely one.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    duplicates() { km: "ករណីស្ទួន", en: "Duplicates" }
    duplicates_doc() { km: "បង្ហាញករណីពីរៗដែលទំនងជាការទៅពិនិត្យតែមួយ។", en: "Show pairs of cases that likely tell of the same visit." }
    join_cases() { km: "បញ្ចូលគ្នា", en: "Join" }
    join_cases_doc() {
        km: "ទាំងពីរជាការទៅពិនិត្យតែមួយ៖ ករណីចាស់នៅ ករណីថ្មីក្លាយជាសាក្សី។",
        en: "Both tell of one visit: the older case stays, the other becomes its witness.",
    }
    keep_apart() { km: "មិនមែនតែមួយ", en: "Not the same" }
    keep_apart_doc() {
        km: "ជាករណីពីរផ្សេងគ្នា ហើយមិនសួរទៀត។",
        en: "They are two cases, and this pair is not asked about again.",
    }
    show_members() { km: "សមាជិក", en: "Members" }
    show_members_doc() {
        km: "បង្ហាញ ឬលាក់ថាសមាជិកទាំងពីរជានរណា។",
        en: "Show who the two members are, or hide it again.",
    }
    duplicates_found(pairs: &str, key: &str) {
        km: "គូដែលទំនងជាករណីតែមួយ៖ {pairs} (ទៅពិនិត្យក្នុង ៩០ ថ្ងៃចុងក្រោយ; {key}៖ ទាំងអស់)",
        en: "Pairs that are likely one case: {pairs} (visits of the last 90 days; {key}: all)",
    }
    no_duplicates() {
        km: "រកមិនឃើញករណីស្ទួនក្នុងការទៅពិនិត្យ ៩០ ថ្ងៃចុងក្រោយទេ។",
        en: "No likely duplicates among the visits of the last 90 days.",
    }
    duplicates_of_all(pairs: &str, key: &str) {
        km: "គូដែលទំនងជាករណីតែមួយ៖ {pairs} (ការទៅពិនិត្យទាំងអស់; {key}៖ ៩០ ថ្ងៃ)",
        en: "Pairs that are likely one case: {pairs} (all visits; {key}: 90 days)",
    }
    no_duplicates_at_all() {
        km: "រកមិនឃើញករណីស្ទួនក្នុងសៀវភៅនេះទេ។",
        en: "No likely duplicates in this book.",
    }
    duplicates_of_import(pairs: &str, key: &str) {
        km: "គូដែលទំនងជាករណីតែមួយ៖ {pairs} (អ្វីដែលទើបនាំចូល; {key}៖ ទាំងអស់)",
        en: "Pairs that are likely one case: {pairs} (what was just imported; {key}: all)",
    }
    no_duplicates_of_import() {
        km: "រកមិនឃើញករណីស្ទួនក្នុងអ្វីដែលទើបនាំចូលទេ។",
        en: "No likely duplicates among what was just imported.",
    }
    compare_all() { km: "ទាំងអស់ ឬ ៩០ ថ្ងៃ", en: "All or 90 days" }
    compare_all_doc() {
        km: "ប្រៀបធៀបការទៅពិនិត្យទាំងអស់ ឬត្រឹម ៩០ ថ្ងៃចុងក្រោយវិញ។",
        en: "Compare all visits, or those of the last 90 days again.",
    }
    comparing_all(until: &str, percent: &str, found: &str) {
        km: "កំពុងប្រៀបធៀបទាំងអស់៖ ដល់ {until} ({percent}%) រកឃើញ {found} គូ",
        en: "Comparing all: up to {until} ({percent}%), pairs so far: {found}",
    }
    join_title() { km: "បញ្ចូលករណីពីរ", en: "Join two cases" }
    join_question(other: &str, kept: &str) {
        km: "បញ្ចូល {other} ទៅក្នុង {kept} មែនទេ? ករណីចាស់នៅ។ F9 អាចដកវិញ។",
        en: "Join {other} into {kept}? The older one stays. F9 takes it back.",
    }
    would_be_left(other: &str, issues: &str) {
        km: "មានតែ {other} ដែលប្រាប់អំពី {issues}៖ បើមនុស្សផ្សេងប្រាប់ វានឹងលែងរាប់ លុះត្រាតែកែករណីដែលនៅ។",
        en: "Only {other} tells of {issues}: told by somebody else, that is counted no more unless the kept case is corrected."
    }
    stays() { km: "(ចាស់ – នៅ)", en: "(older – stays)" }
    goes() { km: "(ថ្មី – ក្លាយជាសាក្សី)", en: "(newer – witness)" }
    member_name() { km: "ឈ្មោះ", en: "Name" }
    member_phone() { km: "ទូរស័ព្ទ", en: "Telephone" }
    member_nssf() { km: "លេខ ប.ស.ស.", en: "NSSF no." }
    logged_by() { km: "កត់ត្រា", en: "Logged" }
    hidden() { km: "(លាក់)", en: "(hidden)" }
    joined_with_witness(joined: &str, kept: &str, witnesses: &str, grade: &str) {
        km: "បានបញ្ចូល {joined} ទៅក្នុង {kept}៖ សាក្សីឯករាជ្យ {witnesses} នាក់ ភស្តុតាង {grade}។",
        en: "Joined {joined} into {kept}: {witnesses} independent witnesses, evidence: {grade}.",
    }
    joined_told_twice(joined: &str, kept: &str) {
        km: "បានបញ្ចូល {joined} ទៅក្នុង {kept}៖ មនុស្សដដែលបានប្រាប់ពីរដង ពុំមានសាក្សីថ្មីទេ។",
        en: "Joined {joined} into {kept}: the same person told it twice, so there is no second witness.",
    }
    joined_teller_unknown(joined: &str, kept: &str) {
        km: "បានបញ្ចូល {joined} ទៅក្នុង {kept}៖ មិនដឹងថាជាមនុស្សដដែល ឬមនុស្សពីរនាក់ទេ ពុំរាប់ជាសាក្សីថ្មីទេ។",
        en: "Joined {joined} into {kept}: whether the same person told both is not known, so it is no second witness."
    }
    are_kept_apart() {
        km: "ជាករណីពីរផ្សេងគ្នា។ គូនេះនឹងមិនត្រូវបានសួរទៀតទេ។",
        en: "They are two cases. This pair will not be asked about again.",
    }
    may_be_the_same(number: &str, there: &str, why: &str, key: &str) {
        km: "បានរក្សាទុកជា {number}។ វាអាចជាករណីតែមួយនឹង {there}៖ {why}។ {key}៖ មើលទាំងពីរ",
        en: "Saved as {number}. It may be the same as {there}: {why}. {key}: see both",
    }
    today_duplicates(pairs: &str) {
        km: "{pairs} គូទំនងជាករណីតែមួយ",
        en: "{pairs} that may be one visit, told twice",
    }
    undo_joining() { km: "ការបញ្ចូលករណីពីរ", en: "the joining of two cases" }
    undo_keeping_apart() { km: "ការទុកករណីពីរដាច់ពីគ្នា", en: "that two cases were kept apart" }
    no_pair_yet() { km: "គ្មានគូត្រូវសម្រេចទេ។", en: "There is no pair to decide on." }
}
