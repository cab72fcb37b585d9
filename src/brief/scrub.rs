//! Strikes from a story what could give its teller away: the member's own name, phone and numbers wherever they stand and
//! however they are written, and whatever looks like a name, a number, a day, an age, a job, an employer or an address of
//! somebody. Where in doubt it strikes: a gap in a story does no harm.
//!
//! What it does not find: a name that nobody introduces, that is not the member's and not among the common ones; a
//! nickname; a name spelt as no romanisation would; an employer or a village in small letters that the book does not know;
//! days that are told from another (yesterday, three weeks ago), which say nothing to whom the day of telling is not said;
//! who is meant by what happened ("the one whose twins died").

mod ages;
mod days;
mod homes;
mod khmer;
mod kin;
mod known;
mod left;
mod letters;
mod lists;
mod numbers;
mod ordinary;
mod people;
mod sounds;
mod struck;
mod words;
mod work;

use std::ops::Range;

use khmer::Seen;
use letters::{Letters, Words};

use crate::domain::case::Identity;

pub use left::is_only_gaps;
pub use struck::Struck;

/// What stands in place of something struck.
pub const STRUCK: &str = "[…]";

/// Why a place in a story is suspected, the surest first. What each is called: [`Suspect::said`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suspect {
    /// The member's own name, in either script.
    OwnName,
    /// The member's own telephone, NSSF or employee number, or a part of it.
    OwnNumber,
    /// The member's own address.
    OwnAddress,
    /// An employer or a union local that the book knows.
    Organisation,
    /// An officer.
    Officer,
    /// A facility that the document does not name.
    Facility,
    /// What looks like somebody's name.
    Name,
    /// What looks like a telephone number or another long number.
    Number,
    /// A day.
    Day,
    /// An age or a year of birth.
    Age,
    /// A job.
    Job,
    /// A village, a street or a house.
    Address,
    /// An e-mail address, a handle or a link.
    Contact,
}

/// What is known of those whom a story may give away.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The member.
    pub identity: &'a Identity,
    /// Employers and union locals.
    pub organisations: &'a [&'a str],
    /// Officers.
    pub people: &'a [&'a str],
    /// Facilities that the document does not name.
    pub places: &'a [&'a str],
}

/// A story after striking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scrubbed {
    /// What is left.
    pub text: String,
    /// How many places were struck, by why.
    pub struck: Struck,
    /// Whether what is left tells nothing.
    pub is_only_gaps: bool,
}

/// Strikes all that is suspected. `also` are other words that point at the member: employer, local.
pub fn scrub(text: &str, identity: &Identity, also: &[&str]) -> Scrubbed {
    let found = suspicions(text, &Known { identity, organisations: also, people: &[], places: &[] });
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, _) in &found {
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(STRUCK);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    let gaps: Vec<Range<usize>> = found.iter().map(|(range, _)| range.clone()).collect();
    let struck = found.iter().map(|(_, why)| *why).collect();
    Scrubbed { text: out, struck, is_only_gaps: is_only_gaps(text, &gaps) }
}

/// The places (bytes) that are suspected, in order, none overlapping, each at borders of characters.
pub fn suspicions(text: &str, known: &Known<'_>) -> Vec<(Range<usize>, Suspect)> {
    let (words, seen, letters) = (Words::of(text), Seen::of(text), Letters::of(text));
    let mut found = Vec::new();
    known::find(text, &letters, known, &mut found);
    numbers::find(text, &words, &seen, &mut found);
    people::find(text, &words, &seen, &letters, &mut found);
    merged(text, found)
}

/// What was found so far.
type Found = Vec<(Range<usize>, Suspect)>;

/// Overlapping and touching ranges as one, for the surest reason; and those of one reason with a space between.
fn merged(text: &str, mut found: Found) -> Found {
    found.retain(|(range, _)| !range.is_empty());
    found.sort_by_key(|(range, why)| (range.start, range.end, *why));
    let mut out: Found = Vec::new();
    for (range, why) in found {
        match out.last_mut() {
            Some((last, because))
                if range.start <= last.end
                    || (why == *because && text.get(last.end..range.start) == Some(" ")) =>
            {
                last.end = last.end.max(range.end);
                *because = why.min(*because);
            }
            _ => out.push((range, why)),
        }
    }
    out
}

#[cfg(test)]
mod tests;
