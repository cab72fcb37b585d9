//! A chart of Excel's own, beside the figures that it is drawn from.

use rust_xlsxwriter::{
    Chart as Drawn, ChartAxisCrossing, ChartDataLabel, ChartErrorBars, ChartErrorBarsType, ChartFont,
    ChartFormat, ChartLine, ChartPoint, ChartRange, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::limits;
use super::looks::{DEEP, HAIR, LIGHT, Looks};
use super::sheet::{self, HEAD};
use super::spread::{Lane, Value, lanes};
use crate::brief::document::{Chart, Document, Figure, Table};

/// Writes a chart with its figures and notes. What Excel has no chart for stands as its figures.
pub fn write(
    sheet: &mut Worksheet,
    name: &str,
    figure: &Figure,
    document: &Document,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let table: Table = figure.chart.table();
    let lanes = lanes(&table, document.lang);
    sheet::begin(sheet, name, &figure.caption, document, looks)?;
    let last = sheet::fill(sheet, &lanes, document.lang, looks)?;
    let free = sheet::last_column(&lanes).map_or(0, |column| column + 1) + 1;
    let drawn = if let Chart::Ranking(_) = &figure.chart {
        reaches(sheet, &lanes, free, looks)?;
        Some(ranking(name, last, free, axis_end(&lanes)))
    } else if let Chart::Map(_) = &figure.chart {
        Some(bars(name, last))
    } else if let Chart::Series(series) = &figure.chart {
        let over: Vec<bool> = series.spans.iter().map(|span| span.is_over).collect();
        Some(columns(name, last, &over))
    } else {
        None
    };
    let mut below = last;
    if let Some(mut drawn) = drawn {
        let rows = last - HEAD;
        let is_ranking = matches!(figure.chart, Chart::Ranking(_) | Chart::Map(_));
        let height = if is_ranking { (rows * 26 + 110).clamp(260, 620) } else { 400 };
        drawn.legend().set_hidden();
        // The caption's cell, for a text could be taken for a range.
        drawn.title().set_name((name, 0, 0)).set_font(font(12.0).set_bold().set_color(DEEP));
        drawn
            .set_width(680)
            .set_height(height)
            .set_alt_text(limits::shortened(&figure.alternative, limits::PROPERTY).0);
        sheet.insert_chart(HEAD, free, &drawn)?;
        // A row without figures is 20 of the picture's points high; those of figures are higher.
        below = below.max(HEAD + height / 20 + 1);
        sheet.set_print_fit_to_pages(1, 1);
    }
    sheet::notes(sheet, below + 2, &figure.notes, looks)
}

fn font(size: f64) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size);
    font
}

/// How far the intervals reach from their shares, which is how Excel wants them: below the picture, where nobody looks.
fn reaches(sheet: &mut Worksheet, lanes: &[Lane], column: u16, looks: &Looks) -> Result<(), XlsxError> {
    let share = |value: Option<&Value>| match value {
        Some(Value::Share(share)) => *share,
        _ => 0.0,
    };
    let [_, main, low, high] = lanes else {
        return Ok(());
    };
    for (place, row) in (0..main.values.len()).zip(HEAD + 1..) {
        let [main, low, high] = [main, low, high].map(|lane| share(lane.values.get(place)));
        let look = looks.hidden.figures();
        sheet.write_number_with_format(row, column, (high - main).max(0.0), look)?;
        sheet.write_number_with_format(row, column + 1, (main - low).max(0.0), look)?;
    }
    Ok(())
}

/// Where the axis of shares ends: past the longest interval, in tenths.
fn axis_end(lanes: &[Lane]) -> f64 {
    let shares = lanes.iter().flat_map(|lane| &lane.values).filter_map(|value| match value {
        Value::Share(share) => Some(*share),
        _ => None,
    });
    ((shares.fold(0.0, f64::max) * 10.0 + 0.2).ceil() / 10.0).min(1.0)
}

/// Counts, the first at the top: Excel has maps only where it is connected, and none of these provinces.
fn bars(name: &str, last: u32) -> Drawn {
    let mut chart = Drawn::new(ChartType::Bar);
    let mut labels = ChartDataLabel::new();
    labels.show_value();
    chart
        .add_series()
        .set_categories((name, HEAD + 1, 0, last, 0))
        .set_values((name, HEAD + 1, 1, last, 1))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(DEEP)))
        .set_gap(45)
        .set_data_label(&labels);
    chart.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max);
    chart.x_axis().set_num_format("#,##0").set_min(0).set_major_gridlines(false);
    chart
}

/// Shares with their intervals, the first at the top.
fn ranking(name: &str, last: u32, reaches: u16, end: f64) -> Drawn {
    let mut chart = Drawn::new(ChartType::Bar);
    let mut bars = ChartErrorBars::new();
    let [above, below] =
        [reaches, reaches + 1].map(|column| ChartRange::new_from_range(name, HEAD + 1, column, last, column));
    bars.set_type(ChartErrorBarsType::Custom(above, below));
    bars.set_format(ChartFormat::new().set_line(ChartLine::new().set_color(DEEP).set_width(1.25)));
    let series = chart.add_series();
    series
        .set_categories((name, HEAD + 1, 0, last, 0))
        .set_values((name, HEAD + 1, 1, last, 1))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(LIGHT)))
        .set_gap(45)
        .set_x_error_bars(&bars);
    chart.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max);
    let axis = chart.x_axis();
    axis.set_num_format("0%").set_min(0).set_max(end).set_major_unit(0.1);
    axis.set_major_gridlines_line(ChartLine::new().set_color(HAIR));
    chart
}

/// Counts in time; those whose span is not over are lighter.
fn columns(name: &str, last: u32, over: &[bool]) -> Drawn {
    let mut chart = Drawn::new(ChartType::Column);
    let ink = |is_over: bool| if is_over { DEEP } else { LIGHT };
    let points: Vec<ChartPoint> = over
        .iter()
        .map(|is_over| {
            let fill = ChartSolidFill::new().set_color(ink(*is_over)).clone();
            ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(&fill))
        })
        .collect();
    let mut labels = ChartDataLabel::new();
    labels.show_value();
    chart
        .add_series()
        .set_categories((name, HEAD + 1, 0, last, 0))
        .set_values((name, HEAD + 1, 1, last, 1))
        .set_points(&points)
        .set_gap(45)
        .set_data_label(&labels);
    chart.y_axis().set_min(0).set_num_format("#,##0").set_major_gridlines(false);
    chart
}
