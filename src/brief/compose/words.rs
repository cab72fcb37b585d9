//! The sentences of a brief.

pub(super) mod annex;
pub(super) mod last_time;
pub(super) mod rebuttals;
pub(super) mod why;

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
    /// The period without a beginning.
    period_until(to: &str) {
        km: "រយៈពេល៖ ការទៅពេទ្យរហូតដល់ {to}។",
        en: "Period: visits up to {to}."
    }
    /// The whole period.
    period_all() {
        km: "រយៈពេល៖ ការទៅពេទ្យទាំងអស់ដែលបានកត់ត្រា។",
        en: "Period: all visits on record."
    }
    /// The query cannot be told, but that there was one.
    query_not_told() {
        km: "ករណីទាំងនេះត្រូវបានជ្រើសតាមលក្ខខណ្ឌដែលមិនអាចប្រាប់នៅទីនេះបានទេ ព្រោះវាអាចឱ្យគេស្គាល់សមាជិក។ តួលេខមិនមែនអំពីករណីទាំងអស់ទេ។",
        en: "The cases were chosen by terms that are not told here, for they could point at members. The figures are not of all cases."
    }
    /// The query behind it.
    query(query: &str) {
        km: "ករណីដែលបានជ្រើស៖ {query}",
        en: "Cases chosen: {query}"
    }
    /// Heading of the gathering.
    gathered() { km: "របៀបប្រមូលករណី", en: "How these cases were gathered" }
    /// How many cases one officer logged.
    counted_by_one(cases: &str) {
        km: "សេចក្ដីសង្ខេបនេះរាប់ {cases} ករណី ដែលមន្ត្រីសហជីពម្នាក់បានកត់ត្រាពីសម្ដីសមាជិក ហើយសមាជិកបានយល់ព្រមឱ្យរាប់។",
        en: "This summary counts {cases} cases that one union officer logged from members’ accounts, with the members’ consent to be counted."
    }
    /// How many cases, and how gathered.
    counted(cases: &str, officers: &str) {
        km: "សេចក្ដីសង្ខេបនេះរាប់ {cases} ករណី ដែលមន្ត្រីសហជីព {officers} នាក់បានកត់ត្រាពីសម្ដីសមាជិក ហើយសមាជិកបានយល់ព្រមឱ្យរាប់។",
        en: "This summary counts {cases} cases that {officers} union officers logged from members’ accounts, with the members’ consent to be counted."
    }
    /// How many waits are known.
    timed(timed: &str) {
        km: "ស្គាល់រយៈពេលរង់ចាំក្នុង {timed} ករណី។",
        en: "The wait is known in {timed} cases.",
        one(timed): "The wait is known in {timed} case."
    }
    /// How many waits are known and how many of them are estimates.
    timed_estimated(timed: &str, estimated: &str) {
        km: "ស្គាល់រយៈពេលរង់ចាំក្នុង {timed} ករណី។ ក្នុងនោះ {estimated} ករណី គណនាពីម៉ោងប្រហាក់ប្រហែល។",
        en: "The wait is known in {timed} cases. In {estimated} of them it rests on an estimated time."
    }
    /// How many waits are known, all of them exactly.
    timed_exactly(timed: &str) {
        km: "ស្គាល់រយៈពេលរង់ចាំក្នុង {timed} ករណី ដោយម៉ោងជាក់លាក់ទាំងអស់។",
        en: "The wait is known in {timed} cases, in all of them from exact times.",
        one(timed): "The wait is known in {timed} case, from exact times."
    }
    /// Many estimates.
    mostly_estimated() {
        km: "ក្នុងលើសពីមួយភាគបី រយៈពេលរង់ចាំគណនាពីម៉ោងប្រហាក់ប្រហែល ដូច្នេះរយៈពេលរង់ចាំទាំងអស់ ត្រូវអានជាតួលេខប្រហាក់ប្រហែល។",
        en: "In over a third, the wait rests on an estimated time: all waits are to be read as approximate."
    }
    /// Grades of evidence with their numbers of cases.
    evidence(grades: &str) { km: "ភស្តុតាង៖ {grades}។", en: "Evidence: {grades}." }
    /// Grades that are told as one.
    evidence_together(grades: &str, cases: &str) { km: "{grades} រួមគ្នា {cases} ករណី", en: "{grades} together {cases}" }
    /// A grade with its number of cases.
    evidence_of(code: &str, name: &str, cases: &str) { km: "{code} {name} {cases} ករណី", en: "{code} {name} {cases}" }
    /// What the figures are, and what not.
    no_survey() {
        km: "នេះជាបណ្ដឹង មិនមែនជាការស្ទង់មតិទេ។ តួលេខប្រាប់ពីអ្វីដែលកើតឡើងចំពោះអ្នកដែលបានប្ដឹង មិនប្រាប់ថាអ្នកជំងឺទាំងអស់ជួបបញ្ហានេះញឹកញាប់ប៉ុណ្ណាទេ។",
        en: "These are complaints, not a survey. The figures tell what happened to those who complained; they do not tell how often it happens to all patients."
    }
    /// Too few to say anything in numbers.
    too_few() {
        km: "មានករណីតិចជាង ៥ ដូច្នេះគ្មានតួលេខត្រូវបានបង្ហាញទេ ដើម្បីការពារសមាជិក។",
        en: "There are fewer than 5 cases, so no figures are shown, to protect the members."
    }
    /// Heading of what is left out.
    left_out_heading() { km: "អ្វីដែលមិនបានរាប់ និងមូលហេតុ", en: "What is left out, and why" }
    /// How many were left out.
    left_out(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះមិនទាន់មានការយល់ព្រម។",
        en: "Left out: {cases} cases without recorded consent.",
        one(cases): "Left out: {cases} case without recorded consent."
    }
    /// How many were left out.
    left_out_other(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះសមាជិកយល់ព្រមសម្រាប់គោលបំណងផ្សេង។",
        en: "Left out: {cases} cases whose consent is for another purpose.",
        one(cases): "Left out: {cases} case whose consent is for another purpose."
    }
    /// How many were left out.
    left_out_withdrawn(cases: &str) {
        km: "មិនបានរាប់ {cases} ករណី ព្រោះសមាជិកបានដកពាក្យបណ្ដឹង។",
        en: "Left out: {cases} cases that their members took back.",
        one(cases): "Left out: {cases} case that its member took back."
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
        en: "A further {cases} cases praise the service and are counted apart.",
        one(cases): "A further {cases} case praises the service and is counted apart."
    }
    /// Heading of the places.
    places() { km: "កន្លែងដែលមានករណីច្រើនជាងគេ", en: "The places with the most cases" }
    /// How places are put in order.
    places_note() {
        km: "តាមលំដាប់ចំនួនករណី។ ចំនួននេះអាស្រ័យលើកន្លែងដែលសមាជិករស់នៅ និងកន្លែងដែលមន្ត្រីសហជីពធ្វើការ ដូច្នេះវាមិនមែនជាអត្រាទេ។",
        en: "In order of cases. Their number depends on where members live and where the union’s officers work: it is no rate."
    }
    /// The same where one officer logged all.
    places_note_of_one() {
        km: "តាមលំដាប់ចំនួនករណី។ ចំនួននេះអាស្រ័យលើកន្លែងដែលសមាជិករស់នៅ និងកន្លែងដែលមន្ត្រីសហជីពម្នាក់ដែលបានកត់ត្រាធ្វើការ ដូច្នេះវាមិនមែនជាអត្រាទេ។",
        en: "In order of cases. Their number depends on where members live and where the one union officer works who logged them: it is no rate."
    }
    /// That there is more in the annex.
    more_in_annex() { km: "តារាងពេញលេញមាននៅក្នុងឧបសម្ព័ន្ធ។", en: "The whole table stands in the annex." }
    /// Heading of the problems.
    problems() { km: "បញ្ហាដែលមានច្រើនជាងគេ", en: "The most frequent problems" }
    /// Heading of the payers.
    payers() { km: "អ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់", en: "Card and cash" }
    /// Heading of the stories.
    stories() { km: "សមាជិកនិយាយថា", en: "In members’ words" }
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
    p90() { km: "ភាគរយទី ៩០", en: "90th percentile" }
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
        km: "មេដ្យាននៃរយៈពេលរង់ចាំគឺ {card} សម្រាប់អ្នកប្រើប័ណ្ណ (n = {card_n}) និង {cash} សម្រាប់អ្នកបង់សាច់ប្រាក់ (n = {cash_n})។",
        en: "The median wait was {card} for card-holders (n = {card_n}) and {cash} for those who paid cash (n = {cash_n})."
    }
    /// The test behind a comparison.
    tested(verdict: &str) {
        km: "លទ្ធផលតាម Hodges–Lehmann និង Mann–Whitney៖ {verdict}។",
        en: "By Hodges–Lehmann and Mann–Whitney: {verdict}."
    }
    /// Both sides are complaints.
    both_complained() {
        km: "ទាំងពីរខាងជាបណ្ដឹង៖ អ្នកដែលមិនបានប្ដឹង អាចរង់ចាំផ្សេងពីនេះ។",
        en: "Both sides are complaints: those who did not complain may have waited otherwise."
    }
    /// A warning.
    beware(warning: &str) { km: "សូមប្រយ័ត្ន៖ {warning}។", en: "To be noted: {warning}." }
    /// A warning, whose numbers stay here: beside those of all cases they would tell too much.
    beware_estimates(those: &str) {
        km: "ចំពោះ{those} លើសពីមួយភាគបីនៃរយៈពេលរង់ចាំ គណនាពីម៉ោងប្រហាក់ប្រហែល",
        en: "of {those}, over a third of the waits rest on estimated times"
    }
    /// A warning without its numbers.
    beware_officer(those: &str) {
        km: "ចំពោះ{those} មន្ត្រីម្នាក់បានកត់លើសពាក់កណ្ដាលនៃករណី",
        en: "of {those}, one officer recorded over half of the cases"
    }
    /// A warning without its numbers.
    beware_employer(those: &str) {
        km: "ចំពោះ{those} លើសពាក់កណ្ដាលនៃករណី មកពីនិយោជកតែមួយ",
        en: "of {those}, over half of the cases come from one employer"
    }
    /// A warning without its numbers.
    beware_gathered() {
        km: "ទាំងពីរខាងមិនបានប្រមូលតាមរបៀបដូចគ្នាទេ",
        en: "the two sides were gathered in different ways"
    }
    /// Heading of the asks.
    asks() { km: "អ្វីដែលយើងស្នើ", en: "What we ask" }
    /// By when.
    asks_by(party: &str, date: &str) {
        km: "យើងស្នើសុំ {party} ធ្វើបីចំណុចនេះ ឱ្យបានត្រឹម{date}៖",
        en: "We ask {party} for three things by {date}:"
    }
    /// How to answer.
    asks_answer() {
        km: "យើងសូមចម្លើយជាលាយលក្ខណ៍អក្សរត្រឹមថ្ងៃនោះ ទោះបីចម្លើយគឺ «មិនបាន» ក៏ដោយ ព្រមទាំងមូលហេតុ។",
        en: "We ask for an answer in writing by that day, also where the answer is no, with the reason."
    }
    /// Why something is asked.
    because(problem: &str, cases: &str) { km: "{problem} ({cases} ករណី)៖", en: "{problem} ({cases} cases):" }
    /// Why something is asked, with a median.
    because_of_waits(problem: &str, cases: &str, median: &str, timed: &str) {
        km: "{problem} ({cases} ករណី មេដ្យាន {median}, n = {timed})៖",
        en: "{problem} ({cases} cases, median {median}, n = {timed}):"
    }
    /// A key figure.
    key_severe(ends: &str, cases: &str) {
        km: "នៃករណីមានភាពធ្ងន់ធ្ងរ (៩៥%៖ {ends}, n = {cases})",
        en: "of the cases are severe (95%: {ends}, n = {cases})"
    }
}
