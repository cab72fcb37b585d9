//! What went wrong and who was to pay, where the message says it in plain words: few and sure ones. Everything else about
//! the trouble is an officer's to hear out of the story.

use std::ops::Range;

use super::plain::Plain;
use super::{Reading, Sure};
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Payer};

const WAIT: [&str; 14] = [
    "waited long",
    "waited too long",
    "waited very long",
    "waited so long",
    "long wait",
    "wait too long",
    "wait long",
    "wait very long",
    "waited all day",
    "waited all morning",
    "រង់ចាំយូរ",
    "ចាំយូរ",
    "រង់ចាំពេញមួយថ្ងៃ",
    "រង់ចាំពេញមួយព្រឹក",
];
const PAY: [&str; 19] = [
    "asked me to pay",
    "asked us to pay",
    "asked for money",
    "asked me for money",
    "ask for money",
    "made me pay",
    "made us pay",
    "had to pay",
    "told me to pay",
    "demanded money",
    "wanted money",
    "ទារលុយ",
    "ទារប្រាក់",
    "ឱ្យបង់លុយ",
    "ឱ្យខ្ញុំបង់",
    "សុំលុយ",
    "ត្រូវបង់លុយ",
    "ឱ្យបង់",
    "ត្រូវបង់",
];
const MED: [&str; 16] = [
    "no medicine",
    "not have medicine",
    "no medicines",
    "ran out of medicine",
    "buy medicine outside",
    "bought medicine outside",
    "buy the medicine outside",
    "buy medicine at a pharmacy",
    "bought medicine at a pharmacy",
    "medicine from outside",
    "គ្មានថ្នាំ",
    "អត់ថ្នាំ",
    "អស់ថ្នាំ",
    "ទិញថ្នាំក្រៅ",
    "ទិញថ្នាំខាងក្រៅ",
    "ទិញថ្នាំពីក្រៅ",
];
const RUDE: [&str; 13] = [
    "shouted at",
    "yelled at",
    "was rude",
    "were rude",
    "very rude",
    "so rude",
    "scolded",
    "insulted",
    "ស្រែកដាក់",
    "ជេរ",
    "គំហក",
    "ស្ដីឱ្យ",
    "និយាយមិនសមរម្យ",
];
const REFU: [&str; 19] = [
    "refused my card",
    "refused the card",
    "refused my nssf",
    "refused nssf",
    "card was refused",
    "card refused",
    "did not accept the card",
    "did not accept my card",
    "didn't accept my card",
    "didn't accept the card",
    "don't accept nssf",
    "not accept nssf",
    "turned me away",
    "turned us away",
    "turned away",
    "មិនទទួលប័ណ្ណ",
    "មិនទទួលកាត",
    "មិនទទួល ប.ស.ស",
    "មិនព្រមទទួល",
];
const DISC: [&str; 8] = [
    "cash patients first",
    "people who paid went first",
    "those who paid went first",
    "who paid cash went first",
    "because of the card",
    "because i use nssf",
    "អ្នកបង់លុយមុន",
    "ពិនិត្យអ្នកបង់លុយ",
];

/// A wait that is an issue by its length, in minutes.
const LONG: u32 = 120;

/// Words that turn what follows into its opposite.
const NOT: [&str; 12] = [
    "not",
    "didn't",
    "did not",
    "wasn't",
    "weren't",
    "never",
    "nobody",
    "no one",
    "don't",
    "មិន",
    "អត់",
    "គ្មាននរណា",
];

/// The issues that the message names, and who was to pay. A wait of two hours or more is an issue by its length,
/// and a sum that was asked for is one.
pub fn read(
    plain: &Plain,
    waited: Option<&(u32, Range<usize>)>,
    asked: Option<&Range<usize>>,
) -> Vec<Reading> {
    let mut readings = Vec::new();
    let tables: [(IssueCode, &[&str]); 6] = [
        (IssueCode::Wait, &WAIT),
        (IssueCode::Disc, &DISC),
        (IssueCode::Refu, &REFU),
        (IssueCode::Pay, &PAY),
        (IssueCode::Med, &MED),
        (IssueCode::Rude, &RUDE),
    ];
    for (code, phrases) in tables {
        let said =
            plain.find_any(phrases).into_iter().chain(asked.filter(|_| code == IssueCode::Pay).cloned());
        let said = said.into_iter().find(|range| !is_denied(plain, range));
        let length = waited.filter(|_| code == IssueCode::Wait);
        let severity = code.suggested_severity(length.map(|(minutes, _)| *minutes));
        let value = format!("{code}:{severity}");
        match said {
            Some(range) => readings.push(plain.reading(Column::Issues, value, &range, Sure::Likely)),
            None => readings.extend(length.filter(|(minutes, _)| *minutes >= LONG).map(|(_, from)| {
                Reading { column: Column::Issues, value, from: from.clone(), sure: Sure::Likely }
            })),
        }
    }
    readings.extend(payer(plain));
    readings
}

fn is_denied(plain: &Plain, range: &Range<usize>) -> bool {
    let before = plain.before(range.start).trim_end();
    NOT.iter().any(|word| before.ends_with(word))
}

/// The card, where one is named; it was refused where the message says so.
fn payer(plain: &Plain) -> Option<Reading> {
    const NSSF: [&str; 9] =
        ["nssf", "n.s.s.f", "ប.ស.ស", "បសស", "ប ស ស", "បេឡាជាតិ", "insurance card", "ប័ណ្ណសន្តិសុខសង្គម", "កាតបេឡា"];
    const HEF: [&str; 8] =
        ["idpoor", "id poor", "equity card", "poor card", "ប័ណ្ណសមធម៌", "ប័ណ្ណក្រីក្រ", "បណ្ណក្រីក្រ", "កាតក្រីក្រ"];
    let is_refused = plain.find_any(&REFU).into_iter().any(|range| !is_denied(plain, &range));
    let first = |phrases: &[&str]| plain.find_any(phrases).into_iter().next();
    let (payer, range) = match (first(&NSSF), first(&HEF)) {
        (Some(card), None) if is_refused => (Payer::Refused, card),
        (Some(card), None) => (Payer::Nssf, card),
        (None, Some(card)) => (Payer::Hef, card),
        _ => return None,
    };
    Some(plain.reading(Column::Payer, payer.code(), &range, Sure::Likely))
}
