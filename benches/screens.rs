//! How quick the screens are, through the real program in a terminal: `cargo bench --bench screens`, or
//! `cargo bench --bench screens -- 1000 100000` for other sizes of the book, and `-- rest=60` for the seconds at rest.
//! Prints the table of `docs/PERFORMANCE.md`.
//!
//! A key is written to the terminal, and the time is taken when the end of a frame (of the synchronised update) is
//! read back: once for the first frame after the key, once for the last, when the answers of the book are drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use wardbook::app::{Clock, ImportOptions, NewBook, Session, Settings, defused, demo};
use wardbook::book::{Book, Cost, Device, Options, Secret};
use wardbook::domain::column::Column;
use wardbook::domain::values::Coded;
use wardbook::tui::text::Profile;

const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
/// Nothing more is coming when nothing came for so long.
const QUIET: Duration = Duration::from_millis(150);

const DOWN: &str = "\u{1b}[B";
const PAGE_DOWN: &str = "\u{1b}[6~";
const END: &str = "\u{1b}[F";
const HOME: &str = "\u{1b}[H";
const BACKSPACE: &str = "\u{7f}";
const F6: &str = "\u{1b}[17~";
const F7: &str = "\u{1b}[18~";
const F8: &str = "\u{1b}[19~";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 100_000] } else { sizes };
    let rest =
        arguments.iter().find_map(|argument| argument.strip_prefix("rest=")?.parse().ok()).unwrap_or(60);
    let measured: Vec<Vec<(String, String)>> = sizes.iter().map(|size| measure(*size, rest)).collect();
    let head: Vec<String> = sizes.iter().map(|size| format!("{size} cases")).collect();
    println!("\n| | {} |\n|---|{}", head.join(" | "), "---:|".repeat(sizes.len()));
    for (index, (name, _)) in measured[0].iter().enumerate() {
        let cells: Vec<&str> = measured.iter().map(|rows| rows[index].1.as_str()).collect();
        println!("| {name} | {} |", cells.join(" | "));
    }
}

fn measure(size: usize, rest: u64) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    make_book(size, folder.path());
    let mut rows = Vec::new();

    let mut starts: Vec<Duration> = (0..5).map(|_| start(folder.path()).1).collect();
    starts.sort_unstable();
    rows.push(("start to first frame".to_owned(), milliseconds(starts[2])));
    let mut terminal = start(folder.path()).0;
    terminal.settle();

    let walk = [vec![DOWN; 200], vec![PAGE_DOWN; 100], vec![END, HOME], vec![DOWN; 50]].concat();
    terminal.press(F6);
    rows.extend(terminal.keys("in the list of cases", &walk));
    terminal.press("/");
    let search: Vec<String> = "province:kandal severity:high រង់ចាំ".chars().map(String::from).collect();
    let search: Vec<&str> = search.iter().map(String::as_str).collect();
    rows.extend(terminal.keys("in the filter", &search));
    terminal.press("\u{1b}");
    terminal.press(F8);
    rows.extend(terminal.keys("in the hotspots", &[vec![DOWN; 60], ["\r", "\u{1b}"].repeat(5)].concat()));
    terminal.press(F7);
    let typed: Vec<String> = "kossamak".chars().map(String::from).collect();
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let erased = vec![BACKSPACE; typed.len()];
    rows.extend(terminal.keys("in the form", &[typed.clone(), erased].concat().repeat(8)));
    for letter in typed {
        terminal.press(letter);
    }
    rows.push((
        "key to the draft in the book: median / 99th percentile".to_owned(),
        drafts(&mut terminal, folder.path()),
    ));
    terminal.press(F6);
    terminal.settle();

    let (cpu, bytes) = (terminal.cpu(), terminal.count());
    std::thread::sleep(Duration::from_secs(rest));
    rows.push((
        format!("processor time in {rest} s at rest"),
        terminal
            .cpu()
            .zip(cpu)
            .map_or("–".into(), |(after, before)| format!("{} ms", (after - before) * 10)),
    ));
    rows.push((format!("bytes written in {rest} s at rest"), (terminal.count() - bytes).to_string()));
    rows.push((
        "memory at rest".to_owned(),
        terminal.memory().map_or("–".into(), |kilobytes| format!("{:.1} MB", kilobytes as f64 / 1e3)),
    ));
    rows
}

/// Types into the form, and looks through another connection how soon the book has it.
fn drafts(terminal: &mut Terminal, folder: &Path) -> String {
    let book = Book::open(&options(folder)).unwrap();
    let session = Session::new(book, Clock::System, Settings::default());
    let mut text = "kossamak".to_owned();
    let times = (0..40).map(|_| {
        let begun = Instant::now();
        terminal.send("a");
        text.push('a');
        let is_there = || {
            let kept = session.drafts().unwrap();
            kept.first().is_some_and(|draft| draft.form.draft.get(Column::Facility) == text)
        };
        while !is_there() {
            std::thread::sleep(Duration::from_millis(1));
        }
        begun.elapsed()
    });
    both(times.collect())
}

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase("bench"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn make_book(size: usize, folder: &Path) {
    let csv = folder.join("cases.csv");
    let columns: Vec<Column> = Column::inputs().collect();
    let mut table = csv::Writer::from_path(&csv).unwrap();
    table.write_record(columns.iter().map(|column| column.code())).unwrap();
    for draft in demo::drafts(size) {
        table.write_record(columns.iter().map(|column| defused(draft.get(*column).to_owned()))).unwrap();
    }
    table.flush().unwrap();
    let made = NewBook::make(&options(folder), "KC", "Bench", Clock::System, Settings::default()).unwrap();
    let mut session = made.session;
    session.import(&csv, &ImportOptions::default(), |_| true).unwrap();
    // The day's backup is made beforehand, so that it does not run beside the keys.
    session.book.reader().unwrap().back_up_daily(chrono::Local::now().date_naive(), &|| true).unwrap();
}

/// What the program printed: how much, and when each frame ended.
#[derive(Default)]
struct Seen {
    count: usize,
    tail: Vec<u8>,
    frames: Vec<Instant>,
    last: Option<Instant>,
}

struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Mutex<Seen>>,
    _master: Box<dyn MasterPty + Send>,
}

/// Starts the program; how long its first frame took.
fn start(folder: &Path) -> (Terminal, Duration) {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wardbook"));
    command.env_clear();
    for (name, value) in [
        ("HOME", folder.as_os_str()),
        ("WARDBOOK_BOOK", folder.join("book.wardbook").as_os_str()),
        ("WARDBOOK_PASSPHRASE", "bench".as_ref()),
        ("LANG", "km_KH.UTF-8".as_ref()),
        ("TERM", "xterm-256color".as_ref()),
    ] {
        command.env(name, value);
    }
    let pair =
        native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let begun = Instant::now();
    let child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    // Terminals answer at once where the cursor stands; one that kept silent would cost the probe's whole patience.
    for word in ["ខ្មែរ", "ស្ត្រី", "ក្នុង"] {
        write!(writer, "\x1b[2;{}R", Profile::Sum.width(word) + 1).unwrap();
    }
    let seen = Arc::new(Mutex::new(Seen::default()));
    let shared = Arc::clone(&seen);
    std::thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            let now = Instant::now();
            let mut seen = shared.lock().unwrap();
            seen.count += count;
            seen.last = Some(now);
            seen.tail.extend_from_slice(&buffer[..count]);
            let ends = seen.tail.windows(FRAME_ENDS.len()).filter(|window| *window == FRAME_ENDS).count();
            seen.frames.extend(std::iter::repeat_n(now, ends));
            let last_end = seen.tail.windows(FRAME_ENDS.len()).rposition(|window| window == FRAME_ENDS);
            let keep_from = last_end.map_or(0, |at| at + FRAME_ENDS.len());
            seen.tail.drain(..keep_from);
        }
    });
    let mut terminal = Terminal { child, writer, seen, _master: pair.master };
    let first = terminal.wait_for_frame(0).unwrap_or(begun);
    (terminal, first - begun)
}

impl Terminal {
    fn count(&self) -> usize {
        self.seen.lock().unwrap().count
    }

    fn frames(&self) -> usize {
        self.seen.lock().unwrap().frames.len()
    }

    /// When the frame with that number ended; `None` when none comes.
    fn wait_for_frame(&mut self, number: usize) -> Option<Instant> {
        let end = Instant::now() + Duration::from_secs(10);
        while Instant::now() < end {
            if let Some(at) = self.seen.lock().unwrap().frames.get(number) {
                return Some(*at);
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        None
    }

    /// Waits until nothing more comes; when the last frame ended.
    fn settle(&self) -> Option<Instant> {
        loop {
            let (last, frame) = {
                let seen = self.seen.lock().unwrap();
                (seen.last, seen.frames.last().copied())
            };
            if last.is_none_or(|last| last.elapsed() > QUIET) {
                return frame;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn send(&mut self, key: &str) {
        self.writer.write_all(key.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn press(&mut self, key: &str) {
        self.send(key);
        std::thread::sleep(QUIET);
        self.settle();
    }

    /// Presses keys one by one; median and 99th percentile of the first frame and of the last, and bytes a key.
    fn keys(&mut self, place: &str, keys: &[&str]) -> Vec<(String, String)> {
        let (mut first, mut last) = (Vec::new(), Vec::new());
        let bytes = self.count();
        for key in keys {
            let (frames, begun) = (self.frames(), Instant::now());
            self.send(key);
            // A key that changes nothing draws nothing.
            let end = begun + QUIET;
            while self.frames() == frames && Instant::now() < end {
                std::thread::sleep(Duration::from_micros(200));
            }
            if self.frames() == frames {
                continue;
            }
            let at = self.seen.lock().unwrap().frames[frames];
            first.push(at - begun);
            last.extend(self.settle().map(|at| at - begun));
        }
        let bytes = (self.count() - bytes) / keys.len();
        vec![
            (format!("key to frame {place}: median / 99th percentile"), both(first)),
            (format!("key to the answer drawn {place}: median / 99th percentile"), both(last)),
            (format!("bytes a key {place}"), bytes.to_string()),
        ]
    }

    /// Processor time so far in hundredths of a second, where the system says it.
    fn cpu(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }

    /// Resident memory in kilobytes, where the system says it.
    fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.split_whitespace().next()?.parse().ok()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn both(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share).round() as usize).copied();
    match (at(0.5), at(0.99)) {
        (Some(median), Some(worst)) => format!("{} / {}", milliseconds(median), milliseconds(worst)),
        _ => "–".to_owned(),
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
