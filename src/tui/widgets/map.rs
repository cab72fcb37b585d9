//! The map of the provinces: borders in braille, areas shaded by a scale, and the number of each province written.
//!
//! Pure: it is told what each province shows and how much room there is, and draws that. It knows nothing of books,
//! and not what the numbers mean.

mod dots;
mod plan;
mod raster;
mod scale;
mod search;

use ratatui::style::{Modifier, Style};

use super::canvas::Canvas;
use crate::domain::place::Province;
use crate::reference::outlines;
use crate::tui::text::width;
use crate::tui::theme::Theme;

pub use dots::{Dot, draw_dots, sign, sizes};
pub use plan::Plan;
pub use scale::{Paint, Scale};

/// What a province shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Which province.
    pub province: Province,
    /// Its name.
    pub name: String,
    /// Its number as it is written; empty for none.
    pub label: String,
    /// Its step on the scale; `None` leaves it blank.
    pub step: Option<usize>,
    /// Whether the number rests on too few cases to be judged.
    pub is_small: bool,
}

/// The braille letter of the dots of a cell for which `is_set` holds, by their place from the left and from the top of
/// all cells; `None` where there is none.
pub fn braille(column: u16, row: u16, is_set: impl Fn(usize, usize) -> bool) -> Option<char> {
    raster::Raster::braille(column, row, is_set)
}

/// Draws a plan.
pub fn draw(
    plan: &Plan,
    figures: &[Figure],
    chosen: Option<usize>,
    canvas: &mut Canvas<'_>,
    paint: Paint,
    theme: Theme,
) {
    Painter { plan, figures, chosen, paint, theme }.draw(canvas);
}

/// The legend: which values have which step, in as few lines of so many columns as it takes.
pub fn legend(scale: &Scale, columns: u16, say: impl Fn(f64) -> String) -> Vec<Vec<(usize, String)>> {
    let mut lines: Vec<Vec<(usize, String)>> = Vec::new();
    let mut room = 0;
    for (step, (low, high)) in scale.steps() {
        let (low, high) = (say(low), say(high));
        let text = if low == high { low } else { format!("{low}–{high}") };
        let needed = width(&text) + 2;
        match lines.last_mut().filter(|_| needed <= room) {
            Some(line) => line.push((step, text)),
            None => {
                room = usize::from(columns) + 1;
                lines.push(vec![(step, text)]);
            }
        }
        room = room.saturating_sub(needed);
    }
    lines
}

/// Draws a legend.
pub fn draw_legend(legend: &[Vec<(usize, String)>], paint: Paint, canvas: &mut Canvas<'_>) {
    for (y, line) in (0..).zip(legend) {
        let mut x = 0;
        for (step, text) in line {
            let (shade, style) = paint.fill(*step);
            if paint.is_behind() {
                x += canvas.text(x, y, &format!(" {text} "), style);
            } else {
                x += canvas.text(x, y, shade, style);
                x += canvas.text(x, y, text, Style::new()) + 1;
            }
        }
    }
}

struct Painter<'a> {
    plan: &'a Plan,
    figures: &'a [Figure],
    chosen: Option<usize>,
    paint: Paint,
    theme: Theme,
}

impl Painter<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (columns, rows) = self.plan.size;
        for y in 0..rows {
            for x in 0..columns {
                // Under a text nothing is drawn, whose style would show through.
                if !self.plan.is_written(x, y) {
                    self.cell(x, y, canvas);
                }
            }
        }
        for text in &self.plan.placed {
            let style = self.text_style(text.figure, text.is_number);
            let style = self.ground((text.x, text.y)).patch(style);
            canvas.text(text.x, text.y, &text.text, style);
        }
        for aside in &self.plan.inset.asides {
            let Some(figure) = self.figures.get(aside.figure) else {
                continue;
            };
            let is_chosen = self.chosen == Some(aside.figure);
            let mark = Style::new().add_modifier(Modifier::BOLD);
            let on_map = if is_chosen { self.theme.selected() } else { Style::new() };
            let ground = self.step(aside.figure);
            canvas.text(aside.spot.0, aside.spot.1, aside.mark, ground.patch(mark).patch(on_map));
            let (x, y) = aside.at;
            let style = self.text_style(aside.figure, true);
            if is_chosen {
                canvas.text_in(x, y, self.plan.inset.width, &" ".repeat(self.plan.inset.width.into()), style);
            }
            canvas.text(x, y, aside.mark, ground.patch(mark));
            canvas.text(x + 1, y, if is_chosen { ">" } else { " " }, style);
            canvas.text(x + 2, y, &aside.name, style);
            let number = width(&figure.label) as u16;
            canvas.text(x + self.plan.inset.width - number, y, &figure.label, style);
        }
    }

    /// Whether the chosen province's outline is drawn: the same dots from inside, and bold.
    fn chosen_outline(&self) -> Option<u8> {
        let province = self.figures.get(self.chosen?)?.province;
        outlines().iter().position(|outline| outline.province == province).map(|index| index as u8)
    }

    fn figure_of(&self, outline: u8) -> Option<usize> {
        let province = outlines().get(usize::from(outline))?.province;
        self.figures.iter().position(|figure| figure.province == province)
    }

    /// The colours of a figure's step, for what stands in its area.
    fn step(&self, figure: usize) -> Style {
        let step = self.figures.get(figure).and_then(|figure| figure.step);
        match step {
            Some(step) if self.paint.is_behind() => self.paint.fill(step).1,
            _ => Style::new(),
        }
    }

    fn ground(&self, (x, y): (u16, u16)) -> Style {
        let figure = self.plan.raster.cell(x, y).and_then(|outline| self.figure_of(outline));
        figure.map_or_else(Style::new, |figure| self.step(figure))
    }

    fn text_style(&self, figure: usize, is_number: bool) -> Style {
        if self.chosen == Some(figure) && is_number {
            return self.theme.selected().add_modifier(Modifier::BOLD);
        }
        match self.figures.get(figure) {
            Some(figure) if figure.is_small => self.theme.dim(),
            Some(_) if is_number => Style::new().add_modifier(Modifier::BOLD),
            _ => Style::new(),
        }
    }

    /// Whether two provinces of the same shade meet in a cell, so that only a border tells them apart.
    fn needs_border(&self, x: u16, y: u16) -> bool {
        let raster = &self.plan.raster;
        let step = |outline: u8| self.figures.get(self.figure_of(outline)?)?.step;
        let Some(own) = raster.cell(x, y) else {
            return true;
        };
        raster.others(own, x, y).any(|other| step(other) == step(own))
    }

    fn cell(&self, x: u16, y: u16, canvas: &mut Canvas<'_>) {
        let raster = &self.plan.raster;
        let chosen = self.chosen_outline();
        let is_chosen = |x: usize, y: usize| chosen.is_some_and(|chosen| raster.is_edge_of(chosen, x, y));
        let has_chosen = raster::Raster::braille(x, y, is_chosen).is_some();
        let border = raster::Raster::braille(x, y, |x, y| raster.is_border(x, y) || is_chosen(x, y));
        let figure = raster.cell(x, y).and_then(|outline| self.figure_of(outline));
        let fill = figure.and_then(|figure| self.figures.get(figure)?.step).map(|step| self.paint.fill(step));
        let line = if has_chosen { Style::new().add_modifier(Modifier::BOLD) } else { self.theme.dim() };
        match (border, fill) {
            (Some(dots), Some((_, ground))) if self.paint.is_behind() => {
                let line = self.paint.border(has_chosen).patch(if has_chosen { line } else { Style::new() });
                canvas.text(x, y, dots.encode_utf8(&mut [0; 4]), ground.patch(line));
            }
            // What is too little of a cell to be filled would only fray the coast.
            (Some(_), None) if self.paint.is_behind() && !has_chosen && figure.is_none() => {}
            (Some(_), Some((shade, style))) if !has_chosen && !self.needs_border(x, y) => {
                canvas.text(x, y, shade, style);
            }
            (Some(dots), _) => {
                canvas.text(x, y, dots.encode_utf8(&mut [0; 4]), line);
            }
            (None, Some((shade, style))) => {
                canvas.text(x, y, shade, style);
            }
            (None, None) => {}
        }
    }
}

#[cfg(test)]
mod tests;
