//! What is said of facilities.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Said to the officer.
    facility_unknown(id: &str) { km: "គ្មានមូលដ្ឋានដែលមានលេខសម្គាល់ {id} ទេ។", en: "There is no facility {id}." }
    /// Said to the officer.
    facility_unknown_hint() {
        km: "រកវាដោយ៖ wardbook facilities list ឈ្មោះ",
        en: "Look for it with: wardbook facilities list NAME"
    }
    /// Said to the officer.
    facility_far_ahead(day: &str) {
        km: "{day} នៅឆ្ងាយពេកនៅខាងមុខ ច្រើនជាងមួយឆ្នាំ។",
        en: "{day} lies more than a year ahead."
    }
    /// Said to the officer.
    facility_far_ahead_hint() {
        km: "ពិនិត្យឆ្នាំ។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Look at the year. Nothing was written."
    }
    /// Said to the officer.
    facility_name_taken(given: &str, bearer: &str) {
        km: "«{given}» ជាឈ្មោះរបស់ {bearer} រួចហើយ។",
        en: "“{given}” is already what {bearer} is called."
    }
    /// Said to the officer.
    facility_name_taken_hint() {
        km: "ឈ្មោះមួយមិនអាចហៅមូលដ្ឋានពីរបានទេ។ បើវាជាមូលដ្ឋានតែមួយ៖ wardbook facilities merge។",
        en: "One name cannot mean two facilities. If both are one: wardbook facilities merge."
    }
    /// Said to the officer.
    points_far(rows: usize, lines: &str) {
        km: "ចំណុចដែលនៅឆ្ងាយពីខេត្តរបស់ខ្លួន ({rows})៖ {lines}។ ពិនិត្យមើលបញ្ជី។",
        en: "Points that lie far outside their province, taken as they stand ({rows}): {lines}. Look at the list.",
        one(rows): "A point that lies far outside its province, taken as it stands: {lines}. Look at the list.",
    }
    /// One such row.
    point_far(line: u64, name: &str, kilometres: &str) {
        km: "បន្ទាត់ {line} {name} ({kilometres} គ.ម.)",
        en: "line {line}, {name} ({kilometres} km)"
    }
    /// Said to the officer.
    points_half(rows: usize, lines: &str) {
        km: "ជួរដែលមានតែរយៈទទឹង ឬរយៈបណ្តោយ ហើយចំណុចមិនបានយក ({rows})៖ បន្ទាត់ {lines}។",
        en: "Rows with only one of latitude and longitude, so that the point was not taken ({rows}): lines {lines}.",
        one(rows): "A row with only one of latitude and longitude, so that the point was not taken: line {lines}.",
    }
    /// Said to the officer.
    counting(numbers: usize) {
        km: "លេខ {numbers} ក្នុងជួរឈរកូដ គ្រាន់តែរាប់ជួរ (១, ២, ៣ …) មិនមែនជាកូដទេ ហើយមិនបានយក។",
        en: "Numbers in the column of codes that only count rows (1, 2, 3 …), and were not taken for codes: {numbers}."
    }
    /// Said to the officer.
    undecided() {
        km: "ជួរមិនច្បាស់មិនត្រូវបានយកទេ។ សរសេរវាទៅឯកសារដោយ wardbook facilities import ឯកសារ --dry-run --decisions FILE.toml ហើយសម្រេច។",
        en: "Doubtful rows were not taken. Have them written with wardbook facilities import LIST --dry-run --decisions FILE.toml, and decide."
    }
    /// Said to the officer.
    skipped_before(rows: usize) {
        km: "ជួរដែលរំលងដូចបានសម្រេចពីមុន៖ {rows}។ មើល ឬបំភ្លេច៖ wardbook import --decisions",
        en: "Rows skipped as was decided before: {rows}. To look at that or forget it: wardbook import --decisions"
    }
    /// Said to the officer.
    facility_same(id: &str) { km: "ទាំងពីរជាមូលដ្ឋានតែមួយរួចហើយ ({id})។", en: "Both are one facility already ({id})." }
    /// Said to the officer.
    facility_no_name() { km: "ត្រូវការឈ្មោះមួយ។", en: "A name is needed." }
    /// Said to the officer.
    facility_no_name_hint() {
        km: "សរសេរឈ្មោះខ្មែរ ឬឈ្មោះជាអក្សរឡាតាំង។",
        en: "Write the Khmer name, or the one in Latin letters."
    }
    /// Said to the officer.
    facility_name_long(length: &str, limit: &str) {
        km: "ឈ្មោះនេះមាន {length} តួអក្សរ ច្រើនជាង {limit}។",
        en: "This name has {length} characters, more than {limit}."
    }
    /// Said to the officer.
    decision_other_row(line: &str) {
        km: "បន្ទាត់ {line} នៃបញ្ជីជាជួរផ្សេងពីពេលដែលឯកសារសម្រេចត្រូវបានសរសេរ។",
        en: "Line {line} of the list is another row than when the decisions were written."
    }
    /// Said to the officer.
    decision_other_row_hint() {
        km: "សរសេរឯកសារសម្រេចថ្មី៖ ដាក់ឈ្មោះឯកសារផ្សេង ហើយប្រើ --dry-run។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Have the decisions written anew: another file name, with --dry-run. Nothing was written."
    }
    /// Said to the officer.
    decision_none(line: &str, text: &str) {
        km: "ការសម្រេច «{text}» សម្រាប់បន្ទាត់ {line} មិនស្គាល់ទេ។",
        en: "The decision \"{text}\" for line {line} is not understood."
    }
    /// Said to the officer.
    decision_none_hint() {
        km: "សរសេរលេខសម្គាល់មូលដ្ឋាន ឬ new ឬ skip ឬទុកទទេ។ គ្មានអ្វីត្រូវបានសរសេរទេ។",
        en: "Write a facility's identifier, new, skip, or nothing. Nothing was written."
    }
    /// The head of the file of decisions.
    decisions_head() {
        km: "ជួរដែលមិនច្បាស់៖ សរសេរក្នុង decision លេខសម្គាល់មូលដ្ឋាន ឬ new (ថ្មី) ឬ skip (រំលង) ហើយនាំចូលម្ដងទៀតជាមួយ --decisions។",
        en: "Doubtful rows: as decision write a facility's identifier, new, or skip, and import again with --decisions.",
    }
    /// Said to the officer.
    decisions_bad(line: usize, column: usize, problem: &str) {
        km: "មិនអាចអានឯកសារសម្រេចបានទេ បន្ទាត់ {line} តួទី {column}៖ {problem}។",
        en: "The decisions cannot be read, line {line}, column {column}: {problem}."
    }
}
