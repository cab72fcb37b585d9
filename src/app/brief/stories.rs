//! Which stories a brief tells, and how they are made safe.

use chrono::Datelike;

use crate::app::{AppError, HotspotsView, Session};
use crate::book::{GroupBy, Listing, Order};
use crate::brief::compose::Story;
use crate::brief::scrub;
use crate::domain::filter::Test;
use crate::domain::values::{Evidence, Purpose};
use crate::i18n::Lang;
use crate::insight::SMALL;

/// How many stories a brief tells.
const STORIES: usize = 5;

/// The longest story told whole, in characters.
const LONGEST_STORY: usize = 1_200;

impl Session {
    /// Stories with consent and evidence, of places that show at least five cases; no
    /// two of the same place and month of the year. Also how much was struck from them.
    pub(super) fn stories(
        &self,
        counted: &Listing,
        places: &HotspotsView,
        by_place: GroupBy,
        lang: Lang,
    ) -> Result<(Vec<Story>, usize), AppError> {
        let view = self.view();
        let tellable = Listing {
            filter: counted
                .filter
                .clone()
                .and(Test::Consent(vec![Purpose::Story]))
                .and(Test::Evidence(vec![Evidence::A, Evidence::B, Evidence::C])),
            order: Order::Waited,
            limit: Some(200),
            ..counted.clone()
        };
        let (mut stories, mut struck) = (Vec::new(), 0);
        for stored in view.list(&tellable)? {
            if stories.len() == STORIES {
                break;
            }
            let record = &stored.case.record;
            let Some(facility) = view.facilities().get(&record.facility) else {
                continue;
            };
            let code = match by_place {
                GroupBy::District => facility.district.map(|code| code.to_string()),
                _ => Some(facility.province.to_string()),
            };
            let place = places.groups.iter().find(|group| group.key == code && group.cases >= SMALL);
            let (Some(place), Some(text)) = (place, view.narrative(&stored)?) else {
                continue;
            };
            let place = place.name(lang).to_owned();
            let same =
                |story: &Story| story.place == place && story.visited_on.month() == record.visited_on.month();
            if text.chars().count() > LONGEST_STORY || stories.iter().any(same) {
                continue;
            }
            let others = [record.employer.as_deref(), record.local.as_deref()].map(Option::unwrap_or_default);
            let clean = scrub::scrub(&text, &view.identity(&stored)?, &others);
            struck += clean.struck;
            stories.push(Story {
                place,
                visited_on: record.visited_on,
                issues: record.issues.iter().map(|issue| issue.code).collect(),
                text: clean.text,
            });
        }
        Ok((stories, struck))
    }
}
