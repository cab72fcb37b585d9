//! What a web page says by itself.

use crate::i18n::messages::messages;

messages! {
    pub const ALL_HTML;

    /// Opens the table of a chart.
    as_table() { km: "បង្ហាញជាតារាង", en: "Show as a table" }
}
