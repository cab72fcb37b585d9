//! Whom the demo's officer speaks to. The offices are real ones; the people are not: they bear names of fruits and herbs,
//! and telephone numbers that nobody should have.

use crate::domain::clock::Clocks;
use crate::domain::party::{Contact, Described};

/// Somebody at a party: name, role, telephone.
type Person = (&'static str, &'static str, &'static str);

/// A party with whom one speaks to there, and how many working days it has for its answer.
const PARTIES: [(&str, u32, &[Person]); 14] = [
    (
        "facility:N00003",
        20,
        &[
            ("វេជ្ជ. សណ្ដាន់ ក្រសាំង", "នាយក", "023 000 101"),
            ("Krouch Thlong", "head of registration", "012 000 102"),
        ],
    ),
    ("facility:N00002", 20, &[("Dr. Tralach Kandol", "deputy director", "023 000 111")]),
    ("facility:H080801", 20, &[("Dr. Mkak Prey", "director", "024 000 121")]),
    ("facility:H050101", 20, &[("វេជ្ជ. ព្នៅ ខ្វិត", "នាយក", "025 000 131")]),
    ("agent:N00003", 10, &[("Khnhei Slekkrey", "NSSF agent", "011 000 141")]),
    ("agent:H080801", 10, &[("ម្រះព្រៅ ជីនាង", "ភ្នាក់ងារ ប.ស.ស.", "011 000 142")]),
    ("nssf-branch:12", 20, &[("Romdeng Khchey", "head of branch", "023 000 151")]),
    ("nssf-branch:08", 20, &[("រំចេក ស្លឹកគ្រៃ", "ប្រធានសាខា", "024 000 152")]),
    ("nssf-branch:05", 20, &[("Teab Barang", "head of branch", "025 000 153")]),
    ("phd:08", 20, &[("Dr. Phnheav Khvet", "director of the department", "024 000 161")]),
    (
        "nssf",
        20,
        &[
            ("Lmut Sirey", "director of health care benefits", "1286"),
            ("ដូងក្រអូប ស្វាយចន្ទី", "មន្ត្រីបណ្ដឹង", "023 000 171"),
        ],
    ),
    ("ssr", 30, &[("Kuy Chantrea-Daeum", "complaints desk", "023 000 181")]),
    ("moh", 20, &[("Dr. Tnaot Chruk", "department of hospital services", "023 000 191")]),
    ("mlvt", 20, &[("ត្រសក់ផ្អែម ឪឡឹក", "អធិការការងារ", "1297")]),
];

/// What is known of parties.
pub(super) fn described() -> Vec<Described> {
    let contact = |&(name, role, reach): &Person| Contact {
        name: name.to_owned(),
        role: role.to_owned(),
        reach: reach.to_owned(),
    };
    let described = |&(party, answer, people): &(&str, u32, &[Person])| {
        let plain = Described::plain(party.parse().ok()?);
        let contacts = people.iter().map(contact).collect();
        Some(Described { contacts, clocks: Clocks { answer, ..Clocks::default() }, ..plain })
    };
    PARTIES.iter().filter_map(described).collect()
}
