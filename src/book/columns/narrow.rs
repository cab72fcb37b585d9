//! Numbers of one column of a block, each in as few bytes as the largest of them needs.

/// Cases in a block: enough that a block packs well, few enough that changing one is cheap.
pub const BLOCK: usize = 1024;

/// Which rows of a block: a bit each.
pub type Mask = [u64; BLOCK / 64];

/// No row.
pub const NO_ROW: Mask = [0; BLOCK / 64];

/// [`BLOCK`] numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Narrow {
    /// All of them this one.
    Same(u64),
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
    Eight(Vec<u64>),
}

impl Default for Narrow {
    fn default() -> Self {
        Self::Same(0)
    }
}

impl Narrow {
    /// The number of a row.
    pub fn get(&self, row: usize) -> u64 {
        let found = match self {
            Self::Same(value) => return *value,
            Self::One(values) => values.get(row).copied().map(u64::from),
            Self::Two(values) => values.get(row).copied().map(u64::from),
            Self::Four(values) => values.get(row).copied().map(u64::from),
            Self::Eight(values) => values.get(row).copied(),
        };
        found.unwrap_or(0)
    }

    /// Sets the number of a row; the column widens where it has to.
    pub fn set(&mut self, row: usize, value: u64) {
        match self {
            Self::Same(same) if *same == value => {}
            Self::One(values) if u8::try_from(value).is_ok() => put(values, row, value as u8),
            Self::Two(values) if u16::try_from(value).is_ok() => put(values, row, value as u16),
            Self::Four(values) if u32::try_from(value).is_ok() => put(values, row, value as u32),
            Self::Eight(values) => put(values, row, value),
            _ => {
                let mut values = self.values();
                put(&mut values, row, value);
                *self = Self::of(&values);
            }
        }
    }

    /// These numbers, as narrow as they can be; what is missing at the end is 0.
    pub fn of(values: &[u64]) -> Self {
        let first = values.first().copied().unwrap_or(0);
        let all = || values.iter().copied().chain(std::iter::repeat(0)).take(BLOCK);
        if values.len() == BLOCK && values.iter().all(|value| *value == first) {
            return Self::Same(first);
        }
        match values.iter().max().copied().unwrap_or(0) {
            0 => Self::Same(0),
            0x01..=0xFF => Self::One(all().map(|value| value as u8).collect()),
            0x100..=0xFFFF => Self::Two(all().map(|value| value as u16).collect()),
            0x1_0000..=0xFFFF_FFFF => Self::Four(all().map(|value| value as u32).collect()),
            _ => Self::Eight(all().collect()),
        }
    }

    fn values(&self) -> Vec<u64> {
        let mut values = vec![0; BLOCK];
        self.copy_to(&mut values);
        values
    }

    /// Copies the numbers out, for a loop that needs those of several columns.
    pub fn copy_to(&self, out: &mut [u64]) {
        match self {
            Self::Same(value) => out.fill(*value),
            Self::One(values) => copy(values, out),
            Self::Two(values) => copy(values, out),
            Self::Four(values) => copy(values, out),
            Self::Eight(values) => copy(values, out),
        }
    }

    /// Whether all numbers pass a test.
    pub fn all(&self, test: impl Fn(u64) -> bool) -> bool {
        match self {
            Self::Same(value) => test(*value),
            Self::One(values) => values.iter().all(|value| test(u64::from(*value))),
            Self::Two(values) => values.iter().all(|value| test(u64::from(*value))),
            Self::Four(values) => values.iter().all(|value| test(u64::from(*value))),
            Self::Eight(values) => values.iter().all(|value| test(*value)),
        }
    }

    /// Which rows pass a test.
    pub fn passing(&self, test: impl Fn(u64) -> bool) -> Mask {
        match self {
            Self::Same(value) => [if test(*value) { u64::MAX } else { 0 }; BLOCK / 64],
            Self::One(values) => mask(values, |value| test(u64::from(value))),
            Self::Two(values) => mask(values, |value| test(u64::from(value))),
            Self::Four(values) => mask(values, |value| test(u64::from(value))),
            Self::Eight(values) => mask(values, test),
        }
    }

    /// Which rows pass a test of their numbers here and in another column.
    pub fn passing_with(&self, other: &Self, test: impl Fn(u64, u64) -> bool) -> Mask {
        if let Self::Same(other) = other {
            return self.passing(|value| test(value, *other));
        }
        let (mut values, mut others) = ([0; BLOCK], [0; BLOCK]);
        self.copy_to(&mut values);
        other.copy_to(&mut others);
        let mut mask = NO_ROW;
        let rows = values.as_chunks::<64>().0.iter().zip(others.as_chunks::<64>().0);
        for (word, (values, others)) in mask.iter_mut().zip(rows) {
            for (bit, (value, other)) in values.iter().zip(others).enumerate() {
                *word |= u64::from(test(*value, *other)) << bit;
            }
        }
        mask
    }

    /// Appends the column to `out`: the bytes a number takes, then the numbers, the lowest byte first.
    pub fn write(&self, out: &mut Vec<u8>) {
        match Self::of(&self.values()) {
            Self::Same(value) => {
                out.push(0);
                out.extend(value.to_le_bytes());
            }
            Self::One(values) => {
                out.push(1);
                out.extend(values);
            }
            Self::Two(values) => {
                out.push(2);
                out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            }
            Self::Four(values) => {
                out.push(4);
                out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            }
            Self::Eight(values) => {
                out.push(8);
                out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            }
        }
    }

    /// Reads what [`Narrow::write`] wrote, and moves `bytes` behind it; `None` where it was something else.
    pub fn read(bytes: &mut &[u8]) -> Option<Self> {
        let (width, rest) = bytes.split_first()?;
        let length = if *width == 0 { 8 } else { usize::from(*width) * BLOCK };
        let (values, rest) = rest.split_at_checked(length)?;
        *bytes = rest;
        Some(match width {
            0 => Self::Same(u64::from_le_bytes(values.try_into().ok()?)),
            1 => Self::One(values.to_vec()),
            2 => Self::Two(values.as_chunks().0.iter().map(|value| u16::from_le_bytes(*value)).collect()),
            4 => Self::Four(values.as_chunks().0.iter().map(|value| u32::from_le_bytes(*value)).collect()),
            8 => Self::Eight(values.as_chunks().0.iter().map(|value| u64::from_le_bytes(*value)).collect()),
            _ => return None,
        })
    }
}

fn copy<T: Copy + Into<u64>>(values: &[T], out: &mut [u64]) {
    for (out, value) in out.iter_mut().zip(values) {
        *out = (*value).into();
    }
}

fn put<T>(values: &mut [T], row: usize, value: T) {
    if let Some(place) = values.get_mut(row) {
        *place = value;
    }
}

fn mask<T: Copy>(values: &[T], test: impl Fn(T) -> bool) -> Mask {
    let mut mask = NO_ROW;
    for (word, chunk) in mask.iter_mut().zip(values.as_chunks::<64>().0) {
        for (bit, value) in chunk.iter().enumerate() {
            *word |= u64::from(test(*value)) << bit;
        }
    }
    mask
}

/// Puts a row among those of a mask.
pub fn mark(mask: &mut Mask, row: usize) {
    if let Some(word) = mask.get_mut(row / 64) {
        *word |= 1 << (row % 64);
    }
}

/// Whether a row is in a mask.
pub fn is_marked(mask: &Mask, row: usize) -> bool {
    mask.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
}

/// The rows of a mask, in order.
pub fn rows(mask: &[u64]) -> impl Iterator<Item = usize> {
    mask.iter().enumerate().flat_map(|(word, bits)| {
        let mut left = *bits;
        std::iter::from_fn(move || {
            let bit = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (bit < 64).then_some(word * 64 + bit as usize)
        })
    })
}

/// Calls `take` with each row of a mask, in order: what [`rows`] gives, in the loop that counting a million rows needs.
#[inline]
pub fn each_row(mask: &Mask, mut take: impl FnMut(usize)) {
    for (word, bits) in mask.iter().enumerate() {
        let mut left = *bits;
        while left != 0 {
            take(word * 64 + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_set_is_got_written_and_read(
            sets in prop::collection::vec((0..BLOCK, prop_oneof![0_u64..3, 0..300_u64, 0..70_000_u64, any::<u64>()]), 0..40),
            start in prop_oneof![Just(0_u64), any::<u64>()],
        ) {
            let mut narrow = Narrow::Same(start);
            let mut plain = vec![start; BLOCK];
            for (row, value) in sets {
                narrow.set(row, value);
                plain[row] = value;
            }
            let mut bytes = Vec::new();
            narrow.write(&mut bytes);
            bytes.push(77);
            let mut rest = bytes.as_slice();
            let again = Narrow::read(&mut rest).unwrap();
            prop_assert_eq!(rest, [77]);
            for (row, value) in plain.iter().enumerate() {
                prop_assert_eq!(narrow.get(row), *value);
                prop_assert_eq!(again.get(row), *value);
            }
            let odd: Vec<usize> = rows(&narrow.passing(|value| value % 2 == 1)).collect();
            let plain: Vec<usize> = plain.iter().enumerate().filter(|(_, value)| **value % 2 == 1).map(|(row, _)| row).collect();
            prop_assert_eq!(&odd, &plain);
            let mut each = Vec::new();
            each_row(&narrow.passing(|value| value % 2 == 1), |row| each.push(row));
            prop_assert_eq!(each, plain);
        }
    }

    #[test]
    fn two_columns_are_tested_together() {
        let one: Vec<u64> = (0..BLOCK as u64).map(|row| row % 7).collect();
        let other: Vec<u64> = (0..BLOCK as u64).map(|row| row % 5).collect();
        for other in [other, vec![3; BLOCK]] {
            let found = Narrow::of(&one).passing_with(&Narrow::of(&other), |one, other| one < other);
            let plain: Vec<usize> = (0..BLOCK).filter(|row| one[*row] < other[*row]).collect();
            assert_eq!(rows(&found).collect::<Vec<_>>(), plain);
        }
    }

    #[test]
    fn what_is_no_column_is_refused() {
        for bytes in [&[][..], &[0, 1], &[1; 1024], &[3; 4000]] {
            assert_eq!(Narrow::read(&mut &*bytes), None);
        }
    }
}
