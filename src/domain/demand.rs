//! Demands: many cases with one demand, answered once, told to each.
//!
//! A demand is a subject of its own with a title; which cases belong to it stands in the entries of each case.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entry::{Kind, Stamp};
use super::fold::{Seen, live};
use super::handle::{Handle, HandleKind};
use super::number::DeskCode;

/// The body of `demand-made`. A later one renames it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandMade {
    /// What is demanded, in a line.
    pub title: String,
}

/// A demand as it stands in a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// The subject of its entries.
    pub id: Uuid,
    /// When it was entered, by the clock of the log.
    pub at: Stamp,
    /// The desk that entered it.
    pub desk: DeskCode,
    /// The officer of that desk.
    pub officer: String,
    /// What is demanded.
    pub title: String,
}

impl Demand {
    /// By what officers call it.
    pub fn handle(&self) -> Handle {
        Handle::new(HandleKind::Demand, &self.desk, self.id)
    }
}

/// Folds the entries of one subject, in whatever order they came. `None` where no demand stands.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<Demand> {
    let made: Vec<(&Seen, DemandMade)> = live(entries)
        .into_iter()
        .filter(|entry| entry.header.kind == Kind::DemandMade)
        .filter_map(|entry| Some((entry, serde_json::from_slice(entry.body.as_deref()?).ok()?)))
        .collect();
    let (first, _) = made.first()?;
    let (_, newest) = made.last()?;
    Some(Demand {
        id: subject,
        at: first.header.at,
        desk: first.header.desk.clone(),
        officer: first.header.officer.clone(),
        title: newest.title.clone(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::observation::tests::entry;

    #[test]
    fn the_newest_title_holds() {
        let made = |seq, title: &str| entry(seq, Kind::DemandMade, &json!({ "title": title }));
        let demand = fold(Uuid::nil(), &[made(2, "two counters"), made(1, "a counter")]).unwrap();
        assert_eq!((demand.title.as_str(), demand.at), ("two counters", Stamp(1)));
        let undone = entry(3, Kind::Undone, &json!({"batch": Uuid::from_u128(2)}));
        let back = fold(Uuid::nil(), &[made(1, "a counter"), made(2, "two counters"), undone]).unwrap();
        assert_eq!(back.title, "a counter");
        assert_eq!(fold(Uuid::nil(), &[]), None);
    }
}
