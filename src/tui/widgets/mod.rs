//! Parts that screens are put together from. They know cells, styles and keys, and nothing of cases.

pub mod canvas;
pub mod choices;
pub mod columns;
pub mod funnel;
pub mod histogram;
pub mod input;
pub mod list;
pub mod map;
pub mod spark;
pub mod unread;
