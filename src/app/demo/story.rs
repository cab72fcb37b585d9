//! The made-up member's own words, put together from sentences that fit the facts of the case.
//!
//! Some carelessly carry the member's own name or number, as real ones do, so that scrubbing has something to find.

use std::borrow::Cow;

use crate::domain::issue::IssueCode;
use crate::domain::values::{Evidence, PayReason, Payer, Relation, Sex, ToldBy};

use super::people::Person;
use super::places::Site;
use super::random::Random;
use super::trouble::Trouble;
use super::visit::Visit;
use super::wording::Digits;
use super::{english, khmer};

/// The sentences of one language.
pub(super) struct Phrases {
    pub(super) openings: &'static [&'static str],
    pub(super) closings: &'static [&'static str],
    pub(super) careless: &'static [&'static str],
    pub(super) issues: &'static [(IssueCode, &'static [&'static str])],
    /// Of hospitals, their women's and children's, and of health centres.
    pub(super) wards: [&'static [&'static str]; 4],
    pub(super) illnesses: &'static [&'static str],
    pub(super) medicines: &'static [&'static str],
    /// Maternity first, which men do not claim.
    pub(super) allowances: &'static [&'static str],
    /// What the member wants, for all or for one kind of trouble.
    pub(super) remedies: &'static [(Option<IssueCode>, &'static str)],
}

/// What a story is told about.
pub(super) struct Facts<'a> {
    pub(super) site: &'a Site,
    pub(super) person: &'a Person,
    pub(super) payer: Payer,
    pub(super) visit: &'a Visit,
    pub(super) trouble: &'a Trouble,
    pub(super) evidence: Evidence,
}

/// A story being told.
pub(super) struct Story<'a> {
    facts: &'a Facts<'a>,
    phrases: &'static Phrases,
    digits: Digits,
    ward: &'static str,
    illness: &'static str,
    medicine: &'static str,
    allowance: &'static str,
    days: u32,
    people: u32,
    phone: String,
    /// Whether the patient was named already, and "she" will do.
    is_introduced: bool,
    text: String,
}

impl<'a> Story<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, in_khmer: bool, random: &mut Random) -> Self {
        let phrases = if in_khmer { &khmer::PHRASES } else { &english::PHRASES };
        let digits = match in_khmer {
            true if random.percent(65) => Digits::Khmer,
            true => Digits::KhmerLatin,
            false => Digits::English,
        };
        let [general, women, children, centre] = phrases.wards;
        let wards = match (facts.person.relation, facts.person.sex) {
            _ if !facts.site.is_hospital => centre,
            (Relation::Child, _) => children,
            (_, Sex::Female) if random.percent(35) => women,
            _ => general,
        };
        let phone = match random.below(10) {
            0..3 => facts.person.phone.replace(' ', ""),
            3..5 => digits.of(&facts.person.phone),
            _ => facts.person.phone.clone(),
        };
        let allowances = phrases.allowances;
        Self {
            facts,
            phrases,
            digits,
            ward: random.pick(wards),
            illness: random.pick(phrases.illnesses),
            medicine: random.pick(phrases.medicines),
            allowance: random.pick(if facts.person.is_woman { allowances } else { tail(allowances) }),
            days: random.between(2, 6),
            people: random.between(3, 14) * 10,
            phone,
            is_introduced: false,
            text: String::new(),
        }
    }

    /// One to four sentences; with what only a careless officer leaves in, where wanted.
    pub(super) fn narrative(mut self, is_careless: bool, random: &mut Random) -> String {
        let told = self.facts.trouble.issues.len();
        let is_praise = self.facts.trouble.has(IssueCode::Good);
        if random.percent(if told > 2 { 30 } else { 62 }) {
            self.tell_one_of(self.phrases.openings, random);
        }
        for (code, _) in self.facts.trouble.issues.iter().take(3) {
            let known = self.phrases.issues.iter().find(|(known, _)| known == code);
            self.tell_one_of(known.map_or(&[], |(_, sentences)| sentences), random);
        }
        if is_careless {
            self.tell_one_of(self.phrases.careless, random);
        } else if !is_praise && told < 3 && random.percent(32) {
            self.tell_one_of(self.phrases.closings, random);
        }
        // One Khmer typist in six ends each word with a zero-width space.
        let mark = if random.percent(17) { "\u{200B}" } else { "" };
        self.text.replace('|', mark)
    }

    /// What the member wants to come of it.
    pub(super) fn remedy(&self, random: &mut Random) -> &'static str {
        let fitting = self.phrases.remedies.iter().filter(|(code, _)| code.is_some_and(|c| self.has(c)));
        let fitting: Vec<&str> = fitting.map(|(_, text)| *text).collect();
        if !fitting.is_empty() && random.percent(65) {
            return random.pick(&fitting);
        }
        let general = self.phrases.remedies.iter().filter(|(code, _)| code.is_none());
        random.pick(&general.map(|(_, text)| *text).collect::<Vec<_>>())
    }

    /// Adds the first sentence that can be told, from a place in the list that chance gives.
    fn tell_one_of(&mut self, sentences: &[&str], random: &mut Random) {
        let start = random.below(sentences.len() as u32) as usize;
        let candidates = sentences.iter().cycle().skip(start).take(sentences.len());
        for sentence in candidates {
            if self.tell(sentence) {
                return;
            }
        }
    }

    /// Adds a sentence, if all that it wants is known.
    fn tell(&mut self, sentence: &str) -> bool {
        let (length, was_introduced) = (self.text.len(), self.is_introduced);
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        let mut rest = sentence;
        while let Some((plain, after)) = rest.split_once('{') {
            let (key, next) = after.split_once('}').unwrap_or((after, ""));
            self.text.push_str(plain);
            let Some(value) = self.value(key) else {
                self.text.truncate(length);
                self.is_introduced = was_introduced;
                return false;
            };
            self.text.push_str(&value);
            self.is_introduced |= matches!(key, "patient" | "object");
            rest = next;
        }
        self.text.push_str(rest);
        self.capitalise(start);
        true
    }

    fn capitalise(&mut self, start: usize) {
        if let Some(first) = self.text.get_mut(start..start + 1) {
            first.make_ascii_uppercase();
        }
    }

    fn has(&self, code: IssueCode) -> bool {
        self.facts.trouble.has(code)
    }

    /// What stands for a key, where it is known; nothing at all for a condition that holds.
    fn value(&self, key: &str) -> Option<Cow<'a, str>> {
        if let Some(condition) = key.strip_prefix('?') {
            return self.holds(condition).then_some(Cow::Borrowed(""));
        }
        let Facts { site, person, visit, trouble, .. } = self.facts;
        let digits = self.digits;
        let text: Cow<'a, str> = match key {
            "patient" => self.patient()[0].into(),
            "object" => self.patient()[1].into(),
            "subject" => self.patient()[2].into(),
            "facility" if digits == Digits::English => named(&site.name_en),
            "facility" => site.name_km.as_str().into(),
            "card" => self.card()?.into(),
            "ward" => self.ward.into(),
            "illness" => self.illness.into(),
            "medicine" => self.medicine.into(),
            "allowance" => self.allowance.into(),
            "days" => digits.of(&self.days.to_string()).into(),
            "people" => digits.of(&self.people.to_string()).into(),
            "arrived" => digits.time(visit.arrived?).into(),
            "seen" => digits.time(visit.seen?).into(),
            "wait" => digits.length(visit.waited?).into(),
            "sum" => digits.payment(trouble.paid?).into(),
            "claimed" => digits.day(trouble.claim?.on).into(),
            "claim" => digits.riel(trouble.claim?.riel).into(),
            "name" => person.name.as_str().into(),
            "phone" => self.phone.clone().into(),
            _ => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn holds(&self, condition: &str) -> bool {
        let Facts { site, person, visit, trouble, evidence, .. } = self.facts;
        let why = |reason| trouble.why == Some(reason);
        match condition {
            "self" => person.relation == Relation::Myself,
            "dependant" => matches!(person.relation, Relation::Spouse | Relation::Child),
            "member" => person.told_by == ToldBy::Member,
            "told" => person.told_by != ToldBy::Member,
            "hospital" => site.is_hospital,
            "unseen" => visit.unseen,
            "day" => visit.arrived.is_none_or(|arrived| arrived.minute < 15 * 60),
            "noreceipt" => trouble.paid.is_some_and(|paid| !paid.receipt),
            "unpaid" => trouble.paid.is_none(),
            // With both issues the sum is that of the bill.
            "bought" => trouble.paid.is_some() && trouble.why.is_none(),
            "informal" => why(PayReason::Informal),
            "notcovered" => why(PayReason::NotCovered),
            "overpackage" => why(PayReason::OverPackage),
            "document" => *evidence == Evidence::A,
            "witnesses" => *evidence == Evidence::B,
            _ => false,
        }
    }

    fn card(&self) -> Option<&'static str> {
        match (self.facts.payer, self.digits) {
            (Payer::Nssf | Payer::Refused, Digits::English) => Some("NSSF card"),
            (Payer::Nssf | Payer::Refused, _) => Some("បណ្ណ|ប.ស.ស."),
            (Payer::Hef, Digits::English) => Some("equity card"),
            (Payer::Hef, _) => Some("បណ្ណ|ក្រីក្រ"),
            _ => None,
        }
    }

    /// The patient as subject and as object of the sentence, and as subject of its second half.
    fn patient(&self) -> [&'static str; 3] {
        let Person { relation, sex, told_by, .. } = self.facts.person;
        let is_woman = *sex == Sex::Female;
        let (she, her) = if is_woman { ("she", "her") } else { ("he", "him") };
        let tells = matches!(told_by, ToldBy::Member | ToldBy::Dependant);
        let tells_of_self = match told_by {
            ToldBy::Member => *relation == Relation::Myself,
            ToldBy::Dependant => matches!(relation, Relation::Spouse | Relation::Other),
            _ => false,
        };
        if self.digits != Digits::English {
            let word = match (relation, is_woman) {
                _ if tells_of_self => "ខ្ញុំ",
                (Relation::Child, true) if tells => "កូន|ស្រី|ខ្ញុំ",
                (Relation::Child, false) if tells => "កូន|ប្រុស|ខ្ញុំ",
                _ if tells && self.is_introduced => "គាត់",
                (Relation::Spouse, true) if tells => "ប្រពន្ធ|ខ្ញុំ",
                (Relation::Spouse, false) if tells => "ប្ដី|ខ្ញុំ",
                (Relation::Other, true) if tells => "ម្ដាយ|ខ្ញុំ",
                (Relation::Other, false) if tells => "ឪពុក|ខ្ញុំ",
                _ if tells => "សមាជិក",
                _ if self.is_introduced => "អ្នក|នោះ",
                (Relation::Myself, _) => "សមាជិក|ម្នាក់",
                _ => "អ្នកជំងឺ|ម្នាក់",
            };
            return [word; 3];
        }
        let word = match (relation, is_woman) {
            _ if tells_of_self => return ["I", "me", "I"],
            _ if self.is_introduced => return [she, her, she],
            (Relation::Child, true) if tells => "my daughter",
            (Relation::Child, false) if tells => "my son",
            (Relation::Spouse, true) if tells => "my wife",
            (Relation::Spouse, false) if tells => "my husband",
            (Relation::Other, true) if tells => "my mother",
            (Relation::Other, false) if tells => "my father",
            _ if tells => "the member",
            (Relation::Myself, _) => "a member",
            _ => "a patient",
        };
        [word, word, she]
    }
}

/// With the article where English wants one: before names that say what a facility is, not what it is called.
fn named(name: &str) -> Cow<'_, str> {
    let describes = ["National", "Provincial", "Municipal"].iter().any(|word| name.contains(word));
    if describes { format!("the {name}").into() } else { name.into() }
}

fn tail<T>(list: &[T]) -> &[T] {
    list.split_first().map_or(&[], |(_, rest)| rest)
}
