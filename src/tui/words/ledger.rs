//! Promises, parties, submissions and process figures: what their screens and forms say.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    // What can be done.
    promises() { km: "ការសន្យា", en: "Promises" }
    promises_doc() { km: "បង្ហាញបញ្ជីការសន្យា៖ អ្វីដែលគេបានសន្យា ហើយបានធ្វើឬទេ។", en: "Show the ledger of promises: what was promised, and what came of it." }
    people() { km: "ភាគី", en: "People" }
    people_doc() { km: "បង្ហាញភាគីទាំងអស់ អ្នកទំនាក់ទំនង និងរយៈពេលកំណត់។", en: "Show all parties with their contacts and clocks." }
    process() { km: "ដំណើរការ", en: "Process figures" }
    process_doc() { km: "បង្ហាញតួលេខដំណើរការ៖ ទទួល ឆ្លើយ ទាន់ពេល និងហួសពេល។", en: "Show process figures: received, answered, in time, overdue." }
    ladder() { km: "ជណ្ដើរ", en: "Ladder" }
    ladder_doc() { km: "បង្ហាញជណ្ដើរភាគីសម្រាប់កន្លែងនេះ និងអ្នកបន្ទាប់។", en: "Show the ladder of parties for this facility, and who comes next." }
    promise_menu_doc() { km: "ធ្វើអ្វីមួយចំពោះការសន្យានេះ។", en: "Do something with this promise: judge it, move it and more." }
    ledger_menu_doc() { km: "បង្ហាញអ្វីដែលអាចធ្វើបាននៅទីនេះ។", en: "Show what can be done here." }
    cycle_fate() { km: "លទ្ធផល", en: "Fate" }
    cycle_fate_doc() { km: "បង្ហាញតែការសន្យាដែលមានលទ្ធផលមួយ។", en: "Show only promises of one fate; again for the next." }
    cycle_party() { km: "ភាគី", en: "Party" }
    cycle_party_doc() { km: "បង្ហាញតែការសន្យារបស់ភាគីមួយ។", en: "Show only promises of one party; again for the next." }
    cycle_place() { km: "កន្លែង", en: "Place" }
    cycle_place_doc() { km: "បង្ហាញតែការសន្យានៅកន្លែងមួយ។", en: "Show only promises of one place; again for the next." }
    add_promise() { km: "ការសន្យាថ្មី", en: "Add promise" }
    add_promise_doc() { km: "កត់អ្វីដែលភាគីមួយបានសន្យា។", en: "Write down what a party promised." }
    move_promise() { km: "ប្ដូរថ្ងៃ", en: "Move date" }
    move_promise_doc() { km: "ភាគីសុំថ្ងៃផ្សេង។ ថ្ងៃចាស់រក្សាទុក។", en: "The party asked for another date; the old one is kept." }
    judge() { km: "វាយតម្លៃ", en: "Judge" }
    judge_doc() { km: "ប្រាប់ថាការសន្យាបានធ្វើតាមឬទេ តាមសម្ដីសមាជិក ឬតាមការរង់ចាំ។", en: "Say what came of the promise, from members’ word or the waits since." }
    toggle_waits_doc() { km: "បង្ហាញ ឬលាក់ការរង់ចាំមុន និងក្រោយថ្ងៃសន្យា។", en: "Show or hide the waits before and after the promise’s date." }
    show_submission() { km: "ការដាក់ជូន", en: "Submission" }
    show_submission_doc() { km: "បង្ហាញការដាក់ជូនដែលការសន្យានេះឆ្លើយ។", en: "Show the submission that this promise answers." }
    search_doc() { km: "វាយដើម្បីស្វែងរក។", en: "Type what is searched for." }
    add_party() { km: "បន្ថែមភាគី", en: "Add party" }
    add_party_doc() { km: "បន្ថែមភាគីមួយ និយោជក ឬមូលដ្ឋានសុខាភិបាល។", en: "Add a party: your own, an employer, a facility or its agent." }
    add_contact() { km: "បន្ថែមមនុស្ស", en: "Add contact" }
    add_contact_doc() { km: "កត់អ្នកទំនាក់ទំនងម្នាក់នៅភាគីនេះ។", en: "Write down somebody to speak to there." }
    remove_contact() { km: "ដកចេញ", en: "Remove contact" }
    remove_contact_doc() { km: "ដកអ្នកទំនាក់ទំនងដែលសញ្ញា > ចង្អុល។", en: "Remove the contact that the marker > points at." }
    reply() { km: "ចម្លើយ", en: "Reply" }
    reply_doc() { km: "កត់ចម្លើយរបស់ភាគី៖ លទ្ធផលនៃករណីនីមួយៗ។", en: "Record what the party answered, for all cases or each." }
    interim() { km: "ចម្លើយបណ្ដោះអាសន្ន", en: "Interim reply" }
    interim_doc() { km: "ភាគីសុំថ្ងៃឆ្លើយផ្សេង។ ថ្ងៃចាស់រក្សាទុក។", en: "The party will answer by another date; the old one is kept." }
    acknowledge() { km: "បានទទួល", en: "Received" }
    acknowledge_doc() { km: "ភាគីបានប្រាប់ថាបានទទួល។", en: "The party said that it received this." }
    turn_clock() { km: "ផ្អាក/បន្ត", en: "Stop clock" }
    turn_clock_doc() { km: "ផ្អាកការរាប់ថ្ងៃពេលរង់ចាំការយល់ព្រម ឬបន្តវិញ។", en: "Stop the clock while consent is awaited, or let it go on." }
    escalate() { km: "ទៅថ្នាក់លើ", en: "Raise higher" }
    escalate_doc() { km: "យកករណីមិនទាន់ដោះស្រាយ ទៅភាគីបន្ទាប់លើជណ្ដើរ។", en: "Take what is not settled to the next party of the ladder." }
    show_party() { km: "ភាគីនេះ", en: "Party" }
    show_party_doc() { km: "បង្ហាញភាគីនេះ។", en: "Show the party." }
    show_before() { km: "ការដាក់ជូនមុន", en: "Rung below" }
    show_before_doc() { km: "បង្ហាញការដាក់ជូននៅថ្នាក់ក្រោម។", en: "Show the submission on the rung below." }
    group_by() { km: "តាមអ្វី", en: "Group by" }
    group_by_doc() { km: "រាប់តាមភាគី ខេត្ត មូលដ្ឋានសុខាភិបាល ឬខែ។", en: "Count by party, province, facility or month." }
    go_in_process_doc() { km: "បង្ហាញភាគី មូលដ្ឋាន ឬករណីនៃបន្ទាត់នេះ។", en: "Show the party, the facility or the cases of this row." }
    sheet_enter_doc() { km: "ទៅកន្លែងបន្ទាប់ ឬបើកបញ្ជី។ នៅកន្លែងចុងក្រោយ រក្សាទុក។", en: "Go to the next field, or open its list; on the last one, save." }

    // Why it cannot be done now.
    no_promise_here() { km: "គ្មានការសន្យាត្រូវបានជ្រើសទេ។", en: "No promise is chosen." }
    answers_no_submission() { km: "ការសន្យានេះមិនឆ្លើយការដាក់ជូនណាទេ។", en: "This promise answers no submission." }
    no_contact_chosen() { km: "ដាក់សញ្ញា > លើអ្នកទំនាក់ទំនងម្នាក់ជាមុនសិន។", en: "Put the marker > on a contact first." }
    answered_already() { km: "ករណីទាំងអស់បានឆ្លើយហើយ។", en: "All its cases are answered." }
    heard_already() { km: "ភាគីបានឆ្លើយឆ្លងរួចហើយ។", en: "The party was heard of already." }
    top_of_the_ladder() { km: "គ្មានថ្នាក់លើជាងនេះទេ។", en: "There is no rung above." }
    all_settled() { km: "គ្មានករណីដែលនៅសល់ត្រូវបន្តទេ។", en: "No case is left to take further." }
    nothing_before() { km: "គ្មានការដាក់ជូននៅថ្នាក់ក្រោមទេ។", en: "Nothing was raised on a rung below." }

    // What undo takes back.
    undo_acknowledged() { km: "ការទទួលស្គាល់របស់ភាគី", en: "the party’s acknowledgement" }
    undo_reply() { km: "ចម្លើយរបស់ភាគី", en: "the party’s reply" }
    undo_paused() { km: "ការផ្អាកការរាប់ថ្ងៃ", en: "the stopping of the clock" }
    undo_resumed() { km: "ការបន្តការរាប់ថ្ងៃ", en: "the clock’s going on" }
    undo_promised() { km: "ការកត់ការសន្យា", en: "the promise that was written down" }
    undo_moved() { km: "ការប្ដូរថ្ងៃសន្យា", en: "the moving of a promise" }
    undo_judged() { km: "ការវាយតម្លៃការសន្យា", en: "the judging of a promise" }
    undo_described() { km: "ការកែព័ត៌មានភាគី", en: "the change to a party" }

    // Promises.
    overdue() { km: "ហួសពេល", en: "Overdue" }
    fates(all: &str, parts: &str) { km: "ក្នុងចំណោម {all}៖ {parts}", en: "Of {all}: {parts}" }
    count_kept(count: &str) { km: "ធ្វើតាម {count}", en: "{count} kept" }
    count_partly(count: &str) { km: "មួយផ្នែក {count}", en: "{count} in part" }
    count_broken(count: &str) { km: "មិនធ្វើតាម {count}", en: "{count} broken" }
    count_withdrawn(count: &str) { km: "ដកវិញ {count}", en: "{count} withdrawn" }
    count_pending(count: &str) { km: "រង់ចាំ {count}", en: "{count} pending" }
    count_overdue(count: &str) { km: "ហួសពេល {count}", en: "{count} overdue" }
    fate_pending() { km: "រង់ចាំ", en: "Pending" }
    fate_kept() { km: "ធ្វើតាម", en: "Kept" }
    fate_partly() { km: "មួយផ្នែក", en: "In part" }
    fate_broken() { km: "មិនធ្វើតាម", en: "Broken" }
    fate_withdrawn() { km: "ដកវិញ", en: "Withdrawn" }
    all_fates() { km: "លទ្ធផលទាំងអស់", en: "All fates" }
    all_parties() { km: "ភាគីទាំងអស់", en: "All parties" }
    all_places() { km: "កន្លែងទាំងអស់", en: "All places" }
    everywhere() { km: "ទូទាំងប្រទេស", en: "The whole country" }
    column_due() { km: "កាលកំណត់", en: "Due" }
    column_fate() { km: "លទ្ធផល", en: "Fate" }
    column_what() { km: "អ្វី", en: "What" }
    column_place() { km: "កន្លែង", en: "Place" }
    column_basis() { km: "មូលដ្ឋាន", en: "Basis" }
    no_due() { km: "គ្មានថ្ងៃ", en: "no date" }
    no_promises_yet(key: &str) {
        km: "មិនទាន់មានការសន្យាទេ។ ពេលភាគីមួយសន្យាអ្វីមួយ ចុច {key} ដើម្បីកត់ទុក។",
        en: "No promises yet. When a party promises something, press {key} and write it down.",
    }
    no_such_promises() { km: "គ្មានការសន្យាត្រូវនឹងការជ្រើសនេះទេ។", en: "No promise fits what is chosen." }
    shown_by(what: &str) { km: "បង្ហាញដោយ៖ {what}", en: "Shown by: {what}" }
    members_short(kept: &str, asked: &str) { km: "សមាជិក {kept}/{asked}", en: "members {kept}/{asked}" }
    members_said(asked: &str, kept: &str) {
        km: "បានសួរសមាជិក {asked} នាក់ ហើយ {kept} នាក់ថាបានធ្វើតាម។",
        en: "Of {asked} members asked, {kept} said that it was kept.",
    }
    judged_on(fate: &str, day: &str) { km: "{fate} · សម្រេចនៅ{day}", en: "{fate} · decided on {day}" }
    judge_note() {
        km: "សហជីពជាអ្នកសម្រេច តាមសម្ដីសមាជិក ឬតាមការរង់ចាំក្រោយថ្ងៃនោះ។ សម្ដីអ្នកសន្យាខ្លួនឯង មិនសម្រេចទេ។",
        en: "The union decides, from members’ word or the waits since. The promiser’s own word decides nothing.",
    }
    no_basis_here() {
        km: "ជ្រើសមូលដ្ឋាន៖ សម្ដីសមាជិក ឬការរង់ចាំ។",
        en: "Choose what it rests on: members’ word, or the waits.",
    }
    move_note(day: &str) { km: "កាលកំណត់បច្ចុប្បន្ន៖ {day}។ ថ្ងៃនេះរក្សាទុកជាភស្តុតាង។", en: "Due now: {day}. That date stays on record." }
    interim_note() { km: "ថ្ងៃឆ្លើយចាស់ រក្សាទុកក្នុងកំណត់ត្រា។", en: "The date that held before stays on record." }
    waits_one_key(key: &str) { km: "{key}៖ ការរង់ចាំមុន និងក្រោយថ្ងៃសន្យា", en: "{key} shows the waits before the promise’s date and since." }
    waits_where(place: &str) { km: "ករណី និងការសង្កេតនៅ៖ {place}", en: "Cases and observations of: {place}" }
    median_of(median: &str, n: &str) { km: "មេដ្យាន {median} (n = {n})", en: "median {median} (n = {n})" }
    waits_said_then(day: &str, before: &str, after: &str) {
        km: "មុន {day}៖ {before} · ក្រោយ៖ {after}",
        en: "before {day}: {before} · since: {after}",
    }
    overdue_by(days: &str) { km: "ហួស {days} ថ្ងៃធ្វើការ", en: "{days} working days late" }
    just_passed() { km: "ទើបហួសថ្ងៃ", en: "just passed" }
    due_today() { km: "ដល់ថ្ងៃកំណត់", en: "due by today" }
    days_left(days: &str) { km: "នៅ {days} ថ្ងៃធ្វើការ", en: "{days} working days left" }

    // People.
    group_everywhere() { km: "ទូទាំងប្រទេស", en: "Everywhere" }
    group_provinces() { km: "តាមខេត្ត", en: "By province" }
    group_facilities() { km: "មូលដ្ឋានសុខាភិបាល", en: "Facilities" }
    group_employers() { km: "និយោជក", en: "Employers" }
    group_others() { km: "ផ្សេងទៀត", en: "Others" }
    people_open(open: &str, overdue: &str) { km: "រង់ចាំចម្លើយ {open} · ហួសពេល {overdue}", en: "Awaiting an answer: {open} · overdue: {overdue}" }
    no_such_party() { km: "រកមិនឃើញភាគីណាទេ។ ចុច Esc ដើម្បីបង្ហាញទាំងអស់។", en: "No party fits. Press Esc to show them all." }
    column_awaited() { km: "រង់ចាំ", en: "Open" }
    column_promises() { km: "ការសន្យា", en: "Promises" }
    column_clocks() { km: "ថ្ងៃធ្វើការ", en: "Clocks" }
    column_contact() { km: "អ្នកទំនាក់ទំនង", en: "Contact" }
    party_contacts() { km: "អ្នកទំនាក់ទំនង", en: "Contacts" }
    no_contacts() { km: "មិនទាន់កត់នរណាទេ។", en: "Nobody is written down yet." }
    party_numbers() { km: "រយៈពេលកំណត់ និងឈ្មោះ", en: "Clocks and names" }
    clocks_said(acknowledge: &str, answer: &str, warn: &str) {
        km: "ទទួលស្គាល់ក្នុង {acknowledge} · ឆ្លើយក្នុង {answer} · ព្រមានមុន {warn} ថ្ងៃធ្វើការ",
        en: "Acknowledge within {acknowledge} · answer within {answer} · warn {warn} working days before",
    }
    names_said(km_name: &str, en_name: &str) { km: "ឈ្មោះ៖ {km_name} · {en_name}", en: "Names: {km_name} · {en_name}" }
    party_raised(open: &str, overdue: &str) { km: "បានដាក់ជូន · រង់ចាំ {open} · ហួសពេល {overdue}", en: "Raised with it · awaiting an answer: {open} · overdue: {overdue}" }
    nothing_raised() { km: "មិនទាន់បានដាក់ជូនអ្វីទេ។", en: "Nothing was raised with it yet." }
    nothing_promised() { km: "មិនទាន់បានសន្យាអ្វីទេ។", en: "It promised nothing yet." }
    ladder_of(facility: &str) { km: "ជណ្ដើរសម្រាប់ {facility}", en: "The ladder for {facility}" }
    ladder_first(next: &str) { km: "មិនទាន់ដាក់ជូននរណា។ ចាប់ផ្ដើមពី៖ {next}", en: "Nothing open was raised yet. First: {next}" }
    ladder_next(reached: &str, next: &str) { km: "ដល់៖ {reached} · បន្ទាប់៖ {next}", en: "As far as: {reached} · next: {next}" }
    ladder_case_first(number: &str, next: &str) { km: "{number} មិនទាន់ដាក់ជូនទេ។ ចាប់ផ្ដើមពី៖ {next}", en: "{number} was not raised yet. First: {next}" }
    ladder_case_next(number: &str, reached: &str, next: &str) { km: "{number} ដល់៖ {reached} · បន្ទាប់៖ {next}", en: "{number} as far as: {reached} · next: {next}" }
    ladder_top(reached: &str) { km: "ដល់៖ {reached} · គ្មានថ្នាក់លើជាងនេះទេ", en: "As far as: {reached} · there is no rung above" }
    rung_next() { km: "បន្ទាប់", en: "next" }
    rung_raised() { km: "បានដាក់", en: "raised" }
    ladder_note() {
        km: "និយ័តករទទួលពាក្យបណ្ដឹងជាលាយលក្ខណ៍អក្សរ ក្នុង ៣០ ថ្ងៃធ្វើការ ក្រោយបេឡាមិនបានដោះស្រាយ (សេចក្ដីសម្រេចលេខ ០១៧)។",
        en: "The Regulator takes written complaints within 30 working days after the fund left them unresolved (Decision 017).",
    }

    // A submission.
    to_acknowledge() { km: "ត្រូវទទួលស្គាល់", en: "To be acknowledged" }
    to_answer() { km: "ត្រូវឆ្លើយ", en: "To be answered" }
    paused_since(day: &str) { km: "ផ្អាកតាំងពី {day}", en: "clock stands since {day}" }
    answered_on(day: &str) { km: "បានឆ្លើយ {day}", en: "answered on {day}" }
    submission_cases(cases: &str, answered: &str) { km: "ករណី {cases} · បានឆ្លើយ {answered}", en: "Cases: {cases} · answered: {answered}" }
    waits() { km: "រង់ចាំចម្លើយ", en: "waits" }
    member_says(outcome: &str) { km: "សមាជិក៖ {outcome}", en: "member: {outcome}" }
    replies() { km: "ចម្លើយ", en: "Replies" }
    no_replies() { km: "មិនទាន់មានទេ។", en: "None yet." }
    interim_until(day: &str) { km: "បណ្ដោះអាសន្ន៖ នឹងឆ្លើយត្រឹម {day}", en: "interim: will answer by {day}" }
    answers_cases(cases: &str) { km: "ឆ្លើយ {cases} ករណី", en: "cases answered: {cases}" }
    file_mark(name: &str, kilobytes: &str, digest: &str) { km: "{name} · {kilobytes} គីឡូបៃ · SHA-256 {digest}…", en: "{name} · {kilobytes} KB · SHA-256 {digest}…" }
    by_then(day: &str) { km: "ត្រឹម {day}", en: "by {day}" }
    due_missed(day: &str, named: &str) { km: "{day} (ហួសហើយ ឥឡូវគេថា {named})", en: "{day} (missed; now they say {named})" }
    due_moved(day: &str, first: &str) { km: "{day} (ដំបូង {first})", en: "{day} (first: {first})" }
    clock_stands() { km: "ការរាប់ថ្ងៃកំពុងផ្អាក", en: "the clock stands" }
    regulator_window(day: &str, left: &str) { km: "ប្ដឹងបានត្រឹម {day} · {left}", en: "may be written to until {day} · {left}" }
    next_rung(party: &str, cases: &str) { km: "{party} · មិនទាន់ដោះស្រាយ {cases}", en: "{party} · not settled: {cases}" }
    label_raised() { km: "ដាក់ជូន", en: "Raised" }
    label_about() { km: "អំពី", en: "About" }
    label_acknowledged() { km: "ទទួលស្គាល់", en: "Acknowledged" }
    label_answer_by() { km: "ឆ្លើយត្រឹម", en: "Answer due" }
    label_regulator() { km: "និយ័តករ", en: "Regulator" }
    label_pauses() { km: "ផ្អាក", en: "Pauses" }
    label_files() { km: "ឯកសារ", en: "Files" }
    label_after() { km: "បន្តពី", en: "Taken from" }
    label_next() { km: "ថ្នាក់បន្ទាប់", en: "Next rung" }

    // Process figures.
    process_title() { km: "តួលេខដំណើរការ", en: "Process figures" }
    by_party() { km: "តាមភាគី", en: "by party" }
    by_month() { km: "តាមខែ", en: "by month" }
    by_parties() { km: "លទ្ធផលតាមភាគី", en: "Outcomes by the parties" }
    by_members() { km: "លទ្ធផលតាមសមាជិក", en: "Outcomes by the members" }
    column_province() { km: "ខេត្ត", en: "Province" }
    column_month() { km: "ខែ", en: "Month" }
    column_received() { km: "ទទួល", en: "Received" }
    column_answered() { km: "ឆ្លើយ", en: "Answered" }
    column_in_time() { km: "ទាន់ពេល (n)", en: "In time (n)" }
    column_interval() { km: "ចន្លោះ ៩៥%", en: "95%" }
    column_days() { km: "ថ្ងៃ (n)", en: "Days (n)" }
    nothing_raised_yet() { km: "មិនទាន់មានករណីបានដាក់ជូនក្នុងការជ្រើសនេះទេ។", en: "No case was raised within what is chosen." }

    // Forms.
    sheet_promise() { km: "ការសន្យាថ្មី", en: "A promise" }
    sheet_move(what: &str) { km: "ប្ដូរថ្ងៃ៖ {what}", en: "Another date for: {what}" }
    sheet_judge(what: &str) { km: "វាយតម្លៃ៖ {what}", en: "What came of: {what}" }
    sheet_acknowledge() { km: "ភាគីបានទទួល", en: "The party received it" }
    sheet_pause() { km: "ផ្អាកការរាប់ថ្ងៃ ព្រោះរង់ចាំការយល់ព្រម", en: "The clock stops: consent is awaited" }
    sheet_resume() { km: "ការរាប់ថ្ងៃបន្តវិញ", en: "The clock goes on" }
    sheet_reply() { km: "ចម្លើយរបស់ភាគី", en: "The party’s reply" }
    sheet_interim() { km: "ចម្លើយបណ្ដោះអាសន្ន", en: "An interim reply" }
    sheet_escalate(cases: &str) { km: "យក {cases} ករណី ទៅថ្នាក់លើ", en: "A rung higher with what is not settled: {cases}" }
    sheet_new_contact() { km: "អ្នកទំនាក់ទំនងថ្មី", en: "A new contact" }
    sheet_contact() { km: "អ្នកទំនាក់ទំនង", en: "A contact" }
    sheet_clocks() { km: "រយៈពេលកំណត់ គិតជាថ្ងៃធ្វើការ", en: "Clocks, in working days" }
    sheet_names() { km: "ឈ្មោះភាគី", en: "Names of the party" }
    add_facility() { km: "នាយកមូលដ្ឋានសុខាភិបាល", en: "The director of a facility" }
    add_agent() { km: "ភ្នាក់ងារ ប.ស.ស. នៅមូលដ្ឋាន", en: "The fund’s agent at a facility" }
    add_employer() { km: "និយោជក", en: "An employer" }
    add_other() { km: "ភាគីផ្សេង", en: "Somebody else" }
    another_facility() { km: "មូលដ្ឋានផ្សេង តាមឈ្មោះ", en: "Another facility, by its name" }
    another_agent() { km: "ភ្នាក់ងារ ប.ស.ស. នៅមូលដ្ឋានផ្សេង", en: "The fund’s agent at another facility" }
    agent_at(facility: &str) { km: "ភ្នាក់ងារនៅ {facility}", en: "agent at {facility}" }
    facility_by_name() { km: "មូលដ្ឋានសុខាភិបាលណា?", en: "Which facility?" }
    enter_chooses() { km: "Enter ជ្រើស", en: "Enter chooses" }
    enter_writes() { km: "Enter សរសេរ", en: "Enter writes" }
    as_all() { km: "ដូចទាំងអស់", en: "as for all" }
    basis_members() { km: "សម្ដីសមាជិក", en: "Members’ word" }
    basis_waits() { km: "ការរង់ចាំមុន និងក្រោយ", en: "The waits before and since" }
    basis_both() { km: "ទាំងពីរ", en: "Both" }
    basis_nothing() { km: "គ្មាន", en: "Neither" }
    label_party() { km: "ភាគី", en: "Party" }
    label_what() { km: "បានសន្យាអ្វី", en: "What" }
    label_who() { km: "អ្នកនិយាយ", en: "Who said it" }
    label_role() { km: "តួនាទី", en: "Role" }
    label_said_where() { km: "និយាយនៅណា", en: "Said where" }
    label_on() { km: "ថ្ងៃ", en: "On" }
    label_due() { km: "កាលកំណត់", en: "Due" }
    label_earlier() { km: "ថ្ងៃមុនៗ", en: "Earlier dates" }
    label_shown_by() { km: "បង្ហាញដោយ", en: "Shown by" }
    label_place() { km: "ឃើញនៅណា", en: "Seen where" }
    label_answers() { km: "ឆ្លើយ", en: "Answers" }
    label_members() { km: "សម្ដីសមាជិក", en: "Members’ word" }
    label_waits() { km: "ការរង់ចាំ", en: "Waits" }
    label_fate() { km: "លទ្ធផល", en: "What came of it" }
    label_basis() { km: "ផ្អែកលើ", en: "It rests on" }
    label_asked() { km: "សមាជិកដែលបានសួរ", en: "Members asked" }
    label_kept() { km: "ក្នុងនោះថាបានធ្វើតាម", en: "Said it was kept" }
    label_note() { km: "កំណត់ចំណាំ", en: "Note" }
    label_way() { km: "តាមរបៀប", en: "How" }
    label_by() { km: "អ្នកឆ្លើយ", en: "Who answered" }
    label_text() { km: "បាននិយាយថា", en: "What was said" }
    label_file() { km: "ឯកសារ", en: "File" }
    label_outcome() { km: "លទ្ធផលទាំងអស់", en: "Outcome for all" }
    label_until() { km: "នឹងឆ្លើយត្រឹម", en: "Will answer by" }
    label_why() { km: "មូលហេតុ", en: "Why" }
    label_name() { km: "ឈ្មោះ", en: "Name" }
    label_facility() { km: "មូលដ្ឋាន", en: "Facility" }
    label_reach() { km: "ទូរស័ព្ទ", en: "Telephone" }
    label_acknowledge() { km: "ទទួលស្គាល់ក្នុង", en: "Acknowledge within" }
    label_answer() { km: "ឆ្លើយក្នុង", en: "Answer within" }
    label_warn() { km: "ព្រមានមុន", en: "Warn before" }
    label_name_km() { km: "ឈ្មោះខ្មែរ", en: "Khmer name" }
    label_name_en() { km: "ឈ្មោះអង់គ្លេស", en: "English name" }
    hint_party() { km: "ចុច Enter ហើយជ្រើសភាគីពីបញ្ជី។", en: "Press Enter and choose the party from the list." }
    hint_what() { km: "អ្វីដែលគេនឹងធ្វើ ក្នុងមួយបន្ទាត់។", en: "What will be done, in a line." }
    hint_who() { km: "ឈ្មោះមន្ត្រី។ អាចទុកទទេ។", en: "The official’s name. It may be left empty." }
    hint_role() { km: "តួនាទីនៅទីនោះ។ អាចទុកទទេ។", en: "What they are there. It may be left empty." }
    hint_said_where() { km: "ក្នុងប្រជុំ ក្នុងលិខិត ឬជាសាធារណៈ។", en: "In a meeting, in a letter, in public." }
    hint_on() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ឬ ថ្ងៃនេះ ម្សិលមិញ។", en: "Day/month/year, or today, yesterday." }
    hint_due() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ដែលត្រូវធ្វើរួច។ អាចទុកទទេ។", en: "Day/month/year by which it is to be done." }
    hint_until() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ដែលភាគីថានឹងឆ្លើយ។", en: "Day/month/year by which the party means to answer." }
    hint_shown_by() { km: "អ្វីដែលនឹងបង្ហាញថាបានធ្វើតាម ដូចជាការរង់ចាំក្រោម ១ ម៉ោង។", en: "What would show that it was kept, such as waits under an hour." }
    hint_place() { km: "ខេត្ត ឬមូលដ្ឋាន តាមឈ្មោះ ឬកូដ។ ទទេ = កន្លែងដែលភាគីទទួលខុសត្រូវ។", en: "A province or facility, by name or code. Empty: where the party answers." }
    hint_fate() { km: "← → ជ្រើសអ្វីដែលបានកើតឡើង។", en: "← → choose what came of it." }
    hint_basis() { km: "← → ជ្រើសមូលដ្ឋាន។ ការរង់ចាំត្រូវបានកត់ទុកជាមួយ។", en: "← → choose. The waits are written down with it, as they stand today." }
    hint_members() { km: "ចំនួនសមាជិក។", en: "A number of members." }
    hint_note() { km: "ក្នុងមួយបន្ទាត់។ អាចទុកទទេ។", en: "In a line. It may be left empty." }
    hint_text() { km: "ចុច Enter ដើម្បីសរសេរ។ អាចបិទភ្ជាប់អត្ថបទបាន។", en: "Press Enter to write it; a text can be pasted too." }
    hint_file() { km: "ផ្លូវទៅឯកសារ។ ឈ្មោះ និងលេខសម្គាល់ឯកសារត្រូវបានកត់ទុក។", en: "The path of a file. Its name and digest are kept, not the file." }
    hint_outcome() { km: "← → អ្វីដែលភាគីសម្រេចលើករណីដែលមិនទាន់ឆ្លើយ។", en: "← → what the party made of the cases that wait." }
    hint_of_case() { km: "← → លទ្ធផលផ្សេងសម្រាប់ករណីនេះ។", en: "← → another outcome for this case." }
    hint_about() { km: "អ្វីដែលទាមទារ ក្នុងមួយបន្ទាត់។", en: "What is asked for, in a line." }
    hint_contact() { km: "ឈ្មោះមន្ត្រី មិនមែនសមាជិក។", en: "The name of an official, never of a member." }
    hint_reach() { km: "លេខទូរស័ព្ទ ឬរបៀបទាក់ទងផ្សេង។", en: "A telephone number, or another way to reach them." }
    hint_days() { km: "ចំនួនថ្ងៃធ្វើការ។ ការដាក់ជូនចាស់ៗ រក្សាលេខដើម។", en: "Working days. What was raised before keeps its own." }
    hint_names() { km: "ទទេ = ឈ្មោះដើម។", en: "Empty: the built-in name." }
    hint_new_name() { km: "ឈ្មោះភាគី។", en: "What the party is called." }
    say_something() { km: "ត្រូវសរសេរអ្វីមួយនៅទីនេះ។", en: "Something must be said here." }
    say_number() { km: "ត្រូវជាចំនួន។", en: "A number belongs here." }
    no_such_name() { km: "មិនអាចប្រើឈ្មោះនេះបានទេ។", en: "This name cannot be used." }

    // What was done.
    done_promised() { km: "បានកត់ការសន្យា។", en: "The promise is written down." }
    done_moved() { km: "បានប្ដូរថ្ងៃ។ ថ្ងៃចាស់រក្សាទុក។", en: "The date is moved; the old one stays on record." }
    done_judged() { km: "បានវាយតម្លៃការសន្យា។", en: "The promise is judged." }
    done_described() { km: "បានកែព័ត៌មានភាគី។", en: "The party is changed." }
    done_added() { km: "បានបន្ថែមភាគី។", en: "The party is added." }
    done_acknowledged() { km: "បានកត់ថាភាគីបានទទួល។", en: "On record: the party received it." }
    done_paused() { km: "ការរាប់ថ្ងៃផ្អាកហើយ។", en: "The clock stands." }
    done_resumed() { km: "ការរាប់ថ្ងៃបន្តវិញ។", en: "The clock goes on." }
    done_replied(cases: &str) { km: "បានឆ្លើយ {cases} ករណី។ ត្រូវប្រាប់សមាជិក។", en: "Cases answered: {cases}. Their members are to be told." }
    done_interim() { km: "បានកត់ចម្លើយបណ្ដោះអាសន្ន និងថ្ងៃដែលគេថា។ ថ្ងៃចាស់រក្សាទុក។", en: "The interim reply and its date are on record; the old date stays there." }
    done_raised(cases: &str) { km: "បានយក {cases} ទៅថ្នាក់លើ។", en: "Taken a rung higher: {cases}." }
}
