//! Names that mean nobody, made with a key that never leaves the book.

use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Book;

/// Makes what pseudonyms are read from. Without the book nobody can make them again: who knows a case's number, or all
/// cases there are, cannot try whose pseudonym it may be. Another book makes others of the same case.
pub struct Pseudonymiser(Zeroizing<[u8; 32]>);

impl Book {
    /// For pseudonyms that only this book can make.
    pub fn pseudonymiser(&self) -> Pseudonymiser {
        let key = Zeroizing::new(self.signing.to_bytes());
        Pseudonymiser(Zeroizing::new(hmac(key.as_slice(), &[b"wardbook pseudonym 1"])))
    }
}

impl Pseudonymiser {
    /// Bytes that look random, the same each time for a case at a meeting, and of nothing in common with those of the
    /// same case at another: HMAC-SHA256 over the meeting, with its length before it, and the case.
    pub fn digest(&self, meeting: &str, case: Uuid) -> [u8; 32] {
        let length = (meeting.len() as u64).to_be_bytes();
        hmac(self.0.as_slice(), &[&length, meeting.as_bytes(), case.as_bytes()])
    }

    /// The same for a text that is to be known again and not to be read: a term of a query.
    pub fn mark(&self, text: &str) -> String {
        crate::domain::digits::hex(&hmac(self.0.as_slice(), &[b"mark", text.as_bytes()]))
    }
}

/// HMAC-SHA256 (RFC 2104) over parts one after the other, with a key of at most 64 bytes.
fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let padded = |pad: u8| {
        let mut block = Zeroizing::new([pad; 64]);
        for (byte, key) in block.iter_mut().zip(key) {
            *byte ^= key;
        }
        block
    };
    let mut inner = Sha256::new();
    inner.update(padded(0x36).as_slice());
    for part in parts {
        inner.update(part);
    }
    let mut outer = Sha256::new();
    outer.update(padded(0x5C).as_slice());
    outer.update(inner.finalize());
    outer.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::digits::hex;

    /// Cases 1 to 3 of RFC 4231.
    #[test]
    fn it_is_hmac() {
        for (key, text, digest) in [
            (
                &[0x0B; 20][..],
                &b"Hi There"[..],
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (&[0xAA; 20], &[0xDD; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        ] {
            assert_eq!(hex(&hmac(key, &[text])), digest);
            let (first, rest) = text.split_at(3);
            assert_eq!(hex(&hmac(key, &[first, rest])), digest);
        }
    }

    #[test]
    fn a_pseudonym_is_of_one_book_one_meeting_and_one_case() {
        let of = |key: u8, meeting: &str, case: u128| {
            Pseudonymiser(Zeroizing::new([key; 32])).digest(meeting, Uuid::from_u128(case))
        };
        assert_eq!(of(1, "2026-11-23", 7), of(1, "2026-11-23", 7));
        for other in [of(2, "2026-11-23", 7), of(1, "2026-11-24", 7), of(1, "2026-11-23", 8)] {
            assert_ne!(of(1, "2026-11-23", 7), other);
        }
    }
}
