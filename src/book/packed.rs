//! The bodies of entries as the book stores them: packed, as most of a body is what all bodies share, the names of
//! its fields. Each is packed alone (LZ4, with a dictionary), so that one entry is read without another. What an entry
//! says, and so its digest, is always the whole: packing is between the log and its table.

use std::borrow::Cow;

use lz4_flex::block::{compress_into_with_dict, decompress_into_with_dict, get_maximum_output_size};

/// What a packed body begins with. JSON begins with neither of the two.
const PACKED: u8 = 1;

/// Stands before a body that is not packed but begins like one.
const PLAIN: u8 = 0;

/// How long what stands before the packed bytes is: [`PACKED`] and the length of the body, the smallest byte first.
const HEAD: usize = 5;

/// What bodies have in common. Never changed: what was packed with it is unpacked with it. (If it becomes
/// worth another, that one gets a mark of its own.)
const DICTIONARY: &[u8] = br#"{"set":{"status":{"value":"replaces":["},"facility":{"value":"N00001","assigned_to":{"value":null,"next_step":"next_step_on":"claimed_on":"claimed_riel":"why":"over-package","why":"not-covered","why":"informal","stage":"admission","stage":"procedure","stage":"discharge","stage":"access","stage":"practice","stage":"consultation","stage":"referral","payer":"hef","payer":"private","payer":"refused","payer":"unknown","relation":"child","relation":"other","channel":"paper","channel":"hotline","channel":"other","told_by":"dependant","told_by":"officer","evidence":"A",{"code":"REFR","severity":{"code":"QUAL","severity":{"code":"RUDE","severity":{"code":"ENVR","severity":{"number":"KC-0000-0000","recorded_at":"2026-11-02T09:21:12+07:00","visited_on":"2026-11-01","facility":"HC-010604","stage":"examination","stage":"ward","payer":"cash","payer":"nssf","times":{"arrived":"07:05","registered":null,"seen":"~08:20","medicine":null,"left":null},"waited_minutes":null,"issues":[{"code":"PAY","severity":"high"},{"code":"INFO","severity":"low"},{"code":"WAIT","severity":"medium"}],"paid":{"riel":0,"usd":0,"receipt":false},"harm":0,"remedy":null,"told_by":"witness","channel":"form","channel":"visit","channel":"phone","channel":"meeting","told_by":"member","channel":"message","patient":{"relation":"spouse","sex":"male"},"patient":{"relation":"self","sex":"female"},"employer":null,"local":"Local ","evidence":"D","evidence":"B","evidence":"C","consent":["count","story","name"],"assigned_to":null,"source":{"name":".csv","id":"D0000001"}}"#;

/// A body as it is stored.
pub(super) fn pack(body: &[u8]) -> Cow<'_, [u8]> {
    let mut packed = vec![0; HEAD + get_maximum_output_size(body.len())];
    let (head, room) = packed.split_at_mut(HEAD);
    let length = u32::try_from(body.len()).ok();
    let taken = length.and_then(|_| compress_into_with_dict(body, room, DICTIONARY).ok());
    match (length, taken) {
        (Some(length), Some(taken)) if HEAD + taken < body.len() => {
            head[0] = PACKED;
            head[1..].copy_from_slice(&length.to_le_bytes());
            packed.truncate(HEAD + taken);
            Cow::Owned(packed)
        }
        _ if matches!(body.first(), Some(&(PACKED | PLAIN))) => Cow::Owned([&[PLAIN], body].concat()),
        _ => Cow::Borrowed(body),
    }
}

/// The body that is stored so. What nobody packed is given back as it is: no digest agrees with it then.
pub(super) fn unpack(stored: Vec<u8>) -> Vec<u8> {
    match stored.first() {
        Some(&PLAIN) => stored[1..].to_vec(),
        Some(&PACKED) => unpacked(&stored).unwrap_or(stored),
        _ => stored,
    }
}

fn unpacked(stored: &[u8]) -> Option<Vec<u8>> {
    let (head, packed) = stored.split_at_checked(HEAD)?;
    let length = u32::from_le_bytes(head[1..].try_into().ok()?) as usize;
    // A byte of LZ4 stands for 255 at most: a length beyond that is damage, and no reason to ask for memory.
    if length > packed.len().saturating_mul(255) {
        return None;
    }
    let mut body = vec![0; length];
    let written = decompress_into_with_dict(packed, &mut body, DICTIONARY).ok()?;
    (written == length).then_some(body)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::domain::digits::hex;

    fn there_and_back(body: &[u8]) -> usize {
        let packed = pack(body).into_owned();
        assert_eq!(unpack(packed.clone()), body);
        packed.len()
    }

    #[test]
    fn a_usual_body_takes_half_the_room_and_anything_comes_back_whole() {
        let body = br#"{"number":"KC-79TB-J69S","recorded_at":"2024-11-02T09:21:12+07:00","visited_on":"2024-11-01","facility":"N00001","stage":"ward","payer":"cash","times":{"arrived":"07:05","registered":null,"seen":"08:20","medicine":null,"left":null},"waited_minutes":75,"issues":[{"code":"RUDE","severity":"medium"}],"paid":{"riel":0,"usd":0,"receipt":false},"harm":0,"remedy":null,"told_by":"member","channel":"message","patient":{"relation":"self","sex":null},"employer":"Blue Gourd Footwear Ltd.","local":"Local 5","evidence":"C","consent":["count"],"assigned_to":null,"source":{"name":"log.csv","id":"D0001001"}}"#;
        assert!(there_and_back(body) * 2 < body.len());
        for odd in [
            &b""[..],
            b"\0",
            b"\x01",
            b"\x01\xFF\xFF\xFF\xFF",
            b"{}",
            "ក".repeat(9_999).as_bytes(),
            DICTIONARY,
        ] {
            there_and_back(odd);
        }
    }

    /// If this fails, the dictionary was changed: what is in books could not be read any more.
    #[test]
    fn what_was_packed_once_is_read_for_ever() {
        let body = br#"{"number":"KC-79TB-J69S","facility":"HC-010604","payer":"nssf","told_by":"witness"}"#;
        let packed = b"\x01S\x00\x00\x00\x0Ad\x03\x9F79TB-J69S \x03\x07\x04\xD7\x04\x04\xEC\x02\x05D\x04\x90witness\x22}";
        assert_eq!(unpack(packed.to_vec()), body);
        assert_eq!(
            hex(&Sha256::digest(DICTIONARY)),
            "a199115ce5d5891524b3fa29440856fe356efee25cb3b441056d4b849059f3dc"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_come_back_whole(body in prop::collection::vec(any::<u8>(), 0..400)) {
            there_and_back(&body);
        }

        #[test]
        fn damage_is_read_without_harm(mut stored in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Some(first) = stored.first_mut() {
                *first = PACKED;
            }
            unpack(stored);
        }
    }
}
