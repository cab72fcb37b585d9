//! The key file beside a book: its random data key, wrapped for the passphrase and
//! for the recovery code.
//!
//! The passphrase goes through Argon2id (memory-hard); the recovery code has 150
//! bits of its own and needs no stretching. Each wrap is XChaCha20-Poly1305, so a
//! wrong secret is told from a damaged file: the file also carries a digest of
//! itself, and the mark of the book that it belongs to.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::error::BookError;
use crate::domain::digits::hex;

/// What opens a book's data.
pub type DataKey = Zeroizing<[u8; 32]>;

/// The first bytes of an encrypted book and the salt of its cipher: half a fixed
/// mark, half random, so that a book is known as one, and its key file as its own.
pub type Mark = [u8; 16];

/// The fixed half of a [`Mark`].
pub const MARK_START: &[u8; 8] = b"Wardbook";

/// What an officer types to open a book.
#[derive(Clone)]
pub enum Secret {
    /// Nothing was given.
    None,
    /// The passphrase.
    Passphrase(Zeroizing<String>),
    /// The recovery code printed at `init`.
    Recovery(Zeroizing<String>),
}

impl Secret {
    /// A passphrase, as typed.
    pub fn passphrase(text: &str) -> Self {
        Self::Passphrase(Zeroizing::new(text.to_owned()))
    }
}

/// What deriving a key from a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Cost {
    /// What the program uses: 64 MiB, three passes.
    pub const STRONG: Self = Self { memory_kib: 64 * 1024, passes: 3 };

    /// For tests of the library alone.
    pub const CHEAP: Self = Self { memory_kib: 64, passes: 1 };
}

/// The key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFile {
    wardbook_keys: u32,
    mark: String,
    kdf: String,
    cost: Cost,
    salt: String,
    passphrase: Wrapped,
    recovery: Wrapped,
    check: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    digest: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wrapped {
    nonce: String,
    key: String,
}

/// Why a key file did not give its key.
#[derive(Debug)]
pub enum Locked {
    /// The secret is wrong.
    Wrong,
    /// The file is damaged.
    Damaged,
}

impl KeyFile {
    /// Wraps a new data key; returns it with the recovery code.
    pub fn create(
        passphrase: &str,
        mark: Mark,
        cost: Cost,
    ) -> Result<(Self, DataKey, Zeroizing<String>), BookError> {
        let key = Zeroizing::new(random::<32>()?);
        let code = recovery_code()?;
        let salt = random::<16>()?;
        let file = Self {
            wardbook_keys: 1,
            mark: hex(&mark),
            kdf: "argon2id".to_owned(),
            cost,
            salt: hex(&salt),
            passphrase: Wrapped::wrap(&key, &stretch(passphrase, &salt, cost)?)?,
            recovery: Wrapped::wrap(&key, &recovery_key(&code))?,
            check: hex(&check_value(&key)),
            digest: String::new(),
        };
        Ok((file.sealed(), key, code))
    }

    /// Wraps the same data key for another passphrase; the recovery code stays.
    pub fn with_passphrase(&self, key: &DataKey, passphrase: &str, cost: Cost) -> Result<Self, BookError> {
        let salt = random::<16>()?;
        let file = Self {
            cost,
            salt: hex(&salt),
            passphrase: Wrapped::wrap(key, &stretch(passphrase, &salt, cost)?)?,
            ..self.clone()
        };
        Ok(file.sealed())
    }

    /// Reads a key file and checks that it is whole.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let file: Self = serde_json::from_slice(bytes).ok()?;
        (file.wardbook_keys == 1 && file.kdf == "argon2id" && file.own_digest() == file.digest)
            .then_some(file)
    }

    /// The file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Whether it belongs to the book with this mark.
    pub fn belongs_to(&self, mark: Mark) -> bool {
        self.mark == hex(&mark)
    }

    /// Unwraps the data key.
    pub fn open(&self, secret: &Secret) -> Result<DataKey, Locked> {
        let (wrapped, wrapping) = match secret {
            Secret::None => return Err(Locked::Wrong),
            Secret::Passphrase(text) => {
                let salt = unhex(&self.salt).ok_or(Locked::Damaged)?;
                let key = stretch(text, &salt, self.cost).map_err(|_| Locked::Damaged)?;
                (&self.passphrase, key)
            }
            Secret::Recovery(code) => (&self.recovery, recovery_key(code)),
        };
        let key = wrapped.unwrap(&wrapping)?;
        if hex(&check_value(&key)) == self.check { Ok(key) } else { Err(Locked::Damaged) }
    }

    fn sealed(mut self) -> Self {
        self.digest = self.own_digest();
        self
    }

    fn own_digest(&self) -> String {
        let bare = Self { digest: String::new(), ..self.clone() };
        let bytes = serde_json::to_vec(&bare).unwrap_or_default();
        hex(&Sha256::digest(bytes))
    }
}

impl Wrapped {
    fn wrap(key: &DataKey, wrapping: &DataKey) -> Result<Self, BookError> {
        let nonce = random::<24>()?;
        let sealed = cipher(wrapping)?
            .encrypt(&XNonce::from(nonce), key.as_slice())
            .map_err(|_| BookError::Crypto("the data key could not be wrapped"))?;
        Ok(Self { nonce: hex(&nonce), key: hex(&sealed) })
    }

    fn unwrap(&self, wrapping: &DataKey) -> Result<DataKey, Locked> {
        let nonce = unhex(&self.nonce).and_then(|bytes| <[u8; 24]>::try_from(bytes).ok());
        let (nonce, sealed) =
            nonce.zip(unhex(&self.key).filter(|sealed| sealed.len() == 48)).ok_or(Locked::Damaged)?;
        let cipher = cipher(wrapping).map_err(|_| Locked::Damaged)?;
        let opened = cipher
            .decrypt(&XNonce::from(nonce), sealed.as_slice())
            .map(Zeroizing::new)
            .map_err(|_| Locked::Wrong)?;
        let key = <[u8; 32]>::try_from(opened.as_slice()).map_err(|_| Locked::Damaged)?;
        Ok(Zeroizing::new(key))
    }
}

fn cipher(key: &DataKey) -> Result<XChaCha20Poly1305, BookError> {
    XChaCha20Poly1305::new_from_slice(key.as_slice())
        .map_err(|_| BookError::Crypto("the key has a wrong length"))
}

/// Argon2id over the passphrase in NFC, so that two keyboards mean the same.
fn stretch(passphrase: &str, salt: &[u8], cost: Cost) -> Result<DataKey, BookError> {
    let failed = BookError::Crypto("the key could not be derived from the passphrase: too little memory?");
    let normal: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
    let mut key = Zeroizing::new([0; 32]);
    let Ok(params) = Params::new(cost.memory_kib, cost.passes, 1, Some(32)) else {
        return Err(failed);
    };
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
        normal.as_bytes(),
        salt,
        key.as_mut_slice(),
    );
    derived.map(|()| key).map_err(|_| failed)
}

fn recovery_key(code: &str) -> DataKey {
    let plain: Zeroizing<String> = Zeroizing::new(
        crate::domain::digits::to_ascii(code)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect(),
    );
    let mut hasher = Sha256::new();
    hasher.update(b"wardbook recovery 1\0");
    hasher.update(plain.as_bytes());
    Zeroizing::new(hasher.finalize().into())
}

/// Six groups of five characters of Crockford's base 32: 150 bits.
fn recovery_code() -> Result<Zeroizing<String>, BookError> {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut code = Zeroizing::new(String::new());
    for (place, byte) in random::<30>()?.iter().enumerate() {
        if place > 0 && place % 5 == 0 {
            code.push('-');
        }
        if let Some(&symbol) = ALPHABET.get(usize::from(byte & 31)) {
            code.push(char::from(symbol));
        }
    }
    Ok(code)
}

fn check_value(key: &DataKey) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(b"wardbook check 1\0");
    hasher.update(key.as_slice());
    hasher.finalize().iter().copied().take(8).collect()
}

/// A new mark for a book.
pub fn new_mark() -> Result<Mark, BookError> {
    let mut mark = random::<16>()?;
    for (byte, fixed) in mark.iter_mut().zip(MARK_START) {
        *byte = *fixed;
    }
    Ok(mark)
}

/// Random bytes from the system.
pub fn random<const N: usize>() -> Result<[u8; N], BookError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| BookError::Crypto("the system gives no random bytes"))?;
    Ok(bytes)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    digits
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => u8::try_from(high * 16 + low).ok(),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> (KeyFile, DataKey, Zeroizing<String>) {
        KeyFile::create("ពាក្យសម្ងាត់", *b"Wardbook12345678", Cost::CHEAP).unwrap()
    }

    #[test]
    fn passphrase_and_recovery_code_open_and_nothing_else_does() {
        let (file, key, code) = made();
        let file = KeyFile::parse(&file.to_bytes()).unwrap();
        assert_eq!(*file.open(&Secret::passphrase("ពាក្យសម្ងាត់")).unwrap(), *key);
        let typed = code.to_lowercase().replace('-', " ");
        assert_eq!(*file.open(&Secret::Recovery(Zeroizing::new(typed))).unwrap(), *key);
        assert!(matches!(file.open(&Secret::passphrase("other")), Err(Locked::Wrong)));
        assert!(matches!(file.open(&Secret::None), Err(Locked::Wrong)));
        assert!(file.belongs_to(*b"Wardbook12345678") && !file.belongs_to(*b"Wardbook12345679"));
    }

    #[test]
    fn a_new_passphrase_keeps_the_recovery_code() {
        let (file, key, code) = made();
        let changed = file.with_passphrase(&key, "new", Cost::CHEAP).unwrap();
        assert_eq!(*changed.open(&Secret::passphrase("new")).unwrap(), *key);
        assert_eq!(*changed.open(&Secret::Recovery(code)).unwrap(), *key);
        assert!(matches!(changed.open(&Secret::passphrase("ពាក្យសម្ងាត់")), Err(Locked::Wrong)));
    }

    #[test]
    fn one_changed_byte_is_damage_not_a_wrong_passphrase() {
        let bytes = made().0.to_bytes();
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 1;
            let blank = damaged[place].is_ascii_whitespace() || bytes[place].is_ascii_whitespace();
            assert!(blank || KeyFile::parse(&damaged).is_none(), "byte {place}");
        }
    }
}
