//! What is done to the case that is read: lists of fields and values, lines to type, questions, and what is said
//! when it is done.

use super::CaseScreen;
use super::fields::{FIELDS, as_day, choices, hint, issues_text};
use crate::app::{Done, MemberView};
use crate::domain::case::{Complaint, Identity, is_masked};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, issue_text};
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::values::{Coded, MemberOutcome, Purpose, Severity};
use crate::i18n::numbers::{digits, minutes, riel};
use crate::i18n::{Lang, Named, dates, field_name, label, question};
use crate::tui::action::Action;
use crate::tui::effect::{Deed, Effect, Generation, Replying, Work};
use crate::tui::layers::{Asking, Item, Layer, Menu, Message, Picking, Prompt, Question, Run};
use crate::tui::model::{Cx, Request, Tone, Words};
use crate::tui::text::truncate;
use crate::tui::theme::sign;
use crate::tui::words;

/// What an officer can do with a case, as the list of actions offers it.
pub const ACTIONS: [Action; 21] = [
    Action::Confirm,
    Action::RaiseCase,
    Action::RecordReply,
    Action::TellMember,
    Action::CloseCase,
    Action::AskAgain,
    Action::CheckObjections,
    Action::MarkCase,
    Action::LinkDemand,
    Action::Consent,
    Action::NextStep,
    Action::Assign,
    Action::Correct,
    Action::ShowMember,
    Action::Withdraw,
    Action::Reopen,
    Action::Attach,
    Action::OpenAttachment,
    Action::RemoveAttachment,
    Action::Erase,
    Action::Undo,
];

impl CaseScreen {
    /// Does what an action says that changes the case.
    pub(super) fn change(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(story) = self.story.as_deref() else {
            return;
        };
        match action {
            Action::Correct => {
                let menu = self.fields_menu(cx.lang);
                cx.requests.push(Request::Lay(menu));
            }
            Action::NextStep => self.ask_for(Column::NextStep, cx),
            Action::Assign => self.ask_for(Column::AssignedTo, cx),
            Action::Consent => {
                self.consent = story.case.record.consent.iter().copied().collect();
                let menu = self.consent_menu(1);
                cx.requests.push(Request::Lay(menu));
            }
            Action::Confirm => {
                self.put(Deed::Confirm, cx);
            }
            Action::Reopen => {
                self.put(Deed::Reopen, cx);
            }
            Action::Withdraw => {
                self.ask(Question::Withdraw, words::withdraw_title, words::withdraw_question, cx);
            }
            Action::Erase => self.ask(Question::Erase, words::erase_title, words::erase_question, cx),
            _ => {}
        }
    }

    pub(super) fn ask(
        &self,
        question: Question,
        title: fn(Lang) -> &'static str,
        text: fn(Lang, &str) -> String,
        cx: &mut Cx<'_>,
    ) {
        let number = self.title();
        let text = Words::new(move |lang| text(lang, &number));
        cx.requests.push(Request::Lay(Message::ask(question, title, text)));
    }

    pub(super) fn title(&self) -> String {
        self.number.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// Has something done to the case.
    pub fn put(&mut self, deed: Deed, cx: &mut Cx<'_>) -> Generation {
        let generation = self.deeds.next();
        if let Some(number) = &self.number {
            cx.effects.push(Effect::Write(Work::Do(number.clone(), deed, generation)));
        }
        generation
    }

    fn fields(&self) -> Vec<Column> {
        let Some(story) = self.story() else {
            return Vec::new();
        };
        let has_cash = story.case.record.issues.iter().any(|issue| issue.code == IssueCode::Cash);
        let may = |column: &Column| match column {
            Column::ClaimedOn | Column::ClaimedRiel => has_cash,
            // Who the member is can be corrected where it is seen.
            column if column.is_identity() => self.member.is_some(),
            column if column.is_erasable() => !story.case.erased,
            _ => true,
        };
        FIELDS.into_iter().filter(may).collect()
    }

    fn fields_menu(&self, lang: Lang) -> Layer {
        let draft = self.draft();
        let item = |(index, column): (usize, Column)| {
            let value = self.value(column, &draft, lang);
            Item {
                label: Words::new(move |lang| match value.as_str() {
                    "" => label(column, lang).to_owned(),
                    value => format!("{}{}{value}", label(column, lang), lang.pick("៖ ", ": ")),
                }),
                note: String::new(),
                found_by: column.code().to_owned(),
                run: Run::Pick(Picking::CaseField, index),
            }
        };
        let items = self.fields().into_iter().enumerate().map(item).collect();
        Menu::choice(Words::fixed(words::correct_title), items, 0)
    }

    /// The texts that would make the case as it stands.
    fn draft(&self) -> Draft {
        let Some(story) = self.story() else {
            return Draft::default();
        };
        let identity = self.member.as_deref().map(identity_of).unwrap_or_default();
        let narrative = story.narrative.clone();
        Draft::of(&Complaint { record: story.case.record.clone(), identity, narrative })
    }

    /// What stands in a field, as it is read.
    fn value(&self, column: Column, draft: &Draft, lang: Lang) -> String {
        let text = draft.get(column);
        if let Some(choices) = choices(column) {
            let chosen = choices.into_iter().find(|(code, _)| code == text && !code.is_empty());
            return chosen.map(|(_, name)| name.say(lang)).unwrap_or_default();
        }
        match column {
            Column::VisitedOn | Column::NextStepOn | Column::ClaimedOn => as_day(text, lang),
            Column::Facility => {
                let facility = self.story().and_then(|story| story.facility.as_deref());
                facility.map_or_else(
                    || text.to_owned(),
                    |facility| lang.pick(&facility.name_km, &facility.name_en).to_owned(),
                )
            }
            Column::Issues => {
                self.story().map(|story| issues_text(&story.case.record.issues, lang)).unwrap_or_default()
            }
            Column::Narrative => truncate(&text.replace('\n', " "), 48).into_owned(),
            Column::WaitedMinutes => text.parse().map(|wait| minutes(wait, lang)).unwrap_or_default(),
            Column::PaidRiel | Column::ClaimedRiel => {
                text.parse().map(|sum| riel(sum, lang)).unwrap_or_default()
            }
            column if column.is_identity() => text.to_owned(),
            _ => digits(text, lang),
        }
    }

    /// Lets the officer give a field another value.
    fn ask_for(&mut self, column: Column, cx: &mut Cx<'_>) {
        self.field = column;
        let draft = self.draft();
        let text = draft.get(column);
        let layer = if let Some(choices) = choices(column) {
            let chosen = choices.iter().position(|(code, _)| code == text).unwrap_or(0);
            let item = |(index, (code, name)): (usize, (String, Words))| Item {
                label: name,
                note: if index == chosen { "✓".to_owned() } else { String::new() },
                found_by: code,
                run: Run::Pick(Picking::CaseValue, index),
            };
            let items = choices.into_iter().enumerate().map(item).collect();
            Menu::choice(Words::new(move |lang| label(column, lang).to_owned()), items, chosen)
        } else if column == Column::Issues {
            self.issues = self.story().map(|story| story.case.record.issues.clone()).unwrap_or_default();
            self.issues_menu(1)
        } else {
            let title = Words::new(move |lang| label(column, lang).to_owned());
            let hint = Words::new(move |lang| hint(column, lang).to_owned());
            let asking = Asking::Field(column);
            match column {
                Column::Narrative => Prompt::story(asking, title, hint, text),
                Column::VisitedOn | Column::NextStepOn | Column::ClaimedOn => {
                    Prompt::line(asking, title, hint, &as_day(text, cx.lang))
                }
                Column::Facility => Prompt::line(asking, title, hint, &self.value(column, &draft, cx.lang)),
                _ => Prompt::line(asking, title, hint, text),
            }
        };
        cx.requests.push(Request::Lay(layer));
    }

    fn consent_menu(&self, chosen: usize) -> Layer {
        let number = self.title();
        let mut items = vec![save_item(words::save_consent, Picking::CaseConsent)];
        for (index, &purpose) in Purpose::ALL.iter().enumerate() {
            let is_given = self.consent.contains(&purpose);
            let label = Words::new(move |lang| {
                let mark = if is_given { "[✓]" } else { "[ ]" };
                format!("{mark} {} – {}", purpose.name(lang), question(purpose, lang))
            });
            let run = Run::Pick(Picking::CaseConsent, index + 1);
            items.push(Item { label, note: String::new(), found_by: purpose.code().to_owned(), run });
        }
        Menu::choice(Words::new(move |lang| words::consent_of(lang, &number)), items, chosen)
    }

    fn issues_menu(&self, chosen: usize) -> Layer {
        let number = self.title();
        let mut items = vec![save_item(words::save_issues, Picking::CaseIssues)];
        for (index, &code) in IssueCode::ALL.iter().enumerate() {
            let severity = self.issues.iter().find(|issue| issue.code == code).map(|issue| issue.severity);
            let label = Words::new(move |lang| {
                let mark = severity.map_or_else(
                    || "–".to_owned(),
                    |severity| format!("{} {}", sign(severity), severity.name(lang)),
                );
                format!("{mark} · {code} – {}", code.name(lang))
            });
            let run = Run::Pick(Picking::CaseIssues, index + 1);
            items.push(Item { label, note: String::new(), found_by: code.to_string(), run });
        }
        Menu::choice(Words::new(move |lang| words::issues_of(lang, &number)), items, chosen)
    }

    /// Something was chosen from a list that this screen laid on top.
    pub fn picked(&mut self, picking: Picking, index: usize, cx: &mut Cx<'_>) {
        match picking {
            Picking::CaseField => {
                if let Some(column) = self.fields().get(index) {
                    self.ask_for(*column, cx);
                }
            }
            Picking::CaseValue => {
                let choice = choices(self.field).and_then(|choices| choices.into_iter().nth(index));
                if let Some((code, _)) = choice {
                    self.put(Deed::Correct(vec![(self.field, code)]), cx);
                }
            }
            Picking::CaseConsent => match index.checked_sub(1).and_then(|place| Purpose::ALL.get(place)) {
                Some(purpose) => {
                    turn(&mut self.consent, *purpose);
                    let menu = self.consent_menu(index);
                    cx.requests.push(Request::Lay(menu));
                }
                None => {
                    self.put(Deed::Consent(self.consent.clone()), cx);
                }
            },
            Picking::CaseIssues => match index.checked_sub(1).and_then(|place| IssueCode::ALL.get(place)) {
                Some(code) => {
                    next_severity(&mut self.issues, *code);
                    let menu = self.issues_menu(index);
                    cx.requests.push(Request::Lay(menu));
                }
                None => self.save_issues(cx),
            },
            Picking::SortCases
            | Picking::Measure
            | Picking::Period
            | Picking::FacilityDeed
            | Picking::OpenAttachment
            | Picking::RemoveAttachment
            | Picking::RaiseParty
            | Picking::TableColumn
            | Picking::TableFacility
            | Picking::TableWord
            | Picking::TableDates
            | Picking::RaiseCheck
            | Picking::Follow(_)
            | Picking::SheetParty
            | Picking::AddedParty
            | Picking::ProcessPeriod => {}
        }
    }

    fn save_issues(&mut self, cx: &mut Cx<'_>) {
        if self.issues.is_empty() {
            cx.toast(Tone::Bad, Words::fixed(words::no_issue_left));
            return cx.requests.push(Request::Lay(self.issues_menu(1)));
        }
        let text = self.issues.iter().map(issue_text).collect::<Vec<_>>().join(";");
        let mut changes = vec![(Column::Issues, text)];
        if !self.issues.iter().any(|issue| issue.code == IssueCode::Cash) {
            // They belong to that issue alone.
            changes.extend([Column::ClaimedOn, Column::ClaimedRiel].map(|column| (column, String::new())));
        }
        self.put(Deed::Correct(changes), cx);
    }

    /// A text was typed that this screen asked for; which deed is done with it, if any.
    pub fn told(&mut self, column: Column, text: &str, cx: &mut Cx<'_>) -> Option<Generation> {
        if column == Column::MemberNssfNumber && is_masked(text) {
            return None;
        }
        let text = match column {
            Column::VisitedOn | Column::NextStepOn | Column::ClaimedOn => {
                dates::typed(text, cx.lang).into_owned()
            }
            _ => text.to_owned(),
        };
        Some(self.put(Deed::Correct(vec![(column, text)]), cx))
    }
}

fn save_item(label: fn(Lang) -> &'static str, picking: Picking) -> Item {
    Item {
        label: Words::fixed(label),
        note: String::new(),
        found_by: String::new(),
        run: Run::Pick(picking, 0),
    }
}

fn turn(purposes: &mut Vec<Purpose>, purpose: Purpose) {
    match purposes.iter().position(|known| *known == purpose) {
        Some(place) => {
            purposes.remove(place);
        }
        None => purposes.push(purpose),
    }
}

/// None, low, medium, high, none.
fn next_severity(issues: &mut Vec<Issue>, code: IssueCode) {
    let Some(place) = issues.iter().position(|issue| issue.code == code) else {
        return issues.push(Issue::new(code, Severity::Low));
    };
    match issues.get_mut(place) {
        Some(issue) if issue.severity == Severity::Low => issue.severity = Severity::Medium,
        Some(issue) if issue.severity == Severity::Medium => issue.severity = Severity::High,
        _ => {
            issues.remove(place);
        }
    }
}

fn identity_of(member: &MemberView) -> Identity {
    let MemberView { name, phone, nssf_number, address, employee_number, safe_time } = member.clone();
    Identity { name, phone, nssf_number, address, employee_number, safe_time, row_digest: None }
}

/// What is said when something was done.
pub fn said(deed: &Deed, done: Done, undo_key: String) -> (Tone, Words) {
    if done.changed.is_empty() {
        return (Tone::Plain, Words::new(move |lang| words::done_nothing(lang, done.number.as_str())));
    }
    // What is said is held to be read again, so it holds no more than it says: no names, no numbers to call.
    let Done { number, changed, .. } = done;
    let say = match deed {
        Deed::Correct(_) => {
            let words = Words::new(move |lang| {
                let fields: Vec<String> = changed.iter().map(|field| field_name(field, lang)).collect();
                let what = words::done_corrected(lang, number.as_str(), &fields.join(", "));
                words::can_be_undone(lang, &what, &undo_key)
            });
            return (Tone::Good, words);
        }
        Deed::Erase => {
            return (Tone::Good, Words::new(move |lang| words::done_erased(lang, number.as_str())));
        }
        Deed::Consent(_) => words::done_consent,
        Deed::Confirm => words::done_confirmed,
        Deed::Withdraw => words::done_withdrawn,
        Deed::Reopen => words::done_reopened,
        Deed::Check(_) => words::done_checked,
        Deed::Attach(_) => words::done_attached,
        Deed::Detach(_) => words::done_detached,
        Deed::Mark(_) => words::done_marked,
        Deed::Link(_) => words::done_linked,
        Deed::Unlink(_) => words::done_unlinked,
        Deed::Raise(_) => words::done_raised,
        Deed::Reply(_, Replying::Answer { .. }) => words::done_replied,
        Deed::Reply(_, Replying::Interim { .. }) => words::done_moved,
        Deed::Reply(_, Replying::Acknowledge(_)) => words::done_acknowledged,
        Deed::Reply(_, Replying::Pause(_)) => words::done_paused,
        Deed::Reply(_, Replying::Resume(_)) => words::done_resumed,
        Deed::Tell { closes: true, .. } => words::done_told_and_closed,
        Deed::Tell { .. } => words::done_told,
        Deed::Try(_) => words::done_tried,
        Deed::Close => words::done_closed,
        Deed::AskAgain(MemberOutcome::NotSolved) => words::done_asked_not_solved,
        Deed::AskAgain(_) => words::done_asked_again,
    };
    let words = Words::new(move |lang| words::can_be_undone(lang, &say(lang, number.as_str()), &undo_key));
    (Tone::Good, words)
}
