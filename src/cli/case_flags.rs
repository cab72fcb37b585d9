//! The flags that describe a case, one for each column that a case may be made from:
//! `--visited-on`, `--facility`, `--issues` …

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::observation::Observation;
use crate::domain::values::Coded;
use crate::i18n::{Lang, label};

/// What was said of a case on the command line: columns with their texts.
#[derive(Debug, Clone, Default)]
pub struct CaseFlags {
    pub given: Vec<(Column, String)>,
}

impl CaseFlags {
    /// The flags over a draft.
    pub fn over(&self, mut draft: Draft) -> Draft {
        for (column, text) in &self.given {
            draft.set(*column, text.clone());
        }
        draft
    }
}

fn columns() -> impl Iterator<Item = Column> {
    Column::inputs().filter(|column| !matches!(column, Column::SourceId | Column::RecordedAt))
}

/// `visited-on` of `visited_on`.
fn long(column: Column) -> String {
    column.code().replace('_', "-")
}

/// Columns that may be said with another word too.
fn alias(column: Column) -> Option<&'static str> {
    match column {
        Column::Issues => Some("issue"),
        Column::WaitedMinutes => Some("waited"),
        Column::PaidRiel => Some("paid"),
        Column::VisitedOn => Some("visited"),
        _ => None,
    }
}

/// Columns whose flag may stand several times.
fn repeats(column: Column) -> bool {
    matches!(column, Column::Issues | Column::Consent)
}

/// The same columns that an observation has, and no others.
#[derive(Debug, Clone, Default)]
pub struct VisitFlags(pub CaseFlags);

/// Declares the flags of some columns.
fn declare(mut command: Command, columns: impl Iterator<Item = Column>) -> Command {
    for column in columns {
        let mut flag = Arg::new(column.code())
            .long(long(column))
            .value_name("TEXT")
            .allow_hyphen_values(true)
            .help(label(column, Lang::En));
        if let Some(alias) = alias(column) {
            flag = flag.visible_alias(alias);
        }
        if repeats(column) {
            flag = flag.action(ArgAction::Append);
        }
        command = command.arg(flag);
    }
    command
}

impl CaseFlags {
    /// Takes the flags of some columns.
    fn take(&mut self, matches: &ArgMatches, columns: impl Iterator<Item = Column>) {
        for column in columns {
            let texts: Vec<&str> =
                matches.get_many::<String>(column.code()).into_iter().flatten().map(String::as_str).collect();
            if matches.contains_id(column.code()) && !texts.is_empty() {
                self.given.push((column, texts.join(";")));
            }
        }
    }
}

impl Args for CaseFlags {
    fn augment_args(command: Command) -> Command {
        declare(command, columns())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for CaseFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = Self::default();
        flags.update_from_arg_matches(matches)?;
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.take(matches, columns());
        Ok(())
    }
}

impl Args for VisitFlags {
    fn augment_args(command: Command) -> Command {
        declare(command, Observation::COLUMNS.into_iter())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for VisitFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = Self::default();
        flags.update_from_arg_matches(matches)?;
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.take(matches, Observation::COLUMNS.into_iter());
        Ok(())
    }
}
