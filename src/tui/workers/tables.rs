//! Tables that are taken in.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crate::app::facilities::{ListOptions, ListReport};
use crate::app::{AppError, ImportOptions, ImportReport, Progress, RefusedTo, Session};
use crate::tui::effect::{Answer, Generation, GoesOn};
use crate::tui::model::Msg;

/// The screen is told so often how far it is.
const EACH: Duration = Duration::from_millis(100);

/// Tells the screen how far it is; answers whether it is still wanted.
pub(super) fn step<'a>(
    out: &'a Sender<Msg>,
    goes_on: &'a GoesOn,
    generation: Generation,
) -> impl FnMut(Progress) -> bool + 'a {
    let begun = Instant::now();
    let mut told: Option<Instant> = None;
    move |progress| {
        if told.is_none_or(|told| told.elapsed() >= EACH) {
            told = Some(Instant::now());
            let _ = out.send(Msg::Answer(Answer::ImportStep(generation, progress, begun.elapsed())));
        }
        goes_on.holds()
    }
}

/// Takes a table in, and remembers what was decided of it. A trial remembers nothing.
pub(super) fn import(
    session: &mut Session,
    path: &Path,
    mut options: ImportOptions,
    progress: impl FnMut(Progress) -> bool,
) -> Result<ImportReport, AppError> {
    if !options.dry_run {
        options.refused = RefusedTo::beside(path);
    }
    session.import(path, &options, progress)
}

/// Takes a list of facilities in, or tries that.
pub(super) fn import_list(session: &mut Session, path: &Path, dry_run: bool) -> Result<ListReport, AppError> {
    let refused = RefusedTo::beside(path);
    session.import_facilities(path, &ListOptions { dry_run, refused, ..ListOptions::default() })
}
