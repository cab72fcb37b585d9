//! `config`: checks or shows the settings, and writes templates to be edited.

use std::collections::BTreeSet;
use std::process::ExitCode;

use chrono::Datelike;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::words;
use crate::config::{holidays, templates};
use crate::reference::{self, Holiday};
use crate::tui;

/// The settings.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Reads the settings, the list of holidays and the templates of letters, and says whether they are sound.
    Check,
    /// Shows what holds, from flags, environment and file.
    Show,
    /// Prints the public holidays that hold, in the form of holidays.csv: the beginning of a list of one's own.
    Holidays,
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
            let list = holidays::read(&holidays::path(&config.file))?;
            out::say(&words::config_sound(context.lang(), &config.file.display().to_string()));
            out::say(&words::templates_sound(context.lang(), own, &folder.display().to_string()));
            for line in list.iter().flat_map(|list| holidays::said(list, context.lang())) {
                out::say(&line);
            }
        }
        Command::Holidays => {
            let list = holidays::read(&holidays::path(&config.file))?.unwrap_or_default();
            let years: BTreeSet<i32> = list.keys().map(Datelike::year).collect();
            let built_in = reference::holidays().filter(|day| !years.contains(&day.date.year()));
            let mut days: Vec<Holiday> = built_in.cloned().chain(list.into_values()).collect();
            days.sort_by_key(|day| day.date);
            let mut table = csv::Writer::from_writer(Vec::new());
            let failed = |error: csv::Error| CliError::said(Exit::Failed, error.to_string(), None);
            table.write_record(holidays::COLUMNS).map_err(failed)?;
            for day in days {
                let date = day.date.to_string();
                table.write_record([&date, &day.name_km, &day.name_en]).map_err(failed)?;
            }
            let bytes = table.into_inner().unwrap_or_default();
            let mut out = Out::new();
            out.bytes(&bytes)?;
            out.finish()?;
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
            if let Some(phone) = &config.phone {
                out.line(&format!("phone = {}", toml::Value::from(phone.as_str())))?;
            }
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
