//! Random keys, pastes, sizes and answers: the model must take them all, and every state must draw.

use super::*;
use crate::app::{AppError, Logged};
use crate::book::BookError;
use crate::tui::effect::{Refused, Timer};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A small generator of its own, so that a failure can be repeated (Vigna's xorshift64*).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    pub fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count
    }

    fn mouse(&mut self) -> MouseEvent {
        let kind = match self.below(4) {
            0 => MouseEventKind::ScrollDown,
            1 => MouseEventKind::ScrollUp,
            _ => MouseEventKind::Down(MouseButton::Left),
        };
        let (column, row) = (self.below(100) as u16, self.below(30) as u16);
        MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }
    }

    pub fn key(&mut self) -> KeyEvent {
        const CODES: [KeyCode; 16] = [
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Enter,
            KeyCode::Esc,
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Backspace,
            KeyCode::Delete,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::PageUp,
            KeyCode::PageDown,
            KeyCode::Insert,
            KeyCode::Null,
        ];
        const LETTERS: &str = "wayzvbo+qlnchrujti k/?[]123wdpaey~:0ខ្ញុំេាឆនផ\u{200B}\u{301}🙂";
        let code = match self.below(10) {
            0..4 => CODES[self.below(CODES.len())],
            4 => KeyCode::F(self.below(12) as u8 + 1),
            _ => {
                let letters: Vec<char> = LETTERS.chars().collect();
                KeyCode::Char(letters[self.below(letters.len())])
            }
        };
        let modifiers = match self.below(12) {
            0 => KeyModifiers::CONTROL,
            1 => KeyModifiers::SHIFT,
            2 => KeyModifiers::ALT,
            _ => KeyModifiers::NONE,
        };
        KeyEvent::new(code, modifiers)
    }
}

/// The same of what follows on cases.
fn reply_of_following(fails: bool, effect: &Effect) -> Option<Answer> {
    let error = || AppError::Book(BookError::Busy("/book".into()));
    Some(match effect {
        Effect::Read(Query::Agenda(lang), generation) => {
            Answer::Agenda(*generation, if fails { Err(error()) } else { Ok(follow::agenda(*lang)) })
        }
        Effect::Read(Query::GateFacilities(_), generation) => {
            Answer::GateFacilities(*generation, if fails { Vec::new() } else { found() })
        }
        Effect::Write(Work::AtGate(_, generation)) => {
            Answer::AtGate(*generation, if fails { Err(error()) } else { Ok(follow::at_gate()) })
        }
        Effect::Write(Work::LookToRaise { generation, .. }) => {
            Answer::Raisable(*generation, if fails { Err(error()) } else { Ok(follow::raisable()) })
        }
        Effect::Write(Work::Raise { generation, .. }) => {
            Answer::Submitted(*generation, if fails { Err(error()) } else { Ok(follow::submitted()) })
        }
        _ => return None,
    })
}

/// The answer to what is asked of places.
fn reply_of_places(fails: bool, effect: &Effect) -> Option<Answer> {
    let error = || AppError::Book(BookError::Busy("/book".into()));
    Some(match effect {
        Effect::Read(Query::Hotspots { .. }, generation) => {
            Answer::Hotspots(*generation, if fails { Err(error()) } else { Ok(ranking()) })
        }
        Effect::Read(Query::Facility { .. }, generation) => {
            Answer::Facility(*generation, if fails { Err(error()) } else { Ok(facility_view()) })
        }
        Effect::Read(Query::Facilities(_), generation) => {
            Answer::Facilities(*generation, if fails { Vec::new() } else { found() })
        }
        _ => return None,
    })
}

/// The answer to what is asked of tables.
fn reply_of_tables(effect: &Effect) -> Option<Answer> {
    let error = || AppError::Book(BookError::Busy("/book".into()));
    Some(match effect {
        Effect::Write(Work::Survey { generation, .. }) => Answer::Surveyed(*generation, Err(error())),
        Effect::Write(Work::Import { generation, .. }) => Answer::Imported(*generation, Err(error())),
        Effect::Write(Work::ImportList { generation, .. }) => Answer::ListTaken(*generation, Err(error())),
        _ => return None,
    })
}

/// The answer to what is asked of pairs that are likely one.
fn reply_of_pairs(fails: bool, count: usize, effect: &Effect) -> Option<Answer> {
    let error = || AppError::Book(BookError::Busy("/book".into()));
    Some(match effect {
        Effect::CountPairs(_, generation) => {
            Answer::PairsCounted(*generation, if fails { Err(error()) } else { Ok(count) })
        }
        Effect::Compare(_) if count == 7 => Answer::Compared(duplicates::halfway()),
        Effect::Compare(_) => {
            Answer::Suspects(if fails { Err(error()) } else { Ok(duplicates::suspects(count)) })
        }
        Effect::Read(Query::Beside(_), _) => {
            Answer::Beside(if fails { Err(error()) } else { Ok(duplicates::beside(count > 1)) })
        }
        Effect::Read(Query::Members(..), generation) => {
            Answer::Members(*generation, if fails { Err(error()) } else { Ok(duplicates::members()) })
        }
        Effect::Write(Work::Decide(decision, ..)) => {
            Answer::Decided(if fails { Err(error()) } else { Ok(duplicates::decided(*decision)) })
        }
        _ => return None,
    })
}

fn reply(random: &mut Random, effect: &Effect) -> Option<Answer> {
    let fails = random.below(6) == 0;
    let answer = reply_of_following(fails, effect).or_else(|| reply_of_places(fails, effect));
    let answer = answer.or_else(|| reply_of_tables(effect));
    if let Some(answer) = answer.or_else(|| reply_of_pairs(fails, random.below(4), effect)) {
        return Some(answer);
    }
    let error = || AppError::Book(BookError::Busy("/book".into()));
    Some(match effect {
        Effect::Read(Query::Cases { offset, .. }, generation) => {
            let total = [0, 1, 40, 5_000][random.below(4)];
            let page = page(total, (*offset).min(total));
            Answer::Cases(*generation, if fails { Err(error()) } else { Ok(page) })
        }
        Effect::Read(Query::Case(_), generation) => {
            Answer::Case(*generation, if fails { Err(error()) } else { Ok(shown()) })
        }
        Effect::Read(Query::Story(_), generation) => {
            let known = if random.below(2) == 0 { story() } else { follow::raised() };
            Answer::Story(*generation, if fails { Err(error()) } else { Ok(known) })
        }
        Effect::Read(Query::Member(_), generation) => {
            Answer::Member(*generation, if fails { Err(error()) } else { Ok(member()) })
        }
        Effect::Read(Query::Day, generation) => {
            Answer::Day(*generation, if fails { Err(error()) } else { Ok(day()) })
        }
        Effect::Read(Query::Rising, generation) => {
            Answer::Rising(*generation, if fails { Err(error()) } else { Ok(rising()) })
        }
        Effect::Write(Work::LastDone) => {
            Answer::LastDone(if fails { Err(AppError::NothingToUndo) } else { Ok(last_done()) })
        }
        Effect::Write(Work::Do(number, deed, generation)) => {
            let done = if fails { Err(error()) } else { Ok(done(number.clone(), deed)) };
            Answer::Done(*generation, deed.clone(), done)
        }
        Effect::Write(Work::Look(look, generation)) => {
            let found = if fails { Err(error()) } else { Ok(ledger_made::found(look)) };
            Answer::Looked(look.clone(), *generation, found)
        }
        Effect::Write(Work::Enter(deed, generation)) => {
            let done = if fails { Err(error()) } else { Ok(ledger_made::done(deed)) };
            Answer::Entered(*generation, deed.clone(), done)
        }
        Effect::Write(Work::PrepareBrief(_, generation)) => Answer::BriefPrepared(*generation, Err(error())),
        Effect::Write(Work::WriteBrief { path, generation, .. }) => {
            Answer::BriefWritten(*generation, if fails { Err(AppError::Cancelled) } else { Ok(path.clone()) })
        }
        Effect::Read(Query::Drafts, _) if fails => Answer::Drafts(Err(error())),
        Effect::Read(Query::Drafts, _) => Answer::Drafts(Ok(waiting(random.below(3)))),
        Effect::Write(Work::KeepDraft { form, .. }) => Answer::DraftKept(
            *form,
            if fails { Err(error()) } else { Ok([Kept::AsItWas, Kept::Anew][random.below(2)]) },
        ),
        Effect::Write(Work::TakeUpDraft(_, form)) => {
            Answer::DraftTakenUp(*form, if fails { Err(error()) } else { Ok(taken_up()) })
        }
        Effect::Write(Work::DropDraft(_)) => Answer::DraftDropped(if fails { Err(error()) } else { Ok(()) }),
        Effect::Write(Work::Log(..)) if fails => Answer::Logged(Err(error())),
        Effect::Write(Work::Log(..)) => {
            Answer::Logged(Ok(Logged { number: number(random.next()), warnings: Vec::new() }))
        }
        Effect::Write(Work::Undo(_)) => {
            Answer::Undone(if fails { Err(AppError::DoneSince) } else { Ok(last_done()) })
        }
        Effect::Write(Work::SetAside) => {
            Answer::SetAside(if fails { Err(error()) } else { Ok("/aside".into()) })
        }
        Effect::Write(Work::Restore(_)) => Answer::Restored(if fails { Err(error()) } else { Ok(()) }),
        Effect::Write(_) if fails => Answer::NotOpened(Box::new(Refused {
            error: [
                BookError::PassphraseWrong,
                BookError::KeysLost("/k".into()),
                BookError::NotFound("/".into()),
            ]
            .into_iter()
            .nth(random.below(3))
            .unwrap()
            .into(),
            backups: vec!["/b".into()],
            was_making: random.below(2) == 0,
        })),
        Effect::Write(_) => Answer::Opened(opened(random.below(2) == 0)),
        // What the other functions answer, and what is not answered at all.
        Effect::Read(..)
        | Effect::Quit
        | Effect::Wake(..)
        | Effect::Compare(_)
        | Effect::CountPairs(..)
        | Effect::BackUp(_)
        | Effect::Suspend
        | Effect::OpenFile(_)
        | Effect::Edit(_)
        | Effect::Prefer(..) => return None,
    })
}

#[test]
fn twenty_thousand_random_events_never_panic() {
    let mut random = Random(0x5EED_0F0C_A5E5_0001);
    let mut model = model(Lang::Km);
    let mut waiting: Vec<Effect> = vec![Effect::Write(Work::Open(None))];
    for step in 0..20_000 {
        let msg = match random.below(40) {
            0 => Msg::Paste("ទំនាក់ទំនង\n\u{1b}[2J 123\tpaste".repeat(random.below(4))),
            1 => Msg::Resize(random.below(201) as u16, random.below(201) as u16),
            2 => Msg::Today(today()),
            10 => Msg::Woke(Timer::Draft, Generation::default()),
            11 => Msg::Edited(Ok("ស្រី\n".repeat(random.below(3)).into())),
            8..10 => Msg::Mouse(random.mouse()),
            3..8 if !waiting.is_empty() => {
                let effect = waiting.swap_remove(random.below(waiting.len()));
                match reply(&mut random, &effect) {
                    Some(answer) => Msg::Answer(answer),
                    None => continue,
                }
            }
            _ => Msg::Key(random.key()),
        };
        let effects = update(&mut model, msg);
        if effects.iter().any(|effect| matches!(effect, Effect::Quit)) {
            assert!(model.log.unkept().is_none(), "step {step}: what was typed is lost");
        }
        waiting.extend(effects);
        if waiting.len() > 200 {
            waiting.drain(..100);
        }
        let size = if step % 50 == 0 { model.size } else { (model.size.0.min(80), model.size.1.min(24)) };
        if step % 4 == 0 || size.0 < 30 {
            let area = Rect::new(0, 0, size.0, size.1);
            let mut buffer = Buffer::empty(area);
            if let Some(cursor) = view::draw(&model, &mut buffer).cursor {
                assert!(area.contains(cursor), "step {step}: the cursor is off the screen");
            }
        }
    }
}
