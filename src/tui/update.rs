//! What becomes of the model when something happens. Pure: what is to be done outside is returned.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::action::{Action, Context};
use super::effect::{Answer, Effect, Opened, Refused, Work};
use super::keymap;
use super::layers::{Help, Layer, Message, Question};
use super::model::{Cx, Model, Msg, Request, Screen, Toast, Tone, Words};
use super::words;
use crate::app::AppError;
use crate::i18n::numbers::number;

/// How long a toast stays, in milliseconds.
const TOAST: u64 = 8_000;

/// Takes in what happened, and says what is to be done.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) if key.kind == KeyEventKind::Release => {}
        Msg::Key(key) => press(model, key, &mut effects),
        Msg::Paste(text) => {
            if model.layers.is_empty() {
                with_screen(model, &mut effects, |model, cx| paste(model, &text, cx));
            }
        }
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            with_screen(model, &mut effects, |model, cx| model.cases.resized(cx));
        }
        Msg::Answer(answer) => take(model, answer, &mut effects),
        Msg::Today(today) => {
            model.today = today;
            back_up(model, &mut effects);
        }
        Msg::Woke(generation) => {
            if generation == model.toasts {
                model.toast = None;
            }
        }
        Msg::Terminate => effects.push(Effect::Quit),
        Msg::WorkerDied => {
            model.worker_died = true;
            effects.push(Effect::Quit);
        }
    }
    effects
}

/// Lets a screen act, then does what it asked of those around it.
fn with_screen(model: &mut Model, effects: &mut Vec<Effect>, act: impl FnOnce(&mut Model, &mut Cx<'_>)) {
    let requests = act_once(model, effects, act);
    obey(model, effects, requests);
}

fn act_once(
    model: &mut Model,
    effects: &mut Vec<Effect>,
    act: impl FnOnce(&mut Model, &mut Cx<'_>),
) -> Vec<Request> {
    let mut requests = Vec::new();
    let (lang, size, today) = (model.lang, model.size, model.today);
    act(model, &mut Cx { lang, size, today, effects, requests: &mut requests });
    requests
}

fn obey(model: &mut Model, effects: &mut Vec<Effect>, requests: Vec<Request>) {
    for request in requests {
        let more = match request {
            Request::Toast(tone, words) => {
                toast(model, effects, tone, words);
                Vec::new()
            }
            Request::Lay(layer) => {
                model.layers.push(layer);
                Vec::new()
            }
            Request::Show(screen) => show(model, effects, screen),
            Request::ShowCases(query) => {
                model.screen = Screen::Cases;
                act_once(model, effects, |model, cx| model.cases.look_for(&query, cx))
            }
            Request::StartOver => {
                model.screen = Screen::Welcome;
                Vec::new()
            }
        };
        obey(model, effects, more);
    }
}

fn toast(model: &mut Model, effects: &mut Vec<Effect>, tone: Tone, words: Words) {
    model.toast = Some(Toast { words, tone });
    effects.push(Effect::Wake(TOAST, model.toasts.next()));
}

fn press(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let context = model.context();
    let Some(entry) = keymap::lookup(context, key) else {
        if model.layers.is_empty() {
            with_screen(model, effects, |model, cx| typed(model, key, cx));
        } else if matches!(key.code, KeyCode::Char('n')) && context == Context::Message {
            model.layers.pop();
        }
        return;
    };
    if let Some(why) = (entry.refused)(model) {
        toast(model, effects, Tone::Plain, Words::fixed(why));
        return;
    }
    perform(model, entry.action, key, effects);
}

fn perform(model: &mut Model, action: Action, key: KeyEvent, effects: &mut Vec<Effect>) {
    match action {
        Action::Quit => quit(model, key, effects),
        Action::Language => model.lang = model.lang.other(),
        Action::Help => model.layers.push(Layer::Help(Help { of: model.context(), top: 0 })),
        Action::Agree => agree(model, effects),
        Action::Close if !model.layers.is_empty() => {
            model.layers.pop();
        }
        Action::Undo => {
            // There is no way forward again, so a slip of the finger must not do it.
            model.layers.push(Message::ask(Question::Undo, words::undo_title, words::undo_question));
        }
        Action::ShowCases => bring(model, effects, Screen::Cases),
        Action::ShowLog => bring(model, effects, Screen::Log),
        Action::ShowHotspots => bring(model, effects, Screen::Hotspots),
        Action::NextScreen => bring(model, effects, beside(model.screen, 1)),
        Action::PreviousScreen => bring(model, effects, beside(model.screen, 2)),
        _ => match model.layers.last_mut() {
            Some(Layer::Help(help)) => help.act(action, model.size, model.lang),
            Some(Layer::Message(_)) => {}
            None => with_screen(model, effects, |model, cx| match model.screen {
                Screen::Welcome => model.welcome.act(action, cx),
                Screen::Unlock => model.unlock.act(action, cx),
                Screen::Cases => model.cases.act(action, cx),
                Screen::Log => model.log.act(action, cx),
                Screen::Hotspots => model.hotspots.act(action, cx),
            }),
        },
    }
}

fn beside(screen: Screen, step: usize) -> Screen {
    let screens = Screen::OF_A_BOOK;
    let at = screens.iter().position(|known| *known == screen).unwrap_or(0);
    screens.get((at + step) % screens.len()).copied().unwrap_or(screen)
}

fn typed(model: &mut Model, key: KeyEvent, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.typed(key, cx),
        Screen::Unlock => model.unlock.typed(key, cx),
        Screen::Cases => model.cases.typed(key, cx),
        Screen::Log => model.log.typed(key, cx),
        Screen::Hotspots => {}
    }
}

fn paste(model: &mut Model, text: &str, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.paste(text),
        Screen::Unlock => model.unlock.paste(text),
        Screen::Cases => model.cases.paste(text, cx),
        Screen::Log => model.log.paste(text, cx),
        Screen::Hotspots => {}
    }
}

fn bring(model: &mut Model, effects: &mut Vec<Effect>, screen: Screen) {
    let requests = show(model, effects, screen);
    obey(model, effects, requests);
}

/// Brings a screen to the front; returns what it asks for.
fn show(model: &mut Model, effects: &mut Vec<Effect>, screen: Screen) -> Vec<Request> {
    model.screen = screen;
    model.layers.clear();
    act_once(model, effects, |model, cx| match screen {
        Screen::Cases => model.cases.shown(cx),
        Screen::Hotspots => model.hotspots.reload(cx),
        Screen::Log | Screen::Welcome | Screen::Unlock => {}
    })
}

/// Leaves, unless something in the form would be lost: then it asks. Ctrl-C a second time does not ask again.
fn quit(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let asked = model.layers.iter().any(
        |layer| matches!(layer, Layer::Message(message) if message.question == Some(Question::QuitAnyway)),
    );
    let forced = asked && key.modifiers.contains(KeyModifiers::CONTROL);
    let shows_code = model.screen == Screen::Welcome && model.welcome.shows_code();
    if (model.log.is_touched() || shows_code) && !forced {
        if !asked {
            let text = if shows_code { words::quit_with_code } else { words::quit_anyway };
            model.layers.push(Message::ask(Question::QuitAnyway, words::quit_anyway_title, text));
        }
        return;
    }
    effects.push(Effect::Quit);
}

fn agree(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Layer::Message(message)) = model.layers.pop() else {
        return;
    };
    with_screen(model, effects, |model, cx| match message.question {
        None => {}
        Some(Question::Undo) => cx.effects.push(Effect::Write(Work::Undo)),
        Some(Question::QuitAnyway) => cx.effects.push(Effect::Quit),
        Some(Question::ThrowAway) => {
            model.log.clear();
            cx.requests.push(Request::Show(Screen::Cases));
        }
        Some(Question::MakeInClear) => model.welcome.make(cx),
        Some(Question::SetAside) => model.unlock.set_aside(cx),
        Some(Question::Restore) => model.unlock.restore(cx),
    });
}

/// Takes in what a worker answered. Screens drop what they no longer wait for.
fn take(model: &mut Model, answer: Answer, effects: &mut Vec<Effect>) {
    let is_a_list = matches!(answer, Answer::Cases(..) | Answer::Hotspots(..));
    with_screen(model, effects, |model, cx| match answer {
        Answer::Opened(opened) => opened_book(model, opened, cx),
        Answer::NotOpened(refused) => not_opened(model, *refused, cx),
        Answer::SetAside(Ok(path)) => {
            let path = path.display().to_string();
            cx.requests.push(Request::StartOver);
            cx.requests.push(Request::Lay(Message::tell(
                words::set_aside_title,
                Words::new(move |lang| words::was_set_aside(lang, &path)),
            )));
        }
        Answer::SetAside(Err(error)) | Answer::Restored(Err(error)) => model.unlock.failed(error),
        Answer::Restored(Ok(())) => {
            model.unlock.try_again(cx);
            cx.toast(Tone::Good, Words::fixed(words::was_restored));
        }
        Answer::Logged(logged) => {
            let is_on_disk = logged.is_ok();
            model.log.answered(logged, cx);
            if is_on_disk {
                reload(model, cx);
            }
        }
        Answer::Undone(Ok(undone)) => {
            let say = if undone.were_logged { words::undone_logged } else { words::undone };
            cx.toast(Tone::Good, Words::new(move |lang| say(lang, &number(undone.cases as u64, lang))));
            reload(model, cx);
        }
        Answer::Undone(Err(error)) => cx.toast(Tone::Bad, Words::error(error)),
        Answer::Cases(generation, page) => model.cases.answered(generation, page, cx),
        Answer::Case(generation, case) => model.cases.case_answered(generation, case),
        Answer::Hotspots(generation, ranking) => model.hotspots.answered(generation, ranking),
        Answer::Facilities(generation, found) => model.log.facilities_answered(generation, found, cx),
        Answer::BackedUp(Ok(_)) => cx.toast(Tone::Plain, Words::fixed(words::backed_up)),
        Answer::BackedUp(Err(error)) => {
            cx.toast(
                Tone::Bad,
                Words::new(move |lang| words::not_backed_up(lang, &Words::error_text(&error, lang))),
            );
        }
    });
    if is_a_list {
        back_up(model, effects);
    }
}

/// Lists may show something else now.
fn reload(model: &mut Model, cx: &mut Cx<'_>) {
    model.cases.shown(cx);
    model.hotspots.reload(cx);
}

/// Once a day, when the first list is there and there is nothing more urgent, the book is backed up.
fn back_up(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(book) = &model.book else {
        return;
    };
    if book.is_demo || model.backed_up == Some(model.today) {
        return;
    }
    model.backed_up = Some(model.today);
    effects.push(Effect::BackUp(model.today));
}

fn opened_book(model: &mut Model, mut opened: Box<Opened>, cx: &mut Cx<'_>) {
    model.clock = opened.clock;
    model.today = opened.clock_day(model.today);
    cx.today = model.today;
    let code = opened.recovery_code.take();
    let (lost, in_clear) = (opened.entries_lost, !opened.is_encrypted && !opened.is_demo);
    model.book = Some(opened);
    model.unlock.forget();
    model.welcome.forget();
    if let Some(code) = code {
        model.welcome.show_code(code);
        model.screen = Screen::Welcome;
    } else {
        model.screen = Screen::Cases;
        model.cases.shown(cx);
    }
    if in_clear {
        cx.requests.push(Request::Lay(Message::tell(words::in_clear_title, Words::fixed(words::in_clear))));
    }
    if lost > 0 {
        let say = move |lang| words::entries_lost(lang, &number(lost, lang));
        cx.requests.push(Request::Lay(Message::tell(words::entries_lost_title, Words::new(say))));
    }
}

fn not_opened(model: &mut Model, refused: Refused, cx: &mut Cx<'_>) {
    use crate::book::BookError;
    if refused.was_making || model.screen == Screen::Welcome {
        model.welcome.failed(refused.error);
    } else if matches!(refused.error, AppError::Book(BookError::NotFound(_))) {
        cx.requests.push(Request::StartOver);
    } else {
        model.screen = Screen::Unlock;
        model.unlock.refused(refused);
    }
}
