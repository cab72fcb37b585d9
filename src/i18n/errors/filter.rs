//! What is wrong with a query.

use super::draft::no_facility;
use super::{Speak, any_of, nearest_or, plain, quoted};
use crate::domain::date::BadDate;
use crate::domain::filter::{FIELDS, FilterError, FilterProblem};
use crate::domain::money::BadMoney;
use crate::i18n::Lang;
use crate::i18n::messages::messages;
use crate::i18n::numbers::digits;

messages! {
    pub const ALL_FILTER;

    /// Where, which term, and what is wrong with it.
    term(column: &str, term: &str, problem: &str) {
        km: "ត្រង់តួអក្សរទី {column} «{term}»៖ {problem}",
        en: "At character {column}, “{term}”: {problem}",
    }
    /// A word before a colon that is no field.
    unknown_field(given: &str) {
        km: "ស្វែងរកតាម «{given}» មិនបានទេ។",
        en: "You cannot search by “{given}”.",
    }
    /// One field is near.
    nearest_field(nearest: &str, example: &str) {
        km: "តើចង់សរសេរ {nearest} មែនទេ? ឧទាហរណ៍ {example}",
        en: "Did you mean {nearest}? For example: {example}",
    }
    /// All fields.
    fields(known: &str) { km: "អាចស្វែងរកតាម {known}។", en: "You can search by {known}." }
    /// How days are written in a query.
    day_hint() {
        km: "សូមសរសេរថ្ងៃ ខែ ឬឆ្នាំ ឧទាហរណ៍ ៣/១០/២០២៦, ២០២៦-១០ ឬ ២០២៦។",
        en: "Write a day, a month or a year, such as 3/10/2026, 2026-10 or 2026.",
    }
    /// `yes` or `no` is wanted.
    yes_or_no() { km: "ត្រង់នេះត្រូវឆ្លើយថា បាទ ចាស ឬទេ។", en: "Only yes or no will do here." }
    /// How.
    yes_or_no_hint() { km: "ឧទាហរណ៍ កើនឡើង:ចាស", en: "For example: rising:yes" }
    /// Nothing after the sign.
    no_value() { km: "គ្មានអ្វីនៅក្រោយសញ្ញាទេ។", en: "Nothing stands after the sign." }
    /// How.
    no_value_hint() {
        km: "សូមសរសេរជាប់គ្នាដោយមិនដកឃ្លា ឧទាហរណ៍ payer:nssf",
        en: "Write it without a space, for example: payer:nssf",
    }
    /// A quotation that never ends.
    open_quote() { km: "សញ្ញា \" បានបើក តែមិនបានបិទ។", en: "The mark \" is opened and never closed." }
    /// Close it.
    open_quote_hint() {
        km: "សូមដាក់ \" មួយទៀតនៅចុងឃ្លា។",
        en: "Put a second \" at the end of the phrase.",
    }
    /// A sign that this field does not take.
    sign(sign: &str) { km: "ត្រង់នេះប្រើសញ្ញា {sign} មិនបានទេ។", en: "The sign {sign} cannot be used here." }
    /// How.
    sign_hint(example: &str) { km: "ឧទាហរណ៍ {example}", en: "For example: {example}" }
}

impl Speak for FilterError {
    fn what(&self, lang: Lang) -> String {
        let column = digits(&self.column.to_string(), lang);
        term(lang, &column, &quoted(&self.term), &self.problem.what(lang))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        self.problem.hint(lang)
    }
}

impl Speak for FilterProblem {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::UnknownField { given, .. } => unknown_field(lang, &quoted(given)),
            Self::UnknownValue(unknown) => unknown.what(lang),
            Self::UnknownPlace { given, .. } => plain::unknown_place(lang, &quoted(given)),
            Self::UnknownFacility { given, nearest } => no_facility(given, nearest, lang),
            Self::Date(error) => error.what(lang),
            Self::Length(error) => error.what(lang),
            Self::Money(error) => error.what(lang),
            Self::Desk(error) => error.what(lang),
            Self::YesOrNo => yes_or_no(lang).to_owned(),
            Self::NoValue => no_value(lang).to_owned(),
            Self::OpenQuote => open_quote(lang).to_owned(),
            Self::Sign { sign: typed, .. } => sign(lang, typed),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::UnknownField { nearest, .. } => field_hint(*nearest, lang),
            Self::UnknownValue(unknown) => return unknown.hint(lang),
            Self::UnknownPlace { nearest, .. } => nearest_or(nearest, plain::unknown_place_hint(lang), lang),
            Self::UnknownFacility { nearest, .. } => {
                nearest_or(nearest, plain::unknown_facility_hint(lang), lang)
            }
            Self::Date(BadDate::Unreadable(_)) => day_hint(lang).to_owned(),
            Self::Date(error) => return error.hint(lang),
            Self::Length(error) => return error.hint(lang),
            Self::Money(BadMoney::Unreadable(_)) => plain::riel_hint(lang).to_owned(),
            Self::Money(error) => return error.hint(lang),
            Self::Desk(error) => return error.hint(lang),
            Self::YesOrNo => yes_or_no_hint(lang).to_owned(),
            Self::NoValue => no_value_hint(lang).to_owned(),
            Self::OpenQuote => open_quote_hint(lang).to_owned(),
            Self::Sign { example, .. } => sign_hint(lang, example),
        })
    }
}

/// The field that was meant with its example, or all fields as they may be typed in this language.
fn field_hint(nearest: Option<&str>, lang: Lang) -> String {
    let meant = nearest.and_then(|nearest| FIELDS.iter().find(|(name, _, _)| *name == nearest));
    if let Some((name, example, _)) = meant {
        return nearest_field(lang, name, example);
    }
    let names: Vec<String> =
        FIELDS.iter().map(|(name, _, khmer)| lang.pick(khmer, name).to_owned()).collect();
    fields(lang, &any_of(&names, lang))
}
