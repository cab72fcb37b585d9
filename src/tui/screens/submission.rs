//! One submission: with whom it was raised, what it waits for, its cases with what the party made of each, and the replies.

mod draw;

pub use draw::state_said;

use uuid::Uuid;

use crate::app::AppError;
use crate::domain::submission::State;
use crate::tui::action::Action;
use crate::tui::effect::ledger::{Found, Look, SubmissionPage, Which};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::model::{Cx, Request, Screen, Tone, Words, body};
use crate::tui::screens::sheet::SheetOf;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::list::Place;

/// What can be done with a submission, as the list of actions offers it.
pub const ACTIONS: [Action; 9] = [
    Action::Reply,
    Action::ReplyInterim,
    Action::Acknowledge,
    Action::TurnClock,
    Action::Escalate,
    Action::AddPromise,
    Action::ShowParty,
    Action::ShowBefore,
    Action::Undo,
];

/// What can be chosen, in its order: cases, then promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Case(usize),
    Promise(usize),
}

/// One submission.
pub struct SubmissionScreen {
    which: Option<Which>,
    page: Option<Box<SubmissionPage>>,
    asked: Generation,
    place: Place,
    /// Something was taken back: perhaps the raising itself.
    may_be_gone: bool,
    /// Where one went on from here: coming back from there, it goes back to where it was opened from first.
    gone_to: Option<Screen>,
    from: Screen,
}

impl Default for SubmissionScreen {
    fn default() -> Self {
        Self {
            which: None,
            page: None,
            asked: Generation::default(),
            place: Place::default(),
            may_be_gone: false,
            gone_to: None,
            from: Screen::People,
        }
    }
}

impl SubmissionScreen {
    /// Shows a submission.
    pub fn open(&mut self, which: Which, cx: &mut Cx<'_>) {
        let is_same = self.which.as_ref() == Some(&which);
        let comes_back = is_same && self.gone_to == Some(cx.screen);
        if !comes_back && !matches!(cx.screen, Screen::Submission | Screen::Sheet) {
            self.from = cx.screen;
        }
        if !is_same {
            (self.page, self.place) = (None, Place::default());
        }
        self.which = Some(which);
        (self.may_be_gone, self.gone_to) = (false, None);
        self.reload(cx);
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some(which) = &self.which {
            let look = Look::Submission(which.clone());
            cx.effects.push(Effect::Write(Work::Look(Box::new(look), self.asked.next())));
        }
    }

    /// What is known of it.
    pub fn page(&self) -> Option<&SubmissionPage> {
        self.page.as_deref()
    }

    /// Something was taken back. If it was the raising, there is nothing more to read, and nothing to say.
    pub fn may_be_gone(&mut self) {
        self.may_be_gone = true;
    }

    /// It came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &mut Cx<'_>) {
        if generation != self.asked {
            return;
        }
        let may_be_gone = std::mem::take(&mut self.may_be_gone);
        match found {
            Ok(Found::Submission(page)) => {
                self.which = Some(Which::Id(page.row.submission.id));
                self.page = Some(page);
                let (count, seen) = (self.targets().len(), Self::seen(cx.size));
                self.place.fit(count, seen);
            }
            Ok(_) => {}
            Err(error) => {
                (self.which, self.page) = (None, None);
                if cx.screen == Screen::Submission {
                    if !may_be_gone {
                        cx.toast(Tone::Bad, Words::error(error));
                    }
                    cx.requests.push(Request::Show(self.from));
                }
            }
        }
    }

    fn targets(&self) -> Vec<Target> {
        let Some(page) = &self.page else {
            return Vec::new();
        };
        let promises = (0..page.promises.len()).map(Target::Promise);
        (0..page.cases.len()).map(Target::Case).chain(promises).collect()
    }

    fn id(&self) -> Option<Uuid> {
        self.page.as_ref().map(|page| page.row.submission.id)
    }

    /// Whether its clock stands.
    pub fn is_paused(&self) -> bool {
        self.page.as_ref().is_some_and(|page| page.row.submission.paused_since().is_some())
    }

    /// Whether all its cases are answered, or nobody waits for them.
    pub fn is_answered(&self) -> bool {
        self.page.as_ref().is_some_and(|page| matches!(page.row.state, State::Answered(_)))
    }

    fn seen(size: (u16, u16)) -> usize {
        usize::from(body(size).height).max(1)
    }

    fn go(&mut self, screen: Screen, request: Request, cx: &mut Cx<'_>) {
        self.gone_to = Some(screen);
        cx.requests.push(request);
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        let (Some(page), Some(id)) = (self.page.as_deref(), self.id()) else {
            if action == Action::GoBack {
                cx.requests.push(Request::Show(self.from));
            }
            return;
        };
        let sheet = match action {
            Action::Reply => {
                Some(SheetOf::Reply(id, page.waiting().map(|case| case.number.clone()).collect()))
            }
            Action::ReplyInterim => Some(SheetOf::Interim(id)),
            Action::Acknowledge => Some(SheetOf::Acknowledge(id)),
            Action::TurnClock if self.is_paused() => Some(SheetOf::Resume(id)),
            Action::TurnClock => Some(SheetOf::Pause(id)),
            Action::Escalate => page.next.clone().map(|next| {
                let about = page.row.submission.made.about.clone();
                SheetOf::Escalate(id, Box::new(next), about, page.unsettled().count())
            }),
            Action::AddPromise => Some(SheetOf::Promise(Some(Box::new(page.party.clone())), Some(id))),
            _ => None,
        };
        if let Some(sheet) = sheet {
            cx.requests.push(Request::OpenSheet(sheet));
            return;
        }
        match action {
            Action::Open => self.open_chosen(cx),
            Action::ShowParty => {
                let party = page.party.party.clone();
                self.go(Screen::Party, Request::OpenParty(party), cx);
            }
            Action::ShowBefore => {
                let before = page.after.as_ref().map(|(submission, _)| submission.id);
                cx.requests.extend(before.map(|id| Request::OpenSubmission(id.into())));
            }
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            _ => {
                let (count, seen) = (self.targets().len(), Self::seen(cx.size));
                self.place.act(action, count, seen);
            }
        }
    }

    fn open_chosen(&mut self, cx: &mut Cx<'_>) {
        let (target, page) = (self.targets().get(self.place.chosen).copied(), self.page.as_deref());
        let Some(page) = page else {
            return;
        };
        match target {
            Some(Target::Case(place)) => {
                if let Some(number) = page.cases.get(place).map(|case| case.number.clone()) {
                    self.go(Screen::Case, Request::OpenCase(number), cx);
                }
            }
            Some(Target::Promise(place)) => {
                if let Some(id) = page.promises.get(place).map(|row| row.promise.id) {
                    self.go(Screen::Promise, Request::OpenPromise(id.into()), cx);
                }
            }
            None => {}
        }
    }

    /// Takes a click: the first chooses a row, the second opens it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.open_chosen(cx),
            Hit::Row(index) => {
                self.place.chosen = index;
                let (count, seen) = (self.targets().len(), Self::seen(cx.size));
                self.place.fit(count, seen);
            }
            _ => {}
        }
    }
}
