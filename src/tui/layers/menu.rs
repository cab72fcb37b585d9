//! A list to choose from, with a line in which it is searched: the palette, the help, and what a screen lets choose.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{FollowPick, Layer};
use crate::domain::text::{fold, words as words_of};
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::tui::action::{Action, Context};
use crate::tui::keymap::{Binding, Keymap, latin};
use crate::tui::model::{Model, Words};
use crate::tui::text::{Field, pad, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input::{self, Edited};
use crate::tui::words;

/// What a screen lets choose; it gets the number of the chosen item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picking {
    /// By what the cases are sorted.
    SortCases,
    /// Which field of a case is corrected.
    CaseField,
    /// The new value of the field that is corrected.
    CaseValue,
    /// What the member agrees to.
    CaseConsent,
    /// The issues of a case.
    CaseIssues,
    /// What map and ranking show.
    Measure,
    /// Of which period.
    Period,
    /// Which attachment is opened.
    OpenAttachment,
    /// Which attachment is taken away.
    RemoveAttachment,
    /// What is done to a facility.
    FacilityDeed,
    /// With whom cases are raised.
    RaiseParty,
    /// What a column of a table means.
    TableColumn,
    /// Which facility a name in a table means.
    TableFacility,
    /// What a word in a table means.
    TableWord,
    /// Which comes first in the dates of a table.
    TableDates,
    /// Something of a case that is followed up.
    Follow(FollowPick),
    /// The objections to cases that are put in a submission.
    RaiseCheck,
    /// Who is meant in a form.
    SheetParty,
    /// What is added to the list of parties.
    AddedParty,
    /// Of which period process figures are.
    ProcessPeriod,
}

/// What choosing an item does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// Performs an action.
    Act(Action),
    /// Tells the screen which item was chosen.
    Pick(Picking, usize),
    /// Closes the list.
    Nothing,
}

/// One line of the list.
#[derive(Clone)]
pub struct Item {
    /// What it says.
    pub label: Words,
    /// What stands beside it: keys, a mark.
    pub note: String,
    /// What else it is found by.
    pub found_by: String,
    /// What choosing it does.
    pub run: Run,
}

/// A list to choose from.
#[derive(Clone)]
pub struct Menu {
    title: Words,
    /// Whether the notes stand before the labels, and the list has the whole screen, as in the help.
    is_help: bool,
    /// Whether long labels are wrapped: where they are questions, their ends matter.
    wraps: bool,
    /// Whether the items stand with their numbers, each of which chooses its item at once.
    is_numbered: bool,
    search: Field,
    items: Vec<Item>,
    /// Which of the items that the search leaves is chosen.
    chosen: usize,
    /// Whether the marker was moved since something was typed: on a screen that is read aloud the cursor goes with it.
    is_moved: bool,
}

/// The columns of the widest list.
const WIDEST: u16 = 72;

impl Menu {
    /// All that can be done in a context, by name.
    pub fn palette(keymap: &Keymap, of: Context, model: &Model) -> Layer {
        let bindings = keymap.bindings(of).filter(|binding| binding.entry.in_palette);
        let items = bindings
            .filter(|binding| (binding.entry.refused)(model).is_none())
            .map(|binding| Self::by_name(binding, of))
            .collect();
        Self::of(words::palette_title, items, false, 0)
    }

    /// The keys of a context; Enter does what the chosen one does.
    pub fn help(keymap: &Keymap, of: Context) -> Layer {
        let mut items: Vec<Item> = keymap
            .bindings(of)
            .filter(|binding| !binding.keys.is_empty())
            .map(|binding| {
                let keys = binding.keys.iter().filter(|key| !(key.is_text() && of.takes_letters()));
                Item {
                    label: Words::fixed(binding.entry.doc),
                    note: keys.map(ToString::to_string).collect::<Vec<_>>().join(" "),
                    found_by: binding.entry.action.id(),
                    run: Run::Act(binding.entry.action),
                }
            })
            .collect();
        if of == Context::Log {
            items.push(Item {
                label: Words::fixed(words::help_on_issues),
                note: String::new(),
                found_by: String::new(),
                run: Run::Nothing,
            });
        }
        Self::of(words::help_title, items, true, 0)
    }

    /// A choice of a screen; the marker stands on the one that holds now.
    pub fn pick(
        title: fn(Lang) -> &'static str,
        picking: Picking,
        labels: impl IntoIterator<Item = Words>,
        chosen: usize,
    ) -> Layer {
        let items = labels.into_iter().enumerate().map(|(index, label)| Item {
            label,
            note: if index == chosen { "✓".to_owned() } else { String::new() },
            found_by: String::new(),
            run: Run::Pick(picking, index),
        });
        Self::of(title, items.collect(), false, chosen)
    }

    /// A choice among items of any kind, with the marker on one of them.
    pub fn choice(title: Words, items: Vec<Item>, chosen: usize) -> Layer {
        Layer::Menu(Self {
            title,
            is_help: false,
            wraps: true,
            is_numbered: false,
            search: Field::default(),
            items,
            chosen,
            is_moved: false,
        })
    }

    /// A choice among a few items, each with its number, which is its key.
    pub fn numbered(title: Words, items: Vec<Item>, chosen: usize) -> Layer {
        let numbered = |(place, item): (u64, Item)| {
            let label = item.label.clone();
            let label = Words::new(move |lang| format!("{}  {}", number(place, lang), label.say(lang)));
            Item { label, ..item }
        };
        match Self::choice(title, (1..).zip(items).map(numbered).collect(), chosen) {
            Layer::Menu(menu) => Layer::Menu(Self { is_numbered: true, ..menu }),
            other => other,
        }
    }

    /// What the item does whose number was pressed, where the items have numbers and nothing is searched for.
    pub fn run_numbered(&self, key: KeyEvent) -> Option<Run> {
        let KeyCode::Char(letter) = key.code else {
            return None;
        };
        let is_held = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if !self.is_numbered || is_held || !self.search.is_empty() {
            return None;
        }
        let place = (latin(letter).to_digit(10)? as usize).checked_sub(1)?;
        self.items.get(place).map(|item| item.run)
    }

    /// What can be done of these actions in a context, in this order.
    pub fn actions(title: Words, actions: &[Action], of: Context, model: &Model) -> Layer {
        let bindings = actions.iter().filter_map(|action| model.keymap.binding(of, *action));
        let items = bindings
            .filter(|binding| (binding.entry.refused)(model).is_none())
            .map(|binding| Self::by_name(binding, of));
        Self::choice(title, items.collect(), 0)
    }

    /// An action by its name, with what it does.
    fn by_name(binding: &Binding, of: Context) -> Item {
        let entry = binding.entry;
        Item {
            label: Words::new(move |lang| format!("{} – {}", (entry.name)(lang), (entry.doc)(lang))),
            note: binding.shown_key(of).map(|key| key.to_string()).unwrap_or_default(),
            found_by: entry.action.id(),
            run: Run::Act(entry.action),
        }
    }

    /// A list that is only read.
    pub fn read(title: fn(Lang) -> &'static str, items: Vec<Item>) -> Layer {
        Self::of(title, items, true, 0)
    }

    fn of(title: fn(Lang) -> &'static str, items: Vec<Item>, is_help: bool, chosen: usize) -> Layer {
        Layer::Menu(Self {
            title: Words::fixed(title),
            is_help,
            wraps: is_help,
            is_numbered: false,
            search: Field::default(),
            items,
            chosen,
            is_moved: false,
        })
    }

    /// The items that hold every word typed, in the letters typed or in those of the same keys without a Khmer
    /// layout.
    fn found(&self, lang: Lang) -> Vec<&Item> {
        let typed = self.search.value();
        let searches = [fold(typed), fold(&typed.chars().map(latin).collect::<String>())];
        let holds = |item: &&Item| {
            let text = fold(&format!("{} {} {}", item.label.say(lang), item.note, item.found_by));
            searches.iter().any(|search| words_of(search).all(|word| text.contains(word)))
        };
        self.items.iter().filter(holds).collect()
    }

    /// What the chosen item does.
    pub fn run(&self, lang: Lang) -> Option<Run> {
        self.found(lang).get(self.chosen).map(|item| item.run)
    }

    /// Puts the marker on an item.
    pub fn choose(&mut self, index: usize) {
        self.chosen = index;
    }

    /// Moves through it.
    pub fn act(&mut self, action: Action, lang: Lang) {
        let last = self.found(lang).len().saturating_sub(1);
        self.chosen = match action {
            Action::Up if self.chosen == 0 => last,
            Action::Up => self.chosen - 1,
            Action::Down if self.chosen >= last => 0,
            Action::Down => self.chosen + 1,
            Action::PageUp => self.chosen.saturating_sub(8),
            Action::PageDown => self.chosen + 8,
            _ => self.chosen,
        }
        .min(last);
        self.is_moved = true;
    }

    /// Takes a key that is no action: it searches.
    pub fn typed(&mut self, key: KeyEvent) {
        if input::edit(&mut self.search, key) == Edited::Changed {
            self.chosen = 0;
        }
        self.is_moved = false;
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.search.insert(text);
        self.chosen = 0;
        self.is_moved = false;
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let found = self.found(lang);
        let columns = canvas.width().min(if self.is_help { u16::MAX } else { WIDEST });
        let lines = self.lines(&found, lang, usize::from(columns.saturating_sub(4)));
        // Where each item has its number, searching is shown only once something is typed.
        let above = if self.is_numbered && self.search.is_empty() { 0 } else { 2 };
        let rows = (lines.len().max(1) as u16).saturating_add(2 + above).min(canvas.height());
        let rows = if self.is_help { canvas.height() } else { rows };
        let mut area = canvas.centred(columns, rows);
        area.clear();
        let mut inner = area.boxed(&self.title.say(lang), theme);
        if above > 0 {
            let label = words::search_label(lang);
            let used = inner.text(0, 0, label, theme.heading()) + 1;
            let room = inner.width().saturating_sub(used);
            input::draw(&mut inner, (used, 0), room, &self.search, theme.input(), true);
        }
        let mut list = inner.below(above);
        if lines.is_empty() {
            list.text(0, 0, words::nothing_like_it(lang), theme.dim());
            return;
        }
        let height = usize::from(list.height());
        let first = lines.iter().position(|line| line.item == self.chosen).unwrap_or(0);
        let top = first.saturating_sub(height / 2).min(lines.len().saturating_sub(height));
        for (y, line) in lines.iter().skip(top).take(height).enumerate() {
            let has_cursor = theme.plain && (self.is_moved || above == 0);
            self.draw_line(line, y as u16, (theme, has_cursor), &mut list);
        }
    }

    fn draw_line(&self, line: &Line, y: u16, (theme, has_cursor): (Theme, bool), list: &mut Canvas<'_>) {
        let is_chosen = line.item == self.chosen;
        let marker = if is_chosen && line.is_first { ">" } else { " " };
        list.text(0, y, marker, theme.text());
        if self.is_help {
            list.text(1, y, &line.note, theme.key());
            list.text(1 + line.left as u16, y, &line.text, theme.text());
        } else {
            let room = list.width().saturating_sub(width(&line.note) as u16 + 2);
            list.text_in(1, y, room, &line.text, theme.text());
            let right = list.width().saturating_sub(1);
            list.text_right(1, y, right, &line.note, theme.key());
        }
        let columns = list.width();
        list.zone(0, y, columns, 1, Hit::Row(line.item));
        if is_chosen {
            list.style_row(y, theme.selected());
            if has_cursor && line.is_first {
                list.set_cursor(0, y);
            }
        }
    }

    fn lines(&self, found: &[&Item], lang: Lang, columns: usize) -> Vec<Line> {
        let widest = found.iter().map(|item| width(&item.note)).max().unwrap_or(0);
        let left = if self.is_help { (widest + 2).min(columns / 2).min(24) } else { 0 };
        let mut lines = Vec::new();
        for (index, item) in found.iter().enumerate() {
            let label = item.label.say(lang);
            let beside = if self.is_help || item.note.is_empty() { 0 } else { width(&item.note) + 2 };
            let room = columns.saturating_sub(left + 2 + beside).max(1);
            let texts = if self.wraps { wrap(&label, room) } else { vec![label] };
            for (row, text) in texts.into_iter().enumerate() {
                let note = if row == 0 { item.note.clone() } else { String::new() };
                let note = if self.is_help { pad(&note, left) } else { note };
                lines.push(Line { item: index, is_first: row == 0, note, text, left });
            }
        }
        lines
    }
}

/// One row of the list as drawn.
struct Line {
    item: usize,
    is_first: bool,
    note: String,
    text: String,
    /// The columns of the notes that stand before the texts.
    left: usize,
}
