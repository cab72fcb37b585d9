//! One case on its way out: what of it may leave, and what is struck from it.

use super::Exported;
use crate::app::CaseView;
use crate::brief::scrub::scrub;
use crate::domain::case::Identity;
use crate::domain::values::Purpose;

/// A case as the book has it, with what is to be struck from its texts.
pub(super) struct Leaving {
    /// The case.
    pub case: CaseView,
    /// Whose it is.
    pub identity: Identity,
}

impl Leaving {
    /// The case as it may leave, with its `identity` only where asked for; and what that did, of this case alone.
    pub fn left(self, identities: bool) -> (CaseView, Exported) {
        let Self { mut case, identity } = self;
        let mut exported = Exported { written: 1, ..Exported::default() };
        let told = case.consent.contains(&Purpose::Story);
        case.follow = None;
        let employer = case.employer.take().flatten().unwrap_or_default();
        let local = case.local.clone().unwrap_or_default();
        if case.erased {
            // Without the identity nothing could be struck from it.
            case.remedy = None;
        }
        for text in [&mut case.narrative, &mut case.remedy] {
            let Some(story) = text.take().filter(|story| !story.is_empty()) else {
                continue;
            };
            if told {
                let clean = scrub(&story, &identity, &[&employer, &local]);
                if clean.is_only_gaps {
                    exported.only_gaps += 1;
                } else {
                    exported.struck += clean.struck;
                    *text = Some(clean.text);
                }
            } else {
                exported.blanked += 1;
            }
        }
        // Who follows a case up, and what they mean to do, is not for others.
        (case.next_step, case.assigned_to) = (None, None);
        if let Some(said) = case.local.take() {
            let clean = scrub(&said, &identity, &[]);
            exported.struck += clean.struck;
            case.local = Some(clean.text);
        }
        if identities {
            case.member = Some(identity.into());
        }
        (case, exported)
    }
}
