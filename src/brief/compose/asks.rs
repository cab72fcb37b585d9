//! What is asked for: of the problems found, what lies in a party's power.

mod facility;
mod fund;
mod health;
mod nation;

use super::told::{self, number, wait_text};
use super::{Facts, Row, words};
use crate::brief::document::Document;
use crate::domain::issue::IssueCode;
use crate::domain::party::Party;
use crate::i18n::{Lang, Named, dates, numbers};

/// How many things a brief asks for.
pub const ASKS: usize = 3;

/// A table of asks: for a problem, in Khmer and in English.
type Table = [(IssueCode, &'static str, &'static str)];

/// What every party can do, where fewer problems than [`ASKS`] may be told.
const ALWAYS: [(&str, &str); ASKS] = [
    ("សូមឆ្លើយតបសេចក្ដីសង្ខេបនេះជាលាយលក្ខណ៍អក្សរ ចំណុចនីមួយៗ។", "Answer this summary in writing, point by point."),
    (
        "សូមចាត់តាំងមនុស្សម្នាក់ដែលទទួលខុសត្រូវលើបណ្ដឹងរបស់អ្នកប្រើប័ណ្ណ ព្រមទាំងលេខទូរស័ព្ទ។",
        "Name one person who is responsible for complaints of card-holders, with a telephone number.",
    ),
    ("សូមជួបប្រជុំជាមួយយើង ហើយប្រាប់ថាបានធ្វើអ្វីខ្លះ។", "Meet us, and tell us what was done."),
];

/// The tables that hold for a party, the most fitting first.
fn tables(party: &Party) -> &'static [&'static Table] {
    match party {
        Party::Facility(_) => &[&facility::TABLE],
        Party::NssfBranch(_) | Party::Agent(_) => &[&fund::BRANCH],
        Party::Nssf | Party::Board => &[&fund::HEAD_OFFICE],
        Party::Employer(_) | Party::Other(_) => &[],
        Party::HealthDepartment(_) => &[&health::DEPARTMENT],
        Party::HealthMinistry => &[&health::MINISTRY, &health::DEPARTMENT],
        Party::LabourMinistry | Party::LabourDepartment(_) => &[&nation::LABOUR],
        Party::Regulator => &[&nation::REGULATOR],
    }
}

/// What a party is asked for because of a problem, if that lies in its power.
pub(super) fn ask(party: &Party, code: IssueCode, lang: Lang) -> Option<&'static str> {
    let found = tables(party).iter().find_map(|table| table.iter().find(|(of, ..)| *of == code));
    found.map(|(_, km, en)| numbers::written(km, en, lang))
}

/// The three things that are asked for: of the most frequent problems, with their figures, and then what every party
/// can do.
pub fn chosen(facts: &Facts, lang: Lang) -> Vec<String> {
    let of_problems = facts.issues.iter().filter_map(|(code, row)| {
        let ask = ask(&facts.to, *code, lang)?;
        Some(format!("{} {ask}", because(*code, row, lang)))
    });
    let always = ALWAYS.iter().map(|(km, en)| numbers::written(km, en, lang).to_owned());
    of_problems.chain(always).take(ASKS).collect()
}

/// `Long wait (435 cases, median wait 3 h 10, n = 300):`
fn because(code: IssueCode, row: &Row, lang: Lang) -> String {
    let (problem, cases) = (code.name(lang), number(row.cases, lang));
    match told::wait(row).filter(|_| code == IssueCode::Wait) {
        Some(minutes) => {
            let (median, timed) = (wait_text(minutes, lang), number(row.timed, lang));
            words::because_of_waits(lang, problem, &cases, &median, &timed)
        }
        None => words::because(lang, problem, &cases),
    }
}

/// What we ask, with a date.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    document.heading(words::asks(lang));
    let due = dates::long_date(facts.due, lang);
    document.paragraph(&words::asks_by(lang, &facts.party, &due));
    let asks = chosen(facts, lang);
    document.list(asks.iter().map(String::as_str));
    document.paragraph(words::asks_answer(lang));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::has_khmer;
    use crate::domain::values::Coded;

    fn parties() -> Vec<Party> {
        Party::FORMS.iter().map(|form| form.parse().unwrap()).collect()
    }

    #[test]
    fn every_ask_stands_in_both_languages_and_once() {
        for party in parties() {
            for table in tables(&party) {
                for (place, (code, km, en)) in table.iter().enumerate() {
                    assert!(
                        has_khmer(km) && !has_khmer(en) && km.ends_with('។') && en.ends_with('.'),
                        "{en}"
                    );
                    assert!(!table[..place].iter().any(|(other, ..)| other == code), "{party} {code} twice");
                    assert!(*code != IssueCode::Good, "praise asks for nothing");
                }
            }
        }
    }

    #[test]
    fn who_sees_patients_can_be_asked_about_every_problem() {
        for form in ["facility:H080801", "nssf", "nssf-branch:08", "phd:08", "moh"] {
            let party = form.parse().unwrap();
            for code in IssueCode::ALL.iter().filter(|code| **code != IssueCode::Good) {
                for lang in Lang::ALL {
                    assert!(ask(&party, *code, lang).is_some(), "{form} {code}");
                }
            }
        }
    }
}
