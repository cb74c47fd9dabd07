//! Words of the week grid and of the findings beside it.

texts! {
    schedule_day_off "休" "off";
    schedule_day_on "班" "on";
    schedule_acts_as(weekday: &str) "按{weekday}" "as {weekday}";
    schedule_acts_as_open "未定按周几" "weekday open";
    schedule_stand_in(name: &str) "由{name}替" "by {name}";
    schedule_covers(name: &str, line: &str) "替{name} {line}" "for {name}: {line}";
    schedule_nothing "空" "empty";
    schedule_off_post "不在任期" "not on post";
    schedule_between "；" "; ";
    schedule_with_mark(line: &str, mark: &str) "{line}（{mark}）" "{line} ({mark})";
    schedule_missing_year(year: i32) "{year}年放假安排尚未导入，暂按周一至周五上班显示" "The holiday notice of {year} is not imported yet: Monday to Friday are shown as workdays";
    schedule_room_taken(person: &str) "{person}已在用" "taken by {person}";
    schedule_caution_holiday(name: &str) "法定节假日（{name}）" "public holiday ({name})";
    schedule_left_filled "该时段已有安排" "the half-day is filled already";
    schedule_left_one_off(status: &str) "上周为临时变动（{status}）" "was a one-off last week ({status})";
    schedule_left_no_such_day "本周没有对应的工作日" "no such workday this week";
    schedule_from_elsewhere(day: &str, source: &str) "{day} 按 {source} 带入" "{day} follows {source}";
    schedule_left_holiday(name: &str) "放假（{name}）" "holiday ({name})";
    schedule_left_holiday_duty(name: &str) "上周为假期值班（{name}）" "was holiday duty last week ({name})";
    schedule_left_make_up "上周为调休上班日" "was a make-up workday last week";
    schedule_change(before: &str, after: &str) "{before} 改为 {after}" "{before} becomes {after}";
    schedule_change_here(before: &str, after: &str) "{before}：{after}" "{before}: {after}";
    schedule_change_added(after: &str) "新增 {after}" "added {after}";
    schedule_change_removed(before: &str) "取消 {before}" "removed {before}";
}

texts! {
    schedule_grid "周排班表" "Week grid";
    schedule_people(count: usize) "{count} 人" "{count} people";
    schedule_count_sessions(count: usize) "共{count}" "all {count}";
    schedule_count_clinics(count: usize) "坐诊{count}" "clinic {count}";
    schedule_count_tours(count: usize) "巡回{count}" "tour {count}";
    schedule_count_duty(count: usize) "值班{count}" "call {count}";
    schedule_counts_with_duty(counts: &str, duty: usize) "{counts}，值班 {duty}" "{counts}, {duty} on call";
    schedule_counts_spoken(name: &str, sessions: usize, clinics: usize, tours: usize) "{name}：本周 {sessions} 个半天，其中坐诊 {clinics}，巡回 {tours}" "{name}: {sessions} half-days this week, {clinics} clinics, {tours} tours";
    schedule_unread(first: &str, count: usize) "{count} 格没有认出活动，未粘贴，如「{first}」" "{count} cells name no activity and were not pasted, such as \"{first}\"";
    schedule_blank_left(count: usize) "{count} 个空白格没有改动；原表若合并了上午和下午，选中两格按 Ctrl+D 向下填充" "{count} empty cells changed nothing; where the sheet had merged morning and afternoon, select both and press Ctrl+D";
    schedule_menu_edit "填写…" "Fill in…";
    schedule_menu_copy "复制" "Copy";
    schedule_menu_cut "剪切" "Cut";
    schedule_menu_clear "清除" "Clear";
    schedule_menu_cancel "停诊" "Cancel session";
    schedule_menu_restore "恢复" "Reinstate";
    schedule_menu_done "标为完成" "Mark as done";
    schedule_drop_move(place: &str) "移到 {place}" "Move to {place}";
    schedule_drop_copy(place: &str) "复制到 {place}" "Copy to {place}";
    schedule_drop_swap(place: &str) "与 {place} 对调" "Swap with {place}";
    schedule_editor "填写班次" "Fill in session";
    schedule_editor_hint "拼音首字母或文字" "Initials or words";
    schedule_add "＋ 添加" "+ add";
    schedule_add_short "＋" "+";
    schedule_add_at(place: &str) "{place} 添加专家" "{place}: add an expert";
    schedule_who "选择专家" "Choose an expert";
    schedule_who_hint "姓名或拼音首字母" "Name or initials";
    schedule_who_none "没有这样的专家" "No such expert";
    schedule_editor_none "没有对应的活动" "No such activity";
    schedule_habit "常用" "usual";
}

texts! {
    schedule_main_copy "复制上周" "Copy last week";
    schedule_main_publish "发布" "Publish";
    schedule_main_reissue(version: u32) "发布第{version}版" "Publish version {version}";
    schedule_main_print "打印" "Print";
    schedule_draft "草稿" "Draft";
    schedule_issued(version: u32) "第{version}版" "Version {version}";
    schedule_issued_changed(version: u32, count: usize) "第{version}版 · {count} 处变动" "v{version}, {count} changes";
    schedule_all_batches "全部批次" "All batches";
    schedule_all_departments "全部科室" "All departments";
    schedule_all_sites "全部地点" "All places";
    schedule_all_activities "全部活动" "All activities";
    schedule_filters "筛选" "Filters";
    schedule_only_conflicts "只看有冲突" "Conflicts only";
    schedule_batch "批次" "Batch";
    schedule_department "科室" "Department";
    schedule_go_to "跳到日期" "Go to date";
    schedule_by_department "按科室查看" "By department";
    schedule_panel "详情" "Details";
    schedule_copied_title "已复制上周" "Last week copied";
    schedule_copied(count: usize) "带过来 {count} 个班次，均为计划状态。" "{count} sessions came over, all as planned.";
    schedule_left_out(count: usize) "{count} 个没有带过来：" "{count} did not come over:";
    schedule_and_more(names: &str, count: usize) "{names}……等 {count} 个" "{names} … {count} in all";
    schedule_not_blank "本周已有排班，没有再复制上周" "This week has sessions already: nothing was copied";
    schedule_nothing_to_copy "上周没有可以带过来的班次" "Nothing in the previous week fits this one";
    schedule_empty_title "这一周还没有排班" "Nothing is planned this week";
    schedule_empty_text "可以从上周带过来，或直接点格子填写" "Copy the previous week, or click a cell to fill it in";
    schedule_nobody_title "这一周没有在岗的派驻专家" "No expert is on post this week";
    schedule_nobody_text "先登记派驻专家及其到岗、离岗日期，或导入派驻名册" "Enter experts with their first and last days, or import the roster";
    schedule_nobody_action "登记派驻专家" "Enter experts";
    schedule_nobody_shown "没有符合筛选条件的行" "No row passes the filters";
    schedule_show_all "显示全部" "Show all";
    schedule_try_again "重试" "Try again";
    schedule_import_calendar "导入放假安排" "Import the notice";
}

texts! {
    schedule_pick_cell "选中一格，在此修改" "Select a cell to edit it here";
    schedule_pick_cell_hint "方向键移动，直接输入拼音首字母即可填写" "Move with the arrows, type initials to fill in";
    schedule_fields_activity "活动" "Activity";
    schedule_fields_further "另有活动" "Further activity";
    schedule_fields_none "无" "none";
    schedule_fields_topic "内容" "Topic";
    schedule_fields_topic_hint "比活动名称更具体时填写" "Where it says more than the activity";
    schedule_fields_site "地点" "Place";
    schedule_fields_department "科室" "Department";
    schedule_fields_room "诊室或房间" "Room";
    schedule_rooms "常用房间" "Usual rooms";
    schedule_fields_status "状态" "Status";
    schedule_fields_substitute "替诊人" "Stand-in";
    schedule_fields_reason "原因" "Reason";
    schedule_several(count: usize) "已选 {count} 格" "{count} cells selected";
    schedule_swap "对调两格" "Swap the two cells";
    schedule_fill "填写" "Fill in";
    schedule_busy(name: &str) "{name}（该时段有班）" "{name} (busy)";
    schedule_second(count: usize) "同一半天另有 {count} 个班次" "{count} more sessions in this half-day";
    schedule_findings(count: usize) "检查：{count} 项待看" "Checks: {count} to look at";
    schedule_findings_none "检查：没有发现冲突" "Checks: no conflicts";
    schedule_accept "接受" "Accept";
    schedule_accepted(note: &str) "已接受：{note}" "Accepted: {note}";
    schedule_accept_note "接受的理由" "Why it is accepted";
}

impl super::Tr {
    /// 第一批 / batch 1, or the batch's own name.
    #[must_use]
    pub fn batch_name(self, batch: &crate::domain::Batch) -> String {
        if batch.label.is_empty() { self.paper_batch_no(batch.no) } else { batch.label.clone() }
    }
}

texts! {
    /// In digits, as it is typed.
    batch_number(no: u32) "第{no}批" "Batch {no}";
}

texts! {
    schedule_key_open "打开填写框" "Open the editor";
    schedule_key_type "输入拼音首字母直接填写" "Type initials to fill in";
    schedule_key_tab "填入并到下一天" "Take and go to the next day";
    schedule_key_extend "扩大选择" "Extend the selection";
    schedule_key_clear "清除；已发布的先标为停诊" "Clear; an issued session is cancelled first";
    schedule_key_block "成块复制、剪切、粘贴（可与 Excel、WPS 互贴）" "Copy, cut, paste as a block (also with Excel)";
    schedule_key_leave "离开表格，之后用 Tab 到其他按钮" "Leave the grid; Tab then reaches the other controls";
    schedule_key_week "上一周、下一周；月视图中为上月、下月" "Previous and next week, or month in the views of a month";
    schedule_key_of_month "在月视图中转到所在的周" "In a month, go to the week of the cell";
    schedule_key_fill_down "向下填充" "Fill down";
}
