//! What may be held against a brief, and what its figures have to say to that, and no more.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Heading.
    heading() { km: "អ្វីដែលអាចមានគេជំទាស់ និងចម្លើយរបស់យើង", en: "What may be said against this, and our answer" }

    // Few cases.
    small() { km: "«ចំនួននេះតិចតួចពេក។»", en: "“The sample is small.”" }
    small_answer(cases: &str) {
        km: "មាន {cases} ករណី។ តួលេខណាដែលផ្អែកលើតិចជាង ៥ ករណី មិនត្រូវបានបង្ហាញទេ។ ភាគនីមួយៗមានចន្លោះ ៩៥% ដែលប្រាប់ថាភាពចៃដន្យអាចធ្វើឱ្យខុសប៉ុណ្ណា។",
        en: "It is {cases} cases. No figure rests on fewer than 5, and each share has its 95% interval, which says how far chance may have moved it."
    }
    small_severe(share: &str, ends: &str) {
        km: "ចំពោះករណីធ្ងន់ធ្ងរ ភាគគឺ {share} ហើយចន្លោះគឺ {ends}។",
        en: "Of severe cases the share is {share}, and the interval {ends}."
    }

    // Who complains chooses to.
    chosen() { km: "«មានតែអ្នកមិនពេញចិត្តទេដែលប្ដឹង។»", en: "“Only the discontented complain.”" }
    chosen_answer() {
        km: "ត្រឹមត្រូវ ហើយយើងមិននិយាយថាអ្នកជំងឺទាំងអស់ជួបបញ្ហានេះញឹកញាប់ប៉ុណ្ណាទេ។ យើងនិយាយថាវាបានកើតឡើង នៅទីណា និងពេលណា។ មានតែបញ្ជីរបស់មន្ទីរពេទ្យ និង ប.ស.ស. ទេ ដែលអាចប្រាប់ថាវាញឹកញាប់ប៉ុណ្ណា។",
        en: "That is so, and we do not say how often it happens to all patients. We say that it happened, where and in which months. How often, only the registers of hospitals and the fund can tell."
    }

    // Distorted.
    distorted() { km: "«ការរៀបរាប់នេះមិនពិត ឬបំផ្លើស។»", en: "“These accounts are distorted.”" }
    distorted_documents(cases: &str, of: &str) {
        km: "{cases} ករណី ក្នុង {of} មានឯកសារ រូបថត ឬបង្កាន់ដៃ សាក្សីពីរនាក់ ឬកំណត់ត្រាដែលសរសេរនៅពេលនោះ។",
        en: "{cases} of {of} cases rest on a document, photo or receipt, on two witnesses, or on a note made at the time."
    }
    distorted_hearsay(cases: &str) {
        km: "{cases} ករណីឮតៗគ្នា៖ យើងរាប់ តែមិនយកមករៀបរាប់ទេ។",
        en: "{cases} are hearsay: they are counted, and none is told as a story."
    }
    distorted_answer() {
        km: "ករណីនីមួយៗមានលេខ ហើយអាចពិនិត្យជាមួយគ្នាបាន នៅពេលសមាជិកយល់ព្រម។ ករណីណាដែលបង្ហាញថាជាការយល់ច្រឡំ នឹងត្រូវកត់ថាមិនត្រឹមត្រូវ។",
        en: "Each case has a number and can be examined together where its member agrees. One that proves to be a misunderstanding is recorded as not upheld."
    }

    // A single case.
    single() { km: "«នេះជាករណីដាច់ដោយឡែក។»", en: "“These are isolated cases.”" }
    single_answer(cases: &str, months: &str) {
        km: "{cases} ករណីនេះ កើតឡើងនៅមូលដ្ឋានសុខាភិបាលច្រើនជាងមួយ ក្នុងយ៉ាងតិច {months} ខែផ្សេងគ្នា។",
        en: "The {cases} cases come from more than one facility, and from at least {months} different months."
    }
    single_months(cases: &str, months: &str) {
        km: "{cases} ករណីនេះ កើតឡើងក្នុងយ៉ាងតិច {months} ខែផ្សេងគ្នា។",
        en: "The {cases} cases come from at least {months} different months."
    }

    // No difference between card and cash.
    alike() { km: "«គ្មានភាពខុសគ្នារវាងអ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់ទេ។»", en: "“There is no difference between card and cash.”" }
    alike_longer(card: &str, card_n: &str, cash: &str, cash_n: &str) {
        km: "ក្នុងករណីទាំងនេះ អ្នកប្រើប័ណ្ណរង់ចាំយូរជាង៖ មេដ្យាន {card} (n = {card_n}) ធៀបនឹង {cash} (n = {cash_n})។ នេះជាអ្នកដែលបានប្ដឹង។ ការវាស់អ្នកជំងឺទាំងអស់រយៈពេលមួយខែ នឹងបញ្ជាក់។",
        en: "In these cases card-holders waited longer: median {card} (n = {card_n}) against {cash} (n = {cash_n}). These are people who complained; measuring all patients for one month would settle it."
    }
    alike_none(card: &str, card_n: &str, cash: &str, cash_n: &str) {
        km: "តួលេខទាំងនេះមិនបង្ហាញភាពខុសគ្នាច្បាស់ក្នុងការរង់ចាំទេ៖ មេដ្យាន {card} (n = {card_n}) ធៀបនឹង {cash} (n = {cash_n})។ យើងមិនអះអាងថាមានទេ។ វាក៏មិនបង្ហាញថាដូចគ្នាដែរ។",
        en: "These figures show no clear difference in waiting: median {card} (n = {card_n}) against {cash} (n = {cash_n}). We claim none. They do not show that the waits are alike, either."
    }
    alike_shorter(card: &str, card_n: &str, cash: &str, cash_n: &str) {
        km: "ក្នុងករណីទាំងនេះ អ្នកប្រើប័ណ្ណរង់ចាំខ្លីជាង៖ មេដ្យាន {card} (n = {card_n}) ធៀបនឹង {cash} (n = {cash_n})។ យើងមិនអះអាងផ្ទុយពីនេះទេ។",
        en: "In these cases card-holders waited less long: median {card} (n = {card_n}) against {cash} (n = {cash_n}). We claim nothing else."
    }
    alike_unknown() {
        km: "ឯកសារនេះមិនអាចដាក់រយៈពេលរង់ចាំរបស់ទាំងពីរខាងទន្ទឹមគ្នាបានទេ ហើយយើងមិនអះអាងអ្វីអំពីវាទេ។",
        en: "This summary cannot hold the waits of both beside each other, and we claim nothing about them."
    }

    // Estimated times.
    guessed() { km: "«ម៉ោងទាំងនេះគ្រាន់តែជាការស្មាន។»", en: "“The times are guesses.”" }
    guessed_answer(estimated: &str, timed: &str) {
        km: "ត្រឹមត្រូវចំពោះ {estimated} ក្នុង {timed} រយៈពេលរង់ចាំ ហើយរយៈពេលទាំងនេះត្រូវអានជាតួលេខប្រហាក់ប្រហែល។ ម៉ោងជាក់លាក់មាននៅក្នុងបញ្ជីចុះឈ្មោះរបស់មន្ទីរពេទ្យ ហើយយើងសូមតួលេខនោះ។",
        en: "That is so for {estimated} of {timed} waits, and the waits are to be read as approximate. The hospitals’ registers can hold exact times, and we ask for those figures."
    }
    guessed_untold() {
        km: "ត្រឹមត្រូវចំពោះលើសពីមួយភាគបីនៃរយៈពេលរង់ចាំ ហើយរយៈពេលទាំងនេះត្រូវអានជាតួលេខប្រហាក់ប្រហែល។ ម៉ោងជាក់លាក់មាននៅក្នុងបញ្ជីចុះឈ្មោះរបស់មន្ទីរពេទ្យ ហើយយើងសូមតួលេខនោះ។",
        en: "That is so for over a third of the waits, and the waits are to be read as approximate. The hospitals’ registers can hold exact times, and we ask for those figures."
    }

    // One officer, one employer.
    one_officer() { km: "«ទាំងអស់នេះមកពីមន្ត្រីតែម្នាក់។»", en: "“This is one officer’s work.”" }
    one_officer_all() {
        km: "ត្រឹមត្រូវ៖ មន្ត្រីម្នាក់បានកត់ករណីទាំងអស់។ កម្រិតភស្តុតាងនៃករណី មាននៅខាងលើ ដើម្បីឱ្យអ្នកអានវិនិច្ឆ័យខ្លួនឯង។",
        en: "That is so: one officer logged all of the cases. How well they are supported stands above, for the reader to judge."
    }
    one_officer_most(officers: &str) {
        km: "មន្ត្រីម្នាក់បានកត់លើសពាក់កណ្ដាល ហើយមន្ត្រីទាំងអស់មាន {officers} នាក់។ កម្រិតភស្តុតាងនៃករណី មាននៅខាងលើ ដើម្បីឱ្យអ្នកអានវិនិច្ឆ័យខ្លួនឯង។",
        en: "One of {officers} officers logged over half of the cases. How well they are supported stands above, for the reader to judge."
    }
    one_employer() { km: "«ទាំងអស់នេះមកពីរោងចក្រតែមួយ។»", en: "“They all come from one factory.”" }
    one_employer_answer() {
        km: "លើសពាក់កណ្ដាលនៃករណីមកពីកន្លែងធ្វើការតែមួយ។ តួលេខទាំងនេះមិនតំណាងកម្មករទាំងអស់ទេ។",
        en: "Over half of the cases come from one workplace. The figures do not stand for all workers."
    }

    // No names.
    nameless() { km: "«គ្មានឈ្មោះ យើងមិនអាចពិនិត្យបានទេ។»", en: "“Without names nothing can be checked.”" }
    nameless_answer() {
        km: "សមាជិកជ្រើសរើសថាអ្វីត្រូវបានប្រាប់ ហើយអ្នកណាដឹងឈ្មោះ។ យើងអាចសួរសមាជិក ដើម្បីពិនិត្យករណីរបស់គាត់ជាមួយលោកអ្នក។",
        en: "Members choose what is told and who learns their name. We can ask a member to have a case examined with you."
    }
}
