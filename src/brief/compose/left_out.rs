//! How many cases were left out, and why.

use super::told::counted;
use super::{Facts, words};
use crate::brief::document::Document;
use crate::i18n::Lang;

/// What is left out.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    document.heading(words::left_out_heading(lang));
    document.paragraph(&words::left_out(lang, &counted(facts.without_consent).written(lang)));
    let others = [
        (facts.not_for_counting, words::left_out_other as fn(Lang, &str) -> String),
        (facts.withdrawn, words::left_out_withdrawn),
    ];
    for (count, said) in others {
        if count > 0 {
            document.paragraph(&said(lang, &counted(count).written(lang)));
        }
    }
    if facts.praise > 0 {
        document.paragraph(&words::praise(lang, &counted(facts.praise).written(lang)));
    }
}
