//! Memory of whole processes: the screens at rest after some work, and the commands at their peak.

use std::io::{Read, Write};
use std::process::Command;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::data::Data;
use super::duckdb::DuckDb;
use super::machine::Rivals;
use super::process;
use super::product;
use super::report::Table;

const AIM: u64 = 150_000_000;

pub fn measure(data: &Data, rivals: &Rivals, duckdb: &DuckDb) -> Table {
    let mut table = Table::new("Memory of the processes");
    product::pretend_backed_up(data.folder());
    let (resting, most) = screens(data);
    table.bytes_within("the screens at rest, after hotspots, a filter and the list", resting, AIM);
    table.bytes_within("the screens at their peak", most, AIM);
    table.bytes(
        "`wardbook hotspots --by facility`, peak",
        process::peak(&mut product::hotspots_program(data.folder(), "facility")),
    );
    for (name, mut command) in duckdb.hotspots("facility") {
        table.bytes(format!("{name}, the same by facility, peak"), process::peak(&mut command));
    }
    if rivals.sqlite.is_some() {
        let mut count = Command::new("sqlite3");
        count.arg(data.sqlite()).arg("SELECT facility, count(*) FROM t GROUP BY facility");
        table.bytes("`sqlite3`, counts by facility alone, peak", process::peak(&mut count));
    }
    table
}

/// Starts the screens in a terminal, looks at hotspots, cases and a filter, and waits until the program rests.
/// Memory then, and the most so far.
fn screens(data: &Data) -> (Option<u64>, Option<u64>) {
    const KEYS: [&str; 8] =
        ["\u{1b}[19~", "\r", "\u{1b}", "\u{1b}[17~", "\u{1b}[F", "/", "severity:high រង់ចាំ", "\r"];
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wardbook"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    for (name, value) in product::surroundings(data.folder()) {
        command.env(name, value);
    }
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    // Nobody looks at the screen, but a program whose terminal does not read would stand still.
    std::thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(1..) = reader.read(&mut buffer) {}
    });
    let process = child.process_id().unwrap();
    rest(process);
    for key in KEYS {
        writer.write_all(key.as_bytes()).unwrap();
        writer.flush().unwrap();
        rest(process);
    }
    let found = (process::status(process, "VmRSS:"), process::status(process, "VmHWM:"));
    child.kill().unwrap();
    child.wait().unwrap();
    found
}

/// Waits until a process has used no processor time for a while.
fn rest(process: u32) {
    let used = || -> Option<String> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        Some(format!("{} {}", fields.get(11)?, fields.get(12)?))
    };
    let mut before = used();
    for _ in 0..300 {
        std::thread::sleep(Duration::from_millis(400));
        let now = used();
        if now == before {
            return;
        }
        before = now;
    }
}
