//! Where on the map there is room for a text, and beside it for a block of lines.

use super::raster::Area;

/// A free rectangle of cells with a free cell on either side where it does not lie at the edge: the one that lies
/// nearest to a point, a row counting for two columns.
pub fn block(
    room: (u16, u16),
    size: (u16, u16),
    near: (u16, u16),
    is_free: &dyn Fn(u16, u16) -> bool,
) -> Option<(u16, u16)> {
    let (columns, rows) = room;
    let (wide, high) = size;
    let last = (columns.checked_sub(wide)?, rows.checked_sub(high)?);
    let fits = |x: u16, y: u16| {
        let (from, to) = (x.saturating_sub(1), (x + wide + 1).min(columns));
        (y..y + high).all(|y| (from..to).all(|x| is_free(x, y)))
    };
    let far = |(x, y): &(u16, u16)| (x + wide / 2).abs_diff(near.0) + 2 * (y + high / 2).abs_diff(near.1);
    let places = (0..=last.1).flat_map(|y| (0..=last.0).map(move |x| (x, y)));
    places.filter(|(x, y)| fits(*x, *y)).min_by_key(far)
}

/// Looks for the best place of a text in a province.
pub struct Search<'a> {
    /// What the province covers.
    pub area: Area,
    /// Whether a cell may be written on.
    pub is_free: &'a dyn Fn(u16, u16) -> bool,
}

impl Search<'_> {
    /// Where so many cells lie wholly inside, with the most room around them and then nearest to the middle. Some of
    /// the room around may be asked for.
    pub fn best(&self, wide: u16, high: u16, least: u16) -> Option<(u16, u16)> {
        let Area { columns, rows, middle, .. } = self.area;
        let mut best = None;
        for y in rows.0..(rows.1 + 2).saturating_sub(high) {
            for x in columns.0..(columns.1 + 2).saturating_sub(wide) {
                let is_inside = (y..y + high).all(|y| (x..x + wide).all(|x| (self.is_free)(x, y)));
                if !is_inside {
                    continue;
                }
                let room = self.room((x, y), (wide, high));
                if room < least {
                    continue;
                }
                let (across, down) = ((x + wide / 2).abs_diff(middle.0), (y + high / 2).abs_diff(middle.1));
                let score = (room.min(4), std::cmp::Reverse(across + 2 * down));
                if best.as_ref().is_none_or(|(other, _)| score > *other) {
                    best = Some((score, (x, y)));
                }
            }
        }
        best.map(|(_, place)| place)
    }

    /// Free cells around a text, on its narrowest side; a row counts for two columns.
    fn room(&self, at: (u16, u16), size: (u16, u16)) -> u16 {
        let ((x, y), (wide, high)) = (at, size);
        let column = |x: Option<u16>| x.is_some_and(|x| (y..y + high).all(|y| (self.is_free)(x, y)));
        let row = |y: Option<u16>| y.is_some_and(|y| (x..x + wide).all(|x| (self.is_free)(x, y)));
        let steps = |is_free: &dyn Fn(u16) -> bool| (1..=4).take_while(|step| is_free(*step)).count() as u16;
        let left = steps(&|step| column(x.checked_sub(step)));
        let right = steps(&|step| column(x.checked_add(wide - 1 + step)));
        let above = steps(&|step| row(y.checked_sub(step))) * 2;
        let below = steps(&|step| row(y.checked_add(high - 1 + step))) * 2;
        left.min(right).min(above).min(below)
    }
}
