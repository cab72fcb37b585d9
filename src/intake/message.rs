//! A message that somebody pasted (Telegram, SMS; Khmer or English), read for what a case may be drafted from.
//!
//! What is read is a proposal with the words it was read from, never a fact: an officer confirms each. So a reading that
//! the message contradicts is dropped rather than chosen (two sums, two days, two telephones), and what it does not say is
//! not filled in. The whole message becomes the story. Nothing here knows a book: facilities are looked up through
//! [`Known`].

mod days;
mod heads;
mod lengths;
mod money;
mod phones;
mod places;
mod plain;
mod times;
mod trouble;

use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::column::Column;
use crate::domain::draft::Unfinished;
use crate::domain::facility::Facility;
use crate::domain::values::{Channel, Coded};
use plain::Plain;

/// How sure a reading is. An officer confirms either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// The message says so.
    Said,
    /// It says something that usually means this.
    Likely,
}

/// One field as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The field. Of [`Column::Issues`] there may be several, each one issue.
    pub column: Column,
    /// Its text, as it is typed into the form.
    pub value: String,
    /// Which bytes of the message say it; always at borders of letters.
    pub from: Range<usize>,
    /// How sure it is.
    pub sure: Sure,
}

/// Facilities by fuzzy name in either script.
pub trait Known {
    /// The nearest ones, best first, each with its score; see [`crate::reference::Match`].
    fn nearest(&self, text: &str) -> Vec<(Facility, u16)>;
}

/// What was read of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    text: String,
    /// The fields, in the order of the columns.
    pub readings: Vec<Reading>,
}

/// The longest message that is looked through, in characters; what stands behind is kept and not read.
pub const LONGEST: usize = 10_000;

/// Whether there is a letter or a digit in a text.
pub fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Reads a message on a day. No visit lies after that day, nor after the one that stands over the message.
pub fn read(text: &str, today: NaiveDate, known: &dyn Known) -> Message {
    let looked_at: String = text.chars().take(LONGEST).collect();
    let mut plain = Plain::new(&looked_at);
    let anchors = heads::anchors(&mut plain, today);
    let mut readings = phones::read(&mut plain);
    readings.extend(days::read(&mut plain, &anchors));
    let (paid, asked) = money::read(&mut plain);
    readings.extend(paid);
    let wait = lengths::read(&mut plain);
    let times = times::read(&mut plain);
    let is_timed = [Column::Arrived, Column::Seen]
        .iter()
        .all(|column| times.iter().any(|reading| reading.column == *column));
    let waited = times::waited(&times).or(wait.clone().map(|(minutes, reading)| (minutes, reading.from)));
    readings.extend(times);
    // Where both times are there, the wait follows from them, and a round “five hours” would contradict it.
    readings.extend(wait.filter(|_| !is_timed).map(|(_, reading)| reading));
    readings.extend(places::read(&plain, known));
    readings.extend(trouble::read(&plain, waited.as_ref(), asked.as_ref()));
    readings.sort_by_key(|one| (one.column, one.from.start));
    Message { text: text.to_owned(), readings }
}

impl Message {
    /// The message as it was pasted.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of the message that a reading was read from.
    pub fn words_of(&self, reading: &Reading) -> &str {
        self.text.get(reading.from.clone()).unwrap_or_default()
    }

    /// The draft of a case: what was read, each to be confirmed, and the whole message as its story.
    pub fn draft(&self) -> Unfinished {
        let mut form = Unfinished::default();
        for reading in &self.readings {
            let before = form.draft.get(reading.column);
            let value = match (reading.column, before) {
                (Column::Issues, before) if !before.is_empty() => format!("{before};{}", reading.value),
                _ => reading.value.clone(),
            };
            form.draft.set(reading.column, value);
            form.unconfirmed.insert(reading.column);
        }
        form.draft.set(Column::Narrative, self.text.trim());
        form.draft.set(Column::Channel, Channel::Message.code());
        form
    }
}

/// The one value that readings of a column agree on; none where they do not.
fn agreed(readings: Vec<Reading>) -> Option<Reading> {
    let mut best: Option<Reading> = None;
    for reading in readings {
        match &best {
            Some(known) if known.value != reading.value => return None,
            Some(known) if known.sure <= reading.sure => {}
            _ => best = Some(reading),
        }
    }
    best
}

#[cfg(test)]
mod tests;
