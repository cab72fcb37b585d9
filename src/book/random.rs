//! Random bytes of the system, asked for a good many at a time: an import takes a hundred
//! for each row.

use uuid::Uuid;
use zeroize::Zeroizing;

use super::error::BookError;
use super::keys;

/// How many bytes are asked for at once.
const AT_ONCE: usize = 1_024;

/// Random bytes of the system. Each is given out once, and wiped when it was.
#[derive(Default)]
pub struct Randomness {
    left: Zeroizing<Vec<u8>>,
}

impl Randomness {
    /// The next bytes.
    ///
    /// # Errors
    /// Where the system gives none.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N], BookError> {
        if N > AT_ONCE {
            return keys::random();
        }
        if self.left.len() < N {
            self.left = Zeroizing::new(keys::random::<AT_ONCE>()?.to_vec());
        }
        let mut given = [0; N];
        for byte in &mut given {
            *byte = self.left.pop().unwrap_or_default();
        }
        Ok(given)
    }

    /// Random bits, for a case number.
    ///
    /// # Errors
    /// Where the system gives none.
    pub fn bits(&mut self) -> Result<u64, BookError> {
        Ok(u64::from_be_bytes(self.bytes()?))
    }

    /// A new UUIDv7 of a moment, in milliseconds since 1970.
    ///
    /// # Errors
    /// Where the system gives no random bytes.
    pub fn id(&mut self, milliseconds: u64) -> Result<Uuid, BookError> {
        Ok(uuid::Builder::from_unix_timestamp_millis(milliseconds, &self.bytes()?).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nothing_is_given_out_twice() {
        let mut random = Randomness::default();
        let given: BTreeSet<[u8; 16]> = (0..1_000).map(|_| random.bytes().unwrap()).collect();
        assert_eq!(given.len(), 1_000);
        assert!(!given.contains(&[0; 16]));
        let id = random.id(1_700_000_000_000).unwrap();
        assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
        assert_ne!(random.bytes::<2_000>().unwrap()[1_990..], [0; 10]);
    }
}
