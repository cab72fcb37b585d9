//! All that the interface knows. It does no I/O and asks no clock: time and answers come in as messages.

use std::sync::Arc;

use chrono::NaiveDate;
use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Rect;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::action::{Action, Context};
use super::editor::EditorError;
use super::effect::ledger::{LedgerDeed, Which};
use super::effect::{Answer, Effect, Generation, Opened, Timer};
use super::keymap::Keymap;
use super::layers::{Layer, Question};
use super::screens::case::CaseScreen;
use super::screens::cases::Cases;
use super::screens::duplicates::Duplicates;
use super::screens::facility::FacilityScreen;
use super::screens::gate::Gate;
use super::screens::hotspots::Hotspots;
use super::screens::import::Import;
use super::screens::log::Log;
use super::screens::people::People;
use super::screens::people::ladder::Ladder;
use super::screens::people::party::PartyScreen;
use super::screens::process::ProcessScreen;
use super::screens::promises::Promises;
use super::screens::promises::one::PromiseScreen;
use super::screens::raise::Raise;
use super::screens::settings::SettingsScreen;
use super::screens::sheet::{Sheet, SheetOf};
use super::screens::submission::SubmissionScreen;
use super::screens::today::Today;
use super::screens::unlock::Unlock;
use super::screens::welcome::Welcome;
use super::theme::Theme;
use crate::app::{Clock, Preferences};
use crate::domain::draft::Unfinished;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::i18n::{Lang, Speak};

/// What can happen.
pub enum Msg {
    /// A key went down.
    Key(KeyEvent),
    /// A text was pasted.
    Paste(String),
    /// The officer's own editor is done: the text, or why there is none.
    Edited(Result<Zeroizing<String>, EditorError>),
    /// The mouse was clicked or its wheel turned.
    Mouse(MouseEvent),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// A worker answered.
    Answer(Answer),
    /// It is this day now.
    Today(NaiveDate),
    /// The time asked for with [`Effect::Wake`] is over.
    Woke(Timer, Generation),
    /// The system asks the program to stop for a while.
    Stop,
    /// The program is asked to end by the system.
    Terminate,
    /// A worker is no more.
    WorkerDied,
}

/// A text that is said in the language of the moment it is drawn.
#[derive(Clone)]
pub struct Words(Arc<dyn Fn(Lang) -> String + Send + Sync>);

impl Words {
    /// A text from a function of the language.
    pub fn new(say: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// A fixed message.
    pub fn fixed(say: fn(Lang) -> &'static str) -> Self {
        Self::new(move |lang| say(lang).to_owned())
    }

    /// What an error says, and what to do about it.
    pub fn error(error: impl Speak + Send + Sync + 'static) -> Self {
        Self::new(move |lang| Self::error_text(&error, lang))
    }

    /// The same at once.
    pub fn error_text(error: &impl Speak, lang: Lang) -> String {
        match error.hint(lang) {
            Some(hint) => format!("{} {hint}", error.what(lang)),
            None => error.what(lang),
        }
    }

    /// The text.
    pub fn say(&self, lang: Lang) -> String {
        (self.0)(lang)
    }
}

/// How a toast looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something went well.
    Good,
    /// Something to know.
    Plain,
    /// Something went wrong.
    Bad,
}

/// A line that goes away by itself.
#[derive(Clone)]
pub struct Toast {
    /// What it says.
    pub words: Words,
    /// How it looks.
    pub tone: Tone,
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// First start.
    Welcome,
    /// A book that is not open yet.
    Unlock,
    /// What is to be done today.
    Today,
    /// The table of cases.
    Cases,
    /// One case.
    Case,
    /// The form of a new case.
    Log,
    /// The map and the ranking.
    Hotspots,
    /// One facility.
    Facility,
    /// Raising cases with a party.
    Raise,
    /// Taking in a table.
    Import,
    /// What is said and done at a gate.
    Gate,
    /// The settings.
    Settings,
    /// The ledger of promises.
    Promises,
    /// One promise.
    Promise,
    /// All parties.
    People,
    /// One party.
    Party,
    /// The ladder for a facility.
    Ladder,
    /// One submission.
    Submission,
    /// Process figures.
    Process,
    /// The form of something that follows on cases.
    Sheet,
    /// Pairs of cases that are likely one.
    Duplicates,
}

impl Screen {
    /// Those that an open book has, in their order.
    pub const OF_A_BOOK: [Self; 5] = [Self::Today, Self::Cases, Self::Log, Self::Hotspots, Self::Settings];

    /// Those that come one after the other.
    pub const IN_TURN: [Self; 7] =
        [Self::Today, Self::Cases, Self::Log, Self::Hotspots, Self::Promises, Self::People, Self::Settings];

    /// The one of these under which it is shown.
    pub fn tab(self) -> Self {
        match self {
            Self::Promise => Self::Promises,
            Self::Party | Self::Ladder | Self::Submission => Self::People,
            Self::Case | Self::Raise | Self::Import | Self::Duplicates => Self::Cases,
            Self::Facility | Self::Process => Self::Hotspots,
            Self::Gate => Self::Today,
            other => other,
        }
    }
}

/// What a screen asks of those around it.
pub enum Request {
    /// To say something in passing.
    Toast(Tone, Words),
    /// To put something on top.
    Lay(Layer),
    /// To show another screen.
    Show(Screen),
    /// To show the cases of a query.
    ShowCases(String),
    /// To show one case; its screen goes back to where the request came from.
    OpenCase(CaseNumber),
    /// To show one facility; its screen goes back to where the request came from.
    OpenFacility(FacilityId),
    /// To go on with a draft in the form.
    OpenDraft(Uuid),
    /// To show one submission; its screen goes back to where the request came from.
    OpenSubmission(Which),
    /// To show one promise; its screen goes back to where the request came from.
    OpenPromise(Which),
    /// To show one party; its screen goes back to where the request came from.
    OpenParty(Party),
    /// To show the ladder for a facility, and where the case stands on it, if one is meant.
    OpenLadder(FacilityId, Option<CaseNumber>),
    /// To ask for something that follows on cases in a form; it goes back to where the request came from.
    OpenSheet(SheetOf),
    /// To enter something that follows on cases, without a form.
    Enter(LedgerDeed),
    /// To obey other preferences, and to keep them.
    Prefer(Preferences, Lang),
    /// To go back to first start.
    StartOver,
    /// To do what an action says, as if its key had been pressed.
    Act(Action),
    /// To show one case and do this with it as soon as it is there; without an action, what is to be done next.
    FollowUp(CaseNumber, Option<Action>),
    /// To begin a case in the form with what is known of it already.
    StartCase(Box<Unfinished>, Option<Box<Facility>>),
}

/// What a screen may see of the rest, and where it puts what it wants.
pub struct Cx<'a> {
    /// The language.
    pub lang: Lang,
    /// The screen in front.
    pub screen: Screen,
    /// What the officer prefers of the screens.
    pub preferences: &'a Preferences,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The day.
    pub today: NaiveDate,
    /// What is to be done outside.
    pub effects: &'a mut Vec<Effect>,
    /// What is asked of those around.
    pub requests: &'a mut Vec<Request>,
}

impl Cx<'_> {
    /// Says something in passing.
    pub fn toast(&mut self, tone: Tone, words: Words) {
        self.requests.push(Request::Toast(tone, words));
    }
}

/// All that is known.
pub struct Model {
    /// The language.
    pub lang: Lang,
    /// What the officer prefers of the screens.
    pub preferences: Preferences,
    /// Which keys do what.
    pub keymap: Keymap,
    /// How things look.
    pub theme: Theme,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The day.
    pub today: NaiveDate,
    /// Where the time of the open book comes from.
    pub clock: Clock,
    /// The book, once open.
    pub book: Option<Box<Opened>>,
    /// The screen.
    pub screen: Screen,
    /// First start.
    pub welcome: Welcome,
    /// A book that is not open yet.
    pub unlock: Unlock,
    /// What is to be done today.
    pub agenda: Today,
    /// The table of cases.
    pub cases: Cases,
    /// One case.
    pub case: CaseScreen,
    /// The form of a new case.
    pub log: Log,
    /// The map and the ranking.
    pub hotspots: Hotspots,
    /// One facility.
    pub facility: FacilityScreen,
    /// Raising cases with a party.
    pub raise: Raise,
    /// Taking in a table.
    pub import: Import,
    /// What is said and done at a gate.
    pub gate: Gate,
    /// The settings.
    pub settings: SettingsScreen,
    /// The ledger of promises.
    pub promises: Promises,
    /// One promise.
    pub promise: PromiseScreen,
    /// All parties.
    pub people: People,
    /// One party.
    pub party: PartyScreen,
    /// The ladder for a facility.
    pub ladder: Ladder,
    /// One submission.
    pub submission: SubmissionScreen,
    /// Process figures.
    pub process: ProcessScreen,
    /// The form of something that follows on cases.
    pub sheet: Sheet,
    /// Pairs of cases that are likely one.
    pub duplicates: Duplicates,
    /// What lies on top, the topmost last.
    pub layers: Vec<Layer>,
    /// What is said in passing.
    pub toast: Option<Toast>,
    /// What was said in passing, the newest last.
    pub said: Vec<Toast>,
    /// Which toast the timer belongs to.
    pub toasts: Generation,
    /// The day for which a backup was asked.
    pub backed_up: Option<NaiveDate>,
    /// Whether a worker died.
    pub worker_died: bool,
}

impl Model {
    /// A program that has not begun.
    pub fn new(lang: Lang, theme: Theme, clock: Clock, today: NaiveDate, path: std::path::PathBuf) -> Self {
        Self {
            lang,
            preferences: Preferences::default(),
            keymap: Keymap::default(),
            theme,
            size: (80, 24),
            today,
            clock,
            book: None,
            screen: Screen::Unlock,
            welcome: Welcome::new(path.clone()),
            unlock: Unlock::new(path),
            agenda: Today::default(),
            cases: Cases::default(),
            case: CaseScreen::default(),
            log: Log::default(),
            hotspots: Hotspots::default(),
            facility: FacilityScreen::default(),
            raise: Raise::default(),
            import: Import::default(),
            gate: Gate::default(),
            settings: SettingsScreen::default(),
            promises: Promises::default(),
            promise: PromiseScreen::default(),
            people: People::default(),
            party: PartyScreen::default(),
            ladder: Ladder::default(),
            submission: SubmissionScreen::default(),
            process: ProcessScreen::default(),
            sheet: Sheet::default(),
            duplicates: Duplicates::default(),
            layers: Vec::new(),
            toast: None,
            said: Vec::new(),
            toasts: Generation::default(),
            backed_up: None,
            worker_died: false,
        }
    }

    /// Whether this is being asked.
    pub fn is_asked(&self, question: Question) -> bool {
        let asks =
            |layer: &Layer| matches!(layer, Layer::Message(message) if message.question == Some(question));
        self.layers.iter().any(asks)
    }

    /// The facility whose ladder can be shown from here, and the case that is read.
    pub fn ladder_of(&self) -> Option<(FacilityId, Option<CaseNumber>)> {
        match self.screen {
            Screen::Facility => self.facility.id().map(|id| (id, None)),
            Screen::Case => {
                let case = &self.case.story()?.case;
                Some((case.record.facility.clone(), Some(case.number.clone())))
            }
            _ => None,
        }
    }

    /// Where the keys go.
    pub fn context(&self) -> Context {
        self.layers.last().map_or_else(|| self.screen_context(), Layer::context)
    }

    /// Where the keys would go if nothing lay on top.
    pub fn screen_context(&self) -> Context {
        match self.screen {
            Screen::Welcome => self.welcome.context(),
            Screen::Unlock => self.unlock.context(),
            Screen::Today => Context::Today,
            Screen::Cases => self.cases.context(),
            Screen::Case => Context::Case,
            Screen::Log => self.log.context(),
            Screen::Hotspots => self.hotspots.context(),
            Screen::Facility => Context::Facility,
            Screen::Raise => Context::Raise,
            Screen::Import => Context::Import,
            Screen::Gate => self.gate.context(),
            Screen::Settings => Context::Settings,
            Screen::Promises => Context::Promises,
            Screen::Promise => Context::Promise,
            Screen::People => self.people.context(),
            Screen::Party => Context::Party,
            Screen::Ladder => Context::Ladder,
            Screen::Submission => Context::Submission,
            Screen::Process => self.process.context(),
            Screen::Sheet => Context::Sheet,
            Screen::Duplicates => Context::Duplicates,
        }
    }
}

/// What is left to a screen between header and footer.
pub fn body(size: (u16, u16)) -> Rect {
    let (columns, rows) = size;
    Rect::new(0, 1, columns, rows.saturating_sub(2))
}
