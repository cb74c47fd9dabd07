//! `search`: finds anything by characters, pinyin or pinyin initials.

use serde_json::json;

use super::args::Search;
use super::output::Output;
use super::scene::Scene;
use crate::app::Failure;

pub fn run(args: &Search, scene: &Scene) -> Result<Output, Failure> {
    let tr = scene.tr;
    let text = args.text.join(" ");
    let hits = scene.look()?.search(&text, tr);
    let lines: Vec<String> = hits
        .iter()
        .map(|hit| format!("{:>6}  {}  {}  {}", hit.id, tr.table(hit.table), hit.title, hit.detail))
        .collect();
    let found = if lines.is_empty() { tr.cli_found_nothing(&text) } else { lines.join("\n") };
    Ok(Output::new(found, &json!({ "text": text, "hits": hits })))
}
