//! What keys do where somebody is told what came of a complaint.

use uuid::Uuid;

use super::case::{carry_out, screen};
use super::follow::{ENTER, answered, day, deed, letter, reading_this};
use super::*;
use crate::domain::join::Witnessed;
use crate::domain::values::{Evidence, MemberOutcome, ToldBy};
use crate::tui::effect::Deed;

#[test]
fn whom_to_call_is_shown_only_when_asked_for() {
    const PHONE: &str = "012 345 678";
    let mut model = reading_this(Lang::En, answered());
    press(&mut model, letter('p'));
    assert!(!screen(&mut model).contains(PHONE));
    let effects = press(&mut model, letter('1'));
    assert!(matches!(&effects[..], [Effect::Read(Query::Member(_), _)]));
    answer(&mut model, effects);
    assert!(
        screen(&mut model).contains(&format!("Telephone {PHONE} · safe: not on record")),
        "{}",
        screen(&mut model)
    );
    // Told, and it is not solved: the case stays open unless the officer says otherwise.
    press(&mut model, letter('4'));
    let effects = press(&mut model, ENTER);
    let expected = Deed::Tell { outcome: MemberOutcome::NotSolved, closes: false, witness: None };
    assert!(*deed(&effects) == expected);
    carry_out(&mut model, &effects);
    // Solved: it is closed with it.
    press(&mut model, letter('p'));
    press(&mut model, letter('2'));
    let effects = press(&mut model, ENTER);
    assert!(*deed(&effects) == Deed::Tell { outcome: MemberOutcome::Solved, closes: true, witness: None });
    // Not reached.
    press(&mut model, letter('p'));
    assert!(screen(&mut model).contains("Could not be reached (try 1 of 3)"));
    let effects = press(&mut model, letter('6'));
    assert!(*deed(&effects) == Deed::Try(None));
}

/// Joined into it were a second complaint of the member and one of somebody else.
#[test]
fn whoever_else_complained_is_told_before_the_case_closes() {
    const PHONE: &str = "012 345 678";
    let [twice, other] = [2, 3].map(|number| CaseNumber::new(&"KC".parse().unwrap(), number));
    let joined = |number: &CaseNumber, case: u128, independent: bool| Witnessed {
        case: Uuid::from_u128(case),
        number: number.clone(),
        told_by: ToldBy::Member,
        independent,
        evidence: Evidence::C,
    };
    let mut known = answered();
    known.case.follow.witnesses = vec![joined(&twice, 2, false), joined(&other, 3, true)];
    let still = format!("whoever complained in {other} is still to be told");
    for lang in [Lang::En, Lang::Km] {
        let mut model = reading_this(lang, known.clone());
        assert!(
            screen(&mut model).contains(other.as_str())
                && screen(&mut model).contains(&still) == (lang == Lang::En)
        );
    }
    // The member first; closing is not offered with it.
    let mut model = reading_this(Lang::En, known.clone());
    press(&mut model, letter('p'));
    let effects = press(&mut model, letter('2'));
    assert!(*deed(&effects) == Deed::Tell { outcome: MemberOutcome::Solved, closes: false, witness: None });
    known.case.follow.reach.told_on = Some(day("2026-10-21"));
    let mut model = reading_this(Lang::En, known.clone());
    press(&mut model, letter('f'));
    assert!(screen(&mut model).contains("somebody else complained of it too"), "{}", screen(&mut model));
    // Then the other one, whose telephone stands nowhere but in the list, and there only where it was asked for.
    press(&mut model, letter('p'));
    assert!(
        screen(&mut model).contains(&format!("Tell whoever complained in {other}")),
        "{}",
        screen(&mut model)
    );
    let effects = press(&mut model, letter('1'));
    assert!(matches!(&effects[..], [Effect::Read(Query::Member(asked), _)] if *asked == other));
    answer(&mut model, effects);
    assert!(screen(&mut model).contains(&format!("Telephone {PHONE}")), "{}", screen(&mut model));
    let effects = press(&mut model, letter('6'));
    assert!(*deed(&effects) == Deed::Try(Some(other.clone())));
    assert!(!screen(&mut model).contains(PHONE));
    let mut model = reading_this(Lang::En, known);
    press(&mut model, letter('p'));
    let effects = press(&mut model, letter('4'));
    let told = Deed::Tell { outcome: MemberOutcome::NotSolved, closes: false, witness: Some(other) };
    assert!(*deed(&effects) == told);
}
