//! What happened to a case, as its history tells it, and what the fields are called that a correction names.

use super::columns::label;
use super::{Lang, Named};
use crate::domain::column::Column;
use crate::domain::entry::Kind;
use crate::domain::fold::{MEMBER, NARRATIVE};
use crate::domain::values::Coded;

/// What an entry of this kind says happened: `logged`; `បានកត់ត្រា`. A kind of a newer Wardbook is called by its name.
pub fn happened(kind: &Kind, lang: Lang) -> String {
    let known = match kind {
        Kind::CaseLogged => lang.pick("បានកត់ត្រា", "logged"),
        Kind::CaseCorrected => lang.pick("បានកែ", "corrected"),
        Kind::Confirmed => lang.pick("បានបញ្ជាក់", "confirmed"),
        Kind::Submitted => lang.pick("បានដាក់ជូន", "raised"),
        Kind::Replied => lang.pick("បានឆ្លើយ", "answered"),
        Kind::MemberTold => lang.pick("បានប្រាប់សមាជិក", "member told"),
        Kind::Closed => lang.pick("បានបិទ", "closed"),
        Kind::Reopened => lang.pick("បានបើកឡើងវិញ", "reopened"),
        Kind::Withdrawn => lang.pick("សមាជិកបានដកវិញ", "withdrawn"),
        Kind::IdentityErased => lang.pick("បានលុបអត្តសញ្ញាណ", "identity erased"),
        Kind::Undone => lang.pick("បានដកវិញ", "undone"),
        Kind::FacilityAdded => lang.pick("បានបន្ថែមមូលដ្ឋាន", "facility added"),
        Kind::FacilityChanged => lang.pick("បានកែមូលដ្ឋាន", "facility changed"),
        Kind::FacilityMerged => lang.pick("បានបញ្ចូលមូលដ្ឋានគ្នា", "facilities merged"),
        Kind::Attached => lang.pick("បានភ្ជាប់ឯកសារ", "file attached"),
        Kind::Detached => lang.pick("បានដកឯកសារភ្ជាប់", "attachment removed"),
        Kind::Observed => lang.pick("បានសង្កេតម៉ោង", "timed visit"),
        Kind::MembersCounted => lang.pick("បានបញ្ចូលចំនួនសមាជិក", "members counted"),
        Kind::BriefWritten => lang.pick("បានសរសេរសេចក្ដីសង្ខេប", "brief written"),
        Kind::MemberTried => lang.pick("បានព្យាយាមទាក់ទងសមាជិក", "tried to reach the member"),
        Kind::AskedAgain => lang.pick("បានសួរសមាជិកម្ដងទៀត", "member asked again"),
        Kind::Checked => lang.pick("បានពិនិត្យការជំទាស់", "objections checked"),
        Kind::Marked => lang.pick("បានសម្គាល់", "marked"),
        Kind::Linked => lang.pick("បានភ្ជាប់នឹងការទាមទារ", "linked to a demand"),
        Kind::SubmissionMade => lang.pick("បានដាក់ជូនភាគី", "raised with a party"),
        Kind::Acknowledged => lang.pick("ភាគីបានទទួលស្គាល់", "receipt acknowledged"),
        Kind::ReplyReceived => lang.pick("បានទទួលចម្លើយ", "reply received"),
        Kind::ClockPaused => lang.pick("បានផ្អាកការរាប់ថ្ងៃ", "clock stopped"),
        Kind::ClockResumed => lang.pick("បានបន្តការរាប់ថ្ងៃ", "clock goes on"),
        Kind::Promised => lang.pick("ភាគីបានសន្យា", "promised"),
        Kind::PromiseMoved => lang.pick("បានប្ដូរថ្ងៃសន្យា", "promise moved"),
        Kind::PromiseJudged => lang.pick("បានវាយតម្លៃការសន្យា", "promise judged"),
        Kind::PartyDescribed => lang.pick("បានកែព័ត៌មានភាគី", "party described"),
        Kind::DemandMade => lang.pick("បានបង្កើតការទាមទារ", "demand made"),
        Kind::Joined => lang.pick("បានបញ្ចូលទៅក្នុងករណីមួយទៀត", "joined into another case"),
        Kind::Witnessed => lang.pick("មានករណីមួយទៀតរៀបរាប់ដូចគ្នា", "another case joined as witness"),
        Kind::Parted => lang.pick("បានបំបែកពីករណីដែលបានបញ្ចូល", "parted from a case that was joined"),
        Kind::KeptApart => lang.pick("បានទុកដាច់ពីករណីមួយទៀត", "kept apart from another case"),
        Kind::Unknown(name) => return name.clone(),
    };
    known.to_owned()
}

/// What a field of the record is called that a correction names: fields of one value as in the form, the others by
/// what they hold together.
pub fn field_name(field: &str, lang: Lang) -> String {
    let name = match field {
        "times" => lang.pick("ម៉ោង", "Times"),
        "paid" => lang.pick("ប្រាក់ដែលបានបង់", "Sum paid"),
        "patient" => Column::PatientRelation.name(lang),
        "source" => Column::SourceId.name(lang),
        "status" => Column::Status.name(lang),
        NARRATIVE => Column::Narrative.name(lang),
        MEMBER => lang.pick("អត្តសញ្ញាណសមាជិក", "Member's identity"),
        other => match Column::parse(other) {
            Ok(column) => label(column, lang),
            Err(_) => return other.to_owned(),
        },
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::has_khmer;

    #[test]
    fn every_field_of_a_record_and_every_kind_has_a_name_in_both_languages() {
        let fields = [
            "visited_on",
            "facility",
            "stage",
            "payer",
            "times",
            "waited_minutes",
            "issues",
            "paid",
            "harm",
            "remedy",
            "told_by",
            "channel",
            "patient",
            "employer",
            "local",
            "evidence",
            "consent",
            "assigned_to",
            "next_step",
            "source",
            "narrative",
            "member",
            "status",
        ];
        for field in fields {
            assert!(has_khmer(&field_name(field, Lang::Km)), "{field}");
            assert!(
                !has_khmer(&field_name(field, Lang::En)) && field_name(field, Lang::En) != field,
                "{field}"
            );
        }
        for kind in
            ["case-logged", "case-corrected", "confirmed", "submitted", "withdrawn", "undone", "observed"]
        {
            let kind = Kind::from_name(kind);
            assert!(has_khmer(&happened(&kind, Lang::Km)) && !happened(&kind, Lang::En).contains('-'));
        }
        assert_eq!(happened(&Kind::Unknown("sung".into()), Lang::Km), "sung");
    }
}
