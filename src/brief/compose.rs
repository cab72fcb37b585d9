//! What a brief says, from facts that are handed in: figures with their n, small cells
//! merged, stories with consent and without identity, and how it was all counted.

use chrono::NaiveDate;

use super::document::{Block, Document, Table};
use super::suppress::{Published, publish};
use crate::domain::issue::IssueCode;
use crate::i18n::messages::messages;
use crate::i18n::{Lang, Meaning, Named, dates, numbers};
use crate::insight::SMALL;

messages! {
    pub const ALL;

    /// The title.
    title(party: &str) {
        km: "បណ្ដឹងរបស់សមាជិក ប.ស.ស. អំពីសេវាមន្ទីរពេទ្យ៖ សេចក្ដីសង្ខេបជូន {party}",
        en: "Complaints of NSSF members about hospital service: a summary for {party}"
    }
    /// Who made it and when.
    made(date: &str, desk: &str) {
        km: "រៀបចំនៅ {date} ដោយការិយាល័យសហជីព {desk}។",
        en: "Made on {date} by the union desk {desk}."
    }
    /// The period with both ends.
    period(from: &str, to: &str) {
        km: "រយៈពេល៖ ការទៅពេទ្យពី {from} ដល់ {to}។",
        en: "Period: visits from {from} to {to}."
    }
    /// The whole period.
    period_all() {
        km: "រយៈពេល៖ ការទៅពេទ្យទាំងអស់ដែលបានកត់ត្រា។",
        en: "Period: all visits on record."
    }
    /// The query behind it.
    query(query: &str) {
        km: "ករណីដែលបានជ្រើស៖ {query}",
        en: "Cases chosen: {query}"
    }
    /// How many cases, and how gathered.
    counted(cases: &str) {
        km: "សេចក្ដីសង្ខេបនេះរាប់ {cases} ករណី ដែលមន្ត្រីសហជីពបានកត់ត្រាពីសម្ដីសមាជិក ហើយសមាជិកបានយល់ព្រមឱ្យរាប់។",
        en: "This summary counts {cases} cases that union officers logged from members' accounts, with the members' consent to be counted."
    }
    /// Too few to say anything in numbers.
    too_few() {
        km: "មានករណីតិចជាង ៥ ដូច្នេះគ្មានតួលេខត្រូវបានបង្ហាញទេ ដើម្បីការពារសមាជិក។",
        en: "There are fewer than 5 cases, so no figures are shown, to protect the members."
    }
    /// How many were left out.
    left_out(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះមិនទាន់មានការយល់ព្រម។",
        en: "Left out: {cases} cases without recorded consent."
    }
    /// How many praise.
    praise(cases: &str) {
        km: "{cases} ករណីទៀតសរសើរសេវា ហើយត្រូវបានរាប់ដោយឡែក។",
        en: "A further {cases} cases praise the service and are counted apart."
    }
    /// Heading of the places.
    places() { km: "កន្លែងដែលមានបញ្ហាច្រើនជាងគេ", en: "Where the trouble is" }
    /// Above the facilities, which are named without counts: with those of their places
    /// beside them, the small ones could be worked out.
    facilities() {
        km: "មូលដ្ឋានសុខាភិបាលដែលត្រូវបានលើកឡើងញឹកញាប់ជាងគេ តាមលំដាប់ (យ៉ាងតិច ៥ ករណីក្នុងមួយ)៖",
        en: "The facilities most often named, in order (each in at least 5 cases):"
    }
    /// Heading of the problems.
    problems() { km: "បញ្ហាអ្វីខ្លះ", en: "What the trouble is" }
    /// Heading of the payers.
    payers() { km: "អ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់", en: "Card and cash" }
    /// Heading of the stories.
    stories() { km: "សមាជិកនិយាយថា", en: "In members' words" }
    /// Heading of the method.
    method() { km: "វិធីរាប់", en: "How this was counted" }
    /// A column.
    place() { km: "ទីកន្លែង", en: "Place" }
    /// A column.
    issue() { km: "បញ្ហា", en: "Problem" }
    /// A column.
    payer() { km: "អ្នកបង់", en: "Payer" }
    /// A column.
    cases() { km: "ករណី", en: "Cases" }
    /// A column.
    open() { km: "នៅបើក", en: "Open" }
    /// A column.
    wait() { km: "មេដ្យានរង់ចាំ (n)", en: "Median wait (n)" }
    /// A column.
    p90() { km: "១ ក្នុង ១០ រង់ចាំលើស", en: "1 in 10 waited over" }
    /// A column.
    severe() { km: "ធ្ងន់ធ្ងរ (95 %)", en: "Severe (95 % interval)" }
    /// The merged row.
    others(count: usize) { km: "{count} ផ្សេងទៀត", en: "{count} others" }
    /// The note on issue totals.
    issue_note() {
        km: "ករណីមួយអាចមានបញ្ហាច្រើន ដូច្នេះផលបូកនៃបញ្ហាអាចលើសចំនួនករណី។",
        en: "A case may have several problems, so these numbers may add up to more than the cases."
    }
    /// Card and cash cannot be compared.
    not_comparable(card: &str, cash: &str) {
        km: "រយៈពេលរង់ចាំរបស់អ្នកប្រើប័ណ្ណ ({card}) និងអ្នកបង់សាច់ប្រាក់ ({cash}) មិនទាន់អាចប្រៀបធៀបបានទេ៖ ត្រូវការយ៉ាងតិច ៥ ក្នុងម្ខាងៗ។",
        en: "The waits of card-holders (n = {card}) and of those who paid cash (n = {cash}) cannot be compared yet: at least 5 on each side are needed."
    }
    /// Card and cash side by side.
    compared(card: &str, card_n: u32, cash: &str, cash_n: u32) {
        km: "អ្នកប្រើប័ណ្ណពាក់កណ្ដាលរង់ចាំលើស {card} (n = {card_n}); អ្នកបង់សាច់ប្រាក់ពាក់កណ្ដាលរង់ចាំលើស {cash} (n = {cash_n})។",
        en: "Half of the card-holders waited longer than {card} (n = {card_n}); half of those who paid cash waited longer than {cash} (n = {cash_n})."
    }
    /// Method: percentiles.
    method_waits() {
        km: "រយៈពេលរង់ចាំ៖ មេដ្យាន និងភាគរយទី ៩០ (Hyndman–Fan ប្រភេទ ៧) នៃករណីដែលស្គាល់ម៉ោង; n គឺចំនួនករណីទាំងនោះ។",
        en: "Waits: median and 90th percentile (Hyndman–Fan type 7) of the cases with a known wait; n is their number."
    }
    /// Method: severity.
    method_severe() {
        km: "ធ្ងន់ធ្ងរ៖ ករណីដែលមានបញ្ហាកម្រិតខ្ពស់យ៉ាងតិចមួយ; ចន្លោះជាចន្លោះ Wilson 95 %។",
        en: "Severe: cases with at least one problem of high severity; the interval is Wilson's, at 95 %."
    }
    /// Method: small cells.
    method_small() {
        km: "ក្រុមដែលមាន ១ ដល់ ៤ ករណី មិនត្រូវបានបង្ហាញដាច់ដោយឡែកទេ។",
        en: "Groups of 1 to 4 cases are not shown by themselves."
    }
    /// Method: identities.
    method_names() {
        km: "រឿងត្រូវបានប្រាប់ដោយមានការយល់ព្រម ដោយលុបឈ្មោះ លេខទូរស័ព្ទ និងថ្ងៃ។ បញ្ហាត្រូវបានចាត់ថ្នាក់តាម HCAT និង KO41a។",
        en: "Stories are told with consent, without names, telephone numbers or days. Problems are coded after HCAT and KO41a."
    }
}

/// One group as a brief shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Cases.
    pub cases: u32,
    /// Of these open.
    pub open: u32,
    /// Cases with a known wait.
    pub timed: u32,
    /// Median wait in minutes.
    pub median: Option<f64>,
    /// 90th percentile in minutes.
    pub p90: Option<f64>,
    /// Share of severe cases with its interval.
    pub severe: Option<(f64, f64, f64)>,
}

/// A story that may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The place as shown.
    pub place: String,
    /// Any day of its month.
    pub visited_on: NaiveDate,
    /// Its issues.
    pub issues: Vec<IssueCode>,
    /// The words, scrubbed.
    pub text: String,
}

/// All that a brief rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The party's name.
    pub party: String,
    /// When the brief is made.
    pub made_on: NaiveDate,
    /// By which desk.
    pub desk: String,
    /// First and last day, where given.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The query, as typed.
    pub query: String,
    /// The whole.
    pub total: Row,
    /// Cases without consent.
    pub without_consent: u32,
    /// Cases that only praise.
    pub praise: u32,
    /// By province (or district, for a province's party).
    pub places: Vec<Row>,
    /// By facility.
    pub facilities: Vec<Row>,
    /// By issue, with its code.
    pub issues: Vec<(IssueCode, Row)>,
    /// Card-holders and those who paid cash.
    pub card_and_cash: (Row, Row),
    /// Stories.
    pub stories: Vec<Story>,
}

/// How many rows a table shows at most.
const ROWS: usize = 15;

/// Writes the brief; the reader's digits and calendar for the screen have no say in it.
pub fn compose(facts: &Facts, lang: Lang) -> Document {
    let lang = lang.plain();
    let mut document = Document { title: title(lang, &facts.party), ..Document::default() };
    document.paragraph(made(lang, &dates::long_date(facts.made_on, lang), &facts.desk));
    document.paragraph(match facts.period {
        Some((from, to)) => period(lang, &dates::long_date(from, lang), &dates::long_date(to, lang)),
        None => period_all(lang).to_owned(),
    });
    if !facts.query.trim().is_empty() {
        document.paragraph(query(lang, facts.query.trim()));
    }
    if facts.total.cases < SMALL {
        document.paragraph(too_few(lang));
    } else {
        document.paragraph(counted(lang, &numbers::number(facts.total.cases.into(), lang)));
    }
    document.paragraph(left_out(lang, &small(facts.without_consent, lang)));
    if facts.praise > 0 {
        document.paragraph(praise(lang, &small(facts.praise, lang)));
    }
    if facts.total.cases >= SMALL {
        figures(&mut document, facts, lang);
    }
    document.heading(method(lang));
    document.blocks.push(Block::List(
        [method_waits(lang), method_severe(lang), method_small(lang), method_names(lang)]
            .map(str::to_owned)
            .to_vec(),
    ));
    document
}

fn figures(document: &mut Document, facts: &Facts, lang: Lang) {
    document.heading(places(lang));
    document.blocks.push(Block::Table(table(&facts.places, place(lang), "", lang)));
    let named: Vec<String> = publish(facts.facilities.clone(), |row| row.cases, ROWS)
        .shown
        .into_iter()
        .map(|row| row.name)
        .collect();
    if !named.is_empty() {
        document.paragraph(facilities(lang));
        document.blocks.push(Block::List(named));
    }
    document.heading(problems(lang));
    let named: Vec<Row> = facts
        .issues
        .iter()
        // What nearly all cases have would tell how few do not.
        .filter(|(_, row)| tellable(&facts.total, row.cases))
        .map(|(code, row)| Row { name: format!("{code} – {}", code.meaning(lang)), ..row.clone() })
        .collect();
    let mut problems = table(&named, issue(lang), "", lang);
    problems.notes.push(issue_note(lang).to_owned());
    document.blocks.push(Block::Table(problems));
    document.heading(payers(lang));
    document.paragraph(card_against_cash(&facts.card_and_cash, lang));
    if !facts.stories.is_empty() {
        document.heading(stories(lang));
        for told in &facts.stories {
            let codes: Vec<&str> = told.issues.iter().map(|code| code.name(lang)).collect();
            let month = {
                use chrono::Datelike;
                dates::month(told.visited_on.year(), told.visited_on.month(), lang)
            };
            document.paragraph(format!("{}, {month} – {}", told.place, codes.join(", ")));
            document.blocks.push(Block::Quote(told.text.clone()));
        }
    }
}

fn card_against_cash((card, cash): &(Row, Row), lang: Lang) -> String {
    match (card.median, cash.median) {
        (Some(card_median), Some(cash_median)) if card.timed >= SMALL && cash.timed >= SMALL => compared(
            lang,
            &wait_text(card_median, lang),
            card.timed,
            &wait_text(cash_median, lang),
            cash.timed,
        ),
        _ => not_comparable(lang, &small(card.timed, lang), &small(cash.timed, lang)),
    }
}

/// A count, `<5` where it is small.
fn small(count: u32, lang: Lang) -> String {
    match super::suppress::cell(count) {
        Some(count) => numbers::number(count.into(), lang),
        None => format!("<{}", numbers::number(SMALL.into(), lang)),
    }
}

fn wait_text(minutes: f64, lang: Lang) -> String {
    numbers::minutes(minutes.round().max(0.0) as u32, lang)
}

fn table(rows: &[Row], first: &str, caption: &str, lang: Lang) -> Table {
    let Published { shown, merged } = publish(rows.to_vec(), |row| row.cases, ROWS);
    let mut cells: Vec<Vec<String>> = shown.iter().map(|row| line(row, lang)).collect();
    if !merged.is_empty() {
        let count: u32 = merged.iter().map(|row| row.cases).sum();
        let mut line = vec![others(lang, merged.len()), numbers::number(count.into(), lang)];
        line.resize(6, "–".to_owned());
        cells.push(line);
    }
    Table {
        caption: caption.to_owned(),
        header: [first, cases(lang), open(lang), wait(lang), p90(lang), severe(lang)]
            .map(str::to_owned)
            .to_vec(),
        rows: cells,
        notes: Vec::new(),
    }
}

/// A row's cells; what rests on fewer than [`SMALL`] is not shown.
fn line(row: &Row, lang: Lang) -> Vec<String> {
    let none = || "–".to_owned();
    let enough = row.timed >= SMALL && tellable(row, row.timed);
    let wait = row.median.filter(|_| enough).map_or_else(none, |median| {
        format!("{} ({})", wait_text(median, lang), numbers::number(row.timed.into(), lang))
    });
    let late = row.p90.filter(|_| enough).map_or_else(none, |p90| wait_text(p90, lang));
    let severe = row.severe.filter(|(share, ..)| tellable(row, severe_cases(row, *share)));
    let severe = severe.map_or_else(none, |(share, low, high)| {
        format!(
            "{} ({}–{})",
            numbers::percent(share, lang),
            numbers::percent(low, lang),
            numbers::percent(high, lang)
        )
    });
    vec![row.name.clone(), numbers::number(row.cases.into(), lang), open_text(row, lang), wait, late, severe]
}

/// Whether so many of a row's cases may be told: neither they nor the others are few.
fn tellable(row: &Row, count: u32) -> bool {
    let shown = |count: u32| count == 0 || count >= SMALL;
    shown(count) && shown(row.cases - count.min(row.cases))
}

fn severe_cases(row: &Row, share: f64) -> u32 {
    (share * f64::from(row.cases)).round() as u32
}

/// Open cases, where they may be told.
fn open_text(row: &Row, lang: Lang) -> String {
    if tellable(row, row.open) { numbers::number(row.open.into(), lang) } else { "–".to_owned() }
}

#[cfg(test)]
mod tests;
