//! The day: what is due, what was logged last, a few counts, and where cases are rising.

use chrono::{Days, NaiveDate};

use super::{Desk, listing, row};
use crate::app::follow::Agenda;
use crate::app::{AppError, HotspotsView, Settings};
use crate::book::{self, BookError, GroupBy, Listing, Order};
use crate::domain::filter::{Filter, StatusTest, Test};
use crate::domain::period::Span;
use crate::i18n::Lang;
use crate::tui::effect::{Day, Newest, Rising};

/// How many of the newest cases are shown.
const NEWEST: usize = 8;

/// Of members to be called and of next steps so many of each are read.
const MOST_DUE: usize = 500;

/// The newest cases and the counts.
pub fn day(desk: &Desk, settings: Settings) -> Result<Day, AppError> {
    let view = desk.reader.view();
    let today = desk.clock.now().date_naive();
    let first = today.checked_sub_days(Days::new(6)).unwrap_or(today);
    let all = |filter| listing(filter, settings, 0, None);
    let count = |test| view.count(&all(Filter::default().and(test)));
    let mut newest = Vec::new();
    let latest = Listing { order: Order::Recorded, limit: Some(NEWEST), ..all(Filter::default()) };
    view.for_each::<BookError>(&latest, |stored| {
        let recorded_at = stored.case.recorded_at;
        newest.push(Newest { recorded_at, row: row(stored.case, view.facilities()) });
        Ok(())
    })?;
    Ok(Day {
        newest,
        cases: view.count(&all(Filter::default()))?,
        open: count(Test::Status(vec![StatusTest::Open]))?,
        week: count(Test::RecordedSince(first))?,
        backed_up: book::list_backups(&desk.path).iter().find_map(|path| day_of(path)),
    })
}

/// The day that a backup of the program's own is called by.
fn day_of(path: &std::path::Path) -> Option<NaiveDate> {
    let name = path.file_name()?.to_str()?;
    name.get(..10)?.parse().ok()
}

/// The facilities whose cases are rising, the most cases first.
pub fn rising(desk: &Desk, settings: Settings) -> Result<Vec<Rising>, AppError> {
    let all = listing(Filter::default(), settings, 0, None);
    let today = desk.clock.now().date_naive();
    let ranking = HotspotsView::of(&desk.reader.view(), &all, GroupBy::Facility, Span::default(), today)?;
    let rising = ranking.groups.into_iter().filter(|group| group.rising == Some(true));
    let known = rising.filter_map(|group| {
        let id = group.key.as_deref()?.parse().ok()?;
        let (last_28, previous_84) = (group.last_28, group.previous_84);
        Some(Rising { id, name_km: group.name_km, name_en: group.name_en, last_28, previous_84 })
    });
    Ok(known.collect())
}

/// What is due, as far as a screen can show it: in a book of any size it is there at once.
pub fn agenda(desk: &Desk, lang: Lang) -> Result<Agenda, AppError> {
    desk.sight(lang).agenda(Some(MOST_DUE))
}
