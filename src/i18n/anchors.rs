//! Anchored examples for each issue and severity, shown beside the form: they guide the officer, and never refuse
//! or recode. Ours, but for the hours of WAIT, which `domain::issue` follows.

use super::Lang;
use super::numbers::written;
use crate::domain::issue::IssueCode;
use crate::domain::values::Severity;

/// Low, medium and high, each in Khmer and in English.
type Scale = [(&'static str, &'static str); 3];

/// What such an issue of such a severity looks like.
pub fn anchor(code: IssueCode, severity: Severity, lang: Lang) -> &'static str {
    let [low, medium, high] = scale(code);
    let (km, en) = match severity {
        Severity::Low => low,
        Severity::Medium => medium,
        Severity::High => high,
    };
    written(km, en, lang)
}

/// The sums and spans are ours, to be moved as officers learn what is usual: no standard gives any.
#[rustfmt::skip]
fn scale(code: IssueCode) -> Scale {
    match code {
        IssueCode::Wait => [
            ("រង់ចាំតិចជាង ២ ម៉ោង", "Waited under 2 hours"),
            ("រង់ចាំពី ២ ទៅ ៤ ម៉ោង", "Waited 2 to 4 hours"),
            ("រង់ចាំលើសពី ៤ ម៉ោង ឬមិនបានពិនិត្យសោះ", "Waited over 4 hours, or was never seen"),
        ],
        IssueCode::Disc => [
            ("គេនិយាយចំអកចំអន់អំពីប័ណ្ណ ឬឱ្យឈរជួរផ្សេង តែមិនរង់ចាំយូរជាងគេ",
             "A remark about the card or a separate queue, but no longer wait"),
            ("គេពិនិត្យអ្នកបង់សាច់ប្រាក់មុន", "Patients who paid cash were seen first"),
            ("គេមិនឱ្យតេស្ត គ្រែ ឬការវះកាត់ដែលត្រូវការ ដោយសារប្រើប័ណ្ណ",
             "A test, a bed or an operation was held back because of the card"),
        ],
        IssueCode::Refu => [
            ("គេបង្វិលទៅបញ្ជរផ្សេង ឬឱ្យត្រឡប់មកវិញក្នុងថ្ងៃដដែល",
             "Sent to another counter, or told to come back later that day"),
            ("គេមិនទទួលប័ណ្ណ៖ ត្រូវបង់ប្រាក់ ឬមកថ្ងៃផ្សេង", "Card not taken: had to pay, or to come another day"),
            ("គេមិនទទួលព្យាបាល ទាំងដែលមានអាសន្ន ជិតសម្រាល ឬឈឺធ្ងន់",
             "Turned away in an emergency, in labour or gravely ill"),
        ],
        IssueCode::Pay => [
            ("បង់តិចជាង ៥០.០០០ រៀល", "Paid under 50,000 riel"),
            ("បង់ពី ៥០.០០០ ទៅ ២០០.០០០ រៀល", "Paid 50,000 to 200,000 riel"),
            ("បង់លើសពី ២០០.០០០ រៀល ត្រូវខ្ចីប្រាក់គេ ឬគេមិនព្យាបាលបើមិនបង់មុន",
             "Paid over 200,000 riel, had to borrow, or no care until it was paid"),
        ],
        IssueCode::Med => [
            ("ខ្វះថ្នាំមួយមុខ តែមានថ្នាំផ្សេងជំនួស", "One medicine was lacking, another was given instead"),
            ("ត្រូវទិញថ្នាំតាមវេជ្ជបញ្ជាពីខាងក្រៅ", "Had to buy prescribed medicine outside"),
            ("គ្មានថ្នាំសម្រាប់ជំងឺធ្ងន់ ឬត្រូវផ្អាកការព្យាបាល",
             "No medicine for a grave illness, or treatment broken off"),
        ],
        IssueCode::Rude => [
            ("ឆ្លើយកំបុតៗ ឬមិនរាក់ទាក់", "Curt or unfriendly answers"),
            ("ស្រែកគំហក ចំអក ឬសួរហើយមិនឆ្លើយ", "Shouted at, mocked, or questions left unanswered"),
            ("ជេរប្រមាថ គំរាម ប៉ះពាល់ដោយកម្រោល ឬហៅឱ្យជួយហើយមិនអើពើ",
             "Insulted, threatened, handled roughly, or a call for help ignored"),
        ],
        IssueCode::Qual => [
            ("ពិនិត្យប្រញាប់ប្រញាល់ តែការព្យាបាលត្រឹមត្រូវ", "A hurried examination, but the right treatment"),
            ("មិនបានពិនិត្យ ឬធ្វើតេស្តដែលត្រូវធ្វើ ហើយត្រូវទៅពេទ្យម្ដងទៀត",
             "No proper examination or test: had to go again"),
            ("មើលមិនឃើញជំងឺធ្ងន់ ឬមិនព្យាបាល រហូតជំងឺកាន់តែធ្ងន់",
             "A grave illness was missed or left, and got worse"),
        ],
        IssueCode::Safe => [
            ("មានកំហុស តែដឹងទាន់ និងគ្មានផលប៉ះពាល់", "A slip, noticed in time, without effect"),
            ("ឱ្យថ្នាំ ចំណុះ ឬតេស្តខុស ហើយត្រូវតាមដាន ឬព្យាបាលបន្ថែម",
             "A wrong drug, dose or test that called for watching or more treatment"),
            ("មានគ្រោះថ្នាក់ដល់ជីវិត របួសយូរ ឬគ្មានអ្នកជួយពេលមានអាសន្ន",
             "Danger to life, lasting harm, or nobody came in an emergency"),
        ],
        IssueCode::Refr => [
            ("លិខិតបញ្ជូន ឬរថយន្តយឺតប៉ុន្មានម៉ោង តែមិនបន្ទាន់", "Letter or ambulance some hours late, nothing urgent"),
            ("មិនឱ្យលិខិតបញ្ជូន៖ ខាតមួយថ្ងៃ ឬត្រូវបង់ប្រាក់នៅពេទ្យបន្ទាប់",
             "No referral letter: lost a day, or had to pay at the next hospital"),
            ("មិនបញ្ជូន ឬបញ្ជូនយឺត ទាំងដែលមានអាសន្ន", "Refused or late in an emergency"),
        ],
        IssueCode::Card => [
            ("ប្រព័ន្ធគាំង ឬទិន្នន័យខុស តែដោះស្រាយបានក្នុងថ្ងៃនោះ",
             "System down or data wrong, put right the same day"),
            ("គេមិនទទួលស្គាល់ប័ណ្ណ ឬអ្នកក្នុងបន្ទុក៖ ត្រូវបង់ប្រាក់ ឬមកម្ដងទៀត",
             "Card or dependant not recognised: had to pay or come again"),
            ("បាត់សិទ្ធិយូរសប្ដាហ៍ ទាំងដែលបានបង់ភាគទាន ឬព្យាបាលជំងឺធ្ងន់យឺត",
             "No entitlement for weeks though contributions were paid, or grave illness treated late"),
        ],
        IssueCode::Info => [
            ("គេមិនប្រាប់ថាត្រូវទៅកន្លែងណា ឬរង់ចាំប៉ុន្មាន", "Not told where to go or how long it takes"),
            ("សួរអំពីជំងឺ ការព្យាបាល ឬតម្លៃ តែគេមិនពន្យល់", "Asked about illness, treatment or cost, not answered"),
            ("គេប្រាប់មិនពិតអំពីសិទ្ធិ ឬការព្យាបាល ធ្វើឱ្យបាត់សេវា ឬខាតប្រាក់",
             "Told something false about rights or treatment, and lost care or money by it"),
        ],
        IssueCode::Envr => [
            ("បង្គន់កខ្វក់ គ្មានទឹក ឬគ្មានកន្លែងអង្គុយ", "Dirty toilets, no water or no seats"),
            ("ដេកពីរនាក់លើគ្រែមួយ ឬដេកតាមរានហាល", "Two to a bed, or a bed in the corridor"),
            ("ដាក់អ្នកប្រើប័ណ្ណនៅអគារដាច់ដោយឡែកដែលអន់ជាង ឬកខ្វក់ដល់អាចឆ្លងរោគ",
             "Card-holders kept in a worse building, or so dirty that illness can spread"),
        ],
        IssueCode::Priv => [
            ("ពិនិត្យ ឬសួរនៅកន្លែងដែលអ្នកដទៃឃើញ ឬឮ", "Examined or questioned where others see or hear"),
            ("យកជំងឺទៅប្រាប់អ្នកដទៃ ឬឱ្យផ្ដិតមេដៃដោយមិនពន្យល់",
             "Illness told to others, or a paper to sign without explanation"),
            ("ព្យាបាល ឬវះកាត់ដោយគ្មានការយល់ព្រម ឬដោយបង្ខំ", "Treated or operated on without consent or under pressure"),
        ],
        IssueCode::Cash => [
            ("យឺតតិចជាង ១ ខែ", "Under 1 month late"),
            ("យឺតពី ១ ទៅ ៣ ខែ", "1 to 3 months late"),
            ("យឺតលើសពី ៣ ខែ ឬគេបដិសេធដោយមិនប្រាប់មូលហេតុ", "Over 3 months late, or refused without a reason"),
        ],
        IssueCode::Good => [
            ("ល្អត្រង់ចំណុចណាមួយ", "One thing was done well"),
            ("ល្អពេញមួយដំណើរ", "The whole visit went well"),
            ("ជួយលើសពីការងារ ក្នុងគ្រាលំបាក", "Went out of their way in a hard moment"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::values::Coded;
    use crate::i18n::values::tests::{assert_texts, columns};

    #[test]
    fn every_issue_has_three_examples_in_both_languages() {
        let all: Vec<(IssueCode, Severity)> = IssueCode::ALL
            .iter()
            .flat_map(|&code| Severity::ALL.iter().map(move |&severity| (code, severity)))
            .collect();
        assert_eq!(all.len(), 45);
        assert_texts(&all, |(code, severity), lang| anchor(code, severity, lang));
        for (code, severity) in all {
            for lang in Lang::ALL {
                let width = columns(anchor(code, severity, lang));
                assert!(width <= 88, "{code} {severity}: {width}");
            }
        }
    }

    #[test]
    fn the_hours_of_a_wait_are_those_that_the_form_suggests() {
        for (minutes, mark) in [(119, "under 2"), (120, "2 to 4"), (240, "2 to 4"), (241, "over 4")] {
            let severity = IssueCode::Wait.suggested_severity(Some(minutes));
            assert!(anchor(IssueCode::Wait, severity, Lang::En).contains(mark), "{minutes}");
        }
    }
}
