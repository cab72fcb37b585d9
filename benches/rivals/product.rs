//! Wardbook, as the benches use it: the one place that knows its calls.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use wardbook::app::{Clock, NewBook, Session, Settings};
use wardbook::book::{Book, Cost, Device, GroupBy, Options, Order, Secret, backup_is_due, backups_folder};
use wardbook::domain::draft::Draft;

use super::times::Times;

/// How many hits or rows a screen asks for at once.
const PAGE: usize = 50;

/// An open book.
pub struct Product {
    session: Session,
}

impl Product {
    /// Makes a book in a folder.
    pub fn make(folder: &Path) -> Self {
        let options = options(folder, Cost::CHEAP);
        Self {
            session: NewBook::make(&options, "KC", "Bench", Clock::System, Settings::default())
                .unwrap()
                .session,
        }
    }

    /// Opens the book of a folder.
    pub fn open(folder: &Path) -> Self {
        let book = Book::open(&options(folder, Cost::CHEAP)).unwrap();
        Self { session: Session::new(book, Clock::System, Settings::default()) }
    }

    /// The row of the case that was logged last.
    pub fn newest_row(&self) -> i64 {
        self.session.view().newest_row().unwrap()
    }

    /// How many cases there are, counted as the screens do.
    pub fn counted(&mut self) -> usize {
        let listing = self.session.listing("", Order::Visited, None).unwrap();
        self.session.view().count(&listing).unwrap()
    }

    /// What the screen asks for when the filter changes: reads the query, and counts its cases in groups.
    pub fn hotspots(&mut self, query: &str, by: GroupBy) -> usize {
        let listing = self
            .session
            .listing(query, Order::Visited, None)
            .unwrap_or_else(|error| panic!("{query}: {error}"));
        self.session.hotspots(&listing, by).unwrap().groups.len()
    }

    /// The first hits of what was typed so far, newest first.
    pub fn search(&mut self, typed: &str) -> usize {
        let listing = self.session.listing(&format!("\"{typed}\""), Order::Visited, Some(PAGE)).unwrap();
        self.session.view().list(&listing).unwrap().len()
    }

    /// A page of the list of cases.
    pub fn page(&mut self, order: Order, offset: usize) -> usize {
        let mut listing = self.session.listing("", order, Some(PAGE)).unwrap();
        listing.offset = offset;
        self.session.view().list(&listing).unwrap().len()
    }

    /// Logs a case, which is on the disk after that.
    pub fn add(&mut self, draft: &Draft) {
        self.session.log(draft).unwrap();
    }
}

fn options(folder: &Path, cost: Cost) -> Options {
    Options {
        path: book(folder),
        secret: Secret::passphrase("bench"),
        device: Device::new(folder.join("device")),
        cost,
    }
}

/// The book's file.
pub fn book(folder: &Path) -> PathBuf {
    folder.join("book.wardbook")
}

/// What the real program is told of its surroundings.
pub fn surroundings(folder: &Path) -> [(&'static str, std::ffi::OsString); 4] {
    [
        ("HOME", folder.into()),
        ("WARDBOOK_BOOK", book(folder).into()),
        ("WARDBOOK_PASSPHRASE", "bench".into()),
        ("LANG", "km_KH.UTF-8".into()),
    ]
}

/// The real program on the book of a folder.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wardbook"));
    command.env_clear().envs(surroundings(folder)).args(arguments);
    command
}

/// The real program's hotspots of all cases.
pub fn hotspots_program(folder: &Path, by: &str) -> Command {
    program(folder, &["hotspots", "--by", by, "--json"])
}

/// Puts an empty file where the day's backup would be, so that no screen makes it while it is measured.
pub fn pretend_backed_up(folder: &Path) {
    let backups = backups_folder(&book(folder));
    std::fs::create_dir_all(&backups).unwrap();
    let today = chrono::Local::now().date_naive();
    std::fs::write(backups.join(format!("{today}.wardbook-backup")), b"").unwrap();
    assert!(!backup_is_due(&book(folder), today));
}

/// How long opening an empty book takes that was made as the program makes it.
pub fn key_derivation() -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let strong = options(folder.path(), Cost::STRONG);
    drop(NewBook::make(&strong, "KC", "Bench", Clock::System, Settings::default()).unwrap());
    Times::of(5, || Book::open(&strong).unwrap()).median()
}
