//! All that a document prints, as a linear program over all books that fit it.

use wardbook::brief::compose::Row;
use wardbook::brief::suppress::Told;
use wardbook::domain::issue::IssueCode;
use wardbook::domain::values::Coded;

use super::book::{Case, FACILITIES, GRADES, ISSUES, OPEN, PAYERS, PLACES, SETS, TIMED, graded, named};
use super::simplex::Program;

/// The figure of a row in a column, where it is told.
pub fn figure(row: &Row, column: usize) -> Option<u32> {
    match column {
        OPEN => row.open,
        TIMED => row.median.map(|_| row.timed),
        _ => row.severe.map(|(share, ..)| (share * f64::from(row.cases)).round() as u32),
    }
}

/// A cell: how many cases it holds, and its variables.
pub struct Cell {
    pub name: String,
    pub count: u32,
    pub variables: Vec<usize>,
}

/// All tables of place × problems × payer × one yes or no that fit what is printed, and the cells that a reader may ask
/// for. Every other column of a document is printed beside the same rows; `columns` says which.
pub struct Reading {
    pub program: Program,
    pub cells: Vec<Cell>,
}

/// One variable for each combination: the place, the set of problems, the payer, the yes or no of each column, and, where
/// these are looked at as well, the facility of the place and the grade of evidence.
pub struct Space {
    pub columns: Vec<usize>,
    pub facilities: usize,
    pub grades: usize,
}

/// A combination.
struct Point {
    place: usize,
    set: usize,
    payer: usize,
    flags: usize,
    facility: usize,
    grade: usize,
}

impl Space {
    fn size(&self) -> usize {
        (PLACES * SETS * PAYERS * self.facilities * self.grades) << self.columns.len()
    }

    fn all(&self, is: impl Fn(&Point) -> bool) -> Vec<usize> {
        let point = |variable: &usize| {
            let mut rest = *variable;
            let mut next = |of: usize| {
                let part = rest % of;
                rest /= of;
                part
            };
            let flags = next(1 << self.columns.len());
            let (place, set, payer) = (next(PLACES), next(SETS) + 1, next(PAYERS));
            is(&Point { place, set, payer, flags, facility: next(self.facilities), grade: next(self.grades) })
        };
        (0..self.size()).filter(point).collect()
    }
}

pub fn read(book: &[Case], told: &Told, space: &Space) -> Reading {
    let columns = &space.columns;
    let mut program = Program { variables: space.size(), ..Program::default() };
    let mut cells = Vec::new();
    program.sum_is(space.all(|_| true), told.total.cases);
    let is_shown = |place: usize| told.places.iter().any(|row| row.name == place.to_string());
    let has = |set: usize, code: IssueCode| set >> code.position() & 1 == 1;
    for row in &told.places {
        let place: usize = row.name.parse().unwrap();
        program.sum_is(space.all(|of| of.place == place), row.cases);
    }
    if told.other_places.is_none() && !told.places.is_empty() {
        program.sum_is(space.all(|of| !is_shown(of.place)), 0);
    }
    for (code, row) in &told.issues {
        program.sum_is(space.all(|of| has(of.set, *code)), row.cases);
    }
    for place in 0..PLACES {
        let count = book.iter().filter(|case| case.place == place).count() as u32;
        cells.push(Cell {
            name: format!("place {place}"),
            count,
            variables: space.all(|of| of.place == place),
        });
    }
    for code in IssueCode::ALL.iter().take(ISSUES) {
        let count = book.iter().filter(|case| has(case.issues, *code)).count() as u32;
        let variables = space.all(|of| has(of.set, *code));
        cells.push(Cell { name: format!("issue {code}"), count, variables });
        let variables = space.all(|of| !has(of.set, *code));
        cells.push(Cell {
            name: format!("all without issue {code}"),
            count: book.len() as u32 - count,
            variables,
        });
    }
    for (bit, column) in columns.iter().enumerate() {
        for is in [true, false] {
            read_column(book, told, space, (bit, *column, is), (&mut program, &mut cells));
        }
    }
    if space.facilities > 1 {
        read_facilities(book, told, space, (&mut program, &mut cells));
    }
    if space.grades > 1 {
        read_grades(book, space, (&mut program, &mut cells));
    }
    Reading { program, cells }
}

/// What the annex tells of facilities: their cases, and of these how many are timed and severe.
fn read_facilities(
    book: &[Case],
    told: &Told,
    space: &Space,
    (program, cells): (&mut Program, &mut Vec<Cell>),
) {
    for place in 0..PLACES {
        for facility in 0..FACILITIES {
            let name = format!("{place}/{facility}");
            let here = |of: &Point| of.place == place && of.facility == facility;
            let cases: Vec<&Case> =
                book.iter().filter(|case| case.place == place && case.facility == facility).collect();
            let shown = named(book, told).into_iter().find(|shown| shown.id == name);
            if let Some(shown) = &shown {
                program.sum_is(space.all(here), shown.row.cases);
            }
            cells.push(Cell {
                name: format!("facility {name}"),
                count: cases.len() as u32,
                variables: space.all(here),
            });
            for (bit, column) in space.columns.iter().enumerate() {
                for is in [true, false] {
                    let variables = space.all(|of| here(of) && (of.flags >> bit & 1 == 1) == is);
                    let figure = shown
                        .as_ref()
                        .and_then(|shown| Some((figure(&shown.row, *column)?, shown.row.cases)));
                    if let Some((count, of)) = figure {
                        program.sum_is(variables.clone(), if is { count } else { of - count });
                    }
                    cells.push(Cell {
                        name: format!("column {column} {is} facility {name}"),
                        count: cases.iter().filter(|case| case.is[*column] == is).count() as u32,
                        variables,
                    });
                }
            }
        }
    }
}

/// What is told of grades of evidence.
fn read_grades(book: &[Case], space: &Space, (program, cells): (&mut Program, &mut Vec<Cell>)) {
    let [alone, together] = graded(book);
    for (grade, count) in alone {
        program.sum_is(space.all(|of| of.grade == grade), count);
    }
    if !together.is_empty() {
        let is_one = |of: &Point| together.iter().any(|(grade, _)| *grade == of.grade);
        program.sum_is(space.all(is_one), together.iter().map(|(_, count)| count).sum());
    }
    for grade in 0..GRADES {
        let count = book.iter().filter(|case| case.evidence == grade).count() as u32;
        let variables = space.all(|of| of.grade == grade);
        cells.push(Cell { name: format!("grade {grade}"), count, variables });
    }
}

/// The figures of a column, and how many others there are: both can be read off.
fn read_column(
    book: &[Case],
    told: &Told,
    space: &Space,
    (bit, column, is): (usize, usize, bool),
    (program, cells): (&mut Program, &mut Vec<Cell>),
) {
    let flag = move |flags: usize| (flags >> bit & 1 == 1) == is;
    let shown = |row: &Row| figure(row, column).map(|count| if is { count } else { row.cases - count });
    let has = |set: usize, code: IssueCode| set >> code.position() & 1 == 1;
    let counted = |of: &dyn Fn(&Case) -> bool| {
        book.iter().filter(|case| case.is[column] == is && of(case)).count() as u32
    };
    let name = format!("column {column} {is}");
    if let Some(count) = shown(&told.total) {
        program.sum_is(space.all(|of| flag(of.flags)), count);
    }
    cells.push(Cell {
        name: name.clone(),
        count: counted(&|_| true),
        variables: space.all(|of| flag(of.flags)),
    });
    for row in &told.places {
        let place: usize = row.name.parse().unwrap();
        let variables = space.all(|of| of.place == place && flag(of.flags));
        if let Some(count) = shown(row) {
            program.sum_is(variables.clone(), count);
        }
        cells.push(Cell {
            name: format!("{name} place {place}"),
            count: counted(&|case| case.place == place),
            variables,
        });
    }
    let is_shown = |place: usize| told.places.iter().any(|row| row.name == place.to_string());
    cells.push(Cell {
        name: format!("{name} other places"),
        count: counted(&|case| !is_shown(case.place)),
        variables: space.all(|of| !is_shown(of.place) && flag(of.flags)),
    });
    for (code, row) in &told.issues {
        let variables = space.all(|of| has(of.set, *code) && flag(of.flags));
        if let Some(count) = shown(row) {
            program.sum_is(variables.clone(), count);
        }
        cells.push(Cell {
            name: format!("{name} issue {code}"),
            count: counted(&|case| has(case.issues, *code)),
            variables,
        });
    }
    if column == TIMED && is {
        for (payer, row) in [&told.card_and_cash.0, &told.card_and_cash.1].into_iter().enumerate() {
            let variables = space.all(|of| of.payer == payer && flag(of.flags));
            if let Some(count) = figure(row, TIMED) {
                program.sum_is(variables.clone(), count);
            }
            cells.push(Cell {
                name: format!("timed payer {payer}"),
                count: counted(&|case| case.payer == payer),
                variables,
            });
        }
        cells.push(Cell {
            name: "timed payer 2".into(),
            count: counted(&|case| case.payer == 2),
            variables: space.all(|of| of.payer == 2 && flag(of.flags)),
        });
    }
}
