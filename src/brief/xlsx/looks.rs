//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::words;
use crate::brief::style::{self, Ink};
use crate::i18n::Lang;
use crate::i18n::khmer::is_khmer;

/// Titles, and what a chart is about.
pub const DEEP: Color = color(style::DEEP);
/// Columns that are not over.
pub const LIGHT: Color = color(style::LIGHT);
/// Lines between rows, and those behind a chart.
pub const HAIR: Color = color(style::HAIR);
const INK: Color = color(style::INK);
const MUTED: Color = color(style::MUTED);

const fn color(Ink(red, green, blue): Ink) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

/// What Cambodia's offices write in. Where it is not installed, Excel takes a Khmer font of the system.
pub const KHMER: &str = "Khmer OS Battambang";
const LATIN: &str = "Calibri";

/// A row in which Khmer stands on one line, in points: its signs reach further up and down.
pub const KHMER_ROW: f64 = 21.0;

/// A format for each script.
pub struct Look {
    latin: Format,
    khmer: Format,
}

impl Look {
    fn new(size: f64, format: Format) -> Self {
        let khmer = format.clone().set_font_name(KHMER).set_font_size(size);
        // Khmer letters look small beside Latin ones of the same size; this font's do less so.
        Self { latin: format.set_font_name(LATIN).set_font_size(size + 0.5), khmer }
    }

    /// For a text.
    pub fn of(&self, text: &str) -> &Format {
        if text.chars().any(is_khmer) { &self.khmer } else { &self.latin }
    }

    /// For figures.
    pub fn figures(&self) -> &Format {
        &self.latin
    }
}

/// All looks of a workbook.
pub struct Looks {
    pub title: Look,
    pub subtitle: Look,
    pub particulars: Look,
    pub heading: Look,
    pub body: Look,
    pub point: Look,
    pub source: Look,
    pub caption: Look,
    pub link: Look,
    pub note: Look,
    pub key: Look,
    pub key_wait: Look,
    pub key_share: Look,
    pub key_label: Look,
    pub head: Look,
    pub head_figure: Look,
    pub text: Look,
    pub said: Look,
    pub count: Look,
    pub share: Look,
    pub hidden: Look,
}

impl Looks {
    /// For a language.
    pub fn of(lang: Lang) -> Self {
        let plain = || Format::new().set_font_color(INK).set_align(FormatAlign::Top);
        let wrapped = || plain().set_text_wrap();
        let deep = || Format::new().set_font_color(DEEP).set_bold();
        let cell = || {
            Format::new()
                .set_font_color(INK)
                .set_align(FormatAlign::VerticalCenter)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(HAIR)
        };
        let figure = || cell().set_align(FormatAlign::Right);
        let head = || {
            Format::new()
                .set_bold()
                .set_font_color(MUTED)
                .set_text_wrap()
                .set_align(FormatAlign::Bottom)
                .set_border_top(FormatBorder::Medium)
                .set_border_top_color(DEEP)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(DEEP)
        };
        let key =
            || deep().set_align(FormatAlign::Right).set_align(FormatAlign::VerticalCenter).set_indent(1);
        Self {
            title: Look::new(18.0, deep()),
            subtitle: Look::new(12.0, plain()),
            particulars: Look::new(9.0, wrapped().set_font_color(MUTED)),
            heading: Look::new(13.0, deep().set_align(FormatAlign::Bottom)),
            body: Look::new(10.0, wrapped()),
            point: Look::new(10.0, wrapped().set_indent(1)),
            source: Look::new(9.0, deep().set_text_wrap().set_indent(1)),
            caption: Look::new(11.0, deep()),
            link: Look::new(
                10.0,
                wrapped().set_font_color(DEEP).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            ),
            note: Look::new(9.0, plain().set_font_color(MUTED)),
            key: Look::new(18.0, key().set_num_format("#,##0")),
            key_wait: Look::new(18.0, key().set_num_format(format!("#,##0\" {}\"", words::unit(lang)))),
            key_share: Look::new(18.0, key().set_num_format("0%")),
            key_label: Look::new(10.0, wrapped().set_align(FormatAlign::VerticalCenter)),
            head: Look::new(9.0, head()),
            head_figure: Look::new(9.0, head().set_align(FormatAlign::Right)),
            text: Look::new(10.0, cell()),
            said: Look::new(10.0, figure()),
            count: Look::new(10.0, figure().set_num_format("#,##0")),
            share: Look::new(10.0, figure().set_num_format("0%")),
            hidden: Look::new(8.0, Format::new().set_font_color(Color::White)),
        }
    }
}
