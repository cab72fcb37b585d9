//! The same frames in a real terminal. Skipped with one line where there is no tmux.

use super::scene::{FRAMES, Grid, HEIGHT, WIDTH, scene};
use super::table::{TABLE_HEIGHT, TABLE_WIDTH, laid, table};
use super::{Wire, terminal};
use ratatui::Frame;
use ratatui::layout::Size;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// A tmux server of its own, ended with the test, with a pane that shows what is written to a pipe.
struct Pane {
    folder: PathBuf,
    input: Option<File>,
}

impl Pane {
    /// `None` when tmux or the pipe cannot be had here.
    fn start(name: &str, size: Size) -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("wardbook-tmux-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).ok()?;
        let pipe = folder.join("pipe");
        let mut pane = Self { folder, input: None };
        Command::new("mkfifo").arg(&pipe).status().ok().filter(std::process::ExitStatus::success)?;
        let (width, height) = (size.width.to_string(), size.height.to_string());
        let show = format!("cat '{}'", pipe.display());
        let started = pane.run(&[
            "-u",
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            &width,
            "-y",
            &height,
            &show,
            ";",
            "set",
            "status",
            "off",
        ])?;
        if !started.status.success() {
            return None;
        }
        // Reading as well keeps the call from waiting for the other end.
        pane.input = Some(OpenOptions::new().read(true).write(true).open(&pipe).ok()?);
        Some(pane)
    }

    fn socket(&self) -> PathBuf {
        Path::new(&self.folder).join("socket")
    }

    fn run(&self, arguments: &[&str]) -> Option<Output> {
        let mut command = Command::new("tmux");
        command.env_remove("TMUX").env("LC_ALL", "C.UTF-8").arg("-S").arg(self.socket());
        command.args(arguments).output().ok()
    }

    /// The screen once it holds `last`, which the frame paints last.
    fn show(&mut self, bytes: &[u8], last: &str) -> Vec<String> {
        self.input.as_mut().unwrap().write_all(bytes).unwrap();
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let output = self.run(&["capture-pane", "-p"]).unwrap();
            let screen = String::from_utf8(output.stdout).unwrap();
            if screen.contains(last) {
                return screen.lines().map(str::to_owned).collect();
            }
            assert!(Instant::now() < deadline, "no {last} in\n{screen}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
        // What is left behind is in the system's own folder for such things.
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

/// Draws ten frames and compares each row of each.
fn compare(name: &str, size: Size, draw: impl Fn(usize, &mut Frame, &mut Grid)) {
    let Some(mut pane) = Pane::start(name, size) else {
        eprintln!("skipped: tmux cannot be started here");
        return;
    };
    let wire = Wire::default();
    let mut terminal = terminal(&wire, size);
    for step in 0..FRAMES {
        let mut expected = Grid::new(size);
        terminal.draw(|frame| draw(step, frame, &mut expected)).unwrap();
        let lines = pane.show(&wire.take(), &format!("frame {step}."));
        for (y, row) in expected.cells.iter().enumerate() {
            let mut shown = Grid::new(Size::new(size.width, 1));
            shown.write(0, 0, lines.get(y).map_or("", String::as_str));
            assert_eq!(&shown.cells[0], row, "frame {step}, row {y}");
        }
    }
}

#[test]
fn tmux_shows_every_letter_too() {
    compare("scene", Size::new(WIDTH, HEIGHT), scene);
}

#[test]
fn tmux_keeps_two_hundred_words_and_lines() {
    compare("table", Size::new(TABLE_WIDTH, TABLE_HEIGHT), |step, frame, grid| {
        table(step, frame, grid, laid);
    });
}
