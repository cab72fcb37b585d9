//! What went wrong at a made-up visit: issues with severities, what was paid, what is claimed.

use chrono::{Days, NaiveDate};

use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, PayReason, Payer, Severity, Stage};

use super::places::Site;
use super::random::Random;
use super::visit::Visit;

/// What else goes wrong than waiting, for holders of a card.
const WITH_CARD: [(IssueCode, u32); 13] = [
    (IssueCode::Disc, 15),
    (IssueCode::Refu, 6),
    (IssueCode::Pay, 15),
    (IssueCode::Med, 14),
    (IssueCode::Rude, 13),
    (IssueCode::Qual, 9),
    (IssueCode::Safe, 3),
    (IssueCode::Refr, 5),
    (IssueCode::Card, 7),
    (IssueCode::Info, 6),
    (IssueCode::Envr, 6),
    (IssueCode::Priv, 3),
    (IssueCode::Cash, 5),
];

/// The same for those who pay.
const WITHOUT_CARD: [(IssueCode, u32); 9] = [
    (IssueCode::Pay, 16),
    (IssueCode::Med, 12),
    (IssueCode::Rude, 20),
    (IssueCode::Qual, 18),
    (IssueCode::Safe, 6),
    (IssueCode::Refr, 7),
    (IssueCode::Info, 9),
    (IssueCode::Envr, 12),
    (IssueCode::Priv, 5),
];

/// The same for those whose card was refused.
const REFUSED: [(IssueCode, u32); 6] = [
    (IssueCode::Refu, 45),
    (IssueCode::Card, 22),
    (IssueCode::Pay, 14),
    (IssueCode::Disc, 9),
    (IssueCode::Rude, 6),
    (IssueCode::Info, 4),
];

/// A sum in riel and in cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Payment {
    pub(super) riel: u32,
    pub(super) cents: u32,
    pub(super) receipt: bool,
}

/// An allowance that is late.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    pub(super) on: NaiveDate,
    pub(super) riel: u32,
}

/// All that went wrong.
#[derive(Debug)]
pub(super) struct Trouble {
    /// The main one first.
    pub(super) issues: Vec<(IssueCode, Severity)>,
    pub(super) why: Option<PayReason>,
    pub(super) paid: Option<Payment>,
    pub(super) claim: Option<Claim>,
    harm: u32,
}

impl Trouble {
    pub(super) fn new(
        payer: Payer,
        is_praise: bool,
        visit: &Visit,
        visited_on: NaiveDate,
        random: &mut Random,
    ) -> Self {
        let codes = if is_praise { vec![IssueCode::Good] } else { codes(payer, visit, random) };
        let why = codes.contains(&IssueCode::Pay).then(|| why(payer, random));
        // Who could not pay the bill did not buy medicine outside either; else the sum is that of both.
        let pays = match why {
            Some(_) => random.percent(88),
            None => codes.contains(&IssueCode::Med) && random.percent(72),
        };
        let paid = pays.then(|| payment(why, random));
        let claim = codes.contains(&IssueCode::Cash).then(|| claim(visited_on, random));
        let issues: Vec<_> =
            codes.into_iter().map(|code| (code, severity(code, visit, paid, random))).collect();
        let harm = harm(&issues, random);
        Self { issues, why, paid, claim, harm }
    }

    pub(super) fn has(&self, code: IssueCode) -> bool {
        self.issues.iter().any(|(known, _)| *known == code)
    }

    /// Writes issues, sums and harm down, and the stage at which it went wrong.
    pub(super) fn fill(&self, draft: &mut Draft, site: &Site, random: &mut Random) {
        let issues = self.issues.iter().map(|&(code, severity)| match self.why {
            Some(why) if code == IssueCode::Pay => format!("{code}:{severity}:{why}"),
            _ => format!("{code}:{severity}"),
        });
        draft.set(Column::Issues, issues.collect::<Vec<_>>().join(";"));
        if let Some(paid) = self.paid {
            if paid.riel > 0 {
                draft.set(Column::PaidRiel, paid.riel.to_string());
            }
            if paid.cents > 0 {
                draft.set(Column::PaidUsd, dollars(paid.cents));
            }
            draft.set(Column::PaidReceipt, if paid.receipt { "yes" } else { "no" });
        }
        if let Some(claim) = self.claim {
            if random.percent(85) {
                draft.set(Column::ClaimedOn, claim.on.to_string());
            }
            draft.set(Column::ClaimedRiel, claim.riel.to_string());
        }
        draft.set(Column::Harm, self.harm.to_string());
        if random.percent(90)
            && let Some(&(code, _)) = self.issues.first()
        {
            draft.set(Column::Stage, stage(code, site.is_hospital, random).code());
        }
    }
}

/// Dollars as typed: `12.50`, or `12` where whole.
pub(super) fn dollars(cents: u32) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        part => format!("{}.{part:02}", cents / 100),
    }
}

fn codes(payer: Payer, visit: &Visit, random: &mut Random) -> Vec<IssueCode> {
    let waiting = match visit.waited {
        _ if visit.unseen => 90,
        None => 40,
        Some(0..60) => 0,
        Some(60..120) => 38,
        Some(120..=240) => 64,
        Some(_) => 88,
    };
    let others: &[(IssueCode, u32)] = match payer {
        Payer::Nssf | Payer::Hef => &WITH_CARD,
        Payer::Refused => &REFUSED,
        _ => &WITHOUT_CARD,
    };
    let wanted = random.weighted(&[(1, 63), (2, 25), (3, 9), (4, 3)], 1);
    let waiting = if payer == Payer::Refused { waiting / 3 } else { waiting };
    let mut codes = Vec::with_capacity(wanted);
    if random.percent(waiting) {
        codes.push(IssueCode::Wait);
    }
    // What is drawn twice is left out, so that a few have fewer issues than were wanted.
    for _ in codes.len()..wanted {
        let code = random.weighted(others, IssueCode::Rude);
        // The fund's allowances are not for those on the Health Equity Fund.
        if !codes.contains(&code) && (code, payer) != (IssueCode::Cash, Payer::Hef) {
            codes.push(code);
        }
    }
    if codes.is_empty() {
        codes.push(IssueCode::Rude);
    }
    codes
}

fn why(payer: Payer, random: &mut Random) -> PayReason {
    match payer {
        Payer::Nssf | Payer::Hef | Payer::Refused => random.weighted(
            &[
                (PayReason::Informal, 45),
                (PayReason::OverPackage, 22),
                (PayReason::NotCovered, 20),
                (PayReason::Unknown, 13),
            ],
            PayReason::Unknown,
        ),
        _ => random.weighted(&[(PayReason::Informal, 75), (PayReason::Unknown, 25)], PayReason::Unknown),
    }
}

/// `why` is none where only medicine was bought.
fn payment(why: Option<PayReason>, random: &mut Random) -> Payment {
    let usual = match why {
        Some(PayReason::Informal) => 20_000,
        Some(PayReason::OverPackage) => 120_000,
        Some(PayReason::NotCovered) => 80_000,
        Some(PayReason::Unknown) => 40_000,
        None => 30_000,
    };
    let factor = random.log_normal();
    let riel = usual / 1000 * factor / 1000 * factor;
    let riel = (riel / 500 * 500).max(2000);
    let receipts = if why == Some(PayReason::Informal) { 2 } else { 35 };
    let receipt = random.percent(receipts);
    // At some 4,000 riel a dollar, in quarters, as prices are put.
    let cents = (riel / 1000 * 25).max(50);
    match random.below(100) {
        0..12 => Payment { riel: 0, cents, receipt },
        12..16 if riel > 20_000 => Payment { riel: riel % 20_000 / 500 * 500, cents, receipt },
        _ => Payment { riel, cents: 0, receipt },
    }
}

fn claim(visited_on: NaiveDate, random: &mut Random) -> Claim {
    let days = u64::from(random.between(35, 190));
    let riel = 300_000 * (random.log_normal() / 10) / 100;
    Claim { on: visited_on.checked_sub_days(Days::new(days)).unwrap_or(visited_on), riel: riel / 500 * 500 }
}

fn severity(code: IssueCode, visit: &Visit, paid: Option<Payment>, random: &mut Random) -> Severity {
    use Severity::{High, Low, Medium};
    let by_anchor = match (code, visit.waited) {
        (IssueCode::Wait, _) if visit.unseen => Some(High),
        (IssueCode::Wait, Some(_)) => Some(code.suggested_severity(visit.waited)),
        (IssueCode::Good, _) => Some(Low),
        (IssueCode::Pay, _) => paid.map(|paid| match paid.riel + paid.cents * 40 {
            0..20_000 => Low,
            20_000..120_000 => Medium,
            _ => High,
        }),
        _ => None,
    };
    let weights = match code {
        IssueCode::Safe => [8, 37, 55],
        IssueCode::Refu | IssueCode::Refr => [12, 48, 40],
        IssueCode::Envr | IssueCode::Info => [42, 48, 10],
        _ => [28, 50, 22],
    };
    let table: Vec<_> = [Low, Medium, High].into_iter().zip(weights).collect();
    let drawn = random.weighted(&table, Medium);
    // Anchors guide, and an officer sometimes sees it otherwise.
    match by_anchor {
        Some(anchored) if code == IssueCode::Good || !random.percent(12) => anchored,
        _ => drawn,
    }
}

fn harm(issues: &[(IssueCode, Severity)], random: &mut Random) -> u32 {
    let is_unsafe = issues.iter().any(|(code, _)| *code == IssueCode::Safe);
    let is_praise = issues.iter().all(|(code, _)| *code == IssueCode::Good);
    if is_praise {
        return 0;
    }
    if is_unsafe {
        random.weighted(&[(1, 18), (2, 38), (3, 30), (4, 12), (5, 2)], 2)
    } else {
        random.weighted(&[(0, 71), (1, 18), (2, 9), (3, 2)], 0)
    }
}

fn stage(code: IssueCode, is_hospital: bool, random: &mut Random) -> Stage {
    use Stage::{
        Access, Admission, Consultation, Discharge, Examination, Other, Practice, Procedure, Referral, Ward,
    };
    let table: &[(Stage, u32)] = match (code, is_hospital) {
        (IssueCode::Wait | IssueCode::Refu | IssueCode::Card | IssueCode::Disc, true) => {
            &[(Admission, 68), (Examination, 24), (Ward, 5), (Discharge, 3)]
        }
        (IssueCode::Pay | IssueCode::Med, true) => {
            &[(Discharge, 45), (Ward, 25), (Procedure, 15), (Admission, 15)]
        }
        (IssueCode::Safe | IssueCode::Qual | IssueCode::Priv, true) => {
            &[(Ward, 34), (Examination, 34), (Procedure, 28), (Discharge, 4)]
        }
        (IssueCode::Refr, true) => &[(Discharge, 80), (Admission, 20)],
        (IssueCode::Cash, _) => &[(Other, 1)],
        (_, true) => &[(Ward, 34), (Admission, 30), (Examination, 28), (Discharge, 8)],
        (IssueCode::Wait | IssueCode::Refu | IssueCode::Card, false) => &[(Access, 80), (Practice, 20)],
        (IssueCode::Qual | IssueCode::Safe | IssueCode::Priv | IssueCode::Rude, false) => {
            &[(Consultation, 70), (Practice, 30)]
        }
        (IssueCode::Refr, false) => &[(Referral, 1)],
        (_, false) => &[(Practice, 50), (Access, 25), (Consultation, 25)],
    };
    random.weighted(table, Other)
}
