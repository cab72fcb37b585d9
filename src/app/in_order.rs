//! Work on what comes one after the other, on all cores, with its results in the order in which it came.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};

/// So many items go to a thread at once: fewer cost more to hand over than they keep a thread busy.
const AT_ONCE: usize = 64;

/// So many parts wait for a thread, for each that there is: what is read ahead stays small.
const WAITING: usize = 2;

/// What came together, with the place of it in the order.
type Part<T> = (usize, Vec<T>);

/// Lets `feed` give items to the function that it is called with. `work` makes a result of each, in threads of its own,
/// as many as there are cores, while `feed` goes on; `take` gets all results in the items' order, in this thread. So reading
/// and writing run beside the work.
///
/// # Errors
///
/// The first of `feed` and of `take`; nothing is taken behind one.
pub(super) fn in_order<Item: Send, Done: Send, Failed>(
    work: impl Fn(Item) -> Done + Sync,
    take: impl FnMut(Done) -> Result<(), Failed>,
    feed: impl FnOnce(&mut dyn FnMut(Item) -> Result<(), Failed>) -> Result<(), Failed>,
) -> Result<(), Failed> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let (give, given) = mpsc::sync_channel::<Part<Item>>(threads * WAITING);
    let (hand_back, done) = mpsc::channel::<Part<Done>>();
    // It goes with the last of the threads, so that nothing waits for them where they panicked.
    let given = Arc::new(Mutex::new(given));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (given, work, hand_back) = (given.clone(), &work, hand_back.clone());
            scope.spawn(move || work_through(&given, work, &hand_back));
        }
        drop((given, hand_back));
        let mut line = Line {
            give: Some(give),
            done,
            take,
            part: Vec::with_capacity(AT_ONCE),
            parts: 0,
            early: BTreeMap::new(),
            taken: 0,
        };
        feed(&mut |item| line.add(item))?;
        line.finish()
    })
}

/// What one thread does until nothing more comes.
fn work_through<Item, Done>(
    given: &Mutex<Receiver<Part<Item>>>,
    work: &impl Fn(Item) -> Done,
    hand_back: &Sender<Part<Done>>,
) {
    loop {
        let part = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((place, items)) = part else {
            return;
        };
        // Nobody listens where something failed: the rest is not worth the work.
        if hand_back.send((place, items.into_iter().map(work).collect())).is_err() {
            return;
        }
    }
}

/// What stands between the threads and the one that reads and writes.
struct Line<Item, Done, Take> {
    /// Until all is given.
    give: Option<SyncSender<Part<Item>>>,
    done: Receiver<Part<Done>>,
    take: Take,
    /// What waits to be given.
    part: Vec<Item>,
    /// Parts given.
    parts: usize,
    /// Parts that were done before those ahead of them.
    early: BTreeMap<usize, Vec<Done>>,
    /// Parts taken.
    taken: usize,
}

impl<Item, Done, Failed, Take: FnMut(Done) -> Result<(), Failed>> Line<Item, Done, Take> {
    fn add(&mut self, item: Item) -> Result<(), Failed> {
        self.part.push(item);
        if self.part.len() < AT_ONCE {
            return Ok(());
        }
        self.give_part();
        while let Ok(done) = self.done.try_recv() {
            self.take_part(done)?;
        }
        Ok(())
    }

    fn give_part(&mut self) {
        let part = std::mem::replace(&mut self.part, Vec::with_capacity(AT_ONCE));
        // Where all threads panicked it fails, which the scope tells.
        if let Some(give) = &self.give {
            let _ = give.send((self.parts, part));
        }
        self.parts += 1;
    }

    fn take_part(&mut self, (place, done): Part<Done>) -> Result<(), Failed> {
        self.early.insert(place, done);
        while let Some(next) = self.early.remove(&self.taken) {
            next.into_iter().try_for_each(&mut self.take)?;
            self.taken += 1;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), Failed> {
        self.give_part();
        // Now the threads end, and with them what is done.
        self.give = None;
        while self.taken < self.parts {
            let Ok(done) = self.done.recv() else {
                break;
            };
            self.take_part(done)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 63, 64, 65, 1_000, 10_000] {
            let mut taken = Vec::new();
            let done = in_order(
                |item: usize| {
                    // Some take longer than those behind them.
                    if item.is_multiple_of(640) {
                        std::thread::sleep(std::time::Duration::from_micros(500));
                    }
                    item * 2
                },
                |done| {
                    taken.push(done);
                    Ok::<(), ()>(())
                },
                |give| (0..count).try_for_each(give),
            );
            assert_eq!((done, taken), (Ok(()), (0..count).map(|item| item * 2).collect()));
        }
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_told_and_hangs_nothing() {
        let work = |item: usize| assert!(item != 70, "one of many");
        let _ = in_order(work, |()| Ok::<(), ()>(()), |give| (0..100_000).try_for_each(give));
    }

    #[test]
    fn nothing_is_taken_behind_a_failure() {
        let mut taken = 0;
        let take = |item: usize| {
            taken += 1;
            if item == 1_000 { Err("full") } else { Ok(()) }
        };
        assert_eq!(in_order(|item| item, take, |give| (0..100_000).try_for_each(give)), Err("full"));
        assert_eq!(taken, 1_001);
        let fed = in_order(|item: usize| item, |_| Ok(()), |give| give(1).and(Err("unread")));
        assert_eq!(fed, Err("unread"));
    }
}
