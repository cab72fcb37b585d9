//! The annex of a brief and its last page: whole tables, codes, and how everything was counted.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Heading.
    annex() { km: "ឧបសម្ព័ន្ធ៖ តារាងពេញលេញ", en: "Annex: the whole tables" }
    /// A caption.
    table_of_all_places(number: &str) {
        km: "តារាង {number}៖ ទីកន្លែងទាំងអស់",
        en: "Table {number}: All places"
    }
    /// A caption.
    table_of_all_problems(number: &str) {
        km: "តារាង {number}៖ បញ្ហាទាំងអស់",
        en: "Table {number}: All problems"
    }
    /// A caption.
    table_of_facilities(number: &str) {
        km: "តារាង {number}៖ មូលដ្ឋានសុខាភិបាល",
        en: "Table {number}: Facilities"
    }
    /// A column.
    facility() { km: "មូលដ្ឋានសុខាភិបាល", en: "Facility" }
    /// Beside the facilities.
    facilities_note() {
        km: "បង្ហាញតែមូលដ្ឋានដែលមានយ៉ាងតិច ៥ ករណី ហើយដែលតួលេខរបស់វាមិនបញ្ចេញឱ្យគណនាតួលេខតូចរបស់មូលដ្ឋានផ្សេង។ នេះមិនមែនជាចំណាត់ថ្នាក់គុណភាពទេ។",
        en: "Shown are facilities with at least 5 cases whose figures do not let a small figure of another be worked out. This is no ranking of quality."
    }

    /// Heading of the last page.
    codes() { km: "លេខកូដ និងវិធីគណនា", en: "Codes and method" }
    /// A caption.
    table_of_codes(number: &str) {
        km: "តារាង {number}៖ លេខកូដបញ្ហា និងចំណាត់ថ្នាក់តាម HCAT និង KO41a",
        en: "Table {number}: Codes of problems, with their places in HCAT and KO41a"
    }
    /// A column.
    code() { km: "លេខកូដ", en: "Code" }
    /// A column.
    meaning() { km: "អត្ថន័យ", en: "Meaning" }
    /// A column.
    standards() { km: "HCAT · KO41a (អង់គ្លេស)", en: "HCAT · KO41a" }
    /// The standards.
    method_codes() {
        km: "HCAT៖ Healthcare Complaints Analysis Tool (Gillespie និង Reader, BMJ Quality & Safety ២០១៦)។ KO41a៖ ទម្រង់បណ្ដឹងប្រចាំឆ្នាំរបស់ NHS នៅអង់គ្លេស។",
        en: "HCAT: Healthcare Complaints Analysis Tool (Gillespie and Reader, BMJ Quality & Safety 2016). KO41a: the annual complaints return of the NHS in England."
    }
    /// Who codes severity.
    officers_code() { km: "មន្ត្រីកំណត់", en: "officers code" }
    /// Who codes severity, where one officer logged all.
    officer_codes() { km: "មន្ត្រីម្នាក់កំណត់", en: "one officer coded" }
    /// Severity.
    method_severe(who: &str) {
        km: "ភាពធ្ងន់ធ្ងរ៖ {who}ទាប មធ្យម ឬខ្ពស់ សម្រាប់បញ្ហានីមួយៗ ដោយប្រៀបធៀបនឹងឧទាហរណ៍ដែលសរសេរទុក។ ការរង់ចាំ៖ ទាប តិចជាង ២ ម៉ោង; មធ្យម ២ ទៅ ៤ ម៉ោង; ខ្ពស់ លើស ៤ ម៉ោង ឬមិនបានពិនិត្យ។ ករណី «ធ្ងន់ធ្ងរ» មានបញ្ហាកម្រិតខ្ពស់យ៉ាងតិចមួយ។ មន្ត្រីដែលកត់ករណីជាអ្នកកំណត់កម្រិត មិនមែនមនុស្សពីរនាក់កំណត់ដាច់ដោយឡែកពីគ្នាទេ។",
        en: "Severity: {who} each problem low, medium or high against written examples. A wait is low under 2 hours, medium from 2 to 4, high over 4 or where the patient was not seen. A case is “severe” with at least one problem of high severity. Each case is coded by the officer who logged it, not by two independently."
    }
    /// Evidence.
    method_evidence() {
        km: "ភស្តុតាង៖ A ឯកសារ រូបថត បង្កាន់ដៃ ឬសន្លឹកលេខរង់ចាំ; B សាក្សីពីរនាក់ដែលមិនពាក់ព័ន្ធគ្នា ឬកំណត់ត្រានៅពេលនោះ; C អ្នកជួបប្រទះផ្ទាល់; D ឮតៗគ្នា រាប់តែប៉ុណ្ណោះ មិនយកមករៀបរាប់ទេ។",
        en: "Evidence: A document, photo, receipt or queue slip; B two independent witnesses or a note made at the time; C first-hand; D hearsay, counted only and never told as a story."
    }
    /// Payers.
    method_payers() {
        km: "អ្នកបង់ប្រាក់នៅពេលទៅពេទ្យ៖ «អ្នកប្រើប័ណ្ណ» គឺអ្នកប្រើប័ណ្ណ ប.ស.ស.; «អ្នកបង់សាច់ប្រាក់» គឺអ្នកបង់ប្រាក់នៅបញ្ជរ។ ប័ណ្ណសមធម៌ ធានារ៉ាប់រងឯកជន ប័ណ្ណដែលគេមិនទទួល និងអ្វីដែលមិនស្គាល់ មិនស្ថិតក្នុងខាងណាមួយទេ។",
        en: "Payer at the visit: “card-holders” used the NSSF card; “cash” paid at the counter. Equity cards, private insurance, cards that were refused and what is not known are on neither side."
    }
    /// Percentiles.
    method_waits() {
        km: "រយៈពេលរង់ចាំ៖ ពីពេលមកដល់ ដល់ពេលពិនិត្យលើកដំបូង។ មេដ្យានមានន័យថា ពាក់កណ្ដាលរង់ចាំមិនលើសពីនេះ។ មេដ្យាន និងភាគរយទី ៩០ គិតតាម Hyndman–Fan ប្រភេទ ៧ លើករណីដែលស្គាល់រយៈពេលរង់ចាំ; n គឺចំនួនករណីទាំងនោះ។",
        en: "Waits: from arrival to first examination. Median: half waited no longer. Median and 90th percentile are by linear interpolation (Hyndman–Fan type 7) over the cases with a known wait; n is their number."
    }
    /// Intervals.
    method_shares() {
        km: "ភាគ៖ ចន្លោះ Wilson ៩៥%។",
        en: "Shares: 95% Wilson score interval."
    }
    /// The comparison.
    method_compared() {
        km: "ប័ណ្ណ និងសាច់ប្រាក់៖ គម្លាត Hodges–Lehmann និង p សងខាងនៃ Mann–Whitney (ប្រហាក់ប្រហែលតាមបែងចែកធម្មតា កែតាមតម្លៃស្មើគ្នា និងភាពជាប់)។ «ភាពខុសគ្នា» មានន័យថា p < ០,០៥ ហើយគម្លាតមិនស្មើសូន្យ។ តិចជាង ៥ ក្នុងម្ខាង មិនប្រៀបធៀបទេ។",
        en: "Card and cash: Hodges–Lehmann shift, and the two-sided p of Mann and Whitney (normal approximation, corrected for ties and continuity). A difference is told where p < 0.05 and the shift is not zero. Under 5 on a side nothing is compared."
    }
    /// Small cells.
    method_small() {
        km: "តួលេខតូច៖ ចំនួនពី ១ ដល់ ៤ ហើយតួលេខដែលអាចឱ្យគណនាវាបាន មិនត្រូវបានបង្ហាញទេ (–) ឬត្រូវបានបូកចូលគ្នា។",
        en: "Small figures: counts of 1 to 4, and what would let one be worked out, are not shown (–) or are merged."
    }
    /// Identities.
    method_names() {
        km: "រឿង៖ ប្រាប់ដោយមានការយល់ព្រម ដោយគ្មានឈ្មោះ លេខទូរស័ព្ទ ឬថ្ងៃ ហើយតែពីកន្លែងដែលមានយ៉ាងតិច ៥ ករណី។",
        en: "Stories: told with consent, without names, telephone numbers or days, and only from places with at least 5 cases."
    }
    /// The day of the answer.
    method_due(days: &str, date: &str) {
        km: "ថ្ងៃឆ្លើយ៖ {days} ថ្ងៃធ្វើការ ក្រោយ{date} មិនរាប់ថ្ងៃសៅរ៍ ថ្ងៃអាទិត្យ និងថ្ងៃឈប់សម្រាកបុណ្យជាតិ។",
        en: "Day of the answer: {days} working days after {date}, without Saturdays, Sundays and public holidays."
    }
}
