//! The sentences themselves, in both languages.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    // Of whom something is said, after "visits".
    with_nssf() { km: " ដោយប្រើប័ណ្ណ ប.ស.ស.", en: " with the card" }
    with_hef() { km: " ដោយប្រើប័ណ្ណសមធម៌", en: " with the equity card" }
    with_cash() { km: " ដោយបង់សាច់ប្រាក់", en: " paid in cash" }
    with_private() { km: " ដោយប្រើធានារ៉ាប់រងឯកជន", en: " with private insurance" }
    with_refused() { km: " ដែលគេមិនទទួលប័ណ្ណ", en: " where the card was refused" }
    with_unknown() { km: " ដែលមិនដឹងថាបង់ដោយអ្វី", en: " whose payer is not known" }
    before(day: &str) { km: " មុន{day}", en: " before {day}" }
    from(day: &str) { km: " ចាប់ពី{day}", en: " from {day} on" }
    at(name: &str) { km: " នៅ {name}", en: " at {name}" }

    // The same as people, in a sentence that compares them.
    they_with_nssf() { km: "អ្នកប្រើប័ណ្ណ ប.ស.ស.", en: "card-holders" }
    they_with_hef() { km: "អ្នកប្រើប័ណ្ណសមធម៌", en: "those with the equity card" }
    they_with_cash() { km: "អ្នកបង់សាច់ប្រាក់", en: "those who paid cash" }
    they_with_private() { km: "អ្នកប្រើធានារ៉ាប់រងឯកជន", en: "those with private insurance" }
    they_with_refused() { km: "អ្នកដែលគេមិនទទួលប័ណ្ណ", en: "those whose card was refused" }
    they_with_unknown() { km: "អ្នកដែលមិនដឹងថាបង់ដោយអ្វី", en: "those whose payer is not known" }
    they_before(day: &str) { km: "អ្នកដែលទៅមុន{day}", en: "those who came before {day}" }
    they_from(day: &str) { km: "អ្នកដែលទៅចាប់ពី{day}", en: "those who came from {day} on" }
    they_at(name: &str) { km: "អ្នកដែលទៅ {name}", en: "those at {name}" }
    everybody() { km: "អ្នកទាំងអស់", en: "all" }

    // Waits.
    longer(wait: &str) { km: "លើស {wait}", en: "longer than {wait}" }
    or_longer(wait: &str) { km: " {wait} ឬយូរជាងនេះ", en: "{wait} or longer" }
    waits_said(n: &str, among: &str, half: &str, tenth: &str) {
        km: "ក្នុងចំណោមការទៅពេទ្យ {n} លើក{among} ដែលដឹងថារង់ចាំប៉ុន្មាន ពាក់កណ្ដាលរង់ចាំ{half} ហើយមួយក្នុងដប់រង់ចាំ{tenth}។",
        en: "Of {n} timed visits{among}, half waited {half}, and one in ten {tenth}.",
    }
    waits_tied(n: &str, among: &str, half: &str) {
        km: "ក្នុងចំណោមការទៅពេទ្យ {n} លើក{among} ដែលដឹងថារង់ចាំប៉ុន្មាន យ៉ាងតិចពាក់កណ្ដាលរង់ចាំ{half} ហើយប្រាំបួនក្នុងដប់មិនរង់ចាំយូរជាងនេះទេ។",
        en: "Of {n} timed visits{among}, at least half waited {half}, and nine in ten no longer than that.",
    }
    waits_all_equal(n: &str, among: &str, wait: &str) {
        km: "ការទៅពេទ្យទាំង {n} លើក{among} ដែលដឹងថារង់ចាំប៉ុន្មាន រង់ចាំ {wait} ដូចគ្នា។",
        en: "All {n} timed visits{among} waited {wait}.",
    }
    waits_none(among: &str) {
        km: "មិនទាន់ដឹងថាការទៅពេទ្យ{among} រង់ចាំប៉ុន្មានទេ។",
        en: "No wait is known yet of visits{among}.",
    }
    waits_too_few(n: &str, among: &str) {
        km: "ដឹងរយៈពេលរង់ចាំតែ {n} លើកប៉ុណ្ណោះ{among}៖ តិចពេកមិនអាចនិយាយអ្វីបានទេ។",
        en: "Only {n} timed so far{among}: too few to say how long the wait is.",
    }
    all_complaints() { km: "ទាំងអស់ជាបណ្ដឹង។", en: "All of them are complaints." }
    all_observed() { km: "ទាំងអស់ជាការសង្កេត មិនមែនបណ្ដឹងទេ។", en: "All of them were observed; none is a complaint." }
    one_complaint(observed: &str) {
        km: "ក្នុងនោះ ១ លើកជាបណ្ដឹង និង {observed} លើកជាការសង្កេត។",
        en: "1 of them is a complaint; observed: {observed}.",
    }
    some_complaints(complaints: &str, observed: &str) {
        km: "ក្នុងនោះ {complaints} លើកជាបណ្ដឹង និង {observed} លើកជាការសង្កេត។",
        en: "{complaints} of them are complaints; observed: {observed}.",
    }

    // Comparisons.
    waited_longer(those: &str, others: &str, shift: &str) {
        km: "{those} ជាធម្មតារង់ចាំយូរជាង{others} {shift}។",
        en: "{those} typically waited {shift} longer than {others}.",
    }
    waited_shorter(those: &str, others: &str, shift: &str) {
        km: "{those} ជាធម្មតារង់ចាំខ្លីជាង{others} {shift}។",
        en: "{those} typically waited {shift} less than {others}.",
    }
    by_chance(chance: &str) {
        km: "បើគ្មានអ្វីខុសគ្នាទេ ភាពខុសគ្នាប៉ុណ្ណេះ ឬធំជាងនេះ ត្រូវបានឃើញ{chance}។",
        en: "If there were no difference, one this large or larger would be seen {chance}.",
    }
    waited_alike(those: &str, others: &str) {
        km: "មិនឃើញភាពខុសគ្នាច្បាស់ក្នុងការរង់ចាំរវាង{those} និង{others} ទេ។",
        en: "No clear difference in waiting is seen between {those} and {others}.",
    }
    alike_by_chance(chance: &str) {
        km: "ទោះគ្មានអ្វីខុសគ្នាក៏ដោយ ភាពខុសគ្នាប៉ុណ្ណេះ ឬធំជាងនេះ ត្រូវបានឃើញ{chance}។ នេះមិនបង្ហាញថាដូចគ្នាទេ។",
        en: "Even with none, one this large or larger would be seen {chance}. That does not show that they waited alike.",
    }
    spread_otherwise(those: &str, others: &str, chance: &str) {
        km: "{those} និង{others} ជាធម្មតារង់ចាំដូចគ្នា តែការរង់ចាំរាយប៉ាយខុសគ្នា។ បើគ្មានអ្វីខុសគ្នាទេ ភាពខុសគ្នាបែបនេះត្រូវបានឃើញ{chance}។",
        en: "{those} and {others} typically waited alike, but their waits are spread otherwise. If there were no difference, one like this would be seen {chance}.",
    }
    cannot_compare(n: &str, those: &str, others_n: &str, others: &str) {
        km: "មិនទាន់អាចប្រៀបធៀបបានទេ៖ ដឹងរយៈពេលរង់ចាំ {n} លើករបស់{those} និង {others_n} លើករបស់{others}។ ត្រូវការយ៉ាងតិច ៥ លើកម្ខាង។",
        en: "They cannot be compared yet: {n} timed visits of {those}, {others_n} of {others}. Each side needs at least 5.",
    }
    rarer_than_1000() { km: "តិចជាងម្ដងក្នុង ១.០០០ សំណាក", en: "less than once in 1,000 such samples" }
    once_in(times: &str) { km: "ប្រហែលម្ដងក្នុង {times} សំណាក", en: "about once in {times} such samples" }
    share_of_samples(share: &str) { km: "ក្នុងប្រហែល {share} នៃសំណាក", en: "in about {share} of such samples" }

    // Verdicts in a word.
    verdict_longer() { km: "យូរជាង", en: "longer" }
    verdict_shorter() { km: "ខ្លីជាង", en: "shorter" }
    verdict_alike() { km: "មិនឃើញភាពខុសគ្នាច្បាស់", en: "no clear difference" }
    verdict_none() { km: "មិនអាចប្រៀបធៀបបាន", en: "not comparable" }
    shift_said(shift: &str) { km: "ខុសគ្នា {shift}", en: "shift {shift}" }

    // Warnings.
    warn_estimated(among: &str, estimated: &str, n: &str) {
        km: "ការទៅពេទ្យ{among}៖ លើសពីមួយភាគបីនៃរយៈពេលរង់ចាំ ({estimated} ក្នុង {n}) គណនាពីម៉ោងប្រហាក់ប្រហែល",
        en: "visits{among}: over a third of the waits ({estimated} of {n}) rest on estimated times",
    }
    warn_officer(among: &str, count: &str, n: &str) {
        km: "ការទៅពេទ្យ{among}៖ មន្ត្រីម្នាក់កត់លើសពាក់កណ្ដាល ({count} ក្នុង {n})",
        en: "visits{among}: one officer recorded over half of them ({count} of {n})",
    }
    warn_employer(among: &str, count: &str, n: &str) {
        km: "ការទៅពេទ្យ{among}៖ លើសពាក់កណ្ដាលនៃករណី ({count} ក្នុង {n}) មកពីនិយោជកតែមួយ",
        en: "visits{among}: over half of the cases ({count} of {n}) come from one employer",
    }
    of_all(count: &str, n: &str) { km: "{count} ក្នុង {n}", en: "{count} of {n}" }
    warn_gathered(those_n: &str, among: &str, others_n: &str, others: &str) {
        km: "ទាំងពីរខាងមិនបានប្រមូលតាមរបៀបដូចគ្នាទេ៖ ការទៅពេទ្យ{among} មាន {those_n} លើកជាការសង្កេត ការទៅពេទ្យ{others} មាន {others_n} លើក។ ក្រៅពីនោះជាបណ្ដឹង ដែលសមាជិកជ្រើសរើសប្រាប់ដោយខ្លួនឯង",
        en: "the sides were gathered in different ways: observed were {those_n} timed visits{among}, and {others_n} timed visits{others}; the others are complaints, which members choose to tell",
    }
    warn_officers(those_n: &str, among: &str, others_n: &str, others: &str) {
        km: "ចំនួនមន្ត្រីដែលកត់ត្រា ខុសគ្នាពាក់កណ្ដាល ឬលើស៖ {those_n} នាក់កត់ការទៅពេទ្យ{among} និង {others_n} នាក់កត់ការទៅពេទ្យ{others}",
        en: "the number of reporting officers differs by half or more: {those_n} for visits{among}, {others_n} for visits{others}",
    }

    // Severe cases.
    severe_said(cases: &str, severe: &str, share: &str, low: &str, high: &str) {
        km: "ក្នុង {cases} ករណី មាន {severe} ករណីធ្ងន់ ({share})។ ដោយគិតពីភាពចៃដន្យ ភាគពី {low} ដល់ {high} ក៏ត្រូវនឹងតួលេខនេះដែរ (៩៥%)។",
        en: "{severe} of {cases} cases were severe ({share}). Allowing for chance, shares from {low} to {high} fit these figures (95% interval).",
    }
    severe_too_few(cases: &str) {
        km: "មានតែ {cases}៖ តិចពេកមិនអាចនិយាយអំពីភាគនៃករណីធ្ងន់បានទេ។",
        en: "Only {cases}: too few for a share of severe ones.",
    }

    // Rising.
    is_rising(recent: &str, usual: &str, chance: &str) {
        km: "កំពុងកើនឡើង៖ {recent} ក្នុង ២៨ ថ្ងៃចុងក្រោយ។ មុននេះមធ្យម {usual} ក្នុង ២៨ ថ្ងៃ។ បើគ្មានអ្វីប្រែប្រួលទេ ចំនួនប៉ុណ្ណេះ ឬច្រើនជាងនេះ ត្រូវបានឃើញ{chance}។",
        en: "Rising: {recent} in the last 28 days, after {usual} in 28 days before. If nothing had changed, so many or more would be seen {chance}.",
    }
    not_rising(recent: &str, usual: &str) {
        km: "មិនឃើញការកើនឡើងច្បាស់ទេ៖ {recent} ក្នុង ២៨ ថ្ងៃចុងក្រោយ។ មុននេះមធ្យម {usual} ក្នុង ២៨ ថ្ងៃ។",
        en: "No clear rise: {recent} in the last 28 days, after {usual} in 28 days before.",
    }
    rising_unknown(recent: &str) {
        km: "មាន {recent} ក្នុង ២៨ ថ្ងៃចុងក្រោយ៖ តិចពេកមិនអាចនិយាយថាកើនឡើងឬអត់ទេ។",
        en: "{recent} in the last 28 days: too few to say whether cases are rising.",
    }

    // The place on the funnel.
    funnel_inside(share: &str, overall: &str) {
        km: "ភាគធ្ងន់ {share} មិនឆ្ងាយពីភាគរួម {overall} ជាងអ្វីដែលភាពចៃដន្យអាចពន្យល់បានទេ។",
        en: "The severe share of {share} is no further from the overall {overall} than chance alone would bring it.",
    }
    funnel_above(share: &str, overall: &str, rare: &str) {
        km: "ភាគធ្ងន់ {share} ខ្ពស់ជាងភាគរួម {overall}។ បើភាគពិតស្មើភាគរួម ភាគខ្ពស់ប៉ុណ្ណេះត្រូវបានឃើញ{rare}។ នេះបង្ហាញកន្លែងត្រូវពិនិត្យមុន មិនមែនថាអ្នកណាខុសទេ។",
        en: "The severe share of {share} is above the overall {overall}. If it were truly like the overall one, a share so high would be seen {rare}. This says where to look first, not who is at fault.",
    }
    funnel_below(share: &str, overall: &str, rare: &str) {
        km: "ភាគធ្ងន់ {share} ទាបជាងភាគរួម {overall}។ បើភាគពិតស្មើភាគរួម ភាគទាបប៉ុណ្ណេះត្រូវបានឃើញ{rare}។",
        en: "The severe share of {share} is below the overall {overall}. If it were truly like the overall one, a share so low would be seen {rare}.",
    }
    rarer_than_40() { km: "តិចជាងម្ដងក្នុង ៤០ លើក", en: "less than once in 40 times" }
    rarer_than_1000_times() { km: "តិចជាងម្ដងក្នុង ១.០០០ លើក", en: "less than once in 1,000 times" }
    within_limits() { km: "ក្នុងព្រំដែន", en: "inside" }
    above_95() { km: "លើសព្រំដែន ៩៥%", en: "above the 95% limits" }
    above_998() { km: "លើសព្រំដែន ៩៩,៨%", en: "above the 99.8% limits" }
    below_95() { km: "ក្រោមព្រំដែន ៩៥%", en: "below the 95% limits" }
    below_998() { km: "ក្រោមព្រំដែន ៩៩,៨%", en: "below the 99.8% limits" }

    // Rates.
    per_residents(rate: &str, ends: &str, cases: &str, residents: &str, year: &str) {
        km: "{cases} គឺ {rate} ក្នុងប្រជាជន ១០០.០០០ នាក់ (៩៥%៖ {ends})។ ប្រជាជន {residents} នាក់ តាមជំរឿន {year}។",
        en: "{cases}, {rate} per 100,000 residents (95%: {ends}), of {residents} residents by the census of {year}.",
    }
    per_members(rate: &str, ends: &str, cases: &str, members: &str, day: &str, source: &str) {
        km: "{cases} គឺ {rate} ក្នុងសមាជិក ១.០០០ នាក់ (៩៥%៖ {ends})។ សមាជិក {members} នាក់ គិតត្រឹម{day} (ប្រភព៖ {source})។",
        en: "{cases}, {rate} per 1,000 members (95%: {ends}); number of members on {day}: {members} (source: {source}).",
    }
    few_cases() { km: "ករណីតិចពេក មិនអាចយកអត្រានេះមកវិនិច្ឆ័យទេ។", en: "Too few cases to judge by this rate." }
}
