//! `docs/KEYS.md`, made from the table of actions and held fresh by a test.
//!
//! When the table changes on purpose: `WARDBOOK_WRITE_KEYS=1 cargo test --lib keys_are_documented`.

use std::fmt::Write as _;
use std::path::Path;

use super::{Context, Entry, TABLE};
use crate::i18n::Lang;

const HEAD: &str = "# The keys of the screens

This page is made from the table of actions; `WARDBOOK_WRITE_KEYS=1 cargo test --lib keys_are_documented` writes it anew.

- `F1` (or `?`) lists the keys of where you are, `F2` (or `Ctrl-P`) everything that can be done there: type to search, Enter to do it.
- Letters work on a Khmer keyboard as well: the key counts, not what is printed on it. Where text is typed, letters are text.
- Each action may have other keys: a line in the section `[keys]` of the settings file, such as `show-cases = [\"F6\", \"x\"]`,
  takes the place of those below. A key that would do two things in one place is refused at the start, and by `wardbook config check`.

| keys | action | what it does | ធ្វើអ្វី | where |
|---|---|---|---|---|
";

fn page() -> String {
    let mut page = HEAD.to_owned();
    for entry in TABLE {
        let keys: Vec<String> = entry.keys.iter().map(|key| format!("`{key}`")).collect();
        let _ = writeln!(
            page,
            "| {} | `{}` | {} | {} | {} |",
            keys.join(" "),
            entry.action.id(),
            (entry.doc)(Lang::En).replace('|', "\\|"),
            (entry.doc)(Lang::Km).replace('|', "\\|"),
            places(entry),
        );
    }
    page
}

fn places(entry: &Entry) -> String {
    if entry.contexts.len() == Context::ALL.len() {
        return "everywhere".to_owned();
    }
    let names: Vec<String> =
        entry.contexts.iter().map(|context| format!("{context:?}").to_lowercase()).collect();
    names.join(", ")
}

#[test]
fn keys_are_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/KEYS.md");
    if std::env::var_os("WARDBOOK_WRITE_KEYS").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == page(), "docs/KEYS.md is stale: see the head of src/tui/action/manual.rs");
}
