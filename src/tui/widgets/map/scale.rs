//! The scale of a shaded map: five steps, each with a colour and, where there are few colours or none, a density.
//!
//! The colours are five of viridis, which people with any colour blindness can tell apart and whose lightness grows
//! steadily (Nuñez, Anderton & Renslow, PLOS ONE 13, 2018, compare such scales). The most stands out most: light on a
//! dark screen, dark on a light one.

use ratatui::style::{Color, Style};

use crate::insight::{Class, natural_breaks};
use crate::tui::theme::{Background, Depth, Theme};

/// Steps of the scale.
pub const STEPS: usize = 5;

const TRUE: [(u8, u8, u8); STEPS] =
    [(70, 50, 126), (52, 96, 141), (33, 145, 140), (94, 201, 98), (253, 231, 37)];
const INDEXED: [u8; STEPS] = [54, 24, 30, 71, 220];
const SHADES: [&str; STEPS] = ["·", "░", "▒", "▓", "█"];

/// Which values get which step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scale {
    classes: Vec<Class>,
}

impl Scale {
    /// Of the values that are shown. Nothing at all is no step: it is left blank.
    pub fn of(values: &[f64]) -> Self {
        let some: Vec<f64> = values.iter().copied().filter(|value| *value > 0.0).collect();
        Self { classes: natural_breaks(&some, STEPS) }
    }

    /// The step of a value, from 0; `None` for nothing, and for what is not on the scale.
    pub fn step(&self, value: f64) -> Option<usize> {
        let class = self.classes.iter().position(|class| class.0 <= value && value <= class.1)?;
        Some(self.spread(class))
    }

    /// The steps that occur with their smallest and largest value, lowest first.
    pub fn steps(&self) -> impl Iterator<Item = (usize, Class)> {
        self.classes.iter().enumerate().map(|(class, ends)| (self.spread(class), *ends))
    }

    /// Few classes are spread over the whole scale, so that the most always looks like it.
    fn spread(&self, class: usize) -> usize {
        match self.classes.len() {
            0 | 1 => STEPS - 1,
            count => class * (STEPS - 1) / (count - 1),
        }
    }
}

/// With what a map is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// A colour behind each cell, out of millions.
    True,
    /// A colour behind each cell, out of 256.
    Indexed,
    /// Shades, in a few colours.
    Shades,
    /// Shades alone.
    Bare,
}

/// Ink on a light or dark ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// The ink.
    pub ink: Ink,
    /// Whether the screen is light.
    pub on_light: bool,
}

impl Paint {
    /// What a theme allows.
    pub fn of(theme: Theme) -> Self {
        let ink = match theme.depth {
            Depth::True => Ink::True,
            Depth::TwoFiftySix => Ink::Indexed,
            Depth::Sixteen => Ink::Shades,
            Depth::None => Ink::Bare,
        };
        Self { ink, on_light: theme.background == Background::Light }
    }

    /// Whether steps are told by what stands behind a cell.
    pub fn is_behind(self) -> bool {
        matches!(self.ink, Ink::True | Ink::Indexed)
    }

    /// What an area of that step is filled with.
    pub fn fill(self, step: usize) -> (&'static str, Style) {
        let step = step.min(STEPS - 1);
        let place = if self.on_light { STEPS - 1 - step } else { step };
        let shade = SHADES.get(step).copied().unwrap_or(" ");
        match self.ink {
            Ink::True | Ink::Indexed => (" ", Style::new().bg(self.ground(place)).fg(self.on_ground(place))),
            Ink::Shades => (shade, Style::new().fg(self.few(step))),
            Ink::Bare => (shade, Style::new()),
        }
    }

    /// Borders on a filled area: in the colour of the screen, or, round the chosen province, in that of its text.
    pub fn border(self, is_chosen: bool) -> Style {
        let is_light = self.on_light != is_chosen;
        Style::new().fg(match (self.ink, is_light) {
            (Ink::True, true) => Color::Rgb(255, 255, 255),
            (Ink::True, false) => Color::Rgb(12, 12, 20),
            (Ink::Indexed, true) => Color::Indexed(231),
            (Ink::Indexed, false) => Color::Indexed(16),
            (Ink::Shades | Ink::Bare, _) => Color::Reset,
        })
    }

    fn ground(self, place: usize) -> Color {
        let (red, green, blue) = TRUE.get(place).copied().unwrap_or_default();
        match self.ink {
            Ink::True => Color::Rgb(red, green, blue),
            _ => INDEXED.get(place).map_or(Color::Reset, |index| Color::Indexed(*index)),
        }
    }

    /// Black or white, whichever is read on that colour.
    fn on_ground(self, place: usize) -> Color {
        let is_dark = place < 2;
        match (self.ink, is_dark) {
            (Ink::True, true) => Color::Rgb(255, 255, 255),
            (Ink::True, false) => Color::Rgb(0, 0, 0),
            (_, true) => Color::Indexed(231),
            (_, false) => Color::Indexed(16),
        }
    }

    fn few(self, step: usize) -> Color {
        let [few, some, most] = if self.on_light {
            [Color::Cyan, Color::Blue, Color::Magenta]
        } else {
            [Color::Blue, Color::Cyan, Color::Yellow]
        };
        match step {
            0 | 1 => few,
            2 | 3 => some,
            _ => most,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_step_and_the_most_the_last() {
        let scale = Scale::of(&[510.0, 258.0, 3.0, 4.0, 41.0, 40.0, 90.0, 0.0]);
        assert_eq!(scale.steps().count(), STEPS);
        assert_eq!((scale.step(3.0), scale.step(4.0), scale.step(510.0)), (Some(0), Some(0), Some(4)));
        assert_eq!((scale.step(0.0), scale.step(7_000.0)), (None, None));
        assert_eq!(Scale::of(&[7.0]).step(7.0), Some(4));
        let two = Scale::of(&[1.0, 9.0]);
        assert_eq!((two.step(1.0), two.step(9.0)), (Some(0), Some(4)));
        assert_eq!(Scale::of(&[]).steps().count(), 0);
    }

    /// Relative luminance, WCAG 2.
    fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }

    #[test]
    fn steps_grow_lighter_and_numbers_are_read_on_each() {
        let lights = TRUE.map(luminance);
        assert!(lights.windows(2).all(|pair| pair[1] > pair[0] * 1.3), "{lights:?}");
        for (place, light) in lights.into_iter().enumerate() {
            let contrast = if place < 2 { 1.05 / (light + 0.05) } else { (light + 0.05) / 0.05 };
            assert!(contrast >= 4.5, "{place}: {contrast}");
        }
    }

    #[test]
    fn few_colours_and_none_tell_steps_by_density() {
        for ink in [Ink::Shades, Ink::Bare] {
            let paint = Paint { ink, on_light: false };
            let shades: Vec<_> = (0..STEPS).map(|step| paint.fill(step).0).collect();
            assert_eq!(shades, SHADES);
        }
        let bare = Paint { ink: Ink::Bare, on_light: true };
        assert!((0..STEPS).all(|step| bare.fill(step).1 == Style::new()));
        let light = Paint { ink: Ink::True, on_light: true };
        assert_eq!(light.fill(4).1.bg, Some(Color::Rgb(70, 50, 126)), "the most is dark on a light screen");
    }
}
