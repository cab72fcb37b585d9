//! Names in Khmer behind a title, a kin word or a relation.

use std::ops::Range;
use std::sync::LazyLock;

use super::khmer::{LONGEST_NAME, Marks, SUBSCRIPT, Seen, known_name, ordinary, stands_before};
use super::letters::{ahead, bare_range, before, is_khmer, is_khmer_mark, plain_digit, words};
use super::lists::is_nobody;
use super::people::starts_high;
use crate::reference::names::FAMILY;

/// How likely a name stands behind a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likely {
    /// Behind a title: whatever stands there, but for what ends a name.
    Title,
    /// Behind a kin word, which is said alone as well: what is no everyday word.
    Kin,
    /// Behind a relation or a profession: a common name, or a short word between spaces that is no everyday one.
    Relation,
}

/// Words that are said before a name and hardly ever alone.
const TITLES: &str = "ឈ្មោះ លោកស្រី លោកគ្រូ លោក អ្នកស្រី អ្នកនាង កញ្ញា វេជ្ជបណ្ឌិត អ្នកគ្រូ ឯកឧត្តម ឧកញ៉ា ហៅក្រៅ ហៅថា រហស្សនាម នាមត្រកូល";

/// Words for kin, by which anybody is called.
const KIN: &str = "បង ប្អូន អូន ពូ មីង អ៊ំ អ៊ុំ អុំ អុ៊ំ តា យាយ ជីតា ជីដូន ក្មួយ អ្នកមីង លោកពូ លោកតា លោកយាយ លោកអ៊ំ អ្នកបង ហ៊ា ចែ នាង";

/// Words for those whom a story speaks of, and by which it speaks of them.
const RELATIONS: &str = "ប្រពន្ធ ប្តី ភរិយា ស្វាមី ម្តាយ ឪពុក កូនស្រី កូនប្រុស កូន មិត្ត មិត្តភក្តិ សមាជិក កម្មការិនី កម្មករ គ្រូពេទ្យ \
    គិលានុបដ្ឋាក គិលានុបដ្ឋាយិកា ឆ្មប ពេទ្យ ហៅ ជាមួយ អ្នកជំងឺ ប្រធាន នាយក នាយិកា មេក្រុម ម៉ែ ប៉ា ពុក គឺ";

/// What may stand between such a word and the name.
const BETWEEN: &str = "ស្រី ប្រុស គ្រូពេទ្យ គ្រូ ពូ តា យាយ មីង អ៊ំ អ៊ុំ បង ប្អូន ជំទាវ វេជ្ជបណ្ឌិត បណ្ឌិត ឧកញ៉ា នាយក ប្រធាន \
    ឈ្មោះ ក្រុម បង្កើត ជីដូនមួយ ថ្លៃ ធម៌ ខ្ញុំ យើង គាត់ របស់ នាង ម្នាក់ ឯង ធំ តូច";

/// What may stand between a word for a name and the name.
const BEFORE_NAMES: &str = "ថា គឺ ពិត ក្រៅ";

static MARKS: LazyLock<Marks<Likely>> = LazyLock::new(|| {
    Marks::of(&[(TITLES, Likely::Title), (KIN, Likely::Kin), (RELATIONS, Likely::Relation)])
});

static PASSED: LazyLock<Marks<()>> = LazyLock::new(|| Marks::of(&[(BETWEEN, ())]));

static BEFORE: LazyLock<Marks<()>> = LazyLock::new(|| Marks::of(&[(BEFORE_NAMES, ())]));

/// Finds names. Places are those of the text as it is seen.
pub(super) fn names(seen: &Seen) -> Vec<Range<usize>> {
    let marks = MARKS.find(&seen.text).filter(|(range, word, _)| stands(seen, range, word));
    marks.filter_map(|(range, word, likely)| name_behind(seen, range.end, word, likely)).collect()
}

/// Whether a word stands for itself, and not within another.
fn stands(seen: &Seen, range: &Range<usize>, word: &str) -> bool {
    let text = &seen.text;
    let before = before(text, range.start, 6);
    let behind = ahead(text, range.end, LONGEST_NAME);
    let is_own = stands_before(behind) && !before.ends_with(SUBSCRIPT) && !seen.is_within_word(range);
    let says_so = match word {
        // To register; the name on a card, of an illness.
        "ឈ្មោះ" => {
            let of_things = ["លើ", "ជំងឺ", "ក្នុង", "មិន", "ខុស", "អ្វី", "ក្លែង", "ដូច"];
            !before.ends_with("ចុះ") && !of_things.iter().any(|of| behind.starts_with(of))
        }
        // September: `ខែកញ្ញា`, `៧ កញ្ញា`.
        "កញ្ញា" => {
            let before = before.trim_end();
            !before.ends_with("ខែ") && !before.ends_with(|c: char| plain_digit(c).is_ascii_digit())
        }
        // They end many words.
        "តា" | "ចែ" | "ហ៊ា" | "អុំ" | "កូន" | "គឺ" | "ពុក" | "ប៉ា" => {
            seen.may_begin(range.start)
        }
        _ => true,
    };
    is_own && says_so
}

/// The name behind a word, with what stands between passed over.
fn name_behind(seen: &Seen, from: usize, word: &str, likely: Likely) -> Option<Range<usize>> {
    let mut start = from;
    let mut parted = false;
    let mut likely = likely;
    for _ in 0..6 {
        let next = seen.behind_gap(start);
        parted |= next > start;
        start = next;
        let rest = ahead(&seen.text, start, LONGEST_NAME);
        if known_name(rest) > 0 {
            break;
        }
        let is_of_names = word == "ឈ្មោះ" || word.starts_with("ហៅ");
        let step = PASSED.longest(rest).or_else(|| BEFORE.longest(rest).filter(|_| is_of_names));
        let Some(step) = step else {
            break;
        };
        // `បងស្រីខ្ញុំឈ្មោះ …` is found from ឈ្មោះ; `លោកខ្ញុំ` is not a title.
        if rest.starts_with("ឈ្មោះ") {
            return None;
        }
        if ["ខ្ញុំ", "យើង", "គាត់", "របស់", "ម្នាក់"].iter().any(|whose| rest.starts_with(whose))
        {
            likely = if is_of_names { likely } else { Likely::Relation };
        }
        parted = false;
        start += step;
    }
    name_at(seen, start, likely, parted)
}

/// The name at a place, if one stands there.
fn name_at(seen: &Seen, start: usize, likely: Likely, is_parted: bool) -> Option<Range<usize>> {
    let text = &seen.text;
    let rest = ahead(text, start, 80);
    if let Some(latin) = latin_name(rest) {
        return Some(start + latin.start..start + latin.end);
    }
    if !rest.starts_with(is_khmer) || !stands_before(rest) {
        return None;
    }
    let end = seen.name_end(start, LONGEST_NAME);
    if known_name(rest) > 0 {
        return Some(start..end);
    }
    if let Some(word) = ordinary(rest) {
        // Some family names are everyday words: one is a name where a short second one follows.
        let family = rest.get(..word.length).unwrap_or_default();
        let is_family = FAMILY.iter().any(|(khmer, _)| *khmer == family);
        let is_name = is_family && seen.is_name_parted(start + word.length);
        if is_name {
            return Some(start..seen.name_end(start, LONGEST_NAME).max(start + word.length));
        }
        let ends = likely != Likely::Title || seen.ends_name(start);
        return (!ends).then_some(start..end);
    }
    let name = text.get(start..end).unwrap_or_default();
    match likely {
        Likely::Title | Likely::Kin => Some(start..end),
        // `ប្ដីខ្ញុំ វិសុទ្ធ មក…`
        Likely::Relation => {
            let is_short = name.chars().filter(|c| *c != ' ').count() <= 10;
            let is_alone = !ahead(text, end, 1).starts_with(is_khmer);
            let clusters = name.chars().filter(|c| is_khmer(*c) && !is_khmer_mark(*c)).count();
            (is_parted && is_short && is_alone && clusters >= 2).then_some(start..end)
        }
    }
}

/// Words in Latin letters with a capital, at the beginning of a text.
pub(super) fn latin_name(rest: &str) -> Option<Range<usize>> {
    let mut end = None;
    for range in words(rest).iter().take(4) {
        let word = rest.get(range.clone()).unwrap_or_default();
        let is_latin =
            word.starts_with(|c: char| c.is_ascii_alphabetic()) || word.starts_with(['"', '“', '«']);
        if !is_latin || !starts_high(rest, range) || is_nobody(word) || (end.is_none() && range.start > 0) {
            break;
        }
        end = Some(bare_range(rest, range).end);
        if word.ends_with([',', '.', ';', '!', '?', '។']) {
            break;
        }
    }
    end.map(|end| 0..end)
}
