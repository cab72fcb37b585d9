//! The settings.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    settings_title() { km: "ការកំណត់   ← → ដើម្បីប្ដូរ", en: "Settings   ← → to change" }
    settings_kept() { km: "ការប្ដូរមានប្រសិទ្ធភាពភ្លាម ហើយរក្សាទុកដោយខ្លួនឯង។", en: "A change holds at once, and is kept for the next start." }
    setting_language() { km: "ភាសា", en: "Language" }
    setting_language_doc(key: &str) { km: "ភាសារបស់អេក្រង់។ {key} ប្ដូរវានៅគ្រប់ទីកន្លែង។", en: "The language of the screens. {key} switches it anywhere." }
    setting_digits() { km: "លេខ", en: "Khmer digits" }
    setting_digits_doc() { km: "លេខដែលអេក្រង់ខ្មែរប្រើ។ ឯកសារដែលផ្ញើចេញមិនប្រែប្រួលទេ។", en: "The digits of the Khmer screens. What is exported does not change." }
    digits_khmer() { km: "ខ្មែរ ០១២៣", en: "Khmer ០១២៣" }
    digits_western() { km: "អារ៉ាប់ 0123", en: "Western 0123" }
    setting_calendar() { km: "ឆ្នាំ", en: "Years" }
    setting_calendar_doc() { km: "របៀបរាប់ឆ្នាំនៅលើអេក្រង់។ ពេលកត់ករណី វាយឆ្នាំណាមួយក៏បាន។", en: "How the screens count years. In the form either can be typed." }
    calendar_gregorian() { km: "គ្រិស្តសករាជ", en: "Common era" }
    calendar_buddhist() { km: "ពុទ្ធសករាជ", en: "Buddhist era" }
    setting_background() { km: "ផ្ទៃខាងក្រោយ", en: "Background" }
    setting_background_doc() { km: "ងងឹត ឬភ្លឺ៖ សម្រាប់ពណ៌នៃផែនទី។", en: "Dark or light: for the colours of the map." }
    background_dark() { km: "ងងឹត", en: "Dark" }
    background_light() { km: "ភ្លឺ", en: "Light" }
    setting_colours() { km: "ពណ៌", en: "Colours" }
    setting_colours_doc() { km: "ចំនួនពណ៌ដែលប្រើ។ គ្មានអ្វីត្រូវបានប្រាប់ដោយពណ៌តែមួយមុខទេ។", en: "How many colours are used. Nothing is told by colour alone." }
    colours_none() { km: "គ្មាន", en: "None" }
    colours_sixteen() { km: "១៦ ពណ៌", en: "16" }
    colours_256() { km: "២៥៦ ពណ៌", en: "256" }
    colours_all() { km: "ទាំងអស់", en: "All" }
    setting_widths() { km: "ទទឹងអក្សរខ្មែរ", en: "Khmer widths" }
    setting_widths_doc() {
        km: "របៀបដែលទែរមីណាល់រាប់ទទឹងអក្សរខ្មែរ។ បើស៊ុម ឬអក្សររអាក់រអួល សូមសាកតម្លៃផ្សេង ហើយបើកកម្មវិធីម្ដងទៀត។",
        en: "How the terminal counts the columns of Khmer. If borders bend or letters vanish, try another value and start again.",
    }
    widths_sum() { km: "មួយសញ្ញា មួយក្រឡា", en: "A column a sign" }
    widths_clustered() { km: "មួយព្យាង្គ មួយក្រឡា", en: "A column a cluster" }
    setting_mouse() { km: "កណ្ដុរ", en: "Mouse" }
    setting_mouse_doc() { km: "ចុច និងរមូរដោយកណ្ដុរ។ ដើម្បីជ្រើសអត្ថបទក្នុងទែរមីណាល់ ត្រូវចុច Shift ជាមួយ។", en: "Click and scroll. To select text of the terminal itself, hold Shift." }
    setting_editor() { km: "កម្មវិធីសរសេរក្រៅ", en: "Other editor" }
    setting_editor_doc(key: &str) {
        km: "ឱ្យ {key} បើករឿងក្នុងកម្មវិធីដែល EDITOR ចង្អុល។ កម្មវិធីនោះអាចទុកច្បាប់ចម្លងដែលមិនបានការពារ។",
        en: "Lets {key} open the story in the program that EDITOR names. That program may leave copies that are not encrypted.",
    }
    as_found() { km: "ដោយស្វ័យប្រវត្តិ", en: "As found" }
    is_on() { km: "បើក", en: "On" }
    is_off() { km: "បិទ", en: "Off" }
}
