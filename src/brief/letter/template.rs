//! Templates of letters as a union edits them: plain text with a few fields in braces.
//!
//! A template is read once and checked whole: what is wrong is told with its line and column and what would do. What is
//! filled in later is never read again, so that no name and no story can become a field or a heading. Knows no file.

use std::fmt;

/// A field that a template may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The party's name.
    Party,
    /// The day of the document.
    Date,
    /// The period of the visits, in a sentence.
    Period,
    /// How many cases are counted.
    Cases,
    /// The day by which an answer is asked for.
    Due,
    /// The day by which a word is asked for that the letter arrived.
    Acknowledge,
    /// The desk.
    Desk,
    /// The officer.
    Officer,
    /// Who logged the cases: one officer, or several.
    LoggedBy,
    /// How the cases were chosen, in the words of the brief; nothing where all were taken.
    Chosen,
    /// The most frequent problems, as points.
    Problems,
    /// What is asked for, as points.
    Asks,
    /// What is asked for, as a table to be filled in.
    Minutes,
    /// Who signs, with room for signatures.
    Signers,
}

impl Field {
    const ALL: [(&'static str, Self); 14] = [
        ("party", Self::Party),
        ("date", Self::Date),
        ("period", Self::Period),
        ("cases", Self::Cases),
        ("due", Self::Due),
        ("acknowledge", Self::Acknowledge),
        ("desk", Self::Desk),
        ("officer", Self::Officer),
        ("logged-by", Self::LoggedBy),
        ("chosen", Self::Chosen),
        ("problems", Self::Problems),
        ("asks", Self::Asks),
        ("minutes", Self::Minutes),
        ("signers", Self::Signers),
    ];

    /// What it is called in braces.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }

    /// Whether it is more than a few words, and so stands alone on its line.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Chosen | Self::Problems | Self::Asks | Self::Minutes | Self::Signers)
    }
}

/// One of the texts that a union may edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What stands at the head of letter and agenda.
    Letterhead,
    /// Who signs.
    Signers,
    /// The letter.
    Letter,
    /// The agenda.
    Agenda,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Letterhead, Self::Signers, Self::Letter, Self::Agenda];

    /// The name of its file, without language and ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Letterhead => "letterhead",
            Self::Signers => "signers",
            Self::Letter => "letter",
            Self::Agenda => "agenda",
        }
    }

    /// The fields that it may hold.
    pub fn fields(self) -> &'static [Field] {
        use Field::{
            Acknowledge, Asks, Cases, Chosen, Date, Desk, Due, LoggedBy, Minutes, Officer, Party, Period,
            Problems, Signers,
        };
        match self {
            Self::Letterhead | Self::Signers => &[Desk, Officer],
            Self::Letter => &[
                Party,
                Date,
                Period,
                Cases,
                Due,
                Acknowledge,
                Desk,
                Officer,
                LoggedBy,
                Chosen,
                Problems,
                Asks,
                Signers,
            ],
            Self::Agenda => &[
                Party,
                Date,
                Period,
                Cases,
                Due,
                Acknowledge,
                Desk,
                Officer,
                LoggedBy,
                Chosen,
                Problems,
                Asks,
                Minutes,
                Signers,
            ],
        }
    }

    /// The fields without which it is of no use: of each group at least one.
    fn needed(self) -> &'static [&'static [Field]] {
        match self {
            Self::Letterhead | Self::Signers => &[],
            Self::Letter => {
                &[&[Field::Party], &[Field::Date], &[Field::Due], &[Field::Asks], &[Field::Signers]]
            }
            Self::Agenda => &[&[Field::Party], &[Field::Minutes, Field::Asks]],
        }
    }
}

/// Text or a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Letters as they are.
    Text(String),
    /// What is filled in.
    Field(Field),
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading, `= `.
    Heading,
    /// A point, `- `.
    Point,
    /// Anything else.
    Plain,
    /// Nothing.
    Blank,
}

/// A line of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// A template that can be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its lines; notes are gone.
    pub lines: Vec<Line>,
}

/// What is wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The letter in that line, from 1.
    pub column: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Braces around what is no field here.
    UnknownField {
        /// What stands there.
        given: String,
        /// The field that is most like it.
        nearest: Option<Field>,
        /// What would do.
        known: &'static [Field],
    },
    /// `{` without its `}` on the same line.
    NotClosed,
    /// `}` without its `{`.
    NotOpened,
    /// A field that stands alone on its line beside other text.
    NotAlone(Field),
    /// None of these fields stands in the template, and one is needed.
    Missing(&'static [Field]),
    /// The template says nothing.
    Empty,
    /// The file is no UTF-8 text from here on.
    NoText,
}

impl Field {
    /// Whether it tells how many the cases are: then how they were chosen is to be told as well.
    pub(super) fn counts_cases(self) -> bool {
        matches!(self, Self::Cases | Self::Problems | Self::Asks | Self::Minutes)
    }
}

impl Template {
    /// Reads a template; on failure all that is wrong with it.
    pub fn read(part: Part, text: &str) -> Result<Self, Vec<Fault>> {
        let (mut lines, mut faults) = (Vec::new(), Vec::new());
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut last = 0;
        for (number, line) in (1..).zip(text.lines()) {
            last = number;
            if !line.trim_start().starts_with('#') {
                lines.push(read_line(part, line, number, &mut faults));
            }
        }
        let has = |field: &Field| lines.iter().any(|line| line.pieces.contains(&Piece::Field(*field)));
        let end = |problem| Fault { line: last.max(1), column: 1, problem };
        // A field that is misspelt is not told twice.
        if faults.is_empty() {
            let missing = part.needed().iter().filter(|group| !group.iter().any(has));
            faults.extend(missing.map(|group| end(Problem::Missing(group))));
        }
        // Paper may have its letterhead printed, and a letter may be signed by hand alone.
        if !part.needed().is_empty() && lines.iter().all(|line| line.kind == Kind::Blank) {
            faults = vec![end(Problem::Empty)];
        }
        if faults.is_empty() { Ok(Self { lines }) } else { Err(faults) }
    }
}

fn read_line(part: Part, line: &str, number: usize, faults: &mut Vec<Fault>) -> Line {
    let begin = line.chars().take_while(|letter| letter.is_whitespace()).count();
    let trimmed = line.trim();
    let (kind, mark) = match trimmed {
        "" => (Kind::Blank, 0),
        _ if trimmed.starts_with("= ") => (Kind::Heading, 2),
        _ if trimmed.starts_with("- ") => (Kind::Point, 2),
        _ => (Kind::Plain, 0),
    };
    let letters: Vec<char> = trimmed.chars().skip(mark).collect();
    let first = faults.len();
    let pieces = read_pieces(part, &letters, |at, problem| {
        faults.push(Fault { line: number, column: begin + mark + at + 1, problem });
    });
    if faults.len() == first
        && (pieces.len() > 1 || kind != Kind::Plain)
        && let Some((at, field)) = block_in(&pieces)
    {
        faults.push(Fault { line: number, column: begin + mark + at + 1, problem: Problem::NotAlone(field) });
    }
    Line { kind, pieces }
}

/// The first field among these that stands alone on its line, with the place of its brace.
fn block_in(pieces: &[Piece]) -> Option<(usize, Field)> {
    let mut at = 0;
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                at += text.chars().map(|letter| 1 + usize::from("{}".contains(letter))).sum::<usize>();
            }
            Piece::Field(field) if field.is_block() => return Some((at, *field)),
            Piece::Field(field) => at += field.name().chars().count() + 2,
        }
    }
    None
}

fn read_pieces(part: Part, letters: &[char], mut wrong: impl FnMut(usize, Problem)) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        match letter {
            '{' | '}' if next == Some(letter) => {
                text.push(letter);
                at += 2;
            }
            '}' => {
                wrong(at, Problem::NotOpened);
                at += 1;
            }
            '{' => {
                let rest = letters.get(at + 1..).unwrap_or_default();
                let length = rest.iter().take_while(|letter| !matches!(letter, '{' | '}')).count();
                let name: String = rest.iter().take(length).collect();
                if rest.get(length) != Some(&'}') {
                    wrong(at, Problem::NotClosed);
                    at += 1;
                    continue;
                }
                match known(part, &name) {
                    Ok(field) => {
                        if !text.is_empty() {
                            pieces.push(Piece::Text(std::mem::take(&mut text)));
                        }
                        pieces.push(Piece::Field(field));
                    }
                    Err(problem) => wrong(at, problem),
                }
                at += length + 2;
            }
            _ => {
                text.push(letter);
                at += 1;
            }
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

fn known(part: Part, name: &str) -> Result<Field, Problem> {
    let wanted = name.trim().to_lowercase();
    let fields = part.fields();
    if let Some(field) = fields.iter().find(|field| field.name() == wanted) {
        return Ok(*field);
    }
    let nearest = fields
        .iter()
        .map(|field| (strsim::damerau_levenshtein(field.name(), &wanted), *field))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    Err(Problem::UnknownField {
        given: name.trim().chars().take(40).collect(),
        nearest: nearest.map(|(_, field)| field),
        known: fields,
    })
}

impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{{{}}}", self.name())
    }
}
