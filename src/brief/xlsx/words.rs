//! What only a workbook says: names of sheets, and the units of columns that hold bare numbers.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// A sheet.
    summary() { km: "សង្ខេប", en: "Summary" }
    /// A sheet.
    table(number: &str) { km: "តារាង {number}", en: "Table {number}" }
    /// A sheet of a table that has no number.
    list(number: &str) { km: "បញ្ជី {number}", en: "List {number}" }
    /// A sheet.
    figure(number: &str) { km: "រូប {number}", en: "Figure {number}" }
    /// A column of waits.
    minutes(name: &str) { km: "{name} (នាទី)", en: "{name} (minutes)" }
    /// A column of how many cases another rests on.
    rests_on(name: &str) { km: "{name}៖ ចំនួនករណី (n)", en: "{name}: cases (n)" }
    /// A column of the lower ends of intervals.
    low(name: &str) { km: "{name}៖ ចាប់ពី", en: "{name}: from" }
    /// A column of the upper ends of intervals.
    high(name: &str) { km: "{name}៖ ដល់", en: "{name}: to" }
    /// The unit of a wait, behind its number.
    unit() { km: "នាទី", en: "min" }
}
