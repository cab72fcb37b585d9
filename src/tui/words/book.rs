//! What is said of the book as a whole.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    in_clear_title() { km: "សៀវភៅមិនបានការពារ", en: "The book is not encrypted" }
    in_clear() {
        km: "សៀវភៅនេះគ្មានពាក្យសម្ងាត់ និងមិនបានអ៊ិនគ្រីបទេ។ អ្នកណាដែលបានកុំព្យូទ័រនេះ អាចអានឈ្មោះ និងរឿងរបស់សមាជិកបាន។",
        en: "This book has no passphrase and is not encrypted. Whoever gets hold of this computer can read the members' names and stories.",
    }
    make_in_clear() {
        km: "បើគ្មានពាក្យសម្ងាត់ អ្នកណាក៏អាចអានឈ្មោះ និងរឿងរបស់សមាជិកក្នុងសៀវភៅនេះបានដែរ។ បង្កើតដោយគ្មានពាក្យសម្ងាត់មែនទេ?",
        en: "Without a passphrase anybody can read the members' names and stories in this book. Make it without one?",
    }
    entries_lost_title() { km: "សៀវភៅនេះចាស់ជាងមុន", en: "This book is older than it was" }
    entries_lost(entries: &str) {
        km: "កំណត់ត្រា {entries} ដែលបានសរសេរលើកុំព្យូទ័រនេះ លែងមានក្នុងសៀវភៅ។ ប្រហែលវាជាច្បាប់ចម្លង ឬច្បាប់បម្រុងទុកចាស់។ បើមានសៀវភៅថ្មីជាងនេះ សូមបើកមួយនោះ។",
        en: "{entries} entries that were written on this computer are no longer in the book. It may be an older copy or a restored backup. If there is a newer one, open that.",
        one(entries): "{entries} entry that was written on this computer is no longer in the book. It may be an older copy or a restored backup. If there is a newer one, open that.",
    }
    backed_up() { km: "បានធ្វើច្បាប់បម្រុងទុកសម្រាប់ថ្ងៃនេះ។", en: "Today's backup is made." }
    not_backed_up(reason: &str) { km: "ធ្វើច្បាប់បម្រុងទុកមិនបាន។ {reason}", en: "No backup could be made. {reason}" }
}
