//! How sentences are declared: both languages side by side, so that neither can lack one or say something else.
//!
//! ```text
//! messages! {
//!     pub const ALL_BOOK;
//!
//!     /// No book where one was looked for.
//!     book_not_found(path: &str) { km: "គ្មានសៀវភៅនៅ {path} ទេ។", en: "There is no book at {path}." }
//!     /// Leaves the program.
//!     quit() { km: "ចេញ", en: "Quit" }
//! }
//! ```
//!
//! makes `book_not_found(lang, path) -> String`, `quit(lang) -> &'static str`, and `ALL_BOOK`, the templates as
//! `(name, km, en)`. An argument that is a whole number is written in the language's digits.
//! An English sentence that counts may say how it goes of one: `one(cases): "{cases} case"` after `en`. The compiler
//! refuses an argument that either language leaves out, an argument in braces that was not declared, a Khmer text without a Khmer letter, and an English one with.

use super::lang::Lang;
use super::numbers::digits;

/// Declares messages; see the [module](self).
macro_rules! messages {
    (@one $(#[$meta:meta])* $name:ident () $km:literal $en:literal) => {
        $crate::i18n::messages::messages! { @check $name () $km $en }

        $(#[$meta])*
        #[must_use]
        pub fn $name(lang: $crate::i18n::Lang) -> &'static str {
            $crate::i18n::numbers::written($km, $en, lang)
        }
    };
    (
        @one $(#[$meta:meta])* $name:ident ($($argument:ident: $type:ty),+) $km:literal $en:literal
        $($counted:ident $one:literal)?
    ) => {
        $crate::i18n::messages::messages! { @check $name ($($argument)+) $km $en }

        $(#[$meta])*
        #[must_use]
        pub fn $name(lang: $crate::i18n::Lang, $($argument: $type),+) -> String {
            $(let $argument = $crate::i18n::messages::Argument::said($argument, lang);)+
            match lang.language() {
                $crate::i18n::Language::Km if const { $crate::i18n::messages::has_khmer_digit($km) } => {
                    $crate::i18n::numbers::digits_of_khmer(format!($km), lang)
                }
                $crate::i18n::Language::Km => format!($km),
                $($crate::i18n::Language::En if $crate::i18n::messages::is_one(&$counted) => format!($one),)?
                $crate::i18n::Language::En => format!($en),
            }
        }
    };
    (@check $name:ident ($($argument:ident)*) $km:literal $en:literal) => {
        const _: () = assert!(
            $crate::i18n::messages::fault($km, $en, &[$(stringify!($argument)),*]).is_none(),
            concat!("`", stringify!($name), "`: a language leaves out an argument, or is in the wrong script"),
        );
    };
    (
        pub const $table:ident;
        $(
            $(#[$meta:meta])*
            $name:ident ( $($argument:ident : $type:ty),* $(,)? ) {
                km: $km:literal, en: $en:literal $(, one($counted:ident): $one:literal)? $(,)?
            }
        )*
    ) => {
        /// The templates of this module: name, Khmer, English.
        #[allow(dead_code, reason = "for tests and for lists of all texts")]
        pub const $table: &[(&str, &str, &str)] = &[$((stringify!($name), $km, $en)),*];

        $($crate::i18n::messages::messages! { @one $(#[$meta])* $name ($($argument: $type),*) $km $en $($counted $one)? })*
    };
}
pub(crate) use messages;

/// What stands in a sentence for a name in braces.
pub trait Argument {
    /// What is written.
    type Said: std::fmt::Display;

    /// As it is written in a language.
    fn said(self, lang: Lang) -> Self::Said;
}

impl<'a> Argument for &'a str {
    type Said = &'a str;

    fn said(self, _: Lang) -> &'a str {
        self
    }
}

/// Whole numbers in the language's digits, without separators: they may be lines and versions as well as counts.
macro_rules! whole_numbers {
    ($($number:ty)+) => {$(
        impl Argument for $number {
            type Said = String;

            fn said(self, lang: Lang) -> String {
                digits(&self.to_string(), lang)
            }
        }
    )+};
}

whole_numbers! { u32 u64 usize i64 }

/// Whether a number, as it is said in English, is one.
pub fn is_one(said: &impl std::fmt::Display) -> bool {
    said.to_string() == "1"
}

/// What is wrong with a pair of templates.
pub const fn fault(km: &str, en: &str, arguments: &[&str]) -> Option<&'static str> {
    if !has_khmer_letter(km) {
        return Some("the Khmer text has no Khmer letter");
    }
    if has_khmer_letter(en) {
        return Some("the English text has a Khmer letter");
    }
    if en.is_empty() {
        return Some("the English text is empty");
    }
    if mentions(km, "lang") || mentions(en, "lang") {
        // In scope where the text is made, and so not refused by the compiler.
        return Some("the language is no argument");
    }
    let mut index = 0;
    while index < arguments.len() {
        if !mentions(km, arguments[index]) {
            return Some("the Khmer text leaves out an argument");
        }
        if !mentions(en, arguments[index]) {
            return Some("the English text leaves out an argument");
        }
        index += 1;
    }
    if arguments.is_empty() && (mentions(km, "") || mentions(en, "")) {
        return Some("an argument in braces was not declared");
    }
    None
}

/// Whether a text holds one of U+1780–U+17B3.
const fn has_khmer_letter(text: &str) -> bool {
    holds(text, 0x9E, 0x80, 0xB3)
}

/// Whether a text holds a Khmer digit, U+17E0–U+17E9.
pub const fn has_khmer_digit(text: &str) -> bool {
    holds(text, 0x9F, 0xA0, 0xA9)
}

/// Whether a text holds a code point of these bytes in UTF-8: E1, the second, and one from first to last.
const fn holds(text: &str, second: u8, first: u8, last: u8) -> bool {
    let bytes = text.as_bytes();
    let mut index = 2;
    while index < bytes.len() {
        if bytes[index - 2] == 0xE1
            && bytes[index - 1] == second
            && bytes[index] >= first
            && bytes[index] <= last
        {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether a template holds `{argument}` or `{argument:…}`; of an empty argument, `{` before any name.
const fn mentions(template: &str, argument: &str) -> bool {
    let (template, argument) = (template.as_bytes(), argument.as_bytes());
    let mut index = 0;
    while index < template.len() {
        if template[index] != b'{' {
            index += 1;
        } else if index + 1 < template.len() && template[index + 1] == b'{' {
            index += 2;
        } else {
            index += 1;
            let end = index + argument.len();
            if end < template.len() && same(template, index, argument) {
                let next = template[end];
                let named = argument.is_empty() && (next.is_ascii_lowercase() || next == b'_');
                if named || !argument.is_empty() && (next == b'}' || next == b':') {
                    return true;
                }
            }
        }
    }
    false
}

const fn same(text: &[u8], from: usize, part: &[u8]) -> bool {
    let mut index = 0;
    while index < part.len() {
        if text[from + index] != part[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Digits, Lang};

    messages! {
        pub const ALL_TRIAL;

        /// No book.
        book_not_found(path: &str) { km: "គ្មានសៀវភៅនៅ {path} ទេ។", en: "There is no book at {path}." }
        /// Two arguments, in either order.
        counted(cases: usize, share: &str) {
            km: "{share}% នៃ {cases:>2} ករណី",
            en: "{cases} cases, {share}%",
        }
        /// Something counted.
        wrote(cases: usize, path: &str) {
            km: "បានសរសេរ {cases} ករណីទៅ {path}។",
            en: "Wrote {cases} cases to {path}.",
            one(cases): "Wrote {cases} case to {path}.",
        }
        /// No argument.
        quit() { km: "ចេញ", en: "Quit" }
        /// A digit of its own.
        least(cases: usize) { km: "យ៉ាងតិច ៥ នៃ {cases}", en: "At least 5 of {cases}" }
        /// The same, alone.
        five() { km: "ប្រាំ ឬ ៥", en: "Five, or 5" }
        /// Braces that are no argument.
        example() { km: "ឧទាហរណ៍ {\"stage\":null}", en: "For example {\"stage\":null}" }
    }

    #[test]
    fn messages_speak_both_languages() {
        assert_eq!(book_not_found(Lang::En, "/x"), "There is no book at /x.");
        assert_eq!(book_not_found(Lang::Km, "/x"), "គ្មានសៀវភៅនៅ /x ទេ។");
        assert_eq!(counted(Lang::En, 1_234, "12.5"), "1234 cases, 12.5%");
        assert_eq!(counted(Lang::Km, 3, "១២,៥"), "១២,៥% នៃ  ៣ ករណី");
        assert_eq!(quit(Lang::Km), "ចេញ");
        assert_eq!(example(Lang::En), "For example {\"stage\":null}");
        let names: Vec<_> = ALL_TRIAL.iter().map(|(name, _, _)| *name).collect();
        assert_eq!(names, ["book_not_found", "counted", "wrote", "quit", "least", "five", "example"]);
    }

    #[test]
    fn of_one_the_english_is_singular() {
        assert_eq!(wrote(Lang::En, 1, "/x"), "Wrote 1 case to /x.");
        assert_eq!(wrote(Lang::En, 11, "/1"), "Wrote 11 cases to /1.");
        assert_eq!(wrote(Lang::En, 0, "/x"), "Wrote 0 cases to /x.");
        assert_eq!(wrote(Lang::Km, 1, "/x"), "បានសរសេរ ១ ករណីទៅ /x។");
    }

    #[test]
    fn the_digits_of_a_sentence_follow_the_setting() {
        let western = Lang::Km.with_digits(Digits::Western);
        assert_eq!((five(Lang::Km), five(western), five(Lang::En)), ("ប្រាំ ឬ ៥", "ប្រាំ ឬ 5", "Five, or 5"));
        assert_eq!((least(Lang::Km, 7), least(western, 7)), ("យ៉ាងតិច ៥ នៃ ៧".into(), "យ៉ាងតិច 5 នៃ 7".into()));
        assert_eq!(book_not_found(western, "/៥"), "គ្មានសៀវភៅនៅ /៥ ទេ។");
    }

    #[test]
    fn what_the_languages_do_not_share_is_found() {
        assert_eq!(fault("នៅ {path}", "At {path:>4}", &["path"]), None);
        let faults = [
            (fault("នៅ", "At {path}", &["path"]), "the Khmer text leaves out an argument"),
            (fault("នៅ {path}", "At {paths}", &["path"]), "the English text leaves out an argument"),
            (fault("នៅ {path}", "At {{path}}", &["path"]), "the English text leaves out an argument"),
            (fault("នៅ", "At {path}", &[]), "an argument in braces was not declared"),
            (fault("នៅ {lang}", "At {lang}", &["lang"]), "the language is no argument"),
            (fault("នៅ", "", &[]), "the English text is empty"),
            (fault("At ៛", "At", &[]), "the Khmer text has no Khmer letter"),
            (fault("នៅ", "At នៅ", &[]), "the English text has a Khmer letter"),
        ];
        for (found, expected) in faults {
            assert_eq!(found, Some(expected));
        }
    }
}
