//! The use cases, each once, for both faces: logging, editing, taking back, counting,
//! bringing in, handing out. The command line and the screens call these and nothing
//! below.

mod attach;
pub mod brief;
mod case_view;
mod clock;
mod compare;
pub mod demo;
mod drafts;
pub mod duplicates;
mod error;
mod export;
pub mod facilities;
mod facility_view;
mod file;
mod finder;
pub mod follow;
mod forms;
mod history;
mod hotspots;
mod import;
mod in_order;
mod joined_view;
mod keep;
mod log;
pub mod members;
mod message;
mod observe;
mod preferences;
mod refused;
mod rising;
mod speak;
mod undo;
mod words;

pub use attach::{AttachDone, AttachError, AttachmentView};
pub use case_view::{CaseView, MemberView};
pub use clock::Clock;
pub use compare::{ComparisonView, SideView, What, Whose};
pub use drafts::{KeptDraft, draft_name};
pub use error::AppError;
pub use export::{ExportFormat, Exported, columns, defused};
pub use facility_view::{FacilityView, WAIT_STEPS, histogram};
pub use file::{Whole, free_path, write_whole};
pub use finder::{Finder, offered};
pub use forms::BlankForm;
pub use history::Event;
pub use hotspots::{GroupView, HotspotsView};
pub use import::{
    Doubtful, ImportOptions, ImportReport, Noticed, Oddity, Progress, Remembrance, RowProblem, RowRefusal,
    Survey, UnknownWord, mapping_said,
};
pub use joined_view::JoinedView;
pub use keep::{NewBook, open_demo};
pub use log::{Done, Logged};
pub use observe::{ObservationView, WrittenDown};
pub use preferences::{Colours, Preferences, Shade, Widths};
pub use refused::RefusedTo;
pub use rising::with_rising;
pub use undo::LastDone;

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::book::{Book, FacilityTable, Listing, Order, View};
use crate::domain::clock::Calendar;
use crate::domain::facility::FacilityId;
use crate::domain::filter::{self, Filter, Names};
use crate::i18n::Lang;
use crate::reference;

/// What an officer has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The language of screens and messages.
    pub lang: Lang,
    /// Riel to a dollar, for comparing sums.
    pub riel_per_dollar: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lang: Lang::En, riel_per_dollar: 4_000 }
    }
}

/// An officer at work on an open book.
pub struct Session {
    /// The book.
    pub book: Book,
    /// What time it is.
    pub clock: Clock,
    /// What the officer has set.
    pub settings: Settings,
    /// Which days are working days: the built-in holidays, until the officer's own list is set.
    pub calendar: Calendar,
    finder: Finder,
    /// The revisions of the drafts that this program keeps.
    seen_drafts: HashMap<Uuid, i64>,
}

impl Session {
    /// Sits down at a book.
    pub fn new(book: Book, clock: Clock, settings: Settings) -> Self {
        let calendar = reference::calendar();
        Self { book, clock, settings, calendar, finder: Finder::default(), seen_drafts: HashMap::new() }
    }

    /// Today, on the desk's clock.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().date_naive()
    }

    /// For reading the book.
    pub fn view(&self) -> View<'_> {
        self.book.view()
    }

    /// The facilities that the book knows.
    pub fn facilities(&self) -> &FacilityTable {
        self.book.facilities()
    }

    /// Names looked up with the book's own facilities among them.
    pub fn names(&mut self) -> finder::Names<'_> {
        self.finder.names(self.book.facilities(), self.settings.lang)
    }

    /// The one facility that a code or a name means.
    pub fn facility_called(&mut self, text: &str) -> Result<FacilityId, AppError> {
        let nearest = match Names::facilities(&self.names(), text) {
            Ok(found) => match found.as_slice() {
                [id] => return Ok(id.clone()),
                several => several.iter().map(ToString::to_string).collect(),
            },
            Err(nearest) => nearest,
        };
        Err(facilities::FacilitiesError::NoneCalled { given: text.to_owned(), nearest }.into())
    }

    /// Reads a query.
    pub fn filter(&mut self, query: &str) -> Result<Filter, AppError> {
        let filter = filter::parse(query, &self.finder.names(self.book.facilities(), self.settings.lang))?;
        with_rising(&self.view(), filter, self.today())
    }

    /// A listing of what a query shows.
    pub fn listing(&mut self, query: &str, order: Order, limit: Option<usize>) -> Result<Listing, AppError> {
        Ok(Listing {
            filter: self.filter(query)?,
            order,
            limit,
            offset: 0,
            riel_per_dollar: self.settings.riel_per_dollar,
        })
    }
}

#[cfg(test)]
mod tests;
