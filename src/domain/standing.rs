//! Where a case stands, whose turn it is, and how far its member was told: what follows from what happened to it.
//!
//! Nothing here is ever chosen: each value is a consequence of entries, in the order of their clocks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::attachment::{Attached, Attachment, Detached};
use super::clock::TRIES;
use super::entry::{Header, Kind};
use super::issue::{Issue, IssueCode};
use super::join::{Joined, KeptApart, Parted, Witnessed};
use super::party::Party;
use super::reach::{Reach, is_zero};
use super::values::{Coded, MemberOutcome, PartyOutcome, Severity, Status, coded};

coded! {
    /// Whose turn it is with a case, and for what.
    Turn, "turn" {
        /// The union's: to confirm it with the member.
        Confirm = "confirm",
        /// The union's: to raise it with a party.
        Raise = "raise",
        /// The party's: to answer.
        Party = "party",
        /// The union's: to tell the member what was answered.
        Tell = "tell",
        /// The union's: to close it, or to raise it with the next party.
        Close = "close",
        /// The union's: to ask the member once more, four weeks after closing.
        AskAgain = "ask-again",
        /// Nobody's.
        Done = "done",
    }
}

coded! {
    /// Why a case comes first everywhere.
    Mark, "mark" {
        /// Somebody's safety is at stake.
        Safety = "safety",
        /// Somebody was punished, or threatened, for complaining.
        Retaliation = "retaliation",
    }
}

coded! {
    /// An answer to a question of the rebuttal check.
    Answer, "answer" {
        /// The objection does not hold.
        No = "no",
        /// It does: the case would be rebutted.
        Yes = "yes",
        /// The officer asked, and it could not be found out.
        Unknown = "unknown",
    }
}

/// What the other side would say first: asked of each case before it is raised (the case of 2019 fell over the first).
/// Each answer says whether the objection holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RebuttalCheck {
    /// It was only a form that was misunderstood.
    pub form: Answer,
    /// The facility has no contract with the fund.
    pub contract: Answer,
    /// Contributions had lapsed.
    pub contributions: Answer,
    /// What was wanted lies outside the package.
    pub package: Answer,
}

impl RebuttalCheck {
    /// The names of the questions, in order.
    pub const QUESTIONS: [&'static str; 4] = ["form", "contract", "contributions", "package"];

    /// All questions answered alike.
    pub fn all(answer: Answer) -> Self {
        Self { form: answer, contract: answer, contributions: answer, package: answer }
    }

    /// The answers in the order of [`RebuttalCheck::QUESTIONS`].
    pub fn answers(self) -> [Answer; 4] {
        [self.form, self.contract, self.contributions, self.package]
    }

    /// The check with these answers.
    pub fn of([form, contract, contributions, package]: [Answer; 4]) -> Self {
        Self { form, contract, contributions, package }
    }

    /// Whether an objection holds.
    pub fn would_be_rebutted(self) -> bool {
        self.answers().contains(&Answer::Yes)
    }
}

/// The body of `marked`: all marks of the case from now on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marked {
    /// Which.
    pub marks: BTreeSet<Mark>,
}

/// The body of `submitted`: of a case that was put in a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// The submission.
    pub submission: Uuid,
    /// To whom.
    pub party: Party,
    /// When.
    pub on: NaiveDate,
}

/// The body of `replied`: what a party's reply means for a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Replied {
    /// To which submission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submission: Option<Uuid>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What the party made of the case.
    pub outcome: Option<PartyOutcome>,
    /// An interim reply: the date moves, the state does not.
    pub interim: bool,
}

/// The body of `member-told`, `member-tried`, `closed` and `asked-again`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What the member says came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<MemberOutcome>,
    /// Who it was, where it was not the member of the case: whoever told of it in this one, which was joined into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<Uuid>,
}

/// The body of `linked`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The demand.
    pub demand: Uuid,
    /// Whether the case belongs to it from now on.
    pub belongs: bool,
}

/// A party with which a case was raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// The submission.
    pub submission: Uuid,
    /// To whom.
    pub party: Party,
    /// When.
    pub on: NaiveDate,
    /// What the party made of it, once it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<PartyOutcome>,
}

/// What followed on a case: the plain value of one to which nothing happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUp {
    /// With whom it was raised, the first submission first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raised: Vec<Raised>,
    /// The rebuttal check, once made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<RebuttalCheck>,
    /// What an officer marked it with.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub marks: BTreeSet<Mark>,
    /// How far the member was told.
    #[serde(flatten)]
    pub reach: Reach,
    /// When the union closed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<NaiveDate>,
    /// Tries to reach the member since, to ask once more.
    #[serde(skip_serializing_if = "is_zero")]
    pub tries_again: u32,
    /// When the member was asked once more after that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_again_on: Option<NaiveDate>,
    /// The demands that it belongs to.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub demands: BTreeSet<Uuid>,
    /// The photos, papers and recordings that were laid to it and not taken away, the first first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// The cases of the same visit that were joined into it, in the order in which they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Witnessed>,
    /// How far those were told who told of it in cases joined into it, by these cases.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub witnesses_reached: BTreeMap<Uuid, Reach>,
    /// The cases into which it was joined: one, unless two books did so without knowing of each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined_into: Vec<Joined>,
    /// The cases that were looked at beside it, and are not the same.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub kept_apart: BTreeSet<Uuid>,
}

impl FollowUp {
    /// Whether nothing happened.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the union may close the case: whoever complained of it was told, or was tried for often enough.
    pub fn may_close(&self) -> bool {
        self.reach.is_enough() && self.witnesses_to_tell().next().is_none()
    }

    /// Those who told of it independently in a case joined into it, and were neither told how it stands nor tried for often
    /// enough: each of them complained, and is owed an answer like the member of the case that was kept.
    pub fn witnesses_to_tell(&self) -> impl Iterator<Item = &Witnessed> {
        self.witnesses.iter().filter(|one| one.independent && !self.reach_of(one.case).is_enough())
    }

    /// How far whoever told of it in a joined case was told.
    pub fn reach_of(&self, joined: Uuid) -> Reach {
        self.witnesses_reached.get(&joined).copied().unwrap_or_default()
    }

    /// Whether the member of the closed case is still to be asked once more.
    fn is_to_be_asked_again(&self) -> bool {
        self.closed_on.is_some() && self.asked_again_on.is_none() && self.tries_again < TRIES
    }

    /// How many people told of it independently of each other: the one who did first, and those of the cases joined into it.
    pub fn witnessed_by(&self) -> usize {
        1 + self.witnesses.iter().filter(|witnessed| witnessed.independent).count()
    }

    /// The newest submission.
    pub fn newest(&self) -> Option<&Raised> {
        self.raised.last()
    }
}

/// Whether a case comes first everywhere: marked, or a high issue of safety.
pub fn is_urgent(follow: &FollowUp, issues: &[Issue]) -> bool {
    let unsafe_issue = |issue: &Issue| issue.code == IssueCode::Safe && issue.severity == Severity::High;
    !follow.marks.is_empty() || issues.iter().any(unsafe_issue)
}

/// Where a case stands: advanced entry by entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its status.
    pub status: Status,
    /// Whether the member confirmed it.
    confirmed: bool,
    /// What the party made of it.
    pub party_outcome: Option<PartyOutcome>,
    /// What the member says.
    pub member_outcome: Option<MemberOutcome>,
    /// What followed.
    pub follow: FollowUp,
}

impl Default for Standing {
    fn default() -> Self {
        Self {
            status: Status::New,
            confirmed: false,
            party_outcome: None,
            member_outcome: None,
            follow: FollowUp::default(),
        }
    }
}

impl Standing {
    /// What an entry makes of it; `body` is what the entry says, where it is here.
    pub fn advance(&mut self, header: &Header, body: Option<&[u8]>) {
        let open = self.status.is_open();
        match header.kind {
            Kind::Confirmed => {
                self.confirmed = true;
                if self.status == Status::New {
                    self.status = Status::Confirmed;
                }
            }
            Kind::Submitted if open => self.submitted(read(body)),
            Kind::Replied if open => self.replied(&read(body).unwrap_or_default()),
            Kind::MemberTold => self.told(&read(body).unwrap_or_default(), header),
            Kind::MemberTried => {
                let tried: Told = read(body).unwrap_or_default();
                if self.status == Status::Closed {
                    self.follow.tries_again += 1;
                } else {
                    self.reach_of(tried.witness).tried(tried.on.or_else(|| header.at.day()));
                }
            }
            Kind::Closed => self.closed(&read(body).unwrap_or_default(), header),
            Kind::AskedAgain => {
                let asked: Told = read(body).unwrap_or_default();
                // Who was not asked said nothing else than before.
                let said = asked.outcome.filter(|outcome| *outcome != MemberOutcome::NotAsked);
                self.member_outcome = said.or(self.member_outcome).or(asked.outcome);
                self.follow.asked_again_on = asked.on.or_else(|| header.at.day());
            }
            Kind::Withdrawn => self.status = Status::Withdrawn,
            Kind::Reopened if !open => self.reopened(),
            Kind::Checked => self.follow.check = read(body).or(self.follow.check),
            Kind::Marked => self.follow.marks = read::<Marked>(body).unwrap_or_default().marks,
            Kind::Attached => {
                if let Some(file) = read::<Attached>(body) {
                    self.follow.attachments.retain(|known| known.file.sha256 != file.sha256);
                    self.follow.attachments.push(Attachment::of(header, file));
                }
            }
            Kind::Detached => {
                if let Some(Detached { sha256 }) = read(body) {
                    self.follow.attachments.retain(|known| known.file.sha256 != sha256);
                }
            }
            Kind::Linked => {
                if let Some(linked) = read(body) {
                    self.linked(&linked);
                }
            }
            Kind::Witnessed => {
                if let Some(witnessed) = read(body) {
                    self.witnessed(witnessed);
                }
            }
            Kind::Parted => {
                if let Some(Parted { case }) = read(body) {
                    self.follow.witnesses.retain(|known| known.case != case);
                    self.follow.witnesses_reached.remove(&case);
                }
            }
            Kind::Joined => self.follow.joined_into.extend(read::<Joined>(body)),
            Kind::KeptApart => self.follow.kept_apart.extend(read(body).map(|KeptApart { other }| other)),
            _ => {}
        }
    }

    fn submitted(&mut self, submitted: Option<Submitted>) {
        self.status = Status::Raised;
        if let Some(Submitted { submission, party, on }) = submitted {
            self.follow.raised.push(Raised { submission, party, on, outcome: None });
        }
    }

    fn replied(&mut self, reply: &Replied) {
        if reply.interim {
            return;
        }
        let raised = &mut self.follow.raised;
        if let Some(raised) = raised.iter_mut().find(|raised| Some(raised.submission) == reply.submission) {
            raised.outcome = reply.outcome;
        }
        // Whoever answers, the member is to be told. What the party made of it is what the one that was asked last of those who
        // answered says: a late answer of a lower rung does not stand above that of a higher one.
        let newest = raised.iter().filter(|raised| raised.outcome.is_some()).max_by_key(|raised| raised.on);
        let outcome = newest.map_or(reply.outcome, |raised| raised.outcome);
        self.status = Status::Answered;
        self.party_outcome = outcome.or(self.party_outcome);
        self.nobody_was_told();
    }

    /// There is something new to tell.
    fn nobody_was_told(&mut self) {
        self.follow.reach = Reach::default();
        self.follow.witnesses_reached.clear();
    }

    /// How far the member was told, or whoever told of the case in a joined one.
    fn reach_of(&mut self, witness: Option<Uuid>) -> &mut Reach {
        match witness {
            Some(case) => self.follow.witnesses_reached.entry(case).or_default(),
            None => &mut self.follow.reach,
        }
    }

    fn told(&mut self, told: &Told, header: &Header) {
        let on = told.on.or_else(|| header.at.day());
        let reach = self.reach_of(told.witness);
        reach.told(on);
        if told.witness.is_some() {
            reach.said = told.outcome.or(reach.said);
        } else {
            self.member_outcome = told.outcome.or(self.member_outcome);
        }
    }

    fn closed(&mut self, closed: &Told, header: &Header) {
        self.member_outcome = closed.outcome.or(self.member_outcome);
        if self.status != Status::Withdrawn {
            self.status = Status::Closed;
            self.follow.closed_on = closed.on.or_else(|| header.at.day());
            self.follow.asked_again_on = None;
        }
    }

    fn reopened(&mut self) {
        let waits = self.follow.raised.iter().any(|raised| raised.outcome.is_none());
        self.status = match (waits, self.confirmed) {
            (true, _) => Status::Raised,
            (false, true) => Status::Confirmed,
            (false, false) => Status::New,
        };
        // What came of it before is in its history; what comes of it now is open.
        (self.party_outcome, self.member_outcome) = (None, None);
        self.nobody_was_told();
        let follow = &mut self.follow;
        follow.tries_again = 0;
        (follow.closed_on, follow.asked_again_on) = (None, None);
    }

    /// A case that two books joined into this one is one witness: the first word on it holds.
    fn witnessed(&mut self, witnessed: Witnessed) {
        if self.follow.witnesses.iter().all(|known| known.case != witnessed.case) {
            self.follow.witnesses.push(witnessed);
        }
    }

    fn linked(&mut self, linked: &Linked) {
        if linked.belongs {
            self.follow.demands.insert(linked.demand);
        } else {
            self.follow.demands.remove(&linked.demand);
        }
    }
}

fn read<T: for<'de> Deserialize<'de>>(body: Option<&[u8]>) -> Option<T> {
    serde_json::from_slice(body?).ok()
}

/// Whose turn it is with a case that stands so.
pub fn turn(status: Status, follow: &FollowUp) -> Turn {
    match status {
        Status::New => Turn::Confirm,
        Status::Confirmed => Turn::Raise,
        Status::Raised => Turn::Party,
        Status::Answered if follow.may_close() => Turn::Close,
        Status::Answered => Turn::Tell,
        Status::Closed if follow.is_to_be_asked_again() => Turn::AskAgain,
        Status::Closed | Status::Withdrawn => Turn::Done,
    }
}

impl Turn {
    /// Whether the union is to do something.
    pub fn is_union_s(self) -> bool {
        !matches!(self, Self::Party | Self::Done)
    }

    /// The words for which `turn:` stands: `union` for all that the union is to do.
    pub fn named(text: &str) -> Result<Vec<Self>, super::values::UnknownCode> {
        if text.trim().eq_ignore_ascii_case("union") {
            return Ok(Self::ALL.iter().copied().filter(|turn| turn.is_union_s()).collect());
        }
        Self::parse(text).map(|turn| vec![turn])
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::number::CaseNumber;
    use crate::domain::observation::tests::entry;

    fn after(happened: &[(Kind, Value)]) -> Standing {
        let mut standing = Standing::default();
        for (seq, (kind, body)) in (1..).zip(happened) {
            let seen = entry(seq, kind.clone(), body);
            standing.advance(&seen.header, seen.body.as_deref());
        }
        standing
    }

    fn submitted(id: u128, party: &str) -> (Kind, Value) {
        (Kind::Submitted, json!({"submission": Uuid::from_u128(id), "party": party, "on": "2026-10-01"}))
    }

    fn replied(id: u128, outcome: &str, interim: bool) -> (Kind, Value) {
        let body = json!({"submission": Uuid::from_u128(id), "on": "2026-10-20", "outcome": outcome, "interim": interim});
        (Kind::Replied, body)
    }

    fn told() -> (Kind, Value) {
        (Kind::MemberTold, json!({"on": "2026-10-21", "outcome": "not-solved"}))
    }

    fn turn_after(happened: &[(Kind, Value)]) -> Turn {
        let standing = after(happened);
        turn(standing.status, &standing.follow)
    }

    #[test]
    fn the_turn_goes_from_hand_to_hand() {
        use Turn::{AskAgain, Close, Confirm, Done, Party, Raise, Tell};
        let confirmed = (Kind::Confirmed, json!({}));
        let closed = (Kind::Closed, json!({"on": "2026-10-22"}));
        let again = (Kind::AskedAgain, json!({"on": "2026-11-20", "outcome": "solved"}));
        let story = [confirmed, submitted(1, "nssf"), replied(1, "not-upheld", false), told(), closed, again];
        let turns: Vec<Turn> = (0..=story.len()).map(|steps| turn_after(&story[..steps])).collect();
        assert_eq!(turns, [Confirm, Raise, Party, Tell, Close, AskAgain, Done]);
        assert_eq!(after(&story).member_outcome, Some(MemberOutcome::Solved));
        assert_eq!(after(&story[..5]).member_outcome, Some(MemberOutcome::NotSolved));
    }

    #[test]
    fn an_interim_reply_moves_nothing_and_any_answer_is_told_to_the_member() {
        let interim = [submitted(1, "nssf-branch:08"), replied(1, "upheld", true)];
        assert_eq!(turn_after(&interim), Turn::Party);
        let late = [submitted(1, "nssf-branch:08"), submitted(2, "nssf"), replied(1, "upheld", false)];
        let standing = after(&late);
        assert_eq!(turn(standing.status, &standing.follow), Turn::Tell);
        assert_eq!(standing.follow.raised[0].outcome, Some(PartyOutcome::Upheld));
        assert_eq!(standing.party_outcome, Some(PartyOutcome::Upheld));
        // The one that was asked on a later day has the word, in whatever order they were entered.
        let on = |id: u128, party: &str, day: &str| {
            (Kind::Submitted, json!({"submission": Uuid::from_u128(id), "party": party, "on": day}))
        };
        let told = [
            on(2, "nssf", "2026-10-10"),
            on(1, "nssf-branch:08", "2026-08-01"),
            replied(2, "partly", false),
            replied(1, "upheld", false),
        ];
        assert_eq!(after(&told).party_outcome, Some(PartyOutcome::Partly));
    }

    #[test]
    fn three_tries_close_as_telling_does_and_a_new_answer_asks_for_it_again() {
        let tried = (Kind::MemberTried, json!({"on": "2026-10-21"}));
        let answered = [submitted(1, "nssf"), replied(1, "partly", false)];
        let with = |tries: usize| [&answered[..], &vec![tried.clone(); tries][..]].concat();
        assert_eq!(turn_after(&with(2)), Turn::Tell);
        assert_eq!(turn_after(&with(3)), Turn::Close);
        let again = [&with(3)[..], &[submitted(2, "ssr"), replied(2, "upheld", false)]].concat();
        assert_eq!(turn_after(&again), Turn::Tell);
        assert_eq!(after(&again).follow.reach.tries, 0);
    }

    #[test]
    fn reopening_a_case_that_a_party_has_not_answered_waits_for_it_again() {
        let withdrawn = [(Kind::Confirmed, json!({})), submitted(1, "nssf"), (Kind::Withdrawn, json!({}))];
        assert_eq!(turn_after(&[&withdrawn[..], &[(Kind::Reopened, json!({}))]].concat()), Turn::Party);
    }

    #[test]
    fn reopening_begins_anew_and_keeps_with_whom_it_was_raised() {
        let reopened = [
            (Kind::Confirmed, json!({})),
            submitted(1, "nssf"),
            replied(1, "no-answer", false),
            told(),
            (Kind::Closed, json!({})),
            (Kind::Reopened, json!({})),
        ];
        let standing = after(&reopened);
        assert_eq!(turn(standing.status, &standing.follow), Turn::Raise);
        assert_eq!(standing.follow.raised.len(), 1);
        assert!(standing.follow.reach.told_on.is_none() && standing.follow.closed_on.is_none());
        assert_eq!((standing.party_outcome, standing.member_outcome), (None, None));
    }

    #[test]
    fn marks_and_high_issues_of_safety_come_first() {
        let issue = |code, severity| Issue::new(code, severity);
        let marked = after(&[(Kind::Marked, json!({"marks": ["retaliation"]}))]).follow;
        assert!(is_urgent(&marked, &[]));
        let taken_off =
            after(&[(Kind::Marked, json!({"marks": ["safety"]})), (Kind::Marked, json!({}))]).follow;
        assert!(!is_urgent(&taken_off, &[issue(IssueCode::Safe, Severity::Medium)]));
        assert!(is_urgent(&taken_off, &[issue(IssueCode::Safe, Severity::High)]));
        assert!(!is_urgent(&taken_off, &[issue(IssueCode::Wait, Severity::High)]));
    }

    #[test]
    fn cases_join_demands_and_leave_them() {
        let linked =
            |belongs: bool| (Kind::Linked, json!({"demand": Uuid::from_u128(7), "belongs": belongs}));
        assert_eq!(after(&[linked(true)]).follow.demands.len(), 1);
        assert!(after(&[linked(true), linked(false)]).follow.is_plain());
    }

    #[test]
    fn a_case_that_is_joined_twice_is_one_witness_and_who_told_twice_is_none() {
        let witnessed = |case: u128, independent: bool| {
            let number = CaseNumber::new(&"KC".parse().unwrap(), case as u64);
            let body = json!({"case": Uuid::from_u128(case), "number": number, "told_by": "witness", "independent": independent});
            (Kind::Witnessed, body)
        };
        assert_eq!(after(&[]).follow.witnessed_by(), 1);
        let follow = after(&[witnessed(2, true), witnessed(2, true), witnessed(3, false)]).follow;
        assert_eq!((follow.witnesses.len(), follow.witnessed_by()), (2, 2));
    }

    #[test]
    fn what_followed_reads_back() {
        let follow = after(&[submitted(1, "facility:H080801"), told()]).follow;
        let json = serde_json::to_string(&follow).unwrap();
        assert_eq!(serde_json::from_str::<FollowUp>(&json).unwrap(), follow);
        assert_eq!(serde_json::to_string(&FollowUp::default()).unwrap(), "{}");
    }

    #[test]
    fn the_turn_is_asked_for_by_its_words() {
        assert_eq!(Turn::named("tell").unwrap(), [Turn::Tell]);
        assert!(!Turn::named("Union").unwrap().contains(&Turn::Party));
        assert!(Turn::named("nobody").is_err());
    }
}
