//! A terminal of 80×24 with the program in it: keys go in, the screen is read back.

#![allow(dead_code, reason = "each test program uses its part")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long something may take before the test gives up: key derivation in a debug build is slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a terminal.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    _master: Box<dyn MasterPty + Send>,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

/// The program on a book in a folder of its own.
pub fn wardbook(folder: &Path, lang: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wardbook"));
    command.args(arguments);
    command.env_clear();
    for (name, path) in [
        ("HOME", folder.to_owned()),
        ("XDG_CONFIG_HOME", folder.join("config")),
        ("XDG_DATA_HOME", folder.join("data")),
        ("XDG_STATE_HOME", folder.join("state")),
        ("TMPDIR", folder.to_owned()),
        ("WARDBOOK_BOOK", folder.join("book.wardbook")),
    ] {
        command.env(name, path);
    }
    command.env("LANG", lang);
    command.env("TERM", "xterm-256color");
    command.cwd(folder);
    command
}

impl Pty {
    /// Starts the program.
    pub fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(NonZeroU16::new(24).unwrap(), NonZeroU16::new(80).unwrap(), 0);
        let seen = Arc::new((Mutex::new(Seen { screen, bytes: Vec::new() }), Condvar::new()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let mut seen = shared.0.lock().unwrap();
                seen.screen.process(&buffer[..count]);
                seen.bytes.extend_from_slice(&buffer[..count]);
                shared.1.notify_all();
            }
        });
        Self { child, writer, seen, _master: pair.master }
    }

    /// The screen's lines; the blanks that Khmer reserves are left out.
    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().screen.screen().contents()
    }

    /// Everything that the program printed.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// Waits until the screen is as wanted.
    pub fn until(&self, what: &str, is_there: impl Fn(&str) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let is_missing = |seen: &mut Seen| !is_there(&seen.screen.screen().contents());
        let (seen, waited) = self.seen.1.wait_timeout_while(seen, PATIENCE, is_missing).unwrap();
        let screen = seen.screen.screen().contents();
        drop(seen);
        assert!(!waited.timed_out(), "waited in vain for {what}; the screen:\n{screen}");
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&self, text: &str) {
        self.until(text, |screen| screen.contains(text));
    }

    /// Waits until what was printed is as wanted.
    pub fn until_bytes(&self, what: &str, is_there: impl Fn(&[u8]) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let is_missing = |seen: &mut Seen| !is_there(&seen.bytes);
        let (seen, waited) = self.seen.1.wait_timeout_while(seen, PATIENCE, is_missing).unwrap();
        drop(seen);
        assert!(!waited.timed_out(), "waited in vain for {what}; the screen:\n{}", self.screen());
    }

    /// Clicks on a text.
    pub fn click(&mut self, text: &str) {
        self.wait_for(text);
        let columns = |line: &str| Some(line.split_once(text)?.0.chars().count());
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, columns(line)?)));
        let (row, column) = found.unwrap();
        self.send(&format!("\u{1b}[<0;{};{}M\u{1b}[<0;{0};{1}m", column + 1, row + 1));
    }

    /// Types a text, or sends a key's own bytes.
    pub fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// The process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the program has ended by itself.
    pub fn ended(&mut self) -> bool {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                if !status.success() {
                    eprintln!("ended with {status:?}; the screen:\n{}", self.screen());
                }
                return status.success();
            }
            assert!(Instant::now() < end, "the program does not end; the screen:\n{}", self.screen());
            // Its last words wake this, or the time to look again.
            let seen = self.seen.0.lock().unwrap();
            drop(self.seen.1.wait_timeout(seen, Duration::from_millis(20)).unwrap());
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
