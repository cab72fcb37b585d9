//! Normal forms of text: what two people who type the same thing differently have in common.
//!
//! [`fold`] is for search, duplicate keys and identifiers, in both scripts; [`compact`] is the same without
//! spaces and punctuation; [`skeleton`] is a coarse key for names that everybody romanises in their own way.
//! None of them is for showing to people, and nothing here knows about places, facilities or files.
//!
//! Identifiers are hashed over [`fold`]: to change what it yields is to change identifiers.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const COENG: char = '\u{17D2}';
const SUBSCRIPT_DA: char = '\u{178A}';
const SUBSCRIPT_TA: char = '\u{178F}';
const SUBSCRIPT_RO: char = '\u{179A}';

/// The normal form for search, lookup and duplicate keys.
///
/// - NFC, lower case, Khmer digits as 0–9, any run of white space as one space, none at the ends;
/// - invisible characters dropped: zero-width spaces and joiners, soft hyphen, direction marks, the Khmer
///   inherent vowels U+17B4 and U+17B5;
/// - the marks of a Khmer syllable in one order (subscripts with រ last, robat and shifters, vowels, signs), a mark
///   typed twice once, vowels typed in two halves whole, a subscript sign without its letter dropped;
/// - subscript ដ as subscript ត, which print the same; ឲ as ឱ;
/// - the dots of abbreviations dropped: every dot right after a Khmer letter (a Khmer sentence ends with ។), and the
///   dots of a run of single Latin letters (`N.S.S.F.`), but not of `3.5` or `no.`.
///
/// `fold(fold(x)) == fold(x)`.
pub fn fold(text: &str) -> String {
    let ordered: Vec<char> = if text.is_ascii() {
        text.chars().map(|character| character.to_ascii_lowercase()).collect()
    } else {
        let mut plain = Vec::with_capacity(text.len());
        for character in composed(text.chars().collect()) {
            if is_khmer(character) && !is_invisible(character) {
                plain.push(plain_character(character));
            } else if !is_invisible(character) {
                plain.extend(character.to_lowercase().map(plain_character));
            }
        }
        order_khmer_marks(composed(plain).into_iter())
    };
    let mut folded = String::with_capacity(text.len());
    for character in composed(without_abbreviation_dots(ordered)) {
        if !character.is_whitespace() {
            folded.push(character);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// NFC. Most text is that already, which is seen much faster than made.
fn composed(text: Vec<char>) -> Vec<char> {
    match is_nfc_quick(text.iter().copied()) {
        IsNormalized::Yes => text,
        _ => text.into_iter().nfc().collect(),
    }
}

/// [`fold`] without spaces and punctuation: `Siem Reap`, `siemreap` and `Siem-Reap` are one.
pub fn compact(text: &str) -> String {
    fold(text).chars().filter(|&character| is_of_word(character)).collect()
}

/// The words of a folded text: what stands between spaces and punctuation. A Khmer phrase without spaces is one.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|character| !is_of_word(character) && character != '\'').filter(|word| !word.is_empty())
}

/// Whether a character belongs to a word: a letter or digit of any script, or a Khmer mark.
pub fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_khmer_mark(character) || character == COENG
}

/// Whether a text holds a Khmer letter.
pub fn has_khmer(text: &str) -> bool {
    text.chars().any(is_khmer_letter)
}

/// A coarse key under which the common spellings of one Cambodian name fall together.
///
/// There are several romanisations in use (UNGEGN on maps, French-time spellings, and what people text), and they
/// differ mostly in vowels, aspiration and final consonants. So, on top of [`compact`]:
///
/// | rule | because of |
/// |---|---|
/// | diacritics go | `Kâmpóng` |
/// | a run of vowels (`y` too) is one `a` | `Kampong/Kompong`, `Preah/Prah`, `Tboung/Tbong`, `Chey/Chei` |
/// | `h` goes | `Phnom/Pnom`, `Kaoh/Kao`, `Chhuk/Chuk`, `Nheaek/Neak` |
/// | `b`=`p`, `d`=`t`, `g`=`k`, `w`=`v`, `z`=`s`, `j`=`ch`, `c`=`k` unless `ch` | `Reab/Reap`, `Batdambang`, `Angk/Ang` |
/// | `r` and `v` after a vowel go unless a vowel follows | `Pursat/Pousat`, `Kork/Kouk`, `Kaev/Keo` |
/// | doubled letters are one | `Kossamak/Kosamak`, `Rattanakiri/Ratanak Kiri` |
/// | Khmer shifters and signs that are not sounded go | `ពោធិ៍សាត់/ពោធិសាត់` |
///
/// Different names may share a skeleton, so rank what it finds by likeness of the texts themselves.
pub fn skeleton(text: &str) -> String {
    let letters: Vec<char> = compact(text)
        .nfd()
        .filter(|character| !matches!(character, '\u{300}'..='\u{36F}' | '\u{17C9}'..='\u{17D1}'))
        .collect();
    let mut key = String::with_capacity(letters.len());
    for (index, &letter) in letters.iter().enumerate() {
        let next = letters.get(index + 1).copied();
        let after_vowel = key.ends_with('a');
        let sound = match letter {
            'h' => continue,
            'r' | 'v' | 'w' if after_vowel && !next.is_some_and(is_latin_vowel) => continue,
            'c' if next == Some('h') => 'c',
            'c' | 'g' | 'q' => 'k',
            'j' => 'c',
            'b' => 'p',
            'd' => 't',
            'w' => 'v',
            'z' => 's',
            vowel if is_latin_vowel(vowel) => 'a',
            other => other,
        };
        if !(sound.is_ascii_lowercase() && key.ends_with(sound)) {
            key.push(sound);
        }
    }
    key
}

/// A Khmer digit as its ASCII digit; anything else as it is.
pub fn ascii_digit(character: char) -> char {
    match character {
        '\u{17E0}'..='\u{17E9}' => char::from_digit(u32::from(character) - 0x17E0, 10).unwrap_or(character),
        other => other,
    }
}

/// Characters that are not seen, and that a typist does not know to have typed.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{AD}'
            | '\u{17B4}'
            | '\u{17B5}'
            // Obsolete, and the one Khmer sign besides the coeng that NFC moves about.
            | '\u{17DD}'
    )
}

fn plain_character(character: char) -> char {
    match character {
        // The second form of the independent vowel, by the font's choice.
        '\u{17B2}' => '\u{17B1}',
        // Deprecated double of អ.
        '\u{17A3}' => '\u{17A2}',
        other => ascii_digit(other),
    }
}

/// Whether a character is of the Khmer block, which knows no capitals.
fn is_khmer(character: char) -> bool {
    matches!(character, '\u{1780}'..='\u{17FF}')
}

fn is_khmer_letter(character: char) -> bool {
    matches!(character, '\u{1780}'..='\u{17B3}')
}

fn is_khmer_mark(character: char) -> bool {
    matches!(character, '\u{17B6}'..='\u{17D1}' | '\u{17D3}')
}

fn is_latin_letter(character: char) -> bool {
    matches!(character, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') && character.is_alphabetic()
}

fn is_latin_vowel(character: char) -> bool {
    matches!(character, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn without_abbreviation_dots(text: Vec<char>) -> Vec<char> {
    if !text.contains(&'.') {
        return text;
    }
    let mut kept: Vec<char> = Vec::with_capacity(text.len());
    let mut index = 0;
    while let Some(&character) = text.get(index) {
        let previous = kept.last().copied();
        let after_khmer = previous.is_some_and(|last| is_khmer_letter(last) || is_khmer_mark(last));
        // A mark after the dot would come to hang on another letter than it was typed for.
        let before_mark = text.get(index + 1).is_some_and(|&next| is_khmer_mark(next));
        if character == '.' && after_khmer && !before_mark {
            index += 1;
            continue;
        }
        let starts_word = !previous.is_some_and(|last| is_latin_letter(last) || last.is_ascii_digit());
        let length = if starts_word { abbreviation_length(&text, index) } else { 0 };
        if length > 0 {
            kept.extend(text.iter().skip(index).take(length).filter(|&&letter| letter != '.'));
            index += length;
        } else {
            kept.push(character);
            index += 1;
        }
    }
    kept
}

/// How many characters from `start` are single Latin letters with dots between them; 0 when fewer than two letters.
fn abbreviation_length(text: &[char], start: usize) -> usize {
    let letter_at = |index: usize| text.get(index).is_some_and(|&letter| is_latin_letter(letter));
    let dot_at = |index: usize| text.get(index) == Some(&'.');
    let mut end = start;
    let mut letters = 0;
    while letter_at(end) && dot_at(end + 1) {
        letters += 1;
        end += 2;
    }
    let word_goes_on = text.get(end + 1).is_some_and(|next| next.is_alphanumeric());
    if letters > 0 && letter_at(end) && !word_goes_on {
        letters += 1;
        end += 1;
    }
    if letters >= 2 { end - start } else { 0 }
}

/// One sounded or written unit of a syllable after its base letter, with its place in the order.
type Mark = (u8, char);

fn order_khmer_marks(text: impl Iterator<Item = char>) -> Vec<char> {
    let mut text = text.peekable();
    let mut ordered: Vec<char> = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    while let Some(character) = text.next() {
        if character == COENG {
            // A subscript that hangs under no Khmer letter is read as the letter itself.
            let hangs = ordered.last().is_some_and(|&base| is_khmer_letter(base));
            if let Some(letter) = text.next_if(|&next| hangs && is_khmer_letter(next)) {
                marks.push(subscript(letter));
            }
        } else if is_khmer_mark(character) {
            marks.push((mark_rank(character), character));
        } else {
            put_marks(&mut marks, &mut ordered);
            ordered.push(character);
        }
    }
    put_marks(&mut marks, &mut ordered);
    ordered
}

fn subscript(letter: char) -> Mark {
    match letter {
        SUBSCRIPT_DA => (0, SUBSCRIPT_TA),
        // Standard spelling has it last, though it is drawn first: ស្ត្រី is often typed as ស្រ្តី.
        SUBSCRIPT_RO => (1, SUBSCRIPT_RO),
        other => (0, other),
    }
}

fn mark_rank(mark: char) -> u8 {
    match mark {
        '\u{17CC}' => 2,
        '\u{17C9}' | '\u{17CA}' => 3,
        '\u{17B6}'..='\u{17C5}' => 4,
        '\u{17C6}' => 5,
        '\u{17C7}' | '\u{17C8}' => 6,
        _ => 7,
    }
}

/// Writes a syllable's marks in order, and empties them.
fn put_marks(marks: &mut Vec<Mark>, ordered: &mut Vec<char>) {
    // Subscripts keep the order they were typed in (it carries meaning), the rest is sorted by character too.
    marks.sort_by_key(|&(rank, mark)| (rank, if rank == 0 { '\0' } else { mark }));
    marks.dedup_by(|second, first| second.0 > 1 && second == first);
    for (half, whole) in [('\u{17B8}', '\u{17BE}'), ('\u{17B6}', '\u{17C4}')] {
        let left = marks.iter().position(|&(_, mark)| mark == '\u{17C1}');
        let right = marks.iter().position(|&(rank, mark)| rank == 4 && mark == half);
        if let (Some(left), Some(right)) = (left, right) {
            marks.remove(left.max(right));
            marks.remove(left.min(right));
            marks.push((4, whole));
            marks.sort_by_key(|&(rank, mark)| (rank, if rank == 0 { '\0' } else { mark }));
            marks.dedup_by(|second, first| second.0 > 1 && second == first);
        }
    }
    for (rank, mark) in marks.drain(..) {
        if rank < 2 {
            ordered.push(COENG);
        }
        ordered.push(mark);
    }
}

#[cfg(test)]
mod tests;
