//! The command line: one file a subcommand. Each reads its flags, calls one use case
//! and prints: results on standard output, messages on standard error.

mod act;
mod add;
mod attach;
mod attach_words;
mod backup;
mod brief;
mod case_flags;
mod compare;
mod config;
mod context;
mod demo;
mod draft_words;
mod drafts;
mod duplicate_words;
mod duplicates;
mod edit;
mod error;
mod export;
mod facilities;
mod follow;
mod follow_words;
mod form;
mod form_words;
mod gate;
mod given;
mod hotspots;
mod import;
mod init;
mod list;
mod manual;
mod members;
mod message;
mod message_words;
mod observe;
mod out;
mod passphrase;
mod promise;
mod raise;
mod recover;
mod reply;
mod show;
mod slip;
mod tell;
mod today;
mod undo;
mod verify;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::config::Environment;
use crate::i18n::Lang;
use context::Context;
use error::CliError;

/// Wardbook: a casebook of complaints about hospital service.
#[derive(Parser)]
#[command(name = "wardbook", version, about, propagate_version = true)]
struct Cli {
    /// The book's file.
    #[arg(long, global = true, value_name = "PATH")]
    book: Option<PathBuf>,
    /// A file that holds the passphrase.
    #[arg(long, global = true, value_name = "F")]
    passphrase_file: Option<PathBuf>,
    /// The language: km or en.
    #[arg(long, global = true, value_name = "km|en")]
    lang: Option<Lang>,
    /// No borders, no colours, no movement: for screen readers.
    #[arg(long, global = true)]
    plain: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// The screens on a throw-away book with made-up cases; with --csv an import file of them.
    Demo(demo::Args),
    /// Makes a book and prints its recovery code once.
    Init(init::Args),
    /// Logs one case; prints its number.
    Add(add::Args),
    /// Lists, shows or throws away drafts: what was typed or read out of a message and is no case yet.
    #[command(subcommand)]
    Drafts(drafts::Command),
    /// Writes down one timed visit without a name.
    Observe(observe::Args),
    /// Lists the cases of a query.
    List(list::Args),
    /// Shows one case.
    Show(show::Args),
    /// Corrects a case.
    Edit(edit::Args),
    /// Takes back what this desk did last.
    Undo(undo::Args),
    /// The member confirmed what was logged.
    Confirm(act::OnCase),
    /// The member takes the complaint back.
    Withdraw(act::OnCase),
    /// Takes up a closed or withdrawn case again.
    Reopen(act::OnCase),
    /// Records what the member agrees to.
    Consent(act::Consent),
    /// Says who follows a case up.
    Assign(act::Assign),
    /// Attaches photos, papers and recordings to a case; lists, opens, saves and removes them.
    Attach(attach::Args),
    /// Erases identity and narrative of a case, for good.
    Erase(act::OnCase),
    /// Says which objections the other side would have against a case.
    Check(follow::CheckArgs),
    /// Marks a case of safety or retaliation: it comes first everywhere.
    Mark(follow::MarkArgs),
    /// Links cases to a demand: many cases, one answer.
    Link(follow::LinkArgs),
    /// Puts the cases of a query in a submission to a party.
    Raise(raise::Args),
    /// Records what a party answered, or that it received a submission.
    Reply(reply::Args),
    /// The ledger of promises.
    #[command(subcommand)]
    Promise(promise::Command),
    /// Tells a member what was answered, or lists who is to be told.
    Tell(tell::TellArgs),
    /// Closes a case whose member was told.
    Close(tell::CloseArgs),
    /// What is due, in the order of urgency.
    Today(today::Args),
    /// A member is being refused now: what to say, whom to call, what to write down.
    Gate(gate::Args),
    /// A slip for the member: the number, what happens next, whom to call; nothing else.
    Slip(slip::Args),
    /// People and parties: the ladder and its clocks.
    People(follow::PeopleArgs),
    /// What parties answered, how fast, and what came of it.
    Process(follow::ProcessArgs),
    /// Counts the cases of a query in groups.
    Hotspots(hotspots::Args),
    /// Holds the waits of two sides of the same cases against each other.
    Compare(compare::Args),
    /// Lists pairs of cases that likely tell of the same visit.
    Duplicates(duplicates::Args),
    /// Joins two cases of one visit: the older is kept, the other becomes its witness.
    Join(duplicates::ToJoin),
    /// Lets a case stand by itself again that was joined into another.
    Part(duplicates::One),
    /// Remembers that two cases are not one, so that nobody is asked again.
    KeepApart(duplicates::Two),
    /// Takes in the cases of a table.
    Import(import::Args),
    /// Writes the cases of a query to a file.
    Export(export::Args),
    /// Lists the known facilities, or adds one.
    #[command(subcommand)]
    Facilities(facilities::Command),
    /// Enters how many members there are, with day and source, or lists what was entered.
    #[command(subcommand)]
    Members(members::Command),
    /// Writes a summary for a party.
    Brief(brief::Args),
    /// Writes a form for telephones or for paper; what it collects comes back by import.
    Form(form::Args),
    /// Reads everything, hashes every chain, folds every case anew, and compares.
    Verify(verify::Args),
    /// Writes a backup of the book with its keys.
    Backup(backup::BackupArgs),
    /// Puts a backup in the place of the book, which is set aside.
    Restore(backup::RestoreArgs),
    /// Changes the passphrase.
    Rekey(recover::RekeyArgs),
    /// Sets a new passphrase with the recovery code.
    Recover(recover::RecoverArgs),
    /// Checks or shows the settings.
    #[command(subcommand)]
    Config(config::Command),
    /// Prints completions for a shell.
    Completions(manual::CompletionsArgs),
    /// Prints the manual page.
    Man,
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse_from(negations_kept(std::env::args_os().collect()));
    let context = Context::new(cli.book, cli.passphrase_file, cli.lang, cli.plain);
    // What is wrong with the settings is told in the language that was asked for without them.
    let asked = || cli.lang.or_else(|| Environment::of_process().locale.as_deref().map(Lang::from_locale));
    let lang = context.as_ref().map_or_else(|_| asked().unwrap_or(Lang::En), |context| context.config.lang);
    match context.and_then(|context| run(cli.command, &context)) {
        Ok(code) => code,
        Err(error) => error.report(lang),
    }
}

/// A query may begin with a hyphen (`-payer:cash`), which would be read as a flag: in
/// the commands that take a query such a hyphen becomes the minus sign, which negates
/// as well.
fn negations_kept(mut arguments: Vec<OsString>) -> Vec<OsString> {
    const WITH_VALUE: [&str; 3] = ["--book", "--passphrase-file", "--lang"];
    const TAKE_QUERY: [&str; 8] =
        ["list", "hotspots", "compare", "export", "brief", "raise", "process", "duplicates"];
    let mut index = 1;
    while let Some(argument) = arguments.get(index).and_then(|argument| argument.to_str()) {
        if WITH_VALUE.contains(&argument) {
            index += 1;
        } else if !argument.starts_with('-') {
            break;
        }
        index += 1;
    }
    let takes_query = arguments
        .get(index)
        .and_then(|command| command.to_str())
        .is_some_and(|command| TAKE_QUERY.contains(&command));
    if takes_query {
        for argument in arguments.iter_mut().skip(index + 1) {
            let negated = argument.to_str().and_then(|text| text.strip_prefix('-'));
            if let Some(term) =
                negated.filter(|term| !term.is_empty() && !term.starts_with('-') && *term != "h")
            {
                *argument = format!("\u{2212}{term}").into();
            }
        }
    }
    arguments
}

fn run(command: Option<Command>, context: &Context) -> Result<ExitCode, CliError> {
    let Some(command) = command else {
        return demo::screens(context, None);
    };
    match command {
        Command::Demo(args) => demo::run(&args, context),
        Command::Init(args) => init::run(&args, context),
        Command::Add(args) => add::run(&args, context),
        Command::Drafts(command) => drafts::run(&command, context),
        Command::Observe(args) => observe::run(&args, context),
        Command::List(args) => list::run(&args, context),
        Command::Show(args) => show::run(&args, context),
        Command::Edit(args) => edit::run(args, context),
        Command::Undo(args) => undo::run(&args, context),
        Command::Confirm(args) => act::confirm(&args, context),
        Command::Withdraw(args) => act::withdraw(&args, context),
        Command::Reopen(args) => act::reopen(&args, context),
        Command::Consent(args) => act::consent(&args, context),
        Command::Assign(args) => act::assign(&args, context),
        Command::Attach(args) => attach::run(&args, context),
        Command::Erase(args) => act::erase(&args, context),
        Command::Check(args) => follow::check(&args, context),
        Command::Mark(args) => follow::mark(&args, context),
        Command::Link(args) => follow::link(&args, context),
        Command::Raise(args) => raise::run(&args, context),
        Command::Reply(args) => reply::run(&args, context),
        Command::Promise(command) => promise::run(&command, context),
        Command::Tell(args) => tell::tell(&args, context),
        Command::Close(args) => tell::close(&args, context),
        Command::Today(args) => today::run(&args, context),
        Command::Gate(args) => gate::run(&args, context),
        Command::Slip(args) => slip::run(&args, context),
        Command::People(args) => follow::people(&args, context),
        Command::Process(args) => follow::process(&args, context),
        Command::Hotspots(args) => hotspots::run(&args, context),
        Command::Compare(args) => compare::run(&args, context),
        Command::Duplicates(args) => duplicates::run(&args, context),
        Command::Join(args) => duplicates::join(&args, context),
        Command::Part(args) => duplicates::part(&args, context),
        Command::KeepApart(args) => duplicates::keep_apart(&args, context),
        Command::Import(args) => import::run(&args, context),
        Command::Export(args) => export::run(&args, context),
        Command::Facilities(command) => facilities::run(&command, context),
        Command::Members(command) => members::run(&command, context),
        Command::Brief(args) => brief::run(&args, context),
        Command::Form(args) => form::run(&args, context),
        Command::Verify(args) => verify::run(&args, context),
        Command::Backup(args) => backup::back_up(&args, context),
        Command::Restore(args) => backup::restore(&args, context),
        Command::Rekey(args) => recover::rekey(&args, context),
        Command::Recover(args) => recover::recover(&args, context),
        Command::Config(command) => config::run(&command, context),
        Command::Completions(args) => manual::completions(&args, Cli::command()),
        Command::Man => manual::page(Cli::command()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_query_may_begin_with_a_hyphen_and_flags_may_follow_it() {
        for (arguments, query) in [
            ("wardbook list -issue:WAIT --json", "\u{2212}issue:WAIT"),
            ("wardbook --book x list --json -payer:nssf province:08", "\u{2212}payer:nssf province:08"),
            ("wardbook list -helpful --json", "\u{2212}helpful"),
        ] {
            let arguments = arguments.split(' ').map(OsString::from).collect();
            match Cli::try_parse_from(negations_kept(arguments)).map(|cli| cli.command) {
                Ok(Some(Command::List(args))) => assert!(args.json && args.query.text() == query, "{query}"),
                _ => panic!("{query}"),
            }
        }
        let kept = ["wardbook", "add", "--narrative", "-list"].map(OsString::from).to_vec();
        assert_eq!(negations_kept(kept.clone()), kept);
    }
}
