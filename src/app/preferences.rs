//! What an officer prefers of the screens. Plain data: the settings file holds it, the screens obey it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::{Calendar, Digits, Lang};

/// One of a few values that stand in the settings file as a word.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// All values, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

choice! {
    /// Whether the terminal's background is dark or light.
    Shade {
        /// As the terminal says; dark where it says nothing.
        #[default]
        Auto,
        /// Dark.
        Dark,
        /// Light.
        Light,
    }
}

choice! {
    /// How many colours are used.
    Colours {
        /// As many as the terminal says it has.
        #[default]
        Auto,
        /// None.
        None,
        /// The sixteen of old consoles.
        Sixteen,
        /// The palette of 256.
        TwoFiftySix,
        /// All.
        True,
    }
}

choice! {
    /// How wide the terminal draws Khmer.
    Widths {
        /// As a probe at the start finds.
        #[default]
        Auto,
        /// A column a sign, as most terminals do.
        Sum,
        /// A column or two a cluster.
        Clustered,
    }
}

/// What an officer prefers of the screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// Whether the terminal's background is dark or light.
    pub background: Shade,
    /// How many colours are used.
    pub colours: Colours,
    /// How wide the terminal draws Khmer.
    pub widths: Widths,
    /// The digits that Khmer is written with.
    pub digits: Digits,
    /// What years are counted from.
    pub calendar: Calendar,
    /// Whether the mouse is listened to. The terminal's own selection of text then needs Shift.
    pub mouse: bool,
    /// Whether long texts may be handed to the program that `EDITOR` names: it may leave copies behind.
    pub editor: bool,
    /// By what the list of cases was sorted last: a name that `list --sort` takes.
    pub order: String,
    /// What the map showed last: `cases`, `rate`, `wait`, `open`, or the code of an issue.
    pub measure: String,
    /// Keys for actions, in place of those of the table: `show-cases = ["F6", "x"]`.
    #[serde(skip)]
    pub keys: BTreeMap<String, Vec<String>>,
}

impl Preferences {
    /// The language, written as is preferred.
    pub fn written(&self, lang: Lang) -> Lang {
        lang.with_digits(self.digits).with_calendar(self.calendar)
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            background: Shade::Auto,
            colours: Colours::Auto,
            widths: Widths::Auto,
            digits: Digits::Khmer,
            calendar: Calendar::Gregorian,
            mouse: true,
            editor: false,
            order: "urgent".to_owned(),
            measure: "cases".to_owned(),
            keys: BTreeMap::new(),
        }
    }
}
