//! The house keeps its order: each folder of `src` knows only those above it, and the
//! stated Rust version is true.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of `src` from the one that knows nothing to the one that knows all.
const ORDER: [&str; 13] = [
    "raster",
    "domain",
    "i18n",
    "reference",
    "book",
    "insight",
    "intake",
    "brief",
    "app",
    "config",
    "tui",
    "window",
    "cli",
];

/// Pairs that stand in the right order and still must not know each other.
const APART: [(&str, &str); 8] = [
    ("reference", "i18n"),
    ("book", "i18n"),
    ("insight", "i18n"),
    ("insight", "reference"),
    ("insight", "book"),
    ("intake", "book"),
    ("brief", "book"),
    ("tui", "config"),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn each_folder_knows_only_those_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (place, folder) in ORDER.iter().enumerate() {
        for path in sources(&root.join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.contains("use crate::{"), "{}: one folder a line", path.display());
            for other in ORDER {
                let known =
                    text.contains(&format!("crate::{other}::")) || text.contains(&format!("crate::{other};"));
                let may = ORDER.iter().position(|name| *name == other).unwrap() <= place
                    && !APART.contains(&(folder, other));
                assert!(!known || may, "{} knows {other}", path.display());
            }
        }
    }
}

/// So that a window of our own, or a picture in a brief, can be made without the program.
#[test]
fn the_painter_knows_of_the_others_only_how_text_lies_in_cells() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&root.join("window")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for known in text.split("crate::").skip(1) {
            let may = ["tui::text::", "raster::", "window::"].iter().any(|may| known.starts_with(may));
            assert!(may, "{} knows {}", path.display(), known.lines().next().unwrap_or_default());
        }
        assert!(!text.contains("std::fs") && !text.contains("crossterm"), "{}", path.display());
    }
}

#[test]
fn only_the_book_speaks_sql_and_only_config_and_cli_look_at_the_environment() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&root) {
        let text = std::fs::read_to_string(&path).unwrap();
        let inside = |folder: &str| path.starts_with(root.join(folder));
        assert!(inside("book") || !text.contains("rusqlite"), "{}", path.display());
        let looks = text.contains("std::env::") || text.contains("env::var");
        assert!(!looks || inside("config") || inside("cli") || inside("tui"), "{}", path.display());
    }
}

/// Every package that the program is built of takes the Rust version that we state.
#[test]
fn the_stated_rust_version_is_true_of_what_we_build_on() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    if !output.status.success() {
        println!("skipped: cargo cannot tell the packages without the network");
        return;
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let version = |text: &str| -> Vec<u32> {
        let parts = text.split('.').map(|part| part.parse().unwrap_or(0));
        parts.chain([0, 0]).take(3).collect()
    };
    let ours = version(env!("CARGO_PKG_RUST_VERSION"));
    for package in metadata["packages"].as_array().unwrap() {
        if let Some(theirs) = package["rust_version"].as_str() {
            assert!(version(theirs) <= ours, "{} wants Rust {theirs}", package["name"]);
        }
    }
}
