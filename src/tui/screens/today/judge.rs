//! What came of a promise whose date is near or passed: the union says so, from members' word or from the waits since.

use super::Today;
use crate::app::AppError;
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::{date, digits};
use crate::i18n::{Lang, Named, Speak, dates};
use crate::tui::effect::{Effect, Promising, Work};
use crate::tui::layers::{Asking, Item, Menu, Picking, Prompt, Run};
use crate::tui::model::{Cx, Request, Tone, Words};
use crate::tui::words;

/// What may come of it, as it is offered; behind them, another date.
const FATES: [Fate; 4] = [Fate::Kept, Fate::Partly, Fate::Broken, Fate::Withdrawn];

/// Which promise is judged, and how.
#[derive(Debug, Clone, Default)]
pub(super) struct Judging {
    handle: String,
    fate: Option<Fate>,
}

impl Today {
    /// Asks what came of a promise.
    pub fn judge(&mut self, handle: String, cx: &mut Cx<'_>) {
        let said = handle.clone();
        self.judging = Judging { handle, fate: None };
        let labels = FATES.into_iter().map(|fate| Words::new(move |lang| fate.name(lang).to_owned()));
        let labels = labels.chain(std::iter::once(Words::fixed(words::promise_other_date)));
        let item = |(index, label)| Item {
            label,
            note: String::new(),
            found_by: String::new(),
            run: Run::Pick(Picking::Judge, index),
        };
        let title = Words::new(move |lang| words::promise_what_came(lang, &said));
        let menu = Menu::numbered(title, labels.enumerate().map(item).collect(), 0);
        cx.requests.push(Request::Lay(menu));
    }

    /// What came of it was chosen: on what that rests is asked, where it must rest on something.
    pub fn judge_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        self.judging.fate = FATES.get(index).copied();
        let (asking, title, hint): (_, fn(Lang) -> &'static str, fn(Lang) -> &'static str) =
            match self.judging.fate {
                Some(Fate::Withdrawn) => return self.put_judgement(Fate::Withdrawn, None, cx),
                Some(_) => (Asking::MembersWord, words::members_word_title, words::members_word_hint),
                None => (Asking::PromiseDate, words::promise_date_title, words::hint_until),
            };
        let prompt = Prompt::line(asking, Words::fixed(title), Words::fixed(hint), "");
        cx.requests.push(Request::Lay(prompt));
    }

    /// What members say was typed: `7/9`, or nothing, for the waits.
    pub fn told_members(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
        let Some(fate) = self.judging.fate else {
            return Ok(());
        };
        let plain = digits::to_ascii(text.trim());
        let members = if plain.is_empty() {
            None
        } else {
            let read = || {
                let (kept, asked) = plain.split_once('/')?;
                Some(MembersWord { asked: asked.trim().parse().ok()?, kept: kept.trim().parse().ok()? })
            };
            Some(read().ok_or_else(|| Words::fixed(words::members_word_hint))?)
        };
        self.put_judgement(fate, members, cx);
        Ok(())
    }

    fn put_judgement(&self, fate: Fate, members: Option<MembersWord>, cx: &mut Cx<'_>) {
        self.put_promising(Promising::Judge { fate, members }, cx);
    }

    /// Another date was typed.
    pub fn told_promise_date(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
        let typed = dates::typed(text, cx.lang);
        let due = date::parse(&typed).map_err(|error| Words::new(move |lang| error.what(lang)))?;
        self.put_promising(Promising::Move(due), cx);
        Ok(())
    }

    fn put_promising(&self, promising: Promising, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Write(Work::Promise(self.judging.handle.clone(), promising)));
    }

    /// It is on record, or not.
    pub fn promise_answered(&mut self, done: Result<Promising, AppError>, cx: &mut Cx<'_>) {
        match done {
            Ok(Promising::Judge { .. }) => cx.toast(Tone::Good, Words::fixed(words::promise_judged)),
            Ok(Promising::Move(_)) => cx.toast(Tone::Good, Words::fixed(words::promise_moved)),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }
}
