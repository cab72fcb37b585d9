//! What an officer is told of a brief before and after it is written.

use super::prepared::{BriefWarning, WhyLeftOut};
use crate::i18n::messages::messages;
use crate::i18n::{Lang, dates, numbers};

messages! {
    pub const ALL;

    /// Why cases are left out.
    no_consent(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី៖ មិនទាន់មានការយល់ព្រម។",
        en: "Cases not counted: {cases}. No consent is recorded."
    }
    /// Why cases are left out.
    other_purpose(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី៖ សមាជិកយល់ព្រមសម្រាប់គោលបំណងផ្សេង មិនមែនសម្រាប់រាប់ទេ។",
        en: "Cases not counted: {cases}. The consent is for another purpose than counting."
    }
    /// Why cases are left out.
    withdrawn(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី៖ សមាជិកបានដកពាក្យបណ្ដឹង។",
        en: "Cases not counted: {cases}. The member took the complaint back."
    }
    /// Why stories are left out.
    no_story_consent(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ សមាជិកយល់ព្រមតែឱ្យរាប់។",
        en: "Stories not told: {cases}. The consent covers counting, not telling."
    }
    /// Why stories are left out.
    no_text(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ គ្មានអត្ថបទ ឬត្រូវបានលុប។",
        en: "Stories not told: {cases}. There is no text, or it was erased."
    }
    /// Why stories are left out.
    hearsay(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ ភស្តុតាងកម្រិត D (ឮគេនិយាយ)។",
        en: "Stories not told: {cases}. They are hearsay (evidence D)."
    }
    /// Why stories are left out.
    too_few_at_place(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ នៅទីកន្លែងរបស់វាមានករណីតិចពេកសម្រាប់រឿងមួយទៀត។",
        en: "Stories not told: {cases}. Their place has too few cases for one more story."
    }
    /// Why stories are left out.
    too_few_in_time(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ ខែនោះមានករណីតិចពេក។",
        en: "Stories not told: {cases}. Their month has too few cases."
    }
    /// Why stories are left out.
    too_long(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ វែងពេក។",
        en: "Stories not told: {cases}. They are too long."
    }
    /// Why stories are left out.
    only_gaps(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ ក្រោយលុបអ្វីដែលសង្ស័យ នៅសល់តែចន្លោះ។",
        en: "Stories not told: {cases}. Once what may give somebody away is struck, only gaps are left."
    }
    /// Why stories are left out.
    like_another(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ មានរឿងមួយពីទីកន្លែង និងខែដដែលរួចហើយ។",
        en: "Stories not told: {cases}. One of the same place and month is told."
    }
    /// Why stories are left out.
    enough(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ មានរឿងគ្រប់ចំនួនហើយ។",
        en: "Stories not told: {cases}. There are as many as a brief tells."
    }
    /// Why stories are left out.
    by_officer(cases: &str) {
        km: "មិនបានប្រាប់រឿង {cases}៖ អ្នកបានដកចេញ។",
        en: "Stories not told: {cases}. You left them out."
    }
    /// A warning.
    too_few_cases() {
        km: "មានករណីតិចជាង ៥ ដូច្នេះឯកសារគ្មានតួលេខទេ។",
        en: "There are fewer than 5 cases, so the document holds no figures."
    }
    /// A warning.
    beside_earlier(what: &str, party: &str, date: &str) {
        km: "ប្រយ័ត្ន៖ អ្នកដែលមានសេចក្ដីសង្ខេប {date} ជូន {party} អាចដកលេខគ្នា ហើយដឹងអំពី ១ ដល់ ៤ ករណី ({what})។",
        en: "Beware: who also holds the brief of {date} for {party} can subtract and learns of 1 to 4 cases ({what})."
    }
    /// A warning, where it cannot be told whether it is so.
    perhaps_beside_earlier(what: &str, party: &str, date: &str) {
        km: "ប្រយ័ត្ន៖ អ្នកដែលមានសេចក្ដីសង្ខេប {date} ជូន {party} ប្រហែលជាអាចដកលេខគ្នា ហើយដឹងអំពី ១ ដល់ ៤ ករណី ({what})។ មិនអាចដឹងច្បាស់ថា ករណីនៃឯកសារមួយស្ថិតក្នុងឯកសារមួយទៀតឬទេ។",
        en: "Beware: who also holds the brief of {date} for {party} may be able to subtract and learn of 1 to 4 cases ({what}). Whether the cases of one are among those of the other cannot be told."
    }
    /// What a count is of.
    without_consent() { km: "គ្មានការយល់ព្រម", en: "without consent" }
    /// What a count is of.
    of_other_purpose() { km: "យល់ព្រមសម្រាប់គោលបំណងផ្សេង", en: "consent for another purpose" }
    /// What a count is of.
    taken_back() { km: "បានដកវិញ", en: "taken back" }
    /// What a count is of.
    praise() { km: "ការសរសើរ", en: "praise" }
    /// What a count is of.
    estimates() { km: "ម៉ោងប្រហាក់ប្រហែល", en: "estimated times" }
    /// All that a brief is about.
    whole() { km: "ករណីទាំងអស់", en: "all cases" }
    /// A warning.
    nobody_to_name() {
        km: "គ្មានសមាជិកណាយល់ព្រមឱ្យបញ្ចេញឈ្មោះទេ ដូច្នេះឯកសារគ្មានឈ្មោះ។",
        en: "No member agreed to be named, so the document holds no names."
    }
    /// A warning.
    kept(places: &str) {
        km: "ប្រយ័ត្ន៖ កន្លែងសង្ស័យ {places} នៅក្នុងរឿង ព្រោះអ្នកបានទុក។",
        en: "Beware: suspected places that you keep in the stories: {places}."
    }
}

/// Why so many cases are left out, as a sentence.
pub(super) fn left_out(why: WhyLeftOut, cases: &str, lang: Lang) -> String {
    match why {
        WhyLeftOut::NoConsent => no_consent(lang, cases),
        WhyLeftOut::OtherPurpose => other_purpose(lang, cases),
        WhyLeftOut::Withdrawn => withdrawn(lang, cases),
        WhyLeftOut::NoStoryConsent => no_story_consent(lang, cases),
        WhyLeftOut::NoText => no_text(lang, cases),
        WhyLeftOut::Hearsay => hearsay(lang, cases),
        WhyLeftOut::TooFewAtPlace => too_few_at_place(lang, cases),
        WhyLeftOut::TooFewInTime => too_few_in_time(lang, cases),
        WhyLeftOut::TooLong => too_long(lang, cases),
        WhyLeftOut::OnlyGaps => only_gaps(lang, cases),
        WhyLeftOut::LikeAnother => like_another(lang, cases),
        WhyLeftOut::Enough => enough(lang, cases),
        WhyLeftOut::ByOfficer => by_officer(lang, cases),
    }
}

/// A warning as a sentence.
pub(super) fn warning(warning: &BriefWarning, lang: Lang) -> String {
    match warning {
        BriefWarning::TooFewCases => too_few_cases(lang).to_owned(),
        BriefWarning::BesideEarlier { what, on, party, is_sure } => {
            let said = if *is_sure { beside_earlier } else { perhaps_beside_earlier };
            said(lang, &what.join(", "), party, &dates::long_date(*on, lang))
        }
        BriefWarning::NobodyToName => nobody_to_name(lang).to_owned(),
        BriefWarning::Kept(places) => kept(lang, &numbers::number(*places as u64, lang)),
    }
}
