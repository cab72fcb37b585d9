//! A case out of a pasted message, confirmed field by field, and the forms that are written from the palette: real workers,
//! a real book, both languages.

use super::logging::{session, with_form};
use super::whole::{PATIENCE, expect};
use super::*;
use crate::book::Listing;
use crate::domain::facility::Facility;
use crate::intake::message::{Known, read};
use crate::reference::{FacilityIndex, facility};
use crate::tui::Headless;
use crate::tui::effect::MessageRead;

const KHMER: &str = "ម្សិលមិញ ទៅពេទ្យកុសុមៈ ទៅដល់ម៉ោង ៦ ព្រឹក ជួបគ្រូពេទ្យម៉ោង ១១:៤០។ គេទារលុយ ៤០០០០៛\nលេខខ្ញុំ ០១២ ៣៤៥ ៦៧៨";
const ENGLISH: &str = "yesterday at Kossamak hospital, arrived 6am, saw the doctor 11:40.\nThey asked for money, I paid 40000 riel. My phone 012 345 678";

/// The message.
pub(super) fn said(lang: Lang) -> String {
    crate::i18n::numbers::digits(lang.pick(KHMER, ENGLISH), lang)
}

/// The form as it is filled from the message.
pub(super) fn confirming(lang: Lang) -> Model {
    struct Listed(FacilityIndex);
    impl Known for Listed {
        fn nearest(&self, text: &str) -> Vec<(Facility, u16)> {
            let found = self.0.find(text, 3).into_iter();
            found.filter_map(|found| Some((facility(&found.found)?, found.score))).collect()
        }
    }
    let mut model = settled(lang);
    let form = read(&said(lang), model.today, &Listed(FacilityIndex::built_in())).draft();
    let found = form.draft.get(Column::Facility).parse().ok().and_then(|id| facility(&id));
    let read = MessageRead { form, facility: found };
    update(&mut model, Msg::Answer(Answer::MessageRead(Ok(Box::new(read)))));
    model
}

fn play(program: &mut Headless, keys: &str) {
    program.play(keys, PATIENCE).unwrap_or_else(|error| panic!("{keys}: {error}"));
}

/// The form, filled from a message that was pasted on Today.
fn pasted(folder: &std::path::Path, lang: Lang) -> Headless {
    let mut program = with_form(folder, lang);
    play(&mut program, "F5 Ctrl-K");
    expect(&mut program, lang.pick("ករណីពីសារ", "A case from a message"));
    // Nothing pasted: nothing is read.
    play(&mut program, "F12");
    expect(&mut program, lang.pick("សូមបិទភ្ជាប់សារ", "Paste the message here"));
    program.paste(&said(lang));
    play(&mut program, "F12");
    expect(&mut program, lang.pick("? ពីសារ", "? from the message"));
    program
}

fn still_to_confirm(program: &mut Headless, count: u64, lang: Lang) {
    expect(program, &crate::tui::words::still_to_confirm(lang, &crate::i18n::numbers::number(count, lang)));
}

#[test]
fn each_field_of_a_message_is_confirmed_before_the_case_is_logged() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = pasted(folder.path(), lang);
        still_to_confirm(&mut program, 7, lang);
        play(&mut program, "Tab");
        still_to_confirm(&mut program, 6, lang);
        // What was not looked at is named first, and nothing is logged.
        play(&mut program, "F12");
        expect(&mut program, lang.pick("មិនទាន់រក្សាទុកទេ។ អានពីសារ", "Not saved yet. From the message"));
        assert_eq!(session(folder.path()).view().count(&Listing::default()).unwrap(), 0);
        // Through all fields, over the story too.
        for _ in 0..20 {
            play(&mut program, "Tab");
        }
        expect(&mut program, lang.pick("✓ អាចរក្សាទុកបានហើយ", "✓ can be saved"));
        play(&mut program, "F12");
        expect(&mut program, lang.pick("បានរក្សាទុក៖ KC-", "Saved: KC-"));
        let session = session(folder.path());
        let view = session.view();
        let cases = view.list(&Listing::default()).unwrap();
        let record = &cases[0].case.record;
        assert_eq!(record.visited_on.to_string(), "2026-10-30");
        assert_eq!((record.facility.as_str(), record.waited_minutes), ("N00003", Some(340)));
        assert_eq!((record.paid.riel, record.issues.len()), (40_000, 2));
        assert_eq!(record.channel, Some(crate::domain::values::Channel::Message));
        assert!(record.consent.is_empty(), "a message is no consent");
        assert_eq!(view.narrative(&cases[0]).unwrap().as_deref(), Some(lang.pick(KHMER, ENGLISH)));
        assert_eq!(view.identity(&cases[0]).unwrap().phone.as_deref(), Some("012 345 678"));
        assert!(session.drafts().unwrap().is_empty(), "the draft became the case");
    }
}

#[test]
fn what_is_not_confirmed_is_taken_as_it_is_by_saving_twice_in_a_row_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = pasted(folder.path(), Lang::En);
    play(&mut program, "F12 Tab F12");
    expect(&mut program, "Not saved yet. From the message");
    assert_eq!(session(folder.path()).view().count(&Listing::default()).unwrap(), 0);
    play(&mut program, "F12");
    expect(&mut program, "Saved: KC-");
}

#[test]
fn a_draft_remembers_what_nobody_has_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = pasted(folder.path(), Lang::En);
    play(&mut program, "Tab Esc");
    drop(program);
    let kept = session(folder.path()).drafts().unwrap();
    assert!(kept[0].form.unconfirmed.contains(&Column::VisitedOn));
    assert!(!kept[0].form.unconfirmed.contains(&Column::Facility), "it was looked at");
    let mut program = with_form(folder.path(), Lang::En);
    play(&mut program, "F4");
    expect(&mut program, "? from the message");
    still_to_confirm(&mut program, 6, Lang::En);
}

#[test]
fn forms_are_written_from_the_palette_beside_the_documents_and_over_nothing() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = with_form(folder.path(), lang);
        play(&mut program, "F5");
        for (asked, name, again) in [
            (lang.pick("KoboToolbox", "phones"), "wardbook-form.xlsx", "wardbook-form-2.xlsx"),
            (lang.pick("ក្រដាស", "paper"), "wardbook-form.pdf", "wardbook-form-2.pdf"),
            (lang.pick("រង់ចាំ", "tally"), "wardbook-tally.pdf", "wardbook-tally-2.pdf"),
        ] {
            play(&mut program, &format!("F2 text:{asked} Enter"));
            expect(&mut program, lang.pick("បានសរសេរ", "Written:"));
            let written = std::fs::read(folder.path().join(name)).unwrap();
            play(&mut program, &format!("F2 text:{asked} Enter"));
            assert_eq!(std::fs::read(folder.path().join(name)).unwrap(), written);
            assert!(folder.path().join(again).exists(), "{again}");
        }
    }
}
