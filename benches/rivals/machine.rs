//! The machine, and which rivals it has.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::duckdb;

/// The rivals that are installed, with their versions.
pub struct Rivals {
    /// Version of the `sqlite3` shell.
    pub sqlite: Option<String>,
    /// Version of DuckDB's Python package.
    pub duckdb_python: Option<String>,
    /// DuckDB's own program with its version.
    pub duckdb_program: Option<(PathBuf, String)>,
}

impl Rivals {
    pub fn find() -> Self {
        let told = said(duckdb::python().arg("versions"));
        let mut told = told.iter().flat_map(|told| told.lines());
        let duckdb_python = told.next().filter(|version| !version.is_empty()).map(str::to_owned);
        // pip's own `duckdb` is a script that starts the program: the program itself is the faster rival.
        let packaged = told.next().filter(|path| !path.is_empty()).map(PathBuf::from);
        let program = packaged.unwrap_or_else(|| "duckdb".into());
        Self {
            sqlite: said(Command::new("sqlite3").arg("--version")).map(|version| first_word(&version)),
            duckdb_python,
            duckdb_program: said(Command::new(&program).arg("--version"))
                .map(|version| (program, first_word(version.trim_start_matches('v')))),
        }
    }
}

/// What a command prints; `None` where it is not there or fails.
fn said(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn first_word(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().to_owned()
}

/// A few lines on the machine and the versions, and on who was skipped and why.
pub fn description(rivals: &Rivals) -> String {
    let line = |path: &str, name: &str| -> Option<String> {
        let text = std::fs::read_to_string(path).ok()?;
        text.lines()
            .find_map(|line| Some(line.strip_prefix(name)?.trim_start_matches([' ', '\t', ':']).to_owned()))
    };
    let processor = line("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = line("/proc/meminfo", "MemTotal").and_then(|text| first_word(&text).parse::<f64>().ok());
    let memory =
        memory.map_or("unknown".to_owned(), |kilobytes| format!("{:.1} GB", kilobytes * 1024.0 / 1e9));
    let kernel = line("/proc/sys/kernel/osrelease", "").unwrap_or_else(|| std::env::consts::OS.to_owned());
    let cipher = rusqlite::Connection::open_in_memory()
        .and_then(|book| book.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0)));
    let mut versions = vec![
        format!("Wardbook {}", env!("CARGO_PKG_VERSION")),
        format!("SQLCipher {} (SQLite {})", cipher.unwrap_or_default(), rusqlite::version()),
    ];
    let mut skipped = Vec::new();
    match &rivals.sqlite {
        Some(version) => versions.push(format!("`sqlite3` {version}")),
        None => skipped.push("Skipped: `sqlite3`, because there is no such program on the path."),
    }
    match &rivals.duckdb_python {
        Some(version) => versions.push(format!("DuckDB {version} (Python)")),
        None => skipped.push("Skipped: DuckDB in Python, because `python3` cannot import `duckdb`."),
    }
    match &rivals.duckdb_program {
        Some((_, version)) => versions.push(format!("DuckDB {version} (program)")),
        None => skipped.push("Skipped: DuckDB's program, because pip's `duckdb-cli` is not installed."),
    }
    let head =
        format!("Machine: {processor}, {cores} cores, {memory}, kernel {kernel}. {}.", versions.join(", "));
    [vec![head.as_str()], skipped].concat().join("\n")
}

/// How many processes wanted a core in the last minute, where the system says it: over the number of cores, whatever
/// is measured waits for others.
pub fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg");
    load.map_or_else(|_| "unknown".to_owned(), |load| first_word(&load))
}
