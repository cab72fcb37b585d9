//! What `drafts` says, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Nothing waits.
    none() { km: "គ្មានសេចក្ដីព្រាងទេ។", en: "There are no drafts." }
    /// One went.
    dropped(name: &str) {
        km: "បានបោះសេចក្ដីព្រាង {name} ចោល។ គ្មានអ្វីរបស់វានៅសល់ក្នុងសៀវភៅទេ។",
        en: "Threw the draft {name} away. Nothing of it is left in the book."
    }
    /// It would correct a case.
    corrects(number: &str) { km: "កែ {number}", en: "corrects {number}" }
    /// What was read out of a message and nobody confirmed.
    unconfirmed(fields: usize) { km: "មិនទាន់បញ្ជាក់៖ {fields}", en: "to confirm: {fields}" }
    /// Below the fields.
    what_the_mark_means() {
        km: "? អានពីសារ មិនទាន់មានអ្នកបញ្ជាក់។ បើក wardbook ដើម្បីពិនិត្យ និងកត់វា។",
        en: "? was read out of a message and nobody confirmed it. Open wardbook to look it over and log it."
    }
}
