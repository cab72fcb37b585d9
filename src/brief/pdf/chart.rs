//! Charts on a page, with their captions and notes. How they are drawn is `brief::draw`'s.

use super::flow::Flow;
use super::sheets::{Drawn, Kind, Owner, height};
use super::style::{self, CAPTION, LEFT, NOTE, WIDTH};
use crate::brief::document::Figure;
use crate::brief::draw::{self, Drawing};
use crate::brief::faces::Line;

/// A chart, laid out.
struct Set {
    caption: Vec<Line>,
    drawing: Drawing,
    notes: Vec<Vec<Line>>,
}

impl Set {
    fn of(flow: &mut Flow, figure: &Figure) -> Self {
        let caption = flow.faces.lines(&figure.caption, &CAPTION, Some(WIDTH));
        let drawing = draw::chart(&figure.chart, flow.lang, WIDTH, &mut flow.faces);
        let mut notes = Vec::new();
        for note in &figure.notes {
            notes.push(flow.faces.lines(note, &NOTE, Some(style::MEASURE)));
        }
        Self { caption, drawing, notes }
    }

    /// With its caption and notes.
    fn height(&self) -> f32 {
        let noted: f32 = self.notes.iter().map(|lines| height(lines)).sum();
        height(&self.caption) + 6.0 + self.drawing.height + 6.0 + noted
    }
}

/// How high a chart is with its caption and notes.
pub fn tall(flow: &mut Flow, figure: &Figure) -> f32 {
    Set::of(flow, figure).height()
}

/// Places a chart with its caption and notes, all on one page.
pub fn place(flow: &mut Flow, figure: &Figure) {
    let set = Set::of(flow, figure);
    flow.sheets.need(set.height());
    let group = flow.sheets.node(Kind::Division, None);
    let node = flow.sheets.node(Kind::Paragraph, Some(group));
    flow.sheets.pour(Owner::Node(node), set.caption, LEFT, CAPTION.ink);
    flow.sheets.skip(6.0);
    let (y, tall) = (flow.sheets.y, set.drawing.height);
    let node = flow.sheets.node(Kind::Figure(figure.alternative.clone()), Some(group));
    let drawn = Drawn::Drawing { drawing: set.drawing, x: LEFT, y };
    flow.sheets.place(Owner::Node(node), vec![drawn]);
    flow.sheets.y += tall;
    flow.sheets.skip(6.0);
    for lines in set.notes {
        let node = flow.sheets.node(Kind::Paragraph, Some(group));
        flow.sheets.pour(Owner::Node(node), lines, LEFT, NOTE.ink);
    }
    flow.sheets.skip(12.0);
}
