//! Rows and their fields in words: keys become names, codes become words.

use serde_json::Value;

use crate::app::intake;
use crate::app::label;
use crate::app::settings::FileSetting;
use crate::domain::{
    AppraisalSubject, ChaseLevel, Cycle, DueShift, ObligationKind, ReportStatus, TaskEventKind, TaskStatus,
};
use crate::domain::{
    AttendanceMark, BatchMode, BenefitKind, BuildStatus, DayKind, Discipline, DocumentKind, EndReason, HolidayRule, Id,
    InstitutionKind, LeaveKind, PairingKind, PairingMode, PairingStatus, Programme, Registry, Row, RuleForce, RuleTerm,
    RuleWindow, SessionStatus, Sex, Slot, StintMode, StintRole, StudyKind, StudyStatus, Table, TourStatus, WeekRule,
};
use crate::i18n::Tr;

/// What people call a row, with its day where several share the name.
pub(super) fn dated_name(registry: &Registry, row: &Row, tr: Tr) -> String {
    let name = label::name_of(row, registry);
    match row {
        Row::Setting(row) => setting_name(&row.name, tr).to_owned(),
        Row::Session(row) => format!("{} {name}", tr.half_day(row.on_date, row.slot)),
        Row::Stint(row) => format!("{name} {}", tr.known_date(row.arrive_on, row.arrive_prec)),
        _ => name,
    }
}

fn setting_name(name: &str, tr: Tr) -> &str {
    if intake::is_mapping(name) {
        return tr.setting_import_mapping();
    }
    let setting = FileSetting::WRITTEN.iter().find(|setting| setting.name() == name);
    setting.map_or(name, |setting| setting.text(tr))
}

/// The value of a field: names for keys of other records, words for codes.
pub(super) fn value_text(registry: &Registry, tr: Tr, table: Table, field: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is_so) => tr.yes_no(*is_so).to_owned(),
        Value::Number(number) => {
            number.as_i64().and_then(|key| referred(registry, field, key)).unwrap_or_else(|| number.to_string())
        }
        Value::String(text) => word(tr, table, field, text).map_or_else(|| text.clone(), str::to_owned),
        Value::Array(values) => {
            let texts: Vec<String> = values.iter().map(|value| value_text(registry, tr, table, field, value)).collect();
            texts.join(tr.between())
        }
        Value::Object(_) => value.to_string(),
    }
}

/// The name of the record that a field refers to.
fn referred(registry: &Registry, field: &str, key: i64) -> Option<String> {
    let name = match field {
        "task" | "parent" => &registry.tasks.get(&Id::new(key))?.title,
        "obligation" => &registry.obligations.get(&Id::new(key))?.title,
        "meeting" => &registry.meetings.get(&Id::new(key))?.title,
        "inst" | "host_inst" | "from_inst" | "to_inst" | "dest_inst" | "head_inst" | "site" | "subject" => {
            &registry.institutions.get(&Id::new(key))?.name
        }
        "dept" | "host_dept" => &registry.departments.get(&Id::new(key))?.name,
        "person" | "substitute" | "mentor" | "apprentice" | "head" | "leader" | "owner_person" => {
            &registry.people.get(&Id::new(key))?.name
        }
        "stint" | "substitute_stint" | "successor_stint" | "mentor_stint" => &registry.person_of(Id::new(key))?.name,
        "activity" | "further" => &registry.activities.get(&Id::new(key))?.name_zh,
        "team" => &registry.teams.get(&Id::new(key))?.name,
        "pairing" | "previous" => {
            let pairing = registry.pairings.get(&Id::new(key))?;
            return Some(label::name_of(&pairing.clone().into(), registry));
        }
        "batch" => &registry.batches.get(&Id::new(key))?.label,
        _ => return None,
    };
    Some(name.clone())
}

/// The word of a code.
fn word(tr: Tr, table: Table, field: &str, code: &str) -> Option<&'static str> {
    match (field, table) {
        ("slot" | "from_slot" | "to_slot", _) => Slot::from_code(code).map(|value| tr.slot(value)),
        ("status", Table::Pairing) => PairingStatus::from_code(code).map(|value| tr.pairing_status(value)),
        ("status", Table::Studio) => BuildStatus::from_code(code).map(|value| tr.build_status(value)),
        ("status", Table::StudyLeave) => StudyStatus::from_code(code).map(|value| tr.study_status(value)),
        ("status", Table::Tour) => TourStatus::from_code(code).map(|value| tr.tour_status(value)),
        ("term", _) => RuleTerm::from_code(code).map(|value| tr.rule_term(value)),
        ("window", _) => RuleWindow::from_code(code).map(|value| tr.rule_window(value)),
        ("force", _) => RuleForce::from_code(code).map(|value| tr.rule_force(value)),
        ("status", Table::Task | Table::Resolution | Table::Problem) => {
            TaskStatus::from_code(code).map(|value| tr.task_status(value))
        }
        ("status", Table::Report) => ReportStatus::from_code(code).map(|value| tr.report_status(value)),
        ("kind", Table::TaskEvent) => TaskEventKind::from_code(code).map(|value| tr.task_event_kind(value)),
        ("kind", Table::Obligation) => ObligationKind::from_code(code).map(|value| tr.obligation_kind(value)),
        ("level", Table::TaskEvent) => ChaseLevel::from_code(code).map(|value| tr.chase_level(value)),
        ("cycle", _) => Cycle::from_code(code).map(|value| tr.cycle(value)),
        ("shift", _) => DueShift::from_code(code).map(|value| tr.due_shift(value)),
        ("subject", Table::Appraisal) => AppraisalSubject::from_code(code).map(|value| tr.appraisal_subject(value)),
        ("status", _) => SessionStatus::from_code(code).map(|value| tr.session_status(value)),
        ("kind", Table::Institution) | ("inst_kind" | "for_kinds", _) => {
            InstitutionKind::from_code(code).map(|value| tr.institution_kind(value))
        }
        ("kind", Table::Leave) => LeaveKind::from_code(code).map(|value| tr.leave_kind(value)),
        ("kind", Table::Pairing) => PairingKind::from_code(code).map(|value| tr.pairing_kind(value)),
        ("kind", Table::StudyLeave) => StudyKind::from_code(code).map(|value| tr.study_kind(value)),
        ("kind", Table::Benefit) => BenefitKind::from_code(code).map(|value| tr.benefit_kind(value)),
        ("kind", _) => DayKind::from_code(code).map(|value| tr.day_kind(value)),
        ("mode", Table::Batch) => BatchMode::from_code(code).map(|value| tr.batch_mode(value)),
        ("mode", Table::Pairing) => PairingMode::from_code(code).map(|value| tr.pairing_mode(value)),
        ("mark", _) => AttendanceMark::from_code(code).map(|value| tr.attendance_mark(value)),
        ("mode", _) => StintMode::from_code(code).map(|value| tr.stint_mode(value)),
        ("role", _) => StintRole::from_code(code).map(|value| tr.stint_role(value)),
        ("end_reason", _) => EndReason::from_code(code).map(|value| tr.end_reason(value)),
        ("discipline", _) => Discipline::from_code(code).map(|value| tr.discipline(value)),
        ("programme", _) => Programme::from_code(code).map(|value| tr.programme(value)),
        ("week_rule", _) => WeekRule::from_code(code).map(|value| tr.week_rule(value)),
        ("holiday_rule", _) => HolidayRule::from_code(code).map(|value| tr.holiday_rule(value)),
        ("sex", _) => Sex::from_code(code).map(|value| tr.sex(value)),
        ("document", _) => DocumentKind::from_code(code).map(|value| tr.document_kind(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Institution, InstitutionId};

    #[test]
    fn fields_are_told_as_people_read_them() {
        let inst = Institution {
            name: "商南县医院".to_owned(),
            ..serde_json::from_value(serde_json::json!({"id": 3, "name": "", "kind": "recipient"})).unwrap()
        };
        let registry = Registry { institutions: [(InstitutionId::new(3), inst)].into(), ..Registry::default() };
        let tr = Tr::default();
        let told = |table, field: &str, value: Value| value_text(&registry, tr, table, field, &value);
        for (table, field, value, expected) in [
            (Table::Session, "inst", Value::from(3), "商南县医院"),
            (Table::Session, "inst", Value::from(4), "4"),
            (Table::Session, "slot", Value::from("am"), "上午"),
            (Table::Leave, "kind", Value::from("sick"), "病假"),
            (Table::CalendarDay, "kind", Value::from("holiday"), "法定节假日"),
            (Table::Stint, "no_mentoring", Value::from(true), "是"),
            (Table::Person, "phone", Value::from("139"), "139"),
            (Table::Person, "dept", Value::Null, ""),
        ] {
            assert_eq!(told(table, field, value), expected, "{field}");
        }
    }
}
