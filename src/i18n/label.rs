//! Steps of the history as sentences.

use chrono::{Datelike, NaiveDate};

use super::Tr;
use crate::domain::{Label, Slot};

texts! {
    label_added(table: &str, name: &str) "新增{table}：{name}" "Added {table}: {name}";
    label_changed(table: &str, name: &str) "修改{table}：{name}" "Changed {table}: {name}";
    label_deleted(table: &str, name: &str) "删除{table}：{name}" "Deleted {table}: {name}";
    label_restored(table: &str, name: &str) "恢复{table}：{name}" "Restored {table}: {name}";
    label_slot_filled(when: &str, person: &str, after: &str) "{when} {person}：{after}" "{when} {person}: {after}";
    label_slot_changed(when: &str, person: &str, before: &str, after: &str) "{when} {person}：{before} → {after}" "{when} {person}: {before} → {after}";
    label_slot_cleared(when: &str, person: &str, before: &str) "{when} {person}：取消{before}" "{when} {person}: {before} removed";
    label_moved(name: &str, from: &str, to: &str) "{name}：{from} → {to}" "{name}: {from} → {to}";
    label_swapped(one: &str, other: &str) "对调：{one} ⇄ {other}" "Swapped: {one} ⇄ {other}";
    label_week_copied(week: &str, count: usize) "复制上周到{week}：{count} 个班次" "Previous week copied to {week}: {count} sessions";
    label_generated(week: &str, count: usize) "按模板排{week}起一周：{count} 个班次" "Week of {week} filled from templates: {count} sessions";
    label_replaced(person: &str, days: &str, count: usize) "{person} {days}请人替班：{count} 个班次" "{person} away {days}: {count} sessions handed over";
    label_handed_over(batch: &str, count: usize) "{batch}换批交接：{count} 项" "{batch} handed over: {count} things";
    label_told(name: &str) "已通知{name}" "Told {name}";
    label_untold(name: &str) "取消已通知标记：{name}" "No longer ticked as told: {name}";
    label_imported(files: &str, added: usize, changed: usize) "导入“{files}”：新增 {added}，更新 {changed}" "Imported {files}: {added} added, {changed} changed";
    label_published(document: &str, from: &str, version: u32) "发布{document}（{from}起）第{version}版" "Issued {document} (from {from}), version {version}";
    label_filled(rows: usize) "填入示例数据 {rows} 条" "Filled in {rows} sample rows";
    label_accepted(finding: &str) "接受检查结果：{finding}" "Accepted: {finding}";
    label_settings "修改设置" "Changed settings";
    label_several(count: usize) "修改 {count} 条记录" "Changed {count} records";
}

impl Tr {
    /// 6月14日 周三上午 / Wed 14 Jun a.m.
    #[must_use]
    pub fn half_day(self, on: NaiveDate, slot: Slot) -> String {
        let (day, weekday, slot) = (self.month_day(on), self.weekday(on.weekday()), self.slot(slot));
        match self.lang() {
            super::Lang::Zh => format!("{day} {weekday}{slot}"),
            super::Lang::En => format!("{weekday} {day} {slot}"),
        }
    }

    /// From a day to a day.
    fn stretch(self, from: NaiveDate, to: NaiveDate) -> String {
        crate::domain::Period::new(from, to).map(|period| self.paper_days(period)).unwrap_or_default()
    }

    /// The sentence of a step.
    #[must_use]
    pub fn label(self, label: &Label) -> String {
        match label {
            Label::Added { table, name } => self.label_added(self.table(*table), name),
            Label::Changed { table, name } => self.label_changed(self.table(*table), name),
            Label::Deleted { table, name } => self.label_deleted(self.table(*table), name),
            Label::Restored { table, name } => self.label_restored(self.table(*table), name),
            Label::Slot { person, on, slot, before, after } => {
                let when = self.half_day(*on, *slot);
                match (before.is_empty(), after.is_empty()) {
                    (true, _) => self.label_slot_filled(&when, person, after),
                    (false, false) => self.label_slot_changed(&when, person, before, after),
                    (false, true) => self.label_slot_cleared(&when, person, before),
                }
            }
            Label::Moved { name, from, to, person } => {
                let target = format!("{} {person}", self.half_day(to.0, to.1));
                self.label_moved(name, &self.half_day(from.0, from.1), &target)
            }
            Label::Swapped { one, other } => self.label_swapped(one, other),
            Label::WeekCopied { to, count } => self.label_week_copied(&self.month_day(*to), *count),
            Label::Generated { from, count } => self.label_generated(&self.month_day(*from), *count),
            Label::Locked { person, on, slot, is_locked } => {
                let when = self.half_day(*on, *slot);
                if *is_locked { self.label_locked(person, &when) } else { self.label_unlocked(person, &when) }
            }
            Label::Planned { from, to, count } => self.label_planned(&self.stretch(*from, *to), *count),
            Label::Rotated { from, to, count } => self.label_rotated(&self.stretch(*from, *to), *count),
            Label::Replaced { person, from, to, count } => {
                self.label_replaced(person, &self.stretch(*from, *to), *count)
            }
            Label::HandedOver { batch, no, count } if batch.is_empty() => {
                self.label_handed_over(&self.paper_batch_no(*no), *count)
            }
            Label::HandedOver { batch, count, .. } => self.label_handed_over(batch, *count),
            Label::Told { name, is_told: true } => self.label_told(name),
            Label::Told { name, is_told: false } => self.label_untold(name),
            Label::Imported { files, added, changed } => self.label_imported(&files.join("、"), *added, *changed),
            Label::Published { document, from, version, reason } => {
                let sentence = self.label_published(self.document_kind(*document), &self.month_day(*from), *version);
                if reason.is_empty() { sentence } else { self.label_published_why(&sentence, reason) }
            }
            Label::Filled { rows } => self.label_filled(*rows),
            Label::Accepted { finding } => self.label_accepted(finding),
            Label::Settings => self.label_settings().to_owned(),
            Label::Several { count } => self.label_several(*count),
            Label::TasksClosed { name, count: 1 } => self.label_task_closed(name),
            Label::TasksClosed { count, .. } => self.label_tasks_closed(*count),
            Label::TaskReopened { name } => self.label_task_reopened(name),
            Label::TaskPostponed { name, to } => self.label_task_postponed(name, &to.to_string()),
            Label::TaskChased { name, level } => self.label_task_chased(name, self.chase_level(*level)),
            Label::TasksChased { name, count } => self.label_tasks_chased(*count, name),
            Label::TasksMade { list, count } => self.label_tasks_made(*count, list),
            Label::TasksRenewed { count } => self.label_tasks_renewed(*count),
            Label::ReportSent { name } => self.label_report_sent(name),
        }
    }
}
