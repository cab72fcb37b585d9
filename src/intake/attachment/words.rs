//! What is said of files that cannot be attached.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    empty() { km: "ឯកសារនេះទទេ។", en: "The file is empty." }
    too_large(size: &str, limit: &str) { km: "ឯកសារនេះមាន {size} ច្រើនជាង {limit}។", en: "The file has {size}, more than {limit}." }
    bytes(count: &str) { km: "{count} បៃ", en: "{count} bytes" }
    too_large_hint() {
        km: "ថតរូបឱ្យតូចជាងនេះ ឬកាត់សំឡេង ឬឯកសារ PDF ជាផ្នែកៗ។",
        en: "Take a picture smaller; cut a recording or a PDF into parts.",
    }
    unknown() { km: "ឯកសារនេះមិនមែនជារូបថត PDF ឬសំឡេងដែលអាចសម្អាតបានទេ។", en: "This is no photo, PDF or recording that can be cleaned." }
    unknown_hint() {
        km: "ទទួល JPEG, PNG, WebP, PDF, MP3, M4A, 3GP, Ogg, AMR និង WAV។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។",
        en: "JPEG, PNG, WebP, PDF, MP3, M4A, 3GP, Ogg, AMR and WAV are taken. Nothing was kept."
    }
    heic() { km: "ទីតាំងក្នុងរូបថត HEIC ឬ AVIF មិនអាចលុបដោយប្រាកដបានទេ។", en: "The position in a HEIC or AVIF photo cannot be removed for certain." }
    heic_hint() {
        km: "ផ្ញើវាតាមកម្មវិធីផ្ញើសារ ឬរក្សាទុកជា JPEG ហើយភ្ជាប់វា។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។",
        en: "Send it through a messenger, or save it as JPEG, and attach that. Nothing was kept."
    }
    film() { km: "នេះជាវីដេអូ មិនទទួលទេ។", en: "This is a film, which is not taken." }
    film_hint() { km: "ភ្ជាប់រូបថតពីវា ឬសំឡេងរបស់វា។", en: "Attach a photo from it, or its sound." }
    locked() { km: "PDF នេះបិទដោយពាក្យសម្ងាត់។", en: "This PDF is closed by a password." }
    locked_hint() { km: "បោះពុម្ពវាជា PDF ថ្មីដែលគ្មានពាក្យសម្ងាត់។", en: "Print it to a new PDF without a password." }
    damaged(kind: &str) { km: "ឯកសារនេះខូច ឬមិនពេញ៖ {kind}។", en: "This file is damaged or not whole: {kind}." }
    damaged_hint() { km: "ផ្ញើវាម្ដងទៀត ឬថតរូបអេក្រង់។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។", en: "Have it sent again, or take a picture of it. Nothing was kept." }
}
