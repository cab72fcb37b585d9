//! Mappings: what is read is written and read again as the same.
#![no_main]

use wardbook::intake::Mapping;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(mapping) = Mapping::parse(text) {
        assert_eq!(Mapping::parse(&mapping.to_toml()), Ok(mapping));
    }
});
