//! Every record but the dated sessions, in memory: what pages, documents and imports look names up in.

use std::collections::{BTreeMap, BTreeSet};

use super::id::Id;
use super::records::InstitutionId;
use super::records::{
    Activity, Agreement, Appointment, Attendance, Batch, Benefit, CalendarDay, CheckRule, Department, Institution,
    KeptSheet, Leave, Liaison, Notice, Pairing, PairingGoal, PairingPause, Person, PlanLock, Publication, Relation,
    RotaRule, Session, Setting, Stint, Studio, StudyLeave, TeachingLog, Team, TeamMember, Template, Tour, TourMember,
    Visit,
};
use super::records::{
    Appraisal, Evidence, Expense, Fund, Meeting, Milestone, Obligation, Problem, Report, Resolution, Task, TaskEvent,
    TaskTemplate,
};
use super::row::Table;

/// The records of one table by key.
pub type Shelf<T> = BTreeMap<Id<T>, T>;

/// A picture of the reference records at one moment; cheap to share, never changed in place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Registry {
    /// Choices that travel with the file.
    pub settings: Shelf<Setting>,
    /// Dates that differ from the built-in calendar.
    pub calendar_days: Shelf<CalendarDay>,
    /// What sessions can be.
    pub activities: Shelf<Activity>,
    /// Hospitals, sites and authorities.
    pub institutions: Shelf<Institution>,
    /// Who helps whom.
    pub relations: Shelf<Relation>,
    /// Signed agreements.
    pub agreements: Shelf<Agreement>,
    /// Departments.
    pub departments: Shelf<Department>,
    /// People.
    pub people: Shelf<Person>,
    /// Batches.
    pub batches: Shelf<Batch>,
    /// Postings.
    pub stints: Shelf<Stint>,
    /// Posts held.
    pub appointments: Shelf<Appointment>,
    /// Absences.
    pub leave: Shelf<Leave>,
    /// Mentors and apprentices.
    pub pairings: Shelf<Pairing>,
    /// What apprentices are to learn.
    pub pairing_goals: Shelf<PairingGoal>,
    /// Times in which pairs rest.
    pub pairing_pauses: Shelf<PairingPause>,
    /// What was taught.
    pub teaching_logs: Shelf<TeachingLog>,
    /// Marks of the attendance sheets.
    pub attendance: Shelf<Attendance>,
    /// Studios of noted doctors.
    pub studios: Shelf<Studio>,
    /// Teams.
    pub teams: Shelf<Team>,
    /// Who is in them.
    pub team_members: Shelf<TeamMember>,
    /// Own staff sent to study.
    pub study_leaves: Shelf<StudyLeave>,
    /// What experts are granted.
    pub benefits: Shelf<Benefit>,
    /// Which leader looks after whom.
    pub liaisons: Shelf<Liaison>,
    /// Leaders' visits.
    pub visits: Shelf<Visit>,
    /// Thresholds of the checks.
    pub check_rules: Shelf<CheckRule>,
    /// Weekly rules.
    pub templates: Shelf<Template>,
    /// Issued documents.
    pub publications: Shelf<Publication>,
    /// Issued sheets, kept as they were printed.
    pub kept_sheets: Shelf<KeptSheet>,
    /// Who is told of issues.
    pub notices: Shelf<Notice>,
    /// Tours to townships and villages.
    pub tours: Shelf<Tour>,
    /// Who goes along on them.
    pub tour_members: Shelf<TourMember>,
    /// The office's own rules of the schedule.
    pub rota_rules: Shelf<RotaRule>,
    /// Half-days that the planner leaves as they are.
    pub plan_locks: Shelf<PlanLock>,
    /// Tasks of which rows are made.
    pub task_templates: Shelf<TaskTemplate>,
    /// Tasks.
    pub tasks: Shelf<Task>,
    /// Steps of tasks.
    pub milestones: Shelf<Milestone>,
    /// What happened to tasks.
    pub task_events: Shelf<TaskEvent>,
    /// What falls due again and again.
    pub obligations: Shelf<Obligation>,
    /// One record for each period of an obligation.
    pub reports: Shelf<Report>,
    /// Meetings.
    pub meetings: Shelf<Meeting>,
    /// What they decided.
    pub resolutions: Shelf<Resolution>,
    /// What stands in the way.
    pub problems: Shelf<Problem>,
    /// Money to spend.
    pub funds: Shelf<Fund>,
    /// Money spent.
    pub expenses: Shelf<Expense>,
    /// Files that prove something.
    pub evidence: Shelf<Evidence>,
    /// Results of appraisals.
    pub appraisals: Shelf<Appraisal>,
    /// For each table the key that the next new row may take; keys are never used twice.
    pub next_ids: BTreeMap<Table, i64>,
}

impl Registry {
    /// The institution that keeps this data file.
    #[must_use]
    pub fn own_institution(&self) -> Option<&Institution> {
        self.institutions.values().find(|inst| inst.is_own)
    }

    /// The value of a setting.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<&str> {
        self.settings.values().find(|setting| setting.name == name).map(|setting| setting.value.as_str())
    }

    /// The activity with a stable code, such as `clinic` or `rest`.
    #[must_use]
    pub fn activity(&self, code: &str) -> Option<&Activity> {
        self.activities.values().find(|activity| activity.code == code)
    }

    /// The activities of a session, the first one first; one half-day can hold several.
    pub fn activities_of<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Activity> {
        std::iter::once(&session.activity).chain(&session.further).filter_map(|id| self.activities.get(id))
    }

    /// Whether the session is being on call, alone or beside other things.
    #[must_use]
    pub fn is_duty(&self, session: &Session) -> bool {
        self.activities_of(session).any(Activity::counts_as_duty)
    }

    /// The activity for those who have to be there: the built-in one, else the first that counts as being on call.
    #[must_use]
    pub fn duty(&self) -> Option<&Activity> {
        let own = || self.activities.values().filter(|activity| activity.counts_as_duty());
        self.activity(Activity::DUTY).or_else(|| own().min_by_key(|activity| (activity.sort, activity.id)))
    }

    /// The person of a stint.
    #[must_use]
    pub fn person_of(&self, stint: Id<Stint>) -> Option<&Person> {
        self.people.get(&self.stints.get(&stint)?.person)
    }

    /// Whether the people of the institution are known: more than those who are only posted away.
    #[must_use]
    pub fn has_staff_list(&self, inst: InstitutionId) -> bool {
        /// So many people make a staff list: one or two may have come in passing.
        const STAFF_LIST: usize = 5;
        let posted: BTreeSet<_> = self.stints.values().map(|stint| stint.person).collect();
        let staff = self.people.values().filter(|it| it.inst == Some(inst) && !posted.contains(&it.id));
        staff.take(STAFF_LIST).count() == STAFF_LIST
    }

    /// The key that the next new row of the table may take.
    #[must_use]
    pub fn next_id(&self, table: Table) -> i64 {
        self.next_ids.get(&table).copied().unwrap_or(1)
    }
}
