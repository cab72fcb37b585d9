//! What the system, and the readers of other people's formats, say of a failure: in words of ours where it is frequent, else
//! quoted as what it is.

use std::io;

use super::quoted;
use crate::i18n::Lang;
use crate::i18n::messages::messages;

messages! {
    pub const ALL_SYSTEM;

    /// Words that are not ours.
    said_by_the_system(detail: &str) {
        km: "ប្រព័ន្ធប្រាប់ជាភាសាអង់គ្លេសថា «{detail}»",
        en: "the system says “{detail}”",
    }

    /// Of a file.
    not_found() { km: "រកមិនឃើញ", en: "it is not there" }
    /// Of a file.
    no_permission() { km: "គ្មានសិទ្ធិ", en: "you may not" }
    /// Of a file.
    is_a_folder() { km: "វាជាថត មិនមែនឯកសារទេ", en: "it is a folder, not a file" }
    /// Of a path.
    through_a_file() { km: "ផ្លូវនោះឆ្លងកាត់ឯកសារមួយ", en: "its path leads through a file" }
    /// Of a file.
    there_already() { km: "មានរួចហើយ", en: "it is there already" }
    /// Of a disk.
    read_only() { km: "ថាសអានបានតែប៉ុណ្ណោះ", en: "the disk is read-only" }
    /// Of a disk.
    full() { km: "ថាសពេញ", en: "the disk is full" }
    /// Of a name.
    bad_name() { km: "ឈ្មោះនេះមិនអាចជាឈ្មោះឯកសារបានទេ", en: "that cannot be the name of a file" }
    /// Of a file.
    in_use() { km: "កម្មវិធីផ្សេងកំពុងប្រើវា", en: "another program is using it" }
    /// Of a file.
    ends_early() { km: "វាដាច់ពាក់កណ្ដាល", en: "it ends too early" }
    /// Of a file that should be text.
    no_text() { km: "វាមិនមែនជាអក្សរ UTF-8 ទេ", en: "it is not text in UTF-8" }
    /// Of a program.
    timed_out() { km: "រង់ចាំយូរពេក គ្មានចម្លើយ", en: "there was no answer in time" }

    /// Of TOML: a name that is not known there.
    toml_unknown(name: &str) { km: "មិនស្គាល់ឈ្មោះ «{name}» នៅទីនេះទេ", en: "`{name}` is not known here" }
    /// Of TOML: a name that is not known there, and those that are.
    toml_unknown_of(name: &str, known: &str) {
        km: "មិនស្គាល់ឈ្មោះ «{name}» នៅទីនេះទេ។ អាចដាក់៖ {known}",
        en: "`{name}` is not known here; these are: {known}",
    }
    /// Of TOML: a name that stands twice.
    toml_twice() { km: "ឈ្មោះនេះមានពីរដង", en: "this name stands twice" }
    /// Of TOML: a value of another kind.
    toml_kind() { km: "តម្លៃនេះមិនមែនជាប្រភេទដែលត្រូវការទេ (អក្សរត្រូវនៅក្នុង \"…\")", en: "this is not the kind of value that belongs here (texts stand in \"…\")" }
    /// Of TOML: something is not there.
    toml_lacks(name: &str) { km: "ខ្វះ «{name}»", en: "`{name}` is missing" }
    /// Of TOML: not written as TOML is.
    toml_syntax() { km: "មិនត្រូវតាមរបៀបសរសេរ TOML (ឈ្មោះ = \"តម្លៃ\")", en: "it is not written as TOML is (name = \"value\")" }
}

/// Words that are not ours, quoted as what they are.
pub fn of_system(detail: &str, lang: Lang) -> String {
    said_by_the_system(lang, &quoted(detail))
}

/// What the system says of a file.
pub fn of_io(error: &io::Error, lang: Lang) -> String {
    use io::ErrorKind;
    let words = match error.kind() {
        ErrorKind::NotFound => not_found(lang),
        ErrorKind::PermissionDenied => no_permission(lang),
        ErrorKind::IsADirectory => is_a_folder(lang),
        ErrorKind::NotADirectory => through_a_file(lang),
        ErrorKind::AlreadyExists => there_already(lang),
        ErrorKind::ReadOnlyFilesystem => read_only(lang),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => full(lang),
        ErrorKind::InvalidFilename => bad_name(lang),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => in_use(lang),
        ErrorKind::UnexpectedEof => ends_early(lang),
        // Of what we read only texts say so.
        ErrorKind::InvalidData => no_text(lang),
        ErrorKind::TimedOut => timed_out(lang),
        _ => return of_system(&error.to_string(), lang),
    };
    words.to_owned()
}

/// What the reader of TOML says: of an error without its place, which stands beside it.
pub fn of_toml(message: &str, lang: Lang) -> String {
    let first = message.lines().next().unwrap_or_default();
    let named = |text: &str| text.split('`').nth(1).map(str::to_owned).unwrap_or_default();
    if first.starts_with("unknown field") || first.starts_with("unknown variant") {
        let known: Vec<&str> = first.split('`').skip(3).step_by(2).collect();
        return match known.as_slice() {
            [] => toml_unknown(lang, &quoted(&named(first))),
            known => toml_unknown_of(lang, &quoted(&named(first)), &known.join(", ")),
        };
    }
    if first.starts_with("missing field") {
        return toml_lacks(lang, &named(first));
    }
    let words = match first {
        _ if first.starts_with("duplicate ") => toml_twice(lang),
        _ if first.starts_with("invalid type") || first.starts_with("invalid value") => toml_kind(lang),
        _ => {
            let is_syntax = [
                "expected",
                "unexpected",
                "invalid",
                "extra",
                "missing",
                "unclosed",
                "unquoted",
                "key with no value",
                "newline",
                "string values",
                "control",
            ];
            if is_syntax.iter().any(|start| first.starts_with(start)) || first.contains("expected") {
                toml_syntax(lang)
            } else {
                return of_system(first, lang);
            }
        }
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::has_khmer;

    /// No English stands in a Khmer sentence unless it is quoted as somebody else's.
    #[test]
    fn what_is_frequent_is_said_in_our_words_and_the_rest_is_quoted() {
        let said = |kind: io::ErrorKind| of_io(&kind.into(), Lang::Km);
        for kind in [io::ErrorKind::NotFound, io::ErrorKind::PermissionDenied, io::ErrorKind::InvalidData] {
            assert!(has_khmer(&said(kind)) && !said(kind).contains('«'), "{}", said(kind));
        }
        let rare = said(io::ErrorKind::ConnectionReset);
        assert_eq!(rare, "ប្រព័ន្ធប្រាប់ជាភាសាអង់គ្លេសថា «connection reset»");
        assert_eq!(of_io(&io::Error::other("odd\u{7}\u{202E}ly"), Lang::En), "the system says “odd ly”");
    }

    /// By the words of the reader that we build on: where a release says them otherwise, this fails.
    #[test]
    fn faults_of_toml_are_told_apart() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code, reason = "only its faults are looked at")]
        struct Known {
            name: Option<String>,
            needed: u8,
        }
        let said = |text: &str| of_toml(toml::from_str::<Known>(text).unwrap_err().message(), Lang::En);
        for (text, expected) in [
            ("colour = 1", "`colour` is not known here; these are: name, needed"),
            ("name = \"x\"", "`needed` is missing"),
            ("name = \"x\"\nname = \"y\"\nneeded = 1", "this name stands twice"),
            ("needed = \"x\"", toml_kind(Lang::En)),
            ("needed = -1", toml_kind(Lang::En)),
            ("no toml", toml_syntax(Lang::En)),
            ("= 1", toml_syntax(Lang::En)),
            ("[columns\n", toml_syntax(Lang::En)),
            ("name = \"x", toml_syntax(Lang::En)),
            ("name = x", toml_syntax(Lang::En)),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        assert_eq!(of_toml("the moon is full", Lang::En), "the system says “the moon is full”");
    }
}
