//! `plan --blocks`: who covers which post in which month, and on request that settled as one step.

use serde_json::{Value, json};

use super::args::Plan as Args;
use super::output::Output;
use super::scene::Scene;
use super::value;
use crate::app::planning::{BlockBrief, BlocksPicture, Rotation, file};
use crate::app::{Choice, Failure, Progress};

pub fn run(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    let tr = scene.tr;
    let text = args.period.as_deref().unwrap_or_default();
    let unknown = || Failure::Unknown { choice: Choice::Period, given: text.to_owned() };
    let period = value::period(text).ok_or_else(unknown)?;
    let mut office = if args.apply { scene.open()? } else { scene.look()? };
    let months = BlockBrief::months(period);
    let brief = BlockBrief::load(&office, period.from(), months, tr)?;
    let picture = brief.plan(&Progress::default());
    let rotation = &picture.rotation;
    let mut lines = vec![tr.blocks_result(rotation.rows.len(), rotation.months.len(), rotation.open_days())];
    lines.extend(rotation.lines.iter().map(|line| tr.plan_item(line)));
    match &picture.edit {
        Some(edit) if args.apply => {
            let done = office.run(edit)?;
            lines.push(tr.blocks_stored(&tr.label(&done.label)));
        }
        Some(_) => lines.push(tr.blocks_not_stored().to_owned()),
        None => lines.push(tr.blocks_nothing_to_store().to_owned()),
    }
    let data = data(&picture, args.apply && picture.edit.is_some());
    if let Some(out) = &args.out {
        file::write_json(out, &data)?;
    }
    if args.apply {
        office.close();
    }
    Ok(Output::new(lines.join("\n"), &data))
}

fn data(picture: &BlocksPicture, is_applied: bool) -> Value {
    let (cost, bound) = picture.cost;
    json!({
        "objective": cost, "bound": bound, "open_days": picture.rotation.open_days(),
        "posts": posts(&picture.rotation), "lines": picture.rotation.lines, "applied": is_applied,
    })
}

fn posts(rotation: &Rotation) -> Vec<Value> {
    let post = |row: &crate::app::planning::RotationRow| {
        let spans: Vec<Value> = row
            .spans
            .iter()
            .map(|span| {
                let who = (!span.name.is_empty()).then_some(&span.name);
                json!({ "from": span.days.from(), "to": span.days.to(), "who": who, "proposed": span.is_proposed })
            })
            .collect();
        json!({ "post": row.name, "open_days": row.open_days, "spans": spans })
    };
    rotation.rows.iter().map(post).collect()
}
