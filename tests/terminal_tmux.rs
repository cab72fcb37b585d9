//! An officer's way through the real program in tmux, in Khmer: a form, a draft, a resize, a case, the map. Skipped
//! with one line where there is no tmux.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// How long a screen may take: a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A tmux server of its own, ended with the test.
struct Tmux<'a> {
    folder: &'a Path,
}

impl Tmux<'_> {
    fn run(&self, arguments: &[&str]) -> Option<Output> {
        let mut command = Command::new("tmux");
        command
            .env_remove("TMUX")
            .env("LC_ALL", "C.UTF-8")
            .arg("-u")
            .arg("-S")
            .arg(self.folder.join("socket"));
        command.args(arguments).output().ok()
    }

    fn screen(&self) -> String {
        let output = self.run(&["capture-pane", "-p"]).unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn wait_for(&self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            if screen.contains(text) {
                return screen;
            }
            assert!(Instant::now() < end, "no `{text}` in\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn keys(&self, keys: &[&str]) {
        let sent = self.run(&[&["send-keys"], keys].concat()).unwrap();
        assert!(sent.status.success(), "{}", String::from_utf8_lossy(&sent.stderr));
    }

    fn type_text(&self, text: &str) {
        self.keys(&["-l", text]);
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        let _ = self.run(&["kill-server"]);
    }
}

/// Starts the program on the demo; `None` where there is no tmux.
fn demo(folder: &Path) -> Option<Tmux<'_>> {
    let tmux = Tmux { folder };
    let home = folder.display();
    let program = env!("CARGO_BIN_EXE_wardbook");
    let start = format!(
        "env -i HOME='{home}' TMPDIR='{home}' TERM=tmux-256color LANG=C.UTF-8 '{program}' --lang km demo --cases 60"
    );
    let started = tmux.run(&["-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", &start])?;
    started.status.success().then_some(tmux)
}

#[test]
fn a_case_is_logged_and_found_on_the_map_in_tmux() {
    let folder = tempfile::tempdir().unwrap();
    let Some(tmux) = demo(folder.path()) else {
        eprintln!("skipped: there is no tmux here");
        return;
    };
    tmux.run(&["set", "-g", "status", "off"]).unwrap();
    tmux.wait_for("ករណីកត់ចុងក្រោយ");
    tmux.keys(&["F7"]);
    tmux.wait_for("មូលដ្ឋានសុខាភិបាល");
    tmux.type_text("កុសុមៈ");
    tmux.wait_for("> មន្ទីរពេទ្យព្រះកុសុមៈ");
    tmux.keys(&["Enter"]);
    tmux.type_text("ម្សិលមិញ");
    tmux.keys(&["Tab"]);
    tmux.type_text("w");
    tmux.wait_for("WAIT");
    // Left and taken up again, and the window pulled about meanwhile.
    tmux.keys(&["Escape"]);
    tmux.wait_for("សេចក្ដីព្រាង");
    for (columns, rows) in [("40", "12"), ("200", "60"), ("20", "5"), ("80", "24")] {
        tmux.run(&["resize-window", "-x", columns, "-y", rows]).unwrap();
    }
    tmux.keys(&["F7"]);
    tmux.wait_for("F4");
    tmux.keys(&["F4"]);
    tmux.wait_for("WAIT");
    tmux.keys(&["F12"]);
    let saved = tmux.wait_for("DEMO-");
    assert!(saved.contains("រក្សាទុក"), "{saved}");
    tmux.keys(&["F8"]);
    let map = tmux.wait_for("© OpenStreetMap");
    for line in ["ភ្នំពេញ", "កណ្ដាល", "ចំណុចក្ដៅ"] {
        assert!(map.contains(line), "no `{line}` in\n{map}");
    }
    tmux.keys(&["F10"]);
    let end = Instant::now() + PATIENCE;
    while tmux.run(&["has-session"]).unwrap().status.success() {
        assert!(Instant::now() < end, "the program does not end:\n{}", tmux.screen());
        std::thread::sleep(Duration::from_millis(20));
    }
}
