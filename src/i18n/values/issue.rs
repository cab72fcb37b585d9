//! The issue codes: a short name for tables and buttons, and one line of meaning for the form and the last page of
//! a brief.

use super::{Meaning, named};
use crate::domain::issue::IssueCode;
use crate::i18n::Lang;

named! { IssueCode {
    Wait => "រង់ចាំយូរ", "Long wait";
    Disc => "រើសអើងដោយសារប័ណ្ណ", "Treated worse for card";
    Refu => "បដិសេធសេវា ឬប័ណ្ណ", "Care or card refused";
    Pay => "តម្រូវឱ្យបង់ប្រាក់", "Asked to pay";
    Med => "ខ្វះថ្នាំ", "Medicine lacking";
    Rude => "ឥរិយាបថមិនសមរម្យ", "Rude or ignored";
    Qual => "ព្យាបាលមិនបានល្អ", "Poor treatment";
    Safe => "កំហុស ឬគ្រោះថ្នាក់", "Error or harm";
    Refr => "បញ្ហាការបញ្ជូនបន្ត", "Referral or ambulance";
    Card => "បញ្ហាប័ណ្ណ ឬប្រព័ន្ធ", "Card or system";
    Info => "ព័ត៌មានខ្វះ ឬមិនពិត", "False or missing info";
    Envr => "កខ្វក់ ឬចង្អៀត", "Dirty or crowded";
    Priv => "ឯកជនភាព ឬការបង្ខំ", "Privacy or pressure";
    Cash => "ប្រាក់ឧបត្ថម្ភយឺត", "Allowance late";
    Good => "ការសរសើរ", "Praise";
} }

impl Meaning for IssueCode {
    fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Wait => {
                lang.pick("រង់ចាំយូរមុនបានពិនិត្យ (សូមកត់ម៉ោង)", "A long wait before being seen (record the times)")
            }
            Self::Disc => lang
                .pick("ត្រូវគេប្រព្រឹត្តមិនស្មើអ្នកដទៃ ដោយសារប្រើប័ណ្ណ", "Worse treatment than others because of the card"),
            Self::Refu => lang.pick("គេមិនព្រមព្យាបាល ឬមិនទទួលប័ណ្ណ", "Care refused, or the card not accepted"),
            Self::Pay => lang.pick(
                "គេឱ្យបង់ប្រាក់ (សូមកត់ចំនួន បង្កាន់ដៃ និងមូលហេតុ)",
                "Asked to pay (record the amount, the receipt and why)",
            ),
            Self::Med => lang.pick("ខ្វះថ្នាំ ឬត្រូវទិញថ្នាំពីខាងក្រៅ", "Medicine lacking, or bought outside"),
            Self::Rude => {
                lang.pick("និយាយមិនសមរម្យ មិនអើពើ ឬមិនស្ដាប់អ្នកជំងឺ", "Rude, or ignored or dismissed the patient")
            }
            Self::Qual => lang.pick("ពិនិត្យ ឬព្យាបាលមិនបានត្រឹមត្រូវ", "A poor examination or poor treatment"),
            Self::Safe => lang.pick(
                "មានកំហុស បង្កគ្រោះថ្នាក់ ឬគ្មានអ្នកជួយពេលត្រូវការ",
                "An error, harm, or no response when it was needed",
            ),
            Self::Refr => {
                lang.pick("គេមិនបញ្ជូនបន្ត ឬគ្មានរថយន្តសង្គ្រោះ ឬយឺតពេល", "Referral or ambulance refused or late")
            }
            Self::Card => lang.pick(
                "បញ្ហាប័ណ្ណ ប្រព័ន្ធ ឬសិទ្ធិទទួលសេវា ឬគេមិនទទួលស្គាល់អ្នកក្នុងបន្ទុក",
                "A problem of card, system or entitlement, or a dependant not recognised",
            ),
            Self::Info => lang.pick("គេមិនប្រាប់ព័ត៌មាន ឬប្រាប់មិនពិត", "Told nothing, or something false"),
            Self::Envr => {
                lang.pick("កន្លែងកខ្វក់ ចង្អៀត ឬដាក់អ្នកប្រើប័ណ្ណដាច់ដោយឡែក", "Dirty or crowded, or card-holders kept apart")
            }
            Self::Priv => lang
                .pick("មិនគោរពឯកជនភាព មិនសុំការយល់ព្រម ឬបង្ខំ", "No privacy, no consent asked, or put under pressure"),
            Self::Cash => lang.pick("ប្រាក់ឧបត្ថម្ភ ឬសំណងមកយឺត", "An allowance or compensation paid late"),
            Self::Good => {
                lang.pick("សេវាល្អ៖ រាប់ដោយឡែក ដើម្បីភាពយុត្តិធម៌", "Good service: counted apart, for fairness")
            }
        }
    }
}
