//! Looks over the bytes of a table before it is read: on which line each record begins,
//! and whether a quotation is left open, which would swallow all rows behind it.
//!
//! The rules are those of the CSV reader: a quotation mark opens at the beginning of a
//! field only, two of them inside stand for one, and empty lines are no records.

/// Where in a record the scan is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Between records.
    Gap,
    /// At the beginning of a field.
    FieldStart,
    /// In a field without quotation marks.
    Plain,
    /// Inside a quotation.
    Quoted,
    /// Behind a quotation mark inside a quotation: its end, or the first of two.
    QuoteInQuoted,
}

/// No honest row is longer, in bytes: a story of 100,000 letters takes 300,000.
const LONGEST: u64 = 1 << 22;

/// The records of a table.
pub(super) struct Lines {
    at: At,
    delimiter: u8,
    line: u64,
    after_return: bool,
    opened: u64,
    /// Bytes taken so far, and those before the record that is open.
    taken: u64,
    begun: u64,
    /// The line of the first record that is too long.
    too_long: Option<u64>,
    /// The line of the first text that goes on behind a closing quotation mark.
    stray: Option<u64>,
    /// The line on which each record begins, from 1; the headers are the first.
    starts: Vec<u32>,
}

impl Lines {
    /// A scan that begins on this line.
    pub(super) fn new(delimiter: u8, line: u64) -> Self {
        Self {
            at: At::Gap,
            delimiter,
            line,
            after_return: false,
            opened: 0,
            taken: 0,
            begun: 0,
            too_long: None,
            stray: None,
            starts: Vec::new(),
        }
    }

    /// Takes the next bytes.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        loop {
            let left = self.pass_over(rest);
            self.taken += (rest.len() - left.len()) as u64;
            if self.taken - self.begun > LONGEST && self.at != At::Gap {
                self.too_long.get_or_insert(self.latest());
            }
            let Some((&byte, behind)) = left.split_first() else {
                return;
            };
            self.step(byte);
            self.taken += 1;
            self.line += u64::from(byte == b'\n' && !self.after_return) + u64::from(byte == b'\r');
            self.after_return = byte == b'\r';
            rest = behind;
        }
    }

    /// What is left behind the bytes that change nothing: most of a table are such.
    fn pass_over<'bytes>(&mut self, bytes: &'bytes [u8]) -> &'bytes [u8] {
        let end = match self.at {
            At::Plain => self.delimiter,
            At::Quoted => b'"',
            _ => return bytes,
        };
        let length = memchr::memchr3(end, b'\n', b'\r', bytes).unwrap_or(bytes.len());
        self.after_return &= length == 0;
        bytes.get(length..).unwrap_or_default()
    }

    fn step(&mut self, byte: u8) {
        let ends = matches!(byte, b'\r' | b'\n');
        if self.at == At::Gap {
            if ends {
                return;
            }
            self.starts.push(u32::try_from(self.line).unwrap_or(u32::MAX));
            self.begun = self.taken;
            self.at = At::FieldStart;
        }
        self.at = match self.at {
            At::Quoted if byte == b'"' => At::QuoteInQuoted,
            At::Quoted => At::Quoted,
            At::QuoteInQuoted if byte == b'"' => At::Quoted,
            At::QuoteInQuoted if !ends && byte != self.delimiter && byte != b' ' => {
                self.stray.get_or_insert(self.line);
                At::Plain
            }
            At::FieldStart if byte == b'"' => {
                self.opened = self.line;
                At::Quoted
            }
            _ if ends => At::Gap,
            _ if byte == self.delimiter => At::FieldStart,
            _ => At::Plain,
        };
    }

    /// The line of a record, counted from 0 at the headers.
    pub(super) fn of(&self, record: usize) -> u64 {
        self.starts.get(record).copied().map_or(0, u64::from)
    }

    /// How many records there are, the headers among them.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line on which the latest record begins.
    pub(super) fn latest(&self) -> u64 {
        self.starts.last().copied().map_or(self.line, u64::from)
    }

    /// The line on which a record begins that is longer than any honest one.
    pub(super) fn too_long(&self) -> Option<u64> {
        self.too_long
    }

    /// The line on which text goes on behind a closing quotation mark: two rows may have been taken for one there.
    pub(super) fn stray_quote(&self) -> Option<u64> {
        self.stray
    }

    /// The line on which a quotation opens that is never closed.
    pub(super) fn open_quote(&self) -> Option<u64> {
        (self.at == At::Quoted).then_some(self.opened)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Lines {
        let mut lines = Lines::new(b',', 1);
        for byte in text.bytes() {
            lines.take(&[byte]);
        }
        lines
    }

    #[test]
    fn records_begin_where_people_see_them() {
        assert_eq!(scan("a,b\nc,d\n\ne,f").starts, [1, 2, 4]);
        assert_eq!(scan("a,b\r\nc,d\r\n\r\ne,f\r\n").starts, [1, 2, 4]);
        assert_eq!(scan("a,\"two\nlines\"\nb,c").starts, [1, 3]);
        assert_eq!(scan("a,b\rc,d\r").starts, [1, 2]);
    }

    #[test]
    fn an_open_quotation_is_found_and_a_closed_one_is_not() {
        assert_eq!(scan("a,b\n\"open,c\nd,e\n").open_quote(), Some(2));
        for sound in ["a,\"b\"\n", "a,\"say \"\"yes\"\"\"\n", "a,5\" pipe\n", "a,\"b\" \n", ""] {
            let scanned = scan(sound);
            assert_eq!((scanned.open_quote(), scanned.stray_quote()), (None, None), "{sound}");
        }
        assert_eq!(scan("a,b\n\"open,c\nd,\"e\n").stray_quote(), Some(3));
    }
}
