//! How far an import is, on one line of a terminal: share, rate, time left; Ctrl-C stops it in good order.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::words;
use crate::app::Progress;
use crate::i18n::{Lang, numbers};

/// The line is written anew so often.
const EACH: Duration = Duration::from_millis(200);

/// Columns of the bar.
const BAR: usize = 20;

/// The line, while an import runs.
pub(super) struct Shown {
    lang: Lang,
    is_terminal: bool,
    begun: Instant,
    last: Option<Instant>,
    stop: Arc<AtomicBool>,
    #[cfg(unix)]
    handler: Option<signal_hook::SigId>,
}

impl Shown {
    pub fn new(lang: Lang) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        Self {
            lang,
            is_terminal: std::io::stderr().is_terminal(),
            begun: Instant::now(),
            last: None,
            #[cfg(unix)]
            handler: signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&stop)).ok(),
            stop,
        }
    }

    /// Shows how far it is; `false` where it is to stop.
    pub fn goes_on(&mut self, progress: Progress) -> bool {
        if self.is_terminal && self.last.is_none_or(|last| last.elapsed() >= EACH) {
            self.last = Some(Instant::now());
            let _ = write!(std::io::stderr(), "\r\x1b[K{}", self.line(progress, self.begun.elapsed()));
            let _ = std::io::stderr().flush();
        }
        !self.stop.load(Ordering::Relaxed)
    }

    fn line(&self, progress: Progress, passed: Duration) -> String {
        let Progress { rows, total } = progress;
        let rate = rows as f64 / passed.as_secs_f64().max(0.001);
        let share = (rows as f64 / total.max(1) as f64).min(1.0);
        let left = (total.saturating_sub(rows as u64)) as f64 / rate.max(1.0);
        let full = (share * BAR as f64) as usize;
        let bar = format!("{}{}", "█".repeat(full), "·".repeat(BAR.saturating_sub(full)));
        let number = |value: usize| numbers::number(value as u64, self.lang);
        words::importing(
            self.lang,
            &bar,
            &number((share * 100.0) as usize),
            &number(rows),
            &number(rate as usize),
            &number(left.ceil() as usize),
        )
    }

    /// Ends the line.
    pub fn end(&mut self) {
        if self.last.take().is_some() {
            let _ = writeln!(std::io::stderr());
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.end();
        #[cfg(unix)]
        if let Some(handler) = self.handler.take() {
            signal_hook::low_level::unregister(handler);
        }
    }
}
