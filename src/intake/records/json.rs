//! Our own objects: a file of `.json` with an array of them, as an export writes it, or one after the other, as `list --json`
//! prints them. Read in a thread of its own, one object at a time.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::Value;

use crate::domain::column::Column;
use crate::domain::draft::{BadJson, Draft};
use crate::domain::values::Coded;
use crate::intake::error::TableError;

/// So many objects are read ahead.
const AHEAD: usize = 256;

/// No honest object is longer, in bytes.
const LONGEST: usize = 1 << 22;

/// The cells of an object in the order of our columns, and why it is no case if it is none: then they hold what of it can be
/// read, so that a file of refused rows has it.
type Cells = (Vec<String>, Option<BadJson>);

type Sent = Result<(u64, Cells), TableError>;

/// Whether a file is called like one of objects.
pub(super) fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ["json", "jsonl", "ndjson"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// The objects of a file; the names of our columns come first.
pub(super) struct Objects {
    objects: Receiver<Sent>,
    headers: bool,
}

impl Objects {
    /// Looks a file over and begins to read; tells how many objects it has.
    pub fn open(path: &Path) -> Result<(Self, u64), TableError> {
        let mut count = 0;
        each(path, &mut |_| {
            count += 1;
            true
        })?;
        if count == 0 {
            return Err(TableError::Empty);
        }
        Ok((Self::read(path)?, count))
    }

    /// Begins to read a file that was looked over.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        let (send, objects) = sync_channel(AHEAD);
        let (path, named) = (path.to_owned(), path.to_owned());
        std::thread::Builder::new()
            .name("objects".to_owned())
            .spawn(move || send_all(&path, &send))
            .map_err(|source| TableError::file(&named, source))?;
        Ok(Self { objects, headers: true })
    }

    /// The next object with its place in the file, from 1; the headers first.
    pub fn next_object(&mut self) -> Result<Option<(u64, Cells)>, TableError> {
        if std::mem::take(&mut self.headers) {
            return Ok(Some((0, (Column::CODES.iter().map(ToString::to_string).collect(), None))));
        }
        self.objects.recv().ok().transpose()
    }
}

fn send_all(path: &Path, send: &SyncSender<Sent>) {
    let mut place = 0;
    let read = each(path, &mut |value| {
        place += 1;
        send.send(Ok((place, cells(&value)))).is_ok()
    });
    if let Err(error) = read {
        let _ = send.send(Err(error));
    }
}

fn cells(value: &Value) -> Cells {
    let (draft, broken) = match Draft::from_json(value) {
        Ok(draft) => (draft, None),
        Err(error) => (readable(value), Some(error)),
    };
    (Column::ALL.iter().map(|column| draft.get(*column).to_owned()).collect(), broken)
}

/// What an object says in fields of ours.
fn readable(value: &Value) -> Draft {
    let fields = value.as_object().into_iter().flatten();
    let alone = |(name, value): (&String, &Value)| {
        let field = Value::Object([(name.clone(), value.clone())].into_iter().collect());
        Draft::from_json(&field).is_ok().then(|| (name.clone(), value.clone()))
    };
    Draft::from_json(&Value::Object(fields.filter_map(alone).collect())).unwrap_or_default()
}

/// Gives each object of a file to `take`, until it answers `false`.
fn each(path: &Path, take: &mut dyn FnMut(Value) -> bool) -> Result<(), TableError> {
    let file = File::open(path).map_err(|source| TableError::file(path, source))?;
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(TableError::file(path, io::ErrorKind::IsADirectory.into()));
    }
    let mut reader = BufReader::new(file);
    let is_array = starts_array(&mut reader).map_err(|source| TableError::file(path, source))?;
    let left = Rc::new(Cell::new(LONGEST));
    let reader = Measured { inner: reader, left: Rc::clone(&left) };
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let mut place = 0;
    let mut counted = |value| {
        place += 1;
        left.set(LONGEST);
        take(value)
    };
    let read = if is_array {
        let read = (&mut deserializer).deserialize_seq(Each(&mut counted));
        read.and_then(|wanted| if wanted { deserializer.end() } else { Ok(()) })
    } else {
        one_by_one(&mut deserializer, &mut counted)
    };
    read.map_err(|error| match error.classify() {
        serde_json::error::Category::Io if left.get() == 0 => TableError::LongRow { line: place + 1 },
        serde_json::error::Category::Io => TableError::file(path, error.into()),
        _ => TableError::NoJson { line: error.line(), column: error.column() },
    })
}

fn one_by_one<R: serde_json::de::Read<'static>>(
    deserializer: &mut serde_json::Deserializer<R>,
    take: &mut dyn FnMut(Value) -> bool,
) -> Result<(), serde_json::Error> {
    while deserializer.end().is_err() {
        let value = Value::deserialize(&mut *deserializer)?;
        if !take(value) {
            return Ok(());
        }
    }
    Ok(())
}

/// Passes over a byte order mark and white space; whether an array begins there.
fn starts_array(reader: &mut BufReader<File>) -> io::Result<bool> {
    use std::io::BufRead;
    loop {
        let buffer = reader.fill_buf()?;
        let Some(first) = buffer.first() else {
            return Ok(false);
        };
        if first.is_ascii_whitespace() || b"\xEF\xBB\xBF".contains(first) {
            reader.consume(1);
        } else {
            return Ok(*first == b'[');
        }
    }
}

/// A reader that ends in an error where one object goes on and on.
struct Measured {
    inner: BufReader<File>,
    left: Rc<Cell<usize>>,
}

impl Read for Measured {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let length = buffer.len().min(left);
        let read = self.inner.read(buffer.get_mut(..length).unwrap_or_default())?;
        self.left.set(left - read);
        Ok(read)
    }
}

/// Takes the elements of an array one by one; answers whether all were wanted.
struct Each<'a>(&'a mut dyn FnMut(Value) -> bool);

impl<'de> Visitor<'de> for Each<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an array of cases")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<bool, A::Error> {
        while let Some(value) = array.next_element_seed(Whole)? {
            if !(self.0)(value) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

struct Whole;

impl<'de> DeserializeSeed<'de> for Whole {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }
}
