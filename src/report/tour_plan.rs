//! D05: the tours of a month as planned, in the columns that the import reads back.

use std::collections::BTreeMap;

use super::change_slip::empty_rows;
use super::request::DocumentRequest;
use super::sheet::{Align, Column, Look, Sheet, SheetRow};
use super::sources::{Sources, short_name};
use super::week_schedule::nobody;
use crate::domain::{InstitutionId, Period, RuleBook, RulePlace, RuleTerm, RuleWindow, Slot, Tour, visits};
use crate::i18n::Tr;

/// Builds the plan of the period.
#[must_use]
pub fn tour_plan(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let tours = tours_of(sources, request);
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_draft = false;
    sheet.title = tr.paper_tour_plan_of(&tr.paper_span(request.period));
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(request.period)];
    sheet.columns = columns();
    sheet.frozen_columns = 2;
    sheet.head = vec![SheetRow::head([
        tr.paper_serial(),
        tr.paper_tour_date(),
        tr.paper_tour_weekday(),
        tr.paper_half_day(),
        tr.paper_tour_place(),
        tr.paper_tour_leader(),
        tr.paper_tour_crew(),
        tr.paper_tour_number(),
        tr.paper_tour_content(),
        tr.paper_tour_car(),
        tr.paper_tour_contact(),
        tr.paper_tour_status(),
    ])];
    sheet.body = tours.iter().enumerate().map(|(index, tour)| row(sources, index, tour, tr)).collect();
    sheet.body.extend((0..empty_rows(request)).map(|_| SheetRow::of([""; 12])));
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_no_tours(), sheet.columns.len()));
    }
    sheet.notes = frequencies(sources, &tours, request.period, tr).into_iter().collect();
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    sheet
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::number(9.0)];
    let widths = [22.0, 12.0, 14.0, 44.0, 18.0, 44.0];
    columns.extend(widths.map(|width| Column::text(width, Align::Centre)));
    columns.push(Column::number(11.0));
    columns.extend([48.0, 16.0, 27.0, 16.0].map(|width| Column::text(width, Align::Centre)));
    columns
}

/// The tours that begin in the period, by day and site.
pub(super) fn tours_of<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<&'a Tour> {
    if request.paper.is_blank {
        return Vec::new();
    }
    let is_shown = |tour: &&Tour| {
        request.period.contains(tour.from_on) && request.relation.is_none_or(|relation| tour.relation == Some(relation))
    };
    let mut tours: Vec<&Tour> = sources.registry.tours.values().filter(is_shown).collect();
    tours.sort_by_key(|tour| (tour.from_on, tour.slot, tour.inst, tour.id));
    tours
}

fn row(sources: &Sources<'_>, index: usize, tour: &Tour, tr: Tr) -> SheetRow {
    let date = if tour.to_on > tour.from_on {
        format!("{}—{}", tour.from_on.format("%Y-%m-%d"), tour.to_on.format("%m-%d"))
    } else {
        tour.from_on.format("%Y-%m-%d").to_string()
    };
    let slot = tour.slot.map_or_else(|| tr.paper_all_day(), |slot: Slot| tr.slot(slot));
    SheetRow::of([
        (index + 1).to_string(),
        date,
        tr.paper_weekday_mark(tour.from_on).to_owned(),
        slot.to_owned(),
        place(sources, tour, tr),
        tour.leader_name.clone(),
        crew(sources, tour, tr),
        number(sources, tour).to_string(),
        tour.content.clone(),
        tour.car.clone(),
        tour.contact.clone(),
        tr.tour_status(tour.status).to_owned(),
    ])
}

/// The site, with the village in brackets.
pub(super) fn place(sources: &Sources<'_>, tour: &Tour, tr: Tr) -> String {
    let name = sources.institution(tour.inst).map_or("", |inst| inst.name.as_str());
    if tour.village.is_empty() { name.to_owned() } else { tr.paper_bracket(name, &tour.village) }
}

/// The others by name, with their subjects in brackets; in words where they are not named.
pub(super) fn crew(sources: &Sources<'_>, tour: &Tour, tr: Tr) -> String {
    let members = sources.registry.tour_members.values().filter(|member| member.tour == tour.id);
    let names: Vec<String> = members
        .map(|member| match member.specialty.as_str() {
            "" => member.name.clone(),
            specialty => tr.paper_bracket(&member.name, specialty),
        })
        .collect();
    if names.is_empty() { tour.crew.clone() } else { names.join(tr.paper_list_comma()) }
}

/// How many go, the leader included.
pub(super) fn number(sources: &Sources<'_>, tour: &Tour) -> usize {
    let members = sources.registry.tour_members.values().filter(|member| member.tour == tour.id).count();
    let named = members + usize::from(!tour.leader_name.is_empty());
    tour.headcount.and_then(|count| usize::try_from(count).ok()).map_or(named, |count| count.max(named))
}

/// 本期各点次数/应达次数.
fn frequencies(sources: &Sources<'_>, tours: &[&Tour], period: Period, tr: Tr) -> Option<String> {
    let mut counts: BTreeMap<InstitutionId, usize> = BTreeMap::new();
    for tour in tours.iter().filter(|tour| tour.stands()) {
        *counts.entry(tour.inst).or_default() += 1;
    }
    let book = RuleBook::new(sources.registry);
    let part = |(id, count): (&InstitutionId, &usize)| {
        let site = sources.institution(*id)?;
        let rule = book.rule(RuleTerm::Tours, &RulePlace::site(site, period.to()));
        let required = rule.and_then(|rule| Some(rule.at_least? * windows(rule.window, period)));
        // A rule that counts over longer than the sheet is asked of its whole window.
        let there = visits(sources.registry, &book, site, period.to());
        let is_longer = there.period.from() < period.from() && there.required.is_some();
        let held = usize::try_from(there.standing).unwrap_or(usize::MAX);
        let (count, required) = if is_longer { (&held, there.required) } else { (count, required) };
        Some(match required {
            Some(required) => tr.paper_tour_of(short_name(site), *count, required),
            None => tr.paper_tour_times(short_name(site), *count),
        })
    };
    let parts: Vec<String> = counts.iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| tr.paper_tour_frequency(&parts.join(tr.paper_list_comma())))
}

/// How many windows the period has, at least one.
fn windows(window: RuleWindow, period: Period) -> u32 {
    let days = u32::try_from(period.days().count()).unwrap_or(1);
    let length = match window {
        RuleWindow::Week => 7,
        RuleWindow::Quarter => 90,
        RuleWindow::Month => 28,
        RuleWindow::HalfDay | RuleWindow::Day => 1,
        RuleWindow::Stint => days.max(1),
    };
    (days / length).max(1)
}
