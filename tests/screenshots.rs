//! The texts in `screenshots/` are the real screens on the demo's data, at 80×24, in
//! both languages. When a screen changes on purpose:
//! `WARDBOOK_WRITE_SCREENSHOTS=1 cargo test --test screenshots` draws them anew.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers};
use wardbook::app::{Clock, Preferences, Settings};
use wardbook::book::{Cost, Device, Options, Secret};
use wardbook::i18n::Lang;
use wardbook::tui::{Headless, Start};

/// A screen: its name, the keys that lead there from the one before, what it shows
/// once its answers have come.
const SCREENS: [(&str, &[KeyCode], [&str; 2]); 4] = [
    ("cases", &[], ["ភស្តុតាង", "Evidence"]),
    ("hotspots", &[KeyCode::F(8)], ["១ ភ្នំពេញ", "1 Phnom Penh"]),
    ("districts", &[KeyCode::Enter], ["១ ដូនពេញ", "1 Doun Penh"]),
    ("log", &[KeyCode::F(7)], ["មូលដ្ឋាន", "Facility"]),
];

fn screen(lang: Lang) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let start = Start {
        options: Options {
            path: folder.path().join("book"),
            secret: Secret::None,
            device: Device::new(folder.path().join("device")),
            cost: Cost::CHEAP,
        },
        clock: Clock::System,
        settings: Settings { lang, ..Settings::default() },
        demo: Some(2_000),
        preferences: Preferences::default(),
        keep: None,
        plain: false,
    };
    let mut program = Headless::start(start, 80, 24).unwrap();
    SCREENS
        .iter()
        .map(|(name, keys, shows)| {
            for key in *keys {
                program.press(*key, KeyModifiers::NONE);
            }
            let expected = lang.pick(shows[0], shows[1]);
            let came = program.wait_for(expected, Duration::from_secs(60));
            let lines = program.screen();
            assert!(came, "no `{expected}` in\n{}", lines.join("\n"));
            let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
            let text = lines.join("\n") + "\n";
            (format!("{lang}-{name}.txt"), text)
        })
        .collect()
}

#[test]
fn the_screenshots_are_what_the_screens_show() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let draws = std::env::var_os("WARDBOOK_WRITE_SCREENSHOTS").is_some();
    for (name, text) in Lang::ALL.into_iter().flat_map(screen) {
        let path = folder.join(&name);
        if draws {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, text).unwrap();
        } else {
            let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            assert!(kept == text, "{name} is stale: see the head of this test\n{text}");
        }
    }
}
