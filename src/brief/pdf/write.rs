//! Pages as a file: what is drawn, the tree of parts that readers aloud follow, the outline, the properties.

use std::num::NonZeroU16;

use chrono::Datelike;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node as Leaf, SpanTag,
    TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::{Document as File, SerializeSettings};

use super::PdfError;
use super::brush::{Brush, fonts};
use super::sheets::{Drawn, Entry, Kind, Node, Owner, Placed, Sheets};
use crate::brief::document::Document;
use crate::i18n::Language;

/// The longest text in a file's properties, in characters: the standard has a limit of 32,767 bytes.
const LONGEST: usize = 2_000;

/// Writes the file.
pub fn write(document: &Document, sheets: &Sheets) -> Result<Vec<u8>, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Standard(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut file = File::new_with(settings);
    let own = document.lang.language();
    let mut marks = Marks::new(sheets.nodes.len());
    let fonts = fonts()?;
    for (place, page) in sheets.pages.iter().enumerate() {
        let size = PageSettings::from_wh(sheets.size.0, sheets.size.1).ok_or(PdfError::Font)?;
        let mut drawn = file.start_page_with(size);
        {
            let mut brush = Brush { surface: drawn.surface(), fonts: &fonts };
            for placed in page {
                draw(&mut brush, placed, own, place, &mut marks);
            }
        }
        drawn.finish();
    }
    file.set_tag_tree(marks.tree(&sheets.nodes).with_lang(Some(tag(own).to_owned())));
    file.set_outline(outline(&sheets.outline));
    file.set_metadata(metadata(document));
    file.finish().map_err(|error| PdfError::Standard(format!("{error:?}").chars().take(LONGEST).collect()))
}

/// A language as files name it.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Km => "km",
        Language::En => "en",
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// A heading's name, which the standard wants.
fn named(title: &str) -> String {
    if title.trim().is_empty() { "–".to_owned() } else { cut(title) }
}

fn metadata(document: &Document) -> Metadata {
    let day = document.furniture.made_on;
    let made = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(u8::try_from(day.month()).unwrap_or(1))
        .day(u8::try_from(day.day()).unwrap_or(1));
    let title = format!("{} – {}", document.title, document.subtitle);
    Metadata::new()
        .title(cut(&title))
        .language(tag(document.lang.language()).to_owned())
        .creator("Wardbook".to_owned())
        .authors(vec![cut(&document.furniture.author)])
        .creation_date(made)
}

/// The title, and under it the headings.
fn outline(entries: &[Entry]) -> Outline {
    let mut outline = Outline::new();
    for entry in entries {
        let place = XyzDestination::new(entry.page, Point::from_xy(0.0, (entry.y - 12.0).max(0.0)));
        outline.push_child(OutlineNode::new(named(&entry.title), place));
    }
    outline
}

/// What was drawn of each part of the document.
struct Marks(Vec<(Vec<Identifier>, Option<BBox>)>);

impl Marks {
    fn new(nodes: usize) -> Self {
        Self(vec![(Vec::new(), None); nodes])
    }

    fn add(&mut self, node: Node, identifier: Identifier) {
        if let Some((marks, _)) = self.0.get_mut(node.0) {
            marks.push(identifier);
        }
    }

    /// The tree. Parts come in order, those that hold others before these.
    fn tree(self, nodes: &[(Kind, Option<Node>)]) -> TagTree {
        let mut groups: Vec<TagGroup> = Vec::with_capacity(nodes.len());
        for ((kind, _), (marks, bounds)) in nodes.iter().zip(self.0) {
            let mut group = TagGroup::new(tag_of(kind, bounds));
            group.children.extend(marks.into_iter().map(Leaf::from));
            groups.push(group);
        }
        let mut roots = Vec::new();
        // From the last to the first, so that each is whole before it goes into the one that holds it.
        for (_, within) in nodes.iter().rev() {
            let Some(group) = groups.pop() else { break };
            let held = within.and_then(|within| groups.get_mut(within.0));
            held.map_or(&mut roots, |held| &mut held.children).push(Leaf::from(group));
        }
        // What is held was put in the wrong way round.
        let mut tree = TagTree::new();
        for mut root in roots.into_iter().rev() {
            turn(&mut root);
            tree.push(root);
        }
        tree
    }
}

/// Puts the groups inside a group the right way round; leaves stand in order already, and no group holds both.
fn turn(node: &mut Leaf) {
    if let Leaf::Group(group) = node
        && group.children.iter().any(|child| matches!(child, Leaf::Group(_)))
    {
        group.children.reverse();
        group.children.iter_mut().for_each(turn);
    }
}

fn tag_of(kind: &Kind, bounds: Option<BBox>) -> TagKind {
    match kind {
        Kind::Heading(level, title) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(named(title))).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::Division => Tag::Div.into(),
        Kind::List => Tag::L(ListNumbering::Disc).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Table => Tag::Table.into(),
        Kind::TableHead => Tag::THead.into(),
        Kind::TableBody => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnName => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowName => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(said) => Tag::Figure(Some(named(said))).with_bbox(bounds).into(),
        Kind::Caption => Tag::Caption.into(),
    }
}

fn draw(brush: &mut Brush<'_>, placed: &Placed, own: Language, page: usize, marks: &mut Marks) {
    let kind = match placed.owner {
        Owner::Node(node) => return draw_part(brush, placed, node, (own, page), marks),
        Owner::Decoration => ArtifactType::Layout,
        Owner::Head => ArtifactType::Header,
        Owner::Foot => ArtifactType::Footer,
    };
    brush.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    placed.drawn.iter().for_each(|drawn| brush.draw(drawn));
    brush.surface.end_tagged();
}

fn draw_part(
    brush: &mut Brush<'_>,
    placed: &Placed,
    node: Node,
    (own, page): (Language, usize),
    marks: &mut Marks,
) {
    if let [Drawn::Text { line, x, y, ink }] = placed.drawn.as_slice() {
        for parts in line.parts.chunk_by(|one, next| one.language == next.language) {
            let language = parts.first().map_or(own, |part| part.language);
            let span = SpanTag::empty().with_lang((language != own).then_some(tag(language)));
            marks.add(node, brush.surface.start_tagged(ContentTag::Span(span)));
            for part in parts {
                brush.letters(line, part, (*x, *y), *ink);
            }
            brush.surface.end_tagged();
        }
        return;
    }
    marks.add(node, brush.surface.start_tagged(ContentTag::Other));
    placed.drawn.iter().for_each(|drawn| brush.draw(drawn));
    brush.surface.end_tagged();
    if let Some((_, bounds)) = marks.0.get_mut(node.0) {
        *bounds = bounds_of(&placed.drawn).map(|rect| BBox::new(page, rect));
    }
}

/// What things drawn together cover.
fn bounds_of(drawn: &[Drawn]) -> Option<Rect> {
    let sides = drawn.iter().map(|drawn| match drawn {
        Drawn::Text { line, x, y, .. } => [*x, *y, x + line.width, y + line.height],
        Drawn::Bar { x, y, width, height, .. } => [*x, *y, x + width, y + height],
        Drawn::Drawing { drawing, x, y } => [*x, *y, x + drawing.width, y + drawing.height],
    });
    let [left, top, right, bottom] = sides.reduce(|one, other| {
        [one[0].min(other[0]), one[1].min(other[1]), one[2].max(other[2]), one[3].max(other[3])]
    })?;
    Rect::from_ltrb(left, top, right, bottom)
}
