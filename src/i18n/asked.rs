//! What the form for telephones asks and offers beyond the names of fields and values. An export with labels bears these words,
//! so that an import has to know them as well.

use super::messages::messages;
use super::{Lang, Named, anchor};
use crate::domain::issue::IssueCode;
use crate::domain::values::Severity;

messages! {
    pub const ALL_ASKED;

    /// A facility that is not in the list.
    other_facility() { km: "កន្លែងផ្សេង៖ ឈ្មោះរបស់វា", en: "Another one: its name" }
    /// The choice that opens it.
    not_listed() { km: "មិនមានក្នុងបញ្ជីនេះ", en: "Not in this list" }
    /// Over the issues.
    which_issues() { km: "មានបញ្ហាអ្វីខ្លះ?", en: "What went wrong?" }
    /// Of one issue.
    how_bad(issue: &str) { km: "{issue}៖ ធ្ងន់ធ្ងរប៉ុនណា?", en: "{issue}: how bad was it?" }
    /// Of `PAY`.
    why_asked_to_pay() { km: "ហេតុអ្វីគេឱ្យបង់ប្រាក់?", en: "Why were you asked to pay?" }
    /// A receipt.
    there_is() { km: "មាន", en: "Yes" }
    /// No receipt.
    there_is_none() { km: "គ្មាន", en: "No" }
    /// Over the purposes.
    agrees_to() { km: "បងប្អូនយល់ព្រមអ្វីខ្លះ?", en: "What do you agree to?" }
}

/// What stands between the name of a severity and what it looks like.
pub const DASH: &str = " – ";

/// A severity of an issue, as it is offered: its name, and what it looks like.
pub fn graded(code: IssueCode, severity: Severity, lang: Lang) -> String {
    format!("{}{DASH}{}", severity.name(lang), anchor(code, severity, lang))
}
