//! From what the demo's members are put together: common names, villages, prefixes of telephone numbers.

pub(super) use crate::reference::names::{FAMILY, MEN, Name, WOMEN};

/// Names of villages that are found in many communes.
pub(super) const VILLAGES: [Name; 16] = [
    ("ថ្មី", "Thmei"),
    ("ត្រពាំងឈូក", "Trapeang Chhuk"),
    ("កណ្ដាល", "Kandal"),
    ("ស្វាយជ្រុំ", "Svay Chrum"),
    ("ព្រៃទា", "Prey Tea"),
    ("ចំការដូង", "Chamkar Doung"),
    ("បឹងវែង", "Boeng Veng"),
    ("ត្នោតជ្រុំ", "Tnaot Chrum"),
    ("ព្រែកតូច", "Preaek Touch"),
    ("អំពិល", "Ampil"),
    ("ទួលពង្រ", "Tuol Pongro"),
    ("ដើមស្លែង", "Daeum Slaeng"),
    ("ស្រែជ្រៅ", "Srae Chrov"),
    ("ក្បាលថ្នល់", "Kbal Thnal"),
    ("ចាស់", "Chas"),
    ("កោះត្បូង", "Kaoh Tboung"),
];

/// Prefixes of mobile numbers that six digits follow.
pub(super) const PREFIXES: [&str; 20] = [
    "010", "011", "012", "015", "016", "017", "069", "070", "077", "078", "081", "086", "087", "089", "092",
    "093", "095", "098", "099", "061",
];
