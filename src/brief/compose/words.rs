//! The sentences of a brief.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// The title.
    title() {
        km: "បណ្ដឹងរបស់សមាជិក ប.ស.ស. អំពីសេវាមន្ទីរពេទ្យ",
        en: "Complaints of NSSF members about hospital service"
    }
    /// Under the title.
    subtitle(party: &str) { km: "សេចក្ដីសង្ខេបជូន {party}", en: "A summary for {party}" }
    /// At the foot of each page.
    foot(desk: &str, date: &str) { km: "ការិយាល័យសហជីព {desk} · {date}", en: "Union desk {desk} · {date}" }
    /// The author, in the properties of a file.
    author(desk: &str) { km: "ការិយាល័យសហជីព {desk}", en: "Union desk {desk}" }
    /// A page's number.
    page(number: &str, of: &str) { km: "ទំព័រ {number} នៃ {of}", en: "Page {number} of {of}" }
    /// A key figure.
    key_cases() { km: "ករណីដែលបានរាប់", en: "cases counted" }
    /// A key figure.
    key_place(place: &str) { km: "ករណីនៅ {place} ដែលច្រើនជាងគេ", en: "cases in {place}, more than anywhere else" }
    /// A key figure.
    key_problem(problem: &str) {
        km: "ករណីអំពី «{problem}» ដែលជាបញ្ហាញឹកញាប់ជាងគេ",
        en: "cases of “{problem}”, the most frequent problem"
    }
    /// A key figure.
    key_wait(cases: &str) {
        km: "មេដ្យានរង់ចាំរបស់អ្នកប្រើប័ណ្ណ (n = {cases})",
        en: "median wait of card-holders (n = {cases})"
    }
    /// A caption.
    table_of_places(number: &str) {
        km: "តារាង {number}៖ ករណី រយៈពេលរង់ចាំ និងភាពធ្ងន់ធ្ងរ តាមទីកន្លែង",
        en: "Table {number}: Cases, waits and severity by place"
    }
    /// A caption.
    table_of_problems(number: &str) {
        km: "តារាង {number}៖ ករណី រយៈពេលរង់ចាំ និងភាពធ្ងន់ធ្ងរ តាមបញ្ហា",
        en: "Table {number}: Cases, waits and severity by problem"
    }
    /// A caption.
    figure_of_severity() {
        km: "ភាគរយនៃករណីធ្ងន់ធ្ងរ តាមទីកន្លែង ជាមួយចន្លោះ ៩៥%",
        en: "Share of severe cases by place, with its 95% interval"
    }
    /// A caption.
    figure_of_months() {
        km: "ករណីតាមខែនៃការទៅពេទ្យ",
        en: "Cases by month of the visit"
    }
    /// A caption.
    figure_of_quarters() {
        km: "ករណីតាមត្រីមាសនៃការទៅពេទ្យ",
        en: "Cases by quarter of the visit"
    }
    /// A caption.
    figure_of_years() {
        km: "ករណីតាមឆ្នាំនៃការទៅពេទ្យ",
        en: "Cases by year of the visit"
    }
    /// Beside a chart of intervals.
    interval_note() {
        km: "ចំណុចគឺភាគរយដែលបានរាប់ បន្ទាត់គឺចន្លោះ Wilson ៩៥%។ កន្លែងដែលចន្លោះជាន់គ្នា អាចខុសគ្នាដោយចៃដន្យ។ ទីកន្លែងដែលមានតួលេខតូចពេក មិនត្រូវបានបង្ហាញទេ។",
        en: "The dot is the share counted, the line its 95% Wilson interval. Places whose intervals overlap may differ by chance. Places whose numbers are too small are not shown."
    }
    /// Beside a chart whose last span is not over.
    not_over_note() {
        km: "ជួរចុងក្រោយដែលមានពណ៌ស្រាល និងសញ្ញា * មិនទាន់ចប់ទេ។",
        en: "The last column, lighter and marked *, is not over yet."
    }
    /// Beside a chart that leaves out the first or last spans.
    left_out_note() {
        km: "រយៈពេលដាច់ពីគ្នាដែលមានករណីតិចពេក មិនត្រូវបានបង្ហាញទេ។",
        en: "Times at the beginning or end with too few cases are not shown."
    }
    /// A quarter.
    quarter(number: &str, year: &str) { km: "ត្រីមាស {number} ឆ្នាំ {year}", en: "Quarter {number} of {year}" }
    /// A quarter where room is short.
    quarter_short(number: &str) { km: "ត្រីមាស {number}", en: "Q{number}" }
    /// A column.
    month() { km: "ខែ", en: "Month" }
    /// A column.
    quarters() { km: "ត្រីមាស", en: "Quarter" }
    /// A column.
    years() { km: "ឆ្នាំ", en: "Year" }
    /// Heading of the key figures.
    glance() { km: "តួលេខសំខាន់", en: "At a glance" }
    /// Heading of the time.
    times() { km: "តាមពេលវេលា", en: "Over time" }
    /// An axis.
    severe_share() { km: "ភាគរយនៃករណីធ្ងន់ធ្ងរ", en: "Share of severe cases" }
    /// Who made it and when.
    made(date: &str, desk: &str) {
        km: "រៀបចំនៅ {date} ដោយការិយាល័យសហជីព {desk}។",
        en: "Made on {date} by the union desk {desk}."
    }
    /// The period with both ends.
    period(from: &str, to: &str) {
        km: "រយៈពេល៖ ការទៅពេទ្យពី {from} ដល់ {to}។",
        en: "Period: visits from {from} to {to}."
    }
    /// The whole period.
    period_all() {
        km: "រយៈពេល៖ ការទៅពេទ្យទាំងអស់ដែលបានកត់ត្រា។",
        en: "Period: all visits on record."
    }
    /// The query behind it.
    query(query: &str) {
        km: "ករណីដែលបានជ្រើស៖ {query}",
        en: "Cases chosen: {query}"
    }
    /// How many cases, and how gathered.
    counted(cases: &str) {
        km: "សេចក្ដីសង្ខេបនេះរាប់ {cases} ករណី ដែលមន្ត្រីសហជីពបានកត់ត្រាពីសម្ដីសមាជិក ហើយសមាជិកបានយល់ព្រមឱ្យរាប់។",
        en: "This summary counts {cases} cases that union officers logged from members’ accounts, with the members’ consent to be counted."
    }
    /// Too few to say anything in numbers.
    too_few() {
        km: "មានករណីតិចជាង ៥ ដូច្នេះគ្មានតួលេខត្រូវបានបង្ហាញទេ ដើម្បីការពារសមាជិក។",
        en: "There are fewer than 5 cases, so no figures are shown, to protect the members."
    }
    /// How many were left out.
    left_out(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះមិនទាន់មានការយល់ព្រម។",
        en: "Left out: {cases} cases without recorded consent."
    }
    /// How many were left out.
    left_out_other(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះសមាជិកយល់ព្រមសម្រាប់គោលបំណងផ្សេង។",
        en: "Left out: {cases} cases whose consent is for another purpose."
    }
    /// How many were left out.
    left_out_withdrawn(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះសមាជិកបានដកពាក្យបណ្ដឹង។",
        en: "Left out: {cases} cases that their members took back."
    }
    /// What a member is called.
    member(pseudonym: &str) { km: "សមាជិក {pseudonym}", en: "Member {pseudonym}" }
    /// Heading of those who agreed to be named.
    names() { km: "សមាជិកដែលយល់ព្រមឱ្យបញ្ចេញឈ្មោះ", en: "Members who agreed to be named" }
    /// A column.
    called() { km: "ក្នុងឯកសារ", en: "In this document" }
    /// A column.
    name() { km: "ឈ្មោះ", en: "Name" }
    /// Under the names.
    names_note() {
        km: "សមាជិកទាំងនេះបានយល់ព្រមឱ្យប្រាប់ឈ្មោះដល់អ្នកទទួលឯកសារនេះ។ សូមកុំបញ្ជូនឈ្មោះបន្ត។",
        en: "These members agreed that their names are given to the receiver of this document. Please do not pass them on."
    }
    /// How many praise.
    praise(cases: &str) {
        km: "{cases} ករណីទៀតសរសើរសេវា ហើយត្រូវបានរាប់ដោយឡែក។",
        en: "A further {cases} cases praise the service and are counted apart."
    }
    /// Heading of the places.
    places() { km: "កន្លែងដែលមានបញ្ហាច្រើនជាងគេ", en: "Where the trouble is" }
    /// Above the facilities, which are named without counts: with those of their places
    /// beside them, the small ones could be worked out.
    facilities() {
        km: "មូលដ្ឋានសុខាភិបាលដែលត្រូវបានលើកឡើងញឹកញាប់ជាងគេ តាមលំដាប់ (យ៉ាងតិច ៥ ករណីក្នុងមួយ)៖",
        en: "The facilities most often named, in order (each in at least 5 cases):"
    }
    /// Heading of the problems.
    problems() { km: "បញ្ហាអ្វីខ្លះ", en: "What the trouble is" }
    /// Heading of the payers.
    payers() { km: "អ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់", en: "Card and cash" }
    /// Heading of the stories.
    stories() { km: "សមាជិកនិយាយថា", en: "In members’ words" }
    /// Heading of the method.
    method() { km: "វិធីរាប់", en: "How this was counted" }
    /// A column.
    place() { km: "ទីកន្លែង", en: "Place" }
    /// A column.
    issue() { km: "បញ្ហា", en: "Problem" }
    /// A column.
    cases() { km: "ករណី", en: "Cases" }
    /// A column.
    open() { km: "នៅបើក", en: "Open" }
    /// A column.
    wait() { km: "មេដ្យានរង់ចាំ (n)", en: "Median wait (n)" }
    /// A column.
    p90() { km: "១ ក្នុង ១០ រង់ចាំលើស", en: "1 in 10 waited over" }
    /// A column.
    severe() { km: "ធ្ងន់ធ្ងរ (៩៥%)", en: "Severe (95% interval)" }
    /// The merged row.
    others() { km: "ផ្សេងទៀត", en: "Others" }
    /// The note on issue totals.
    issue_note() {
        km: "ករណីមួយអាចមានបញ្ហាច្រើន ដូច្នេះផលបូកនៃបញ្ហាអាចលើសចំនួនករណី។",
        en: "A case may have several problems, so these numbers may add up to more than the cases."
    }
    /// Card and cash cannot be compared.
    not_comparable() {
        km: "រយៈពេលរង់ចាំរបស់អ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់ មិនទាន់អាចប្រៀបធៀបបានទេ៖ ត្រូវការយ៉ាងតិច ៥ ករណីក្នុងម្ខាងៗ។",
        en: "The waits of card-holders and of those who paid cash cannot be compared yet: at least 5 cases on each side are needed."
    }
    /// Card and cash side by side.
    compared(card: &str, card_n: &str, cash: &str, cash_n: &str) {
        km: "អ្នកប្រើប័ណ្ណពាក់កណ្ដាលរង់ចាំលើស {card} (n = {card_n}); អ្នកបង់សាច់ប្រាក់ពាក់កណ្ដាលរង់ចាំលើស {cash} (n = {cash_n})។",
        en: "Half of the card-holders waited longer than {card} (n = {card_n}); half of those who paid cash waited longer than {cash} (n = {cash_n})."
    }
    /// Method: percentiles.
    method_waits() {
        km: "រយៈពេលរង់ចាំ៖ មេដ្យាន និងភាគរយទី ៩០ (Hyndman–Fan ប្រភេទ ៧) នៃករណីដែលស្គាល់ម៉ោង; n គឺចំនួនករណីទាំងនោះ។",
        en: "Waits: median and 90th percentile (Hyndman–Fan type 7) of the cases with a known wait; n is their number."
    }
    /// Method: severity.
    method_severe() {
        km: "ធ្ងន់ធ្ងរ៖ ករណីដែលមានបញ្ហាកម្រិតខ្ពស់យ៉ាងតិចមួយ; ចន្លោះជាចន្លោះ Wilson ៩៥%។",
        en: "Severe: cases with at least one problem of high severity; the interval is Wilson’s, at 95%."
    }
    /// Method: small cells.
    method_small() {
        km: "ក្រុមដែលមាន ១ ដល់ ៤ ករណី មិនត្រូវបានបង្ហាញដាច់ដោយឡែកទេ ហើយតួលេខដែលអាចប្រើដើម្បីគណនារកវា ក៏មិនត្រូវបានបង្ហាញដែរ (–)។",
        en: "Groups of 1 to 4 cases are not shown by themselves, nor are figures from which they could be worked out (–)."
    }
    /// Method: identities.
    method_names() {
        km: "រឿងត្រូវបានប្រាប់ដោយមានការយល់ព្រម ដោយប្រើឈ្មោះសម្ងាត់ ហើយលុបឈ្មោះ លេខ ថ្ងៃ អាយុ មុខងារ និងនិយោជក។ បញ្ហាត្រូវបានចាត់ថ្នាក់តាម HCAT និង KO41a។",
        en: "Stories are told with consent, under made-up names, without names, numbers, days, ages, jobs or employers. Problems are coded after HCAT and KO41a."
    }
}
