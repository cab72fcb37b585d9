//! What `attach` says.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    attachments() { km: "ឯកសារភ្ជាប់", en: "Attachments" }
    no_number(text: &str) { km: "«{text}» មិនមែនជាលេខឯកសារភ្ជាប់ទេ។", en: "\"{text}\" is no number of an attachment." }
    saved(file: &str) { km: "បានសរសេរ {file}។ វាមិនត្រូវបានការពារទេ។", en: "Wrote {file}. It is not protected there." }
    removed() { km: "បានដក។ wardbook undo យកវាមកវិញក្នុង ៧ ថ្ងៃ។", en: "Removed. For seven days wardbook undo brings it back." }
    may_be_a(number: &str) {
        km: "រូបថត ឬឯកសារអាចធ្វើឱ្យភស្តុតាងថ្នាក់ A៖ wardbook edit {number} --evidence A",
        en: "With a photo or paper the evidence may be of grade A: wardbook edit {number} --evidence A"
    }
    not_here() { km: "មិននៅក្នុងសៀវភៅនេះទេ", en: "not in this book" }
    stripped(what: &str) { km: "បានដកចេញ៖ {what}។", en: "taken out: {what}." }
    nothing_stripped() { km: "គ្មានអ្វីត្រូវដកចេញទេ។", en: "there was nothing to take out." }
    opened() {
        km: "បានបើក។ ចុច Enter ពេលមើលរួច៖ ឯកសារបណ្ដោះអាសន្ននឹងត្រូវលុប។",
        en: "Opened. Press Enter when you have seen it: the temporary file is then removed."
    }
    no_terminal_to_open() { km: "ត្រូវការស្ថានីយ (terminal) ដើម្បីបើក។", en: "Opening needs a terminal." }
    open_hint() { km: "ប្រើ --save N OUT ដើម្បីសរសេរវាជាឯកសារ។", en: "Use --save N OUT to write it to a file." }
    exported(count: usize, folder: &str) { km: "បានសរសេរឯកសារភ្ជាប់ {count} ទៅ {folder}។", en: "Wrote {count} attachments to {folder}.", one(count): "Wrote {count} attachment to {folder}." }
    without_consent(count: usize) {
        km: "បានទុកឯកសារភ្ជាប់ {count}៖ សមាជិកមិនយល់ព្រម media ទេ។",
        en: "Left out {count} attachments: their members did not agree to media.",
        one(count): "Left out {count} attachment: its member did not agree to media."
    }
}
