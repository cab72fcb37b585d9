//! The form of a new case. It holds text and hands over a draft; what is wrong with it, the use case says.

mod draw;
mod fields;
mod keys;

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent};

use crate::app::{AppError, Logged};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Refusal};
use crate::domain::facility::Facility;
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::number::CaseNumber;
use crate::domain::times::{Times, VisitTime, parse_length};
use crate::domain::values::{Coded, PayReason};
use crate::i18n::Speak;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FacilityChoice, Generation, Work};
use crate::tui::layers::{Message, Question};
use crate::tui::model::{Cx, Request, Screen, Tone, Words};
use crate::tui::text::Field;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::input;
use crate::tui::words;

use fields::{ALL, FieldId, Kind};

/// The form of a new case.
#[derive(Default)]
pub struct Log {
    /// Which field has the keys, in [`ALL`].
    focus: usize,
    texts: BTreeMap<Column, Field>,
    choices: BTreeMap<usize, usize>,
    facility: Option<Facility>,
    matches: Vec<FacilityChoice>,
    /// Which match is chosen.
    matched: usize,
    asked: Generation,
    answered: Generation,
    /// The best match is wanted as soon as it is there.
    takes_first: bool,
    issues: IssueSet,
    /// Which issue the board's marker stands on.
    issue: usize,
    refusals: Vec<Refusal>,
    is_saving: bool,
    saved: Option<CaseNumber>,
}

impl Log {
    /// Whether the case is on its way to the disk.
    pub fn is_saving(&self) -> bool {
        self.is_saving
    }

    /// Whether something would be lost.
    pub fn is_touched(&self) -> bool {
        self.texts.values().any(|field| !field.is_empty())
            || !self.choices.is_empty()
            || self.issues != IssueSet::default()
    }

    /// Empties it.
    pub fn clear(&mut self) {
        let (mut asked, saved) = (self.asked, self.saved.take());
        asked.next();
        *self = Self { asked, saved, ..Self::default() };
    }

    fn field_id(&self) -> FieldId {
        ALL.get(self.focus).copied().unwrap_or(FieldId::Of(Column::Facility))
    }

    fn text(&self, column: Column) -> &str {
        self.texts.get(&column).map_or("", Field::value)
    }

    fn choice(&self, field: FieldId) -> Option<usize> {
        let place = ALL.iter().position(|known| *known == field)?;
        self.choices.get(&place).copied()
    }

    /// The wait, as far as the form says one: for the severity that is suggested first.
    fn waited(&self) -> Option<u32> {
        let time = |column| self.text(column).parse::<VisitTime>().ok();
        let times = Times::from_order([time(Column::Arrived), None, time(Column::Seen), None, None]);
        let given = parse_length(self.text(Column::WaitedMinutes)).ok();
        times.settle_wait(given).ok().flatten()
    }

    /// The case as typed.
    pub fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        for (column, field) in &self.texts {
            draft.set(*column, field.value());
        }
        if let Some(facility) = &self.facility {
            draft.set(Column::Facility, facility.id.as_str());
        }
        let why = self.choice(FieldId::PayReason).and_then(|place| PayReason::CODES.get(place));
        let issues = self.issues.iter().map(|(code, severity)| match (code, why) {
            (IssueCode::Pay, Some(why)) => format!("{code}:{severity}:{why}"),
            _ => format!("{code}:{severity}"),
        });
        draft.set(Column::Issues, issues.collect::<Vec<_>>().join(";"));
        let mut consent = Vec::new();
        for (place, field) in ALL.iter().enumerate() {
            let code = self.choices.get(&place).and_then(|chosen| field.codes().get(*chosen));
            match (field, code) {
                (FieldId::Consent(purpose), Some(&"yes")) => consent.push(purpose.code()),
                (FieldId::Of(column), Some(code)) => draft.set(*column, *code),
                _ => {}
            }
        }
        draft.set(Column::Consent, consent.join(";"));
        if !FieldId::Of(Column::ClaimedOn).is_shown(self.issues) {
            draft.set(Column::ClaimedOn, "");
            draft.set(Column::ClaimedRiel, "");
        }
        draft
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::NextField => self.step(1),
            Action::PreviousField => self.step(-1),
            Action::Save => self.save(cx),
            Action::Leave if self.is_saving => {}
            Action::Leave if self.is_touched() => cx.requests.push(Request::Lay(Message::ask(
                Question::ThrowAway,
                words::throw_away_title,
                Words::fixed(words::throw_away),
            ))),
            Action::Leave => {
                self.clear();
                cx.requests.push(Request::Show(Screen::Cases));
            }
            _ => {}
        }
    }

    fn step(&mut self, by: isize) {
        if self.field_id().kind() == Kind::Facility {
            self.take_match();
        }
        let count = ALL.len() as isize;
        let mut at = self.focus as isize;
        for _ in 0..count {
            at = (at + by).rem_euclid(count);
            if ALL.get(at as usize).is_some_and(|field| field.is_shown(self.issues)) {
                break;
            }
        }
        self.focus = at as usize;
    }

    /// Takes the chosen match; the best, as soon as it is there, where the list is still being looked up.
    fn take_match(&mut self) {
        if self.facility.is_some() || self.text(Column::Facility).trim().is_empty() {
            return;
        }
        if self.answered == self.asked {
            if let Some(chosen) = self.matches.get(self.matched) {
                self.facility = Some(chosen.facility.clone());
                self.refusals.retain(|refusal| refusal.column != Column::Facility);
            }
        } else {
            self.takes_first = true;
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.is_saving {
            return;
        }
        self.take_match();
        self.refusals.clear();
        self.is_saving = true;
        if !self.takes_first {
            self.send(cx);
        }
    }

    fn send(&self, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Write(Work::Log(Box::new(self.draft()))));
    }

    /// The thread that writes answered.
    pub fn answered(&mut self, logged: Result<Logged, AppError>, cx: &mut Cx<'_>) {
        self.is_saving = false;
        match logged {
            Ok(logged) => {
                let number = logged.number.clone();
                let warnings = logged.warnings;
                self.clear();
                self.saved = Some(logged.number);
                cx.toast(
                    Tone::Good,
                    Words::new(move |lang| {
                        let mut said = words::saved(lang, number.as_str());
                        for warning in &warnings {
                            said.push(' ');
                            said.push_str(&warning.what(lang));
                        }
                        said
                    }),
                );
            }
            Err(AppError::Refused(refusals)) => {
                let first = ALL
                    .iter()
                    .position(|field| refusals.iter().any(|refusal| refusal.column == field.column()));
                self.focus = first.unwrap_or(self.focus);
                let count = refusals.len() as u64;
                self.refusals = refusals;
                cx.toast(
                    Tone::Bad,
                    Words::new(move |lang| {
                        words::not_saved(lang, &crate::i18n::numbers::number(count, lang))
                    }),
                );
            }
            Err(error) => {
                cx.requests.push(Request::Lay(Message::tell(words::not_saved_title, Words::error(error))));
            }
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
            if self.is_saving {
                self.send(cx);
            }
        }
    }

    /// Takes a click: it goes to a field.
    pub fn clicked(&mut self, hit: Hit) {
        if let Hit::Field(index) = hit
            && !self.is_saving
        {
            if self.field_id().kind() == Kind::Facility {
                self.take_match();
            }
            self.focus = index;
        }
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        if self.is_saving {
            return;
        }
        let field = self.field_id();
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
        if !is_used {
            match key.code {
                KeyCode::Down | KeyCode::Enter => self.step(1),
                KeyCode::Up => self.step(-1),
                _ => {}
            }
        }
    }
}
