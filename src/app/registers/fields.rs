//! The fields of every register, in the order of its form.

use super::field::{FieldKind, FieldSpec, Word};
use crate::domain::{
    AttendanceMark, BatchMode, BenefitKind, BuildStatus, PairingKind, PairingMode, PairingStatus, Programme, Slot,
    StudyKind, StudyStatus, Table,
};
use crate::i18n::Tr;

/// The words of a closed list.
macro_rules! words {
    ($list:ident, $word:ident) => {
        FieldKind::Code(|tr| $list::ALL.iter().map(|one| (one.code(), tr.$word(*one))).collect())
    };
}

const fn field(name: &'static str, kind: FieldKind) -> FieldSpec {
    FieldSpec::new(name, kind)
}

const fn text(name: &'static str) -> FieldSpec {
    FieldSpec::new(name, FieldKind::Text)
}

const fn paragraph(name: &'static str) -> FieldSpec {
    FieldSpec::new(name, FieldKind::Paragraph)
}

const fn record(name: &'static str, table: Table) -> FieldSpec {
    FieldSpec::new(name, FieldKind::Record(table))
}

/// Who helps whom.
pub(super) const RELATIONS: &[FieldSpec] = &[
    record("from_inst", Table::Institution).must().listed(200.0),
    record("to_inst", Table::Institution).must().listed(200.0),
    field("programme", words!(Programme, programme)).must().listed(112.0),
    field("is_lead", FieldKind::Flag).listed(72.0),
    field("start_on", FieldKind::Known("start_prec")).listed(104.0),
    field("end_on", FieldKind::Known("end_prec")).listed(104.0),
    paragraph("note"),
];

/// What was signed.
pub(super) const AGREEMENTS: &[FieldSpec] = &[
    record("relation", Table::Relation).must().listed(280.0),
    text("number").listed(160.0),
    field("signed_on", FieldKind::Day).listed(104.0),
    field("valid_from", FieldKind::Day).listed(104.0),
    field("valid_to", FieldKind::Day).listed(104.0),
    paragraph("goals"),
    text("file").called(Tr::register_file),
];

/// Groups sent together.
pub(super) const BATCHES: &[FieldSpec] = &[
    record("relation", Table::Relation).must().listed(280.0),
    field("no", FieldKind::Count).must().listed(72.0).called(Tr::register_batch_no),
    text("label").listed(120.0).called(Tr::register_batch_label),
    field("mode", words!(BatchMode, batch_mode)).must().listed(88.0),
    field("plan_from", FieldKind::Known("plan_from_prec")).listed(104.0),
    field("plan_to", FieldKind::Known("plan_to_prec")).listed(104.0),
    field("headcount_plan", FieldKind::Count).listed(88.0),
];

/// Posts held.
pub(super) const APPOINTMENTS: &[FieldSpec] = &[
    record("person", Table::Person).must().listed(120.0),
    record("inst", Table::Institution).must().listed(200.0).called(Tr::register_posted_at),
    text("post").must().listed(160.0),
    field("from_on", FieldKind::Known("from_prec")).listed(104.0),
    field("to_on", FieldKind::Known("to_prec")).listed(104.0),
    text("doc_no").listed(144.0),
];

/// Mentors and apprentices.
pub(super) const PAIRINGS: &[FieldSpec] = &[
    record("mentor", Table::Person).must().listed(112.0),
    record("mentor_stint", Table::Stint),
    record("apprentice", Table::Person).must().listed(112.0),
    field("kind", words!(PairingKind, pairing_kind)).must().listed(96.0),
    field("from_on", FieldKind::Known("from_prec")).must().listed(104.0),
    field("plan_to_on", FieldKind::Known("plan_to_prec")).listed(104.0),
    field("to_on", FieldKind::Known("to_prec")).listed(104.0),
    field("status", words!(PairingStatus, pairing_status)).must().listed(80.0),
    field("mode", words!(PairingMode, pairing_mode)).must().listed(72.0),
    text("agreement_no").listed(136.0),
    field("signed_on", FieldKind::Day),
    record("host_dept", Table::Department),
    record("previous", Table::Pairing),
    paragraph("weakness"),
    text("end_cause"),
    record("relation", Table::Relation),
    field("programme", words!(Programme, programme)),
    paragraph("note"),
];

/// What apprentices are to learn.
pub(super) const GOALS: &[FieldSpec] = &[
    record("pairing", Table::Pairing).must().listed(240.0),
    text("item").must().listed(176.0).called(Tr::pairing_goal),
    text("standard").listed(136.0),
    field("target", FieldKind::Count).listed(72.0),
    field("done", FieldKind::Count).listed(72.0),
    text("unit").listed(56.0).called(Tr::register_goal_unit),
    field("due_on", FieldKind::Day).listed(104.0),
    field("done_on", FieldKind::Day).listed(104.0),
    text("test"),
];

/// Times in which pairs rest.
pub(super) const PAUSES: &[FieldSpec] = &[
    record("pairing", Table::Pairing).must().listed(280.0),
    field("from_on", FieldKind::Day).must().listed(104.0),
    field("to_on", FieldKind::Day).listed(104.0),
    text("reason").must().listed(240.0),
];

/// What was taught.
pub(super) const LOGS: &[FieldSpec] = &[
    field("on_date", FieldKind::Known("on_prec")).must().listed(104.0),
    field("slot", words!(Slot, slot)).listed(56.0),
    record("mentor", Table::Person).must().listed(96.0),
    record("stint", Table::Stint),
    record("apprentice", Table::Person).listed(96.0),
    record("pairing", Table::Pairing),
    record("activity", Table::Activity).must().listed(104.0).called(Tr::pairing_log_form),
    text("form").called(Tr::register_log_form),
    paragraph("topic").must().listed(240.0),
    field("qty_tenths", FieldKind::Tenths).listed(80.0).called(Tr::ledger_qty),
    field("attendees", FieldKind::Count).called(Tr::ledger_attendees),
    record("dept", Table::Department),
    paragraph("reflection"),
    text("checked_by").listed(88.0),
    field("checked_on", FieldKind::Day),
    record("relation", Table::Relation),
    field("programme", words!(Programme, programme)),
    paragraph("note"),
];

/// Studios.
pub(super) const STUDIOS: &[FieldSpec] = &[
    record("host_inst", Table::Institution).must().listed(200.0),
    text("name").must().listed(200.0),
    text("kind").listed(112.0),
    record("head", Table::Person),
    field("head_name", FieldKind::Name("head")).listed(96.0),
    record("head_inst", Table::Institution),
    field("dept", FieldKind::Department("host_inst")),
    field("opened_on", FieldKind::Known("opened_prec")).listed(104.0),
    field("status", words!(BuildStatus, build_status)).listed(80.0),
    record("relation", Table::Relation),
    field("programme", words!(Programme, programme)),
    paragraph("note"),
];

/// Teams.
pub(super) const TEAMS: &[FieldSpec] = &[
    record("inst", Table::Institution).must().listed(200.0),
    text("name").must().listed(200.0),
    record("head", Table::Person),
    field("head_name", FieldKind::Name("head")).listed(96.0),
    field("headcount", FieldKind::Count).listed(72.0),
    text("area").listed(160.0),
    field("from_on", FieldKind::Known("from_prec")).listed(104.0),
    record("relation", Table::Relation),
    field("programme", words!(Programme, programme)),
    paragraph("note"),
];

/// Who is in a team.
pub(super) const MEMBERS: &[FieldSpec] = &[
    record("team", Table::Team).must().listed(240.0),
    record("person", Table::Person),
    field("name", FieldKind::Name("person")).must().listed(160.0).called(Tr::people_column_name),
];

/// Study leave.
pub(super) const STUDIES: &[FieldSpec] = &[
    record("person", Table::Person).must().listed(112.0),
    record("dest_inst", Table::Institution).must().listed(192.0),
    text("dest_dept").listed(112.0),
    field("kind", words!(StudyKind, study_kind)).listed(80.0),
    text("category").listed(104.0).called(Tr::register_study_group),
    field("batch_no", FieldKind::Count),
    field("from_on", FieldKind::Known("from_prec")).must().listed(104.0),
    field("to_on", FieldKind::Known("to_prec")).listed(104.0),
    field("status", words!(StudyStatus, study_status)).must().listed(72.0),
    paragraph("result"),
    field("cost_fen", FieldKind::Yuan).called(Tr::register_cost),
    record("relation", Table::Relation),
    field("programme", words!(Programme, programme)),
    paragraph("note"),
];

/// What experts are granted.
pub(super) const BENEFITS: &[FieldSpec] = &[
    record("stint", Table::Stint).must().listed(240.0).called(Tr::register_expert),
    field("kind", words!(BenefitKind, benefit_kind)).must().listed(104.0),
    text("standard").listed(160.0),
    field("amount_fen", FieldKind::Yuan).listed(104.0).called(Tr::register_amount),
    field("from_on", FieldKind::Day).listed(104.0),
    field("to_on", FieldKind::Day).listed(104.0),
    field("done_on", FieldKind::Day).listed(104.0).called(Tr::register_granted_on),
    paragraph("note"),
];

/// Which leader looks after whom.
pub(super) const LIAISONS: &[FieldSpec] = &[
    text("leader").must().listed(160.0).called(Tr::register_leader),
    record("stint", Table::Stint).must().listed(280.0).called(Tr::register_expert),
    field("from_on", FieldKind::Day).listed(104.0),
    field("to_on", FieldKind::Day).listed(104.0),
];

/// Leaders' visits.
pub(super) const VISITS: &[FieldSpec] = &[
    field("on_date", FieldKind::Known("on_prec")).must().listed(104.0),
    text("leader").must().listed(128.0).called(Tr::register_visitor),
    record("stint", Table::Stint).must().listed(240.0).called(Tr::register_expert),
    paragraph("issues").listed(200.0),
    paragraph("outcome").listed(160.0),
    field("handled_on", FieldKind::Day).listed(104.0),
];

/// Marks of the attendance sheet.
pub(super) const ATTENDANCE: &[FieldSpec] = &[
    record("stint", Table::Stint).must().listed(240.0).called(Tr::register_expert),
    field("on_date", FieldKind::Day).must().listed(104.0),
    field("slot", FieldKind::Code(half_days)).must().listed(72.0),
    field("mark", words!(AttendanceMark, attendance_mark)).must().listed(96.0),
    text("note").listed(200.0),
];

/// The attendance sheet knows mornings and afternoons only.
fn half_days(tr: Tr) -> Vec<Word> {
    [Slot::Am, Slot::Pm].map(|slot| (slot.code(), tr.slot(slot))).to_vec()
}
