//! At the gate: a member is being refused now. Which facility, then a card with what to say, whom to call, and a key that
//! begins the case.

use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::app::AppError;
use crate::domain::column::Column;
use crate::domain::draft::Unfinished;
use crate::domain::facility::Facility;
use crate::i18n::dates;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{AtGate, Effect, FacilityChoice, Generation, Query, Work};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words, body};
use crate::tui::screens::cases::place_name;
use crate::tui::text::{Field, width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input::{self, Edited};
use crate::tui::words;

/// What is said and done at a gate.
pub struct Gate {
    field: Field,
    found: Vec<FacilityChoice>,
    /// Which of those found is chosen.
    chosen: usize,
    asked: Generation,
    answered: Generation,
    /// The best match is wanted as soon as it is there.
    takes_first: bool,
    facility: Option<Box<Facility>>,
    asked_card: Generation,
    known: Option<Box<AtGate>>,
    /// The first row of the card that is seen.
    top: usize,
    from: Screen,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            field: Field::default(),
            found: Vec::new(),
            chosen: 0,
            asked: Generation::default(),
            answered: Generation::default(),
            takes_first: false,
            facility: None,
            asked_card: Generation::default(),
            known: None,
            top: 0,
            from: Screen::Today,
        }
    }
}

impl Gate {
    /// Where the keys go.
    pub fn context(&self) -> Context {
        if self.facility.is_some() { Context::GateCard } else { Context::Gate }
    }

    /// Comes from a screen, with the facility that was looked at there.
    pub fn open(&mut self, facility: Option<Arc<Facility>>, cx: &mut Cx<'_>) {
        if cx.screen != Screen::Gate {
            self.from = cx.screen;
        }
        self.field = Field::default();
        self.found.clear();
        self.chosen = 0;
        self.takes_first = false;
        self.answered = self.asked.next();
        self.facility = None;
        self.known = None;
        if let Some(facility) = facility {
            self.choose(facility.as_ref().clone(), cx);
        }
    }

    fn choose(&mut self, facility: Facility, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Write(Work::AtGate(facility.id.clone(), self.asked_card.next())));
        self.facility = Some(Box::new(facility));
        self.known = None;
        self.top = 0;
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::GoBack if self.facility.is_some() && !self.field.is_empty() => self.facility = None,
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Submit => self.submit(cx),
            Action::StartCase => self.start(cx),
            Action::Refresh => {
                if let Some(facility) = self.facility.as_deref().cloned() {
                    self.choose(facility, cx);
                }
            }
            Action::Up | Action::Down if self.facility.is_none() => {
                let last = self.found.len().saturating_sub(1);
                self.chosen = match action {
                    Action::Up => self.chosen.saturating_sub(1),
                    _ => (self.chosen + 1).min(last),
                };
            }
            _ => self.scroll(action, cx),
        }
    }

    fn submit(&mut self, cx: &mut Cx<'_>) {
        if self.field.value().trim().is_empty() {
            return;
        }
        if self.answered != self.asked {
            self.takes_first = true;
        } else if let Some(found) = self.found.get(self.chosen) {
            self.choose(found.facility.clone(), cx);
        }
    }

    /// Begins the case in the form.
    fn start(&mut self, cx: &mut Cx<'_>) {
        let (Some(known), Some(facility)) = (&self.known, &self.facility) else {
            return;
        };
        let mut form = Unfinished { draft: known.draft.clone(), ..Unfinished::default() };
        // As it would be typed here.
        form.draft.set(Column::VisitedOn, dates::date(cx.today, cx.lang));
        cx.requests.push(Request::StartCase(Box::new(form), Some(facility.clone())));
    }

    fn scroll(&mut self, action: Action, cx: &Cx<'_>) {
        let seen = usize::from(body(cx.size).height).saturating_sub(1);
        let rows = self.lines(cx.lang, cx.size.0).len();
        let page = seen.saturating_sub(2).max(1);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::First => 0,
            Action::Last => rows,
            _ => self.top,
        }
        .min(rows.saturating_sub(seen));
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        if self.facility.is_none() && input::edit(&mut self.field, key) == Edited::Changed {
            self.search(cx);
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, cx: &mut Cx<'_>) {
        if self.facility.is_none() {
            self.field.insert(text);
            self.search(cx);
        }
    }

    fn search(&mut self, cx: &mut Cx<'_>) {
        let generation = self.asked.next();
        self.takes_first = false;
        self.chosen = 0;
        let text = self.field.value().to_owned();
        if text.trim().is_empty() {
            self.found.clear();
            self.answered = generation;
        } else {
            cx.effects.push(Effect::Read(Query::GateFacilities(text), generation));
        }
    }

    /// Facilities came.
    pub fn facilities_answered(
        &mut self,
        generation: Generation,
        found: Vec<FacilityChoice>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked {
            return;
        }
        self.answered = generation;
        self.found = found;
        self.chosen = 0;
        if std::mem::take(&mut self.takes_first) {
            self.submit(cx);
        }
    }

    /// The card came.
    pub fn card_answered(
        &mut self,
        generation: Generation,
        known: Result<Box<AtGate>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked_card {
            return;
        }
        match known {
            Ok(known) => self.known = Some(known),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// Takes a click: the first chooses a facility, the second takes it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.chosen => self.submit(cx),
            Hit::Row(index) if index < self.found.len() => self.chosen = index,
            _ => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        match &self.facility {
            None => self.draw_search(model, canvas),
            Some(facility) => self.draw_card(facility, model, canvas),
        }
    }

    fn draw_search(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        canvas.rule(0, words::at_the_gate(lang), theme);
        let left = canvas.text(1, 1, words::gate_where(lang), theme.heading()) + 2;
        let room = canvas.width().saturating_sub(left + 1);
        input::draw(canvas, (left, 1), room, &self.field, theme.input(), true);
        let columns = canvas.width();
        let mut below = canvas.below(3);
        if self.field.value().trim().is_empty() || self.found.is_empty() {
            let is_missing = self.answered == self.asked && !self.field.value().trim().is_empty();
            let text = if is_missing { words::gate_nothing_found(lang) } else { words::gate_how(lang) };
            below.part(2, 0, columns.saturating_sub(4), u16::MAX).paragraph(0, 0, text, theme.dim());
            return;
        }
        for (y, found) in (0..).zip(&self.found) {
            let facility = &found.facility;
            let name = lang.pick(&facility.name_km, &facility.name_en);
            let marker = if usize::from(y) == self.chosen { ">" } else { " " };
            below.text(0, y, &format!("{marker} {name} · {}", place_name(facility, lang)), theme.text());
            below.zone(0, y, columns, 1, Hit::Row(y.into()));
            if usize::from(y) == self.chosen {
                below.style_row(y, theme.selected());
            }
        }
    }

    /// The card in lines; those that are headings.
    fn lines(&self, lang: crate::i18n::Lang, columns: u16) -> Vec<(String, bool)> {
        let room = usize::from(columns.saturating_sub(4)).clamp(8, 96);
        let mut lines = Vec::new();
        for (heading, sentences) in self.known.iter().flat_map(|known| known.card.parts(lang)) {
            if !lines.is_empty() {
                lines.push((String::new(), false));
            }
            lines.push((heading.to_owned(), true));
            for sentence in sentences {
                for (row, line) in wrap(&sentence, room.saturating_sub(2)).into_iter().enumerate() {
                    lines.push((format!("{} {line}", if row == 0 { "–" } else { " " }), false));
                }
            }
        }
        lines
    }

    fn draw_card(&self, facility: &Facility, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let name = lang.pick(&facility.name_km, &facility.name_en);
        canvas.rule(0, &format!("{} · {name}", words::at_the_gate(lang)), theme);
        let Some(known) = &self.known else {
            canvas.text(1, 2, words::reading_book(lang), theme.dim());
            return;
        };
        // Whatever is scrolled to, the numbers to dial are seen.
        let hotlines: Vec<&str> = known.card.call.iter().filter_map(|whom| whom.hotline).collect();
        let hotlines = format!(" {} ", hotlines.join(" · "));
        let used = width(&hotlines) as u16;
        canvas.text(canvas.width().saturating_sub(used + 1), 0, &hotlines, theme.heading());
        let lines = self.lines(lang, canvas.width());
        let mut page = canvas.below(1);
        let height = usize::from(page.height());
        let top = self.top.min(lines.len().saturating_sub(height));
        for (y, (line, is_heading)) in (0..).zip(lines.iter().skip(top).take(height)) {
            page.text(1, y, line, if *is_heading { theme.heading() } else { theme.text() });
        }
        if theme.plain {
            page.set_cursor(1, 0);
        }
        if top + height < lines.len() && height > 1 {
            let columns = page.width();
            page.text(columns.saturating_sub(2), height as u16 - 1, "↓", theme.key());
        }
    }
}
