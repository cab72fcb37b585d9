//! First start.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

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
    switch_language(key: &str) { km: "{key}: ប្ដូរជាភាសាអង់គ្លេស (English)", en: "{key}: switch to Khmer" }
    make_title() { km: "បង្កើតសៀវភៅ", en: "Make a book" }
    desk_code() { km: "កូដការិយាល័យ", en: "Desk code" }
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
    passphrase_short() { km: "ពាក្យសម្ងាត់ខ្លីពេក៖ យ៉ាងតិច ៨ តួអក្សរ។ ពាក្យបី ឬបួន គឺល្អ។", en: "The passphrase is too short: 8 letters at least. Three or four words are good." }
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
}
