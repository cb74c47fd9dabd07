//! Sheet kind `appointment`, and the post that a roster row names: who holds which post where, since when.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_date, standing};
use super::outcome::{About, Taken};
use super::person_match::Who;
use crate::domain::{Appointment, InstitutionId, PersonId, Precision, Stint};
use crate::import::{Code, RowResult, values};

const NAME: &str = "姓名";
const HOME: &str = "原单位";
const INSTITUTION: &str = "任职单位";
const POST: &str = "职务";
const FROM: &str = "任职起";
const TO: &str = "任职止";

/// One post.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required_name(NAME)?;
    let home = bench.known_institution_cell(line, HOME)?;
    let person = bench.known_person(line, &Who { inst: home, ..Who::of(NAME, name) })?;
    let inst = bench.known_institution_cell(line, INSTITUTION)?;
    let inst = inst.ok_or_else(|| line.refuse(INSTITUTION, Code::R01, About::Nothing))?;
    let post = line.required(POST)?;
    let from = line.known_date(FROM)?.ok_or_else(|| line.refuse(FROM, Code::R01, About::Nothing))?;
    let to = line.known_date(TO)?;
    let stored = stored(bench, person, inst, &post, &[from]);
    let old_end = stored.as_ref().and_then(|old| Known::of(old.to_on, old.to_prec));
    line.in_order((FROM, Some(from)), (TO, standing(old_end, to)))?;
    let mut appointment = stored.unwrap_or_else(|| new(bench, person, inst, post));
    fill_date(&mut appointment.from_on, &mut appointment.from_prec, Some(from));
    fill_date(&mut appointment.to_on, &mut appointment.to_prec, to);
    fill(&mut appointment.doc_no, line.text("文号"));
    bench.draft.claim(appointment).map_err(|_| line.refuse(FROM, Code::R11, About::Nothing))
}

/// The post held during a stint, from arrival until leaving. `arrived_before` is the arrival that was stored.
pub(super) fn of_stint(
    bench: &mut Bench<'_>,
    stint: &Stint,
    post: String,
    arrived_before: Option<NaiveDate>,
) -> RowResult {
    let arrive = Known { on: stint.arrive_on, precision: stint.arrive_prec };
    let before = arrived_before.map(|on| Known { on, precision: Precision::Day });
    let starts: Vec<Known> = before.into_iter().chain([arrive]).collect();
    let stored = stored(bench, stint.person, stint.host_inst, &post, &starts);
    if stored.is_none() && post.split('、').all(|post| is_held_during(bench, stint, post)) {
        return RowResult::Unchanged;
    }
    let is_known = stored.as_ref().is_some_and(|held| held.from_on.is_some());
    let mut appointment = stored.unwrap_or_else(|| new(bench, stint.person, stint.host_inst, post));
    // A post that began at another time than the stint keeps its day; one that began with it moves with it.
    let moves = arrived_before.is_some_and(|on| on != arrive.on && appointment.from_on == Some(on));
    if !is_known || moves {
        fill_date(&mut appointment.from_on, &mut appointment.from_prec, Some(arrive));
    }
    let left = stint.leave_on.map(|on| Known { on, precision: stint.leave_prec });
    fill_date(&mut appointment.to_on, &mut appointment.to_prec, left);
    bench.draft.put(appointment)
}

/// Whether the person is known to hold the post there at some time of the stint; a printed roster names all of them.
fn is_held_during(bench: &Bench<'_>, stint: &Stint, post: &str) -> bool {
    let mut held = bench.registry().appointments.values().filter(|held| values::same_words(&held.post, post));
    held.any(|held| held.person == stint.person && held.inst == stint.host_inst && held.overlaps(stint))
}

/// The stored post: the same person, institution and post, since one of these days.
fn stored(
    bench: &Bench<'_>,
    person: PersonId,
    inst: InstitutionId,
    post: &str,
    starts: &[Known],
) -> Option<Appointment> {
    let is_same = |held: &&Appointment| {
        held.person == person
            && held.inst == inst
            && values::same_words(&held.post, post)
            && held.from_on.is_none_or(|on| {
                let since = Known { on, precision: held.from_prec };
                starts.iter().any(|start| start.meets(since))
            })
    };
    bench.registry().appointments.values().find(is_same).cloned()
}

fn new(bench: &mut Bench<'_>, person: PersonId, inst: InstitutionId, post: String) -> Appointment {
    Appointment {
        id: bench.draft.new_id(),
        person,
        inst,
        post,
        from_on: None,
        from_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        doc_no: String::new(),
    }
}
