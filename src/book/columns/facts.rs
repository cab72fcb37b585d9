//! What a case says in numbers, as columns of a block of rows.

use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};

use super::names::Names;
use super::narrow::{BLOCK, Mask, NO_ROW, Narrow, mark};
use crate::book::row::{COLUMNS, URGENT};
use crate::domain::issue::IssueCode;
use crate::domain::number::CaseNumber;
use crate::domain::values::{Coded, Evidence, Payer, Purpose, Stage, Status};

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The number of the facility.
    Facility,
    /// The day of the visit, by [`day`].
    Visited,
    /// Minutes of the known wait and one; 0 where it is not known.
    Waited,
    /// 1 where the wait rests on an estimated time.
    Estimated,
    /// The packed issues; none for an observation.
    Issues,
    /// Codes by their positions and one; 0 for none.
    Payer,
    Status,
    Evidence,
    Stage,
    /// A bit a purpose.
    Consent,
    Riel,
    Cents,
    /// Names by their numbers.
    Officer,
    Assigned,
    Employer,
    Local,
    /// Seconds since 1970, and the day on the desk's own clock, by [`day`].
    Recorded,
    RecordedOn,
    /// The packed case number.
    Number,
    /// The desk's letters, five bits each.
    Desk,
    /// The parties with which it was raised, as one name by its number; 0 for none.
    Parties,
    /// Whose turn it is and whether it comes first, as rows have it; 0 for an observation.
    Attention,
}

/// How many columns there are.
pub const FACTS: usize = 22;

/// What one case says.
pub type Facts = [u64; FACTS];

/// The day that columns count from, 1950-01-01, counted from 0001-01-01: so days of our time take two bytes.
const FIRST_DAY: i64 = 711_858;

/// A day, counted from 0001-01-01, as columns have it.
pub fn day(days: i64) -> u64 {
    days.wrapping_sub(FIRST_DAY) as u64
}

/// The day that [`day`] took.
pub fn days(day: u64) -> i64 {
    (day as i64).wrapping_add(FIRST_DAY)
}

/// Columns of [`BLOCK`] rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactBlock {
    alive: Mask,
    columns: [Narrow; FACTS],
}

impl FactBlock {
    /// Which rows are cases.
    pub fn alive(&self) -> &Mask {
        &self.alive
    }

    /// A column.
    pub fn column(&self, fact: Fact) -> &Narrow {
        &self.columns[fact as usize]
    }

    /// All columns, in the order of [`Fact`].
    #[cfg(test)]
    pub fn every(&self) -> &[Narrow] {
        &self.columns
    }

    /// Sets a row, or takes it away.
    pub fn set(&mut self, row: usize, facts: Option<&Facts>) {
        if let Some(word) = self.alive.get_mut(row / 64) {
            *word = *word & !(1 << (row % 64)) | u64::from(facts.is_some()) << (row % 64);
        }
        let facts = facts.unwrap_or(&[0; FACTS]);
        for (column, value) in self.columns.iter_mut().zip(facts) {
            column.set(row, *value);
        }
    }

    /// The block of these rows.
    pub fn of(rows: impl IntoIterator<Item = (usize, Facts)>) -> Self {
        let mut alive = NO_ROW;
        let mut columns = vec![vec![0_u64; BLOCK]; FACTS];
        for (row, facts) in rows {
            mark(&mut alive, row);
            for (column, value) in columns.iter_mut().zip(facts) {
                if let Some(place) = column.get_mut(row) {
                    *place = value;
                }
            }
        }
        let mut columns = columns.into_iter();
        Self { alive, columns: std::array::from_fn(|_| Narrow::of(&columns.next().unwrap_or_default())) }
    }

    /// The bytes in which a block is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.alive.iter().flat_map(|word| word.to_le_bytes()).collect();
        for column in &self.columns {
            column.write(&mut bytes);
        }
        bytes
    }

    /// Whether each column holds only what a case can say. What does not is damaged, and its rows are read instead.
    fn is_within_bounds(&self) -> bool {
        let days = |column: &Narrow| column.all(|value| i32::try_from(days(value)).is_ok());
        let are_days = [Fact::Visited, Fact::RecordedOn].into_iter().all(|fact| days(self.column(fact)));
        are_days && MOST.iter().all(|(fact, most)| self.column(*fact).all(|value| value <= *most))
    }

    /// Reads what [`FactBlock::to_bytes`] wrote; `None` where it was something else, or says what no case can say.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (alive, mut rest) = bytes.split_at_checked(BLOCK / 8)?;
        let mut block = Self::default();
        for (word, bytes) in block.alive.iter_mut().zip(alive.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        for column in &mut block.columns {
            *column = Narrow::read(&mut rest)?;
        }
        (rest.is_empty() && block.is_within_bounds()).then_some(block)
    }
}

/// Facilities and names have smaller numbers: so a damaged one takes no memory beyond measure.
pub const MOST_NUMBERS: u64 = 1 << 24;

/// The greatest number of each column; days have their own range, and moments any.
const MOST: [(Fact, u64); 19] = [
    (Fact::Facility, MOST_NUMBERS - 1),
    (Fact::Waited, u32::MAX as u64 + 1),
    (Fact::Estimated, 1),
    (Fact::Issues, (1 << (2 * IssueCode::ALL.len())) - 1),
    (Fact::Payer, Payer::ALL.len() as u64),
    (Fact::Status, Status::ALL.len() as u64),
    (Fact::Evidence, Evidence::ALL.len() as u64),
    (Fact::Stage, Stage::ALL.len() as u64),
    (Fact::Consent, (1 << Purpose::ALL.len()) - 1),
    (Fact::Riel, 1 << 53),
    (Fact::Cents, 1 << 53),
    (Fact::Officer, MOST_NUMBERS - 1),
    (Fact::Assigned, MOST_NUMBERS - 1),
    (Fact::Employer, MOST_NUMBERS - 1),
    (Fact::Local, MOST_NUMBERS - 1),
    (Fact::Number, (1 << 60) - 1),
    (Fact::Desk, (1 << 20) - 1),
    (Fact::Parties, MOST_NUMBERS - 1),
    (Fact::Attention, 2 * URGENT as u64 - 1),
];

/// The columns of `cases` that [`facts_of`] reads, in its order.
const READ: [&str; 23] = [
    "facility",
    "visited_on",
    "waited",
    "arrived",
    "seen",
    "issues",
    "payer",
    "status",
    "evidence",
    "stage",
    "consent",
    "paid_riel",
    "paid_cents",
    "officer",
    "assigned_to",
    "employer",
    "local",
    "recorded_at",
    "recorded_offset",
    "case_number",
    "desk",
    "parties",
    "attention",
];

/// `SELECT` of a row's number and of [`READ`], of cases.
static OF_CASES: LazyLock<String> =
    LazyLock::new(|| format!("SELECT number, {} FROM cases", READ.join(", ")));

/// The same of observations, which have no issues, no standing and no text.
static OF_OBSERVATIONS: LazyLock<String> = LazyLock::new(|| {
    let columns = READ.map(|column| match column {
        "issues" | "consent" | "paid_riel" | "paid_cents" | "attention" => "0",
        "status" | "evidence" | "assigned_to" | "employer" | "local" | "case_number" | "parties" => "NULL",
        column => column,
    });
    format!("SELECT number, {} FROM observation", columns.join(", "))
});

/// The cases of a stretch of rows, in order.
pub fn of_cases(
    connection: &Connection,
    names: &mut Names,
    stretch: (i64, i64),
    take: impl FnMut(i64, Facts),
) -> rusqlite::Result<()> {
    of(&OF_CASES, connection, names, stretch, take)
}

/// The observations of a stretch of rows, in order.
pub fn of_observations(
    connection: &Connection,
    names: &mut Names,
    stretch: (i64, i64),
    take: impl FnMut(i64, Facts),
) -> rusqlite::Result<()> {
    of(&OF_OBSERVATIONS, connection, names, stretch, take)
}

fn of(
    select: &str,
    connection: &Connection,
    names: &mut Names,
    (first, last): (i64, i64),
    mut take: impl FnMut(i64, Facts),
) -> rusqlite::Result<()> {
    let sql = format!("{select} WHERE number BETWEEN ?1 AND ?2 ORDER BY number");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([first, last])?;
    while let Some(row) = rows.next()? {
        let facts = facts_of(|index| row.get_ref(index + 1), |name| names.number(connection, name))?;
        take(row.get(0)?, facts);
    }
    Ok(())
}

/// What a case says that is about to be written, from its values in the order of [`COLUMNS`]: but for the numbers that
/// only a book gives, of the facility and of names.
pub fn of_values(values: &[Value]) -> Facts {
    static PLACES: LazyLock<[usize; READ.len()]> = LazyLock::new(|| {
        READ.map(|wanted| COLUMNS.iter().position(|column| *column == wanted).unwrap_or(usize::MAX))
    });
    let value = |index: usize| {
        let value = PLACES.get(index).and_then(|place| values.get(*place));
        Ok(value.map_or(ValueRef::Null, ValueRef::from))
    };
    // Values that were just made are of the kinds that they should be.
    facts_of(value, |_| Ok(0)).unwrap_or([0; FACTS])
}

fn facts_of<'a>(
    value: impl Fn(usize) -> rusqlite::Result<ValueRef<'a>>,
    mut name: impl FnMut(Option<&str>) -> rusqlite::Result<u64>,
) -> rusqlite::Result<Facts> {
    let integer = |index: usize| -> rusqlite::Result<Option<i64>> { Ok(value(index)?.as_i64_or_null()?) };
    let number = |index: usize| -> rusqlite::Result<u64> { Ok(integer(index)?.unwrap_or(0) as u64) };
    let and_one = |index: usize| -> rusqlite::Result<u64> {
        Ok(integer(index)?.map_or(0, |value| (value as u64).wrapping_add(1)))
    };
    let text = |index: usize| -> rusqlite::Result<Option<&'a str>> { Ok(value(index)?.as_str_or_null()?) };
    let [recorded_at, offset] = [17, 18].map(integer);
    let (recorded_at, offset) = (recorded_at?.unwrap_or(0), offset?.unwrap_or(0));
    let case_number = text(19)?.and_then(|text| text.parse::<CaseNumber>().ok());
    let mut facts = [0; FACTS];
    let mut put = |fact: Fact, value: u64| facts[fact as usize] = value;
    put(Fact::Facility, number(0)?);
    put(Fact::Visited, day(integer(1)?.unwrap_or(0)));
    put(Fact::Waited, and_one(2)?);
    put(Fact::Estimated, is_estimated(integer(3)?, integer(4)?));
    put(Fact::Issues, number(5)?);
    put(Fact::Payer, and_one(6)?);
    put(Fact::Status, and_one(7)?);
    put(Fact::Evidence, and_one(8)?);
    put(Fact::Stage, and_one(9)?);
    put(Fact::Consent, number(10)?);
    put(Fact::Riel, number(11)?);
    put(Fact::Cents, number(12)?);
    put(Fact::Officer, name(text(13)?)?);
    put(Fact::Assigned, name(text(14)?)?);
    put(Fact::Employer, name(text(15)?)?);
    put(Fact::Local, name(text(16)?)?);
    put(Fact::Recorded, recorded_at as u64);
    put(Fact::RecordedOn, recorded_on(recorded_at, offset));
    put(Fact::Number, case_number.map_or(0, |number| number.packed()));
    put(Fact::Desk, text(20)?.map_or(0, desk));
    put(Fact::Parties, name(text(21)?)?);
    put(Fact::Attention, number(22)?);
    Ok(facts)
}

/// Whether a wait rests on an estimated time: both are there and one of them, packed with its mark, is marked.
pub fn is_estimated(arrived: Option<i64>, seen: Option<i64>) -> u64 {
    arrived.zip(seen).map_or(0, |(arrived, seen)| (arrived | seen) as u64 & 1)
}

/// The day of a moment on the desk's own clock; `offset` in minutes.
pub fn recorded_on(seconds: i64, offset: i64) -> u64 {
    /// 1970-01-01, counted from 0001-01-01.
    const FIRST_OF_1970: i64 = 719_163;
    let local = seconds.saturating_add(offset.saturating_mul(60));
    day(local.div_euclid(86_400) + FIRST_OF_1970)
}

/// The letters of a desk, five bits each.
pub fn desk(code: &str) -> u64 {
    code.bytes().fold(0, |bits, letter| bits << 5 | u64::from(letter & 31))
}
