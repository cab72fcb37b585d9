//! The second step: what each column is taken for. What is only like a name stands first to be looked at.

use super::{Import, Step, seen};
use crate::app::Survey;
use crate::domain::column::Column;
use crate::i18n::{Lang, Speak, label};
use crate::intake::{Heading, Says, Sureness};
use crate::tui::action::Action;
use crate::tui::layers::{Menu, Picking};
use crate::tui::model::{Cx, Model, Request, Words};
use crate::tui::text::{pad, truncate};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// The columns that a header may be given, in the order of the menu; the first leaves its column out.
fn choices() -> Vec<Option<Column>> {
    let places = [Column::Province, Column::District, Column::Commune];
    std::iter::once(None).chain(Column::inputs().chain(places).map(Some)).collect()
}

/// The headings that are shown: those with a header, the guessed ones first, so that nobody goes on without having seen them.
fn shown(survey: &Survey) -> impl Iterator<Item = (usize, &Heading)> {
    let headings =
        survey.layout.headings.iter().enumerate().filter(|(_, heading)| !heading.header.is_empty());
    let is_guess = |heading: &Heading| heading.sureness == Sureness::Like;
    let guessed = headings.clone().filter(move |(_, heading)| is_guess(heading));
    guessed.chain(headings.filter(move |(_, heading)| !is_guess(heading)))
}

impl Import {
    /// What the columns are taken for now: what was found, and what the officer said since.
    fn says(&self, heading: &Heading) -> (Option<Says>, Sureness) {
        match self.mapping.columns.get(&heading.header) {
            Some(told) => (told.map(Says::Field), Sureness::Told),
            None => (heading.says, heading.sureness),
        }
    }

    /// Whether what a column is taken for was decided of such a table before, and nothing else was said since.
    fn is_recalled(&self, survey: &Survey, heading: &Heading) -> bool {
        let is_told = self.mapping.columns.contains_key(&heading.header);
        !is_told && survey.recalled.columns.contains_key(&heading.header)
    }

    pub(super) fn act_columns(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(survey) = self.survey() else {
            return;
        };
        let count = shown(survey).count();
        if !matches!(action, Action::Open | Action::More | Action::Less) {
            self.place.act(action, count, seen(cx.size).saturating_sub(2));
            return;
        }
        let Some((_, heading)) = shown(survey).nth(self.place.chosen) else {
            return;
        };
        let choices = choices();
        let chosen = match self.says(heading).0 {
            Some(Says::Field(column)) => choices.iter().position(|known| *known == Some(column)),
            _ => None,
        };
        let labels = choices.into_iter().map(|column| {
            Words::new(move |lang| {
                column.map_or(words::import_left_out(lang), |column| label(column, lang)).to_owned()
            })
        });
        let menu = Menu::pick(words::import_meant, Picking::TableColumn, labels, chosen.unwrap_or(0));
        cx.requests.push(Request::Lay(menu));
    }

    /// Stays on the column that was decided last, wherever it stands now.
    pub(super) fn follow_column(&mut self) {
        let followed = self.following.take();
        let place = self.survey().and_then(|survey| shown(survey).position(|(at, _)| Some(at) == followed));
        if let Some(place) = place.filter(|_| self.step == Step::Columns) {
            self.place.chosen = place;
        }
    }

    /// What a column means was chosen: another that meant the same is left out.
    pub fn column_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let (Some(survey), Some(choice)) = (self.survey(), choices().get(index).copied()) else {
            return;
        };
        let Some((place, heading)) = shown(survey).nth(self.place.chosen) else {
            return;
        };
        let header = heading.header.clone();
        let others: Vec<String> = shown(survey)
            .filter(|(at, other)| {
                *at != place && choice.is_some() && self.says(other).0 == choice.map(Says::Field)
            })
            .map(|(_, other)| other.header.clone())
            .collect();
        for other in others {
            self.mapping.columns.insert(other, None);
        }
        self.mapping.columns.insert(header, choice);
        self.following = Some(place);
        self.forget_trial();
        // Other columns may tell otherwise now what is doubtful.
        let place = self.place;
        self.look_over(cx);
        self.place = place;
    }

    pub(super) fn draw_columns(&self, survey: &Survey, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme, columns) = (model.lang, model.theme, usize::from(canvas.width()));
        match survey.layout.check() {
            Ok(()) => {
                let rows = crate::i18n::numbers::number(survey.rows as u64, lang);
                canvas.text(1, 0, &words::import_found(lang, &rows), theme.dim());
            }
            Err(error) => {
                canvas.text(1, 0, &format!("! {}", error.what(lang)), theme.error());
            }
        }
        let count = shown(survey).count();
        let height = usize::from(canvas.height().saturating_sub(2));
        let mut place = self.place;
        place.fit(count, height);
        let (left, middle) = (columns / 3, columns / 3);
        for (y, (index, (at, heading))) in (1..).zip(shown(survey).enumerate().skip(place.top).take(height)) {
            let (says, sureness) = self.says(heading);
            let is_recalled = self.is_recalled(survey, heading);
            let mark = match (says, sureness) {
                _ if is_recalled => "=",
                (None | Some(Says::Nothing | Says::SourceName), _) => "–",
                (_, Sureness::Like) => "?",
                _ => "✓",
            };
            let is_chosen = index == place.chosen;
            let marker = if is_chosen { ">" } else { " " };
            let header = pad(&truncate(&heading.header, left.saturating_sub(5)), left.saturating_sub(5));
            let meant =
                pad(&truncate(&meant(says, lang), middle.saturating_sub(3)), middle.saturating_sub(3));
            let style = if sureness == Sureness::Like { theme.key() } else { theme.text() };
            let used = canvas.text(0, y, &format!("{marker} {mark} {header} → {meant} "), style);
            let room = columns.saturating_sub(usize::from(used) + 1);
            canvas.text(
                used,
                y,
                &truncate(&sample(survey, at, (says, sureness == Sureness::Like)), room),
                theme.dim(),
            );
            canvas.zone(0, y, canvas.width(), 1, Hit::Row(index));
            if is_chosen {
                canvas.style_row(y, theme.selected());
                if theme.plain {
                    canvas.set_cursor(0, y);
                }
            }
        }
        let bottom = canvas.height().saturating_sub(1);
        canvas.text(1, bottom, words::import_columns_hint(lang), theme.dim());
    }
}

fn meant(says: Option<Says>, lang: Lang) -> String {
    match says {
        Some(Says::Field(column)) => label(column, lang).to_owned(),
        Some(Says::Choice(column, code)) => format!("{}: {code}", label(column, lang)),
        Some(Says::Severity(code)) => format!("{}: {code}", label(Column::Issues, lang)),
        Some(Says::Why) => label(Column::Issues, lang).to_owned(),
        Some(Says::OtherFacility) => label(Column::Facility, lang).to_owned(),
        Some(Says::SourceName | Says::Nothing) | None => words::import_left_out(lang).to_owned(),
    }
}

/// What stands in a column; of who the member is only that it does: somebody may look over the officer's shoulder.
fn sample(survey: &Survey, place: usize, (says, is_guessed): (Option<Says>, bool)) -> String {
    let texts = survey.samples.get(place).map(Vec::as_slice).unwrap_or_default();
    match says {
        // A guess may be wrong, and the column one of names.
        Some(Says::Field(column)) if column.is_erasable() || is_guessed => {
            if texts.is_empty() {
                String::new()
            } else {
                "•••".to_owned()
            }
        }
        None | Some(Says::Nothing | Says::SourceName) => String::new(),
        _ => texts.join(" · ").replace(['\n', '\r'], " "),
    }
}
