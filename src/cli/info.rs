//! `info`: what the data file says of itself.

use serde_json::json;

use super::output::Output;
use super::scene::Scene;
use crate::app::{Failure, file};

pub fn run(scene: &Scene) -> Result<Output, Failure> {
    let tr = scene.tr;
    let info = scene.look()?.store().info()?;
    let counts: serde_json::Map<_, _> =
        info.counts.iter().map(|(table, count)| (table.name().to_owned(), json!(count))).collect();
    let mut lines = vec![
        tr.cli_info_file(&info.path.display().to_string()),
        tr.cli_info_schema(info.schema),
        tr.cli_info_size(info.size),
        tr.cli_info_journal(&info.journal_mode),
        tr.cli_info_steps(info.steps),
    ];
    lines.extend(info.counts.iter().map(|(table, count)| tr.cli_info_count(tr.table(*table), *count)));
    let last_backup = file::backups(&scene.db)?.into_iter().next();
    lines.push(match &last_backup {
        Some(backup) => tr.cli_info_last_backup(&backup.at.format("%Y-%m-%d %H:%M").to_string()),
        None => tr.cli_info_no_backup().to_owned(),
    });
    let data = json!({
        "file": info.path, "schema": info.schema, "size": info.size, "journal_mode": info.journal_mode,
        "steps": info.steps, "counts": counts, "last_backup": last_backup,
    });
    Ok(Output::new(lines.join("\n"), &data))
}
