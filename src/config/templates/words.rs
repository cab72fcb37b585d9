//! What is wrong in a template, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Over all that is wrong.
    not_sound() { km: "គំរូលិខិតមិនត្រឹមត្រូវទេ៖", en: "The templates are not sound:" }
    /// A field that is like a known one.
    unknown_like(given: &str, nearest: &str) {
        km: "គ្មានវាល {{{given}}} នៅទីនេះទេ។ តើចង់សរសេរ {nearest} ឬ?",
        en: "There is no field {{{given}}} here. Was {nearest} meant?"
    }
    /// A field that is like none.
    unknown(given: &str, known: &str) {
        km: "គ្មានវាល {{{given}}} នៅទីនេះទេ។ វាលដែលមាន៖ {known}។",
        en: "There is no field {{{given}}} here. There are: {known}."
    }
    /// `{` alone.
    not_closed(open: &str, close: &str) {
        km: "សញ្ញា {open} នេះមិនត្រូវបានបិទដោយ {close} នៅបន្ទាត់ដដែលទេ។ ដើម្បីបោះពុម្ពវា សូមសរសេរវាពីរដង។",
        en: "This {open} is not closed by a {close} on the same line. To print it, write it twice."
    }
    /// `}` alone.
    not_opened(open: &str, close: &str) {
        km: "គ្មានសញ្ញា {open} មុនសញ្ញា {close} នេះទេ។ ដើម្បីបោះពុម្ពវា សូមសរសេរវាពីរដង។",
        en: "There is no {open} before this {close}. To print it, write it twice."
    }
    /// A list among other text.
    not_alone(field: &str) {
        km: "{field} ត្រូវនៅតែឯងលើបន្ទាត់មួយ។",
        en: "{field} is to stand alone on its line."
    }
    /// A field is needed.
    missing(field: &str) { km: "ខ្វះ {field}។", en: "{field} is missing." }
    /// One of several is needed.
    missing_all(fields: &str) { km: "ខ្វះមួយក្នុងចំណោម៖ {fields}។", en: "One of these is missing: {fields}." }
    /// Nothing in it.
    empty() {
        km: "គំរូនេះទទេ។ លុបឯកសារនេះ ដើម្បីប្រើគំរូដែលមានស្រាប់។",
        en: "The template says nothing. Remove the file to use the one that is built in."
    }
    /// No UTF-8.
    no_text() {
        km: "ពីត្រង់នេះទៅ ឯកសារមិនមែនជាអក្សរ UTF-8 ទេ។ សូមរក្សាទុកវាជា UTF-8។",
        en: "From here on the file is no UTF-8 text. Save it as UTF-8."
    }
}
