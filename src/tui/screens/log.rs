//! The form of a new case. It holds text and hands over a draft; what is wrong with it, the use case says.
//!
//! What is typed is kept in the book as it is typed: `keep` says what of it, and this module when.

mod drafts;
mod draw;
pub mod fields;
mod keep;
mod keys;
mod look;
mod pane;

use std::collections::{BTreeMap, BTreeSet};

use crossterm::event::{KeyCode, KeyEvent};

use crate::app::{AppError, Logged};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Refusal, Unfinished, Warning};
use crate::domain::facility::Facility;
use crate::domain::issue::IssueSet;
use crate::domain::number::CaseNumber;
use crate::domain::times::{Times, VisitTime, parse_length};
use crate::i18n::Lang;
use crate::i18n::Speak;
use crate::i18n::label;
use crate::i18n::numbers::number;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{DraftRow, Effect, FacilityChoice, Generation, Work};
use crate::tui::layers::Message;
use crate::tui::model::{Cx, Request, Screen, Tone, Words};
use crate::tui::text::Field;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::input;
use crate::tui::words;

use drafts::{Keeping, Next};
use fields::{ALL, FieldId, Kind};

/// What the form waits for; nothing can be typed meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Wait {
    #[default]
    Nothing,
    /// The facility that was typed is being looked up; then the case is saved.
    Lookup,
    /// The case is on its way to the disk.
    Saving,
    /// A draft is being taken up.
    Draft,
    /// What was typed is on its way to the disk; only there is the form emptied, and this done next.
    Keeping(Next),
}

/// The buttons behind the last field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Button {
    #[default]
    Save,
    Leave,
    ThrowAway,
}

impl Button {
    const ALL: [Self; 3] = [Self::Save, Self::Leave, Self::ThrowAway];
}

/// What was thrown away last, until something else is begun.
struct Thrown {
    form: Unfinished,
    facility: Option<Facility>,
}

/// From this score a match is a part of a name; below, a likeness.
const PART_OF_NAME: u16 = 550;

/// The form of a new case.
#[derive(Default)]
pub struct Log {
    /// Which field has the keys, in [`ALL`]; behind them, the buttons.
    focus: usize,
    button: Button,
    texts: BTreeMap<Column, Field>,
    choices: BTreeMap<FieldId, usize>,
    facility: Option<Facility>,
    matches: Vec<FacilityChoice>,
    /// Which match is chosen.
    matched: usize,
    /// Whether an officer put the marker there: a mere likeness is never taken without.
    is_picked: bool,
    asked: Generation,
    answered: Generation,
    /// The best match is wanted as soon as it is there.
    takes_first: bool,
    issues: IssueSet,
    /// What was read out of a message, until the officer moves through it.
    unconfirmed: BTreeSet<Column>,
    /// Whether what is not confirmed was just named: saving once more then takes it as it is.
    is_named: bool,
    /// Which issue the board's marker stands on.
    issue: usize,
    /// What a draft said beyond the fields.
    beyond: Draft,
    /// Whether the story fills the screen.
    is_writing: bool,
    refusals: Vec<Refusal>,
    warnings: Vec<Warning>,
    wait: Wait,
    saved: Option<CaseNumber>,
    /// Which form this is, counted up with each new one.
    form: Generation,
    keeping: Keeping,
    thrown: Option<Thrown>,
    /// What a case is begun with, once the form is free.
    begun: Option<(Box<Unfinished>, Option<Box<Facility>>)>,
    /// The drafts that wait, the newest first.
    waiting: Vec<DraftRow>,
    /// From which screen the form was opened.
    from: Option<Screen>,
    /// The language in which was typed: it tells how years are counted.
    lang: Option<Lang>,
}

impl Log {
    /// Where the keys go.
    pub fn context(&self) -> Context {
        if self.is_writing { Context::Story } else { Context::Log }
    }

    /// Whether the case is on its way to the disk.
    pub fn is_saving(&self) -> bool {
        matches!(self.wait, Wait::Lookup | Wait::Saving)
    }

    /// Whether something was typed or chosen.
    pub fn is_touched(&self) -> bool {
        self.texts.values().any(|field| !field.is_empty())
            || !self.choices.is_empty()
            || self.facility.is_some()
            || self.issues != IssueSet::default()
    }

    /// Whether what was thrown away can be brought back.
    pub fn can_bring_back(&self) -> bool {
        self.thrown.is_some()
    }

    /// Makes it the next, empty form.
    fn clear(&mut self) {
        let (mut asked, mut form, saved) = (self.asked, self.form, self.saved.take());
        asked.next();
        form.next();
        let waiting = std::mem::take(&mut self.waiting);
        let (from, lang) = (self.from, self.lang);
        *self = Self { asked, answered: asked, form, saved, waiting, from, lang, ..Self::default() };
    }

    fn field_id(&self) -> Option<FieldId> {
        ALL.get(self.focus).copied()
    }

    fn kind(&self) -> Option<Kind> {
        self.field_id().map(FieldId::kind)
    }

    fn text(&self, column: Column) -> &str {
        self.texts.get(&column).map_or("", Field::value)
    }

    fn choice(&self, field: FieldId) -> Option<usize> {
        self.choices.get(&field).copied()
    }

    /// The wait, as far as the form says one: for the severity that is suggested first.
    fn waited(&self) -> Option<u32> {
        let time = |column| self.text(column).parse::<VisitTime>().ok();
        let times = Times::from_order([time(Column::Arrived), None, time(Column::Seen), None, None]);
        let given = parse_length(self.text(Column::WaitedMinutes)).ok();
        times.settle_wait(given).ok().flatten()
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::Save => self.save(cx),
            _ if self.wait != Wait::Nothing => {}
            Action::NextField => self.step(1, cx),
            Action::PreviousField => self.step(-1, cx),
            Action::StoryDone => self.is_writing = false,
            Action::EditElsewhere => self.edit_elsewhere(cx),
            Action::ContinueDraft => self.continue_draft(cx),
            Action::ThrowAway => self.throw_away(cx),
            Action::Leave => self.leave(cx),
            _ => {}
        }
    }

    fn leave(&mut self, cx: &mut Cx<'_>) {
        self.keep_then(Next::Empty, cx);
        cx.requests.push(Request::Show(self.from.unwrap_or(Screen::Today)));
    }

    /// From which screen the form was opened: there it goes back to.
    pub fn came_from(&mut self, screen: Screen) {
        self.from = Some(screen);
    }

    /// The screen is brought to the front.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        self.ask_for_drafts(cx);
    }

    /// Another screen is brought to the front.
    pub fn left(&mut self, cx: &mut Cx<'_>) {
        self.is_writing = false;
        let is_looked_at = self.wait == Wait::Nothing && self.is_touched();
        if let Some(field) = self.field_id().filter(|_| is_looked_at) {
            self.look_at(field, cx.today);
        }
        self.keep(cx);
    }

    /// What was logged is taken back: the heading must not say that it is saved.
    pub fn undone(&mut self) {
        self.saved = None;
    }

    /// Goes to a field, and says what is wrong with the one that is left.
    fn go_to(&mut self, place: usize, cx: &mut Cx<'_>) {
        let Some(left) = self.field_id().filter(|_| place != self.focus) else {
            self.focus = place;
            return;
        };
        if left.kind() == Kind::Facility {
            self.take_match();
        }
        self.focus = place;
        // Who goes on from a field has looked at it.
        self.unconfirmed.remove(&left.column());
        self.is_named = false;
        self.look_at(left, cx.today);
    }

    fn step(&mut self, by: isize, cx: &mut Cx<'_>) {
        let count = ALL.len() as isize + 1;
        let mut at = self.focus as isize;
        loop {
            at = (at + by).rem_euclid(count);
            if ALL.get(at as usize).is_none_or(|field| field.is_shown(self.issues)) {
                break;
            }
        }
        self.button = Button::default();
        self.is_writing = false;
        self.go_to(at as usize, cx);
    }

    /// Takes the chosen match; the best, as soon as it is there, where the list is still being looked up.
    fn take_match(&mut self) {
        if self.facility.is_some() || self.text(Column::Facility).trim().is_empty() {
            return;
        }
        if self.answered == self.asked {
            let is_sure = |found: &&FacilityChoice| self.is_picked || found.score >= PART_OF_NAME;
            if let Some(chosen) = self.matches.get(self.matched).filter(is_sure) {
                self.facility = Some(chosen.facility.clone());
                self.forget_about(Column::Facility);
            }
        } else {
            self.takes_first = true;
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.wait != Wait::Nothing {
            return;
        }
        self.is_writing = false;
        self.take_match();
        self.keep(cx);
        if self.names_unconfirmed(cx) {
            return;
        }
        if self.takes_first {
            self.wait = Wait::Lookup;
        } else {
            self.send(cx);
        }
    }

    /// What was read out of a message and not looked at is named before it is saved; whoever then saves once more takes
    /// it as it is.
    fn names_unconfirmed(&mut self, cx: &mut Cx<'_>) -> bool {
        if self.is_named || self.unconfirmed.is_empty() {
            return false;
        }
        self.is_named = true;
        self.focus = self.first_unconfirmed().unwrap_or(self.focus);
        let columns: Vec<Column> = self.unconfirmed.iter().copied().collect();
        cx.toast(
            Tone::Bad,
            Words::new(move |lang| {
                let named: Vec<&str> = columns.iter().map(|column| label(*column, lang)).collect();
                words::not_confirmed(lang, &named.join(", "))
            }),
        );
        true
    }

    /// Whether it was read out of a message and nobody has looked at it yet.
    fn is_unconfirmed(&self, field: FieldId) -> bool {
        matches!(field, FieldId::Of(column) if self.unconfirmed.contains(&column))
    }

    fn first_unconfirmed(&self) -> Option<usize> {
        ALL.iter().position(|field| self.is_unconfirmed(*field))
    }

    fn send(&mut self, cx: &mut Cx<'_>) {
        self.wait = Wait::Saving;
        cx.effects.push(Effect::Write(Work::Log(Box::new(self.draft()), self.form)));
    }

    /// The thread that writes answered.
    pub fn logged(&mut self, logged: Result<Logged, AppError>, cx: &mut Cx<'_>) {
        self.wait = Wait::Nothing;
        match logged {
            Ok(logged) => {
                let asked = self.choices.keys().any(|field| matches!(field, FieldId::Consent(_)));
                self.clear();
                self.saved = Some(logged.number.clone());
                cx.toast(Tone::Good, Words::new(move |lang| saved(&logged, asked, lang)));
                self.ask_for_drafts(cx);
            }
            Err(AppError::Refused(refusals)) => {
                let is_refused = |field: &FieldId| refusals.iter().any(|one| one.column == field.column());
                self.focus = ALL.iter().position(is_refused).unwrap_or(self.focus);
                let count = refusals.len() as u64;
                self.refusals = refusals;
                self.warnings.clear();
                self.keep_again(cx);
                cx.toast(Tone::Bad, Words::new(move |lang| words::not_saved(lang, &number(count, lang))));
            }
            Err(error) => {
                // Its draft may be gone; it is kept anew.
                self.keep_anew(cx);
                cx.requests.push(Request::Lay(Message::tell(words::not_saved_title, Words::error(error))));
            }
        }
    }

    /// Takes a click: it goes to a field, or chooses what the field offers.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        if self.wait != Wait::Nothing {
            return;
        }
        match hit {
            Hit::Field(place) => self.go_to(place, cx),
            Hit::Choice(place) => self.choose(place, cx),
            _ => {}
        }
    }

    /// Facilities came.
    pub fn facilities_answered(
        &mut self,
        generation: Generation,
        found: Vec<FacilityChoice>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked {
            return;
        }
        self.answered = generation;
        self.matches = found;
        self.matched = 0;
        if std::mem::take(&mut self.takes_first) {
            self.take_match();
            self.look_at(FieldId::Of(Column::Facility), cx.today);
            if self.wait == Wait::Lookup {
                self.keep(cx);
                self.send(cx);
            } else {
                self.touched(cx);
            }
        }
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        self.lang = Some(cx.lang);
        if self.wait != Wait::Nothing {
            return;
        }
        let Some(field) = self.field_id() else {
            self.typed_buttons(key, cx);
            return;
        };
        let is_used = match field.kind() {
            Kind::Facility => self.typed_facility(key, cx),
            Kind::Issues => self.typed_issue(key, cx),
            Kind::Choice => self.typed_choice(field, key),
            Kind::Line => {
                let edited = input::edit(self.texts.entry(field.column()).or_default(), key);
                self.edited(edited, field.column())
            }
            Kind::Story => self.typed_story(key, cx),
        };
        if is_used {
            self.unconfirmed.remove(&field.column());
            self.touched(cx);
            return;
        }
        match key.code {
            KeyCode::Down | KeyCode::Enter => self.step(1, cx),
            KeyCode::Up => self.step(-1, cx),
            _ => {}
        }
    }
}

/// What is said of a case that is on the disk: its number, what can be done next, and what is odd about it.
fn saved(logged: &Logged, asked: bool, lang: Lang) -> String {
    let saved = words::saved(lang, logged.number.as_str());
    let mut said = format!("{saved} · {}", words::after_saving(lang));
    if !asked {
        said.push(' ');
        said.push_str(words::consent_not_asked(lang));
    }
    // It stood beside its field already: where there is no room, it goes first.
    for warning in &logged.warnings {
        said.push(' ');
        said.push_str(&warning.what(lang));
    }
    said
}
