//! The styles of all screens: the terminal's own text colour, sixteen colours at most, or none.
//!
//! Nothing is told by colour alone: severity has a sign and a word, the selection reverse video and a marker.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::values::Severity;

/// How things look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Whether there is colour.
    pub colour: bool,
    /// Whether lines and boxes are left out, for screen readers.
    pub plain: bool,
}

#[expect(clippy::unused_self, reason = "which styles depend on the theme is the theme's own matter")]
impl Theme {
    fn colour(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
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
