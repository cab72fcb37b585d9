//! Letters and agendas, and what is wrong in templates.

use super::template::{Fault, Field, Part, Problem, Template};
use super::*;
use crate::brief::compose::tests::rich;
use crate::brief::{markdown, pdf};

fn shipped(lang: Lang) -> Templates {
    Templates::read(|part| built_in(part, lang.language()).to_owned()).unwrap()
}

/// The shipped templates with another one for a part.
fn with(part: Part, text: &str, lang: Lang) -> Templates {
    Templates::read(|of| if of == part { text.to_owned() } else { built_in(of, lang.language()).to_owned() })
        .unwrap()
}

fn faults(part: Part, text: &str) -> Vec<(usize, usize, Problem)> {
    let told = |Fault { line, column, problem }| (line, column, problem);
    Template::read(part, text).err().unwrap_or_default().into_iter().map(told).collect()
}

#[test]
fn letter_and_agenda_stand_in_both_languages() {
    for lang in Lang::ALL {
        let enclosed = Enclosed::of(&rich("nssf-branch:08", lang), "Sok Dara", lang);
        let templates = shipped(lang);
        for (name, document) in
            [("letter", enclosed.letter(&templates)), ("agenda", enclosed.agenda(&templates))]
        {
            insta::assert_snapshot!(format!("{name}-{lang}"), markdown::render(&document));
            assert!(pdf::render(&document).unwrap().starts_with(b"%PDF"));
        }
    }
}

#[test]
fn a_union_s_letterhead_signers_and_words_are_taken() {
    let lang = Lang::En;
    let enclosed = Enclosed::of(&rich("moh", lang), "Sok Dara", lang);
    let text = |templates: &Templates| markdown::render(&enclosed.letter(templates));
    let headed = text(&with(Part::Letterhead, "# note\nUnion of Stitchers\nStreet 1\nTelephone 2\n", lang));
    assert!(headed.starts_with("# Union of Stitchers\n\nStreet 1 · Telephone 2\n"), "{headed}");
    let signed = text(&with(Part::Signers, "A B | President\n\nC D|Secretary", lang));
    assert!(signed.contains("A B\n\nPresident\n") && signed.contains("C D\n\nSecretary\n"), "{signed}");
    let printed = text(&with(Part::Letterhead, "# printed on the paper\n", lang));
    assert!(
        printed.starts_with("# What members told us about hospital service, and three requests\n"),
        "{printed}"
    );
    let own = "\u{FEFF}= Re {{{cases}}}\r\n\r\nTo {Party}, { date }, {due}\r\n- one\r\n- two {desk}\r\n\r\n{asks}\r\n{signers}";
    let own = text(&with(Part::Letter, own, lang));
    assert!(
        own.contains(
            "## Re \\{435\\}\n\nTo a party, 22 November 2026, 21 December 2026\n\n- one\n- two KC\n"
        ),
        "{own}"
    );
}

#[test]
fn a_letter_says_how_the_cases_were_chosen_in_the_words_of_the_brief() {
    for lang in Lang::ALL {
        let text = |facts: &Facts, templates: &Templates| {
            let enclosed = Enclosed::of(facts, "Sok Dara", lang);
            [enclosed.letter(templates), enclosed.agenda(templates)]
                .map(|document| markdown::render(&document))
        };
        let brief = |facts: &Facts| markdown::render(&compose::compose(facts, lang));
        let chosen = rich("nssf", lang);
        let hidden = Facts { query: String::new(), hides_query: true, ..chosen.clone() };
        let all = Facts { query: String::new(), ..chosen.clone() };
        // Those of a union that were written before there was such a field.
        let old = |part, text: &str| {
            let text = text.replace("{chosen}\n", "");
            assert!(!text.contains("{chosen}\n"));
            with(part, &text, lang)
        };
        let old_letter = old(Part::Letter, built_in(Part::Letter, lang.language()));
        let old_agenda = old(Part::Agenda, built_in(Part::Agenda, lang.language()));
        for facts in [&chosen, &hidden] {
            let said = compose::chosen(facts, lang).unwrap();
            assert!(brief(facts).contains(&said), "{said}");
            for letter in text(facts, &shipped(lang))
                .into_iter()
                .chain([text(facts, &old_letter)[0].clone(), text(facts, &old_agenda)[1].clone()])
            {
                assert_eq!(letter.matches(&said).count(), 1, "{letter}");
            }
        }
        assert_eq!(compose::chosen(&all, lang), None);
        let [letter, _] = text(&all, &shipped(lang));
        assert!(!letter.contains('{') && !letter.contains("\n\n\n"), "{letter}");
    }
}

#[test]
fn one_officer_is_not_several() {
    for lang in Lang::ALL {
        let mut facts = rich("nssf", lang);
        facts.gathered.officers = 1;
        let letter = markdown::render(&Enclosed::of(&facts, "Sok Dara", lang).letter(&shipped(lang)));
        assert!(letter.contains(words::one_officer(lang)), "{letter}");
        assert!(!letter.to_lowercase().contains("officers"), "{letter}");
    }
}

#[test]
fn nothing_that_is_filled_in_is_read_again() {
    let facts = Facts { party: "= {asks} {{ # - ".into(), ..rich("nssf", Lang::En) };
    let enclosed = Enclosed::of(&facts, "{signers}", Lang::En);
    let letter = markdown::render(&enclosed.letter(&shipped(Lang::En)));
    assert!(
        letter.contains("To: = \\{asks\\} \\{\\{ \\# - \n") && letter.contains("\n\\{signers\\}\n"),
        "{letter}"
    );
}

#[test]
fn of_few_cases_no_number_and_no_problem_is_told() {
    for lang in Lang::ALL {
        let mut facts = rich("nssf", lang);
        facts.total.cases = 4;
        let enclosed = Enclosed::of(&facts, "Sok Dara", lang);
        let letter = markdown::render(&enclosed.letter(&shipped(lang)));
        assert!(letter.contains(&words::fewer(lang, &compose::number(5, lang))), "{letter}");
        assert!(!letter.contains("most frequent") && !letter.contains("ញឹកញាប់ជាងគេ"), "{letter}");
    }
}

#[test]
fn what_is_wrong_in_a_template_is_told_with_its_place() {
    let of = |text: &str| faults(Part::Letter, text);
    let unknown = |given: &str, nearest| Problem::UnknownField {
        given: given.into(),
        nearest,
        known: Part::Letter.fields(),
    };
    let sound = "{party} {date} {due}\n{asks}\n{signers}\n";
    assert_eq!(of(sound), []);
    assert_eq!(of(&format!("{sound}# {{what}} {{\n")), [], "notes are not read");
    assert_eq!(of(&format!("{sound}{{partie}}")), [(4, 1, unknown("partie", Some(Field::Party)))]);
    assert_eq!(of(&format!("{sound}  សូម {{something}}")), [(4, 7, unknown("something", None))]);
    assert_eq!(
        of(&format!("{sound}a {{party\n}} b")),
        [(4, 3, Problem::NotClosed), (5, 1, Problem::NotOpened)]
    );
    assert_eq!(of(&format!("{sound}a {{{{ b }}}}")), []);
    assert_eq!(of("{party} {date} {due}\n{signers}\n"), [(2, 1, Problem::Missing(&[Field::Asks]))]);
    assert_eq!(of(&format!("{sound}= {{asks}}")), [(4, 3, Problem::NotAlone(Field::Asks))]);
    assert_eq!(
        of(&format!("{sound}- {{{{x {{party}} {{signers}}")),
        [(4, 15, Problem::NotAlone(Field::Signers))]
    );
    assert_eq!(of("# only\n\n"), [(2, 1, Problem::Empty)]);
    assert_eq!(faults(Part::Signers, "{party}").len(), 1, "of the two names alone");
    assert_eq!(faults(Part::Agenda, "{party}\n{asks}"), []);
    let minutes = Problem::Missing(&[Field::Minutes, Field::Asks]);
    assert_eq!(faults(Part::Agenda, "{party}"), [(1, 1, minutes)]);
}

proptest::proptest! {
    #[test]
    fn no_template_panics_and_every_fault_has_its_place(text in "([a-z{}#=\\- \n]|\\{asks\\}|\\{party\\}|[ក-អ]|\\PC){0,80}") {
        for part in Part::ALL {
            for Fault { line, column, .. } in Template::read(part, &text).err().unwrap_or_default() {
                proptest::prop_assert!(line >= 1 && line <= text.lines().count().max(1));
                let letters = text.lines().nth(line - 1).map_or(0, |line| line.chars().count());
                proptest::prop_assert!(column >= 1 && column <= letters.max(1), "{column} of {letters}");
            }
        }
    }
}

#[test]
fn the_union_s_telephone_is_read_from_where_it_wrote_its_name() {
    let lang = Lang::Km;
    assert_eq!(shipped(lang).telephone(), None);
    for (written, telephone) in [
        ("A B | ប្រធាន, ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨", Some("012 345 678")),
        ("A B | President (+855) 23-880-880.", Some("(+855) 23-880-880")),
        ("A B | since 2019, room 12", None),
        ("A B | Street 271, 12000", None),
    ] {
        assert_eq!(with(Part::Signers, written, lang).telephone().as_deref(), telephone, "{written}");
    }
    let both = with(Part::Letterhead, "Union of Stitchers\nTel. 023 880 880\n", lang);
    assert_eq!(both.telephone().as_deref(), Some("023 880 880"));
}
