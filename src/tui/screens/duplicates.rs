//! Pairs of cases that are likely one: side by side, to be joined or kept apart.

mod draw;
mod rows;

use chrono::{Days, NaiveDate};

use crate::app::duplicates::{Compared, JoinedCases};
use crate::app::{AppError, MemberView};
use crate::domain::case::Case;
use crate::domain::issue::IssueCode;
use crate::domain::number::CaseNumber;
use crate::i18n::Named;
use crate::i18n::numbers::number;
use crate::tui::action::Action;
use crate::tui::effect::{Comparing, Decision, Effect, Generation, Query, Scope, Suspect, Suspects, Work};
use crate::tui::layers::{Message, Question};
use crate::tui::model::{Cx, Request, Screen, Tone, Words, body};
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// Pairs of visits of so many days are looked for unasked.
const RECENT_DAYS: u64 = 90;

/// Pairs of cases that are likely one.
pub struct Duplicates {
    suspects: Option<Suspects>,
    problem: Option<AppError>,
    place: Place,
    /// The members of the chosen pair, once asked for.
    members: Option<Box<[MemberView; 2]>>,
    asked: Generation,
    /// The case that was just logged and may be one with another.
    of: Option<CaseNumber>,
    /// The pair on which a decision is being written, or asked for.
    decided_on: Option<[CaseNumber; 2]>,
    /// Whether a decision is being written.
    is_deciding: bool,
    /// Among which visits pairs are looked for; those of the last days where nobody asked for others.
    scope: Option<Scope>,
    /// How far the comparing of all visits is.
    progress: Option<Compared>,
    /// Whether the book changed since they were looked for.
    is_stale: bool,
    from: Screen,
}

impl Default for Duplicates {
    fn default() -> Self {
        Self {
            suspects: None,
            problem: None,
            place: Place::default(),
            members: None,
            asked: Generation::default(),
            of: None,
            decided_on: None,
            is_deciding: false,
            scope: None,
            progress: None,
            is_stale: false,
            from: Screen::Cases,
        }
    }
}

/// What is compared unasked.
fn recent(today: NaiveDate) -> Scope {
    Scope::Since(today.checked_sub_days(Days::new(RECENT_DAYS)).unwrap_or(today))
}

impl Duplicates {
    /// Looks for pairs: for the screen, and for the count that Today shows.
    pub fn look(&mut self, cx: &mut Cx<'_>) {
        self.is_stale = false;
        let scope = self.scope.unwrap_or_else(|| recent(cx.today));
        cx.effects.push(Effect::Compare(Comparing { scope, of: self.of.clone() }));
    }

    /// The book changed: they are looked for anew where they are seen, else when they are.
    pub fn changed(&mut self, cx: &mut Cx<'_>) {
        self.is_stale = true;
        if matches!(cx.screen, Screen::Today | Screen::Duplicates) {
            self.look(cx);
        }
    }

    /// Today comes to the front.
    pub fn look_if_stale(&mut self, cx: &mut Cx<'_>) {
        if self.is_stale {
            self.look(cx);
        }
    }

    /// The screen comes to the front from another one; `brought` is the row behind which stands what an import brought, where it
    /// is that.
    pub fn came_from(&mut self, before: Screen, brought: Option<i64>) {
        if before != Screen::Duplicates {
            self.from = before;
            self.place = Place::default();
            self.scope = brought.map(Scope::After);
        }
    }

    /// The screen goes: who the members are is hidden again, and only the last days are looked over unasked.
    pub fn left(&mut self) {
        self.members = None;
        self.progress = None;
        self.is_stale |= self.scope.take().is_some();
    }

    /// All visits are looked over, or the last days again.
    fn turn_scope(&mut self, cx: &mut Cx<'_>) {
        self.progress = None;
        self.scope = if self.scope == Some(Scope::All) { None } else { Some(Scope::All) };
        self.look(cx);
    }

    /// How far the comparing of all visits is.
    pub fn is_at(&mut self, compared: Compared) {
        self.progress = Some(compared).filter(|_| self.scope == Some(Scope::All));
    }

    /// A case that was just logged is to stand first.
    pub fn want(&mut self, number: CaseNumber) {
        self.of = Some(number);
    }

    /// How many pairs there are, once known.
    pub fn count(&self) -> usize {
        self.suspects.as_ref().map_or(0, |suspects| suspects.all)
    }

    /// Whether there is a pair that can be decided on now.
    pub fn can_decide(&self) -> bool {
        !self.is_deciding && self.chosen().is_some()
    }

    /// The pair that the marker is on.
    pub fn chosen(&self) -> Option<&Suspect> {
        self.suspects.as_ref()?.pairs.get(self.place.chosen)
    }

    fn shown(&self) -> usize {
        self.suspects.as_ref().map_or(0, |suspects| suspects.pairs.len())
    }

    /// Pairs came.
    pub fn answered(&mut self, found: Result<Suspects, AppError>, cx: &Cx<'_>) {
        self.progress = None;
        let before = self.chosen().map(|pair| pair.numbers().map(Clone::clone));
        match found {
            Ok(suspects) => {
                self.problem = None;
                let is_before = |pair: &Suspect| {
                    before.as_ref().is_some_and(|[one, other]| pair.numbers() == [one, other])
                };
                let row = suspects.pairs.iter().position(is_before);
                // Another pair has other members.
                if row.is_none() {
                    self.members = None;
                }
                self.place.chosen = row.unwrap_or(self.place.chosen);
                self.suspects = Some(suspects);
                self.place.fit(self.shown(), seen(cx.size));
            }
            Err(error) => self.problem = Some(error),
        }
    }

    /// The members of both came.
    pub fn members_answered(
        &mut self,
        generation: Generation,
        members: Result<Box<[MemberView; 2]>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked || cx.screen != Screen::Duplicates {
            return;
        }
        match members {
            Ok(members) => self.members = Some(members),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// It was decided, or could not be.
    pub fn decided(&mut self, done: Result<Option<JoinedCases>, AppError>, cx: &mut Cx<'_>) {
        self.is_deciding = false;
        match done {
            Ok(joined) => {
                self.drop_decided(cx.size);
                cx.toast(
                    Tone::Good,
                    Words::new(move |lang| match &joined {
                        Some(done) if done.is_new_witness => words::joined_with_witness(
                            lang,
                            done.joined.as_str(),
                            done.kept.as_str(),
                            &number(done.witnesses as u64, lang),
                            &format!("{} – {}", done.evidence, done.evidence.name(lang)),
                        ),
                        Some(done) => {
                            let said = if done.is_known_same {
                                words::joined_told_twice
                            } else {
                                words::joined_teller_unknown
                            };
                            said(lang, done.joined.as_str(), done.kept.as_str())
                        }
                        None => words::are_kept_apart(lang).to_owned(),
                    }),
                );
            }
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// The pair is decided on: it goes before the list comes anew.
    fn drop_decided(&mut self, size: (u16, u16)) {
        self.members = None;
        let decided = self.decided_on.take();
        if let Some(suspects) = self.suspects.as_mut() {
            let before = suspects.pairs.len();
            suspects
                .pairs
                .retain(|pair| decided.as_ref().is_none_or(|[one, other]| pair.numbers() != [one, other]));
            suspects.all = suspects.all.saturating_sub(before - suspects.pairs.len());
        }
        self.place.fit(self.shown(), seen(size));
    }

    /// Asks whether the two cases are one: it changes both.
    fn ask_to_join(&mut self, cx: &mut Cx<'_>) {
        let Some(chosen) = self.chosen() else {
            return;
        };
        let pair = chosen.numbers().map(Clone::clone);
        let left = only_in_other(chosen);
        let said = pair.clone();
        self.decided_on = Some(pair);
        let text = Words::new(move |lang| {
            let [kept, other] = &said;
            let question = words::join_question(lang, other.as_str(), kept.as_str());
            if left.is_empty() {
                return question;
            }
            format!("{question} {}", words::would_be_left(lang, other.as_str(), &left))
        });
        cx.requests.push(Request::Lay(Message::ask(Question::JoinCases, words::join_title, text)));
    }

    /// They are one: those that were asked about, whatever the list shows meanwhile.
    pub fn join(&mut self, cx: &mut Cx<'_>) {
        self.write(Decision::Join, cx);
    }

    fn keep_apart(&mut self, cx: &mut Cx<'_>) {
        self.decided_on = self.chosen().map(|pair| pair.numbers().map(Clone::clone));
        self.write(Decision::KeepApart, cx);
    }

    fn write(&mut self, decision: Decision, cx: &mut Cx<'_>) {
        if let Some([kept, other]) = self.decided_on.clone().filter(|_| !self.is_deciding) {
            cx.effects.push(Effect::Write(Work::Decide(decision, kept, other)));
            self.is_deciding = true;
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::JoinCases => self.ask_to_join(cx),
            Action::KeepApart => self.keep_apart(cx),
            Action::CompareAll => self.turn_scope(cx),
            Action::ShowMember => self.show_members(cx),
            Action::Open => {
                let number = self.chosen().map(|pair| pair.kept.case.number.clone());
                cx.requests.extend(number.map(Request::OpenCase));
            }
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.look(cx),
            _ => {
                let count = self.shown();
                if self.place.act(action, count, seen(cx.size)) {
                    self.members = None;
                }
            }
        }
    }

    /// Shows who the members are, or hides them again.
    fn show_members(&mut self, cx: &mut Cx<'_>) {
        if self.members.take().is_some() {
            return;
        }
        let Some([kept, other]) = self.chosen().map(Suspect::numbers) else {
            return;
        };
        let query = Query::Members(kept.clone(), other.clone());
        cx.effects.push(Effect::Read(query, self.asked.next()));
    }

    /// Takes a click: it chooses a pair.
    pub fn clicked(&mut self, hit: Hit, cx: &Cx<'_>) {
        if let Hit::Row(index) = hit {
            if index != self.place.chosen {
                self.members = None;
            }
            self.place.chosen = index;
            self.place.fit(self.shown(), seen(cx.size));
        }
    }
}

/// The codes of the issues that only the newer case tells of.
fn only_in_other(pair: &Suspect) -> String {
    let codes =
        |case: &Case| -> Vec<IssueCode> { case.record.issues.iter().map(|issue| issue.code).collect() };
    let known = codes(&pair.kept.case);
    let only = codes(&pair.other.case).into_iter().filter(|code| !known.contains(code));
    only.map(|code| code.to_string()).collect::<Vec<_>>().join(", ")
}

/// How many pairs are seen at once.
fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(draw::ABOVE)).max(1)
}
