//! Card against cash: the medians, what two tests make of them, and what stands in the way.

use super::tables::Numbered;
use super::told::{self, number, wait_text};
use super::{Facts, charts, words};
use crate::brief::document::Document;
use crate::brief::plain::{self, Among};
use crate::domain::values::Payer;
use crate::i18n::Lang;
use crate::insight::{Of, Warning};

const CARD: Among<'static> = Among::Payer(Payer::Nssf);
const CASH: Among<'static> = Among::Payer(Payer::Cash);

/// Card against cash.
pub(super) fn write(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let lang = document.lang;
    document.heading(words::payers(lang));
    let (card, cash) = &facts.card_and_cash;
    let Some((card_median, cash_median)) = told::comparable(facts) else {
        document.paragraph(words::not_comparable(lang));
        return;
    };
    let found = &facts.compared.found;
    let said = [
        words::compared(
            lang,
            &wait_text(card_median, lang),
            &number(card.timed, lang),
            &wait_text(cash_median, lang),
            &number(cash.timed, lang),
        ),
        plain::compared(CARD, CASH, found, lang),
        words::both_complained(lang).to_owned(),
    ];
    document.paragraph(&said.join(" "));
    document.paragraph(&words::tested(lang, &plain::verdict(found, lang)));
    if let Some(found) = charts::waits(facts, lang) {
        document.blocks.push(found.block(&numbered.figure(lang), lang));
    }
    // Where one officer logged all, that is said of all.
    let is_news =
        |warning: &&Warning| !matches!(warning, Warning::OneOfficer { .. }) || facts.gathered.officers > 1;
    for warning in facts.compared.warnings.iter().filter(is_news) {
        document.paragraph(&words::beware(lang, &warned(*warning, lang)));
    }
}

/// A warning. How many cases of a side are estimates, of one officer or of one employer is not told.
fn warned(warning: Warning, lang: Lang) -> String {
    let those = |of: Of| if of == Of::B { CASH } else { CARD }.people(lang);
    match warning {
        Warning::Estimates { of, .. } => words::beware_estimates(lang, &those(of)),
        Warning::OneOfficer { of, .. } => words::beware_officer(lang, &those(of)),
        Warning::OneEmployer { of, .. } => words::beware_employer(lang, &those(of)),
        Warning::GatheredOtherwise { .. } => words::beware_gathered(lang).to_owned(),
        Warning::OfficersChanged { .. } => plain::warning(warning, CARD, CASH, lang),
    }
}
