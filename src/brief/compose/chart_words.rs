//! What charts say.

use crate::i18n::messages::messages;

messages! {
    pub const ALL_CHARTS;

    /// The caption of a chart.
    figure(number: &str, title: &str) { km: "រូប {number}៖ {title}", en: "Figure {number}: {title}" }
    /// A caption.
    figure_of_map() {
        km: "ករណីតាមខេត្ត",
        en: "Cases by province"
    }
    /// What the areas of the map are.
    province() { km: "ខេត្ត", en: "Province" }
    /// What is not shown by itself.
    others_on_map() {
        km: "តិចជាង ៥ ករណី គ្មានករណី ឬរាប់រួមជាមួយខេត្តផ្សេង",
        en: "Fewer than 5 cases, none, or counted together with others"
    }
    /// Whose the outlines are.
    outlines(credit: &str) { km: "ព្រំប្រទល់ខេត្ត៖ {credit}", en: "Outlines: {credit}" }
    /// Beside the map.
    map_note() {
        km: "ផែនទីបង្ហាញកន្លែងដែលករណីត្រូវបានប្រាប់មកសហជីព។ កន្លែងណាមានសមាជិក និងមន្ត្រីច្រើន ករណីដែលដឹងក៏ច្រើនដែរ៖ ចំនួនច្រើនមិនមែនមានន័យថាសេវាអាក្រក់ជាងទេ។",
        en: "The map shows where cases were told to the union. Where more members and officers are, more cases are known: a high number does not mean that service is worse there."
    }
    /// The same where one officer logged all.
    map_note_of_one() {
        km: "ផែនទីបង្ហាញកន្លែងដែលករណីត្រូវបានប្រាប់មកសហជីព។ កន្លែងណាមានសមាជិកច្រើន ហើយមន្ត្រីម្នាក់ដែលបានកត់ត្រាទាំងអស់ធ្វើការ ករណីដែលដឹងក៏ច្រើនដែរ៖ ចំនួនច្រើនមិនមែនមានន័យថាសេវាអាក្រក់ជាងទេ។",
        en: "The map shows where cases were told to the union. Where more members are, and where the one officer works who logged them all, more cases are known: a high number does not mean that service is worse there."
    }
    /// A caption.
    figure_of_funnel() {
        km: "ភាគរយនៃករណីធ្ងន់ធ្ងរ ធៀបនឹងចំនួនករណី ជាមួយដែនកំណត់នៃចៃដន្យ",
        en: "Share of severe cases by number of cases, with the limits of chance"
    }
    /// A line of the funnel.
    all_places(share: &str) {
        km: "ទីកន្លែងទាំងអស់ដែលបានបង្ហាញ៖ {share}",
        en: "All places shown: {share}"
    }
    /// A line of the funnel.
    limits_95() { km: "ដែនកំណត់ ៩៥%", en: "95% limits" }
    /// A line of the funnel.
    limits_998() { km: "ដែនកំណត់ ៩៩,៨%", en: "99.8% limits" }
    /// A mark of the funnel.
    beyond_95() { km: "ក្រៅដែនកំណត់ ៩៥%", en: "outside the 95% limits" }
    /// A mark of the funnel.
    beyond_998() { km: "ក្រៅដែនកំណត់ ៩៩,៨%", en: "outside the 99.8% limits" }
    /// A column.
    against_all() { km: "ធៀបនឹងទាំងអស់", en: "Against all" }
    /// Where a place lies.
    inside() { km: "ក្នុងដែនកំណត់", en: "within the limits" }
    /// Where a place lies.
    above_95() { km: "លើដែនកំណត់ ៩៥%", en: "above the 95% limits" }
    /// Where a place lies.
    above_998() { km: "លើដែនកំណត់ ៩៩,៨%", en: "above the 99.8% limits" }
    /// Where a place lies.
    below_95() { km: "ក្រោមដែនកំណត់ ៩៥%", en: "below the 95% limits" }
    /// Where a place lies.
    below_998() { km: "ក្រោមដែនកំណត់ ៩៩,៨%", en: "below the 99.8% limits" }
    /// Beside the funnel.
    funnel_note() {
        km: "បើទីកន្លែងទាំងអស់ដូចគ្នា ៩៥ ក្នុង ១០០ នឹងនៅចន្លោះបន្ទាត់ជាប់ និង ៩៩៨ ក្នុង ១.០០០ នៅចន្លោះបន្ទាត់ដាច់ៗ (ដែនកំណត់ទ្វេធាពិតប្រាកដ)។ ករណីកាន់តែតិច ដែនកំណត់កាន់តែធំ៖ កន្លែងតូចមិនត្រូវបានចោទដោយចៃដន្យទេ។",
        en: "If all places were alike, 95 of 100 would lie between the solid lines and 998 of 1,000 between the dashed ones (exact binomial limits). The fewer the cases, the wider the limits: no small place is accused by chance."
    }
    /// A caption.
    figure_of_waits() {
        km: "រយៈពេលរង់ចាំរបស់អ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់",
        en: "How long card-holders and those who paid cash waited"
    }
    /// A side.
    card() { km: "ប័ណ្ណ ប.ស.ស.", en: "NSSF card" }
    /// A side.
    cash() { km: "សាច់ប្រាក់", en: "Cash" }
    /// What the sides are.
    paid_with() { km: "បង់ដោយ", en: "Paid with" }
    /// An axis.
    waited() { km: "រយៈពេលរង់ចាំ", en: "Time waited" }
    /// A column.
    quarter_less() { km: "១ ក្នុង ៤ រង់ចាំតិចជាង", en: "1 in 4 waited less than" }
    /// A column.
    half() { km: "មេដ្យាន (n)", en: "Median (n)" }
    /// A column.
    quarter_longer() { km: "១ ក្នុង ៤ រង់ចាំលើស", en: "1 in 4 waited over" }
    /// A column.
    tenth_longer() { km: "១ ក្នុង ១០ រង់ចាំលើស", en: "1 in 10 waited over" }
    /// A mark.
    median_mark() { km: "មេដ្យាន៖ ពាក់កណ្ដាលរង់ចាំលើសនេះ", en: "Median: half waited longer" }
    /// A mark.
    middle_mark() { km: "ពាក់កណ្ដាលដែលនៅកណ្ដាល", en: "The middle half" }
    /// A mark.
    tenth_mark() { km: "១ ក្នុង ១០ រង់ចាំលើសនេះ", en: "1 in 10 waited longer" }
    /// Beside the waits.
    waits_note() {
        km: "រាប់តែករណីដែលស្គាល់រយៈពេលរង់ចាំ។ ទាំងនេះជាអ្វីដែលសហជីពបានដឹង មិនមែនជាគំរូនៃអ្នកជំងឺទាំងអស់ទេ។",
        en: "Only visits whose wait is known. They are what the union came to know, not a sample of all patients."
    }
}
