//! Who covers which department or site in which month: the records as a block task, and its plan as a picture.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::run::{Effort, Limit, search};
use crate::app::clock::Stopwatch;
use crate::app::job::Progress;
use crate::app::{Failure, Office};
use crate::domain::{Batch, DepartmentId, InstitutionId, Period, Registry, Stint};
use crate::i18n::Tr;
use crate::planner::Found;
use crate::planner::blocks::{BlockTask, Coverage, Crew, Handover};

/// Days on which one hands over to the next.
const HANDOVER: u32 = 3;
/// Moves for each month and crew.
const MOVES: u64 = 40_000;

/// A department or a site.
type Post = (InstitutionId, Option<DepartmentId>);

/// The records as a block task.
#[derive(Debug, Clone)]
pub struct BlockBrief {
    task: BlockTask,
    posts: Vec<String>,
    crews: Vec<String>,
    tr: Tr,
}

/// A stretch of days at a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockSpan {
    /// First and last day.
    pub days: Period,
    /// Who, empty for nobody.
    pub name: String,
    /// Whether it is only proposed: a batch that is still to come.
    pub is_proposed: bool,
    /// What a screen reader says.
    pub spoken: String,
}

/// A post over the months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockRow {
    /// The department or site.
    pub name: String,
    /// Who covers it, and when nobody does, by day.
    pub spans: Vec<BlockSpan>,
    /// Hand-overs as sentences, each with its first day.
    pub handovers: Vec<(NaiveDate, String, bool)>,
    /// Days without anybody.
    pub open_days: i64,
}

/// The plan of the blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlocksPicture {
    /// The months.
    pub months: Vec<(Period, String)>,
    /// The posts, those with gaps first.
    pub rows: Vec<BlockRow>,
    /// What stands out, as sentences.
    pub lines: Vec<String>,
    /// Whether no other plan leaves fewer days open, by proof.
    pub is_proven: bool,
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
        let mut crews = Vec::new();
        let mut names = Vec::new();
        for stint in &stints {
            let Some(post) = posts.get(&(stint.host_inst, stint.host_dept)) else { continue };
            let (from_on, to_on) = (stint.first_day(), stint.last_day());
            crews.push(Crew { from_on, to_on, seats: 1, posts: vec![*post], is_settled: true });
            names.push(registry.person_of(stint.id).map(|person| person.name.clone()).unwrap_or_default());
        }
        for (batch, from_on) in coming(registry, &stints) {
            let host = registry.relations.get(&batch.relation).map(|relation| relation.to_inst);
            let posts: Vec<usize> =
                posts.iter().filter(|((inst, _), _)| Some(*inst) == host).map(|(_, number)| *number).collect();
            let seats = batch.headcount_plan.unwrap_or(1).max(1);
            crews.push(Crew { from_on, to_on: batch.plan_to, seats, posts, is_settled: false });
            names.push(tr.batch_name(batch));
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
        let posts = begins.into_iter().map(|(_, since)| since).collect();
        let task = BlockTask { months, posts, crews, handover: HANDOVER };
        Ok(Self { task, posts: called.into_iter().map(|(_, name)| name).collect(), crews: names, tr })
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
        let outcome = search(&task, effort, Stopwatch::start(), progress, &|_, _| {});
        let (on, cost) = match &outcome.found {
            Found::Plan { on, objective } => (on.clone(), *objective),
            Found::Impossible(_) | Found::Nothing => (Vec::new(), i64::MAX),
        };
        let coverage = Coverage::new(&self.task, &task.table, &on);
        self.picture(&coverage, outcome.bound >= cost)
    }

    fn picture(&self, coverage: &Coverage, is_proven: bool) -> BlocksPicture {
        let tr = self.tr;
        let mut rows: Vec<BlockRow> = (0..self.task.posts.len()).map(|post| self.row(coverage, post)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.open_days));
        let mut lines = Vec::new();
        for row in &rows {
            let gaps = row.spans.iter().filter(|span| span.name.is_empty());
            lines.extend(gaps.map(|gap| tr.blocks_gap(&row.name, &tr.paper_days(gap.days), days(gap.days))));
        }
        for row in &rows {
            lines.extend(row.handovers.iter().map(|(_, words, _)| format!("{}{}{words}", row.name, tr.blocks_colon())));
        }
        let month = |days: &Period| {
            let words = tr.blocks_month(days.from().month());
            if days.from().month() == 1 { format!("{}/{}", days.from().year(), words) } else { words }
        };
        BlocksPicture {
            months: self.task.months.iter().map(|days| (*days, month(days))).collect(),
            rows,
            lines,
            is_proven,
        }
    }

    fn row(&self, coverage: &Coverage, post: usize) -> BlockRow {
        let tr = self.tr;
        let name = self.posts.get(post).cloned().unwrap_or_default();
        let crew = |number: usize| self.crews.get(number).map_or("", String::as_str);
        let is_proposed = |number: usize| self.task.crews.get(number).is_some_and(|crew| !crew.is_settled);
        let covered = coverage.spans.iter().filter(|span| span.post == post).map(|span| BlockSpan {
            days: span.days,
            name: crew(span.crew).to_owned(),
            is_proposed: is_proposed(span.crew),
            spoken: format!("{name} {} {}", tr.paper_days(span.days), crew(span.crew)),
        });
        let gaps = coverage.gaps.iter().filter(|gap| gap.post == post).map(|gap| BlockSpan {
            days: gap.days,
            name: String::new(),
            is_proposed: false,
            spoken: tr.blocks_gap(&name, &tr.paper_days(gap.days), days(gap.days)),
        });
        let mut spans: Vec<BlockSpan> = covered.chain(gaps).collect();
        spans.sort_by_key(|span| (span.days.from(), span.days.to()));
        let told = |one: &Handover| {
            if let Some(both) = one.days {
                let words = tr.blocks_handover(crew(one.out), crew(one.into), &tr.paper_days(both));
                return (both.from(), words, true);
            }
            let into = self.task.crews.get(one.into).map(|crew| crew.from_on).unwrap_or_default();
            (into, tr.blocks_no_handover(crew(one.out), crew(one.into)), false)
        };
        let handovers = coverage.handovers.iter().filter(|one| one.post == post).map(told);
        let open_days = coverage.gaps.iter().filter(|gap| gap.post == post).map(|gap| days(gap.days)).sum();
        BlockRow { handovers: handovers.collect(), spans, open_days, name }
    }
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
