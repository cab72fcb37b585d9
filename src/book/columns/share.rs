//! Work on many blocks, shared between the cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

/// At most so many items are taken at once.
const AT_ONCE: usize = 16;

/// Works through items in up to so many threads, no more than there are cores, each with a state of its own; returns the
/// states. A thread takes the next few items whenever it is done with its last, so that one that is held up delays
/// nothing. Which item meets which state is left to chance.
pub fn shared<Item: Sync, State: Send>(
    items: &[Item],
    most_threads: usize,
    new: impl Fn() -> State + Sync,
    work: impl Fn(&mut State, usize, &Item) + Sync,
) -> Vec<State> {
    let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if most_threads > 1 { cores().min(most_threads).min(items.len()) } else { 1 }.max(1);
    let at_once = (items.len() / (threads * 4)).clamp(1, AT_ONCE);
    let next = AtomicUsize::new(0);
    let run = || {
        let mut state = new();
        loop {
            let first = next.fetch_add(at_once, Ordering::Relaxed);
            let Some(left) = items.get(first..).filter(|left| !left.is_empty()) else {
                return state;
            };
            for (index, item) in (first..).zip(left.iter().take(at_once)) {
                work(&mut state, index, item);
            }
        }
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut states = vec![run()];
        for other in others {
            match other.join() {
                Ok(state) => states.push(state),
                Err(panicked) => std::panic::resume_unwind(panicked),
            }
        }
        states
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_worked_on_once() {
        for (count, threads) in [(0, 4), (1, 4), (7, 2), (1000, 0), (1000, 2), (1000, 64)] {
            let items: Vec<usize> = (0..count).collect();
            let parts = shared(&items, threads, Vec::new, |seen, index, item| seen.push((index, *item)));
            assert!(parts.len() <= threads.max(1));
            let mut seen: Vec<_> = parts.into_iter().flatten().collect();
            seen.sort_unstable();
            assert_eq!(seen, items.iter().map(|item| (*item, *item)).collect::<Vec<_>>());
        }
    }
}
