//! What the commands say of cases that are likely one.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Said by a command.
    listed(shown: usize, all: usize) {
        km: "{shown} ក្នុង {all} គូដែលទំនងជាករណីតែមួយ។",
        en: "{shown} of {all} pairs that are likely one case.",
        one(all): "{shown} of {all} pair that is likely one case."
    }
    /// Said by a command.
    what_to_do(kept: &str, other: &str) {
        km: "បើជាការទៅពិនិត្យតែមួយ៖ wardbook join {kept} {other}។ បើមិនមែន៖ wardbook keep-apart {kept} {other}",
        en: "If it is the same visit: wardbook join {kept} {other}. If not: wardbook keep-apart {kept} {other}"
    }
    /// Said by a command.
    may_be(number: &str, there: &str, why: &str) {
        km: "{number} អាចជាករណីតែមួយនឹង {there}៖ {why}។",
        en: "{number} may be the same as {there}: {why}."
    }
    /// Said by a command.
    joined(joined: &str, kept: &str) {
        km: "បានបញ្ចូល {joined} ទៅក្នុង {kept}។",
        en: "Joined {joined} into {kept}."
    }
    /// Said by a command.
    witnesses(count: usize, grade: &str) {
        km: "សាក្សីឯករាជ្យ {count} នាក់៖ ភស្តុតាង {grade}។",
        en: "Independent witnesses: {count}; evidence: {grade}."
    }
    /// Said by a command.
    told_twice() {
        km: "មនុស្សដដែលបានប្រាប់ពីរដង៖ ពុំមានសាក្សីថ្មីទេ។",
        en: "The same person told both: no second witness."
    }
    /// Said by a command.
    teller_unknown() {
        km: "មិនដឹងថាជាមនុស្សដដែល ឬមនុស្សពីរនាក់ទេ៖ មិនរាប់ជាសាក្សីទីពីរទេ។",
        en: "Whether the same person told both is not known: not counted as a second witness."
    }
    /// Said by a command.
    shown_by_the_other(joined: &str, grade: &str) {
        km: "តាមអ្វីដែលមានក្នុង {joined} ភស្តុតាង {grade}។",
        en: "By what {joined} shows, evidence: {grade}."
    }
    /// Said by a command.
    taken_over(joined: &str, fields: &str) {
        km: "បានយកពី {joined}៖ {fields}។",
        en: "Taken over from {joined}: {fields}."
    }
    /// Said by a command.
    left(issues: &str, kept: &str, joined: &str) {
        km: "លែងរាប់ {issues} ព្រោះមានតែ {joined} ដែលប្រាប់។ ដើម្បីយកមក៖ wardbook join {kept} {joined} --take-over",
        en: "Counted no more, since only {joined} tells of it: {issues}. To take it over: wardbook join {kept} {joined} --take-over"
    }
    /// Asked by a command.
    join_all_the_same() { km: "បញ្ចូលគ្នាដដែលឬ?", en: "Join them all the same?" }
    /// Shown by a command.
    was_joined(joined: &str, kept: &str) {
        km: "{joined} ត្រូវបានបញ្ចូលទៅក្នុង {kept}។",
        en: "{joined} was joined into {kept}."
    }
    /// Shown by a command.
    told_in(number: &str) { km: "បានប្រាប់ក្នុង {number}៖", en: "Told in {number}, which was joined:" }
    /// Said by a command.
    kept_apart(one: &str, other: &str) {
        km: "{one} និង {other} ជាករណីពីរផ្សេងគ្នា។ វានឹងមិនត្រូវបានសួរទៀតទេ។",
        en: "{one} and {other} are two cases. They will not be asked about again."
    }
    /// Said by a command.
    one_came() {
        km: "ក្នុងអ្វីដែលបាននាំចូល មានករណី ១ ដែលទំនងជាមានប្រាប់រួចហើយ៖",
        en: "Of what came, 1 case is likely told already:"
    }
    /// Said by a command.
    came(pairs: usize) {
        km: "ជាមួយអ្វីដែលបាននាំចូល មាន {pairs} គូទំនងជាករណីតែមួយ៖",
        en: "With what came there are {pairs} pairs that are likely one case:",
        one(pairs): "With what came there is {pairs} pair that is likely one case:"
    }
    /// Said by a command.
    none_came() {
        km: "ក្នុងអ្វីដែលបាននាំចូល រកមិនឃើញករណីស្ទួនទេ។",
        en: "None of what came is likely told already."
    }
    /// Said by a command.
    see_all() {
        km: "មើលទាំងអស់ទន្ទឹមគ្នា៖ wardbook duplicates",
        en: "All of them, side by side: wardbook duplicates"
    }
    /// Said by a command.
    not_compared() {
        km: "ករណីទាំងនេះមានច្រើនណាស់ ដូច្នេះមិនទាន់បានប្រៀបធៀបទេ។ រកករណីស្ទួន៖ wardbook duplicates",
        en: "So many cases were not compared with each other. To find duplicates: wardbook duplicates"
    }
    /// Said by the command.
    parted(number: &str, from: &str) {
        km: "{number} ឈរដោយខ្លួនឯងវិញ ដាច់ពី {from}។",
        en: "{number} stands by itself again, apart from {from}."
    }
}
