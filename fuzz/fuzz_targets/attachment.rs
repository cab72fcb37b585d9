//! Photos, papers and recordings: what was cleaned once is clean, and cleaned again it stays as it is; but for PDF, which is written
//! anew each time.
#![no_main]

use wardbook::domain::attachment::Media;
use wardbook::intake::attachment::clean;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(once) = clean(bytes) {
        let again = clean(&once.bytes).unwrap_or_else(|error| panic!("{:?}: {error:?}", once.media));
        assert!(again.media == Media::Pdf || again.bytes == once.bytes, "{:?}", once.media);
    }
});
