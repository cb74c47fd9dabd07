//! Who covers which department or site in which month: the records as a block task, and its plan as a picture.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::run::{Deadline, Effort, Limit, search};
use crate::app::clock::Stopwatch;
use crate::app::job::Progress;
use crate::app::{Failure, Office};
use crate::domain::{Batch, BatchId, DepartmentId, Edit, InstitutionId, Label, Period, Registry, Setting, Stint};
use crate::i18n::Tr;
use crate::planner::Found;
use crate::planner::blocks::{BlockTask, Coverage, Crew, Handover};
use crate::report::{Rotation, RotationJoint, RotationRow, RotationSpan};

/// Days on which one hands over to the next.
const HANDOVER: u32 = 3;
/// Moves for each month and crew.
const MOVES: u64 = 40_000;

/// Most months of a plan.
const MOST_MONTHS: u32 = 36;
/// Begins the names of the settings that keep the posts of batches to come.
const PREFIX: &str = "rotation.batch.";

/// A department or a site.
type Post = (InstitutionId, Option<DepartmentId>);

/// The records as a block task.
#[derive(Debug, Clone)]
pub struct BlockBrief {
    task: BlockTask,
    /// Names of the posts.
    posts: Vec<String>,
    /// The posts.
    places: Vec<Post>,
    /// Names of the crews.
    crews: Vec<String>,
    /// The batch to come whose posts are still open, by crew.
    batches: Vec<Option<BatchId>>,
    /// What is settled already, as it is stored.
    stored: Vec<Setting>,
    tr: Tr,
}

/// The plan of the blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct BlocksPicture {
    /// Posts over months.
    pub rotation: Rotation,
    /// What the plan costs, and below which no plan can be.
    pub cost: (i64, i64),
    /// The one step that settles what batches to come will cover; `None` where nothing is left to be settled.
    pub edit: Option<Edit>,
}

impl BlockBrief {
    /// Reads the records: posts that had somebody lately or have a successor, and everybody who can cover them.
    ///
    /// # Errors
    /// None; the shape is that of every question.
    pub fn load(office: &Office, from: NaiveDate, months: u32, tr: Tr) -> Result<Self, Failure> {
        let registry = office.registry();
        let months = BlockTask::months(from, months);
        let whole = months.first().zip(months.last()).and_then(|(first, last)| Period::new(first.from(), last.to()));
        let whole = whole.unwrap_or_else(|| Period::day(from));
        let is_near = |stint: &&Stint| stint.touches(whole);
        let stints: Vec<&Stint> = registry.stints.values().filter(is_near).collect();
        let mut posts: BTreeMap<Post, usize> = BTreeMap::new();
        for stint in &stints {
            let next = posts.len();
            posts.entry((stint.host_inst, stint.host_dept)).or_insert(next);
        }
        let coming = coming(registry, &stints);
        for post in coming.iter().flat_map(|(batch, _)| settled(registry, batch.id)) {
            let next = posts.len();
            posts.entry(post).or_insert(next);
        }
        let mut crews = Vec::new();
        let mut names = Vec::new();
        let mut batches = Vec::new();
        for stint in &stints {
            let Some(post) = posts.get(&(stint.host_inst, stint.host_dept)) else { continue };
            let (from_on, to_on) = (stint.first_day(), stint.last_day());
            crews.push(Crew { from_on, to_on, seats: 1, posts: vec![*post], is_settled: true });
            names.push(registry.person_of(stint.id).map(|person| person.name.clone()).unwrap_or_default());
            batches.push(None);
        }
        for (batch, from_on) in coming {
            for crew in crews_of(registry, batch, from_on, &posts) {
                batches.push((!crew.is_settled).then_some(batch.id));
                crews.push(crew);
                names.push(tr.batch_name(batch));
            }
        }
        let since = |post: &Post| {
            let own = registry.stints.values().filter(|stint| (stint.host_inst, stint.host_dept) == *post);
            own.map(Stint::first_day).min().unwrap_or_else(|| whole.from())
        };
        let mut begins: Vec<(usize, NaiveDate)> = posts.iter().map(|(post, number)| (*number, since(post))).collect();
        begins.sort_unstable();
        let mut called: Vec<(usize, String)> =
            posts.iter().map(|(post, number)| (*number, post_name(registry, *post))).collect();
        called.sort_unstable();
        let mut places: Vec<(usize, Post)> = posts.iter().map(|(post, number)| (*number, *post)).collect();
        places.sort_unstable();
        let posts = begins.into_iter().map(|(_, since)| since).collect();
        Ok(Self {
            task: BlockTask { months, posts, crews, handover: HANDOVER },
            posts: called.into_iter().map(|(_, name)| name).collect(),
            places: places.into_iter().map(|(_, post)| post).collect(),
            crews: names,
            batches,
            stored: registry.settings.values().filter(|row| row.name.starts_with(PREFIX)).cloned().collect(),
            tr,
        })
    }

    /// How many months a period touches; three years at most.
    #[must_use]
    pub fn months(period: Period) -> u32 {
        let number = |on: NaiveDate| i64::from(on.year()) * 12 + i64::from(on.month());
        u32::try_from(number(period.to()) - number(period.from()) + 1).unwrap_or(1).clamp(1, MOST_MONTHS)
    }

    /// How many posts there are.
    #[must_use]
    pub fn posts(&self) -> usize {
        self.task.posts.len()
    }

    /// Whether there is anything to cover.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.task.posts.is_empty()
    }

    /// Looks for the plan with the fewest open days, then the fewest changes.
    #[must_use]
    pub fn plan(&self, progress: &Progress) -> BlocksPicture {
        let task = self.task.task();
        let size = (self.task.crews.len() * self.task.months.len()) as u64;
        let effort = Effort { limit: Limit::Moves((MOVES * size).clamp(40_000, 1_000_000)), threads: 1, seed: 1 };
        progress.begin(effort.moves());
        let outcome = search(&task, effort, Deadline::new(effort, Stopwatch::start(), progress), &|_, _| {});
        let (on, cost) = match &outcome.found {
            Found::Plan { on, objective } => (on.clone(), *objective),
            Found::Impossible(_) | Found::Nothing => (Vec::new(), i64::MAX),
        };
        let coverage = Coverage::new(&self.task, &task.table, &on);
        BlocksPicture {
            rotation: self.rotation(&coverage, outcome.bound >= cost),
            cost: (cost, outcome.bound),
            edit: self.edit(&coverage),
        }
    }

    /// Writes down for each batch to come which posts it will cover: those that it covers longest, one for each place.
    fn edit(&self, coverage: &Coverage) -> Option<Edit> {
        let mut edits = Vec::new();
        let mut count = 0;
        for (crew, batch) in self.batches.iter().enumerate() {
            let (Some(batch), Some(facts)) = (batch, self.task.crews.get(crew)) else { continue };
            let mut held: BTreeMap<usize, i64> = BTreeMap::new();
            for span in coverage.spans.iter().filter(|span| span.crew == crew) {
                *held.entry(span.post).or_default() += days(span.days);
            }
            let mut held: Vec<(usize, i64)> = held.into_iter().collect();
            held.sort_by_key(|(post, days)| (std::cmp::Reverse(*days), *post));
            held.truncate(usize::try_from(facts.seats).unwrap_or(usize::MAX));
            let posts: Vec<Post> = held.iter().filter_map(|(post, _)| self.places.get(*post)).copied().collect();
            if posts.is_empty() {
                continue;
            }
            count += posts.len();
            let name = setting_name(*batch);
            let row = self.stored.iter().find(|row| row.name == name).cloned();
            let before = row.as_ref().map(|row| row.value.clone()).unwrap_or_default();
            let row = row.unwrap_or_else(|| Setting { name, ..Setting::default() });
            edits.push(Edit::put(Setting { value: with_posts(&before, &posts), ..row }));
        }
        let (first, last) = self.task.months.first().zip(self.task.months.last())?;
        let label = Label::Rotated { from: first.from(), to: last.to(), count };
        (count > 0).then_some(Edit::Many { label, edits })
    }

    fn rotation(&self, coverage: &Coverage, is_proven: bool) -> Rotation {
        let tr = self.tr;
        let mut rows: Vec<RotationRow> = (0..self.task.posts.len()).map(|post| self.row(coverage, post)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.open_days));
        let mut lines = Vec::new();
        for row in &rows {
            let gaps = row.spans.iter().filter(|span| span.name.is_empty());
            lines.extend(gaps.map(|gap| tr.blocks_gap(&row.name, &tr.paper_days(gap.days), days(gap.days))));
        }
        for row in &rows {
            lines.extend(row.joints.iter().map(|joint| format!("{}{}{}", row.name, tr.blocks_colon(), joint.words)));
        }
        let month = |days: &Period| {
            let words = tr.blocks_month(days.from().month());
            if days.from().month() == 1 { format!("{}/{}", days.from().year(), words) } else { words }
        };
        let months = self.task.months.iter().map(|days| (*days, month(days))).collect();
        Rotation { months, rows, lines, is_proven }
    }

    fn row(&self, coverage: &Coverage, post: usize) -> RotationRow {
        let tr = self.tr;
        let crew = |number: usize| self.crews.get(number).map_or("", String::as_str);
        let is_proposed = |number: usize| self.task.crews.get(number).is_some_and(|crew| !crew.is_settled);
        let covered = coverage.spans.iter().filter(|span| span.post == post).map(|span| RotationSpan {
            days: span.days,
            name: crew(span.crew).to_owned(),
            is_proposed: is_proposed(span.crew),
        });
        let gaps = coverage.gaps.iter().filter(|gap| gap.post == post);
        let gaps = gaps.map(|gap| RotationSpan { days: gap.days, name: String::new(), is_proposed: false });
        let mut spans: Vec<RotationSpan> = covered.chain(gaps).collect();
        spans.sort_by_key(|span| (span.days.from(), span.days.to()));
        let told = |one: &Handover| {
            let (out, into) = (crew(one.out), crew(one.into));
            let came = self.task.crews.get(one.into).map(|crew| crew.from_on).unwrap_or_default();
            let words = |both| tr.blocks_handover(out, into, &tr.paper_days(both));
            RotationJoint {
                on: one.days.map_or(came, Period::from),
                words: one.days.map_or_else(|| tr.blocks_no_handover(out, into), words),
                is_met: one.days.is_some(),
            }
        };
        let joints = coverage.handovers.iter().filter(|one| one.post == post).map(told).collect();
        let open_days = coverage.gaps.iter().filter(|gap| gap.post == post).map(|gap| days(gap.days)).sum();
        RotationRow { joints, spans, open_days, name: self.posts.get(post).cloned().unwrap_or_default() }
    }
}

impl Office {
    /// The rotation of the months of a period, at most three years of them.
    pub(in crate::app) fn rotation(&self, period: Period, tr: Tr) -> Result<Rotation, Failure> {
        let brief = BlockBrief::load(self, period.from(), BlockBrief::months(period), tr)?;
        Ok(brief.plan(&Progress::default()).rotation)
    }
}

/// The crews of a batch to come: one for each post that is settled, and one with the places that are left.
fn crews_of(registry: &Registry, batch: &Batch, from_on: NaiveDate, posts: &BTreeMap<Post, usize>) -> Vec<Crew> {
    let host = registry.relations.get(&batch.relation).map(|relation| relation.to_inst);
    let open: Vec<usize> =
        posts.iter().filter(|((inst, _), _)| Some(*inst) == host).map(|(_, number)| *number).collect();
    let settled: Vec<usize> = settled(registry, batch.id).iter().filter_map(|post| posts.get(post)).copied().collect();
    let seats = batch.headcount_plan.unwrap_or(1).max(1);
    let left = seats.saturating_sub(u32::try_from(settled.len()).unwrap_or(u32::MAX));
    let crew = |seats, posts, is_settled| Crew { from_on, to_on: batch.plan_to, seats, posts, is_settled };
    let open: Vec<usize> = open.into_iter().filter(|post| !settled.contains(post)).collect();
    let firm = settled.iter().map(|post| crew(1, vec![*post], true));
    firm.chain((left > 0 && !open.is_empty()).then(|| crew(left, open.clone(), false))).collect()
}

/// The setting that keeps which posts a batch will cover: `institution:department` one after another.
fn setting_name(batch: BatchId) -> String {
    format!("{PREFIX}{}", batch.raw())
}

fn settled(registry: &Registry, batch: BatchId) -> Vec<Post> {
    let value = registry.setting(&setting_name(batch)).unwrap_or_default();
    value.split_whitespace().filter_map(post_of).collect()
}

fn post_of(text: &str) -> Option<Post> {
    let (inst, dept) = text.split_once(':')?;
    let dept = if dept.is_empty() { None } else { Some(DepartmentId::new(dept.parse().ok()?)) };
    Some((InstitutionId::new(inst.parse().ok()?), dept))
}

fn with_posts(before: &str, posts: &[Post]) -> String {
    let new = posts
        .iter()
        .map(|(inst, dept)| format!("{}:{}", inst.raw(), dept.map(|dept| dept.raw().to_string()).unwrap_or_default()));
    before.split_whitespace().map(str::to_owned).chain(new).collect::<Vec<_>>().join(" ")
}

fn days(period: Period) -> i64 {
    period.to().signed_duration_since(period.from()).num_days() + 1
}

/// Batches that are planned and of which nobody is in the records yet.
fn coming<'a>(registry: &'a Registry, stints: &[&Stint]) -> Vec<(&'a Batch, NaiveDate)> {
    let is_here = |batch: &Batch| stints.iter().any(|stint| stint.batch == Some(batch.id));
    let open = registry.batches.values().filter(|batch| !is_here(batch));
    open.filter_map(|batch| Some((batch, batch.plan_from?))).collect()
}

fn post_name(registry: &Registry, (inst, dept): Post) -> String {
    let site = registry.institutions.get(&inst);
    let dept = dept.and_then(|id| registry.departments.get(&id)).map(|dept| dept.name.clone());
    match (site, dept) {
        (Some(site), Some(dept)) if !site.is_own => format!("{} {dept}", site.name),
        (_, Some(dept)) => dept,
        (Some(site), None) => site.name.clone(),
        (None, None) => String::new(),
    }
}
