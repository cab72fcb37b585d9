//! When the form is kept, taken up again, thrown away and brought back.

use std::sync::Arc;

use uuid::Uuid;

use super::fields::{ALL, FieldId};
use super::{Log, Thrown, Wait};
use crate::app::AppError;
use crate::domain::column::Column;
use crate::domain::draft::Unfinished;
use crate::domain::facility::Facility;
use crate::tui::effect::{DraftRow, DraftTakenUp, Effect, Generation, Kept, Query, Timer, Work};
use crate::tui::model::{Cx, Tone, Words};
use crate::tui::words;

/// How long after a key what was typed is handed over to be kept, in milliseconds. With the writing itself it stays
/// under the 300 that were promised, and a fast typist causes twenty writes a second, not more.
const KEEP_AFTER: u64 = 50;

/// How long after a failure it is tried again, in milliseconds, for as long as it takes.
const TRY_AGAIN_AFTER: u64 = 2_000;

/// What is done once the form is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The form is emptied.
    Empty,
    /// A draft is taken up.
    TakeUp(Uuid),
    /// A case is begun with what is known of it.
    Begin,
}

/// How far what was typed has come on its way to the disk.
#[derive(Default)]
pub(super) struct Keeping {
    /// What was handed over last.
    given: Unfinished,
    /// Whether it is to be handed over again though it is the same.
    again: bool,
    /// How often it was handed over and is not answered yet.
    unanswered: usize,
    /// Whether the timer runs.
    is_due: bool,
    /// Why it could not be kept, from the first failure until it is kept.
    failure: Option<Arc<AppError>>,
}

impl Log {
    /// Something was typed: soon it is to be kept.
    pub(super) fn touched(&mut self, cx: &mut Cx<'_>) {
        self.thrown = None;
        if !self.keeping.is_due {
            self.wake_after(KEEP_AFTER, cx);
        }
    }

    fn wake_after(&mut self, milliseconds: u64, cx: &mut Cx<'_>) {
        self.keeping.is_due = true;
        cx.effects.push(Effect::Wake(milliseconds, Timer::Draft, self.form));
    }

    /// The time is over.
    pub fn woke(&mut self, cx: &mut Cx<'_>) {
        self.keeping.is_due = false;
        // While nothing can be written, one attempt after the other: its answer sets the timer again.
        if self.keeping.failure.is_none() || self.keeping.unanswered == 0 {
            self.keep(cx);
        }
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
        if form == self.keeping.given && !self.keeping.again {
            return None;
        }
        self.keeping.given = form.clone();
        self.keeping.again = false;
        self.keeping.unanswered += 1;
        Some(Work::KeepDraft { form: self.form, unfinished: Box::new(form) })
    }

    /// Why what was typed is not on the disk, where writing it failed and has not succeeded since.
    pub fn not_kept(&self) -> Option<&Arc<AppError>> {
        self.keeping.failure.as_ref()
    }

    /// A failure that was passed over while the case was on its way is seen to again.
    pub(super) fn keep_again(&mut self, cx: &mut Cx<'_>) {
        if self.keeping.failure.is_some() {
            self.wake_after(TRY_AGAIN_AFTER, cx);
        }
    }

    /// What was kept may be gone from the disk: it is handed over again.
    pub(super) fn keep_anew(&mut self, cx: &mut Cx<'_>) {
        self.keeping.again = true;
        self.keeping.is_due = false;
        self.touched(cx);
    }

    /// Has the form kept, and goes on once it is on the disk: until then it holds the only copy.
    pub(super) fn keep_then(&mut self, next: Next, cx: &mut Cx<'_>) {
        self.keep(cx);
        if self.is_touched() && (self.keeping.unanswered > 0 || self.keeping.failure.is_some()) {
            self.is_writing = false;
            self.wait = Wait::Keeping(next);
        } else {
            self.go_on(next, cx);
        }
    }

    fn go_on(&mut self, next: Next, cx: &mut Cx<'_>) {
        let was_touched = self.is_touched();
        let begun = self.begun.take();
        self.clear();
        self.saved = None;
        match next {
            Next::Empty if was_touched => {
                cx.toast(Tone::Plain, Words::fixed(words::kept_as_draft));
                self.ask_for_drafts(cx);
            }
            Next::Empty => {}
            Next::TakeUp(id) => {
                self.wait = Wait::Draft;
                cx.effects.push(Effect::Write(Work::TakeUpDraft(id, self.form)));
            }
            Next::Begin => {
                if let Some((form, facility)) = begun {
                    self.lang = Some(cx.lang);
                    self.fill(&form, facility.map(|facility| *facility));
                    self.look_again(cx);
                    self.keep(cx);
                }
            }
        }
    }

    /// Begins a case with what is known of it; what is in the form is kept first.
    pub fn begin(&mut self, form: Box<Unfinished>, facility: Option<Box<Facility>>, cx: &mut Cx<'_>) {
        if !self.is_saving() {
            self.begun = Some((form, facility));
            self.keep_then(Next::Begin, cx);
        }
    }

    /// A draft is on the disk, or not. Of a form that is no more, nothing is still needed: it was logged or thrown
    /// away.
    pub fn kept(&mut self, form: Generation, kept: Result<Kept, AppError>, cx: &mut Cx<'_>) {
        if matches!(kept, Ok(Kept::Anew)) {
            cx.toast(Tone::Plain, Words::fixed(words::kept_anew));
        }
        if form != self.form {
            return;
        }
        self.keeping.unanswered = self.keeping.unanswered.saturating_sub(1);
        let is_last = self.keeping.unanswered == 0;
        match (kept, self.wait) {
            (Ok(_), wait) if is_last => {
                self.keeping.again = false;
                self.keeping.failure = None;
                match wait {
                    Wait::Keeping(next) => self.go_on(next, cx),
                    _ if self.form() != self.keeping.given && !self.keeping.is_due => {
                        self.wake_after(KEEP_AFTER, cx);
                    }
                    _ => {}
                }
            }
            (Ok(_), _) => {}
            (Err(error), wait) => self.keep_failed(error, is_last && matches!(wait, Wait::Keeping(_)), cx),
        }
    }

    /// It is said once, until it is kept; and where the form was to be emptied, that it is not.
    fn keep_failed(&mut self, error: AppError, stays: bool, cx: &mut Cx<'_>) {
        let error = Arc::new(error);
        let is_news = self.keeping.failure.replace(Arc::clone(&error)).is_none();
        self.keeping.again = true;
        if stays {
            self.wait = Wait::Nothing;
        }
        if is_news || stays {
            let say = if stays { words::not_kept_stays } else { words::not_kept };
            cx.toast(Tone::Bad, Words::new(move |lang| say(lang, &Words::error_text(&*error, lang))));
        }
        self.wake_after(TRY_AGAIN_AFTER, cx);
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
        if !self.is_saving() {
            self.keep_then(Next::TakeUp(id), cx);
        }
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
                self.fill(&taken.draft.form, taken.facility);
                self.keeping.given = self.form();
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
        self.clear();
        self.saved = None;
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

    /// Looks a form over that was just filled, and goes to what is to be confirmed, else to what is missing first.
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
        let needed = || self.still_needed().next();
        let place = |field: FieldId| ALL.iter().position(|known| *known == field);
        self.focus = self.first_unconfirmed().or_else(|| needed().and_then(place)).unwrap_or(0);
    }
}
