//! Following up: on Today, on the screen of a case, and where cases are put in a submission.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    // What can be done with a case.
    raise_case() { km: "ដាក់ជូនភាគី", en: "Raise this case" }
    raise_case_doc() { km: "ដាក់ករណីនេះជូនភាគីមួយ។ ថ្នាក់បន្ទាប់ឈរនៅមុខគេ។", en: "Raise this case with a party; the next rung of the ladder stands first." }
    record_reply() { km: "កត់ចម្លើយ", en: "Record a reply" }
    record_reply_doc() { km: "កត់អ្វីដែលភាគីឆ្លើយ៖ លទ្ធផល ថ្ងៃថ្មី ការទទួលស្គាល់ ឬផ្អាកការរាប់ថ្ងៃ។", en: "Record what the party did: an outcome, a new date, that it received it, or stop the clock." }
    tell_member() { km: "ប្រាប់សមាជិក", en: "Tell the member" }
    tell_member_doc() { km: "ប្រាប់សមាជិកពីចម្លើយ ហើយកត់អ្វីដែលគាត់ថា ឬកត់ថាទាក់ទងមិនបាន។", en: "Tell the member how it stands and note what they say, or that they could not be reached." }
    close_case() { km: "បិទករណី", en: "Close the case" }
    close_case_doc() { km: "បិទករណី បន្ទាប់ពីបានប្រាប់សមាជិក ឬព្យាយាមបីដង។", en: "Close the case, once the member was told or three tries are on record." }
    ask_again() { km: "សួរម្ដងទៀត", en: "Ask once more" }
    ask_again_doc() { km: "សួរសមាជិកម្ដងទៀត ក្រោយបិទករណី៖ តើនៅតែដោះស្រាយហើយឬ?", en: "Ask the member of a closed case once more whether it is solved." }
    check_objections() { km: "ពិនិត្យជំទាស់", en: "Objections" }
    check_objections_doc() { km: "ឆ្លើយសំណួរបួន ដែលភាគីម្ខាងទៀតនឹងជំទាស់មុនគេ។", en: "Answer the four questions that the other side would raise first." }
    mark_case() { km: "សម្គាល់បន្ទាន់", en: "Mark as urgent" }
    mark_case_doc() { km: "សម្គាល់ថាប៉ះពាល់សុវត្ថិភាព ឬមានការសងសឹក៖ ករណីនេះមកមុនគេ។", en: "Mark that safety is at stake or somebody was punished for complaining: it then comes first." }
    link_demand() { km: "ភ្ជាប់ការទាមទារ", en: "Link to a demand" }
    link_demand_doc() { km: "ភ្ជាប់ករណីនេះនឹងការទាមទារមួយ ជាមួយករណីផ្សេងទៀត។", en: "Link this case to a demand of many cases." }

    // Why it cannot be done now.
    only_praise() { km: "ករណីនេះគ្រាន់តែសរសើរ។", en: "This case only praises: there is nothing to raise." }
    no_count_consent() { km: "សមាជិកមិនទាន់យល់ព្រមឱ្យរាប់ករណីនេះទេ។ សូមសួរគាត់ ហើយកត់ការយល់ព្រម។", en: "The member has not agreed that the case is counted. Ask, and record the consent." }
    not_raised_yet() { km: "ករណីនេះមិនទាន់ដាក់ជូនភាគីណាទេ។", en: "This case was not raised with anybody yet." }
    answered_already() { km: "ភាគីបានឆ្លើយរួចហើយ។", en: "All those with whom it was raised have answered." }
    not_told_yet() { km: "មិនទាន់អាចបិទទេ៖ សូមប្រាប់សមាជិកជាមុន ឬកត់ការព្យាយាមបីដង។", en: "It cannot be closed yet: tell the member first, or put three tries on record." }
    witness_not_told_yet() { km: "មិនទាន់អាចបិទទេ៖ អ្នកផ្សេងក៏បានប្តឹងរឿងដូចគ្នាដែរ។ សូមប្រាប់គាត់ជាមុន ឬកត់ការព្យាយាមបីដង។", en: "It cannot be closed yet: somebody else complained of it too. Tell them first, or put three tries on record." }
    not_closed_yet() { km: "ករណីនេះមិនទាន់បិទទេ។", en: "This case is not closed yet." }
    asked_again_already() { km: "បានសួរសមាជិកម្ដងទៀតរួចហើយ។", en: "The member was asked once more already." }
    has_it_already() { km: "ភាគីនេះមានករណីនេះរួចហើយ ហើយមិនទាន់ឆ្លើយ។", en: "That party has the case already and has not answered." }
    answer_all_four() { km: "សូមឆ្លើយសំណួរទាំងបួន។", en: "Answer all four questions." }

    // The objections.
    objections() { km: "ការជំទាស់", en: "Objections" }
    objections_to(number: &str) { km: "ការជំទាស់លើ {number}៖ តើត្រឹមត្រូវឬ?", en: "Objections to {number}: do they hold?" }
    none_holds() { km: "គ្មានការជំទាស់ណាត្រឹមត្រូវទេ", en: "None of them holds" }
    save_check() { km: "✓ រក្សាទុកចម្លើយទាំងនេះ", en: "✓ Save these answers" }
    not_checked() { km: "មិនទាន់ពិនិត្យ", en: "not checked yet" }
    raise_although_title() { km: "ដាក់ជូនមែនទេ?", en: "Raise it all the same?" }
    raise_although_question(number: &str) {
        km: "មានការជំទាស់មួយលើ {number} ដែលត្រឹមត្រូវ៖ ភាគីអាចបដិសេធបានយ៉ាងងាយ។ នៅតែដាក់ជូនមែនទេ?",
        en: "An objection to {number} holds: the party can rebut it easily. Raise it all the same?",
    }

    // Urgent cases.
    mark_title() { km: "ហេតុអ្វីករណីនេះមកមុនគេ?", en: "Why does this case come first?" }
    mark_safety() { km: "សុវត្ថិភាពមនុស្សម្នាក់កំពុងប្រឈម", en: "somebody’s safety is at stake" }
    mark_retaliation() { km: "មាននរណាម្នាក់ត្រូវបានដាក់ទោស ឬគំរាម ព្រោះបានប្ដឹង", en: "somebody was punished, or threatened, for complaining" }
    urgent_by(why: &str) { km: "បន្ទាន់៖ {why}", en: "Urgent: {why}" }
    urgent_by_issue() { km: "បន្ទាន់៖ បញ្ហាសុវត្ថិភាពកម្រិតខ្ពស់", en: "Urgent: a high issue of safety" }

    // Demands.
    demand_title() { km: "ករណីនេះជារបស់ការទាមទារណា?", en: "To which demand does it belong?" }
    new_demand() { km: "+ ការទាមទារថ្មី …", en: "+ A new demand …" }
    new_demand_title() { km: "ទាមទារអ្វី?", en: "What is demanded?" }
    new_demand_hint() { km: "ក្នុងមួយបន្ទាត់ ដោយគ្មានឈ្មោះសមាជិក។", en: "In a line, without names of members." }
    label_demands() { km: "ការទាមទារ", en: "Demands" }

    // Raising.
    raise_with_whom(number: &str) { km: "ដាក់ {number} ជូននរណា?", en: "Raise {number} with whom?" }
    party_is_next(party: &str) { km: "{party} – ថ្នាក់បន្ទាប់", en: "{party} – next on the ladder" }
    party_has_it(party: &str) { km: "{party} – មានរួចហើយ កំពុងរង់ចាំចម្លើយ", en: "{party} – has it, answer awaited" }
    the_employer(name: &str) { km: "និយោជក {name}", en: "the employer, {name}" }
    raised_how() { km: "ដាក់ជូនតាមវិធីណា?", en: "How is it raised?" }
    raised_on_title() { km: "ដាក់ជូននៅថ្ងៃណា?", en: "Raised on which day?" }
    hint_day() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ឬ ម្សិលមិញ។ Enter យកថ្ងៃនេះ។", en: "Day/month/year, or yesterday. Enter takes the day that stands there." }

    // Replies.
    replied_what(party: &str) { km: "{party} ឆ្លើយអ្វី?", en: "What did {party} reply?" }
    reply_interim() { km: "មិនទាន់ឆ្លើយ៖ សុំថ្ងៃថ្មី", en: "No answer yet: it names a later date" }
    reply_acknowledged() { km: "គ្រាន់តែថាបានទទួល", en: "Only that it received it" }
    reply_pause() { km: "ផ្អាកការរាប់ថ្ងៃ៖ រង់ចាំការយល់ព្រមរបស់សមាជិក", en: "Stop the clock: a member’s consent is awaited" }
    reply_resume() { km: "បន្តការរាប់ថ្ងៃ", en: "The clock goes on" }
    of_which_cases() { km: "ចម្លើយនេះសម្រាប់ករណីណា?", en: "Of which cases does it say so?" }
    of_this_case(number: &str) { km: "តែ {number}", en: "Of {number} alone" }
    of_all_cases(cases: &str) { km: "ករណីទាំង {cases} ដែលរង់ចាំក្នុងការដាក់ជូននេះ", en: "Of all {cases} that wait in that submission" }
    replied_on_title() { km: "ចម្លើយមកដល់ថ្ងៃណា?", en: "On which day did the reply come?" }
    acknowledged_on_title() { km: "ភាគីថាបានទទួលនៅថ្ងៃណា?", en: "On which day did it say that it received it?" }
    until_title() { km: "ភាគីនឹងឆ្លើយត្រឹមថ្ងៃណា?", en: "By when does it mean to answer?" }
    hint_until() { km: "ថ្ងៃ/ខែ/ឆ្នាំ។ ថ្ងៃចាស់រក្សាទុក។", en: "Day/month/year. The old date stays on record." }
    reply_text_title() { km: "ចម្លើយថាម៉េច?", en: "What does the reply say?" }
    reply_text_hint() { km: "អាចទុកទទេ។", en: "It may stay empty." }

    // Telling the member.
    tell_of(number: &str) { km: "ប្រាប់សមាជិកនៃ {number}", en: "Tell the member of {number}" }
    tell_witness_of(number: &str) { km: "ប្រាប់អ្នកដែលបានប្តឹងក្នុង {number}", en: "Tell whoever complained in {number}" }
    ask_again_of(number: &str) { km: "សួរសមាជិកនៃ {number} ម្ដងទៀត៖ តើបានដោះស្រាយហើយឬ?", en: "Ask the member of {number} once more: is it solved?" }
    show_whom_to_call() { km: "បង្ហាញទូរស័ព្ទ និងម៉ោងដែលមានសុវត្ថិភាព", en: "Show the telephone and when it is safe to call" }
    call_so(phone: &str, safe: &str) { km: "ទូរស័ព្ទ {phone} · ម៉ោងសុវត្ថិភាព៖ {safe}", en: "Telephone {phone} · safe: {safe}" }
    no_telephone() { km: "គ្មានលេខ", en: "no number on record" }
    no_safe_time() { km: "មិនបានកត់", en: "not on record" }
    told_and_said(outcome: &str) { km: "បានប្រាប់ គាត់ថា៖ {outcome}", en: "Told; they say: {outcome}" }
    told_not_asked() { km: "បានប្រាប់ តែមិនបានសួរ", en: "Told, and not asked" }
    not_reached(tries: &str, needed: &str) { km: "ទាក់ទងមិនបាន (លើកទី {tries} ក្នុង {needed})", en: "Could not be reached (try {tries} of {needed})" }
    then_what() { km: "បន្ទាប់មក?", en: "And then?" }
    then_close() { km: "បិទករណី", en: "Close the case" }
    then_go_on() { km: "ទុកឱ្យបើក ដើម្បីបន្តទៅថ្នាក់លើ", en: "Leave it open, to take it further" }

    // Where a case stands.
    since_day(day: &str) { km: "(តាំងពី {day})", en: "(since {day})" }
    turn_close() { km: "ដល់វេនការិយាល័យ៖ បិទ ឬបន្តទៅថ្នាក់លើ។", en: "The desk's turn: close it, or take it further." }
    turn_ask_again(day: &str) { km: "ដល់វេនការិយាល័យ៖ សួរសមាជិកម្ដងទៀត ចាប់ពី {day}។", en: "The desk's turn: ask the member once more, from {day} on." }
    raised_with() { km: "បានដាក់ជូន", en: "Raised with" }
    acknowledge_by(day: &str, left: &str) { km: "ត្រូវទទួលស្គាល់ត្រឹម {day}៖ {left}", en: "is to acknowledge it by {day}: {left}" }
    answer_by(day: &str, left: &str) { km: "ត្រូវឆ្លើយត្រឹម {day}៖ {left}", en: "is to answer by {day}: {left}" }
    working_day() { km: "១ ថ្ងៃធ្វើការ", en: "1 working day" }
    working_days(days: &str) { km: "{days} ថ្ងៃធ្វើការ", en: "{days} working days" }
    days_over(days: &str) { km: "ហួសកំណត់ {days}", en: "overdue by {days}" }
    days_left(days: &str) { km: "នៅ {days}", en: "{days} left" }
    due_today() { km: "ត្រឹមថ្ងៃនេះ", en: "due today" }
    clock_stands(day: &str) { km: "ការរាប់ថ្ងៃផ្អាកតាំងពី {day}៖ រង់ចាំការយល់ព្រម", en: "the clock stands since {day}: consent is awaited" }
    all_answered_on(day: &str) { km: "បានឆ្លើយ {day}", en: "answered on {day}" }
    first_due(day: &str) { km: "ដំបូងត្រឹម {day}", en: "at first by {day}" }
    regulator_until(day: &str) { km: "អាចប្ដឹងទៅនិយ័តករត្រឹម {day}", en: "may go to the Regulator until {day}" }
    told_on(day: &str) { km: "បានប្រាប់ {day}", en: "told on {day}" }
    witness_still_to_tell(number: &str) { km: "អ្នកដែលបានប្តឹងក្នុង {number} មិនទាន់ត្រូវបានប្រាប់", en: "whoever complained in {number} is still to be told" }
    witness_told(number: &str, day: &str) { km: "អ្នកដែលបានប្តឹងក្នុង {number} ត្រូវបានប្រាប់ {day}", en: "whoever complained in {number}: told on {day}" }
    tried_so_often(tries: &str, needed: &str, day: &str) { km: "ទាក់ទងមិនបាន {tries} ក្នុង {needed} ដង ចុងក្រោយ {day}", en: "not reached {tries} of {needed} times, last on {day}" }
    closed_on(day: &str) { km: "បានបិទ {day}", en: "closed on {day}" }
    asked_again_on(day: &str) { km: "បានសួរម្ដងទៀត {day}", en: "asked again on {day}" }

    // What was done.
    done_checked(number: &str) { km: "{number}៖ បានកត់ការពិនិត្យ។", en: "{number}: the objections are on record." }
    done_marked(number: &str) { km: "{number}៖ បានប្ដូរសញ្ញា។", en: "{number}: the marks are changed." }
    done_linked(number: &str) { km: "{number}៖ បានភ្ជាប់នឹងការទាមទារ។", en: "{number} is linked to the demand." }
    done_unlinked(number: &str) { km: "{number}៖ បានដកចេញពីការទាមទារ។", en: "{number} is taken off the demand." }
    done_raised(number: &str) { km: "{number}៖ បានដាក់ជូន។", en: "{number} is raised." }
    done_replied(number: &str) { km: "{number}៖ បានកត់ចម្លើយ។", en: "{number}: the reply is on record." }
    done_moved(number: &str) { km: "{number}៖ បានប្ដូរថ្ងៃ ថ្ងៃចាស់រក្សាទុក។", en: "{number}: the date is moved, the old one stays on record." }
    done_acknowledged(number: &str) { km: "{number}៖ បានកត់ថាភាគីបានទទួល។", en: "{number}: that the party received it is on record." }
    done_paused(number: &str) { km: "{number}៖ ការរាប់ថ្ងៃផ្អាក។", en: "{number}: the clock stands." }
    done_resumed(number: &str) { km: "{number}៖ ការរាប់ថ្ងៃបន្ត។", en: "{number}: the clock goes on." }
    done_told(number: &str) { km: "{number}៖ បានប្រាប់សមាជិក។", en: "{number}: the member was told." }
    done_told_and_closed(number: &str) { km: "{number}៖ បានប្រាប់សមាជិក ហើយបិទ។", en: "{number}: the member was told, the case is closed." }
    done_tried(number: &str) { km: "{number}៖ បានកត់ការព្យាយាម។", en: "{number}: the try is on record." }
    done_closed(number: &str) { km: "{number}៖ បានបិទ។", en: "{number} is closed." }
    done_asked_again(number: &str) { km: "{number}៖ បានសួរម្ដងទៀត។", en: "{number}: the member was asked once more." }
    done_asked_not_solved(number: &str) { km: "{number}៖ មិនទាន់ដោះស្រាយ។ អាចបើកករណីឡើងវិញ។", en: "{number}: not solved. The case can be reopened." }

    // What would be taken back.
    undo_raising(cases: &str) { km: "ការដាក់ជូន {cases} ករណី", en: "the raising of cases ({cases})" }
    undo_linking() { km: "ការភ្ជាប់នឹងការទាមទារ", en: "the link to a demand" }
    undo_telling() { km: "ការប្រាប់សមាជិក និងការបិទ", en: "the telling of the member and the closing" }

    // Today.
    today_due() { km: "ត្រូវធ្វើ", en: "To do" }
    nothing_due() { km: "ថ្ងៃនេះគ្មានអ្វីត្រូវធ្វើទេ។", en: "Nothing is due today." }
    more_due(count: &str) { km: "… និង {count} ទៀត", en: "… and {count} more" }
    mark_urgent() { km: "បន្ទាន់", en: "urgent" }
    mark_overdue() { km: "ហួសកំណត់", en: "overdue" }
    mark_today() { km: "ថ្ងៃនេះ", en: "now" }
    mark_day() { km: "១ ថ្ងៃទៀត", en: "in 1 day" }
    mark_days(days: &str) { km: "{days} ថ្ងៃទៀត", en: "in {days} days" }
    today_waiting() { km: "ករណីដែលរង់ចាំការិយាល័យ", en: "Cases that wait for the desk" }
    no_holidays(years: &str) {
        km: "មិនស្គាល់ថ្ងៃឈប់សម្រាកឆ្នាំ {years} ទេ៖ ដកតែចុងសប្ដាហ៍។",
        en: "No holidays are known for {years}: only weekends are left out."
    }
    wait_urgent(cases: &str) { km: "{cases} ករណីបន្ទាន់", en: "{cases} urgent" }
    wait_to_confirm(cases: &str) { km: "{cases} ករណីរង់ចាំបញ្ជាក់ជាមួយសមាជិក", en: "{cases} to be confirmed with the member" }
    wait_to_raise(cases: &str) { km: "{cases} ករណីរង់ចាំដាក់ជូនភាគី", en: "{cases} to be raised with a party" }
    wait_to_close(cases: &str) { km: "{cases} ករណីរង់ចាំបិទ ឬបន្តទៅថ្នាក់លើ", en: "{cases} to be closed or taken further" }

    // Promises.

    // Putting cases in a submission.
    raise_submit() { km: "ដាក់ជូន", en: "Submit" }
    submit_way() { km: "តាមវិធី", en: "How" }
    submit_way_doc() { km: "លិខិត ការប្រជុំ ទូរស័ព្ទ ខ្សែទូរស័ព្ទបន្ទាន់ ឬសារ។", en: "In a letter, a meeting, a call, through a hotline, or by message." }
    submit_day() { km: "ថ្ងៃ", en: "On" }
    submit_day_doc() { km: "ថ្ងៃដែលដាក់ជូន។ ចាប់ពីថ្ងៃនេះ ការរាប់ថ្ងៃធ្វើការចាប់ផ្ដើម។", en: "The day on which it is handed over. From then on working days are counted." }
    submit_about() { km: "ស្នើសុំអ្វី", en: "What is asked" }
    submit_about_doc() { km: "ក្នុងមួយបន្ទាត់ ដោយគ្មានឈ្មោះសមាជិក។", en: "In a line, without names of members." }
    submit_check_doc() { km: "សម្រាប់ករណីដែលមិនទាន់ពិនិត្យ៖ ឆ្លើយសំណួរបួនក្នុងពេលតែមួយ។", en: "For the cases that were not checked: the four questions answered for all at once." }
    submit_put() { km: "ដាក់ករណី", en: "Put the cases in" }
    submit_put_doc() { km: "ចុច Enter ដើម្បីដាក់ករណីទាំងនេះជូនភាគី។ ករណីនីមួយៗនឹងបង្ហាញថាដល់វេននរណា។", en: "Enter puts these cases in a submission. Each then shows whose turn it is." }
    submit_looking() { km: "កំពុងមើលករណី …", en: "Looking at the cases …" }
    submit_unanswered(cases: &str) { km: "{cases} ករណីមិនទាន់ពិនិត្យ", en: "not checked: {cases}" }
    submit_all_checked() { km: "ពិនិត្យអស់ហើយ", en: "all checked" }
    submit_none_holds() { km: "គ្មានណាត្រឹមត្រូវទេ", en: "none holds" }
    submit_some_hold() { km: "មានអ្វីមួយត្រឹមត្រូវ", en: "one of them holds" }
    submit_count(cases: &str) { km: "{cases} ករណី", en: "cases: {cases}" }
    submit_with_file(name: &str) { km: "ជាមួយឯកសារ {name}", en: "with the file {name}" }
    submit_left_out(cases: &str, why: &str, which: &str) { km: "ទុកចោល {cases}៖ {why} ({which})", en: "{cases} left out: {why} ({which})" }
    submit_nothing() { km: "គ្មានករណីណាអាចដាក់ជូនបានទេ។ មូលហេតុនៅខាងក្រោម។", en: "None of these cases may be raised. Why stands below." }
    submit_done(cases: &str, party: &str, handle: &str) { km: "បានដាក់ {cases} ករណីជូន {party} ({handle})។", en: "Raised with {party}: {cases} ({handle})." }
    left_not_open() { km: "បានបិទ ឬដកវិញ", en: "closed or withdrawn" }
    left_no_consent() { km: "សមាជិកមិនបានយល់ព្រមឱ្យរាប់", en: "the member did not agree to be counted" }
    left_waiting() { km: "ភាគីនេះមានរួចហើយ មិនទាន់ឆ្លើយ", en: "the party has it and has not answered" }
    left_unchecked() { km: "មិនទាន់ពិនិត្យការជំទាស់", en: "the objections were not checked" }
    left_rebutted() { km: "មានការជំទាស់ដែលត្រឹមត្រូវ", en: "an objection holds" }
    left_praise() { km: "គ្រាន់តែសរសើរ", en: "it only praises" }
}
