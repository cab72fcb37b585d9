//! A funnel: the share of each group against its number of cases, and how far from the share over all chance alone would
//! bring groups of each size.
//!
//! The limits are drawn half a case beyond those of the statistics, so that no group stands on a line: what is drawn
//! outside is outside. Lines are told apart by their dots, groups by their signs. It is told shares and names, and knows
//! nothing of books.

use ratatui::style::{Modifier, Style};

use super::canvas::{Canvas, Hit};
use super::map::braille;
use crate::insight::{Place, SMALL, limits};
use crate::tui::text::width;
use crate::tui::theme::Theme;

/// Up to so many cases the limits are worked out for each number; between larger ones so many to a doubling.
const EACH: u32 = 100;
const TO_A_DOUBLING: f64 = 6.0;

/// Dots of a cell across and downwards.
const DOTS: (u16, u16) = (2, 4);

/// The heights that the plot may have.
const TOPS: [f64; 7] = [0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0];

/// Round numbers of cases, as they stand on the axis.
const ROUND: [u32; 3] = [1, 2, 5];

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its cases.
    pub cases: u32,
    /// Its share, 0–1.
    pub share: f64,
    /// Where it lies; `None` for one that is too small to be judged, which is not drawn.
    pub place: Option<Place>,
    /// What it is called.
    pub name: String,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
    /// Its row in the ranking.
    pub row: usize,
}

/// The limits around a share for all numbers of cases that occur.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    overall: f64,
    most: u32,
    /// Cases, and the shares of the lower 99.8 %, lower 95 %, upper 95 % and upper 99.8 % limit.
    steps: Vec<(u32, [f64; 4])>,
}

impl Curve {
    /// Around the share over all, up to so many cases.
    pub fn new(overall: f64, most: u32) -> Self {
        let most = most.max(SMALL * 4);
        let mut steps = Vec::new();
        let mut cases = SMALL;
        loop {
            let found = limits(cases, overall);
            let share = |count: f64| count / f64::from(cases);
            let low = |count: u32| share(f64::from(count) - 0.5);
            let high = |count: u32| share(f64::from(count) + 0.5);
            let limits = [low(found.low998), low(found.low95), high(found.high95), high(found.high998)];
            steps.push((cases, limits));
            if cases >= most {
                break;
            }
            let next = f64::from(cases) * 2_f64.powf(1.0 / TO_A_DOUBLING);
            cases = if cases < EACH { cases + 1 } else { (next.ceil() as u32).max(cases + 1) }.min(most);
        }
        Self { overall, most, steps }
    }

    /// The share over all.
    pub fn overall(&self) -> f64 {
        self.overall
    }

    /// The limits for so many cases.
    fn at(&self, cases: f64) -> [f64; 4] {
        let after = self.steps.partition_point(|step| f64::from(step.0) < cases);
        let step = |index: usize| self.steps.get(index).or(self.steps.last());
        let (Some(before), Some(after)) = (step(after.saturating_sub(1)), step(after)) else {
            return [0.0; 4];
        };
        let nearer = (cases - f64::from(before.0)).abs() < (f64::from(after.0) - cases).abs();
        if nearer { before.1 } else { after.1 }
    }
}

/// The sign of a place.
pub fn sign(place: Place) -> &'static str {
    match place {
        Place::Inside => "○",
        Place::Above95 => "△",
        Place::Above998 => "▲",
        Place::Below95 => "▽",
        Place::Below998 => "▼",
    }
}

/// Where what stands on the plot.
struct Frame<'a> {
    curve: &'a Curve,
    /// The share at the upper edge.
    top: f64,
    columns: u16,
    rows: u16,
}

impl Frame<'_> {
    /// The dot of so many cases from the left: each doubling takes the same room.
    fn across(&self, cases: f64) -> f64 {
        let span = (f64::from(self.curve.most) / f64::from(SMALL)).ln();
        (cases / f64::from(SMALL)).ln() / span * f64::from(self.columns * DOTS.0 - 1)
    }

    /// The cases of a dot from the left.
    fn cases(&self, dot: u16) -> f64 {
        let span = (f64::from(self.curve.most) / f64::from(SMALL)).ln();
        f64::from(SMALL) * (f64::from(dot) / f64::from((self.columns * DOTS.0 - 1).max(1)) * span).exp()
    }

    /// The dot of a share from the top; it may lie outside.
    fn down(&self, share: f64) -> f64 {
        (1.0 - share / self.top) * f64::from(self.rows * DOTS.1 - 1)
    }

    /// The cell of a group.
    fn cell(&self, point: &Point) -> (u16, u16) {
        let x = (self.across(point.cases.max(SMALL).into()) / f64::from(DOTS.0)) as u16;
        let y = (self.down(point.share).max(0.0) / f64::from(DOTS.1)) as u16;
        (x.min(self.columns.saturating_sub(1)), y.min(self.rows.saturating_sub(1)))
    }

    /// All dots of the lines: the 99.8 % limits whole, the 95 % ones every other dot, the share over all every fourth.
    fn lines(&self) -> Vec<bool> {
        let (wide, high) = (usize::from(self.columns * DOTS.0), usize::from(self.rows * DOTS.1));
        let mut dots = vec![false; wide * high];
        let mut set = |x: usize, share: f64| {
            let y = self.down(share).round();
            if (0.0..high as f64).contains(&y)
                && let Some(dot) = dots.get_mut(y as usize * wide + x)
            {
                *dot = true;
            }
        };
        for x in 0..wide {
            let [low998, low95, high95, high998] = self.curve.at(self.cases(x as u16).round());
            set(x, low998);
            set(x, high998);
            if x % 3 == 0 {
                set(x, low95);
                set(x, high95);
            }
            if x % 6 == 0 {
                set(x, self.curve.overall);
            }
        }
        dots
    }
}

/// Draws the groups within their limits, with both axes.
pub fn draw(
    points: &[Point],
    curve: &Curve,
    canvas: &mut Canvas<'_>,
    theme: Theme,
    percent: impl Fn(f64) -> String,
    count: impl Fn(u32) -> String,
) {
    let highest = points.iter().filter(|point| point.place.is_some()).map(|point| point.share);
    let highest = highest.fold(curve.overall * 1.5, f64::max);
    let top = TOPS.into_iter().find(|top| *top >= highest).unwrap_or(1.0);
    let ticks = [top, top / 2.0, 0.0];
    let gutter = ticks.iter().map(|tick| width(&percent(*tick))).max().unwrap_or(0) as u16 + 1;
    let (columns, rows) = (canvas.width().saturating_sub(gutter), canvas.height().saturating_sub(1));
    if columns < 8 || rows < 3 {
        return;
    }
    let frame = Frame { curve, top, columns, rows };
    for (tick, y) in ticks.iter().zip([0, rows / 2, rows - 1]) {
        canvas.text_right(0, y, gutter - 1, &percent(*tick), theme.dim());
    }
    draw_cases(&frame, &mut canvas.part(gutter, rows, columns, 1), theme, count);
    let mut plot = canvas.part(gutter, 0, columns, rows);
    let dots = frame.lines();
    let wide = usize::from(columns * DOTS.0);
    for y in 0..rows {
        for x in 0..columns {
            let is_set = |x: usize, y: usize| dots.get(y * wide + x).copied().unwrap_or(false);
            if let Some(letter) = braille(x, y, is_set) {
                plot.text(x, y, letter.encode_utf8(&mut [0; 4]), theme.dim());
            }
        }
    }
    draw_points(&frame, points, &mut plot, theme);
}

/// Round numbers of cases where they belong, as many as there is room for.
fn draw_cases(frame: &Frame<'_>, canvas: &mut Canvas<'_>, theme: Theme, count: impl Fn(u32) -> String) {
    let mut free = 0;
    let powers = (0..9).map(|power| 10_u32.pow(power));
    for cases in powers.flat_map(|power| ROUND.map(|round| round * power)) {
        if cases < SMALL || cases > frame.curve.most {
            continue;
        }
        let said = count(cases);
        let at = (frame.across(cases.into()) / f64::from(DOTS.0)) as u16;
        let x = at.saturating_sub(width(&said) as u16 / 2);
        if x >= free && x + width(&said) as u16 <= canvas.width() {
            free = x + canvas.text(x, 0, &said, theme.dim()) + 1;
        }
    }
}

/// The groups: those inside first, so that those outside and the chosen one lie on top.
fn draw_points(frame: &Frame<'_>, points: &[Point], canvas: &mut Canvas<'_>, theme: Theme) {
    let mut drawn: Vec<(&Point, Place)> =
        points.iter().filter_map(|point| Some((point, point.place?))).collect();
    drawn.sort_by_key(|(point, place)| (point.is_chosen, *place != Place::Inside));
    for (point, place) in &drawn {
        let (x, y) = frame.cell(point);
        let style = match place {
            _ if point.is_chosen => theme.selected().add_modifier(Modifier::BOLD),
            Place::Inside => theme.bar(),
            Place::Above95 | Place::Above998 => theme.error(),
            Place::Below95 | Place::Below998 => theme.good(),
        };
        canvas.text(x, y, sign(*place), style.remove_modifier(Modifier::DIM));
        canvas.zone(x, y, 1, 1, Hit::Place(point.row));
        if point.is_chosen {
            label((x, y), &point.name, canvas, style.remove_modifier(Modifier::DIM));
        }
    }
}

/// The name beside a point, on the side with more room.
fn label((x, y): (u16, u16), name: &str, canvas: &mut Canvas<'_>, style: Style) {
    let said = format!("> {name}");
    let (wanted, right) = (width(&said) as u16, canvas.width().saturating_sub(x + 1));
    if wanted <= right || right >= x {
        canvas.text_in(x + 1, y, right, &said, style);
    } else {
        canvas.text_right(0, y, x, &format!("{said} "), style);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;
    use crate::tui::headless::lines;
    use crate::tui::widgets::canvas::Marks;

    fn point(cases: u32, share: f64, place: Option<Place>, is_chosen: bool) -> Point {
        Point { cases, share, place, name: "Kandal".into(), is_chosen, row: 0 }
    }

    fn drawn(points: &[Point], columns: u16, rows: u16) -> Vec<String> {
        let area = Rect::new(0, 0, columns, rows);
        let (mut buffer, mut marks) = (Buffer::empty(area), Marks::default());
        let most = points.iter().map(|point| point.cases).max().unwrap_or(0);
        let curve = Curve::new(0.2, most);
        let mut canvas = Canvas::new(&mut buffer, area, &mut marks);
        let percent = |share: f64| format!("{:.0}%", share * 100.0);
        draw(points, &curve, &mut canvas, Theme::PLAIN, percent, |count| count.to_string());
        lines(&buffer)
    }

    #[test]
    fn groups_outside_have_other_signs_and_the_chosen_one_its_name() {
        let points = [
            point(100, 0.2, Some(Place::Inside), false),
            point(20, 0.45, Some(Place::Above95), true),
            point(400, 0.5, Some(Place::Above998), false),
            point(3, 1.0, None, false),
        ];
        let lines = drawn(&points, 60, 16);
        let all = lines.join("\n");
        assert!(all.contains("△> Kandal") && all.contains('▲') && all.contains('○'), "{all}");
        assert!(lines[0].starts_with("50%") && lines[14].trim_start().starts_with("0%"), "{all}");
        assert!(lines[15].contains('5') && lines[15].contains("100"), "{all}");
        assert!(!drawn(&points, 7, 3).concat().contains('○'), "no room is no plot");
    }

    #[test]
    fn what_is_outside_the_limits_is_drawn_outside_the_lines() {
        let curve = Curve::new(0.2, 5_000);
        for cases in [5, 17, 60, 99] {
            let [low998, low95, high95, high998] = curve.at(f64::from(cases));
            for severe in 0..=cases {
                let share = f64::from(severe) / f64::from(cases);
                let found = limits(cases, 0.2);
                assert_eq!(share > high95, severe > found.high95);
                assert_eq!(share > high998, severe > found.high998);
                assert_eq!(share < low95, severe < found.low95);
                assert_eq!(share < low998, severe < found.low998);
            }
        }
        assert!(curve.steps.len() < 200, "{}", curve.steps.len());
        assert_eq!(curve.steps.last().map(|step| step.0), Some(5_000));
    }
}
