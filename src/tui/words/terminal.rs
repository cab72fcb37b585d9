//! The terminal itself, and the frame round the screens.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    no_terminal() { km: "គ្មានទែរមីណាល់សម្រាប់បង្ហាញអេក្រង់ទេ។", en: "There is no terminal to draw the screens on." }
    no_terminal_hint() {
        km: "បើក wardbook ក្នុងទែរមីណាល់ ឬប្រើពាក្យបញ្ជា ឧទាហរណ៍ wardbook list។",
        en: "Start wardbook in a terminal, or use a command, such as wardbook list.",
    }
    terminal_failed(reason: &str) { km: "ទែរមីណាល់មានបញ្ហា៖ {reason}", en: "The terminal failed: {reason}" }
    worker_failed(said: &str) { km: "ផ្នែកមួយនៃកម្មវិធីបានខូច៖ {said}", en: "A part of the program failed: {said}" }
    demo_mark() { km: "គំរូ", en: "DEMO" }
    too_small() { km: "តូចពេក", en: "Too small" }
    not_preferred(why: &str) { km: "រក្សាទុកការកំណត់មិនបាន៖ {why}", en: "The settings could not be kept: {why}" }
}
