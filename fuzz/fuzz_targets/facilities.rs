//! Official lists of facilities: the bytes of a CSV.
#![no_main]

use wardbook::intake::facilities::FacilityList;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("wardbook-fuzz-{}.csv", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    if let Ok(list) = FacilityList::read(&path) {
        for row in &list.rows {
            assert!(
                row.point.is_none_or(
                    |(north, east)| (9.0..16.0).contains(&north) && (101.0..109.0).contains(&east)
                )
            );
            std::hint::black_box(row.name());
        }
    }
    let _ = std::fs::remove_file(path);
});
