//! Long work beside the window: progress that can be read, a stop flag that can be set.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::channel;

use super::desk::Answer;

/// How far a job is; shared between the job and whoever watches it.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// Says how much there is to do.
    pub fn begin(&self, total: u64) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Says that so much more is done.
    pub fn advance(&self, by: u64) {
        self.0.done.fetch_add(by, Ordering::Relaxed);
    }

    /// Done and total; a total of 0 means not known.
    #[must_use]
    pub fn share(&self) -> (u64, u64) {
        (self.0.done.load(Ordering::Relaxed), self.0.total.load(Ordering::Relaxed))
    }

    /// Asks the job to stop.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the job was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }
}

/// A running job.
#[derive(Debug)]
pub struct Job<T> {
    /// How far it is, and the way to stop it.
    pub progress: Progress,
    /// Its result, when ready.
    pub answer: Answer<T>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work on a thread of its own and calls `wake` when it has ended.
    pub fn start(
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Self {
        let progress = Progress::default();
        let (reply, answer) = channel();
        let shared = progress.clone();
        spawn(name, move || {
            let _ = reply.send(work(&shared));
            wake();
        });
        Self { progress, answer: Answer::new(answer) }
    }
}

/// Does the same work under several numbers side by side and waits for all results, in the order of their numbers.
pub(super) fn side_by_side<T: Send>(name: &str, count: usize, work: &(dyn Fn(usize) -> T + Sync)) -> Vec<T> {
    std::thread::scope(|scope| {
        let start = |number: usize| {
            std::thread::Builder::new().name(format!("{name} {number}")).spawn_scoped(scope, move || work(number))
        };
        // The first runs here: where no thread can be started, there is still a result.
        let others: Vec<_> = (1..count).filter_map(|number| start(number).ok()).collect();
        let mut results = vec![work(0)];
        results.extend(others.into_iter().filter_map(|other| other.join().ok()));
        results
    })
}

/// Starts a named thread: the one door for threads.
#[allow(clippy::disallowed_methods, reason = "the one door for threads")]
pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let started = std::thread::Builder::new().name(name.to_owned()).spawn(work);
    if let Err(error) = started {
        tracing::error!(name, %error, "thread did not start");
    }
}
