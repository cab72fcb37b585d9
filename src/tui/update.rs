//! What becomes of the model when something happens. Pure: what is to be done outside is returned.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use super::action::Action;
use super::effect::{Deed, Effect, Timer, Within, Work};
use super::keymap;
use super::layers::{Item, Layer, Menu, Message, Picking, Question, Run};
use super::model::{Cx, Model, Msg, Request, Screen, Toast, Tone, Words};
use super::screens::people::People;
use super::words;
use crate::app::BlankForm;

mod answers;
mod asked;
mod collect;
mod duplicates;
mod leaving;
mod ledger;
mod mouse;
mod undo;

use asked::submit;
use leaving::{leave, quit, suspend};

/// How long a toast stays, in milliseconds.
const TOAST: u64 = 8_000;

/// How many toasts are kept to be read again.
const SAID: usize = 100;

/// Takes in what happened, and says what is to be done.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) if key.kind == KeyEventKind::Release => {}
        Msg::Key(key) => press(model, key, &mut effects),
        Msg::Paste(text) => match model.layers.last_mut() {
            Some(Layer::Menu(menu)) => menu.paste(&text),
            Some(Layer::Prompt(prompt)) => prompt.paste(&text),
            Some(Layer::Message(_)) => {}
            None => with_screen(model, &mut effects, |model, cx| paste(model, &text, cx)),
        },
        Msg::Mouse(event) => mouse::take(model, event, &mut effects),
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            with_screen(model, &mut effects, |model, cx| model.cases.resized(cx));
        }
        Msg::Answer(answer) => answers::take(model, answer, &mut effects),
        Msg::Today(today) => {
            model.log.day_changed(model.today, today);
            model.today = today;
            answers::back_up(model, &mut effects);
        }
        Msg::Edited(text) => {
            with_screen(model, &mut effects, |model, cx| model.log.edited_elsewhere(text, cx));
        }
        Msg::Woke(Timer::Draft, _) => with_screen(model, &mut effects, |model, cx| model.log.woke(cx)),
        Msg::Woke(Timer::Toast, generation) => {
            if generation == model.toasts {
                model.toast = None;
            }
        }
        Msg::Stop => suspend(model, &mut effects),
        Msg::Terminate => leave(model, &mut effects),
        Msg::WorkerDied => {
            model.worker_died = true;
            effects.push(Effect::Quit);
        }
    }
    if model.screen != Screen::Case {
        model.case.left();
    }
    if model.screen != Screen::Duplicates {
        model.duplicates.left();
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
    let (lang, screen, size, today) = (model.lang, model.screen, model.size, model.today);
    // Taken out while the screen acts, because it may see them beside itself.
    let preferences = std::mem::take(&mut model.preferences);
    let mut cx =
        Cx { lang, screen, preferences: &preferences, size, today, effects, requests: &mut requests };
    act(model, &mut cx);
    model.preferences = preferences;
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
                let from = std::mem::replace(&mut model.screen, Screen::Cases);
                act_once(model, effects, |model, cx| model.cases.look_for_from(&query, from, cx))
            }
            Request::OpenCase(number) => {
                let more = act_once(model, effects, |model, cx| model.case.open(number, cx));
                model.screen = Screen::Case;
                more
            }
            Request::OpenFacility(id) => {
                let more = act_once(model, effects, |model, cx| {
                    let is_zoomed = cx.screen == Screen::Hotspots;
                    let within = if is_zoomed { model.hotspots.within() } else { Within::default() };
                    model.facility.open(id, within, cx);
                });
                model.screen = Screen::Facility;
                more
            }
            Request::OpenDraft(id) => {
                let mut more = show(model, effects, Screen::Log);
                more.extend(act_once(model, effects, |model, cx| model.log.open_draft(id, cx)));
                more
            }
            ledger @ (Request::OpenSubmission(_)
            | Request::OpenPromise(_)
            | Request::OpenParty(_)
            | Request::OpenLadder(..)
            | Request::OpenSheet(_)
            | Request::Enter(_)) => ledger::obey(model, effects, ledger),
            Request::Prefer(preferences, lang) => {
                model.lang = preferences.written(lang);
                model.preferences = preferences.clone();
                effects.push(Effect::Prefer(Box::new(preferences), lang));
                Vec::new()
            }
            Request::StartOver => {
                model.screen = Screen::Welcome;
                Vec::new()
            }
            Request::Act(action) => {
                if model.layers.is_empty() {
                    run(model, action, effects);
                }
                Vec::new()
            }
            Request::FollowUp(number, action) => {
                let more = act_once(model, effects, |model, cx| model.case.follow_up(number, action, cx));
                model.screen = Screen::Case;
                more
            }
            Request::StartCase(form, facility) => {
                let mut more = show(model, effects, Screen::Log);
                more.extend(act_once(model, effects, |model, cx| model.log.begin(form, facility, cx)));
                more
            }
        };
        obey(model, effects, more);
    }
}

fn toast(model: &mut Model, effects: &mut Vec<Effect>, tone: Tone, words: Words) {
    let toast = Toast { words, tone };
    model.said.push(toast.clone());
    if model.said.len() > SAID {
        model.said.remove(0);
    }
    model.toast = Some(toast);
    effects.push(Effect::Wake(TOAST, Timer::Toast, model.toasts.next()));
}

fn press(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    if let Some(presses) = keymap::two_presses(model.context(), key) {
        for key in presses {
            press(model, key, effects);
        }
        return;
    }
    let Some(entry) = model.keymap.lookup(model.context(), key) else {
        match model.layers.last_mut() {
            Some(Layer::Menu(menu)) => match menu.run_numbered(key) {
                Some(chosen) => {
                    model.layers.pop();
                    choose(model, Some(chosen), effects);
                }
                None => menu.typed(key),
            },
            Some(Layer::Prompt(prompt)) => prompt.typed(key, model.size.0),
            Some(Layer::Message(_)) => {}
            None => with_screen(model, effects, |model, cx| typed(model, key, cx)),
        }
        return;
    };
    if let Some(why) = (entry.refused)(model) {
        toast(model, effects, Tone::Plain, Words::fixed(why));
        return;
    }
    if entry.action == Action::Quit {
        quit(model, key, effects);
    } else {
        perform(model, entry.action, effects);
    }
}

/// Does an action if it can be done where the keys go now; says why not otherwise.
fn run(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Some(entry) = model.keymap.binding(model.context(), action).map(|binding| binding.entry) else {
        return;
    };
    match (entry.refused)(model) {
        Some(why) => toast(model, effects, Tone::Plain, Words::fixed(why)),
        None => perform(model, action, effects),
    }
}

fn perform(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    match action {
        Action::Quit => quit(model, KeyEvent::from(KeyCode::Null), effects),
        Action::Language => {
            model.lang = model.lang.other();
            effects.push(Effect::Prefer(Box::new(model.preferences.clone()), model.lang));
            if model.screen == Screen::Today {
                // What is due stands there in sentences of the language before.
                with_screen(model, effects, |model, cx| model.agenda.ask_for_agenda(cx));
            }
        }
        Action::Suspend => suspend(model, effects),
        Action::Help => model.layers.push(Menu::help(&model.keymap, model.context())),
        Action::Palette => model.layers.push(Menu::palette(&model.keymap, model.context(), model)),
        Action::Messages => model.layers.push(messages(model)),
        Action::Undo if model.screen == Screen::Log && model.log.can_bring_back() => {
            with_screen(model, effects, |model, cx| model.log.bring_back(cx));
        }
        Action::Undo => undo::ask(model, effects),
        Action::CaseMenu => {
            let title = Words::fixed(words::case_menu);
            model.layers.push(Menu::actions(title, &model.case.actions(), model.context(), model));
        }
        Action::ShowToday => bring(model, effects, Screen::Today),
        Action::ShowCases => bring(model, effects, Screen::Cases),
        Action::ShowLog => bring(model, effects, Screen::Log),
        Action::ShowHotspots => bring(model, effects, Screen::Hotspots),
        Action::ShowSettings => bring(model, effects, Screen::Settings),
        Action::ShowRaise => raise(model, effects),
        Action::ShowImport => {
            with_screen(model, effects, |model, cx| model.import.open(cx));
            bring(model, effects, Screen::Import);
        }
        Action::AtTheGate => gate(model, effects),
        Action::FromMessage => collect::ask_message(model),
        Action::FormForTelephones => collect::write_form(model, BlankForm::Telephones, effects),
        Action::FormOnPaper => collect::write_form(model, BlankForm::Paper, effects),
        Action::TallySheet => collect::write_form(model, BlankForm::Tally, effects),
        Action::ShowPromises => bring(model, effects, Screen::Promises),
        Action::ShowDuplicates => bring(model, effects, Screen::Duplicates),
        Action::ShowPeople => bring(model, effects, Screen::People),
        Action::ShowProcess => bring(model, effects, Screen::Process),
        Action::ShowLadder => ledger::show_ladder(model, effects),
        Action::LedgerMenu => ledger::menu(model),
        Action::NextScreen => bring(model, effects, beside(model.screen, 1)),
        Action::PreviousScreen => bring(model, effects, beside(model.screen, Screen::IN_TURN.len() - 1)),
        _ if model.layers.is_empty() => with_screen(model, effects, |model, cx| act(model, action, cx)),
        _ => on_top(model, action, effects),
    }
}

/// Does an action of the topmost layer.
fn on_top(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let lang = model.lang;
    match (model.layers.last_mut(), action) {
        (Some(Layer::Menu(menu)), Action::Choose) => {
            let chosen = menu.run(lang);
            model.layers.pop();
            choose(model, chosen, effects);
        }
        (Some(Layer::Message(message)), Action::Turn) => message.says_yes = !message.says_yes,
        (Some(Layer::Message(message)), Action::Choose) => {
            let says_yes = message.says_yes;
            on_top(model, if says_yes { Action::Agree } else { Action::Decline }, effects);
        }
        (Some(Layer::Message(_)), Action::Agree) => agree(model, effects),
        (Some(Layer::Prompt(_)), Action::Submit) => submit(model, effects),
        (Some(Layer::Prompt(prompt)), Action::Close) if prompt.is_changed() => {
            let text = Words::fixed(words::drop_text);
            model.layers.push(Message::ask(Question::DropText, words::drop_text_title, text));
        }
        (Some(Layer::Message(_)), Action::Decline)
        | (Some(Layer::Menu(_) | Layer::Prompt(_)), Action::Close) => {
            model.layers.pop();
        }
        (Some(Layer::Menu(menu)), _) => menu.act(action, lang),
        _ => {}
    }
}

/// Does what was chosen from a list.
fn choose(model: &mut Model, chosen: Option<Run>, effects: &mut Vec<Effect>) {
    match chosen {
        Some(Run::Act(action)) => run(model, action, effects),
        Some(Run::Pick(picking, index)) => {
            with_screen(model, effects, |model, cx| picked(model, picking, index, cx));
        }
        Some(Run::Nothing) | None => {}
    }
}

/// Tells the screen in front what was chosen from the list that it laid on top.
fn picked(model: &mut Model, picking: Picking, index: usize, cx: &mut Cx<'_>) {
    match picking {
        Picking::SortCases => model.cases.sort_by(index, cx),
        Picking::CaseField | Picking::CaseValue | Picking::CaseConsent | Picking::CaseIssues => {
            model.case.picked(picking, index, cx);
        }
        Picking::Measure => model.hotspots.measure_by(index, cx),
        Picking::OpenAttachment | Picking::RemoveAttachment => {
            model.case.attachment_picked(picking, index, cx);
        }
        Picking::FacilityDeed => model.facility.picked(index, cx),
        Picking::Period => model.hotspots.count_period(index, cx),
        Picking::RaiseParty => model.raise.party_picked(index),
        Picking::TableColumn => model.import.column_picked(index, cx),
        Picking::TableFacility => model.import.facility_picked(index, cx),
        Picking::TableWord => model.import.word_picked(index, cx),
        Picking::TableDates => model.import.dates_picked(index, cx),
        Picking::RaiseCheck => model.raise.check_picked(index, cx),
        Picking::Follow(pick) => model.case.follow_picked(pick, index, cx),
        Picking::SheetParty => model.sheet.party_picked(index, cx),
        Picking::AddedParty => People::added(index, cx),
        Picking::ProcessPeriod => model.process.count_period(index, cx),
    }
}

/// The toasts that have gone by, the newest first.
fn messages(model: &Model) -> Layer {
    let item = |toast: &Toast| Item {
        label: toast.words.clone(),
        note: if toast.tone == Tone::Bad { "!" } else { "✓" }.to_owned(),
        found_by: String::new(),
        run: Run::Nothing,
    };
    if model.said.is_empty() {
        return Message::tell(words::messages_title, Words::fixed(words::no_messages_yet));
    }
    Menu::read(words::messages_title, model.said.iter().rev().map(item).collect())
}

fn act(model: &mut Model, action: Action, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.act(action, cx),
        Screen::Unlock => model.unlock.act(action, cx),
        Screen::Today => model.agenda.act(action, cx),
        Screen::Cases => model.cases.act(action, cx),
        Screen::Case => model.case.act(action, &mut model.cases, cx),
        Screen::Log => model.log.act(action, cx),
        Screen::Hotspots => model.hotspots.act(action, cx),
        Screen::Facility => model.facility.act(action, cx),
        Screen::Raise => model.raise.act(action, cx),
        Screen::Import => model.import.act(action, cx),
        Screen::Gate => model.gate.act(action, cx),
        Screen::Settings => model.settings.act(action, cx),
        Screen::Promises => model.promises.act(action, cx),
        Screen::Promise => model.promise.act(action, cx),
        Screen::People => model.people.act(action, cx),
        Screen::Party => model.party.act(action, cx),
        Screen::Ladder => model.ladder.act(action, cx),
        Screen::Submission => model.submission.act(action, cx),
        Screen::Process => model.process.act(action, cx),
        Screen::Sheet => model.sheet.act(action, cx),
        Screen::Duplicates => model.duplicates.act(action, cx),
    }
}

fn beside(screen: Screen, step: usize) -> Screen {
    let screens = Screen::IN_TURN;
    let at = screens.iter().position(|known| *known == screen.tab()).unwrap_or(0);
    screens.get((at + step) % screens.len()).copied().unwrap_or(screen)
}

fn typed(model: &mut Model, key: KeyEvent, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.typed(key, cx),
        Screen::Unlock => model.unlock.typed(key, cx),
        Screen::Cases => model.cases.typed(key, cx),
        Screen::Log => model.log.typed(key, cx),
        Screen::Hotspots => model.hotspots.typed(key, cx),
        Screen::Gate => model.gate.typed(key, cx),
        Screen::People => model.people.typed(key, cx),
        Screen::Process => model.process.typed(key),
        Screen::Sheet => model.sheet.typed(key),
        _ => {}
    }
}

fn paste(model: &mut Model, text: &str, cx: &mut Cx<'_>) {
    match model.screen {
        Screen::Welcome => model.welcome.paste(text),
        Screen::Unlock => model.unlock.paste(text),
        Screen::Cases => model.cases.paste(text, cx),
        Screen::Log => model.log.paste(text, cx),
        Screen::Hotspots => model.hotspots.paste(text, cx),
        Screen::Gate => model.gate.paste(text, cx),
        Screen::People => model.people.paste(text, cx),
        Screen::Process => model.process.paste(text),
        Screen::Import => model.import.pasted(text),
        Screen::Sheet => model.sheet.paste(text),
        _ => {}
    }
}

fn bring(model: &mut Model, effects: &mut Vec<Effect>, screen: Screen) {
    // What was said of the screen before is no news on this one.
    model.toast = None;
    let requests = show(model, effects, screen);
    obey(model, effects, requests);
}

/// Goes from what is looked at to raising it with a party.
fn raise(model: &mut Model, effects: &mut Vec<Effect>) {
    let (within, facility) = match model.screen {
        Screen::Cases => (model.cases.within(), None),
        Screen::Hotspots => (model.hotspots.all_within(), None),
        Screen::Facility => (model.facility.within(), model.facility.facility()),
        _ => (Within::default(), None),
    };
    with_screen(model, effects, |model, cx| model.raise.open(&within, facility, cx));
    bring(model, effects, Screen::Raise);
}

/// Goes to the gate: of the facility that is looked at, if there is one.
fn gate(model: &mut Model, effects: &mut Vec<Effect>) {
    let facility = if model.screen == Screen::Facility { model.facility.facility() } else { None };
    with_screen(model, effects, |model, cx| model.gate.open(facility, cx));
    bring(model, effects, Screen::Gate);
}

/// Brings a screen to the front; returns what it asks for.
fn show(model: &mut Model, effects: &mut Vec<Effect>, screen: Screen) -> Vec<Request> {
    let before = std::mem::replace(&mut model.screen, screen);
    model.layers.clear();
    act_once(model, effects, |model, cx| {
        if before == Screen::Log && screen != Screen::Log {
            model.log.left(cx);
        } else if screen == Screen::Log && before != Screen::Log {
            model.log.came_from(before);
        }
        match screen {
            Screen::Today => {
                model.agenda.shown(cx);
                model.duplicates.look_if_stale(cx);
            }
            Screen::Cases => model.cases.shown(cx),
            Screen::Case => model.case.reload(cx),
            Screen::Log => model.log.shown(cx),
            Screen::Hotspots => model.hotspots.shown(cx),
            Screen::Facility => model.facility.reload(cx),
            Screen::Promises => model.promises.shown(cx),
            Screen::Promise => model.promise.reload(cx),
            Screen::People => model.people.shown(cx),
            Screen::Party => model.party.reload(cx),
            Screen::Ladder => model.ladder.reload(cx),
            Screen::Submission => model.submission.reload(cx),
            Screen::Process => model.process.shown(cx),
            Screen::Duplicates => {
                let brought = model.import.brought().filter(|_| before == Screen::Import);
                model.duplicates.came_from(before, brought);
                model.duplicates.look(cx);
            }
            Screen::Raise
            | Screen::Import
            | Screen::Gate
            | Screen::Settings
            | Screen::Welcome
            | Screen::Unlock
            | Screen::Sheet => {}
        }
    })
}

fn agree(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Layer::Message(message)) = model.layers.pop() else {
        return;
    };
    with_screen(model, effects, |model, cx| match message.question {
        None => {}
        Some(Question::Undo(batch)) => cx.effects.push(Effect::Write(Work::Undo(batch))),
        Some(Question::DropText) => {
            model.layers.pop();
        }
        Some(Question::DropSheet) => model.sheet.leave(cx),
        Some(Question::Erase) => {
            model.case.put(Deed::Erase, cx);
        }
        Some(Question::Withdraw) => {
            model.case.put(Deed::Withdraw, cx);
        }
        Some(Question::AttachmentSeen) => cx.effects.push(Effect::Write(Work::WipeAttachments)),
        Some(Question::RaiseAlthough) => model.case.raise_although(cx),
        Some(Question::QuitAnyway | Question::QuitUnkept) => leave(model, cx.effects),
        Some(Question::MakeInClear) => model.welcome.make(cx),
        Some(Question::SetAside) => model.unlock.set_aside(cx),
        Some(Question::Restore) => model.unlock.restore(cx),
        Some(Question::NameMembers) => model.raise.name_members(),
        Some(Question::JoinCases) => model.duplicates.join(cx),
    });
}
