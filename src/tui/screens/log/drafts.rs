//! When the form is kept, taken up again, thrown away and brought back.

use uuid::Uuid;

use super::fields::{ALL, FieldId};
use super::{KEEP_AFTER, Log, Thrown, Wait};
use crate::app::AppError;
use crate::domain::column::Column;
use crate::domain::draft::Unfinished;
use crate::tui::effect::{DraftRow, DraftTakenUp, Effect, Generation, Kept, Query, Timer, Work};
use crate::tui::model::{Cx, Tone, Words};
use crate::tui::words;

impl Log {
    /// Something was typed: soon it is to be kept.
    pub(super) fn touched(&mut self, cx: &mut Cx<'_>) {
        self.thrown = None;
        if !self.is_due {
            self.is_due = true;
            cx.effects.push(Effect::Wake(KEEP_AFTER, Timer::Draft, self.form));
        }
    }

    /// The time is over.
    pub fn woke(&mut self, cx: &mut Cx<'_>) {
        self.is_due = false;
        self.keep(cx);
    }

    /// Hands over what is not kept yet, if there is anything.
    pub(super) fn keep(&mut self, cx: &mut Cx<'_>) {
        cx.effects.extend(self.unkept().map(Effect::Write));
    }

    /// What is not kept yet. A case that is on its way to the disk takes its draft with it.
    pub fn unkept(&mut self) -> Option<Work> {
        if matches!(self.wait, Wait::Saving | Wait::Draft) {
            return None;
        }
        let form = self.form();
        if form == self.kept {
            return None;
        }
        self.kept = form.clone();
        Some(Work::KeepDraft { form: self.form, unfinished: Box::new(form), corrects: self.corrects.clone() })
    }

    /// A draft is on the disk, or not.
    pub fn kept(&mut self, form: Generation, kept: Result<Kept, AppError>, cx: &mut Cx<'_>) {
        match kept {
            Ok(Kept::AsItWas) => {}
            Ok(Kept::Anew) => cx.toast(Tone::Plain, Words::fixed(words::kept_anew)),
            Err(error) => {
                if form == self.form {
                    // Tried again with the next key.
                    self.kept = Unfinished::default();
                }
                cx.toast(
                    Tone::Bad,
                    Words::new(move |lang| words::not_kept(lang, &Words::error_text(&error, lang))),
                );
            }
        }
    }

    /// Asks which drafts wait.
    pub fn ask_for_drafts(&self, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Read(Query::Drafts, self.form));
    }

    /// Drafts came, the newest first.
    pub fn drafts_answered(&mut self, waiting: Vec<DraftRow>) {
        self.waiting = waiting;
    }

    /// The draft that an empty form offers to go on with, and how many wait.
    pub fn offered(&self) -> Option<(&DraftRow, usize)> {
        let is_free = !self.is_touched() && self.wait == Wait::Nothing;
        self.waiting.first().filter(|_| is_free).map(|newest| (newest, self.waiting.len()))
    }

    /// Goes on with the newest draft.
    pub(super) fn continue_draft(&mut self, cx: &mut Cx<'_>) {
        if let Some(id) = self.offered().map(|(newest, _)| newest.id) {
            self.open_draft(id, cx);
        }
    }

    /// Takes a draft up; what is in the form is kept first.
    pub fn open_draft(&mut self, id: Uuid, cx: &mut Cx<'_>) {
        if self.is_saving() {
            return;
        }
        self.keep(cx);
        self.clear();
        self.saved = None;
        self.wait = Wait::Draft;
        cx.effects.push(Effect::Write(Work::TakeUpDraft(id, self.form)));
    }

    /// A draft was taken up, or is no longer there.
    pub fn taken_up(
        &mut self,
        form: Generation,
        taken: Result<Box<DraftTakenUp>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if form != self.form || self.wait != Wait::Draft {
            return;
        }
        self.wait = Wait::Nothing;
        match taken {
            Ok(taken) => {
                self.corrects.clone_from(&taken.draft.corrects);
                self.fill(&taken.draft.form, taken.facility);
                self.kept = self.form();
                self.look_again(cx);
            }
            Err(error) => {
                cx.toast(Tone::Bad, Words::error(error));
                self.ask_for_drafts(cx);
            }
        }
    }

    /// Empties the form and drops its draft; until something else is begun it can be brought back.
    pub(super) fn throw_away(&mut self, cx: &mut Cx<'_>) {
        if !self.is_touched() {
            cx.toast(Tone::Plain, Words::fixed(words::nothing_to_throw_away));
            return;
        }
        let thrown = Thrown { form: self.form(), facility: self.facility.clone() };
        cx.effects.push(Effect::Write(Work::DropDraft(self.form)));
        // It may be among them; they are asked for again once it is gone.
        self.waiting.clear();
        let corrects = self.corrects.take();
        self.clear();
        self.saved = None;
        self.corrects = corrects;
        self.thrown = Some(thrown);
        cx.toast(Tone::Plain, Words::fixed(words::thrown_away));
    }

    /// Brings back what was thrown away.
    pub fn bring_back(&mut self, cx: &mut Cx<'_>) {
        let Some(thrown) = self.thrown.take() else {
            return;
        };
        self.fill(&thrown.form, thrown.facility);
        self.look_again(cx);
        self.keep(cx);
        cx.toast(Tone::Good, Words::fixed(words::brought_back));
    }

    /// Looks a form over that was just filled, and goes to what is missing first.
    fn look_again(&mut self, cx: &mut Cx<'_>) {
        for field in ALL {
            let is_empty = self.text(field.column()).is_empty() && self.choice(field).is_none();
            if !is_empty {
                self.look_at(field, cx.today);
            }
        }
        if self.facility.is_none() && !self.text(Column::Facility).is_empty() {
            self.search(cx);
        }
        let first = self.still_needed().next();
        let place = |field: FieldId| ALL.iter().position(|known| *known == field);
        self.focus = first.and_then(place).unwrap_or(0);
    }
}
