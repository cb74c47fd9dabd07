//! The institutions and relations of a year, placed and in words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::app::{Failure, Office};
use crate::domain::{Agreement, Institution, InstitutionId, Period, Programme, Registry, Relation, RelationId};
use crate::i18n::Tr;
use crate::report::network::{Layout, Node, Size, layout};

/// Sizes of the picture.
const SIZE: Size = Size { width: 200.0, between: 176.0, gap: 14.0 };
/// Least height of a box, and of each link that reaches it, in points.
const LEAST: f32 = 50.0;
const PORT: f32 = 36.0;

/// An institution.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Which.
    pub inst: InstitutionId,
    /// Its name.
    pub name: String,
    /// What it is, and its grade.
    pub detail: String,
    /// Whether it keeps this data file.
    pub is_own: bool,
    /// Whether it leads others in one of the relations shown.
    pub is_lead: bool,
    /// Height of its box.
    pub height: f32,
    /// What a screen reader says.
    pub spoken: String,
}

/// A relation.
#[derive(Debug, Clone, PartialEq)]
pub struct Bond {
    /// Which.
    pub relation: RelationId,
    /// Who helps, by its place among the sites.
    pub from: usize,
    /// Who is helped.
    pub to: usize,
    /// 对口支援 · 牵头.
    pub label: String,
    /// 2019-03 起.
    pub when: String,
    /// Whether the supporter leads.
    pub is_lead: bool,
    /// Whether it is over today.
    pub is_over: bool,
    /// Whether it only says what belongs to what.
    pub is_subordination: bool,
    /// Agreements, the newest first: number, signed, valid.
    pub agreements: Vec<String>,
    /// The agreement that runs out soon or has run out, in words; empty for none.
    pub alert: String,
    /// What a screen reader says.
    pub spoken: String,
}

/// The picture.
#[derive(Debug, Clone)]
pub struct NetworkMap {
    /// The institutions.
    pub sites: Vec<Site>,
    /// The relations.
    pub bonds: Vec<Bond>,
    /// Where everything lies.
    pub layout: Layout,
    /// Sizes of the boxes.
    pub size: Size,
    /// Years in which some relation runs, the newest first.
    pub years: Vec<i32>,
    /// Whether there are relations that only say what belongs to what.
    pub has_subordination: bool,
    /// The records it was made from.
    pub registry: Arc<Registry>,
    /// Today.
    pub today: NaiveDate,
}

impl NetworkMap {
    /// Reads the relations of a year, of all years without one; those of 隶属 only where asked for.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, year: Option<i32>, with_subordination: bool, tr: Tr) -> Result<Arc<Self>, Failure> {
        let registry = Arc::clone(office.registry());
        Ok(Arc::new(Self::of(registry, year, with_subordination, office.clock().today(), tr)))
    }

    /// The picture of the records on a day.
    #[must_use]
    pub fn of(registry: Arc<Registry>, year: Option<i32>, with_subordination: bool, today: NaiveDate, tr: Tr) -> Self {
        let period = year.and_then(year_of);
        let is_plain = |relation: &&Relation| relation.programme != Programme::Subordination;
        // Where there is nothing else, what belongs to what is all there is to see.
        let only_those = registry.relations.values().all(|relation| !is_plain(&relation));
        let mut shown: Vec<&Relation> = registry
            .relations
            .values()
            .filter(|relation| with_subordination || only_those || is_plain(relation))
            .filter(|relation| period.is_none_or(|period| relation.touches(period)))
            .collect();
        shown.sort_by_key(|it| {
            (order(&registry, it.to_inst), it.programme, !it.is_lead, order(&registry, it.from_inst))
        });
        let (sites, places) = sites(&registry, &shown, tr);
        let bonds: Vec<Bond> =
            shown.iter().filter_map(|relation| bond(&registry, relation, &places, today, tr)).collect();
        let nodes: Vec<Node> = sites.iter().zip(0..).map(|(site, sort)| Node { height: site.height, sort }).collect();
        let links: Vec<(usize, usize)> = bonds.iter().map(|bond| (bond.from, bond.to)).collect();
        Self {
            layout: layout(&nodes, &links, SIZE),
            size: SIZE,
            years: years(&registry, today),
            has_subordination: !only_those && registry.relations.values().any(|relation| !is_plain(&relation)),
            sites,
            bonds,
            today,
            registry,
        }
    }

    /// The relation with the key.
    #[must_use]
    pub fn bond(&self, relation: RelationId) -> Option<&Bond> {
        self.bonds.iter().find(|bond| bond.relation == relation)
    }
}

fn year_of(year: i32) -> Option<Period> {
    Period::new(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)
}

fn order(registry: &Registry, inst: InstitutionId) -> (i64, InstitutionId) {
    (registry.institutions.get(&inst).map_or(i64::MAX, |inst| inst.sort), inst)
}

/// Years from the first start to today or the last end, the newest first.
fn years(registry: &Registry, today: NaiveDate) -> Vec<i32> {
    let starts = registry.relations.values().filter_map(|relation| relation.start_on).map(|on| on.year());
    let ends = registry.relations.values().filter_map(|relation| relation.end_on).map(|on| on.year());
    let first = starts.min().unwrap_or_else(|| today.year());
    let last = ends.max().unwrap_or_else(|| today.year()).max(today.year());
    (first..=last).rev().collect()
}

/// The institutions of the relations in the order of the office, with the place of each.
fn sites(registry: &Registry, shown: &[&Relation], tr: Tr) -> (Vec<Site>, BTreeMap<InstitutionId, usize>) {
    let ids: BTreeSet<InstitutionId> =
        shown.iter().flat_map(|relation| [relation.from_inst, relation.to_inst]).collect();
    let mut all: Vec<&Institution> = ids.into_iter().filter_map(|id| registry.institutions.get(&id)).collect();
    all.sort_by_key(|inst| (inst.sort, inst.id));
    let places = all.iter().enumerate().map(|(place, inst)| (inst.id, place)).collect();
    let site = |inst: &&Institution| {
        let reached = shown.iter().filter(|relation| relation.to_inst == inst.id).count();
        let is_lead = shown.iter().any(|relation| relation.from_inst == inst.id && relation.is_lead);
        // A grade says more than a kind.
        let kind = if inst.level.is_empty() { tr.institution_kind(inst.kind) } else { inst.level.as_str() };
        let own = if inst.is_own { tr.map_own() } else { "" };
        let lead = if is_lead { tr.map_lead_hospital() } else { "" };
        let parts = [own, lead, kind, &inst.town];
        let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Site {
            inst: inst.id,
            name: inst.name.clone(),
            is_own: inst.is_own,
            is_lead,
            height: height(reached),
            spoken: format!("{} {detail}", inst.name),
            detail,
        }
    };
    (all.iter().map(site).collect(), places)
}

/// The height of a box that so many links reach.
#[allow(clippy::cast_precision_loss, reason = "a hospital has a few helpers")]
fn height(reached: usize) -> f32 {
    (reached as f32 * PORT).max(LEAST)
}

fn bond(
    registry: &Registry,
    relation: &Relation,
    places: &BTreeMap<InstitutionId, usize>,
    today: NaiveDate,
    tr: Tr,
) -> Option<Bond> {
    let name = |id| registry.institutions.get(&id).map_or("", |inst| inst.name.as_str());
    let known = |on: Option<NaiveDate>, precision| on.map(|on| tr.known_date(on, precision));
    let (start, end) = (known(relation.start_on, relation.start_prec), known(relation.end_on, relation.end_prec));
    let when = match (start, end) {
        (None, None) => String::new(),
        (Some(start), None) => tr.dossier_since(&start),
        (None, Some(end)) => tr.dossier_until(&end),
        (Some(start), Some(end)) => format!("{start} — {end}"),
    };
    let lead = if relation.is_lead { tr.map_lead() } else { "" };
    let label = [tr.programme(relation.programme), lead].into_iter().filter(|part| !part.is_empty());
    let label = label.collect::<Vec<_>>().join(" · ");
    let mut own: Vec<&Agreement> = registry.agreements.values().filter(|one| one.relation == relation.id).collect();
    own.sort_by_key(|agreement| std::cmp::Reverse((agreement.signed_on, agreement.valid_from, agreement.id)));
    let is_over = relation.end_on.is_some_and(|on| relation.end_prec.span(on).to() < today);
    let alert = own.first().filter(|_| !is_over).map(|newest| runs_out(newest, today, tr)).unwrap_or_default();
    let agreements: Vec<String> = own.into_iter().map(|agreement| written(agreement, tr)).collect();
    let (from, to) = (name(relation.from_inst), name(relation.to_inst));
    let agreed = agreements.first().map(String::as_str).unwrap_or_default();
    let spoken = [tr.map_helps(from, to).as_str(), &label, &when, agreed, &alert]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    Some(Bond {
        relation: relation.id,
        from: *places.get(&relation.from_inst)?,
        to: *places.get(&relation.to_inst)?,
        label,
        when,
        is_lead: relation.is_lead,
        is_over,
        is_subordination: relation.programme == Programme::Subordination,
        agreements,
        alert,
        spoken,
    })
}

/// 商组帮〔2022〕1号 2022-06-20 签 2022-05-01 至 2025-05-31 有效.
fn written(agreement: &Agreement, tr: Tr) -> String {
    let signed = agreement.signed_on.map(|on| tr.map_signed_on(&on.to_string())).unwrap_or_default();
    let valid = match (agreement.valid_from, agreement.valid_to) {
        (Some(from), Some(to)) => tr.map_from_to(&from.to_string(), &to.to_string()),
        (None, Some(to)) => tr.dossier_until(&to.to_string()),
        (Some(from), None) => tr.dossier_since(&from.to_string()),
        (None, None) => String::new(),
    };
    let parts = [agreement.number.as_str(), &signed, &valid];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// 协议 30 天后到期 / 协议已于 2025-05-31 到期.
fn runs_out(agreement: &Agreement, today: NaiveDate, tr: Tr) -> String {
    const SOON: i64 = 90;
    match agreement.valid_to.map(|to| (to, (to - today).num_days())) {
        Some((to, days)) if days < 0 => tr.map_agreement_over(&to.to_string()),
        Some((_, days)) if days <= SOON => tr.map_agreement_ends(days),
        _ => String::new(),
    }
}
