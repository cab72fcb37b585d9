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
    let facilities = tellable_facilities(facts);
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
pub(super) fn tellable_facilities(facts: &Facts) -> Vec<FacilityRow> {
    let mut facilities: Vec<FacilityRow> =
        facts.facilities.iter().filter(|facility| facility.row.cases > 0).cloned().collect();
    facilities.sort_by(|one, other| {
        other.row.cases.cmp(&one.row.cases).then_with(|| one.row.name.cmp(&other.row.name))
    });
    // What is all of the cases is told in the text.
    if facilities.len() < 2 {
        return Vec::new();
    }
    let places = by_place(&facilities);
    let figures = |of: fn(&Row) -> u32| -> Vec<(u32, u32)> {
        facilities.iter().map(|facility| (facility.row.cases, of(&facility.row))).collect()
    };
    // What its place does not tell, no facility of it tells.
    let may = |of: fn(&Row) -> bool| -> Vec<bool> {
        let told = |facility: &FacilityRow| {
            facts.places.iter().any(|place| place.name == facility.place && of(place)) && of(&facility.row)
        };
        facilities.iter().map(told).collect()
    };
    let is_shown = withheld(may(|row| row.cases >= SMALL), &figures(|row| row.cases), &places);
    let both = |may: Vec<bool>| -> Vec<bool> {
        is_shown.iter().zip(may).map(|(is_shown, may)| *is_shown && may).collect()
    };
    let is_timed = withheld(
        both(may(|row| told::wait(row).is_some() && is_tellable(row.cases, row.timed))),
        &figures(|row| row.timed),
        &places,
    );
    let is_judged = withheld(
        both(may(|row| row.severe.is_some() && is_tellable(row.cases, told::severe_count(row)))),
        &figures(told::severe_count),
        &places,
    );
    let flags = is_shown.into_iter().zip(is_timed.into_iter().zip(is_judged));
    let shown = facilities.into_iter().zip(flags).filter(|(_, (is_shown, _))| *is_shown);
    let rows = shown.map(|(mut facility, (_, (is_timed, is_judged)))| {
        facility.row.median = facility.row.median.filter(|_| is_timed);
        facility.row.severe = facility.row.severe.filter(|_| is_judged);
        facility
    });
    rows.collect()
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

/// Whether figures that can be subtracted together hide each of them that is small: their sum may be told, so may that of
/// what they do not count, and the others can take so much of either that nobody knows that this one has two or more.
fn is_hidden(untold: &[(u32, u32)]) -> bool {
    let (all, count) = untold.iter().fold((0, 0), |sum, figure| (sum.0 + figure.0, sum.1 + figure.1));
    let rest = all - count.min(all);
    let is_small = |count: u32| (1..SMALL).contains(&count);
    is_tellable(all, count)
        && untold.iter().all(|(of, is)| {
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
