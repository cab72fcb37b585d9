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
    /// What was found to be another facility, with what it is in truth: worked out when first asked for.
    merged: OnceLock<Merged>,
    /// All names by which a facility is searched, folded when first searched for: each key of a search asks again.
    folded: OnceLock<Vec<(i64, String)>>,
    /// Counts changes, so that what is derived from the table knows when it is stale.
    generation: u64,
    /// SQLite's count of what other connections wrote.
    data_version: Option<i64>,
}

/// Facilities that were found to be others. Nothing of it is kept in the book: it follows from the descriptions, so that
/// neither the order of merges nor a book in which one was merged the other way round makes a difference.
#[derive(Debug, Clone, Default)]
struct Merged {
    /// The facility that each of them is in truth.
    into: BTreeMap<FacilityId, FacilityId>,
    /// The facilities that others were found to be, called by the names and numbers of those as well.
    whole: BTreeMap<FacilityId, Arc<Facility>>,
}

impl Merged {
    fn of(known: &HashMap<i64, Known>) -> Self {
        let steps: BTreeMap<&FacilityId, &FacilityId> = known
            .values()
            .filter_map(|known| Some((&known.id, known.facility.as_ref()?.merged_into.as_ref()?)))
            .collect();
        let into: BTreeMap<FacilityId, FacilityId> = steps
            .keys()
            .map(|id| ((*id).clone(), end_of(id, &steps).clone()))
            .filter(|(id, end)| id != end)
            .collect();
        let described: BTreeMap<&FacilityId, &Arc<Facility>> =
            known.values().filter_map(|known| Some((&known.id, known.facility.as_ref()?))).collect();
        let mut whole: BTreeMap<FacilityId, Facility> = BTreeMap::new();
        for (id, end) in &into {
            let own = || {
                described.get(end).map(|known| known.as_ref().clone()).or_else(|| reference::facility(end))
            };
            if !whole.contains_key(end) {
                whole.extend(own().map(|facility| (end.clone(), facility)));
            }
            if let (Some(one), Some(other)) = (whole.get_mut(end), described.get(id)) {
                other.names().for_each(|name| one.also_called(name));
                one.codes.extend(other.codes.iter().cloned());
                one.codes.push(id.to_string());
                one.merged_into = None;
            }
        }
        Self { into, whole: whole.into_iter().map(|(id, facility)| (id, Arc::new(facility))).collect() }
    }
}

/// Where following the merges ends. Two books may have merged the same facilities in opposite directions: of a circle the
/// smallest identifier stays.
fn end_of<'a>(id: &'a FacilityId, steps: &BTreeMap<&'a FacilityId, &'a FacilityId>) -> &'a FacilityId {
    let mut way = vec![id];
    while let Some(next) = way.last().and_then(|last| steps.get(last).copied()) {
        if let Some(first) = way.iter().position(|known| *known == next) {
            return way.iter().skip(first).min().copied().unwrap_or(id);
        }
        way.push(next);
    }
    way.last().copied().unwrap_or(id)
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
            fresh.merged = std::mem::take(&mut self.merged);
        }
        *self = fresh;
        Ok(())
    }

    fn put(&mut self, number: i64, id: FacilityId, description: Option<&str>) {
        let described = description.and_then(|text| serde_json::from_str::<Facility>(text).ok());
        let added = described.is_some();
        let facility = described.or_else(|| reference::facility(&id)).map(Arc::new);
        self.folded.take();
        self.merged.take();
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

    fn merged(&self) -> &Merged {
        self.merged.get_or_init(|| Merged::of(&self.by_number))
    }

    /// The facility that an identifier means: its own, or the one that it was found to be.
    pub fn meant<'id>(&'id self, id: &'id FacilityId) -> &'id FacilityId {
        self.merged().into.get(id).unwrap_or(id)
    }

    /// The identifier of the facility behind a number: of the one that it was found to be.
    pub(super) fn id(&self, number: i64) -> Option<&FacilityId> {
        self.by_number.get(&number).map(|known| self.meant(&known.id))
    }

    /// The facility behind a number, where it is described: the one that it was found to be.
    pub(super) fn by_number(&self, number: i64) -> Option<&Arc<Facility>> {
        let known = self.by_number.get(&number)?;
        let merged = self.merged();
        if merged.into.is_empty() {
            return known.facility.as_ref();
        }
        let id = merged.into.get(&known.id).unwrap_or(&known.id);
        merged.whole.get(id).or(known.facility.as_ref())
    }

    /// The facility with that identifier, or the one that it was found to be: the book's own, else a built-in one.
    pub fn get(&self, id: &FacilityId) -> Option<Arc<Facility>> {
        let id = self.meant(id);
        self.merged().whole.get(id).cloned().or_else(|| self.described(id))
    }

    /// What is said of that very identifier, whatever it was found to be.
    pub fn described(&self, id: &FacilityId) -> Option<Arc<Facility>> {
        let own = self.by_id.get(id).and_then(|number| self.by_number.get(number));
        own.and_then(|known| known.facility.clone()).or_else(|| reference::facility(id).map(Arc::new))
    }

    /// The facilities that officers added or described anew, and those that others were found to be: these may have been
    /// used nowhere yet, and are called by the others' names all the same.
    pub fn added(&self) -> impl Iterator<Item = &Arc<Facility>> {
        let merged = self.merged();
        let own = self
            .by_id
            .iter()
            .filter(|(id, _)| !merged.into.contains_key(*id) && !merged.whole.contains_key(*id));
        let own = own.filter_map(|(_, number)| {
            let known = self.by_number.get(number)?;
            if known.added { known.facility.as_ref() } else { None }
        });
        own.chain(merged.whole.values())
    }

    /// All facilities by name: the listed hospitals, and those that officers added or described anew. The health
    /// centres and posts of communes are made when they are asked for.
    pub fn listed(&self) -> Vec<Arc<Facility>> {
        let own: BTreeMap<&FacilityId, &Arc<Facility>> =
            self.added().map(|facility| (&facility.id, facility)).collect();
        let built_in = reference::hospitals()
            .filter(|listed| !own.contains_key(&listed.id) && !self.merged().into.contains_key(&listed.id))
            .map(|listed| Arc::new(listed.clone()));
        let mut all: Vec<Arc<Facility>> = built_in.collect();
        all.extend(own.into_values().cloned());
        all
    }

    /// The facility that has a number in an official list.
    pub fn by_code(&self, code: &str) -> Option<Arc<Facility>> {
        let code = code.trim();
        self.added().find(|facility| facility.codes.iter().any(|known| known == code)).cloned()
    }

    /// Changes whenever the table does.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The numbers of the facilities that pass a test, as what they were found to be; an undescribed one is `None`.
    pub(super) fn numbers(&self, passes: impl Fn(&FacilityId, Option<&Facility>) -> bool) -> Vec<i64> {
        let mut numbers: Vec<i64> = self
            .by_number
            .iter()
            .filter(|(number, known)| {
                passes(self.meant(&known.id), self.by_number(**number).map(Arc::as_ref))
            })
            .map(|(&number, _)| number)
            .collect();
        numbers.sort_unstable();
        numbers
    }

    /// The numbers of the facilities one of whose names holds a folded needle.
    pub(super) fn named(&self, needle: &str) -> Vec<i64> {
        let folded = self.folded.get_or_init(|| {
            let described =
                self.by_number.keys().filter_map(|number| Some((*number, self.by_number(*number)?)));
            described
                .flat_map(|(number, facility)| facility.names().map(move |name| (number, fold(name))))
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
