//! The last step: these cases are put in a submission, with the document that was written or without one. Which are left
//! out and why is seen before.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Raise, seen};
use crate::app::AppError;
use crate::app::follow::{NewSubmission, Raisable, SubmissionView, WhyNot};
use crate::domain::date;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::standing::RebuttalCheck;
use crate::domain::submission::Way;
use crate::domain::values::Coded;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Named, Speak, dates};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::layers::{Asking, CheckStep, Checking, Picking, Prompt};
use crate::tui::model::{Cx, Model, Request, Tone, Words};
use crate::tui::text::width;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::choices::{self, beside};
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// What is chosen, in the order in which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Way,
    Day,
    About,
    Check,
    Put,
}

const ROWS: [Row; 5] = [Row::Way, Row::Day, Row::About, Row::Check, Row::Put];

/// So many numbers of cases that are left out are told.
const NAMED: usize = 3;

/// What is known of the cases.
#[derive(Default)]
enum Looked {
    /// Nothing was asked since something else was chosen.
    #[default]
    Nothing,
    /// They are being looked at.
    Asked,
    /// Which may be raised, and why others may not.
    At(Box<Raisable>),
    /// Why nothing is known.
    Refused(AppError),
}

/// How cases are put in a submission.
pub(super) struct Submit {
    way: Way,
    /// `None` for today.
    on: Option<NaiveDate>,
    about: String,
    /// What is answered for the cases that were not checked.
    check: Option<RebuttalCheck>,
    checking: Checking,
    /// The document that was written of these cases.
    file: Option<PathBuf>,
    looked: Looked,
    asked: Generation,
    sent: Generation,
    is_sending: bool,
    row: Place,
}

impl Default for Submit {
    fn default() -> Self {
        Self {
            way: Way::Letter,
            on: None,
            about: String::new(),
            check: None,
            checking: Checking::default(),
            file: None,
            looked: Looked::default(),
            asked: Generation::default(),
            sent: Generation::default(),
            is_sending: false,
            row: Place::default(),
        }
    }
}

impl Submit {
    /// Other cases were chosen, or another party: what is known, was answered and was written is of the past.
    pub(super) fn changed(&mut self) {
        self.check = None;
        self.file = None;
        self.unknown();
    }

    /// One comes from elsewhere: nothing was chosen yet.
    pub(super) fn forget(&mut self) {
        let (asked, sent, is_sending) = (self.asked, self.sent, self.is_sending);
        *self = Self { asked, sent, is_sending, ..Self::default() };
        self.unknown();
    }

    /// A document of these cases was written.
    pub(super) fn written(&mut self, file: PathBuf) {
        self.file = Some(file);
    }

    fn unknown(&mut self) {
        self.looked = Looked::Nothing;
        self.asked.next();
    }

    fn raisable(&self) -> Option<&Raisable> {
        match &self.looked {
            Looked::At(raisable) => Some(raisable),
            _ => None,
        }
    }

    /// Those that are put in.
    fn taken(&self) -> Vec<CaseNumber> {
        self.raisable().map_or_else(Vec::new, |all| all.taken().map(|case| case.number.clone()).collect())
    }
}

impl Raise {
    /// The cases that were chosen, of which the party answers for, as a query.
    fn query_of_party(&self, cx: &Cx<'_>) -> String {
        let place = match &self.party {
            Party::Facility(id) | Party::Agent(id) => Some(format!("facility:{id}")),
            party => party.province().map(|province| format!("province:{province}")),
        };
        let terms = [Some(self.query.clone()), place, Some(self.period.query(cx.today))];
        terms.into_iter().flatten().filter(|term| !term.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Looks at the cases, if that was not done.
    pub(super) fn look(&mut self, cx: &mut Cx<'_>) {
        if !matches!(self.submit.looked, Looked::Nothing | Looked::Refused(_)) {
            return;
        }
        self.submit.looked = Looked::Asked;
        let (party, query, check) = (self.party.clone(), self.query_of_party(cx), self.submit.check);
        let generation = self.submit.asked.next();
        cx.effects.push(Effect::Write(Work::LookToRaise { party, query, check, generation }));
    }

    /// They were looked at.
    pub fn looked(&mut self, generation: Generation, looked: Result<Box<Raisable>, AppError>) {
        if generation == self.submit.asked {
            self.submit.looked = match looked {
                Ok(raisable) => Looked::At(raisable),
                Err(error) => Looked::Refused(error),
            };
        }
    }

    pub(super) fn act_submit(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(row) = ROWS.get(self.submit.row.chosen) else {
            return;
        };
        match (action, row) {
            (Action::Open | Action::More, Row::Way) => {
                self.submit.way = beside(Way::ALL, self.submit.way, true);
            }
            (Action::Less, Row::Way) => self.submit.way = beside(Way::ALL, self.submit.way, false),
            (Action::Open | Action::More | Action::Less, Row::Day) => {
                let day = dates::date(self.submit.on.unwrap_or(cx.today), cx.lang);
                let (title, hint) = (Words::fixed(words::raised_on_title), Words::fixed(words::hint_day));
                cx.requests.push(Request::Lay(Prompt::line(Asking::SubmittedOn, title, hint, &day)));
            }
            (Action::Open | Action::More | Action::Less, Row::About) => {
                let title = Words::fixed(words::submit_about);
                let hint = Words::fixed(words::submit_about_doc);
                let prompt = Prompt::line(Asking::SubmittedAbout, title, hint, &self.submit.about);
                cx.requests.push(Request::Lay(prompt));
            }
            (Action::Open | Action::More | Action::Less, Row::Check) => {
                self.submit.checking = Checking::of(self.submit.check);
                self.lay_check(None, cx);
            }
            (Action::Open, Row::Put) => self.put(cx),
            (Action::More | Action::Less, Row::Put) => {}
            _ => {
                self.submit.row.act(action, ROWS.len(), seen(cx.size));
            }
        }
    }

    /// A row was clicked: the first time it is chosen, the second it does what Enter does.
    pub(super) fn click_submit(&mut self, index: usize, cx: &mut Cx<'_>) {
        if index == self.submit.row.chosen {
            self.act_submit(Action::Open, cx);
        } else if index < ROWS.len() {
            self.submit.row.chosen = index;
        }
    }

    fn lay_check(&self, chosen: Option<usize>, cx: &mut Cx<'_>) {
        let title = Words::fixed(words::submit_check_doc);
        cx.requests.push(Request::Lay(self.submit.checking.menu(title, Picking::RaiseCheck, chosen)));
    }

    /// An answer to the objections was chosen.
    pub fn check_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        match self.submit.checking.pick(index) {
            CheckStep::GoesOn(index) => self.lay_check(Some(index), cx),
            CheckStep::NotAll => {
                cx.toast(Tone::Plain, Words::fixed(words::answer_all_four));
                self.lay_check(Some(0), cx);
            }
            CheckStep::Done(check) => {
                self.submit.check = Some(check);
                self.submit.unknown();
                self.look(cx);
            }
        }
    }

    /// The day was typed.
    pub fn told_day(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
        let typed = dates::typed(text, cx.lang);
        let day =
            date::parse(&typed).or_else(|error| date::parse_relative(&typed, cx.today).map_err(|_| error));
        self.submit.on = Some(day.map_err(|error| Words::new(move |lang| error.what(lang)))?);
        Ok(())
    }

    /// What is asked for was typed.
    pub fn told_about(&mut self, text: &str) {
        text.trim().clone_into(&mut self.submit.about);
    }

    /// Puts the cases in a submission.
    fn put(&mut self, cx: &mut Cx<'_>) {
        let cases = self.submit.taken();
        if self.submit.is_sending {
            return;
        }
        if cases.is_empty() {
            return cx.toast(Tone::Plain, Words::fixed(words::submit_nothing));
        }
        self.submit.is_sending = true;
        let about = Some(self.submit.about.clone()).filter(|about| !about.is_empty());
        let new = NewSubmission {
            party: self.party.clone(),
            on: self.submit.on.unwrap_or(cx.today),
            way: self.submit.way,
            cases,
            about,
            demand: None,
            after: None,
            files: Vec::new(),
            check: self.submit.check,
            although_rebutted: false,
        };
        let (file, generation) = (self.submit.file.clone(), self.submit.sent.next());
        cx.effects.push(Effect::Write(Work::Raise { new: Box::new(new), file, generation }));
    }

    /// They are in a submission, or not.
    pub fn was_submitted(
        &mut self,
        generation: Generation,
        made: Result<Box<SubmissionView>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.submit.sent {
            return;
        }
        self.submit.is_sending = false;
        match made {
            Ok(made) => {
                let (name, handle, count) = (made.party_name, made.handle, made.cases as u64);
                cx.toast(
                    Tone::Good,
                    Words::new(move |lang| words::submit_done(lang, &number(count, lang), &name, &handle)),
                );
                self.submit.forget();
                self.look(cx);
            }
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    pub(super) fn draw_submit(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let left = ROWS.iter().map(|row| width(row.label(lang))).max().unwrap_or(0) + 2;
        let columns = canvas.width();
        for (index, row) in ROWS.iter().enumerate() {
            let (label, is_chosen) = (row.label(lang), index == self.submit.row.chosen);
            let value = self.submit_value(*row, model);
            choices::row(canvas, (index as u16, index), (label, left), &value, is_chosen, theme);
        }
        let mut below = canvas.part(2, ROWS.len() as u16 + 1, columns.saturating_sub(4), u16::MAX);
        let mut y = match ROWS.get(self.submit.row.chosen) {
            Some(row) => below.paragraph(0, 0, row.doc(lang), theme.dim()) + 1,
            None => 0,
        };
        match &self.submit.looked {
            Looked::Nothing | Looked::Asked => {
                below.text(0, y, words::submit_looking(lang), theme.dim());
            }
            Looked::Refused(error) => {
                y += below.paragraph(0, y, &format!("! {}", error.what(lang)), theme.error());
                below.paragraph(0, y, &error.hint(lang).unwrap_or_default(), theme.text());
            }
            Looked::At(raisable) => {
                for line in left_out(raisable, lang) {
                    y += below.paragraph(0, y, &line, theme.text());
                }
            }
        }
    }

    fn submit_value(&self, row: Row, model: &Model) -> String {
        let lang = model.lang;
        match row {
            Row::Way => self.submit.way.name(lang).to_owned(),
            Row::Day => dates::date(self.submit.on.unwrap_or(model.today), lang),
            Row::About if self.submit.about.is_empty() => "–".to_owned(),
            Row::About => self.submit.about.clone(),
            Row::Check => match (self.submit.check, self.submit.raisable()) {
                (Some(check), _) if check.would_be_rebutted() => words::submit_some_hold(lang).to_owned(),
                (Some(_), _) => words::submit_none_holds(lang).to_owned(),
                (None, Some(raisable)) => {
                    let unchecked = raisable.left().filter(|(_, why)| *why == WhyNot::Unchecked).count();
                    match unchecked {
                        0 => words::submit_all_checked(lang).to_owned(),
                        some => words::submit_unanswered(lang, &number(some as u64, lang)),
                    }
                }
                (None, None) => "–".to_owned(),
            },
            Row::Put => {
                let count = words::submit_count(lang, &number(self.submit.taken().len() as u64, lang));
                match self.submit.file.as_ref().and_then(|file| file.file_name()) {
                    Some(name) => {
                        format!("{count} · {}", words::submit_with_file(lang, &name.to_string_lossy()))
                    }
                    None => count,
                }
            }
        }
    }
}

impl Row {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Way => words::submit_way(lang),
            Self::Day => words::submit_day(lang),
            Self::About => words::submit_about(lang),
            Self::Check => words::objections(lang),
            Self::Put => words::submit_put(lang),
        }
    }

    fn doc(self, lang: Lang) -> &'static str {
        match self {
            Self::Way => words::submit_way_doc(lang),
            Self::Day => words::submit_day_doc(lang),
            Self::About => words::submit_about_doc(lang),
            Self::Check => words::submit_check_doc(lang),
            Self::Put => words::submit_put_doc(lang),
        }
    }
}

/// Which cases are left out: a line a reason.
fn left_out(raisable: &Raisable, lang: Lang) -> Vec<String> {
    let mut by_reason = BTreeMap::<WhyNot, Vec<&str>>::new();
    for (case, why) in raisable.left() {
        by_reason.entry(why).or_default().push(case.number.as_str());
    }
    let line = |(why, cases): (WhyNot, Vec<&str>)| {
        let mut which = cases.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        if cases.len() > NAMED {
            which.push_str(" …");
        }
        words::submit_left_out(lang, &number(cases.len() as u64, lang), why_not(why, lang), &which)
    };
    by_reason.into_iter().map(line).collect()
}

fn why_not(why: WhyNot, lang: Lang) -> &'static str {
    match why {
        WhyNot::NotOpen => words::left_not_open(lang),
        WhyNot::NoConsent => words::left_no_consent(lang),
        WhyNot::Waiting => words::left_waiting(lang),
        WhyNot::Unchecked => words::left_unchecked(lang),
        WhyNot::Rebutted => words::left_rebutted(lang),
        WhyNot::Praise => words::left_praise(lang),
    }
}
