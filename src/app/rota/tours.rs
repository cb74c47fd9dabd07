//! The tours as a list, with how often each site was visited, and the form of one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::app::Office;
use crate::app::fresh::FreshKeys;
use crate::domain::{
    Edit, Id, Institution, InstitutionId, InstitutionKind, Label, Period, PersonId, Record, Registry, RuleBook,
    RulePlace, RuleTerm, RuleWindow, Table, Tour, TourId, TourMember, TourStatus, Visits, tidy_name, visits,
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
    /// How often each site is visited, against how often it should be.
    pub visits: Vec<SiteVisits>,
    /// How often sites are to be visited, by kind: 乡镇卫生院每月1次.
    pub required: Vec<String>,
    /// Today.
    pub today: NaiveDate,
}

/// The visits to a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteVisits {
    /// The site, what there is and what is asked for.
    pub words: String,
    /// Whether it is less than asked for.
    pub is_short: bool,
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
    /// Who of the members was there, by name; absent before anybody looked.
    pub present: BTreeMap<String, bool>,
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
            visits: visits_of(registry, month, tr),
            required: required(registry, month, tr),
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

/// Visits by site, of those that ever had a tour. Where a rule counts by weeks, those that end in the month together.
fn visits_of(registry: &Registry, month: Period, tr: Tr) -> Vec<SiteVisits> {
    let book = RuleBook::new(registry);
    let toured: BTreeSet<InstitutionId> = registry.tours.values().map(|tour| tour.inst).collect();
    let mut sites: Vec<&Institution> = toured.iter().filter_map(|id| registry.institutions.get(id)).collect();
    sites.sort_by_key(|site| (site.sort, site.id));
    let line = |site: &Institution| {
        let there = visits(registry, &book, site, month.to());
        let (count, required) = if there.window == RuleWindow::Week {
            let weeks = month.days().filter(|on| on.weekday() == Weekday::Sun);
            let weeks: Vec<Visits> = weeks.map(|on| visits(registry, &book, site, on)).collect();
            let asked = weeks.iter().filter_map(|week| week.required).sum();
            (weeks.iter().map(|week| week.standing).sum(), Some(asked).filter(|asked| *asked > 0))
        } else {
            (there.standing, there.required)
        };
        let name = site.name.as_str();
        SiteVisits {
            words: match (required, there.window) {
                (Some(required), RuleWindow::Quarter) => tr.tour_visits_quarter(name, count, required),
                (Some(required), _) => tr.tour_visits(name, count, required),
                (None, _) => tr.tour_visits_free(name, count),
            },
            is_short: required.is_some_and(|required| count < required),
        }
    };
    sites.into_iter().map(line).collect()
}

/// 乡镇卫生院每月1次: what the rules of the month ask for, those of one site by its name.
fn required(registry: &Registry, month: Period, tr: Tr) -> Vec<String> {
    let book = RuleBook::new(registry);
    let kinds = InstitutionKind::ALL.iter().filter_map(|kind| {
        let place = RulePlace { inst_kind: Some(*kind), ..RulePlace::on(month.to()) };
        let rule = book.rule(RuleTerm::Tours, &place)?;
        Some(tr.tour_required(tr.institution_kind(*kind), tr.rule_window(rule.window), rule.at_least?))
    });
    let sites = registry.institutions.values().filter_map(|site| {
        let rule = book.rule(RuleTerm::Tours, &RulePlace::site(site, month.to()))?;
        rule.inst.map(|_| ())?;
        Some(tr.tour_required(&site.name, tr.rule_window(rule.window), rule.at_least?))
    });
    kinds.chain(sites).collect()
}

impl TourForm {
    fn of(tour: &Tour, members: &[TourMember]) -> Self {
        let counts = [tour.seen, tour.consultations, tour.rounds, tour.discussions, tour.lectures, tour.trainees];
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        Self {
            tour: tour.clone(),
            members: names.join("\u{3001}"),
            counts: counts.map(|count| count.map(|count| count.to_string()).unwrap_or_default()),
            present: members.iter().filter_map(|row| Some((row.name.clone(), row.is_present?))).collect(),
            stored: members.to_vec(),
        }
    }

    /// The members as they are written now.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.members.split(COMMAS).map(tidy_name).filter(|name| !name.is_empty()).collect()
    }

    /// Everybody was there.
    pub fn all_present(&mut self) {
        self.present = self.names().into_iter().map(|name| (name, true)).collect();
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
        let names = self.names();
        let present = |name: &String| self.present.get(name).copied();
        let mut edits = vec![Edit::put(tour.clone())];
        let kept = self.stored.iter().filter(|row| names.contains(&row.name));
        let turned = kept.filter(|row| row.is_present != present(&row.name));
        edits.extend(turned.map(|row| Edit::put(TourMember { is_present: present(&row.name), ..row.clone() })));
        for name in names.iter().filter(|name| !self.stored.iter().any(|row| row.name == **name)) {
            let row = TourMember {
                id: Id::NEW,
                tour: tour.id,
                person: who(name),
                name: name.clone(),
                is_present: present(name),
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
