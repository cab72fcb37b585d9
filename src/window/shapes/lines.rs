//! U+2500 to U+257F: lines that reach the edges of their cell.

use zeno::{Command, PathBuilder, Point};

use super::{Cell, Part, full};

/// What goes from the middle to the left, up, right and down: a digit each; 1 is light, 2 heavy, 3 double. Diagonals
/// have none. From the names of the characters in the Unicode standard.
const ARMS: [u16; 128] = [
    0x1010, 0x2020, 0x0101, 0x0202, 0x1010, 0x2020, 0x0101, 0x0202, // ─━│┃┄┅┆┇
    0x1010, 0x2020, 0x0101, 0x0202, 0x0011, 0x0021, 0x0012, 0x0022, // ┈┉┊┋┌┍┎┏
    0x1001, 0x2001, 0x1002, 0x2002, 0x0110, 0x0120, 0x0210, 0x0220, // ┐┑┒┓└┕┖┗
    0x1100, 0x2100, 0x1200, 0x2200, 0x0111, 0x0121, 0x0211, 0x0112, // ┘┙┚┛├┝┞┟
    0x0212, 0x0221, 0x0122, 0x0222, 0x1101, 0x2101, 0x1201, 0x1102, // ┠┡┢┣┤┥┦┧
    0x1202, 0x2201, 0x2102, 0x2202, 0x1011, 0x2011, 0x1021, 0x2021, // ┨┩┪┫┬┭┮┯
    0x1012, 0x2012, 0x1022, 0x2022, 0x1110, 0x2110, 0x1120, 0x2120, // ┰┱┲┳┴┵┶┷
    0x1210, 0x2210, 0x1220, 0x2220, 0x1111, 0x2111, 0x1121, 0x2121, // ┸┹┺┻┼┽┾┿
    0x1211, 0x1112, 0x1212, 0x2211, 0x1221, 0x2112, 0x1122, 0x2221, // ╀╁╂╃╄╅╆╇
    0x2122, 0x2212, 0x1222, 0x2222, 0x1010, 0x2020, 0x0101, 0x0202, // ╈╉╊╋╌╍╎╏
    0x3030, 0x0303, 0x0031, 0x0013, 0x0033, 0x3001, 0x1003, 0x3003, // ═║╒╓╔╕╖╗
    0x0130, 0x0310, 0x0330, 0x3100, 0x1300, 0x3300, 0x0131, 0x0313, // ╘╙╚╛╜╝╞╟
    0x0333, 0x3101, 0x1303, 0x3303, 0x3031, 0x1013, 0x3033, 0x3130, // ╠╡╢╣╤╥╦╧
    0x1310, 0x3330, 0x3131, 0x1313, 0x3333, 0x0011, 0x1001, 0x1100, // ╨╩╪╫╬╭╮╯
    0x0110, 0x0000, 0x0000, 0x0000, 0x1000, 0x0100, 0x0010, 0x0001, // ╰╱╲╳╴╵╶╷
    0x2000, 0x0200, 0x0020, 0x0002, 0x1020, 0x0102, 0x2010, 0x0201, // ╸╹╺╻╼╽╾╿
];

const DOUBLE: u16 = 3;

/// The directions, in the order of the digits. The opposite of one is two further on.
const DIRECTIONS: usize = 4;

/// The lines of a character of this block.
pub fn parts(letter: char, cell: Cell) -> Option<Vec<Part>> {
    let packed = *ARMS.get((u32::from(letter) as usize).checked_sub(0x2500)?)?;
    let arms = [packed >> 12, packed >> 8 & 15, packed >> 4 & 15, packed & 15];
    Some(match letter {
        '┄'..='┇' => dashes(arms, cell, 3),
        '┈'..='┋' => dashes(arms, cell, 4),
        '╌'..='╏' => dashes(arms, cell, 2),
        '╭'..='╰' => rounded(arms, cell),
        '╱' => vec![diagonal(cell, true)],
        '╲' => vec![diagonal(cell, false)],
        '╳' => vec![diagonal(cell, true), diagonal(cell, false)],
        _ => straight(arms, cell),
    })
}

fn thickness(weight: u16, cell: Cell) -> i32 {
    if weight == 2 { cell.stroke * 2 + cell.stroke % 2 } else { cell.stroke }
}

/// The edges of a line of this thickness through the middle of a length.
fn middle(length: i32, thickness: i32) -> (i32, i32) {
    let from = (length - thickness) / 2;
    (from, from + thickness)
}

/// The edges of the rails of a double line: the nearer to the origin, and the further.
fn rails(length: i32, stroke: i32) -> [(i32, i32); 2] {
    let (from, _) = middle(length, stroke);
    [(from - stroke - 1, from - 1), (from + stroke + 1, from + 2 * stroke + 1)]
}

fn straight(arms: [u16; DIRECTIONS], cell: Cell) -> Vec<Part> {
    let mut parts = Vec::new();
    for direction in 0..DIRECTIONS {
        let weight = arms[direction];
        let (length, across) =
            if direction.is_multiple_of(2) { (cell.width, cell.height) } else { (cell.height, cell.width) };
        if weight == DOUBLE {
            for (rail, edges) in rails(across, cell.stroke).into_iter().enumerate() {
                let inner = rail_start(arms, direction, rail, length, cell);
                parts.push(arm(direction, inner, edges, length));
            }
        } else if weight > 0 {
            let inner = line_start(arms, direction, length, cell);
            parts.push(arm(direction, inner, middle(across, thickness(weight, cell)), length));
        }
    }
    parts
}

/// An arm from where it starts inside to the edge it goes to.
fn arm(direction: usize, inner: i32, (from, to): (i32, i32), length: i32) -> Part {
    match direction {
        0 => full(0, from, inner, to),
        1 => full(from, 0, to, inner),
        2 => full(inner, from, length, to),
        _ => full(from, inner, to, length),
    }
}

/// The edge of `edges` that lies behind, seen from an arm that goes this way: its start covers what it crosses.
fn far_edge(direction: usize, edges: (i32, i32)) -> i32 {
    if direction < 2 { edges.1 } else { edges.0 }
}

/// Of the rails crossed, the one on the arm's own side, or the one beyond.
fn crossed_rail(direction: usize, length: i32, stroke: i32, is_near: bool) -> (i32, i32) {
    let [low, high] = rails(length, stroke);
    if (direction < 2) == is_near { low } else { high }
}

/// Where a light or heavy arm starts inside its cell.
fn line_start(arms: [u16; DIRECTIONS], direction: usize, length: i32, cell: Cell) -> i32 {
    let sides = [arms[(direction + 1) % DIRECTIONS], arms[(direction + 3) % DIRECTIONS]];
    let opposite = arms[(direction + 2) % DIRECTIONS];
    if opposite == 0 && sides.contains(&DOUBLE) {
        let is_near = sides == [DOUBLE, DOUBLE];
        return far_edge(direction, crossed_rail(direction, length, cell.stroke, is_near));
    }
    let widest = sides.into_iter().filter(|side| *side < DOUBLE).max().unwrap_or(0);
    let own = arms[direction].max(opposite).min(2);
    far_edge(direction, middle(length, thickness(if widest > 0 { widest } else { own }, cell)))
}

/// Where a rail of a double arm starts: `rail` is 0 for the upper or left one.
fn rail_start(arms: [u16; DIRECTIONS], direction: usize, rail: usize, length: i32, cell: Cell) -> i32 {
    // The arm that this rail faces, and the one that the other rail faces.
    let (low, high) = if direction.is_multiple_of(2) { (arms[1], arms[3]) } else { (arms[0], arms[2]) };
    let (faced, other) = if rail == 0 { (low, high) } else { (high, low) };
    if faced == DOUBLE {
        return far_edge(direction, crossed_rail(direction, length, cell.stroke, true));
    }
    if other == DOUBLE && arms[(direction + 2) % DIRECTIONS] == 0 {
        return far_edge(direction, crossed_rail(direction, length, cell.stroke, false));
    }
    far_edge(direction, middle(length, cell.stroke))
}

fn dashes(arms: [u16; DIRECTIONS], cell: Cell, count: i32) -> Vec<Part> {
    let weight = arms.into_iter().max().unwrap_or(1);
    let is_flat = arms[0] > 0;
    let (length, across) = if is_flat { (cell.width, cell.height) } else { (cell.height, cell.width) };
    let (from, to) = middle(across, thickness(weight, cell));
    let dash = |place: i32| {
        let (start, next) = (length * place / count, length * (place + 1) / count);
        let end = next - ((next - start) / 3).max(1).min(next - start - 1).max(0);
        if is_flat { full(start, from, end, to) } else { full(from, start, to, end) }
    };
    (0..count).map(dash).collect()
}

/// How far a circle's Bézier handles reach, of its radius.
const HANDLE: f32 = 0.552_285;

/// A quarter of a ring in the middle, and straight lines from there to the edges.
fn rounded(arms: [u16; DIRECTIONS], cell: Cell) -> Vec<Part> {
    let ((left, right), (top, bottom)) = (middle(cell.width, cell.stroke), middle(cell.height, cell.stroke));
    let (goes_right, goes_down) = (arms[2] > 0, arms[3] > 0);
    let outer = if goes_right { cell.width - left } else { right };
    // Where the ring's straight continuations begin.
    let x = if goes_right { left + outer } else { right - outer };
    let y = if goes_down { top + outer } else { bottom - outer };
    let flat = if goes_right { full(x, top, cell.width, bottom) } else { full(0, top, x, bottom) };
    let upright = if goes_down { full(left, y, right, cell.height) } else { full(left, 0, right, y) };
    let (sign_x, sign_y) = (if goes_right { -1.0 } else { 1.0 }, if goes_down { -1.0 } else { 1.0 });
    let at = |along: f32, up: f32| Point::new(x as f32 + sign_x * along, y as f32 + sign_y * up);
    let (outer, inner) = (outer as f32, (outer - cell.stroke) as f32);
    let path = vec![
        Command::MoveTo(at(outer, 0.0)),
        Command::CurveTo(at(outer, outer * HANDLE), at(outer * HANDLE, outer), at(0.0, outer)),
        Command::LineTo(at(0.0, inner)),
        Command::CurveTo(at(inner * HANDLE, inner), at(inner, inner * HANDLE), at(inner, 0.0)),
        Command::Close,
    ];
    vec![flat, upright, Part::Path(path)]
}

fn diagonal(cell: Cell, rises: bool) -> Part {
    let (width, height) = (cell.width as f32, cell.height as f32);
    let (start, end) = if rises { (height, 0.0) } else { (0.0, height) };
    let mut path: Vec<Command> = Vec::new();
    path.move_to(Point::new(0.0, start));
    path.line_to(Point::new(width, end));
    Part::Line(path, cell.stroke as f32 * 1.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: Cell = Cell { width: 11, height: 15, stroke: 1, baseline: 11 };

    /// The character as a drawing: one text a row.
    fn drawn(letter: char) -> Vec<String> {
        let mut rows = vec![vec!['.'; CELL.width as usize]; CELL.height as usize];
        for part in parts(letter, CELL).unwrap() {
            let Part::Fill(area, _) = part else { continue };
            for y in area.y..area.y + area.height {
                for x in area.x..area.x + area.width {
                    rows[y as usize][x as usize] = '#';
                }
            }
        }
        rows.into_iter().map(|row| row.into_iter().collect()).collect()
    }

    #[test]
    fn lines_reach_the_edges_and_meet_in_the_middle() {
        let corner = drawn('┌');
        assert_eq!(corner[6], "...........");
        assert_eq!(corner[7], ".....######");
        assert_eq!(corner[14], ".....#.....");
        let heavy = drawn('┷');
        assert_eq!(heavy[0], ".....#.....");
        assert_eq!([heavy[5].as_str(), &heavy[6], &heavy[9]], [".....#.....", "###########", "..........."]);
    }

    #[test]
    fn double_lines_turn_without_crossing() {
        let corner = drawn('╔');
        assert_eq!(corner[5], "...########");
        assert_eq!(corner[6], "...#.......");
        assert_eq!(corner[9], "...#...####");
        assert_eq!(corner[10], "...#...#...");
        let cross = drawn('╬');
        assert_eq!(cross[5], "####...####");
        assert_eq!(cross[7], "...........");
        assert_eq!(drawn('╦')[5], "###########");
        assert_eq!(drawn('╟')[7], "...#...####");
        assert_eq!(drawn('╞')[7], ".....#.....");
    }
}
