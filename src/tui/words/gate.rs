//! At the gate of a facility where a member is being refused.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    at_the_gate() { km: "នៅមាត់ទ្វារ", en: "At the gate" }
    at_the_gate_doc() {
        km: "មានសមាជិកម្នាក់កំពុងត្រូវគេបដិសេធ៖ ត្រូវនិយាយអ្វី ទូរស័ព្ទទៅណា ហើយចាប់ផ្ដើមករណី។",
        en: "A member is being refused now: what to say, whom to call, and the case begun.",
    }
    gate_choose_doc() { km: "បង្ហាញអ្វីដែលត្រូវនិយាយនៅទីនោះ។", en: "Show what to say there." }
    gate_where() { km: "នៅកន្លែងណា?", en: "At which facility?" }
    gate_how() {
        km: "វាយផ្នែកមួយនៃឈ្មោះ ជាភាសាខ្មែរ ឬឡាតាំង។ ↑ ↓ ជ្រើស រួចចុច Enter។",
        en: "Type a part of the name, in either script. ↑ ↓ to choose, then Enter.",
    }
    gate_nothing_found() { km: "រកមិនឃើញកន្លែងនោះទេ។", en: "No facility is called so." }
    start_case() { km: "ចាប់ផ្ដើមករណី", en: "Start the case" }
    start_case_doc() {
        km: "បើកទម្រង់ ដែលកន្លែង ថ្ងៃនេះ និងបញ្ហាបានបំពេញរួច។",
        en: "Open the form with place, day and issue filled in.",
    }
}
