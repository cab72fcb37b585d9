//! What a slip says happens next: in the words of "we", without a place, a party or a cause.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Not confirmed yet.
    confirm() {
        km: "បន្ទាប់៖ យើងនឹងទូរស័ព្ទមកអ្នក ដើម្បីពិនិត្យឡើងវិញនូវអ្វីដែលអ្នកបានប្រាប់។",
        en: "Next: we call you to go through what you told us."
    }
    /// Confirmed, and not raised.
    raise() {
        km: "បន្ទាប់៖ យើងនឹងលើករឿងរបស់អ្នកទៅអ្នកដែលអាចដោះស្រាយបាន។",
        en: "Next: we take your case to those who can settle it."
    }
    /// The same with a day.
    by(next: &str, day: &str) { km: "{next} យើងគ្រោងធ្វើត្រឹម{day}។", en: "{next} We mean to do so by {day}." }
    /// Raised.
    answer(day: &str) {
        km: "បន្ទាប់៖ យើងរង់ចាំចម្លើយត្រឹម{day}។ បន្ទាប់មក យើងប្រាប់អ្នក។",
        en: "Next: an answer is due by {day}. Then we tell you."
    }
    /// Raised, and not answered in time.
    late(day: &str) {
        km: "ចម្លើយត្រូវមកត្រឹម{day} តែមិនទាន់មក។ យើងកំពុងទាមទារវា ហើយនឹងប្រាប់អ្នក។",
        en: "An answer was due by {day} and has not come. We are pressing for it, and tell you."
    }
    /// Raised, and the clock stands.
    paused() {
        km: "បន្ទាប់៖ យើងរង់ចាំពាក្យរបស់អ្នក មុននឹងបន្ត។ សូមទូរស័ព្ទមកយើង។",
        en: "Next: we wait for your word before we go on. Please call us."
    }
    /// Answered.
    tell() {
        km: "មានចម្លើយហើយ។ បន្ទាប់៖ យើងនឹងទូរស័ព្ទប្រាប់អ្នក។",
        en: "An answer has come. Next: we call you to tell it."
    }
    /// Answered, and nobody reached.
    not_reached() {
        km: "មានចម្លើយហើយ តែយើងទាក់ទងអ្នកមិនបាន។ សូមទូរស័ព្ទមកយើង។",
        en: "An answer has come, and we could not reach you. Please call us."
    }
    /// Told.
    close() {
        km: "អ្នកបានដឹងចម្លើយហើយ។ បើវាមិនដោះស្រាយទេ សូមទូរស័ព្ទមក៖ យើងនឹងលើករឿងនេះទៅថ្នាក់ខ្ពស់ជាងនេះ។",
        en: "You know the answer. If it does not settle the matter, call us: we take it further."
    }
    /// Closed.
    ask_again(day: &str) {
        km: "រឿងនេះបានបិទហើយ។ បន្ទាប់៖ នៅ{day} យើងនឹងសួរអ្នកម្ដងទៀតថាវាល្អទេ។",
        en: "This is closed. Next: on {day} we ask you once more whether all is well."
    }
    /// Closed for good.
    closed() {
        km: "រឿងនេះបានបិទហើយ។ បើវាកើតឡើងម្ដងទៀត សូមទូរស័ព្ទមកយើង។",
        en: "This is closed. If it happens again, call us."
    }
    /// Withdrawn.
    withdrawn() {
        km: "អ្នកបានដករឿងនេះវិញ។ បើអ្នកប្ដូរចិត្ត សូមទូរស័ព្ទមកយើង។",
        en: "You took this back. If you change your mind, call us."
    }
    /// Who answers.
    us() { km: "យើង", en: "us" }
}
