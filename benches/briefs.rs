//! How long what goes out takes to write: `cargo bench --bench briefs`, or `-- 10000` for another number of exported
//! cases. Prints the table of `docs/PERFORMANCE.md`.
//!
//! The brief is the demo's; the annex is a table with a Khmer story a row. LibreOffice, where it is installed,
//! converts the same Word file to PDF in the same run, and the exported CSV to a workbook; how many times as long it
//! takes stands beside. The export runs as the program, so that its peak of memory is its own: time is what a clock shows,
//! processor time what the system counts of it on all cores.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wardbook::app::brief::BriefRequest;
use wardbook::app::{Clock, ImportOptions, NewBook, Session, Settings, defused, demo};
use wardbook::book::{Cost, Device, Options, Secret};
use wardbook::brief::document::{Block, Cell, Column as Head, Document, Table, Text};
use wardbook::brief::scrub::scrub;
use wardbook::brief::{docx, html, markdown, pdf, picture, xlsx};
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
        "\n| an export of {export} cases, the whole program | time | processor time | most memory | size |\n\
         |---|---:|---:|---:|---:|"
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
    let mut written = Vec::new();
    for (name, render) in renderers() {
        let times: Vec<Duration> =
            documents.iter().map(|document| timed(|| drop(render(document)))).collect();
        row(&format!("written as {name}"), &times);
        written.push((name, times));
    }
    let converted: Option<Vec<Duration>> =
        documents.iter().map(|document| convert(folder, &docx::render(document).unwrap())).collect();
    match converted {
        Some(times) => {
            row("LibreOffice, from the Word file to PDF", &times);
            let pdf = written.iter().find(|(name, _)| *name == "PDF").map(|(_, times)| times).unwrap();
            let ratios = times.iter().zip(pdf).map(|(theirs, ours)| ratio(*theirs, *ours));
            println!(
                "| LibreOffice takes, of the time for the PDF | {} |",
                ratios.collect::<Vec<_>>().join(" | ")
            );
        }
        None => println!("| LibreOffice, from the Word file to PDF | not installed | |"),
    }
}

/// How many times as long as ours theirs is.
fn ratio(theirs: Duration, ours: Duration) -> String {
    format!("{:.1} times", theirs.as_secs_f64() / ours.as_secs_f64().max(1e-9))
}

type Render = fn(&Document) -> Vec<u8>;

fn renderers() -> [(&'static str, Render); 6] {
    [
        ("PDF", |document| pdf::render(document).unwrap()),
        ("Word", |document| docx::render(document).unwrap()),
        ("Excel", |document| xlsx::render(document).unwrap()),
        ("a web page", |document| html::render(document).unwrap().into_bytes()),
        ("a picture", |document| picture::render(document).unwrap()),
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
    let mut pdf = Duration::ZERO;
    // A picture has no annex.
    for (name, render) in renderers().into_iter().filter(|(name, _)| *name != "a picture") {
        let begun = Instant::now();
        let bytes = render(&document);
        let time = begun.elapsed();
        if name == "PDF" {
            pdf = time;
        }
        println!("| written as {name} ({}) | {} |", size(bytes.len() as u64), said(time));
    }
    if let Some(time) = convert(folder, &docx::render(&document).unwrap()) {
        let ratio = ratio(time, pdf);
        println!("| LibreOffice, from the Word file to PDF | {}, {ratio} our PDF's |", said(time));
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
    let (profile, folder) = (folder, folder.join("large"));
    drop(book(cases, &folder));
    let mut workbook = Duration::ZERO;
    for ending in ["xlsx", "csv", "json"] {
        let file = folder.join(format!("cases.{ending}"));
        let used = processor_time();
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
        if ending == "xlsx" {
            workbook = time;
        }
        let written = std::fs::metadata(&file).map_or(0, |data| data.len());
        let (most, written) = (size(most * 1_024), size(written));
        println!("| {ending} | {} | {} | {most} | {written} |", said(time), since(used));
    }
    let used = processor_time();
    let theirs = folder.join("theirs");
    match office(profile, "xlsx", &folder.join("cases.csv"), &theirs) {
        Some(time) => {
            let written = std::fs::metadata(theirs.join("cases.xlsx")).map_or(0, |data| data.len());
            let (ratio, written) = (ratio(time, workbook), size(written));
            println!(
                "| LibreOffice, from that CSV to xlsx ({ratio} ours) | {} | {} | | {written} |",
                said(time),
                since(used)
            );
        }
        None => println!("| LibreOffice, from that CSV to xlsx | not installed | | | |"),
    }
}

/// The processor time of all programs that this one started and that have ended, where the system says it.
fn processor_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name in brackets the state is the 3rd field; cutime and cstime are the 16th and 17th, in hundredths.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks(16)? + ticks(17)?) * 10))
}

fn since(used: Option<Duration>) -> String {
    let now = processor_time().zip(used);
    now.map_or_else(|| "–".to_owned(), |(now, used)| said(now.saturating_sub(used)))
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
    // The first start makes a profile.
    office(folder, "pdf", &file, folder)?;
    office(folder, "pdf", &file, folder)
}

/// How long LibreOffice takes to convert a file; `None` where it is not installed.
fn office(folder: &Path, into: &str, file: &Path, to: &Path) -> Option<Duration> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    let begun = Instant::now();
    let mut office = Command::new("soffice");
    office.args([profile.as_str(), "--headless", "--convert-to", into, "--outdir"]).arg(to).arg(file);
    let status = office.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then(|| begun.elapsed())
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
