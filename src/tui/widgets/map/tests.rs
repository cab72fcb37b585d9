//! The map: every number once, in its province or in the inset, and nothing outside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::reference::provinces;
use crate::tui::headless::lines;
use crate::tui::widgets::canvas::Marks;

const MARKS: &[&str] = &["a", "b", "c", "d", "e", "f", "g", "h"];

fn figures(lang: Lang, factor: u64) -> Vec<Figure> {
    let values: Vec<f64> = (0..25).map(|index| ((index * 7 % 25) * factor + 11) as f64).collect();
    let scale = Scale::of(&values);
    provinces()
        .zip(values)
        .map(|(place, value)| Figure {
            province: place.code.province(),
            name: lang.pick(&place.name_km, &place.name_en).to_owned(),
            label: number(value as u64, lang),
            step: scale.step(value),
            is_small: false,
        })
        .collect()
}

fn drawn(figures: &[Figure], chosen: Option<usize>, columns: u16, rows: u16) -> (Plan, Vec<String>) {
    let plan = Plan::new(figures, chosen, MARKS, columns, rows);
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let theme = Theme::PLAIN;
    let mut marks = Marks::default();
    let mut canvas = Canvas::new(&mut buffer, Rect::new(0, 0, columns, rows), &mut marks);
    draw(&plan, figures, chosen, &mut canvas, Paint::of(theme), theme);
    (plan, lines(&buffer))
}

#[test]
fn every_number_stands_once_in_its_province_or_in_the_inset() {
    for lang in Lang::ALL {
        for (columns, rows) in [(38, 17), (60, 27), (70, 32), (100, 40)] {
            let figures = figures(lang, 20);
            for chosen in [None, Some(11), Some(3)] {
                let (plan, screen) = drawn(&figures, chosen, columns, rows);
                assert!(plan.inset.left_out.is_empty(), "{lang} {columns}x{rows}: {:?}", plan.inset.left_out);
                for figure in &figures {
                    let said: usize = screen
                        .iter()
                        .flat_map(|line| line.split(|letter: char| !letter.is_numeric()))
                        .filter(|word| *word == figure.label)
                        .count();
                    assert_eq!(said, 1, "{lang} {columns}x{rows} {}:\n{}", figure.label, screen.join("\n"));
                }
                for text in plan.placed.iter().filter(|text| text.is_number) {
                    let end = text.x + width(&text.text) as u16;
                    for x in text.x..end {
                        assert_eq!(plan.figure_at(&figures, x, text.y), Some(text.figure));
                    }
                }
            }
        }
    }
}

#[test]
fn the_smallest_provinces_are_read() {
    for lang in Lang::ALL {
        let figures = figures(lang, 20);
        let (_, screen) = drawn(&figures, None, 38, 17);
        let screen = screen.join("\n");
        println!("{screen}");
        for code in [12, 23, 24] {
            let figure = figures.iter().find(|figure| figure.province.number() == code).unwrap();
            assert!(screen.contains(&figure.label), "{}", figure.label);
        }
        assert!(screen.contains(lang.pick("កែប", "Kep")));
    }
}

#[test]
fn any_size_and_any_figures_are_drawn() {
    for (columns, rows) in [(0, 0), (1, 1), (5, 2), (20, 8), (2, 90), (300, 100)] {
        for figures in [figures(Lang::En, 3_000_000), Vec::new()] {
            drawn(&figures, Some(7), columns, rows);
        }
    }
}
