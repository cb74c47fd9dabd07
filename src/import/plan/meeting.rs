//! Sheet kind `meeting`: meetings and what they decided, one decision a row.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::Taken;
use crate::domain::{Meeting, MeetingId, Resolution, TaskStatus};
use crate::import::values;

const MEETING: &str = "会议";
const TEXT: &str = "议定事项";

/// One decision with its meeting.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let title = line.required(MEETING)?;
    let text = line.required(TEXT)?;
    let on_date = line.date("会议日期")?.map(|date| date.on);
    let due_on = line.date("时限")?.map(|date| date.last_day());
    let status = line.read("状态", values::task_status)?;

    let origin = bench.origin(line, None);
    let mut meeting = stored(bench, &title, on_date).unwrap_or_else(|| Meeting {
        id: bench.draft.new_id(),
        title,
        ..Meeting::default()
    });
    fill_some(&mut meeting.on_date, on_date);
    fill(&mut meeting.place, line.text("地点"));
    fill_some(&mut meeting.relation, origin.relation);
    fill_some(&mut meeting.programme, origin.programme);
    let id = meeting.id;
    let met = bench.draft.put(meeting);

    let stored = decided(bench, id, &text);
    let is_new = stored.is_none();
    let mut resolution = stored.unwrap_or_else(|| new(bench, id, text));
    fill(&mut resolution.unit, line.text("责任单位"));
    fill(&mut resolution.owner, line.text("责任人"));
    fill_some(&mut resolution.due_on, due_on);
    fill(&mut resolution.progress_note, line.text("落实情况"));
    if is_new || !values::is_computed_status(line.raw("状态")) {
        resolution.status = status.unwrap_or(resolution.status);
    }
    Ok(bench.draft.put(resolution).with(met))
}

/// Title and date make a meeting; one without a date is met by its title.
fn stored(bench: &Bench<'_>, title: &str, on_date: Option<NaiveDate>) -> Option<Meeting> {
    let is_same = |meeting: &&Meeting| {
        values::same_words(&meeting.title, title)
            && (on_date.is_none() || meeting.on_date.is_none() || meeting.on_date == on_date)
    };
    bench.registry().meetings.values().find(is_same).cloned()
}

fn decided(bench: &Bench<'_>, meeting: MeetingId, text: &str) -> Option<Resolution> {
    bench
        .registry()
        .resolutions
        .values()
        .find(|it| it.meeting == meeting && values::same_words(&it.text, text))
        .cloned()
}

fn new(bench: &mut Bench<'_>, meeting: MeetingId, text: String) -> Resolution {
    Resolution {
        id: bench.draft.new_id(),
        meeting,
        text,
        unit: String::new(),
        owner: String::new(),
        due_on: None,
        progress_note: String::new(),
        status: TaskStatus::Pending,
        ask: String::new(),
        task: None,
    }
}
