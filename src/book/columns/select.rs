//! Which rows a filter lets through: each term is a condition on columns, tried block by block.

use std::sync::Arc;

use super::condition::{Block, Compiler, Condition};
use super::facts::{Fact, FactBlock, days};
use super::narrow::{BLOCK, Mask, NO_ROW, rows as rows_of};
use super::newest::Newest;
use super::rows::{Rows, number};
use super::share::shared;
use super::{Columns, Need};
use crate::book::FacilityTable;
use crate::domain::filter::{Filter, Test};

/// What a filter lets through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selected {
    /// Of the cases.
    pub cases: Rows,
    /// Of the observations.
    pub observations: Rows,
}

/// The newest answers, the latest first.
#[derive(Default)]
pub struct Remembered(Vec<(Asked, Arc<Selected>)>);

/// What was asked: the filter, the rate, and which state of the facilities it was asked about.
type Asked = (Filter, u64, u64);

/// How many answers are remembered.
const REMEMBERED: usize = 4;

impl Remembered {
    /// The book has changed.
    pub fn forget(&mut self) {
        self.0.clear();
    }

    /// Where the answer to a question stands.
    fn place(&self, asked: &Asked) -> Option<usize> {
        self.0.iter().position(|(known, _)| known == asked)
    }

    /// The answer in a place, which becomes the latest.
    fn at(&mut self, place: usize) -> Option<Arc<Selected>> {
        self.0.get_mut(..=place)?.rotate_right(1);
        self.0.first().map(|(_, selected)| Arc::clone(selected))
    }
}

/// What columns a filter needs beside the facts.
pub fn need(filter: &Filter) -> Need {
    let asks = |wanted: fn(&Test) -> bool| filter.terms.iter().any(|term| wanted(&term.test));
    Need {
        texts: asks(|test| matches!(test, Test::Text(_))),
        members: asks(|test| matches!(test, Test::Member(_))),
    }
}

impl Columns {
    /// The rows that a filter lets through; dollars count at this rate in riel.
    pub fn select(
        &mut self,
        facilities: &FacilityTable,
        filter: &Filter,
        riel_per_dollar: u64,
    ) -> Arc<Selected> {
        let asked = (filter.clone(), riel_per_dollar, facilities.generation());
        if let Some(known) = self.selected.place(&asked).and_then(|place| self.selected.at(place)) {
            return known;
        }
        let terms = Compiler { names: &self.names, facilities, riel_per_dollar }.terms(filter);
        let selected = Arc::new(Selected {
            cases: self.passing(&terms, &self.cases.blocks, true),
            observations: self.passing(&terms, &self.observations.blocks, false),
        });
        self.selected.0.truncate(REMEMBERED - 1);
        self.selected.0.insert(0, (asked, selected.clone()));
        selected
    }

    /// The rows of the newest visits that a filter lets through, without looking for all: only where texts have to be
    /// scanned, and all are not known already.
    pub fn newest_selected(
        &self,
        facilities: &FacilityTable,
        (filter, riel_per_dollar): (&Filter, u64),
        most: usize,
    ) -> Option<Vec<i64>> {
        let asked = (filter.clone(), riel_per_dollar, facilities.generation());
        let terms = Compiler { names: &self.names, facilities, riel_per_dollar }.terms(filter);
        let is_known = self.selected.place(&asked).is_some();
        let (fast, slow) = terms.split_at(terms.partition_point(|(_, condition)| !condition.is_slow()));
        if is_known || slow.is_empty() {
            return None;
        }
        let mut visits = vec![0; BLOCK];
        let blocks = self.cases.blocks.iter().enumerate().map(|(index, facts)| {
            let among = passing(fast, &self.block(index, facts), *facts.alive());
            facts.column(Fact::Visited).copy_to(&mut visits);
            let newest = rows_of(&among).filter_map(|row| visits.get(row)).map(|day| days(*day)).max();
            (newest, index, among)
        });
        let mut blocks: Vec<_> =
            blocks.filter_map(|(newest, index, among)| Some((newest?, index, among))).collect();
        blocks.sort_unstable_by_key(|(newest, index, _)| std::cmp::Reverse((*newest, *index)));
        let mut found = Newest::new(most);
        // Twice as many each time, so that a long search starts its threads seldom; what a block behind these could add
        // is older than what is found.
        let (mut left, mut at_once) = (blocks.as_slice(), 16);
        while let Some((newest, _, _)) = left.first()
            && !found.is_complete_before(*newest)
        {
            let (blocks, behind) = left.split_at(at_once.min(left.len()));
            (left, at_once) = (behind, at_once * 2);
            let found_there = masks(blocks, 4, |_, (_, index, among)| {
                self.cases
                    .blocks
                    .get(*index)
                    .map_or(NO_ROW, |facts| passing(slow, &self.block(*index, facts), *among))
            });
            for ((_, index, _), mask) in blocks.iter().zip(found_there) {
                let column = self.cases.blocks.get(*index).map(|facts| facts.column(Fact::Visited));
                for row in rows_of(&mask) {
                    found.add(days(column.map_or(0, |column| column.get(row))), number(*index, row));
                }
            }
        }
        Some(found.in_order())
    }

    fn block<'a>(&'a self, index: usize, facts: &'a FactBlock) -> Block<'a> {
        Block { facts, texts: self.texts.blocks.get(index), members: self.members.blocks.get(index) }
    }

    fn passing(&self, terms: &[(bool, Condition)], blocks: &[FactBlock], are_cases: bool) -> Rows {
        let pass = |index: usize, facts: &FactBlock| {
            let block = if are_cases {
                self.block(index, facts)
            } else {
                Block { facts, texts: None, members: None }
            };
            passing(terms, &block, *facts.alive())
        };
        let scans = terms.iter().any(|(_, condition)| condition.is_slow());
        let (scanned, compared) = WORTH_A_THREAD;
        Rows::of(masks(blocks, if scans { scanned } else { compared }, pass))
    }
}

/// The rows among these that pass all terms.
fn passing(terms: &[(bool, Condition)], block: &Block<'_>, mut among: Mask) -> Mask {
    for (negated, condition) in terms {
        if among == NO_ROW {
            break;
        }
        let passing = condition.passing(block, &among);
        for (word, passing) in among.iter_mut().zip(passing) {
            *word &= if *negated { !passing } else { passing };
        }
    }
    among
}

/// So many blocks are worth a thread where texts are scanned, and where only numbers are compared.
const WORTH_A_THREAD: (usize, usize) = (32, 256);

/// Masks of all blocks, on as many cores as they are worth.
fn masks<T: Sync>(blocks: &[T], worth_a_thread: usize, pass: impl Fn(usize, &T) -> Mask + Sync) -> Vec<Mask> {
    let parts = shared(blocks, blocks.len() / worth_a_thread, Vec::new, |found, index, block| {
        found.push((index, pass(index, block)));
    });
    let mut masks = vec![NO_ROW; blocks.len()];
    for (index, found) in parts.into_iter().flatten() {
        if let Some(mask) = masks.get_mut(index) {
            *mask = found;
        }
    }
    masks
}
