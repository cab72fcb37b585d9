//! A small linear program: the least and the greatest that a sum of variables can be, none of which is negative.

/// How far from nought a number must be to count.
const EPSILON: f64 = 1e-7;

/// Constraints on variables from 0 on.
#[derive(Default)]
pub struct Program {
    pub variables: usize,
    /// What all hold.
    pub rows: Vec<Constraint>,
}

/// Coefficients by variable, and their sum.
pub type Constraint = (Vec<(usize, f64)>, f64);

impl Program {
    /// The sum of some variables is a number.
    pub fn sum_is(&mut self, variables: impl IntoIterator<Item = usize>, number: u32) {
        let coefficients = variables.into_iter().map(|variable| (variable, 1.0)).collect();
        self.rows.push((coefficients, number.into()));
    }

    /// What a sum of variables is at least and at most. The constraints can all hold, since the truth fulfils them.
    pub fn range(&self, of: &[usize]) -> (f64, f64) {
        let mut table = Table::new(self);
        table.find_any();
        let mut high = table.clone();
        let most = high.maximise(of, 1.0);
        let least = table.maximise(of, -1.0);
        (least, most)
    }
}

#[derive(Clone)]
struct Table {
    /// Each row with its right side last.
    rows: Vec<Vec<f64>>,
    /// The variable that each row is solved for.
    basis: Vec<usize>,
    /// The variables; what is behind them is artificial.
    real: usize,
    columns: usize,
}

impl Table {
    fn new(program: &Program) -> Self {
        let real = program.variables;
        let columns = real + program.rows.len();
        let mut rows = Vec::new();
        for (place, (coefficients, number)) in program.rows.iter().enumerate() {
            let mut row = vec![0.0; columns + 1];
            for (variable, coefficient) in coefficients {
                row[*variable] += coefficient;
            }
            row[columns] = *number;
            row[real + place] = 1.0;
            rows.push(row);
        }
        let basis = (real..columns).collect();
        Self { rows, basis, real, columns }
    }

    /// Drives the artificial variables out.
    fn find_any(&mut self) {
        let artificial: Vec<usize> = (self.real..self.columns).collect();
        let least = -self.optimise(&artificial, -1.0, self.columns);
        assert!(least.abs() < 1e-5, "the truth does not fit what is printed: {least}");
        for place in 0..self.rows.len() {
            if self.basis[place] >= self.real
                && let Some(column) = (0..self.real).find(|column| self.rows[place][*column].abs() > EPSILON)
            {
                self.pivot(place, column);
            }
        }
    }

    fn maximise(&mut self, of: &[usize], sign: f64) -> f64 {
        sign * self.optimise(of, sign, self.real)
    }

    /// The greatest that `sign` times a sum can be, over the first `usable` columns, by Bland's rule.
    fn optimise(&mut self, of: &[usize], sign: f64, usable: usize) -> f64 {
        let mut cost = vec![0.0; self.columns + 1];
        for variable in of {
            cost[*variable] = sign;
        }
        for place in 0..self.rows.len() {
            let factor = cost[self.basis[place]];
            if factor != 0.0 {
                subtract(&mut cost, &self.rows[place], factor);
            }
        }
        loop {
            let Some(column) = (0..usable).find(|column| cost[*column] > EPSILON) else {
                return -cost[self.columns];
            };
            let ratio = |row: &Vec<f64>| row[self.columns] / row[column];
            let leaving = (0..self.rows.len()).filter(|place| self.rows[*place][column] > EPSILON).min_by(
                |one, other| {
                    let order = ratio(&self.rows[*one]).total_cmp(&ratio(&self.rows[*other]));
                    order.then(self.basis[*one].cmp(&self.basis[*other]))
                },
            );
            let Some(place) = leaving else {
                return f64::INFINITY;
            };
            self.pivot(place, column);
            let factor = cost[column];
            subtract(&mut cost, &self.rows[place], factor);
        }
    }

    fn pivot(&mut self, place: usize, column: usize) {
        let by = self.rows[place][column];
        self.rows[place].iter_mut().for_each(|cell| *cell /= by);
        let pivot = self.rows[place].clone();
        for (other, row) in self.rows.iter_mut().enumerate() {
            if other != place && row[column].abs() > 1e-12 {
                let factor = row[column];
                subtract(row, &pivot, factor);
            }
        }
        self.basis[place] = column;
    }
}

fn subtract(from: &mut [f64], row: &[f64], factor: f64) {
    for (cell, other) in from.iter_mut().zip(row) {
        *cell -= factor * other;
    }
}
