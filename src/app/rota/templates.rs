//! The weekly templates as a list, and the form of one.

use chrono::NaiveDate;

use crate::app::Office;
use crate::domain::{
    Activity, ActivityId, DepartmentId, Edit, HolidayRule, Id, InstitutionId, Label, StintId, Table, Template,
    TemplateId, WeekRule,
};
use crate::i18n::Tr;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateLine {
    /// The template.
    pub id: TemplateId,
    /// Texts in the order of [`TemplateLine::COLUMNS`].
    pub cells: Vec<String>,
    /// Whether its time is over, or that of its expert.
    pub is_over: bool,
}

impl TemplateLine {
    /// The addresses of the columns.
    pub const COLUMNS: [&'static str; 9] =
        ["person", "weekday", "slot", "week_rule", "activity", "dept", "room", "valid", "holiday_rule"];
}

/// Names to choose from.
type Named<T> = Vec<(T, String)>;

/// The list of templates with what a form offers.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplatesVm {
    /// The lines, by expert, weekday and half-day.
    pub lines: Vec<TemplateLine>,
    /// The rows behind them, in the same order.
    pub rows: Vec<Template>,
    /// Experts on post today or later.
    pub experts: Named<StintId>,
    /// Activities.
    pub activities: Named<ActivityId>,
    /// Sites.
    pub sites: Named<InstitutionId>,
    /// Departments of every site.
    pub departments: Vec<(InstitutionId, DepartmentId, String)>,
    hosts: Vec<(StintId, InstitutionId, Option<DepartmentId>)>,
    today: NaiveDate,
}

/// A template being written.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateForm {
    /// As it will be stored.
    pub row: Template,
}

impl TemplatesVm {
    /// Gathers the list.
    #[must_use]
    pub fn load(office: &Office, tr: Tr) -> Self {
        let (registry, today) = (office.registry(), office.clock().today());
        let mut rows: Vec<Template> = registry.templates.values().cloned().collect();
        rows.sort_by_key(|row| {
            let person = registry.person_of(row.stint);
            (person.map_or(i64::MAX, |person| person.sort), row.stint, row.weekday, row.slot, row.id)
        });
        let is_open = |id: StintId| {
            registry.stints.get(&id).is_some_and(|stint| stint.last_day().is_none_or(|last| last >= today))
        };
        let name = |id: StintId| registry.person_of(id).map(|person| person.name.clone()).unwrap_or_default();
        let activity = |row: &Activity| tr.name_of(row).to_owned();
        let line = |row: &Template| TemplateLine {
            id: row.id,
            cells: vec![
                name(row.stint),
                tr.paper_weekday(row.weekday).unwrap_or_default().to_owned(),
                tr.slot(row.slot).to_owned(),
                tr.week_rule(row.week_rule).to_owned(),
                registry.activities.get(&row.activity).map(activity).unwrap_or_default(),
                row.dept.and_then(|id| registry.departments.get(&id)).map(|dept| dept.name.clone()).unwrap_or_default(),
                row.room.clone(),
                valid(row, tr),
                tr.holiday_rule(row.holiday_rule).to_owned(),
            ],
            is_over: !is_open(row.stint) || row.to_on.is_some_and(|to| to < today),
        };
        let mut activities: Vec<_> = registry.activities.values().collect();
        activities.sort_by_key(|activity| (activity.sort, activity.id));
        let mut sites: Vec<_> = registry.institutions.values().collect();
        sites.sort_by_key(|site| (!site.is_own, site.sort, site.id));
        let open: Vec<_> = registry.stints.values().filter(|stint| is_open(stint.id)).collect();
        Self {
            lines: rows.iter().map(line).collect(),
            experts: open.iter().map(|stint| (stint.id, name(stint.id))).collect(),
            activities: activities.into_iter().map(|row| (row.id, activity(row))).collect(),
            sites: sites.into_iter().map(|site| (site.id, site.name.clone())).collect(),
            departments: registry.departments.values().map(|dept| (dept.inst, dept.id, dept.name.clone())).collect(),
            hosts: open.iter().map(|stint| (stint.id, stint.host_inst, stint.host_dept)).collect(),
            rows,
            today,
        }
    }

    /// The template of a line, ready to be changed.
    #[must_use]
    pub fn form(&self, id: i64) -> Option<TemplateForm> {
        self.rows.iter().find(|row| row.id.raw() == id).map(|row| TemplateForm { row: row.clone() })
    }

    /// A new one, of the first expert; `None` where nobody is on post.
    #[must_use]
    pub fn blank(&self) -> Option<TemplateForm> {
        let (stint, inst, dept) = *self.hosts.first()?;
        let activity = self.activities.first()?.0;
        let row = Template {
            id: Id::NEW,
            stint,
            weekday: 1,
            slot: crate::domain::Slot::Am,
            week_rule: WeekRule::Every,
            activity,
            inst,
            dept,
            room: String::new(),
            from_on: Some(self.today),
            to_on: None,
            holiday_rule: HolidayRule::Cancel,
        };
        Some(TemplateForm { row })
    }

    /// Turns the form to another expert: site and department follow.
    pub fn turn_to(&self, form: &mut TemplateForm, stint: StintId) {
        form.row.stint = stint;
        if let Some((_, inst, dept)) = self.hosts.iter().find(|(id, ..)| *id == stint) {
            (form.row.inst, form.row.dept) = (*inst, *dept);
        }
    }

    /// Takes templates away; sessions that came from them stay as they are.
    #[must_use]
    pub fn delete(&self, ids: &[i64]) -> Option<Edit> {
        let rows: Vec<&Template> = self.rows.iter().filter(|row| ids.contains(&row.id.raw())).collect();
        let edits = rows.iter().map(|row| Edit::put(Template { to_on: self.yesterday(row), ..(*row).clone() }));
        let edits: Vec<Edit> = edits.collect();
        match edits.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(Edit::Many { label: Label::Several { count: several.len() }, edits }),
        }
    }

    /// The last day before today, but not before the template's first.
    fn yesterday(&self, row: &Template) -> Option<NaiveDate> {
        let yesterday = self.today.pred_opt()?;
        Some(row.from_on.map_or(yesterday, |from| from.max(yesterday)))
    }
}

impl TemplateForm {
    /// Whether its last day comes before its first.
    #[must_use]
    pub fn is_upside_down(&self) -> bool {
        self.row.from_on.zip(self.row.to_on).is_some_and(|(from, to)| to < from)
    }

    /// Stores it.
    #[must_use]
    pub fn edit(&self, name: &str) -> Option<Edit> {
        let table = Table::Template;
        let name = name.to_owned();
        let label = if self.row.id.is_new() { Label::Added { table, name } } else { Label::Changed { table, name } };
        (!self.is_upside_down()).then(|| Edit::Many { label, edits: vec![Edit::put(self.row.clone())] })
    }
}

/// 2023-06-01 — 2023-12-31, open ends left out.
fn valid(row: &Template, tr: Tr) -> String {
    let day = |on: Option<NaiveDate>| on.map(|on| on.format("%Y-%m-%d").to_string());
    match (day(row.from_on), day(row.to_on)) {
        (None, None) => tr.template_always().to_owned(),
        (from, to) => format!("{} — {}", from.unwrap_or_default(), to.unwrap_or_default()),
    }
}
