//! Following up on the case that is read, step by step: raising it, the party's reply, telling the member, closing, and
//! asking once more. Each step is a list with numbers or a line; the deed comes at its end.

use chrono::NaiveDate;

use super::CaseScreen;
use super::change::ACTIONS;
use crate::app::MemberView;
use crate::domain::date;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::standing::{Mark, RebuttalCheck, Turn};
use crate::domain::submission::{State, Way};
use crate::domain::values::{Coded, MemberOutcome, PartyOutcome};
use crate::i18n::{Speak, dates};
use crate::tui::action::Action;
use crate::tui::effect::{Deed, Generation, Given, Replying};
use crate::tui::layers::{Asking, CheckStep, Checking, FollowAsk, FollowPick, Prompt, Question};
use crate::tui::model::{Cx, Request, Tone, Words};
use crate::tui::words;

mod lists;
mod may;
mod telling;

/// What is done here.
pub(super) const FOLLOWING: [Action; 8] = [
    Action::RaiseCase,
    Action::RecordReply,
    Action::TellMember,
    Action::CloseCase,
    Action::AskAgain,
    Action::CheckObjections,
    Action::MarkCase,
    Action::LinkDemand,
];

/// What is done as soon as the case is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum AtOnce {
    #[default]
    Nothing,
    /// What is to be done next with it.
    TheNext,
    /// This.
    Act(Action),
}

/// What the party did, as far as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Did {
    #[default]
    Nothing,
    Answered(PartyOutcome),
    Moved,
}

/// What is chosen step by step, until the deed.
#[derive(Debug, Default)]
pub(super) struct Flow {
    at_once: AtOnce,
    checking: Checking,
    /// Whether the case is raised once the questions are answered.
    raises: bool,
    party: Option<Party>,
    way: Option<Way>,
    check: Option<RebuttalCheck>,
    although_rebutted: bool,
    did: Did,
    of_all: bool,
    on: Option<NaiveDate>,
    told: Option<MemberOutcome>,
    /// The list that is laid again once it is known whom to call.
    calls: Option<FollowPick>,
    /// The joined case in which somebody else complained who is to be told now.
    witness: Option<CaseNumber>,
    /// Who that is, where it was asked for.
    witness_member: Option<Box<MemberView>>,
}

impl CaseScreen {
    /// Shows a case, and does something with it as soon as it is there; without an action, what is to be done next.
    pub fn follow_up(&mut self, number: CaseNumber, action: Option<Action>, cx: &mut Cx<'_>) {
        self.open(number, cx);
        self.flow.at_once = action.map_or(AtOnce::TheNext, AtOnce::Act);
    }

    /// What is to be done next with the case.
    fn next_action(&self) -> Option<Action> {
        Some(match self.story()?.follow.turn {
            Turn::Confirm => Action::Confirm,
            Turn::Raise => Action::RaiseCase,
            Turn::Party => Action::RecordReply,
            Turn::Tell => Action::TellMember,
            Turn::Close => Action::CloseCase,
            Turn::AskAgain => Action::AskAgain,
            Turn::Done => return None,
        })
    }

    /// What can be done, what is to be done next first.
    pub fn actions(&self) -> Vec<Action> {
        let next = self.next_action();
        let others = ACTIONS.into_iter().filter(|action| Some(*action) != next);
        next.into_iter().chain(others).collect()
    }

    pub(super) fn go_on_at_once(&mut self, cx: &mut Cx<'_>) {
        let action = match std::mem::take(&mut self.flow.at_once) {
            AtOnce::Nothing => None,
            AtOnce::Act(action) => Some(action),
            AtOnce::TheNext => match self.next_action() {
                // Neither is done by a key that was meant to look.
                Some(Action::Confirm | Action::CloseCase) => Some(Action::CaseMenu),
                other => other,
            },
        };
        cx.requests.extend(action.map(Request::Act));
    }

    /// Does what an action says.
    pub(super) fn follow(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(story) = self.story.as_deref() else {
            return;
        };
        let check = story.case.follow.check;
        self.flow = Flow::default();
        let layer = match action {
            Action::CheckObjections => {
                self.flow.checking = Checking::of(check);
                Some(self.check_menu(if check.is_some() { Some(0) } else { None }))
            }
            Action::MarkCase => Some(self.mark_menu(0)),
            Action::LinkDemand => Some(self.demand_layer(0)),
            Action::RaiseCase => Some(self.party_menu()),
            Action::RecordReply => self.reply_menu(),
            Action::TellMember => {
                self.flow.witness = self.next_to_tell();
                Some(self.call_menu(FollowPick::Told))
            }
            Action::AskAgain => Some(self.call_menu(FollowPick::AskedAgain)),
            Action::CloseCase => {
                self.put(Deed::Close, cx);
                None
            }
            _ => None,
        };
        cx.requests.extend(layer.map(Request::Lay));
    }

    /// Something was chosen from a list of these.
    pub fn follow_picked(&mut self, pick: FollowPick, index: usize, cx: &mut Cx<'_>) {
        match pick {
            FollowPick::Check => self.check_picked(index, cx),
            FollowPick::Mark => self.mark_picked(index, cx),
            FollowPick::Demand => self.demand_picked(index, cx),
            FollowPick::Party => self.party_picked(index, cx),
            FollowPick::Way => {
                self.flow.way = Way::ALL.get(index).copied();
                self.check_then_raise(cx);
            }
            FollowPick::Reply => self.reply_picked(index, cx),
            FollowPick::Scope => {
                self.flow.of_all = index == 1;
                Self::ask_day(FollowAsk::RepliedOn, cx);
            }
            FollowPick::Told | FollowPick::AskedAgain => self.call_picked(pick, index, cx),
            FollowPick::ThenClose => {
                if let Some(outcome) = self.flow.told {
                    self.put(Deed::Tell { outcome, closes: index == 0, witness: None }, cx);
                }
            }
        }
    }

    fn check_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        match self.flow.checking.pick(index) {
            CheckStep::GoesOn(index) => cx.requests.push(Request::Lay(self.check_menu(Some(index)))),
            CheckStep::NotAll => {
                cx.toast(Tone::Plain, Words::fixed(words::answer_all_four));
                cx.requests.push(Request::Lay(self.check_menu(Some(0))));
            }
            CheckStep::Done(check) if !self.flow.raises => {
                self.put(Deed::Check(check), cx);
            }
            CheckStep::Done(check) => {
                self.flow.check = Some(check);
                self.raise_or_ask(check, cx);
            }
        }
    }

    fn check_then_raise(&mut self, cx: &mut Cx<'_>) {
        match self.story().and_then(|story| story.case.follow.check) {
            Some(check) => self.raise_or_ask(check, cx),
            None => {
                self.flow.raises = true;
                cx.requests.push(Request::Lay(self.check_menu(None)));
            }
        }
    }

    /// Where an objection holds the officer says so knowingly.
    fn raise_or_ask(&mut self, check: RebuttalCheck, cx: &mut Cx<'_>) {
        if check.would_be_rebutted() {
            let (title, text) = (words::raise_although_title, words::raise_although_question);
            self.ask(Question::RaiseAlthough, title, text, cx);
        } else {
            Self::ask_day(FollowAsk::RaisedOn, cx);
        }
    }

    /// It is raised although an objection holds.
    pub fn raise_although(&mut self, cx: &mut Cx<'_>) {
        self.flow.although_rebutted = true;
        Self::ask_day(FollowAsk::RaisedOn, cx);
    }

    fn mark_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let (Some(story), Some(mark)) = (self.story(), Mark::ALL.get(index)) else {
            return;
        };
        let mut marks = story.case.follow.marks.clone();
        if !marks.remove(mark) {
            marks.insert(*mark);
        }
        self.put(Deed::Mark(marks), cx);
    }

    fn demand_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let demand = self.story().and_then(|story| story.follow.demands.get(index));
        let deed = match demand {
            Some(demand) if demand.is_linked => Deed::Unlink(demand.id),
            Some(demand) => Deed::Link(demand.title.clone()),
            None => return cx.requests.push(Request::Lay(Self::new_demand())),
        };
        self.put(deed, cx);
    }

    fn party_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let Some(party) = self.parties().into_iter().nth(index).map(|(party, _)| party) else {
            return;
        };
        if self.waits_with(&party) {
            return cx.toast(Tone::Plain, Words::fixed(words::has_it_already));
        }
        self.flow.party = Some(party);
        cx.requests.push(Request::Lay(Self::way_menu()));
    }

    fn reply_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let Some(waiting) = self.story().and_then(|story| story.follow.waiting()) else {
            return;
        };
        let (handle, several) = (waiting.handle.clone(), waiting.waiting > 1);
        let is_paused = matches!(waiting.state, Some(State::Paused(_)));
        if let Some(outcome) = PartyOutcome::ALL.get(index) {
            self.flow.did = Did::Answered(*outcome);
            match self.scope_menu().filter(|_| several) {
                Some(menu) => cx.requests.push(Request::Lay(menu)),
                None => Self::ask_day(FollowAsk::RepliedOn, cx),
            }
            return;
        }
        match index - PartyOutcome::ALL.len() {
            0 => {
                self.flow.did = Did::Moved;
                Self::ask_day(FollowAsk::RepliedOn, cx);
            }
            1 => Self::ask_day(FollowAsk::AcknowledgedOn, cx),
            _ => {
                let turned = if is_paused { Replying::Resume(cx.today) } else { Replying::Pause(cx.today) };
                self.put(Deed::Reply(handle, turned), cx);
            }
        }
    }

    /// A text was typed that was asked for here; which deed is done with it, if any.
    pub fn follow_told(
        &mut self,
        ask: FollowAsk,
        text: &str,
        cx: &mut Cx<'_>,
    ) -> Result<Option<Generation>, Words> {
        match ask {
            FollowAsk::DemandTitle => Ok(Some(self.put(Deed::Link(text.to_owned()), cx))),
            FollowAsk::ReplyText => Ok(self.replied(text, cx)),
            FollowAsk::RepliedOn => {
                self.flow.on = Some(day(text, cx)?);
                let next = match self.flow.did {
                    Did::Moved => Self::until_prompt(),
                    _ => Self::text_prompt(),
                };
                cx.requests.push(Request::Lay(next));
                Ok(None)
            }
            FollowAsk::Until => {
                let until = day(text, cx)?;
                Ok(self
                    .put_reply(|flow, today| Replying::Interim { on: flow.on.unwrap_or(today), until }, cx))
            }
            FollowAsk::AcknowledgedOn => {
                let on = day(text, cx)?;
                Ok(self.put_reply(|_, _| Replying::Acknowledge(on), cx))
            }
            FollowAsk::RaisedOn => {
                let on = day(text, cx)?;
                let (Some(party), Some(way)) = (self.flow.party.clone(), self.flow.way) else {
                    return Ok(None);
                };
                let (check, although_rebutted) = (self.flow.check, self.flow.although_rebutted);
                let given = Given { party, way, on, check, although_rebutted };
                Ok(Some(self.put(Deed::Raise(Box::new(given)), cx)))
            }
        }
    }

    fn replied(&mut self, text: &str, cx: &mut Cx<'_>) -> Option<Generation> {
        let Did::Answered(outcome) = self.flow.did else {
            return None;
        };
        let text = text.to_owned();
        self.put_reply(
            |flow, today| Replying::Answer {
                on: flow.on.unwrap_or(today),
                outcome,
                of_all: flow.of_all,
                text,
            },
            cx,
        )
    }

    fn put_reply(
        &mut self,
        replying: impl FnOnce(&Flow, NaiveDate) -> Replying,
        cx: &mut Cx<'_>,
    ) -> Option<Generation> {
        let handle = self.story()?.follow.waiting()?.handle.clone();
        let replying = replying(&self.flow, cx.today);
        Some(self.put(Deed::Reply(handle, replying), cx))
    }

    fn ask_day(ask: FollowAsk, cx: &mut Cx<'_>) {
        let title = match ask {
            FollowAsk::RaisedOn => words::raised_on_title,
            FollowAsk::AcknowledgedOn => words::acknowledged_on_title,
            _ => words::replied_on_title,
        };
        let hint = Words::fixed(words::hint_day);
        let text = dates::date(cx.today, cx.lang);
        let prompt = Prompt::line(Asking::Follow(ask), Words::fixed(title), hint, &text);
        cx.requests.push(Request::Lay(prompt));
    }
}

/// A day as typed, or what is wrong with it.
fn day(text: &str, cx: &Cx<'_>) -> Result<NaiveDate, Words> {
    let typed = dates::typed(text, cx.lang);
    let day = date::parse(&typed).or_else(|error| date::parse_relative(&typed, cx.today).map_err(|_| error));
    day.map_err(|error| Words::new(move |lang| error.what(lang)))
}
