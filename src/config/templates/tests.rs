//! Templates in a folder.

use super::*;

fn said(error: &ConfigError, lang: Lang) -> Vec<String> {
    match error {
        ConfigError::Templates(faults) => faults.iter().map(|fault| fault.said(lang)).collect(),
        other => vec![other.to_string()],
    }
}

#[test]
fn what_is_shipped_is_sound_and_can_be_edited() {
    let home = tempfile::tempdir().unwrap();
    let folder = folder(&home.path().join("config.toml"));
    assert_eq!(check(&folder).unwrap(), 0);
    let written = write_missing(&folder).unwrap();
    assert_eq!(written.len(), 8);
    assert!(written.iter().all(|(path, is_new)| *is_new && path.starts_with(&folder)));
    assert_eq!(check(&folder).unwrap(), 8);
    let built_in = read(Path::new("nowhere"), Lang::Km).unwrap();
    assert_eq!(read(&folder, Lang::Km).unwrap(), built_in);

    let letterhead = folder.join("letterhead.km.txt");
    std::fs::write(&letterhead, "សហជីព\n").unwrap();
    assert!(write_missing(&folder).unwrap().iter().all(|(_, is_new)| !is_new));
    assert_eq!(std::fs::read_to_string(&letterhead).unwrap(), "សហជីព\n");
    assert_ne!(read(&folder, Lang::Km).unwrap(), built_in);
}

#[test]
fn all_faults_of_all_files_are_told_with_file_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("letter.en.txt", b"To {partie} {date}\n{due} }\n");
    write("agenda.km.txt", "{party}\n".as_bytes());
    write("signers.en.txt", b"sound\na\xFFb");
    let error = check(folder.path()).unwrap_err();
    let [km, en] = Lang::ALL.map(|lang| said(&error, lang));
    let at = |name: &str, place: &str| format!("{}:{place}: ", folder.path().join(name).display());
    assert_eq!(en.len(), 2, "{en:?}");
    assert_eq!(en[0], at("agenda.km.txt", "1:1") + "One of these is missing: {minutes} {asks}.");
    assert_eq!(
        en[1],
        at("signers.en.txt", "2:2") + "From here on the file is no UTF-8 text. Save it as UTF-8."
    );
    assert!(km[0].starts_with(&at("agenda.km.txt", "1:1")) && km[0].contains("ខ្វះ"), "{km:?}");
    write("signers.en.txt", b"sound\n");
    let en = said(&check(folder.path()).unwrap_err(), Lang::En);
    assert_eq!(en.len(), 3, "{en:?}");
    assert_eq!(en[1], at("letter.en.txt", "1:4") + "There is no field {partie} here. Was {party} meant?");
    assert_eq!(
        en[2],
        at("letter.en.txt", "2:7") + "There is no { before this }. To print it, write it twice."
    );
}
