//! The form of a new case.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    form_title() { km: "កត់ករណីថ្មី", en: "Log a case" }
    needed(fields: &str) { km: "* នៅខ្វះ៖ {fields}", en: "* still needed: {fields}" }
    nothing_needed() { km: "✓ អាចរក្សាទុកបានហើយ", en: "✓ can be saved" }
    ask_the_member() { km: "សូមសួរសមាជិក តើគាត់យល់ព្រមឱ្យយើង៖", en: "ask the member: may we …" }
    optional_from_here() { km: "ចាប់ពីនេះ មិនចាំបាច់បំពេញទេ", en: "all below may stay empty" }
    draft_waits(draft: &str, key: &str) { km: "មានសេចក្ដីព្រាង៖ {draft} · {key} បន្ត", en: "A draft waits: {draft} · {key} goes on with it" }
    drafts_wait(count: &str, draft: &str, key: &str) {
        km: "មានសេចក្ដីព្រាង {count}៖ {draft} · {key} បន្ត",
        en: "{count} drafts wait: {draft} · {key} goes on with it",
    }
    no_draft_to_continue() {
        km: "គ្មានសេចក្ដីព្រាងសម្រាប់បន្តទេ ឬទម្រង់មិនទទេ។",
        en: "No draft waits, or the form is not empty.",
    }
    taking_up() { km: "កំពុងបើកសេចក្ដីព្រាង …", en: "Opening the draft …" }
    kept_as_draft() {
        km: "ទុកជាសេចក្ដីព្រាងហើយ។ វារង់ចាំនៅទំព័រថ្ងៃនេះ និងក្នុងទម្រង់។",
        en: "Kept as a draft. It waits on Today and in the form.",
    }
    kept_anew() {
        km: "បង្អួចផ្សេងបានកែ ឬកត់សេចក្ដីព្រាងនេះ។ អ្វីដែលអ្នកសរសេរនៅទីនេះ ទុកជាសេចក្ដីព្រាងមួយទៀត។",
        en: "Another window changed or logged this draft. What you typed here is kept as a draft of its own.",
    }
    not_kept(reason: &str) { km: "ទុកសេចក្ដីព្រាងមិនបាន។ {reason}", en: "The draft could not be kept. {reason}" }
    not_kept_stays(reason: &str) {
        km: "ទុកសេចក្ដីព្រាងមិនបាន។ អ្វីដែលអ្នកសរសេរ នៅក្នុងទម្រង់ដដែល (F7)។ {reason}",
        en: "The draft could not be kept: what you typed is still in the form (F7). {reason}",
    }
    not_kept_yet() { km: "! មិនទាន់បានទុក", en: "! not kept yet" }
    keeping() { km: "កំពុងទុកសេចក្ដីព្រាង …", en: "Keeping the draft …" }
    nothing_to_paste_into() { km: "បិទភ្ជាប់អត្ថបទនៅទីនេះមិនបានទេ។", en: "Text cannot be pasted here." }
    quit_unkept() {
        km: "អ្វីដែលអ្នកសរសេរក្នុងទម្រង់ មិនទាន់បានទុកទេ។ បើចេញឥឡូវ វានឹងបាត់។ នៅតែចេញមែនទេ?",
        en: "What you typed in the form could not be kept yet. If you leave now, it is lost. Leave all the same?",
    }
    draft_lost(reason: &str) {
        km: "អ្វីដែលបានសរសេរក្នុងទម្រង់ ទុកមិនបានទេ។ {reason}",
        en: "What was typed in the form could not be kept. {reason}",
    }
    thrown_away() { km: "បានលុបចោល។ F9 យកមកវិញ។", en: "Thrown away. F9 brings it back." }
    brought_back() { km: "បានយកមកវិញ។", en: "Brought back." }
    nothing_to_throw_away() { km: "ទម្រង់ទទេ គ្មានអ្វីត្រូវលុបចោលទេ។", en: "The form is empty: there is nothing to throw away." }
    after_saving() { km: "F9 ដកវិញ · អាចកត់ករណីបន្ទាប់។", en: "F9 takes it back; the next case can be logged." }
    hint_buttons() {
        km: "← → ជ្រើស រួចចុច Enter។ សេចក្ដីព្រាងមិនបាត់ទេ ទោះបិទកម្មវិធីក៏ដោយ។",
        en: "← → to choose, then Enter. A draft is not lost, even if the program is closed.",
    }
    hint_writing() {
        km: "សរសេរអ្វីដែលបានកើតឡើង តាមពាក្យរបស់គាត់។",
        en: "What happened, in the member's own words.",
    }
    editor_not_allowed() {
        km: "កម្មវិធីផ្សេងអាចទុកច្បាប់ចម្លង។ អនុញ្ញាតវាក្នុងការកំណត់ (F11)។",
        en: "Another editor may leave copies behind: allow it in the settings (F11).",
    }
    editor_failed(reason: &str) { km: "កម្មវិធីសរសេរមានបញ្ហា៖ {reason}", en: "The editor failed: {reason}" }
    editor_stopped() { km: "ប្រព័ន្ធបានសុំឱ្យបិទកម្មវិធី មុនពេលរក្សាទុកអ្វីក្នុងកម្មវិធីសរសេរ។", en: "The system asked the program to end before anything was saved in the editor." }
    no_editor() { km: "គ្មានកម្មវិធីសរសេរណាត្រូវបានកំណត់ក្នុង EDITOR ទេ។", en: "No editor is named in EDITOR." }
    saving() { km: "កំពុងរក្សាទុក …", en: "Saving …" }
    last_saved(number: &str) { km: "បានរក្សាទុក {number}។ ករណីបន្ទាប់៖", en: "Saved {number}. The next case:" }
    consent_not_asked() { km: "មិនទាន់សួរការយល់ព្រម៖ ករណីនេះមិនចេញក្នុងឯកសារណាទេ។", en: "Consent was not asked: it stays out of every document." }
    usually_by_wait(severity: &str, wait: &str) { km: "? រង់ចាំ {wait}៖ ធម្មតា WAIT កម្រិត{severity}។", en: "? A wait of {wait} is {severity} as a rule." }
    saved(number: &str) { km: "បានរក្សាទុក៖ {number}", en: "Saved: {number}" }
    to_put_right(count: &str) { km: "! កន្លែងត្រូវកែ៖ {count}", en: "! to be put right: {count}" }
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
        km: "វាយឈ្មោះ ឬកន្លែង ជាអក្សរខ្មែរ ឬឡាតាំង៖ kossamak, កុសុមៈ, health centre bat trang។",
        en: "Type a name or place, in Khmer or Latin letters: kossamak, health centre bat trang.",
    }
    hint_facility_chosen() { km: "ចុច ⌫ ដើម្បីជ្រើសកន្លែងផ្សេង។", en: "Press ⌫ to choose another one." }
    only_alike() { km: "គ្មានឈ្មោះនេះទេ។ ប្រហែលមួយក្នុងចំណោមនេះ? ជ្រើសដោយ ↑ ↓។", en: "No such name. One of these? Choose with ↑ ↓." }
    no_facility_found() { km: "រកមិនឃើញ។ សាកវាយតែមួយផ្នែកនៃឈ្មោះ ឬឈ្មោះឃុំ។ កន្លែងថ្មី៖ wardbook facilities add", en: "None found. Try a part of the name, or the commune. A new one: wardbook facilities add" }
    hint_visit() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ឧទាហរណ៍ ៣/១០/២០២៦ ឬ ថ្ងៃនេះ ឬ ម្សិលមិញ។", en: "Day/month/year, such as 3/10/2026; or today, yesterday." }
    example(severity: &str, example: &str) { km: "កម្រិត{severity}៖ {example}", en: "{severity}: {example}" }
    hint_issues() { km: "អក្សរ ឬ Space៖ ដាក់ ប្ដូរកម្រិត លុប · Enter៖ បន្ទាប់", en: "Letter or Space: on, next severity, off · Enter: next field" }
    hint_time() { km: "6h10, ០៦:១០ ឬ ១៨១០។ ដាក់ ~ មុខ បើប្រហែល៖ ~១១:៤០", en: "6h10, 06:10 or 1810. A ~ before it means about: ~11:40" }
    hint_waited() { km: "បើមិនដឹងម៉ោង៖ 3h20 ឬ ៤៥ នាទី។", en: "Where the times are not known: 3h20, or 45 min." }
    hint_paid() { km: "៤០០០០ ឬ $១០។ ទុកទទេ បើមិនបានបង់។", en: "40000, or $10. Leave it empty if nothing was paid." }
    hint_member() {
        km: "មិនចាំបាច់។ នៅតែក្នុងសៀវភៅនេះ មិនចេញក្រៅដោយគ្មានការយល់ព្រមទេ។",
        en: "May stay empty. It stays in this book and does not leave it without consent.",
    }
    hint_evidence() { km: "តើដឹងរឿងនេះតាមរយៈអ្វី?", en: "How is it known?" }
    hint_employer() { km: "មិនចាំបាច់។ ជួយឱ្យឃើញថាបញ្ហាប៉ះពាល់ដល់រោងចក្រណា។", en: "May stay empty. Shows whose workers are hit." }
    hint_remedy() { km: "តើសមាជិកចង់បានអ្វី? ឧទាហរណ៍ ប្រាក់វិញ ការសុំទោស។", en: "What does the member want? Money back, an apology …" }
    hint_claim() { km: "សម្រាប់ប្រាក់ឧបត្ថម្ភដែលមកយឺត។", en: "For an allowance that is late." }
    hint_choice() { km: "← → ឬលេខ ដើម្បីជ្រើស។ មិនចាំបាច់បំពេញទេ។", en: "← → or the number to choose. May stay empty." }
    hint_receipt() { km: "y មាន · n គ្មាន · ⌫ មិនដឹង", en: "y: there is one · n: none · ⌫: not known" }
    hint_question() { km: "y យល់ព្រម · n មិនយល់ព្រម · ⌫ មិនទាន់សួរ", en: "y: yes · n: no · ⌫: not asked" }
    hint_story() {
        km: "Enter ឬអក្សរណាមួយ៖ សរសេរពេញអេក្រង់ តាមពាក្យរបស់គាត់។ មិនចាំបាច់បំពេញទេ។",
        en: "Enter or any letter: write it over the whole screen, in the member's own words. May stay empty.",
    }
}
