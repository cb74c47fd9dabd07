//! The tours as a list, with how often each site was visited, and the form of one.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::Office;
use crate::app::fresh::FreshKeys;
use crate::domain::{
    Edit, Id, InstitutionId, InstitutionKind, Label, Period, PersonId, Record, Registry, RuleBook, RulePlace, RuleTerm,
    Table, Tour, TourId, TourMember, TourStatus, tidy_name,
};
use crate::i18n::Tr;
use crate::report::month_of;

/// Parts the names of members (the enumeration comma).
const COMMAS: [char; 3] = ['\u{3001}', ',', '\u{ff0c}'];

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TourLine {
    /// The tour.
    pub id: TourId,
    /// Texts in the order of [`TourLine::COLUMNS`].
    pub cells: Vec<String>,
    /// Whether it should have taken place by now and nobody said so.
    pub is_due: bool,
    /// Whether it will not take place.
    pub is_off: bool,
}

impl TourLine {
    /// The addresses of the columns.
    pub const COLUMNS: [&'static str; 9] =
        ["date", "slot", "inst", "leader", "crew", "car", "content", "seen", "status"];
}

/// The tours of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct ToursVm {
    /// The first day of the month.
    pub first: NaiveDate,
    /// The lines, by day.
    pub lines: Vec<TourLine>,
    /// The rows behind them with their members, in the same order.
    pub rows: Vec<(Tour, Vec<TourMember>)>,
    /// Sites to go to, the townships first.
    pub sites: Vec<(InstitutionId, String)>,
    /// People who can go along.
    pub people: Vec<(PersonId, String)>,
    /// How often each site was visited this month, and how often it should be.
    pub visits: Vec<(String, usize, Option<u32>)>,
    /// Today.
    pub today: NaiveDate,
}

/// A tour being written; counts as text until they are confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct TourForm {
    /// The tour without what is typed below.
    pub tour: Tour,
    /// The others, parted by commas.
    pub members: String,
    /// Patients, consultations, rounds, discussions, lectures, attendances.
    pub counts: [String; 6],
    stored: Vec<TourMember>,
}

impl ToursVm {
    /// Gathers the month that holds the day.
    #[must_use]
    pub fn load(office: &Office, on: NaiveDate, tr: Tr) -> Self {
        let (registry, month, today) = (office.registry(), month_of(on), office.clock().today());
        let members = |tour: TourId| -> Vec<TourMember> {
            registry.tour_members.values().filter(|member| member.tour == tour).cloned().collect()
        };
        let mut rows: Vec<(Tour, Vec<TourMember>)> = registry
            .tours
            .values()
            .filter(|tour| tour.period().overlaps(month))
            .map(|tour| (tour.clone(), members(tour.id)))
            .collect();
        rows.sort_by_key(|(tour, _)| (tour.from_on, tour.slot, tour.id));
        let lines = rows.iter().map(|(tour, members)| line(registry, tour, members, today, tr)).collect();
        let mut sites: Vec<_> = registry.institutions.values().filter(|site| !site.is_own).collect();
        let is_far = |kind| !matches!(kind, InstitutionKind::Township | InstitutionKind::Village);
        sites.sort_by_key(|site| (is_far(site.kind), site.sort, site.id));
        let mut people: Vec<_> = registry.people.values().filter(|person| !person.is_retired).collect();
        let is_posted = |id| registry.stints.values().any(|stint| stint.person == id && stint.touches(month));
        people.sort_by_key(|person| (!is_posted(person.id), person.sort, person.id));
        Self {
            first: month.from(),
            visits: visits(registry, month),
            lines,
            rows,
            sites: sites.into_iter().map(|site| (site.id, site.name.clone())).collect(),
            people: people.into_iter().map(|person| (person.id, person.name.clone())).collect(),
            today,
        }
    }

    /// The tour of a line, ready to be changed.
    #[must_use]
    pub fn form(&self, id: i64) -> Option<TourForm> {
        self.rows.iter().find(|(tour, _)| tour.id.raw() == id).map(|(tour, members)| TourForm::of(tour, members))
    }

    /// A new one, on a day of the month; `None` where there is no site to go to.
    #[must_use]
    pub fn blank(&self) -> Option<TourForm> {
        let on = if month_of(self.first).contains(self.today) { self.today } else { self.first };
        let tour = serde_json::json!({
            "from_on": on, "to_on": on, "inst": self.sites.first()?.0, "status": TourStatus::Planned,
        });
        serde_json::from_value(tour).ok().map(|tour| TourForm::of(&tour, &[]))
    }

    /// Takes tours away, with their members.
    #[must_use]
    pub fn delete(&self, ids: &[i64]) -> Option<Edit> {
        let mut edits = Vec::new();
        for (tour, members) in self.rows.iter().filter(|(tour, _)| ids.contains(&tour.id.raw())) {
            edits.extend(members.iter().map(|row| Edit::Delete { table: Table::TourMember, id: row.id.raw() }));
            edits.push(Edit::Delete { table: Table::Tour, id: tour.id.raw() });
        }
        let label = match ids {
            [one] => {
                let line = self.lines.iter().find(|line| line.id.raw() == *one)?;
                let name = [line.cells.first(), line.cells.get(2)].into_iter().flatten().cloned().collect::<Vec<_>>();
                Label::Deleted { table: Table::Tour, name: name.join(" ") }
            }
            _ => Label::Several { count: ids.len() },
        };
        (!edits.is_empty()).then_some(Edit::Many { label, edits })
    }
}

fn line(registry: &Registry, tour: &Tour, members: &[TourMember], today: NaiveDate, tr: Tr) -> TourLine {
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let crew = if names.is_empty() { tour.crew.clone() } else { names.join(tr.list_comma()) };
    let site = registry.institutions.get(&tour.inst).map(|site| site.name.clone()).unwrap_or_default();
    let cells = vec![
        format!("{} {}", tour.from_on.format("%Y-%m-%d"), tr.paper_weekday_mark(tour.from_on)),
        tour.slot.map_or_else(|| tr.paper_all_day(), |slot| tr.slot(slot)).to_owned(),
        if tour.village.is_empty() { site } else { tr.paper_bracket(&site, &tour.village) },
        tour.leader_name.clone(),
        crew,
        tour.car.clone(),
        tour.content.clone(),
        tour.seen.map(|seen| seen.to_string()).unwrap_or_default(),
        tr.tour_status(tour.status).to_owned(),
    ];
    TourLine {
        id: tour.id,
        cells,
        is_due: tour.status == TourStatus::Planned && tour.to_on < today,
        is_off: !tour.stands(),
    }
}

/// Visits by site: those that have a rule or a tour.
fn visits(registry: &Registry, month: Period) -> Vec<(String, usize, Option<u32>)> {
    let book = RuleBook::new(registry);
    let mut counts: BTreeMap<(i64, InstitutionId), usize> = BTreeMap::new();
    for tour in registry.tours.values() {
        let Some(site) = registry.institutions.get(&tour.inst) else { continue };
        let count = counts.entry((site.sort, site.id)).or_default();
        *count += usize::from(tour.stands() && month.contains(tour.from_on));
    }
    let required = |id: &InstitutionId| {
        let site = registry.institutions.get(id)?;
        book.rule(RuleTerm::Tours, &RulePlace::site(site, month.to()))?.at_least
    };
    let name = |id: &InstitutionId| registry.institutions.get(id).map(|site| site.name.clone()).unwrap_or_default();
    counts.iter().map(|((_, id), count)| (name(id), *count, required(id))).collect()
}

impl TourForm {
    fn of(tour: &Tour, members: &[TourMember]) -> Self {
        let counts = [tour.seen, tour.consultations, tour.rounds, tour.discussions, tour.lectures, tour.trainees];
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        Self {
            tour: tour.clone(),
            members: names.join("\u{3001}"),
            counts: counts.map(|count| count.map(|count| count.to_string()).unwrap_or_default()),
            stored: members.to_vec(),
        }
    }

    /// Places of counts that are no whole numbers.
    #[must_use]
    pub fn troubles(&self) -> Vec<usize> {
        let is_bad = |text: &String| !text.trim().is_empty() && text.trim().parse::<u32>().is_err();
        self.counts.iter().enumerate().filter(|(_, text)| is_bad(text)).map(|(place, _)| place).collect()
    }

    /// Stores the tour and its members; `None` where a count is no number or the days are upside down.
    #[must_use]
    pub fn edit(&self, registry: &Registry, people: &[(PersonId, String)]) -> Option<Edit> {
        if !self.troubles().is_empty() || self.tour.to_on < self.tour.from_on {
            return None;
        }
        let count = |place: usize| self.counts.get(place).and_then(|text| text.trim().parse::<u32>().ok());
        let mut tour = Tour {
            seen: count(0),
            consultations: count(1),
            rounds: count(2),
            discussions: count(3),
            lectures: count(4),
            trainees: count(5),
            ..self.tour.clone()
        };
        let is_new = tour.id.is_new();
        if is_new {
            tour = tour.with_id(FreshKeys::new(registry).nth(1));
        }
        let who = |name: &str| people.iter().find(|(_, other)| other == name).map(|(id, _)| *id);
        tour.leader = who(&tour.leader_name).or(tour.leader.filter(|_| tour.leader_name == self.tour.leader_name));
        let names: Vec<String> = self.members.split(COMMAS).map(tidy_name).filter(|name| !name.is_empty()).collect();
        let mut edits = vec![Edit::put(tour.clone())];
        for name in names.iter().filter(|name| !self.stored.iter().any(|row| row.name == **name)) {
            let row = TourMember {
                id: Id::NEW,
                tour: tour.id,
                person: who(name),
                name: name.clone(),
                ..TourMember::default()
            };
            edits.push(Edit::put(row));
        }
        let gone = self.stored.iter().filter(|row| !names.contains(&row.name));
        edits.extend(gone.map(|row| Edit::Delete { table: Table::TourMember, id: row.id.raw() }));
        let site = registry.institutions.get(&tour.inst).map_or("", |site| site.name.as_str());
        let (table, name) = (Table::Tour, format!("{} {site}", tour.from_on));
        let label = if is_new { Label::Added { table, name } } else { Label::Changed { table, name } };
        Some(Edit::Many { label, edits })
    }
}
