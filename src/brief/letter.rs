//! What goes with a brief: a letter, and an agenda for the meeting. Both are documents like the brief, made from
//! templates that a union may edit, and from the brief's own facts, so that no figure differs.

mod template;
mod words;

pub use template::{Fault, Field, Part, Problem, Template};

use std::borrow::Cow;

use super::compose::{self, Facts};
use super::document::{Block, Cell, Column, Document, Furniture, Table, Text, Weight};
use crate::domain::digits::to_ascii;
use crate::i18n::{Lang, Language, Named, dates};
use crate::insight::SMALL;
use template::{Kind, Line, Piece};

/// How many problems are named.
const PROBLEMS: usize = 3;

/// Above a line for a signature.
const ROOM_TO_SIGN: usize = 3;

/// The templates of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    letterhead: Template,
    signers: Template,
    letter: Template,
    agenda: Template,
}

/// What a template is filled with.
#[derive(Debug, Clone, PartialEq)]
pub struct Enclosed {
    lang: Lang,
    furniture: Furniture,
    /// The fields of a few words.
    few: Vec<(Field, String)>,
    /// How the cases were chosen, where not all were taken.
    chosen: Option<String>,
    problems: Vec<String>,
    asks: Vec<String>,
}

/// The template that is shipped.
pub const fn built_in(part: Part, language: Language) -> &'static str {
    match (part, language) {
        (Part::Letterhead, Language::Km) => include_str!("letter/templates/letterhead.km.txt"),
        (Part::Letterhead, Language::En) => include_str!("letter/templates/letterhead.en.txt"),
        (Part::Signers, Language::Km) => include_str!("letter/templates/signers.km.txt"),
        (Part::Signers, Language::En) => include_str!("letter/templates/signers.en.txt"),
        (Part::Letter, Language::Km) => include_str!("letter/templates/letter.km.txt"),
        (Part::Letter, Language::En) => include_str!("letter/templates/letter.en.txt"),
        (Part::Agenda, Language::Km) => include_str!("letter/templates/agenda.km.txt"),
        (Part::Agenda, Language::En) => include_str!("letter/templates/agenda.en.txt"),
    }
}

impl Templates {
    /// Reads the templates; `text` hands over that of each part. On failure all that is wrong.
    pub fn read(text: impl Fn(Part) -> String) -> Result<Self, Vec<(Part, Fault)>> {
        let read = |part| {
            let of_part = |faults: Vec<Fault>| faults.into_iter().map(move |fault| (part, fault)).collect();
            Template::read(part, &text(part)).map_err(of_part)
        };
        match Part::ALL.map(read) {
            [Ok(letterhead), Ok(signers), Ok(letter), Ok(agenda)] => {
                Ok(Self { letterhead, signers, letter, agenda })
            }
            parts => {
                let faults = parts.into_iter().filter_map(Result::err);
                Err(faults.flat_map(|faults: Vec<(Part, Fault)>| faults).collect())
            }
        }
    }

    /// The telephone number that a union wrote under its name: with who signs, else in the letterhead.
    pub fn telephone(&self) -> Option<String> {
        let texts = [&self.signers, &self.letterhead].into_iter().flat_map(|template| &template.lines);
        let pieces = texts.flat_map(|line| &line.pieces);
        pieces
            .filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None })
            .find_map(|text| telephone(text))
    }
}

/// The first telephone number in a text: eight to fifteen digits of either script, with spaces, dots, hyphens or brackets between
/// them, and perhaps a plus sign before.
fn telephone(text: &str) -> Option<String> {
    let plain = to_ascii(text);
    let belongs = |letter: char| letter.is_ascii_digit() || " .-()+".contains(letter);
    plain
        .split(|letter| !belongs(letter))
        .map(|run| run.trim_matches(|letter: char| " .-".contains(letter)))
        .find_map(|run| {
            let digits = run.chars().filter(char::is_ascii_digit).count();
            (8..=15).contains(&digits).then(|| run.to_owned())
        })
}

impl Enclosed {
    /// From the facts of a brief.
    pub fn of(facts: &Facts, officer: &str, lang: Lang) -> Self {
        let lang = lang.plain();
        let day = |day| dates::long_date(day, lang);
        let until = facts.period.until.unwrap_or(facts.made_on);
        let period = match facts.period.since {
            Some(since) => words::between(lang, &day(since), &day(until)),
            None => words::until(lang, &day(until)),
        };
        let is_of_one = facts.gathered.is_of_one_officer();
        let logged_by = if is_of_one { words::one_officer(lang) } else { words::officers(lang) };
        let few = facts.total.cases < SMALL;
        let cases = if few {
            words::fewer(lang, &compose::number(SMALL, lang))
        } else {
            compose::number(facts.total.cases, lang)
        };
        let told = facts.issues.iter().take(if few { 0 } else { PROBLEMS });
        let problems =
            told.map(|(code, row)| words::problem(lang, code.name(lang), &compose::number(row.cases, lang)));
        Self {
            lang,
            furniture: compose::furniture(facts, lang),
            few: vec![
                (Field::Party, facts.party.clone()),
                (Field::Date, day(facts.made_on)),
                (Field::Period, period),
                (Field::Cases, cases),
                (Field::Due, day(facts.due)),
                (Field::Acknowledge, day(facts.acknowledge)),
                (Field::Desk, facts.desk.clone()),
                (Field::Officer, officer.to_owned()),
                (Field::LoggedBy, logged_by.to_owned()),
            ],
            chosen: compose::chosen(facts, lang),
            problems: problems.collect(),
            asks: compose::asks(facts, lang),
        }
    }

    /// The letter.
    pub fn letter(&self, templates: &Templates) -> Document {
        self.document(templates, &templates.letter)
    }

    /// The agenda.
    pub fn agenda(&self, templates: &Templates) -> Document {
        self.document(templates, &templates.agenda)
    }

    fn document(&self, templates: &Templates, template: &Template) -> Document {
        let letterhead: Vec<String> = templates
            .letterhead
            .lines
            .iter()
            .map(|line| self.filled(line))
            .filter(|line| !line.trim().is_empty())
            .collect();
        let mut lines = template.lines.as_slice();
        let (title, subtitle) = match letterhead.split_first() {
            Some((title, rest)) => (title.clone(), rest.join(" · ")),
            // On paper that has its letterhead printed the first heading is the title.
            None => {
                let place = lines.iter().position(|line| line.kind == Kind::Heading);
                let title = place.and_then(|place| lines.get(place)).map(|line| self.filled(line));
                if place == lines.iter().position(|line| line.kind != Kind::Blank) {
                    lines = place.and_then(|place| lines.get(place + 1..)).unwrap_or(lines);
                }
                (title.unwrap_or_default(), String::new())
            }
        };
        let told = |text: &str| Text::told(text, self.lang);
        let mut document = Document::new(self.lang, told(&title), told(&subtitle), self.furniture.clone());
        self.write(&mut document, &self.with_choice(lines), templates);
        document
    }

    /// The lines, and after the first that counts cases how these were chosen, where a template that a union wrote before
    /// does not say it by itself: no figure stands in a letter as if it were of all cases.
    fn with_choice<'a>(&self, lines: &'a [Line]) -> Cow<'a, [Line]> {
        let holds = |line: &Line, is_it: fn(Field) -> bool| {
            line.pieces.iter().any(|piece| matches!(piece, Piece::Field(field) if is_it(*field)))
        };
        let says_it = lines.iter().any(|line| holds(line, |field| field == Field::Chosen));
        let counts = |line: &Line| holds(line, Field::counts_cases);
        // Behind a heading it would stand before anything is said.
        let below = lines.iter().position(|line| line.kind != Kind::Heading && counts(line));
        match below.or_else(|| lines.iter().position(counts)) {
            Some(place) if !says_it && self.chosen.is_some() => {
                let mut lines = lines.to_vec();
                let chosen = Line { kind: Kind::Plain, pieces: vec![Piece::Field(Field::Chosen)] };
                lines.insert(place + 1, chosen);
                Cow::Owned(lines)
            }
            _ => Cow::Borrowed(lines),
        }
    }

    fn write(&self, document: &mut Document, lines: &[Line], templates: &Templates) {
        let mut points: Vec<String> = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            if line.kind == Kind::Point {
                points.push(self.filled(line));
                continue;
            }
            if !points.is_empty() {
                document.list(points.iter().map(String::as_str));
                points.clear();
            }
            match (line.kind, block(line)) {
                (Kind::Blank | Kind::Point, _) => {}
                (Kind::Heading, _) => document.heading(&self.filled(line)),
                (Kind::Plain, Some(field)) => self.write_block(document, field, templates),
                (Kind::Plain, None) if self.introduces_nothing(lines.get(place + 1..)) => {}
                (Kind::Plain, None) => document.paragraph(&self.filled(line)),
            }
        }
        if !points.is_empty() {
            document.list(points.iter().map(String::as_str));
        }
    }

    /// Whether what follows a line is a list of problems where none may be told.
    fn introduces_nothing(&self, behind: Option<&[Line]>) -> bool {
        let next = behind.into_iter().flatten().find(|line| line.kind != Kind::Blank);
        self.problems.is_empty() && next.and_then(block) == Some(Field::Problems)
    }

    fn filled(&self, line: &Line) -> String {
        let filled = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Field(field) => {
                self.few.iter().find(|(of, _)| of == field).map_or_else(String::new, |(_, text)| text.clone())
            }
        };
        line.pieces.iter().map(filled).collect()
    }

    fn write_block(&self, document: &mut Document, field: Field, templates: &Templates) {
        match field {
            Field::Chosen => self.chosen.iter().for_each(|chosen| document.paragraph(chosen)),
            Field::Problems if self.problems.is_empty() => {}
            Field::Problems => document.list(self.problems.iter().map(String::as_str)),
            Field::Asks => document.list(self.asks.iter().map(String::as_str)),
            Field::Minutes => document.blocks.push(Block::Table(self.minutes())),
            Field::Signers => self.signatures(document, &templates.signers),
            _ => {}
        }
    }

    /// The requests with room for what is agreed.
    fn minutes(&self) -> Table {
        let lang = self.lang;
        let names = [words::request(lang), words::answer(lang), words::who(lang), words::by_when(lang)];
        let row = |ask: &String| {
            let mut row = vec![Cell::Text(Text::told(ask, lang))];
            row.resize(names.len(), Cell::Text(Text::default()));
            row
        };
        Table {
            caption: Text::told(words::minutes(lang), lang),
            columns: names.map(|name| Column { name: Text::told(name, lang), is_figure: false }).to_vec(),
            rows: self.asks.iter().map(row).collect(),
            notes: Vec::new(),
        }
    }

    /// For each who signs room, a line, the name and the office.
    fn signatures(&self, document: &mut Document, signers: &Template) {
        let lines = signers.lines.iter().filter(|line| line.kind != Kind::Blank);
        for line in lines {
            let signer = self.filled(line);
            let (name, office) = signer.split_once('|').unwrap_or((&signer, ""));
            for _ in 0..ROOM_TO_SIGN {
                document.paragraph("\u{A0}");
            }
            document.paragraph(&"…".repeat(18));
            let mut text = Text::default();
            text.append(name.trim(), self.lang, Weight::Strong);
            document.blocks.push(Block::Paragraph(text));
            if !office.trim().is_empty() {
                document.paragraph(office.trim());
            }
        }
    }
}

/// The field that a line consists of, if it is more than a few words.
fn block(line: &Line) -> Option<Field> {
    match line.pieces.as_slice() {
        [Piece::Field(field)] if field.is_block() => Some(*field),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
