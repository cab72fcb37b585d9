//! The whole tables of which the text shows the first rows, and the facilities.

use std::collections::BTreeMap;

use super::tables::{self, Numbered};
use super::told::{self, is_tellable};
use super::words::annex as words;
use super::{FacilityRow, Facts, Row, groups};
use crate::brief::document::{Block, Cell, Column, Document, Table, Text};
use crate::i18n::Lang;
use crate::insight::SMALL;

/// The annex; nothing where the text holds everything.
pub(super) fn write(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let lang = document.lang;
    let problems = groups::named_problems(facts, lang);
    let facilities = shown_facilities(&facts.places, &facts.facilities);
    let (places_cut, problems_cut) = (tables::is_cut(&facts.places), tables::is_cut(&problems));
    if !places_cut && !problems_cut && facilities.is_empty() {
        return;
    }
    document.heading(words::annex(lang));
    if places_cut {
        let caption = words::table_of_all_places(lang, &numbered.table(lang));
        let table =
            tables::whole(&facts.places, facts.other_places, super::words::place(lang), &caption, lang);
        document.blocks.push(Block::Table(table));
    }
    if problems_cut {
        let caption = words::table_of_all_problems(lang, &numbered.table(lang));
        let mut table = tables::whole(&problems, None, super::words::issue(lang), &caption, lang);
        groups::note(&mut table, lang);
        document.blocks.push(Block::Table(table));
    }
    if !facilities.is_empty() {
        let caption = words::table_of_facilities(lang, &numbered.table(lang));
        document.blocks.push(Block::Table(table(&facilities, &caption, lang)));
    }
}

fn table(facilities: &[FacilityRow], caption: &str, lang: Lang) -> Table {
    let told = |text: &str| Text::told(text, lang);
    let column = |name: &str, is_figure| Column { name: told(name), is_figure };
    let row = |facility: &FacilityRow| {
        let row = &facility.row;
        let wait =
            told::wait(row).map_or(Cell::Untold, |minutes| Cell::Wait { minutes, of: Some(row.timed) });
        vec![
            Cell::Text(told(&row.name)),
            Cell::Text(told(&facility.place)),
            Cell::Count(row.cases),
            wait,
            row.severe.map_or(Cell::Untold, |(share, low, high)| Cell::Share { share, low, high }),
        ]
    };
    Table {
        caption: told(caption),
        columns: vec![
            column(words::facility(lang), false),
            column(super::words::place(lang), false),
            column(super::words::cases(lang), true),
            column(super::words::wait(lang), true),
            column(super::words::severe(lang), true),
        ],
        rows: facilities.iter().map(row).collect(),
        notes: vec![told(words::facilities_note(lang))],
    }
}

/// The facilities whose figures may be shown beside those of their places, most cases first.
///
/// A place's cases are those of its facilities, and the place may be shown here, in a brief for another party, or be the
/// whole. So of each place as many are shown, the largest first, as leave none or at least [`SMALL`] cases over, and of
/// these as many waits and shares as leave none or enough over of what they count, and of what they do not.
///
/// Who knows that rule learns from a facility that is named, wherever that is, that it is one of these: so a story names
/// no other.
pub fn shown_facilities(places: &[Row], facilities: &[FacilityRow]) -> Vec<FacilityRow> {
    let mut facilities: Vec<FacilityRow> =
        facilities.iter().filter(|facility| facility.row.cases > 0).cloned().collect();
    facilities.sort_by(|one, other| {
        other.row.cases.cmp(&one.row.cases).then_with(|| one.row.name.cmp(&other.row.name))
    });
    // What is all of the cases is told in the text.
    if facilities.len() < 2 {
        return Vec::new();
    }
    let found = Found { rows: places, places: by_place(&facilities), facilities: &facilities };
    let (is_shown, is_timed, is_judged) = found.shown();
    let flags = is_shown.into_iter().zip(is_timed.into_iter().zip(is_judged));
    let shown = facilities.iter().cloned().zip(flags).filter(|(_, (is_shown, _))| *is_shown);
    let rows = shown.map(|(mut facility, (_, (is_timed, is_judged)))| {
        facility.row.median = facility.row.median.filter(|_| is_timed);
        facility.row.severe = facility.row.severe.filter(|_| is_judged);
        (facility.row.open, facility.row.p90) = (None, None);
        facility
    });
    rows.collect()
}

/// Facilities, most cases first, with the rows of places that the document shows and all places that some document may.
struct Found<'a> {
    rows: &'a [Row],
    facilities: &'a [FacilityRow],
    /// By the positions of their facilities.
    places: Vec<Vec<usize>>,
}

impl Found<'_> {
    /// Which facilities are shown, of which with their waits, and of which with their shares.
    fn shown(&self) -> (Vec<bool>, Vec<bool>, Vec<bool>) {
        let mut is_shown = self.may(|row| row.cases >= SMALL);
        loop {
            is_shown = withheld(is_shown, &self.figures(|row| row.cases), &self.places);
            let both = |may: Vec<bool>| -> Vec<bool> {
                is_shown.iter().zip(may).map(|(is_shown, may)| *is_shown && may).collect()
            };
            let timed = self.figures(|row| row.timed);
            let is_timed = self.may(|row| told::wait(row).is_some() && is_tellable(row.cases, row.timed));
            let is_timed = withheld(both(is_timed), &timed, &self.places);
            let severe = self.figures(told::severe_count);
            let is_judged =
                self.may(|row| row.severe.is_some() && is_tellable(row.cases, told::severe_count(row)));
            let is_judged = withheld(both(is_judged), &severe, &self.places);
            // How many of a facility are open is told of none.
            let open = self.figures(|row| row.open.unwrap_or_default());
            let is_open = vec![false; open.len()];
            let columns = [
                (self.tells(|row| told::wait(row).is_some(), &timed), &timed, &is_timed),
                (self.tells(|row| row.severe.is_some(), &severe), &severe, &is_judged),
                (self.tells(|row| row.open.is_some(), &open), &open, &is_open),
            ];
            match given_away(&is_shown, &columns, &self.places) {
                Some(facility) => {
                    if let Some(is_shown) = is_shown.get_mut(facility) {
                        *is_shown = false;
                    }
                }
                None => return (is_shown, is_timed, is_judged),
            }
        }
    }

    /// A figure of each, with the cases that it is of.
    fn figures(&self, of: fn(&Row) -> u32) -> Vec<(u32, u32)> {
        self.facilities.iter().map(|facility| (facility.row.cases, of(&facility.row))).collect()
    }

    /// Which of them may tell something: what its place does not tell, no facility of it tells.
    fn may(&self, of: fn(&Row) -> bool) -> Vec<bool> {
        let told = |facility: &FacilityRow| {
            self.rows.iter().any(|place| place.name == facility.place && of(place)) && of(&facility.row)
        };
        self.facilities.iter().map(told).collect()
    }

    /// Which places tell a figure: those of this document as it does; of others, that stand in other documents, all that
    /// may be told.
    fn tells(&self, of: fn(&Row) -> bool, figures: &[(u32, u32)]) -> Vec<bool> {
        let may_be_told = |members: &[usize]| {
            let figures: Vec<_> = members.iter().filter_map(|it| figures.get(*it)).copied().collect();
            let (all, count) = sums(&figures);
            is_tellable(all, count)
        };
        let tells = |members: &Vec<usize>| self.row_of(members).map_or_else(|| may_be_told(members), of);
        self.places.iter().map(tells).collect()
    }

    /// The row of the place that these facilities are all of.
    fn row_of(&self, members: &[usize]) -> Option<&Row> {
        let name = &self.facilities.get(*members.first()?)?.place;
        let here = self.facilities.iter().enumerate().filter(|(_, facility)| facility.place == *name);
        let is_it = here.map(|(position, _)| position).eq(members.iter().copied());
        self.rows.iter().find(|place| is_it && place.name == *name)
    }
}

/// Which of these figures, each (of all, so many), may be told, so that what is left of each place may be told as well:
/// the smallest of a place are withheld until it may.
fn withheld(mut is_told: Vec<bool>, figures: &[(u32, u32)], places: &[Vec<usize>]) -> Vec<bool> {
    loop {
        let mut has_changed = false;
        for members in places {
            let untold = members.iter().filter(|place| is_told.get(**place) == Some(&false));
            let untold: Vec<(u32, u32)> = untold.filter_map(|place| figures.get(*place)).copied().collect();
            let smallest = members.iter().rev().find(|place| is_told.get(**place) == Some(&true));
            // Withholding one for the sake of its district may leave too little of its province.
            if !is_hidden(&untold)
                && let Some(told) = smallest.and_then(|place| is_told.get_mut(*place))
            {
                *told = false;
                has_changed = true;
            }
        }
        if !has_changed {
            return is_told;
        }
    }
}

/// Of a column, which places tell their figure, and of the facilities what it is and which tell it.
type Told<'a> = (Vec<bool>, &'a Vec<(u32, u32)>, &'a Vec<bool>);

/// The smallest facility that is shown of a place where a figure that a facility withholds could still be bounded: who
/// knows that 8 of the 20 cases of a place are its, and that 14 of the 20 are severe, knows that two of the 8 are.
fn given_away(is_shown: &[bool], columns: &[Told<'_>], places: &[Vec<usize>]) -> Option<usize> {
    places.iter().enumerate().find_map(|(place, members)| {
        let smallest = members.iter().rev().find(|place| is_shown.get(**place) == Some(&true))?;
        let is_safe = columns.iter().all(|(tells, figures, is_told)| {
            if tells.get(place) != Some(&true) {
                return true;
            }
            let untold = members.iter().filter(|place| is_told.get(**place) == Some(&false));
            let untold: Vec<(u32, u32)> = untold.filter_map(|place| figures.get(*place)).copied().collect();
            hides_each(&untold)
        });
        (!is_safe).then_some(*smallest)
    })
}

/// Whether figures that can be subtracted together hide each of them that is small: their sum may be told, so may that of
/// what they do not count, and the others can take so much of either that nobody knows that this one has two or more.
fn is_hidden(untold: &[(u32, u32)]) -> bool {
    let (all, count) = sums(untold);
    is_tellable(all, count) && hides_each(untold)
}

fn sums(figures: &[(u32, u32)]) -> (u32, u32) {
    figures.iter().fold((0, 0), |sum, figure| (sum.0 + figure.0, sum.1 + figure.1))
}

/// Whether of each of these figures that is small the others can take so much, or of what it does not count, that nobody
/// knows that it is two or more.
fn hides_each(untold: &[(u32, u32)]) -> bool {
    let (all, count) = sums(untold);
    let rest = all - count.min(all);
    let is_small = |count: u32| (1..SMALL).contains(&count);
    untold.iter().all(|(of, is)| {
        let without = all - of;
        // Of cases that are counted whole nobody knows how many a facility can take.
        let takes = |sum: u32| rest == 0 || sum <= without + 1;
        (!is_small(*is) || takes(count)) && (!is_small(of - is.min(of)) || takes(rest))
    })
}

/// The facilities of each place, of each kind of place, and of the whole, by their positions; the smallest places first,
/// so that what they withhold serves the larger ones.
fn by_place(facilities: &[FacilityRow]) -> Vec<Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, facility) in facilities.iter().enumerate() {
        let within = facility.within.iter().map(String::as_str);
        for place in within.chain([facility.place.as_str(), ""]) {
            let members = places.entry(place.to_owned()).or_default();
            if members.last() != Some(&position) {
                members.push(position);
            }
        }
    }
    let mut places: Vec<Vec<usize>> = places.into_values().collect();
    places.sort_by_key(Vec::len);
    places
}
