//! `backup`, `backups`, `verify-backup` and `restore`; a password only ever comes from the environment.

use serde_json::json;

use super::args::{Backup, BackupFile as Args};
use super::output::Output;
use super::scene::Scene;
use crate::app::records::{self, BackupLine};
use crate::app::tasks::{Proofs, folder_of};
use crate::app::{Failure, Office, file};
use crate::domain::Table;
use crate::i18n::Tr;

/// The environment variable with the password of encrypted backups.
const PASSWORD: &str = "CHUANBANGDAI_PASSWORD";

pub fn backup(args: &Backup, scene: &Scene) -> Result<Output, Failure> {
    let password = if args.encrypt {
        Some(password().ok_or_else(|| Failure::PasswordMissing { path: args.to.clone() })?)
    } else {
        None
    };
    let office = scene.look()?;
    let size = office.store().backup_to(&args.to, password.as_deref())?;
    let name = args.to.display().to_string();
    let mut lines = vec![scene.tr.cli_backed_up(&name, size)];
    let evidence = evidence_with(&office, args, scene.tr, &mut lines)?;
    let data = json!({ "file": name, "size": size, "encrypted": args.encrypt, "evidence": evidence });
    Ok(Output::new(lines.join("\n"), &data))
}

/// Takes the files of evidence along; a sealed backup says that they are not in it, as they would lie there unsealed.
fn evidence_with(office: &Office, args: &Backup, tr: Tr, lines: &mut Vec<String>) -> Result<Option<Proofs>, Failure> {
    let files = office.registry().evidence.len();
    if files == 0 {
        return Ok(None);
    }
    if args.encrypt {
        lines.push(tr.cli_evidence_left(files));
        return Ok(None);
    }
    let carried = office.carry_evidence(office.data_folder(), folder_of(&args.to))?;
    lines.push(if carried.is_sound() { tr.cli_evidence_carried(files) } else { unsound(carried, tr) });
    Ok(Some(carried))
}

fn unsound(proofs: Proofs, tr: Tr) -> String {
    tr.cli_evidence_unsound(proofs.files, proofs.missing, proofs.altered)
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
    let mut lines = vec![scene.tr.cli_backup_sound(&args.file.display().to_string())];
    let named = info.counts.iter().find(|(table, _)| *table == Table::Evidence).map_or(0, |(_, count)| *count);
    let mut data = json!(info);
    if let (1.., Some(data)) = (named, data.as_object_mut()) {
        let proofs = file::look_over_evidence(&args.file, scene.clock)?;
        lines.push(match proofs {
            None => scene.tr.cli_evidence_not_looked(usize::try_from(named).unwrap_or(usize::MAX)),
            Some(proofs) if proofs.is_sound() => scene.tr.cli_evidence_sound(proofs.files),
            Some(proofs) => unsound(proofs, scene.tr),
        });
        data.insert("evidence".to_owned(), json!(proofs));
    }
    Ok(Output::new(lines.join("\n"), &data))
}

pub fn restore(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    scene.prepare()?;
    let aside = file::restore(&args.file, &scene.db, password().as_deref(), scene.clock)?;
    let mut lines = vec![scene.tr.cli_restored(&args.file.display().to_string())];
    let proofs = file::bring_evidence(&args.file, &scene.db, scene.clock)?;
    lines.extend(proofs.filter(|proofs| !proofs.is_sound()).map(|proofs| unsound(proofs, scene.tr)));
    lines.extend(aside.iter().map(|path| scene.tr.cli_put_aside(&path.display().to_string())));
    Ok(Output::new(lines.join("\n"), &json!({ "file": scene.db, "from": args.file, "replaced": aside })))
}

fn password() -> Option<String> {
    std::env::var(PASSWORD).ok().filter(|password| !password.is_empty())
}
