//! A table read to its end, as an import reads it.

use std::path::Path;

use wardbook::domain::column::Column;
use wardbook::domain::draft::Typed;
use wardbook::domain::values::Coded;
use wardbook::intake::{Reading, Rows, Table};

/// Reads a file of that name with these bytes, as cases and as observations, and looks at each cell.
pub fn read(name: &str, bytes: &[u8]) {
    let path = std::env::temp_dir().join(format!("wardbook-fuzz-{}-{name}", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    for rows in [Rows::Cases, Rows::Observations] {
        table(&path, rows);
    }
    let _ = std::fs::remove_file(path);
}

fn table(path: &Path, rows: Rows) {
    let Ok(mut table) = Table::open(path, Reading { rows, ..Reading::default() }) else {
        return;
    };
    let _ = table.layout().to_mapping().to_toml();
    let mut read = 0_u64;
    while let Ok(Some(row)) = table.next_row() {
        read += 1;
        let length: usize = Column::ALL.iter().map(|column| row.text(*column).len()).sum();
        std::hint::black_box((length, row.digest));
    }
    std::hint::black_box(read);
}
