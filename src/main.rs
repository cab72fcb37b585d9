//! The `wardbook` program: parses, dispatches, exits.

fn main() {}
