//! The paper form: two A4 pages that ask what the form on the screen asks, in its order.
//!
//! The language that it is asked for in stands first, the other small beside it, so that one sheet serves a member who
//! reads Khmer and an office that reads English.

use chrono::NaiveDate;

use super::questions::{Said, both};
use super::ruled::{BESIDE, HELP, LABEL, PART, Ruled, TITLE};
use super::words;
use crate::brief::document::{Document, Furniture, Text};
use crate::brief::pdf::{PdfError, write};
use crate::brief::style::{LIGHT, MUTED, Style};
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Evidence, PayReason, Payer, Purpose, Relation, Sex, Stage, ToldBy};
use crate::i18n::numbers::digits;
use crate::i18n::{Lang, Named, asked, label, question};

/// A4.
const PAGE: (f32, f32) = (595.28, 841.89);
const LEFT: f32 = 42.0;
const RIGHT: f32 = PAGE.0 - 42.0;
const WIDTH: f32 = RIGHT - LEFT;
/// Between two columns.
const GAP: f32 = 18.0;
const HALF: f32 = (WIDTH - GAP) / 2.0;
/// From a line to write on to the next.
const ROW: f32 = 24.0;

/// The form as PDF.
pub fn render(lang: Lang, made_on: NaiveDate) -> Result<Vec<u8>, PdfError> {
    write::write(&properties(lang, made_on, both(words::title)), &form(lang)?.sheets)
}

fn form(lang: Lang) -> Result<Ruled, PdfError> {
    let mut form = Ruled::new(lang, PAGE)?;
    first_page(&mut form);
    form.sheets.turn();
    second_page(&mut form);
    Ok(form)
}

/// What a file says of itself.
pub(super) fn properties(lang: Lang, made_on: NaiveDate, title: Said) -> Document {
    let lang = lang.plain();
    let [km, en] = title;
    let furniture =
        Furniture { made_on, author: "Wardbook".to_owned(), head: Text::default(), foot: Text::default() };
    Document::new(lang, Text::told(lang.pick(&km, &en), lang), Text::told("Wardbook", lang), furniture)
}

pub(super) fn labelled(column: Column) -> Said {
    Lang::ALL.map(|lang| label(column, lang).to_owned())
}

/// With the star of what is needed.
fn starred(said: Said) -> Said {
    said.map(|text| format!("{text} *"))
}

pub(super) fn named<T: Named>(values: &[T]) -> Vec<Said> {
    values.iter().map(|value| Lang::ALL.map(|lang| value.name(lang).to_owned())).collect()
}

fn first_page(form: &mut Ruled) {
    form.y = 62.0;
    form.flag(LEFT);
    form.heading(1, &both(words::title), &TITLE, (LEFT, WIDTH));
    form.y += 17.0;
    purpose(form);
    part(form, &both(words::part_visit));
    visit(form);
    part(form, &both(words::part_trouble));
    trouble(form);
    part(form, &both(words::part_times));
    times(form);
    part(form, &both(words::part_money));
    money(form);
    part(form, &both(words::part_people));
    people(form);
    foot(form, 1, words::on_page_two);
}

fn second_page(form: &mut Ruled) {
    form.y = 52.0;
    part_here(form, &both(words::part_story));
    story(form);
    part(form, &both(words::part_member));
    member(form);
    part(form, &both(words::part_consent));
    consent(form);
    officer(form);
    foot(form, 2, words::paper_foot);
}

/// How it is filled in, in both languages.
fn purpose(form: &mut Ruled) {
    let lang = form.lang;
    form.paragraph(words::paper_purpose(lang), lang, &HELP, (LEFT, WIDTH));
    form.y += 11.0;
    form.paragraph(words::paper_purpose(lang.other()), lang.other(), &BESIDE, (LEFT, WIDTH));
}

/// A part's heading, with what stands between it and the part before.
fn part(form: &mut Ruled, title: &Said) {
    form.y += 28.5;
    part_here(form, title);
}

fn part_here(form: &mut Ruled, title: &Said) {
    form.heading(2, title, &PART, (LEFT, WIDTH));
    form.across(5.5, (LEFT, WIDTH), 0.8);
    form.y += 24.0;
}

/// A label and the line behind it.
fn line(form: &mut Ruled, said: &Said, (x, width): (f32, f32)) {
    let end = form.above(said, &LABEL, (x, width * 0.62));
    form.blank(end + 6.0, x + width);
}

fn visit(form: &mut Ruled) {
    line(form, &starred(labelled(Column::Facility)), (LEFT, WIDTH));
    form.y += ROW;
    line(form, &both(words::where_it_is), (LEFT, WIDTH - 200.0 - GAP));
    day(form, &starred(labelled(Column::VisitedOn)), (RIGHT - 200.0, 200.0));
}

/// A day: three blanks with strokes between them, and under each what goes there.
fn day(form: &mut Ruled, said: &Said, (x, width): (f32, f32)) {
    let end = form.above(said, &LABEL, (x, width * 0.42)) + 6.0;
    let lang = form.lang;
    let cell = (x + width - end) / 4.0;
    let parts = [(words::day(lang), cell), (words::month(lang), cell), (words::year(lang), 2.0 * cell)];
    let mut at = end;
    for (place, (part, wide)) in parts.into_iter().enumerate() {
        if place > 0 {
            form.say("/", lang, &LABEL, (at - 3.0, 6.0));
        }
        form.blank(at + 3.0, at + wide - 4.0);
        form.y += 10.5;
        form.say(part, lang, &BESIDE, (at + 4.0, wide));
        form.y -= 10.5;
        at += wide;
    }
}

/// The issues in two columns, each with a box and its three severities.
fn trouble(form: &mut Ruled) {
    const ISSUE: f32 = 22.4;
    let lang = form.lang;
    form.y -= 4.0;
    form.paragraph(words::severities(lang), lang, &HELP, (LEFT, WIDTH));
    form.y += 10.5;
    form.paragraph(words::severities(lang.other()), lang.other(), &BESIDE, (LEFT, WIDTH));
    form.y += 19.0;
    let top = form.y;
    let rows = IssueCode::ALL.len().div_ceil(2);
    for (place, code) in IssueCode::ALL.iter().enumerate() {
        let x = if place < rows { LEFT } else { LEFT + HALF + GAP };
        form.y = top + (place % rows) as f32 * ISSUE;
        issue(form, *code, x);
    }
    form.y = top + rows as f32 * ISSUE + 5.0;
    form.above(&both(asked::why_asked_to_pay), &LABEL, (LEFT, 118.0));
    let reasons = named(PayReason::ALL);
    form.options(&reasons, 2, (LEFT + 128.0, WIDTH - 128.0), 15.0);
    form.y += ROW;
    line(form, &labelled(Column::ClaimedRiel), (LEFT, HALF + 20.0));
    day(form, &labelled(Column::ClaimedOn), (LEFT + HALF + 20.0 + GAP, HALF - 20.0));
}

/// A box, the name, the code, and the severities to ring.
fn issue(form: &mut Ruled, code: IssueCode, x: f32) {
    const SEVERITIES: f32 = 54.0;
    let said = Lang::ALL.map(|lang| code.name(lang).to_owned());
    let lang = form.lang;
    form.tick(x);
    form.above(&said, &LABEL, (x + 14.0, HALF - SEVERITIES - 52.0));
    let small = Style { ink: MUTED, ..HELP };
    form.say(code.code(), Lang::En, &small, (x + HALF - SEVERITIES - 30.0, 30.0));
    let mut at = x + HALF - SEVERITIES + 8.0;
    for number in ["1", "2", "3"] {
        form.say(&digits(number, lang), lang, &LABEL, (at, 12.0));
        at += 17.0;
    }
    form.across(12.4, (x, HALF), 0.4);
}

/// Where a time goes: hours and minutes.
fn clock(form: &mut Ruled, said: &Said, (x, width): (f32, f32)) {
    let lang = form.lang;
    let end = form.above(said, &LABEL, (x, width - 66.0)).max(x + width - 66.0) + 4.0;
    let middle = (end + x + width) / 2.0;
    form.blank(end, middle - 4.0);
    form.say(":", lang, &LABEL, (middle - 1.0, 6.0));
    form.blank(middle + 4.0, x + width);
}

fn times(form: &mut Ruled) {
    let third = (WIDTH - 2.0 * GAP) / 3.0;
    let at = |place: usize| LEFT + place as f32 * (third + GAP);
    for (place, column) in Column::TIMES.into_iter().enumerate() {
        if place == 3 {
            form.y += ROW;
        }
        clock(form, &labelled(column), (at(place % 3), third));
    }
    let lang = form.lang;
    let x = at(2);
    let end = form.above(&both(words::or_waited), &LABEL, (x, third * 0.46)) + 4.0;
    let cell = (x + third - end) / 2.0;
    for (place, unit) in [words::hours(lang), words::minutes(lang)].into_iter().enumerate() {
        let from = end + place as f32 * cell;
        form.blank(from, from + cell - 26.0);
        form.say(unit, lang, &BESIDE, (from + cell - 24.0, 24.0));
    }
}

fn money(form: &mut Ruled) {
    form.options(&named(Payer::ALL), 3, (LEFT, WIDTH), 17.0);
    form.y += ROW - 2.0;
    line(form, &labelled(Column::PaidRiel), (LEFT, 170.0));
    line(form, &labelled(Column::PaidUsd), (LEFT + 170.0 + GAP, 150.0));
    let x = LEFT + 320.0 + 2.0 * GAP;
    let end = form.above(&labelled(Column::PaidReceipt), &LABEL, (x, 70.0));
    let answers = [both(asked::there_is), both(asked::there_is_none)];
    form.options(&answers, 2, (end + 8.0, RIGHT - end - 8.0), 15.0);
}

/// A label with boxes behind it.
fn choice(form: &mut Ruled, said: &Said, values: &[Said], columns: usize) {
    const LABELS: f32 = 88.0;
    form.above(said, &LABEL, (LEFT, LABELS - 8.0));
    form.options(values, columns, (LEFT + LABELS, WIDTH - LABELS), 15.5);
}

fn people(form: &mut Ruled) {
    choice(form, &labelled(Column::ToldBy), &named(ToldBy::ALL), 4);
    form.y += ROW - 4.5;
    choice(form, &labelled(Column::PatientRelation), &named(Relation::ALL), 4);
    form.y += ROW - 4.5;
    choice(form, &labelled(Column::PatientSex), &named(Sex::ALL), 4);
    form.y += ROW - 4.5;
    choice(form, &labelled(Column::Stage), &named(Stage::ALL), 3);
}

/// Lines to tell it on.
fn story(form: &mut Ruled) {
    let lang = form.lang;
    form.y -= 4.0;
    form.paragraph(words::hint_story(lang), lang, &HELP, (LEFT, WIDTH));
    form.y += 10.5;
    form.paragraph(words::hint_story(lang.other()), lang.other(), &BESIDE, (LEFT, WIDTH));
    for _ in 0..10 {
        form.y += ROW - 2.0;
        form.blank(LEFT, RIGHT);
    }
    form.y += ROW + 4.0;
    line(form, &labelled(Column::Remedy), (LEFT, WIDTH));
    form.y += ROW - 2.0;
    form.blank(LEFT, RIGHT);
}

fn member(form: &mut Ruled) {
    let other = (LEFT + HALF + GAP, HALF);
    form.y -= 4.0;
    form.beside(&both(words::hint_member), &HELP, (LEFT, WIDTH));
    form.y += 22.0;
    for (left, right) in [
        (Column::MemberName, Column::MemberPhone),
        (Column::MemberNssfNumber, Column::MemberSafeTime),
        (Column::Employer, Column::Local),
    ] {
        line(form, &labelled(left), (LEFT, HALF));
        line(form, &labelled(right), other);
        form.y += ROW;
    }
    form.y -= ROW;
}

/// What the member agrees to, in the words in which it is asked.
fn consent(form: &mut Ruled) {
    const ANSWERS: f32 = 96.0;
    let lang = form.lang;
    let answers = [both(words::agrees), both(words::agrees_not)];
    form.y -= 4.0;
    form.beside(&both(words::hint_consent), &HELP, (LEFT, WIDTH));
    form.y += 17.0;
    for &purpose in Purpose::ALL {
        let top = form.y;
        let room = (LEFT, WIDTH - ANSWERS - GAP);
        form.paragraph(question(purpose, lang), lang, &HELP, room);
        form.y += 9.5;
        form.paragraph(question(purpose, lang.other()), lang.other(), &BESIDE, room);
        let bottom = form.y;
        form.y = top;
        form.options(&answers, 1, (RIGHT - ANSWERS, ANSWERS), 15.0);
        form.y = bottom.max(form.y) + 6.0;
        form.across(0.0, (LEFT, WIDTH), 0.4);
        form.y += 13.0;
    }
}

/// What the union's officer adds.
fn officer(form: &mut Ruled) {
    form.y += 16.0;
    let top = form.y - 12.0;
    let inner = (LEFT + 10.0, WIDTH - 20.0);
    form.heading(2, &both(words::for_the_officer), &Style { size: 9.6, ..PART }, inner);
    form.y += 20.0;
    form.above(&labelled(Column::Evidence), &LABEL, (inner.0, 56.0));
    form.options(&named(Evidence::ALL), 2, (inner.0 + 62.0, inner.1 - 62.0), 15.5);
    form.y += ROW - 1.0;
    line(form, &both(words::logged_as), (inner.0, HALF - 20.0));
    line(form, &both(words::taken_by), (inner.0 + HALF - 2.0, HALF));
    let bottom = form.y + 17.0;
    form.frame((LEFT, top), (WIDTH, bottom - top), 0.9, LIGHT);
}

fn foot(form: &mut Ruled, number: u32, said: fn(Lang) -> &'static str) {
    let lang = form.lang;
    form.y = PAGE.1 - 30.0;
    form.across(-12.0, (LEFT, WIDTH), 0.5);
    form.beside(&both(said), &HELP, (LEFT, WIDTH - 80.0));
    let page = words::page(lang, &digits(&number.to_string(), lang), &digits("2", lang));
    form.say_to(&page, lang, &HELP, RIGHT);
}

#[cfg(test)]
mod tests;
