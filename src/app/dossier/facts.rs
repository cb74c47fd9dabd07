//! Who somebody is: headline, standing, what is on record, what can be printed.

use crate::app::people::Standing;
use crate::domain::{DocumentKind, PairingStatus};
use crate::report::{DocumentRequest, Mask};

use super::Sources;

impl Sources<'_> {
    pub(super) fn headline(&self) -> String {
        let person = self.person;
        let dept = person.dept.and_then(|id| self.registry.departments.get(&id)).map_or("", |dept| dept.name.as_str());
        let inst = person.inst.and_then(|id| self.registry.institutions.get(&id)).map_or("", |inst| inst.name.as_str());
        let home = [inst, dept].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let parts = [person.title_text.as_str(), person.post.as_str(), home.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// How the stint stands that matters today: the one that runs, else the newest.
    pub(super) fn standing(&self) -> Standing {
        let standings = self.stints.iter().map(|stint| Standing::of(stint, self.today));
        let mut standings: Vec<Standing> = standings.collect();
        standings.sort_by_key(|standing| !standing.is_on_post());
        standings.first().copied().unwrap_or(Standing::OwnStaff)
    }

    pub(super) fn standing_words(&self) -> String {
        let tr = self.tr;
        match self.standing() {
            _ if self.person.is_retired => tr.people_retired().to_owned(),
            Standing::Overdue => tr.people_overdue().to_owned(),
            Standing::EndsSoon(0) => tr.people_ends_today().to_owned(),
            Standing::EndsSoon(days) => tr.people_ends_soon(days),
            Standing::OnPost => tr.people_filter_on_post().to_owned(),
            Standing::ToCome => tr.dossier_to_come().to_owned(),
            Standing::Left => tr.dossier_left().to_owned(),
            Standing::OwnStaff => tr.dossier_own_staff().to_owned(),
        }
    }

    /// Label and value of what is on record.
    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let (person, tr) = (self.person, self.tr);
        let stint = self.stints.first();
        let host = stint.and_then(|stint| self.registry.institutions.get(&stint.host_inst));
        let host_dept = stint.and_then(|stint| self.registry.departments.get(&stint.host_dept?));
        let host = [host.map(|host| host.name.as_str()), host_dept.map(|dept| dept.name.as_str())];
        let batch = stint.and_then(|stint| self.registry.batches.get(&stint.batch?));
        let discipline = stint.and_then(|stint| stint.discipline).or(person.discipline);
        let facts = [
            (tr.field("code"), person.code.clone()),
            (tr.field("sex"), person.sex.map(|sex| tr.sex(sex).to_owned()).unwrap_or_default()),
            (tr.field("birth_year"), person.birth_year.map(|year| year.to_string()).unwrap_or_default()),
            (tr.field("discipline"), discipline.map(|kind| tr.discipline(kind).to_owned()).unwrap_or_default()),
            (tr.field("specialty"), person.specialty.clone()),
            (tr.dossier_host(), host.into_iter().flatten().collect::<Vec<_>>().join(" ")),
            (tr.field("batch"), batch.map(|batch| tr.batch_name(batch)).unwrap_or_default()),
            (tr.field("note"), person.note.clone()),
        ];
        facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| (label.to_owned(), value))
            .collect()
    }

    /// As stored, and with its middle hidden.
    pub(super) fn phone(&self) -> (String, String) {
        (self.person.phone.clone(), Mask::Partial.apply(&self.person.phone))
    }

    /// The documents that are about one person, those without anything to print left out.
    pub(super) fn documents(&self) -> Vec<(String, DocumentRequest)> {
        let own = self.person.id;
        let registry = self.registry;
        let is_expert = !self.stints.is_empty();
        let pairs = || registry.pairings.values().filter(|pair| pair.mentor == own || pair.apprentice == own);
        let has_pairs = pairs().any(|pair| !matches!(pair.status, PairingStatus::Stopped | PairingStatus::Replaced));
        let has_left = self.standing() == Standing::Left;
        let wanted = [
            (DocumentKind::Registration, is_expert),
            (DocumentKind::Agreement, has_pairs),
            (DocumentKind::TeachingRecord, pairs().next().is_some()),
            (DocumentKind::AttendanceMonth, is_expert && !has_left),
            (DocumentKind::LeaveSlips, registry.leave.values().any(|leave| leave.person == own)),
            (DocumentKind::Certificate, is_expert),
            (DocumentKind::StudyList, registry.study_leaves.values().any(|study| study.person == own)),
        ];
        let wanted = wanted.into_iter().filter(|(_, is_wanted)| *is_wanted);
        wanted
            .map(|(kind, _)| {
                let period = DocumentRequest::usual_period(kind, self.today);
                let request = DocumentRequest { person: Some(own), ..DocumentRequest::new(kind, period) };
                (self.tr.document_kind(kind).to_owned(), request)
            })
            .collect()
    }
}
