//! What the values of following up are called.

use super::named;
use crate::domain::promise::Fate;
use crate::domain::standing::{Answer, Mark, Turn};
use crate::domain::submission::Way;
use crate::i18n::Lang;

named! { Turn {
    Confirm => "បញ្ជាក់ជាមួយសមាជិក", "Confirm with the member";
    Raise => "ដាក់ជូនភាគី", "Raise with a party";
    Party => "ភាគីត្រូវឆ្លើយ", "The party is to answer";
    Tell => "ប្រាប់សមាជិក", "Tell the member";
    Close => "បិទ ឬបន្តទៅថ្នាក់លើ", "Close, or take it further";
    AskAgain => "សួរសមាជិកម្ដងទៀត", "Ask the member again";
    Done => "ចប់", "Done";
} }

named! { Mark {
    Safety => "សុវត្ថិភាព", "Safety";
    Retaliation => "ការសងសឹក", "Retaliation";
} }

named! { Answer {
    No => "ទេ", "No";
    Yes => "មែន", "Yes";
    Unknown => "មិនអាចដឹង", "Cannot be found out";
} }

named! { Way {
    Letter => "លិខិត", "Letter";
    Meeting => "ការប្រជុំ", "Meeting";
    Call => "ទូរស័ព្ទ", "Telephone";
    Hotline => "ខ្សែទូរស័ព្ទបន្ទាន់", "Hotline";
    Message => "សារ", "Message";
} }

named! { Fate {
    Pending => "កំពុងរង់ចាំ", "Pending";
    Kept => "បានធ្វើតាម", "Kept";
    Partly => "បានធ្វើតាមមួយផ្នែក", "Kept in part";
    Broken => "មិនបានធ្វើតាម", "Broken";
    Withdrawn => "បានដកវិញ", "Withdrawn";
} }

/// The questions of the rebuttal check, in the order of its answers.
pub fn rebuttal_question(index: usize, lang: Lang) -> &'static str {
    const QUESTIONS: [(&str, &str); 4] = [
        ("តើគ្រាន់តែជាទម្រង់បែបបទដែលយល់ច្រឡំឬ?", "Was it only a form that was misunderstood?"),
        ("តើមន្ទីរពេទ្យគ្មានកិច្ចសន្យាជាមួយ ប.ស.ស. ឬ?", "Has the facility no contract with the fund?"),
        ("តើវិភាគទានបានផុតកំណត់ឬ?", "Had contributions lapsed?"),
        ("តើអ្វីដែលចង់បាននៅក្រៅកញ្ចប់ឬ?", "Does it lie outside the package?"),
    ];
    QUESTIONS.get(index).map_or("", |(km, en)| lang.pick(km, en))
}
