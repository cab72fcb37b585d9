//! Paints the screens' cells as a picture: for the screenshots, and for a window of our own, where Khmer is shaped
//! as no terminal shapes it.
//!
//! - `painter`: from a buffer of cells to a picture
//! - `palette`: what the colours of a terminal look like, on a dark and on a light ground
//! - `face` and `glyphs`: the built-in fonts, shaping, and letters as masks
//! - `shapes`: lines, blocks, braille and signs, drawn so that neighbouring cells join
//!
//! Pixels, masks and a picture's bytes are `raster`'s.
//! Of `tui` it knows how text lies in cells (`text::runs`), and nothing of screens, themes or the program. It must not
//! know files, windows or terminals.

mod face;
mod glyphs;
mod painter;
mod palette;
mod shapes;

pub use face::FaceError;
pub use painter::Painter;
pub use palette::Palette;
