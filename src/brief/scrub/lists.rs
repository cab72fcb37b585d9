//! Lists of words that the scrubber looks for, or takes for nothing.

use super::letters::bare;

/// Words of everyday English that are also names, or begin sentences with a capital.
pub(super) const COMMON: &str = "a about after again all also although always an and another any anybody april are around arrived as asked at august \
    baby bad because bed been before both but by call came can card cash child children clinic could covid day december did do \
    doctor doctors each emergency even every everybody everyone february finally first for four friday from go good \
    had half has have he help her here hers him his hospital hot hour hours how however i i'd i'll i'm i’m i've if in instead is \
    it its january july june just kim last later let long lots man many march may me mean medicine men miss mom monday money more \
    morning most my never new next no nobody none not nothing november now nurse nurses october of often old on once one only or \
    other others our out over paid patients people perhaps please sam san saturday see she sim since so some somebody someone \
    sometimes staff still such sun sunday take tell ten than thank thanks that the their them then there these they thin \
    this those though three thursday to today tomorrow too touch tuesday twenty two under until up upon us van very wait was \
    we wednesday well went were what when where whether which while who whoever why will with without women would yes yesterday \
    yet you your";

/// Words behind which a name stands.
pub(super) const TITLES: &str = "mr mrs ms miss mister madam madame dr prof professor named called nurse doctor midwife surgeon dentist pharmacist \
    bong lok kru srey neak ming pou pu oum om oun puk mak ta yeay sister brother aunt auntie aunty uncle friend \
    colleague co-worker coworker workmate roommate neighbour neighbor husband wife son daughter mother father mum mom dad \
    cousin niece nephew grandmother grandfather grandma grandpa granny brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law stepmother \
    stepfather assistant intern trainee fiance fiancé boyfriend girlfriend call ask ring \
    contact officer leader guard supervisor manager director boss clerk cashier agent driver patient member worker";

/// Titles in Latin letters that are no English: what follows is a name in any case of letters.
pub(super) const KHMER_TITLES: &str = "bong lokkru neak ming pou oun yeay";

/// Titles that are cut short: no sentence ends with their dot.
pub(super) const CUT_TITLES: &str = "mr mrs ms dr prof mme";

/// Words for somebody of whom an age or a job is said.
pub(super) const PERSONS: &str = "woman man girl boy lady gentleman mother father mum mom dad parent worker patient member widow widower child \
    baby infant toddler newborn daughter son wife husband sister brother aunt auntie uncle cousin niece nephew grandmother \
    grandfather grandma grandpa colleague coworker co-worker workmate friend neighbour neighbor person teenager student \
    seamstress operator boyfriend girlfriend";

/// What is written in capitals and is nobody.
pub(super) const NOBODY: &str = "NSSF HEF IDPoor MOH MoH MLVT ICU ID QC HR TV IV OPD HIV TB BP CT MRI ECG ER OK PM AM USD KHR UN NGO DNA X X-ray Khmer \
    Cambodia Cambodian Cambodians Chinese English French Vietnamese Thai Korean Facebook Telegram Paracetamol Monday Tuesday Wednesday \
    Thursday Friday Saturday Sunday";

/// Words of the names of facilities.
pub(super) const FACILITIES: &str = "health centre center hospital hospitals referral clinic post provincial national municipal ward polyclinic maternity";

/// Words of addresses that are in everybody’s.
pub(super) const ADDRESSES: &str = "no house street st village commune sangkat khan district province city phum khum srok group phnom penh \
    ផ្ទះលេខ ភូមិ ឃុំ សង្កាត់ ស្រុក ខេត្ត ខណ្ឌ";

/// Words at which the name of a job ends.
pub(super) const ENDS: &str =
    "and but at in for of with who so since when because to on from i my the where went";

/// Words that stand behind the name of an employer.
pub(super) const KINDS: &str = "factory garment garments company co ltd footwear textile textiles apparel knitting knitwear enterprise enterprises \
    industries workshop mill sportswear shoes handbags hosiery employer";

/// Jobs that are somebody’s where they are said of somebody: hospitals have them too.
pub(super) const SAID_JOBS: &str = "guard cleaner driver cook cashier clerk technician welder tailor foreman forewoman manager leader officer \
    checker presser dyer knitter weaver loader trimmer steward president secretary treasurer teacher chief head accountant \
    seller vendor delegate activist machinist spreader embroiderer mechanic electrician translator interpreter boss owner";

/// Numbers in Khmer words, as they are put together: ប្រាំពីរ is seven, សាមសិបបួន thirty-four.
pub(super) const KHMER_NUMBERS: &str = "សូន្យ មួយ ពីរ បី បួន ប្រាំ ដប់ ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប រយ ពាន់ ម៉ឺន សាម កៅ ប៉ែត \
    ម្ភែ";

/// Numbers in English words.
pub(super) const ENGLISH_NUMBERS: &str = "zero oh nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety";

/// Jobs of factories by their names.
pub(super) const JOBS: &str = "sewing line leader, line leader, team leader, group leader, section leader, line supervisor, supervisor, \
    quality checker, quality controller, quality control, quality inspector, sewing operator, machine operator, \
    sewing machine operator, seamstress, sewer, ironer, packer, cutter, storekeeper, warehouse worker, \
    security guard of, shop steward, union steward, \
    local president, union president, union leader, union representative, worker representative, accountant, \
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

/// Whether a list has a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Whether a word says nothing of anybody.
pub(super) fn is_common_word(word: &str) -> bool {
    let word = bare(word);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word);
    has(COMMON, word)
}

/// Whether a word with a capital is nobody's name.
pub(super) fn is_nobody(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    has(NOBODY, word) || is_common_word(word)
}

/// Whether a word is in everybody's address.
pub(super) fn is_word_of_addresses(word: &str) -> bool {
    has(ADDRESSES, &bare(word))
}
