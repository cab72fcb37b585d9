//! How long what goes out takes to write: `cargo bench --bench briefs`, or `-- 10000` for another number of exported
//! cases. Prints the table of `docs/PERFORMANCE.md`.
//!
//! The brief is the demo's; the annex is a table with a Khmer story a row. LibreOffice, where it is installed,
//! converts the same Word file to PDF in the same run. The export runs as the program, so that its peak of memory is
//! its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wardbook::app::brief::BriefRequest;
use wardbook::app::{Clock, ImportOptions, NewBook, Session, Settings, defused, demo};
use wardbook::book::{Cost, Device, Options, Secret};
use wardbook::brief::document::{Block, Cell, Column as Head, Document, Table, Text};
use wardbook::brief::scrub::scrub;
use wardbook::brief::{docx, markdown, pdf, xlsx};
use wardbook::domain::case::Identity;
use wardbook::domain::column::Column;
use wardbook::domain::party::Party;
use wardbook::domain::values::Coded;
use wardbook::i18n::Lang;

/// Rows of the annex.
const ROWS: u32 = 1_500;

fn main() {
    let export = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    println!("| | Khmer | English |\n|---|---:|---:|");
    briefs(folder.path());
    println!("\n| an annex of {ROWS} rows, each with a Khmer story of 200 letters | |\n|---|---:|");
    annex(folder.path());
    println!("\n| a story of letters without an end, looked through | 10,000 | 100,000 |\n|---|---:|---:|");
    scrubbed();
    println!(
        "\n| an export of {export} cases, the whole program | time | most memory | size |\n|---|---:|---:|---:|"
    );
    exports(folder.path(), export);
}

fn briefs(folder: &Path) {
    let mut session = book(2_000, &folder.join("small"));
    let languages = [Lang::Km, Lang::En];
    let mut gathered = Vec::new();
    let mut documents = Vec::new();
    for lang in languages {
        let request = BriefRequest::of(Party::Nssf, lang);
        gathered.push(timed(|| drop(session.brief(&request).unwrap())));
        documents.push(session.brief(&request).unwrap().document);
    }
    row("gathered and composed from 2,000 cases", &gathered);
    for (name, render) in renderers() {
        let times: Vec<Duration> =
            documents.iter().map(|document| timed(|| drop(render(document)))).collect();
        row(&format!("written as {name}"), &times);
    }
    let converted: Option<Vec<Duration>> =
        documents.iter().map(|document| convert(folder, &docx::render(document).unwrap())).collect();
    match converted {
        Some(times) => row("LibreOffice, from the Word file to PDF", &times),
        None => println!("| LibreOffice, from the Word file to PDF | not installed | |"),
    }
}

type Render = fn(&Document) -> Vec<u8>;

fn renderers() -> [(&'static str, Render); 4] {
    [
        ("PDF", |document| pdf::render(document).unwrap()),
        ("Word", |document| docx::render(document).unwrap()),
        ("Excel", |document| xlsx::render(document).unwrap()),
        ("Markdown", |document| markdown::render(document).into_bytes()),
    ]
}

fn annex(folder: &Path) {
    let lang = Lang::Km;
    let story = "សមាជិកបានទៅមន្ទីរពេទ្យបង្អែកខេត្តតាំងពីព្រលឹម ហើយរង់ចាំជាងប្រាំម៉ោងទើបបានពិនិត្យ។ គ្មាននរណាប្រាប់ថាត្រូវរង់ចាំប៉ុន្មានទេ។ អ្នកដែលបង់ប្រាក់បានចូលមុន ទោះបីមកដល់ក្រោយក៏ដោយ។ ឱសថដែលត្រូវការមិនមានទេ ";
    let told = |text: &str| Text::told(text, lang);
    let mut session = book(200, &folder.join("annex"));
    let request = BriefRequest::of(Party::Nssf, lang);
    let mut document = session.brief(&request).unwrap().document;
    document.blocks = vec![Block::Table(Table {
        caption: told("ឧបសម្ព័ន្ធ"),
        columns: ["ដំណើររឿង", "រង់ចាំ"]
            .into_iter()
            .zip([false, true])
            .map(|(name, is_figure)| Head { name: told(name), is_figure })
            .collect(),
        rows: (0..ROWS)
            .map(|row| {
                let text = told(&format!("{row}. {story}"));
                vec![Cell::Text(text), Cell::Wait { minutes: f64::from(row), of: None }]
            })
            .collect(),
        notes: Vec::new(),
    })];
    for (name, render) in renderers() {
        let begun = Instant::now();
        let bytes = render(&document);
        println!("| written as {name} ({}) | {} |", size(bytes.len() as u64), said(begun.elapsed()));
    }
    if let Some(time) = convert(folder, &docx::render(&document).unwrap()) {
        println!("| LibreOffice, from the Word file to PDF | {} |", said(time));
    }
}

/// Texts without a space, of what the scrubber looks for: ten times as long, ten times the time.
fn scrubbed() {
    let identity =
        Identity {
            name: Some("ចាន់ សុខា".into()), phone: Some("012 345 678".into()), ..Identity::default()
        };
    for piece in ["ក", "a", "1a", "លោកសុខា", "រោងចក្រម៉ានហ្វឹង", "អាយុ២៣ឆ្នាំ", "ចាំ៩ម៉ោងនៅមុខផ្នែកជំងឺទូទៅ"]
    {
        let times = [10_000, 100_000].map(|letters| {
            let text = piece.repeat(letters / piece.chars().count());
            timed(|| drop(scrub(&text, &identity, &["Golden Star"])))
        });
        row(&format!("`{piece}`, again and again"), &times);
    }
}

fn exports(folder: &Path, cases: usize) {
    let folder = folder.join("large");
    drop(book(cases, &folder));
    for ending in ["xlsx", "csv", "json"] {
        let file = folder.join(format!("cases.{ending}"));
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_wardbook"))
            .env_clear()
            .envs([("HOME", folder.as_os_str()), ("WARDBOOK_PASSPHRASE", "bench".as_ref())])
            .env("WARDBOOK_BOOK", folder.join("book.wardbook"))
            .arg("export")
            .arg(&file)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut most = 0;
        while child.try_wait().unwrap().is_none() {
            most = most.max(peak(child.id()).unwrap_or(0));
            std::thread::sleep(Duration::from_millis(5));
        }
        let time = begun.elapsed();
        let written = std::fs::metadata(&file).map_or(0, |data| data.len());
        println!("| {ending} | {} | {} | {} |", said(time), size(most * 1_024), size(written));
    }
}

/// The most memory that a process had so far, in kilobytes, where the system says it.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

fn book(cases: usize, folder: &Path) -> Session {
    std::fs::create_dir_all(folder).unwrap();
    let csv = folder.join("cases.csv");
    let columns: Vec<Column> = Column::inputs().collect();
    let mut table = csv::Writer::from_path(&csv).unwrap();
    table.write_record(columns.iter().map(|column| column.code())).unwrap();
    for draft in demo::drafts(cases) {
        table.write_record(columns.iter().map(|column| defused(draft.get(*column).to_owned()))).unwrap();
    }
    table.flush().unwrap();
    let options = Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase("bench"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    };
    let made = NewBook::make(&options, "KC", "Bench", Clock::System, Settings::default()).unwrap();
    let mut session = made.session;
    session.import(&csv, &ImportOptions::default(), |_| true).unwrap();
    session
}

/// How long LibreOffice takes to make a PDF of a Word file; `None` where it is not installed.
fn convert(folder: &Path, docx: &[u8]) -> Option<Duration> {
    let file = folder.join("brief.docx");
    std::fs::write(&file, docx).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    let run = || {
        let mut office = Command::new("soffice");
        office
            .args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"])
            .arg(folder)
            .arg(&file);
        office.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()
    };
    // The first start makes a profile.
    run()?;
    let begun = Instant::now();
    run()?;
    Some(begun.elapsed())
}

/// The median of five runs, after one that is not counted.
fn timed(mut work: impl FnMut()) -> Duration {
    work();
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[2]
}

fn row(name: &str, times: &[Duration]) {
    let times: Vec<String> = times.iter().map(|time| said(*time)).collect();
    println!("| {name} | {} |", times.join(" | "));
}

fn said(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 1.0 => format!("{:.0} ms", seconds * 1e3),
        seconds => format!("{seconds:.1} s"),
    }
}

fn size(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
