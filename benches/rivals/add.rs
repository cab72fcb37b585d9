//! One durable add: logging a case in an open book against a bare `INSERT` of the same values into one table of a
//! SQLCipher file on the same disk (a raw 256-bit key, WAL, `synchronous=FULL`, no index), one by one in turn.

use std::path::PathBuf;

use rusqlite::{Connection, params_from_iter};
use wardbook::app::demo;
use wardbook::domain::column::Column;
use wardbook::domain::values::Coded;

use super::data::Data;
use super::product::{self, Product};
use super::report::Table;
use super::times::{Times, once};

const ADDS: usize = 300;

pub fn measure(data: &Data, product: &mut Product) -> Table {
    let bare = bare(data);
    let columns: Vec<Column> = Column::inputs().collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let mut insert = bare.prepare(&format!("INSERT INTO cases VALUES ({marks})")).unwrap();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let logs = [product::book(data.folder()), data.folder().join("bare.db")].map(|path| {
        let mut path = path.into_os_string();
        path.push("-wal");
        Log { path: path.into(), pages: 0, adds: 0 }
    });
    let [mut our_log, mut their_log] = logs;
    for draft in demo::drafts(ADDS) {
        ours.push(our_log.watch(|| once(|| product.add(&draft))));
        theirs.push(their_log.watch(|| {
            once(|| {
                insert.execute(params_from_iter(columns.iter().map(|column| draft.get(*column)))).unwrap()
            })
        }));
    }
    let (ours, theirs) = (Times::new(ours), Times::new(theirs));
    let mut table = Table::new("One durable add, in an open book");
    table.time("logging a case: median", ours.median());
    table.time("logging a case: 95th percentile", ours.within(0.95));
    table.text("logging a case: pages written, mean", our_log.mean());
    table.time("bare SQLCipher `INSERT` of the same values: median", theirs.median());
    table.time("bare SQLCipher `INSERT` of the same values: 95th percentile", theirs.within(0.95));
    table.text("bare SQLCipher `INSERT` of the same values: pages written, mean", their_log.mean());
    table.ratio(
        "ratio of the medians",
        ours.median().as_secs_f64(),
        theirs.median().as_secs_f64(),
        Some(2.0),
    );
    table
}

/// A write-ahead log, whose growth tells how many pages were written. Once it was written back it grows no longer: what is
/// written over is not counted, and neither is what wrote it.
struct Log {
    path: PathBuf,
    pages: u64,
    adds: u64,
}

impl Log {
    /// A page in the log, with what stands before it.
    const FRAME: u64 = 4096 + 24;

    fn watch<T>(&mut self, add: impl FnOnce() -> T) -> T {
        let length = || std::fs::metadata(&self.path).map_or(0, |facts| facts.len());
        let before = length();
        let done = add();
        let pages = length().saturating_sub(before) / Self::FRAME;
        self.pages += pages;
        self.adds += u64::from(pages > 0);
        done
    }

    fn mean(&self) -> String {
        format!("{:.1}", self.pages as f64 / self.adds.max(1) as f64)
    }
}

/// A table with a column for each that a case may be made from.
fn bare(data: &Data) -> Connection {
    let bare = Connection::open(data.folder().join("bare.db")).unwrap();
    let key = "2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99";
    bare.pragma_update(None, "key", format!("x'{key}'")).unwrap();
    bare.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    bare.pragma_update(None, "synchronous", "FULL").unwrap();
    let columns: Vec<String> = Column::inputs().map(|column| format!("\"{}\" TEXT", column.code())).collect();
    bare.execute_batch(&format!("CREATE TABLE cases ({})", columns.join(", "))).unwrap();
    bare
}
