//! What the keys do to a field, one by one and in any order.

use super::*;
use proptest::prelude::*;

#[test]
fn backspace_takes_a_code_point_and_delete_a_cluster() {
    let mut field = Field::new("ស្ត្រី");
    field.backspace();
    assert_eq!(field.value(), "ស្ត្រ");
    field.home();
    field.delete();
    assert_eq!(field.value(), "");
}

#[test]
fn arrows_go_by_cluster() {
    let mut field = Field::new("ខេត្ត");
    field.left();
    assert_eq!(field.cursor(), "ខេ".len());
    field.left();
    field.left();
    assert_eq!(field.cursor(), 0);
    field.right();
    assert_eq!(field.cursor(), "ខេ".len());
}

#[test]
fn a_hidden_word_break_is_not_a_stop() {
    let mut field = Field::new("ក\u{200B}ខ");
    field.home();
    field.right();
    field.right();
    assert_eq!(field.cursor(), field.value().len());
    field.left();
    field.left();
    assert_eq!(field.cursor(), 0);
}

#[test]
fn words_are_found_in_both_scripts() {
    let mut field = Field::new("waited three");
    field.word_left();
    assert_eq!(field.cursor(), "waited ".len());
    field.delete_word();
    assert_eq!(field.value(), "three");
    let mut field = Field::new("ខ្ញុំទៅមន្ទីរពេទ្យ");
    field.delete_word();
    assert_eq!(field.value(), "ខ្ញុំទៅមន្ទីរ");
    field.home();
    field.word_right();
    assert_eq!(field.cursor(), "ខ្ញុំ".len());
}

#[test]
fn one_line_scrolls_with_the_cursor() {
    let mut field = Field::new("ខេត្តកំពត");
    assert_eq!(field.view(20), ("ខេត្តកំពត".to_owned(), 7));
    assert_eq!(field.view(4), ("កំពត".to_owned(), 3));
    field.home();
    assert_eq!(field.view(4), ("ខេត្ត".to_owned(), 0));
    assert_eq!(field.view(0), (String::new(), 0));
}

#[test]
fn many_lines_keep_the_column_over_a_short_row() {
    let mut field = Field::many_lines("abcdef\nab\nabcdef");
    assert_eq!(field.rows(20), (vec!["abcdef".into(), "ab".into(), "abcdef".into()], 2, 6));
    field.left();
    field.up(20);
    assert_eq!(field.cursor(), 9);
    field.up(20);
    assert_eq!(field.cursor(), 5);
    field.up(20);
    assert_eq!(field.cursor(), 0);
    field.down(20);
    field.down(20);
    field.down(20);
    assert_eq!(field.cursor(), 16);
}

#[test]
fn a_pasted_line_break_is_a_space_in_one_line() {
    assert_eq!(Field::new("a\r\nb\u{1b}").value(), "a b");
    assert_eq!(Field::many_lines("a\r\nb\u{1b}").value(), "a\nb");
}

#[derive(Clone, Debug)]
enum Step {
    Insert(String),
    Key(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let text = "[\u{1780}-\u{17DD}a-b \n\u{200B}\u{FE0F}\u{1F469}]{0,6}";
    let step = prop_oneof![
        text.prop_map(Step::Insert),
        any::<String>().prop_map(Step::Insert),
        (0_u8..12).prop_map(Step::Key),
        (0_u8..12).prop_map(Step::Key),
    ];
    proptest::collection::vec(step, 0..25)
}

fn press(field: &mut Field, key: u8, columns: usize) {
    match key {
        0 => field.left(),
        1 => field.right(),
        2 => field.word_left(),
        3 => field.word_right(),
        4 => field.home(),
        5 => field.end(),
        6 => field.up(columns),
        7 => field.down(columns),
        8 => field.backspace(),
        9 => field.delete(),
        10 => field.delete_word(),
        _ => field.clear(),
    }
}

proptest! {
    #[test]
    fn any_keys_keep_it_whole(steps in steps(), many in any::<bool>(), columns in 0_usize..16) {
        let mut field = if many { Field::many_lines("") } else { Field::new("") };
        for step in steps {
            match step {
                Step::Insert(text) => field.insert(&text),
                Step::Key(key) => press(&mut field, key, columns),
            }
            prop_assert!(field.value().is_char_boundary(field.cursor()));
            prop_assert!(many || !field.value().contains('\n'));
            let (shown, column) = field.view(columns);
            prop_assert!(width(&shown) <= columns);
            prop_assert!(column < columns.max(1));
            let (rows, row, column) = field.rows(columns);
            prop_assert!(row < rows.len());
            prop_assert!(column < columns.max(1));
        }
    }
}
