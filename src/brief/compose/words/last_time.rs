//! What was asked last time, and what happened.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Heading.
    heading() {
        km: "អ្វីដែលយើងបានស្នើលើកមុន និងអ្វីដែលបានកើតឡើង",
        en: "What we asked last time, and what happened"
    }
    /// A caption.
    table_of_asked(number: &str) {
        km: "តារាង {number}៖ អ្វីដែលយើងបានដាក់ជូនលើកមុន",
        en: "Table {number}: What we raised before"
    }
    /// A column.
    asked_on() { km: "ថ្ងៃ និងរបៀប", en: "When and how" }
    /// A column.
    what() { km: "អ្វីដែលយើងបានស្នើ", en: "What we asked" }
    /// A column.
    answer() { km: "ចម្លើយ", en: "Answer" }
    /// A column.
    made_of_it() { km: "លទ្ធផលនៃករណី", en: "What the party made of the cases" }
    /// Answered by its date.
    in_time(day: &str) { km: "{day} ទាន់ពេល", en: "{day}, in time" }
    /// Answered after its date.
    late(day: &str, days: &str) {
        km: "{day} យឺត {days} ថ្ងៃធ្វើការ",
        en: "{day}, late by {days} working days"
    }
    /// Not answered, and due.
    waits(day: &str) { km: "មិនទាន់មាន ត្រូវឆ្លើយត្រឹម {day}", en: "None yet; due by {day}" }
    /// Not answered, and overdue.
    silent(day: &str, days: &str) {
        km: "គ្មាន។ ត្រូវឆ្លើយត្រឹម {day} ហួសពេល {days} ថ្ងៃធ្វើការ",
        en: "None; it was due by {day}, {days} working days ago"
    }
    /// The clock stands.
    paused() {
        km: "ផ្អាក ដោយរង់ចាំការយល់ព្រមពីសមាជិក",
        en: "The clock stands while a member’s consent is awaited"
    }
    /// Nothing was left to answer.
    taken_back() { km: "សមាជិកបានដកបណ្ដឹងមុនចម្លើយ", en: "Taken back by the members before an answer" }
    /// The date was moved.
    moved_once() { km: "(ភាគីបានសុំពន្យារពេលម្ដង)", en: "(the party asked for a later date once)" }
    /// The date was moved several times.
    moved(times: &str) {
        km: "(ភាគីបានសុំពន្យារពេល {times} ដង)",
        en: "(the party asked for a later date {times} times)"
    }
    /// What the party made of cases.
    outcome(names: &str, count: &str, share: &str) { km: "{names} {count} ករណី ({share})", en: "{names} {count} ({share})" }
    /// What the party made of cases, of which no number may be told alone.
    outcomes(names: &str, count: &str, share: &str) {
        km: "{names} រួមគ្នា {count} ករណី ({share})",
        en: "{names} together {count} ({share})"
    }
    /// An outcome.
    upheld() { km: "ទទួលស្គាល់", en: "upheld" }
    /// An outcome.
    partly() { km: "ទទួលស្គាល់មួយផ្នែក", en: "upheld in part" }
    /// An outcome.
    not_upheld() { km: "មិនទទួលស្គាល់", en: "not upheld" }
    /// An outcome.
    no_answer() { km: "គ្មានចម្លើយអំពីករណី", en: "no answer on the case" }
    /// No outcome: it waits, or was taken back.
    without_word() { km: "មិនទាន់មានចម្លើយ ឬបានដកវិញ", en: "not answered yet, or taken back" }
    /// Beside the submissions.
    asked_note() {
        km: "ទាន់ពេល មានន័យថាត្រឹមថ្ងៃដែលមានសុពលភាពពេលនោះ បើទោះជាភាគីបានសុំពន្យារពេលក៏ដោយ។ លទ្ធផលគឺជាពាក្យរបស់ភាគី។ ចំនួនដែលអាចឱ្យគេគណនាករណីតិចជាង ៥ បាន មិនត្រូវបានប្រាប់ទេ។",
        en: "In time means by the date that held on that day, which the party may have moved. The outcomes are the party’s own. A number from which fewer than 5 cases could be worked out is not told."
    }
    /// How many were answered in time.
    share_in_time(in_time: &str, decided: &str, share: &str, ends: &str) {
        km: "ក្នុងចំណោម {decided} លើកដែលបានឆ្លើយ ឬហួសពេល មាន {in_time} លើកទាន់ពេល៖ {share} (៩៥%៖ {ends})។",
        en: "Of {decided} that were answered or are overdue, {in_time} were answered in time: {share} (95%: {ends})."
    }
    /// How long answers took.
    days(median: &str, answered: &str) {
        km: "មេដ្យាននៃរយៈពេលដល់ចម្លើយគឺ {median} ថ្ងៃធ្វើការ (n = {answered})។ រាប់តាមលើកដែលដាក់ជូន មិនមែនតាមករណីទេ។",
        en: "The median time to an answer was {median} working days (n = {answered}). Counted are submissions, not cases."
    }
    /// How long answers took, with the 90th percentile.
    days_with_p90(median: &str, p90: &str, answered: &str) {
        km: "មេដ្យាននៃរយៈពេលដល់ចម្លើយគឺ {median} ថ្ងៃធ្វើការ ភាគរយទី ៩០ គឺ {p90} (n = {answered})។ រាប់តាមលើកដែលដាក់ជូន មិនមែនតាមករណីទេ។",
        en: "The median time to an answer was {median} working days, the 90th percentile {p90} (n = {answered}). Counted are submissions, not cases."
    }

    /// A caption.
    table_of_promises(number: &str) {
        km: "តារាង {number}៖ ការសន្យា និងលទ្ធផល",
        en: "Table {number}: What was promised, and what came of it"
    }
    /// A column.
    promised() { km: "អ្វីដែលបានសន្យា", en: "What was promised" }
    /// A column.
    by_whom() { km: "ដោយអ្នកណា ពេលណា", en: "By whom, and when" }
    /// A column.
    due() { km: "ត្រឹមថ្ងៃ", en: "Due by" }
    /// A column.
    came_of_it() { km: "លទ្ធផល", en: "What came of it" }
    /// A column.
    word() { km: "តាមពាក្យរបស់អ្នកណា", en: "On whose word" }
    /// Who promised.
    said_by(party: &str, day: &str) { km: "{party} នៅ {day}", en: "{party}, {day}" }
    /// Who promised, by name or office.
    said_by_somebody(party: &str, who: &str, day: &str) { km: "{party} ({who}) នៅ {day}", en: "{party} ({who}), {day}" }
    /// Where it is to be seen.
    seen_at(place: &str) { km: "ត្រូវឃើញនៅ {place}", en: "to be seen in {place}" }
    /// A date that was moved.
    due_moved(now: &str, first: &str) { km: "{now} ដំបូង {first}", en: "{now}, at first {first}" }
    /// Pending beyond its date.
    overdue() { km: "ហួសពេល មិនទាន់ដឹង", en: "Overdue, not decided yet" }
    /// What members said.
    members(kept: &str, asked: &str) {
        km: "ពាក្យរបស់សមាជិក៖ {kept} ក្នុង {asked} នាក់និយាយថាបានធ្វើ។",
        en: "Members’ word: {kept} of {asked} say that it was kept."
    }
    /// What members said, where the numbers are small.
    members_few() {
        km: "ពាក្យរបស់សមាជិក។ តួលេខតូចពេក មិនអាចប្រាប់បានទេ។",
        en: "Members’ word; the numbers are too small to be told."
    }
    /// The waits before and since.
    medians(before: &str, before_n: &str, since: &str, since_n: &str) {
        km: "មេដ្យានរង់ចាំ៖ មុនថ្ងៃកំណត់ {before} (n = {before_n}) ចាប់ពីថ្ងៃនោះ {since} (n = {since_n})។",
        en: "Median wait before its date {before} (n = {before_n}), since then {since} (n = {since_n})."
    }
    /// What is found of the waits.
    verdict(verdict: &str) {
        km: "ចាប់ពីថ្ងៃនោះ ធៀបនឹងមុន៖ {verdict}។",
        en: "Since then against before: {verdict}."
    }
    /// The waits were looked at, but may not be told.
    waits_few() {
        km: "រយៈពេលរង់ចាំមុន និងក្រោយ។ តួលេខតូចពេក មិនអាចប្រាប់បានទេ។",
        en: "The waits before and since; the numbers are too small to be told."
    }
    /// Beside the promises.
    ledger_note() {
        km: "សហជីពសម្រេចថាការសន្យាមួយត្រូវបានធ្វើតាមឬអត់ តាមពាក្យរបស់សមាជិក ឬតាមរយៈពេលរង់ចាំចាប់តាំងពីពេលនោះ មិនមែនអ្នកសន្យាទេ។ រយៈពេលរង់ចាំត្រូវបានរាប់ដល់ថ្ងៃនេះ។",
        en: "The union decides whether a promise was kept, from members’ word or from the waits since; the one who promised does not. Waits are counted up to the day of this document."
    }
    /// How many promises were kept.
    kept(kept: &str, decided: &str, share: &str, ends: &str, partly: &str, broken: &str) {
        km: "ក្នុងចំណោមការសន្យា {decided} ដែលដឹងលទ្ធផល បានធ្វើតាម {kept}៖ {share} (៩៥%៖ {ends}) មួយផ្នែក {partly} និងមិនបានធ្វើតាម {broken}។",
        en: "Of {decided} promises that were decided, {kept} were kept: {share} (95%: {ends}); {partly} in part, {broken} broken."
    }
}
