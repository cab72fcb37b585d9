//! What time it is: the system's clock, or a fixed moment for demo and tests.

use chrono::{DateTime, FixedOffset, Local, SubsecRound};
use uuid::{NoContext, Timestamp, Uuid};

/// Where the time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock and time zone.
    System,
    /// Always the same moment.
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// Now, to the second.
    pub fn now(self) -> DateTime<FixedOffset> {
        self.precise().trunc_subsecs(0)
    }

    /// Milliseconds since 1970.
    pub fn milliseconds(self) -> u64 {
        u64::try_from(self.precise().timestamp_millis()).unwrap_or(0)
    }

    /// A new UUIDv7 of this moment.
    pub fn new_id(self) -> Uuid {
        let now = self.precise();
        let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
    }

    fn precise(self) -> DateTime<FixedOffset> {
        match self {
            Self::System => Local::now().fixed_offset(),
            Self::Fixed(moment) => moment,
        }
    }
}
