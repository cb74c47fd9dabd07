//! `backup`, `backups`, `verify-backup` and `restore`; a password only ever comes from the environment.

use serde_json::json;

use super::args::{Backup, BackupFile as Args};
use super::output::Output;
use super::scene::Scene;
use crate::app::records::{self, BackupLine};
use crate::app::{Failure, file};

/// The environment variable with the password of encrypted backups.
const PASSWORD: &str = "CHUANBANGDAI_PASSWORD";

pub fn backup(args: &Backup, scene: &Scene) -> Result<Output, Failure> {
    let password = if args.encrypt {
        Some(password().ok_or_else(|| Failure::PasswordMissing { path: args.to.clone() })?)
    } else {
        None
    };
    let size = scene.look()?.store().backup_to(&args.to, password.as_deref())?;
    let name = args.to.display().to_string();
    let data = json!({ "file": name, "size": size, "encrypted": args.encrypt });
    Ok(Output::new(scene.tr.cli_backed_up(&name, size), &data))
}

pub fn list(scene: &Scene) -> Result<Output, Failure> {
    let backups = file::backups(&scene.db)?;
    let line = |one: BackupLine| format!("{}  {}  {}  {}", one.at, one.reason, one.size, one.path.display());
    let lines: Vec<String> = records::backups_of(&scene.db, scene.tr)?.into_iter().map(line).collect();
    let text = if lines.is_empty() { scene.tr.cli_no_backups().to_owned() } else { lines.join("\n") };
    Ok(Output::new(text, &json!({ "backups": backups })))
}

pub fn verify(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    let info = file::verify(&args.file, password().as_deref())?;
    Ok(Output::new(scene.tr.cli_backup_sound(&args.file.display().to_string()), &info))
}

pub fn restore(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    scene.prepare()?;
    let aside = file::restore(&args.file, &scene.db, password().as_deref(), scene.clock)?;
    let mut lines = vec![scene.tr.cli_restored(&args.file.display().to_string())];
    lines.extend(aside.iter().map(|path| scene.tr.cli_put_aside(&path.display().to_string())));
    Ok(Output::new(lines.join("\n"), &json!({ "file": scene.db, "from": args.file, "replaced": aside })))
}

fn password() -> Option<String> {
    std::env::var(PASSWORD).ok().filter(|password| !password.is_empty())
}
