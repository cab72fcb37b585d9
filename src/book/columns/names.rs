//! The names of officers, employers, locals and sets of parties, with the small numbers that stand for them in columns.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use super::facts::MOST_NUMBERS;
use crate::domain::text::fold;

/// Names by number; 0 is no name.
#[derive(Debug)]
pub struct Names {
    known: Vec<Name>,
    numbers: HashMap<String, u64>,
}

#[derive(Debug, Default, Clone)]
struct Name {
    text: String,
    folded: String,
}

impl Default for Names {
    fn default() -> Self {
        Self { known: vec![Name::default()], numbers: HashMap::new() }
    }
}

impl Names {
    /// Reads the names that were added since the last time.
    pub fn refresh(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached("SELECT number, text FROM name WHERE number >= ?1")?;
        let mut rows = statement.query([self.known.len() as i64])?;
        while let Some(row) = rows.next()? {
            let (number, text): (i64, String) = (row.get(0)?, row.get(1)?);
            // A damaged number names nobody.
            let Some(place) = usize::try_from(number).ok().filter(|place| (*place as u64) < MOST_NUMBERS)
            else {
                continue;
            };
            if self.known.len() <= place {
                self.known.resize(place + 1, Name::default());
            }
            self.numbers.insert(text.clone(), number as u64);
            if let Some(name) = self.known.get_mut(place) {
                *name = Name { folded: fold(&text), text };
            }
        }
        Ok(())
    }

    /// The number of a name, read from the book where it is new.
    pub fn number(&mut self, connection: &Connection, text: Option<&str>) -> rusqlite::Result<u64> {
        let Some(text) = text else {
            return Ok(0);
        };
        if let Some(number) = self.numbers.get(text) {
            return Ok(*number);
        }
        self.refresh(connection)?;
        Ok(self.numbers.get(text).copied().unwrap_or(0))
    }

    /// Whether a number was given out; 0, which stands for no name, too.
    pub fn knows(&self, number: u64) -> bool {
        number < self.known.len() as u64
    }

    /// The name of a number.
    pub fn text(&self, number: u64) -> &str {
        self.name(number).map_or("", |name| &name.text)
    }

    /// Its normal form.
    pub fn folded(&self, number: u64) -> &str {
        self.name(number).map_or("", |name| &name.folded)
    }

    fn name(&self, number: u64) -> Option<&Name> {
        self.known.get(usize::try_from(number).ok()?)
    }

    /// For each number whether its normal form holds one of these needles; an empty needle asks for no name.
    pub fn holding(&self, needles: &[String]) -> Vec<bool> {
        let folded: Vec<String> = needles.iter().map(|needle| fold(needle)).collect();
        let holds = |number: usize, name: &Name| {
            let is_none = number == 0;
            folded.iter().any(|needle| {
                if needle.is_empty() { is_none } else { !is_none && name.folded.contains(needle.as_str()) }
            })
        };
        self.known.iter().enumerate().map(|(number, name)| holds(number, name)).collect()
    }
}

impl Names {
    /// For each number whether it stands for parties (their keys between bars) among which is one with such a key; a key that
    /// ends in a colon stands for all of its kind.
    pub fn with_key(&self, keys: &[String]) -> Vec<bool> {
        let needle = |key: &String| if key.ends_with(':') { format!("|{key}") } else { format!("|{key}|") };
        let needles: Vec<String> = keys.iter().map(needle).collect();
        let holds = |name: &Name| {
            name.text.starts_with('|') && needles.iter().any(|needle| name.text.contains(needle.as_str()))
        };
        self.known.iter().map(holds).collect()
    }
}

/// The number of a name, given out if it has none yet.
pub fn keep(connection: &Connection, text: &str) -> rusqlite::Result<u64> {
    let known: Option<i64> = connection
        .prepare_cached("SELECT number FROM name WHERE text = ?1")?
        .query_row([text], |row| row.get(0))
        .optional()?;
    let number = match known {
        Some(number) => number,
        None => connection.prepare_cached("INSERT INTO name (text) VALUES (?1)")?.insert([text])?,
    };
    Ok(number as u64)
}
