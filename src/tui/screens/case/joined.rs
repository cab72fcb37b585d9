//! What was told in the cases that were joined into the one that is shown.

use super::page::{Ink, Sheet};
use crate::app::JoinedView;
use crate::domain::values::Coded;
use crate::i18n::{Named, numbers};
use crate::tui::effect::Story;
use crate::tui::theme::sign;
use crate::tui::words;

impl Sheet {
    /// Of each its issues, what was paid, and the story: as of the case itself, without who told it.
    pub fn joined(&mut self, story: &Story) {
        for joined in &story.joined {
            self.heading(&words::told_in_joined(self.lang, &joined.number, joined.told_by.name(self.lang)));
            self.one_joined(joined);
        }
    }

    fn one_joined(&mut self, joined: &JoinedView) {
        let lang = self.lang;
        let mut issues: Vec<_> = joined.issues.iter().collect();
        issues.sort_by_key(|issue| std::cmp::Reverse(issue.severity.position()));
        for issue in issues {
            let head = format!("{} {}", sign(issue.severity), issue.severity.name(lang));
            let name = format!("  {} – {}", issue.code, issue.code.name(lang));
            self.lines.push(vec![(head, Ink::Severity(issue.severity)), (name, Ink::Text)]);
        }
        let riel = (joined.paid.riel > 0).then(|| numbers::riel(joined.paid.riel, lang));
        let dollars = (joined.paid.cents > 0).then(|| numbers::dollars(joined.paid.cents, lang));
        let paid: Vec<String> = riel.into_iter().chain(dollars).collect();
        if !paid.is_empty() {
            self.text(&words::paid_there(lang, &paid.join(" + ")), 0, Ink::Text);
        }
        match &joined.narrative {
            Some(narrative) => self.text(narrative, 0, Ink::Text),
            None if joined.erased => self.text(words::story_erased(lang), 0, Ink::Dim),
            None => self.text(words::no_story(lang), 0, Ink::Dim),
        }
    }
}
