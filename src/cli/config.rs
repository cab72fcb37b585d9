//! `config`: checks or shows the settings, and writes templates to be edited.

use std::process::ExitCode;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::words;
use crate::config::templates;
use crate::tui;

/// The settings.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Reads the settings and the templates of letters and says whether they are sound.
    Check,
    /// Shows what holds, from flags, environment and file.
    Show,
    /// Writes the templates of letter and agenda into the config folder, to be edited; files that are there stay.
    Templates,
}

pub fn run(command: &Command, context: &Context) -> Result<ExitCode, CliError> {
    let config = &context.config;
    let folder = templates::folder(&config.file);
    match command {
        // A file that is not sound never gets this far: every command reads it first.
        Command::Check => {
            tui::check_keys(&config.preferences.keys).map_err(tui::RunError::from)?;
            let own = templates::check(&folder)?;
            out::say(&words::config_sound(context.lang(), &config.file.display().to_string()));
            out::say(&words::templates_sound(context.lang(), own, &folder.display().to_string()));
        }
        Command::Templates => {
            let mut out = Out::new();
            for (path, is_new) in templates::write_missing(&folder)? {
                out.text(&path.display().to_string())?;
                if !is_new {
                    out::say(&words::template_kept(context.lang(), &path.display().to_string()));
                }
            }
            out.finish()?;
        }
        Command::Show => {
            let mut out = Out::new();
            out.line(&format!("# {}", config.file.display()))?;
            out.line(&format!("lang = \"{}\"", config.lang))?;
            out.line(&format!("book = {}", toml::Value::from(config.book.display().to_string())))?;
            out.line(&format!("riel_per_dollar = {}", config.riel_per_dollar))?;
            let mut table = toml::Table::new();
            let tables = [
                ("screen", toml::Value::try_from(&config.preferences)),
                ("keys", toml::Value::try_from(&config.preferences.keys)),
            ];
            for (name, value) in tables {
                let value = value.map_err(|error| CliError::said(Exit::Failed, error.to_string(), None))?;
                table.insert(name.to_owned(), value);
            }
            out.line(table.to_string().trim_end())?;
            out.finish()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
