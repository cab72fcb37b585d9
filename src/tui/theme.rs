//! The styles of all screens: the terminal's own text colour and the sixteen colours that every terminal has, or
//! none. Only scales of many steps, as on the map, use more where there are more.
//!
//! Nothing is told by colour alone: severity has a sign and a word, the selection reverse video and a marker.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Colours, Preferences, Shade};
use crate::domain::values::Severity;

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None are wanted.
    None,
    /// The sixteen of old consoles.
    Sixteen,
    /// The palette of 256.
    TwoFiftySix,
    /// Red, green and blue in 256 steps each.
    True,
}

/// What the terminal's own background is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
}

/// How things look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// How many colours there are.
    pub depth: Depth,
    /// What is behind the letters.
    pub background: Background,
    /// Whether lines and boxes are left out, for screen readers.
    pub plain: bool,
}

impl Theme {
    /// Without colour.
    pub const PLAIN: Self = Self { depth: Depth::None, background: Background::Dark, plain: false };

    /// As the officer prefers, and as the environment describes the terminal where nothing is preferred.
    pub fn choose(preferences: &Preferences, terminal: &Terminal, plain: bool) -> Self {
        let depth = match preferences.colours {
            _ if terminal.no_colour => Depth::None,
            Colours::Auto => terminal.depth(),
            Colours::None => Depth::None,
            Colours::Sixteen => Depth::Sixteen,
            Colours::TwoFiftySix => Depth::TwoFiftySix,
            Colours::True => Depth::True,
        };
        let background = match preferences.background {
            Shade::Auto => terminal.background(),
            Shade::Dark => Background::Dark,
            Shade::Light => Background::Light,
        };
        Self { depth, background, plain }
    }
}

/// What the environment says of the terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terminal {
    /// `NO_COLOR` is set and not empty: it goes before all preferences.
    pub no_colour: bool,
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// `COLORFGBG`: letters and background as numbers of the sixteen colours, `15;0`.
    pub colorfgbg: String,
}

impl Terminal {
    /// What the process's own environment says.
    pub fn of_process() -> Self {
        let said = |name| std::env::var(name).unwrap_or_default();
        Self {
            no_colour: !said("NO_COLOR").is_empty(),
            term: said("TERM"),
            colorterm: said("COLORTERM"),
            colorfgbg: said("COLORFGBG"),
        }
    }

    fn depth(&self) -> Depth {
        if matches!(self.colorterm.as_str(), "truecolor" | "24bit") {
            Depth::True
        } else if self.term.contains("256color") {
            Depth::TwoFiftySix
        } else if self.term == "dumb" {
            Depth::None
        } else {
            Depth::Sixteen
        }
    }

    fn background(&self) -> Background {
        let number = self.colorfgbg.rsplit(';').next().and_then(|number| number.parse::<u8>().ok());
        match number {
            Some(7 | 9..=15) => Background::Light,
            _ => Background::Dark,
        }
    }
}

#[expect(clippy::unused_self, reason = "which styles depend on the theme is the theme's own matter")]
impl Theme {
    fn colour(self, colour: Color) -> Style {
        if self.depth > Depth::None { Style::new().fg(colour) } else { Style::new() }
    }

    /// Plain text.
    pub fn text(self) -> Style {
        Style::new()
    }

    /// What matters less.
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// A heading.
    pub fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The chosen row.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A key in the footer.
    pub fn key(self) -> Style {
        self.colour(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// What is wrong.
    pub fn error(self) -> Style {
        self.colour(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// What went well.
    pub fn good(self) -> Style {
        self.colour(Color::Green).add_modifier(Modifier::BOLD)
    }

    /// What was searched for, where it stands.
    pub fn found(self) -> Style {
        self.colour(Color::Yellow).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
    }

    /// A bar.
    pub fn bar(self) -> Style {
        self.colour(Color::Blue)
    }

    /// A text that can be typed into.
    pub fn input(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// A severity.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Low => self.text(),
            Severity::Medium => self.colour(Color::Yellow),
            Severity::High => self.colour(Color::Red).add_modifier(Modifier::BOLD),
        }
    }
}

/// The sign of a severity. All three are in the fonts of old consoles.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "○",
        Severity::Medium => "●",
        Severity::High => "▲",
    }
}

/// The sign of what comes first: somebody's safety, or retaliation.
pub const URGENT: &str = "!";

/// The sign of what is overdue.
pub const OVERDUE: &str = "■";

/// The sign of what is due, or soon will be.
pub const DUE: &str = "□";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_terminal_unless_the_officer_prefers_others() {
        let mut terminal = Terminal { term: "xterm-256color".into(), ..Terminal::default() };
        let mut preferences = Preferences::default();
        let depth = |terminal: &Terminal, preferences: &Preferences| {
            Theme::choose(preferences, terminal, false).depth
        };
        assert_eq!(depth(&terminal, &preferences), Depth::TwoFiftySix);
        terminal.colorterm = "truecolor".into();
        assert_eq!(depth(&terminal, &preferences), Depth::True);
        preferences.colours = Colours::Sixteen;
        assert_eq!(depth(&terminal, &preferences), Depth::Sixteen);
        terminal.no_colour = true;
        assert_eq!(depth(&terminal, &preferences), Depth::None);
        for (said, background) in
            [("15;0", Background::Dark), ("0;15", Background::Light), ("0;default;15", Background::Light)]
        {
            terminal.colorfgbg = said.into();
            assert_eq!(Theme::choose(&preferences, &terminal, false).background, background);
        }
    }
}
