//! The records of a person by kind: stints, pairs, teaching, sessions, tours, leave.

use chrono::NaiveDate;

use super::Sources;
use super::entry::{Entry, Section, SectionKind, Way};
use crate::app::pairing::Progress;
use crate::app::people::Standing;
use crate::app::week::session_line;
use crate::domain::{
    Appointment, Leave, Pairing, PairingStatus, Period, Precision, Session, SessionStatus, Stint, StudyLeave, Table,
    TeachingLog, Tour,
};

/// Lines of a kind that are listed; more are told as a number.
const MOST: usize = 12;

impl Sources<'_> {
    /// The kinds that have records, in the order of the page.
    pub(super) fn sections(&self, ahead: &[&Session]) -> Vec<Section> {
        use SectionKind as Kind;
        let all = [
            (Kind::Stints, self.stints.iter().map(|stint| self.stint(stint)).collect()),
            (Kind::Pairings, self.pairings()),
            (Kind::Teaching, self.teaching()),
            (Kind::Sessions, ahead.iter().map(|session| self.session(session)).collect()),
            (Kind::Leave, self.leave()),
            (Kind::Tours, self.tours()),
            (Kind::Appointments, self.appointments()),
            (Kind::Benefits, self.support()),
            (Kind::Study, self.study()),
        ];
        let all = all.into_iter().filter(|(_, entries): &(Kind, Vec<Entry>)| !entries.is_empty());
        all.map(|(kind, mut entries)| {
            let title = self.title(kind, entries.len());
            let more = entries.len().saturating_sub(MOST);
            entries.truncate(MOST);
            Section { kind, title, entries, more }
        })
        .collect()
    }

    fn title(&self, kind: SectionKind, count: usize) -> String {
        let tr = self.tr;
        match kind {
            SectionKind::Stints => tr.people_stints(count),
            SectionKind::Pairings => tr.dossier_pairings(count),
            SectionKind::Teaching => tr.pairing_logs(count),
            SectionKind::Sessions => tr.people_sessions(count),
            SectionKind::Tours => tr.dossier_tours_of(count),
            SectionKind::Leave => tr.dossier_leave(count),
            SectionKind::Appointments => tr.dossier_appointments(count),
            SectionKind::Benefits => tr.dossier_benefits(count),
            SectionKind::Study => tr.dossier_studies(count),
        }
    }

    fn inst(&self, id: crate::domain::InstitutionId) -> &str {
        self.registry.institutions.get(&id).map_or("", |inst| inst.name.as_str())
    }

    /// From and to, no finer than they are known.
    pub(super) fn span(&self, from: Option<(NaiveDate, Precision)>, to: Option<(NaiveDate, Precision)>) -> String {
        let word = |date: Option<(NaiveDate, Precision)>| date.map(|(on, precision)| self.tr.known_date(on, precision));
        match (word(from), word(to)) {
            (None, None) => String::new(),
            (Some(from), None) => self.tr.dossier_since(&from),
            (None, Some(to)) => self.tr.dossier_until(&to),
            (Some(from), Some(to)) if from == to => from,
            (Some(from), Some(to)) => format!("{from} — {to}"),
        }
    }

    fn stint(&self, stint: &Stint) -> Entry {
        let tr = self.tr;
        let standing = Standing::of(stint, self.today);
        let dept = stint.host_dept.and_then(|id| self.registry.departments.get(&id)).map(|dept| dept.name.clone());
        let batch = stint.batch.and_then(|id| self.registry.batches.get(&id)).map(|batch| tr.batch_name(batch));
        let reason = stint.end_reason.map(|reason| tr.end_reason(reason).to_owned());
        let host = Some(self.inst(stint.host_inst).to_owned());
        let parts = [host, dept, batch, Some(tr.stint_mode(stint.mode).to_owned()), reason];
        let end = match (stint.leave_on, stint.plan_leave_on) {
            (Some(on), _) => Some((on, stint.leave_prec)),
            (None, on) => on.map(|on| (on, stint.plan_leave_prec)),
        };
        let alert = match standing {
            Standing::Overdue => tr.people_overdue().to_owned(),
            Standing::EndsSoon(days) => tr.people_ends_soon(days),
            _ => String::new(),
        };
        Entry {
            when: self.span(Some((stint.arrive_on, stint.arrive_prec)), end),
            what: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            alert,
            is_past: standing == Standing::Left,
            way: Way::Stint(stint.id),
        }
    }

    fn pairings(&self) -> Vec<Entry> {
        let own = self.person.id;
        let mut pairs: Vec<&Pairing> =
            self.registry.pairings.values().filter(|pair| pair.mentor == own || pair.apprentice == own).collect();
        pairs.sort_by_key(|pair| (is_over(pair), std::cmp::Reverse(pair.from_on), pair.id));
        pairs.into_iter().map(|pair| self.pairing(pair)).collect()
    }

    fn pairing(&self, pair: &Pairing) -> Entry {
        let tr = self.tr;
        let progress = Progress::of(pair, self.registry, self.today);
        let who = if pair.mentor == self.person.id {
            tr.dossier_teaches(&self.name(pair.apprentice))
        } else {
            tr.dossier_learns(&self.name(pair.mentor))
        };
        let goal = progress.goal_words();
        let status = tr.pairing_status(pair.status);
        let end = match (pair.to_on, pair.plan_to_on) {
            (Some(on), _) => Some((on, pair.to_prec)),
            (None, on) => on.map(|on| (on, pair.plan_to_prec)),
        };
        Entry {
            when: self.span(Some((pair.from_on, pair.from_prec)), end),
            what: [who.as_str(), status, &goal]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            alert: progress.remark(tr),
            is_past: is_over(pair),
            way: Way::Pairing(pair.id),
        }
    }

    /// What was taught or learned, the newest first; one event of several apprentices is one line.
    fn teaching(&self) -> Vec<Entry> {
        let own = self.person.id;
        let mut logs: Vec<&TeachingLog> = self
            .registry
            .teaching_logs
            .values()
            .filter(|log| log.mentor == own || log.apprentice == Some(own))
            .collect();
        logs.sort_by_key(|log| (std::cmp::Reverse((log.on_date, log.slot)), log.mentor, log.activity, log.id));
        let same = |one: &TeachingLog, other: &TeachingLog| {
            (one.on_date, one.slot, one.mentor, one.activity)
                == (other.on_date, other.slot, other.mentor, other.activity)
                && one.topic == other.topic
        };
        let mut entries: Vec<(&TeachingLog, Vec<String>)> = Vec::new();
        for log in logs {
            let other = if log.mentor == own { log.apprentice } else { Some(log.mentor) };
            let name = other.map(|id| self.name(id)).into_iter();
            match entries.last_mut() {
                Some((first, names)) if same(first, log) => names.extend(name),
                _ => entries.push((log, name.collect())),
            }
        }
        entries.into_iter().map(|(log, names)| self.log(log, &names)).collect()
    }

    fn log(&self, log: &TeachingLog, names: &[String]) -> Entry {
        let when = match (log.on_prec, log.slot) {
            (Precision::Day, Some(slot)) => self.tr.half_day(log.on_date, slot),
            (precision, _) => self.tr.known_date(log.on_date, precision),
        };
        let activity = self.registry.activities.get(&log.activity).map_or("", |activity| activity.name_zh.as_str());
        let names = names.join(self.tr.list_comma());
        let parts = [activity, &log.topic, &names];
        Entry {
            when,
            what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            alert: String::new(),
            is_past: false,
            way: log.pairing.map_or(Way::None, Way::Pairing),
        }
    }

    fn session(&self, session: &Session) -> Entry {
        let is_stand_in = !self.is_own(session.stint);
        let status = match session.status {
            SessionStatus::Planned | SessionStatus::Published | SessionStatus::Done => "",
            status => self.tr.session_status(status),
        };
        let line = session_line(session, self.registry, self.tr);
        Entry {
            when: self.tr.half_day(session.on_date, session.slot),
            what: if is_stand_in { self.tr.dossier_stands_in(&line) } else { line },
            alert: if is_stand_in { String::new() } else { status.to_owned() },
            is_past: session.status == SessionStatus::Cancelled,
            way: Way::Week(session.on_date),
        }
    }

    fn tours(&self) -> Vec<Entry> {
        let own = self.person.id;
        let goes = |tour: &&Tour| {
            let mut members = self.registry.tour_members.values();
            tour.leader == Some(own) || members.any(|one| one.tour == tour.id && one.person == Some(own))
        };
        let mut tours: Vec<&Tour> = self.registry.tours.values().filter(goes).collect();
        tours.sort_by_key(|tour| std::cmp::Reverse((tour.from_on, tour.id)));
        tours
            .into_iter()
            .map(|tour| {
                let days = Period::new(tour.from_on, tour.to_on).unwrap_or(Period::day(tour.from_on));
                let parts = [self.inst(tour.inst), &tour.village, &tour.content, self.tr.tour_status(tour.status)];
                Entry {
                    when: self.tr.timeline_span(days),
                    what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                    alert: String::new(),
                    is_past: tour.to_on < self.today,
                    way: Way::Week(tour.from_on),
                }
            })
            .collect()
    }

    fn leave(&self) -> Vec<Entry> {
        let mut leave: Vec<&Leave> =
            self.registry.leave.values().filter(|leave| leave.person == self.person.id).collect();
        leave.sort_by_key(|leave| std::cmp::Reverse((leave.from_on, leave.from_slot, leave.id)));
        leave
            .into_iter()
            .map(|leave| {
                let (from, to) =
                    (self.tr.half_day(leave.from_on, leave.from_slot), self.tr.half_day(leave.to_on, leave.to_slot));
                let stand_in = leave.substitute.map(|id| self.tr.dossier_stand_in(&self.name(id))).unwrap_or_default();
                let parts = [self.tr.leave_kind(leave.kind), &leave.destination, &leave.reason, &stand_in];
                Entry {
                    when: format!("{from} — {to}"),
                    what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                    alert: String::new(),
                    is_past: leave.to_on < self.today,
                    way: Way::Leave(leave.from_on),
                }
            })
            .collect()
    }

    fn appointments(&self) -> Vec<Entry> {
        let own = self.registry.appointments.values().filter(|post| post.person == self.person.id);
        let mut posts: Vec<&Appointment> = own.collect();
        posts.sort_by_key(|post| std::cmp::Reverse((post.from_on, post.id)));
        posts
            .into_iter()
            .map(|post| {
                let from = post.from_on.map(|on| (on, post.from_prec));
                let to = post.to_on.map(|on| (on, post.to_prec));
                let parts = [self.inst(post.inst), &post.post, &post.doc_no];
                Entry {
                    when: self.span(from, to),
                    what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                    alert: String::new(),
                    is_past: post.to_on.is_some_and(|to| post.to_prec.span(to).to() < self.today),
                    way: Way::Register(Table::Appointment, post.id.raw()),
                }
            })
            .collect()
    }

    fn study(&self) -> Vec<Entry> {
        let own = self.registry.study_leaves.values().filter(|study| study.person == self.person.id);
        let mut studies: Vec<&StudyLeave> = own.collect();
        studies.sort_by_key(|study| std::cmp::Reverse((study.from_on, study.id)));
        studies
            .into_iter()
            .map(|study| {
                let to = study.to_on.map(|on| (on, study.to_prec));
                let status = self.tr.study_status(study.status);
                let parts = [self.inst(study.dest_inst), &study.dest_dept, status, &study.result];
                Entry {
                    when: self.span(Some((study.from_on, study.from_prec)), to),
                    what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                    alert: String::new(),
                    is_past: study.to_on.is_some_and(|to| study.to_prec.span(to).to() < self.today),
                    way: Way::Register(Table::StudyLeave, study.id.raw()),
                }
            })
            .collect()
    }
}

/// Whether a pair has come to its end, in whatever way.
const fn is_over(pair: &Pairing) -> bool {
    matches!(pair.status, PairingStatus::Finished | PairingStatus::Stopped | PairingStatus::Replaced)
}
