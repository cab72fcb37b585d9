//! What a cell of a workbook says, as somebody would type it.

use calamine::{DataRef, ExcelDateTime};

/// A cell as somebody would type it: `2026-10-03`, `06:10`, `40000`.
pub(super) fn said(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => decimal(*number as f64),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(whether) => whether.to_string(),
        DataRef::DateTime(moment) => moment_said(*moment),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => duration(text).unwrap_or_else(|| text.clone()),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The first whole number that spreadsheets do not keep whole: of more than 15 digits they put noughts for the rest.
const TOO_LONG: f64 = 1e15;

/// Without a fraction where it is whole: what people type as a number is a count, a sum or a telephone. One of more than 15
/// digits reads as spreadsheets show it, `1.23456789012345E+15`: so nobody takes its last digits for what was typed, here or
/// in a file of refused rows.
fn decimal(number: f64) -> String {
    if number.abs() >= TOO_LONG && number.is_finite() {
        let shown = format!("{number:.14E}");
        let (digits, power) = shown.split_once('E').unwrap_or((&shown, "0"));
        return format!("{}E+{power}", digits.trim_end_matches('0').trim_end_matches('.'));
    }
    if number.fract() == 0.0 { format!("{number:.0}") } else { number.to_string() }
}

/// A day, a time of day, or both.
fn moment_said(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let (date, time) = (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}"));
    match moment.as_f64() {
        time_alone if time_alone.abs() < 1.0 => time,
        whole if whole.fract() == 0.0 => date,
        _ => format!("{date}T{time}"),
    }
}

/// `PT06H10M00S` as `06:10`.
fn duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    let number = |text: &str| text.parse::<u32>().ok();
    Some(format!("{:02}:{:02}", number(hours)?, number(minutes)?))
}
