//! What suspicions are called.

use super::Suspect;
use crate::i18n::Lang;
use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    own_name() { km: "ឈ្មោះសមាជិក", en: "the member's name" }
    own_number() { km: "លេខទូរស័ព្ទ ឬលេខសម្គាល់សមាជិក", en: "a number of the member's" }
    own_address() { km: "អាសយដ្ឋានសមាជិក", en: "the member's address" }
    organisation() { km: "និយោជក ឬសហជីពមូលដ្ឋាន", en: "an employer or a union local" }
    officer() { km: "ឈ្មោះមន្ត្រីសហជីព", en: "an officer of the union" }
    facility() { km: "មូលដ្ឋានសុខាភិបាលដែលឯកសារមិនបាននិយាយឈ្មោះ", en: "a facility that the document does not name" }
    name() { km: "អាចជាឈ្មោះមនុស្ស", en: "may be somebody's name" }
    number() { km: "អាចជាលេខទូរស័ព្ទ ឬលេខសម្គាល់", en: "may be a telephone or other number" }
    day() { km: "ថ្ងៃជាក់លាក់", en: "a day" }
    age() { km: "អាយុ ឬឆ្នាំកំណើត", en: "an age or a year of birth" }
    job() { km: "មុខងារការងារ", en: "a job" }
    address() { km: "ភូមិ ផ្លូវ ឬផ្ទះ", en: "a village, a street or a house" }
    contact() { km: "អ៊ីមែល គណនី ឬតំណ", en: "an e-mail address, an account or a link" }
}

impl Suspect {
    /// All, the surest first.
    pub const ALL: [Self; 13] = [
        Self::OwnName,
        Self::OwnNumber,
        Self::OwnAddress,
        Self::Organisation,
        Self::Officer,
        Self::Facility,
        Self::Name,
        Self::Number,
        Self::Day,
        Self::Age,
        Self::Job,
        Self::Address,
        Self::Contact,
    ];

    /// What it may be, in a few words.
    pub fn said(self, lang: Lang) -> &'static str {
        match self {
            Self::OwnName => own_name(lang),
            Self::OwnNumber => own_number(lang),
            Self::OwnAddress => own_address(lang),
            Self::Organisation => organisation(lang),
            Self::Officer => officer(lang),
            Self::Facility => facility(lang),
            Self::Name => name(lang),
            Self::Number => number(lang),
            Self::Day => day(lang),
            Self::Age => age(lang),
            Self::Job => job(lang),
            Self::Address => address(lang),
            Self::Contact => contact(lang),
        }
    }
}
