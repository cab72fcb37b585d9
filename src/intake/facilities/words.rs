//! What is said of rows of a list of facilities.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    no_name() { km: "ជួរនេះគ្មានលេខកូដ ឬឈ្មោះទេ។", en: "This row has neither code nor name." }
    unknown_kind(kind: &str) { km: "«{kind}» មិនមែនជាប្រភេទមូលដ្ឋានទេ។", en: "\"{kind}\" is no kind of facility." }
    no_kind() { km: "គ្មានអ្វីប្រាប់ថាមូលដ្ឋានថ្មីនេះជាអ្វីទេ។", en: "Nothing says what this new facility is." }
    kinds(kinds: &str) { km: "បន្ថែមជួរឈរ kind ជាមួយ៖ {kinds}", en: "Give it a column kind with one of: {kinds}" }
    unknown_place(place: &str) { km: "រកមិនឃើញទីកន្លែង «{place}» ឬមានច្រើនឈ្មោះដូចគ្នា។", en: "There is no place \"{place}\", or more than one." }
    place_elsewhere(place: &str, around: &str) { km: "{place} មិននៅក្នុង {around} ទេ។", en: "{place} does not lie in {around}." }
    place_hint() {
        km: "សរសេរលេខកូដភូមិសាស្ត្រ៖ ២ ខ្ទង់ (ខេត្ត) ៤ (ស្រុក) ៦ (ឃុំ)។",
        en: "Write the codes of the gazetteer: 2 digits (province), 4 (district), 6 (commune)."
    }
    no_place() { km: "ទីកន្លែងរបស់មូលដ្ឋានថ្មីនេះមិនច្បាស់លាស់គ្រប់គ្រាន់ទេ។", en: "The place of this new facility is not told precisely enough." }
    no_place_hint() {
        km: "មណ្ឌល និងប៉ុស្តិ៍សុខភាពត្រូវការឃុំ មន្ទីរពេទ្យ និងគ្លីនិកត្រូវការស្រុក ឬឲ្យលេខកូដក្នុងបញ្ជី និងខេត្ត។",
        en: "Health centres and posts need their commune, hospitals and clinics their district; with a code of the list the province is enough."
    }
    nameless(kind: &str) { km: "{kind}ត្រូវការឈ្មោះ។", en: "This needs a name: {kind}." }
    no_number(text: &str) { km: "«{text}» មិនមែនជាលេខនៃចំណុចទេ។", en: "\"{text}\" is no number of a point." }
    elsewhere(north: &str, east: &str) { km: "ចំណុច {north}, {east} មិននៅក្នុងប្រទេសកម្ពុជាទេ។", en: "The point {north}, {east} is not in Cambodia." }
    swapped_hint() {
        km: "លេខទាំងពីរប្រហែលជាប្តូរទីគ្នា៖ ដូរវាក្នុងបញ្ជី។",
        en: "The two numbers seem to stand in each other's column: exchange them."
    }
    mixed() { km: "លេខមួយជាដឺក្រេ មួយទៀតជាម៉ែត្រ។", en: "One number is in degrees, the other in metres." }
    point_hint() {
        km: "ដឺក្រេ WGS84 (រយៈទទឹង ១០ ដល់ ១៤ រយៈបណ្តោយ ១០២ ដល់ ១០៧) ឬម៉ែត្រ UTM តំបន់ 48N។",
        en: "Degrees of WGS84 (latitude 10 to 14, longitude 102 to 107), or metres of UTM zone 48N."
    }
    unknown_facility(id: &str) { km: "គ្មានមូលដ្ឋាន {id} ទេ។", en: "There is no facility {id}." }
    twice(line: u64) { km: "មូលដ្ឋាននេះមាននៅបន្ទាត់ {line} រួចហើយ។", en: "This facility stands on line {line} already." }
}
