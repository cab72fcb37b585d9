//! Points on the map: degrees on WGS 84, and metres of UTM zone 48N on the same ellipsoid, in which Cambodia's official
//! lists give theirs.
//!
//! The conversion is Krüger's series to the fourth order (L. Krüger, “Konforme Abbildung des Erdellipsoids in der Ebene”,
//! 1912; coefficients after C. F. F. Karney, “Transverse Mercator with an accuracy of a few nanometers”, J. Geodesy 85,
//! 2011): far below a millimetre within the zone and its neighbours.

use thiserror::Error;

/// Half the longer axis of WGS 84, in metres, and its flattening.
const AXIS: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// The scale on the middle meridian of a zone, its longitude in zone 48 in degrees, and the easting that it has.
const SCALE: f64 = 0.9996;
const MERIDIAN: f64 = 105.0;
const FALSE_EASTING: f64 = 500_000.0;
/// What holds all of Cambodia, its islands too: degrees of latitude and of longitude.
const LATITUDES: std::ops::RangeInclusive<f64> = 9.85..=14.75;
const LONGITUDES: std::ops::RangeInclusive<f64> = 102.3..=107.7;
/// No degree is so large, and no metre of the zone so small.
const LARGEST_DEGREE: f64 = 1_000.0;

/// Why two numbers are no point in Cambodia.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum BadPoint {
    /// A point elsewhere: how far to the north and to the east it was said to be.
    #[error("{0}, {1} is not in Cambodia")]
    Elsewhere(f64, f64),
    /// One of them is in degrees, the other in metres.
    #[error("{0}, {1}: degrees and metres")]
    Mixed(f64, f64),
}

/// Latitude and longitude in degrees of a point in Cambodia, to a tenth of a metre, from how far it is to the east and to
/// the north: both in degrees, or both in metres of UTM zone 48N.
pub fn point(east: f64, north: f64) -> Result<(f64, f64), BadPoint> {
    let are_degrees = [east, north].map(|number| number.abs() < LARGEST_DEGREE);
    let (latitude, longitude) = match are_degrees {
        [true, true] => (north, east),
        [false, false] => from_utm_48n(east, north),
        _ => return Err(BadPoint::Mixed(east, north)),
    };
    if !LATITUDES.contains(&latitude) || !LONGITUDES.contains(&longitude) {
        return Err(BadPoint::Elsewhere(north, east));
    }
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Ok((rounded(latitude), rounded(longitude)))
}

/// Latitude and longitude in degrees from metres of easting and northing in UTM zone 48N.
pub fn from_utm_48n(easting: f64, northing: f64) -> (f64, f64) {
    let n = FLATTENING / (2.0 - FLATTENING);
    let (n2, n3, n4) = (n.powi(2), n.powi(3), n.powi(4));
    let radius = AXIS / (1.0 + n) * (1.0 + n2 / 4.0 + n4 / 64.0);
    let beta = [
        n / 2.0 - 2.0 / 3.0 * n2 + 37.0 / 96.0 * n3 - n4 / 360.0,
        n2 / 48.0 + n3 / 15.0 - 437.0 / 1_440.0 * n4,
        17.0 / 480.0 * n3 - 37.0 / 840.0 * n4,
        4_397.0 / 161_280.0 * n4,
    ];
    let delta = [
        2.0 * n - 2.0 / 3.0 * n2 - 2.0 * n3 + 116.0 / 45.0 * n4,
        7.0 / 3.0 * n2 - 8.0 / 5.0 * n3 - 227.0 / 45.0 * n4,
        56.0 / 15.0 * n3 - 136.0 / 35.0 * n4,
        4_279.0 / 630.0 * n4,
    ];
    let (xi, eta) = (northing / (SCALE * radius), (easting - FALSE_EASTING) / (SCALE * radius));
    let (mut xi_sphere, mut eta_sphere) = (xi, eta);
    for (order, beta) in (1_u8..).zip(beta) {
        let twice = 2.0 * f64::from(order);
        xi_sphere -= beta * (twice * xi).sin() * (twice * eta).cosh();
        eta_sphere -= beta * (twice * xi).cos() * (twice * eta).sinh();
    }
    let conformal = (xi_sphere.sin() / eta_sphere.cosh()).asin();
    let mut latitude = conformal;
    for (order, delta) in (1_u8..).zip(delta) {
        latitude += delta * (2.0 * f64::from(order) * conformal).sin();
    }
    let longitude = eta_sphere.sinh().atan2(xi_sphere.cos()).to_degrees() + MERIDIAN;
    (latitude.to_degrees(), longitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Latitude, longitude, easting, northing, by PROJ 9 (pyproj: EPSG 4326 to EPSG 32648), all over the country.
    const BY_PROJ: [(f64, f64, f64, f64); 9] = [
        (11.5564, 104.9282, 492_171.368, 1_277_502.966),
        (13.3633, 103.8564, 376_161.930, 1_477_597.937),
        (13.096, 103.2022, 305_090.431, 1_448_445.074),
        (10.6104, 103.5296, 339_144.032, 1_173_281.839),
        (13.734, 107.0003, 716_299.354, 1_519_205.021),
        (14.6, 105.0, 500_000.0, 1_614_084.988),
        (10.45, 102.35, 209_883.102, 1_156_384.288),
        (14.4, 107.5, 769_578.908, 1_593_428.353),
        (11.0, 105.8, 587_397.725, 1_216_095.861),
    ];

    #[test]
    fn metres_become_the_degrees_of_proj_to_a_centimetre() {
        for (latitude, longitude, easting, northing) in BY_PROJ {
            let (north, east) = from_utm_48n(easting, northing);
            // A degree is 111 km at most.
            let apart = (north - latitude).hypot(east - longitude) * 111_000.0;
            assert!(apart < 0.01, "{latitude} {longitude}: {apart} m");
            assert_eq!(point(easting, northing), Ok((latitude, longitude)));
            assert_eq!(point(longitude, latitude), Ok((latitude, longitude)));
        }
    }

    #[test]
    fn what_is_not_in_cambodia_is_refused() {
        // Bangkok, Ho Chi Minh City (in metres), nowhere, and numbers that were exchanged.
        for (east, north) in [(100.5, 13.75), (685_000.0, 1_080_000.0), (0.0, 0.0), (11.5564, 104.9282)] {
            assert!(matches!(point(east, north), Err(BadPoint::Elsewhere(..))), "{east} {north}");
        }
        assert!(matches!(point(492_171.0, 11.5), Err(BadPoint::Mixed(..))));
        assert!(point(f64::NAN, f64::NAN).is_err() && point(f64::INFINITY, 1e9).is_err());
    }
}
