//! Lists of words that the scrubber looks for, or takes for nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::letters::bare;

/// A list of words in Latin letters.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    /// Words of everyday English that are also names, or begin sentences with a capital.
    Common,
    /// What is written in capitals and is nobody.
    Nobody,
    /// Words behind which a name stands.
    Titles,
    /// Titles in Latin letters that are no English: what follows is a name in any case of letters.
    KhmerTitles,
    /// Titles that are cut short: no sentence ends with their dot.
    CutTitles,
    /// Words for somebody of whom an age or a job is said.
    Persons,
    /// Words of other meaning.
    Others,
    /// Words of the names of facilities.
    Facilities,
    /// Words that stand behind the name of an employer.
    Employers,
    /// Words at which the name of a job ends.
    Ends,
    /// Jobs that are somebody’s where they are said of somebody: hospitals have them too.
    SaidJobs,
    /// What is called by a number, where people work.
    Groups,
    /// Numbers in English words.
    EnglishNumbers,
    /// What of which so many are no age.
    Counted,
    /// Days of the week.
    Weekdays,
    /// The same, cut short.
    ShortWeekdays,
    /// Days of months in words.
    Ordinals,
    /// Words of addresses that are in everybody’s.
    Addresses,
    /// What a place is that is called by a name before or behind.
    Villages,
    /// What is called by a number behind.
    Numbered,
    /// What is called by a name before.
    Streets,
    /// Words by which somebody says where they live.
    Lives,
    /// The same, where somebody’s own.
    Homes,
    /// What stands between them and the place.
    Near,
    /// Words that only introduce what is struck: what is left of `My name is […] and my number is […]`.
    Empty,
}

/// Their words, between spaces.
const LISTS: [(List, &str); 25] = [
    (
        List::Common,
        "a about after again all also although always an and another any anybody april are around arrived as asked at august \
    baby bad because bed been before both but by call came can card cash child children clinic could covid day december did do \
    doctor doctors each emergency even every everybody everyone february finally first for four friday from go good \
    had half has have he help her here hers him his hospital hot hour hours how however i i'd i'll i'm i’m i've if in instead is \
    it its january july june just kim last later let long lots man many march may me mean medicine men miss mom monday money more \
    morning most my never new next no nobody none not nothing november now nurse nurses october of often old on once one only or \
    other others our out over paid patients people perhaps please sam san saturday see she sim since so some somebody someone \
    sometimes staff still such sun sunday take tell ten than thank thanks that the their them then there these they thin \
    this those though three thursday to today tomorrow too touch tuesday twenty two under until up upon us van very wait was \
    we wednesday well went were what when where whether which while who whoever why will with without women would yes yesterday \
    yet you your",
    ),
    (
        List::Nobody,
        "NSSF HEF IDPoor MOH MoH MLVT ICU ID QC HR TV IV OPD HIV TB BP CT MRI ECG ER OK PM AM USD KHR UN NGO DNA X X-ray Khmer \
    Cambodia Cambodian Cambodians Chinese English French Vietnamese Thai Korean Facebook Telegram Paracetamol Monday Tuesday Wednesday \
    Thursday Friday Saturday Sunday",
    ),
    (
        List::Titles,
        "mr mrs ms miss mister madam madame dr prof professor named called nurse doctor midwife surgeon dentist pharmacist \
    bong lok kru srey neak ming pou pu oum om oun puk mak ta yeay sister brother aunt auntie aunty uncle friend \
    colleague co-worker coworker workmate roommate neighbour neighbor husband wife son daughter mother father mum mom dad \
    cousin niece nephew grandmother grandfather grandma grandpa granny brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law stepmother \
    stepfather assistant intern trainee fiance fiancé boyfriend girlfriend call ask ring \
    contact officer leader guard supervisor manager director boss clerk cashier agent driver patient member worker",
    ),
    (List::KhmerTitles, "bong lokkru neak ming pou oun yeay"),
    (List::CutTitles, "mr mrs ms dr prof mme"),
    (
        List::Persons,
        "woman man girl boy lady gentleman mother father mum mom dad parent worker patient member widow widower child \
    baby infant toddler newborn daughter son wife husband sister brother aunt auntie uncle cousin niece nephew grandmother \
    grandfather grandma grandpa colleague coworker co-worker workmate friend neighbour neighbor person teenager student \
    seamstress operator boyfriend girlfriend",
    ),
    (List::Others, "navy mina hong nan borey sina mary"),
    (
        List::Facilities,
        "health centre center hospital hospitals referral clinic post provincial national municipal ward polyclinic maternity",
    ),
    (
        List::Employers,
        "factory garment garments company co ltd footwear textile textiles apparel knitting knitwear enterprise enterprises \
    industries workshop mill sportswear shoes handbags hosiery employer",
    ),
    (List::Ends, "and but at in for of with who so since when because to on from i my the where went"),
    (
        List::SaidJobs,
        "guard cleaner driver cook cashier clerk technician welder tailor foreman forewoman manager leader officer \
    checker presser dyer knitter weaver loader trimmer steward president secretary treasurer teacher chief head accountant \
    seller vendor delegate activist machinist spreader embroiderer mechanic electrician translator interpreter boss owner",
    ),
    (List::Groups, "line team group section block building"),
    (
        List::EnglishNumbers,
        "zero oh nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    (
        List::Counted,
        "people patients children kids workers women men hours minutes sons daughters others that them us km",
    ),
    (List::Weekdays, "monday tuesday wednesday thursday friday saturday sunday"),
    (List::ShortWeekdays, "mon tue tues wed weds thu thur thurs fri sat sun"),
    (
        List::Ordinals,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth \
    twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
    ),
    (
        List::Addresses,
        "no house street st village commune sangkat khan district province city phum khum srok group phnom penh \
    ផ្ទះលេខ ភូមិ ឃុំ សង្កាត់ ស្រុក ខេត្ត ខណ្ឌ",
    ),
    (List::Villages, "village commune sangkat khan phum khum srok hamlet borey"),
    (List::Numbered, "street st road house lane blvd boulevard avenue alley"),
    (List::Streets, "street road blvd boulevard avenue alley lane"),
    (
        List::Lives,
        "live lives lived living reside resides residing rent rents rented renting lodge lodges lodging boarding hometown native",
    ),
    (List::Homes, "house home room flat apartment dormitory hostel place"),
    (
        List::Near,
        "in at near behind beside opposite on by around from to of off outside past along the is called named",
    ),
    (
        List::Empty,
        "a an and am are aged at age born by call called contact from he her his i i'm i’m in is it live lives me member my mr mrs \
    ms name named number of old on or our phone please ring she tel telephone that the their this to was we with work works \
    year years",
    ),
];

/// Every listed word with the lists that it stands in: a word is looked up once for all of them.
static BY_WORD: LazyLock<HashMap<&str, Lists>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Lists> = HashMap::new();
    for (list, listed) in LISTS {
        for word in listed.split_whitespace() {
            words.entry(word).or_default().0 |= list.bit();
        }
    }
    words
});

/// The lists that a word stands in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lists(u32);

impl Lists {
    /// Of a word as it is listed: in lower case, but for what is written in capitals.
    pub fn of(word: &str) -> Self {
        BY_WORD.get(word).copied().unwrap_or_default()
    }

    /// Whether one is among them.
    pub fn hold(self, list: List) -> bool {
        self.0 & list.bit() != 0
    }
}

impl List {
    fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Whether it has a word.
    pub fn has(self, word: &str) -> bool {
        Lists::of(word).hold(self)
    }
}

/// Numbers in Khmer words, as they are put together: ប្រាំពីរ is seven, សាមសិបបួន thirty-four.
pub(super) const KHMER_NUMBERS: &str = "សូន្យ មួយ ពីរ បី បួន ប្រាំ ដប់ ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប រយ ពាន់ ម៉ឺន សាម កៅ ប៉ែត \
    ម្ភែ";

/// Jobs of factories by their names.
pub(super) const JOBS: &str = "sewing line leader, line leader, team leader, group leader, section leader, line supervisor, supervisor, \
    quality checker, quality controller, quality control, quality inspector, sewing operator, machine operator, \
    sewing machine operator, seamstress, sewer, ironer, packer, cutter, storekeeper, warehouse worker, \
    security guard of, shop steward, union steward, \
    local president, local's president, union's president, union's leader, union president, union leader, union representative, worker representative, accountant, \
    translator, interpreter, electrician, mechanic, embroiderer, button operator, hr officer, hr manager, \
    line mechanic, trainee sewer, production manager, line chief, chief of line, chief of the line, floor manager, \
    forewoman, foreman, sample maker, pattern maker, pattern cutter, presser, ironing worker, fabric spreader, trimmer, knitter, \
    overlock operator, machinist, quality assurance, store keeper, payroll clerk, union secretary, union treasurer, union delegate, \
    head of line, head of the line, head of section, sewing mechanic, machine mechanic, washing operator, button sewer, zipper sewer";

/// The same in Khmer.
pub(super) const KHMER_JOBS: &str = "មេក្រុម មេខ្សែ មេជាង មេការ ប្រធានក្រុម ប្រធានខ្សែ ប្រធានផ្នែកដេរ ប្រធានផ្នែកកាត់ ប្រធានសហជីព អនុប្រធានសហជីព \
    លេខាសហជីព តំណាងកម្មករ តំណាងសហជីព ជាងដេរ អ្នកដេរ កម្មការិនីដេរ កម្មករដេរ ជាងកាត់ អ្នកកាត់ អ្នកអ៊ុត \
    អ្នកវេចខ្ចប់ អ្នកខ្ចប់ អ្នកត្រួតពិនិត្យគុណភាព ត្រួតពិនិត្យគុណភាព ពិនិត្យគុណភាព ជាងម៉ាស៊ីន គណនេយ្យករ \
    អ្នកបកប្រែ មេខ្លោង មេផ្នែក អនុប្រធានក្រុម ប្រធានខ្សែសង្វាក់ ប្រធានឃ្លាំង អ្នកឃ្លាំង ជាងអ៊ុត ជាងប៉ាក់ ជាងជួសជុលម៉ាស៊ីន ជាងភ្លើងរោងចក្រ \
    អ្នករចនាម៉ូត ហេរញ្ញិកសហជីព សកម្មជនសហជីព ប្រតិភូបុគ្គលិក ប្រធានផលិតកម្ម ប្រធានរដ្ឋបាល បុគ្គលិករដ្ឋបាលរោងចក្រ អ្នកលាតក្រណាត់";

/// Whether a word says nothing of anybody.
pub(super) fn is_common_word(word: &str) -> bool {
    List::Common.has(own(&bare(word)))
}

/// Whether a word with a capital is nobody's name.
pub(super) fn is_nobody(word: &str) -> bool {
    is_nobody_called(word, &bare(word))
}

/// The same of a word whose plain form is known.
pub(super) fn is_nobody_called(word: &str, plain: &str) -> bool {
    let capitals = word.trim_matches(|c: char| !c.is_alphanumeric());
    List::Nobody.has(capitals) || List::Common.has(own(plain))
}

/// Whether a word is in everybody's address.
pub(super) fn is_word_of_addresses(word: &str) -> bool {
    List::Addresses.has(&bare(word))
}

/// A word without what says that something is somebody’s.
pub(super) fn own(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
