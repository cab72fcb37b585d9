//! Books made by chance, and what a document would tell of them.

use wardbook::brief::compose::{FacilityRow, Gathering, Row, shown_facilities, told_evidence};
use wardbook::brief::suppress::{Counted, Told, protect};
use wardbook::domain::issue::IssueCode;
use wardbook::domain::values::Coded;

/// A case of a made-up book.
#[derive(Clone)]
pub struct Case {
    pub place: usize,
    pub facility: usize,
    /// A bit for each problem, at least one.
    pub issues: usize,
    pub payer: usize,
    pub month: usize,
    pub evidence: usize,
    /// Whether it is open, timed, severe.
    pub is: [bool; 3],
}

pub const OPEN: usize = 0;
pub const TIMED: usize = 1;
pub const SEVERE: usize = 2;

/// How many there are of each, whether they occur or not.
pub const PLACES: usize = 4;
pub const ISSUES: usize = 3;
pub const SETS: usize = (1 << ISSUES) - 1;
pub const PAYERS: usize = 3;
pub const FACILITIES: usize = 3;
pub const GRADES: usize = 4;

/// SplitMix64.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % most as u64) as usize
    }

    /// Small numbers more often than large ones.
    pub fn skewed(&mut self, most: usize) -> usize {
        let one = self.below(most);
        self.below(one + 1)
    }
}

pub fn book(seed: u64) -> Vec<Case> {
    let mut chance = Chance(seed);
    let cases = 5 + chance.below(60);
    let often = [0; 3].map(|_| chance.below(11));
    let months = 1 + chance.below(8);
    let mut cases: Vec<Case> = (0..cases)
        .map(|_| {
            let issues =
                if chance.below(3) == 0 { 1 + chance.below(SETS) } else { 1 << chance.skewed(ISSUES) };
            Case {
                place: chance.skewed(PLACES),
                facility: chance.skewed(FACILITIES),
                issues,
                payer: chance.skewed(PAYERS),
                month: chance.below(months),
                evidence: 0,
                is: often.map(|often| chance.below(10) < often),
            }
        })
        .collect();
    for case in &mut cases {
        case.evidence = chance.skewed(GRADES);
    }
    cases
}

pub fn row<'a>(name: String, cases: impl Iterator<Item = &'a Case>) -> Row {
    let cases: Vec<&Case> = cases.collect();
    let count = |figure: usize| cases.iter().filter(|case| case.is[figure]).count() as u32;
    let wait = (count(TIMED) > 0).then_some(90.0);
    let share = f64::from(count(SEVERE)) / (cases.len() as f64).max(1.0);
    Row {
        name,
        cases: cases.len() as u32,
        open: Some(count(OPEN)),
        timed: count(TIMED),
        median: wait,
        p90: wait,
        severe: Some((share, 0.0, 1.0)),
    }
}

/// The facilities that the annex of that document names, and beside which no story names another.
pub fn named(book: &[Case], told: &Told) -> Vec<FacilityRow> {
    let mut facilities = Vec::new();
    for place in 0..PLACES {
        for facility in 0..FACILITIES {
            let here = book.iter().filter(|case| case.place == place && case.facility == facility);
            facilities.push(FacilityRow {
                id: format!("{place}/{facility}"),
                row: row(format!("{place}/{facility}"), here),
                place: place.to_string(),
                within: vec![place.to_string()],
            });
        }
    }
    shown_facilities(&told.places, &facilities)
}

/// The grades of evidence that the document tells by themselves, and those that it tells as one.
pub fn graded(book: &[Case]) -> [Vec<(usize, u32)>; 2] {
    let mut gathered = Gathering::default();
    for case in book {
        gathered.evidence[case.evidence] += 1;
    }
    let told = told_evidence(&gathered);
    [told.shown, told.merged].map(|grades| {
        grades.into_iter().map(|(grade, cases)| (usize::from(grade.position()), cases)).collect()
    })
}

pub fn told(book: &[Case]) -> Told {
    let of = |name: String, is: &dyn Fn(&&Case) -> bool| row(name, book.iter().filter(is));
    let months: Vec<(i32, u32, u32)> = (0..12)
        .map(|month| (2026, month as u32 + 1, book.iter().filter(|case| case.month == month).count() as u32))
        .filter(|month| month.2 > 0)
        .collect();
    protect(Counted {
        total: of(String::new(), &|_| true),
        places: (0..PLACES).map(|place| of(format!("{place}"), &|case| case.place == place)).collect(),
        issues: (0..ISSUES)
            .map(|issue| {
                let code = IssueCode::ALL[issue];
                (code, of(code.to_string(), &|case| case.issues >> issue & 1 == 1))
            })
            .collect(),
        months,
        card_and_cash: (
            of("card".into(), &|case| case.payer == 0),
            of("cash".into(), &|case| case.payer == 1),
        ),
    })
}
