//! DuckDB with the same cases in a table of its own, through Python and through its own program.
//!
//! Each reads the CSV into its own file, because their versions may differ. The table has every column of the CSV and,
//! beside them, ready to be grouped: the province, the wait in minutes as a small integer, whether a case is severe,
//! whether it complains (or only praises), and its status. Facilities are an ENUM, and both quantiles come from one
//! pass: of the variants that were tried, the fastest.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::data::Data;
use super::machine::Rivals;
use super::{process, times};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/rivals/run_duckdb.py");

/// DuckDB's files with the cases.
pub struct DuckDb {
    /// In Python: its file, and how long it took to load.
    python: Option<(PathBuf, Duration)>,
    /// DuckDB's own program: its path, its file, and how long it took to load.
    program: Option<(PathBuf, PathBuf, Duration)>,
}

/// The script's interpreter with the script.
pub fn python() -> Command {
    let mut command = Command::new("python3");
    command.arg(SCRIPT);
    command
}

/// The query that counts as `wardbook hotspots` does.
fn query(by: &str) -> String {
    include_str!("hotspots.sql").replace("{by}", by)
}

impl DuckDb {
    /// Reads the cases into files of their own.
    pub fn load(data: &Data, rivals: &Rivals) -> Self {
        let path = |path: PathBuf| path.to_str().unwrap().to_owned();
        let sql = include_str!("load.sql")
            .replace("{cases}", &path(data.csv()))
            .replace("{places}", &path(data.places()));
        let python = rivals.duckdb_python.as_ref().map(|_| {
            let file = data.folder().join("python.duckdb");
            let loading = times::once(|| process::output(python().arg("load").arg(&file).arg(&sql)));
            (file, loading)
        });
        let program = rivals.duckdb_program.as_ref().map(|(program, _)| {
            let file = data.folder().join("program.duckdb");
            let loading =
                times::once(|| process::output(Command::new(program).arg(&file).arg("-c").arg(&sql)));
            (program.clone(), file, loading)
        });
        Self { python, program }
    }

    /// How long it took to read the CSV, the faster way.
    pub fn loading(&self) -> Option<Duration> {
        let python = self.python.as_ref().map(|(_, time)| *time);
        python.into_iter().chain(self.program.as_ref().map(|(_, _, time)| *time)).min()
    }

    /// Bytes of the smaller file.
    pub fn size(&self) -> Option<u64> {
        let files =
            self.python.iter().map(|(file, _)| file).chain(self.program.iter().map(|(_, file, _)| file));
        files.map(|file| std::fs::metadata(file).unwrap().len()).min()
    }

    /// Processes that print the hotspots, each with its name.
    pub fn hotspots(&self, by: &str) -> Vec<(&'static str, Command)> {
        let mut processes = Vec::new();
        if let Some((file, _)) = &self.python {
            let mut command = python();
            command.arg("rows").arg(file).arg(query(by));
            processes.push(("DuckDB in Python", command));
        }
        if let Some((program, file, _)) = &self.program {
            let mut command = Command::new(program);
            command.args(["-readonly", "-json"]).arg(file).arg("-c").arg(query(by));
            processes.push(("DuckDB's program", command));
        }
        processes
    }

    /// The hotspots as one JSON array.
    pub fn answer(&self, by: &str) -> Option<Vec<u8>> {
        if let Some((file, _)) = &self.python {
            return Some(process::output(python().arg("json").arg(file).arg(query(by))));
        }
        self.hotspots(by).pop().map(|(_, mut command)| process::output(&mut command))
    }

    /// The query alone, without any start: the first time in a process, and the median of nine more.
    pub fn query_alone(&self, by: &str) -> Option<(Duration, Duration)> {
        let (file, _) = self.python.as_ref()?;
        let printed = process::output(python().arg("time").arg(file).arg(query(by)).arg("9"));
        let printed = String::from_utf8(printed).unwrap();
        let mut seconds =
            printed.split_whitespace().map(|word| Duration::from_secs_f64(word.parse().unwrap()));
        seconds.next().zip(seconds.next())
    }
}
