//! The facilities that cases of this book name, with the small numbers that stand for
//! them in its tables. A few thousand at most: kept in memory beside each connection.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use rusqlite::Connection;
use uuid::Uuid;

use super::columns::MOST_NUMBERS;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::place::PlaceCode;
use crate::domain::text::fold;
use crate::reference;

/// A facility as the book knows it.
#[derive(Debug, Clone, PartialEq)]
struct Known {
    id: FacilityId,
    /// `None` where an entry that describes it has not arrived yet.
    facility: Option<Arc<Facility>>,
    added: bool,
}

/// The facilities of a book by number and by identifier.
#[derive(Debug, Clone, Default)]
pub struct FacilityTable {
    by_number: HashMap<i64, Known>,
    by_id: BTreeMap<FacilityId, i64>,
    /// All names by which a facility is searched, folded when first searched for: each key of a search asks again.
    folded: OnceLock<Vec<(i64, String)>>,
    /// Counts changes, so that what is derived from the table knows when it is stale.
    generation: u64,
    /// SQLite's count of what other connections wrote.
    data_version: Option<i64>,
}

impl FacilityTable {
    pub(super) fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut table = Self::default();
        table.reload(connection)?;
        Ok(table)
    }

    /// Reads the table anew, if another connection wrote to the book.
    pub(super) fn refresh(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let version = connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        if self.data_version != Some(version) {
            self.reload(connection)?;
            self.data_version = Some(version);
        }
        Ok(())
    }

    /// Reads the table anew.
    pub(super) fn reload(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached("SELECT number, id, description FROM facility")?;
        let mut rows = statement.query([])?;
        let mut fresh = Self::default();
        while let Some(row) = rows.next()? {
            let Ok(id) = row.get_ref(1)?.as_str()?.parse::<FacilityId>() else {
                continue;
            };
            let number: i64 = row.get(0)?;
            // A damaged number stands for nothing.
            if u64::try_from(number).is_ok_and(|number| number < MOST_NUMBERS) {
                fresh.put(number, id, row.get::<_, Option<String>>(2)?.as_deref());
            }
        }
        let same = fresh.by_number == self.by_number;
        fresh.generation = self.generation + u64::from(!same);
        fresh.data_version = self.data_version;
        if same {
            fresh.folded = std::mem::take(&mut self.folded);
        }
        *self = fresh;
        Ok(())
    }

    fn put(&mut self, number: i64, id: FacilityId, description: Option<&str>) {
        let described = description.and_then(|text| serde_json::from_str::<Facility>(text).ok());
        let added = described.is_some();
        let facility = described.or_else(|| reference::facility(&id)).map(Arc::new);
        self.folded.take();
        self.by_id.insert(id.clone(), number);
        self.by_number.insert(number, Known { id, facility, added });
    }

    /// The number of a facility, given out if it has none yet.
    pub(super) fn number_for(&mut self, connection: &Connection, id: &FacilityId) -> rusqlite::Result<i64> {
        if let Some(&number) = self.by_id.get(id) {
            return Ok(number);
        }
        let (number, description): (i64, Option<String>) = connection
            .prepare_cached(
                "INSERT INTO facility (id) VALUES (?1) ON CONFLICT (id) DO UPDATE SET id = id
                 RETURNING number, description",
            )?
            .query_row([id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.put(number, id.clone(), description.as_deref());
        self.generation += 1;
        Ok(number)
    }

    /// Describes a facility, or takes its description away.
    pub(super) fn describe(
        &mut self,
        connection: &Connection,
        id: &FacilityId,
        description: Option<&str>,
    ) -> rusqlite::Result<()> {
        let number = self.number_for(connection, id)?;
        connection
            .prepare_cached("UPDATE facility SET description = ?2 WHERE number = ?1")?
            .execute((number, description))?;
        self.put(number, id.clone(), description);
        self.generation += 1;
        Ok(())
    }

    /// The identifier behind a number.
    pub(super) fn id(&self, number: i64) -> Option<&FacilityId> {
        self.by_number.get(&number).map(|known| &known.id)
    }

    /// The facility behind a number, where it is described.
    pub(super) fn by_number(&self, number: i64) -> Option<&Arc<Facility>> {
        self.by_number.get(&number)?.facility.as_ref()
    }

    /// The facility with that identifier: the book's own, else a built-in one.
    pub fn get(&self, id: &FacilityId) -> Option<Arc<Facility>> {
        let own = self.by_id.get(id).and_then(|number| self.by_number.get(number));
        own.and_then(|known| known.facility.clone()).or_else(|| reference::facility(id).map(Arc::new))
    }

    /// The facilities that officers added.
    pub fn added(&self) -> impl Iterator<Item = &Arc<Facility>> {
        self.by_id
            .values()
            .filter_map(|number| self.by_number.get(number))
            .filter(|known| known.added)
            .filter_map(|known| known.facility.as_ref())
    }

    /// Changes whenever the table does.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The numbers of the facilities that pass a test; an undescribed one is `None`.
    pub(super) fn numbers(&self, passes: impl Fn(&FacilityId, Option<&Facility>) -> bool) -> Vec<i64> {
        let mut numbers: Vec<i64> = self
            .by_number
            .iter()
            .filter(|(_, known)| passes(&known.id, known.facility.as_deref()))
            .map(|(&number, _)| number)
            .collect();
        numbers.sort_unstable();
        numbers
    }

    /// The numbers of the facilities one of whose names holds a folded needle.
    pub(super) fn named(&self, needle: &str) -> Vec<i64> {
        let folded = self.folded.get_or_init(|| {
            let described = self
                .by_number
                .iter()
                .filter_map(|(number, known)| known.facility.as_deref().map(|facility| (*number, facility)));
            described
                .flat_map(|(number, facility)| {
                    let names = [&facility.name_km, &facility.name_en].into_iter().chain(&facility.aliases);
                    names.map(move |name| (number, fold(name)))
                })
                .collect()
        });
        folded.iter().filter(|(_, name)| name.contains(needle)).map(|(number, _)| *number).collect()
    }

    /// For each number the place of its identifier among all, in the order of their texts.
    pub(super) fn ranks(&self) -> Vec<u64> {
        let mut ranks = vec![u64::MAX; self.by_id.values().max().map_or(0, |last| *last as usize + 1)];
        for (rank, number) in (0..).zip(self.by_id.values()) {
            if let Some(place) = usize::try_from(*number).ok().and_then(|number| ranks.get_mut(number)) {
                *place = rank;
            }
        }
        ranks
    }

    /// The numbers of the facilities within one of these places.
    pub(super) fn within(&self, places: &[PlaceCode]) -> Vec<i64> {
        self.numbers(|_, facility| {
            facility.is_some_and(|facility| {
                let own = facility.place();
                places.iter().any(|&place| own.is_within(place))
            })
        })
    }
}

/// The subject under which entries about a facility stand: the same in every book.
pub(super) fn subject_of(id: &FacilityId) -> Uuid {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(format!("wardbook facility {id}"));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, hashed)| *byte = hashed);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

impl super::Book {
    /// The subject under which entries about a facility stand.
    pub fn subject_of_facility(id: &FacilityId) -> Uuid {
        subject_of(id)
    }
}
