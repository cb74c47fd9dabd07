//! What a row of a flat schedule says beside its date. Schedules repeat from week to week, so rows with the same
//! words are understood once.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::bench::Bench;
use super::line::Line;
use super::lookup::Dept;
use super::outcome::{About, Reason, Refused};
use super::person_match::Who;
use super::sitting::Together;
use crate::domain::{ActivityId, InstitutionId, PersonId, SessionStatus, Slot};
use crate::import::values::{self, CellReading, Legend};
use crate::import::{Code, MappedSheet, Raw};

/// Heading of the half-day.
pub(super) const SLOT: &str = "时段";
/// Heading of the person.
pub(super) const EXPERT: &str = "专家";
/// Heading of the room.
pub(super) const ROOM: &str = "地点";
const DEPARTMENT: &str = "科室/站点";
const INSTITUTION: &str = "机构";
const ACTIVITY: &str = "活动";
const TITLE: &str = "职称";
const HOME: &str = "派出单位";
const STATUS: &str = "状态";

/// The columns that decide what a row says beside its date and its free words.
const DECIDING: [&str; 9] = [SLOT, EXPERT, TITLE, HOME, DEPARTMENT, INSTITUTION, ACTIVITY, ROOM, STATUS];

/// What holds for every row of a sheet.
#[derive(Debug)]
pub(super) struct Common {
    inst: Option<InstitutionId>,
    side: Vec<InstitutionId>,
    legend: Legend,
    columns: Vec<usize>,
    known: HashMap<String, Understood>,
}

/// A row without its date.
#[derive(Debug, Clone)]
pub(super) struct Understood {
    /// Half-days, none where the row leaves them to its date.
    pub(super) slots: Option<Vec<Slot>>,
    /// Whose.
    pub(super) person: PersonId,
    /// Title as written.
    pub(super) title: Option<String>,
    /// Where the row says it takes place; else at the host.
    pub(super) asked: Option<InstitutionId>,
    /// Whether the column 科室/站点 names that place, not a department.
    pub(super) is_site: bool,
    /// What.
    pub(super) activity: ActivityId,
    /// What else.
    pub(super) further: Vec<ActivityId>,
    /// The words, where they say more.
    pub(super) topic: String,
    /// The room.
    pub(super) room: Option<String>,
    /// The site of a tour.
    pub(super) away: Option<InstitutionId>,
    /// Where it stands.
    pub(super) status: Option<SessionStatus>,
    /// The department at the last host that was asked for it.
    dept: Option<(InstitutionId, Dept)>,
    hints: Vec<Reason>,
}

impl Common {
    /// What the titles and choices of the sheet say.
    pub(super) fn new(bench: &Bench<'_>, line: &Line<'_>, sheet: &MappedSheet) -> Self {
        Self {
            inst: bench.context_institution(line, "institution").or_else(|| bench.context_institution(line, "host")),
            side: bench.sides(line),
            legend: Legend::new(&sheet.legend),
            columns: DECIDING.iter().filter_map(|heading| sheet.columns.get(heading).copied()).collect(),
            known: HashMap::new(),
        }
    }

    /// What its codes mean.
    pub(super) const fn legend(&self) -> &Legend {
        &self.legend
    }

    /// The words of the row that decide, in one text.
    fn words(&self, line: &Line<'_>) -> String {
        let mut words = String::with_capacity(96);
        for at in &self.columns {
            match line.row.cells.get(*at) {
                Some(Raw::Text(text)) => words.push_str(text),
                Some(Raw::Blank) | None => {}
                // Writing to a text cannot fail.
                Some(other) => drop(write!(words, "{other:?}")),
            }
            words.push('\u{1f}');
        }
        words
    }
}

impl Bench<'_> {
    /// Understands a row, from the rows before it where one had the same words.
    pub(super) fn understand<'c>(
        &self,
        line: &mut Line<'_>,
        common: &'c mut Common,
    ) -> Result<&'c mut Understood, Refused> {
        let words = common.words(line);
        if !common.known.contains_key(&words) {
            let understood = understand(self, line, common)?;
            common.known.insert(words.clone(), understood);
        } else if let Some(known) = common.known.get(&words) {
            line.hints.extend(known.hints.iter().cloned());
        }
        common.known.get_mut(&words).ok_or_else(|| line.refuse(EXPERT, Code::R10, About::Nothing))
    }

    /// The department of a row at the host. R04 where it has a list without it.
    pub(super) fn department_at(
        &self,
        line: &Line<'_>,
        row: &mut Understood,
        host: InstitutionId,
    ) -> Result<Dept, Refused> {
        if row.is_site {
            return Ok(Dept::Unnamed);
        }
        if let Some((asked, dept)) = &row.dept
            && *asked == host
        {
            return Ok(dept.clone());
        }
        let dept = self.department_cell(line, DEPARTMENT, Some(host))?;
        if matches!(dept, Dept::Known(_) | Dept::Unnamed) {
            row.dept = Some((host, dept.clone()));
        }
        Ok(dept)
    }
}

fn understand(bench: &Bench<'_>, line: &mut Line<'_>, common: &Common) -> Result<Understood, Refused> {
    let hints_before = line.hints.len();
    let slots = line.read(SLOT, values::slots)?;
    let (site, asked) = place(bench, line, common)?;
    let title = line.text(TITLE);
    let person = person(bench, line, common, title.clone())?;
    let doing = doing(bench, line, common)?;
    let activity = *doing.activities.first().ok_or_else(|| line.refuse(ACTIVITY, Code::R08, About::Nothing))?;
    let (room, away) = room(bench, line, &doing);
    Ok(Understood {
        slots,
        person,
        title,
        asked,
        is_site: site.is_some(),
        activity,
        further: doing.activities.get(1..).unwrap_or_default().to_vec(),
        topic: doing.topic,
        room,
        away,
        status: line.read(STATUS, values::session_status)?,
        dept: None,
        hints: line.hints.get(hints_before..).unwrap_or_default().to_vec(),
    })
}

/// The institution that the row asks for, and whether the column 科室/站点 names it as a site.
fn place(
    bench: &Bench<'_>,
    line: &Line<'_>,
    common: &Common,
) -> Result<(Option<InstitutionId>, Option<InstitutionId>), Refused> {
    let named = bench.known_institution_cell(line, INSTITUTION)?;
    let site = bench.site_cell(line, DEPARTMENT);
    Ok((site, named.or(site).or(common.inst)))
}

fn person(bench: &Bench<'_>, line: &Line<'_>, common: &Common, title: Option<String>) -> Result<PersonId, Refused> {
    let name = line.required_name(EXPERT)?;
    let inst = bench.known_institution_cell(line, "派出单位")?;
    let who = Who {
        inst,
        dept: line.text(DEPARTMENT),
        title,
        side: common.side.clone(),
        is_posted: true,
        ..Who::of(EXPERT, name)
    };
    bench.known_person(line, &who)
}

/// The activity of the row: one of the list, a word that ends in one, or several.
fn doing(bench: &Bench<'_>, line: &Line<'_>, common: &Common) -> Result<Together, Refused> {
    let text = line.required(ACTIVITY)?;
    let refuse = || line.refuse(ACTIVITY, Code::R08, About::Nothing);
    if let Some(id) = bench.activity(&text) {
        return Ok(Together { activities: vec![id], ..Together::default() });
    }
    let known = || {
        let id = bench.activity(values::activity(line.raw(ACTIVITY)).ok().flatten()?)?;
        Some(Together { activities: vec![id], ..Together::default() })
    };
    // Read as in a grid, so that words which say more than the activity (内镜带教) are kept here as there.
    match values::grid_cell(&text, &common.legend) {
        CellReading::Work(entries) => {
            bench.together(&entries.iter().collect::<Vec<_>>()).or_else(known).ok_or_else(refuse)
        }
        CellReading::Rest => {
            bench.rest().map(|id| Together { activities: vec![id], ..Together::default() }).ok_or_else(refuse)
        }
        _ => known().ok_or_else(refuse),
    }
}

/// The room, and for 巡回 and 义诊 the site that the column 地点 names.
fn room(bench: &Bench<'_>, line: &Line<'_>, doing: &Together) -> (Option<String>, Option<InstitutionId>) {
    let room = line.text(ROOM).or_else(|| (!doing.place.is_empty()).then(|| doing.place.clone()));
    let is_outside = doing.activities.first().is_some_and(|id| bench.is_outside(*id));
    let site = room.as_deref().filter(|_| is_outside).map(|name| bench.index.institutions(name));
    match site {
        Some([one]) => (None, Some(*one)),
        _ => (room, None),
    }
}
