//! Taking in a table, on the real program: naming the file, looking at its columns, deciding on a name, trying, taking, and
//! taking it back.

use std::path::Path;

use super::whole::{PATIENCE, expect, start};
use crate::tui::headless::Headless;

const TABLE: &str = "Date;Hospital;Province;Problem;telephon;Shoe size\n\
    3/10/2026;N00003;;Long wait;012 345 678;38\n\
    4/10/2026;Blue Hospital;Kandal;Long wait;012 345 679;39\n\
    5/10/2026;N00003;;slowness;;40\n";

fn press(program: &mut Headless, keys: &str) {
    program.play(keys, PATIENCE).unwrap();
}

fn table(folder: &Path) -> String {
    let path = folder.join("តារាង a.csv");
    std::fs::write(&path, TABLE).unwrap();
    // As a window manager drops it.
    format!("'{}'", path.display())
}

#[test]
fn a_table_is_looked_at_decided_on_tried_taken_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(600));
    expect(&mut program, "Logged last");
    press(&mut program, "F6");
    expect(&mut program, "Cases: 600");
    press(&mut program, "i");
    expect(&mut program, "Enter names it");
    press(&mut program, "F12");
    expect(&mut program, "look at its columns first");
    press(&mut program, "Enter");
    let path = table(folder.path());
    program.type_text(&path);
    press(&mut program, "Enter");
    expect(&mut program, "Does the day or the month come first?");
    expect(&mut program, "3/10/2026 is 10 March 2026");
    press(&mut program, "Enter");
    expect(&mut program, "3 rows");
    expect(&mut program, "? telephon");
    expect(&mut program, "– Shoe size");
    // The officer says what the guess is: left out.
    press(&mut program, "Enter");
    expect(&mut program, "What the column means");
    program.type_text("left out");
    press(&mut program, "Enter");
    expect(&mut program, "– telephon");
    assert!(!program.screen().concat().contains("012 345 678"), "what is left out is nobody's to read");
    press(&mut program, "Tab");
    expect(&mut program, "Blue Hospital (1), Kandal");
    press(&mut program, "Enter");
    expect(&mut program, "Which facility is it?");
    press(&mut program, "Enter");
    expect(&mut program, "✓ Blue Hospital");
    press(&mut program, "Tab");
    expect(&mut program, "2  new");
    expect(&mut program, "1  refused");
    expect(&mut program, "“slowness” is not one of the choices");
    press(&mut program, "Enter");
    expect(&mut program, "It was taken in");
    let refused = std::fs::read_to_string(folder.path().join("តារាង a-refused.csv")).unwrap();
    assert_eq!(refused.lines().count(), 2);
    press(&mut program, "Esc");
    expect(&mut program, "Cases: 602");
    // What was decided is known the next time: nothing is asked any more, and nothing is new.
    press(&mut program, "i");
    expect(&mut program, "Enter names it");
    press(&mut program, "Enter");
    program.type_text(&path);
    press(&mut program, "Enter");
    expect(&mut program, "= telephon");
    press(&mut program, "Tab");
    expect(&mut program, "? slowness (1), Issues");
    expect(&mut program, "= Blue Hospital (1), Kandal");
    press(&mut program, "Tab");
    expect(&mut program, "2  here already");
    expect(&mut program, "Used what was decided before: telephon → left out");
    // A word may be told as well as a name.
    press(&mut program, "Esc Enter");
    expect(&mut program, "What the word means");
    program.type_text("Long wait");
    press(&mut program, "Enter");
    expect(&mut program, "✓ slowness (1), Issues");
    // What was decided can be thought of otherwise, told by name, and forgotten.
    press(&mut program, "Enter");
    expect(&mut program, "Which facility is it?");
    program.type_text("Another one");
    press(&mut program, "Enter");
    expect(&mut program, "Its name in either language");
    program.type_text("Preah Kossamak Hospital");
    press(&mut program, "Enter");
    expect(&mut program, "✓ Blue Hospital (1), Kandal");
    press(&mut program, "Enter");
    expect(&mut program, "Which facility is it?");
    program.type_text("Forget");
    press(&mut program, "Enter");
    expect(&mut program, "? Blue Hospital (1), Kandal");
    expect(&mut program, "→ open");
    press(&mut program, "Tab");
    expect(&mut program, "1  new");
    expect(&mut program, "1  refused");
    press(&mut program, "Esc Esc Esc Esc");
    expect(&mut program, "Cases: 602");
    press(&mut program, "F9");
    press(&mut program, "y");
    expect(&mut program, "Cases: 600");
}

#[test]
fn what_cannot_be_read_is_said_in_its_place_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(600));
    expect(&mut program, "Logged last");
    std::fs::write(folder.path().join("months.csv"), "Date,Hospital,Problem\n10/25/2026,N00003,WAIT\n")
        .unwrap();
    press(&mut program, "i Enter");
    program.type_text(&folder.path().join("nowhere.csv").display().to_string());
    press(&mut program, "Enter");
    expect(&mut program, "it is not there");
    press(&mut program, "Esc Enter");
    expect(&mut program, "it is not there");
    press(&mut program, "F3");
    expect(&mut program, "រកមិនឃើញ");
    press(&mut program, "F3 Esc");
    expect(&mut program, "nowhere.csv");
}

#[test]
fn a_table_with_strange_headers_is_mapped_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(600));
    expect(&mut program, "Logged last");
    std::fs::write(folder.path().join("odd.csv"), "qq;Hospital;Problem\n3/10/2026;N00003;WAIT\n").unwrap();
    press(&mut program, "i Enter");
    program.type_text(&folder.path().join("odd.csv").display().to_string());
    press(&mut program, "Enter");
    expect(&mut program, "! ");
    expect(&mut program, "– qq");
    // It is not tried before its columns do.
    press(&mut program, "F12");
    expect(&mut program, "look at its columns first");
    press(&mut program, "Tab");
    expect(&mut program, "– qq");
    press(&mut program, "Enter");
    program.type_text("Visit date");
    press(&mut program, "Enter");
    expect(&mut program, "Does the day or the month come first?");
    press(&mut program, "Enter");
    expect(&mut program, "✓ qq");
    press(&mut program, "F12");
    expect(&mut program, "1  new");
}

/// What was imported is compared with what is there, beside everything else, and shown side by side at one key.
#[test]
fn after_an_import_it_is_said_what_was_told_before_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let row = |id: u32| format!("{id},2024-10-03,N00003,WAIT:high,06:10,11:40,Chan Sreymom,012 345 678");
    let head = "source_id,visited_on,facility,issues,arrived,seen,member_name,member_phone";
    let path = folder.path().join("a.csv");
    let take = |program: &mut Headless, rows: &str| {
        std::fs::write(&path, format!("{head}\n{rows}\n")).unwrap();
        press(program, "F6 i");
        expect(program, "Enter names it");
        press(program, "Enter");
        program.type_text(&path.display().to_string());
        press(program, "Enter");
        expect(program, "1 row.");
        press(program, "F12");
        expect(program, "Enter or F12 takes it in");
        press(program, "Enter");
        expect(program, "It was taken in");
    };
    let mut program = start(folder.path(), Some(100));
    expect(&mut program, "Logged last");
    take(&mut program, &row(1));
    expect(&mut program, "None of them is likely told already");
    press(&mut program, "Esc");
    take(&mut program, &row(2));
    expect(&mut program, "1 case is likely told already. Ctrl-D: see both side by side");
    press(&mut program, "Ctrl-d");
    // The visit is of two years ago.
    expect(&mut program, "one case: 1 (what was just imported; e: all)");
    expect(&mut program, "03/10/2024");
}

#[test]
fn a_list_of_facilities_is_tried_and_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(600));
    expect(&mut program, "Logged last");
    let list = "ID,name_en,type,province,district,lat,lon,OD\n1,Zyx Thmei,Private clinic,08,0811,11.48,104.95,x\n\
        2,Preah Kosamak Hospital,National hospital,12,1204,,,\n3,Far,Private clinic,08,0811,1,1,\n";
    std::fs::write(folder.path().join("moh.csv"), list).unwrap();
    press(&mut program, "i Down Right Right");
    expect(&mut program, "facilities, of an official list");
    assert!(!program.screen().concat().contains("Its dates"));
    press(&mut program, "Up Enter");
    program.type_text(&folder.path().join("moh.csv").display().to_string());
    press(&mut program, "Enter");
    expect(&mut program, "If it is taken in now");
    for said in [
        "1  new",
        "1  doubtful, and left",
        "1  refused",
        "only count rows",
        "left out: OD",
        "N00003 Preah Kossamak",
    ] {
        expect(&mut program, said);
    }
    assert!(!folder.path().join("moh-refused.csv").exists());
    press(&mut program, "Enter");
    expect(&mut program, "It was taken in");
    expect(&mut program, "moh-refused.csv");
    assert!(std::fs::read_to_string(folder.path().join("moh-refused.csv")).unwrap().contains("Far"));
    press(&mut program, "F3");
    expect(&mut program, "បាននាំចូលរួច");
    press(&mut program, "F3 Esc");
    expect(&mut program, "Cases that wait for the desk");
    // It is here now.
    press(&mut program, "i Down Right Right Up Enter");
    program.type_text(&folder.path().join("moh.csv").display().to_string());
    press(&mut program, "Enter");
    expect(&mut program, "1  here already");
}
