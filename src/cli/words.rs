//! What the command line says, in both languages.

use crate::book::Finding;
use crate::i18n::Lang;
use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Said by a command.
    in_clear() {
        km: "សៀវភៅនេះមិនបានអ៊ិនគ្រីបទេ៖ នរណាដែលមានឯកសារនេះ អាចអានវាបាន។",
        en: "This book is not encrypted: whoever has the file can read it."
    }
    /// Said by a command.
    entries_lost(count: u64) {
        km: "សៀវភៅនេះចាស់ជាងអ្វីដែលឧបករណ៍នេះបានសរសេរ៖ ខ្វះ {count} កំណត់ត្រា។ បើទើបយកច្បាប់បម្រុងទុកមកវិញ នេះជារឿងធម្មតា; បើមិនមែន សូមរកច្បាប់ថ្មីជាងនេះ។",
        en: "This book is older than what this device wrote: {count} entries are missing. After restoring a backup that is to be expected; otherwise look for a newer copy.",
        one(count): "This book is older than what this device wrote: {count} entry is missing. After restoring a backup that is to be expected; otherwise look for a newer copy."
    }
    /// Said by a command.
    passphrase() { km: "ពាក្យសម្ងាត់៖", en: "Passphrase:" }
    /// Said by a command.
    new_passphrase() { km: "ពាក្យសម្ងាត់ថ្មី៖", en: "New passphrase:" }
    /// Said by a command.
    passphrase_again() { km: "ម្ដងទៀត៖", en: "Once more:" }
    /// Said by a command.
    passphrases_differ() {
        km: "ពាក្យទាំងពីរមិនដូចគ្នា ឬទទេ។ សូមវាយម្ដងទៀត។",
        en: "The two differ, or are empty. Type them again."
    }
    /// Said by a command.
    empty_passphrase() { km: "ពាក្យសម្ងាត់ថ្មីទទេ។", en: "The new passphrase is empty." }
    /// Said by a command.
    recovery_code_prompt() { km: "លេខកូដសង្គ្រោះ៖", en: "Recovery code:" }
    /// Said by a command.
    passphrase_file(path: &str, reason: &str) {
        km: "អានឯកសារពាក្យសម្ងាត់ {path} មិនបាន៖ {reason}។",
        en: "The passphrase file {path} cannot be read: {reason}."
    }
    /// Standard output that cannot be written.
    output_failed(reason: &str) { km: "សរសេរចម្លើយមិនបាន៖ {reason}។", en: "The answer cannot be written: {reason}." }
    /// Said by a command.
    made(path: &str) { km: "បានបង្កើតសៀវភៅ {path}។", en: "Made the book {path}." }
    /// Said by a command.
    recovery_note() {
        km: "លេខកូដសង្គ្រោះ៖ សូមសរសេរទុកលើក្រដាស ហើយរក្សាឱ្យឆ្ងាយពីកុំព្យូទ័រ។ វាត្រូវបានបង្ហាញតែម្ដងនេះទេ។",
        en: "The recovery code: write it on paper and keep it away from the computer. It is shown only this once."
    }
    /// Said by a command.
    add_nothing() { km: "គ្មានអ្វីត្រូវកត់ត្រាទេ។", en: "There is nothing to log." }
    /// Said by a command.
    add_hint() {
        km: "ផ្ដល់ --visited-on --facility --issue ឬ --json FILE។ ឧទាហរណ៍៖ wardbook add --visited-on 2026-10-03 --facility N00003 --issue WAIT:high",
        en: "Give --visited-on, --facility and --issue, or --json FILE. For example: wardbook add --visited-on 2026-10-03 --facility N00003 --issue WAIT:high"
    }
    /// Said by a command.
    observe_nothing() { km: "គ្មានអ្វីត្រូវសរសេរទេ។", en: "There is nothing to write down." }
    /// Said by a command.
    observe_hint() {
        km: "ផ្ដល់ --visited-on --facility --payer និង --arrived --seen ឬ --waited ឬ --json FILE។ ឧទាហរណ៍៖ wardbook observe --visited-on 2026-10-03 --facility N00003 --payer cash --arrived 6h10 --seen 7h",
        en: "Give --visited-on, --facility, --payer, and --arrived with --seen or --waited; or --json FILE. For example: wardbook observe --visited-on 2026-10-03 --facility N00003 --payer cash --arrived 6h10 --seen 7h"
    }
    /// Said by a command.
    observed(facility: &str, day: &str, payer: &str, wait: &str) {
        km: "{facility} – {day} – {payer} – រង់ចាំ {wait}",
        en: "{facility} – {day} – {payer} – waited {wait}"
    }
    /// Said by a command.
    observed_unprinted() {
        km: "ការសង្កេតម៉ោងនេះត្រូវបានរក្សាទុក តែមិនអាចបង្ហាញនៅទីនេះបានទេ។ កុំសរសេរវាម្ដងទៀត។",
        en: "The observation is saved, but could not be printed. Do not write it down again."
    }
    /// Said by a command.
    all_members() { km: "សមាជិកទាំងអស់", en: "all members" }
    /// Said by a command.
    members(whose: &str, members: &str, day: &str, source: &str) {
        km: "{whose}៖ {members} នៅ {day} (ប្រភព៖ {source})",
        en: "{whose}: {members} on {day} (source: {source})"
    }
    /// Said by a command.
    no_members() {
        km: "មិនទាន់បានបញ្ចូលចំនួនសមាជិកទេ។",
        en: "No number of members was entered yet."
    }
    /// Said by a command.
    edit_nothing() {
        km: "គ្មានអ្វីត្រូវកែទេ៖ ប្រាប់យ៉ាងតិចមួយ ដូចជា --remedy \"…\"។",
        en: "Nothing to change: give at least one field, such as --remedy \"…\"."
    }
    /// Said by a command.
    saved_unprinted(number: &str) {
        km: "ករណីត្រូវបានរក្សាទុកជា {number} តែមិនអាចបង្ហាញលេខវានៅទីនេះបានទេ។ កុំកត់ត្រាវាម្ដងទៀត។",
        en: "The case is saved as {number}, but the number could not be printed. Do not log it again."
    }
    /// Said by a command.
    unchanged() { km: "គ្មានអ្វីផ្លាស់ប្ដូរទេ។", en: "Nothing changed." }
    /// Said by a command.
    changed(number: &str, fields: &str) { km: "បានកែ {number}៖ {fields}។", en: "Changed {number}: {fields}." }
    /// Said by a command.
    listed(shown: usize, all: usize) { km: "{shown} ក្នុង {all} ករណី។", en: "{shown} of {all} cases.", one(all): "{shown} of {all} case." }
    /// Said by a command.
    no_consent() { km: "មិនទាន់មាន", en: "none recorded" }
    /// Said by a command.
    undone(kind: &str) { km: "បានលុបការធ្វើចុងក្រោយ៖ {kind}។", en: "Undone: {kind}." }
    /// Said by a command.
    undone_times(kind: &str, count: usize) {
        km: "បានលុបការធ្វើចុងក្រោយ៖ {kind} ({count} ដង)។",
        en: "Undone: {kind}, {count} times."
    }
    /// Said by a command.
    undone_of(kind: &str, cases: &str) {
        km: "បានលុបការធ្វើចុងក្រោយ៖ {kind} {cases}។",
        en: "Undone: {kind} {cases}."
    }
    /// Said by a command.
    undone_of_more(kind: &str, cases: &str, more: usize) {
        km: "បានលុបការធ្វើចុងក្រោយ៖ {kind} {cases} និង {more} ករណីទៀត។",
        en: "Undone: {kind} {cases} and {more} cases more.",
        one(more): "Undone: {kind} {cases} and {more} case more."
    }
    /// Said by a command.
    undone_merge(kind: &str, old: &str, into: &str) {
        km: "បានលុបការធ្វើចុងក្រោយ៖ {kind} {old} ទៅក្នុង {into}។",
        en: "Undone: {kind}, {old} into {into}."
    }
    /// Said by a command.
    head_cases() { km: "ករណី", en: "cases" }
    /// Said by a command.
    head_open() { km: "នៅបើក", en: "open" }
    /// Said by a command.
    head_wait() { km: "មេដ្យានរង់ចាំ", en: "median wait" }
    /// Said by a command.
    head_severe() { km: "ធ្ងន់ធ្ងរ (៩៥%)", en: "severe (95%)" }
    /// Said by a command.
    head_funnel() { km: "ជីវឡាវ", en: "funnel" }
    /// Said by a command.
    timed_observed(n: &str, observed: &str) { km: "n={n} សង្កេត {observed}", en: "n={n}, {observed} observed" }
    /// Said by a command.
    all_cases() { km: "ករណីទាំងអស់", en: "All cases" }
    /// Said by a command.
    hotspots_total(cases: &str, groups: usize) {
        km: "សរុប {cases} ក្នុង {groups} ក្រុម។",
        en: "{cases}; groups: {groups}."
    }
    /// Said by a command.
    hotspots_timed(timed: &str, observed: &str) {
        km: "ដឹងរយៈពេលរង់ចាំ {timed} លើក ក្នុងនោះសង្កេត {observed}។",
        en: "Timed visits: {timed}, {observed} of them observed."
    }
    /// Said by a command.
    compared_side(name: &str, cases: &str, n: &str, median: &str, p90: &str) {
        km: "{name}៖ {cases} · ដឹងរយៈពេលរង់ចាំ {n} · មេដ្យាន {median} · ភាគរយទី៩០ {p90}",
        en: "{name}: {cases} · timed {n} · median {median} · 90th percentile {p90}"
    }
    /// Said by a command.
    too_few() { km: "(តិចពេក)", en: "(too few)" }
    /// Said by a command.
    same_payer_twice() {
        km: "អ្នកបង់ទាំងពីរដូចគ្នា។ ប្រៀបធៀបត្រូវមានពីរខុសគ្នា ឧទាហរណ៍ nssf,cash។",
        en: "That is the same payer twice: two different ones are compared, such as nssf,cash."
    }
    /// Said by a command.
    same_facility_twice(name: &str) {
        km: "ទាំងពីរជាមូលដ្ឋានតែមួយ ({name})។ ប្រៀបធៀបត្រូវមានពីរខុសគ្នា។",
        en: "Both are the same facility ({name}): two different ones are compared."
    }
    /// Said by a command.
    compared_verdict(verdict: &str) { km: "លទ្ធផល៖ {verdict}", en: "Verdict: {verdict}" }
    /// Said by a command.
    issue_note() {
        km: "ករណីមួយអាចមានបញ្ហាច្រើន ដូច្នេះផលបូកអាចលើសចំនួនករណី។",
        en: "A case may have several issues, so the groups may add up to more than the cases."
    }
    /// Said by a command.
    line(line: u64) { km: "បន្ទាត់ {line}៖", en: "Line {line}:" }
    /// Said by a command.
    unknown_columns(columns: &str) {
        km: "មិនស្គាល់ជួរឈរទាំងនេះ ហើយបានរំលង៖ {columns}។",
        en: "These columns are not known and were left out: {columns}."
    }
    /// Said by a command.
    one_file_twice() {
        km: "សេចក្ដីសង្ខេប លិខិត និងរបៀបវារៈ ត្រូវមានឈ្មោះឯកសារផ្សេងគ្នា។",
        en: "Brief, letter and agenda need files of different names.",
    }
    dry_run() { km: "សាកល្បងតែប៉ុណ្ណោះ៖ គ្មានអ្វីត្រូវបានសរសេរទេ។", en: "A dry run: nothing was written." }
    /// Said by a command.
    imported(rows: usize, added: usize, unchanged: usize, changed: usize, updated: usize, refused: usize) {
        km: "អាន {rows} ជួរ៖ បន្ថែម {added}, ដដែល {unchanged}, ផ្លាស់ប្ដូរ {changed}, កែ {updated}, បដិសេធ {refused}។",
        en: "{rows} rows: {added} added, {unchanged} here already, {changed} changed since, {updated} corrected, {refused} refused.",
        one(rows): "{rows} row: {added} added, {unchanged} here already, {changed} changed since, {updated} corrected, {refused} refused."
    }
    /// Said by a command.
    changed_rows() {
        km: "ជួរដែលផ្លាស់ប្ដូរ មិនត្រូវបានយកទេ។ ដើម្បីយកវាជាការកែ សូមប្រើ --update។",
        en: "Rows that changed since were left as they are here. To take them as corrections, use --update."
    }
    /// Said by a command.
    exported(cases: usize, path: &str) { km: "បានសរសេរ {cases} ករណីទៅ {path}។", en: "Wrote {cases} cases to {path}.", one(cases): "Wrote {cases} case to {path}." }
    /// Said by a command.
    without_consent(cases: usize) {
        km: "មិនបានយក {cases} ករណី ព្រោះមិនទាន់មានការយល់ព្រម។",
        en: "Left out {cases} cases without recorded consent.",
        one(cases): "Left out {cases} case without recorded consent."
    }
    /// Said by a command.
    blanked(texts: usize) {
        km: "បានទុករឿង {texts} ទទេ ព្រោះការយល់ព្រមមិនគ្របដណ្ដប់ការប្រាប់រឿង។",
        en: "Left {texts} texts blank, because the consent does not cover telling them."
    }
    /// Said by a command.
    cut(texts: usize) {
        km: "បានកាត់រឿង {texts} ឱ្យខ្លី ព្រោះក្រឡាមួយដាក់បានត្រឹម ៣២.៧៦៧ អក្សរ។",
        en: "Cut {texts} texts short, because a cell holds at most 32,767 letters."
    }
    /// Said by a command.
    only_gaps(texts: usize) {
        km: "បានទុករឿង {texts} ទទេ ព្រោះក្រោយលុបអ្វីដែលសង្ស័យ នៅសល់តែចន្លោះ។",
        en: "Left {texts} texts blank, because striking what may give somebody away leaves only gaps."
    }
    /// Said by a command.
    struck(places: &str, kinds: &str) {
        km: "បានលុប {places} កន្លែងពីអត្ថបទ ដែលសង្ស័យថាអាចឱ្យគេស្គាល់នរណាម្នាក់៖ {kinds}។",
        en: "Struck {places} places from the texts that may give somebody away: {kinds}."
    }
    /// Said by a command.
    struck_from_stories(places: &str, kinds: &str) {
        km: "បានលុប {places} កន្លែងពីរឿង ដែលសង្ស័យថាអាចឱ្យគេស្គាល់នរណាម្នាក់៖ {kinds}។",
        en: "Struck {places} places from the stories that may give somebody away: {kinds}."
    }
    /// Said by a command.
    no_facility() { km: "រកមិនឃើញមូលដ្ឋានសុខាភិបាលទេ។", en: "No facility found." }
    /// Said by a command.
    facility_known() { km: "មូលដ្ឋាននេះមានក្នុងបញ្ជីរួចហើយ។", en: "This facility is in the list already." }
    /// Said by a command.
    brief_written(cases: &str, path: &str) {
        km: "បានសរសេរសេចក្ដីសង្ខេបអំពី {cases} ទៅ {path}។",
        en: "Wrote a summary of {cases} to {path}."
    }
    /// Said by a command.
    verified(entries: u64, cases: u64) {
        km: "សៀវភៅនេះត្រឹមត្រូវ៖ {entries} កំណត់ត្រា {cases} ករណី។",
        en: "The book is sound: {entries} entries, {cases} cases.",
        one(cases): "The book is sound: {entries} entries, {cases} case."
    }
    /// Said by a command.
    not_sound(path: &str) { km: "សៀវភៅ {path} មិនត្រឹមត្រូវទេ។", en: "The book {path} is not sound." }
    /// Said by a command.
    not_sound_hint() {
        km: "កុំលុបវា។ ចម្លងវាទុក រួចយកច្បាប់បម្រុងទុកចុងក្រោយមកវិញ៖ wardbook restore ឯកសារ",
        en: "Do not delete it. Keep a copy, then bring back the last backup: wardbook restore FILE"
    }
    /// Said by a command.
    found_pages(detail: &str) { km: "ទំព័រខូច៖ {detail}", en: "Damaged pages: {detail}" }
    /// Said by a command.
    found_log() {
        km: "ឯកសារ -wal ខូចនៅកណ្ដាល ហើយការសរសេរចុងក្រោយអាចបាត់",
        en: "the -wal file is broken in its middle, and the last changes may be lost"
    }
    /// Said by a command.
    found_chain(origin: &str, seq: u64) {
        km: "ខ្សែកំណត់ត្រា {origin} ដាច់នៅលេខ {seq}",
        en: "The chain of {origin} is broken at entry {seq}"
    }
    /// Said by a command.
    found_signature(origin: &str) { km: "ហត្ថលេខារបស់ {origin} មិនត្រឹមត្រូវ", en: "The signature of {origin} does not hold" }
    /// Said by a command.
    found_case(case: &str) { km: "ករណី {case} ខុសពីកំណត់ត្រារបស់វា", en: "Case {case} is not what its entries say" }
    /// Said by a command.
    found_facility(facility: &str) {
        km: "មូលដ្ឋាន {facility} ខុសពីកំណត់ត្រារបស់វា",
        en: "Facility {facility} is not what its entries say"
    }
    /// Said by a command.
    found_observation(observation: &str) {
        km: "ការសង្កេតម៉ោង {observation} ខុសពីកំណត់ត្រារបស់វា",
        en: "Observation {observation} is not what its entries say"
    }
    /// Said by a command.
    found_members(count: &str) {
        km: "ចំនួនសមាជិក {count} ខុសពីកំណត់ត្រារបស់វា",
        en: "The count of members {count} is not what its entries say"
    }
    /// Said by a command.
    found_follow_up(which: &str) {
        km: "{which} ខុសពីកំណត់ត្រារបស់វា",
        en: "{which} is not what its entries say"
    }
    /// Said by a command.
    found_attachment(case: &str) {
        km: "ឯកសារភ្ជាប់នៃ {case} ខូច បាត់ ឬខុសពីកំណត់ត្រា",
        en: "What is attached to {case} is damaged, missing, or not what its entries say"
    }
    /// Said by a command.
    found_columns() { km: "តារាងសម្រាប់ស្វែងរកមិនត្រូវនឹងករណីទេ", en: "The columns that searches are answered from do not say what the cases say" }
    /// Said by a command.
    found_summary() { km: "ផលបូកតាមមន្ទីរពេទ្យមិនត្រូវនឹងករណីទេ", en: "The sums by facility are not those of the cases" }
    /// Said by a command.
    found_lost(count: u64) {
        km: "ខ្វះ {count} កំណត់ត្រាដែលឧបករណ៍នេះបានសរសេរ",
        en: "{count} entries that this device wrote are missing",
        one(count): "{count} entry that this device wrote is missing"
    }
    /// Said by a command.
    backed_up(path: &str) { km: "បានរក្សាទុកច្បាប់បម្រុងនៅ {path}។", en: "Wrote the backup {path}." }
    /// Said by a command.
    restored(path: &str) { km: "បានយកច្បាប់បម្រុងទុកមកវិញទៅ {path}។", en: "Restored the backup to {path}." }
    /// Said by a command.
    set_aside(path: &str) {
        km: "សៀវភៅចាស់ត្រូវបានទុកដោយឡែកនៅ {path}។",
        en: "The book that was there is set aside at {path}."
    }
    /// Said by a command.
    rekeyed() {
        km: "បានប្ដូរពាក្យសម្ងាត់។ លេខកូដសង្គ្រោះនៅដដែល។",
        en: "The passphrase is changed. The recovery code stays as it is."
    }
    /// Said by a command.
    config_sound(path: &str) { km: "ការកំណត់ត្រឹមត្រូវ ({path})។", en: "The settings are sound ({path})." }
    /// Said by a command.
    templates_sound(own: usize, folder: &str) {
        km: "គំរូលិខិតត្រឹមត្រូវ៖ {own} ជារបស់លោកអ្នក ({folder}) ក្រៅពីនោះជាគំរូដែលមានស្រាប់។",
        en: "The templates are sound: {own} of your own ({folder}), the others built in."
    }
    /// Said by a command.
    template_kept(path: &str) { km: "{path} មានរួចហើយ ហើយមិនត្រូវបានកែទេ។", en: "{path} was there and stays as it is." }
    /// Said by a command.
    enclosed_written(path: &str) { km: "បានសរសេរ {path}។", en: "Wrote {path}." }
    /// Said by a command.
    demo_written(cases: usize, path: &str) {
        km: "បានសរសេរ {cases} ករណីប្រឌិតទៅ {path}។",
        en: "Wrote {cases} made-up cases to {path}."
    }
}

/// What `verify` found.
pub fn finding(found: &Finding, lang: Lang) -> String {
    match found {
        Finding::Pages(detail) => found_pages(lang, detail),
        Finding::WriteAheadLog => found_log(lang).to_owned(),
        Finding::Chain { origin, seq } => found_chain(lang, origin, *seq),
        Finding::Signature { origin } => found_signature(lang, origin),
        Finding::Case(case) => found_case(lang, case),
        Finding::Facility(facility) => found_facility(lang, facility),
        Finding::Observation(observation) => found_observation(lang, observation),
        Finding::Members(count) => found_members(lang, count),
        Finding::FollowUp(table, which) => found_follow_up(lang, &format!("{table} {which}")),
        Finding::Attachment(case) => found_attachment(lang, case),
        Finding::Columns => found_columns(lang).to_owned(),
        Finding::Summary => found_summary(lang).to_owned(),
        Finding::Lost(count) => found_lost(lang, *count),
    }
}
