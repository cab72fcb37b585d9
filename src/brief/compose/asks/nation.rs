//! What those can do who set and watch the fund's rules: the labour ministry and the Social Security Regulator. What is
//! done at a bedside is not in their power, and is not asked of them.

use crate::domain::issue::IssueCode as Of;

/// Of the Ministry of Labour and Vocational Training, by problem, in Khmer and in English.
#[rustfmt::skip]
pub(super) const LABOUR: [(Of, &str, &str); 7] = [
    (Of::Wait,
     "សូមសុំឱ្យ ប.ស.ស. រាយការណ៍រៀងរាល់ត្រីមាស អំពីរយៈពេលរង់ចាំរបស់អ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់ (មេដ្យាន និង n) ហើយផ្សព្វផ្សាយ។",
     "Ask the fund to report each quarter how long card-holders and cash patients wait (median and n), and publish it."),
    (Of::Disc,
     "សូមដាក់ភាពស្មើគ្នារវាងអ្នកប្រើប័ណ្ណ និងអ្នកបង់សាច់ប្រាក់ ក្នុងរបៀបវារៈនៃក្រុមប្រឹក្សាភិបាលរបស់ ប.ស.ស. ហើយប្រាប់លទ្ធផលមកយើង។",
     "Put the equal treatment of card-holders and cash patients on the agenda of the fund’s governing body, and tell us the outcome."),
    (Of::Refu,
     "សូមសុំឱ្យ ប.ស.ស. រាយការណ៍ថា មន្ទីរពេទ្យនីមួយៗបានបដិសេធប័ណ្ណប៉ុន្មានដង និងមូលហេតុ។",
     "Ask the fund to report how often each hospital did not accept a card, and why."),
    (Of::Pay,
     "សូមបញ្ជាក់ក្នុងប្រកាស ថាអ្នកប្រើប័ណ្ណមិនត្រូវបង់អ្វីខ្លះ និងទទួលប្រាក់ដែលមិនត្រូវបង់មកវិញដោយរបៀបណា។",
     "Make plain in the prakas what card-holders do not pay for, and how they get back what was not owed."),
    (Of::Card,
     "សូមសុំឱ្យ ប.ស.ស. រាយការណ៍ថា ប័ណ្ណរបស់កម្មករដែលនិយោជកបានបង់ភាគទាន ត្រូវបានបដិសេធប៉ុន្មានដង និងមូលហេតុ។",
     "Ask the fund to report how often the card of a worker whose employer has paid was rejected, and why."),
    (Of::Info,
     "សូមផ្សព្វផ្សាយដល់រោងចក្រ នូវអត្ថបទតែមួយជាភាសាខ្មែរអំពីអ្វីដែលប័ណ្ណធានា និងលេខទូរស័ព្ទ 1286 និង 1297។",
     "Bring to the factories one text in Khmer on what the card covers, with the hotlines 1286 and 1297."),
    (Of::Cash,
     "សូមសុំឱ្យ ប.ស.ស. រាយការណ៍ថា ប្រាក់ឧបត្ថម្ភត្រូវការប៉ុន្មានថ្ងៃ៖ មេដ្យាន ភាគរយទី ៩០ និង n។",
     "Ask the fund to report how many days allowances take: median, 90th percentile and n."),
];

/// Of the Social Security Regulator, by problem, in Khmer and in English.
#[rustfmt::skip]
pub(super) const REGULATOR: [(Of, &str, &str); 5] = [
    (Of::Refu,
     "សូមបញ្ជាក់ថា ការបដិសេធប័ណ្ណនៅមន្ទីរពេទ្យ ជាវិវាទដែលសមាជិកអាចដាក់ពាក្យបណ្ដឹង ឬអត់ ហើយគិតពេលពីថ្ងៃណា។",
     "Say whether a card refused at a hospital is a dispute that a member may bring, and from which day time runs."),
    (Of::Pay,
     "សូមបញ្ជាក់ថា សមាជិកដែលបានបង់ប្រាក់ដែលមិនត្រូវបង់ ត្រូវដាក់ពាក្យបណ្ដឹងដោយរបៀបណា និងត្រូវភ្ជាប់ឯកសារអ្វី។",
     "Say how a member who paid what was not owed brings a complaint, and which papers are needed."),
    (Of::Card,
     "សូមសុំឱ្យ ប.ស.ស. រាយការណ៍ថា ប័ណ្ណត្រូវបានបដិសេធប៉ុន្មានដង មូលហេតុអ្វី និងត្រូវការពេលប៉ុន្មានដើម្បីដោះស្រាយ។",
     "Ask the fund to report how often a card was rejected, why, and how long it took to clear."),
    (Of::Info,
     "សូមផ្សព្វផ្សាយជាភាសាខ្មែរ អំពីជំហាននៃការដាក់ពាក្យបណ្ដឹង និងរយៈពេលកំណត់។",
     "Publish in Khmer the steps of a complaint and their time limits."),
    (Of::Cash,
     "សូមសុំឱ្យ ប.ស.ស. រាយការណ៍ថា ប្រាក់ឧបត្ថម្ភត្រូវការប៉ុន្មានថ្ងៃ៖ មេដ្យាន ភាគរយទី ៩០ និង n។",
     "Ask the fund to report how many days allowances take: median, 90th percentile and n."),
];
