//! The first step: with whom, which cases, of which time, in which language, as which kind of file, at which meeting, and
//! whether anybody is named.

use std::path::{Path, PathBuf};

use super::{Raise, seen};
use crate::app::brief::party_called;
use crate::domain::party::Party;
use crate::domain::period::Period;
use crate::domain::place::PlaceCode;
use crate::i18n::Lang;
use crate::reference;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Work};
use crate::tui::layers::{Asking, Menu, Message, Picking, Prompt, Question};
use crate::tui::model::{Cx, Model, Request, Tone, Words};
use crate::tui::screens::hotspots::period_name;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::choices::{self, beside};
use crate::tui::words;

/// What is chosen, in the order in which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Party,
    Cases,
    Period,
    Meeting,
    Names,
    Language,
    Format,
    Letter,
}

/// All of it.
const ROWS: [Row; 8] =
    [Row::Party, Row::Cases, Row::Period, Row::Meeting, Row::Names, Row::Language, Row::Format, Row::Letter];

/// As which kind of file a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For printing and for the table.
    #[default]
    Pdf,
    /// To be changed in a word processor.
    Docx,
    /// The figures, to be counted with.
    Xlsx,
    /// A page for telephones and messengers.
    Html,
    /// A picture of the main figures.
    Png,
}

impl Format {
    const ALL: [Self; 5] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Html, Self::Png];

    /// How its files end.
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Png => "png",
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Pdf => words::format_pdf(lang),
            Self::Docx => words::format_docx(lang),
            Self::Xlsx => words::format_xlsx(lang),
            Self::Html => words::format_html(lang),
            Self::Png => words::format_png(lang),
        }
    }
}

impl Row {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Party => words::raise_party(lang),
            Self::Cases => words::raise_cases(lang),
            Self::Period => words::raise_period(lang),
            Self::Language => words::raise_language(lang),
            Self::Format => words::raise_format(lang),
            Self::Letter => words::raise_letter(lang),
            Self::Meeting => words::raise_meeting(lang),
            Self::Names => words::raise_names(lang),
        }
    }

    fn doc(self, lang: Lang) -> &'static str {
        match self {
            Self::Party => words::raise_party_doc(lang),
            Self::Cases => words::raise_cases_doc(lang),
            Self::Period => words::raise_period_doc(lang),
            Self::Language => words::raise_language_doc(lang),
            Self::Format => words::raise_format_doc(lang),
            Self::Letter => words::raise_letter_doc(lang),
            Self::Meeting => words::raise_meeting_doc(lang),
            Self::Names => words::raise_names_doc(lang),
        }
    }
}

impl Raise {
    /// Those with whom something may be raised: the facility that was looked at, if any, then from the head offices to
    /// those of a province.
    pub(super) fn parties(&self) -> Vec<Party> {
        let provinces = || {
            reference::provinces().filter_map(|place| match place.code {
                PlaceCode::Province(province) => Some(province),
                _ => None,
            })
        };
        let mut parties: Vec<Party> =
            self.facility.iter().map(|known| Party::Facility(known.id.clone())).collect();
        parties.extend([Party::Nssf, Party::HealthMinistry, Party::LabourMinistry, Party::Regulator]);
        parties.extend(provinces().map(Party::NssfBranch));
        parties.extend(provinces().map(Party::HealthDepartment));
        parties
    }

    /// A party was chosen from the list.
    pub fn party_picked(&mut self, index: usize) {
        if let Some(party) = self.parties().into_iter().nth(index) {
            // Who agreed that one party learns a name was not asked about another.
            self.with_names &= party == self.party;
            self.party = party;
            self.changed();
        }
    }

    /// The cases were told as a query.
    pub fn told_query(&mut self, text: &str) {
        text.trim().clone_into(&mut self.query);
        self.changed();
    }

    /// What the meeting is called was told.
    pub fn told_meeting(&mut self, text: &str) {
        text.trim().clone_into(&mut self.meeting);
        self.changed();
    }

    /// The officer said yes to naming those who agreed to it.
    pub fn name_members(&mut self) {
        self.with_names = true;
        self.changed();
    }

    /// Names nobody, or asks whether those are to be named who agreed to it.
    fn turn_names(&mut self, cx: &mut Cx<'_>) {
        if self.with_names {
            self.with_names = false;
            self.changed();
            return;
        }
        let (party, facility) = (self.party.clone(), self.facility.clone());
        let text = Words::new(move |lang| {
            words::raise_names_ask(lang, &party_called(&party, facility.as_deref(), lang))
        });
        let asked = Message::ask(Question::NameMembers, words::raise_names_title, text);
        cx.requests.push(Request::Lay(asked));
    }

    pub(super) fn choose(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(row) = ROWS.get(self.row.chosen) else {
            return;
        };
        match (choices::turns(action), row) {
            (Some(_), Row::Party) => {
                let parties = self.parties();
                let chosen = parties.iter().position(|party| *party == self.party).unwrap_or(0);
                let facility = self.facility.clone();
                let labels = parties.into_iter().map(|party| {
                    let facility = facility.clone();
                    Words::new(move |lang| party_called(&party, facility.as_deref(), lang))
                });
                let menu = Menu::pick(words::raise_party, Picking::RaiseParty, labels, chosen);
                cx.requests.push(Request::Lay(menu));
            }
            (Some(_), Row::Cases) => {
                let (title, hint) = (Words::fixed(words::raise_cases), Words::fixed(words::raise_cases_doc));
                cx.requests.push(Request::Lay(Prompt::line(Asking::CasesToRaise, title, hint, &self.query)));
            }
            (Some(_), Row::Meeting) => {
                let (title, hint) =
                    (Words::fixed(words::raise_meeting), Words::fixed(words::raise_meeting_doc));
                cx.requests.push(Request::Lay(Prompt::line(Asking::Meeting, title, hint, &self.meeting)));
            }
            (Some(_), Row::Names) => self.turn_names(cx),
            (Some(forward), row) => self.turn_row(*row, forward),
            (None, _) => {
                self.row.act(action, ROWS.len(), seen(cx.size));
            }
        }
    }

    fn turn_row(&mut self, row: Row, forward: bool) {
        match row {
            Row::Period => self.period = beside(&Period::ALL, self.period, forward),
            Row::Language => self.language = self.language.other(),
            Row::Format => {
                // Another kind of file says the same.
                self.format = beside(&Format::ALL, self.format, forward);
                return;
            }
            Row::Letter => {
                self.with_letter = !self.with_letter;
                return;
            }
            Row::Party | Row::Cases | Row::Meeting | Row::Names => return,
        }
        self.changed();
    }

    /// Asks where the document is to lie.
    pub(super) fn ask_path(&self, cx: &mut Cx<'_>) {
        if self.is_writing() {
            return;
        }
        let party = self.party.to_string().replace(':', "-");
        let language = self.language.code();
        let name = format!("wardbook-{party}-{}-{language}.{}", cx.today, self.format.ending());
        let path = self.folder.join(name).display().to_string();
        let (title, hint) = (Words::fixed(words::raise_path), Words::fixed(words::raise_path_doc));
        cx.requests.push(Request::Lay(Prompt::line(Asking::DocumentPath, title, hint, &path)));
    }

    /// Where the document is to lie was told: it is written.
    pub fn told_path(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
        let path = PathBuf::from(text.trim());
        if path.file_name().is_none() {
            return Err(Words::fixed(words::raise_path_doc));
        }
        let path = if path.is_absolute() { path } else { self.folder.join(path) };
        self.write(&path, cx);
        Ok(())
    }

    fn write(&mut self, path: &Path, cx: &mut Cx<'_>) {
        let Some(prepared) = self.prepared() else {
            cx.toast(Tone::Plain, Words::fixed(words::raise_look_first));
            return;
        };
        let (prepared, generation) = (Box::new(prepared.clone()), self.written.next());
        self.writing = Some(generation);
        let goes_on = self.goes_on.renewed();
        let path = path.to_owned();
        cx.effects.push(Effect::Write(Work::WriteBrief {
            prepared,
            path,
            with_letter: self.with_letter,
            goes_on,
            generation,
        }));
    }

    pub(super) fn draw_choices(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let lang = model.lang;
        let rows: Vec<(&str, String)> =
            ROWS.iter().map(|row| (row.label(lang), self.value(*row, lang))).collect();
        let doc = ROWS.get(self.row.chosen).map_or("", |row| row.doc(lang));
        choices::draw(canvas, &rows, self.row, [doc, words::raise_how(lang)], model.theme);
    }

    fn value(&self, row: Row, lang: Lang) -> String {
        match row {
            Row::Party => party_called(&self.party, self.facility.as_deref(), lang),
            Row::Cases if self.query.is_empty() => words::raise_all_cases(lang).to_owned(),
            Row::Cases => self.query.clone(),
            Row::Period => period_name(self.period)(lang).to_owned(),
            Row::Language => self.language.own_name().to_owned(),
            Row::Format => self.format.name(lang).to_owned(),
            Row::Letter if self.with_letter => words::raise_with_letter(lang).to_owned(),
            Row::Letter => words::raise_without_letter(lang).to_owned(),
            Row::Meeting if self.meeting.is_empty() => words::raise_meeting_today(lang).to_owned(),
            Row::Meeting => self.meeting.clone(),
            Row::Names if self.with_names => words::raise_with_names(lang).to_owned(),
            Row::Names => words::raise_without_names(lang).to_owned(),
        }
    }
}
