//! A book that is not open.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    opening() { km: "កំពុងបើកសៀវភៅ …", en: "Opening the book …" }
    not_open_title() { km: "បើកសៀវភៅមិនបាន", en: "The book cannot be opened" }
    newest_backup(path: &str) { km: "ច្បាប់បម្រុងទុកថ្មីបំផុត៖ {path}", en: "The newest backup: {path}" }
    way_try_again() { km: "សាកម្ដងទៀត", en: "Try again" }
    way_restore() { km: "យកច្បាប់បម្រុងទុកថ្មីបំផុតមកវិញ", en: "Bring the newest backup back" }
    way_set_aside() { km: "ទុកសៀវភៅនេះដោយឡែក ហើយចាប់ផ្ដើមថ្មី", en: "Set this book aside and start anew" }
    set_aside_title() { km: "ទុកដោយឡែក", en: "Set aside" }
    set_aside_question() {
        km: "ឯកសាររបស់សៀវភៅនេះនឹងប្ដូរឈ្មោះ ហើយទុកនៅកន្លែងដដែល។ គ្មានអ្វីត្រូវលុបទេ។ បន្តមែនទេ?",
        en: "The files of this book get another name and stay where they are. Nothing is deleted. Go on?",
    }
    was_set_aside(path: &str) { km: "សៀវភៅឥឡូវនៅ {path}។ គ្មានអ្វីត្រូវបានលុបទេ។", en: "The book is now at {path}. Nothing was deleted." }
    restore_title() { km: "យកច្បាប់បម្រុងទុកមកវិញ", en: "Bring the backup back" }
    restore_question() {
        km: "ច្បាប់បម្រុងទុកនឹងជំនួសសៀវភៅ។ សៀវភៅដែលបើកមិនបាន ត្រូវទុកដោយឡែក មិនលុបទេ។ បន្តមែនទេ?",
        en: "The backup takes the book's place. The book that does not open is set aside, not deleted. Go on?",
    }
    was_restored() { km: "បានយកច្បាប់បម្រុងទុកមកវិញ។", en: "The backup is back." }
}
