//! What parties are called.

use crate::app::Session;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::party::Party;
use crate::i18n::Lang;
use crate::reference;

/// The name of a party in a language.
pub fn party_name(party: &Party, session: &Session, lang: Lang) -> String {
    let facility = party.facility().and_then(|id| session.facilities().get(id));
    party_called(party, facility.as_deref(), lang)
}

/// The same where its facility, if it is one, is known already.
pub fn party_called(party: &Party, facility: Option<&Facility>, lang: Lang) -> String {
    let in_province = |km: &'static str, en: &'static str, province: crate::domain::place::Province| {
        let name = reference::place(province).map_or_else(
            || province.to_string(),
            |place| lang.pick(&place.name_km, &place.name_en).to_owned(),
        );
        format!("{} {name}", lang.pick(km, en))
    };
    let at = |id: &FacilityId| {
        facility.filter(|known| known.id == *id).map_or_else(
            || id.to_string(),
            |facility| lang.pick(&facility.name_km, &facility.name_en).to_owned(),
        )
    };
    match party {
        Party::Facility(id) => at(id),
        Party::Agent(id) => format!("{} {}", lang.pick("ភ្នាក់ងារ ប.ស.ស. នៅ", "the NSSF agent at"), at(id)),
        Party::Nssf => {
            lang.pick("បេឡាជាតិសន្តិសុខសង្គម (ប.ស.ស.)", "the National Social Security Fund (NSSF)").to_owned()
        }
        Party::NssfBranch(province) => in_province("សាខា ប.ស.ស. ខេត្ត", "the NSSF branch of", *province),
        Party::HealthDepartment(province) => {
            in_province("មន្ទីរសុខាភិបាលខេត្ត", "the provincial health department of", *province)
        }
        Party::LabourDepartment(province) => {
            in_province("មន្ទីរការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈខេត្ត", "the provincial labour department of", *province)
        }
        Party::Board => lang.pick("ក្រុមប្រឹក្សាភិបាល ប.ស.ស.", "the governing body of the NSSF").to_owned(),
        Party::Employer(name) | Party::Other(name) => name.clone(),
        Party::HealthMinistry => lang.pick("ក្រសួងសុខាភិបាល", "the Ministry of Health").to_owned(),
        Party::LabourMinistry => lang
            .pick("ក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ", "the Ministry of Labour and Vocational Training")
            .to_owned(),
        Party::Regulator => lang.pick("និយ័តករសន្តិសុខសង្គម", "the Social Security Regulator").to_owned(),
    }
}
