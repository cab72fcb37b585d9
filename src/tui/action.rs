//! What can be done, where, and with which keys: the types of the one table of actions.
//!
//! Keymap, footer, help, palette, mouse and `docs/KEYS.md` are all made from the [`table`], so that none of them can
//! promise what another does not keep. It knows nothing of the state but what [`Entry::refused`] asks.

mod chord;
mod table;

pub use chord::{Chord, UnknownKey};
pub use table::TABLE;

use super::model::Model;
use crate::i18n::Lang;

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A choice at first start, or where a book cannot be opened.
    Choice,
    /// The short form in which a book is made.
    Make,
    /// The passphrase of a book.
    Unlock,
    /// Nothing can be done but wait.
    Waiting,
    /// What is to be done today.
    Today,
    /// The table of cases.
    Cases,
    /// The line in which a filter is typed.
    Filter,
    /// One case, read in full.
    Case,
    /// The form of a new case.
    Log,
    /// The story of the form over the whole screen.
    Story,
    /// The map and the ranking.
    Hotspots,
    /// One facility.
    Facility,
    /// Raising cases with a party.
    Raise,
    /// Taking in a table.
    Import,
    /// Looking up the facility at whose gate a member is refused.
    Gate,
    /// What is said and done there.
    GateCard,
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
    /// A list to choose from: palette, help, and the choices of screens.
    Menu,
    /// A message, or a question.
    Message,
    /// A line that is asked for.
    Prompt,
    /// A text of many lines that is asked for.
    LongPrompt,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 30] = [
        Self::Choice,
        Self::Make,
        Self::Unlock,
        Self::Waiting,
        Self::Today,
        Self::Cases,
        Self::Filter,
        Self::Case,
        Self::Log,
        Self::Story,
        Self::Hotspots,
        Self::Facility,
        Self::Raise,
        Self::Import,
        Self::Gate,
        Self::GateCard,
        Self::Settings,
        Self::Promises,
        Self::Promise,
        Self::People,
        Self::Party,
        Self::Ladder,
        Self::Submission,
        Self::Process,
        Self::Sheet,
        Self::Duplicates,
        Self::Menu,
        Self::Message,
        Self::Prompt,
        Self::LongPrompt,
    ];

    /// Whether letters are text, or have a meaning of their own, so that no action may take them.
    pub fn takes_letters(self) -> bool {
        matches!(
            self,
            Self::Make
                | Self::Unlock
                | Self::Filter
                | Self::Gate
                | Self::Log
                | Self::Story
                | Self::Sheet
                | Self::Menu
                | Self::Prompt
                | Self::LongPrompt
        )
    }
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    Help,
    Palette,
    Messages,
    Language,
    Quit,
    Suspend,
    ShowToday,
    ShowCases,
    ShowLog,
    ShowHotspots,
    ShowSettings,
    ShowRaise,
    ShowImport,
    TakeTable,
    NextScreen,
    PreviousScreen,
    Undo,
    Refresh,
    Filter,
    ClearFilter,
    FilterDone,
    Sort,
    Measure,
    Period,
    ToggleMap,
    ToggleFunnel,
    DayOfChange,
    FacilityMenu,
    Open,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Choose,
    GoIn,
    GoBack,
    Less,
    More,
    NextField,
    PreviousField,
    Submit,
    Save,
    Leave,
    ContinueDraft,
    ThrowAway,
    StoryDone,
    EditElsewhere,
    Close,
    Agree,
    Decline,
    Turn,
    CaseMenu,
    NextCase,
    PreviousCase,
    ShowMember,
    Correct,
    Consent,
    Confirm,
    Withdraw,
    Reopen,
    NextStep,
    Assign,
    Erase,
    WriteDocument,
    OpenDocument,
    // Following up.
    RaiseCase,
    RecordReply,
    TellMember,
    CloseCase,
    Attach,
    OpenAttachment,
    RemoveAttachment,
    AskAgain,
    CheckObjections,
    MarkCase,
    LinkDemand,
    // At the gate.
    AtTheGate,
    StartCase,

    // Collecting.
    FromMessage,
    FormForTelephones,
    FormOnPaper,
    TallySheet,

    // Promises, parties, submissions, process figures.
    ShowPromises,
    ShowPeople,
    ShowProcess,
    ShowLadder,
    LedgerMenu,
    CycleFate,
    CycleParty,
    CyclePlace,
    AddPromise,
    MovePromise,
    JudgePromise,
    ToggleWaits,
    ShowSubmission,
    AddParty,
    AddContact,
    RemoveContact,
    Reply,
    ReplyInterim,
    Acknowledge,
    TurnClock,
    Escalate,
    ShowParty,
    ShowBefore,
    GroupBy,

    // Cases that are likely one.
    ShowDuplicates,
    JoinCases,
    KeepApart,
    CompareAll,
}

impl Action {
    /// What it is called in the settings: `show-cases`.
    pub fn id(self) -> String {
        let mut id = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !id.is_empty() {
                id.push('-');
            }
            id.push(letter.to_ascii_lowercase());
        }
        id
    }
}

/// A text in a language.
pub type Say = fn(Lang) -> &'static str;

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Entry {
    /// What is done.
    pub action: Action,
    /// Where.
    pub contexts: &'static [Context],
    /// With which keys, if the settings do not say otherwise; the first that every keyboard has is shown.
    pub keys: &'static [Chord],
    /// What it is called in the footer.
    pub name: Say,
    /// What it does, for the help.
    pub doc: Say,
    /// Its rank in the footer: the lowest stays longest; 0 is not shown there.
    pub rank: u8,
    /// Whether the palette lists it: not what only moves the marker.
    pub in_palette: bool,
    /// Why it cannot be done now.
    pub refused: fn(&Model) -> Option<Say>,
}

#[cfg(test)]
mod manual;
#[cfg(test)]
mod tests;
