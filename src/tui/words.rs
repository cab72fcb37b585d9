//! All that the screens say of their own, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    // Names of actions, for the footer, and what they do, for the help.
    choose() { km: "ជ្រើស", en: "Choose" }
    choose_doc() { km: "ជ្រើសយកអ្វីដែលសញ្ញា > ចង្អុល។", en: "Take what the marker > points at." }
    agree() { km: "យល់ព្រម", en: "Yes, go on" }
    agree_doc() { km: "យល់ព្រម ឬបន្តទៅមុខ។", en: "Agree, or go on." }
    save() { km: "រក្សាទុក", en: "Save" }
    save_doc() { km: "កត់ករណីនេះចូលសៀវភៅ។", en: "Log the case in the book." }
    go_on() { km: "បន្ត", en: "Go on" }
    go_on_doc() { km: "ទៅកន្លែងបន្ទាប់ ឬបើកសៀវភៅ។", en: "Go to the next field, or open the book." }
    to_the_list() { km: "ទៅបញ្ជី", en: "To the list" }
    to_the_list_doc() { km: "ចេញពីបន្ទាត់ស្វែងរក ទៅបញ្ជី។", en: "Leave the filter for the list." }
    clear_filter() { km: "លុបការស្វែងរក", en: "Clear filter" }
    clear_filter_doc() { km: "លុបការស្វែងរក បង្ហាញករណីទាំងអស់។", en: "Clear the filter and show all cases." }
    next_field() { km: "បន្ទាប់", en: "Next" }
    next_field_doc() { km: "ទៅកន្លែងបំពេញបន្ទាប់ (ឬសញ្ញាព្រួញចុះ)។", en: "Go to the next field (the arrow down does too)." }
    previous_field() { km: "ថយ", en: "Back" }
    previous_field_doc() { km: "ទៅកន្លែងបំពេញមុន (ឬសញ្ញាព្រួញឡើង)។", en: "Go to the field before (the arrow up does too)." }
    leave() { km: "បោះបង់", en: "Give up" }
    leave_doc() { km: "ចាកចេញពីទម្រង់។ បើបានសរសេរអ្វី វាសួរមុន។", en: "Leave the form. It asks first if something was typed." }
    close() { km: "បិទ", en: "Close" }
    close_doc() { km: "បិទ ហើយត្រឡប់ទៅវិញ។", en: "Close this and go back." }
    filter() { km: "ស្វែងរក", en: "Filter" }
    filter_doc() {
        km: "ស្វែងរកករណី៖ ពាក្យណាមួយ ឬ province:08 issue:WAIT severity:high status:open waited>120 since:2026-01-01។ ដាក់ - នៅមុខ ដើម្បីដកចេញ។",
        en: "Find cases: any words, or province:08 issue:WAIT severity:high status:open waited>120 since:2026-01-01. A - before a term leaves those out.",
    }
    read() { km: "អាន", en: "Read" }
    read_doc() { km: "អានករណីនេះទាំងមូល។", en: "Read the whole case." }
    go_in() { km: "ចូលមើល", en: "Go in" }
    go_in_doc() { km: "ចូលមើល៖ ខេត្ត រួចស្រុក រួចមូលដ្ឋានសុខាភិបាល រួចករណី។", en: "Go in: province, then district, then facility, then its cases." }
    go_back() { km: "ថយក្រោយ", en: "Back up" }
    go_back_doc() { km: "ថយមកកម្រិតខាងលើវិញ។", en: "Go back to the level above." }
    log_a_case() { km: "កត់ករណី", en: "Log a case" }
    log_a_case_doc() { km: "កត់ករណីថ្មីមួយ។", en: "Log a new case." }
    cases() { km: "ករណី", en: "Cases" }
    cases_doc() { km: "បង្ហាញបញ្ជីករណី។", en: "Show the list of cases." }
    hotspots() { km: "ចំណុចក្ដៅ", en: "Hotspots" }
    hotspots_doc() { km: "បង្ហាញកន្លែងដែលមានករណីច្រើនជាងគេ។", en: "Show where most cases come from." }
    help() { km: "ជំនួយ", en: "Help" }
    help_doc() { km: "បង្ហាញគ្រាប់ចុចទាំងនេះ។", en: "Show these keys." }
    undo() { km: "ត្រឡប់វិញ", en: "Undo" }
    undo_doc() { km: "ត្រឡប់វិញនូវអ្វីដែលតុនេះបានធ្វើចុងក្រោយ។", en: "Take back what this desk did last." }
    language() { km: "អង់គ្លេស", en: "Khmer" }
    language_doc() { km: "ប្ដូរភាសា ខ្មែរ ឬអង់គ្លេស។", en: "Switch between Khmer and English." }
    quit() { km: "ចេញ", en: "Quit" }
    quit_doc() { km: "ចាកចេញពី Wardbook។", en: "Leave Wardbook." }
    refresh() { km: "អានម្ដងទៀត", en: "Reload" }
    refresh_doc() { km: "អានសៀវភៅម្ដងទៀត។", en: "Read the book again." }
    next_screen() { km: "ទំព័របន្ទាប់", en: "Next screen" }
    next_screen_doc() { km: "ទៅទំព័របន្ទាប់។", en: "Go to the next screen." }
    previous_screen() { km: "ទំព័រមុន", en: "Last screen" }
    previous_screen_doc() { km: "ទៅទំព័រមុន។", en: "Go to the screen before." }
    up() { km: "ឡើង", en: "Up" }
    up_doc() { km: "ឡើងមួយបន្ទាត់។ ពីបន្ទាត់ដំបូងនៃបញ្ជីករណី ទៅការស្វែងរក។", en: "One row up; from the first case, to the filter." }
    down() { km: "ចុះ", en: "Down" }
    down_doc() { km: "ចុះមួយបន្ទាត់។", en: "One row down." }
    page_up() { km: "ឡើងមួយទំព័រ", en: "Page up" }
    page_up_doc() { km: "ឡើងមួយទំព័រ។", en: "One page up." }
    page_down() { km: "ចុះមួយទំព័រ", en: "Page down" }
    page_down_doc() { km: "ចុះមួយទំព័រ។", en: "One page down." }
    first() { km: "ដើម", en: "First" }
    first_doc() { km: "ទៅបន្ទាត់ដំបូង។", en: "Go to the first row." }
    last() { km: "ចុង", en: "Last" }
    last_doc() { km: "ទៅបន្ទាត់ចុងក្រោយ។", en: "Go to the last row." }
    all_are_shown() { km: "ករណីទាំងអស់បង្ហាញហើយ។", en: "All cases are shown already." }
    nothing_to_read() { km: "គ្មានករណីសម្រាប់អានទេ។", en: "There is no case to read." }
    some_key() { km: "គ្រាប់ចុច", en: "key" }

    // Layers.
    help_title() { km: "ជំនួយ៖ គ្រាប់ចុចនៅទីនេះ", en: "Help: the keys here" }
    help_on_issues() {
        km: "បញ្ហា៖ ចុចអក្សរដែលនៅមុខឈ្មោះ ម្ដងទៀតដើម្បីប្ដូរកម្រិតធ្ងន់ធ្ងរ រហូតដល់លុបចេញ។ ចម្លើយជ្រើស៖ ← → ឬលេខ។ ម៉ោង៖ 6h10, 06:10, ~11:40 (ប្រហែល)។",
        en: "Issues: press the letter before the name, and again for the next severity, until it is off. Choices: ← → or the number. Times: 6h10, 06:10, ~11:40 (about).",
    }
    yes_or_back() { km: "Enter យល់ព្រម   Esc ទេ", en: "Enter: yes   Esc: no" }
    enter_to_go_on() { km: "Enter បន្ត", en: "Enter: go on" }
    still_saving() { km: "កំពុងរក្សាទុក សូមរង់ចាំបន្តិច។", en: "Still saving: one moment." }
    quit_anyway_title() { km: "ចេញមែនទេ?", en: "Leave?" }
    quit_anyway() {
        km: "ក្នុងទម្រង់មានករណីដែលមិនទាន់រក្សាទុក។ បើចេញ អ្វីដែលបានសរសេរនឹងបាត់។ ចេញមែនទេ?",
        en: "The form holds a case that is not saved. If you leave, what you typed is lost. Leave?",
    }
    throw_away_title() { km: "បោះបង់មែនទេ?", en: "Throw it away?" }
    throw_away() {
        km: "ក្នុងទម្រង់មានករណីដែលមិនទាន់រក្សាទុក។ លុបអ្វីដែលបានសរសេរចោលមែនទេ?",
        en: "The form holds a case that is not saved. Throw away what you typed?",
    }
    undo_title() { km: "ត្រឡប់វិញមែនទេ?", en: "Take it back?" }
    undo_question() {
        km: "ត្រឡប់វិញនូវអ្វីដែលតុនេះបានធ្វើចុងក្រោយ (ការកត់ ការកែ ឬការនាំចូលមួយ) មែនទេ?",
        en: "Take back the last thing this desk did: one case logged, one correction or one import?",
    }
    undone(cases: &str) { km: "បានត្រឡប់វិញ។ ករណីដែលប្រែប្រួល៖ {cases}", en: "Taken back. Cases changed: {cases}" }
    undone_logged(cases: &str) { km: "បានត្រឡប់ការកត់វិញ។ ករណីដែលដកចេញ៖ {cases}", en: "Logging taken back. Cases removed: {cases}" }

    // The book.
    in_clear_title() { km: "សៀវភៅមិនបានការពារ", en: "The book is not encrypted" }
    in_clear() {
        km: "សៀវភៅនេះគ្មានពាក្យសម្ងាត់ និងមិនបានអ៊ិនគ្រីបទេ។ អ្នកណាដែលបានកុំព្យូទ័រនេះ អាចអានឈ្មោះ និងរឿងរបស់សមាជិកបាន។",
        en: "This book has no passphrase and is not encrypted. Whoever gets hold of this computer can read the members' names and stories.",
    }
    make_in_clear() {
        km: "បើគ្មានពាក្យសម្ងាត់ អ្នកណាក៏អាចអានឈ្មោះ និងរឿងរបស់សមាជិកក្នុងសៀវភៅនេះបានដែរ។ បង្កើតដោយគ្មានពាក្យសម្ងាត់មែនទេ?",
        en: "Without a passphrase anybody can read the members' names and stories in this book. Make it without one?",
    }
    entries_lost_title() { km: "សៀវភៅនេះចាស់ជាងមុន", en: "This book is older than it was" }
    entries_lost(entries: &str) {
        km: "កំណត់ត្រា {entries} ដែលបានសរសេរលើកុំព្យូទ័រនេះ លែងមានក្នុងសៀវភៅ។ ប្រហែលវាជាច្បាប់ចម្លង ឬច្បាប់បម្រុងទុកចាស់។ បើមានសៀវភៅថ្មីជាងនេះ សូមបើកមួយនោះ។",
        en: "{entries} entries that were written on this computer are no longer in the book. It may be an older copy or a restored backup. If there is a newer one, open that.",
    }
    backed_up() { km: "បានធ្វើច្បាប់បម្រុងទុកសម្រាប់ថ្ងៃនេះ។", en: "Today's backup is made." }
    not_backed_up(reason: &str) { km: "ធ្វើច្បាប់បម្រុងទុកមិនបាន។ {reason}", en: "No backup could be made. {reason}" }

    // First start.
    welcome() { km: "សូមស្វាគមន៍មកកាន់ Wardbook", en: "Welcome to Wardbook" }
    welcome_text() {
        km: "សៀវភៅសម្រាប់កត់បណ្ដឹងរបស់សមាជិកអំពីសេវាមន្ទីរពេទ្យ។ អ្វីៗនៅក្នុងកុំព្យូទ័រនេះ ហើយមិនត្រូវការអ៊ីនធឺណិតទេ។",
        en: "The casebook for members' complaints about hospital service. All of it stays on this computer, and it needs no internet.",
    }
    choose_make() { km: "បង្កើតសៀវភៅ", en: "Make a book" }
    choose_demo() { km: "មើលសៀវភៅគំរូ (ករណីប្រឌិត)", en: "Look at the demo (made-up cases)" }
    choose_quit() { km: "ចេញ", en: "Quit" }
    book_will_lie(path: &str) { km: "សៀវភៅនឹងទុកនៅ៖ {path}", en: "The book will lie at {path}" }
    book_lies(path: &str) { km: "សៀវភៅ៖ {path}", en: "Book: {path}" }
    switch_language() { km: "F3: ប្ដូរជាភាសាអង់គ្លេស (English)", en: "F3: switch to Khmer" }
    make_title() { km: "បង្កើតសៀវភៅ", en: "Make a book" }
    desk_code() { km: "កូដតុ", en: "Desk code" }
    officer_name() { km: "ឈ្មោះមន្ត្រី", en: "Your name" }
    passphrase() { km: "ពាក្យសម្ងាត់", en: "Passphrase" }
    again() { km: "ម្ដងទៀត", en: "Once more" }
    desk_hint() {
        km: "អក្សរឡាតាំង ២ ដល់ ៤ តួ ឧទាហរណ៍ KC។ លេខករណីរបស់អ្នកចាប់ផ្ដើមដោយកូដនេះ។ មន្ត្រីម្នាក់ៗមានកូដរៀងខ្លួន។",
        en: "2 to 4 Latin letters, such as KC. The numbers of your cases begin with it. Each officer needs a code of their own.",
    }
    officer_hint() { km: "ឈ្មោះអ្នក ជាអក្សរខ្មែរ ឬឡាតាំង។", en: "Your name, in Khmer or Latin letters." }
    passphrase_hint() {
        km: "ប្រើពាក្យបី ឬបួន ដែលអ្នកចាំបាន ហើយអ្នកដទៃទាយមិនត្រូវ។ គ្មានវា គ្មាននរណាបើកសៀវភៅបានទេ។",
        en: "Three or four words that you remember and others do not guess. Without it nobody opens the book.",
    }
    again_hint() { km: "វាយពាក្យសម្ងាត់ដដែលម្ដងទៀត រួចចុច Enter។", en: "Type the same passphrase once more, then press Enter." }
    passphrases_differ() { km: "ពាក្យសម្ងាត់ទាំងពីរមិនដូចគ្នា។ សូមវាយម្ដងទៀត។", en: "The two passphrases differ. Type them again." }
    making_book() { km: "កំពុងបង្កើតសៀវភៅ …", en: "Making the book …" }
    making_demo() { km: "កំពុងរៀបចំសៀវភៅគំរូ …", en: "Making the demo …" }
    code_title() { km: "លេខកូដសង្គ្រោះ៖ សូមកត់វាទុក", en: "The recovery code: write this down" }
    code_text() {
        km: "បើភ្លេចពាក្យសម្ងាត់ មានតែលេខកូដនេះទេ ដែលបើកសៀវភៅបាន។ សូមកត់លើក្រដាស ហើយទុកឆ្ងាយពីកុំព្យូទ័រ។",
        en: "If the passphrase is forgotten, only this code opens the book. Write it on paper and keep it away from the computer.",
    }
    code_warning() { km: "វាបង្ហាញតែម្ដងគត់។", en: "It is shown only this once." }
    quit_with_code() {
        km: "លេខកូដសង្គ្រោះបង្ហាញតែម្ដងគត់។ បើមិនទាន់បានកត់វាទេ សូមកុំចេញ។ ចេញមែនទេ?",
        en: "The recovery code is shown only this once. If it is not on paper yet, stay. Leave all the same?",
    }
    code_written() { km: "Enter: ខ្ញុំបានកត់ទុករួចហើយ", en: "Enter: I have written it down" }

    // A book that is not open.
    opening() { km: "កំពុងបើកសៀវភៅ …", en: "Opening the book …" }
    not_open_title() { km: "បើកសៀវភៅមិនបាន", en: "The book cannot be opened" }
    newest_backup(path: &str) { km: "ច្បាប់បម្រុងទុកថ្មីបំផុត៖ {path}", en: "The newest backup: {path}" }
    way_try_again() { km: "សាកម្ដងទៀត", en: "Try again" }
    way_restore() { km: "យកច្បាប់បម្រុងទុកថ្មីបំផុតមកវិញ", en: "Bring the newest backup back" }
    way_set_aside() { km: "ទុកសៀវភៅនេះដោយឡែក ហើយចាប់ផ្ដើមថ្មី", en: "Set this book aside and start anew" }
    set_aside_title() { km: "ទុកដោយឡែក", en: "Set aside" }
    set_aside_question() {
        km: "ឯកសាររបស់សៀវភៅនេះនឹងប្ដូរឈ្មោះ ហើយទុកនៅកន្លែងដដែល។ គ្មានអ្វីត្រូវលុបទេ។ បន្តមែនទេ?",
        en: "The files of this book get another name and stay where they are. Nothing is deleted. Go on?",
    }
    was_set_aside(path: &str) { km: "សៀវភៅឥឡូវនៅ {path}។ គ្មានអ្វីត្រូវបានលុបទេ។", en: "The book is now at {path}. Nothing was deleted." }
    restore_title() { km: "យកច្បាប់បម្រុងទុកមកវិញ", en: "Bring the backup back" }
    restore_question() {
        km: "ច្បាប់បម្រុងទុកនឹងជំនួសសៀវភៅ។ សៀវភៅដែលបើកមិនបាន ត្រូវទុកដោយឡែក មិនលុបទេ។ បន្តមែនទេ?",
        en: "The backup takes the book's place. The book that does not open is set aside, not deleted. Go on?",
    }
    was_restored() { km: "បានយកច្បាប់បម្រុងទុកមកវិញ។", en: "The backup is back." }

    // Cases.
    filter_label() { km: "ស្វែងរក /", en: "Filter /" }
    filter_empty() { km: "ចុច / ឬ F4", en: "press / or F4" }
    cases_counted(cases: &str) { km: "{cases} ករណី", en: "Cases: {cases}" }
    reading_book() { km: "កំពុងអាន …", en: "Reading …" }
    no_cases_yet() { km: "មិនទាន់មានករណីទេ។ ចុច F7 ដើម្បីកត់ករណីទីមួយ។", en: "No cases yet. Press F7 (or n) to log the first one." }
    nothing_found() { km: "រកមិនឃើញករណីណាមួយទេ។ ចុច Esc ដើម្បីបង្ហាញទាំងអស់។", en: "No case fits the filter. Press Esc to show them all." }
    enter_for_more() { km: "Enter: អានទាំងមូល", en: "Enter: read all" }
    column_number() { km: "លេខ", en: "Number" }
    column_visit() { km: "ថ្ងៃ", en: "Visit" }
    column_facility() { km: "កន្លែង", en: "Facility" }
    column_wait() { km: "រង់ចាំ", en: "Wait" }
    paid_sum(sum: &str) { km: "បានបង់ {sum}", en: "Paid {sum}" }
    no_consent() { km: "មិនទាន់សុំការយល់ព្រម", en: "No consent recorded" }
    story_erased() { km: "រឿង និងអត្តសញ្ញាណត្រូវបានលុបចេញ។", en: "Story and identity were erased." }
    no_story() { km: "មិនមានរឿងរ៉ាវ។", en: "No story was recorded." }

    // The form.
    form_title() { km: "កត់ករណីថ្មី   * ត្រូវតែបំពេញ", en: "Log a case   * must be filled in" }
    saving() { km: "កំពុងរក្សាទុក …", en: "Saving …" }
    last_saved(number: &str) { km: "បានរក្សាទុក {number}។ ករណីបន្ទាប់៖", en: "Saved {number}. The next case:" }
    saved(number: &str) { km: "បានរក្សាទុក៖ {number}", en: "Saved: {number}" }
    not_saved(count: &str) { km: "មិនទាន់រក្សាទុកទេ។ កន្លែងត្រូវកែ៖ {count}", en: "Not saved yet. To be put right: {count}" }
    not_saved_title() { km: "មិនបានរក្សាទុក", en: "Not saved" }
    waited(wait: &str) { km: "រង់ចាំ {wait}", en: "waited {wait}" }
    no_issue_yet() { km: "មិនទាន់មាន", en: "none yet" }
    agrees() { km: "យល់ព្រម", en: "Yes" }
    agrees_not() { km: "មិនយល់ព្រម", en: "No" }
    there_is() { km: "មាន", en: "Yes" }
    there_is_none() { km: "គ្មាន", en: "No" }
    not_asked() { km: "មិនទាន់សួរ", en: "Not asked" }
    why_asked_to_pay() { km: "មូលហេតុឱ្យបង់", en: "Why asked to pay" }
    looking() { km: "កំពុងរក …", en: "Looking …" }
    hint_facility() {
        km: "វាយឈ្មោះ ឬកន្លែង ជាអក្សរខ្មែរ ឬឡាតាំង៖ kossamak, កុសមៈ, health centre bat trang។",
        en: "Type a name or place, in Khmer or Latin letters: kossamak, health centre bat trang.",
    }
    hint_facility_chosen() { km: "ចុច ⌫ ដើម្បីជ្រើសកន្លែងផ្សេង។", en: "Press ⌫ to choose another one." }
    no_facility_found() { km: "រកមិនឃើញ។ សាកវាយតែមួយផ្នែកនៃឈ្មោះ ឬឈ្មោះឃុំ។", en: "None found. Try a part of the name, or the commune." }
    hint_visit() { km: "ថ្ងៃ/ខែ/ឆ្នាំ ឧទាហរណ៍ 3/10/2026 ឬ ថ្ងៃនេះ ឬ ម្សិលមិញ។", en: "Day/month/year, such as 3/10/2026; or today, yesterday." }
    example(severity: &str, example: &str) { km: "កម្រិត{severity}៖ {example}", en: "{severity}: {example}" }
    hint_issues() { km: "អក្សរ ឬ Enter៖ ដាក់ ប្ដូរកម្រិត លុប · Tab៖ បន្ទាប់", en: "Letter or Enter: on, next severity, off · Tab: next field" }
    hint_time() { km: "6h10, 06:10 ឬ 1810។ ដាក់ ~ មុខ បើប្រហែល៖ ~11:40", en: "6h10, 06:10 or 1810. A ~ before it means about: ~11:40" }
    hint_waited() { km: "បើមិនដឹងម៉ោង៖ 3h20 ឬ 45 នាទី។", en: "Where the times are not known: 3h20, or 45 min." }
    hint_paid() { km: "40000 ឬ $10។ ទុកទទេ បើមិនបានបង់។", en: "40000, or $10. Leave it empty if nothing was paid." }
    hint_member() {
        km: "មិនចាំបាច់។ នៅតែក្នុងសៀវភៅនេះ មិនចេញក្រៅដោយគ្មានការយល់ព្រមទេ។",
        en: "May stay empty. It stays in this book and does not leave it without consent.",
    }
    hint_evidence() { km: "តើដឹងរឿងនេះតាមអ្វី?", en: "How is it known?" }
    hint_employer() { km: "មិនចាំបាច់។ ជួយឱ្យឃើញថាបញ្ហាប៉ះដល់រោងចក្រណា។", en: "May stay empty. Shows whose workers are hit." }
    hint_remedy() { km: "តើសមាជិកចង់បានអ្វី? ឧទាហរណ៍ ប្រាក់វិញ ការសុំទោស។", en: "What does the member want? Money back, an apology …" }
    hint_claim() { km: "សម្រាប់ប្រាក់ឧបត្ថម្ភដែលមកយឺត។", en: "For an allowance that is late." }
    hint_choice() { km: "← → ឬលេខ ដើម្បីជ្រើស។ មិនចាំបាច់បំពេញទេ។", en: "← → or the number to choose. May stay empty." }
    hint_story() {
        km: "សរសេរអ្វីដែលបានកើតឡើង តាមពាក្យរបស់គាត់។ Enter៖ បន្ទាត់ថ្មី · Tab៖ បន្ទាប់",
        en: "What happened, in the member's own words. Enter: new line · Tab: next field",
    }

    // Hotspots.
    whole_country() { km: "កម្ពុជា", en: "Cambodia" }
    praise_apart() { km: "មិនរាប់ការសរសើរ", en: "praise not counted" }
    by_province() { km: "តាមខេត្ត", en: "by province" }
    by_district() { km: "តាមស្រុក", en: "by district" }
    by_facility() { km: "តាមមូលដ្ឋានសុខាភិបាល", en: "by facility" }
    counting() { km: "កំពុងរាប់ …", en: "Counting …" }
    total(cases: &str, open: &str) { km: "{cases} ករណី · មិនទាន់បិទ {open}", en: "Cases: {cases} · open: {open}" }
    median_of(wait: &str, timed: &str) { km: "រង់ចាំមេដ្យាន {wait} (n={timed})", en: "median wait {wait} (n={timed})" }
    no_hotspots_yet() { km: "មិនទាន់មានករណីសម្រាប់រាប់ទេ។ ចុច F7 ដើម្បីកត់ករណីទីមួយ។", en: "Nothing to count yet. Press F7 (or n) to log the first case." }
    column_name() { km: "ឈ្មោះ", en: "Name" }
    column_cases() { km: "ករណី", en: "Cases" }
    column_open() { km: "នៅបើក", en: "Open" }
    column_severe() { km: "ធ្ងន់", en: "Severe" }
    column_median() { km: "មេដ្យាន (n)", en: "Median (n)" }
    no_terminal() { km: "គ្មានទែរមីណាល់សម្រាប់បង្ហាញអេក្រង់ទេ។", en: "There is no terminal to draw the screens on." }
    no_terminal_hint() {
        km: "បើក wardbook ក្នុងទែរមីណាល់ ឬប្រើពាក្យបញ្ជា ឧទាហរណ៍ wardbook list។",
        en: "Start wardbook in a terminal, or use a command, such as wardbook list.",
    }
    terminal_failed(reason: &str) { km: "ទែរមីណាល់មានបញ្ហា៖ {reason}", en: "The terminal failed: {reason}" }
    worker_failed(said: &str) { km: "ផ្នែកមួយនៃកម្មវិធីបានខូច៖ {said}", en: "A part of the program failed: {said}" }
    demo_mark() { km: "គំរូ", en: "DEMO" }
    too_small() { km: "តូចពេក", en: "Too small" }
}
