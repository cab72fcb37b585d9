//! What `form` says, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Said by a command.
    xlsform_written(path: &str) {
        km: "បានសរសេរទម្រង់ទូរស័ព្ទ {path}។ បញ្ចូលវាទៅ KoboToolbox ឬ ODK Central; អ្វីដែលប្រមូលបាន នាំចូលដោយ៖ wardbook import",
        en: "The form for telephones is in {path}. Upload it to KoboToolbox or ODK Central; what it collects comes back by: wardbook import"
    }
    /// Said by a command.
    paper_written(path: &str) {
        km: "បានសរសេរទម្រង់ក្រដាស {path}។ បោះពុម្ពលើទំព័រទាំងសងខាង។",
        en: "The paper form is in {path}. Print it on both sides."
    }
    /// Said by a command.
    tally_written(path: &str) {
        km: "បានសរសេរតារាងកត់ម៉ោង {path}។ កុំសរសេរឈ្មោះនរណាលើវា។",
        en: "The tally sheet is in {path}. Write nobody's name on it."
    }
}
