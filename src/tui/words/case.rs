//! One case: what its screen shows, and what can be done there.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    // What can be done.
    case_menu() { km: "សកម្មភាព", en: "Actions" }
    case_menu_doc() { km: "ធ្វើអ្វីមួយចំពោះករណីនេះ៖ បញ្ជាក់ កែ សួរការយល់ព្រម ដកវិញ ។ល។", en: "Do something with this case: confirm, correct, consent, withdraw and more." }
    attach() { km: "ភ្ជាប់ឯកសារ", en: "Attach" }
    attach_doc() { km: "ភ្ជាប់រូបថត ឯកសារ PDF ឬសំឡេង។", en: "Attach a photo, a PDF or a recording." }
    open_attachment() { km: "បើកឯកសារ", en: "Open attached" }
    open_attachment_doc() { km: "បើកឯកសារភ្ជាប់ដោយកម្មវិធីរបស់កុំព្យូទ័រ។", en: "Open an attachment with the system's viewer." }
    remove_attachment() { km: "ដកឯកសារ", en: "Detach" }
    remove_attachment_doc() { km: "ដកឯកសារភ្ជាប់ចេញពីករណីនេះ។", en: "Take an attachment away from this case." }
    told_in_joined(number: &str, teller: &str) { km: "បានប្រាប់ក្នុង {number} ដែលបានបញ្ចូលមក ({teller})", en: "Told in {number}, which was joined ({teller})" }
    paid_there(sum: &str) { km: "បានបង់៖ {sum}", en: "Paid: {sum}" }
    attachments() { km: "ឯកសារភ្ជាប់", en: "Attachments" }
    attach_title() { km: "ឯកសារណា?", en: "Which file?" }
    attach_hint() {
        km: "ទីតាំងឯកសារ ឬអូសវាមកទីនេះ៖ រូបថត ឯកសារ PDF ឬសំឡេង ដល់ ២០ មេហ្គាបៃ។",
        en: "Its path, or drop it here: JPEG, PNG, WebP, PDF, MP3, M4A, 3GP, Ogg, AMR, WAV, up to 20 MB.",
    }
    nothing_attached() { km: "គ្មានអ្វីភ្ជាប់ជាមួយករណីនេះទេ។", en: "Nothing is attached to this case." }
    attachment_not_here() { km: "មិននៅក្នុងសៀវភៅនេះទេ", en: "not in this book" }
    attachment_stripped(what: &str) { km: "បានដកចេញ៖ {what}", en: "taken out: {what}" }
    attachment_opened_title() { km: "បានបើក", en: "Opened" }
    attachment_opened() {
        km: "ឯកសារភ្ជាប់បើកក្នុងកម្មវិធីផ្សេង ពីឯកសារបណ្ដោះអាសន្ន។ លុបឯកសារនោះឥឡូវនេះឬ? បើមិនលុបទេ វានៅរហូតដល់លោកអ្នកចេញពីកម្មវិធី។",
        en: "The attachment is open in another program, from a temporary file. Remove that file now? Otherwise it stays until you leave Wardbook.",
    }
    attachment_wiped() { km: "បានលុបឯកសារបណ្ដោះអាសន្ន។", en: "The temporary file is removed." }
    done_attached(number: &str) {
        km: "បានភ្ជាប់ជាមួយ {number} ដោយដកទីតាំង ឈ្មោះ និងម៉ោងចេញ។ រូបថត ឬឯកសារអាចធ្វើឱ្យភស្តុតាងថ្នាក់ A។",
        en: "Attached to {number}, without position, names and times. A photo or paper may make its evidence grade A.",
    }
    done_detached(number: &str) { km: "បានដកឯកសារភ្ជាប់ពី {number}។", en: "Removed an attachment from {number}." }
    next_case() { km: "ករណីបន្ទាប់", en: "Next case" }
    next_case_doc() { km: "អានករណីបន្ទាប់ក្នុងបញ្ជី។", en: "Read the next case of the list." }
    previous_case() { km: "ករណីមុន", en: "Case before" }
    previous_case_doc() { km: "អានករណីមុនក្នុងបញ្ជី។", en: "Read the case before in the list." }
    show_member() { km: "បង្ហាញសមាជិក", en: "Show member" }
    show_member_doc() { km: "បង្ហាញ ឬលាក់ឈ្មោះ និងទូរស័ព្ទសមាជិក។", en: "Show or hide the member's name and telephone." }
    correct() { km: "កែ", en: "Correct" }
    correct_doc() { km: "កែអ្វីមួយក្នុងករណីនេះ។", en: "Correct something in this case." }
    confirm() { km: "បញ្ជាក់", en: "Confirm" }
    confirm_doc() { km: "សមាជិកបានបញ្ជាក់ថា អ្វីដែលកត់ត្រាគឺត្រឹមត្រូវ។", en: "The member confirmed that what was logged is right." }
    consent() { km: "ការយល់ព្រម", en: "Consent" }
    consent_doc() { km: "កត់ថាសមាជិកយល់ព្រមឱ្យធ្វើអ្វីខ្លះ។", en: "Note what the member agrees to." }
    next_step() { km: "ជំហានបន្ទាប់", en: "Next step" }
    next_step_doc() { km: "កត់អ្វីដែលត្រូវធ្វើបន្ទាប់។", en: "Note what is to be done next." }
    assign() { km: "ប្រគល់ឱ្យមន្ត្រី", en: "Hand over" }
    assign_doc() { km: "កត់មន្ត្រីដែលទទួលបន្ទុកករណីនេះ។", en: "Note which officer follows the case up." }
    withdraw() { km: "សមាជិកដកវិញ", en: "Withdraw" }
    withdraw_doc() { km: "សមាជិកដកពាក្យបណ្ដឹងនេះវិញ។", en: "The member takes the complaint back." }
    reopen() { km: "បើកឡើងវិញ", en: "Reopen" }
    reopen_doc() { km: "យកករណីដែលបិទ ឬដកវិញ មកធ្វើម្ដងទៀត។", en: "Take up a closed or withdrawn case again." }
    erase() { km: "លុបអត្តសញ្ញាណ", en: "Erase identity" }
    erase_doc() { km: "លុបឈ្មោះ និងរឿងរបស់សមាជិកជារៀងរហូត។", en: "Erase the member's identity and story for good." }
    save_text_doc() { km: "រក្សាទុកអ្វីដែលបានសរសេរ។", en: "Save what was typed." }

    // Why it cannot be done now.
    confirmed_already() { km: "ករណីនេះបានបញ្ជាក់រួចហើយ។", en: "This case is confirmed already." }
    not_open_now() { km: "ករណីនេះបិទ ឬដកវិញហើយ។ បើកវាឡើងវិញជាមុនសិន។", en: "This case is closed or withdrawn. Reopen it first." }
    still_open_now() { km: "ករណីនេះមិនទាន់បិទទេ។", en: "This case is open." }
    erased_already() { km: "អត្តសញ្ញាណត្រូវបានលុបរួចហើយ។", en: "The identity was erased already." }
    no_case_beyond() { km: "គ្មានករណីបន្តទៀតក្នុងបញ្ជីទេ។", en: "The list has no further case." }
    no_list_to_read() { km: "មិនមានបញ្ជីសម្រាប់អានបន្តទេ។", en: "There is no list to read on in." }

    // What the screen shows.
    case_place(place: &str, all: &str) { km: "{place} ក្នុង {all}", en: "{place} of {all}" }
    case_visit() { km: "ដំណើរនៅកន្លែងព្យាបាល", en: "The visit" }
    times_unknown() { km: "មិនដឹងម៉ោងទេ។", en: "No times are known." }
    next_day() { km: "ថ្ងៃបន្ទាប់", en: "next day" }
    case_next() { km: "ដំណើរការ", en: "Where it stands" }
    case_details() { km: "ព័ត៌មានលម្អិត", en: "Details" }
    case_history() { km: "ប្រវត្តិ", en: "History" }
    case_member() { km: "សមាជិក", en: "The member" }
    turn_new() { km: "ដល់វេនការិយាល័យ៖ សួរសមាជិកថាត្រឹមត្រូវឬទេ រួចបញ្ជាក់។", en: "The desk's turn: ask the member whether it is right, then confirm." }
    turn_confirmed() { km: "ដល់វេនការិយាល័យ៖ ដាក់ជូនភាគី។", en: "The desk's turn: raise it with the party." }
    turn_raised() { km: "ដល់វេនភាគី៖ កំពុងរង់ចាំចម្លើយ។", en: "The party's turn: its answer is awaited." }
    turn_answered() { km: "ដល់វេនការិយាល័យ៖ ប្រាប់ចម្លើយដល់សមាជិក។", en: "The desk's turn: tell the member the answer." }
    turn_over() { km: "ចប់ហើយ។", en: "Nobody's turn: it is over." }
    no_next_step() { km: "មិនទាន់កំណត់", en: "none set" }
    by_day(what: &str, day: &str) { km: "{what} · ត្រឹម {day}", en: "{what} · by {day}" }
    with_receipt(sum: &str) { km: "{sum} (មានបង្កាន់ដៃ)", en: "{sum} (with a receipt)" }
    without_receipt(sum: &str) { km: "{sum} (គ្មានបង្កាន់ដៃ)", en: "{sum} (no receipt)" }
    label_source() { km: "នាំចូលពី", en: "Imported from" }
    label_logged() { km: "កត់ត្រាដោយ", en: "Logged by" }
    agreed() { km: "យល់ព្រម", en: "Agreed" }
    agreed_not() { km: "មិនយល់ព្រម", en: "Not agreed" }
    member_hidden(key: &str) { km: "លាក់ – ចុច {key} ដើម្បីបង្ហាញ", en: "Hidden – press {key} to show" }
    member_shown(key: &str) { km: "ចុច {key} ដើម្បីលាក់វិញ", en: "Press {key} to hide it again" }
    member_unknown() { km: "មិនបានកត់អត្តសញ្ញាណសមាជិកទេ។", en: "Who the member is was not recorded." }
    member_erased() { km: "អត្តសញ្ញាណត្រូវបានលុបចេញ។", en: "The identity was erased." }
    conflict(field: &str) {
        km: "មន្ត្រីពីរនាក់បានកែ {field} ខុសគ្នា។ តម្លៃចុងក្រោយកំពុងប្រើ។ កែវាម្ដងទៀត ដើម្បីបញ្ចប់។",
        en: "Two officers corrected “{field}” differently. The later one holds; correct it once more to settle it.",
    }
    moment(day: &str, time: &str) { km: "{day} ម៉ោង {time}", en: "{day} {time}" }
    event_taken_back(what: &str) { km: "{what} (បានដកវិញ)", en: "{what} (taken back)" }

    // Correcting.
    correct_title() { km: "កែអ្វី?", en: "Correct what?" }
    hint_plain() { km: "ទុកទទេ ដើម្បីលុប។", en: "Leave it empty to clear it." }
    hint_facility_edit() { km: "ឈ្មោះ ឬកូដមូលដ្ឋានសុខាភិបាល។", en: "The name or code of the facility." }
    hint_story_edit() { km: "F12៖ រក្សាទុក · Esc៖ បោះបង់", en: "F12: save · Esc: leave it as it was" }
    value_none() { km: "មិនដឹង", en: "Not known" }
    save_issues() { km: "✓ រក្សាទុកបញ្ហា", en: "✓ Save the issues" }
    save_consent() { km: "✓ រក្សាទុកការយល់ព្រម", en: "✓ Save the consent" }
    consent_of(number: &str) { km: "តើសមាជិកនៃ {number} យល់ព្រមឬទេ?", en: "What does the member of {number} agree to?" }
    issues_of(number: &str) { km: "បញ្ហារបស់ {number}៖ Enter ប្ដូរកម្រិត", en: "Issues of {number}: Enter changes the severity" }
    no_issue_left() { km: "ករណីមួយត្រូវមានបញ្ហាយ៉ាងតិចមួយ។", en: "A case has at least one issue." }

    // Questions.
    erase_title() { km: "លុបជារៀងរហូតមែនទេ?", en: "Erase for good?" }
    erase_question(number: &str) {
        km: "ឈ្មោះ ទូរស័ព្ទ និងរឿងរបស់សមាជិកក្នុង {number} នឹងត្រូវលុបជារៀងរហូត។ F9 មិនអាចយកវាមកវិញបានទេ។ តួលេខនៅដដែល។",
        en: "Name, telephone and story of the member in {number} will be erased for good. No undo brings them back. The figures stay.",
    }
    withdraw_title() { km: "សមាជិកដកវិញមែនទេ?", en: "Withdrawn by the member?" }
    withdraw_question(number: &str) {
        km: "{number} នឹងមិនត្រូវដាក់ជូនភាគីណាទៀតទេ។ អាចបើកវាឡើងវិញបាន។",
        en: "{number} will not be raised with anybody any more. It can be reopened.",
    }

    // What was done.
    done_confirmed(number: &str) { km: "{number}៖ បានបញ្ជាក់។", en: "{number} is confirmed." }
    done_withdrawn(number: &str) { km: "{number}៖ សមាជិកបានដកវិញ។", en: "{number} is withdrawn." }
    done_reopened(number: &str) { km: "{number}៖ បានបើកឡើងវិញ។", en: "{number} is open again." }
    done_consent(number: &str) { km: "{number}៖ បានកត់ការយល់ព្រម។", en: "{number}: consent recorded." }
    done_corrected(number: &str, fields: &str) { km: "{number}៖ បានកែ {fields}។", en: "{number} corrected: {fields}." }
    done_erased(number: &str) { km: "{number}៖ អត្តសញ្ញាណ និងរឿងត្រូវបានលុបជារៀងរហូត។", en: "{number}: identity and story are erased for good." }
    done_nothing(number: &str) { km: "{number}៖ គ្មានអ្វីប្រែប្រួលទេ។", en: "{number}: nothing changed." }
    can_be_undone(what: &str, key: &str) { km: "{what} {key}៖ ដកវិញ", en: "{what} {key} takes it back." }
}
