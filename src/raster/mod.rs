//! Pixels: a picture, letters and paths as masks laid on it, and its bytes as a PNG file. What the painter of screens
//! (`window`) and the drawings of briefs (`brief::draw`) both paint with.
//!
//! Knows outlines and colours; no fonts of its own, no text, nothing of the program.

mod outline;
mod picture;
pub mod png;

pub use outline::{letter, mask};
pub use picture::{Area, Mask, Picture, Rgb};
