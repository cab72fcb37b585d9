//! Photos, papers and recordings: what was cleaned once is clean, and cleaned again it stays as it is.
#![no_main]

use wardbook::intake::attachment::clean;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(once) = clean(bytes) {
        let again = clean(&once.bytes).unwrap_or_else(|error| panic!("{:?}: {error:?}", once.media));
        assert_eq!(again.bytes, once.bytes);
    }
});
