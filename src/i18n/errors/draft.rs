//! What is wrong with a case as typed.

use super::{Speak, code_with_name, nearest_or, plain, quoted};
use crate::domain::column::Column;
use crate::domain::draft::{BadJson, Reason, Refusal, Warning};
use crate::domain::facility::Contract;
use crate::domain::money::BadMoney;
use crate::i18n::dates::date;
use crate::i18n::messages::messages;
use crate::i18n::numbers::{minutes, number};
use crate::i18n::{Lang, Named, harm, label};

messages! {
    pub const ALL_DRAFT;

    /// A field and what is wrong with it.
    refusal(field: &str, reason: &str) { km: "ត្រង់ «{field}»៖ {reason}", en: "{field}: {reason}" }
    /// Of a facility that was closed on the day of the visit.
    facility_closed(since: &str) { km: "មូលដ្ឋាននេះបានបិទតាំងពី {since}។", en: "This facility is closed since {since}." }
    /// Of a facility that had no contract on the day of the visit.
    facility_without_contract(since: &str) {
        km: "មូលដ្ឋាននេះគ្មានកិច្ចសន្យាជាមួយ ប.ស.ស. តាំងពី {since}។",
        en: "This facility has no contract with the fund since {since}.",
    }
    /// The same, where it got one later.
    facility_contract_from(since: &str) {
        km: "មូលដ្ឋាននេះមានកិច្ចសន្យាជាមួយ ប.ស.ស. តែចាប់ពី {since}។",
        en: "This facility has a contract with the fund only from {since}.",
    }
    /// A field that must be filled in.
    missing() { km: "ត្រូវតែបំពេញ។", en: "This must be filled in." }
    /// Of the visit's day.
    missing_visit() {
        km: "សូមសរសេរថ្ងៃទៅពេទ្យ ឧទាហរណ៍ ៣/១០/២០២៦ ឬ ម្សិលមិញ។",
        en: "Write the day of the visit, such as 3/10/2026 or yesterday.",
    }
    /// Of the facility.
    missing_facility() {
        km: "សូមជ្រើសរើសមន្ទីរពេទ្យ មណ្ឌលសុខភាព ឬប៉ុស្តិ៍សុខភាព។",
        en: "Choose the hospital, health centre or health post.",
    }
    /// Of the issues.
    missing_issues() { km: "សូមជ្រើសរើសបញ្ហាយ៉ាងតិចមួយ។", en: "Choose at least one issue." }
    /// Of the next step, where only its day is given.
    missing_step() {
        km: "សូមសរសេរថាត្រូវធ្វើអ្វី ឬលុបកាលកំណត់ចេញ។",
        en: "Write what is to be done, or take its day away.",
    }
    /// Of who was to pay, in an observation.
    missing_payer() {
        km: "សូមសរសេរអ្វីដែលអ្នកជំងឺបានបង្ហាញ៖ nssf, hef, cash, private ឬ refused។",
        en: "Write what the patient showed: nssf, hef, cash, private or refused.",
    }
    /// Of the wait, in an observation.
    missing_wait() {
        km: "សូមសរសេរម៉ោងមកដល់ និងម៉ោងបានពិនិត្យ ឬរយៈពេលរង់ចាំ។",
        en: "Write when the patient arrived and was seen, or how long the wait was.",
    }
    /// Only a case has this.
    not_observed() {
        km: "ការសង្កេតម៉ោងមិនរក្សាទុកព័ត៌មាននេះទេ។",
        en: "An observation has no place for this.",
    }
    /// Leave it out, or log a case.
    not_observed_hint() {
        km: "សូមលុបវាចេញ ឬកត់ជាករណីវិញ៖ wardbook add",
        en: "Leave it out, or log a case instead: wardbook add",
    }
    /// Longer than can be taken.
    too_long(length: &str, limit: &str) {
        km: "មាន {length} តួអក្សរ លើសពីកំណត់ {limit} តួ។",
        en: "It has {length} characters, and no more than {limit} can be kept.",
    }
    /// Shorten it.
    too_long_hint() { km: "សូមសរសេរឱ្យខ្លីជាងនេះ។", en: "Make it shorter." }
    /// No level of harm.
    no_harm(given: &str) {
        km: "«{given}» មិនមែនជាលេខពី ០ ដល់ ៥ ទេ។",
        en: "“{given}” is not a number from 0 to 5.",
    }
    /// The levels.
    no_harm_hint(levels: &str) { km: "សូមជ្រើសរើស៖ {levels}។", en: "Choose: {levels}." }
    /// Neither yes nor no.
    yes_or_no(given: &str) {
        km: "«{given}» មិនមែនជាចម្លើយ មាន ឬគ្មាន ទេ។",
        en: "“{given}” is neither yes nor no.",
    }
    /// How.
    yes_or_no_hint() { km: "សូមសរសេរ មាន ឬ គ្មាន។", en: "Write yes or no." }
    /// One issue twice, and not the same.
    twice(issue: &str) {
        km: "{issue} មានពីរដង ហើយមិនដូចគ្នា។",
        en: "{issue} is there twice, and the two differ.",
    }
    /// Keep one.
    twice_hint() { km: "សូមទុកតែមួយ។", en: "Keep one of them." }
    /// An addition to an issue that is not there.
    without_issue(issue: &str) {
        km: "ព័ត៌មាននេះសម្រាប់តែបញ្ហា {issue} ប៉ុណ្ណោះ។",
        en: "This goes with the issue {issue} only.",
    }
    /// Add or leave out.
    without_issue_hint(code: &str) {
        km: "សូមបន្ថែមបញ្ហា {code} ឬលុបព័ត៌មាននេះចេញ។",
        en: "Add the issue {code}, or leave this out.",
    }
    /// No issue.
    no_issue(given: &str) {
        km: "«{given}» អានជាបញ្ហាមិនបានទេ។",
        en: "“{given}” cannot be read as an issue.",
    }
    /// How.
    no_issue_hint() {
        km: "សូមសរសេរកូដ រួចកម្រិតធ្ងន់ធ្ងរ ឧទាហរណ៍ WAIT:high ឬ PAY:low:informal។",
        en: "Write a code, then the severity, such as WAIT:high or PAY:low:informal.",
    }

    /// A number of which a spreadsheet lost digits.
    lost_digits(given: &str) {
        km: "«{given}» បាត់លេខខ្លះរួចហើយ៖ កម្មវិធីតារាងរក្សាតែ ១៥ ខ្ទង់នៃចំនួនមួយ។",
        en: "“{given}” has lost digits: a spreadsheet keeps only 15 of a number.",
    }
    /// Write it as text.
    lost_digits_hint() {
        km: "សូមកំណត់ទម្រង់ជួរឈរនោះជាអក្សរ (Text) ក្នុងតារាង រួចសរសេរលេខទាំងមូលឡើងវិញ។",
        en: "Give its column the format Text in the spreadsheet, and write the whole number again.",
    }

    /// A wait of over twelve hours.
    long_wait(wait: &str) { km: "ការរង់ចាំ {wait} យូរខុសធម្មតា។", en: "A wait of {wait} is unusually long." }
    /// A stage that such a facility does not have.
    odd_stage(stage: &str) {
        km: "មូលដ្ឋានសុខាភិបាលប្រភេទនេះ ជាធម្មតាគ្មានដំណាក់កាល «{stage}» ទេ។",
        en: "A facility of this kind does not usually have the stage “{stage}”.",
    }
    /// Kept as it is.
    warning_hint() {
        km: "ករណីនេះរក្សាទុកតាមដែលបានសរសេរ តែសូមពិនិត្យមើលម្ដងទៀត។",
        en: "It is kept as written, but have another look.",
    }

    /// Not an object.
    no_object() {
        km: "ករណីមួយត្រូវសរសេរជា JSON នៅក្នុងសញ្ញា { }។",
        en: "A case in JSON stands in braces { }.",
    }
    /// An example.
    no_object_hint() {
        km: "ឧទាហរណ៍ {\"visited_on\":\"2026-10-03\",\"facility\":\"H080801\",\"issues\":[\"WAIT\"]}",
        en: "For example: {\"visited_on\":\"2026-10-03\",\"facility\":\"H080801\",\"issues\":[\"WAIT\"]}",
    }
    /// No such name.
    unknown_name(given: &str) {
        km: "ករណីមួយគ្មានព័ត៌មានឈ្មោះ «{given}» ទេ។",
        en: "A case has nothing called “{given}”.",
    }
    /// Which names there are.
    unknown_name_hint() {
        km: "ប្រើឈ្មោះដូចក្នុងឯកសារនាំចេញ ឧទាហរណ៍ visited_on ឬ paid_riel។",
        en: "The names are those of an export, such as visited_on or paid_riel.",
    }
    /// A value of the wrong type.
    wrong_kind(given: &str) {
        km: "តម្លៃនៃ «{given}» មានទម្រង់មិនត្រូវ។",
        en: "The value of “{given}” does not have the right form.",
    }
    /// How.
    wrong_kind_hint() {
        km: "សូមសរសេរជាអក្សរ លេខ true ឬ false ហើយបើមានច្រើន សូមដាក់ក្នុងសញ្ញា [ ]។",
        en: "Write text, a number, true or false, and put a list in brackets [ ].",
    }
}

impl Speak for Refusal {
    fn what(&self, lang: Lang) -> String {
        refusal(lang, label(self.column, lang), &self.reason.what(lang))
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let hint = match (&self.reason, self.column) {
            (Reason::Missing, Column::VisitedOn) => missing_visit(lang),
            (Reason::Missing, Column::Facility) => missing_facility(lang),
            (Reason::Missing, Column::Issues) => missing_issues(lang),
            (Reason::Missing, Column::NextStep) => missing_step(lang),
            (Reason::Missing, Column::Payer) => missing_payer(lang),
            (Reason::Missing, Column::WaitedMinutes) => missing_wait(lang),
            (Reason::Money(BadMoney::Unreadable(_)), Column::PaidUsd) => plain::dollars_hint(lang),
            (Reason::Money(BadMoney::Unreadable(_)), Column::PaidRiel | Column::ClaimedRiel) => {
                plain::riel_hint(lang)
            }
            (reason, _) => return reason.hint(lang),
        };
        Some(hint.to_owned())
    }
}

impl Speak for Reason {
    fn what(&self, lang: Lang) -> String {
        let issue = |code: &str| code_with_name("issue", code, lang);
        match self {
            Self::Missing => missing(lang).to_owned(),
            Self::Date(error) => error.what(lang),
            Self::Time(error) => error.what(lang),
            Self::Money(error) => error.what(lang),
            Self::Code(error) => error.what(lang),
            Self::UnknownFacility { given, nearest } if are_namesakes(nearest) => {
                plain::several_facilities(lang, &quoted(given))
            }
            Self::UnknownFacility { given, nearest } => no_facility(given, nearest, lang),
            Self::TooLong { length, limit } => {
                too_long(lang, &number(*length as u64, lang), &number(*limit as u64, lang))
            }
            Self::Harm(given) => no_harm(lang, &quoted(given)),
            Self::YesOrNo(given) => yes_or_no(lang, &quoted(given)),
            Self::Twice(code) => twice(lang, &issue(code)),
            Self::WithoutIssue(code) => without_issue(lang, &issue(code)),
            Self::Issue(given) => no_issue(lang, &quoted(given)),
            Self::LostDigits(given) => lost_digits(lang, &quoted(given)),
            Self::NotObserved => not_observed(lang).to_owned(),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Missing => return None,
            Self::Date(error) => return error.hint(lang),
            Self::Time(error) => return error.hint(lang),
            Self::Money(error) => return error.hint(lang),
            Self::Code(error) => return error.hint(lang),
            Self::UnknownFacility { nearest, .. } => {
                nearest_or(nearest, plain::unknown_facility_hint(lang), lang)
            }
            Self::TooLong { .. } => too_long_hint(lang).to_owned(),
            Self::Harm(_) => no_harm_hint(lang, &levels_of_harm(lang)),
            Self::YesOrNo(_) => yes_or_no_hint(lang).to_owned(),
            Self::Twice(_) => twice_hint(lang).to_owned(),
            Self::WithoutIssue(code) => without_issue_hint(lang, code),
            Self::Issue(_) => no_issue_hint(lang).to_owned(),
            Self::LostDigits(_) => lost_digits_hint(lang).to_owned(),
            Self::NotObserved => not_observed_hint(lang).to_owned(),
        })
    }
}

/// That a text finds no facility; where one may be meant, that is said: to be told that it is not there would be odd.
pub(super) fn no_facility(given: &str, nearest: &[String], lang: Lang) -> String {
    match nearest {
        [_] => plain::facility_called_otherwise(lang, &quoted(given)),
        _ => plain::unknown_facility(lang, &quoted(given)),
    }
}

/// Whether the two nearest facilities, each told by identifier and name, are called the same.
fn are_namesakes(nearest: &[String]) -> bool {
    let name = |told: &String| told.split_once(' ').map(|(_, name)| name.to_owned());
    matches!(nearest, [one, other, ..] if name(one).is_some() && name(one) == name(other))
}

/// `0 none, 1 minimal, …`
fn levels_of_harm(lang: Lang) -> String {
    let levels = (0_u8..).map_while(|level| {
        let name = harm(level, lang)?;
        Some(format!("{} {name}", number(level.into(), lang)))
    });
    levels.collect::<Vec<_>>().join(", ")
}

impl Speak for Warning {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::LongWait(wait) => long_wait(lang, &minutes(*wait, lang)),
            Self::Stage(stage) => odd_stage(lang, stage.name(lang)),
            Self::Closed(since) => facility_closed(lang, &date(*since, lang)),
            Self::NoContract(Contract::Ended(since)) => facility_without_contract(lang, &date(*since, lang)),
            Self::NoContract(Contract::Since(since)) => facility_contract_from(lang, &date(*since, lang)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(warning_hint(lang).to_owned())
    }
}

impl Speak for BadJson {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NoObject => no_object(lang).to_owned(),
            Self::UnknownName { given, .. } => unknown_name(lang, &quoted(given)),
            Self::WrongKind(given) => wrong_kind(lang, &quoted(given)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::NoObject => no_object_hint(lang).to_owned(),
            Self::UnknownName { nearest, .. } => {
                nearest_or(nearest.as_slice(), unknown_name_hint(lang), lang)
            }
            Self::WrongKind(_) => wrong_kind_hint(lang).to_owned(),
        })
    }
}
