use super::*;
use crate::insight::compare;

fn of(steps: &[(u32, u32)]) -> Waits {
    steps.iter().copied().collect()
}

fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
    Lang::ALL.map(say)
}

const CARD: Among<'_> = Among::Payer(Payer::Nssf);
const CASH: Among<'_> = Among::Payer(Payer::Cash);

/// 41 visits, all of another length, with the median 190 and the 90th percentile 350.
fn spread() -> Waits {
    (0..41).map(|visit| 30 + visit * 8 + u32::from(visit >= 36) * 32).collect()
}

#[test]
fn waits_are_said_with_their_n() {
    let waits = spread();
    assert_eq!((median(&waits), p90(&waits)), (Some(190.0), Some(350.0)));
    let [km, en] = both(|lang| super::waits(CARD, &waits, 0, lang));
    assert_eq!(
        en,
        "Of 41 timed visits with the card, half waited longer than 3 h 10, and one in ten longer than 5 h 50. \
         All of them are complaints."
    );
    assert_eq!(
        km,
        "ក្នុងចំណោមការទៅពេទ្យ ៤១ លើក ដោយប្រើប័ណ្ណ ប.ស.ស. ដែលដឹងថារង់ចាំប៉ុន្មាន ពាក់កណ្ដាលរង់ចាំលើស ៣ម៉ោង ១០នាទី \
         ហើយមួយក្នុងដប់រង់ចាំលើស ៥ម៉ោង ៥០នាទី។ ទាំងអស់ជាបណ្ដឹង។"
    );
    let observed = super::waits(Among::All, &waits, 12, Lang::En);
    assert!(observed.ends_with("29 of them are complaints; observed: 12."), "{observed}");
    let said = |observed| super::waits(Among::All, &waits, observed, Lang::En);
    assert!(said(40).ends_with("1 of them is a complaint; observed: 40."));
    assert!(said(41).ends_with("All of them were observed; none is a complaint."));
}

#[test]
fn where_waits_are_equal_nobody_is_said_to_have_waited_longer() {
    let said = |steps: &[(u32, u32)]| super::waits(Among::All, &of(steps), 0, Lang::En);
    assert_eq!(
        said(&[(60, 3), (190, 20), (200, 2), (360, 4), (400, 2)]),
        "Of 31 timed visits, half waited 3 h 10 or longer, and one in ten 6 h or longer. All of them are complaints."
    );
    assert_eq!(
        said(&[(60, 2), (190, 30)]),
        "Of 32 timed visits, at least half waited 3 h 10 or longer, and nine in ten no longer than that. All of them are \
         complaints."
    );
    assert_eq!(said(&[(60, 10)]), "All 10 timed visits waited 1 h. All of them are complaints.");
    // The median is 10.5: those above it waited 11 minutes or more. Of 10.4 nobody is said to have waited just 10.
    assert!(
        said(&[(1, 1), (5, 1), (10, 1), (11, 1), (20, 1), (30, 1)]).contains("half waited 11 min or longer")
    );
    let tenth = of(&[(10, 10), (14, 1), (15, 1)]);
    assert!((p90(&tenth).unwrap() - 13.6).abs() < 1e-9);
    assert!(super::waits(Among::All, &tenth, 0, Lang::En).contains("one in ten 14 min or longer."));
}

#[test]
fn few_waits_say_nothing() {
    let said = |waits: &Waits| both(|lang| super::waits(CASH, waits, 0, lang));
    assert_eq!(said(&of(&[]))[1], "No wait is known yet of visits paid in cash.");
    let [km, en] = said(&of(&[(5, 4)]));
    assert_eq!(en, "Only 4 timed so far paid in cash: too few to say how long the wait is.");
    assert!(km.contains("តែ ៤ លើក") && km.contains("តិចពេក"), "{km}");
}

#[test]
fn a_difference_is_said_with_how_rarely_chance_makes_it() {
    let later: Waits = spread().steps().iter().map(|(minutes, visits)| (minutes + 95, *visits)).collect();
    let found = compare(&later, &spread());
    let [km, en] = both(|lang| compared(CARD, CASH, &found, lang));
    assert_eq!(
        en,
        "Card-holders typically waited 1 h 35 longer than those who paid cash. If there were no difference, one this \
         large or larger would be seen less than once in 1,000 such samples."
    );
    assert_eq!(
        km,
        "អ្នកប្រើប័ណ្ណ ប.ស.ស. ជាធម្មតារង់ចាំយូរជាងអ្នកបង់សាច់ប្រាក់ ១ម៉ោង ៣៥នាទី។ បើគ្មានអ្វីខុសគ្នាទេ ភាពខុសគ្នាប៉ុណ្ណេះ \
         ឬធំជាងនេះ ត្រូវបានឃើញតិចជាងម្ដងក្នុង ១.០០០ សំណាក។"
    );
    assert_eq!(verdict(&found, Lang::En), "longer (shift +1 h 35, p < 0.001)");
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let back = compare(&spread(), &later);
    let en = compared(Among::Before(day), Among::From(day), &back, Lang::En);
    assert!(en.starts_with(
        "Those who came before 1 March 2026 typically waited 1 h 35 less than those who came from"
    ));
    assert_eq!(verdict(&back, Lang::Km), "ខ្លីជាង (ខុសគ្នា −១ម៉ោង ៣៥នាទី, p < ០,០០១)");
}

#[test]
fn no_difference_seen_is_not_said_to_be_none() {
    let nearly: Waits = spread().steps().iter().map(|(minutes, visits)| (minutes + 5, *visits)).collect();
    let found = compare(&nearly, &spread());
    let said = compared(CARD, CASH, &found, Lang::En);
    assert!(
        said.starts_with(
            "No clear difference in waiting is seen between card-holders and those who paid cash."
        )
    );
    assert!(said.contains("% of such samples. That does not show that they waited alike."), "{said}");
    assert!(verdict(&found, Lang::En).starts_with("no clear difference (shift +5 min, p = "));
    let tied = compare(&of(&[(30, 900), (60, 100)]), &of(&[(30, 1000)]));
    assert!(compared(CARD, CASH, &tied, Lang::En).contains("spread otherwise"));
    let few = compare(&of(&[(30, 3)]), &spread());
    assert_eq!(
        compared(CARD, CASH, &few, Lang::En),
        "They cannot be compared yet: 3 timed visits of card-holders, 41 of those who paid cash. Each side needs at \
         least 5."
    );
    assert_eq!(verdict(&few, Lang::Km), "មិនអាចប្រៀបធៀបបាន");
}

#[test]
fn near_the_border_a_p_value_has_the_digits_that_tell_its_side() {
    let said = |p| chance(p, Lang::En);
    assert_eq!(
        [0.000_9, 0.012_3, 0.049_4, 0.049_6, 0.050_4, 0.050_6, 0.049_98, 0.05].map(said),
        [
            "p < 0.001",
            "p = 0.012",
            "p = 0.049",
            "p = 0.0496",
            "p = 0.0504",
            "p = 0.051",
            "p = 0.04998",
            "p = 0.050"
        ]
    );
}

#[test]
fn one_case_is_one() {
    assert_eq!(severe(1, 1, Lang::En), "Only 1 case: too few for a share of severe ones.");
    assert!(rising(1, 0, None, Lang::En).starts_with("1 case in the last 28 days"));
    assert!(
        per_residents(1, 1_000, 2019, Lang::En).unwrap().starts_with("1 case, 100.0 per 100,000 residents")
    );
}

#[test]
fn chance_is_told_as_how_rarely() {
    let said = |p| rarity(p, Lang::En);
    assert_eq!(said(0.000_9), "less than once in 1,000 such samples");
    assert_eq!(said(0.001), "about once in 1,000 such samples");
    assert_eq!(said(0.004_4), "about once in 230 such samples");
    assert_eq!(said(0.031), "about once in 32 such samples");
    assert_eq!(said(0.34), "in about 34% of such samples");
    assert_eq!(said(1.0), "in about 100% of such samples");
}

#[test]
fn warnings_name_the_side_and_nobody_else() {
    let said = |found| both(|lang| warning(found, CARD, CASH, lang));
    assert_eq!(
        said(Warning::Estimates { of: Of::A, estimated: 12, timed: 30 })[1],
        "visits with the card: over a third of the waits (12 of 30) rest on estimated times"
    );
    assert_eq!(
        said(Warning::OneOfficer { of: Of::B, count: 20, all: 30 })[1],
        "visits paid in cash: one officer recorded over half of them (20 of 30)"
    );
    assert_eq!(
        said(Warning::OneEmployer { of: Of::B, count: 20, all: 30 })[0],
        "ការទៅពេទ្យ ដោយបង់សាច់ប្រាក់៖ លើសពាក់កណ្ដាលនៃករណី (២០ ក្នុង ៣០) មកពីនិយោជកតែមួយ"
    );
    assert_eq!(
        said(Warning::GatheredOtherwise { a: (0, 30), b: (24, 30) })[1],
        "the sides were gathered in different ways: observed were 0 of 30 timed visits with the card, and 24 of 30 timed \
         visits paid in cash; the others are complaints, which members choose to tell"
    );
    let [km, en] = said(Warning::OfficersChanged { a: 4, b: 2 });
    assert_eq!(
        en,
        "the number of reporting officers differs by half or more: 4 for visits with the card, 2 for visits paid in cash"
    );
    assert!(km.contains("៤ នាក់") && km.contains("២ នាក់"), "{km}");
}

#[test]
fn shares_rises_and_places_are_said_with_what_they_rest_on() {
    assert_eq!(
        severe(68, 27, Lang::En),
        "27 of 68 cases were severe (40%). Allowing for chance, shares from 29% to 52% fit these figures (95% interval)."
    );
    assert_eq!(severe(4, 4, Lang::En), "Only 4 cases: too few for a share of severe ones.");
    let rise = rising(12, 10, Some(Verdict { rising: true, p: 0.000_2 }), Lang::En);
    assert!(rise.starts_with("Rising: 12 cases in the last 28 days, after 3.3 in 28 days before."), "{rise}");
    let calm = rising(12, 36, Some(Verdict { rising: false, p: 0.5 }), Lang::Km);
    assert!(calm.contains("មិនឃើញការកើនឡើងច្បាស់ទេ៖ ១២ ករណី") && calm.contains("មធ្យម ១២ ក្នុង"), "{calm}");
    assert!(rising(2, 0, None, Lang::En).contains("too few to say"));
    let above = funnel(Place::Above998, 0.52, 0.35, Lang::En);
    assert!(
        above.contains("52% is above the overall 35%") && above.contains("once in 1,000 times"),
        "{above}"
    );
    let below = funnel(Place::Below95, 0.10, 0.35, Lang::Km);
    assert!(below.contains("១០%") && below.contains("ម្ដងក្នុង ៤០ លើក"), "{below}");
    assert!(funnel(Place::Inside, 0.36, 0.35, Lang::En).contains("no further from the overall 35%"));
    let words = [Place::Inside, Place::Above95, Place::Above998, Place::Below95, Place::Below998]
        .map(|place| funnel_word(place, Lang::En));
    assert_eq!(
        words,
        [
            "inside",
            "above the 95% limits",
            "above the 99.8% limits",
            "below the 95% limits",
            "below the 99.8% limits"
        ]
    );
}

#[test]
fn rates_carry_interval_denominator_day_and_source() {
    assert_eq!(
        per_residents(258, 1_201_581, 2019, Lang::En).unwrap(),
        "258 cases, 21.5 per 100,000 residents (95%: 18.9–24.3), of 1,201,581 residents by the census of 2019."
    );
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let [km, en] = both(|lang| per_members(3, 2_850, day, "NSSF list", lang).unwrap());
    assert!(en.starts_with(
        "3 cases, 1.1 per 1,000 members (95%: 0.2–3.1); number of members on 1 March 2026: 2,850"
    ));
    assert!(
        en.contains("(source: NSSF list).") && en.ends_with("Too few cases to judge by this rate."),
        "{en}"
    );
    assert!(km.contains("គឺ ១,១ ក្នុង") && km.contains("NSSF list"), "{km}");
    assert_eq!(per_residents(5, 0, 2019, Lang::En), None);
}

#[test]
fn no_sentence_promises_what_statistics_cannot() {
    for (name, km, en) in words::ALL {
        for claim in ["prove", "significan", "because of", "certain", "cause"] {
            assert!(!en.to_lowercase().contains(claim), "{name}: {en}");
        }
        assert!(!km.contains("បញ្ជាក់ថាពិត"), "{name}");
    }
}
