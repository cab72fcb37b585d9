//! Nothing that a member told can be read from the book's files.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Desk, all_bytes};
use serde_json::json;

#[test]
fn the_files_of_a_book_hold_nothing_in_clear() {
    let desk = Desk::with_book("secret");
    let secrets = ["a very telling story", "ចាន់ សុខា", "012 345 678", "99994821", "Golden Star"];
    let number = desk.add(&json!({
        "visited_on": "2026-10-03", "facility": "N00003", "issues": ["WAIT:high"], "narrative": secrets[0],
        "employer": secrets[4], "member": {"name": secrets[1], "phone": secrets[2], "nssf_number": secrets[3]},
    }));
    desk.ok(&["backup", "backup"]);
    // While a program has the book open, its write-ahead log is there too.
    let options = wardbook::book::Options {
        path: desk.book(),
        secret: wardbook::book::Secret::passphrase("secret"),
        device: wardbook::book::Device::new(desk.path("device")),
        cost: wardbook::book::Cost::STRONG,
    };
    let open = wardbook::book::Book::open(&options).unwrap();
    desk.ok(&["edit", &number, "--remedy", secrets[0]]);
    let files = all_bytes(desk.folder.path());
    assert!(
        files.iter().any(|(path, bytes)| path.to_string_lossy().ends_with("-wal") && bytes.len() > 1_000)
    );
    let clear = secrets.map(str::as_bytes);
    for (path, bytes) in &files {
        for secret in
            clear.into_iter().chain([b"SQLite format".as_slice(), number.as_bytes(), b"CREATE TABLE"])
        {
            let found = bytes.windows(secret.len()).any(|window| window == secret);
            assert!(!found, "{}: {}", path.display(), String::from_utf8_lossy(secret));
        }
    }
    drop(open);
    #[cfg(unix)]
    for (path, _) in files.iter().filter(|(path, _)| path.exists()) {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
}
