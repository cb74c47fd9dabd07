//! What reading one file may cost, and how a process is held to it.

use std::time::Duration;

/// What a file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub file_bytes: u64,
    /// Largest sum of what the parts of a workbook unpack to, in bytes.
    pub unpacked_bytes: u64,
    /// Most cells, blank ones between them included.
    pub cells: usize,
    /// Largest address space of the reading process, in bytes.
    pub memory_bytes: u64,
    /// Longest time for one file.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256 << 20,
            unpacked_bytes: 2 << 30,
            cells: 20_000_000,
            memory_bytes: 3 << 30,
            time: Duration::from_mins(1),
        }
    }
}

/// Holds the calling process to the limits; a process that passes them is ended by the system.
#[cfg(unix)]
pub fn apply_to_self(limits: &Limits) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let hold = |resource: Resource, most: u64| {
        let most = getrlimit(resource).maximum.map_or(most, |hard| hard.min(most));
        // Where a limit cannot be set, the others and the watching parent remain.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    };
    hold(Resource::As, limits.memory_bytes);
    // Processor time never passes the clock; this ends an orphan whose parent was killed.
    hold(Resource::Cpu, limits.time.as_secs().max(1) + 5);
    hold(Resource::Fsize, limits.memory_bytes);
    hold(Resource::Core, 0);
}

/// On Windows the parent puts the process into a job instead.
#[cfg(not(unix))]
pub fn apply_to_self(_limits: &Limits) {}

/// What keeps a child process within the limits for as long as it lives.
#[cfg(windows)]
pub type Leash = Option<win32job::Job>;

/// What keeps a child process within the limits for as long as it lives.
#[cfg(not(windows))]
pub type Leash = ();

/// Puts the child into a job that dies with this process and bounds its physical memory.
#[cfg(windows)]
pub fn leash(child: &std::process::Child, limits: &Limits) -> Leash {
    use std::os::windows::io::AsRawHandle;

    let most = usize::try_from(limits.memory_bytes).unwrap_or(usize::MAX);
    let mut info = win32job::ExtendedLimitInfo::new();
    info.limit_working_memory(1 << 20, most).limit_kill_on_job_close();
    let job = win32job::Job::create_with_limit_info(&info).ok()?;
    job.assign_process(child.as_raw_handle() as isize).ok()?;
    Some(job)
}

/// The child holds itself ([`apply_to_self`]).
#[cfg(not(windows))]
pub fn leash(_child: &std::process::Child, _limits: &Limits) -> Leash {}
