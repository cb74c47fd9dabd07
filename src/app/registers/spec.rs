//! The registers: where each is kept, what it is called, how it is sorted and printed.

use super::field::FieldSpec;
use super::fields::{
    AGREEMENTS, APPOINTMENTS, ATTENDANCE, BATCHES, BENEFITS, GOALS, LIAISONS, LOGS, MEMBERS, PAIRINGS, PAUSES,
    RELATIONS, STUDIES, STUDIOS, TEAMS, VISITS,
};
use crate::domain::{DocumentKind, Table};
use crate::i18n::Tr;

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

    /// Whether it is the first of those that belong together: programmes, teaching, teams, care.
    #[must_use]
    pub const fn begins_group(self) -> bool {
        matches!(self, Self::Pairings | Self::Studios | Self::Benefits)
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
