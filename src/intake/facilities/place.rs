//! The place that a row of a list names: by codes, of which spreadsheets drop the first nought, or by names, each looked for
//! within the one above it.

use super::Cells;
use super::fault::RowFault;
use super::headers::Field;
use crate::domain::digits;
use crate::domain::place::{Level, PlaceCode};
use crate::reference::{self, find_places};

/// From this score a name is another spelling of a place's name, and no mere likeness.
const SURE: u16 = 550;
/// So many places are looked at for one name: communes of one name are many.
const MANY: usize = 60;

/// The smallest place that a row names; `None` where it names none.
pub(super) fn of(cells: &Cells<'_>) -> Result<Option<PlaceCode>, RowFault> {
    let mut found: Option<PlaceCode> = None;
    let levels = [
        (Field::Province, Level::Province),
        (Field::District, Level::District),
        (Field::Commune, Level::Commune),
    ];
    for (field, level) in levels {
        let texts: Vec<String> = cells.texts(field).collect();
        if texts.is_empty() {
            continue;
        }
        let meant = texts.iter().find_map(|text| by_code(text, level));
        let meant = meant.or_else(|| texts.iter().find_map(|text| by_name(text, level, found)));
        let meant = meant.ok_or_else(|| RowFault::UnknownPlace(texts.join(", ")))?;
        if let Some(around) = found
            && !meant.is_within(around)
        {
            return Err(RowFault::PlaceElsewhere(meant, around));
        }
        found = Some(meant);
    }
    Ok(found)
}

fn by_code(text: &str, level: Level) -> Option<PlaceCode> {
    let digits = digits::to_ascii(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let length = match level {
        Level::Province => 2,
        Level::District => 4,
        Level::Commune => 6,
    };
    let code: PlaceCode = format!("{digits:0>length$}").parse().ok()?;
    (code.level() == level && reference::place(code).is_some()).then_some(code)
}

/// The one place of that level within `around` whose name it is.
fn by_name(text: &str, level: Level, around: Option<PlaceCode>) -> Option<PlaceCode> {
    let inside = |code: PlaceCode| around.is_none_or(|around| code.is_within(around));
    let found = find_places(text, Some(level), MANY);
    let mut found = found.into_iter().filter(|found| inside(found.found));
    let best = found.next().filter(|best| best.score >= SURE)?;
    found.next().is_none_or(|next| next.score < best.score).then_some(best.found)
}
