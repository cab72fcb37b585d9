//! What is erased leaves the files at once, whoever else has the book open.

use super::*;

/// What a person could be known by: none of it may be left in the bytes of a book in clear.
fn traces(folder: &Path, name: &str, told: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in [name.to_owned(), format!("{name}-wal")] {
        let bytes = std::fs::read(folder.join(&file)).unwrap_or_default();
        for text in told {
            if memchr::memmem::find(&bytes, text.as_bytes()).is_some() {
                found.push(format!("{file}: {text}"));
            }
        }
    }
    found
}

const TOLD: [&str; 3] = ["she was shouted at in the corridor", "ចាន់ សុខា", "012 345 678"];

fn erasure(batch: u128) -> NewEntry {
    simple(Kind::IdentityErased, 1, batch, &json!({}))
}

#[test]
fn an_erasure_leaves_no_trace_in_the_files_while_another_program_has_the_book_open() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "");
    let mut book = Book::create(&options, &keeper("KC")).unwrap().0;
    append(&mut book, logged(1, &draft(TOLD[0])));
    let other = Book::open(&options).unwrap();
    let reader = other.reader().unwrap();
    let shouted = listing(Ask::Text("shouted".into()));
    let sokha = listing(Ask::Member(vec!["សុខា".into()]));
    let found = |reader: &Reader| [&shouted, &sokha].map(|asked| reader.view().count(asked).unwrap());
    assert_eq!(found(&reader), [1, 1]);
    assert!(!traces(folder.path(), "book", &TOLD).is_empty());

    append(&mut book, erasure(7));
    assert_eq!(traces(folder.path(), "book", &TOLD), [""; 0]);
    // Nor does a reader that had read it, and was idle since, find it.
    assert_eq!(found(&reader), [0, 0]);
    let case = &reader.view().list(&Listing::default()).unwrap()[0];
    assert_eq!(reader.view().narrative(case).unwrap(), None);
    assert!(reader.view().identity(case).unwrap().is_empty());
}

#[test]
fn an_erasure_that_arrives_from_elsewhere_leaves_no_trace_either() {
    let folder = tempfile::tempdir().unwrap();
    let [mut book, mut hub] =
        ["book", "hub"].map(|name| Book::create(&options(folder.path(), name, ""), &keeper("KC")).unwrap().0);
    append(&mut book, logged(1, &draft(TOLD[0])));
    let take = |hub: &mut Book, runs: &[Run]| {
        hub.write::<_, BookError>(0, |door| door.receive(&runs[0])).unwrap();
    };
    let told = book.runs().unwrap();
    take(&mut hub, &told);
    let reader = hub.reader().unwrap();
    assert_eq!(reader.view().count(&Listing::default()).unwrap(), 1);
    append(&mut book, erasure(7));
    take(&mut hub, &book.runs().unwrap());
    assert_eq!(traces(folder.path(), "hub", &TOLD), [""; 0]);

    // Where the erasure was first, what comes late is not even kept for a moment that lasts.
    let mut late = Book::create(&options(folder.path(), "late", ""), &keeper("SR")).unwrap().0;
    let reader = late.reader().unwrap();
    append(&mut late, erasure(8));
    take(&mut late, &told);
    assert_eq!(reader.view().count(&Listing::default()).unwrap(), 1);
    assert_eq!(traces(folder.path(), "late", &TOLD), [""; 0]);
}

/// A full block and a part of one.
const CASES: u64 = 1_100;

#[test]
fn of_many_cases_each_that_is_erased_is_gone_and_the_others_are_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = Book::create(&options(folder.path(), "book", ""), &keeper("KC")).unwrap().0;
    let reader = Book::open(&options(folder.path(), "book", "")).unwrap().reader().unwrap();
    let story = |number: u64| format!("story-{number:04} {}", "of waiting ".repeat(number as usize % 90));
    book.write::<_, BookError>(0, |door| {
        (1..=CASES).try_for_each(|number| door.append(logged(number, &draft(&story(number)))).map(|_| ()))
    })
    .unwrap();
    // So that the reader holds them all in memory, packed and not.
    let told = |reader: &Reader| reader.view().count(&listing(Ask::Text("story-".into()))).unwrap();
    assert_eq!(told(&reader), CASES as usize);
    let erased: Vec<u64> = (1..=CASES).filter(|number| number % 7 < 3).collect();
    for part in erased.chunks(90) {
        book.write::<_, BookError>(0, |door| {
            part.iter().try_for_each(|number| {
                let entry = simple(Kind::IdentityErased, *number, u128::from(*number), &json!({}));
                door.append(entry).map(|_| ())
            })
        })
        .unwrap();
    }
    let names: Vec<String> = erased.iter().map(|number| format!("story-{number:04}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(traces(folder.path(), "book", &names), [""; 0]);
    assert_eq!(told(&reader), CASES as usize - erased.len());
    assert_eq!(book.verify().unwrap().findings, []);
}
