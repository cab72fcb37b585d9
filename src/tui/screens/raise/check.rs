//! The second step: what the document would give away. Each story that it tells, with what is suspected in it: struck
//! until the officer keeps it.

use super::{Known, Raise, seen};
use crate::app::brief::{Prepared, PreparedStory, Suspicion};
use crate::i18n::numbers::{self, number};
use crate::i18n::{Lang, Named, dates};
use crate::tui::action::Action;
use crate::tui::model::{Cx, Model};
use crate::tui::screens::cases::draw::Line;
use crate::tui::text::wrap;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// How many of the members named stand here; all of them stand in the document.
const NAMES: usize = 6;

/// What can be changed of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// Whether it is told.
    Story(usize),
    /// Whether one of its suspicions is struck.
    Suspicion(usize, usize),
}

/// Where the marker stands, and from which row on the page is seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marker {
    /// Among the rows that can be changed.
    chosen: usize,
    top: usize,
}

/// A row of the page, with what it changes.
struct Row {
    line: Line,
    target: Option<Target>,
}

impl Raise {
    pub(super) fn check(&mut self, action: Action, cx: &Cx<'_>) {
        let Known::Prepared(prepared) = &mut self.known else {
            return;
        };
        let targets = targets(prepared);
        let page = seen(cx.size);
        match action {
            Action::Open | Action::More | Action::Less => {
                if let Some(target) = targets.get(self.checked.chosen) {
                    turn(prepared, *target);
                }
            }
            Action::Up => self.checked.chosen = self.checked.chosen.saturating_sub(1),
            Action::Down => self.checked.chosen += 1,
            Action::First => self.checked = Marker::default(),
            Action::Last => self.checked.chosen = usize::MAX,
            Action::PageUp => self.checked.chosen = self.checked.chosen.saturating_sub(4),
            Action::PageDown => self.checked.chosen = self.checked.chosen.saturating_add(4),
            _ => {}
        }
        self.checked.chosen = self.checked.chosen.min(targets.len().saturating_sub(1));
        let rows = rows(prepared, cx.lang, Theme::PLAIN, usize::from(cx.size.0.saturating_sub(4)));
        self.checked.fit(&rows, targets.get(self.checked.chosen).copied(), page);
    }

    /// A row was clicked: the first time it is chosen, the second it changes.
    pub(super) fn click_check(&mut self, index: usize) {
        let Known::Prepared(prepared) = &mut self.known else {
            return;
        };
        match targets(prepared).get(index) {
            Some(target) if index == self.checked.chosen => turn(prepared, *target),
            Some(_) => self.checked.chosen = index,
            None => {}
        }
    }

    pub(super) fn draw_check(&self, prepared: &Prepared, model: &Model, canvas: &mut Canvas<'_>) {
        let theme = model.theme;
        let columns = canvas.width();
        let rows = rows(prepared, model.lang, theme, usize::from(columns.saturating_sub(4)));
        let targets = targets(prepared);
        let chosen = targets.get(self.checked.chosen);
        let mut marker = self.checked;
        marker.fit(&rows, chosen.copied(), usize::from(canvas.height()));
        for (y, row) in (0..canvas.height()).zip(rows.iter().skip(marker.top)) {
            let pieces: Vec<_> = row.line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
            canvas.pieces(2, y, &pieces);
            let Some(target) = row.target else {
                continue;
            };
            if let Some(index) = targets.iter().position(|known| *known == target) {
                canvas.zone(0, y, columns, 1, Hit::Row(index));
            }
            if chosen == Some(&target) {
                canvas.text(0, y, ">", theme.text());
                canvas.style_row(y, theme.selected());
                if theme.plain {
                    canvas.set_cursor(0, y);
                }
            }
        }
        if rows.len() > marker.top + usize::from(canvas.height()) {
            canvas.text_right(0, canvas.height().saturating_sub(1), columns, "↓", theme.key());
        }
    }
}

impl Marker {
    /// Keeps the chosen row in sight; with the first of them, all that stands above it.
    fn fit(&mut self, rows: &[Row], chosen: Option<Target>, seen: usize) {
        let at = rows.iter().position(|row| row.target.is_some() && row.target == chosen).unwrap_or(0);
        let first = rows.iter().position(|row| row.target.is_some());
        if Some(at) == first && at < seen {
            self.top = 0;
        }
        self.top = self.top.min(at).min(rows.len().saturating_sub(seen));
        if at >= self.top + seen {
            self.top = at + 1 - seen;
        }
    }
}

fn turn(prepared: &mut Prepared, target: Target) {
    match target {
        Target::Story(story) => {
            let is_told = prepared.stories().get(story).is_some_and(|story| story.is_told);
            prepared.tell(story, !is_told);
        }
        Target::Suspicion(story, suspicion) => {
            let known = prepared.stories().get(story).and_then(|story| story.suspicions.get(suspicion));
            let is_struck = known.is_some_and(|suspicion| suspicion.is_struck);
            prepared.strike(story, suspicion, !is_struck);
        }
    }
}

/// All that can be changed, from above to below.
fn targets(prepared: &Prepared) -> Vec<Target> {
    let of_story = |(index, story): (usize, &PreparedStory)| {
        let suspicions = if story.is_told { story.suspicions.len() } else { 0 };
        let suspicions = (0..suspicions).map(move |suspicion| Target::Suspicion(index, suspicion));
        std::iter::once(Target::Story(index)).chain(suspicions)
    };
    prepared.stories().iter().enumerate().flat_map(of_story).collect()
}

fn rows(prepared: &Prepared, lang: Lang, theme: Theme, columns: usize) -> Vec<Row> {
    let mut page = Page { rows: Vec::new(), lang, theme, columns: columns.max(8) };
    for warning in prepared.warnings() {
        page.told(&format!("! {}", warning.said(lang)), theme.error());
    }
    page.told(&words::raise_counted(lang, &numbers::cases(prepared.cases().into(), lang)), theme.text());
    let named = prepared.named();
    if !named.is_empty() {
        let first = named.iter().take(NAMES).map(|(called, name)| format!("{name} ({called})"));
        let first = first.chain((named.len() > NAMES).then(|| "…".to_owned())).collect::<Vec<_>>();
        let count = number(named.len() as u64, lang);
        page.told(&words::raise_named(lang, &count, &first.join(", ")), theme.heading());
    }
    let left_out = prepared.left_out();
    if !left_out.is_empty() {
        page.told(words::raise_left_out(lang), theme.heading());
        for left in left_out {
            page.told(&format!("– {}", left.said(lang)), theme.text());
        }
    }
    page.told("", theme.text());
    let stories = prepared.stories();
    if stories.is_empty() {
        page.told(words::raise_no_stories(lang), theme.text());
    } else {
        page.told(words::raise_how_to_strike(lang), theme.dim());
    }
    for (index, story) in stories.iter().enumerate() {
        page.story(index, story);
    }
    page.rows
}

struct Page {
    rows: Vec<Row>,
    lang: Lang,
    theme: Theme,
    columns: usize,
}

impl Page {
    fn told(&mut self, text: &str, style: ratatui::style::Style) {
        for line in wrap(text, self.columns) {
            self.rows.push(Row { line: vec![(line, style)], target: None });
        }
    }

    fn story(&mut self, index: usize, story: &PreparedStory) {
        use chrono::Datelike;
        let (lang, theme) = (self.lang, self.theme);
        let month = dates::month(story.visited_on.year(), story.visited_on.month(), lang);
        let issues: Vec<&str> = story.issues.iter().map(|code| code.name(lang)).collect();
        let standing = if story.is_told { words::raise_told(lang) } else { words::raise_not_told(lang) };
        let head = format!("{} – {}, {month} · {}", story.pseudonym, story.place, issues.join(", "));
        let mark = if story.is_told { "✓" } else { "✗" };
        self.rows.push(Row { line: Line::new(), target: None });
        let line = vec![(format!("{mark} {standing}  "), theme.key()), (head, theme.heading())];
        self.rows.push(Row { line, target: Some(Target::Story(index)) });
        if !story.is_told {
            return;
        }
        self.told(&marked(story), theme.text());
        for (place, suspicion) in story.suspicions.iter().enumerate() {
            let (sign, standing) = if suspicion.is_struck {
                ("✗", words::raise_struck(lang))
            } else {
                ("✓", words::raise_kept(lang))
            };
            let text = story.text.get(suspicion.range.clone()).unwrap_or_default();
            let line = vec![
                (format!("   {sign} {standing}  "), theme.key()),
                (format!("«{text}» – {}", suspicion.why.said(lang)), theme.text()),
            ];
            self.rows.push(Row { line, target: Some(Target::Suspicion(index, place)) });
        }
    }
}

/// A story with signs around what is suspected: `[-struck-]`, `[+kept+]`.
fn marked(story: &PreparedStory) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for Suspicion { range, is_struck, .. } in &story.suspicions {
        let sign = if *is_struck { '-' } else { '+' };
        out.push_str(story.text.get(at..range.start).unwrap_or_default());
        out.extend(['[', sign]);
        out.push_str(story.text.get(range.clone()).unwrap_or_default());
        out.extend([sign, ']']);
        at = range.end;
    }
    out.push_str(story.text.get(at..).unwrap_or_default());
    out
}
