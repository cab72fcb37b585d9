//! What following up says of itself, wherever it is asked from.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// An error.
    before_visit(number: &str, visited: &str) {
        km: "ករណី {number} ជាការទៅពេទ្យថ្ងៃទី {visited}៖ មិនអាចដាក់ជូនមុនថ្ងៃនោះទេ។",
        en: "Case {number} is of a visit on {visited}: it was not raised before that."
    }
    /// What to do.
    before_visit_hint() { km: "សូមពិនិត្យថ្ងៃដាក់ជូន ឬទុកករណីនេះចោល។", en: "Check the day of raising, or leave that case out." }
    /// An error.
    before(day: &str, earlier: &str) {
        km: "ថ្ងៃទី {day} មកមុនថ្ងៃទី {earlier} ដែលវាត្រូវមកក្រោយ។",
        en: "{day} lies before {earlier}, which it follows."
    }
    /// An error.
    too_long(length: &str, limit: &str) {
        km: "អត្ថបទវែងពេក៖ {length} តួ ហើយយ៉ាងច្រើន {limit}។",
        en: "The text is too long: {length} characters, and {limit} at most."
    }
    /// An error.
    says_nothing() { km: "ត្រូវសរសេរអ្វីមួយនៅទីនេះ។", en: "Something must be said here." }
    /// An error.
    nothing_to_raise() { km: "ក្នុងចំណោមករណីទាំងនេះ គ្មានមួយណាអាចដាក់ជូនបានទេ។", en: "None of these cases may be raised." }
    /// What to do.
    nothing_to_raise_hint() {
        km: "បើសំណួររកឃើញករណី មូលហេតុសរសេរនៅខាងលើ៖ ឆ្លើយសំណួរជំទាស់ដោយ --check ឬកែករណី។ បើរកមិនឃើញទេ សូមពង្រីកសំណួរ។",
        en: "Where the query finds cases, why stands above: answer the rebuttal check with --check, or mend the cases. Where it finds none, widen it."
    }
    /// An error.
    no_submission(text: &str) { km: "គ្មានការដាក់ជូន {text} ទេ។", en: "There is no submission {text}." }
    /// An error.
    no_handle(text: &str) { km: "គ្មានអ្វីឈ្មោះ {text} ទេ។", en: "Nothing is called {text}." }
    /// What to do.
    no_handle_hint() {
        km: "មើលឈ្មោះខ្លីៗដោយ៖ wardbook today, wardbook promise list, wardbook link --list",
        en: "See the short names with: wardbook today, wardbook promise list, wardbook link --list"
    }
    /// An error.
    several(found: &str) { km: "មានច្រើនជាងមួយ៖ {found}។", en: "More than one is meant: {found}." }
    /// What to do.
    several_hint() { km: "ប្រើឈ្មោះខ្លីរបស់វា។", en: "Use its short name." }
    /// An error.
    not_among(number: &str) {
        km: "ករណី {number} មិននៅក្នុងការដាក់ជូននេះទេ។",
        en: "Case {number} is not in that submission."
    }
    /// An error.
    answers_nothing() { km: "ចម្លើយនេះមិននិយាយអំពីករណីណាមួយ ហើយមិនប្ដូរថ្ងៃ។", en: "The reply answers no case and moves no date." }
    /// What to do.
    answers_nothing_hint() {
        km: "ប្រើ --outcome upheld|partly|not-upheld|no-answer ឬ --interim --until ថ្ងៃ។",
        en: "Use --outcome upheld|partly|not-upheld|no-answer, or --interim --until DAY."
    }
    /// An error.
    clock_already() { km: "នាឡិការាប់ថ្ងៃស្ថិតក្នុងសភាពនេះរួចហើយ។", en: "The clock does so already." }
    /// An error.
    not_told(number: &str, tries: &str, needed: &str) {
        km: "ករណី {number} មិនទាន់អាចបិទទេ៖ សមាជិកមិនទាន់ត្រូវបានប្រាប់ (បានព្យាយាម {tries} ក្នុង {needed} ដង)។",
        en: "Case {number} cannot be closed yet: the member was not told ({tries} of {needed} tries)."
    }
    /// An error.
    witness_not_told(number: &str, told_in: &str, tries: &str, needed: &str) {
        km: "ករណី {number} មិនទាន់អាចបិទទេ៖ អ្នកដែលបានប្តឹងរឿងដូចគ្នាក្នុង {told_in} មិនទាន់ត្រូវបានប្រាប់ (បានព្យាយាម {tries} ក្នុង {needed} ដង)។",
        en: "Case {number} cannot be closed yet: whoever complained of the same in {told_in} was not told ({tries} of {needed} tries)."
    }
    /// What to do.
    not_told_hint(number: &str) {
        km: "wardbook tell {number} --outcome solved|partly|not-solved ឬកត់ត្រាការព្យាយាម៖ wardbook tell {number} --tried",
        en: "wardbook tell {number} --outcome solved|partly|not-solved, or put the try on record: wardbook tell {number} --tried"
    }
    /// An error.
    not_closed(number: &str) { km: "ករណី {number} មិនទាន់បិទទេ។", en: "Case {number} is not closed." }
    /// What to do.
    not_closed_hint() {
        km: "សមាជិកត្រូវសួរម្ដងទៀត លុះក្រោយពេលករណីបានបិទ។",
        en: "A member is asked again once the case is closed."
    }
    /// An error.
    not_due_yet(due: &str) {
        km: "ការសន្យានេះដល់ថ្ងៃនៅថ្ងៃទី {due}៖ មិនទាន់អាចថាមិនបានធ្វើតាមទេ។",
        en: "This promise is due on {due}: nobody can say yet that it was broken."
    }
    /// What to do.
    not_due_yet_hint() {
        km: "រង់ចាំដល់ថ្ងៃនោះ ឬប្រើ withdrawn ប្រសិនបើភាគីបានដកការសន្យាវិញ។",
        en: "Wait for that day; or say withdrawn, if the party took it back."
    }
    /// An error.
    decided(handle: &str) {
        km: "ការសន្យា {handle} បានសម្រេចរួចហើយ៖ ថ្ងៃកំណត់មិនប្ដូរទៀតទេ។",
        en: "What came of promise {handle} is decided: its date moves no more."
    }
    /// What to do.
    decided_hint() {
        km: "ដើម្បីបើកវាឡើងវិញ សូមវាយតម្លៃវាជា pending ជាមុនសិន។",
        en: "To open it again, judge it as pending first."
    }
    /// An error.
    members_word() { km: "ចំនួនសមាជិកមិនត្រូវគ្នា។", en: "The numbers of members do not fit." }
    /// What to do.
    members_word_hint() {
        km: "ប្រាប់ថាបានសួរប៉ុន្មាននាក់ ហើយក្នុងនោះប៉ុន្មាននាក់ថាបានធ្វើតាម៖ --members 7/9។",
        en: "Say how many of those asked said that it was kept: --members 7/9."
    }
    /// An error.
    no_basis() {
        km: "ការសន្យាត្រូវវាយតម្លៃតាមសម្ដីសមាជិក ឬតាមពេលរង់ចាំ មិនមែនតាមសម្ដីអ្នកសន្យាទេ។",
        en: "A promise is judged by members’ word or by the waits since, not by the promiser."
    }
    /// What to do.
    no_basis_hint() { km: "ប្រើ --members 7/9 ឬ --waits។", en: "Use --members 7/9, or --waits." }
    /// An error.
    no_party(text: &str) { km: "គ្មានភាគី {text} ទេ។", en: "There is no party {text}." }
    /// What to do.
    no_party_hint() {
        km: "ភាគី៖ facility:H080801, agent:H080801, nssf-branch:08, phd:08, labour:08, nssf, board, ssr, moh, mlvt, employer:\"…\", other:\"…\"",
        en: "Parties: facility:H080801, agent:H080801, nssf-branch:08, phd:08, labour:08, nssf, board, ssr, moh, mlvt, employer:\"…\", other:\"…\""
    }
    /// In the calendar.
    next_step_due() { km: "ជំហានបន្ទាប់នៃករណីនេះ", en: "The next step of this case" }
    /// A task.
    urgent(turn: &str) { km: "បន្ទាន់៖ {turn}", en: "Urgent: {turn}" }
    /// A task.
    to_acknowledge(party: &str, cases: &str) {
        km: "{party} ត្រូវទទួលស្គាល់ថាបានទទួល {cases}",
        en: "{party} is to acknowledge {cases}"
    }
    /// A task.
    to_answer(party: &str, cases: &str) {
        km: "{party} ត្រូវឆ្លើយអំពី {cases}",
        en: "{party} is to answer on {cases}"
    }
    /// A task.
    paused(party: &str, since: &str) {
        km: "រង់ចាំការយល់ព្រមរបស់សមាជិក តាំងពី {since} ({party})",
        en: "Consent of a member is awaited since {since} ({party})"
    }
    /// A task.
    regulator(party: &str, left: &str) {
        km: "អាចប្ដឹងទៅនិយ័តករក្នុង {left} ថ្ងៃធ្វើការទៀត (មិនដោះស្រាយជាមួយ {party})",
        en: "May go to the Regulator for {left} more working days (unresolved with {party})"
    }
    /// A task.
    to_tell() { km: "ប្រាប់សមាជិកពីចម្លើយ", en: "Tell the member what was answered" }
    /// A task: of somebody else who complained of the same visit.
    to_tell_witness(kept: &str) {
        km: "ប្រាប់ចម្លើយដល់អ្នកដែលបានប្តឹងរឿងដូចគ្នានឹង {kept}",
        en: "Tell the answer to whoever complained of the same as {kept}"
    }
    /// The same, not reached so far.
    to_tell_witness_again(kept: &str, tries: &str) {
        km: "ប្រាប់ចម្លើយដល់អ្នកដែលបានប្តឹងរឿងដូចគ្នានឹង {kept} (បានព្យាយាម {tries} ដង)",
        en: "Tell the answer to whoever complained of the same as {kept} (tries so far: {tries})"
    }
    /// A task.
    to_tell_again(tries: &str) {
        km: "ប្រាប់សមាជិកពីចម្លើយ (បានព្យាយាម {tries} ដង)",
        en: "Tell the member what was answered (tries so far: {tries})"
    }
    /// A task.
    to_ask_again() { km: "សួរសមាជិកម្ដងទៀតថាបានដោះស្រាយឬនៅ", en: "Ask the member again whether it is solved" }
    /// A task.
    promised(party: &str, what: &str) { km: "{party} បានសន្យា៖ {what}", en: "{party} promised: {what}" }
    /// A task.
    next_step(what: &str) { km: "ជំហានបន្ទាប់៖ {what}", en: "Next: {what}" }
    /// A group of process figures.
    all_raised() { km: "ករណីដែលបានដាក់ជូនទាំងអស់", en: "All cases raised" }
    /// An error.
    no_brief_for_employers() {
        km: "សេចក្ដីសង្ខេបមិនសរសេរជូននិយោជកទេ៖ វានឹងនិយាយអំពីកម្មកររបស់គេផ្ទាល់។",
        en: "No brief is written for an employer: it would tell of the employer’s own workers."
    }
    /// What to do.
    no_brief_for_employers_hint() {
        km: "លើកជូននិយោជកដោយ wardbook raise --to រួចសរសេរលិខិតដោយដៃ។",
        en: "Raise the cases with wardbook raise --to, and write the letter by hand."
    }
    /// A date in a calendar.
    promise_due(party: &str) { km: "ថ្ងៃកំណត់នៃការសន្យារបស់ {party}", en: "A promise of {party} is due" }
}
