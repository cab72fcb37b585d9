//! Normal forms of text: what two people who type the same thing differently have in common.
//!
//! [`fold`] is for search, duplicate keys and identifiers, in both scripts; [`compact`] is the same without
//! spaces and punctuation; [`skeleton`] is a coarse key for names that everybody romanises in their own way.
//! None of them is for showing to people, and nothing here knows about places, facilities or files.
//!
//! Identifiers are hashed over [`fold`]: to change what it yields is to change identifiers.

use unicode_normalization::UnicodeNormalization;

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
    if text.is_ascii() {
        return without_abbreviation_dots(in_ascii(text));
    }
    match in_settled_letters(text) {
        Some(folded) => without_abbreviation_dots(folded),
        None => without_abbreviation_dots(in_any_letters(text)).nfc().collect(),
    }
}

/// What [`fold`] makes of ASCII, dots aside.
fn in_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.make_ascii_lowercase();
    folded
}

/// The same of a text that is in NFC whatever it says, and stays so: of Latin letters in one byte of Unicode, Khmer, and
/// the invisible characters, dashes, quotation marks and dots of U+200B–U+2027. Most text in both scripts is such, and
/// spared the normalisation. `None` of any other text.
fn in_settled_letters(text: &str) -> Option<String> {
    let mut syllables = Syllables::with_capacity(text.len());
    for character in text.chars() {
        syllables.push(match character {
            '\0'..='\u{7F}' => character.to_ascii_lowercase(),
            '\u{AD}' | '\u{17B4}' | '\u{17B5}' | '\u{200B}'..='\u{200F}' => continue,
            '\u{1780}'..='\u{17DC}' | '\u{17DE}'..='\u{17FF}' => plain_character(character),
            // None of these becomes more than one.
            '\u{80}'..='\u{FF}' | '\u{2010}'..='\u{2027}' => character.to_lowercase().next()?,
            _ => return None,
        });
    }
    Some(syllables.finish())
}

/// The same of any text, but for a last NFC: without a dot, what stood around it may compose.
fn in_any_letters(text: &str) -> String {
    let mut syllables = Syllables::with_capacity(text.len());
    let visible = text.nfc().filter(|&character| !is_invisible(character));
    for character in visible.flat_map(char::to_lowercase).map(plain_character).nfc() {
        syllables.push(character);
    }
    syllables.finish()
}

/// [`fold`] without spaces and punctuation: `Siem Reap`, `siemreap` and `Siem-Reap` are one.
pub fn compact(text: &str) -> String {
    fold(text).chars().filter(|&character| is_of_word(character)).collect()
}

/// Line and column of a place in a text, both from 1.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
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

fn without_abbreviation_dots(text: String) -> String {
    if !text.contains('.') {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('.') {
        kept.push_str(before);
        rest = after;
        let mut previous = kept.chars().rev();
        let last = previous.next();
        let after_khmer = last.is_some_and(|last| is_khmer_letter(last) || is_khmer_mark(last));
        // A mark after the dot would come to hang on another letter than it was typed for.
        if after_khmer && !after.starts_with(is_khmer_mark) {
            continue;
        }
        let starts_word = !previous.next().is_some_and(|last| is_latin_letter(last) || last.is_ascii_digit());
        if starts_word && last.is_some_and(is_latin_letter) {
            let length = abbreviation_length(after);
            let (letters, behind) = after.split_at_checked(length).unwrap_or((after, ""));
            kept.extend(letters.chars().filter(|&letter| letter != '.'));
            rest = behind;
            if length > 0 {
                continue;
            }
        }
        kept.push('.');
    }
    kept.push_str(rest);
    kept
}

/// How many bytes of what follows a single Latin letter and its dot belong to the same abbreviation: single letters
/// with dots between them.
fn abbreviation_length(after: &str) -> usize {
    let mut rest = after;
    loop {
        let mut characters = rest.chars();
        let Some(_) = characters.next().filter(|&letter| is_latin_letter(letter)) else {
            break;
        };
        let behind = characters.as_str();
        match characters.next() {
            Some('.') => rest = characters.as_str(),
            next => {
                if !next.is_some_and(char::is_alphanumeric) {
                    rest = behind;
                }
                break;
            }
        }
    }
    after.len() - rest.len()
}

/// One sounded or written unit of a syllable after its base letter, with its place in the order.
type Mark = (u8, char);

/// A text as it is written anew: the marks of each Khmer syllable in order, white space as single spaces.
struct Syllables {
    written: String,
    /// The marks of the last syllable, in the order they were typed in.
    marks: Vec<Mark>,
    /// Whether these hang on a Khmer letter.
    on_letter: bool,
    /// Whether a subscript sign waits for its letter.
    subscript: bool,
}

impl Syllables {
    fn with_capacity(bytes: usize) -> Self {
        Self { written: String::with_capacity(bytes), marks: Vec::new(), on_letter: false, subscript: false }
    }

    fn push(&mut self, character: char) {
        if std::mem::take(&mut self.subscript) && is_khmer_letter(character) {
            self.marks.push(subscript(character));
        } else if character == COENG {
            // A subscript that hangs under no Khmer letter is read as the letter itself.
            self.subscript = self.on_letter;
        } else if is_khmer_mark(character) {
            self.marks.push((mark_rank(character), character));
        } else {
            self.put_marks();
            self.on_letter = is_khmer_letter(character);
            if !character.is_whitespace() {
                self.written.push(character);
            } else if !self.written.is_empty() && !self.written.ends_with(' ') {
                self.written.push(' ');
            }
        }
    }

    /// Writes a syllable's marks in order.
    fn put_marks(&mut self) {
        if self.marks.len() > 1 {
            order(&mut self.marks);
        }
        for &(rank, mark) in &self.marks {
            if rank < 2 {
                self.written.push(COENG);
            }
            self.written.push(mark);
        }
        self.marks.clear();
    }

    fn finish(mut self) -> String {
        self.put_marks();
        if self.written.ends_with(' ') {
            self.written.pop();
        }
        self.written
    }
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

/// Brings a syllable's marks in order, and makes whole what was typed in halves.
fn order(marks: &mut Vec<Mark>) {
    sort(marks);
    for (half, whole) in [('\u{17B8}', '\u{17BE}'), ('\u{17B6}', '\u{17C4}')] {
        let left = marks.iter().position(|&(_, mark)| mark == '\u{17C1}');
        let right = marks.iter().position(|&(rank, mark)| rank == 4 && mark == half);
        if let (Some(left), Some(right)) = (left, right) {
            marks.remove(left.max(right));
            marks.remove(left.min(right));
            marks.push((4, whole));
            sort(marks);
        }
    }
}

fn sort(marks: &mut Vec<Mark>) {
    // Subscripts keep the order they were typed in (it carries meaning), the rest is sorted by character too.
    marks.sort_by_key(|&(rank, mark)| (rank, if rank == 0 { '\0' } else { mark }));
    marks.dedup_by(|second, first| second.0 > 1 && second == first);
}

#[cfg(test)]
mod tests;
