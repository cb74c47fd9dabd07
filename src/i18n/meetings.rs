//! Words of obligations, meetings and problems as they are entered in the window.

use super::Tr;
use crate::domain::TaskStatus;

texts! {
    duties_add "新增报送事项" "Add duty";
    duties_edit "修改报送事项" "Change the duty";
    duties_save "保存" "Save";
    duties_delete "删除" "Delete";
    duties_kind "事项类别" "Kind";
    duties_no_title "请填写事项名称" "Name the duty";
    duties_no_anchor "请填写起算日" "Enter the anchor date";
    duties_offset_hint "期末之后几天；期末之前用负数" "Days after the end of the period; below 0 before it";
    duties_offset_wrong "应为 -366 到 366 的整数" "A whole number from -366 to 366";
    duties_end_wrong "截止日早于起算日" "It ends before it begins";
    duties_checklist_hint "每行一项，每期重新勾选" "One entry a line, ticked afresh in each period";
    reports_take_back "撤回报送" "Take back";
    reports_column_checklist "子清单" "Checklist";
    reports_column_files "存档" "Kept";
    meetings_add "新增会议" "Add meeting";
    meetings_new_title "新会议" "New meeting";
    meetings_delete "删除会议及其议定事项" "Delete the meeting with its resolutions";
    meetings_of "本次会议" "The meeting";
    meetings_on "会议日期" "Held on";
    meetings_report "对应的例会" "Fulfils";
    decisions_add "新增议定事项" "Add resolution";
    decisions_text_missing "请填写议定事项" "Say what was decided";
    decisions_task(title: &str) "已转为任务：{title}" "Is the task: {title}";
    problems_tab "问题清单" "Problems";
    problems_table "问题清单" "List of problems";
    problems_add "新增问题" "Add problem";
    problems_text "问题" "Problem";
    problems_raised "提出日期" "Raised on";
    problems_by "提出人" "Raised by";
    problems_owner "责任人" "Seen to by";
    problems_due "解决时限" "To be solved by";
    problems_result "解决情况" "What was done";
    problems_done "解决日期" "Solved on";
    problems_task "来源任务" "Task";
    problems_tick "解决" "Solved";
    problems_key_tick "标为已解决（再按一次退回）" "Mark as solved (again to reopen)";
    problems_to_task "转为任务" "Make it a task";
    problems_text_missing "请填写问题" "Say what the problem is";
    problems_empty_title "还没有问题" "No problems yet";
    problems_empty_text "催办到联席会一级的任务会自动列入；也可随时新增" "Tasks carried to the joint meeting join this list; add others at any time";
    problem_pending "待处理" "open";
    problem_active "处理中" "being solved";
    problem_closed "已解决" "solved";
    funds_task "对应任务" "For task";
    funds_no_task "不对应任务" "No task";
    funds_payee "收款单位" "Payee";
    funds_over(yuan: &str) "超出预算 {yuan} 元，须填写超支原因" "{yuan} yuan over the budget: give the reason";
    funds_edit "修改支出" "Change the expense";
    funds_change "修改" "Change";
    funds_new "新支出" "New expense";
    funds_add "新增经费" "Add fund";
    funds_budget "预算(元)" "Budget (yuan)";
    funds_fund "经费" "Fund";
    funds_source "资金来源" "Source";
    funds_from "下达日期" "Released on";
    funds_to "使用截止" "To be spent until";
    funds_no_site "不分站点" "No site";
    funds_project_missing "请填写项目或选择站点" "Name a project or choose a site";
}

impl Tr {
    /// Where a problem stands by hand.
    #[must_use]
    pub const fn problem_status(self, status: TaskStatus) -> &'static str {
        match status {
            TaskStatus::Pending => self.problem_pending(),
            TaskStatus::Active => self.problem_active(),
            TaskStatus::Closed => self.problem_closed(),
        }
    }
}
