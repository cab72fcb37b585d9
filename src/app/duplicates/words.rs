//! What is said of cases that are likely one.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Why.
    same_nssf_number() { km: "លេខ ប.ស.ស. ដូចគ្នា", en: "same NSSF number" }
    /// Why.
    near_nssf_number() { km: "លេខ ប.ស.ស. ខុសគ្នាតែមួយខ្ទង់", en: "NSSF number but for a digit" }
    /// Why.
    same_phone() { km: "លេខទូរស័ព្ទដូចគ្នា", en: "same telephone" }
    /// Why.
    near_phone() { km: "លេខទូរស័ព្ទខុសគ្នាតែមួយខ្ទង់", en: "telephone but for a digit" }
    /// Why.
    same_name() { km: "ឈ្មោះដូចគ្នា", en: "same name" }
    /// Why.
    name_spelling() { km: "ឈ្មោះដូចគ្នា តែសរសេរផ្សេង", en: "same name, spelt otherwise" }
    /// Why.
    name_script() { km: "ឈ្មោះដូចគ្នា ក្នុងអក្សរផ្សេង", en: "same name in the other script" }
    /// Why.
    near_name() { km: "ឈ្មោះស្រដៀងគ្នា", en: "nearly the same name" }
    /// Why.
    same_employee_number() { km: "លេខបុគ្គលិកដូចគ្នា", en: "same employee number" }
    /// Why.
    same_times() { km: "ម៉ោងដូចគ្នា", en: "same times" }
    /// Why.
    near_times() { km: "ម៉ោងប្រហាក់ប្រហែល", en: "nearly the same times" }
    /// Why.
    same_sum() { km: "បានបង់ប្រាក់ចំនួនដូចគ្នា", en: "same sum paid" }
    /// Why.
    story(percent: &str) { km: "រឿងដូចគ្នា {percent}%", en: "stories {percent}% alike" }
    /// Why.
    same_issues() { km: "បញ្ហាដូចគ្នា", en: "same issues" }
    /// Why.
    some_issues() { km: "បញ្ហាខ្លះដូចគ្នា", en: "some issues in common" }
    /// Why.
    same_employer() { km: "និយោជកតែមួយ", en: "same employer" }
    /// Why.
    same_day() { km: "ថ្ងៃតែមួយ", en: "same day" }
    /// Why.
    a_day_apart() { km: "ឃ្លាតគ្នាមួយថ្ងៃ", en: "a day apart" }
    /// Why.
    days_apart(days: &str) { km: "ឃ្លាតគ្នា {days} ថ្ងៃ", en: "{days} days apart" }
    /// Why.
    recorded_then(days: &str) {
        km: "ឃ្លាតគ្នា {days} ថ្ងៃ តែថ្ងៃពិនិត្យមួយគឺជាថ្ងៃកត់ត្រា",
        en: "{days} days apart, but one has the day of logging for the visit"
    }
    /// Who else told of a case: one other.
    two_witnesses(other: &str) {
        km: "សាក្សីពីរនាក់៖ អ្នកប្រាប់ករណីនេះ និងអ្នកប្រាប់ {other} ដែលបានបញ្ចូលមក។",
        en: "Two witnesses: who told this case, and who told {other}, which was joined into it."
    }
    /// Who else told of a case: several others.
    witnesses(count: &str, others: &str) {
        km: "សាក្សី {count} នាក់៖ អ្នកប្រាប់ករណីនេះ និងអ្នកប្រាប់ {others} ដែលបានបញ្ចូលមក។",
        en: "{count} witnesses: who told this case, and those who told {others}, which were joined into it."
    }
    /// Who told what was joined, where that is no further witness.
    told_again(number: &str) {
        km: "{number} ដែលបានបញ្ចូលមក៖ មិនដឹងថាមានអ្នកផ្សេងប្រាប់ទេ ដូច្នេះមិនរាប់ជាសាក្សីថ្មីទេ។",
        en: "{number}, which was joined into it, is not known to be told by somebody else: no further witness."
    }
    /// Who told what was joined, where that are no further witnesses.
    told_again_each(numbers: &str) {
        km: "{numbers} ដែលបានបញ្ចូលមក៖ មិនដឹងថាមានអ្នកផ្សេងប្រាប់ទេ ដូច្នេះមិនរាប់ជាសាក្សីថ្មីទេ។",
        en: "{numbers}, which were joined into it, are not known to be told by somebody else: no further witnesses."
    }
    /// What two cases differ in.
    differ_in_facility(one: &str, other: &str) { km: "មូលដ្ឋានខុសគ្នា ({one} និង {other})", en: "other facilities ({one} and {other})" }
    /// What two cases differ in.
    differ_in_days(days: &str) { km: "ឃ្លាតគ្នា {days} ថ្ងៃ", en: "{days} days apart" }
    /// What two cases differ in.
    differ_by_word() { km: "មានគេនិយាយរួចថា ជាករណីពីរផ្សេងគ្នា", en: "somebody said that they are two cases" }
    /// Why not.
    differ(kept: &str, other: &str, how: &str) {
        km: "{kept} និង {other} ទំនងមិនមែនជាការទៅពិនិត្យតែមួយទេ៖ {how}។",
        en: "{kept} and {other} can hardly be one visit: {how}."
    }
    /// What to do.
    differ_hint(kept: &str, other: &str) {
        km: "បើពិតជាការទៅពិនិត្យតែមួយ៖ wardbook join {kept} {other} --sure",
        en: "If they are one all the same: wardbook join {kept} {other} --sure"
    }
    /// Why not.
    same(number: &str) {
        km: "លេខទាំងពីរជាករណីតែមួយ ({number})។",
        en: "Both numbers mean one case, {number}."
    }
    /// Why not.
    raised(number: &str) {
        km: "មិនអាចបញ្ចូល {number} បានទេ ព្រោះវាត្រូវបានដាក់ជូនភាគីរួចហើយ ហើយចម្លើយនឹងមកក្រោមលេខនេះ។",
        en: "{number} cannot be joined into the older case: it was raised, and is answered under its number."
    }
    /// What to do.
    raised_hint() {
        km: "ទុកទាំងពីរ ហើយភ្ជាប់វានឹងការទាមទារតែមួយ៖ wardbook link",
        en: "Leave both, and link them to one demand: wardbook link"
    }
    /// Why not.
    closed(kept: &str, open: &str) {
        km: "ករណី {kept} បានបិទហើយ តែ {open} នៅបើក៖ បើបញ្ចូលគ្នា បណ្ដឹងដែលនៅបើកនឹងបាត់ពីមុខ។",
        en: "{kept} is closed and {open} is open: joined, the open complaint would be out of sight."
    }
    /// What to do.
    closed_hint(kept: &str) {
        km: "បើកវាឡើងវិញជាមុនសិន៖ wardbook reopen {kept}",
        en: "Take the closed one up again first: wardbook reopen {kept}"
    }
    /// Said to the officer.
    withdrawn(number: &str) {
        km: "សមាជិកបានដក {number} វិញហើយ។",
        en: "Case {number} was withdrawn by its member."
    }
    /// Said to the officer.
    withdrawn_hint() {
        km: "អ្វីដែលដកវិញ មិនធ្វើជាសាក្សីទេ។ បើត្រូវបើកវិញ សូមប្រើ wardbook reopen។",
        en: "What was taken back is no witness. If it stands again, reopen it first."
    }
    /// Said to the officer.
    not_joined(number: &str) {
        km: "{number} មិនត្រូវបានបញ្ចូលទៅក្នុងករណីណាទេ។",
        en: "Case {number} is not joined into another."
    }
    /// Said to the officer.
    witness(number: &str, other: &str) {
        km: "មនុស្សម្នាក់ទៀតបានប្រាប់រឿងដូចគ្នាក្នុង {other} ដែលបានបញ្ចូលទៅក្នុង {number}។",
        en: "Somebody else told of the same in {other}, which was joined into {number}."
    }
    /// Said to the officer.
    witness_hint(other: &str) {
        km: "បំបែកវាសិន៖ wardbook part {other}",
        en: "Let that one stand by itself first: wardbook part {other}"
    }
}
