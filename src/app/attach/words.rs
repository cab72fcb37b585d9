//! What is said of attachments.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    cannot_read(file: &str, why: &str) { km: "អាន {file} មិនបាន៖ {why}។", en: "{file} cannot be read: {why}." }
    cannot_read_hint() { km: "ពិនិត្យឈ្មោះ និងទីកន្លែងរបស់ឯកសារ។ គ្មានអ្វីត្រូវបានភ្ជាប់ទេ។", en: "Look at its name and where it lies. Nothing was attached." }
    already(file: &str) { km: "{file} បានភ្ជាប់ជាមួយករណីនេះរួចហើយ។", en: "{file} is attached to this case already." }
    no_such(which: usize, count: usize) { km: "គ្មានឯកសារភ្ជាប់លេខ {which} ទេ៖ ករណីនេះមាន {count}។", en: "There is no attachment {which}: the case has {count}." }
    no_such_hint() { km: "មើលលេខដោយ៖ wardbook attach លេខករណី --list", en: "See their numbers with: wardbook attach NUMBER --list" }
    not_here() { km: "ឯកសារនេះមិននៅក្នុងសៀវភៅនេះទេ។", en: "The file itself is not in this book." }
    not_here_hint() { km: "សុំវាពីតុដែលបានភ្ជាប់វា។", en: "Ask the desk that attached it." }
    long_note(length: &str, limit: &str) { km: "កំណត់ចំណាំមាន {length} តួអក្សរ ច្រើនជាង {limit}។", en: "The note has {length} characters, more than {limit}." }
}
