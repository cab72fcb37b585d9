//! Short names of submissions, promises and demands: `KC-S-7F3Q2X`. They follow from desk and identifier, so that two
//! books call the same thing alike without having talked, and nothing has to be counted.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use super::digits;
use super::number::{DeskCode, crockford, crockford_value};

/// Letters behind the kind: thirty bits of the identifier's random part.
const LETTERS: usize = 6;

/// What a handle is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandleKind {
    /// A submission.
    Submission,
    /// A promise.
    Promise,
    /// A demand.
    Demand,
}

impl HandleKind {
    const LETTERS: [(Self, char); 3] = [(Self::Submission, 'S'), (Self::Promise, 'P'), (Self::Demand, 'D')];

    fn letter(self) -> char {
        Self::LETTERS.iter().find(|(kind, _)| *kind == self).map_or('S', |(_, letter)| *letter)
    }
}

/// The short name of a submission, a promise or a demand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle {
    kind: HandleKind,
    desk: String,
    code: String,
}

/// A text that is no short name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no short name")]
pub struct BadHandle(pub String);

impl Handle {
    /// The name of what was made at a desk under an identifier.
    pub fn new(kind: HandleKind, desk: &DeskCode, id: Uuid) -> Self {
        let bits = id.as_u128();
        let code = (0..LETTERS).rev().map(|place| crockford((bits >> (5 * place) & 31) as u8)).collect();
        Self { kind, desk: desk.as_str().to_owned(), code }
    }

    /// What it is of.
    pub fn kind(&self) -> HandleKind {
        self.kind
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.desk, self.kind.letter(), self.code)
    }
}

impl FromStr for Handle {
    type Err = BadHandle;

    /// Reads it in either case, with Khmer digits, O for 0 and I or L for 1.
    fn from_str(text: &str) -> Result<Self, BadHandle> {
        let read = || {
            let plain = digits::to_ascii(text.trim());
            let mut parts = plain.split('-');
            let desk: DeskCode = parts.next()?.parse().ok()?;
            let letter = parts.next().filter(|part| part.chars().count() == 1)?.to_ascii_uppercase();
            let (kind, _) = HandleKind::LETTERS.iter().find(|(_, known)| letter == known.to_string())?;
            let values: Option<Vec<u8>> = parts.next()?.chars().map(crockford_value).collect();
            let values = values.filter(|values| values.len() == LETTERS && parts.next().is_none())?;
            let code = values.into_iter().map(crockford).collect();
            Some(Self { kind: *kind, desk: desk.as_str().to_owned(), code })
        };
        read().ok_or_else(|| BadHandle(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_follows_from_desk_and_identifier_and_reads_back() {
        let desk: DeskCode = "KC".parse().unwrap();
        let id = Uuid::from_u128(0x0199_0000_0000_7000_8000_1234_5678_9abc);
        let handle = Handle::new(HandleKind::Submission, &desk, id);
        assert_eq!(handle.to_string().parse(), Ok(handle.clone()));
        assert_eq!(handle.to_string().to_lowercase().parse(), Ok(handle.clone()));
        assert!(handle.to_string().starts_with("KC-S-"));
        assert_ne!(handle, Handle::new(HandleKind::Promise, &desk, id));
        assert_eq!("kc-p-o0il1z".parse::<Handle>().unwrap().to_string(), "KC-P-00111Z");
        for text in
            ["", "KC", "KC-S", "KC-X-000000", "KC-S-00000", "KC-S-0000000", "KC-S-00000U", "KC-7F3Q-2XM9"]
        {
            assert!(text.parse::<Handle>().is_err(), "{text}");
        }
    }
}
