//! One case, read in full, and what is done to it. The member is hidden until asked for, and hidden again on leaving.

pub mod attach;
pub mod change;
mod draw;
mod facts;
mod fields;
mod follow;
mod joined;
mod page;
pub mod standing;

use std::cell::RefCell;
use std::rc::Rc;

use super::cases::Cases;
use crate::app::{AppError, MemberView};
use crate::domain::column::Column;
use crate::domain::issue::Issue;
use crate::domain::number::CaseNumber;
use crate::domain::values::{Purpose, Status};
use crate::i18n::Lang;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, Query, Story};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words, body};
use crate::tui::words;

use page::Page;

/// One case.
pub struct CaseScreen {
    number: Option<CaseNumber>,
    story: Option<Box<Story>>,
    asked: Generation,
    member: Option<Box<MemberView>>,
    asked_member: Generation,
    /// Counts what was asked to be done.
    deeds: Generation,
    /// A logging was taken back: perhaps that of this case.
    may_be_gone: bool,
    /// The first row seen.
    top: usize,
    /// Where it goes back to.
    from: Screen,
    /// The page as it was laid out last: wrapping a long story anew for each key would be felt.
    laid: RefCell<Option<Rc<Page>>>,
    /// Which field is corrected.
    field: Column,
    /// What is chosen in the list of purposes, until it is saved.
    consent: Vec<Purpose>,
    /// What is chosen in the list of issues, until it is saved.
    issues: Vec<Issue>,
    /// What is chosen step by step while it is followed up.
    flow: follow::Flow,
}

impl Default for CaseScreen {
    fn default() -> Self {
        Self {
            number: None,
            story: None,
            asked: Generation::default(),
            member: None,
            asked_member: Generation::default(),
            deeds: Generation::default(),
            may_be_gone: false,
            top: 0,
            from: Screen::Cases,
            laid: RefCell::default(),
            field: Column::Remedy,
            consent: Vec::new(),
            issues: Vec::new(),
            flow: follow::Flow::default(),
        }
    }
}

impl CaseScreen {
    /// Shows a case.
    pub fn open(&mut self, number: CaseNumber, cx: &mut Cx<'_>) {
        self.from = if cx.screen == Screen::Case { self.from } else { cx.screen };
        if self.number.as_ref() != Some(&number) {
            self.story = None;
        }
        self.number = Some(number);
        self.top = 0;
        self.may_be_gone = false;
        self.flow = follow::Flow::default();
        self.hide_member();
        self.reload(cx);
    }

    /// The case that is read, once it is there.
    pub fn story(&self) -> Option<&Story> {
        self.story.as_deref()
    }

    /// Where it stands, once it is there.
    pub fn status(&self) -> Option<Status> {
        self.story().map(|story| story.case.status)
    }

    /// Whether it was opened from a list that can be read on.
    pub fn has_list(&self) -> bool {
        self.from == Screen::Cases
    }

    /// Its place in the list that it was opened from, counted from 1, and the length of that list.
    pub fn place(&self, model: &Model) -> Option<(usize, usize)> {
        match self.from {
            Screen::Cases => model.cases.place_of(self.number.as_ref()?),
            _ => None,
        }
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some(number) = &self.number {
            cx.effects.push(Effect::Read(Query::Story(number.clone()), self.asked.next()));
            if self.member.is_some() {
                cx.effects.push(Effect::Read(Query::Member(number.clone()), self.asked_member.next()));
            }
        }
    }

    /// Another screen comes to the front: nobody else shall read who the member is.
    pub fn left(&mut self) {
        self.hide_witness();
        if self.member.is_some() {
            self.hide_member();
        }
    }

    fn hide_member(&mut self) {
        self.member = None;
        self.hide_witness();
        self.asked_member.next();
        self.laid.take();
    }

    /// A logging was taken back. If it was that of this case, there is nothing more to read, and nothing to say.
    pub fn may_be_gone(&mut self) {
        self.may_be_gone = true;
    }

    /// The case came. While something is typed for it, it is not left.
    pub fn answered(
        &mut self,
        generation: Generation,
        story: Result<Box<Story>, AppError>,
        is_typed_for: bool,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked {
            return;
        }
        self.laid.take();
        let may_be_gone = std::mem::take(&mut self.may_be_gone);
        match story {
            Ok(story) => {
                self.story = Some(story);
                self.go_on_at_once(cx);
            }
            Err(error) if is_typed_for => cx.toast(Tone::Bad, Words::error(error)),
            Err(error) => {
                self.story = None;
                self.number = None;
                if cx.screen == Screen::Case {
                    if !may_be_gone {
                        cx.toast(Tone::Bad, Words::error(error));
                    }
                    cx.requests.push(Request::Show(self.from));
                }
            }
        }
    }

    /// The member came.
    pub fn member_answered(
        &mut self,
        generation: Generation,
        member: Result<Box<MemberView>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked_member || cx.screen != Screen::Case {
            return;
        }
        self.laid.take();
        match member {
            Ok(member) => self.show_member(member, cx),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cases: &mut Cases, cx: &mut Cx<'_>) {
        match action {
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            Action::NextCase => self.step(cases, true, cx),
            Action::PreviousCase => self.step(cases, false, cx),
            Action::ShowMember => self.turn_member(cx),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last => {
                self.scroll(action, cx);
            }
            _ if attach::ATTACHING.contains(&action) => self.handle_attachments(action, cx),
            _ if follow::FOLLOWING.contains(&action) => self.follow(action, cx),
            _ => self.change(action, cx),
        }
    }

    fn step(&mut self, cases: &mut Cases, is_forward: bool, cx: &mut Cx<'_>) {
        let Some(number) = self.number.as_ref() else {
            return;
        };
        match cases.beside(number, is_forward, cx) {
            Some(next) => self.open(next, cx),
            None => cx.toast(Tone::Plain, Words::fixed(words::no_case_beyond)),
        }
    }

    pub(super) fn turn_member(&mut self, cx: &mut Cx<'_>) {
        if self.member.is_some() {
            self.hide_member();
        } else if let Some(number) = &self.number {
            cx.effects.push(Effect::Read(Query::Member(number.clone()), self.asked_member.next()));
        }
    }

    fn scroll(&mut self, action: Action, cx: &Cx<'_>) {
        let seen = usize::from(body(cx.size).height).saturating_sub(1);
        let page = seen.saturating_sub(2).max(1);
        let Some(rows) = self.page(cx.lang, cx.size.0).map(|page| page.rows()) else {
            return;
        };
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::First => 0,
            _ => rows,
        }
        .min(rows.saturating_sub(seen));
    }

    /// The page on a terminal of so many columns, laid out anew only where something changed.
    fn page(&self, lang: Lang, columns: u16) -> Option<Rc<Page>> {
        let story = self.story.as_deref()?;
        let mut laid = self.laid.borrow_mut();
        let page = match laid.take() {
            Some(page) if page.fits(lang, columns) => page,
            _ => Rc::new(Page::new(story, self.member.as_deref(), lang, columns)),
        };
        *laid = Some(Rc::clone(&page));
        Some(page)
    }
}
