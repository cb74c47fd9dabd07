//! Words of tasks, reports that fall due, meetings and money.

use super::{Lang, Tr};
use crate::domain::{DaysLeft, ReportState, TaskState};

texts! {
    state_pending "未开始" "not started";
    state_active "正常" "on track";
    state_due_soon "临期" "due soon";
    state_closed "已销号" "closed";
    state_overdue "逾期" "overdue";
    state_overdue_days(days: i64) "逾期{days}天" "{days} days late";
    left_workdays(days: i64, workdays: i64) "还有{days}天（{workdays}个工作日）" "{days} days left ({workdays} working days)";
    left_today "今天到期" "due today";
    left_over(workdays: i64) "超{workdays}个工作日" "{workdays} working days over";
    left_over_off "到期后都是休息日" "only days off since";
    closed_early(days: i64) "提前{days}天办结" "closed {days} days early";
    closed_in_time "按期办结" "closed in time";
    closed_late(days: i64) "逾期{days}天办结" "closed {days} days late";
    report_pending "待报" "to be sent";
    report_late "逾期报" "sent late";
    report_submitted "已报" "sent";
    report_exempt "免报" "exempt";
    report_tally(standing: &str, sent: usize, all: usize) "{standing}({sent}/{all})" "{standing} ({sent}/{all})";
    evidence_files(count: usize) "{count}份" "{count} files";
    period_number(no: u32) "第{no}期" "No. {no}";
    label_task_closed(name: &str) "销号：{name}" "Closed: {name}";
    label_tasks_closed(count: usize) "销号 {count} 项任务" "Closed {count} tasks";
    label_task_reopened(name: &str) "退回：{name}" "Reopened: {name}";
    label_task_postponed(name: &str, to: &str) "延期至{to}：{name}" "Postponed to {to}: {name}";
    label_task_chased(name: &str, level: &str) "催办（{level}）：{name}" "Chased ({level}): {name}";
    label_tasks_chased(count: usize, name: &str) "催办 {count} 项任务：{name} 等" "Chased {count} tasks: {name} and others";
    label_tasks_made(count: usize, list: &str) "生成“{list}”任务 {count} 项" "Made {count} tasks of “{list}”";
    label_tasks_renewed(count: usize) "按模板更新 {count} 项任务" "Renewed {count} tasks from their template";
    label_report_sent(name: &str) "报送：{name}" "Sent: {name}";
}

texts! {
    tasks_begun "已启动" "Begun";
    tasks_leader "责任领导" "Responsible leader";
    tasks_start "起始" "Start";
    tasks_missing(count: usize) "各站点还缺模板中的 {count} 项任务" "Sites lack {count} tasks of the templates";
    tasks_lagging(count: usize) "模板已修改，进行中的 {count} 项任务与模板不一致" "Templates have changed: {count} running tasks differ";
    tasks_missing_and_lagging(missing: usize, lagging: usize) "各站点还缺 {missing} 项任务，另有 {lagging} 项与模板不一致" "Sites lack {missing} tasks, and {lagging} running ones differ";
    tasks_list_of_year(list: &str, year: i32) "{list}（{year}年）" "{list} ({year})";
    funds_sums(budget: &str, spent: &str) "预算 {budget} 元 · 已用 {spent} 元" "Budget {budget} yuan · spent {spent} yuan";
    tasks_tab_list "清单" "List";
    tasks_tab_board "看板" "Board";
    tasks_tab_calendar "日历" "Calendar";
    tasks_tab_timeline "时间轴" "Timeline";
    tasks_tab_reports "报送" "Reports";
    tasks_tab_decisions "议定事项" "Resolutions";
    tasks_tab_funds "经费" "Funds";
    tasks_filter_open "未销号" "Open";
    tasks_filter_problem "临期逾期" "Due or overdue";
    tasks_filter_closed "已销号" "Closed";
    tasks_filter_all "全部" "All";
    tasks_all_lists "全部清单" "All lists";
    tasks_all_sites "全部站点" "All sites";
    tasks_own_site "本单位" "Own institution";
    tasks_group "分组" "Group";
    tasks_group_none "按时限" "By due date";
    tasks_group_site "按站点" "By site";
    tasks_group_owner "按责任人" "By owner";
    tasks_group_category "按类别" "By category";
    tasks_add "新增任务" "Add task";
    tasks_views "视图" "View";
    tasks_key_view "下一个视图（PageUp 上一个）" "The next view (PageUp: the one before)";
    tasks_print "打印清单" "Print list";
    tasks_import "导入清单" "Import list";
    tasks_table "任务清单" "Task list";
    tasks_empty_title "还没有任务" "No tasks yet";
    tasks_empty_text "从任务清单工作簿导入，或逐条新增；模板可一次生成各站点的任务" "Import a task list, or add tasks one by one; a template makes those of every site at once";
    tasks_column_state "状态" "Status";
    tasks_column_left "剩余" "Left";
    tasks_column_task "任务事项" "Task";
    tasks_column_spent "已用(元)" "Spent (yuan)";
    tasks_column_budget "预算(元)" "Budget (yuan)";
    tasks_column_progress "进度%" "Progress %";
    tasks_key_tick "销号（再按一次退回）" "Close the task (again to reopen)";
    tasks_tick "销号" "Close";
    tasks_reopen "退回" "Reopen";
    tasks_chase "催办" "Chase";
    tasks_postpone "延期" "Postpone";
    tasks_delete "删除任务" "Delete task";
    tasks_save "新增" "Add";
    tasks_selected(count: usize) "已选 {count} 项" "{count} selected";
    tasks_bulk_owner "改为此责任人" "Set this owner";
    tasks_bulk_progress "改为此进度" "Set this progress";
    tasks_approver "批准人" "Approved by";
    tasks_new_due "延期至" "New due date";
    tasks_chase_text "催办内容" "What is asked for";
    tasks_chase_level "催办层级" "Level";
    tasks_reply_due "要求反馈" "Reply by";
    tasks_reply "反馈意见" "Reply";
    tasks_reply_add "登记反馈" "Enter reply";
    tasks_events "催办与动态" "Chases and events";
    tasks_no_events "还没有动态" "Nothing yet";
    tasks_milestones "里程碑" "Milestones";
    tasks_milestone_add "新增里程碑" "Add milestone";
    tasks_close_note "销号说明" "Closing note";
    tasks_tab_form "内容" "Record";
    tasks_tab_track "跟踪" "Tracking";
    tasks_list_missing "请填写清单名称" "Name the list";
    tasks_title_missing "请填写任务事项" "Say what is to be done";
    tasks_due_missing "请填写完成时限" "Enter the due date";
    tasks_start_late "起始晚于完成时限" "Starts after it is due";
    tasks_percent_wrong "进度应为 0–100" "Progress is 0–100";
    tasks_budget_wrong "预算应为金额，如 120,000.00" "The budget is an amount such as 120,000.00";
    tasks_date_wrong "日期应如 2023-06-30" "A date such as 2023-06-30";
    tasks_cell_refused(task: &str, typed: &str, why: &str) "“{task}”未修改：“{typed}”不能填在这里。{why}" "“{task}” was not changed: “{typed}” cannot stand there. {why}";
    tasks_count_wrong "应为整数" "A whole number";
    tasks_weight_wrong "权重为 0–1000 的整数" "The weight is a whole number from 0 to 1000";
    tasks_owner_unknown "人员名单中没有此人" "Nobody of that name is on the staff list";
    tasks_approver_missing "延期须填写批准人" "Say who gave leave to postpone it";
    tasks_parent "上级任务" "Part of";
    tasks_no_parent "无" "none";
    tasks_target "目标数量" "Target";
    tasks_done_qty "已完成数量" "Done so far";
    tasks_chase_column "催办" "Chase";
    tasks_filter_chase "待催办" "To be chased";
    tasks_chase_wanted(level: &str) "应催：{level}" "chase: {level}";
    tasks_chase_done(day: &str, level: &str) "{day} 已催{level}" "chased {level} {day}";
    tasks_chase_by_level(count: usize) "按层级催办 {count} 项" "Chase {count} by level";
    tasks_to_problem "列入问题清单" "Put on the problem list";
    tasks_export_ics "截止日期存为日历文件" "Save due dates as a calendar";
    tasks_saved_ics(path: &str) "日历文件已保存：{path}" "Saved the calendar: {path}";
    tasks_by_state "按状态" "By status";
    tasks_by_owner "按责任人" "By owner";
    tasks_no_owner "未定责任人" "No owner";
    tasks_close_hint "可不填" "May stay empty";
    tasks_close_dialog "销号" "Close the task";
    tasks_key_close "销号，填写日期和说明" "Close it with a date and a note";
    tasks_key_edit "就地修改" "Edit in place";
    tasks_bulk_leader "改为此责任领导" "Set this leader";
    tasks_bulk_dept "改为此牵头科室" "Set this lead department";
    tasks_bulk_begin "标为已启动" "Mark as begun";
    reminder_title(overdue: usize, soon: usize, days: i64) "今日提醒：逾期 {overdue} 项，{days} 天内到期 {soon} 项" "Today: {overdue} overdue, {soon} due within {days} days";
    setting_reminder "打开时提醒" "On opening";
    reminder_on "提醒到期事项" "Say what is due";
    reminder_off "不提醒" "Say nothing";
    tasks_on_day(count: usize) "{count} 项" "{count} tasks";
    tasks_hidden(count: usize) "另有 {count} 项" "{count} more";
    reports_table "全年报送与会议" "Reports and meetings of the year";
    reports_empty_title "还没有报送事项" "No reporting duties yet";
    reports_empty_text "新增报送事项，或从“报送事项”工作簿导入，即可得到全年各期的截止日期" "Add a duty or import the sheet of duties to get every due date of the year";
    reports_import "导入报送事项" "Import duties";
    reports_column_due "截止" "Due";
    reports_column_shifted "原定" "By rule";
    reports_column_period "期间" "Period";
    reports_column_sent "报送日期" "Sent on";
    reports_tick "登记报送" "Enter as sent";
    reports_key_tick "登记为今天报送（再按一次撤回）" "Enter as sent today (again to take back)";
    reports_year(year: i32) "{year}年" "{year}";
    funds_table "经费" "Funds";
    funds_empty_title "还没有经费" "No funds yet";
    funds_empty_text "新增经费后登记支出，或从“经费预算”和“资金使用明细”工作簿导入" "Add a fund and enter what is spent, or import the sheets of budgets and expenses";
    funds_column_site "站点/项目" "Site or project";
    funds_column_left "结余(元)" "Left (yuan)";
    funds_column_rate "使用率%" "Spent %";
    funds_column_elapsed "时间进度%" "Time gone %";
    funds_behind "进度落后" "behind";
    funds_expenses(count: usize) "支出（{count} 笔）" "Expenses ({count})";
    funds_no_voucher "缺凭证号" "no voucher";
    funds_expense_add "登记支出" "Enter expense";
    funds_amount "金额(元)" "Amount (yuan)";
    funds_amount_wrong "金额应为数字，最多两位小数" "An amount with two decimals at most";
    funds_override "超支原因" "Reason for overspending";
    decisions_table "议定事项" "Resolutions";
    decisions_empty_title "还没有议定事项" "No resolutions yet";
    decisions_empty_text "新增会议后登记议定事项，或从“议定事项”工作簿导入" "Add a meeting and enter what it decided, or import the sheet of resolutions";
    decisions_to_task "转为任务" "Make it a task";
    due_task "任务到期" "task due";
    due_report(period: &str) "{period}待报" "{period} to be sent";
    due_problem "问题待解决" "problem to be solved";
    due_resolution "议定事项到期" "resolution due";
    page_tasks "清单" "Tasks";
    page_tasks_hint "任务、报送、会议和经费" "Tasks, reports, meetings and money";
}

impl Tr {
    /// How a task stands: 逾期3天, 临期.
    #[must_use]
    pub fn task_state(self, state: TaskState, left: DaysLeft) -> String {
        match state {
            TaskState::Pending => self.state_pending().to_owned(),
            TaskState::Active => self.state_active().to_owned(),
            TaskState::DueSoon => self.state_due_soon().to_owned(),
            TaskState::Overdue => self.state_overdue_days(-left.days),
            TaskState::Closed => self.state_closed().to_owned(),
        }
    }

    /// How a report stands that is due in so many days: 逾期3天, 临期, 已报.
    #[must_use]
    pub fn report_state(self, state: ReportState, days: i64) -> String {
        match state {
            ReportState::Overdue => self.state_overdue_days(-days),
            ReportState::DueSoon => self.state_due_soon().to_owned(),
            ReportState::Pending => self.report_pending().to_owned(),
            ReportState::Late => self.report_late().to_owned(),
            ReportState::Submitted => self.report_submitted().to_owned(),
            ReportState::Exempt => self.report_exempt().to_owned(),
        }
    }

    /// How far a due date is: 还有3天（1个工作日）.
    #[must_use]
    pub fn days_left(self, left: DaysLeft) -> String {
        match left.days {
            0 => self.left_today().to_owned(),
            days if days > 0 => self.left_workdays(days, left.workdays),
            _ if left.workdays == 0 => self.left_over_off().to_owned(),
            _ => self.left_over(-left.workdays),
        }
    }

    /// How a closed task was closed against its due date: the note that a tick writes.
    #[must_use]
    pub fn closed_how(self, days_before_due: i64) -> String {
        match days_before_due {
            0 => self.closed_in_time().to_owned(),
            days if days > 0 => self.closed_early(days),
            days => self.closed_late(-days),
        }
    }

    /// 2023-06-05—2023-06-18.
    #[must_use]
    pub fn days_of(self, period: crate::domain::Period) -> String {
        let dash = if matches!(self.lang(), Lang::Zh) { "—" } else { "–" };
        format!("{}{dash}{}", period.from(), period.to())
    }
}
