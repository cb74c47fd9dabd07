//! What a plan of blocks comes to: who covers what from when to when, gaps, and the days of hand-over.

use chrono::NaiveDate;

use super::BlockTask;
use crate::domain::Period;
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, RuleTable};

/// A crew at a post for some days on end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The post.
    pub post: usize,
    /// The crew.
    pub crew: usize,
    /// The days.
    pub days: Period,
}

/// Days on which nobody covers a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The post.
    pub post: usize,
    /// The days.
    pub days: Period,
}

/// One crew takes over from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The post.
    pub post: usize,
    /// Who leaves.
    pub out: usize,
    /// Who comes.
    pub into: usize,
    /// The days on which both are there; none where they never meet.
    pub days: Option<Period>,
}

/// What a plan comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// By post and day.
    pub spans: Vec<Span>,
    /// By post and day.
    pub gaps: Vec<Gap>,
    /// By post and day.
    pub handovers: Vec<Handover>,
}

impl Coverage {
    /// Of a plan over the table of a task.
    #[must_use]
    pub fn new(task: &BlockTask, table: &RuleTable, on: &[bool]) -> Self {
        let mut coverage = Self::default();
        for post in 0..task.posts.len() {
            let spans = spans(task, table, on, post);
            coverage.gaps.extend(gaps(task, post, &spans));
            coverage.handovers.extend(handovers(task, &spans));
            coverage.spans.extend(spans);
        }
        coverage
    }

    /// Days without anybody, over all posts.
    #[must_use]
    pub fn open_days(&self) -> i64 {
        self.gaps.iter().map(|gap| super::days_of(gap.days)).sum()
    }
}

/// The days of one crew after another at a post; neighbouring months of one crew become one span.
fn spans(task: &BlockTask, table: &RuleTable, on: &[bool], post: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (crew, facts) in task.crews.iter().enumerate() {
        for (month, days) in task.months.iter().enumerate() {
            let id = table.id(&Choice::Duty(Duty::Block { crew, post, month }));
            let is_on = id.and_then(|id| on.get(id as usize)).copied().unwrap_or_default();
            let from = days.from().max(facts.from_on);
            let to = facts.to_on.map_or(days.to(), |to| to.min(days.to()));
            let Some(days) = Period::new(from, to).filter(|_| is_on) else { continue };
            match spans.last_mut() {
                Some(last) if last.crew == crew && last.days.to().succ_opt() == Some(days.from()) => {
                    last.days = Period::new(last.days.from(), days.to()).unwrap_or(last.days);
                }
                _ => spans.push(Span { post, crew, days }),
            }
        }
    }
    spans.sort_by_key(|span| (span.days.from(), span.crew));
    spans
}

fn gaps(task: &BlockTask, post: usize, spans: &[Span]) -> Vec<Gap> {
    let (Some(first), Some(last)) = (task.months.first(), task.months.last()) else { return Vec::new() };
    let mut gaps = Vec::new();
    let since = task.posts.get(post).copied().unwrap_or(first.from());
    let mut open: Option<NaiveDate> = Some(first.from().max(since));
    for span in spans {
        if let Some(from) = open
            && let Some(eve) = span.days.from().pred_opt()
        {
            gaps.extend(Period::new(from, eve).map(|days| Gap { post, days }));
        }
        let next = span.days.to().succ_opt();
        open = open.max(next);
    }
    gaps.extend(open.and_then(|from| Period::new(from, last.to())).map(|days| Gap { post, days }));
    gaps
}

/// Who follows whom: on the days on which both are there, as far as both stay.
fn handovers(task: &BlockTask, spans: &[Span]) -> Vec<Handover> {
    let mut found = Vec::new();
    for pair in spans.windows(2) {
        let [out, into] = pair else { continue };
        let (Some(left), Some(came)) = (task.crews.get(out.crew), task.crews.get(into.crew)) else { continue };
        let is_next = out.days.to().succ_opt().is_some_and(|next| into.days.from() <= next);
        if out.crew == into.crew || !is_next {
            continue;
        }
        let most = u64::from(task.handover.max(1)) - 1;
        // The one who comes is there before, the one who leaves stays on, or both are there already.
        let start = into.days.from();
        let stays = left.to_on.unwrap_or(NaiveDate::MAX).max(out.days.to());
        let begin = if left.is_there(start) { start } else { came.from_on.max(out.days.from()) };
        let end = begin.checked_add_days(chrono::Days::new(most)).unwrap_or(begin).min(stays);
        let both = Period::new(begin, end).filter(|days| came.is_there(days.from()) && left.is_there(days.from()));
        found.push(Handover { post: out.post, out: out.crew, into: into.crew, days: both });
    }
    found
}
