//! What members say, as an officer notes it in English, by what went wrong.
//!
//! What stands in braces is filled in by [`super::story`]; a sentence is told only where all of that is known. Braces
//! with a question mark are conditions, and leave nothing behind.

use crate::domain::issue::IssueCode;

use super::story::Phrases;

/// All that a story in English is made of.
pub(super) const PHRASES: Phrases = Phrases {
    openings: &[
        "{patient} went to {facility} for treatment.",
        "{patient} went to {facility} with the {card}.",
        "{patient} had {illness} and went to {facility}.",
        "{patient} came to {facility} at {arrived}.",
        "{?self}{patient} took a day off from the factory to go to {facility}.",
        "{patient} had {illness}, and a friend from the line drove {object} to {facility}.",
    ],
    closings: &[
        "A day's wage was lost over this.",
        "Please can the union take it up.",
        "They should put this right before it happens to somebody else.",
        "Others on the same line tell the same.",
        "After this {patient} did not dare to use the {card} again.",
        "{?document}There is a photo of the papers.",
        "{?witnesses}Two people saw it and are ready to say so.",
    ],
    careless: &[
        "{?member}My name is {name}.",
        "{?member}I am {name}, my number is {phone}.",
        "{?member}Call me at {phone}.",
        "{?told}The member is called {name}.",
        "For more, ask {name} on {phone}.",
        "The number to ring is {phone}.",
        "They called out {name} only once and then took the next.",
    ],
    issues: &ISSUES,
    wards: [
        &[
            "the emergency ward",
            "the outpatient department",
            "the general ward",
            "the surgical ward",
            "the ultrasound room",
            "the laboratory",
        ],
        &["the maternity ward", "the women's ward", "the outpatient department", "the emergency ward"],
        &["the children's ward", "the emergency ward", "the children's consultation"],
        &["the consulting room", "the injection room", "the medicine counter", "the registration desk"],
    ],
    illnesses: &[
        "a high fever",
        "stomach pain",
        "headaches and dizziness",
        "a cough of many days",
        "back pain",
        "bad diarrhoea",
        "a swollen hand",
    ],
    medicines: &[
        "antibiotics",
        "blood pressure tablets",
        "diabetes tablets",
        "stomach tablets",
        "drip fluid",
        "cough medicine",
    ],
    allowances: &["the maternity allowance", "the sick pay", "the work injury benefit"],
    remedies: &[
        (None, "an apology from the staff"),
        (None, "that patients are called by number"),
        (None, "an NSSF agent at the desk every morning"),
        (None, "that the union follows it up"),
        (Some(IssueCode::Wait), "more doctors and a second desk in the morning"),
        (Some(IssueCode::Pay), "the money back"),
        (Some(IssueCode::Med), "that the pharmacy has what is prescribed"),
        (Some(IssueCode::Disc), "the same queue for card and cash"),
        (Some(IssueCode::Card), "that the record in the system is put right"),
        (Some(IssueCode::Cash), "payment of what is owed"),
        (Some(IssueCode::Safe), "an explanation of what happened"),
    ],
};

const ISSUES: [(IssueCode, &[&str]); 15] = [
    (
        IssueCode::Wait,
        &[
            "Arrived at {arrived}, and it was {seen} before a doctor came.",
            "{patient} waited {wait} before anybody examined {object}.",
            "The wait in front of {ward} was {wait}, and nobody said how long it would take.",
            "About {people} people were waiting and there was one doctor.",
            "Patients have to queue twice, once to register and once more for the medicine.",
            "They told {object} to sit and wait, and then nothing happened for a very long time.",
            "{?unseen}{patient} had waited since {arrived} and in the end went home without being seen.",
        ],
    ),
    (
        IssueCode::Disc,
        &[
            "People who paid cash went straight in, and those with the {card} stayed on the bench.",
            "When the clerk saw the {card} the file went to the bottom of the pile.",
            "The first question was whether it was the {card} or cash, and only then how ill {patient} was.",
            "Patients who paid got other medicine than those with the {card}.",
            "{patient} felt that paying patients were treated with more care.",
        ],
    ),
    (
        IssueCode::Refu,
        &[
            "At the window they said that the {card} was full for today.",
            "They would not take the {card} and said to come back on Monday.",
            "They did not let {object} in, although the pain was bad.",
            "They said that {ward} took nobody any more and to look elsewhere.",
            "{?day}After eleven they shut the window and took no more patients.",
        ],
    ),
    (
        IssueCode::Pay,
        &[
            "{?noreceipt}They asked for {sum} and gave no receipt.",
            "{?informal}{?hospital}{patient} had to pay {sum} to get a bed.",
            "{?informal}Somebody at {ward} wanted {sum} of tea money.",
            "{?notcovered}They said that the ultrasound was outside the package and took {sum}.",
            "{?overpackage}They said that the treatment cost more than the fund pays, and asked for {sum} on top.",
            "Before leaving {patient} had to pay {sum}, and nobody explained what for.",
            "{?unpaid}They wanted extra money, but {patient} had none to give.",
            "{?informal}A nurse hinted that it would go faster with some money.",
        ],
    ),
    (
        IssueCode::Med,
        &[
            "{?bought}They had no {medicine}, and {patient} spent {sum} on it outside.",
            "The doctor wrote a slip to buy {medicine} at a pharmacy across the road.",
            "A few tablets of paracetamol were all that {patient} got.",
            "The tablets were enough for {days} days, though the treatment was meant to take a month.",
            "They said the store had been out of {medicine} since last month.",
        ],
    ),
    (
        IssueCode::Rude,
        &[
            "A nurse shouted at {object} in front of everybody.",
            "When {patient} asked how long, the answer was: if you cannot wait, go home.",
            "The staff at {ward} looked at their phones and not at the patients.",
            "The doctor did not let {object} finish and waved the next one in.",
            "They spoke as if factory workers were worth less.",
        ],
    ),
    (
        IssueCode::Qual,
        &[
            "The examination took two minutes, without any test.",
            "Nobody took the blood pressure or felt where it hurt; they only wrote a prescription.",
            "{patient} had to come back {days} times because it did not get better.",
            "A student did the examination alone and no doctor looked in.",
            "{?hospital}In {ward} a doctor came by once a day at most.",
        ],
    ),
    (
        IssueCode::Safe,
        &[
            "They gave the wrong injection, and {patient} came out in a rash and could hardly breathe.",
            "{?hospital}The drip had run dry, and nobody came when the family called.",
            "The needle was put in so badly that the whole arm swelled up.",
            "They gave a drug that {patient} had told them {subject} could not take.",
            "{patient} fainted while waiting and nobody helped.",
        ],
    ),
    (
        IssueCode::Refr,
        &[
            "They refused to write a letter to a bigger hospital.",
            "The ambulance was so late that {patient} took a tuk-tuk.",
            "It took {days} days until somebody signed the referral.",
            "The ambulance driver wanted money for petrol before he left.",
            "They sent {object} on without a call ahead, and the other place would not take {object}.",
        ],
    ),
    (
        IssueCode::Card,
        &[
            "The system said that the contribution was missing, although the factory deducts it every month.",
            "{?day}The machine could not read the {card}, and they said to wait until the afternoon.",
            "They said the name on the {card} was spelt differently from the identity card.",
            "{?dependant}They did not accept {object} as a dependant.",
            "{?self}{patient} had just changed factories, and the {card} did not work for {days} weeks.",
            "{?day}The computer was down and the entitlement could not be checked all morning.",
        ],
    ),
    (
        IssueCode::Info,
        &[
            "Nobody had said which papers to bring.",
            "One clerk said that it was covered and the next that it was not.",
            "The doctor did not tell {object} what the illness was.",
            "They sent {object} from room to room, and there were no signs.",
            "They said wrongly that one pays first and gets the money back later.",
        ],
    ),
    (
        IssueCode::Envr,
        &[
            "The toilet beside {ward} was filthy and had no water.",
            "{?hospital}Two patients had to share one bed.",
            "{?hospital}The building for the {card} stands apart, and it is hot and has no fan.",
            "{?day}There was nowhere to sit, so {patient} stood in the sun.",
            "There was rubbish in {ward}, and mosquitoes everywhere.",
        ],
    ),
    (
        IssueCode::Priv,
        &[
            "They examined {object} in front of other patients, without a curtain.",
            "{?hospital}They pressed for an operation at once and did not explain the risk.",
            "The clerk read the diagnosis out loud for all to hear.",
            "They had {object} put a thumbprint on a paper that {subject} was not given to read.",
            "Somebody took photos of {object} without asking.",
        ],
    ),
    (
        IssueCode::Cash,
        &[
            "Applied for {allowance} on {claimed}, and nothing has come so far.",
            "{allowance} of {claim} has not been paid out yet.",
            "At the NSSF branch they said {days} times to go on waiting.",
            "They say that the papers for {allowance} are lost and that everything has to be handed in again.",
            "Only half of {allowance} came, and nobody could say why.",
        ],
    ),
    (
        IssueCode::Good,
        &[
            "It took only {wait} until a doctor came.",
            "The doctor was friendly and explained everything.",
            "Thanks to the nurses at {ward}, who took great care.",
            "The {card} was no problem at all, and there was all the medicine.",
            "The place was clean and the queue in good order.",
        ],
    ),
];
