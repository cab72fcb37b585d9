//! What was asked of the party last time, and what happened: earlier submissions with their answers, how fast they came, and
//! the ledger of promises. Officials are named as the officer typed them; no member, no case, no story.

use chrono::NaiveDate;

use super::tables::Numbered;
use super::told::{ENOUGH_FOR_PERCENTILES, is_tellable, number, share_texts, wait_text};
use super::words::last_time as words;
use super::{Facts, words as common};
use crate::brief::document::{Block, Cell, Column, Document, Table, Text};
use crate::brief::plain;
use crate::brief::suppress::RaisedTold;
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome;
use crate::i18n::{Lang, Named, dates, numbers};
use crate::insight::{Comparison, SMALL, wilson};

/// What was asked before, and what came of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LastTime {
    /// Earlier submissions to the party, the oldest first.
    pub asked: Vec<Asked>,
    /// How fast they were answered.
    pub pace: Pace,
    /// Promises of the party and at its places, the oldest first.
    pub promises: Vec<Pledged>,
}

/// An earlier submission.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// When.
    pub on: NaiveDate,
    /// How.
    pub way: Way,
    /// What was asked for.
    pub what: Option<String>,
    /// What may be told of its cases.
    pub cases: RaisedTold,
    /// Whether it was answered.
    pub answer: Answered,
    /// How often the party asked for a later date.
    pub moved: u32,
}

/// Whether a submission was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// On that day, so many working days late; none where it was in time.
    On(NaiveDate, u32),
    /// Not yet, and it is due by that day.
    Waits(NaiveDate),
    /// Not at all: it was due by that day, so many working days ago.
    Silent(NaiveDate, u32),
    /// The clock stands, because a member's consent is awaited.
    Paused,
    /// All of its cases were taken back before it was answered.
    TakenBack,
}

/// How fast a party answers. What is counted is submissions, not cases: so no case can be worked out.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pace {
    /// Answered by the date that held on that day.
    pub in_time: u32,
    /// Answered, or overdue.
    pub decided: u32,
    /// Answered.
    pub answered: u32,
    /// Working days to the answer: median.
    pub median: Option<f64>,
    /// 90th percentile.
    pub p90: Option<f64>,
}

/// A promise with what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pledged {
    /// What.
    pub what: String,
    /// By which party.
    pub party: String,
    /// Who said it: name and role, as the officer typed them.
    pub who: String,
    /// Where it is to be seen; `None` where that is where the party answers.
    pub place: Option<String>,
    /// When it was said.
    pub on: NaiveDate,
    /// By when it was to be kept at first, and by when since the party moved it.
    pub due: (Option<NaiveDate>, Option<NaiveDate>),
    /// What came of it.
    pub fate: Fate,
    /// Whether its date passed with nothing decided.
    pub is_overdue: bool,
    /// On what that rests.
    pub word: Word,
}

/// On whose word it is said what came of a promise.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Word {
    /// What members said.
    pub members: Option<MembersWord>,
    /// Whether the waits since were looked at, and what of them may be told.
    pub waits: Option<Option<Waited>>,
}

/// The waits before a promise's date and since: of members who agreed to be counted, and of visits that volunteers timed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waited {
    /// The day that parts them.
    pub day: NaiveDate,
    /// What is found, those since held against those before.
    pub found: Comparison,
}

/// The section; nothing where nothing was asked and nothing promised.
pub(super) fn write(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let LastTime { asked, pace, promises } = &facts.last_time;
    let lang = document.lang;
    if asked.is_empty() && promises.is_empty() {
        return;
    }
    document.heading(words::heading(lang));
    if !asked.is_empty() {
        let caption = words::table_of_asked(lang, &numbered.table(lang));
        document.blocks.push(Block::Table(submissions(asked, &caption, lang)));
        for sentence in pace_said(*pace, lang) {
            document.paragraph(&sentence);
        }
    }
    if !promises.is_empty() {
        let caption = words::table_of_promises(lang, &numbered.table(lang));
        document.blocks.push(Block::Table(ledger(promises, &caption, lang)));
        if let Some(sentence) = kept_said(promises, lang) {
            document.paragraph(&sentence);
        }
    }
}

fn table(names: &[&str], caption: &str, rows: Vec<Vec<Cell>>, notes: &[&str], lang: Lang) -> Table {
    let told = |text: &str| Text::told(text, lang);
    Table {
        caption: told(caption),
        columns: names.iter().map(|name| Column { name: told(name), is_figure: false }).collect(),
        rows,
        notes: notes.iter().map(|note| told(note)).collect(),
    }
}

fn submissions(asked: &[Asked], caption: &str, lang: Lang) -> Table {
    let text = |text: &str| Cell::Text(Text::told(text, lang));
    let row = |asked: &Asked| {
        let cases = match asked.cases.cases {
            Some(cases) => Cell::Count(cases),
            None if asked.cases.are_few => Cell::Few,
            None => Cell::Untold,
        };
        let outcomes = outcomes(&asked.cases, lang);
        vec![
            text(&format!("{}, {}", dates::long_date(asked.on, lang), way(asked.way, lang))),
            asked.what.as_deref().map_or(Cell::Untold, text),
            cases,
            text(&answer(asked, lang)),
            if outcomes.is_empty() { Cell::Untold } else { text(&outcomes) },
        ]
    };
    let names = [
        words::asked_on(lang),
        words::what(lang),
        common::cases(lang),
        words::answer(lang),
        words::made_of_it(lang),
    ];
    let mut table = table(&names, caption, asked.iter().map(row).collect(), &[words::asked_note(lang)], lang);
    if let Some(column) = table.columns.get_mut(2) {
        column.is_figure = true;
    }
    table
}

/// How it was raised, within a line.
fn way(way: Way, lang: Lang) -> String {
    way.name(lang).to_lowercase()
}

fn answer(asked: &Asked, lang: Lang) -> String {
    let day = |day: NaiveDate| dates::long_date(day, lang);
    let said = match asked.answer {
        Answered::On(on, 0) => words::in_time(lang, &day(on)),
        Answered::On(on, late) => words::late(lang, &day(on), &number(late, lang)),
        Answered::Waits(due) => words::waits(lang, &day(due)),
        Answered::Silent(due, days) => words::silent(lang, &day(due), &number(days, lang)),
        Answered::Paused => words::paused(lang).to_owned(),
        Answered::TakenBack => words::taken_back(lang).to_owned(),
    };
    match asked.moved {
        0 => said,
        1 => format!("{said} {}", words::moved_once(lang)),
        times => format!("{said} {}", words::moved(lang, &number(times, lang))),
    }
}

/// `upheld 8 (50%); upheld in part, not upheld together 8 (50%)`.
fn outcomes(cases: &RaisedTold, lang: Lang) -> String {
    let all = f64::from(cases.cases.unwrap_or_default().max(1));
    let told = cases.outcomes.iter().map(|(which, count)| {
        let names: Vec<&str> = which.iter().map(|outcome| outcome_name(*outcome, lang)).collect();
        let share = numbers::percent(f64::from(*count) / all, lang);
        let count = number(*count, lang);
        match names.as_slice() {
            [name] => words::outcome(lang, name, &count, &share),
            several => words::outcomes(lang, &several.join(", "), &count, &share),
        }
    });
    told.collect::<Vec<_>>().join("; ")
}

fn outcome_name(outcome: Option<PartyOutcome>, lang: Lang) -> &'static str {
    match outcome {
        Some(PartyOutcome::Upheld) => words::upheld(lang),
        Some(PartyOutcome::Partly) => words::partly(lang),
        Some(PartyOutcome::NotUpheld) => words::not_upheld(lang),
        Some(PartyOutcome::NoAnswer) => words::no_answer(lang),
        None => words::without_word(lang),
    }
}

/// Figures of fewer than five submissions are not told: the table says each.
fn pace_said(pace: Pace, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(found) = wilson(pace.in_time, pace.decided).filter(|_| pace.decided >= SMALL) {
        let (share, ends) = share_texts((found.share, found.low, found.high), lang);
        let [in_time, decided] = [pace.in_time, pace.decided].map(|count| number(count, lang));
        said.push(words::share_in_time(lang, &in_time, &decided, &share, &ends));
    }
    if let Some(median) = pace.median.filter(|_| pace.answered >= SMALL) {
        let days = |days: f64| number(days.round().max(0.0) as u32, lang);
        let answered = number(pace.answered, lang);
        said.push(match pace.p90.filter(|_| pace.answered >= ENOUGH_FOR_PERCENTILES) {
            Some(p90) => words::days_with_p90(lang, &days(median), &days(p90), &answered),
            None => words::days(lang, &days(median), &answered),
        });
    }
    if said.is_empty() { said } else { vec![said.join(" ")] }
}

fn ledger(promises: &[Pledged], caption: &str, lang: Lang) -> Table {
    let text = |text: &str| Cell::Text(Text::told(text, lang));
    let row = |pledged: &Pledged| {
        let due = match pledged.due {
            (None, _) => Cell::Untold,
            (Some(due), None) => text(&dates::long_date(due, lang)),
            (Some(due), Some(moved)) => {
                text(&words::due_moved(lang, &dates::long_date(moved, lang), &dates::long_date(due, lang)))
            }
        };
        let word = word(pledged.word, lang);
        vec![
            text(&pledged.what),
            text(&by_whom(pledged, lang)),
            due,
            text(if pledged.is_overdue { words::overdue(lang) } else { pledged.fate.name(lang) }),
            if word.is_empty() { Cell::Untold } else { text(&word) },
        ]
    };
    let names = [
        words::promised(lang),
        words::by_whom(lang),
        words::due(lang),
        words::came_of_it(lang),
        words::word(lang),
    ];
    table(&names, caption, promises.iter().map(row).collect(), &[words::ledger_note(lang)], lang)
}

/// `the NSSF branch of Kandal (Sok Dara, head of branch), 8 August 2025; to be seen at …`.
fn by_whom(pledged: &Pledged, lang: Lang) -> String {
    let on = dates::long_date(pledged.on, lang);
    let said = if pledged.who.is_empty() {
        words::said_by(lang, &pledged.party, &on)
    } else {
        words::said_by_somebody(lang, &pledged.party, &pledged.who, &on)
    };
    match &pledged.place {
        Some(place) => format!("{said}; {}", words::seen_at(lang, place)),
        None => said,
    }
}

/// On what it rests, without any number of one to four.
fn word(word: Word, lang: Lang) -> String {
    let mut said = Vec::new();
    if let Some(MembersWord { asked, kept }) = word.members {
        said.push(if is_tellable(asked, kept) && asked >= SMALL {
            words::members(lang, &number(kept, lang), &number(asked, lang))
        } else {
            words::members_few(lang).to_owned()
        });
    }
    match word.waits {
        Some(Some(Waited { found, .. })) => {
            let [since, before] = [found.a, found.b];
            let [before_median, since_median] =
                [before, since].map(|side| wait_text(side.median.unwrap_or_default(), lang));
            let [before_n, since_n] = [before, since].map(|side| number(side.n, lang));
            let medians = words::medians(lang, &before_median, &before_n, &since_median, &since_n);
            said.push(format!("{medians} {}", words::verdict(lang, &plain::verdict(&found, lang))));
        }
        Some(None) => said.push(words::waits_few(lang).to_owned()),
        None => {}
    }
    said.join(" ")
}

/// How many of the promises that were decided were kept.
fn kept_said(promises: &[Pledged], lang: Lang) -> Option<String> {
    let count = |fate: Fate| promises.iter().filter(|pledged| pledged.fate == fate).count() as u32;
    let [kept, partly, broken] = [Fate::Kept, Fate::Partly, Fate::Broken].map(count);
    let decided = kept + partly + broken;
    let found = wilson(kept, decided).filter(|_| decided >= SMALL)?;
    let (share, ends) = share_texts((found.share, found.low, found.high), lang);
    let [kept, partly, broken, decided] = [kept, partly, broken, decided].map(|count| number(count, lang));
    Some(words::kept(lang, &kept, &decided, &share, &ends, &partly, &broken))
}
