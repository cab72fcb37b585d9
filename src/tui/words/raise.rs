//! Raising cases with a party.

use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    raise_choose() { km: "ជ្រើសរើស", en: "Choose" }
    raise_check() { km: "ពិនិត្យ", en: "Check" }
    raise_read() { km: "អានមើល", en: "Read" }
    raise_party() { km: "លើកជូន", en: "Raise with" }
    raise_party_doc() {
        km: "ភាគីដែលឯកសារនេះផ្ញើជូន។ ឯកសារនិយាយអំពីអ្វីដែលស្ថិតក្នុងសមត្ថកិច្ចរបស់ភាគីនោះ។",
        en: "The party that the document goes to. It speaks of what is in that party's power.",
    }
    raise_cases() { km: "ករណី", en: "Cases" }
    raise_all_cases() { km: "ករណីទាំងអស់", en: "All cases" }
    raise_cases_doc() {
        km: "ករណីណាខ្លះត្រូវរាប់ ដូចក្នុងការស្វែងរក៖ province:08 issue:WAIT payer:nssf។ ទទេ = ទាំងអស់។",
        en: "Which cases are counted, as in a filter: province:08 issue:WAIT payer:nssf. Empty means all.",
    }
    raise_period() { km: "រយៈពេល", en: "Period" }
    raise_period_doc() { km: "រាប់តាមថ្ងៃដែលសមាជិកទៅព្យាបាល។", en: "Counted by the day of the visit." }
    raise_language() { km: "ភាសា", en: "Language" }
    raise_language_doc() { km: "ភាសារបស់ឯកសារ។", en: "The language of the document." }
    raise_format() { km: "ប្រភេទឯកសារ", en: "Kind of file" }
    raise_format_doc() {
        km: "តួលេខក្នុងឯកសារគ្រប់ប្រភេទដូចគ្នា។",
        en: "The figures are the same in every kind of file.",
    }
    raise_meeting() { km: "កិច្ចប្រជុំ", en: "Meeting" }
    raise_meeting_doc() {
        km: "ឈ្មោះណាក៏បាន៖ ឯកសារទាំងអស់នៃកិច្ចប្រជុំតែមួយ ហៅសមាជិកដូចគ្នា ហើយកិច្ចប្រជុំផ្សេងហៅផ្សេង។ ទទេ = កិច្ចប្រជុំថ្ងៃនេះ។",
        en: "Any name: all documents of one meeting call a member the same, and those of another otherwise. Empty means today's.",
    }
    raise_meeting_today() { km: "កិច្ចប្រជុំថ្ងៃនេះ", en: "Today's" }
    raise_names() { km: "ឈ្មោះសមាជិក", en: "Names" }
    raise_names_doc() {
        km: "អាចបន្ថែមបញ្ជីឈ្មោះសមាជិកដែលបានយល់ព្រមឱ្យប្រាប់ឈ្មោះដល់ភាគីដែលយើងដាក់ករណីជូន។ គ្មាននរណាផ្សេងទៀតទេ។ ជំហានពិនិត្យបង្ហាញថានរណាខ្លះ។ ប្ដូរភាគី គឺបិទវិញ។",
        en: "A list can be added of the members who agreed by name: that the party with which the case is raised learns it. Nobody else. The check shows who they are. Another party turns it off again.",
    }
    raise_without_names() { km: "គ្មានឈ្មោះ", en: "Nobody is named" }
    raise_with_names() { km: "អ្នកដែលយល់ព្រមឱ្យប្រាប់ឈ្មោះ", en: "Those who agreed by name" }
    raise_names_title() { km: "បញ្ចេញឈ្មោះសមាជិក?", en: "Name members?" }
    raise_names_ask(party: &str) {
        km: "ឯកសារនឹងប្រាប់ {party} នូវឈ្មោះសមាជិកដែលបានយល់ព្រមឱ្យប្រាប់ឈ្មោះដល់ភាគីដែលយើងដាក់ករណីជូន។ នរណាដែលយល់ព្រមតែឱ្យរាប់ ឬឱ្យនិទានរឿង មិនត្រូវបានបញ្ចេញឈ្មោះទេ។",
        en: "The document will tell {party} the names of the members who agreed by name: that the party with which the case is raised learns it. Nobody is named who agreed only to be counted, or to have the story told.",
    }
    raise_named(count: &str, names: &str) {
        km: "បញ្ចេញឈ្មោះសមាជិក {count} នាក់ ដែលបានយល់ព្រមឱ្យប្រាប់ឈ្មោះ៖ {names}។ បញ្ជីពេញមានក្នុងឯកសារ។",
        en: "Members named, who agreed by name: {count}. {names}. The whole list stands in the document.",
    }
    raise_letter() { km: "លិខិតភ្ជាប់", en: "Letter" }
    raise_letter_doc() {
        km: "លិខិត និងរបៀបវារៈកិច្ចប្រជុំ រក្សាទុកក្បែរឯកសារ។ ពាក្យក្នុងលិខិត អាចកែបានតាម wardbook config templates។",
        en: "A letter and an agenda for the meeting, kept beside the document. Their words are yours to change: wardbook config templates.",
    }
    raise_with_letter() { km: "មានលិខិត និងរបៀបវារៈ", en: "With letter and agenda" }
    raise_without_letter() { km: "គ្មាន", en: "None" }
    raise_how() {
        km: "បន្ទាប់មក សូមពិនិត្យអ្វីដែលឯកសារនឹងបង្ហើប ហើយអានវា មុនពេលសរសេរទៅជាឯកសារ។ មិនទាន់មានអ្វីចេញពីសៀវភៅទេ។",
        en: "Next, check what the document would give away, and read it, before it is written. Nothing has left the book yet.",
    }
    raise_gathering() { km: "កំពុងប្រមូល …", en: "Gathering …" }
    raise_writing() { km: "កំពុងសរសេរ …", en: "Writing …" }
    raise_writing_brief() { km: "កំពុងសរសេរសេចក្ដីសង្ខេប …", en: "Writing the brief …" }
    raise_writing_letter() { km: "កំពុងសរសេរលិខិត …", en: "Writing the letter …" }
    raise_writing_agenda() { km: "កំពុងសរសេររបៀបវារៈ …", en: "Writing the agenda …" }
    raise_written(path: &str) { km: "បានសរសេរទៅ {path}", en: "Written to {path}" }
    raise_cancelled() { km: "បានបញ្ឈប់។ គ្មានអ្វីត្រូវបានសរសេរទេ។", en: "Stopped. Nothing was written." }
    raise_look_first() {
        km: "សូមពិនិត្យ និងអានឯកសារជាមុនសិន។",
        en: "Check and read the document first.",
    }
    not_opened(why: &str) {
        km: "មិនអាចបើកឯកសារនេះបានទេ៖ {why}។ សូមបើកវាពីថតរបស់វា។",
        en: "The file could not be opened: {why}. Open it from its folder.",
    }
    raise_counted(cases: &str) { km: "រាប់ {cases}។", en: "Counted: {cases}." }
    raise_left_out() { km: "អ្វីដែលមិនបានយក", en: "What is left out" }
    raise_no_stories() { km: "គ្មានសាច់រឿងណាដែលអាចនិទានបានទេ។", en: "There is no story that may be told." }
    raise_how_to_strike() {
        km: "សាច់រឿងខាងក្រោមនឹងចេញក្រៅ។ [-លុប-] និង [+ទុក+] បង្ហាញពាក្យដែលសង្ស័យ។ ចុច Enter ដើម្បីលុប ឬទុក។",
        en: "These stories will leave the house. Suspected words stand as [-struck-] or [+kept+]. Enter strikes or keeps.",
    }
    raise_told() { km: "និទាន", en: "told" }
    raise_not_told() { km: "មិននិទាន", en: "left out" }
    raise_struck() { km: "លុប", en: "struck" }
    raise_kept() { km: "ទុក", en: "kept" }
    raise_path() { km: "ទុកឯកសារនៅឯណា?", en: "Where shall the file lie?" }
    raise_path_doc() {
        km: "ឯកសារដែលមានឈ្មោះដូចគ្នារួចហើយ មិនត្រូវបានសរសេរជាន់លើទេ។",
        en: "A file of that name that is there already is not written over.",
    }
    format_pdf() { km: "PDF សម្រាប់បោះពុម្ព", en: "PDF, to print" }
    format_docx() { km: "Word (DOCX) សម្រាប់កែ", en: "Word (DOCX), to edit" }
    format_xlsx() { km: "Excel (XLSX) តួលេខ", en: "Excel (XLSX), the figures" }
    format_html() { km: "ទំព័រ (HTML) សម្រាប់ទូរស័ព្ទ", en: "Web page (HTML), for telephones" }
    format_png() { km: "រូបភាព (PNG) មួយទំព័រ", en: "Picture (PNG) of one page" }
}
