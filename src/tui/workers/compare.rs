//! Comparing many cases with each other: on a thread of its own with a connection of its own, for in a large book it takes seconds.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use super::Workers;
use crate::app::AppError;
use crate::app::duplicates::{Compared, Suspected, Which, suspected, suspected_of};
use crate::book::{InterruptHandle, Listing, Reader, StoredCase};
use crate::domain::number::CaseNumber;
use crate::tui::effect::{Answer, Beside, Comparing, Generation, Scope, Shown, Suspect, Suspects};
use crate::tui::model::Msg;

/// Pairs that are shown at most: who has decided on these asks for the next.
const SHOWN: usize = 200;

/// What compares cases with each other.
#[derive(Default)]
pub struct Comparer {
    reader: Mutex<Option<Reader>>,
    handle: Mutex<Option<InterruptHandle>>,
    /// What is to be looked for when what runs is done.
    next: Mutex<Next>,
    runs: AtomicBool,
}

/// What is to be done: of each kind the newest takes the place of an older one.
#[derive(Default)]
struct Next {
    count: Option<(i64, Generation)>,
    compare: Option<Comparing>,
}

/// One thing that is done.
enum Task {
    Count(i64, Generation),
    Compare(Comparing),
}

impl Next {
    fn take(&mut self) -> Option<Task> {
        let count = self.count.take().map(|(after, generation)| Task::Count(after, generation));
        count.or_else(|| self.compare.take().map(Task::Compare))
    }

    fn is_none(&self) -> bool {
        self.count.is_none() && self.compare.is_none()
    }
}

impl Comparer {
    /// Compares the cases of another book from now on.
    pub fn use_book(&self, reader: Reader) {
        *lock(&self.handle) = Some(reader.interrupt_handle());
        *lock(&self.reader) = Some(reader);
    }

    /// Breaks off what runs.
    pub fn stop(&self) {
        *lock(&self.next) = Next::default();
        if let Some(handle) = lock(&self.handle).as_ref() {
            handle.interrupt();
        }
    }

    /// Works until nothing more is asked for; what was asked meanwhile counts, not what it takes the place of.
    fn work(&self, out: &Sender<Msg>, is_over: &AtomicBool) {
        loop {
            // Of a guard in the loop's head the lock would be held until the answer is there.
            let next = lock(&self.next).take();
            let Some(task) = next else {
                return;
            };
            let reader = lock(&self.reader).take();
            let Some(reader) = reader else {
                return;
            };
            let goes_on = || !is_over.load(Ordering::SeqCst);
            let answer = match task {
                Task::Count(after, generation) => {
                    let counted = if goes_on() { count(&reader, after, &goes_on) } else { Ok(0) };
                    Some(Answer::PairsCounted(generation, counted))
                }
                Task::Compare(comparing) => {
                    // A newer one is not waited with.
                    let is_newest = || goes_on() && lock(&self.next).compare.is_none();
                    let found = if goes_on() {
                        compare(&reader, &comparing, &is_newest, out)
                    } else {
                        Ok(Suspects::default())
                    };
                    is_newest().then_some(Answer::Suspects(found))
                }
            };
            // Another book may have come meanwhile.
            lock(&self.reader).get_or_insert(reader);
            if let Some(answer) = answer {
                let _ = out.send(Msg::Answer(answer));
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
        lock(&self.comparer.next).compare = Some(comparing);
        self.start_comparing();
    }

    /// Counts the pairs of which at least one case was logged after the one in a row.
    pub fn count_pairs(&self, after: i64, generation: Generation) {
        lock(&self.comparer.next).count = Some((after, generation));
        self.start_comparing();
    }

    fn start_comparing(&self) {
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

fn count(reader: &Reader, after: i64, goes_on: &dyn Fn() -> bool) -> Result<usize, AppError> {
    let (which, all) = (Which::After(after), Listing::default());
    suspected(&reader.view(), &which, &all, Some(0), &mut |_| goes_on()).map(|(_, count)| count)
}

fn compare(
    reader: &Reader,
    comparing: &Comparing,
    goes_on: &dyn Fn() -> bool,
    out: &Sender<Msg>,
) -> Result<Suspects, AppError> {
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
    let which = match comparing.scope {
        Scope::Since(day) => Which::Since(day),
        Scope::All => Which::InStretches,
        Scope::After(row) => Which::After(row),
    };
    let mut told = |compared: Compared| {
        if comparing.scope == Scope::All {
            let _ = out.send(Msg::Answer(Answer::Compared(compared)));
        }
        goes_on()
    };
    let (others, all) = suspected(&view, &which, &Listing::default(), Some(SHOWN), &mut told)?;
    let first = found.len();
    let is_new =
        |pair: &Suspected| !found.iter().any(|known| known.kept == pair.kept && known.other == pair.other);
    let others: Vec<Suspected> = others.into_iter().filter(is_new).collect();
    let all = all.max(first + others.len());
    found.extend(others);
    let pairs = found.into_iter().map(|pair| suspect(reader, pair)).collect::<Result<_, _>>()?;
    Ok(Suspects { pairs, all, scope: Some(comparing.scope) })
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
