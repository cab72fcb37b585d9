//! The mouse: a click means what was drawn there, the wheel moves the marker.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{bring, choose, run, with_screen};
use crate::tui::action::{Action, Context};
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::model::{Cx, Model, Screen};
use crate::tui::view;
use crate::tui::widgets::canvas::Hit;

/// How many rows a notch of the wheel moves.
const NOTCH: usize = 3;

/// Takes in what the mouse did.
pub fn take(model: &mut Model, event: MouseEvent, effects: &mut Vec<Effect>) {
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            if let Some(hit) = view::marks(model).hit(event.column, event.row) {
                click(model, hit, effects);
            }
        }
        MouseEventKind::ScrollUp => wheel(model, (Action::Up, Action::PreviousField), effects),
        MouseEventKind::ScrollDown => wheel(model, (Action::Down, Action::NextField), effects),
        _ => {}
    }
}

/// Moves by a notch: in a form to the field beside, elsewhere by some rows. Above the first row there may be a filter
/// that the arrow key leads into; the wheel stays in the list.
fn wheel(model: &mut Model, (row, field): (Action, Action), effects: &mut Vec<Effect>) {
    if matches!(model.context(), Context::Log | Context::Make | Context::Sheet) {
        run(model, field, effects);
        return;
    }
    for _ in 0..NOTCH {
        let was_typing = model.context() == Context::Filter;
        run(model, row, effects);
        if !was_typing && model.context() == Context::Filter {
            run(model, Action::FilterDone, effects);
            return;
        }
    }
}

fn click(model: &mut Model, hit: Hit, effects: &mut Vec<Effect>) {
    let lang = model.lang;
    match (hit, model.layers.last_mut()) {
        (Hit::Act(action), _) => run(model, action, effects),
        (Hit::Show(screen), None) => bring(model, effects, screen),
        (Hit::Row(index), Some(Layer::Menu(menu))) => {
            menu.choose(index);
            let chosen = menu.run(lang);
            model.layers.pop();
            choose(model, chosen, effects);
        }
        (_, Some(_)) => {}
        (hit, None) => with_screen(model, effects, |model, cx| clicked(model, hit, cx)),
    }
}

fn clicked(model: &mut Model, hit: Hit, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Today => model.agenda.clicked(hit, cx),
        Screen::Cases => model.cases.clicked(hit, cx),
        Screen::Log => model.log.clicked(hit, cx),
        Screen::Hotspots => model.hotspots.clicked(hit, cx),
        Screen::Facility => model.facility.clicked(hit, cx),
        Screen::Raise => model.raise.clicked(hit, cx),
        Screen::Import => model.import.clicked(hit, cx),
        Screen::Gate => model.gate.clicked(hit, cx),
        Screen::Settings => model.settings.clicked(hit, cx),
        Screen::Promises => model.promises.clicked(hit, cx),
        Screen::Promise => model.promise.clicked(hit, cx),
        Screen::People => model.people.clicked(hit, cx),
        Screen::Party => model.party.clicked(hit, cx),
        Screen::Ladder => model.ladder.clicked(hit, cx),
        Screen::Submission => model.submission.clicked(hit, cx),
        Screen::Duplicates => model.duplicates.clicked(hit, cx),
        Screen::Process => model.process.clicked(hit, cx),
        Screen::Sheet => model.sheet.clicked(hit, cx),
        Screen::Welcome => model.welcome.clicked(hit, cx),
        Screen::Unlock => model.unlock.clicked(hit, cx),
        Screen::Case => {}
    }
}
