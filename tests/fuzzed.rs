//! What fuzzing found is read again: each input of `fuzz/corpus` goes through its target, as it stands in `fuzz/fuzz_targets`.
//! A share of them each time; all of them with `WARDBOOK_WHOLE_CORPUS=1 cargo test --test fuzzed`.

#![allow(clippy::unwrap_used, clippy::duplicate_mod, unused_attributes)]

// The targets name the crate that makes programs of them; here they become functions.
extern crate self as libfuzzer_sys;

/// A target: what it does with an input.
#[macro_export]
macro_rules! fuzz_target {
    (|$bytes:ident: &[u8]| $body:expr) => {
        pub fn take($bytes: &[u8]) {
            $body
        }
    };
    (|$text:ident: &str| $body:expr) => {
        pub fn take(bytes: &[u8]) {
            if let Ok($text) = std::str::from_utf8(bytes) {
                $body
            }
        }
    };
}

#[path = "../fuzz/fuzz_targets/attachment.rs"]
mod attachment;
#[path = "../fuzz/fuzz_targets/facilities.rs"]
mod facilities;
#[path = "../fuzz/fuzz_targets/json.rs"]
mod json;
#[path = "../fuzz/fuzz_targets/mapping.rs"]
mod mapping;
#[path = "../fuzz/fuzz_targets/message.rs"]
mod message;
#[path = "../fuzz/fuzz_targets/text.rs"]
mod text;
#[path = "../fuzz/fuzz_targets/workbook.rs"]
mod workbook;

/// Gives each target its inputs, every so many-th of them.
fn read_again(target: &str, take: fn(&[u8]), every: usize) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut inputs: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    let is_whole = std::env::var_os("WARDBOOK_WHOLE_CORPUS").is_some();
    let inputs = inputs.iter().step_by(if is_whole { 1 } else { every });
    let mut read = 0;
    for input in inputs {
        let taken = std::panic::catch_unwind(|| take(&std::fs::read(input).unwrap()));
        assert!(taken.is_ok(), "{}", input.display());
        read += 1;
    }
    assert!(read > 10, "{target} has {read} inputs");
}

#[test]
fn texts_are_read_again() {
    read_again("text", text::take, 4);
}

#[test]
fn workbooks_are_read_again() {
    read_again("workbook", workbook::take, 4);
}

#[test]
fn objects_are_read_again() {
    read_again("json", json::take, 4);
}

#[test]
fn mappings_are_read_again() {
    read_again("mapping", mapping::take, 4);
}

#[test]
fn attachments_are_read_again() {
    read_again("attachment", attachment::take, 4);
}

#[test]
fn lists_of_facilities_are_read_again() {
    read_again("facilities", facilities::take, 4);
}

#[test]
fn messages_are_read_again() {
    read_again("message", message::take, 16);
}
