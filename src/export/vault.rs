//! Files kept beside the data file under the digest of their content: whole or absent, never changed, never taken away.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::atomic;
use super::error::ExportError;

/// The folder beside the data file.
const FOLDER: &str = "evidence";
/// Bytes read at once.
const CHUNK: usize = 1 << 16;
/// The longest ending that is taken over, in characters.
const LONGEST_ENDING: usize = 8;

/// Endings of files that a system runs instead of showing them.
const PROGRAMS: &[&str] = &[
    "appimage", "bat", "bin", "cmd", "com", "cpl", "desktop", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "msi",
    "msp", "pif", "ps1", "reg", "run", "scf", "scr", "sh", "url", "vbe", "vbs", "wsf",
];

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it lies, seen from the folder of the data file, with `/` between the parts.
    pub path: String,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

/// How a kept file is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// As it was kept.
    Sound,
    /// Its content is another.
    Altered,
    /// It is not there.
    Missing,
}

/// Whether a file of that name would be run instead of shown.
#[must_use]
pub fn is_program(path: &Path) -> bool {
    ending(path).is_some_and(|ending| PROGRAMS.contains(&ending.as_str()))
}

/// Copies a file into the folder beside the data file; one with the same content is there once.
///
/// # Errors
/// Where it cannot be read, or the folder cannot be written; nothing is left behind then.
pub fn keep(data_folder: &Path, source: &Path) -> Result<Kept, ExportError> {
    let unread = |error| ExportError::Read { path: source.to_owned(), source: error };
    let (sha256, size) = File::open(source).and_then(|file| copy(file, &mut io::sink())).map_err(unread)?;
    let kept = named(sha256, size, source);
    put(data_folder, &kept, |file| {
        let (copied, _) = File::open(source).and_then(|from| copy(from, file))?;
        if copied == kept.sha256 { Ok(()) } else { Err(io::Error::other("the file changed while it was copied")) }
    })?;
    Ok(kept)
}

/// The same for content that is made here; `name` says what it is by its ending.
///
/// # Errors
/// Where the folder cannot be written.
pub fn keep_bytes(data_folder: &Path, name: &Path, bytes: &[u8]) -> Result<Kept, ExportError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let kept = named(hexadecimal(&Sha256::digest(bytes)), size, name);
    put(data_folder, &kept, |file| file.write_all(bytes))?;
    Ok(kept)
}

/// Whether a kept file is as it was; reads it whole.
#[must_use]
pub fn condition(data_folder: &Path, path: &str, sha256: &str) -> Condition {
    let Some(path) = located(data_folder, path) else { return Condition::Missing };
    match File::open(path).and_then(|file| copy(file, &mut io::sink())) {
        Ok((found, _)) if found == sha256 => Condition::Sound,
        Ok(_) => Condition::Altered,
        Err(_) => Condition::Missing,
    }
}

/// The whole path of a kept file; `None` for one that would lie outside the folder of the data file.
#[must_use]
pub fn located(data_folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    (is_inside && path.file_name().is_some()).then(|| data_folder.join(path))
}

/// Brings kept files from beside one data file to beside another; those that are there stay. Gives how each is found.
///
/// # Errors
/// Where the folder cannot be written.
pub fn carry(from: &Path, to: &Path, files: &[(String, String)]) -> Result<Vec<Condition>, ExportError> {
    let one = |(path, sha256): &(String, String)| {
        let there = condition(to, path, sha256);
        let found = condition(from, path, sha256);
        if there == Condition::Sound || found != Condition::Sound {
            return Ok(there.min(found));
        }
        let (Some(source), Some(target)) = (located(from, path), located(to, path)) else { return Ok(found) };
        lay(&target, |file| File::open(&source).and_then(|source| copy(source, file)).map(drop))?;
        Ok(Condition::Sound)
    };
    files.iter().map(one).collect()
}

fn named(sha256: String, size: u64, source: &Path) -> Kept {
    let path = match ending(source) {
        Some(ending) => format!("{FOLDER}/{sha256}.{ending}"),
        None => format!("{FOLDER}/{sha256}"),
    };
    Kept { path, sha256, size }
}

/// The ending of a file where it is one that every system takes.
fn ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    let is_plain = ending.len() <= LONGEST_ENDING && ending.chars().all(|sign| sign.is_ascii_alphanumeric());
    is_plain.then_some(ending)
}

fn put(data_folder: &Path, kept: &Kept, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), ExportError> {
    if condition(data_folder, &kept.path, &kept.sha256) == Condition::Sound {
        return Ok(());
    }
    lay(&data_folder.join(&kept.path), fill)
}

/// Writes a file that no other program shall change from now on.
fn lay(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), ExportError> {
    let failed = |source| ExportError::Write { path: path.to_owned(), source };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    atomic::write_with(path, fill)?;
    let mut rights = std::fs::metadata(path).map_err(failed)?.permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(path, rights).map_err(failed)
}

/// Copies everything; gives the digest and the size in bytes.
fn copy(mut from: impl Read, to: &mut impl Write) -> io::Result<(String, u64)> {
    let (mut digest, mut size) = (Sha256::new(), 0);
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = from.read(&mut chunk)?;
        let Some(part) = chunk.get(..read).filter(|part| !part.is_empty()) else { break };
        digest.update(part);
        to.write_all(part)?;
        size += u64::try_from(read).unwrap_or_default();
    }
    Ok((hexadecimal(&digest.finalize()), size))
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_once_under_its_content_and_told_when_it_is_altered_or_gone() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("Certificate.PDF");
        File::create(&source).unwrap().write_all(b"certificate").unwrap();
        let kept = keep(folder.path(), &source).unwrap();
        assert_eq!(kept, keep_bytes(folder.path(), Path::new("other.pdf"), b"certificate").unwrap());
        assert!(
            kept.path.starts_with("evidence/")
                && Path::new(&kept.path).extension().unwrap() == "pdf"
                && kept.size == 11,
            "{kept:?}"
        );
        assert_eq!(std::fs::read_dir(folder.path().join(FOLDER)).unwrap().count(), 1);
        let state = || condition(folder.path(), &kept.path, &kept.sha256);
        assert_eq!(state(), Condition::Sound);
        let place = folder.path().join(&kept.path);
        assert!(std::fs::metadata(&place).unwrap().permissions().readonly());
        std::fs::remove_file(&place).unwrap();
        assert_eq!(state(), Condition::Missing);
        File::create(&place).unwrap().write_all(b"certificatf").unwrap();
        assert_eq!(state(), Condition::Altered);
        keep(folder.path(), &source).unwrap();
        assert_eq!(state(), Condition::Sound, "keeping it again mends it");
    }

    #[test]
    fn nothing_outside_the_folder_is_touched_and_programs_are_known() {
        let folder = Path::new("data");
        for path in ["../secret", "/etc/passwd", "a/../../b", "", "."] {
            assert_eq!(located(folder, path), None, "{path}");
            assert_eq!(condition(folder, path, ""), Condition::Missing);
        }
        assert!(located(folder, "evidence/ab.pdf").is_some());
        for (name, is_one) in [("a.EXE", true), ("a.sh", true), ("a.pdf", false), ("a", false), ("a.exe.docx", false)] {
            assert_eq!(is_program(Path::new(name)), is_one, "{name}");
        }
    }

    #[test]
    fn kept_files_are_carried_to_another_data_file() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let kept = keep_bytes(one.path(), Path::new("a.txt"), b"words").unwrap();
        let files = [(kept.path.clone(), kept.sha256.clone()), ("evidence/none".to_owned(), "0".repeat(64))];
        let carried = carry(one.path(), other.path(), &files).unwrap();
        assert_eq!(carried, [Condition::Sound, Condition::Missing]);
        assert_eq!(condition(other.path(), &kept.path, &kept.sha256), Condition::Sound);
    }
}
