//! The threads that touch the book: one that writes and owns the session, one that reads, and one that backs up.
//!
//! They answer over a channel and know nothing of screens. A newer question of a lane interrupts the older one.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use chrono::NaiveDate;
use tempfile::TempDir;
use uuid::Uuid;

use super::effect::{Answer, Decision, Deed, Generation, Opened, Query, Refused, Work};
use super::model::Msg;
use super::private::PrivateFolder;
use super::run::Start;
use crate::app::facilities::{FacilityDeed, FacilityDone};
use crate::app::{AppError, Done, NewBook, Session, free_path, open_demo};
use crate::book::{self, Book, BookError, Reader, Secret};
use crate::domain::facility::FacilityId;
use crate::domain::number::CaseNumber;
use crate::tui::effect::FacilityWish;

mod compare;
mod documents;
mod drafts;
mod follow;
mod ledger;
mod reader;
mod tables;

use compare::Comparer;
use reader::{Asked, Desk, Task};

/// No lane is at work.
const IDLE: u8 = u8::MAX;

/// What the drawing thread holds of the reading one.
#[derive(Default)]
struct Running {
    lane: AtomicU8,
    /// Questions and works given and neither answered nor dropped for newer ones.
    unanswered: AtomicUsize,
    handle: Mutex<Option<book::InterruptHandle>>,
    /// The program ends: nothing is begun any more.
    is_over: AtomicBool,
}

/// The threads.
pub struct Workers {
    work: Option<Sender<Work>>,
    tasks: Option<Sender<Task>>,
    running: Arc<Running>,
    backup: Arc<Mutex<Option<Reader>>>,
    comparer: Arc<Comparer>,
    out: Sender<Msg>,
    writer: Option<JoinHandle<()>>,
    /// Those that only read.
    readers: Mutex<Vec<JoinHandle<()>>>,
}

impl Workers {
    /// Starts them. They answer into `out`.
    pub fn start(start: Start, out: &Sender<Msg>) -> std::io::Result<Self> {
        let (work, works) = channel();
        let (tasks, task_list) = channel();
        let running = Arc::new(Running { lane: AtomicU8::new(IDLE), ..Running::default() });
        let backup = Arc::new(Mutex::new(None));
        let comparer = Arc::new(Comparer::default());
        let settings = start.settings;
        let writer = Writer {
            start,
            session: None,
            forms: HashMap::new(),
            laid: Vec::new(),
            folder: None,
            tasks: tasks.clone(),
            running: Arc::clone(&running),
            backup: Arc::clone(&backup),
            comparer: Arc::clone(&comparer),
        };
        let (answers, guard) = (out.clone(), Guard(out.clone()));
        let writer = std::thread::Builder::new().name("writer".into()).spawn(move || {
            let _guard = guard;
            writer.run(&works, &answers);
        })?;
        let (answers, guard, shared) = (out.clone(), Guard(out.clone()), Arc::clone(&running));
        let reader = std::thread::Builder::new().name("reader".into()).spawn(move || {
            let _guard = guard;
            Asked::new(settings).run(&task_list, &answers, &shared);
        })?;
        Ok(Self {
            work: Some(work),
            tasks: Some(tasks),
            running,
            backup,
            comparer,
            out: out.clone(),
            writer: Some(writer),
            readers: Mutex::new(vec![reader]),
        })
    }

    /// Gives work to the thread that writes; it is done in order, also when the program is left meanwhile.
    pub fn write(&self, work: Work) {
        if let Some(sender) = &self.work {
            self.running.unanswered.fetch_add(1, Ordering::SeqCst);
            let _ = sender.send(work);
        }
    }

    /// Whether all that was asked is answered.
    pub fn are_idle(&self) -> bool {
        self.running.unanswered.load(Ordering::SeqCst) == 0
    }

    /// Asks the thread that reads.
    pub fn read(&self, query: Query, generation: Generation) {
        let lane = query.lane() as u8;
        self.running.unanswered.fetch_add(1, Ordering::SeqCst);
        if let Some(tasks) = &self.tasks {
            let _ = tasks.send(Task::Answer(query, generation));
        }
        if self.running.lane.load(Ordering::SeqCst) == lane {
            self.interrupt();
        }
    }

    fn interrupt(&self) {
        if let Some(handle) = self.running.handle.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            handle.interrupt();
        }
    }

    /// Backs the book up, if today's backup is still to be made.
    pub fn back_up(&self, path: PathBuf, today: NaiveDate) {
        let taken = self.backup.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(reader) = taken else {
            return;
        };
        let (slot, out, running) = (Arc::clone(&self.backup), self.out.clone(), Arc::clone(&self.running));
        let spawned = std::thread::Builder::new().name("backup".into()).spawn(move || {
            if book::backup_is_due(&path, today) {
                let goes_on = || !running.is_over.load(Ordering::SeqCst);
                let made = reader.back_up_daily(today, &goes_on).map_err(AppError::from);
                let _ = out.send(Msg::Answer(Answer::BackedUp(made)));
            }
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(reader);
        });
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).extend(spawned);
    }

    /// Lets the thread that writes finish what it was given, and waits for the others to leave off: at the end of the
    /// process the cipher's library is taken down, which nobody must be using then.
    pub fn finish(&mut self) {
        self.work = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
        self.running.is_over.store(true, Ordering::SeqCst);
        self.tasks = None;
        self.interrupt();
        self.comparer.stop();
        let readers = self.readers.get_mut().unwrap_or_else(PoisonError::into_inner);
        for reader in readers.drain(..) {
            let _ = reader.join();
        }
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.finish();
    }
}

/// Tells the drawing thread when a worker dies, so that it does not wait for an answer for ever.
struct Guard(Sender<Msg>);

impl Drop for Guard {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.0.send(Msg::WorkerDied);
        }
    }
}

/// The thread that writes.
struct Writer {
    start: Start,
    session: Option<Session>,
    /// The drafts of the forms that were typed into.
    forms: HashMap<Generation, Uuid>,
    /// Copies of attachments that were opened; wiped when they were seen, or when the program ends.
    laid: Vec<PrivateFolder>,
    /// Where the demo lies; gone with it.
    folder: Option<TempDir>,
    tasks: Sender<Task>,
    running: Arc<Running>,
    backup: Arc<Mutex<Option<Reader>>>,
    comparer: Arc<Comparer>,
}

impl Writer {
    fn run(mut self, works: &Receiver<Work>, out: &Sender<Msg>) {
        let mut is_swept = false;
        for work in works {
            let answer = self.answer(work, out);
            // Where nobody looks any more, what was given is still done.
            let _ = out.send(Msg::Answer(answer));
            self.running.unanswered.fetch_sub(1, Ordering::SeqCst);
            if !std::mem::replace(&mut is_swept, true) {
                // What a program that died left in clear goes, behind the first frame.
                drop(PrivateFolder::make());
            }
        }
        drop(self.session.take());
        self.laid.clear();
        drop(self.folder.take());
    }

    /// Lays a copy of an attachment into a folder of its own.
    fn lay_attachment(&mut self, number: &CaseNumber, which: usize) -> Result<PathBuf, AppError> {
        let (media, bytes) = self.with(|session| session.attachment_bytes(number, which))?;
        let failed = |source| AppError::file(Path::new("attachment"), source);
        let folder = PrivateFolder::make().map_err(failed)?;
        let path = folder.write(&format!("attachment.{}", media.ending()), &bytes).map_err(failed)?;
        self.laid.push(folder);
        Ok(path)
    }

    fn answer(&mut self, work: Work, out: &Sender<Msg>) -> Answer {
        match work {
            Work::Open(secret) => self.open(secret),
            Work::Make { desk, officer, passphrase } => self.make(&desk, &officer, &passphrase),
            Work::Demo(cases) => self.demo(cases),
            Work::SetAside => Answer::SetAside(self.set_aside()),
            Work::Restore(backup) => Answer::Restored(self.restore(&backup)),
            Work::Log(draft, form) => Answer::Logged(self.log(&draft, form)),
            Work::KeepDraft { form, unfinished } => {
                Answer::DraftKept(form, self.keep_draft(form, &unfinished))
            }
            Work::TakeUpDraft(id, form) => {
                Answer::DraftTakenUp(form, self.take_up_draft(id, form).map(Box::new))
            }
            Work::DropDraft(form) => Answer::DraftDropped(self.drop_draft(form)),
            Work::LastDone => Answer::LastDone(self.with(|session| session.last_done())),
            Work::Undo(batch) => Answer::Undone(self.with(|session| session.undo_expected(batch))),
            Work::Do(number, deed, generation) => {
                let done = self.with(|session| carry_out(session, &number, &deed));
                Answer::Done(generation, deed, done)
            }
            Work::LayAttachment(number, which) => {
                Answer::AttachmentLaid(self.lay_attachment(&number, which).map(Some))
            }
            Work::WipeAttachments => {
                self.laid.clear();
                Answer::AttachmentLaid(Ok(None))
            }
            Work::ToFacility(id, wish, generation) => {
                Answer::ToFacility(generation, self.with(|session| do_to_facility(session, &id, wish)))
            }
            Work::CallFacility(text, generation) => {
                Answer::FacilityCalled(generation, self.with(|session| session.facility_called(&text)))
            }
            Work::PrepareBrief(request, generation) => {
                let prepared = self.with(|session| session.prepare_brief(&request));
                Answer::BriefPrepared(generation, prepared.map(Box::new))
            }
            Work::WriteBrief { prepared, path, with_letter, goes_on, generation } => {
                let tell = |step| {
                    let _ = out.send(Msg::Answer(Answer::BriefStep(generation, step)));
                };
                let written = self.write_documents(&prepared, &path, with_letter, &goes_on, &tell);
                Answer::BriefWritten(generation, written)
            }
            Work::ReadMessage(text) => Answer::MessageRead(self.read_message(&text).map(Box::new)),
            Work::WriteForm { form, path, lang, today } => {
                let path = free_path(&path);
                let facilities = self.session.as_ref().map(Session::facilities);
                Answer::FormWritten(form.write(&path, lang, today, facilities).map(|offered| (path, offered)))
            }
            Work::Survey { path, options, goes_on, generation } => {
                let survey = self
                    .with(|session| session.survey(&path, &options, tables::step(out, &goes_on, generation)));
                Answer::Surveyed(generation, survey.map(Box::new))
            }
            Work::Import { path, options, goes_on, generation } => {
                let report = self.with(|session| {
                    let step = tables::step(out, &goes_on, generation);
                    tables::import(session, &path, *options, step)
                });
                Answer::Imported(generation, report.map(Box::new))
            }
            Work::ImportList { path, dry_run, generation } => {
                let report = self.with(|session| tables::import_list(session, &path, dry_run));
                Answer::ListTaken(generation, report.map(Box::new))
            }
            Work::AtGate(id, generation) => {
                Answer::AtGate(generation, self.with(|session| follow::at_gate(session, &id)).map(Box::new))
            }
            Work::LookToRaise { party, query, check, generation } => {
                let looked = self.with(|session| session.raisable(&party, &query, check));
                Answer::Raisable(generation, looked.map(Box::new))
            }
            Work::Raise { new, file, generation } => {
                let made = self.with(|session| follow::raise(session, *new, file.as_deref()));
                Answer::Submitted(generation, made.map(Box::new))
            }
            Work::Decide(decision, one, other) => Answer::Decided(self.with(|session| match decision {
                Decision::Join => session.join(&one, &other).map(Some),
                Decision::KeepApart => session.keep_apart(&one, &other).map(|()| None),
            })),
            Work::Prefer(preferences, lang) => {
                Answer::Preferred(self.start.keep.as_ref().map_or(Ok(()), |keep| keep(&preferences, lang)))
            }
            Work::Look(look, generation) => {
                let found = self.with(|session| ledger::look(session, &look));
                Answer::Looked(look, generation, found)
            }
            Work::Enter(deed, generation) => {
                let done = self.with(|session| ledger::enter(session, &deed));
                Answer::Entered(generation, deed, done)
            }
        }
    }

    fn with<T>(&mut self, act: impl FnOnce(&mut Session) -> Result<T, AppError>) -> Result<T, AppError> {
        match &mut self.session {
            Some(session) => act(session),
            None => Err(BookError::NotFound(self.start.options.path.clone()).into()),
        }
    }

    fn open(&mut self, secret: Option<Secret>) -> Answer {
        let mut options = self.start.options.clone();
        if let Some(secret) = secret {
            options.secret = secret;
        }
        let opened = Book::open(&options)
            .map_err(AppError::from)
            .and_then(|book| self.take(Session::new(book, self.start.clock, self.start.settings)));
        self.opened(opened, false)
    }

    fn make(&mut self, desk: &str, officer: &str, passphrase: &str) -> Answer {
        let mut options = self.start.options.clone();
        options.secret = Secret::passphrase(passphrase);
        // Making the book makes its folder too.
        let made = NewBook::make(&options, desk, officer, self.start.clock, self.start.settings)
            .and_then(|made| Ok(Opened { recovery_code: made.recovery_code, ..self.take(made.session)? }));
        self.opened(made, true)
    }

    fn demo(&mut self, cases: usize) -> Answer {
        let made = tempfile::tempdir()
            .map_err(|error| AppError::file(&std::env::temp_dir(), error))
            .and_then(|folder| {
                let session = open_demo(folder.path(), cases, self.start.settings)?;
                self.folder = Some(folder);
                let opened = self.take(session)?;
                Ok(Opened { is_demo: true, ..opened })
            });
        self.opened(made, false)
    }

    fn opened(&self, opened: Result<Opened, AppError>, was_making: bool) -> Answer {
        match opened {
            Ok(opened) => Answer::Opened(Box::new(opened)),
            Err(error) => {
                let backups = book::list_backups(&self.start.options.path);
                Answer::NotOpened(Box::new(Refused { error, backups, was_making }))
            }
        }
    }

    /// Sits down at a book, and lets the other threads read it.
    fn take(&mut self, mut session: Session) -> Result<Opened, AppError> {
        session.calendar = self.start.calendar.clone();
        let opened = Opened {
            path: session.book.path().to_owned(),
            desk: session.book.keeper().desk.to_string(),
            officer: session.book.keeper().officer.clone(),
            is_demo: false,
            is_encrypted: session.book.is_encrypted(),
            entries_lost: session.book.entries_lost(),
            clock: session.clock,
            recovery_code: None,
        };
        let reader = session.book.reader()?;
        *self.backup.lock().unwrap_or_else(PoisonError::into_inner) = Some(session.book.reader()?);
        *self.running.handle.lock().unwrap_or_else(PoisonError::into_inner) = Some(reader.interrupt_handle());
        self.comparer.use_book(session.book.reader()?);
        let (path, calendar) = (session.book.path().to_owned(), session.calendar.clone());
        let desk = Desk { reader, clock: session.clock, path, calendar };
        let _ = self.tasks.send(Task::Use(Box::new(desk)));
        self.session = Some(session);
        self.forms.clear();
        Ok(opened)
    }

    fn stamp(&self) -> String {
        self.start.clock.now().format("%Y%m%d-%H%M%S").to_string()
    }

    fn set_aside(&self) -> Result<PathBuf, AppError> {
        Ok(book::set_aside(&self.start.options.path, "damaged", &self.stamp())?)
    }

    fn restore(&self, backup: &std::path::Path) -> Result<(), AppError> {
        book::restore(backup, &self.start.options, &self.stamp())?;
        Ok(())
    }
}

fn do_to_facility(
    session: &mut Session,
    id: &FacilityId,
    wish: FacilityWish,
) -> Result<FacilityDone, AppError> {
    let deed = match wish {
        FacilityWish::Deed(deed) => deed,
        FacilityWish::MergeInto(text) => FacilityDeed::MergeInto(session.facility_called(&text)?),
    };
    session.do_to_facility(id, &deed)
}

fn carry_out(session: &mut Session, number: &CaseNumber, deed: &Deed) -> Result<Done, AppError> {
    match deed {
        Deed::Correct(changes) => session.edit(number, changes),
        Deed::Consent(purposes) => session.set_consent(number, purposes),
        Deed::Confirm => session.confirm(number),
        Deed::Withdraw => session.withdraw(number),
        Deed::Reopen => session.reopen(number),
        Deed::Erase => session.erase(number),
        followed => follow::carry_out(session, number, followed),
    }
}
