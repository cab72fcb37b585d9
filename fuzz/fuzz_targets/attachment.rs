//! Photos, papers and recordings: what was cleaned once is clean, and cleaned again it stays as it is; but for PDF, which is written
//! anew each time: what was guessed of a torn one, and read once more before it was kept, may not stand being guessed again.
#![no_main]

use wardbook::domain::attachment::Media;
use wardbook::intake::attachment::clean;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(once) = clean(bytes) {
        match clean(&once.bytes) {
            Ok(again) => assert!(again.media == Media::Pdf || again.bytes == once.bytes, "{:?}", once.media),
            Err(error) => assert!(once.media == Media::Pdf, "{:?}: {error:?}", once.media),
        }
    }
});
