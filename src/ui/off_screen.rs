//! A window that nobody sees: it asks nobody for files and hands nothing to other programs.

use std::path::{Path, PathBuf};

use egui::{Context, Id};

/// Where a window that nobody sees keeps its files.
#[derive(Debug, Clone)]
struct Folder(PathBuf);

fn key() -> Id {
    Id::unique("off screen")
}

/// From now on the window is one that nobody sees.
pub fn begin(ctx: &Context, folder: &Path) {
    ctx.data_mut(|data| data.insert_temp(key(), Folder(folder.to_owned())));
}

/// Whether nobody sees the window.
#[must_use]
pub fn is_on(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<Folder>(key())).is_some()
}

/// The path that is meant: in a window that nobody sees, every file lies in its own folder.
#[must_use]
pub fn kept_in(ctx: &Context, path: PathBuf) -> PathBuf {
    match ctx.data(|data| data.get_temp::<Folder>(key())) {
        Some(Folder(folder)) => folder.join(path.file_name().unwrap_or("file".as_ref())),
        None => path,
    }
}
