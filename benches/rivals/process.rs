//! Whole processes: how long they take, and how much memory at most.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::times::{Times, once};

/// How long a process takes from its start to its end.
pub fn time(command: &mut Command) -> Duration {
    once(|| output(command))
}

/// What a process prints.
pub fn output(command: &mut Command) -> Vec<u8> {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// What a process took, looked at while it ran.
pub struct Watched {
    pub wall: Duration,
    /// The most memory it held, in bytes, where the system says it.
    pub peak: Option<u64>,
}

/// Runs a process, and meanwhile calls `look` with the time that has passed.
pub fn watch(command: &mut Command, every: Duration, mut look: impl FnMut(Duration)) -> Watched {
    let begun = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let process = child.id();
    let (output, wall, peak) = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| (child.wait_with_output().unwrap(), begun.elapsed()));
        let mut peak = None;
        while !waiting.is_finished() {
            peak = status(process, "VmHWM:").or(peak);
            look(begun.elapsed());
            std::thread::sleep(every);
        }
        let (output, wall) = waiting.join().unwrap();
        (output, wall, peak)
    });
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Watched { wall, peak }
}

/// The most memory that a process holds, in bytes.
pub fn peak(command: &mut Command) -> Option<u64> {
    watch(command, Duration::from_micros(300), |_| ()).peak
}

/// A line of `/proc/…/status` in bytes, where the system has one.
pub fn status(process: u32, name: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}

/// Processes in turn, so that what disturbs the machine disturbs all alike. One run of each beforehand brings the
/// files into the page cache. What they print goes nowhere.
pub fn in_turn(times: usize, commands: &mut [Command]) -> Vec<Times> {
    let run = |command: &mut Command| {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        once(|| assert!(command.status().unwrap().success(), "{command:?}"))
    };
    for command in commands.iter_mut() {
        run(command);
    }
    let mut measured = vec![Vec::new(); commands.len()];
    for _ in 0..times {
        for (command, measured) in commands.iter_mut().zip(&mut measured) {
            measured.push(run(command));
        }
    }
    measured.into_iter().map(Times::new).collect()
}
