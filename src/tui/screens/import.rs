//! Taking in a table: which file, what its columns mean, which facilities its names mean, then the cases. Nothing is written
//! before the last step.

mod choose;
mod columns;
mod list;
mod places;
mod take;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::time::Duration;

use chrono::{Datelike, NaiveDate};

use crate::app::facilities::ListReport;
use crate::app::{AppError, ImportOptions, ImportReport, Progress, Survey};
use crate::domain::facility::FacilityId;
use crate::i18n::dates::long_date;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Speak};
use crate::intake::{Dates, Mapping, Rows, TableError};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, GoesOn, Work};
use crate::tui::layers::{Menu, Picking};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words, body};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::choices::beside;
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// Rows above what a step shows.
const ABOVE: u16 = 2;

/// What an officer does one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Step {
    /// Choosing the file, and how it is meant.
    #[default]
    Choose,
    /// What its columns mean.
    Columns,
    /// Which facilities its doubtful names mean.
    Places,
    /// Trying it, then taking it in.
    Take,
}

impl Step {
    const ALL: [Self; 4] = [Self::Choose, Self::Columns, Self::Places, Self::Take];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Choose => words::import_choose(lang),
            Self::Columns => words::import_columns(lang),
            Self::Places => words::import_places(lang),
            Self::Take => words::import_take(lang),
        }
    }
}

/// What the rows of the table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    /// Cases.
    #[default]
    Cases,
    /// Visits that were timed without a name.
    Observations,
    /// Facilities, as ministries and funds list them.
    Facilities,
}

/// What is known of the table.
#[derive(Default)]
enum Known {
    /// Nothing was asked since something else was chosen.
    #[default]
    Nothing,
    /// It is being looked over.
    Asked,
    /// What was found.
    Surveyed(Box<Survey>),
    /// Why it cannot be read.
    Refused(AppError),
}

/// What is known of pairs that are likely one of which an import brought a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pairs {
    /// Nothing: it brought none, or they could not be counted.
    #[default]
    Unknown,
    /// They are being counted.
    Asked(Generation),
    /// So many.
    Counted(usize),
}

/// Taking in a table.
#[derive(Default)]
pub struct Import {
    file: Option<PathBuf>,
    kind: Kind,
    dates: Option<Dates>,
    update: bool,
    step: Step,
    place: Place,
    known: Known,
    /// What the officer said of columns and names, beside what is remembered.
    mapping: Mapping,
    decided: HashMap<String, FacilityId>,
    /// Names that were decided before, and not so any more.
    forgotten: BTreeSet<String>,
    asked: Generation,
    /// What is running: nothing else is begun meanwhile.
    running: Option<Generation>,
    is_trying: bool,
    progress: Progress,
    /// How long it took to get there.
    passed: Duration,
    goes_on: GoesOn,
    /// What a dry run found.
    tried: Option<Box<ImportReport>>,
    /// What was taken.
    taken: Option<Box<ImportReport>>,
    /// The same of a list of facilities: whether it was only tried stands in it.
    list: Option<Box<ListReport>>,
    failed: Option<AppError>,
    /// What is known of pairs that are likely one of which it brought a case.
    pairs: Pairs,
    /// The name that is being decided.
    deciding: Option<usize>,
    /// Which asking for a facility by its name it was.
    naming: Generation,
    /// The column that was decided last: it may stand elsewhere in the list when the table was looked over again.
    following: Option<usize>,
    from: Option<Screen>,
    /// Whether the officer has been where the columns are shown, the guessed ones first.
    were_columns_seen: bool,
}

impl Import {
    /// Comes from a screen.
    pub fn open(&mut self, cx: &Cx<'_>) {
        if cx.screen != Screen::Import {
            self.from = Some(cx.screen);
        }
        if self.is_taken() {
            let goes_on = self.goes_on.clone();
            let (asked, naming) = (self.asked, self.naming);
            *self = Self { from: self.from, asked, naming, goes_on, ..Self::default() };
        }
    }

    /// Something else was chosen: what is known is of the past.
    fn changed(&mut self) {
        self.known = Known::Nothing;
        self.were_columns_seen = false;
        self.asked.next();
        self.forget_trial();
    }

    fn forget_trial(&mut self) {
        self.tried = None;
        self.taken = None;
        self.list = None;
        self.failed = None;
    }

    fn survey(&self) -> Option<&Survey> {
        match &self.known {
            Known::Surveyed(survey) => Some(survey),
            _ => None,
        }
    }

    /// Whether something runs that can be stopped.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// What runs is not wanted any more.
    pub fn stop(&self) {
        self.goes_on.cancel();
    }

    /// Whether the table was looked over and can be taken in.
    pub fn can_take(&self) -> bool {
        let does = match self.kind {
            Kind::Cases | Kind::Observations => {
                self.survey().is_some_and(|survey| survey.layout.check().is_ok())
            }
            Kind::Facilities => self.file.is_some(),
        };
        does && self.running.is_none() && !self.is_taken()
    }

    /// Whether it was taken in already.
    fn is_taken(&self) -> bool {
        self.taken.is_some() || self.list.as_ref().is_some_and(|report| !report.dry_run)
    }

    /// A list of facilities has columns of its own kind, and asks about rows and not about names.
    fn steps(&self) -> &'static [Step] {
        match self.kind {
            Kind::Cases | Kind::Observations => &Step::ALL,
            Kind::Facilities => &[Step::Choose, Step::Take],
        }
    }

    fn options(&self, dry_run: bool) -> ImportOptions {
        // What is remembered comes to it when the table is opened.
        let mapping = Mapping {
            dates: self.dates,
            columns: self.mapping.columns.clone(),
            values: self.mapping.values.clone(),
            facilities: self.decided.clone().into_iter().collect(),
            ..Mapping::default()
        };
        ImportOptions {
            source: None,
            dry_run,
            update: self.update,
            mapping,
            rows: if self.kind == Kind::Observations { Rows::Observations } else { Rows::Cases },
            takes_guesses: self.were_columns_seen,
            remembers: true,
            forgotten: self.forgotten.clone(),
            refused: None,
        }
    }

    /// Whether the table has columns that are only guessed and were not looked at yet.
    fn has_unseen_guesses(&self) -> bool {
        let has_guesses = self.survey().is_some_and(|survey| survey.layout.guessed().next().is_some());
        has_guesses && !self.were_columns_seen
    }

    /// Goes to a step; what it shows is looked for first.
    fn go(&mut self, step: Step, cx: &mut Cx<'_>) {
        if self.is_running() {
            return;
        }
        if step != Step::Choose && self.file.is_none() {
            self.ask_file(cx);
            return;
        }
        if self.kind == Kind::Facilities {
            return self.go_with_list(step, cx);
        }
        // A table is not tried whose columns do not do yet.
        self.were_columns_seen |= self.step == Step::Columns && self.survey().is_some();
        let lacks =
            self.survey().is_some_and(|survey| survey.layout.check().is_err()) || self.has_unseen_guesses();
        let step = if lacks && matches!(step, Step::Places | Step::Take) { Step::Columns } else { step };
        self.step = step;
        self.place = Place::default();
        if step != Step::Choose && !matches!(self.known, Known::Surveyed(_)) {
            self.look_over(cx);
        } else if step == Step::Take && self.tried.is_none() && self.taken.is_none() {
            self.run(true, cx);
        }
    }

    /// Has the table looked over.
    fn look_over(&mut self, cx: &mut Cx<'_>) {
        let Some(path) = self.file.clone() else {
            return;
        };
        self.known = Known::Asked;
        let generation = self.asked.next();
        self.running = Some(generation);
        self.progress = Progress::default();
        let options = self.options(true);
        let goes_on = self.goes_on.renewed();
        cx.effects.push(Effect::Write(Work::Survey {
            path,
            options: Box::new(options),
            goes_on,
            generation,
        }));
    }

    /// Tries the table, or takes it in.
    fn run(&mut self, dry_run: bool, cx: &mut Cx<'_>) {
        let Some(path) = self.file.clone().filter(|_| self.can_take()) else {
            return;
        };
        if self.kind == Kind::Facilities {
            return self.run_list(path, dry_run, cx);
        }
        let generation = self.begin(dry_run);
        self.progress = Progress::default();
        let goes_on = self.goes_on.renewed();
        let options = Box::new(self.options(dry_run));
        cx.effects.push(Effect::Write(Work::Import { path, options, goes_on, generation }));
    }

    /// From now on it is tried, or taken in.
    fn begin(&mut self, dry_run: bool) -> Generation {
        let generation = self.asked.next();
        self.running = Some(generation);
        self.is_trying = dry_run;
        self.failed = None;
        generation
    }

    /// How far it is.
    pub fn is_at(&mut self, generation: Generation, progress: Progress, passed: Duration) {
        if self.running == Some(generation) {
            self.progress = progress;
            self.passed = passed;
        }
    }

    /// The table was looked over, or not.
    pub fn surveyed(
        &mut self,
        generation: Generation,
        survey: Result<Box<Survey>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if self.running != Some(generation) {
            return;
        }
        self.running = None;
        Self::ask_dates(survey.as_deref().ok(), cx);
        self.known = match survey {
            Ok(survey) => Known::Surveyed(survey),
            Err(AppError::Cancelled) => {
                self.step = Step::Choose;
                Known::Nothing
            }
            Err(error) => Known::Refused(error),
        };
        self.follow_column();
        if self.survey().is_some_and(|survey| survey.layout.check().is_err()) || self.has_unseen_guesses() {
            self.step = Step::Columns;
        } else if self.survey().is_some() && self.step == Step::Take {
            self.run(true, cx);
        }
    }

    /// Where nothing in the table tells whether the day or the month comes first, the officer does.
    fn ask_dates(survey: Option<&Survey>, cx: &mut Cx<'_>) {
        let Some((text, day)) = survey.and_then(|survey| survey.open_date.clone()) else {
            return;
        };
        let swapped = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month()).unwrap_or(day);
        let labels = [day, swapped].map(|day| {
            let text = text.clone();
            Words::new(move |lang| words::import_date_is(lang, &text, &long_date(day, lang)))
        });
        let menu = Menu::pick(words::import_which_dates, Picking::TableDates, labels, 0);
        cx.requests.push(Request::Lay(menu));
    }

    /// The officer said how the dates are meant: the table is looked over again.
    pub fn dates_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        self.dates = Some(if index == 0 { Dates::DayFirst } else { Dates::MonthFirst });
        self.forget_trial();
        let place = self.place;
        self.look_over(cx);
        self.place = place;
    }

    /// A trial or the taking is over.
    pub fn imported(
        &mut self,
        generation: Generation,
        report: Result<Box<ImportReport>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if self.running != Some(generation) {
            return;
        }
        self.running = None;
        match report {
            Ok(report) if report.dry_run && report.stopped => {
                self.step = Step::Choose;
            }
            Ok(report) if report.dry_run => self.tried = Some(report),
            Ok(report) => {
                let added = report.added as u64;
                cx.toast(Tone::Good, Words::new(move |lang| words::import_done(lang, &number(added, lang))));
                self.pairs = Pairs::Unknown;
                if report.added > 0 && self.kind == Kind::Cases {
                    let generation = self.asked.next();
                    self.pairs = Pairs::Asked(generation);
                    cx.effects.push(Effect::CountPairs(report.newest_before, generation));
                }
                self.taken = Some(report);
            }
            Err(error) => self.failed = Some(error),
        }
    }

    /// Pairs that are likely one were counted. Where that failed nothing is said: the cases are on the disk.
    pub fn pairs_counted(&mut self, generation: Generation, counted: Result<usize, AppError>) {
        if self.pairs == Pairs::Asked(generation) {
            self.pairs = counted.map_or(Pairs::Unknown, Pairs::Counted);
        }
    }

    /// The row behind which stands what was just taken in.
    pub fn brought(&self) -> Option<i64> {
        let report = self.taken.as_deref().filter(|report| report.added > 0 && self.kind == Kind::Cases)?;
        Some(report.newest_before)
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::GoBack if self.is_running() => self.goes_on.cancel(),
            Action::GoBack => match self.step {
                Step::Choose => cx.requests.push(Request::Show(self.from.unwrap_or(Screen::Today))),
                _ if self.list.as_ref().is_some_and(|_| self.is_taken()) => {
                    cx.requests.push(Request::Show(self.from.unwrap_or(Screen::Today)));
                }
                _ if self.taken.is_some() => cx.requests.push(Request::Show(Screen::Cases)),
                step => self.go(beside(self.steps(), step, false), cx),
            },
            _ if self.is_running() => {}
            Action::NextField if self.step == Step::Take => {}
            Action::NextField => self.go(beside(self.steps(), self.step, true), cx),
            Action::PreviousField if self.step == Step::Choose => {}
            Action::PreviousField => self.go(beside(self.steps(), self.step, false), cx),
            Action::TakeTable => match self.step {
                Step::Take => self.run(false, cx),
                _ => self.go(Step::Take, cx),
            },
            _ => match self.step {
                Step::Choose => self.choose(action, cx),
                Step::Columns => self.act_columns(action, cx),
                Step::Places => self.act_places(action, cx),
                Step::Take if action == Action::Open && !self.is_taken() => self.run(false, cx),
                Step::Take => {
                    let count = self.take_lines(cx.lang, "").len();
                    self.place.act(action, count, seen(cx.size));
                }
            },
        }
    }

    /// Takes a click: the first chooses a row, the second does what Enter does.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Choice(step) => {
                if let Some(step) = self.steps().get(step) {
                    self.go(*step, cx);
                }
            }
            Hit::Row(index) if index == self.place.chosen => self.act(Action::Open, cx),
            Hit::Row(index) => self.place.chosen = index,
            _ => {}
        }
    }

    /// Takes a pasted text, or a file that was dropped on the window: its path.
    pub fn pasted(&mut self, text: &str) {
        if self.step == Step::Choose && !self.is_running() {
            self.name_file(text);
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        self.draw_steps(model, canvas);
        let (lang, theme, columns) = (model.lang, model.theme, canvas.width());
        let mut below = canvas.part(0, ABOVE, columns, u16::MAX);
        if self.step == Step::Choose {
            return self.draw_choices(model, &mut below);
        }
        if self.kind == Kind::Facilities {
            return self.draw_list(model, &mut below);
        }
        match &self.known {
            Known::Nothing | Known::Asked => {
                self.draw_progress(words::import_looking(lang), model, &mut below);
            }
            Known::Refused(error) => draw_error(error, model, &mut below),
            Known::Surveyed(survey) => match self.step {
                Step::Choose => {}
                Step::Columns => self.draw_columns(survey, model, &mut below),
                Step::Places => self.draw_places(survey, model, &mut below),
                Step::Take if self.is_running() => {
                    let what = if self.is_trying { words::import_trying } else { words::import_taking };
                    self.draw_progress(what(lang), model, &mut below);
                }
                Step::Take => self.draw_take(model, &mut below),
            },
        }
        if theme.plain && self.is_running() {
            below.set_cursor(0, 0);
        }
    }

    fn draw_steps(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut x = 1;
        let steps = self.steps();
        for (index, step) in steps.iter().copied().enumerate() {
            let text = format!(" {} {} ", number(index as u64 + 1, lang), step.name(lang));
            let style = if step == self.step { theme.selected() } else { theme.text() };
            let used = canvas.text(x, 0, &text, style);
            canvas.zone(x, 0, used, 1, Hit::Choice(index));
            x += used;
            if index + 1 < steps.len() {
                x += canvas.text(x, 0, "›", theme.dim());
            }
        }
    }

    /// A bar with how many rows of how many, and how it is stopped.
    fn draw_progress(&self, what: &str, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        canvas.text(1, 0, what, theme.heading());
        let Progress { rows, total } = self.progress;
        if total > 0 {
            let width = usize::from(canvas.width().saturating_sub(4)).min(60);
            let share = (rows as f64 / total as f64).min(1.0);
            let full = (share * width as f64) as usize;
            let bar = format!("{}{}", "█".repeat(full), "░".repeat(width - full));
            canvas.text(1, 2, &bar, theme.key());
            let rate = rows as f64 / self.passed.as_secs_f64().max(0.001);
            let left = total.saturating_sub(rows as u64) as f64 / rate.max(1.0);
            let counts = [rows as u64, total, rate as u64, left.ceil() as u64];
            let [rows, total, rate, left] = counts.map(|count| number(count, lang));
            canvas.text(1, 3, &words::import_rows_of(lang, &rows, &total), theme.text());
            canvas.text(1, 4, &words::import_rate(lang, &rate, &left), theme.text());
        }
        canvas.paragraph(1, 6, words::import_how_to_stop(lang), theme.dim());
    }
}

fn draw_error(error: &AppError, model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme, columns) = (model.lang, model.theme, canvas.width());
    let mut pane = canvas.part(1, 0, columns.saturating_sub(2), u16::MAX);
    let used = pane.paragraph(0, 0, &format!("! {}", error.what(lang)), theme.error());
    let hint = match error {
        // Here it is said by a row of the first step.
        AppError::Table(TableError::MonthFirst { .. }) => Some(words::import_say_dates(lang).to_owned()),
        error => error.hint(lang),
    };
    pane.paragraph(2, used, &hint.unwrap_or_default(), theme.text());
}

/// How many rows of a step are seen at once.
fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(ABOVE)).max(1)
}
