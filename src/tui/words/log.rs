//! The form of a new case.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    form_title() { km: "កត់ករណីថ្មី   * ត្រូវតែបំពេញ", en: "Log a case   * must be filled in" }
    saving() { km: "កំពុងរក្សាទុក …", en: "Saving …" }
    last_saved(number: &str) { km: "បានរក្សាទុក {number}។ ករណីបន្ទាប់៖", en: "Saved {number}. The next case:" }
    saved(number: &str) { km: "បានរក្សាទុក៖ {number}", en: "Saved: {number}" }
    not_saved(count: &str) { km: "មិនទាន់រក្សាទុកទេ។ កន្លែងត្រូវកែ៖ {count}", en: "Not saved yet. To be put right: {count}" }
    not_saved_title() { km: "មិនបានរក្សាទុក", en: "Not saved" }
    waited(wait: &str) { km: "រង់ចាំ {wait}", en: "waited {wait}" }
    no_issue_yet() { km: "មិនទាន់មាន", en: "none yet" }
    agrees() { km: "យល់ព្រម", en: "Yes" }
    agrees_not() { km: "មិនយល់ព្រម", en: "No" }
    there_is() { km: "មាន", en: "Yes" }
    there_is_none() { km: "គ្មាន", en: "No" }
    not_asked() { km: "មិនទាន់សួរ", en: "Not asked" }
    why_asked_to_pay() { km: "មូលហេតុឱ្យបង់", en: "Why asked to pay" }
    looking() { km: "កំពុងរក …", en: "Looking …" }
    hint_facility() {
        km: "វាយឈ្មោះ ឬកន្លែង ជាអក្សរខ្មែរ ឬឡាតាំង៖ kossamak, កុសមៈ, health centre bat trang។",
        en: "Type a name or place, in Khmer or Latin letters: kossamak, health centre bat trang.",
    }
    hint_facility_chosen() { km: "ចុច ⌫ ដើម្បីជ្រើសកន្លែងផ្សេង។", en: "Press ⌫ to choose another one." }
    no_facility_found() { km: "រកមិនឃើញ។ សាកវាយតែមួយផ្នែកនៃឈ្មោះ ឬឈ្មោះឃុំ។", en: "None found. Try a part of the name, or the commune." }
    hint_visit() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ឧទាហរណ៍ 3/10/2026 ឬ ថ្ងៃនេះ ឬ ម្សិលមិញ។", en: "Day/month/year, such as 3/10/2026; or today, yesterday." }
    example(severity: &str, example: &str) { km: "កម្រិត{severity}៖ {example}", en: "{severity}: {example}" }
    hint_issues() { km: "អក្សរ ឬ Enter៖ ដាក់ ប្ដូរកម្រិត លុប · Tab៖ បន្ទាប់", en: "Letter or Enter: on, next severity, off · Tab: next field" }
    hint_time() { km: "6h10, 06:10 ឬ 1810។ ដាក់ ~ មុខ បើប្រហែល៖ ~11:40", en: "6h10, 06:10 or 1810. A ~ before it means about: ~11:40" }
    hint_waited() { km: "បើមិនដឹងម៉ោង៖ 3h20 ឬ 45 នាទី។", en: "Where the times are not known: 3h20, or 45 min." }
    hint_paid() { km: "40000 ឬ $10។ ទុកទទេ បើមិនបានបង់។", en: "40000, or $10. Leave it empty if nothing was paid." }
    hint_member() {
        km: "មិនចាំបាច់។ នៅតែក្នុងសៀវភៅនេះ មិនចេញក្រៅដោយគ្មានការយល់ព្រមទេ។",
        en: "May stay empty. It stays in this book and does not leave it without consent.",
    }
    hint_evidence() { km: "តើដឹងរឿងនេះតាមអ្វី?", en: "How is it known?" }
    hint_employer() { km: "មិនចាំបាច់។ ជួយឱ្យឃើញថាបញ្ហាប៉ះដល់រោងចក្រណា។", en: "May stay empty. Shows whose workers are hit." }
    hint_remedy() { km: "តើសមាជិកចង់បានអ្វី? ឧទាហរណ៍ ប្រាក់វិញ ការសុំទោស។", en: "What does the member want? Money back, an apology …" }
    hint_claim() { km: "សម្រាប់ប្រាក់ឧបត្ថម្ភដែលមកយឺត។", en: "For an allowance that is late." }
    hint_choice() { km: "← → ឬលេខ ដើម្បីជ្រើស។ មិនចាំបាច់បំពេញទេ។", en: "← → or the number to choose. May stay empty." }
    hint_story() {
        km: "សរសេរអ្វីដែលបានកើតឡើង តាមពាក្យរបស់គាត់។ Enter៖ បន្ទាត់ថ្មី · Tab៖ បន្ទាប់",
        en: "What happened, in the member's own words. Enter: new line · Tab: next field",
    }
}
