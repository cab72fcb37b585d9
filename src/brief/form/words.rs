//! What the forms say beyond the names of fields and values.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// The title.
    title() { km: "សេវានៅមន្ទីរពេទ្យ៖ អ្វីដែលបានកើតឡើង", en: "At the hospital: what happened" }

    // Parts of the form.

    /// Where and when.
    part_visit() { km: "ការទៅពេទ្យ", en: "The visit" }
    /// The issues.
    part_trouble() { km: "បញ្ហាដែលបានជួប", en: "What went wrong" }
    /// The times.
    part_times() { km: "ម៉ោង", en: "The times" }
    /// Payer and sums.
    part_money() { km: "ការបង់ប្រាក់", en: "Payment" }
    /// Narrative and remedy.
    part_story() { km: "ដំណើររឿង", en: "The story" }
    /// Who told it, and who was ill.
    part_people() { km: "អ្នកជំងឺ និងអ្នកផ្ដល់ព័ត៌មាន", en: "Patient and teller" }
    /// Where the member works.
    part_work() { km: "កន្លែងធ្វើការ", en: "Work" }
    /// Who the member is.
    part_member() { km: "សមាជិក", en: "The member" }
    /// What the member agrees to.
    part_consent() { km: "ការយល់ព្រម", en: "Consent" }

    /// To a purpose.
    agrees() { km: "យល់ព្រម", en: "Yes" }
    /// To a purpose.
    agrees_not() { km: "មិនយល់ព្រម", en: "No" }

    // What helps.

    /// All that is right.
    all_that_apply() { km: "អាចជ្រើសបានច្រើន។", en: "Choose all that apply." }
    /// Of the places.
    hint_facility() {
        km: "មណ្ឌលសុខភាពមានឈ្មោះតាមឃុំ។ បើរកមិនឃើញ សូមជ្រើស «មិនមានក្នុងបញ្ជីនេះ»។",
        en: "Health centres bear the name of their commune. If it is not there, choose “Not in this list”."
    }
    /// Of the times.
    hint_time() { km: "ទុកទទេ បើមិនចាំម៉ោង។", en: "Leave it empty if you do not remember." }
    /// Of the wait.
    hint_waited() { km: "បើមិនចាំម៉ោងមកដល់ និងម៉ោងបានពិនិត្យ។ ១ ម៉ោង = ៦០ នាទី។", en: "Where the times are not known. 1 hour is 60 minutes." }
    /// Of the sums.
    hint_paid() { km: "ទុកទទេ បើមិនបានបង់។", en: "Leave it empty if nothing was paid." }
    /// Of the story.
    hint_story() {
        km: "តាមពាក្យរបស់បងប្អូន។ សូមកុំសរសេរឈ្មោះនរណានៅទីនេះ។",
        en: "In your own words. Please name nobody here."
    }
    /// Of the remedy.
    hint_remedy() { km: "ឧទាហរណ៍ ប្រាក់វិញ ការសុំទោស។", en: "Such as money back, or an apology." }
    /// Of the member.
    hint_member() {
        km: "មិនចាំបាច់។ មានតែសហជីពដែលឃើញ។",
        en: "May stay empty. Only the union sees it."
    }
    /// Of the purposes.
    hint_consent() {
        km: "ជ្រើសតែអ្វីដែលបងប្អូនយល់ព្រម។ អាចប្ដូរចិត្តបានគ្រប់ពេល។",
        en: "Choose only what you agree to. You may change your mind at any time."
    }

    // What is refused.

    /// Nothing given where something is needed.
    needed() { km: "សូមបំពេញចម្លើយនេះ។", en: "This has to be answered." }
    /// A day ahead, or long ago.
    bad_day() { km: "ថ្ងៃនេះមិនទាន់មកដល់ ឬយូរពេក។", en: "That day lies ahead, or is too long ago." }
    /// A time that does not fit those before it.
    bad_order() { km: "ម៉ោងទាំងនេះមិនត្រូវលំដាប់គ្នាទេ។", en: "These times are not in order." }
    /// A wait that cannot be.
    bad_wait() { km: "ពី ០ ដល់ ១០០៨០ នាទី (មួយសប្ដាហ៍)។", en: "From 0 to 10080 minutes, which is a week." }
    /// A sum that cannot be.
    bad_riel() { km: "ចំនួនគត់ ចាប់ពី ០ រៀល។", en: "A whole number of riel, from 0." }
    /// A sum that cannot be.
    bad_dollars() { km: "ចំនួនដុល្លារ មានលេខក្រោយសញ្ញាចុចមិនលើសពីពីរខ្ទង់។", en: "Dollars, with at most two decimals." }
    /// No telephone number.
    bad_phone() { km: "លេខទូរស័ព្ទ ដូចជា ០១២ ៣៤៥ ៦៧៨។", en: "A telephone number, such as 012 345 678." }
    /// Too long for a line.
    too_long() { km: "វែងពេក។", en: "Too long." }

    // On paper.

    /// Under the title of the paper form.
    paper_purpose() {
        km: "សម្រាប់សមាជិក និងប្រធានក្រុម។ ធីក ✓ ក្នុងប្រអប់ ហើយសរសេរលើបន្ទាត់។ * ត្រូវតែបំពេញ អ្វីផ្សេងទៀតអាចទុកទទេ។",
        en: "For members and shop leaders. Tick ✓ the boxes and write on the lines. * is needed; all else may stay empty."
    }
    /// Under the blank of a day.
    day() { km: "ថ្ងៃ", en: "day" }
    /// Under the blank of a month.
    month() { km: "ខែ", en: "month" }
    /// Under the blank of a year.
    year() { km: "ឆ្នាំ", en: "year" }
    /// Beside the province.
    where_it_is() { km: "ខេត្ត ស្រុក ឃុំ", en: "Province, district, commune" }
    /// Over the severities.
    severities() {
        km: "បើមាន សូមធីក □ ហើយគូសរង្វង់កម្រិត៖ ១ តិចតួច ដោះស្រាយបានឆាប់ · ២ ខាតពេល ឬប្រាក់ · ៣ ធ្ងន់ធ្ងរ៖ មានគ្រោះថ្នាក់ មិនបានពិនិត្យ ឬខាតច្រើន",
        en: "Tick what happened and ring how bad it was: 1 slight, soon put right · 2 cost time or money · 3 grave: danger, never seen, or a large loss"
    }
    /// Beside the story.
    on_page_two() { km: "សូមបន្តនៅទំព័រ ២ →", en: "Please go on with page 2 →" }
    /// The parts of a wait.
    or_waited() { km: "ឬរង់ចាំសរុប", en: "or waited in all" }
    /// Units of a wait.
    hours() { km: "ម៉ោង", en: "hours" }
    /// Units of a wait.
    minutes() { km: "នាទី", en: "minutes" }
    /// A currency.
    riel() { km: "រៀល", en: "riel" }
    /// A currency.
    dollars() { km: "ដុល្លារ", en: "US dollars" }
    /// For the officer.
    for_the_officer() { km: "សម្រាប់មន្ត្រី", en: "For the officer" }
    /// For the officer.
    logged_as() { km: "លេខករណី", en: "Case number" }
    /// For the officer.
    taken_by() { km: "អ្នកទទួល និងថ្ងៃទទួល", en: "Taken by, on" }
    /// At the foot: what becomes of the paper.
    paper_foot() {
        km: "មានឈ្មោះ៖ ទុកក្នុងកន្លែងចាក់សោ ហើយបំផ្លាញពេលកត់ចូលសៀវភៅរួច។",
        en: "Holds a name: keep it locked up, and destroy it once it is in the book."
    }

    // The tally sheet.

    /// Its title.
    tally_title() { km: "តារាងកត់ម៉ោងរង់ចាំ", en: "Tally of waiting times" }
    /// What it is for.
    tally_purpose() {
        km: "អ្នកជំងឺម្នាក់មួយជួរ។ គ្មានឈ្មោះ គ្មានលេខទូរស័ព្ទ គ្មានអ្វីឱ្យគេស្គាល់នរណាឡើយ។",
        en: "One row for each patient. No name, no telephone, nothing by which anybody is known."
    }
    /// How it is filled in.
    tally_how(one: &str, two: &str, three: &str) {
        km: "{one} ពេលអ្នកជំងឺម្នាក់មកដល់ សូមកត់ម៉ោង និងរបៀបបង់ប្រាក់ (គូស ✓ មួយ)។ {two} ពេលគេហៅគាត់ចូលពិនិត្យ សូមកត់ម៉ោង។ {three} អ្នកណាដែលមិនដឹងម៉ោងទាំងពីរ កុំរាប់។ ត្រូវកត់គ្រប់គ្នាតាមលំដាប់ មិនមែនតែអ្នករង់ចាំយូរទេ។",
        en: "{one} When a patient arrives, note the time and how they pay (one ✓). {two} When they are called in, note the time. {three} Leave out whom you do not see through. Take all in turn, not only those who wait long."
    }
    /// A column.
    tally_number() { km: "ល.រ.", en: "No." }
    /// At the head.
    observed_by() { km: "អ្នកកត់", en: "Noted by" }
    /// At the foot.
    tally_foot(columns: &str) {
        km: "វាយចូលតារាងមួយដែលមានជួរឈរ {columns} រួចនាំចូល៖ wardbook import FILE --observations",
        en: "Type it into a table with the columns {columns}, then: wardbook import FILE --observations"
    }
    /// At the foot of a page.
    page(number: &str, of: &str) { km: "ទំព័រ {number}/{of}", en: "Page {number} of {of}" }
}
