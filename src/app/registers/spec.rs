//! What each register holds: its table, and its fields in the order of the form.

use crate::domain::{
    AttendanceMark, BatchMode, BenefitKind, BuildStatus, DocumentKind, PairingKind, PairingMode, PairingStatus,
    Programme, Slot, StudyKind, StudyStatus, Table,
};
use crate::i18n::Tr;

/// A code and its word.
pub type Word = (&'static str, &'static str);

/// What stands in a box of a form, and how it is kept.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    /// A text of one line.
    Text,
    /// A text of several lines.
    Paragraph,
    /// A name as written; where it is empty, that of the person in another field.
    Name(&'static str),
    /// A whole number.
    Count,
    /// A number with one decimal, kept in tenths.
    Tenths,
    /// Yuan with two decimals, kept in fen.
    Yuan,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A date known to a day, a month or a year; how exactly stands in another column.
    Known(&'static str),
    /// One of a closed list.
    Code(fn(Tr) -> Vec<Word>),
    /// A record of another table.
    Record(Table),
    /// A department of the institution in another field.
    Department(&'static str),
}

/// A field of a register.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Its column in the data file.
    pub name: &'static str,
    /// What stands there.
    pub kind: FieldKind,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// Width in the list, in points; absent where it stands in the form only.
    pub in_list: Option<f32>,
    label: Option<fn(Tr) -> &'static str>,
}

impl FieldSpec {
    const fn new(name: &'static str, kind: FieldKind) -> Self {
        Self { name, kind, is_required: false, in_list: None, label: None }
    }

    /// It must be filled in.
    const fn must(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// It stands in the list as well, so wide.
    const fn listed(self, width: f32) -> Self {
        Self { in_list: Some(width), ..self }
    }

    /// It is called otherwise than its column.
    const fn called(self, label: fn(Tr) -> &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    /// What it is called.
    #[must_use]
    pub fn label(&self, tr: Tr) -> &'static str {
        self.label.map_or_else(|| tr.field(self.name), |label| label(tr))
    }
}

/// The words of a closed list.
macro_rules! words {
    ($list:ident, $word:ident) => {
        FieldKind::Code(|tr| $list::ALL.iter().map(|one| (one.code(), tr.$word(*one))).collect())
    };
}

/// A register: a kind of record that is kept as a list with a form beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Register {
    /// Who helps whom.
    #[default]
    Relations,
    /// What was signed.
    Agreements,
    /// Groups sent together.
    Batches,
    /// Posts held.
    Appointments,
    /// Mentors and apprentices.
    Pairings,
    /// What apprentices are to learn.
    Goals,
    /// Times in which pairs rest.
    Pauses,
    /// What was taught.
    Logs,
    /// Studios of noted doctors.
    Studios,
    /// Teams.
    Teams,
    /// Who is in a team.
    Members,
    /// Own staff sent to study.
    Studies,
    /// What experts are granted.
    Benefits,
    /// Which leader looks after whom.
    Liaisons,
    /// Leaders' visits.
    Visits,
    /// Marks of the attendance sheet.
    Attendance,
}

impl Register {
    /// Every register, in the order in which they are offered.
    pub const ALL: [Self; 16] = [
        Self::Relations,
        Self::Agreements,
        Self::Batches,
        Self::Appointments,
        Self::Pairings,
        Self::Goals,
        Self::Pauses,
        Self::Logs,
        Self::Studios,
        Self::Teams,
        Self::Members,
        Self::Studies,
        Self::Benefits,
        Self::Liaisons,
        Self::Visits,
        Self::Attendance,
    ];

    /// The table that it is kept in.
    #[must_use]
    pub const fn table(self) -> Table {
        match self {
            Self::Relations => Table::Relation,
            Self::Agreements => Table::Agreement,
            Self::Batches => Table::Batch,
            Self::Appointments => Table::Appointment,
            Self::Pairings => Table::Pairing,
            Self::Goals => Table::PairingGoal,
            Self::Pauses => Table::PairingPause,
            Self::Logs => Table::TeachingLog,
            Self::Studios => Table::Studio,
            Self::Teams => Table::Team,
            Self::Members => Table::TeamMember,
            Self::Studies => Table::StudyLeave,
            Self::Benefits => Table::Benefit,
            Self::Liaisons => Table::Liaison,
            Self::Visits => Table::Visit,
            Self::Attendance => Table::Attendance,
        }
    }

    /// The register that a table is kept as.
    #[must_use]
    pub fn of(table: Table) -> Option<Self> {
        Self::ALL.into_iter().find(|register| register.table() == table)
    }

    /// What it is called.
    #[must_use]
    pub const fn title(self, tr: Tr) -> &'static str {
        match self {
            Self::Relations => tr.register_relations(),
            Self::Agreements => tr.register_agreements(),
            Self::Batches => tr.register_batches(),
            Self::Appointments => tr.register_appointments(),
            Self::Pairings => tr.register_pairings(),
            Self::Goals => tr.register_goals(),
            Self::Pauses => tr.register_pauses(),
            Self::Logs => tr.register_logs(),
            Self::Studios => tr.register_studios(),
            Self::Teams => tr.register_teams(),
            Self::Members => tr.register_members(),
            Self::Studies => tr.register_studies(),
            Self::Benefits => tr.register_benefits(),
            Self::Liaisons => tr.register_liaisons(),
            Self::Visits => tr.register_visits(),
            Self::Attendance => tr.register_attendance(),
        }
    }

    /// What belongs there, for an empty list.
    #[must_use]
    pub const fn hint(self, tr: Tr) -> &'static str {
        match self {
            Self::Relations => tr.register_relations_hint(),
            Self::Agreements => tr.register_agreements_hint(),
            Self::Batches => tr.register_batches_hint(),
            Self::Appointments => tr.register_appointments_hint(),
            Self::Pairings => tr.register_pairings_hint(),
            Self::Goals => tr.register_goals_hint(),
            Self::Pauses => tr.register_pauses_hint(),
            Self::Logs => tr.register_logs_hint(),
            Self::Studios => tr.register_studios_hint(),
            Self::Teams => tr.register_teams_hint(),
            Self::Members => tr.register_members_hint(),
            Self::Studies => tr.register_studies_hint(),
            Self::Benefits => tr.register_benefits_hint(),
            Self::Liaisons => tr.register_liaisons_hint(),
            Self::Visits => tr.register_visits_hint(),
            Self::Attendance => tr.register_attendance_hint(),
        }
    }

    /// The document that prints it.
    #[must_use]
    pub const fn document(self) -> DocumentKind {
        match self {
            Self::Relations | Self::Agreements => DocumentKind::RelationList,
            Self::Batches | Self::Appointments => DocumentKind::Roster,
            Self::Pairings | Self::Goals | Self::Pauses => DocumentKind::PairingList,
            Self::Logs => DocumentKind::TeachingRecord,
            Self::Studios => DocumentKind::StudioList,
            Self::Teams | Self::Members => DocumentKind::TeamList,
            Self::Studies => DocumentKind::StudyList,
            Self::Benefits | Self::Liaisons | Self::Visits => DocumentKind::BenefitList,
            Self::Attendance => DocumentKind::AttendanceMonth,
        }
    }

    /// The date by which it is sorted, the newest first; absent where the order of entry is kept.
    #[must_use]
    pub const fn newest_by(self) -> Option<&'static str> {
        match self {
            Self::Relations | Self::Batches | Self::Goals | Self::Studios | Self::Teams | Self::Members => None,
            Self::Agreements => Some("signed_on"),
            Self::Appointments | Self::Pairings | Self::Pauses | Self::Studies | Self::Benefits | Self::Liaisons => {
                Some("from_on")
            }
            Self::Logs | Self::Visits | Self::Attendance => Some("on_date"),
        }
    }

    /// Its fields in the order of the form.
    #[must_use]
    pub const fn fields(self) -> &'static [FieldSpec] {
        match self {
            Self::Relations => RELATIONS,
            Self::Agreements => AGREEMENTS,
            Self::Batches => BATCHES,
            Self::Appointments => APPOINTMENTS,
            Self::Pairings => PAIRINGS,
            Self::Goals => GOALS,
            Self::Pauses => PAUSES,
            Self::Logs => LOGS,
            Self::Studios => STUDIOS,
            Self::Teams => TEAMS,
            Self::Members => MEMBERS,
            Self::Studies => STUDIES,
            Self::Benefits => BENEFITS,
            Self::Liaisons => LIAISONS,
            Self::Visits => VISITS,
            Self::Attendance => ATTENDANCE,
        }
    }
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

const RELATIONS: &[FieldSpec] = &[
    record("from_inst", Table::Institution).must().listed(200.0),
    record("to_inst", Table::Institution).must().listed(200.0),
    field("programme", words!(Programme, programme)).must().listed(112.0),
    field("is_lead", FieldKind::Flag).listed(72.0),
    field("start_on", FieldKind::Known("start_prec")).listed(104.0),
    field("end_on", FieldKind::Known("end_prec")).listed(104.0),
    paragraph("note"),
];

const AGREEMENTS: &[FieldSpec] = &[
    record("relation", Table::Relation).must().listed(280.0),
    text("number").listed(160.0),
    field("signed_on", FieldKind::Day).listed(104.0),
    field("valid_from", FieldKind::Day).listed(104.0),
    field("valid_to", FieldKind::Day).listed(104.0),
    paragraph("goals"),
    text("file").called(Tr::register_file),
];

const BATCHES: &[FieldSpec] = &[
    record("relation", Table::Relation).must().listed(280.0),
    field("no", FieldKind::Count).must().listed(72.0).called(Tr::register_batch_no),
    text("label").listed(120.0).called(Tr::register_batch_label),
    field("mode", words!(BatchMode, batch_mode)).must().listed(88.0),
    field("plan_from", FieldKind::Known("plan_from_prec")).listed(104.0),
    field("plan_to", FieldKind::Known("plan_to_prec")).listed(104.0),
    field("headcount_plan", FieldKind::Count).listed(88.0),
];

const APPOINTMENTS: &[FieldSpec] = &[
    record("person", Table::Person).must().listed(120.0),
    record("inst", Table::Institution).must().listed(200.0).called(Tr::register_posted_at),
    text("post").must().listed(160.0),
    field("from_on", FieldKind::Known("from_prec")).listed(104.0),
    field("to_on", FieldKind::Known("to_prec")).listed(104.0),
    text("doc_no").listed(144.0),
];

const PAIRINGS: &[FieldSpec] = &[
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

const GOALS: &[FieldSpec] = &[
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

const PAUSES: &[FieldSpec] = &[
    record("pairing", Table::Pairing).must().listed(280.0),
    field("from_on", FieldKind::Day).must().listed(104.0),
    field("to_on", FieldKind::Day).listed(104.0),
    text("reason").must().listed(240.0),
];

const LOGS: &[FieldSpec] = &[
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

const STUDIOS: &[FieldSpec] = &[
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

const TEAMS: &[FieldSpec] = &[
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

const MEMBERS: &[FieldSpec] = &[
    record("team", Table::Team).must().listed(240.0),
    record("person", Table::Person),
    field("name", FieldKind::Name("person")).must().listed(160.0).called(Tr::people_column_name),
];

const STUDIES: &[FieldSpec] = &[
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

const BENEFITS: &[FieldSpec] = &[
    record("stint", Table::Stint).must().listed(240.0).called(Tr::register_expert),
    field("kind", words!(BenefitKind, benefit_kind)).must().listed(104.0),
    text("standard").listed(160.0),
    field("amount_fen", FieldKind::Yuan).listed(104.0).called(Tr::register_amount),
    field("from_on", FieldKind::Day).listed(104.0),
    field("to_on", FieldKind::Day).listed(104.0),
    field("done_on", FieldKind::Day).listed(104.0).called(Tr::register_granted_on),
    paragraph("note"),
];

const LIAISONS: &[FieldSpec] = &[
    text("leader").must().listed(160.0).called(Tr::register_leader),
    record("stint", Table::Stint).must().listed(280.0).called(Tr::register_expert),
    field("from_on", FieldKind::Day).listed(104.0),
    field("to_on", FieldKind::Day).listed(104.0),
];

const VISITS: &[FieldSpec] = &[
    field("on_date", FieldKind::Known("on_prec")).must().listed(104.0),
    text("leader").must().listed(128.0).called(Tr::register_visitor),
    record("stint", Table::Stint).must().listed(240.0).called(Tr::register_expert),
    paragraph("issues").listed(200.0),
    paragraph("outcome").listed(160.0),
    field("handled_on", FieldKind::Day).listed(104.0),
];

const ATTENDANCE: &[FieldSpec] = &[
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
