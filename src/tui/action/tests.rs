//! The table holds what the house promises of it.

use super::*;
use crate::tui::keymap::Keymap;
use crate::tui::text::width;

#[test]
fn every_action_is_reached_without_letters() {
    for entry in TABLE {
        for context in entry.contexts {
            // What the palette lists is reached by F2, arrows and Enter, where the palette is.
            let has_palette = |entry: &&Entry| entry.action == Action::Palette;
            let by_palette = entry.in_palette
                && TABLE.iter().filter(has_palette).any(|palette| palette.contexts.contains(context));
            let by_key = TABLE
                .iter()
                .filter(|other| other.action == entry.action && other.contexts.contains(context))
                .flat_map(|other| other.keys)
                .any(|key| key.is_on_every_layout());
            let by_choice = matches!((entry.action, context), (Action::Agree, Context::Message));
            let is_for_terminals = entry.action == Action::Suspend;
            assert!(
                by_palette || by_key || by_choice || is_for_terminals,
                "{:?} in {context:?}",
                entry.action
            );
        }
    }
}

#[test]
fn every_context_can_be_left_and_explained() {
    let keymap = Keymap::default();
    for context in Context::ALL {
        let has = |action| keymap.bindings(context).any(|binding| binding.entry.action == action);
        assert!(has(Action::Quit), "{context:?}");
        assert!(has(Action::Language), "{context:?}");
        assert!(has(Action::Help) || has(Action::Close) || has(Action::Decline), "{context:?}");
    }
}

#[test]
fn names_fit_the_footer_in_both_languages() {
    for entry in TABLE {
        for lang in Lang::ALL {
            assert!(width((entry.name)(lang)) <= 16, "{:?}", entry.action);
            assert!(!(entry.doc)(lang).is_empty());
        }
    }
}

#[test]
fn an_action_is_called_as_the_settings_call_it() {
    assert_eq!(Action::ShowCases.id(), "show-cases");
    assert_eq!(Action::Quit.id(), "quit");
}
