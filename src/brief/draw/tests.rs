//! What is drawn can be read: texts lie inside the frame and not on each other, whatever the figures and names.

use proptest::prelude::*;

use super::png::{paint, png};
use super::room::{Leader, gap, runs_through};
use super::svg::{Named, svg};
use super::*;
use crate::brief::document::{Area, Funnel, Interval, Map, Ranking, Series, Side, Span, Spot, Text, Waits};
use crate::insight::{self, wilson};
use crate::raster::png::decode;
use crate::reference::provinces;

/// Names of places, among them the longest and such as need marks above and below.
const NAMES: [&str; 8] = [
    "Kandal",
    "ភ្នំពេញ",
    "Kampong Chhnang Provincial Referral Hospital of the former second zone",
    "មន្ទីរពេទ្យបង្អែកស្រុកស្រីសន្ធរខេត្តកំពង់ចាម",
    "ខេត្តព្រះសីហនុ",
    "W",
    "ត្បូងឃ្មុំ និង Tboung Khmum",
    "Incomprehensibilities-without-a-space-to-break-at",
];

fn name(place: usize, lang: Lang) -> Text {
    Text::told(NAMES[place % NAMES.len()], lang)
}

fn told(text: &str, lang: Lang) -> Text {
    Text::told(text, lang)
}

fn ranking(rows: &[(usize, u32, u32)], lang: Lang) -> Chart {
    let row = |(place, severe, of): &(usize, u32, u32)| {
        let found = wilson(*severe, *of).unwrap();
        let (share, low, high) = (found.share, found.low, found.high);
        Interval { name: name(*place, lang), share, low, high, of: *of }
    };
    let rows = rows.iter().map(row).collect();
    Chart::Ranking(Ranking { rows_are: told("Place", lang), axis: told("ភាគរយ share", lang), rows })
}

fn funnel(rows: &[(usize, u32, u32)], lang: Lang) -> Chart {
    let counts: Vec<(u32, u32)> = rows.iter().map(|(_, severe, of)| (*severe, *of)).collect();
    let spots = rows.iter().zip(insight::funnel(&counts)).map(|((place, severe, of), lies)| Spot {
        name: name(*place, lang),
        share: f64::from(*severe) / f64::from(*of),
        interval: (0.1, 0.9),
        of: *of,
        place: lies.unwrap(),
        said: told("within", lang),
    });
    let key = ["All places shown: 35%", "ដែនកំណត់ ៩៥%", "99.8%", "outside the 95% limits", "ក្រៅដែនកំណត់"];
    Chart::Funnel(Funnel {
        spots_are: told("Place", lang),
        axis: told("Share", lang),
        counts: told("Cases", lang),
        middle: insight::pooled(&counts).unwrap(),
        spots: spots.collect(),
        key: key.map(|text| told(text, lang)).to_vec(),
        places: told("Lies", lang),
    })
}

fn series(counts: &[u32], lang: Lang) -> Chart {
    let span = |(place, count): (usize, &u32)| Span {
        name: told("October 2026", lang),
        short: told(if place % 2 == 0 { "Oct" } else { "តុលា" }, lang),
        year: (place % 5 == 0).then(|| told("2026", lang)),
        count: *count,
        is_over: place + 1 < counts.len(),
    };
    let spans = counts.iter().enumerate().map(span).collect();
    Chart::Series(Series { spans_are: told("Month", lang), axis: told("Cases", lang), spans })
}

fn waits(sides: &[(usize, [u32; 4])], lang: Lang) -> Chart {
    let side = |(place, minutes): &(usize, [u32; 4])| {
        let mut minutes = minutes.map(f64::from);
        minutes.sort_by(f64::total_cmp);
        let [lower, median, upper, p90] = minutes;
        Side { name: name(*place, lang), of: 1_234, lower, median, upper, p90 }
    };
    Chart::Waits(Waits {
        sides_are: told("Paid with", lang),
        axis: told("Time waited", lang),
        marks: ["1 in 4", "Median", "1 in 4", "1 in 10"].map(|text| told(text, lang)).to_vec(),
        key: ["Median: half waited longer", "The middle half", "១ ក្នុង ១០"]
            .map(|text| told(text, lang))
            .to_vec(),
        sides: sides.iter().map(side).collect(),
    })
}

fn map(counts: &[u32], lang: Lang) -> Chart {
    let areas = provinces().zip(counts).filter(|(_, count)| **count > 4).map(|(place, count)| Area {
        province: place.code.province(),
        name: told(lang.pick(&place.name_km, &place.name_en), lang),
        count: *count,
    });
    Chart::Map(Map {
        areas_are: told("Province", lang),
        axis: told("Cases", lang),
        areas: areas.collect(),
        others: told("Fewer than 5 cases, none, or counted together with others", lang),
        credit: told("Outlines: © OpenStreetMap contributors", lang),
    })
}

/// What letters of a line cover, without the air above and below them.
fn letters(shape: &Shape) -> Option<([f32; 4], String)> {
    match shape {
        Shape::Text { line, x, y, .. } => {
            let text = line.text.get(line.letters.clone()).unwrap_or_default().to_owned();
            let (top, bottom) = (y + line.baseline - line.size * 0.7, y + line.baseline);
            Some(([*x, top, x + line.width, bottom], text))
        }
        _ => None,
    }
}

/// Why a drawing cannot be read; `None` where it can.
pub(in crate::brief) fn fault(drawing: &Drawing) -> Option<String> {
    let texts: Vec<([f32; 4], String)> = drawing.shapes.iter().filter_map(letters).collect();
    for (place, text) in &texts {
        let is_inside = place[0] >= -1.0
            && place[1] >= -1.0
            && place[2] <= drawing.width + 1.0
            && place[3] <= drawing.height + 1.0;
        if !is_inside {
            return Some(format!("{text} at {place:?} leaves {} × {}", drawing.width, drawing.height));
        }
    }
    for (number, (one, text)) in texts.iter().enumerate() {
        for (other, beside) in texts.iter().skip(number + 1) {
            let apart = one[2] <= other[0] + 0.2
                || other[2] <= one[0] + 0.2
                || one[3] <= other[1] + 0.2
                || other[3] <= one[1] + 0.2;
            if !apart && !text.trim().is_empty() && !beside.trim().is_empty() {
                return Some(format!("{text} {one:?} lies on {beside} {other:?}"));
            }
        }
    }
    let points = drawing.shapes.iter().flat_map(|shape| match shape {
        Shape::Bar { x, y, width, height, .. } => vec![(*x, *y), (x + width, y + height)],
        Shape::Dot { x, y, .. } => vec![(*x, *y)],
        Shape::Area { rings: paths, .. } | Shape::Line { paths, .. } => paths.concat(),
        Shape::Text { .. } => Vec::new(),
    });
    let (width, height) = (drawing.width + 1.0, drawing.height + 1.0);
    let outside = |(x, y): &Point| !((-1.0..=width).contains(x) && (-1.0..=height).contains(y));
    points.into_iter().find(outside).map(|point| format!("{point:?} leaves {width} × {height}"))
}

fn readable(chart: &Chart, lang: Lang) -> Option<String> {
    let mut faces = Faces::built_in().unwrap();
    [WIDE, NARROW].into_iter().find_map(|width| {
        let drawing = super::chart(chart, lang, width, &mut faces);
        fault(&drawing).map(|fault| format!("{lang} {width}: {fault}"))
    })
}

/// Places with their severe cases and all cases.
fn rows() -> impl Strategy<Value = Vec<(usize, u32, u32)>> {
    let row = (0_usize..8, 5_u32..3_000, 0.0_f64..=1.0);
    let row = row.prop_map(|(name, of, part)| (name, (f64::from(of) * part) as u32, of));
    prop::collection::vec(row, 3..16)
}

fn lang() -> impl Strategy<Value = Lang> {
    any::<bool>().prop_map(|is_khmer| if is_khmer { Lang::Km } else { Lang::En })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn rankings_and_funnels_can_be_read(rows in rows(), lang in lang()) {
        prop_assert_eq!(readable(&ranking(&rows, lang), lang), None);
        prop_assert_eq!(readable(&funnel(&rows, lang), lang), None);
    }

    #[test]
    fn counts_in_time_can_be_read(counts in prop::collection::vec(0_u32..20_000, 3..=24), lang in lang()) {
        let chart = series(&counts, lang);
        prop_assert_eq!(readable(&chart, lang), None);
        for width in [WIDE, NARROW] {
            let drawing = super::chart(&chart, lang, width, &mut Faces::built_in().unwrap());
            let texts: Vec<String> = drawing.shapes.iter().filter_map(letters).map(|(_, text)| text).collect();
            for count in &counts {
                let said = crate::i18n::numbers::number((*count).into(), lang);
                prop_assert!(texts.iter().any(|text| text.trim_end_matches('*') == said), "{}: {:?}", said, texts);
            }
        }
    }

    #[test]
    fn waits_can_be_read(
        sides in prop::collection::vec((0_usize..8, prop::array::uniform4(0_u32..1_500)), 1..4), lang in lang(),
    ) {
        prop_assert_eq!(readable(&waits(&sides, lang), lang), None);
    }
}

/// As wide as maps are drawn: on paper, in the picture, on a telephone.
const MAPS: [f32; 3] = [WIDE, 282.0, NARROW];

/// From texts beside the country to their provinces.
fn leaders(drawing: &Drawing) -> Vec<Leader> {
    let line = |shape: &Shape| match shape {
        Shape::Line { paths, ink, .. } if *ink == crate::brief::style::INK => {
            let [path] = paths.as_slice() else { return None };
            let [from, to] = path.as_slice() else { return None };
            Some((*from, *to))
        }
        _ => None,
    };
    drawing.shapes.iter().filter_map(line).collect()
}

/// What is wrong with a map: a shaded province whose count does not stand in it, nor with its name at the end of a line to
/// it; lines that cross.
fn misplaced(map: &Map, drawing: &Drawing, lang: Lang) -> Option<String> {
    let land = super::map::land(drawing.width);
    let texts: Vec<([f32; 4], String)> = drawing.shapes.iter().filter_map(letters).collect();
    let leaders = leaders(drawing);
    let is_at = |text: &str, (x, y): Point| {
        texts.iter().any(|([left, top, right, bottom], told)| {
            // A name and its count stand beside each other; the line begins at the edge of both.
            told == text && *top - 8.0 < y && y < *bottom + 8.0 && *left - 90.0 < x && x < *right + 90.0
        })
    };
    for area in &map.areas {
        let count = crate::i18n::numbers::number(area.count.into(), lang);
        let inside = texts.iter().any(|([left, top, right, bottom], told)| {
            let middle = (f32::midpoint(*left, *right), f32::midpoint(*top, *bottom));
            *told == count && land.province(middle) == Some(area.province)
        });
        let is_led = leaders.iter().any(|(from, to)| {
            land.province(*to) == Some(area.province)
                && is_at(&count, *from)
                && is_at(&area.name.to_string(), *from)
        });
        if !inside && !is_led {
            return Some(format!("{} has no {count}", area.name));
        }
    }
    for (number, one) in leaders.iter().enumerate() {
        if let Some(other) = leaders.iter().skip(number + 1).find(|other| gap(*one, **other) < 1.0) {
            return Some(format!("{one:?} crosses {other:?}"));
        }
    }
    None
}

/// A line that runs over a text.
fn crossed_out(drawing: &Drawing) -> Option<String> {
    let texts: Vec<([f32; 4], String)> = drawing.shapes.iter().filter_map(letters).collect();
    for line in leaders(drawing) {
        // A line begins at the edge of its own texts.
        let is_over = |([left, top, right, bottom], told): &&([f32; 4], String)| {
            !told.trim().is_empty() && runs_through(line, [left + 1.0, top + 1.0, right - 1.0, bottom - 1.0])
        };
        if let Some((_, told)) = texts.iter().find(is_over) {
            return Some(format!("{line:?} runs over {told}"));
        }
    }
    None
}

/// Why a map cannot be read at some width; of the fullest ones, and on a telephone, lines may run over a text.
fn mapped(counts: &[u32], lang: Lang, is_fullest: bool) -> Option<String> {
    let chart = map(counts, lang);
    let Chart::Map(map) = &chart else { return None };
    let mut faces = Faces::built_in().unwrap();
    MAPS.into_iter().find_map(|width| {
        let drawing = super::chart(&chart, lang, width, &mut faces);
        let fault = fault(&drawing)
            .or_else(|| misplaced(map, &drawing, lang))
            .or_else(|| crossed_out(&drawing).filter(|_| !is_fullest && width > NARROW));
        fault.map(|fault| format!("{lang} {width}: {fault}"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 40, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn a_map_bears_the_count_of_each_shaded_province_and_no_two_lines_cross(
        counts in prop::collection::vec((0_u32..5, 5_u32..100), 25), lang in lang(),
    ) {
        // Some are not shown; the others have from one digit to four.
        let counts: Vec<u32> = counts
            .into_iter()
            .map(|(size, count)| if size == 0 { 0 } else { count * 10_u32.pow(size - 1) / 10 })
            .collect();
        prop_assert_eq!(mapped(&counts, lang, false), None);
    }
}

/// Here the shortest line is one over a text.
#[test]
fn a_line_rather_goes_far_than_over_a_text() {
    let counts = [
        0, 47, 2100, 0, 910, 0, 0, 8800, 220, 3, 6800, 460, 7, 4500, 15, 9900, 7, 13, 5, 92, 2900, 27, 2600,
        0, 5600,
    ];
    assert_eq!(mapped(&counts, Lang::Km, false), None);
}

/// The small provinces are shaded with all others, with the longest counts.
#[test]
fn the_fullest_map_can_be_read() {
    for lang in Lang::ALL {
        for count in [5, 555, 5_555] {
            let counts: Vec<u32> = (0..25).map(|place| count + place).collect();
            assert_eq!(mapped(&counts, lang, count > 1_000), None, "{count}");
        }
        // Those that have no room for a count, alone.
        for small in [11, 17, 22, 23] {
            let counts: Vec<u32> =
                (0..25).map(|place| if place == small || place == 7 { 1_234 } else { 0 }).collect();
            assert_eq!(mapped(&counts, lang, false), None, "{small}");
        }
    }
}

/// What is drawn can be read off as a number: all four figures of each side, and on how many visits they rest.
#[test]
fn each_mark_of_the_waits_bears_its_figure() {
    let sides = [(0, [95, 125, 170, 240]), (1, [66, 90, 90, 151]), (5, [7, 7, 7, 7])];
    for lang in Lang::ALL {
        let chart = waits(&sides, lang);
        let Chart::Waits(told) = &chart else { unreachable!() };
        for width in MAPS {
            let drawing = super::chart(&chart, lang, width, &mut Faces::built_in().unwrap());
            let texts: Vec<String> =
                drawing.shapes.iter().filter_map(letters).map(|(_, text)| text.trim().to_owned()).collect();
            for side in &told.sides {
                let figures = [side.lower, side.median, side.upper, side.p90];
                for minutes in figures {
                    let wanted = crate::i18n::numbers::minutes(minutes as u32, lang);
                    let found = texts.iter().filter(|text| **text == wanted).count();
                    let same = figures.iter().filter(|other| (**other - minutes).abs() < 0.5).count();
                    assert!(found >= same, "{wanted}: {texts:?}");
                }
                let of = format!("n = {}", crate::i18n::numbers::number(side.of.into(), lang));
                assert!(texts.contains(&of), "{of}: {texts:?}");
            }
        }
    }
}

#[test]
fn the_same_drawing_makes_the_same_picture() {
    let mut faces = Faces::built_in().unwrap();
    let chart = ranking(&[(0, 10, 40), (1, 20, 30), (4, 3, 90)], Lang::Km);
    let drawing = super::chart(&chart, Lang::Km, WIDE, &mut faces);
    let bytes = png(&drawing, 2.0).unwrap();
    assert_eq!(bytes, png(&drawing, 2.0).unwrap());
    let (picture, _) = decode(&bytes).unwrap();
    assert_eq!((picture.width, picture.height), (919, (drawing.height * 2.0).round() as u32));
    let dark = picture.pixels.chunks(4).filter(|pixel| pixel[0] < 0x60).count();
    assert!(dark > 1_000, "{dark}");
    // No size asked for makes a picture that memory cannot hold, and none makes none.
    for scale in [f32::NAN, f32::INFINITY, 0.0, -1.0] {
        let picture = paint(&drawing, scale).unwrap();
        assert!(picture.width > 0 && picture.width <= 8_000);
    }
}

#[test]
fn an_svg_holds_nothing_but_shapes_and_escaped_letters() {
    let hostile = "<script>alert(1)</script> \" onload='x' & url(http://x.y) ក\u{200B}ខ";
    let mut faces = Faces::built_in().unwrap();
    let chart = Chart::Ranking(Ranking {
        rows_are: told("Place", Lang::En),
        axis: told(hostile, Lang::En),
        rows: vec![Interval { name: told(hostile, Lang::En), share: 0.5, low: 0.2, high: 0.8, of: 9 }],
    });
    let drawing = super::chart(&chart, Lang::En, 2_000.0, &mut faces);
    let named = Named { id: "f1", title: hostile, description: hostile, class: "wide" };
    let svg = svg(&drawing, &named, Lang::En);
    assert_eq!(
        svg.matches("&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload=&#39;x&#39; &amp;").count(),
        4
    );
    assert!(svg.contains("<tspan lang=\"km\">ក\u{200B}ខ</tspan>"), "{svg}");
    for word in ["<script", " style=", " href=", "='"] {
        assert!(!svg.contains(word), "{word} in {svg}");
    }
}
