//! What the commands of following up say.

use crate::app::follow::WhyNot;
use crate::i18n::Lang;
use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// An error.
    no_question(name: &str) { km: "គ្មានសំណួរជំទាស់ {name} ទេ។", en: "There is no objection {name}." }
    /// What to do.
    check_hint(names: &str) {
        km: "ប្រើ none, unknown ឬ៖ {names} (ឧទាហរណ៍ form,package=unknown)។",
        en: "Use none, unknown or: {names} (such as form,package=unknown)."
    }
    /// An error.
    no_outcome(text: &str) { km: "{text} មិនប្រាប់លទ្ធផលទេ។", en: "{text} tells no outcome." }
    /// Of cases that are not raised: how many, and why.
    left_out(count: &str, why: &str) { km: "ទុកចោល {count}៖ {why}", en: "{count} left out: {why}" }
    /// Why a case is not raised.
    not_open() { km: "បានបិទ ឬបានដកវិញ", en: "closed or withdrawn" }
    /// Why a case is not raised.
    no_consent() { km: "សមាជិកមិនបានយល់ព្រមឱ្យរាប់", en: "the member did not agree to be counted" }
    /// Why a case is not raised.
    waiting_already() { km: "ភាគីនេះមានរួចហើយ ហើយមិនទាន់ឆ្លើយ", en: "the party has it and has not answered" }
    /// Why a case is not raised.
    unchecked() {
        km: "មិនទាន់ពិនិត្យការជំទាស់ (wardbook check ឬ --check)",
        en: "the objections were not checked (wardbook check, or --check)"
    }
    /// Why a case is not raised.
    rebutted() { km: "មានការជំទាស់ដែលត្រឹមត្រូវ (--although-rebutted)", en: "an objection holds (--although-rebutted)" }
    /// Why a case is not raised.
    praise() { km: "គ្រាន់តែសរសើរ", en: "it only praises" }
    /// A warning.
    hearsay(count: &str) {
        km: "{count} ជាពាក្យឮគេ (ភស្តុតាង D)៖ រាប់បាន តែមិនយកទៅរៀបរាប់ទេ។",
        en: "{count} of them are hearsay (evidence D): counts, never stories."
    }
    /// A warning.
    unconfirmed(count: &str) {
        km: "{count} មិនទាន់បានបញ្ជាក់ជាមួយសមាជិក។",
        en: "{count} of them were not confirmed with their members yet."
    }
    /// Said where nothing is written.
    would_raise(count: &str) { km: "នឹងដាក់ជូន {count} ករណី។", en: "{count} cases would be raised.", one(count): "{count} case would be raised." }
    /// Done.
    raised(count: &str, party: &str) { km: "បានដាក់ជូន {count} ករណីទៅ {party}។", en: "{count} cases raised with {party}.", one(count): "{count} case raised with {party}." }
    /// Done.
    due_by(day: &str) { km: "ត្រូវទទួលស្គាល់ ឬឆ្លើយត្រឹម {day}។", en: "The next word is due by {day}." }
    /// Done.
    acknowledged() { km: "បានកត់ថាភាគីបានទទួល។", en: "The party received it: on record." }
    /// Done.
    paused() { km: "បានផ្អាកការរាប់ថ្ងៃ។", en: "The clock stands." }
    /// Done.
    resumed() { km: "ការរាប់ថ្ងៃបន្ត។", en: "The clock goes on." }
    /// Done.
    moved() { km: "បានប្ដូរថ្ងៃ។ ថ្ងៃចាស់រក្សាទុក។", en: "The date is moved; the old one stays on record." }
    /// Done.
    replied(cases: &str) { km: "បានកត់ចម្លើយចំពោះ {cases}។", en: "The reply answers {cases}: on record." }
    /// Done.
    promise_added() { km: "បានកត់ការសន្យា។", en: "The promise is on record." }
    /// Done.
    promise_moved() { km: "បានប្ដូរថ្ងៃ។ ថ្ងៃចាស់រក្សាទុក។", en: "The promise is moved; the old date stays on record." }
    /// Done.
    promise_judged() { km: "បានកត់លទ្ធផលនៃការសន្យា។", en: "What came of the promise is on record." }
    /// Said of an empty list.
    no_promises() { km: "គ្មានការសន្យាទេ។", en: "There are no promises." }
    /// Of a promise.
    no_date() { km: "គ្មានថ្ងៃ", en: "no date" }
    /// Of a date.
    overdue() { km: "ហួសពេលកំណត់", en: "Overdue" }
    /// Done.
    told() { km: "បានកត់ថាបានប្រាប់សមាជិក។", en: "The member was told: on record." }
    /// Done.
    tried() { km: "បានកត់ការព្យាយាម។", en: "The try is on record." }
    /// Done.
    asked_again() { km: "បានកត់ថាបានសួរសមាជិកម្ដងទៀត។", en: "The member was asked again: on record." }
    /// Done.
    closed() { km: "បានបិទករណី។", en: "The case is closed." }
    /// Beside a number: of a case that was joined into another one.
    complained_of_the_same(kept: &str) { km: "(ប្តឹងរឿងដូចគ្នានឹង {kept})", en: "(complained of the same as {kept})" }
    /// Said of an empty list.
    nobody_to_call() { km: "គ្មានសមាជិកត្រូវទូរស័ព្ទទេ។", en: "There is no member to call." }
    /// Done.
    checked() { km: "បានកត់ការពិនិត្យ។", en: "What was found of the objections is on record." }
    /// Done.
    marked() { km: "បានកត់សញ្ញា។", en: "The marks are on record." }
    /// A demand in a list.
    demand(handle: &str, title: &str, cases: &str) { km: "{handle}  {title}  ({cases} ករណី)", en: "{handle}  {title}  ({cases} cases)", one(cases): "{handle}  {title}  ({cases} case)" }
    /// Said of an empty list.
    no_demands() { km: "គ្មានការទាមទារទេ។", en: "There are no demands." }
    /// The numbers of a party.
    clocks(acknowledge: &str, answer: &str, warn: &str) {
        km: "ទទួលស្គាល់ {acknowledge} ឆ្លើយ {answer} ព្រមាន {warn} ថ្ងៃធ្វើការ",
        en: "acknowledge {acknowledge}, answer {answer}, warn {warn} working days"
    }
    /// Done.
    calendar_written(path: &str) { km: "បានសរសេរប្រតិទិន {path}។", en: "The calendar is written: {path}." }
    /// Said where nothing is due.
    nothing_due() { km: "ថ្ងៃនេះគ្មានអ្វីត្រូវធ្វើទេ។", en: "Nothing is due today." }
    /// What waits besides.
    waiting(confirm: &str, raise: &str, close: &str) {
        km: "រង់ចាំបញ្ជាក់៖ {confirm} · រង់ចាំដាក់ជូន៖ {raise} · រង់ចាំបិទ៖ {close}",
        en: "To confirm: {confirm} · to raise: {raise} · to close or take further: {close}"
    }
    /// Process figures.
    process_counts(received: &str, answered: &str, open: &str, overdue: &str, withdrawn: &str, closed: &str) {
        km: "  បានទទួល {received} · បានឆ្លើយ {answered} · កំពុងរង់ចាំ {open} · ហួសកំណត់ {overdue} · ដកវិញ {withdrawn} · បិទដោយគ្មានចម្លើយ {closed}",
        en: "  received {received} · answered {answered} · open {open} · overdue {overdue} · withdrawn {withdrawn} · closed unanswered {closed}"
    }
    /// A share with its interval.
    share(n: &str, of: &str, share: &str, low: &str, high: &str) {
        km: "{n} ក្នុង {of} ({share}, ចន្លោះ ៩៥%៖ {low}–{high})",
        en: "{n} of {of} ({share}, 95% interval {low}–{high})"
    }
    /// Process figures.
    acknowledged_in_time(share: &str) { km: "  ទទួលស្គាល់ទាន់ពេល៖ {share}", en: "  acknowledged in time: {share}" }
    /// Process figures.
    answered_in_time(share: &str) { km: "  ឆ្លើយទាន់ពេល៖ {share}", en: "  answered in time: {share}" }
    /// Process figures.
    days(median: &str, p90: &str, n: &str) {
        km: "  ថ្ងៃធ្វើការរហូតដល់ចម្លើយ៖ មេដ្យាន {median} · ភាគរយទី ៩០ {p90} (n = {n})",
        en: "  working days to the answer: median {median}, 90th percentile {p90} (n = {n})"
    }
    /// Outcomes.
    by_parties() { km: "តាមភាគី", en: "by the parties" }
    /// Outcomes.
    by_members() { km: "តាមសមាជិក", en: "by the members" }
    /// Promises.
    promises() { km: "ការសន្យា", en: "promises" }
    /// An error.
    no_slip_format(path: &str) { km: "មិនអាចសរសេរសន្លឹកជា {path} បានទេ។", en: "A slip cannot be written as {path}." }
    /// What to do.
    slip_formats() {
        km: "ប្រើឈ្មោះដែលបញ្ចប់ដោយ .txt .pdf ឬ .png។",
        en: "Use a name that ends in .txt, .pdf or .png."
    }
    /// Done.
    slip_written(path: &str) { km: "បានសរសេរសន្លឹក {path}។", en: "The slip is written: {path}." }
    /// A hint.
    no_phone(path: &str) {
        km: "សន្លឹកមិនមានលេខទូរស័ព្ទរបស់អ្នកទេ។ សរសេរ phone = \"…\" ក្នុង {path}។",
        en: "The slip has no number of yours. Set phone = \"…\" in {path}."
    }
    /// A warning.
    brief_counts_more(counted: &str, submitted: &str) {
        km: "សេចក្ដីសង្ខេបរាប់ {counted} ដែលត្រូវនឹងសំណួរ ហើយការដាក់ជូនមាន {submitted}៖ ចំនួនទាំងពីរខុសគ្នា ព្រោះសេចក្ដីសង្ខេបរាប់ករណីដែលបិទ ឬមិនទាន់ពិនិត្យផងដែរ។",
        en: "The summary counts {counted} that the query finds, the submission holds {submitted}: a summary also counts cases that are closed or not checked yet."
    }
    /// A warning.
    holidays_unknown(years: &str, path: &str) {
        km: "មិនទាន់ដឹងថ្ងៃឈប់សម្រាកនៃឆ្នាំ {years} ទេ៖ រាប់តែចុងសប្ដាហ៍ប៉ុណ្ណោះដែលមិនធ្វើការ។ សរសេរថ្ងៃទាំងនោះក្នុង {path}។",
        en: "The public holidays of {years} are not known: only weekends are left out of the count. Enter them in {path}."
    }
    /// A warning.
    holidays_not_used(path: &str) {
        km: "មិនប្រើ {path} ទេ ព្រោះវាមានកំហុស៖ ថ្ងៃឈប់សម្រាកដែលភ្ជាប់មកជាមួយត្រូវបានប្រើជំនួស។ wardbook config check ប្រាប់ពីកំហុស។",
        en: "{path} has faults and is not used: the built-in holidays hold. wardbook config check says what is wrong."
    }
}

/// Why a case is not raised.
pub fn why_not(why: WhyNot, lang: Lang) -> &'static str {
    match why {
        WhyNot::NotOpen => not_open(lang),
        WhyNot::NoConsent => no_consent(lang),
        WhyNot::Waiting => waiting_already(lang),
        WhyNot::Unchecked => unchecked(lang),
        WhyNot::Rebutted => rebutted(lang),
        WhyNot::Praise => praise(lang),
    }
}
