//! The flat names of a case's fields: the columns of CSV and XLSX, the flags of
//! `add` and `edit`, the fields of the form.

use super::values::{Coded, coded};

coded! {
    /// One field of a case, flat. The order is that of an export's columns.
    Column, "column" {
        /// The case number (given by the book).
        Number = "number",
        /// The case's UUID (given by the book).
        Id = "id",
        /// Day of the visit.
        VisitedOn = "visited_on",
        /// When it was logged.
        RecordedAt = "recorded_at",
        /// Desk that logged it (given by the book).
        Desk = "desk",
        /// Officer who logged it (given by the book).
        Officer = "officer",
        /// Facility identifier.
        Facility = "facility",
        /// Facility name (follows from the facility).
        FacilityName = "facility_name",
        /// Province code (follows from the facility).
        Province = "province",
        /// District code (follows from the facility).
        District = "district",
        /// Commune code (follows from the facility).
        Commune = "commune",
        /// Stage of care.
        Stage = "stage",
        /// Who was to pay.
        Payer = "payer",
        /// Time of arrival.
        Arrived = "arrived",
        /// Time of registration.
        Registered = "registered",
        /// Time of being seen.
        Seen = "seen",
        /// Time of getting the medicine.
        Medicine = "medicine",
        /// Time of leaving.
        Left = "left",
        /// The wait in minutes.
        WaitedMinutes = "waited_minutes",
        /// Issues: `WAIT:high;PAY:low:informal`.
        Issues = "issues",
        /// Of `CASH`: when the allowance was claimed.
        ClaimedOn = "claimed_on",
        /// Of `CASH`: how much was claimed, in riel.
        ClaimedRiel = "claimed_riel",
        /// Riel paid out of pocket.
        PaidRiel = "paid_riel",
        /// Dollars paid out of pocket.
        PaidUsd = "paid_usd",
        /// Whether there is a receipt.
        PaidReceipt = "paid_receipt",
        /// Harm, 0–5.
        Harm = "harm",
        /// The story.
        Narrative = "narrative",
        /// What the member wants.
        Remedy = "remedy",
        /// Who told it.
        ToldBy = "told_by",
        /// How it came.
        Channel = "channel",
        /// What the patient is to the member.
        PatientRelation = "patient_relation",
        /// The patient's sex.
        PatientSex = "patient_sex",
        /// Employer.
        Employer = "employer",
        /// Union local.
        Local = "local",
        /// Evidence grade.
        Evidence = "evidence",
        /// Consent: `count;story`.
        Consent = "consent",
        /// Officer who follows it up.
        AssignedTo = "assigned_to",
        /// What is to happen next.
        NextStep = "next_step",
        /// By when.
        NextStepOn = "next_step_on",
        /// Where it stands (follows from the entries).
        Status = "status",
        /// The party's outcome (follows from the entries).
        PartyOutcome = "party_outcome",
        /// The member's outcome (follows from the entries).
        MemberOutcome = "member_outcome",
        /// The row's own identifier in its source.
        SourceId = "source_id",
        /// The member's name.
        MemberName = "member_name",
        /// The member's telephone.
        MemberPhone = "member_phone",
        /// The member's NSSF number.
        MemberNssfNumber = "member_nssf_number",
        /// The member's address.
        MemberAddress = "member_address",
        /// The employer's number for the member.
        MemberEmployeeNumber = "member_employee_number",
        /// When it is safe to call the member.
        MemberSafeTime = "member_safe_time",
    }
}

impl Column {
    /// The times of a visit in the order in which they happen.
    pub const TIMES: [Self; 5] = [Self::Arrived, Self::Registered, Self::Seen, Self::Medicine, Self::Left];
    /// The same with the wait that follows from them: they can only be right together.
    pub const TIMES_AND_WAIT: [Self; 6] =
        [Self::Arrived, Self::Registered, Self::Seen, Self::Medicine, Self::Left, Self::WaitedMinutes];

    /// Whether the book gives it or it follows from others: an input that carries it
    /// is not refused, but it is not taken over.
    pub fn is_given_by_the_book(self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::Id
                | Self::Desk
                | Self::Officer
                | Self::FacilityName
                | Self::Province
                | Self::District
                | Self::Commune
                | Self::Status
                | Self::PartyOutcome
                | Self::MemberOutcome
        )
    }

    /// Whether it is part of the member's identity.
    pub fn is_identity(self) -> bool {
        matches!(
            self,
            Self::MemberName
                | Self::MemberPhone
                | Self::MemberNssfNumber
                | Self::MemberAddress
                | Self::MemberEmployeeNumber
                | Self::MemberSafeTime
        )
    }

    /// Whether erasure takes it away: the identity and the story.
    pub fn is_erasable(self) -> bool {
        self.is_identity() || self == Self::Narrative
    }

    /// The columns that a case may be made from, in order.
    pub fn inputs() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|column| !column.is_given_by_the_book())
    }
}
