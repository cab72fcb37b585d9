//! Sentences about single values: days, times, sums, codes.

use crate::i18n::messages::messages;

messages! {
    pub const ALL_PLAIN;

    /// A text stands in for a code of a table.
    unknown_code(given: &str, table: &str) {
        km: "«{given}» មិនមាននៅក្នុងជម្រើសសម្រាប់{table}ទេ។",
        en: "“{given}” is not one of the choices for {table}.",
    }
    /// One thing, or a few, may have been meant.
    did_you_mean(nearest: &str) { km: "តើចង់និយាយថា {nearest} មែនទេ?", en: "Did you mean {nearest}?" }
    /// All there is to choose from.
    choose(known: &str) { km: "សូមជ្រើសរើសមួយ៖ {known}។", en: "Choose one of these: {known}." }

    /// No date of a known form.
    no_date(given: &str) { km: "«{given}» មិនមែនជាកាលបរិច្ឆេទទេ។", en: "“{given}” is not a date." }
    /// How dates are written.
    no_date_hint() {
        km: "សូមសរសេរថ្ងៃ/ខែ/ឆ្នាំ ឧទាហរណ៍ ៣/១០/២០២៦។",
        en: "Write day/month/year, such as 3/10/2026.",
    }
    /// The 31st of February.
    no_such_day(given: &str) {
        km: "ក្នុងប្រតិទិនគ្មានថ្ងៃ «{given}» ទេ។",
        en: "There is no day “{given}” in the calendar.",
    }
    /// Day and month may be swapped.
    no_such_day_hint() {
        km: "សូមពិនិត្យថ្ងៃ និងខែឡើងវិញ ដោយសរសេរថ្ងៃមុនខែ។",
        en: "Check the day and the month; the day comes first.",
    }
    /// A day ahead.
    future(day: &str) { km: "ថ្ងៃ {day} មិនទាន់មកដល់ទេ។", en: "{day} has not come yet." }
    /// No day ahead is taken.
    future_hint() { km: "សូមដាក់ថ្ងៃនេះ ឬថ្ងៃមុននេះ។", en: "Give today or an earlier day." }
    /// A day of another age.
    too_early(day: &str) { km: "ថ្ងៃ {day} យូរពេកហើយ។", en: "{day} is too long ago." }
    /// The year may be mistyped.
    too_early_hint(earliest: &str) {
        km: "សូមពិនិត្យឆ្នាំឡើងវិញ ព្រោះអាចកត់ត្រាបានតែពីថ្ងៃ {earliest} មក។",
        en: "Check the year: days from {earliest} on can be recorded.",
    }

    /// No time of the day.
    no_time(given: &str) { km: "«{given}» មិនមែនជាម៉ោងទេ។", en: "“{given}” is not a time of the day." }
    /// How times are written.
    no_time_hint() {
        km: "សូមសរសេរម៉ោង និងនាទី ឧទាហរណ៍ ៦:១០ ឬ 6h10 ហើយបើមិនប្រាកដ សូមដាក់ ~ ពីមុខ។",
        en: "Write hours and minutes, such as 6:10 or 6h10, with ~ in front if it is an estimate.",
    }
    /// No length of time.
    no_length(given: &str) { km: "«{given}» មិនមែនជារយៈពេលទេ។", en: "“{given}” is not a length of time." }
    /// How lengths are written.
    no_length_hint() {
        km: "សូមសរសេរម៉ោង និងនាទី ឧទាហរណ៍ ៣ម៉ោង២០នាទី ឬ 3h20 ឬសរសេរតែនាទី ឧទាហរណ៍ ២០០។",
        en: "Write hours and minutes, such as 3h20, or minutes alone, such as 200.",
    }
    /// A wait beyond a week.
    too_long_wait(wait: &str) {
        km: "ការរង់ចាំ {wait} យូរជាងមួយសប្ដាហ៍។",
        en: "A wait of {wait} is longer than a week.",
    }
    /// Hours may have been meant.
    too_long_wait_hint() {
        km: "សូមពិនិត្យឡើងវិញ ព្រោះលេខដែលគ្មានពាក្យ «ម៉ោង» រាប់ជានាទី។",
        en: "Check it: a number alone counts minutes.",
    }
    /// Three or more times out of order.
    contradiction(times: &str) {
        km: "ម៉ោងទាំងនេះមិនអាចត្រូវទាំងអស់ទេ៖ {times}។",
        en: "These times cannot all be right: {times}.",
    }
    /// One of the times is wrong.
    contradiction_hint() {
        km: "សូមកែម៉ោងដែលខុស ឬទុកវាឱ្យទំនេរ។",
        en: "Correct the one that is wrong, or leave it empty.",
    }
    /// The wait given is not the one that follows.
    wait_contradicts(given: &str, from_times: &str) {
        km: "រយៈពេលរង់ចាំដែលបានដាក់គឺ {given} ប៉ុន្តែបើគិតតាមម៉ោងគឺ {from_times}។",
        en: "The wait is given as {given}, but by the times it is {from_times}.",
    }
    /// One of the two goes.
    wait_contradicts_hint() {
        km: "សូមទុករយៈពេលរង់ចាំឱ្យទំនេរ ព្រោះវាគិតតាមម៉ោងស្រាប់ ឬកែម៉ោងវិញ។",
        en: "Leave the wait empty, since it follows from the times, or correct the times.",
    }

    /// No sum of money.
    no_money(given: &str) { km: "«{given}» មិនមែនជាចំនួនប្រាក់ទេ។", en: "“{given}” is not a sum of money." }
    /// How sums are written.
    no_money_hint() {
        km: "សូមសរសេរឧទាហរណ៍ ៤០០០០ រៀល ឬ ១២.៥០ ដុល្លារ ដោយដាក់ចំណុចមុនសេន។",
        en: "Write 40000 riel, say, or 12.50 dollars, with a dot before the cents.",
    }
    /// How riel are written where only riel are taken.
    riel_hint() { km: "សូមសរសេរជារៀល ឧទាហរណ៍ ៤០០០០។", en: "Write it in riel, such as 40000." }
    /// How dollars are written where only dollars are taken.
    dollars_hint() {
        km: "សូមសរសេរជាដុល្លារ ឧទាហរណ៍ ១២.៥០ ដោយដាក់ចំណុចមុនសេន។",
        en: "Write it in dollars, such as 12.50, with a dot before the cents.",
    }
    /// A sum beyond all sense.
    too_much(given: &str) {
        km: "«{given}» ច្រើនពេក មិនអាចត្រឹមត្រូវទេ។",
        en: "“{given}” is too much to be right.",
    }
    /// A nought too many.
    too_much_hint() { km: "សូមរាប់លេខសូន្យឡើងវិញ។", en: "Count the noughts again." }

    /// No desk code.
    no_desk(given: &str) { km: "«{given}» មិនមែនជាកូដការិយាល័យទេ។", en: "“{given}” is not the code of a desk." }
    /// What desk codes look like.
    no_desk_hint() {
        km: "កូដការិយាល័យមានអក្សរឡាតាំងពី ២ ទៅ ៤ តួ ឧទាហរណ៍ KC។",
        en: "A desk has two to four Latin letters, such as KC.",
    }
    /// No case number.
    no_case_number(given: &str) { km: "«{given}» មិនមែនជាលេខករណីទេ។", en: "“{given}” is not a case number." }
    /// What case numbers look like.
    no_case_number_hint() {
        km: "លេខករណីមានទម្រង់ដូចជា KC-7F3Q-2XM9។",
        en: "A case number looks like KC-7F3Q-2XM9.",
    }
    /// The check character does not fit.
    mistyped_number(given: &str) {
        km: "លេខករណី «{given}» មានតួវាយខុស។",
        en: "The case number “{given}” is mistyped.",
    }
    /// Compare it.
    mistyped_number_hint() {
        km: "សូមផ្ទៀងជាមួយលេខដើមម្ដងមួយតួៗ។",
        en: "Compare it with the original, one character at a time.",
    }

    /// No facility identifier.
    no_facility_code(given: &str) {
        km: "«{given}» មិនមែនជាកូដមូលដ្ឋានសុខាភិបាលទេ។",
        en: "“{given}” is not the code of a facility.",
    }
    /// What they look like.
    no_facility_code_hint() {
        km: "កូដមានទម្រង់ដូចជា H080801 ឬ HC-010604 ហើយស្វែងរកតាមឈ្មោះក៏បាន។",
        en: "Codes look like H080801 or HC-010604; the name will do as well.",
    }
    /// No kind of facility.
    no_facility_kind(given: &str) {
        km: "«{given}» មិនមែនជាប្រភេទមូលដ្ឋានសុខាភិបាលទេ។",
        en: "“{given}” is not a kind of facility.",
    }
    /// A health centre is known by its commune.
    commune_needed() {
        km: "ចំពោះមណ្ឌលសុខភាព ឬប៉ុស្តិ៍សុខភាព ត្រូវដឹងឃុំដែលវាស្ថិតនៅ។",
        en: "A health centre or post cannot be added without its commune.",
    }
    /// Choose it.
    commune_needed_hint() { km: "សូមជ្រើសរើសឃុំ ឬសង្កាត់។", en: "Choose its commune or sangkat." }
    /// A hospital is known by its district.
    district_needed() {
        km: "ចំពោះមន្ទីរពេទ្យ ឬគ្លីនិក ត្រូវដឹងស្រុកដែលវាស្ថិតនៅ។",
        en: "A hospital or clinic cannot be added without its district.",
    }
    /// Choose it.
    district_needed_hint() { km: "សូមជ្រើសរើសក្រុង ស្រុក ឬខណ្ឌ។", en: "Choose its district, town or khan." }
    /// No name was given.
    name_needed(kind: &str) {
        km: "{kind} ត្រូវមានឈ្មោះ។",
        en: "This facility needs a name ({kind}).",
    }
    /// Give it.
    name_needed_hint() {
        km: "សូមសរសេរឈ្មោះដូចនៅលើស្លាក។",
        en: "Write the name as it stands on the sign.",
    }

    /// No place code.
    no_place_code(given: &str) { km: "«{given}» មិនមែនជាកូដទីកន្លែងទេ។", en: "“{given}” is not the code of a place." }
    /// What they look like.
    no_place_code_hint() {
        km: "កូដខេត្តមាន ២ ខ្ទង់ (08) ស្រុក ៤ ខ្ទង់ (0811) និងឃុំ ៦ ខ្ទង់ (081101)។",
        en: "A province has two digits (08), a district four (0811), a commune six (081101).",
    }

    /// Neither language.
    no_language(given: &str) {
        km: "កម្មវិធីនេះមិនមានភាសា «{given}» ទេ។",
        en: "“{given}” is not a language of this program.",
    }
    /// The two.
    no_language_hint() { km: "សូមជ្រើសរើស km (ខ្មែរ) ឬ en (អង់គ្លេស)។", en: "Choose km (Khmer) or en (English)." }

    /// No such place.
    unknown_place(given: &str) { km: "រកមិនឃើញទីកន្លែង «{given}» ទេ។", en: "There is no place “{given}”." }
    /// How places are found.
    unknown_place_hint() {
        km: "សូមសរសេរឈ្មោះជាខ្មែរ ឬអង់គ្លេស ឬកូដ ឧទាហរណ៍ 08។",
        en: "Write its name in Khmer or English, or its code, such as 08.",
    }
    /// No such facility.
    unknown_facility(given: &str) {
        km: "រកមិនឃើញមូលដ្ឋានសុខាភិបាល «{given}» ទេ។",
        en: "There is no facility “{given}”.",
    }
    /// No facility is called so, and one may be meant: it is named behind this.
    facility_called_otherwise(given: &str) {
        km: "គ្មានមូលដ្ឋានសុខាភិបាលណាមានឈ្មោះត្រឹមតែ «{given}» ទេ។",
        en: "No facility is called just “{given}”.",
    }
    /// Several facilities are called so.
    several_facilities(given: &str) {
        km: "«{given}» អាចជាមូលដ្ឋានសុខាភិបាលលើសពីមួយ។",
        en: "“{given}” may mean more than one facility.",
    }
    /// How facilities are found.
    unknown_facility_hint() {
        km: "សូមសរសេរផ្នែកណាមួយនៃឈ្មោះជាខ្មែរ ឬអង់គ្លេស ឬកូដ ឧទាហរណ៍ H080801។",
        en: "Write part of its name in Khmer or English, or its code, such as H080801.",
    }
}
