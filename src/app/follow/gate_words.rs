//! What the card at the gate says: short, polite, firm, and nothing that is not so.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Heading.
    say() { km: "និយាយនៅបញ្ជរ", en: "Say at the counter" }
    /// To the people at the counter.
    say_member() {
        km: "ជម្រាបសួរ។ អ្នកជំងឺមានប័ណ្ណ ប.ស.ស. នៅទីនេះ។ យើងសូមឱ្យទទួល និងពិនិត្យគាត់ ដូចអ្នកជំងឺដទៃទៀត។",
        en: "Good day. The patient holds an NSSF card, and it is here. Please receive and see the patient like any other."
    }
    /// To the people at the counter.
    say_urgent() {
        km: "បើគាត់ធ្ងន់ សូមឱ្យគ្រូពេទ្យ ឬគិលានុបដ្ឋាក មើលគាត់ជាមុនសិន។ រឿងឯកសារយើងដោះស្រាយក្រោយ។",
        en: "If it is urgent, please let a doctor or a nurse see the patient first. We settle the papers after that."
    }
    /// To the people at the counter.
    say_reason() {
        km: "បើមិនអាចទទួលបាន សូមប្រាប់មូលហេតុ និងប្រាប់ថាការិយាល័យណាជាអ្នកសម្រេច។ យើងកត់ទុកតាមពាក្យរបស់លោកអ្នក។",
        en: "If the patient cannot be received, please tell us why, and which office decided it. We write it down in your words."
    }
    /// To the people at the counter.
    say_payment() {
        km: "បើត្រូវបង់ប្រាក់ សូមប្រាប់ថាសម្រាប់អ្វី និងចំនួនប៉ុន្មាន ហើយសូមចេញបង្កាន់ដៃ។",
        en: "If something is to be paid, please tell us for what and how much, and give a receipt."
    }
    /// To the people at the counter.
    say_call(hotline: &str) {
        km: "យើងទូរស័ព្ទទៅភ្នាក់ងារ ប.ស.ស. និងលេខ {hotline} ឥឡូវនេះ ដើម្បីដោះស្រាយជាមួយគ្នានៅទីនេះ។ សូមអរគុណ។",
        en: "We are calling the agent of the fund and {hotline} now, so that it can be settled here, with you. Thank you."
    }
    /// Heading.
    right() { km: "អ្វីដែលរដ្ឋបានថ្លែង", en: "What the state has said" }
    /// Where a sentence is from.
    source(source: &str) { km: "ប្រភព៖ {source}", en: "Source: {source}" }
    /// Heading.
    call() { km: "ទូរស័ព្ទទៅ", en: "Call" }
    /// Where no contact of the agent was written down.
    ask_for_agent() {
        km: "មិនទាន់មានលេខទេ។ សួរនៅកន្លែងទទួលអ្នកជំងឺថា ភ្នាក់ងារ ប.ស.ស. នៅទីណា ហើយកត់លេខទូរស័ព្ទទុកសម្រាប់លើកក្រោយ។",
        en: "no number is known yet. Ask at reception where the agent of the NSSF is, and note the telephone number for the next time."
    }
    /// Where no contact of the branch was written down.
    ask_for_branch(hotline: &str) {
        km: "មិនទាន់មានលេខទេ។ សួរលេខសាខាតាម {hotline}។",
        en: "no number is known yet. Ask {hotline} for it."
    }
    /// Heading.
    note() { km: "កត់ទុកភ្លាម", en: "Write down at once" }
    /// What to write down.
    note_times() {
        km: "ម៉ោង៖ មកដល់ ទៅដល់បញ្ជរ និងម៉ោងដែលគេឆ្លើយម្ដងៗ។",
        en: "The times: of arrival, at the counter, and of each answer."
    }
    /// What to write down.
    note_office() {
        km: "ការិយាល័យ ឬបញ្ជរដែលបដិសេធ និងពាក្យដែលគេនិយាយ។ កុំកត់ឈ្មោះបុគ្គលិក។",
        en: "The office or counter that refused, and its words. No names of staff."
    }
    /// What to write down.
    note_slip() {
        km: "លេខសន្លឹករង់ចាំ។ រក្សាសន្លឹកនោះ និងបង្កាន់ដៃទុក ហើយថតរូបវា។",
        en: "The number on the queue slip. Keep the slip and every receipt, and take a photo of them."
    }
    /// What to write down.
    note_told() {
        km: "គេប្រាប់ឱ្យធ្វើអ្វី៖ បង់ប្រាក់ រង់ចាំ ទៅកន្លែងផ្សេង ឬមកម្ដងទៀត។",
        en: "What the member was told to do: to pay, to wait, to go elsewhere, to come again."
    }
    /// What to write down.
    note_paid() {
        km: "បានបង់ប៉ុន្មាន សម្រាប់អ្វី ហើយមានបង្កាន់ដៃឬទេ។",
        en: "What was paid, for what, and whether there is a receipt."
    }
    /// What to write down.
    note_witness() {
        km: "តើមានអ្នកណាផ្សេងបានឃើញ ហើយយល់ព្រមឱ្យសួរឬទេ។",
        en: "Whether somebody else saw it and agrees to be asked."
    }
    /// Heading.
    entitled() { km: "តើមានសិទ្ធិឬទេ (គន្លឹះ)", en: "Is the member entitled? (a hint)" }
    /// Who is entitled.
    hint() {
        km: "មានសិទ្ធិ បើភាគទានត្រូវបានបង់ ២ ខែចុងក្រោយជាប់គ្នា ឬ ៦ ខែក្នុង ១២ ខែចុងក្រោយ។ ពេលអាសន្ន មូលដ្ឋានសុខាភិបាលដែលនៅជិតបំផុតជាអ្នកទទួល ហើយគេជូនដំណឹងដល់ ប.ស.ស.។",
        en: "Members are entitled for whom contributions were paid in the last 2 consecutive months, or in 6 of the last 12. In an emergency the nearest facility serves, and the fund is told."
    }
    /// What to make of it.
    caution() {
        km: "នេះជាគន្លឹះ មិនមែនជាសេចក្ដីសម្រេចទេ៖ វិធានត្រូវបានកែប្រែតាំងពីពេលនោះមក ហើយ ប.ស.ស. ជាអ្នកសម្រេច។",
        en: "A hint and no verdict: the rules were amended since, and the fund decides."
    }
}
