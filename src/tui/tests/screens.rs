//! What each screen shows, in both languages, on the design's size and on a small one.

use super::*;
use crate::domain::text::has_khmer;
use crate::tui::text::width;

/// Every screen, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Model)> {
    let mut welcome = model(lang);
    welcome.screen = crate::tui::model::Screen::Welcome;
    let mut make = model(lang);
    make.screen = crate::tui::model::Screen::Welcome;
    press(&mut make, KeyCode::Enter);
    let mut unlock = model(lang);
    let refused = crate::tui::effect::Refused {
        error: crate::book::BookError::PassphraseMissing.into(),
        backups: Vec::new(),
        was_making: false,
    };
    update(&mut unlock, Msg::Answer(Answer::NotOpened(Box::new(refused))));
    let mut reading = settled(lang);
    let effects = press(&mut reading, KeyCode::Enter);
    answer(&mut reading, effects);
    let mut log = settled(lang);
    press(&mut log, KeyCode::F(7));
    let effects = type_text(&mut log, "kossamak");
    answer(&mut log, effects);
    let mut issues = settled(lang);
    press(&mut issues, KeyCode::F(7));
    press(&mut issues, KeyCode::Tab);
    press(&mut issues, KeyCode::Tab);
    type_text(&mut issues, "wwd");
    let mut hotspots = settled(lang);
    let effects = press(&mut hotspots, KeyCode::F(8));
    answer(&mut hotspots, effects);
    let mut facility = settled(lang);
    let effects = press(&mut facility, KeyCode::F(8));
    answer(&mut facility, effects);
    for code in ["1204", "N00003"] {
        let effects = press(&mut facility, KeyCode::Enter);
        answer_with(&mut facility, effects, code);
    }
    let effects = press(&mut facility, KeyCode::Enter);
    answer(&mut facility, effects);
    let mut help = settled(lang);
    press(&mut help, KeyCode::F(1));
    vec![
        ("welcome", welcome),
        ("make", make),
        ("unlock", unlock),
        ("cases", settled(lang)),
        ("reading", reading),
        ("log", log),
        ("issues", issues),
        ("hotspots", hotspots),
        ("facility", facility),
        ("help", help),
    ]
}

fn expect(name: &str, lang: Lang) -> &'static [&'static str] {
    match (name, lang) {
        ("welcome", Lang::En) => &["Make a book", "demo", "/book", "Enter Choose", "F10 Quit"],
        ("welcome", Lang::Km) => &["បង្កើតសៀវភៅ", "គំរូ", "/book", "Enter ជ្រើស", "F10 ចេញ"],
        ("make", Lang::En) => &["> Desk code", "Your name", "Passphrase", "Once more"],
        ("make", Lang::Km) => &["> កូដតុ", "ឈ្មោះមន្ត្រី", "ពាក្យសម្ងាត់", "ម្ដងទៀត"],
        ("unlock", Lang::En) => &["> Passphrase", "Book: /book"],
        ("unlock", Lang::Km) => &["> ពាក្យសម្ងាត់", "សៀវភៅ៖ /book"],
        ("cases", Lang::En) => &["Cases: 1,000", "> KC-", "31/10/2026", "▲ High WAIT", "5 h 30", "New"],
        ("cases", Lang::Km) => {
            &["១.០០០ ករណី", "> KC-", "៣១/១០/២០២៦", "▲ ខ្ពស់ WAIT", "៥ម៉ោង៣០", "ថ្មី", "មន្ទីរពេទ្យព្រះកុសុមៈ"]
        }
        ("reading", Lang::En) => &["Preah Kossamak Hospital", "WAIT – Long wait", "40,000 ៛", "NSSF card"],
        ("reading", Lang::Km) => &["មន្ទីរពេទ្យព្រះកុសុមៈ", "WAIT – រង់ចាំយូរ", "៤០.០០០ ៛", "ប័ណ្ណ ប.ស.ស."],
        ("log", Lang::En) => {
            &["*Facility", "*Visit date", "> Preah Kossamak Hospital", "Phnom Penh", "F12 Save"]
        }
        ("log", Lang::Km) => &["*មូលដ្ឋានសុខាភិបាល", "*ថ្ងៃទៅពេទ្យ", "> មន្ទីរពេទ្យព្រះកុសុមៈ", "ភ្នំពេញ", "F12 រក្សាទុក"],
        ("issues", Lang::En) => {
            &["▲ WAIT High", "● DISC Medium", "w ▲ Long wait", "Patients who paid cash were seen first"]
        }
        ("issues", Lang::Km) => &["▲ WAIT ខ្ពស់", "● DISC មធ្យម", "w ▲ រង់ចាំយូរ", "គេពិនិត្យអ្នកបង់សាច់ប្រាក់មុន"],
        ("hotspots", Lang::En) => &[
            "Cambodia",
            "1 Phnom Penh",
            "510",
            "2 Kandal",
            "– Kep",
            "2 h 30 (510)",
            "▁",
            ">  1 Phnom Penh",
            "© OpenStreetMap",
        ],
        ("hotspots", Lang::Km) => &["កម្ពុជា", "១ ភ្នំពេញ", "៥១០", "២ កណ្ដាល", "– កែប", "ខ កែប", "© OpenStreetMap"],
        ("facility", Lang::En) => &[
            "Preah Kossamak Hospital",
            "National hospital",
            "Tuol Kouk, Phnom Penh",
            "October",
            "median 2 h 30 · 90% within 5 h (n=68)",
            "WAIT Long wait",
            "▲",
            "NSSF card: cases 40",
            "↑ rising (p = 0.002)",
            "last 12 months 210, 12 before 66",
        ],
        ("facility", Lang::Km) => &["មន្ទីរពេទ្យព្រះកុសុមៈ", "តុលា", "WAIT រង់ចាំយូរ", "↑ កំពុងកើនឡើង", "អ្វីដែលបានប្រែប្រួល"],
        ("help", Lang::En) => &["Help", "F7 n", "Log a new case", "province:08"],
        ("help", Lang::Km) => &["ជំនួយ", "F7 n", "កត់ករណីថ្មីមួយ", "province:08"],
        _ => &[],
    }
}

#[test]
fn every_screen_shows_what_it_must_at_80_by_24() {
    for lang in Lang::ALL {
        for (name, mut model) in all(lang) {
            let screen = drawn(&mut model, 80, 24).join("\n");
            let wanted = expect(name, lang);
            assert!(!wanted.is_empty());
            for text in wanted {
                assert!(screen.contains(text), "{name} {lang}: no `{text}` in\n{screen}");
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_the_screen_and_small_ones_keep_the_marker() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (40, 12), (140, 40), (20, 5), (300, 100), (1, 1)] {
            for (name, mut model) in all(lang) {
                for line in drawn(&mut model, columns, rows) {
                    assert!(width(&line) <= columns.into(), "{name} {lang} {columns}: {line}");
                }
            }
        }
        for (name, mut model) in all(lang) {
            let screen = drawn(&mut model, 40, 12).join("\n");
            let has_marker = screen.lines().any(|line| line.trim_start_matches([' ', '│']).starts_with('>'));
            assert!(
                has_marker || matches!(name, "help" | "reading" | "facility"),
                "{name} {lang}:\n{screen}"
            );
            let last = screen.lines().last().unwrap_or_default();
            assert!(!last.trim().is_empty(), "{name} {lang}: no footer\n{screen}");
        }
    }
}

#[test]
fn a_screen_without_room_does_not_crash() {
    for lang in Lang::ALL {
        for (_, mut model) in all(lang) {
            for size in [(0, 0), (0, 24), (80, 0), (80, 1), (1, 24)] {
                update(&mut model, Msg::Resize(size.0, size.1));
                let area = ratatui::layout::Rect::new(0, 0, size.0, size.1);
                view::draw(&model, &mut ratatui::buffer::Buffer::empty(area));
            }
        }
    }
}

/// Latin words that may stand in a Khmer screen: names, codes and keys.
const LATIN: [&str; 43] = [
    "Wardbook",
    "KC",
    "Sok",
    "Dara",
    "DEMO",
    "book",
    "Enter",
    "Esc",
    "Tab",
    "Shift",
    "PgUp",
    "PgDn",
    "Home",
    "End",
    "Ctrl",
    "WAIT",
    "DISC",
    "PAY",
    "kossamak",
    "health",
    "centre",
    "bat",
    "trang",
    "Preah",
    "Kossamak",
    "Hospital",
    "English",
    "n",
    "province",
    "issue",
    "severity",
    "high",
    "status",
    "open",
    "waited",
    "since",
    "F",
    "C",
    "N",
    "h",
    "w",
    "OpenStreetMap",
    "contributors",
];

#[test]
fn the_khmer_screens_hold_no_english_but_names_and_codes() {
    for (name, mut model) in all(Lang::Km) {
        for line in drawn(&mut model, 80, 24) {
            for word in line.split(|letter: char| !letter.is_ascii_alphabetic()) {
                let is_key = word.chars().count() <= 1;
                assert!(is_key || LATIN.contains(&word), "{name}: `{word}` in {line}");
            }
        }
    }
}

#[test]
fn without_colour_the_chosen_row_is_still_seen() {
    use ratatui::style::{Color, Modifier};
    for (name, mut model) in all(Lang::En) {
        model.theme = Theme::PLAIN;
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 24));
        view::draw(&model, &mut buffer);
        assert!(
            buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{name} uses a colour"
        );
        if matches!(name, "cases" | "hotspots" | "welcome") {
            assert!(buffer.content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)), "{name}");
        }
    }
}

#[test]
fn every_message_is_in_both_languages() {
    for (name, km, en) in crate::tui::words::ALL.into_iter().flatten() {
        assert!(has_khmer(km) && !km.is_empty(), "{name}");
        assert!(!en.is_empty() && !en.ends_with(' ') && !km.ends_with(' '), "{name}");
    }
}
