//! Telling: whom to call, what they said, or that they were not reached. First the member of the case, then whoever
//! complained of the same in a case that was joined into it.

use super::super::CaseScreen;
use super::lists::numbered;
use crate::app::MemberView;
use crate::domain::clock::TRIES;
use crate::domain::number::CaseNumber;
use crate::domain::values::{Coded, MemberOutcome};
use crate::i18n::Named;
use crate::i18n::numbers::number;
use crate::tui::effect::{Deed, Effect, Query};
use crate::tui::layers::{FollowPick, Layer};
use crate::tui::model::{Cx, Request, Words};
use crate::tui::words;

impl CaseScreen {
    /// Whom to call, what they said, or that they were not reached.
    pub(super) fn call_menu(&self, pick: FollowPick) -> Layer {
        let again = pick == FollowPick::AskedAgain;
        let witness = self.flow.witness.clone();
        let tries = self.story().map_or(0, |story| {
            let follow = &story.case.follow;
            let joined = follow.witnesses.iter().find(|one| Some(&one.number) == witness.as_ref());
            match joined {
                _ if again => follow.tries_again,
                Some(joined) => follow.reach_of(joined.case).tries,
                None => follow.reach.tries,
            }
        });
        let outcomes = MemberOutcome::ALL.iter().map(|outcome| {
            Words::new(move |lang| match (again, *outcome) {
                (false, MemberOutcome::NotAsked) => words::told_not_asked(lang).to_owned(),
                (false, outcome) => words::told_and_said(lang, outcome.name(lang)),
                (true, outcome) => outcome.name(lang).to_owned(),
            })
        });
        let not_reached = Words::new(move |lang| {
            words::not_reached(lang, &number(u64::from(tries) + 1, lang), &number(TRIES.into(), lang))
        });
        let labels = std::iter::once(self.whom_to_call()).chain(outcomes).chain([not_reached]);
        let case = self.title();
        let title = Words::new(move |lang| match &witness {
            Some(witness) => words::tell_witness_of(lang, witness.as_str()),
            None if again => words::ask_again_of(lang, &case),
            None => words::tell_of(lang, &case),
        });
        numbered(title, pick, labels, usize::from(self.whom().is_some()))
    }

    /// Who is to be called, where that was asked for.
    fn whom(&self) -> Option<&MemberView> {
        let whom = if self.flow.witness.is_some() { &self.flow.witness_member } else { &self.member };
        whom.as_deref()
    }

    fn whom_to_call(&self) -> Words {
        let has_member = self.flow.witness.is_some() || self.story().is_some_and(|story| story.has_member);
        match self.whom() {
            None if has_member => Words::fixed(words::show_whom_to_call),
            None => Words::fixed(words::member_unknown),
            Some(member) => {
                let (phone, safe) = (member.phone.clone(), member.safe_time.clone());
                Words::new(move |lang| {
                    let phone = phone.as_deref().unwrap_or_else(|| words::no_telephone(lang));
                    let safe = safe.as_deref().unwrap_or_else(|| words::no_safe_time(lang));
                    words::call_so(lang, phone, safe)
                })
            }
        }
    }

    pub(super) fn close_menu(outcome: MemberOutcome) -> Layer {
        let labels = [words::then_close, words::then_go_on].map(Words::fixed);
        let stays_open = usize::from(outcome != MemberOutcome::Solved);
        numbered(Words::fixed(words::then_what), FollowPick::ThenClose, labels, stays_open)
    }

    pub(super) fn call_picked(&mut self, pick: FollowPick, index: usize, cx: &mut Cx<'_>) {
        let Some(outcome) = index.checked_sub(1) else {
            return self.show_whom_to_call(pick, cx);
        };
        match (MemberOutcome::ALL.get(outcome), pick) {
            (None, _) => {
                self.put(Deed::Try(self.flow.witness.clone()), cx);
            }
            (Some(outcome), FollowPick::AskedAgain) => {
                self.put(Deed::AskAgain(*outcome), cx);
            }
            (Some(outcome), _) if self.flow.witness.is_some() || self.has_witness_to_tell() => {
                let (outcome, witness) = (*outcome, self.flow.witness.clone());
                self.put(Deed::Tell { outcome, closes: false, witness }, cx);
            }
            (Some(outcome), _) => {
                self.flow.told = Some(*outcome);
                cx.requests.push(Request::Lay(Self::close_menu(*outcome)));
            }
        }
    }

    /// Who the member is, is shown only where it is asked for: then the list comes again with it.
    fn show_whom_to_call(&mut self, pick: FollowPick, cx: &mut Cx<'_>) {
        if let Some(witness) = self.flow.witness.clone().filter(|_| self.flow.witness_member.is_none()) {
            self.flow.calls = Some(pick);
            cx.effects.push(Effect::Read(Query::Member(witness), self.asked_member.next()));
        } else if self.flow.witness.is_none()
            && self.member.is_none()
            && self.story().is_some_and(|story| story.has_member)
        {
            self.flow.calls = Some(pick);
            self.turn_member(cx);
        } else {
            cx.requests.push(Request::Lay(self.call_menu(pick)));
        }
    }

    /// The member came, or whoever complained in a joined case: of them nothing is shown but in the list.
    pub(in crate::tui::screens::case) fn show_member(&mut self, member: Box<MemberView>, cx: &mut Cx<'_>) {
        if self.flow.witness.is_some() && self.flow.calls.is_some() {
            self.flow.witness_member = Some(member);
        } else {
            self.member = Some(member);
        }
        self.lay_call_again(cx);
    }

    pub(in crate::tui::screens::case) fn hide_witness(&mut self) {
        self.flow.witness_member = None;
    }

    /// The joined case whose teller is to be told next, where the member of this one was.
    pub(super) fn next_to_tell(&self) -> Option<CaseNumber> {
        let follow = &self.story()?.case.follow;
        let next = follow.witnesses_to_tell().next().filter(|_| follow.reach.is_enough());
        next.map(|witness| witness.number.clone())
    }

    fn has_witness_to_tell(&self) -> bool {
        self.story().is_some_and(|story| story.case.follow.witnesses_to_tell().next().is_some())
    }

    fn lay_call_again(&mut self, cx: &mut Cx<'_>) {
        if let Some(pick) = self.flow.calls.take() {
            cx.requests.push(Request::Lay(self.call_menu(pick)));
        }
    }
}
