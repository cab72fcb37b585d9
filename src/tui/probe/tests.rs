//! The question and its answers, in the head and over a real pseudo-terminal.

use super::*;

fn key(letter: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)
}

#[test]
fn only_exact_answers_mean_clusters() {
    assert_eq!(verdict(&[3, 2, 3]), Profile::Clustered);
    for columns in [&[5, 4, 4][..], &[3, 2], &[3, 2, 3, 3], &[4, 2, 3], &[3, 3, 3], &[], &[1, 1, 1]] {
        assert_eq!(verdict(columns), Profile::Sum, "{columns:?}");
    }
    let sums = WORDS.map(|word| Profile::Sum.width(word) as u16 + 1);
    assert_eq!(sums, [5, 4, 4]);
}

#[test]
fn answers_are_taken_out_from_between_keys() {
    let mut reading = Reading::default();
    // In pieces, among letters, an arrow, and F3 with Shift, which looks like an answer from the first row.
    for bytes in [&b"R\x1b[2;"[..], b"3R\x1b[A", b"a\x1b[2;12R\x1b[1;2R", "ក\r\x1bOR".as_bytes(), b"\x13\x1b"]
    {
        reading.take(bytes);
    }
    assert_eq!(reading.columns, [3, 12]);
    let [enter, escape] = [KeyCode::Enter, KeyCode::Esc].map(|code| KeyEvent::new(code, KeyModifiers::NONE));
    let save = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL);
    assert_eq!(keys(&reading.rest), [key('R'), key('a'), key('ក'), enter, save, escape]);
    assert_eq!(keys(b"\xE1\x9E"), []);
}

#[cfg(unix)]
mod over_a_pty {
    use std::fs::File;
    use std::io::{Read, Write};
    use std::num::NonZeroU16;
    use std::os::fd::OwnedFd;
    use std::thread::JoinHandle;
    use std::time::Duration;

    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::asking::ask;
    use super::*;

    /// Where a terminal has its cursor, counted from 1.
    trait Screen: Send + 'static {
        fn print(&mut self, text: &str);
        fn cursor(&self) -> (u16, u16);
    }

    struct Sum(vt100::Parser);

    impl Screen for Sum {
        fn print(&mut self, text: &str) {
            self.0.process(text.as_bytes());
        }

        fn cursor(&self) -> (u16, u16) {
            let (row, column) = self.0.screen().cursor_position();
            (row + 1, column + 1)
        }
    }

    /// Advances by one for each cluster, and knows no more than where the cursor is set.
    #[derive(Default)]
    struct Clusters {
        row: u16,
        column: u16,
    }

    impl Screen for Clusters {
        fn print(&mut self, text: &str) {
            for piece in text.split('\x1b').filter(|piece| !piece.is_empty()) {
                let end = piece.find(|letter: char| letter.is_ascii_alphabetic()).unwrap();
                let (sequence, printed) = piece.split_at(end + 1);
                if sequence.ends_with('H') {
                    let place = sequence.trim_start_matches('[').trim_end_matches('H');
                    let (row, column) = place.split_once(';').unwrap_or(("1", "1"));
                    (self.row, self.column) = (row.parse().unwrap(), column.parse().unwrap());
                }
                self.column += printed.graphemes(true).count() as u16;
            }
        }

        fn cursor(&self) -> (u16, u16) {
            (self.row, self.column)
        }
    }

    fn pair() -> (OwnedFd, File) {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let slave = File::options().read(true).write(true).open(name).unwrap();
        let mut mode = tcgetattr(&slave).unwrap();
        mode.make_raw();
        tcsetattr(&slave, OptionalActions::Now, &mode).unwrap();
        (master, slave)
    }

    /// A terminal that answers each question, after `first` has been typed, until the last has come; what it was sent,
    /// and its end, with which the answers would go.
    fn answering(
        master: OwnedFd,
        mut screen: impl Screen,
        first: &'static str,
    ) -> JoinHandle<(String, File)> {
        let mut master = File::from(master);
        master.write_all(first.as_bytes()).unwrap();
        std::thread::spawn(move || {
            let (mut all, mut unanswered) = (String::new(), String::new());
            let mut buffer = [0; 4096];
            // The last thing that is asked for is the place at the top left.
            while !all.ends_with("\x1b[H") {
                let count = master.read(&mut buffer).unwrap();
                let text = std::str::from_utf8(&buffer[..count]).unwrap();
                all.push_str(text);
                unanswered.push_str(text);
                while let Some((printed, rest)) = unanswered.split_once("\x1b[6n") {
                    screen.print(printed);
                    let (row, column) = screen.cursor();
                    write!(master, "\x1b[{row};{column}R").unwrap();
                    unanswered = rest.to_owned();
                }
            }
            (all, master)
        })
    }

    const PATIENT: Duration = Duration::from_mins(1);

    fn ask_over(slave: &File, limit: Duration) -> Found {
        ask(slave, &mut &*slave, limit).unwrap()
    }

    #[test]
    fn a_terminal_is_known_by_its_answers() {
        let size = |count| NonZeroU16::new(count).unwrap();
        let (master, slave) = pair();
        let sum = answering(master, Sum(vt100::Parser::new(size(24), size(80), 0)), "");
        let found = ask_over(&slave, PATIENT);
        assert_eq!(found, Found { profile: Profile::Sum, typed: Vec::new() });
        let (asked, _) = sum.join().unwrap();
        // What was printed is taken away again.
        let mut left = vt100::Parser::new(size(24), size(80), 0);
        left.process(asked.as_bytes());
        assert_eq!((left.screen().contents().trim(), left.screen().cursor_position()), ("", (0, 0)));

        let (master, slave) = pair();
        let clusters = answering(master, Clusters::default(), "sក");
        assert_eq!(
            ask_over(&slave, PATIENT),
            Found { profile: Profile::Clustered, typed: vec![key('s'), key('ក')] }
        );
        clusters.join().unwrap();
    }

    #[test]
    fn a_terminal_that_does_not_answer_is_not_waited_for() {
        let (master, slave) = pair();
        let mut master = File::from(master);
        master.write_all(b"q").unwrap();
        let found = ask_over(&slave, LIMIT);
        assert_eq!(found, Found { profile: Profile::Sum, typed: vec![key('q')] });
        // One that is gone is no reason to fail before the screens do.
        drop(master);
        assert!(ask(&slave, &mut Vec::new(), PATIENT).is_ok_and(|found| found.profile == Profile::Sum));
    }
}
