//! Where somebody works, and as what.

use std::ops::Range;
use std::sync::LazyLock;

use super::khmer::{LONGEST_NAME, Marks, Seen, known_name, ordinary, stands_before};
use super::kin::latin_name;
use super::letters::{Letters, Needles, Words, ahead, before, is_khmer, normal};
use super::lists::{JOBS, KHMER_JOBS, List};
use super::numbers::{digits_of, khmer_count};

/// Jobs as they are called in the plain form of letters.
static PLAIN_JOBS: LazyLock<Needles> = LazyLock::new(|| {
    let both = JOBS.split(", ").flat_map(|job| [normal(job), normal(&format!("{job}s"))]);
    both.collect()
});

/// Jobs that are told by their names: `line leader`, `QC`, `line 12`.
pub(super) fn jobs(words: &Words<'_>, letters: &Letters) -> Vec<Range<usize>> {
    let mut found = letters.find_any_words(&PLAIN_JOBS);
    for index in 0..words.len() {
        let plain = words.plain(index);
        // As letters alone they stand in other words.
        if matches!(plain, "qc" | "q.c" | "qa") {
            found.extend(words.span(index, index));
        }
        if words.is(index, List::Groups) {
            let skip = usize::from(["no", "number", "#"].contains(&words.plain(index + 1)));
            let number = index + 1 + skip;
            let said = words.plain(number);
            let is_number = said.len() <= 3 && said.starts_with(|c: char| c.is_ascii_digit());
            let is_letter = plain == "line" && said.len() == 1 && words.is_high(number) && said != "i";
            // `in line 3 hours`.
            let counts = ["hours", "hour", "minutes", "days", "times", "people", "patients"];
            let is_queue = words.back(index, 1) == "in" && counts.contains(&words.plain(number + 1));
            if (is_number || is_letter) && !is_queue && !words.raw(number).contains(':') {
                found.extend(words.span(index, number));
            }
        }
    }
    found
}

/// Jobs that somebody says: `I work as a …`, `my job is …`, `she is a guard`.
pub(super) fn said_jobs(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for index in 0..words.len() {
        let plain = words.plain(index);
        let before = words.back(index, 1);
        let works =
            plain == "as" && ["work", "works", "worked", "working", "job", "employed"].contains(&before);
        let is = matches!(plain, "is" | "was")
            && ["job", "occupation", "position", "profession"].contains(&before);
        let mut first = index + 1;
        while ["a", "an", "the"].contains(&words.plain(first)) {
            first += 1;
        }
        if works || is {
            let mut next = first;
            while next < first + 4 && next < words.len() && !words.is(next, List::Ends) {
                next += 1;
                if words.ends_phrase(next - 1) {
                    break;
                }
            }
            found.extend((next > first).then(|| words.span(first, next - 1)).flatten());
            continue;
        }
        // `I am a guard`, `my husband is the chief cook`.
        let somebody = matches!(before, "i" | "she" | "he" | "who") || words.is_back(index, 1, List::Persons);
        let says = (matches!(plain, "am" | "is" | "was") && somebody)
            || matches!(plain, "i'm" | "i’m" | "she's" | "she’s" | "he's" | "he’s");
        if says && first > index + 1 {
            let open = (first..first + 4).take_while(|next| *next == first || !words.ends_phrase(next - 1));
            let last = open.filter(|next| words.is(*next, List::SaidJobs)).last();
            found.extend(last.and_then(|last| words.span(first, last)));
        }
    }
    found
}

/// Employers by their look: `Sunny Garment Co., Ltd`, `the Golden Star factory`, `factory Golden Star`, `I work at Sunrise`.
pub(super) fn organisations(words: &Words<'_>) -> Vec<Range<usize>> {
    let is_name = |index: usize| words.is_high(index) && !words.is_nobody(index);
    let behind = |index: usize| {
        let open = |place: usize| place == index || !words.ends_phrase(place - 1);
        let run = (index..index + 4).take_while(|place| is_name(*place) && open(*place));
        run.last()
    };
    let mut found = Vec::new();
    for index in 0..words.len() {
        let plain = words.plain(index);
        if words.is(index, List::Employers) {
            let before = (1..=4).take_while(|steps| {
                let place = index.checked_sub(*steps);
                place.is_some_and(|place| is_name(place) && !words.ends_sentence(place))
            });
            let first = before.last();
            found.extend(first.and_then(|steps| words.span(index - steps, index)));
            // A comma may part the kind and the name; a sentence does not.
            let named = ["called", "named", "of", "is", "known", "as"];
            let skip = (1..=2).take_while(|step| named.contains(&words.plain(index + step))).count();
            if !words.ends_sentence(index) || plain == "co" || plain == "ltd" {
                let last = behind(index + 1 + skip);
                found.extend(last.and_then(|last| words.span(index + 1 + skip, last)));
            }
        }
        // `I work at Sunrise`, `employed by Sunrise`; those who work at a hospital are its staff.
        let works = [
            "work", "works", "worked", "working", "sew", "sews", "sewing", "employed", "hired", "job",
            "employer", "boss",
        ];
        // `I stitch collars at Sunrise`.
        let makes = |steps: usize| {
            ["sew", "sews", "stitch", "stitches", "iron", "irons", "pack", "packs", "make", "makes"]
                .contains(&words.back(index, steps))
        };
        let is_made_there = plain == "at" && (1..=3).any(makes);
        let works_there =
            works.contains(&words.back(index, 1)) && ["at", "for", "by", "with", "in", "is"].contains(&plain);
        if works_there || is_made_there {
            let first = index + 1 + usize::from(words.plain(index + 1) == "the");
            if let Some(last) = behind(first)
                && !(first..=last + 1).any(|place| words.is(place, List::Facilities))
            {
                found.extend(words.span(first, last));
            }
        }
    }
    found
}

/// What work in Khmer is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A job by its name.
    Job,
    /// A job is said behind it.
    Said,
    /// Somebody’s job is said behind it, where it is one of these.
    Is,
    /// A line or a group by its number.
    Line,
    /// An employer’s name is behind it, or its Latin one before.
    Employer,
    /// Where somebody works is said behind it.
    Works,
}

static MARKS: LazyLock<Marks<Mark>> = LazyLock::new(|| {
    Marks::of(&[
        (KHMER_JOBS, Mark::Job),
        ("ធ្វើការជា ធ្វើជា មុខរបរ តួនាទីជា តួនាទី មុខតំណែងជា មុខតំណែង", Mark::Said),
        ("ខ្ញុំជា គាត់ជា ប្តីខ្ញុំជា ប្រពន្ធខ្ញុំជា នាងជា", Mark::Is),
        ("ខ្សែទី ខ្សែលេខ ខ្សែ ក្រុមទី ក្រុមលេខ ខ្សែសង្វាក់ទី អគារលេខ", Mark::Line),
        ("រោងចក្រ ក្រុមហ៊ុន សហគ្រាស សហជីពមូលដ្ឋាន រោងជាង សិប្បកម្ម", Mark::Employer),
        ("ធ្វើការនៅ ធ្វើការឱ្យ បម្រើការនៅ ធ្វើនៅ ដេរនៅ", Mark::Works),
    ])
});

/// Jobs that many have, also in hospitals: somebody’s who says so.
const KHMER_SAID_JOBS: &str = "អ្នកបើកកង់បី អ្នករត់តុកតុក អ្នកបើកតុកតុក អ្នករត់ម៉ូតូឌុប អ្នកយាម សន្តិសុខ អ្នកបោសសម្អាត អ្នកបោសសំអាត អ្នកបើកឡាន អ្នកបើករថយន្ត តៃកុង ចុងភៅ គ្រូបង្រៀន អ្នកលក់ ប្រធាន អនុប្រធាន មេ អ្នកគ្រប់គ្រង \
    បេឡាករ ជាង លេខា ហេរញ្ញិក សកម្មជន តំណាង";

/// What an employer makes, behind the word for one and before its name.
const MAKES: &str = "កាត់ដេរសម្លៀកបំពាក់ កាត់ដេរ ដេរសម្លៀកបំពាក់ សម្លៀកបំពាក់ ស្បែកជើង កាបូប តម្បាញ វាយនភណ្ឌ ប៉ាក់ ប៉ាក់ខោអាវ ខោអាវ ដេរ គ្រឿងអេឡិចត្រូនិក ឈ្មោះ ឈ្មោះថា ថា";

/// Jobs in Khmer. Places are those of the text as it is seen.
pub(super) fn khmer_jobs(seen: &Seen) -> Vec<Range<usize>> {
    let text = &seen.text;
    let found = MARKS.find(text).filter_map(|(range, mark, kind)| {
        let behind = ahead(text, range.end, LONGEST_NAME);
        match kind {
            Mark::Job => Some(range),
            Mark::Said => {
                let start = seen.behind_gap(range.end);
                let start = start + if mark.ends_with("ជា") { 0 } else { job_lead(text, start) };
                let is_word = ahead(text, start, 1).starts_with(is_khmer) && stands_before(behind);
                is_word.then(|| start..seen.name_end(start, LONGEST_NAME))
            }
            Mark::Is => {
                let start = seen.behind_gap(range.end);
                let rest = ahead(text, start, LONGEST_NAME);
                let is_job = KHMER_SAID_JOBS
                    .split_whitespace()
                    .any(|job| rest.strip_prefix(job).is_some_and(stands_before));
                is_job.then(|| start..seen.name_end(start, LONGEST_NAME))
            }
            Mark::Line => {
                let gap = behind.len() - behind.trim_start_matches(' ').len();
                let rest = behind.get(gap..)?;
                let in_words = mark.ends_with("ទី") || mark.ends_with("លេខ");
                let length = if in_words { khmer_count(rest) } else { digits_of(rest) };
                (length > 0).then(|| range.start..range.end + gap + length)
            }
            Mark::Employer | Mark::Works => None,
        }
    });
    found.collect()
}

/// How long `ជា` or `គឺ` before a job is, in bytes.
fn job_lead(text: &str, at: usize) -> usize {
    let rest = ahead(text, at, 8);
    ["គឺជា", "ជា", "គឺ"]
        .iter()
        .find(|lead| rest.strip_prefix(**lead).is_some_and(stands_before))
        .map_or(0, |lead| lead.len())
}

/// Employers in Khmer: `រោងចក្រ ហ្គោលដិនស្តារ`, `ក្រុមហ៊ុន Golden Star`, `Golden Star រោងចក្រ`.
pub(super) fn khmer_organisations(seen: &Seen) -> Vec<Range<usize>> {
    let text = &seen.text;
    let mut found = Vec::new();
    for (range, _, kind) in MARKS.find(text) {
        if kind == Mark::Employer && stands_before(ahead(text, range.end, 2)) {
            found.extend(latin_before(text, range.start));
            found.extend(employer(seen, range.end));
        }
        // `ធ្វើការនៅសាប្រ៊ីណា`; what is said of an employer with the word for one is found from that.
        if kind == Mark::Works {
            let start = seen.behind_gap(range.end);
            let rest = ahead(text, start, 80);
            let is_khmer_name = rest.starts_with(is_khmer) && stands_before(rest) && ordinary(rest).is_none();
            let latin = latin_name(rest).map(|latin| start..start + latin.end);
            found.extend(latin.or_else(|| is_khmer_name.then(|| start..seen.name_end(start, LONGEST_NAME))));
        }
    }
    found
}

/// The name of an employer behind the word for one.
fn employer(seen: &Seen, from: usize) -> Option<Range<usize>> {
    let text = &seen.text;
    let mut start = seen.behind_gap(from);
    let is_quoted = before(text, start, 1).ends_with(['«', '"', '“']);
    let mut is_said = is_quoted;
    for _ in 0..3 {
        let rest = ahead(text, start, LONGEST_NAME);
        let makes =
            MAKES.split_whitespace().filter(|word| rest.strip_prefix(*word).is_some_and(stands_before));
        let Some(makes) = makes.map(str::len).max() else {
            break;
        };
        is_said = true;
        start = seen.behind_gap(start + makes);
    }
    let rest = ahead(text, start, 80);
    if let Some(latin) = latin_name(rest) {
        return Some(start + latin.start..start + latin.end);
    }
    if !rest.starts_with(is_khmer) || !stands_before(rest) {
        return None;
    }
    // Behind what it makes everyday words are names as well, but for those that end one.
    let is_everyday = ordinary(rest).is_some() && known_name(rest) == 0;
    let ends = if is_said { seen.ends_name(start) && !is_quoted } else { is_everyday };
    (!ends).then(|| start..seen.name_end(start, LONGEST_NAME))
}

/// Words in Latin letters with capitals right before a place.
fn latin_before(text: &str, at: usize) -> Option<Range<usize>> {
    let near = before(text, at, 60);
    let words = Words::of(near);
    let is_name = |index: usize| {
        let word = words.raw(index);
        words.is_high(index) && !words.is_nobody(index) && word.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    let run = (1..=4).take_while(|steps| words.len().checked_sub(*steps).is_some_and(is_name)).last()?;
    let span = words.span(words.len() - run, words.len() - 1)?;
    let offset = at - near.len();
    Some(offset + span.start..offset + span.end)
}
