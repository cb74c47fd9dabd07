//! Tours: how many were held, who went, and what was done there.

use std::collections::BTreeMap;

use super::super::books::{Books, ZH};
use super::super::exact::Exact;
use super::super::key::{Field, Key};
use super::super::line::{Line, RecordKey, Value};
use super::super::spec::{Expand, Measure, Scope, Spec, WHERE, WHERE_FIELDS, status_is};
use super::super::when::When;
use super::bonds::{Bond, who};
use crate::domain::{Period, Precision, Table, Tour, TourId, TourMember, TourStatus};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "tour.count",
        meaning: Tr::figure_tour_count,
        unit: Tr::unit_times,
        basis: Tr::basis_tours,
        takes: &[WHERE, &[Key::Person, Key::Status]],
        distinct: &[(Field::Person, Tr::unit_people), (Field::Institution, Tr::unit_houses)],
        fields: &[WHERE_FIELDS, &[Field::Person, Field::Status, Field::Participants]],
        source: tours,
        expand: Some(Expand::Lines(once)),
        ..TOURS
    },
    Spec {
        code: "tour.qty",
        meaning: Tr::figure_tour_qty,
        unit: Tr::unit_times,
        takes: &[WHERE, &[Key::Indicator, Key::Person]],
        needs: Some(Key::Indicator),
        fields: &[WHERE_FIELDS, &[Field::Person, Field::Indicator, Field::Basis]],
        measure: Measure::Sum { decimals: 0 },
        source: quantities,
        ..TOURS
    },
];

/// What codes about tours share: only those that were held count, where the question says nothing of the status.
const TOURS: Spec = Spec { by_default: |_, line| status_is(line, &[HELD]), ..Spec::BLANK };

/// The word for a tour that was held.
const HELD: &str = ZH.tour_status(TourStatus::Done);

type Crew<'a> = BTreeMap<TourId, Vec<&'a TourMember>>;

fn crews<'a>(books: &Books<'a>) -> Crew<'a> {
    let mut crews: Crew<'a> = BTreeMap::new();
    for member in books.registry.tour_members.values().filter(|member| member.is_present != Some(false)) {
        crews.entry(member.tour).or_default().push(member);
    }
    crews
}

fn tours<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let crews = crews(books);
    books.registry.tours.values().map(|tour| of_tour(books, &crews, tour)).collect()
}

fn of_tour<'a>(books: &Books<'a>, crews: &Crew<'a>, tour: &'a Tour) -> Line<'a> {
    let days = Period::new(tour.from_on, tour.to_on).unwrap_or(Period::day(tour.from_on));
    let status = if is_held(tour) { TourStatus::Done } else { tour.status };
    let leads = |stint: &&crate::domain::Stint| Some(stint.person) == tour.leader && stint.touches(days);
    let stint = books.registry.stints.values().find(leads);
    let mut line = Line::one((Table::Tour, tour.id.raw()), When::Event(days)).of_stint(stint);
    line = Bond { relation: tour.relation, programme: None, place: Some(tour.inst) }.tie(books, line);
    line = line
        .with(Field::Status, Value::Listed(status as usize, ZH.tour_status(status)))
        .with(Field::Date, Value::Day(tour.from_on, Precision::Day, tour.slot));
    let crew = crews.get(&tour.id).map_or(&[][..], Vec::as_slice);
    let others = crew.iter().map(|member| (who(member.person, &member.name), (Table::TourMember, member.id.raw())));
    let people: Vec<(Option<Value<'a>>, Option<RecordKey>)> =
        std::iter::once((who(tour.leader, &tour.leader_name), None))
            .chain(others.map(|(who, record)| (who, Some(record))))
            .collect();
    // Somebody no longer in use went along but does not count.
    let is_in_use = |value: &Value<'_>| match value {
        Value::Person(id) => books.person(*id).is_some_and(|person| !person.is_retired),
        _ => true,
    };
    for (person, _) in &people {
        line = line.maybe(Field::Person, person.clone().filter(is_in_use)).maybe(Field::Participants, person.clone());
    }
    line
}

/// Held: done, or something was counted there.
fn is_held(tour: &Tour) -> bool {
    let counted = [tour.seen, tour.consultations, tour.rounds, tour.discussions, tour.lectures, tour.trainees];
    match tour.status {
        TourStatus::Done => true,
        TourStatus::Planned => counted.into_iter().flatten().any(|count| count > 0),
        TourStatus::Cancelled | TourStatus::Moved => false,
    }
}

/// One date, place and leader is one tour, also where it was planned and recorded.
fn once<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let tours = &scope.names.books.registry.tours;
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    let mut found: Vec<Line<'a>> = Vec::new();
    for line in lines {
        let Some(tour) = line.record.and_then(|(_, id)| tours.get(&TourId::new(id))) else { continue };
        let leader = (tour.leader, tour.leader.is_none().then_some(tour.leader_name.as_str()));
        let key = (tour.from_on, tour.inst, tour.village.as_str(), leader);
        if let Some(first) = seen.get(&key).and_then(|place| found.get_mut(*place)) {
            first.also.extend(line.records());
            first.fields.extend(line.fields.into_iter().filter(|(field, _)| *field == Field::Person));
        } else {
            seen.insert(key, found.len());
            found.push(line);
        }
    }
    found
}

/// What was counted on a tour: its name, its unit and where it stands.
type Counted = (fn(Tr) -> &'static str, fn(Tr) -> &'static str, fn(&Tour) -> Option<u32>);

const COUNTED: [Counted; 6] = [
    (Tr::tour_seen, Tr::unit_stints, |tour| tour.seen),
    (Tr::tour_consultations, Tr::unit_cases, |tour| tour.consultations),
    (Tr::tour_rounds, Tr::unit_times, |tour| tour.rounds),
    (Tr::tour_discussions, Tr::unit_times, |tour| tour.discussions),
    (Tr::tour_lectures, Tr::unit_lectures, |tour| tour.lectures),
    (Tr::tour_trainees, Tr::unit_stints, |tour| tour.trainees),
];

fn quantities<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let crews = crews(books);
    let personal = Value::Listed(0, ZH.basis_personal());
    let mut lines = Vec::new();
    for tour in books.registry.tours.values() {
        let base = of_tour(books, &crews, tour).with(Field::Basis, personal.clone());
        let line = |name: &'static str, unit: &'static str, count: u32| {
            let line = base
                .clone()
                .with(Field::Indicator, Value::Text(name.into()))
                .with(Field::Unit, Value::Text(unit.into()));
            line.amounting(Exact::whole(count))
        };
        let counted = COUNTED.iter().filter_map(|(name, unit, count)| Some((name(ZH), unit(ZH), count(tour)?)));
        lines.extend(counted.map(|(name, unit, count)| line(name, unit, count)));
        let named = 1 + crews.get(&tour.id).map_or(0, Vec::len);
        let people = tour.headcount.unwrap_or_else(|| u32::try_from(named).unwrap_or(u32::MAX));
        lines.push(line(ZH.tour_people(), ZH.unit_stints(), people));
    }
    lines
}
