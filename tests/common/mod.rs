//! A folder with a book of its own, and the program run on it.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod formats;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A desk in a temporary folder: nothing of the user's own is touched.
pub struct Desk {
    pub folder: tempfile::TempDir,
    pub passphrase: String,
}

/// What a command answered.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// A folder without a book.
    pub fn empty(passphrase: &str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), passphrase: passphrase.to_owned() }
    }

    /// A folder with a book of the desk KC. An empty passphrase makes a book in clear,
    /// which opens without deriving a key: for loops.
    pub fn with_book(passphrase: &str) -> Self {
        let desk = Self::empty(passphrase);
        desk.ok(&["init", "--desk", "KC", "--officer", "Sok Dara"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn book(&self) -> PathBuf {
        self.path("សៀវភៅ my.wardbook")
    }

    /// The program, with all that it looks at in the folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wardbook"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.path("home"))
            .env("WARDBOOK_BOOK", self.book())
            .env("WARDBOOK_PASSPHRASE", &self.passphrase)
            .stdin(Stdio::null())
            .current_dir(self.folder.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command().args(arguments).output().unwrap())
    }

    /// Runs a command with text on its standard input.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Answer {
        use std::io::Write;
        let mut child = self
            .command()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses early closes its end: that is its right.
        let _ = child.stdin.take().unwrap().write_all(input);
        answer(child.wait_with_output().unwrap())
    }

    /// Runs a command that must succeed; returns its standard output.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
        answer.out
    }

    /// Logs a case described as JSON; returns its number.
    pub fn add(&self, case: &Value) -> String {
        let answer = self.run_with(&["add", "--json", "-"], case.to_string().as_bytes());
        assert_eq!(answer.code, 0, "{}", answer.err);
        answer.out.lines().last().unwrap().to_owned()
    }

    /// The lines of a command's JSON.
    pub fn json(&self, arguments: &[&str]) -> Vec<Value> {
        self.ok(arguments).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The book as `verify` sees it.
    pub fn verified(&self) -> Value {
        self.json(&["verify", "--json"]).remove(0)
    }
}

fn answer(output: Output) -> Answer {
    Answer {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// All bytes of all files in a folder and those below it.
pub fn all_bytes(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_bytes(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found
}
