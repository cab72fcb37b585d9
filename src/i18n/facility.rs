//! What is said beside a facility's name: since when it is closed, or without a contract with the fund.

use super::Lang;
use super::dates::date;
use super::messages::messages;
use crate::domain::facility::{Contract, Facility};

messages! {
    pub const ALL_FACILITY;

    closed_since(day: &str) { km: "បិទតាំងពី {day}", en: "closed since {day}" }
    no_contract_since(day: &str) { km: "គ្មានកិច្ចសន្យា ប.ស.ស. តាំងពី {day}", en: "no contract with the fund since {day}" }
    contract_since(day: &str) { km: "មានកិច្ចសន្យា ប.ស.ស. តាំងពី {day}", en: "contract with the fund since {day}" }
}

/// What is to be known before something is logged or raised there; mostly nothing.
pub fn facility_notes(facility: &Facility, lang: Lang) -> Vec<String> {
    let closed = facility.closed_since.map(|since| closed_since(lang, &date(since, lang)));
    let contract = facility.contract.map(|contract| match contract {
        Contract::Ended(since) => no_contract_since(lang, &date(since, lang)),
        Contract::Since(since) => contract_since(lang, &date(since, lang)),
    });
    closed.into_iter().chain(contract).collect()
}
