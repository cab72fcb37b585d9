//! What `form` says, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Said by a command.
    xlsform_written(path: &str) {
        km: "បានសរសេរទម្រង់ទូរស័ព្ទ {path}។ បញ្ចូលវាទៅ KoboToolbox ឬ ODK Central; អ្វីដែលប្រមូលបាន នាំចូលដោយ៖ wardbook import",
        en: "The form for telephones is in {path}. Upload it to KoboToolbox or ODK Central; what it collects comes back by: wardbook import"
    }
    /// Which facilities the form for telephones offers: those of the book.
    offers_those_of_the_book(count: &str) {
        km: "ទម្រង់នេះមានមូលដ្ឋានសុខាភិបាល {count} តាមសៀវភៅនេះ៖ រួមទាំងអ្វីដែលមន្ត្រីបានបន្ថែម តែគ្មានអ្វីដែលបានបិទ ឬបានបញ្ចូលជាមួយមូលដ្ឋានផ្សេង។ ពេលបញ្ជីផ្លាស់ប្ដូរ សូមសរសេរទម្រង់ម្ដងទៀត។",
        en: "It offers the {count} facilities of this book: those that officers added are in it, closed and merged ones are not. Write it again when these change.",
        one(count): "It offers the {count} facility of this book: those that officers added are in it, closed and merged ones are not. Write it again when these change."
    }
    /// Which facilities the form for telephones offers, where there is no book.
    offers_the_built_in(count: &str) {
        km: "ទម្រង់នេះមានមូលដ្ឋានសុខាភិបាល {count} ដែលភ្ជាប់មកជាមួយកម្មវិធី ព្រោះគ្មានសៀវភៅនៅទីនេះ។",
        en: "It offers the {count} built-in facilities, as there is no book here."
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
