//! What the coded values of the contract are called, and what officers are told about them.
//!
//! Codes are never translated; names may be reworded at any time, since nothing stores them. Short enough for a
//! table: no name is wider than [`WIDEST`] columns.

mod attachment;
mod follow;
mod issue;

pub use follow::rebuttal_question;

use super::Lang;
use crate::domain::column::Column;
use crate::domain::facility::FacilityKind;
use crate::domain::issue::IssueCode;
use crate::domain::place::Level;
use crate::domain::promise::Fate;
use crate::domain::standing::{Answer, Mark, Turn};
use crate::domain::submission::Way;
use crate::domain::text::fold;
use crate::domain::values::{
    Channel, Coded, Evidence, MemberOutcome, PartyOutcome, PayReason, Payer, Purpose, Relation, Severity,
    Sex, Stage, Status, ToldBy,
};

/// The widest name, in columns of a terminal that gives every letter and every spacing vowel one.
pub const WIDEST: usize = 26;

/// What has a name on screen.
pub trait Named: Copy {
    /// The name, short enough for a table.
    fn name(self, lang: Lang) -> &'static str;
}

/// What has an explanation beside its name.
pub trait Meaning: Named {
    /// What is meant, in one line.
    fn meaning(self, lang: Lang) -> &'static str;
}

/// Gives every variant of an enum its two names. A variant left out does not compile.
macro_rules! named {
    ($type:ident { $($variant:ident => $km:literal, $en:literal;)+ }) => {
        impl $crate::i18n::values::Named for $type {
            fn name(self, lang: $crate::i18n::Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($km, $en)),+ }
            }
        }
    };
}
use named;

named! { Payer {
    Nssf => "ប័ណ្ណ ប.ស.ស.", "NSSF card";
    Hef => "ប័ណ្ណសមធម៌", "Equity card, IDPoor";
    Cash => "សាច់ប្រាក់", "Cash";
    Private => "ធានារ៉ាប់រងឯកជន", "Private insurance";
    Refused => "មិនទទួលប័ណ្ណ", "Card refused";
    Unknown => "មិនដឹង", "Not known";
} }

named! { Severity {
    Low => "ទាប", "Low";
    Medium => "មធ្យម", "Medium";
    High => "ខ្ពស់", "High";
} }

named! { PayReason {
    OverPackage => "លើសកញ្ចប់ ប.ស.ស.", "Above the package";
    NotCovered => "ក្រៅកញ្ចប់ ប.ស.ស.", "Not covered";
    Informal => "គ្មានវិក្កយបត្រ", "Without a bill";
    Unknown => "មិនដឹងមូលហេតុ", "Reason not known";
} }

named! { ToldBy {
    Member => "សមាជិក", "Member";
    Dependant => "អ្នកក្នុងបន្ទុក", "Dependant";
    Witness => "សាក្សី", "Witness";
    Officer => "មន្ត្រីសហជីព", "Union officer";
} }

named! { Channel {
    Meeting => "ប្រជុំ", "Meeting";
    Phone => "ទូរស័ព្ទ", "Telephone";
    Visit => "ចុះជួបផ្ទាល់", "Visit";
    Message => "សារ", "Message";
    Form => "ទម្រង់បែបបទ", "Form";
    Paper => "ក្រដាស", "Paper";
    Hotline => "លេខទូរស័ព្ទបន្ទាន់", "Hotline";
    Other => "ផ្សេងទៀត", "Other";
} }

named! { Relation {
    Myself => "សមាជិកផ្ទាល់", "The member";
    Spouse => "ប្ដី ឬប្រពន្ធ", "Spouse";
    Child => "កូន", "Child";
    Other => "អ្នកផ្សេង", "Somebody else";
} }

named! { Sex {
    Female => "ស្រី", "Female";
    Male => "ប្រុស", "Male";
    Other => "ផ្សេងទៀត", "Other";
} }

named! { Evidence {
    A => "ឯកសារ ឬរូបថត", "Document or photo";
    B => "សាក្សីពីរនាក់ ឬកំណត់ត្រា", "Two witnesses or a note";
    C => "ជួបប្រទះផ្ទាល់", "First-hand";
    D => "ឮគេតៗគ្នា", "Hearsay";
} }

named! { Purpose {
    Count => "រាប់ក្នុងតួលេខ", "Count in figures";
    Story => "រៀបរាប់ដោយលាក់ឈ្មោះ", "Story without name";
    Name => "ប្រាប់ឈ្មោះដល់ភាគី", "Name to the party";
    Media => "ប្រាប់សារព័ត៌មាន", "Tell the press";
} }

named! { Status {
    New => "ថ្មី", "New";
    Confirmed => "បានបញ្ជាក់", "Confirmed";
    Raised => "បានដាក់ជូន", "Raised";
    Answered => "បានឆ្លើយ", "Answered";
    Closed => "បានបិទ", "Closed";
    Withdrawn => "បានដកវិញ", "Withdrawn";
} }

named! { PartyOutcome {
    Upheld => "ទទួលស្គាល់", "Upheld";
    Partly => "ទទួលស្គាល់មួយផ្នែក", "Upheld in part";
    NotUpheld => "មិនទទួលស្គាល់", "Not upheld";
    NoAnswer => "គ្មានចម្លើយ", "No answer";
} }

named! { MemberOutcome {
    Solved => "ដោះស្រាយរួច", "Solved";
    Partly => "ដោះស្រាយបានមួយផ្នែក", "Solved in part";
    NotSolved => "មិនបានដោះស្រាយ", "Not solved";
    NotAsked => "មិនទាន់បានសួរ", "Not asked yet";
} }

named! { Stage {
    Admission => "ការទទួលចូលពេទ្យ", "Admission";
    Examination => "ពិនិត្យ និងរកជំងឺ", "Examination";
    Ward => "ថែទាំក្នុងបន្ទប់សម្រាក", "Care on the ward";
    Procedure => "វះកាត់ ឬអន្តរាគមន៍", "Operation or procedure";
    Discharge => "ចេញពីពេទ្យ ឬផ្ទេរ", "Discharge or transfer";
    Other => "ផ្សេងទៀត", "Other";
    Access => "ការទៅរកសេវា", "Getting to see someone";
    Practice => "នៅក្នុងមណ្ឌលសុខភាព", "At the health centre";
    Consultation => "ពេលពិគ្រោះជំងឺ", "Consultation";
    Referral => "តាមដាន ឬបញ្ជូនបន្ត", "Follow-up or referral";
} }

named! { FacilityKind {
    NationalHospital => "មន្ទីរពេទ្យជាតិ", "National hospital";
    ProvincialHospital => "មន្ទីរពេទ្យបង្អែកខេត្ត", "Provincial hospital";
    ReferralHospital => "មន្ទីរពេទ្យបង្អែក", "Referral hospital";
    HealthCentre => "មណ្ឌលសុខភាព", "Health centre";
    HealthPost => "ប៉ុស្តិ៍សុខភាព", "Health post";
    PrivateHospital => "មន្ទីរពេទ្យឯកជន", "Private hospital";
    PrivateClinic => "គ្លីនិកឯកជន", "Private clinic";
} }

named! { Level {
    Province => "ខេត្ត", "Province";
    District => "ស្រុក", "District";
    Commune => "ឃុំ", "Commune";
} }

impl Named for Column {
    fn name(self, lang: Lang) -> &'static str {
        super::columns::label(self, lang)
    }
}

impl Meaning for Evidence {
    fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::A => lang.pick(
                "មានឯកសារ រូបថត បង្កាន់ដៃ ឬសន្លឹកលេខរង់ចាំ។",
                "There is a document, a photo, a receipt or a queue slip.",
            ),
            Self::B => lang.pick(
                "មានសាក្សីពីរនាក់ដែលមិនពាក់ព័ន្ធគ្នា ឬកំណត់ត្រាដែលសរសេរភ្លាមនៅពេលនោះ។",
                "Two witnesses who do not depend on each other, or a note made at the time.",
            ),
            Self::C => {
                lang.pick("អ្នកប្រាប់បានជួបប្រទះ ឬឃើញដោយផ្ទាល់ភ្នែក។", "The person who tells it lived it or saw it.")
            }
            Self::D => lang.pick(
                "ឮពីអ្នកដទៃ៖ រាប់ក្នុងតួលេខបាន តែមិនយកទៅរៀបរាប់ទេ។",
                "Heard from others: counted, but never told as a story.",
            ),
        }
    }
}

/// How an officer asks a member for consent to a purpose. បងប្អូន is how the union speaks to its members,
/// whatever their age and sex.
pub fn question(purpose: Purpose, lang: Lang) -> &'static str {
    match purpose {
        Purpose::Count => lang.pick(
            "តើបងប្អូនយល់ព្រមឱ្យយើងរាប់ករណីនេះក្នុងតួលេខ ដែលសហជីពបង្ហាញដល់អ្នកក្រៅ ដែរឬទេ? ក្នុងតួលេខគ្មានឈ្មោះបងប្អូនទេ។",
            "May we count your case in the figures that the union shows to others? Your name is not in them.",
        ),
        Purpose::Story => lang.pick(
            "តើបងប្អូនយល់ព្រមឱ្យយើងរៀបរាប់រឿងនេះប្រាប់គេ ដោយលាក់ឈ្មោះ និងអ្វីៗដែលអាចឱ្យគេស្គាល់បងប្អូន ដែរឬទេ?",
            "May we tell your story to others, without your name or anything that gives you away?",
        ),
        Purpose::Name => lang.pick(
            "តើបងប្អូនយល់ព្រមឱ្យយើងប្រាប់ឈ្មោះបងប្អូន ដល់មន្ទីរពេទ្យ ឬស្ថាប័នដែលយើងដាក់ករណីនេះជូន ដែរឬទេ?",
            "May we give your name to the hospital or office with which we raise your case?",
        ),
        Purpose::Media => lang.pick(
            "តើបងប្អូនយល់ព្រមឱ្យយើងនិយាយអំពីករណីនេះជាមួយអ្នកសារព័ត៌មាន ដែរឬទេ?",
            "May we talk about your case with journalists?",
        ),
    }
}

/// What a level of harm (0–5) is called; nothing beyond.
pub fn harm(level: u8, lang: Lang) -> Option<&'static str> {
    const LEVELS: [(&str, &str); 6] = [
        ("គ្មាន", "none"),
        ("តិចបំផុត", "minimal"),
        ("តិចតួច", "minor"),
        ("មធ្យម", "moderate"),
        ("ធ្ងន់ធ្ងរ", "major"),
        ("ធ្ងន់ធ្ងរបំផុត", "catastrophic"),
    ];
    LEVELS.get(usize::from(level)).map(|(km, en)| lang.pick(km, en))
}

/// What a table of values ([`Coded::TABLE`]) is called inside a sentence. A table without a name of its own is
/// called by its code.
pub fn table_name(table: &'static str, lang: Lang) -> &'static str {
    match table {
        "turn" => lang.pick("វេន", "whose turn it is"),
        "mark" => lang.pick("សញ្ញា", "a mark"),
        "answer" => lang.pick("ចម្លើយ", "an answer"),
        "way" => lang.pick("មធ្យោបាយ", "how it was raised"),
        "fate" => lang.pick("លទ្ធផលនៃការសន្យា", "what came of a promise"),
        "party" => lang.pick("ភាគី", "a party"),
        "payer" => lang.pick("អ្នកបង់ប្រាក់", "who pays"),
        "severity" => lang.pick("កម្រិតធ្ងន់ធ្ងរ", "severity"),
        "why" => lang.pick("មូលហេតុឱ្យបង់ប្រាក់", "the reason for the payment"),
        "told_by" => lang.pick("អ្នកផ្ដល់ព័ត៌មាន", "who told it"),
        "channel" => lang.pick("មធ្យោបាយទទួលព័ត៌មាន", "how it came"),
        "relation" => lang.pick("អ្នកជំងឺ", "who the patient is"),
        "sex" => lang.pick("ភេទអ្នកជំងឺ", "the patient's sex"),
        "evidence" => lang.pick("ភស្តុតាង", "evidence"),
        "consent" => lang.pick("ការយល់ព្រម", "consent"),
        "status" => lang.pick("ស្ថានភាព", "status"),
        "party_outcome" => lang.pick("លទ្ធផលពីភាគី", "the party's outcome"),
        "member_outcome" => lang.pick("លទ្ធផលតាមសមាជិក", "the member's outcome"),
        "stage" => lang.pick("ដំណាក់កាល", "the stage of care"),
        "issue" => lang.pick("បញ្ហា", "the issue"),
        "column" => lang.pick("ជួរឈរ", "the columns"),
        other => other,
    }
}

/// The name of a code in a table known by name only, as in an error.
pub fn name_of_code(table: &str, code: &str, lang: Lang) -> Option<&'static str> {
    fn of<T: Coded + Named>(table: &str, code: &str, lang: Lang) -> Option<&'static str> {
        (table == T::TABLE).then(|| T::parse(code).ok().map(|value| value.name(lang)))?
    }
    if (table, code) == (Status::TABLE, "open") {
        return Some(lang.pick("មិនទាន់បិទ", "Open"));
    }
    of::<Payer>(table, code, lang)
        .or_else(|| of::<Severity>(table, code, lang))
        .or_else(|| of::<PayReason>(table, code, lang))
        .or_else(|| of::<ToldBy>(table, code, lang))
        .or_else(|| of::<Channel>(table, code, lang))
        .or_else(|| of::<Relation>(table, code, lang))
        .or_else(|| of::<Sex>(table, code, lang))
        .or_else(|| of::<Evidence>(table, code, lang))
        .or_else(|| of::<Purpose>(table, code, lang))
        .or_else(|| of::<Status>(table, code, lang))
        .or_else(|| of::<PartyOutcome>(table, code, lang))
        .or_else(|| of::<MemberOutcome>(table, code, lang))
        .or_else(|| of::<Stage>(table, code, lang))
        .or_else(|| of::<Turn>(table, code, lang))
        .or_else(|| of::<Mark>(table, code, lang))
        .or_else(|| of::<Answer>(table, code, lang))
        .or_else(|| of::<Way>(table, code, lang))
        .or_else(|| of::<Fate>(table, code, lang))
        .or_else(|| of::<IssueCode>(table, code, lang))
        .or_else(|| of::<Column>(table, code, lang))
}

/// The code whose name, in either language, was typed in its place; of a name with two halves, `Equity card, IDPoor`, one is
/// enough.
pub fn code_of_name(table: &str, known: &[&'static str], typed: &str) -> Option<&'static str> {
    let typed = fold(typed);
    known.iter().copied().find(|code| {
        Lang::ALL
            .into_iter()
            .filter_map(|lang| name_of_code(table, code, lang))
            .any(|name| fold(name) == typed || name.split(", ").any(|half| fold(half) == typed))
    })
}

#[cfg(test)]
pub(super) mod tests;
