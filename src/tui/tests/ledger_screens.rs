//! The screens of promises, parties, submissions and process figures, and what each must show.

use super::*;
use crate::tui::model::Screen;

/// A model on one of the screens, all its questions answered.
pub fn at(lang: Lang, keys: &[KeyCode]) -> Model {
    let mut model = settled(lang);
    for key in keys {
        let effects = press(&mut model, *key);
        answer(&mut model, effects);
    }
    model
}

pub const W: KeyCode = KeyCode::Char('w');
pub const A: KeyCode = KeyCode::Char('a');
pub const Y: KeyCode = KeyCode::Char('y');
pub const ENTER: KeyCode = KeyCode::Enter;
pub const DOWN: KeyCode = KeyCode::Down;
pub const TAB: KeyCode = KeyCode::Tab;

/// The page of the submission, from that of its party.
pub fn at_submission(lang: Lang) -> Model {
    at(lang, &[A, DOWN, DOWN, ENTER, DOWN, DOWN, DOWN, ENTER])
}

/// The screens, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Model)> {
    let mut ladder = at(lang, &[KeyCode::F(8), ENTER, ENTER]);
    ladder.screen = Screen::Facility;
    let effects = {
        let mut effects = Vec::new();
        let id = kossamak().id;
        effects.extend(open_facility(&mut ladder, id));
        effects
    };
    answer(&mut ladder, effects);
    let effects = press(&mut ladder, KeyCode::Char('z'));
    answer(&mut ladder, effects);
    vec![
        ("promises", at(lang, &[W])),
        ("promise", at(lang, &[W, ENTER])),
        ("waits", at(lang, &[W, ENTER, TAB])),
        ("people", at(lang, &[A])),
        ("party", at(lang, &[A, DOWN, DOWN, ENTER])),
        ("ladder", ladder),
        ("submission", at_submission(lang)),
        ("process", at(lang, &[Y, DOWN])),
        ("sheet", at(lang, &[W, KeyCode::Char('+')])),
        ("judging", at(lang, &[W, ENTER, KeyCode::F(4)])),
    ]
}

/// Brings the page of a facility to the front, as a ranking would.
fn open_facility(model: &mut Model, id: crate::domain::facility::FacilityId) -> Vec<Effect> {
    model.screen = Screen::Today;
    let mut effects = Vec::new();
    let mut requests = Vec::new();
    let preferences = crate::app::Preferences::default();
    let mut cx = crate::tui::model::Cx {
        lang: model.lang,
        screen: Screen::Today,
        preferences: &preferences,
        size: model.size,
        today: model.today,
        effects: &mut effects,
        requests: &mut requests,
    };
    model.facility.open(id, crate::tui::effect::Within::default(), &mut cx);
    model.screen = Screen::Facility;
    effects
}

/// What they must show at 80 by 24.
pub fn expect(name: &str, lang: Lang) -> &'static [&'static str] {
    match (name, lang) {
        ("promises", Lang::En) => &[
            "Of 7: 1 kept, 1 in part, 1 broken, 4 pending, 1 overdue",
            "> ▲ 20/10/2026  Overdue",
            "● 02/11/2026  Pending",
            "✓ 01/07/2026  Kept",
            "½ 01/07/2026  In part",
            "✗ 01/07/2026  Broken",
            "2:30 → 1:10",
            "Kandal NSSF: ",
            "w Promises",
        ],
        ("promises", Lang::Km) => &["ក្នុងចំណោម ៧៖ ធ្វើតាម ១", "> ▲ ២០/១០/២០២៦  ហួសពេល", "✗ ០១/០៧/២០២៦  មិនធ្វើតាម"],
        ("promise", Lang::En) => &[
            "KC-P-000001",
            "▲ Overdue",
            "Sok Dara, ប្រធាន",
            "20 October 2026 · 8 working days late",
            "Earlier dates  01/09/2026",
            "KC-S-00000B · 21/09/2026",
            "The promiser’s own",
            "Tab shows the waits",
            "F4 Judge",
        ],
        ("promise", Lang::Km) => &["KC-P-000001", "ហួស ៨ ថ្ងៃធ្វើការ", "០១/០៩/២០២៦", "សម្ដីអ្នកសន្យាខ្លួនឯង"],
        ("waits", Lang::En) => {
            &["Before and after 20/10/2026", "longer (shift +1 h 30, p = 0.010)", "Median 90th pct."]
        }
        ("waits", Lang::Km) => &["មុន និងក្រោយ ២០/១០/២០២៦", "មេដ្យាន", "យូរជាង"],
        ("people", Lang::En) => &[
            "Awaiting an answer: 1 · overdue: 1",
            "Everywhere",
            "> Fund",
            "By province",
            "Kandal NSSF",
            "▲ 1",
            "3 · 20 · 3",
            "Sok Dara",
            "Facilities",
            "Employers",
            "a People",
        ],
        ("people", Lang::Km) => &["ទូទាំងប្រទេស", "> បេឡាជាតិ", "តាមខេត្ត", "៣ · ២០ · ៣", "មូលដ្ឋានសុខាភិបាល"],
        ("party", Lang::En) => &[
            "party:nssf-branch:08",
            "Contacts",
            "> Sok Dara, ប្រធាន, 012 345 678",
            "Acknowledge within 3 · answer within 20",
            "21/09/2026  ▲ To be answered: 4 working days late",
            "Promises · Of 2: 2 pending, 1 overdue",
            "Tab Actions",
        ],
        ("party", Lang::Km) => &["អ្នកទំនាក់ទំនង", "> Sok Dara", "▲ ត្រូវឆ្លើយ៖ ហួស ៤ ថ្ងៃធ្វើការ", "ក្នុងចំណោម ២៖ រង់ចាំ ២"],
        ("ladder", Lang::En) => &[
            "The ladder for Preah Kossamak Hospital",
            "As far as: Kandal NSSF · next: Health department",
            "✓ raised",
            "> 4  → next",
            "Decision 017",
        ],
        ("ladder", Lang::Km) => &["ជណ្ដើរសម្រាប់ មន្ទីរពេទ្យព្រះកុសុមៈ", "✓ បានដាក់", "> ៤  → បន្ទាប់"],
        ("submission", Lang::En) => &[
            "KC-S-00000B  Kandal NSSF",
            "▲ To be answered: 4 working days late",
            "21 September 2026 · Letter · Sok Dara",
            "26 October 2026 (first: 20 October 2026)",
            "may be written to until 4 December 2026 · 25 working days left",
            "SHA-256 0123456789012345…",
            "Cases: 2 · answered: 1",
            "> ! KC-",
            "✗ Not upheld",
            "○ waits",
            "F4 Reply",
        ],
        ("submission", Lang::Km) => &["▲ ត្រូវឆ្លើយ", "(ដំបូង", "> ! KC-", "✗ មិនទទួលស្គាល់", "F4 ចម្លើយ"],
        ("process", Lang::En) => &[
            "by party",
            "All cases raised",
            "> 1  Kandal NSSF",
            "48% (11/23)",
            "14 (22)",
            "Of 34 cases raised with Kandal NSSF, 11 were answered in time",
        ],
        ("process", Lang::Km) => &["តួលេខដំណើរការ", "> ១  សាខា ប.ស.ស.", "៤៨% (១១/២៣)", "ក្នុង ៣៤ ករណី"],
        ("sheet", Lang::En) => {
            &["A promise", "> Party", "‹ Enter chooses ›", "31/10/2026", "F12 Save", "Esc Give up"]
        }
        ("sheet", Lang::Km) => &["ការសន្យាថ្មី", "> ភាគី", "‹ Enter ជ្រើស ›", "៣១/១០/២០២៦", "F12 រក្សាទុក"],
        ("judging", Lang::En) => {
            &["> What came of it", "‹ Kept ›", "Members’ word", "Members asked", "The promiser’s own"]
        }
        ("judging", Lang::Km) => &["> លទ្ធផល", "‹ បានធ្វើតាម ›", "សម្ដីសមាជិក", "សម្ដីអ្នកសន្យាខ្លួនឯង"],
        _ => &[],
    }
}
