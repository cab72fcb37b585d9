//! What is said of an officer's list of holidays.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// The sentence over faults.
    not_sound() { km: "បញ្ជីថ្ងៃឈប់សម្រាកមានកំហុស៖", en: "The list of holidays has faults:" }
    /// A year of a sound list.
    year(year: &str, days: &str) { km: "ថ្ងៃឈប់សម្រាកឆ្នាំ {year}៖ {days} ថ្ងៃ។", en: "Holidays of {year}: {days} days." }
    /// A year with few days.
    few(year: &str, days: &str) {
        km: "ថ្ងៃឈប់សម្រាកឆ្នាំ {year}៖ មានតែ {days} ថ្ងៃ។ បញ្ជីនេះជំនួសថ្ងៃទាំងអស់នៃឆ្នាំនោះ៖ សូមសរសេរឱ្យគ្រប់។",
        en: "Holidays of {year}: {days} only. The list replaces all built-in days of that year, so write down all of them."
    }
    /// A fault.
    no_text() {
        km: "វាមិនមែនជាអត្ថបទ UTF-8 ទេ។ រក្សាទុកជា CSV UTF-8។",
        en: "It is no text in UTF-8. Save it as CSV UTF-8."
    }
    /// A fault.
    header(columns: &str) { km: "បន្ទាត់ទីមួយត្រូវជា៖ {columns}", en: "The first line must be: {columns}" }
    /// A fault.
    cells(count: &str) {
        km: "មាន {count} ក្រឡា តែត្រូវមានបី៖ ថ្ងៃ ឈ្មោះខ្មែរ ឈ្មោះអង់គ្លេស។ ឈ្មោះដែលមានសញ្ញាក្បៀស ត្រូវដាក់ក្នុង \"…\"។",
        en: "There are {count} cells, and three are wanted: day, Khmer name, English name. A name with a comma stands between \"…\"."
    }
    /// A fault.
    date(text: &str) {
        km: "{text} មិនមែនជាថ្ងៃទេ។ សរសេរដូច 2027-04-14 ឬ 14/4/2027។",
        en: "{text} is no day. Write it as 2027-04-14 or 14/4/2027."
    }
    /// A fault.
    wrong_year(year: &str) {
        km: "ឆ្នាំ {year} មិនត្រូវទេ។ សរសេរជាគ្រិស្តសករាជ ដូចជា 2027។",
        en: "The year {year} cannot be. Write years of the common era, such as 2027."
    }
    /// A fault.
    twice(day: &str) {
        km: "{day} មានពីរដង។ សរសេរឈ្មោះទាំងពីរក្នុងបន្ទាត់តែមួយ ដោយមាន ; នៅចន្លោះ។",
        en: "{day} stands there twice. Write both names in one line, with ; between them."
    }
    /// A fault.
    unnamed() { km: "ថ្ងៃនេះគ្មានឈ្មោះទេ។ សរសេរឈ្មោះថ្ងៃឈប់សម្រាក។", en: "The day has no name. Write which holiday it is." }
    /// A fault.
    empty() {
        km: "គ្មានថ្ងៃណាមួយទេ។ សរសេរថ្ងៃឈប់សម្រាក ឬលុបឯកសារនេះចោល៖ ពេលនោះថ្ងៃដែលភ្ជាប់មកជាមួយត្រូវបានប្រើ។",
        en: "There is no day in it. Write the holidays down, or remove the file: then the built-in ones hold."
    }
}
