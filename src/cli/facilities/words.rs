//! What the commands on facilities say.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    nothing_changed() { km: "វាដូច្នេះរួចហើយ គ្មានអ្វីត្រូវកែទេ។", en: "It is so already: nothing was changed." }
    alike_nearby(id: &str, name: &str) {
        km: "ប្រហែលជាមានរួចហើយក្នុងស្រុកនោះ៖ {id} {name}។ បើវាតែមួយ៖ wardbook undo។",
        en: "This district may have it already: {id} {name}. If both are one: wardbook undo."
    }
    merged(old: &str, cases: &str) {
        km: "{old} ត្រូវបានបញ្ចូល។ ករណីដែលបានផ្លាស់៖ {cases}។ wardbook undo យកវាមកវិញ។",
        en: "{old} was merged; cases moved: {cases}. wardbook undo takes it back."
    }
    doubtful(name: &str) { km: "«{name}» អាចជាមូលដ្ឋានមួយក្នុងចំណោមនេះ៖", en: "\"{name}\" may be one of these:" }
    list_taken(added: usize, changed: usize, unchanged: usize, skipped: usize, doubtful: usize, refused: usize) {
        km: "បានបន្ថែម {added} បានកែ {changed} ដូចដើម {unchanged} បានរំលង {skipped} មិនច្បាស់ {doubtful} បានបដិសេធ {refused}។",
        en: "Added {added}, changed {changed}, unchanged {unchanged}, skipped {skipped}, doubtful {doubtful}, refused {refused}."
    }
    list_refused(path: &str) {
        km: "ជួរដែលបដិសេធ មានក្នុង {path} ជាមួយមូលហេតុ។ កែវានៅទីនោះ រួចនាំចូលឯកសារនោះ។",
        en: "The refused rows are in {path}, with the reasons. Mend them there and import that file."
    }
    list_refused_nowhere() {
        km: "មិនអាចសរសេរឯកសារជួរដែលបដិសេធនៅក្បែរបញ្ជីបានទេ។ សូមប្រើ --refused FILE.csv។",
        en: "The refused rows could not be written beside the list. Name a file with --refused FILE.csv."
    }
    closed_from(day: &str) {
        km: "វារាប់ថាបិទ តែពី {day} ទៅ។",
        en: "It counts as closed only from {day} on."
    }
    decisions_written(file: &str) {
        km: "សរសេរការសម្រេចក្នុង {file} ហើយនាំចូលម្ដងទៀតជាមួយ --decisions។",
        en: "Write your decisions into {file}, and import again with --decisions."
    }
}
