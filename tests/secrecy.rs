//! Nothing that a member told can be read from the book's files, and nobody is given away by what is handed over.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::formats::{as_text, beside_the_pixels, between_tags, copied_from_pdf, out_of_parts};
use common::{Desk, all_bytes};
use serde_json::json;
use wardbook::app::brief::BriefRequest;
use wardbook::app::{Settings, open_demo};
use wardbook::book::Listing;
use wardbook::brief::scrub::scrub;
use wardbook::domain::case::Identity;
use wardbook::domain::digits::to_ascii;
use wardbook::i18n::Lang;

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

/// What each format is read with: adding one is a line.
const FORMATS: [(&str, Reader); 6] = [
    ("md", as_text),
    ("pdf", copied_from_pdf),
    ("html", between_tags),
    ("docx", out_of_parts),
    ("xlsx", out_of_parts),
    ("png", beside_the_pixels),
];

/// What can be read from a file; `None` where that needs a program that is not here.
type Reader = fn(&Path) -> Option<String>;

/// Letters and digits alone, in lower case, Khmer digits as Latin ones: spaces, hyphens and case hide nothing.
fn solid(text: &str) -> String {
    to_ascii(text)
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || ('\u{1780}'..='\u{17D3}').contains(c))
        .collect()
}

/// What would give a member away if it stood in a document.
fn secrets_of(identity: &Identity, number: &str) -> Vec<String> {
    let mut secrets = vec![solid(number)];
    if let Some(name) = &identity.name {
        secrets.push(solid(name));
        let turned: Vec<&str> = name.split_whitespace().rev().collect();
        secrets.push(solid(&turned.join(" ")));
    }
    if let Some(phone) = &identity.phone {
        let phone = solid(phone);
        secrets.push(phone.trim_start_matches('0').to_owned());
    }
    secrets.extend(identity.nssf_number.as_deref().map(solid));
    secrets.extend(identity.employee_number.as_deref().map(solid));
    secrets.extend(identity.address.as_deref().map(solid));
    // Shorter ones stand in other words: `Ly In` in `lying`.
    secrets.retain(|secret| secret.chars().count() > 6);
    secrets
}

fn briefs() -> Vec<BriefRequest> {
    let mut requests = Vec::new();
    for lang in [Lang::Km, Lang::En] {
        for party in ["nssf", "moh", "phd:08", "nssf-branch:12", "facility:N00003"] {
            requests.push(BriefRequest::of(party.parse().unwrap(), lang));
        }
    }
    requests
}

#[test]
fn no_brief_of_the_demo_gives_anybody_away_in_any_format() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open_demo(folder.path(), 2_000, Settings::default()).unwrap();
    let mut secrets = BTreeSet::new();
    let mut employers = BTreeSet::new();
    let view = session.view();
    for stored in view.list(&Listing::default()).unwrap() {
        secrets.extend(secrets_of(&view.identity(&stored).unwrap(), stored.case.number.as_str()));
        employers.extend(stored.case.record.employer.iter().map(|name| solid(name)));
        employers.extend(stored.case.record.local.iter().map(|name| solid(name)));
    }
    assert!(secrets.len() > 5_000 && employers.len() > 10);
    let (mut stories, mut struck) = (0, 0);
    for (place, request) in briefs().into_iter().enumerate() {
        let prepared = session.prepare_brief(&request).unwrap();
        stories += prepared.stories().len();
        struck += prepared.struck();
        for (ending, read) in FORMATS {
            // Charts take long to paint without optimisation, and say the same in all: once in each language.
            if matches!(ending, "docx" | "png") && place % 5 != 0 {
                continue;
            }
            let path = folder.path().join(format!("{place}.{ending}"));
            session.write_brief(&prepared, &path, &|| true).unwrap();
            let Some(text) = read(&path) else {
                continue;
            };
            let text = solid(&text);
            assert!(text.len() > 1_000 || ending == "png");
            for secret in secrets.iter().chain(employers.iter().filter(|name| name.chars().count() > 6)) {
                assert!(!text.contains(secret.as_str()), "{} {ending}: {secret}", request.party);
            }
        }
    }
    assert!(stories >= 20 && struck > 5, "{stories} {struck}");
}

/// Every story of the demo that a brief could ever tell, and what stays of the one who told it.
#[test]
fn no_story_of_the_demo_names_its_teller_once_struck() {
    let folder = tempfile::tempdir().unwrap();
    let session = open_demo(folder.path(), 2_000, Settings::default()).unwrap();
    let view = session.view();
    let (mut told, mut struck, mut careless, mut clean) = (0, 0, 0, 0);
    for stored in view.list(&Listing::default()).unwrap() {
        let identity = view.identity(&stored).unwrap();
        let Some(text) = view.narrative(&stored).unwrap() else {
            continue;
        };
        let employer = stored.case.record.employer.clone().unwrap_or_default();
        let scrubbed = scrub(&text, &identity, &[&employer]);
        told += 1;
        struck += scrubbed.struck.places();
        clean += usize::from(scrubbed.struck.places() == 0);
        let (before, after) = (solid(&text), solid(&scrubbed.text));
        for secret in secrets_of(&identity, stored.case.number.as_str()) {
            careless += usize::from(before.contains(&secret));
            assert!(!after.contains(&secret), "{secret}: {}", scrubbed.text);
        }
        for part in identity.name.iter().flat_map(|name| name.split_whitespace()) {
            // Not as a word, in any case.
            let stands = scrubbed
                .text
                .to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == part.to_lowercase());
            let is_common = part.chars().count() < 5;
            assert!(!stands || is_common, "{part}: {}", scrubbed.text);
        }
    }
    println!(
        "{told} stories, {careless} secrets in them, {struck} places struck, {clean} stories without any"
    );
    assert!(careless > 20);
    // Most stories name nobody, and stay whole.
    assert!(clean * 10 > told * 8, "{clean} of {told}");
}
