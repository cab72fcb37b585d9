//! Why a brief goes to its party, and from where that is known.

use super::Facts;
use super::words::why as words;
use crate::brief::document::Document;
use crate::domain::party::Party;
use crate::i18n::Lang;

/// Why this party.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    document.heading(words::why(lang));
    document.paragraph(match &facts.to {
        Party::Facility(_) => words::facility(lang),
        Party::Agent(_) => words::agent(lang),
        Party::LabourDepartment(_) => words::labour_department(lang),
        Party::Board => words::board(lang),
        Party::NssfBranch(_) => words::branch(lang),
        Party::Nssf => words::head_office(lang),
        Party::HealthDepartment(_) => words::department(lang),
        Party::HealthMinistry | Party::Employer(_) | Party::Other(_)
            if facts.gathered.is_of_one_officer() =>
        {
            words::health_ministry_of_one(lang)
        }
        Party::HealthMinistry | Party::Employer(_) | Party::Other(_) => words::health_ministry(lang),
        Party::LabourMinistry => words::labour_ministry(lang),
        Party::Regulator => words::regulator(lang),
    });
    if let Some(said) = said(&facts.to, lang) {
        document.paragraph(said);
    }
}

/// What the Prime Minister said on 20 February 2025, to those whom it concerns: the ministry and who treats patients
/// under it, and the fund as an operator.
fn said(party: &Party, lang: Lang) -> Option<&'static str> {
    match party {
        Party::Facility(_) | Party::HealthDepartment(_) | Party::HealthMinistry => {
            Some(words::said_of_care(lang))
        }
        Party::Nssf | Party::NssfBranch(_) | Party::Agent(_) | Party::Board => {
            Some(words::said_of_operators(lang))
        }
        Party::LabourMinistry
        | Party::LabourDepartment(_)
        | Party::Regulator
        | Party::Employer(_)
        | Party::Other(_) => None,
    }
}

/// The sources of what is said, for the last page.
pub(super) fn sources(party: &Party, lang: Lang) -> &'static str {
    match party {
        Party::LabourMinistry | Party::LabourDepartment(_) => words::source_prakas(lang),
        Party::Regulator => words::source_decision(lang),
        _ => words::source_speech(lang),
    }
}

/// What was said of the right to care of those who hold a card, and where it was reported: for those who stand at a counter.
pub fn rights(lang: Lang) -> (&'static str, &'static str) {
    (words::said_of_care(lang), words::source_speech(lang))
}

/// The source of who is entitled to care.
pub fn entitlement_source(lang: Lang) -> &'static str {
    words::source_prakas(lang)
}
