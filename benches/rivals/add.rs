//! One durable add: logging a case in an open book against a bare `INSERT` of the same values into one table of a
//! SQLCipher file on the same disk (a raw 256-bit key, WAL, `synchronous=FULL`, no index), one by one in turn.

use rusqlite::{Connection, params_from_iter};
use wardbook::app::demo;
use wardbook::domain::column::Column;
use wardbook::domain::values::Coded;

use super::data::Data;
use super::product::Product;
use super::report::Table;
use super::times::{Times, once};

const ADDS: usize = 300;

pub fn measure(data: &Data, product: &mut Product) -> Table {
    let bare = bare(data);
    let columns: Vec<Column> = Column::inputs().collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let mut insert = bare.prepare(&format!("INSERT INTO cases VALUES ({marks})")).unwrap();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for draft in demo::drafts(ADDS) {
        ours.push(once(|| product.add(&draft)));
        theirs.push(once(|| {
            insert.execute(params_from_iter(columns.iter().map(|column| draft.get(*column)))).unwrap()
        }));
    }
    let (ours, theirs) = (Times::new(ours), Times::new(theirs));
    let mut table = Table::new("One durable add, in an open book");
    table.time("logging a case: median", ours.median());
    table.time("logging a case: 95th percentile", ours.within(0.95));
    table.time("bare SQLCipher `INSERT` of the same values: median", theirs.median());
    table.time("bare SQLCipher `INSERT` of the same values: 95th percentile", theirs.within(0.95));
    table.ratio(
        "ratio of the medians",
        ours.median().as_secs_f64(),
        theirs.median().as_secs_f64(),
        Some(2.0),
    );
    table
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
