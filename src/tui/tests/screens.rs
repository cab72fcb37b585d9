//! What each screen shows, in both languages, on the design's size and on a small one.

use super::*;
use crate::domain::text::has_khmer;
use crate::i18n::{Calendar, Digits};
use crate::tui::action::Context;
use crate::tui::text::width;

/// A case that is read, opened from the list.
fn reading_case(lang: Lang) -> Model {
    let mut model = settled(lang);
    let effects = press(&mut model, KeyCode::Enter);
    answer(&mut model, effects);
    model
}

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
    let reading = reading_case(lang);
    let mut member = reading_case(lang);
    let effects = press(&mut member, KeyCode::Char('i'));
    answer(&mut member, effects);
    press(&mut member, KeyCode::End);
    let mut actions = reading_case(lang);
    press(&mut actions, KeyCode::Enter);
    let mut fields = reading_case(lang);
    press(&mut fields, KeyCode::Char('e'));
    let mut consent = reading_case(lang);
    press(&mut consent, KeyCode::Enter);
    type_text(&mut consent, "consent");
    press(&mut consent, KeyCode::Enter);
    let mut prompt = reading_case(lang);
    press(&mut prompt, KeyCode::Char('e'));
    type_text(&mut prompt, "remedy");
    press(&mut prompt, KeyCode::Enter);
    let mut empty = model(lang);
    update(&mut empty, Msg::Answer(Answer::Opened(opened(false))));
    let asked = press(&mut empty, KeyCode::Char('r'));
    for effect in asked {
        if let Effect::Read(Query::Day, generation) = effect {
            let day = Day { newest: Vec::new(), cases: 0, open: 0, week: 0, backed_up: None };
            update(&mut empty, Msg::Answer(Answer::Day(generation, Ok(Box::new(day)))));
        }
    }
    let mut undo = begun(lang);
    let effects = press(&mut undo, KeyCode::F(9));
    answer(&mut undo, effects);
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
        ("today", begun(lang)),
        ("empty", empty),
        ("cases", settled(lang)),
        ("member", member),
        ("actions", actions),
        ("fields", fields),
        ("consent", consent),
        ("prompt", prompt),
        ("undo", undo),
        ("reading", reading),
        ("log", log),
        ("issues", issues),
        ("hotspots", hotspots),
        ("facility", facility),
        ("help", help),
    ]
    .into_iter()
    .chain(more(lang))
    .chain(following(lang))
    .chain(super::ledger_screens::all(lang))
    .collect()
}

/// The screens that need no more than a key to come to.
fn more(lang: Lang) -> Vec<(&'static str, Model)> {
    let mut funnel = settled(lang);
    let effects = press(&mut funnel, KeyCode::F(8));
    answer(&mut funnel, effects);
    press(&mut funnel, KeyCode::Char('f'));
    let mut settings = settled(lang);
    press(&mut settings, KeyCode::F(11));
    let mut palette = settled(lang);
    press(&mut palette, KeyCode::F(2));
    let mut sorting = settled(lang);
    press(&mut sorting, KeyCode::Char('o'));
    // The story lies nine fields below the facility.
    let mut story = settled(lang);
    press(&mut story, KeyCode::F(7));
    while story.context() != Context::Story {
        press(&mut story, KeyCode::Tab);
        if drawn(&mut story, 80, 24).iter().any(|line| line.starts_with(&format!("> {}", story_label(lang))))
        {
            press(&mut story, KeyCode::Enter);
        }
    }
    type_text(&mut story, "ខ្ញុំរង់ចាំតាំងពីព្រឹក។ គេមិនទទួលប័ណ្ណ។");
    let mut raise = settled(lang);
    press(&mut raise, KeyCode::F(12));
    for _ in 0..4 {
        press(&mut raise, KeyCode::Down);
    }
    let mut import = settled(lang);
    press(&mut import, KeyCode::Char('i'));
    let mut message = begun(lang);
    press(&mut message, KeyCode::Char('v'));
    update(&mut message, Msg::Paste(super::message::said(lang)));
    let confirming = super::message::confirming(lang);
    let mut naming = settled(lang);
    press(&mut naming, KeyCode::F(12));
    for key in [KeyCode::Down, KeyCode::Down, KeyCode::Down, KeyCode::Down, KeyCode::Enter] {
        press(&mut naming, key);
    }
    vec![
        ("funnel", funnel),
        ("settings", settings),
        ("palette", palette),
        ("sorting", sorting),
        ("story", story),
        ("raise", raise),
        ("import", import),
        ("message", message),
        ("confirming", confirming),
        ("naming", naming),
        ("duplicates", super::duplicates::at(lang)),
    ]
}

/// The screens where cases are followed up.
fn following(lang: Lang) -> Vec<(&'static str, Model)> {
    let with = |mut model: Model, keys: &[KeyCode]| {
        for key in keys {
            press(&mut model, *key);
        }
        model
    };
    let raised = || follow::reading_this(lang, follow::raised());
    let mut gate = begun(lang);
    press(&mut gate, KeyCode::F(4));
    let asked = type_text(&mut gate, "kossamak");
    answer(&mut gate, asked);
    let mut card = begun(lang);
    press(&mut card, KeyCode::F(4));
    let asked = type_text(&mut card, "kossamak");
    answer(&mut card, asked);
    let asked = press(&mut card, KeyCode::Enter);
    answer(&mut card, asked);
    vec![
        ("raised", raised()),
        ("reply", with(raised(), &[KeyCode::Char('a')])),
        ("tell", with(follow::reading_this(lang, follow::answered()), &[KeyCode::Char('p')])),
        ("objections", with(raised(), &[KeyCode::Char('o')])),
        ("submit", follow::submitting(lang)),
        ("gate", gate),
        ("card", card),
    ]
}

fn story_label(lang: Lang) -> &'static str {
    crate::i18n::label(Column::Narrative, lang)
}

fn expect(name: &str, lang: Lang) -> &'static [&'static str] {
    match (name, lang) {
        ("welcome", Lang::En) => &["Make a book", "demo", "/book", "Enter Choose", "F10 Quit"],
        ("welcome", Lang::Km) => &["បង្កើតសៀវភៅ", "គំរូ", "/book", "Enter ជ្រើស", "F10 ចេញ"],
        ("make", Lang::En) => &["> Desk code", "Your name", "Passphrase", "Once more"],
        ("make", Lang::Km) => &["> កូដការិយាល័យ", "ឈ្មោះមន្ត្រី", "ពាក្យសម្ងាត់", "ម្ដងទៀត"],
        ("unlock", Lang::En) => &["> Passphrase", "Book: /book"],
        ("unlock", Lang::Km) => &["> ពាក្យសម្ងាត់", "សៀវភៅ៖ /book"],
        ("cases", Lang::En) => &["Cases: 1,000", ">!KC-", "31/10/2026", "▲ High WAIT", "5 h 30", "New"],
        ("cases", Lang::Km) => {
            &["១.០០០ ករណី", ">!KC-", "៣១/១០/២០២៦", "▲ ខ្ពស់ WAIT", "៥ម៉ោង៣០", "ថ្មី", "មន្ទីរពេទ្យព្រះកុសុមៈ"]
        }
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
            "Of 66 timed visits, half waited longer",
            "than 2 h 25",
            "to 30 min",
            "Median 90th pct.",
            "NSSF card",
            "longer (shift +1 h 30, p = 0.010)",
            "↑ Rising: 12 cases in the last 28",
        ],
        ("facility", Lang::Km) => {
            &["មន្ទីរពេទ្យព្រះកុសុមៈ", "តុលា", "ប័ណ្ណ និងសាច់ប្រាក់", "យូរជាង (ខុសគ្នា", "↑ កំពុងកើនឡើង", "អ្វីដែលបានប្រែប្រួល"]
        }
        ("funnel", Lang::En) => {
            &["△ 40% (n=510) Phnom Penh · 95% limits", "> Phnom Penh △", "⠤⠤ 99.8%", "overall 35%", "100"]
        }
        ("funnel", Lang::Km) => &["△ ៤០% (n=៥១០) ភ្នំពេញ", "⠤⠤ ៩៩,៨%", "រួម ៣៥%"],
        ("raise", Lang::En) => &[
            "1 Choose",
            "Meeting         Today's",
            "> Names",
            "‹ Nobody is named ›",
            "agreed by name",
            "Another party turns it off",
        ],
        ("raise", Lang::Km) => &["១ ជ្រើសរើស", "កិច្ចប្រជុំថ្ងៃនេះ", "> ឈ្មោះសមាជិក", "‹ គ្មានឈ្មោះ ›", "យល់ព្រមឱ្យប្រាប់ឈ្មោះ"],
        ("import", Lang::En) => &[
            "1 File › 2 Columns › 3 Names and words › 4 Take in",
            "> File",
            "dragged onto this",
            "Tab goes to the next step",
        ],
        ("import", Lang::Km) => {
            &["១ ឯកសារ › ២ ជួរឈរ › ៣ ឈ្មោះ និងពាក្យ › ៤ នាំចូល", "> ឯកសារ", "តាមតារាង", "គ្មានអ្វីត្រូវបានសរសេរមុន"]
        }
        ("message", Lang::En) => {
            &["A case from a message", "Kossamak hospital", "Paste the whole message, then F12"]
        }
        ("message", Lang::Km) => &["ករណីពីសារ", "ទៅពេទ្យកុសុមៈ", "បិទភ្ជាប់សារទាំងមូល រួចចុច F12"],
        ("confirming", Lang::En) => {
            &["? to be confirmed: 7", ">?Facility", "? from the message", "11:40 · waited 5 h 40"]
        }
        ("confirming", Lang::Km) => &["? ត្រូវបញ្ជាក់៖ ៧", ">?មូលដ្ឋានសុខាភិបាល", "? ពីសារ"],
        ("naming", Lang::En) => &["Name members?", "the National Social Security Fund", "only to be counted"],
        ("naming", Lang::Km) => &["បញ្ចេញឈ្មោះសមាជិក?", "យល់ព្រមតែឱ្យរាប់"],
        ("help", Lang::En) => &["Help", "F7 n", "Log a new case", "province:08"],
        ("help", Lang::Km) => &["ជំនួយ", "F7 n", "កត់ករណីថ្មីមួយ", "province:08"],
        _ => expect_of_a_case(name, lang),
    }
}

/// The same for Today, a case, and what lies on top of it.
fn expect_of_a_case(name: &str, lang: Lang) -> &'static [&'static str] {
    match (name, lang) {
        ("reading", Lang::En) => &[
            "1 of 1,000",
            "· New",
            "Preah Kossamak Hospital",
            "មន្ទីរពេទ្យព្រះកុសុមៈ",
            "▲ High  WAIT – Long wait",
            "Waited over 4 hours",
            "The desk's turn",
            "by 31/10/2026",
            "Tab Next case",
        ],
        ("reading", Lang::Km) => {
            &["១ ក្នុង ១.០០០", "Preah Kossamak", "▲ ខ្ពស់  WAIT – រង់ចាំយូរ", "ដល់វេនការិយាល័យ", "Enter សកម្មភាព"]
        }
        ("member", Lang::En) => &[
            "012 345 678",
            "…4821",
            "Press i to hide",
            "taken back",
            "Two officers",
            "corrected: Evidence, Times – Sok Dara (KC)",
        ],
        ("member", Lang::Km) => &["012 345 678", "…4821", "ចុច i", "បានដកវិញ", "មន្ត្រីពីរនាក់"],
        ("actions", Lang::En) => {
            &[">Confirm – The member confirmed", "Consent", "Withdraw", "Erase identity"]
        }
        ("actions", Lang::Km) => &[">បញ្ជាក់ – សមាជិកបានបញ្ជាក់ថា", "ការយល់ព្រម", "សមាជិកដកវិញ"],
        ("fields", Lang::En) => {
            &["Correct what?", ">What happened:", "Issues: ▲ WAIT High, ○ DISC Low", "Visit date: 31/10/2026"]
        }
        ("fields", Lang::Km) => &["កែអ្វី?", ">ដំណើររឿង៖", "ថ្ងៃទៅពេទ្យ៖ ៣១/១០/២០២៦"],
        ("consent", Lang::En) => {
            &["agree to?", "Save the consent", ">[✓] Count in figures", "[ ] Tell the press"]
        }
        ("consent", Lang::Km) => &["យល់ព្រមឬទេ?", ">[✓] រាប់ក្នុងតួលេខ", "[ ] ប្រាប់សារព័ត៌មាន"],
        ("prompt", Lang::En) => &["What the member wants", "Leave it empty", "Enter Save"],
        ("prompt", Lang::Km) => &["អ្វីដែលសមាជិកចង់បាន", "ទុកទទេ", "Enter រក្សាទុក"],
        ("undo", Lang::En) => &["Take back the logging of KC-", "today 09:00"],
        ("undo", Lang::Km) => &["ដកវិញ៖ ការកត់ KC-", "ថ្ងៃនេះ ម៉ោង ០៩:០០"],
        ("today", Lang::En) => &[
            "Last 7 days: 12 logged",
            "Open: 900 of 1,000",
            "> ! urgent                KC-",
            "■ overdue",
            "12 to be confirmed with the member",
            "Logged last",
            "today 09:00",
            "yesterday",
            "2 days ago",
            "▲ High WAIT",
            "Rising",
            "↑ Preah Kossamak Hospital",
            "12 in 28 days",
        ],
        ("today", Lang::Km) => &[
            "៧ ថ្ងៃចុងក្រោយ៖ ១២ ករណី",
            "> ! បន្ទាន់",
            "■ ហួសកំណត់",
            "ថ្ងៃនេះ ០៩:០០",
            "ម្សិលមិញ",
            "២ ថ្ងៃមុន",
            "↑ មន្ទីរពេទ្យព្រះកុសុមៈ",
        ],
        ("empty", Lang::En) => &["No cases yet. Press F7", "i takes it in"],
        ("empty", Lang::Km) => &["ចុច F7", "ចុច i ដើម្បីនាំចូល"],
        ("settings", Lang::En) => &["Settings", "> Language", "English", "Khmer digits"],
        ("settings", Lang::Km) => &["ការកំណត់", "> ភាសា", "ខ្មែរ ០១២៣"],
        ("palette", Lang::En) => &["Commands", "Search:", ">Filter", "F4"],
        ("palette", Lang::Km) => &["ពាក្យបញ្ជា", "ស្វែងរក៖", ">ស្វែងរក", "F4"],
        ("sorting", Lang::En) => &["Visit, newest first", "✓", "Sum paid"],
        ("sorting", Lang::Km) => &["ថ្ងៃទៅពេទ្យ ថ្មីមុន", "✓"],
        (
            "promises" | "promise" | "waits" | "people" | "party" | "ladder" | "submission" | "process"
            | "sheet" | "judging",
            _,
        ) => super::ledger_screens::expect(name, lang),
        ("story", _) => &["ខ្ញុំរង់ចាំតាំងពីព្រឹក។ គេមិនទទួលប័ណ្ណ។"],
        _ => expect_of_following(name, lang),
    }
}

/// The same where cases are followed up.
fn expect_of_following(name: &str, lang: Lang) -> &'static [&'static str] {
    match (name, lang) {
        ("raised", Lang::En) => {
            &["! Urgent: Retaliation", "the fund · Letter", "■ is to answer by", "overdue by 5 working days"]
        }
        ("raised", Lang::Km) => &["! បន្ទាន់៖ ការសងសឹក", "■ ត្រូវឆ្លើយត្រឹម", "ហួសកំណត់ ៥"],
        ("reply", Lang::En) => {
            &["What did the fund reply?", ">1  Upheld", "4  No answer", "7  Stop the clock"]
        }
        ("reply", Lang::Km) => &[">១  ", "៧  ផ្អាកការរាប់ថ្ងៃ"],
        ("tell", Lang::En) => {
            &["Tell the member of", ">1  Show the telephone", "2  Told; they say: Solved", "try 1 of 3"]
        }
        ("tell", Lang::Km) => &["ប្រាប់សមាជិកនៃ", ">១  បង្ហាញទូរស័ព្ទ", "លើកទី ១ ក្នុង ៣"],
        ("objections", Lang::En) => {
            &["do they hold?", ">1  Was it only a form", "– No", "5  None of them holds", "6  ✓ Save"]
        }
        ("objections", Lang::Km) => &[">១  តើគ្រាន់តែជាទម្រង់", "៥  គ្មានការជំទាស់"],
        ("submit", Lang::En) => &["4 Submit", "‹ Letter ›", "not checked: 1", "cases: 2", "left out"],
        ("submit", Lang::Km) => &["៤ ដាក់ជូន", "‹ លិខិត ›", "២ ករណី", "ទុកចោល ១"],
        ("gate", Lang::En) => &["At which facility?", "kossamak", "> Preah Kossamak Hospital · "],
        ("gate", Lang::Km) => &["នៅកន្លែងណា?", "> មន្ទីរពេទ្យព្រះកុសុមៈ · "],
        ("duplicates", Lang::En) => &["likely one case: 3", "> 93%", "same telephone", "012 345 678"],
        ("duplicates", Lang::Km) => &["ករណីតែមួយ៖ ៣", "> ៩៣%", "លេខទូរស័ព្ទដូចគ្នា"],
        ("card", Lang::En) => &["Say at the counter", "NSSF card", "Enter Start the case"],
        ("card", Lang::Km) => &["និយាយនៅបញ្ជរ", "Enter ចាប់ផ្ដើមករណី"],
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
                has_marker
                    || matches!(
                        name,
                        "help"
                            | "reading"
                            | "member"
                            | "empty"
                            | "prompt"
                            | "message"
                            | "undo"
                            | "facility"
                            | "story"
                            | "funnel"
                            | "raised"
                            | "card"
                            | "promise"
                            | "waits"
                    ),
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

/// Each screen that [`all`] makes, on sizes that show all of it and on one that cuts.
#[test]
fn the_khmer_screens_hold_no_english_but_names_and_codes() {
    let allowed = latin::Allowed::new();
    for (columns, rows) in [(80, 24), (40, 12), (120, 40), (300, 100)] {
        for (name, mut model) in all(Lang::Km) {
            let left = latin::latin_words(&drawn(&mut model, columns, rows), &allowed);
            assert!(left.is_empty(), "{name} at {columns}×{rows}: {left:#?}");
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
        if matches!(name, "today" | "cases" | "hotspots" | "welcome") {
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

#[test]
fn screens_follow_the_digits_and_the_calendar_that_were_chosen() {
    let western = Lang::Km.with_digits(Digits::Western).with_calendar(Calendar::Buddhist);
    for (name, mut model) in all(western) {
        let screen = drawn(&mut model, 120, 40).join("\n");
        // Among the settings stands a sample of either script.
        let has_khmer_digit = screen.contains(|letter| ('០'..='៩').contains(&letter));
        assert!(!has_khmer_digit || name == "settings", "{name}:\n{screen}");
        if name == "cases" {
            assert!(screen.contains("31/10/2569"), "{screen}");
        }
    }
}
