//! Comparing many cases with each other: on a thread of its own with a connection of its own, for in a large book it takes seconds.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::Workers;
use crate::app::AppError;
use crate::app::duplicates::{Suspected, Which, suspected, suspected_of};
use crate::book::{InterruptHandle, Listing, Reader, StoredCase};
use crate::domain::number::CaseNumber;
use crate::tui::effect::{Answer, Beside, Comparing, Shown, Suspect, Suspects};
use crate::tui::model::Msg;

/// Pairs that are shown at most: who has decided on these asks for the next.
const SHOWN: usize = 200;

/// What compares cases with each other.
#[derive(Default)]
pub struct Comparer {
    reader: Mutex<Option<Reader>>,
    handle: Mutex<Option<InterruptHandle>>,
    /// What is to be looked for when the one that runs is done.
    next: Mutex<Option<Comparing>>,
    runs: AtomicBool,
}

impl Comparer {
    /// Compares the cases of another book from now on.
    pub fn use_book(&self, reader: Reader) {
        *lock(&self.handle) = Some(reader.interrupt_handle());
        *lock(&self.reader) = Some(reader);
    }

    /// Breaks off what runs.
    pub fn stop(&self) {
        lock(&self.next).take();
        if let Some(handle) = lock(&self.handle).as_ref() {
            handle.interrupt();
        }
    }

    /// Compares until nothing more is asked for; what was asked meanwhile counts, not what it takes the place of.
    fn work(&self, out: &std::sync::mpsc::Sender<Msg>, is_over: &AtomicBool) {
        loop {
            // Of a guard in the loop's head the lock would be held until the answer is there.
            let next = lock(&self.next).take();
            let Some(comparing) = next else {
                return;
            };
            let reader = lock(&self.reader).take();
            let Some(reader) = reader else {
                return;
            };
            let is_wanted = !is_over.load(Ordering::SeqCst);
            let found = if is_wanted { compare(&reader, &comparing) } else { Ok(Suspects::default()) };
            // Another book may have come meanwhile.
            lock(&self.reader).get_or_insert(reader);
            let is_newest = lock(&self.next).is_none();
            if is_newest {
                let _ = out.send(Msg::Answer(Answer::Suspects(found)));
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Workers {
    /// Compares cases with each other.
    pub fn compare(&self, comparing: Comparing) {
        *lock(&self.comparer.next) = Some(comparing);
        if self.comparer.runs.swap(true, Ordering::SeqCst) {
            return;
        }
        let (comparer, out, running) =
            (Arc::clone(&self.comparer), self.out.clone(), Arc::clone(&self.running));
        running.unanswered.fetch_add(1, Ordering::SeqCst);
        let spawned = std::thread::Builder::new().name("compare".into()).spawn(move || {
            loop {
                comparer.work(&out, &running.is_over);
                comparer.runs.store(false, Ordering::SeqCst);
                // What was asked just then found it running.
                let is_done = lock(&comparer.next).is_none();
                if is_done || comparer.runs.swap(true, Ordering::SeqCst) {
                    break;
                }
            }
            running.unanswered.fetch_sub(1, Ordering::SeqCst);
        });
        lock(&self.readers).extend(spawned);
    }
}

fn compare(reader: &Reader, comparing: &Comparing) -> Result<Suspects, AppError> {
    let view = reader.view();
    let mut found = Vec::new();
    if let Some(number) = &comparing.of {
        found.extend(
            view.case(number)
                .map_err(AppError::from)
                .and_then(|stored| suspected_of(&view, &stored))
                .unwrap_or_default(),
        );
    }
    let (others, all) = suspected(&view, &Which::Since(comparing.since), &Listing::default(), Some(SHOWN))?;
    let first = found.len();
    let is_new =
        |pair: &Suspected| !found.iter().any(|known| known.kept == pair.kept && known.other == pair.other);
    let others: Vec<Suspected> = others.into_iter().filter(is_new).collect();
    let all = all.max(first + others.len());
    found.extend(others);
    let pairs = found.into_iter().map(|pair| suspect(reader, pair)).collect::<Result<_, _>>()?;
    Ok(Suspects { pairs, all })
}

fn suspect(reader: &Reader, pair: Suspected) -> Result<Suspect, AppError> {
    let view = reader.view();
    let shown = |stored: StoredCase| -> Result<Shown, AppError> {
        let narrative = view.narrative(&stored)?;
        let facility = view.facilities().get(&stored.case.record.facility);
        Ok(Shown { case: stored.case, facility, narrative })
    };
    Ok(Suspect {
        kept: shown(pair.kept)?,
        other: shown(pair.other)?,
        score: pair.score,
        reasons: pair.reasons,
    })
}

/// The likeliest other case that one may be the same as.
pub fn beside(reader: &Reader, number: &CaseNumber) -> Result<Beside, AppError> {
    let view = reader.view();
    let found = suspected_of(&view, &view.case(number)?)?;
    let likeliest = found.into_iter().next().map(|pair| {
        let there = if pair.kept.case.number == *number { pair.other } else { pair.kept };
        (there.case.number, pair.reasons)
    });
    Ok(Beside { number: number.clone(), likeliest })
}
