//! What is asked: random queries over every field of the query language, and words typed letter by letter, with values
//! that occur in the cases.

use std::collections::BTreeSet;

use wardbook::domain::column::Column;
use wardbook::domain::draft::Draft;
use wardbook::domain::facility::Facility;
use wardbook::domain::filter::FIELDS;
use wardbook::reference;

use super::chance::Chance;
use super::data::Data;

/// Random queries of one to three terms; the first terms go through all fields in turn, free text in both scripts
/// among them.
pub fn random(data: &Data, count: usize) -> Vec<String> {
    let mut chance = Chance::new(1);
    let kinds: Vec<Kind> = FIELDS
        .iter()
        .map(|(field, _, _)| Kind::Field(field))
        .chain([Kind::Text(Script::Khmer), Kind::Text(Script::Latin)])
        .collect();
    let query = |index: usize| {
        let mut terms = vec![term(kinds[index % kinds.len()], data, &mut chance)];
        for _ in 0..chance.below(3) {
            let kind = *chance.pick(&kinds);
            let negated = if chance.percent(20) { "-" } else { "" };
            terms.push(format!("{negated}{}", term(kind, data, &mut chance)));
        }
        terms.join(" ")
    };
    (0..count).map(query).collect()
}

#[derive(Clone, Copy)]
enum Kind {
    Field(&'static str),
    Text(Script),
}

#[derive(Clone, Copy, PartialEq)]
enum Script {
    Khmer,
    Latin,
}

/// A term that some case of the sample answers.
fn term(kind: Kind, data: &Data, chance: &mut Chance) -> String {
    loop {
        let draft = chance.pick(&data.sample);
        let found = match kind {
            Kind::Field(field) => value(field, draft, chance).map(|value| match field {
                "waited" | "paid" => format!("{field}{}{value}", chance.pick(&[">", ">=", "<", "<=", "="])),
                _ => format!("{field}:{value}"),
            }),
            Kind::Text(script) => word(draft, script, chance).map(|word| format!("\"{word}\"")),
        };
        if let Some(term) = found {
            return term;
        }
    }
}

/// The value of a field as a case has it; `None` where it has none.
fn value(field: &str, draft: &Draft, chance: &mut Chance) -> Option<String> {
    let said = |column: Column| Some(draft.get(column).to_owned()).filter(|text| !text.is_empty());
    let part = |text: String, chance: &mut Chance| {
        let words: Vec<&str> = text.split_whitespace().collect();
        format!("\"{}\"", chance.pick(&words))
    };
    let facility = || -> Option<Facility> { reference::facility(&draft.get(Column::Facility).parse().ok()?) };
    match field {
        "province" => facility().map(|facility| facility.province.to_string()),
        "district" => facility()?.district.map(|district| district.to_string()),
        "commune" => facility()?.commune.map(|commune| commune.to_string()),
        "facility" => said(Column::Facility),
        "issue" => said(Column::Issues)?.split([':', ';']).next().map(str::to_owned),
        "severity" => said(Column::Issues)?.split([':', ';']).nth(1).map(str::to_owned),
        "payer" => said(Column::Payer),
        "stage" => said(Column::Stage),
        "status" => Some((*chance.pick(&["open", "new", "new,raised", "closed"])).to_owned()),
        "evidence" => said(Column::Evidence),
        "consent" => said(Column::Consent)?.split(';').next_back().map(str::to_owned),
        "waited" => Some((chance.below(40) * 15).to_string()),
        "paid" => Some((chance.below(40) * 5_000).to_string()),
        "since" | "until" => said(Column::VisitedOn),
        "recorded-since" | "recorded-until" => Some(said(Column::RecordedAt)?.chars().take(10).collect()),
        "desk" => Some("KC".to_owned()),
        "officer" => Some("bench".to_owned()),
        "assigned" => said(Column::AssignedTo).map(|name| part(name, chance)),
        "party" => Some((*chance.pick(&["nssf", "moh", "nssf,moh"])).to_owned()),
        "turn" => Some((*chance.pick(&["confirm", "union", "raise,tell", "done"])).to_owned()),
        "rising" | "urgent" => Some((*chance.pick(&["yes", "no"])).to_owned()),
        "member" => {
            let column = *chance.pick(&[Column::MemberName, Column::MemberPhone]);
            said(column).map(|text| part(text, chance))
        }
        "employer" => said(Column::Employer).map(|name| part(name, chance)),
        "local" => said(Column::Local).map(|name| format!("\"{name}\"")),
        field => panic!("no values for the field {field}"),
    }
}

/// A word of a case's story. Khmer is written without spaces: a run of up to ten code points that begins with a
/// consonant stands for a word.
fn word(draft: &Draft, script: Script, chance: &mut Chance) -> Option<String> {
    let story: Vec<char> = draft.get(Column::Narrative).chars().collect();
    let begins = |place: usize| match script {
        Script::Khmer => is_consonant(story[place]) && (place == 0 || story[place - 1] != COENG),
        Script::Latin => story[place].is_ascii_alphabetic() && (place == 0 || story[place - 1] == ' '),
    };
    let belongs = |c: &char| match script {
        Script::Khmer => ('\u{1780}'..='\u{17D3}').contains(c),
        Script::Latin => c.is_ascii_alphabetic(),
    };
    let begins: Vec<usize> = (0..story.len()).filter(|place| begins(*place)).collect();
    let place = *begins.get(chance.below(begins.len().max(1)))?;
    let most = if script == Script::Khmer { 5 + chance.below(6) } else { usize::MAX };
    let word: String = story[place..].iter().take_while(|c| belongs(c)).take(most).collect();
    (word.chars().count() >= 4).then_some(word)
}

const COENG: char = '\u{17D2}';

fn is_consonant(c: char) -> bool {
    ('\u{1780}'..='\u{17A2}').contains(&c)
}

/// What stands in the search field while 100 words of the stories and 20 made-up ones, half of them Khmer, are typed:
/// each prefix once, in random order.
pub fn prefixes(data: &Data) -> Vec<String> {
    let mut chance = Chance::new(2);
    let mut words = BTreeSet::new();
    for script in [Script::Khmer, Script::Latin] {
        let enough = words.len() + 50;
        // A small book may not have so many.
        for _ in 0..100_000 {
            if words.len() == enough {
                break;
            }
            let draft = chance.pick(&data.sample);
            words.extend(word(draft, script, &mut chance));
        }
        let letters: Vec<char> = match script {
            Script::Khmer => ('\u{1780}'..='\u{17A2}').collect(),
            Script::Latin => "bcdfghjklmnpqrstvwxz".chars().collect(),
        };
        words.extend((0..10).map(|_| (0..7).map(|_| *chance.pick(&letters)).collect::<String>()));
    }
    let prefixes = words.iter().flat_map(|word| {
        let characters: Vec<char> = word.chars().collect();
        (1..=characters.len()).map(move |length| characters[..length].iter().collect::<String>())
    });
    let mut prefixes: Vec<String> = prefixes.collect::<BTreeSet<_>>().into_iter().collect();
    chance.shuffle(&mut prefixes);
    prefixes
}
