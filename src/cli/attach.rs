//! `attach`: photos, papers and recordings of a case.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::attach_words as words;
use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use crate::app::{AppError, AttachmentView, Session};
use crate::domain::number::CaseNumber;
use crate::i18n::numbers::megabytes;
use crate::i18n::{Lang, Named, dates};
use crate::tui::private::PrivateFolder;

/// Attaches files to a case, or lists, opens, saves and removes what is attached.
#[derive(clap::Args)]
#[command(
    override_usage = "wardbook attach [OPTIONS] <NUMBER> <FILES|--list|--open <N>|--save <N> <OUT>|--remove <N>>"
)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["files", "list", "open", "save", "remove"])))]
pub struct Args {
    /// The case number.
    pub number: String,
    /// JPEG, PNG, WebP, PDF, MP3, M4A, 3GP, Ogg, AMR or WAV, up to 20 MB each. Position, names and times are taken out.
    pub files: Vec<PathBuf>,
    /// What is to be known of them; erased with the identity.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
    /// Lists what is attached.
    #[arg(long)]
    pub list: bool,
    /// Opens an attachment with the system's viewer, from a private file that is removed afterwards.
    #[arg(long, value_name = "N")]
    pub open: Option<usize>,
    /// Writes an attachment to a file.
    #[arg(long, value_names = ["N", "OUT"], num_args = 2)]
    pub save: Option<Vec<String>>,
    /// Takes an attachment away.
    #[arg(long, value_name = "N")]
    pub remove: Option<usize>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let mut session = context.open()?;
    if let Some(which) = args.open {
        return open(&session, &number, which, lang);
    }
    if let Some([which, path]) = args.save.as_deref() {
        let which =
            which.parse().map_err(|_| CliError::said(Exit::Usage, words::no_number(lang, which), None))?;
        session.save_attachment(&number, which, Path::new(path))?;
        out::say(&words::saved(lang, path));
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(which) = args.remove {
        session.detach(&number, which)?;
        out::say(words::removed(lang));
    } else if !args.list {
        let done = session.attach(&number, &args.files, &args.note)?;
        let before = done.all.len() - done.added;
        for (path, one) in args.files.iter().zip(done.all.iter().skip(before)) {
            out::say(&format!("{}: {}", path.display(), stripped(one, lang)));
        }
        if done.may_be_a {
            out::say(&words::may_be_a(lang, number.as_str()));
        }
    }
    list(&session.attachments(&number)?, args.json, lang)
}

fn list(all: &[AttachmentView], json: bool, lang: Lang) -> Result<ExitCode, CliError> {
    let mut out = Out::new();
    for one in all {
        if json {
            out.line(&serde_json::to_string(one).unwrap_or_default())?;
        } else {
            out.text(&line(one, lang))?;
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// One attachment in a line.
pub(super) fn line(one: &AttachmentView, lang: Lang) -> String {
    let mut parts = vec![one.number.to_string(), one.media.name(lang).to_owned(), megabytes(one.size, lang)];
    parts.extend(one.on.map(|on| dates::date(on, lang)));
    parts.extend(one.note.clone());
    parts.extend((!one.is_here).then(|| words::not_here(lang).to_owned()));
    parts.join("  ")
}

/// What was taken out, or that there was nothing.
fn stripped(one: &AttachmentView, lang: Lang) -> String {
    if one.stripped.is_empty() {
        return words::nothing_stripped(lang).to_owned();
    }
    let names: Vec<&str> = one.stripped.iter().map(|stripped| stripped.name(lang)).collect();
    words::stripped(lang, &names.join(", "))
}

/// Shows it until the officer says that it was seen, or the system ends the program.
fn open(session: &Session, number: &CaseNumber, which: usize, lang: Lang) -> Result<ExitCode, CliError> {
    if !std::io::stdin().is_terminal() {
        // Nobody could say when it was seen, and a file in clear would stay.
        let hint = Some(words::open_hint(lang).to_owned());
        return Err(CliError::said(Exit::Usage, words::no_terminal_to_open(lang), hint));
    }
    let (media, bytes) = session.attachment_bytes(number, which)?;
    let failed = |source| AppError::file(Path::new("attachment"), source);
    let folder = PrivateFolder::make().map_err(failed)?;
    let path = folder.write(&format!("attachment.{}", media.ending()), &bytes).map_err(failed)?;
    open::that_detached(&path).map_err(failed)?;
    out::say(words::opened(lang));
    wait_until_seen();
    drop(folder);
    Ok(ExitCode::SUCCESS)
}

/// Until a line is typed, or a signal asks the program to end: then the file goes all the same.
fn wait_until_seen() {
    let (send, receive) = std::sync::mpsc::channel();
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) {
            let send = send.clone();
            std::thread::spawn(move || {
                if signals.forever().next().is_some() {
                    let _ = send.send(());
                }
            });
        }
    }
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_line(&mut String::new());
        let _ = send.send(());
    });
    let _ = receive.recv();
}
