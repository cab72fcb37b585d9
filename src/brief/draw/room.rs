//! Where texts find room on a map: in their province, or beside the country with a line to it. No text lies on another,
//! no line crosses another or runs over a text.

use super::Point;
use super::land::{Land, distance};
use crate::domain::place::Province;

/// A box: left, top, right, bottom.
pub type Place = [f32; 4];

/// From a text to its province.
pub type Leader = (Point, Point);

/// From one place that is tried to the next.
const STEP: f32 = 4.0;
/// How far leaders stay away from each other.
const APART: f32 = 2.0;
/// How many places of a text are tried, and how many steps a search may take.
const TRIED: usize = 300;
const STEPS: u32 = 3_000;

/// The texts of a province that are to stand beside the country.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// How wide and high they are.
    pub size: (f32, f32),
    /// Where their line ends.
    pub to: Point,
}

/// What may be done where room is short.
#[derive(Debug, Clone, Copy, Default)]
pub struct Leave {
    /// How far below the frame texts may stand.
    pub below: f32,
    /// Whether lines may run over texts.
    pub over_texts: bool,
}

/// What is taken on a map, and how to look for what is free.
pub struct Room<'l> {
    land: &'l Land,
    taken: Vec<Place>,
    leaders: Vec<Leader>,
}

impl<'l> Room<'l> {
    /// All of it is free.
    pub fn new(land: &'l Land) -> Self {
        Self { land, taken: Vec::new(), leaders: Vec::new() }
    }

    /// Takes a place for a text.
    pub fn take(&mut self, place: Place) {
        self.taken.push(place);
    }

    /// Gives a place back.
    pub fn release(&mut self, place: Place) {
        self.taken.retain(|taken| taken.map(f32::to_bits) != place.map(f32::to_bits));
    }

    /// Takes a place for a text with its line.
    pub fn take_beside(&mut self, place: Place, to: Point) {
        self.take(place);
        self.leaders.push(leader(place, to));
    }

    fn is_free(&self, place: Place) -> bool {
        self.taken.iter().all(|other| are_apart(place, *other))
            && self.leaders.iter().all(|line| !runs_through(*line, place))
    }

    /// Where in its province a box so large lies best: nearest to the middle.
    pub fn inside(&self, province: Province, (wide, tall): (f32, f32), middle: Point) -> Option<Place> {
        let around = |(x, y): Point| [x - wide / 2.0, y - tall / 2.0, x + wide / 2.0, y + tall / 2.0];
        let mut spots: Vec<Point> = self.land.spots(province).collect();
        spots.sort_by(|one, other| distance(*one, middle).total_cmp(&distance(*other, middle)));
        let boxes = spots.into_iter().map(around);
        boxes.into_iter().find(|place| self.land.is_all(*place, Some(province)) && self.is_free(*place))
    }

    /// Where beside the country one text may stand, nearest to its province.
    pub fn beside(&self, wish: &Wish) -> Option<Place> {
        self.places(wish, Leave::default()).next()
    }

    /// Where beside the country several texts may stand, so that their lines do not cross; in their order.
    pub fn all_beside(&self, wishes: &[Wish], leave: Leave) -> Option<Vec<Place>> {
        let places = wishes.iter().map(|wish| self.places(wish, leave).take(TRIED).collect::<Vec<_>>());
        let places: Vec<Vec<Place>> = places.collect();
        // Those that have the fewest places choose first, and once one finds none it does before all others.
        let mut order: Vec<usize> = (0..wishes.len()).collect();
        order.sort_by_key(|number| places.get(*number).map_or(0, Vec::len));
        for _ in 0..=2 * wishes.len() {
            let ordered: Vec<(&Wish, &[Place])> = order
                .iter()
                .filter_map(|number| Some((wishes.get(*number)?, places.get(*number)?.as_slice())))
                .collect();
            let mut search = Search { wishes: &ordered, leave, steps: 0, deepest: 0 };
            let mut chosen = Vec::new();
            if search.is_found(&mut chosen) {
                let mut found: Vec<(usize, Place)> = order.into_iter().zip(chosen).collect();
                found.sort_by_key(|(number, _)| *number);
                return Some(found.into_iter().map(|(_, place)| place).collect());
            }
            order.get_mut(..=search.deepest)?.rotate_right(1);
        }
        None
    }

    /// The places that a text may take beside the country, those nearest to its province first.
    fn places(&self, wish: &Wish, leave: Leave) -> impl Iterator<Item = Place> {
        let ((wide, tall), to) = (wish.size, wish.to);
        let mut places = Vec::new();
        let mut y = 0.0;
        while y + tall <= self.land.height + leave.below {
            let mut x = 0.0;
            while x + wide <= self.land.width {
                places.push([x, y, x + wide, y + tall]);
                x += STEP;
            }
            y += STEP;
        }
        places.sort_by(|one, other| reach(*one, to).total_cmp(&reach(*other, to)));
        places.into_iter().filter(move |place| {
            let wider = wider(*place);
            self.land.is_all(wider, None) && self.is_free(wider) && self.is_clear(leader(*place, to), leave)
        })
    }

    /// Whether a line crosses no other, and runs over no text or may.
    fn is_clear(&self, line: Leader, leave: Leave) -> bool {
        let is_over = |place: &Place| runs_through(line, wider(*place));
        self.leaders.iter().all(|other| gap(line, *other) >= APART)
            && (leave.over_texts || !self.taken.iter().any(is_over))
    }
}

/// A search for places that get on with each other: one after the other, and back where one finds none.
struct Search<'s> {
    wishes: &'s [(&'s Wish, &'s [Place])],
    leave: Leave,
    steps: u32,
    /// How many had found one at most.
    deepest: usize,
}

impl Search<'_> {
    fn is_found(&mut self, chosen: &mut Vec<Place>) -> bool {
        let Some((wish, places)) = self.wishes.get(chosen.len()) else {
            return true;
        };
        self.deepest = self.deepest.max(chosen.len());
        for place in *places {
            self.steps += 1;
            if self.steps > STEPS {
                return false;
            }
            let fits = chosen.iter().zip(self.wishes).all(|(other, (beside, _))| {
                let (one, two) = (leader(*place, wish.to), leader(*other, beside.to));
                are_apart(wider(*place), *other)
                    && gap(one, two) >= APART
                    && (self.leave.over_texts
                        || !runs_through(one, wider(*other)) && !runs_through(two, wider(*place)))
            });
            if fits {
                chosen.push(*place);
                if self.is_found(chosen) {
                    return true;
                }
                chosen.pop();
            }
        }
        false
    }
}

/// With a little room around it.
fn wider([left, top, right, bottom]: Place) -> Place {
    [left - 2.0, top - 1.0, right + 2.0, bottom + 1.0]
}

fn are_apart(one: Place, other: Place) -> bool {
    one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1]
}

/// The line from a text to its province.
pub fn leader(place: Place, to: Point) -> Leader {
    (nearest(place, to), to)
}

/// The point of a box that is nearest to another point.
fn nearest([left, top, right, bottom]: Place, to: Point) -> Point {
    (to.0.clamp(left, right), to.1.clamp(top, bottom))
}

/// How far a box lies from a point.
pub fn reach(place: Place, to: Point) -> f32 {
    distance(nearest(place, to), to)
}

/// Whether a line runs through a box.
pub fn runs_through((from, to): Leader, [left, top, right, bottom]: Place) -> bool {
    let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in
        [(from.0, to.0 - from.0, left, right), (from.1, to.1 - from.1, top, bottom)]
    {
        if step.abs() < f32::EPSILON {
            if start < low || start > high {
                return false;
            }
        } else {
            let (one, other) = ((low - start) / step, (high - start) / step);
            enters = enters.max(one.min(other));
            leaves = leaves.min(one.max(other));
        }
    }
    enters <= leaves
}

/// How near two lines come to each other; nothing where they cross.
pub fn gap(one: Leader, other: Leader) -> f32 {
    if do_cross(one, other) {
        return 0.0;
    }
    let ends = [(one.0, other), (one.1, other), (other.0, one), (other.1, one)];
    ends.into_iter().map(|(point, line)| off(point, line)).fold(f32::MAX, f32::min)
}

fn do_cross(one: Leader, other: Leader) -> bool {
    let side = |(from, to): Leader, point: Point| {
        (to.0 - from.0) * (point.1 - from.1) - (to.1 - from.1) * (point.0 - from.0)
    };
    side(one, other.0) * side(one, other.1) < 0.0 && side(other, one.0) * side(other, one.1) < 0.0
}

/// How far a point lies off a line.
fn off(point: Point, (from, to): Leader) -> f32 {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let long = x * x + y * y;
    if long <= 0.0 {
        return distance(point, from);
    }
    let part = (((point.0 - from.0) * x + (point.1 - from.1) * y) / long).clamp(0.0, 1.0);
    distance(point, (from.0 + x * part, from.1 + y * part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_cross_or_touch_are_known() {
        let line = |x: f32, y: f32, to_x: f32, to_y: f32| ((x, y), (to_x, to_y));
        assert!(gap(line(0.0, 0.0, 4.0, 4.0), line(0.0, 4.0, 4.0, 0.0)) <= 0.0);
        assert!((gap(line(0.0, 0.0, 4.0, 0.0), line(0.0, 3.0, 4.0, 3.0)) - 3.0).abs() < 1e-5);
        assert!((gap(line(0.0, 0.0, 4.0, 0.0), line(6.0, -3.0, 6.0, 3.0)) - 2.0).abs() < 1e-5);
        assert!(gap(line(0.0, 0.0, 4.0, 0.0), line(2.0, 0.0, 2.0, 5.0)) <= 0.0);
        let place = [2.0, 2.0, 4.0, 3.0];
        assert!(runs_through(line(0.0, 0.0, 6.0, 5.0), place));
        assert!(runs_through(line(3.0, 2.5, 9.0, 9.0), place));
        assert!(!runs_through(line(0.0, 0.0, 1.9, 9.0), place));
        assert!(!runs_through(line(0.0, 4.0, 9.0, 4.0), place));
    }
}
