//! What must be found and what must stay, in tables of made-up sentences.

use super::super::letters::is_letter;
use super::*;

/// A sentence with what is marked in it.
struct Sentence {
    text: String,
    marked: Vec<(Range<usize>, String)>,
}

fn read(table: &str) -> Vec<Sentence> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut sentence = Sentence { text: String::new(), marked: Vec::new() };
            let mut pieces = line.split('[');
            sentence.text.push_str(pieces.next().unwrap());
            for piece in pieces {
                let (marked, rest) = piece.split_once(']').unwrap();
                let (kind, words) = marked.split_once(':').unwrap();
                let start = sentence.text.len();
                sentence.text.push_str(words);
                sentence.marked.push((start..sentence.text.len(), kind.to_owned()));
                sentence.text.push_str(rest);
            }
            sentence
        })
        .collect()
}

fn kind(why: Suspect) -> &'static str {
    match why {
        Suspect::OwnName | Suspect::Name | Suspect::Officer => "name",
        Suspect::OwnNumber | Suspect::Number => "number",
        Suspect::OwnAddress | Suspect::Address => "address",
        Suspect::Organisation => "organisation",
        Suspect::Facility => "facility",
        Suspect::Day => "day",
        Suspect::Age => "age",
        Suspect::Job => "job",
        Suspect::Contact => "contact",
    }
}

fn found_in(text: &str) -> Found {
    let nobody = Identity::default();
    suspicions(text, &Known { identity: &nobody, organisations: &[], people: &[], places: &[] })
}

/// Where the letters of a place stand.
fn letters_of<'a>(text: &'a str, range: &'a Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let letters = text.get(range.clone()).unwrap().char_indices();
    letters.filter(|(_, c)| is_letter(*c)).map(|(at, _)| range.start + at)
}

/// All that is marked is found, for the reason that stands there; how much else is struck with it, as a share of what is
/// struck.
fn must_find(name: &str, table: &str, least: usize, precise: f64) {
    let sentences = read(table);
    assert!(sentences.len() >= least, "{name}: {} sentences", sentences.len());
    let (mut marked, mut missed, mut struck, mut wanted) = (0, Vec::new(), 0, 0);
    for Sentence { text, marked: places } in &sentences {
        let found = found_in(text);
        let is_struck = |at: usize| found.iter().any(|(range, _)| range.contains(&at));
        for (range, what) in places {
            marked += 1;
            let is_found = letters_of(text, range).all(is_struck);
            let reason = found.iter().find(|(found, _)| found.end > range.start && found.start < range.end);
            let is_so_called = reason.is_some_and(|(_, why)| kind(*why) == what);
            if !(is_found && is_so_called) {
                missed.push(format!(
                    "{} ({what}, {:?}): {text}",
                    text.get(range.clone()).unwrap(),
                    reason.map(|it| it.1)
                ));
            }
        }
        let is_wanted = |at: &usize| places.iter().any(|(range, _)| range.contains(at));
        let letters: Vec<usize> = found.iter().flat_map(|(range, _)| letters_of(text, range)).collect();
        struck += letters.len();
        let meant = letters.iter().filter(|at| is_wanted(at)).count();
        wanted += meant;
        if meant < letters.len() {
            println!("{name}: more than marked: {}", left_of(text, &found));
        }
    }
    let share = f64::from(wanted as u32) / f64::from(struck as u32);
    println!(
        "{name}: {} of {marked} found, {:.1} % of what is struck is marked",
        marked - missed.len(),
        share * 100.0
    );
    assert!(missed.is_empty(), "{name}:\n{}", missed.join("\n"));
    assert!(share >= precise, "{name}: {share}");
}

fn left_of(text: &str, found: &Found) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for (range, why) in found {
        out.push_str(text.get(at..range.start).unwrap());
        out.extend(["[", kind(*why), ":", text.get(range.clone()).unwrap(), "]"]);
        at = range.end;
    }
    out + text.get(at..).unwrap()
}

/// Nothing is struck but what is marked; how many sentences stay as they are.
fn must_stay(name: &str, table: &str, least: usize, precise: f64) {
    let sentences = read(table);
    assert!(sentences.len() >= least, "{name}: {} sentences", sentences.len());
    let mut wrong = Vec::new();
    for Sentence { text, marked } in &sentences {
        let found = found_in(text);
        let is_allowed = |range: &Range<usize>| {
            marked.iter().any(|(marked, _)| marked.start <= range.start && range.end <= marked.end)
        };
        if !found.iter().all(|(range, _)| is_allowed(range)) {
            wrong.push(left_of(text, &found));
        }
    }
    let whole = sentences.len() - wrong.len();
    let share = f64::from(whole as u32) / f64::from(sentences.len() as u32);
    println!("{name}: {whole} of {} sentences stay", sentences.len());
    assert!(share >= precise, "{name}:\n{}", wrong.join("\n"));
}

#[test]
fn all_that_is_marked_in_english_is_found() {
    must_find("English", include_str!("english.txt"), 60, 0.95);
}

#[test]
fn all_that_is_marked_in_khmer_is_found() {
    must_find("Khmer", include_str!("khmer.txt"), 60, 0.9);
}

#[test]
fn what_is_usually_said_in_english_stays() {
    must_stay("English", include_str!("english-innocent.txt"), 40, 1.0);
}

#[test]
fn what_is_usually_said_in_khmer_stays() {
    must_stay("Khmer", include_str!("khmer-innocent.txt"), 40, 1.0);
}
