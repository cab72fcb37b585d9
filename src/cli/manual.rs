//! `completions` and `man`: made from the definition of the command line itself.

use std::process::ExitCode;

use clap_complete::Shell;

use super::error::CliError;
use super::out::Out;

/// Prints completions.
#[derive(clap::Args)]
pub struct CompletionsArgs {
    /// bash, elvish, fish, powershell or zsh.
    pub shell: Shell,
}

pub fn completions(args: &CompletionsArgs, mut command: clap::Command) -> Result<ExitCode, CliError> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut command, "wardbook", &mut bytes);
    print(&bytes)
}

pub fn page(command: clap::Command) -> Result<ExitCode, CliError> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command).render(&mut bytes).map_err(CliError::Output)?;
    print(&bytes)
}

fn print(bytes: &[u8]) -> Result<ExitCode, CliError> {
    let mut out = Out::new();
    out.bytes(bytes)?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}
