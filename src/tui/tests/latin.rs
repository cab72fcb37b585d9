//! Finds what is left in Latin letters on a Khmer screen and is neither a name nor a code nor a key.
//!
//! What may stand there is taken from the program's own tables, so that a new issue, filter field or key needs no
//! mention here; only the names that the tests themselves put on screen are listed, in [`NAMES`].

use std::collections::BTreeSet;

use crate::domain::filter::FIELDS;
use crate::domain::issue::IssueCode;
use crate::domain::values::Coded;
use crate::tui::action::TABLE;

/// Names: of the program, of the made-up people, places and files in these tests, of the other language, and what is
/// typed in them as an example.
const NAMES: &[&str] = &[
    "Wardbook",
    "DEMO",
    "OpenStreetMap",
    "contributors",
    "English",
    "/book",
    // What is typed in a shell, and where it is looked up.
    "fg",
    "EDITOR",
    // Kinds of files, as people call them.
    "PDF",
    "Word",
    "DOCX",
    "Excel",
    "XLSX",
    "HTML",
    "PNG",
    ".xlsx",
    ".ods",
    ".csv",
    ".json",
    "Enter",
    // Where messages come from, and who collects with a telephone.
    "Telegram",
    "SMS",
    "KoboToolbox",
    "ODK",
    "wardbook config templates",
    "wardbook list",
    "wardbook facilities add",
    "Space",
    "wardbook import FILE",
    "[keys]",
    "docs/KEYS.md",
    "KC",
    "Sok Dara",
    "Preah Kossamak Hospital",
    // A newspaper that is a source, and where it lies.
    "Fresh News",
    "en.freshnewsasia.com/index.php/en/localnews.html",
    "Kandal NSSF",
    "SHA",
    "kossamak",
    // The example of what can be typed for a facility: any name does.
    "health centre bat trang",
];

/// The words that no screen has to translate.
pub struct Allowed(BTreeSet<String>);

impl Allowed {
    /// Codes, keys and [`NAMES`].
    pub fn new() -> Self {
        let issues = IssueCode::ALL.iter().map(|code| code.code().to_owned());
        let keys = TABLE.iter().flat_map(|entry| entry.keys).map(ToString::to_string);
        let fields = FIELDS.iter().map(|(name, _, _)| (*name).to_owned());
        let provinces = crate::reference::provinces().map(|place| place.name_en.clone());
        let texts = issues
            .chain(provinces)
            .chain(keys)
            .chain(fields)
            .chain(NAMES.iter().map(|name| (*name).to_owned()));
        Self(texts.flat_map(|text| words_of(&text).map(str::to_owned).collect::<Vec<_>>()).collect())
    }

    /// Whether a word may stand there; one that the screen cut short (`Koss…`) is allowed with the whole.
    fn has(&self, word: &str, is_cut: bool) -> bool {
        self.0.contains(word)
            || is_cut && self.0.iter().any(|allowed| allowed.starts_with(word) || allowed.ends_with(word))
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}

/// The Latin words on a drawn screen that are not allowed there, each with its line.
///
/// Numbers of cases and facilities, terms of the filter language (`severity:high`, `waited>120`), and single letters,
/// which are keys, pass wherever they stand.
pub fn latin_words(lines: &[String], allowed: &Allowed) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        let mut is_behind_a_border = false;
        for token in line.split_inclusive([' ', '│', '┌', '└', '"', '(', ')', '“', '”']) {
            // What lies under the border of a list is cut there, on either side.
            let is_cut = token.ends_with(['…', '│', '┌', '└']) || is_behind_a_border;
            is_behind_a_border = token.ends_with(['│', '┐', '┘']);
            let token = token.trim_end_matches([' ', '│', '┌', '└', '"', '(', ')', '“', '”']);
            if is_number(token) || is_term(token) {
                continue;
            }
            let is_cut = is_cut || token.ends_with('…');
            let unknown = words_of(token).filter(|word| word.len() > 1 && !allowed.has(word, is_cut));
            found.extend(unknown.map(|word| format!("`{word}` in {line}")));
        }
    }
    found
}

/// Whether this has the form of a number (`KC-7F3Q-2XM9`, `HC-010604`), whole or cut short.
fn is_number(token: &str) -> bool {
    let token = token.trim_end_matches('…');
    token.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-')
        && token.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether this is a term of the filter language, as it is typed.
fn is_term(token: &str) -> bool {
    let name = token.split([':', '<', '>', '=']).next().unwrap_or_default();
    name.len() < token.len() && FIELDS.iter().any(|(field, _, _)| *field == name.trim_start_matches('-'))
}

#[test]
fn english_is_found_and_names_and_codes_are_not() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let allowed = Allowed::new();
    let sound = "> KC-7F3Q-2XM9 ៣១/១០/២០២៦ Preah Koss… ▲ ខ្ពស់ WAIT\n│F10 ចេញ│Ctrl-S PgUp severity:high \"waited>120\" n w";
    assert_eq!(latin_words(&lines(sound), &allowed), Vec::<String>::new());
    for wrong in ["ករណី Saved", "3 km", "KC-7F3Q-2X… saved:1", "Preah Sav…", "Loading…"] {
        assert_eq!(latin_words(&lines(wrong), &allowed).len(), 1, "{wrong}");
    }
}

/// Messages that no screen of the tests shows: toasts, refusals, questions.
#[test]
fn no_khmer_message_is_left_in_english() {
    let allowed = Allowed::new();
    for (name, km, _) in crate::tui::words::ALL.into_iter().flatten() {
        // The arguments are named in English.
        let parts = km.split('{').enumerate().map(|(place, part)| match part.split_once('}') {
            Some((_, text)) if place > 0 => text.to_owned(),
            _ => part.to_owned(),
        });
        let left = latin_words(&parts.collect::<Vec<_>>(), &allowed);
        assert!(left.is_empty(), "{name}: {left:#?}");
    }
}
