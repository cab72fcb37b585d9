//! CSV in any encoding: the bytes of the file.
#![no_main]

#[path = "common.rs"]
mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| common::read("table.csv", bytes));
