//! What is done to the facility that is looked at: a list of deeds, and the line that each of them asks for.

use super::FacilityScreen;
use crate::app::facilities::{FacilityDeed, FacilityDone};
use crate::domain::date;
use crate::domain::facility::Contract;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Speak, dates};
use crate::tui::effect::{Effect, FacilityWish, Generation, Work};
use crate::tui::layers::{Asking, Item, Layer, Menu, Picking, Prompt, Run};
use crate::tui::model::{Cx, Request, Tone, Words};
use crate::tui::words;

/// What can be done to a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacilityAsk {
    /// Its Khmer name.
    NameKm,
    /// Its Latin name.
    NameEn,
    /// What else it is called.
    Alias,
    /// The day since which it is closed.
    Closed,
    /// The day since which it has no contract.
    ContractEnded,
    /// The day since which it has one.
    ContractSince,
    /// The facility that it is.
    Into,
}

/// The deeds in their order; `None` opens it again, which asks for nothing.
const DEEDS: [Option<FacilityAsk>; 8] = [
    Some(FacilityAsk::NameKm),
    Some(FacilityAsk::NameEn),
    Some(FacilityAsk::Alias),
    Some(FacilityAsk::Closed),
    None,
    Some(FacilityAsk::ContractEnded),
    Some(FacilityAsk::ContractSince),
    Some(FacilityAsk::Into),
];

/// What a deed is called.
fn name(ask: Option<FacilityAsk>) -> fn(Lang) -> &'static str {
    match ask {
        Some(FacilityAsk::NameKm) => words::facility_rename_km,
        Some(FacilityAsk::NameEn) => words::facility_rename_en,
        Some(FacilityAsk::Alias) => words::facility_alias,
        Some(FacilityAsk::Closed) => words::facility_close,
        None => words::facility_reopen,
        Some(FacilityAsk::ContractEnded) => words::facility_contract_ended,
        Some(FacilityAsk::ContractSince) => words::facility_contract_since,
        Some(FacilityAsk::Into) => words::facility_merge,
    }
}

impl FacilityScreen {
    /// The list of what can be done, numbered by its places among all deeds.
    pub fn menu(&self) -> Layer {
        let is_closed = self.facility().is_some_and(|known| known.closed_since.is_some());
        let items = DEEDS.into_iter().enumerate().filter(|(_, ask)| ask.is_some() || is_closed);
        let items = items.map(|(index, ask)| Item {
            label: Words::fixed(name(ask)),
            note: String::new(),
            found_by: String::new(),
            run: Run::Pick(Picking::FacilityDeed, index),
        });
        Menu::choice(Words::fixed(words::case_menu), items.collect(), 0)
    }

    /// A deed was chosen.
    pub fn picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        match DEEDS.get(index).copied() {
            Some(Some(ask)) => self.ask(ask, cx),
            Some(None) => {
                self.put(FacilityWish::Deed(FacilityDeed::Reopen), cx);
            }
            None => {}
        }
    }

    fn ask(&self, ask: FacilityAsk, cx: &mut Cx<'_>) {
        let facility = self.facility();
        let known = |text: fn(&crate::domain::facility::Facility) -> &String| {
            facility.as_deref().map(text).cloned().unwrap_or_default()
        };
        let today = || dates::date(cx.today, cx.lang);
        let (text, hint): (String, fn(Lang) -> &'static str) = match ask {
            FacilityAsk::NameKm => (known(|facility| &facility.name_km), words::facility_name_hint),
            FacilityAsk::NameEn => (known(|facility| &facility.name_en), words::facility_name_hint),
            FacilityAsk::Alias => (String::new(), words::facility_alias_hint),
            FacilityAsk::Into => (String::new(), words::facility_merge_hint),
            FacilityAsk::Closed | FacilityAsk::ContractEnded | FacilityAsk::ContractSince => {
                (today(), words::facility_day_hint)
            }
        };
        let title = Words::fixed(name(Some(ask)));
        cx.requests.push(Request::Lay(Prompt::line(Asking::Facility(ask), title, Words::fixed(hint), &text)));
    }

    /// A line was typed for a deed.
    pub fn told(
        &mut self,
        ask: FacilityAsk,
        text: &str,
        cx: &mut Cx<'_>,
    ) -> Result<Option<Generation>, Words> {
        let day = || {
            let typed = dates::typed(text, cx.lang);
            let day = date::parse(&typed)
                .or_else(|error| date::parse_relative(&typed, cx.today).map_err(|_| error));
            day.map_err(|error| Words::new(move |lang| error.what(lang)))
        };
        let text = text.to_owned();
        let rename = |name_km, name_en| FacilityDeed::Rename { name_km, name_en };
        let wish = match ask {
            FacilityAsk::NameKm => FacilityWish::Deed(rename(text, String::new())),
            FacilityAsk::NameEn => FacilityWish::Deed(rename(String::new(), text)),
            FacilityAsk::Alias => FacilityWish::Deed(FacilityDeed::AddAlias(text)),
            FacilityAsk::Closed => FacilityWish::Deed(FacilityDeed::Close(day()?)),
            FacilityAsk::ContractEnded => FacilityWish::Deed(FacilityDeed::Contract(Contract::Ended(day()?))),
            FacilityAsk::ContractSince => FacilityWish::Deed(FacilityDeed::Contract(Contract::Since(day()?))),
            FacilityAsk::Into => FacilityWish::MergeInto(text),
        };
        Ok(self.put(wish, cx))
    }

    fn put(&mut self, wish: FacilityWish, cx: &mut Cx<'_>) -> Option<Generation> {
        let id = self.id.clone()?;
        let generation = self.deeds.next();
        cx.effects.push(Effect::Write(Work::ToFacility(id, wish, generation)));
        Some(generation)
    }

    /// It is done: what is said of it. After a merge the one that stays is looked at.
    pub fn done(&mut self, done: &FacilityDone, undo_key: String) -> (Tone, Words) {
        if self.id.is_some() {
            self.id = Some(done.facility.id.clone());
        }
        if !done.is_changed {
            return (Tone::Plain, Words::fixed(words::facility_unchanged));
        }
        let (moved, facility) = (done.moved, done.facility.clone());
        let words = Words::new(move |lang| {
            let name = lang.pick(facility.name_km.as_str(), facility.name_en.as_str());
            let said = match moved {
                0 => words::facility_changed(lang, name),
                moved => words::facility_merged(lang, name, &number(moved as u64, lang)),
            };
            words::can_be_undone(lang, &said, &undo_key)
        });
        (Tone::Good, words)
    }
}
