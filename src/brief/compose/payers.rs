//! Card against cash: the medians, what two tests make of them, and what stands in the way.

use super::told::{self, counted, is_tellable, number, wait_text};
use super::{Facts, words};
use crate::brief::document::Document;
use crate::brief::plain::{self, Among};
use crate::domain::values::Payer;
use crate::i18n::Lang;
use crate::insight::Warning;

const CARD: Among<'static> = Among::Payer(Payer::Nssf);
const CASH: Among<'static> = Among::Payer(Payer::Cash);

/// Card against cash.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    document.heading(words::payers(lang));
    let (card, cash) = &facts.card_and_cash;
    let Some((card_median, cash_median)) = told::comparable(facts) else {
        let [card, cash] = [card, cash].map(|side| counted(side.timed).written(lang));
        document.paragraph(&words::not_comparable(lang, &card, &cash));
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
    // Where one officer logged all, that is said of all.
    let is_news =
        |warning: &&Warning| !matches!(warning, Warning::OneOfficer { .. }) || facts.gathered.officers > 1;
    for warning in facts.compared.warnings.iter().filter(is_news) {
        document.paragraph(&words::beware(lang, &warned(*warning, lang)));
    }
}

/// A warning, without its numbers where these are too small to be told.
fn warned(warning: Warning, lang: Lang) -> String {
    let (is_told, without) = match warning {
        Warning::Estimates { estimated, timed, .. } => {
            (is_tellable(timed, estimated), words::beware_estimates(lang))
        }
        Warning::OneOfficer { count, all, .. } => (is_tellable(all, count), words::beware_officer(lang)),
        Warning::OneEmployer { count, all, .. } => (is_tellable(all, count), words::beware_employer(lang)),
        Warning::GatheredOtherwise { a, b } => {
            (is_tellable(a.1, a.0) && is_tellable(b.1, b.0), words::beware_gathered(lang))
        }
        // How many officers there are tells of no member.
        Warning::OfficersChanged { .. } => (true, ""),
    };
    if is_told { plain::warning(warning, CARD, CASH, lang) } else { without.to_owned() }
}
