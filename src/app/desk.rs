//! The desk in front of the office: questions go to the thread that owns the data file, answers come back later.
//!
//! Inline, the office answers at once: tests need no thread and no sleep.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use super::office::Office;

type Question = Box<dyn FnOnce(&mut Office) + Send>;

/// What is put through to the thread of the office.
enum Message {
    Question(Question),
    /// Close the data file; answered when it is closed.
    Close(Sender<()>),
}

/// A handle to the office. Cloning gives another handle to the same office.
#[derive(Clone)]
pub struct Desk(Way);

#[derive(Clone)]
enum Way {
    Thread { questions: Sender<Message>, wake: Arc<dyn Fn() + Send + Sync> },
    Inline(Rc<RefCell<Office>>),
}

/// An answer that comes when it is ready.
#[derive(Debug)]
pub struct Answer<T>(Receiver<T>);

impl Desk {
    /// Gives the office a thread of its own; `wake` is called after every answer (it repaints the window).
    #[must_use]
    pub fn threaded(mut office: Office, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (questions, inbox) = channel();
        super::job::spawn("office", move || {
            let closing = loop {
                match next(&inbox, &office) {
                    Ok(Message::Question(question)) => question(&mut office),
                    Ok(Message::Close(closed)) => break Some(closed),
                    Err(RecvTimeoutError::Timeout) => office.back_up_when_due(),
                    Err(RecvTimeoutError::Disconnected) => break None,
                }
            };
            office.close();
            // Whoever waited may have given up; the file is closed all the same.
            let _ = closing.map(|closed| closed.send(()));
        });
        Self(Way::Thread { questions, wake })
    }

    /// Answers on the spot.
    #[must_use]
    pub fn inline(office: Office) -> Self {
        Self(Way::Inline(Rc::new(RefCell::new(office))))
    }

    /// Asks the office; the answer is polled for.
    pub fn ask<T: Send + 'static>(&self, question: impl FnOnce(&mut Office) -> T + Send + 'static) -> Answer<T> {
        let (reply, answer) = channel();
        match &self.0 {
            Way::Thread { questions, wake } => {
                let wake = Arc::clone(wake);
                // A closed inbox means the program is ending: nobody waits for the answer any more.
                let _ = questions.send(Message::Question(Box::new(move |office| {
                    let _ = reply.send(question(office));
                    wake();
                })));
            }
            Way::Inline(office) => {
                let _ = reply.send(question(&mut office.borrow_mut()));
            }
        }
        Answer(answer)
    }

    /// Closes the data file when everything asked before is answered, with a backup where something changed, and
    /// waits until it is closed. What is asked afterwards stays without an answer.
    pub fn close(&self) {
        if let Way::Thread { questions, .. } = &self.0 {
            let (closed, waiting) = channel();
            if questions.send(Message::Close(closed)).is_ok() {
                let _ = waiting.recv();
            }
        }
    }
}

/// Waits for the next message, but no longer than until a backup is due.
fn next(inbox: &Receiver<Message>, office: &Office) -> Result<Message, RecvTimeoutError> {
    match office.until_backup() {
        Some(time) => inbox.recv_timeout(time),
        None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
    }
}

impl<T> Answer<T> {
    pub(super) const fn new(receiver: Receiver<T>) -> Self {
        Self(receiver)
    }

    /// The answer, once: `None` while it is not there yet, and after it was taken.
    #[must_use]
    pub fn take(&self) -> Option<T> {
        self.0.try_recv().ok()
    }
}
