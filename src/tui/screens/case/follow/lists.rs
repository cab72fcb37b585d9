//! The lists and lines in which a case is followed up, as they look.

use super::super::CaseScreen;
use crate::domain::draft::Warning;
use crate::domain::party::Party;
use crate::domain::standing::Mark;
use crate::domain::submission::{State, Way};
use crate::domain::values::{Coded, PartyOutcome};
use crate::i18n::Named;
use crate::i18n::Speak;
use crate::i18n::numbers::number;
use crate::tui::action::Say;
use crate::tui::layers::{Asking, FollowAsk, FollowPick, Item, Layer, Menu, Picking, Prompt, Run};
use crate::tui::model::Words;
use crate::tui::words;

impl CaseScreen {
    pub(super) fn check_menu(&self, chosen: Option<usize>) -> Layer {
        let number = self.title();
        // What is known of the contract answers the second question; the officer still does.
        let contract = self.story().and_then(|story| {
            let missing = story.facility.as_deref()?.without_contract_on(story.case.record.visited_on);
            missing.map(Warning::NoContract)
        });
        let title = Words::new(move |lang| {
            let said = words::objections_to(lang, &number);
            contract
                .as_ref()
                .map_or_else(|| said.clone(), |contract| format!("{said} ! {}", contract.what(lang)))
        });
        self.flow.checking.menu(title, Picking::Follow(FollowPick::Check), chosen)
    }

    pub(super) fn mark_menu(&self, chosen: usize) -> Layer {
        let marks = self.story().map(|story| story.case.follow.marks.clone()).unwrap_or_default();
        let label = |mark: &Mark| {
            let (mark, is_set) = (*mark, marks.contains(mark));
            Words::new(move |lang| {
                let meaning = match mark {
                    Mark::Safety => words::mark_safety(lang),
                    Mark::Retaliation => words::mark_retaliation(lang),
                };
                format!("{} {} – {meaning}", tick(is_set), mark.name(lang))
            })
        };
        numbered(Words::fixed(words::mark_title), FollowPick::Mark, Mark::ALL.iter().map(label), chosen)
    }

    /// The known demands, and a new one; where none is known, its title is asked for at once.
    pub(super) fn demand_layer(&self, chosen: usize) -> Layer {
        let demands = self.story().map_or(&[][..], |story| &story.follow.demands);
        if demands.is_empty() {
            return Self::new_demand();
        }
        let known = demands.iter().map(|demand| {
            let text = format!("{} {}", tick(demand.is_linked), demand.title);
            Words::new(move |_| text.clone())
        });
        let labels = known.chain(std::iter::once(Words::fixed(words::new_demand)));
        let items = labels.enumerate().map(|(index, label)| item(FollowPick::Demand, index, label));
        Menu::choice(Words::fixed(words::demand_title), items.collect(), chosen)
    }

    pub(super) fn new_demand() -> Layer {
        let (title, hint) = (Words::fixed(words::new_demand_title), Words::fixed(words::new_demand_hint));
        Prompt::line(Asking::Follow(FollowAsk::DemandTitle), title, hint, "")
    }

    /// With whom the case may be raised: the ladder, the next rung first, then the employer.
    pub(super) fn parties(&self) -> Vec<(Party, Words)> {
        let Some(story) = self.story() else {
            return Vec::new();
        };
        let rungs = story.follow.ladder.iter().map(|rung| {
            let known = rung.party.clone();
            (known.party.clone(), Words::new(move |lang| known.name(lang).to_owned()))
        });
        let employer = story.case.record.employer.clone().map(|name| {
            let said = name.clone();
            (Party::Employer(name), Words::new(move |lang| words::the_employer(lang, &said)))
        });
        rungs.chain(employer).collect()
    }

    /// Whether a party has the case and has not answered.
    pub(super) fn waits_with(&self, party: &Party) -> bool {
        let raised = self.story().map_or(&[][..], |story| &story.follow.raised);
        let has_it = |party: &Party| {
            raised.iter().any(|one| one.state.is_some() && one.party.party.key() == party.key())
        };
        has_it(party)
    }

    pub(super) fn party_menu(&self) -> Layer {
        let number = self.title();
        let title = Words::new(move |lang| words::raise_with_whom(lang, &number));
        let items = self.parties().into_iter().enumerate().map(|(index, (party, name))| {
            let (is_next, waits) = (index == 0, self.waits_with(&party));
            let label = Words::new(move |lang| match (is_next, waits) {
                (_, true) => words::party_has_it(lang, &name.say(lang)),
                (true, false) => words::party_is_next(lang, &name.say(lang)),
                (false, false) => name.say(lang),
            });
            Item { found_by: party.to_string(), ..item(FollowPick::Party, index, label) }
        });
        Menu::choice(title, items.collect(), 0)
    }

    pub(super) fn way_menu() -> Layer {
        let labels = Way::ALL.iter().map(|way| Words::new(move |lang| way.name(lang).to_owned()));
        numbered(Words::fixed(words::raised_how), FollowPick::Way, labels, 0)
    }

    pub(super) fn reply_menu(&self) -> Option<Layer> {
        let waiting = self.story()?.follow.waiting()?;
        let party = waiting.party.clone();
        let title = Words::new(move |lang| words::replied_what(lang, party.name(lang)));
        let outcomes =
            PartyOutcome::ALL.iter().map(|outcome| Words::new(move |lang| outcome.name(lang).to_owned()));
        let is_paused = matches!(waiting.state, Some(State::Paused(_)));
        let others: [Say; 3] = [
            words::reply_interim,
            words::reply_acknowledged,
            if is_paused { words::reply_resume } else { words::reply_pause },
        ];
        Some(numbered(title, FollowPick::Reply, outcomes.chain(others.map(Words::fixed)), 0))
    }

    pub(super) fn scope_menu(&self) -> Option<Layer> {
        let waiting = self.story()?.follow.waiting()?.waiting as u64;
        let case = self.title();
        let this = Words::new(move |lang| words::of_this_case(lang, &case));
        let all = Words::new(move |lang| words::of_all_cases(lang, &number(waiting, lang)));
        Some(numbered(Words::fixed(words::of_which_cases), FollowPick::Scope, [this, all], 0))
    }

    pub(super) fn until_prompt() -> Layer {
        let (title, hint) = (Words::fixed(words::until_title), Words::fixed(words::hint_until));
        Prompt::line(Asking::Follow(FollowAsk::Until), title, hint, "")
    }

    pub(super) fn text_prompt() -> Layer {
        let (title, hint) = (Words::fixed(words::reply_text_title), Words::fixed(words::reply_text_hint));
        Prompt::line(Asking::Follow(FollowAsk::ReplyText), title, hint, "")
    }
}

fn tick(is_set: bool) -> &'static str {
    if is_set { "[✓]" } else { "[ ]" }
}

fn item(pick: FollowPick, index: usize, label: Words) -> Item {
    let run = Run::Pick(Picking::Follow(pick), index);
    Item { label, note: String::new(), found_by: String::new(), run }
}

pub(super) fn numbered(
    title: Words,
    pick: FollowPick,
    labels: impl IntoIterator<Item = Words>,
    chosen: usize,
) -> Layer {
    let items = labels.into_iter().enumerate().map(|(index, label)| item(pick, index, label));
    Menu::numbered(title, items.collect(), chosen)
}
