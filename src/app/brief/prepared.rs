//! A brief that was gathered and not written yet: what it would say, what in its stories is suspected to give somebody
//! away, what it leaves out and why, and what to beware of. The officer looks at it, strikes or keeps, and writes.

use std::ops::Range;

use chrono::NaiveDate;

use super::ledger::WrittenBrief;
use super::words;
use crate::brief::compose::{Facts, Story, compose};
use crate::brief::document::Document;
use crate::brief::letter::Enclosed;
use crate::brief::scrub::{STRUCK, Struck, Suspect};
use crate::domain::issue::IssueCode;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::i18n::{Lang, numbers};

/// A gathered brief. Nothing is written, and the book does not remember it, until
/// [`Session::write_brief`](crate::app::Session::write_brief).
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// For whom.
    pub party: Party,
    /// In which language it will be.
    pub lang: Lang,
    /// Who makes it, for what goes with it.
    pub(super) officer: String,
    /// Cases counted: what the officer is told, and the document only from five on.
    pub(super) cases: u32,
    /// What it rests on, but for the stories. Small counts too, of facilities and of how cases were gathered: of these the
    /// document says what may be told.
    pub(super) facts: Facts,
    pub(super) stories: Vec<PreparedStory>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) warnings: Vec<BriefWarning>,
    /// What the book is to remember of it once it is written.
    pub(super) remembered: WrittenBrief,
}

/// A story that may be told, with what is suspected in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedStory {
    /// The case, for the officer's eyes: it never stands in a document.
    pub number: CaseNumber,
    /// The member, by a name that means nobody: the same in all briefs of the meeting.
    pub pseudonym: String,
    /// The place as shown.
    pub place: String,
    /// The day of the visit, of which the document tells the month.
    pub visited_on: NaiveDate,
    /// The problems that the document names with it: those that its table shows by themselves.
    pub issues: Vec<IssueCode>,
    /// The whole narrative, as it was told.
    pub text: String,
    /// What is suspected in it, in order, none overlapping.
    pub suspicions: Vec<Suspicion>,
    /// Whether it is told.
    pub is_told: bool,
}

/// A place in a story that may give somebody away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// Where: bytes of [`PreparedStory::text`], at borders of characters.
    pub range: Range<usize>,
    /// Why.
    pub why: Suspect,
    /// Whether it is struck. At first all are.
    pub is_struck: bool,
}

impl PreparedStory {
    /// The story as it would be told now.
    pub fn told(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        for suspicion in self.suspicions.iter().filter(|suspicion| suspicion.is_struck) {
            out.push_str(self.text.get(at..suspicion.range.start).unwrap_or_default());
            out.push_str(STRUCK);
            at = suspicion.range.end;
        }
        out.push_str(self.text.get(at..).unwrap_or_default());
        out
    }

    /// How many suspicions are struck.
    pub fn struck(&self) -> usize {
        self.suspicions.iter().filter(|suspicion| suspicion.is_struck).count()
    }
}

/// Cases that a brief leaves out, for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub why: WhyLeftOut,
    /// How many. This is what the officer is told; the document says `<5` of less than five.
    pub cases: u32,
}

/// Why a case is not in the figures, or its story is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyLeftOut {
    /// Not counted: no consent is recorded.
    NoConsent,
    /// Not counted: the member agreed to something else.
    OtherPurpose,
    /// Not counted: the member took the complaint back.
    Withdrawn,
    /// No story: the member agreed to be counted, not to be told of.
    NoStoryConsent,
    /// No story: it was erased, or there never was one.
    NoText,
    /// No story: hearsay (evidence D).
    Hearsay,
    /// No story: the place as shown has fewer than five cases, or too few beside the stories told of it.
    TooFewAtPlace,
    /// No story: its month lies in a time whose cases are too few to be shown.
    TooFewInTime,
    /// No story: it is too long.
    TooLong,
    /// No story: once what is suspected is struck, nothing is left but gaps.
    OnlyGaps,
    /// No story: one of the same place and month is told.
    LikeAnother,
    /// No story: there are as many as a brief tells.
    Enough,
    /// No story: the officer left it out.
    ByOfficer,
}

/// What to beware of before a brief is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BriefWarning {
    /// There are fewer than five cases: the document holds no figures.
    TooFewCases,
    /// Who holds an earlier brief beside this one can subtract, and learns of one to four cases.
    BesideEarlier {
        /// Of which places, problems, times and the like, by their names.
        what: Vec<String>,
        /// The day of the earlier brief.
        on: NaiveDate,
        /// To whom that went, by name.
        party: String,
        /// Whether that is so; else it may be, for nobody can tell whether the cases of one hold those of the other.
        is_sure: bool,
    },
    /// Names were asked for, and nobody agreed to be named.
    NobodyToName,
    /// So many suspected places stay in the stories.
    Kept(usize),
}

impl LeftOut {
    /// As a sentence: `12 cases: no consent is recorded.`
    pub fn said(&self, lang: Lang) -> String {
        words::left_out(self.why, &numbers::number(self.cases.into(), lang), lang)
    }
}

impl BriefWarning {
    /// As a sentence.
    pub fn said(&self, lang: Lang) -> String {
        words::warning(self, lang)
    }
}

impl Prepared {
    /// How many cases it counts.
    pub fn cases(&self) -> u32 {
        self.cases
    }

    /// The members whom the document names, by what they are called in stories: those who agreed to it, where that was
    /// asked for.
    pub fn named(&self) -> &[(String, String)] {
        &self.facts.names
    }

    /// The stories that it may tell.
    pub fn stories(&self) -> &[PreparedStory] {
        &self.stories
    }

    /// Strikes a suspicion, or keeps what stands there.
    pub fn strike(&mut self, story: usize, suspicion: usize, is_struck: bool) {
        let story = self.stories.get_mut(story);
        if let Some(suspicion) = story.and_then(|story| story.suspicions.get_mut(suspicion)) {
            suspicion.is_struck = is_struck;
        }
    }

    /// Tells a story, or leaves it out.
    pub fn tell(&mut self, story: usize, is_told: bool) {
        if let Some(story) = self.stories.get_mut(story) {
            story.is_told = is_told;
        }
    }

    /// What is left out and why, none of it zero.
    pub fn left_out(&self) -> Vec<LeftOut> {
        let by_officer = self.stories.iter().filter(|story| !story.is_told).count();
        let by_officer = LeftOut { why: WhyLeftOut::ByOfficer, cases: by_officer as u32 };
        self.left_out.iter().copied().chain([by_officer]).filter(|left| left.cases > 0).collect()
    }

    /// What to beware of.
    pub fn warnings(&self) -> Vec<BriefWarning> {
        let kept: usize = self.told().map(|story| story.suspicions.len() - story.struck()).sum();
        let kept = (kept > 0).then_some(BriefWarning::Kept(kept));
        self.warnings.iter().cloned().chain(kept).collect()
    }

    /// How many suspicions are struck from the stories told.
    pub fn struck(&self) -> usize {
        self.struck_by_kind().places()
    }

    /// The same, by what each may be.
    pub fn struck_by_kind(&self) -> Struck {
        let suspicions = self.told().flat_map(|story| &story.suspicions);
        suspicions.filter(|suspicion| suspicion.is_struck).map(|suspicion| suspicion.why).collect()
    }

    fn told(&self) -> impl Iterator<Item = &PreparedStory> {
        self.stories.iter().filter(|story| story.is_told)
    }

    /// What a letter and an agenda beside it say.
    pub fn enclosed(&self) -> Enclosed {
        Enclosed::of(&self.facts, &self.officer, self.lang)
    }

    /// The document as it would be written now.
    pub fn document(&self) -> Document {
        let stories = self.told().map(|story| Story {
            pseudonym: story.pseudonym.clone(),
            place: story.place.clone(),
            visited_on: story.visited_on,
            issues: story.issues.clone(),
            text: story.told(),
        });
        let facts = Facts { stories: stories.collect(), ..self.facts.clone() };
        compose(&facts, self.lang)
    }
}
