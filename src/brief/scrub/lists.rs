//! Lists of words that the scrubber looks for, or takes for nothing.

use super::letters::bare;

/// Words of everyday English that are also names, or begin sentences with a capital.
pub(super) const COMMON: &str = "a about after again all also an and another any anybody april are arrived as asked at august baby bed been \
    before but by call came can card cash child clinic could day december did do doctor doctors emergency every \
    everybody february finally first for friday from go good had has have he her here him his hospital hot hour \
    hours how i if in is it january july june kim last later long man many march may me mean medicine men mom \
    monday money more morning my never next no nobody not nothing november now nurse october of on one only or \
    other our out paid patients people please sam san saturday she sim since so some staff still sun sunday than \
    that the their them then there they thin this thursday to touch tuesday two until van was we wednesday went \
    were what when where while who with";

/// Words behind which a name stands.
pub(super) const TITLES: &str = "mr mrs ms miss dr named called nurse doctor midwife bong lok neak ming pou oum ta yeay sister brother aunt \
    uncle friend colleague co-worker coworker neighbour neighbor husband wife son daughter mother father \
    cousin niece nephew call ask ring contact officer leader guard";

/// What is written in capitals and is nobody.
pub(super) const NOBODY: &str = "NSSF HEF IDPoor MOH MoH MLVT ICU ID QC HR TV IV OPD HIV TB Khmer";

/// Words of the names of facilities.
pub(super) const FACILITIES: &str =
    "health centre center hospital referral clinic post provincial national municipal";

/// Words of addresses that are in everybody’s.
pub(super) const ADDRESSES: &str = "no house street st village commune sangkat khan district province city phum khum srok group phnom penh \
    ផ្ទះលេខ ភូមិ ឃុំ សង្កាត់ ស្រុក ខេត្ត ខណ្ឌ";

/// Words at which the name of a job ends.
pub(super) const ENDS: &str =
    "and but at in for of with who so since when because to on from i my the where went";

/// Words that stand behind the name of an employer.
pub(super) const KINDS: &str = "factory garment garments company co ltd footwear textile textiles apparel knitting enterprise enterprises \
    industries";

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
    line mechanic, trainee sewer, production manager";

/// The same in Khmer.
pub(super) const KHMER_JOBS: &str = "មេក្រុម មេខ្សែ មេជាង មេការ ប្រធានក្រុម ប្រធានខ្សែ ប្រធានផ្នែកដេរ ប្រធានផ្នែកកាត់ ប្រធានសហជីព អនុប្រធានសហជីព \
    លេខាសហជីព តំណាងកម្មករ តំណាងសហជីព ជាងដេរ អ្នកដេរ កម្មការិនីដេរ កម្មករដេរ ជាងកាត់ អ្នកកាត់ អ្នកអ៊ុត \
    អ្នកវេចខ្ចប់ អ្នកខ្ចប់ អ្នកត្រួតពិនិត្យគុណភាព ត្រួតពិនិត្យគុណភាព ពិនិត្យគុណភាព ជាងម៉ាស៊ីន គណនេយ្យករ \
    អ្នកបកប្រែ";

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
