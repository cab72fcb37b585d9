//! Where a case stands: whose turn it is and since when, with whom it was raised and what became of that, what the member
//! was told, and what is to be done next.

use super::page::{Ink, Sheet};
use crate::app::follow::RaisedView;
use crate::domain::case::Case;
use crate::domain::clock::{ASK_AGAIN_AFTER, Due, TRIES};
use crate::domain::column::Column;
use crate::domain::reach::Reach;
use crate::domain::standing::{Answer, Turn};
use crate::domain::submission::State;
use crate::domain::values::Status;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Named, dates, label, rebuttal_question};
use crate::tui::effect::Story;
use crate::tui::theme::{OVERDUE, URGENT};
use crate::tui::words;

/// A label with what stands beside it.
type Pair = (String, String);

impl Sheet {
    /// Status, whose turn it is, what came of it, and what is to be done next.
    pub fn standing(&mut self, story: &Story) {
        let (lang, case) = (self.lang, &story.case);
        self.heading(words::case_next(lang));
        if case.is_urgent() {
            self.text(&format!("{URGENT} {}", urgency(case, lang)), 0, Ink::Error);
        }
        let turn = turn(story, lang);
        let said = match story.follow.since.map(|day| dates::date(day, lang)) {
            Some(since) => format!("{} – {turn} {}", case.status.name(lang), words::since_day(lang, &since)),
            None => format!("{} – {turn}", case.status.name(lang)),
        };
        self.text(&said, 0, Ink::Text);
        for raised in &story.follow.raised {
            self.raised(raised);
        }
        let mut pairs: Vec<Pair> = Vec::new();
        pairs.extend(objections(case, lang));
        pairs.extend(outcomes(case, lang));
        pairs.extend(told(case, lang));
        pairs.extend(demands(story, lang));
        pairs.extend(next(case, lang));
        self.pairs(&pairs);
    }

    /// A party with which it was raised, and below it what it waits for or answered.
    fn raised(&mut self, raised: &RaisedView) {
        let lang = self.lang;
        let how = [raised.name(lang), raised.way.name(lang), &dates::date(raised.on, lang)].join(" · ");
        self.pairs(&[(words::raised_with(lang).to_owned(), how)]);
        let indent = if self.columns < 46 { 1 } else { 3 };
        if let Some((day, outcome)) = raised.answered {
            let text = format!("→ {} ({})", outcome.name(lang), dates::date(day, lang));
            self.text(&text, indent, Ink::Text);
        }
        if let Some(state) = raised.state {
            let (text, is_overdue) = waits(state, lang);
            let text = if is_overdue { format!("{OVERDUE} {text}") } else { format!("→ {text}") };
            self.text(&text, indent, if is_overdue { Ink::Error } else { Ink::Text });
        }
        if let Some(first) = raised.first_due {
            self.text(&words::first_due(lang, &dates::date(first, lang)), indent + 2, Ink::Dim);
        }
        if let Some(until) = raised.regulator_until {
            let text = words::regulator_until(lang, &dates::date(until, lang));
            self.text(&text, indent + 2, Ink::Text);
        }
    }
}

/// Why it comes first.
pub fn urgency(case: &Case, lang: Lang) -> String {
    let marks: Vec<&str> = case.follow.marks.iter().map(|mark| mark.name(lang)).collect();
    if marks.is_empty() {
        words::urgent_by_issue(lang).to_owned()
    } else {
        words::urgent_by(lang, &marks.join(", "))
    }
}

/// What a submission waits for, and whether that is overdue.
fn waits(state: State, lang: Lang) -> (String, bool) {
    let (say, day, due): (fn(Lang, &str, &str) -> String, _, _) = match state {
        State::ToAcknowledge(day, due) => (words::acknowledge_by, day, due),
        State::ToAnswer(day, due) => (words::answer_by, day, due),
        State::Paused(since) => return (words::clock_stands(lang, &dates::date(since, lang)), false),
        State::Answered(day) => return (words::all_answered_on(lang, &dates::date(day, lang)), false),
    };
    let left = match due {
        Due::Overdue(days) => words::days_over(lang, &working_days(days, lang)),
        Due::Soon(0) => words::due_today(lang).to_owned(),
        Due::Soon(days) | Due::Ahead(days) => words::days_left(lang, &working_days(days, lang)),
    };
    (say(lang, &dates::date(day, lang), &left), due.is_overdue())
}

fn working_days(days: u32, lang: Lang) -> String {
    match days {
        1 => words::working_day(lang).to_owned(),
        days => words::working_days(lang, &number(days.into(), lang)),
    }
}

/// Whose turn it is.
fn turn(story: &Story, lang: Lang) -> String {
    match story.follow.turn {
        Turn::Confirm => words::turn_new(lang).to_owned(),
        Turn::Raise => words::turn_confirmed(lang).to_owned(),
        Turn::Party => words::turn_raised(lang).to_owned(),
        Turn::Tell => words::turn_answered(lang).to_owned(),
        Turn::Close => words::turn_close(lang).to_owned(),
        Turn::AskAgain => {
            let from = story.case.follow.closed_on;
            let from = from.and_then(|day| day.checked_add_days(chrono::Days::new(ASK_AGAIN_AFTER)));
            let from = from.map(|day| dates::date(day, lang)).unwrap_or_default();
            words::turn_ask_again(lang, &from)
        }
        Turn::Done => words::turn_over(lang).to_owned(),
    }
}

/// What is known of the objections: only what holds, or could not be found out, is spelt out.
fn objections(case: &Case, lang: Lang) -> Option<Pair> {
    let text = match case.follow.check {
        None if case.status.is_open() => words::not_checked(lang).to_owned(),
        None => return None,
        Some(check) => {
            let found = check.answers().into_iter().enumerate().filter(|(_, answer)| *answer != Answer::No);
            let said = found
                .map(|(index, answer)| format!("{} {}", rebuttal_question(index, lang), answer.name(lang)));
            let said: Vec<String> = said.collect();
            if said.is_empty() { words::none_holds(lang).to_owned() } else { said.join(" · ") }
        }
    };
    Some((words::objections(lang).to_owned(), text))
}

fn outcomes(case: &Case, lang: Lang) -> impl Iterator<Item = Pair> {
    let party = case.party_outcome.map(|outcome| (Column::PartyOutcome, outcome.name(lang)));
    let member = case.member_outcome.map(|outcome| (Column::MemberOutcome, outcome.name(lang)));
    [party, member]
        .into_iter()
        .flatten()
        .map(move |(column, name)| (label(column, lang).to_owned(), name.to_owned()))
}

/// What is on record of telling the member, closing, and asking once more.
fn told(case: &Case, lang: Lang) -> Option<Pair> {
    let follow = &case.follow;
    let day = |day| dates::date(day, lang);
    let mut said = Vec::new();
    let tried = |reach: Reach| {
        let last = reach.tried_on.filter(|_| reach.tries > 0)?;
        let (tries, needed) = (number(reach.tries.into(), lang), number(TRIES.into(), lang));
        Some(words::tried_so_often(lang, &tries, &needed, &day(last)))
    };
    said.extend(follow.reach.told_on.map(|on| words::told_on(lang, &day(on))));
    said.extend(tried(follow.reach));
    if case.status == Status::Answered || !follow.witnesses_reached.is_empty() {
        said.extend(follow.witnesses.iter().filter(|one| one.independent).map(|witness| {
            let reach = follow.reach_of(witness.case);
            let told = reach.told_on.map(|on| words::witness_told(lang, witness.number.as_str(), &day(on)));
            match (told, reach.said) {
                (Some(told), Some(said)) => format!("{told} ({})", said.name(lang)),
                (Some(told), None) => told,
                (None, _) => {
                    let to_tell = words::witness_still_to_tell(lang, witness.number.as_str());
                    [Some(to_tell), tried(reach)].into_iter().flatten().collect::<Vec<_>>().join(", ")
                }
            }
        }));
    }
    said.extend(follow.closed_on.map(|on| words::closed_on(lang, &day(on))));
    said.extend(follow.asked_again_on.map(|on| words::asked_again_on(lang, &day(on))));
    (!said.is_empty()).then(|| (words::case_member(lang).to_owned(), said.join(" · ")))
}

fn demands(story: &Story, lang: Lang) -> Option<Pair> {
    let linked = story.follow.demands.iter().filter(|demand| demand.is_linked);
    let titles: Vec<&str> = linked.map(|demand| demand.title.as_str()).collect();
    (!titles.is_empty()).then(|| (words::label_demands(lang).to_owned(), titles.join(" · ")))
}

fn next(case: &Case, lang: Lang) -> impl Iterator<Item = Pair> {
    let step = match &case.record.next_step {
        Some(step) => match step.on {
            Some(day) => words::by_day(lang, &step.what, &dates::date(day, lang)),
            None => step.what.clone(),
        },
        None => words::no_next_step(lang).to_owned(),
    };
    let assigned = case.record.assigned_to.clone().map(|officer| (Column::AssignedTo, officer));
    let pairs = [Some((Column::NextStep, step)), assigned];
    pairs.into_iter().flatten().map(move |(column, text)| (label(column, lang).to_owned(), text))
}
