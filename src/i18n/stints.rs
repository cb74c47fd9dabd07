//! Words of people and stints.

texts! {
    people_code "工号" "Staff number";
    people_papers(count: usize) "打印所选 {count} 人的表格" "Papers of the {count} selected";
    people_overdue "已过计划离岗日期" "past the planned last day";
    people_ends_today "今天期满" "ends today";
    people_ends_soon(days: i64) "{days} 天后期满" "ends in {days} days";
    people_no_department "未定受援科室" "no host department";
    people_no_end "未定离岗日期" "no last day";
    people_retired "已停用" "retired";
    people_planned(on: &str) "{on}（计划）" "{on} (planned)";
    form_name_missing "请填写姓名" "Enter the name";
    form_year_wrong "请填写四位年份" "Enter a year of four figures";
    form_host_missing "请选择受援单位" "Choose the host";
    form_date_missing "请填写日期" "Enter a date";
    form_date_wrong "不是日期，可写 2023-05-31、2023-05 或 2023" "Not a date: 2023-05-31, 2023-05 or 2023";
    form_end_before_start "早于到岗日期" "Before the first day";
}

texts! {
    form_group_stint "派驻任期" "Stint";
    form_group_person "人员" "Person";
    form_stint_note "任期备注" "Note on the stint";
    form_date_hint "2023-05-31 或 2023-05" "2023-05-31 or 2023-05";
    form_pick(label: &str) "选{label}" "Pick {label}";
    form_new_name "新增…" "Add new…";
    form_new_name_of(label: &str) "新增的{label}" "New {label}";
    people_column_name "姓名" "Name";
    people_column_remark "提醒" "To look at";
    people_column_home "派出单位" "Home institution";
    people_column_home_dept "派出科室" "Home department";
    people_table "派驻人员" "Visiting experts";
    people_filter_on_post "在岗" "On post";
    people_filter_all "全部任期" "All stints";
    people_filter_own "其他人员" "Other people";
    people_add_expert "登记专家" "Add expert";
    people_add_staff "登记人员" "Add person";
    people_new "登记" "New";
    people_confirm "登记" "Add";
    people_roster "打印名册" "Print roster";
    people_import "导入名册" "Import roster";
    people_add_stint "再次派驻" "Add a stint";
    people_retire "停用" "Retire";
    people_use_again "恢复使用" "Use again";
    people_delete_stint "删除任期" "Delete stint";
    people_delete_person "删除人员" "Delete person";
    people_key_delete "把所选移入回收站" "Move the selection to the bin";
    people_tab_form "资料" "Record";
    people_tab_leave "请假" "Leave";
    people_tab_page "动态" "Activity";
    people_stints(count: usize) "派驻任期（{count}）" "Stints ({count})";
    people_sessions(count: usize) "今后四周的班次（{count}）" "Sessions of the next four weeks ({count})";
    people_documents(count: usize) "已发布的表格（{count}）" "Issued documents ({count})";
    people_empty_title "还没有在岗的派驻专家" "No experts on post yet";
    people_empty_text "逐个登记，或从派驻名册导入" "Enter them one by one, or import the roster";
    people_no_staff_title "还没有其他人员" "No other people yet";
    people_no_staff_text "没有派驻任期的人员列在这里" "People without a stint are listed here";
    leave_add "登记请假" "Enter leave";
    leave_none "没有请假记录" "No leave on record";
    leave_settles "期间的班次交给替诊人；没有替诊人的停诊" "Hand the sessions to the stand-in, or cancel them";
    leave_confirm "登记" "Enter";
    leave_delete(when: &str) "删除请假 {when}" "Delete leave {when}";
    leave_field_kind "类别" "Kind";
    leave_half_day(label: &str) "{label}的时段" "Half-day of {label}";
    leave_end_before_start "结束早于开始" "It ends before it starts";
}

impl super::Tr {
    /// 共 1.5 天 / 1.5 days.
    #[must_use]
    pub fn leave_days(self, whole: i64, has_half: bool) -> String {
        let half = if has_half { ".5" } else { "" };
        self.leave_days_written(&format!("{whole}{half}"))
    }
}

texts! {
    leave_days_written(days: &str) "共 {days} 天" "{days} days";
}
