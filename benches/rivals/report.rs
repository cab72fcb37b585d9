//! The tables: a row a figure, a column a size, and how much the last is of the first.

use std::time::Duration;

/// What belongs together, at one size.
pub struct Table {
    title: &'static str,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    /// Seconds, bytes or a ratio; `None` for what does not grow.
    value: Option<f64>,
    shown: String,
}

impl Table {
    pub fn new(title: &'static str) -> Self {
        Self { title, rows: Vec::new() }
    }

    pub fn time(&mut self, name: impl Into<String>, taken: Duration) {
        self.add(name.into(), Some(taken.as_secs_f64()), time(taken));
    }

    /// A time with the aim that it has.
    pub fn time_within(&mut self, name: &str, taken: Duration, aim: Duration) {
        let name = format!("{name} (at most {})", time(aim));
        self.add(name, Some(taken.as_secs_f64()), format!("{} {}", time(taken), mark(taken <= aim)));
    }

    pub fn bytes(&mut self, name: impl Into<String>, bytes: Option<u64>) {
        if let Some(bytes) = bytes {
            self.add(name.into(), Some(bytes as f64), megabytes(bytes));
        }
    }

    pub fn bytes_within(&mut self, name: &str, bytes: Option<u64>, aim: u64) {
        if let Some(bytes) = bytes {
            let name = format!("{name} (at most {})", megabytes(aim));
            self.add(name, Some(bytes as f64), format!("{} {}", megabytes(bytes), mark(bytes <= aim)));
        }
    }

    /// How many times as much the one is of the other, with the aim where there is one.
    pub fn ratio(&mut self, name: &str, one: f64, other: f64, aim: Option<f64>) {
        let ratio = one / other;
        let name = format!("**{name}**{}", aim.map_or(String::new(), |aim| format!(" (at most {aim})")));
        let mark = aim.map_or(String::new(), |aim| format!(" {}", mark(ratio <= aim)));
        self.add(name, None, format!("**{ratio:.2}**{mark}"));
    }

    pub fn text(&mut self, name: impl Into<String>, shown: impl Into<String>) {
        self.add(name.into(), None, shown.into());
    }

    fn add(&mut self, name: String, value: Option<f64>, shown: String) {
        self.rows.push(Row { name, value, shown });
    }

    fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }
}

/// All tables in Markdown, with one column a size.
pub fn tables(sizes: &[usize], measured: &[Vec<Table>]) -> String {
    let count = measured.first().map_or(0, Vec::len);
    let one = |place: usize| -> String {
        let columns: Vec<&Table> = measured.iter().map(|tables| &tables[place]).collect();
        table(sizes, &columns)
    };
    (0..count).map(one).collect()
}

/// One table in Markdown, with one column a size.
pub fn table(sizes: &[usize], columns: &[&Table]) -> String {
    let (Some(first), Some(smallest), Some(largest)) = (columns.first(), sizes.first(), sizes.last()) else {
        return String::new();
    };
    let head: Vec<String> = sizes.iter().map(|size| format!("{} cases", grouped(*size))).collect();
    let growth = *largest as f64 / *smallest as f64;
    let mut lines = vec![
        format!("\n### {}\n", first.title),
        format!("| | {} | last ÷ first (cases: {growth:.0}) |", head.join(" | ")),
        format!("|---|{}---:|", "---:|".repeat(sizes.len())),
    ];
    for row in &first.rows {
        let found: Vec<Option<&Row>> = columns.iter().map(|column| column.row(&row.name)).collect();
        let cells: Vec<&str> = found.iter().map(|row| row.map_or("–", |row| row.shown.as_str())).collect();
        let last = found.last().copied().flatten().and_then(|row| row.value);
        let grown = row.value.zip(last).map_or(String::new(), |(first, last)| format!("{:.1}", last / first));
        lines.push(format!("| {} | {} | {grown} |", row.name, cells.join(" | ")));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn mark(met: bool) -> char {
    if met { '✓' } else { '✗' }
}

pub fn time(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1e3;
    match milliseconds {
        over if over >= 10_000.0 => format!("{:.1} s", over / 1e3),
        over if over >= 100.0 => format!("{over:.0} ms"),
        over if over >= 10.0 => format!("{over:.1} ms"),
        under => format!("{under:.2} ms"),
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// 1000000 as 1,000,000.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|part| str::from_utf8(part).unwrap()).collect();
    parts.join(",")
}
