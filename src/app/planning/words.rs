//! Rows of the table of rules as sentences: chosen here, worded in `i18n`.

use std::collections::BTreeMap;

use super::names::Names;
use crate::domain::RuleTerm;
use crate::i18n::Tr;
use crate::planner::Duty;
use crate::planner::model::{Choice, Row, Rule, RuleTable, Scope};
use crate::planner::reasons::{Unmet, only_duty};
use crate::planner::ways::Relaxation;

/// How many names or days a sentence holds at most.
const LISTED: usize = 6;
/// Most sentences of a contradiction.
const DEMANDS: usize = 8;

/// Rows of one rule and one subject become one sentence over all their days; where that would be too many sentences,
/// rows of one rule become one over all their subjects.
#[must_use]
pub fn demands(table: &RuleTable, rows: &[usize], names: &Names, tr: Tr) -> Vec<String> {
    let rows: Vec<&Row> = rows.iter().filter_map(|number| table.rows().get(*number)).collect();
    let of_lock = |row: &Row| matches!(row.rule, Rule::Lock | Rule::LockImpossible);
    let timeless = |row: &Row| Scope { day: None, half: None, week: None, ..row.scope };
    let narrow = |row: &Row| if of_lock(row) { row.scope } else { timeless(row) };
    let wide = |row: &Row| if of_lock(row) { row.scope } else { Scope::default() };
    let told = |subject: &dyn Fn(&Row) -> Scope| -> Vec<String> {
        let mut groups: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
        for row in &rows {
            groups.entry((row.rule, row.lo, row.hi, subject(row))).or_default().push(row);
        }
        groups.values().filter_map(|rows| Some(demand(table, rows.first()?, rows, names, tr))).collect()
    };
    let sentences = told(&narrow);
    if sentences.len() > DEMANDS { told(&wide) } else { sentences }
}

/// What to give up: a whole rule, or one sentence for each rule and subject.
pub fn give_up(table: &RuleTable, way: &Relaxation, names: &Names, tr: Tr) -> Vec<String> {
    let rows: Vec<&Row> = way.rows.iter().filter_map(|number| table.rows().get(*number)).collect();
    if let (true, Some(row)) = (way.is_whole_rule, rows.first()) {
        return vec![tr.plan_give_whole(&demand(table, row, &rows, names, tr))];
    }
    // Rows of one rule are one exception, however many people or departments it is made for.
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let is_lock = matches!(row.rule, Rule::Lock | Rule::LockImpossible);
        let same = |group: &&mut Vec<&Row>| {
            group.first().is_some_and(|one| (one.rule, one.lo, one.hi) == (row.rule, row.lo, row.hi))
        };
        match groups.iter_mut().find(same).filter(|_| !is_lock) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    let sentence = |group: &Vec<&Row>| {
        let row = *group.first()?;
        Some(match row.rule {
            Rule::Lock | Rule::LockImpossible => tr.plan_give_lock(&locked_duty(table, row, names, tr)),
            Rule::OncallCover => tr.plan_give_oncall(&times(group, names, tr)),
            _ => tr.plan_give_rule(&demand(table, row, group, names, tr)),
        })
    };
    groups.iter().filter_map(sentence).collect()
}

fn demand(table: &RuleTable, row: &Row, rows: &[&Row], names: &Names, tr: Tr) -> String {
    let when = times(rows, names, tr);
    let each = |part: &dyn Fn(Scope) -> Option<String>| {
        let mut all: Vec<String> = Vec::new();
        for name in rows.iter().filter_map(|row| part(row.scope)) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        listed(all, tr)
    };
    let expert = || each(&|scope| scope.expert.map(|number| names.expert(number, tr)));
    let department = || each(&|scope| Some(place(scope, names, tr)).filter(|name| !name.is_empty()));
    let site = || each(&|scope| scope.site.map(|number| names.site(number, tr)));
    let most = i64::from(row.hi.unwrap_or_default());
    let kind = |kind: &str| tr.plan_weekly_kind(&expert(), kind, most, &when);
    match row.rule {
        Rule::OncallCover => match candidates(table, rows, names, tr) {
            who if who.is_empty() => tr.plan_oncall_nobody(&when),
            who => tr.plan_oncall_cover(&when, &who),
        },
        Rule::WeeklyOncalls => tr.plan_weekly_oncalls(&expert(), most, &when),
        Rule::OncallSpacing => tr.plan_oncall_spacing(&expert(), &when),
        Rule::OncallOne => tr.plan_oncall_one(&when),
        Rule::Rest => tr.plan_rest(&expert(), &when),
        Rule::DoubleBooking => tr.plan_double_booking(&expert(), &when),
        Rule::TwoTowns => tr.plan_two_towns(&expert(), &when),
        Rule::TourThenOncall => tr.plan_tour_then_oncall(&expert(), &when),
        Rule::Lock if row.lo == Some(0) => tr.plan_locked_off(&locked_duty(table, row, names, tr)),
        Rule::Lock => tr.plan_locked_on(&locked_duty(table, row, names, tr)),
        Rule::LockImpossible => tr.plan_lock_impossible(&locked_duty(table, row, names, tr)),
        Rule::WeeklyMax if row.lo.is_some() => {
            let demand = tr.plan_demand(&tr.plan_sessions_of(&expert(), &when), least(row));
            let room = table.terms(row).len();
            let is_beyond = i64::try_from(room).is_ok_and(|room| room < least(row));
            if is_beyond { tr.plan_demand_beyond(&demand, room) } else { demand }
        }
        Rule::WeeklyMax => tr.plan_weekly_max(&expert(), most, &when),
        Rule::WeeklyClinics => kind(tr.plan_kind_clinic()),
        Rule::WeeklySurgeries => kind(tr.plan_kind_surgery()),
        Rule::WeeklyLectures => kind(tr.plan_kind_lecture()),
        Rule::WeeklyTours => kind(tr.plan_kind_tour()),
        Rule::ClinicRooms => tr.plan_clinic_rooms(&department(), most, &when),
        Rule::OneRound => tr.plan_one_round(&department(), &when),
        Rule::Theatres => tr.plan_theatres(most, &when),
        Rule::LectureHall => tr.plan_lecture_hall(&when),
        Rule::TourTeam => tr.plan_tour_team(&site(), &when),
        Rule::TourSiteWeek => tr.plan_tour_site_week(&site(), &when),
        Rule::Cars => tr.plan_cars(most, &when),
        Rule::ClinicMin | Rule::ClinicShort => tr.plan_demand(&tr.plan_clinic_min(&department(), &when), least(row)),
        Rule::RoundMin | Rule::RoundShort => tr.plan_demand(&tr.plan_round_min(&department(), &when), least(row)),
        Rule::WorkShort => tr.plan_demand(&tr.plan_work_short(&department(), &when), least(row)),
        Rule::SiteWindow => tr.plan_demand(&tr.plan_site_visits(&site(), &when), least(row)),
        Rule::PairShort => tr.plan_demand(&tr.plan_pair_short(&expert(), &when), least(row)),
        Rule::Nobody => tr.plan_nobody().to_owned(),
        Rule::DaysOnPost | Rule::ClinicExperts if row.lo == Some(0) => tr.plan_counts_once().to_owned(),
        Rule::DaysOnPost => tr.plan_demand(&tr.plan_days_on_post(&expert(), &when), least(row)),
        Rule::ClinicExperts => tr.plan_demand(&tr.plan_clinic_experts(&department(), &when), least(row)),
        _ => tr.plan_other_rule(rule(row.rule, tr), &when),
    }
}

/// The wish in words, by how much it is missed, and why.
pub fn unmet(unmet: &Unmet, names: &Names, tr: Tr) -> String {
    let scope = unmet.scope;
    let expert = || scope.expert.map_or_else(String::new, |number| names.expert(number, tr));
    let department = || place(scope, names, tr);
    let week = || scope.week.map_or_else(String::new, |number| names.week(number, tr));
    let day = || scope.day.map_or_else(String::new, |day| names.day(day, tr));
    let what = match unmet.rule {
        Rule::ClinicShort => tr.plan_clinic_short(&department(), &week()),
        Rule::ClinicMin => tr.plan_clinic_min(&department(), &week()),
        Rule::RoundShort => tr.plan_round_short(&department(), &day()),
        Rule::RoundMin => tr.plan_round_min(&department(), &week()),
        Rule::LectureShort => tr.plan_lecture_short(&week()),
        Rule::PairShort => tr.plan_pair_short(&expert(), &week()),
        Rule::SiteWindow => {
            tr.plan_site_window(&scope.site.map_or_else(String::new, |number| names.site(number, tr)), &week())
        }
        Rule::OncallFair => tr.plan_oncall_fair(&expert()),
        Rule::TourFair => tr.plan_tour_fair(&expert()),
        Rule::WorkShort => tr.plan_work_short(&department(), &week()),
        Rule::ToursUsual => tr.plan_tours_usual(&week()),
        Rule::DaysOnPost => tr.plan_days_on_post(&expert(), &week()),
        Rule::ClinicExperts => tr.plan_clinic_experts(&department(), &week()),
        Rule::OncallCover => tr.plan_night_open(&day()),
        Rule::Change => {
            return tr.plan_change_of(&tr.plan_duty(&expert(), &day(), &department()));
        }
        Rule::Rest => return tr.plan_rest(&expert(), &day()),
        Rule::TwoTowns => return tr.plan_two_towns(&expert(), &day()),
        Rule::WeeklyMax => return tr.plan_weekly_max(&expert(), unmet.bound, &week()),
        Rule::OffPattern => return tr.plan_off_pattern(unmet.missing),
        other => {
            let when = if scope.day.is_some() { day() } else { week() };
            let name = other.term().map_or_else(|| rule(other, tr), |term| tr.rule_term(term));
            return tr.plan_other_rule(name, &when);
        }
    };
    let is_share = matches!(unmet.rule, Rule::OncallFair | Rule::TourFair | Rule::ToursUsual);
    let is_tour = matches!(unmet.rule, Rule::ToursUsual | Rule::SiteWindow);
    let because = match unmet.because {
        // A visit is never free for the taking: its team has to come along.
        Some(Rule::TourTeam) if is_tour => tr.plan_because_worth().to_owned(),
        Some(because) => tr.plan_because(rule(because, tr)),
        None if is_share => String::new(),
        None => tr.plan_because_worth().to_owned(),
    };
    tr.plan_unmet(&what, unmet.missing, &because)
}

/// The department, or the kind of work, that a row is about.
fn place(scope: Scope, names: &Names, tr: Tr) -> String {
    match (scope.work, scope.department) {
        (Some(work), _) => names.work(work, tr),
        (None, Some(department)) => names.department(department, tr),
        (None, None) => String::new(),
    }
}

fn least(row: &Row) -> i64 {
    row.lo.map_or(0, i64::from)
}

/// A duty in words.
#[must_use]
pub fn duty(duty: Duty, names: &Names, tr: Tr) -> String {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let half = match duty.half() {
        Some(0) => tr.plan_morning(),
        Some(_) => tr.plan_afternoon(),
        None => "",
    };
    let (place, kind) = match duty {
        Duty::Clinic { department, .. } => (names.department(number(department), tr), tr.plan_kind_clinic()),
        Duty::Round { department, .. } => (names.department(number(department), tr), tr.plan_kind_round()),
        Duty::Surgery { department, .. } => (names.department(number(department), tr), tr.plan_kind_surgery()),
        Duty::Lecture { .. } => (String::new(), tr.plan_kind_lecture()),
        Duty::Block { post, .. } => (names.site(number(post), tr), ""),
        Duty::Session { work, .. } => (names.work(number(work), tr), ""),
        Duty::Tour { site, .. } => (names.site(number(site), tr), tr.plan_kind_tour()),
        Duty::OnCall { .. } => (String::new(), tr.plan_kind_oncall()),
    };
    let what = tr.plan_duty_at(half, &place, kind);
    tr.plan_duty(&names.expert(number(duty.expert()), tr), &names.day(number(duty.day()), tr), what.trim())
}

fn locked_duty(table: &RuleTable, row: &Row, names: &Names, tr: Tr) -> String {
    if let Some(locked) = only_duty(table, row) {
        return duty(locked, names, tr);
    }
    let expert = row.scope.expert.map_or_else(String::new, |number| names.expert(number, tr));
    tr.plan_duty(&expert, &times(&[row], names, tr), "").trim().to_owned()
}

/// Those who could be on call on any of the days.
fn candidates(table: &RuleTable, rows: &[&Row], names: &Names, tr: Tr) -> String {
    let mut who: Vec<usize> = Vec::new();
    for (choice, _) in rows.iter().flat_map(|row| table.terms(row)) {
        if let Some(Choice::Duty(duty)) = table.choices().get(*choice as usize) {
            who.push(duty.expert());
        }
    }
    who.sort_unstable();
    who.dedup();
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    listed(who.iter().map(|expert| names.expert(number(*expert), tr)).collect(), tr)
}

/// The days or weeks of some rows; neighbours become a stretch.
fn times(rows: &[&Row], names: &Names, tr: Tr) -> String {
    let days: Vec<u32> = rows.iter().filter_map(|row| row.scope.day).collect();
    if days.is_empty() {
        let weeks = stretches(rows.iter().filter_map(|row| row.scope.week).collect());
        return listed(
            weeks.into_iter().map(|(first, last)| stretch(first, last, tr, |at| names.week(at, tr))).collect(),
            tr,
        );
    }
    listed(
        stretches(days).into_iter().map(|(first, last)| stretch(first, last, tr, |at| names.day(at, tr))).collect(),
        tr,
    )
}

fn stretch(first: u32, last: u32, tr: Tr, name: impl Fn(u32) -> String) -> String {
    if first == last { name(first) } else { tr.plan_days(&name(first), &name(last)) }
}

fn stretches(mut days: Vec<u32>) -> Vec<(u32, u32)> {
    days.sort_unstable();
    days.dedup();
    let mut stretches: Vec<(u32, u32)> = Vec::new();
    for day in days {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => stretches.push((day, day)),
        }
    }
    stretches
}

fn listed(mut parts: Vec<String>, tr: Tr) -> String {
    if parts.len() <= LISTED {
        return parts.join(tr.list_comma());
    }
    parts.truncate(LISTED);
    tr.plan_and_others(&parts.join(tr.list_comma()))
}

/// A rule as a reason.
const fn rule(rule: Rule, tr: Tr) -> &'static str {
    match rule {
        Rule::Lock | Rule::LockImpossible => tr.plan_rule_lock(),
        Rule::DoubleBooking => tr.plan_rule_busy(),
        Rule::Rest => tr.plan_rule_rest(),
        Rule::TwoTowns => tr.rule_term(RuleTerm::TwoTowns),
        Rule::WeeklyMax | Rule::WeeklyClinics | Rule::WeeklySurgeries | Rule::WeeklyLectures | Rule::WeeklyTours => {
            tr.plan_rule_weekly()
        }
        Rule::ClinicRooms | Rule::Theatres | Rule::LectureHall | Rule::OneRound => tr.plan_rule_room(),
        Rule::Cars => tr.plan_rule_car(),
        Rule::WorkMost => tr.plan_rule_enough(),
        Rule::Nobody => tr.plan_nobody(),
        Rule::TourTeam | Rule::TourSiteWeek => tr.plan_rule_team(),
        Rule::OncallCover | Rule::OncallOne | Rule::OncallSpacing | Rule::WeeklyOncalls | Rule::TourThenOncall => {
            tr.plan_rule_oncall()
        }
        _ => tr.plan_rule_other(),
    }
}
