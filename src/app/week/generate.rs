//! 从模板生成: what the weekly templates make of the week, what they leave free and why.

use chrono::NaiveDate;

use super::carry::{Carry, LeftOut};
use super::head::weekday_of;
use super::vm::{Records, WeekVm};
use crate::domain::{
    CalendarDay, CalendarDayId, DayKind, Edit, Label, SessionId, Table, Unmade, Week, Why, followed_weekday, generate,
};

/// What the templates ask of the week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FromTemplates {
    /// The rows that come in, and what stays behind.
    pub carry: Carry,
    /// Planned rows that no template asks for any more.
    pub dropped: Vec<SessionId>,
    /// Make-up days of which nobody has said yet which weekday they follow.
    pub undecided: Vec<NaiveDate>,
    /// Whether there is a template at all.
    pub has_templates: bool,
}

impl FromTemplates {
    pub(super) fn plan(records: &Records, week: Week) -> Self {
        let made = generate(&records.around, &records.registry, &records.calendar, week.period());
        let left_out = made.unmade.iter().filter_map(|unmade| left_out(records, unmade)).collect();
        let is_make_up = |on: &NaiveDate| {
            let facts = records.calendar.facts(*on);
            facts.kind == DayKind::MakeUp && followed_weekday(facts, *on).is_none()
        };
        Self {
            carry: Carry { rows: made.rows, left_out, from_elsewhere: Vec::new() },
            dropped: made.dropped,
            undecided: week.days().into_iter().filter(is_make_up).collect(),
            has_templates: !records.registry.templates.is_empty(),
        }
    }

    /// Whether generating would change nothing.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.carry.rows.is_empty() && self.dropped.is_empty()
    }
}

fn left_out(records: &Records, unmade: &Unmade) -> Option<LeftOut> {
    let (tr, facts) = (records.tr, records.calendar.facts(unmade.on));
    let template = records.registry.templates.get(&unmade.template)?;
    let activity = records.registry.activities.get(&template.activity)?;
    let what = [records.stint_name(template.stint), records.tr.name_of(activity), &template.room];
    let why = match unmade.why {
        Why::Holiday => tr.schedule_left_holiday(tr.festival(&facts.name)),
        Why::Leave => tr.table(Table::Leave).to_owned(),
        Why::Taken => tr.schedule_left_filled().to_owned(),
    };
    let what = what.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Some(LeftOut { what, on: unmade.on, slot: unmade.slot, why })
}

impl WeekVm {
    /// Fills the week from the templates; `None` where nothing would change.
    #[must_use]
    pub fn generate(&self) -> Option<Edit> {
        let made = &self.templates;
        let label = Label::Generated { from: self.week.monday(), count: made.carry.rows.len() };
        let mut edits: Vec<Edit> = made.carry.rows.iter().cloned().map(Edit::put).collect();
        edits.extend(made.dropped.iter().map(|id| Edit::Delete { table: Table::Session, id: id.raw() }));
        (!edits.is_empty()).then_some(Edit::Many { label, edits })
    }

    /// Says which weekday make-up days follow: 1 Monday … 5 Friday.
    #[must_use]
    pub fn decide_make_up(&self, days: &[(NaiveDate, u8)]) -> Option<Edit> {
        let tr = self.records.tr;
        let rows: Vec<CalendarDay> = days.iter().map(|(on, weekday)| self.make_up_row(*on, *weekday)).collect();
        let (first, weekday) = days.first()?;
        let weekday = weekday_of(*weekday).map_or("", |weekday| tr.weekday(weekday));
        let name = tr.schedule_make_up_follows(&tr.month_day(*first), weekday);
        let label = Label::Changed { table: Table::CalendarDay, name };
        Some(Edit::Many { label, edits: rows.into_iter().map(Edit::put).collect() })
    }

    fn make_up_row(&self, on: NaiveDate, weekday: u8) -> CalendarDay {
        let stored = self.records.registry.calendar_days.values().find(|day| day.on_date == on).cloned();
        let facts = self.records.calendar.facts(on);
        let row = stored.unwrap_or_else(|| CalendarDay {
            id: CalendarDayId::NEW,
            on_date: on,
            kind: DayKind::MakeUp,
            name: facts.name.clone(),
            acts_as_weekday: None,
            source: String::new(),
        });
        CalendarDay { acts_as_weekday: Some(weekday), ..row }
    }
}
