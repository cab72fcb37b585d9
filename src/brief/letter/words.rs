//! The words of letters that no template holds.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// A period with both ends, after "visits".
    between(from: &str, to: &str) { km: "ពី{from} ដល់{to}", en: "from {from} to {to}" }
    /// No period, after "visits".
    until(day: &str) { km: "រហូតដល់{day}", en: "up to {day}" }
    /// Who logged the cases, at the beginning of a sentence.
    officers() { km: "មន្ត្រីសហជីព", en: "Union officers" }
    /// The same where one did.
    one_officer() { km: "មន្ត្រីសហជីពម្នាក់", en: "One union officer" }
    /// So few that no number is told.
    fewer(than: &str) { km: "តិចជាង {than}", en: "fewer than {than}" }
    /// A problem with its cases.
    problem(name: &str, cases: &str) { km: "{name}៖ {cases} ករណី", en: "{name}: {cases} cases", one(cases): "{name}: {cases} case" }
    /// A caption.
    minutes() { km: "សំណើ និងអ្វីដែលបានព្រមព្រៀង", en: "Requests, and what was agreed" }
    /// A column.
    request() { km: "សំណើ", en: "Request" }
    /// A column.
    answer() { km: "ចម្លើយ", en: "Answer" }
    /// A column.
    who() { km: "អ្នកទទួលធ្វើ", en: "Who does it" }
    /// A column.
    by_when() { km: "ត្រឹមថ្ងៃ", en: "By when" }
}
