//! What actions are called in the footer, and what they do, for the help.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    choose() { km: "ជ្រើស", en: "Choose" }
    choose_doc() { km: "ជ្រើសយកអ្វីដែលសញ្ញា > ចង្អុល។", en: "Take what the marker > points at." }
    agree() { km: "យល់ព្រម", en: "Yes" }
    agree_doc() { km: "ឆ្លើយថា យល់ព្រម។", en: "Answer yes." }
    decline() { km: "ទេ", en: "No" }
    decline_doc() { km: "ឆ្លើយថា ទេ។", en: "Answer no." }
    turn() { km: "ចម្លើយផ្សេង", en: "Other answer" }
    turn_doc() { km: "ទៅចម្លើយមួយទៀត។", en: "Go to the other answer." }
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
    leave_doc() { km: "ចាកចេញពីទម្រង់នេះ។", en: "Leave this form." }
    leave_form() { km: "ទុកជាព្រាង", en: "Keep as draft" }
    leave_form_doc() {
        km: "ចាកចេញពីទម្រង់។ អ្វីដែលបានសរសេរ ទុកជាសេចក្ដីព្រាង។",
        en: "Leave the form. What was typed waits as a draft.",
    }
    continue_draft() { km: "បន្តព្រាង", en: "Go on with draft" }
    continue_draft_doc() { km: "បន្តសរសេរសេចក្ដីព្រាងថ្មីបំផុត។", en: "Go on with the newest draft." }
    throw_away() { km: "លុបចោល", en: "Throw away" }
    throw_away_doc() {
        km: "លុបអ្វីដែលបានសរសេរក្នុងទម្រង់ចោល។ អាចយកមកវិញបានភ្លាមៗ។",
        en: "Throw away what was typed into the form. It can be brought back at once.",
    }
    story_done() { km: "ទៅទម្រង់វិញ", en: "Back to form" }
    story_done_doc() { km: "ត្រឡប់ទៅទម្រង់វិញ។ អ្វីដែលបានសរសេរ នៅដដែល។", en: "Go back to the form. What was written stays." }
    edit_elsewhere() { km: "កម្មវិធីផ្សេង", en: "Own editor" }
    edit_elsewhere_doc() {
        km: "សរសេររឿងក្នុងកម្មវិធីដែល EDITOR កំណត់ បើការកំណត់អនុញ្ញាត។",
        en: "Write the story in the program that EDITOR names, where the settings allow it.",
    }
    close() { km: "បិទ", en: "Close" }
    close_doc() { km: "បិទ ហើយត្រឡប់ទៅវិញ។", en: "Close this and go back." }
    filter() { km: "ស្វែងរក", en: "Filter" }
    filter_doc() {
        km: "ស្វែងរកករណី៖ ពាក្យណាមួយ ឬ province:08 issue:WAIT payer:nssf severity:high status:open turn:tell urgent:yes waited>120 since:2026-01-01។ ដាក់ - នៅមុខ ដើម្បីដកចេញ។",
        en: "Find cases: any words, or province:08 issue:WAIT payer:nssf severity:high status:open turn:tell urgent:yes waited>120 since:2026-01-01. A - before a term leaves those out.",
    }
    sort() { km: "តម្រៀប", en: "Sort" }
    sort_doc() { km: "តម្រៀបបញ្ជីតាមថ្ងៃ តាមកន្លែង តាមការរង់ចាំ ឬតាមអ្វីផ្សេង។", en: "Sort the list by visit, facility, wait and more." }
    open() { km: "បើក", en: "Open" }
    open_doc() { km: "បើកអ្វីដែលសញ្ញា > ចង្អុល។", en: "Open what the marker > points at." }
    more() { km: "ប្ដូរ", en: "Change" }
    more_doc() { km: "យកតម្លៃបន្ទាប់។", en: "Take the next value." }
    less() { km: "តម្លៃមុន", en: "Value before" }
    less_doc() { km: "យកតម្លៃមុន។", en: "Take the value before." }
    today() { km: "ថ្ងៃនេះ", en: "Today" }
    today_doc() { km: "បង្ហាញការងារថ្ងៃនេះ៖ សេចក្ដីព្រាង និងករណីថ្មីៗ។", en: "Show today: drafts, the newest cases, what is rising." }
    settings() { km: "ការកំណត់", en: "Settings" }
    settings_doc() { km: "ប្ដូរភាសា ពណ៌ លេខ និងអ្វីផ្សេងទៀត។", en: "Change language, colours, digits and more." }
    palette() { km: "ពាក្យបញ្ជា", en: "Commands" }
    palette_doc() { km: "ស្វែងរកពាក្យបញ្ជាតាមឈ្មោះ ហើយធ្វើវា។", en: "Find any command by its name, and run it." }
    messages() { km: "សារមុនៗ", en: "Past messages" }
    messages_doc() { km: "បង្ហាញសារដែលបានឃើញរួច។", en: "Show the messages that have gone by." }
    suspend() { km: "ផ្អាក", en: "Suspend" }
    suspend_doc() { km: "ផ្អាកកម្មវិធី ត្រឡប់ទៅទែរមីណាល់ (បើកវិញដោយ fg)។", en: "Suspend the program; the shell's fg brings it back." }
    read() { km: "អាន", en: "Read" }
    read_doc() { km: "អានករណីនេះទាំងមូល។", en: "Read the whole case." }
    go_in() { km: "ចូលមើល", en: "Go in" }
    go_in_doc() { km: "ចូលមើល៖ ខេត្ត រួចស្រុក រួចមូលដ្ឋានសុខាភិបាល រួចករណី។", en: "Go in: province, then district, then facility, then its cases." }
    measure() { km: "រង្វាស់", en: "Measure" }
    measure_doc() { km: "ជ្រើសអ្វីដែលផែនទី និងចំណាត់ថ្នាក់បង្ហាញ៖ ករណី អត្រា ភាគធ្ងន់ ការរង់ចាំ ឬបញ្ហាមួយ។", en: "Choose what map and ranking show: cases, rates, severe share, wait, or one issue." }
    period() { km: "រយៈពេល", en: "Period" }
    period_doc() { km: "ជ្រើសរយៈពេលដែលត្រូវរាប់។", en: "Choose which period is counted." }
    map() { km: "ផែនទី", en: "Map" }
    map_doc() { km: "បង្ហាញ ឬលាក់ផែនទី។", en: "Show or hide the map." }
    funnel() { km: "ក្រាហ្វជីវឡាវ", en: "Funnel" }
    funnel_doc() {
        km: "បង្ហាញ ឬលាក់ក្រាហ្វជីវឡាវ៖ ភាគនៃករណីធ្ងន់ធៀបនឹងចំនួនករណី និងព្រំដែលភាពចៃដន្យអាចពន្យល់បាន។",
        en: "Show or hide the funnel: severe share against number of cases, with the limits of what chance explains.",
    }
    day_of_change() { km: "មុន និងក្រោយ", en: "Before/after" }
    day_of_change_doc() { km: "ជ្រើសថ្ងៃសម្រាប់ប្រៀបធៀបមុន និងក្រោយ។", en: "Pick the day for before and after." }
    go_back() { km: "ថយក្រោយ", en: "Go back" }
    go_back_doc() { km: "ថយមកកម្រិតខាងលើវិញ។", en: "Go back to the level above." }
    log_a_case() { km: "កត់ករណី", en: "Log a case" }
    log_a_case_doc() { km: "កត់ករណីថ្មីមួយ។", en: "Log a new case." }
    cases() { km: "ករណី", en: "Cases" }
    cases_doc() { km: "បង្ហាញបញ្ជីករណី។", en: "Show the list of cases." }
    hotspots() { km: "ចំណុចក្ដៅ", en: "Hotspots" }
    hotspots_doc() { km: "បង្ហាញកន្លែងដែលមានករណីច្រើនជាងគេ។", en: "Show where most cases come from." }
    raise() { km: "លើកជូនភាគី", en: "Raise" }
    raise_doc() {
        km: "ធ្វើឯកសារអំពីករណីទាំងនេះ ជូនបេឡា ក្រសួង ឬមន្ទីរពេទ្យ។",
        en: "Make a document of these cases for the fund, a ministry or a hospital.",
    }
    write_document() { km: "រក្សាទុក", en: "Write file" }
    write_document_doc() { km: "រក្សាទុកឯកសារនេះក្នុងកុំព្យូទ័រ។", en: "Write the document to a file." }
    open_document() { km: "បើកឯកសារ", en: "Open file" }
    open_document_doc() { km: "បើកឯកសារដែលទើបរក្សាទុក។", en: "Open the file that was just written." }
    no_document_yet() { km: "មិនទាន់មានឯកសារដែលបានរក្សាទុកទេ។", en: "No file has been written yet." }
    next_step_of_raise() { km: "ជំហានបន្ទាប់", en: "Next step" }
    next_step_of_raise_doc() { km: "ទៅជំហានបន្ទាប់៖ ជ្រើសរើស ពិនិត្យ អានមើល ដាក់ជូន។", en: "Go to the next step: choose, check, read, submit." }
    step_before() { km: "ជំហានមុន", en: "Step before" }
    step_before_doc() { km: "ទៅជំហានមុន។", en: "Go to the step before." }
    change() { km: "ប្ដូរ", en: "Change" }
    change_doc() { km: "ប្ដូរអ្វីដែលសញ្ញា > ចង្អុល៖ តម្លៃបន្ទាប់ ឬ លុប/ទុកពាក្យ។", en: "Change what the marker > points at: the next value, or strike or keep the words." }
    help() { km: "ជំនួយ", en: "Help" }
    help_doc() { km: "បង្ហាញគ្រាប់ចុចទាំងនេះ។", en: "Show these keys." }
    undo() { km: "ដកវិញ", en: "Undo" }
    undo_doc() { km: "ដកវិញនូវអ្វីដែលការិយាល័យនេះបានធ្វើចុងក្រោយ។", en: "Take back what this desk did last." }
    language_doc() { km: "ប្ដូរភាសា ខ្មែរ ឬអង់គ្លេស។", en: "Switch between Khmer and English." }
    quit() { km: "ចេញ", en: "Quit" }
    quit_doc() { km: "ចាកចេញពី Wardbook។", en: "Leave Wardbook." }
    refresh() { km: "អានម្ដងទៀត", en: "Reload" }
    refresh_doc() { km: "អានសៀវភៅម្ដងទៀត។", en: "Read the book again." }
    next_screen() { km: "ទំព័របន្ទាប់", en: "Next screen" }
    next_screen_doc() { km: "ទៅទំព័របន្ទាប់។", en: "Go to the next screen." }
    previous_screen() { km: "ទំព័រមុន", en: "Previous screen" }
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

    // Keys of the settings.
    unknown_action(action: &str) { km: "គ្មានពាក្យបញ្ជាឈ្មោះ `{action}` ទេ។", en: "No action is called `{action}`." }
    unknown_key(action: &str, key: &str) { km: "`{key}` របស់ `{action}` មិនមែនជាគ្រាប់ចុចទេ។", en: "`{key}`, given for `{action}`, is no key." }
    key_twice(key: &str, one: &str, other: &str) {
        km: "គ្រាប់ចុច `{key}` ធ្វើពីរយ៉ាងនៅកន្លែងតែមួយ៖ `{one}` និង `{other}`។",
        en: "The key `{key}` would do two things in one place: `{one}` and `{other}`.",
    }
    no_key_left(action: &str) {
        km: "`{action}` គ្មានគ្រាប់ចុចដែលប្រើបាននៅគ្រប់ទីកន្លែងទេ។ កន្លែងដែលវាយអក្សរ អក្សរតែឯងមិនអាចប្រើជាគ្រាប់ចុចបានទេ។",
        en: "`{action}` would be without a key in some places: where text is typed, a letter alone is none.",
    }
    key_edits_text(key: &str, action: &str) {
        km: "គ្រាប់ចុច `{key}` កែអក្សរដែលវាយ មិនអាចប្រើសម្រាប់ `{action}` បានទេ។",
        en: "The key `{key}` edits what is typed, so it cannot be given to `{action}`.",
    }
    keys_hint() {
        km: "សូមកែផ្នែក [keys] ក្នុងឯកសារការកំណត់។ ឈ្មោះពាក្យបញ្ជាមានក្នុង docs/KEYS.md។",
        en: "Mend the section [keys] of the settings file; docs/KEYS.md has the names of all actions.",
    }
}
