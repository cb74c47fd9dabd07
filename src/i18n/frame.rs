//! Words of the frame: rail, bars, status, palette, history, bin, backups, settings.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Lang, Tr};

texts! {
    app_name "传帮带" "Chuanbangdai";
    page_today "今日" "Today";
    page_schedule "排班" "Schedule";
    page_stints "派驻" "Stints";
    page_documents "报表" "Documents";
    page_records "资料" "Records";
    page_settings "设置" "Settings";
    page_import "导入" "Import";
    page_today_hint "今天谁在岗、有什么到期、哪里不对" "Who is on post, what is due, what is wrong";
    page_schedule_hint "一周的排班：谁、哪天、哪个半天" "The week: who, which day, which half-day";
    page_stints_hint "派驻专家与任期" "Visiting experts and their stints";
    page_documents_hint "预览、打印和导出各类报表" "Preview, print and export documents";
    page_records_hint "导入、历史、回收站、备份与基础资料" "Import, history, bin, backups and reference records";
    page_settings_hint "单位名称、文字大小、外观、语言" "Unit name, text size, look, language";
}

texts! {
    previous_week "上一周" "Previous week";
    next_week "下一周" "Next week";
    this_week "本周" "This week";
    previous_month "上个月" "Previous month";
    next_month "下个月" "Next month";
    this_month "本月" "This month";
    pick_date "选日期" "Pick a date";
    mark_rest "休" "off";
    mark_work "班" "on";
    filter_list "输入文字或拼音首字母" "Type to filter";
    filter_hint "筛选" "Filter";
    filter_by(column: &str) "筛选{column}" "Filter {column}";
    sort_by(column: &str) "按{column}排序" "Sort by {column}";
    move_left(column: &str) "{column}左移" "Move {column} left";
    move_right(column: &str) "{column}右移" "Move {column} right";
    table_filters "逐列筛选" "Filter by column";
    table_search "在表中查找" "Find in table";
    table_columns "显示哪些列" "Choose columns";
    table_as_before "恢复默认列" "Reset columns";
    table_rows(count: usize) "共 {count} 条" "Rows: {count}";
    table_rows_of(shown: usize, count: usize) "显示 {shown} / 共 {count} 条" "Rows: {shown} of {count}";
    table_selected(count: usize) "，已选 {count} 条" ", {count} selected";
    copy_rows "复制所选行" "Copy rows";
    copy_rows_with_heads "连同表头复制" "Copy rows with heads";
    delete "删除" "Delete";
    cancel "取消" "Cancel";
    close "关闭" "Close";
}

texts! {
    command_undo "撤销" "Undo";
    command_undo_hint "撤销上一步" "Take the last step back";
    command_redo "重做" "Redo";
    command_redo_hint "重做刚撤销的一步" "Do the step again";
    command_print "打印" "Print";
    command_print_hint "打印当前页面对应的报表" "Print what this page shows";
    command_import "导入" "Import";
    command_import_hint "导入 Excel、WPS 或 CSV 表格" "Import workbooks";
    command_back_up "立即备份" "Back up now";
    command_back_up_hint "现在就做一份备份" "Make a backup now";
    command_publish "发布本周排班" "Publish the week";
    command_told "通知名单" "Who is told";
    command_tours "巡回安排" "Tours";
    command_templates "排班模板" "Weekly templates";
    command_palette "查找" "Find";
    command_palette_hint "查找人员、机构，执行任何命令" "Find records, run any command";
    command_keys "快捷键" "Keys";
    command_keys_hint "列出所有快捷键" "List all keys";
    command_messages "消息" "Messages";
    command_messages_hint "查看本次的全部提示" "Show all messages of this session";
    command_back "后退" "Back";
    command_back_hint "回到上一个页面" "To the page before";
    command_forward "前进" "Forward";
    command_forward_hint "前往后一个页面" "To the page after";
    command_text_larger "放大文字" "Larger text";
    command_text_smaller "缩小文字" "Smaller text";
    command_text_usual "文字恢复原大" "Usual text size";
    command_text_hint "80%–200%" "80%–200%";
    search_anything "查找" "Find";
    palette_nothing(text: &str) "没有叫“{text}”的命令、人员或单位" "No command, person or unit is called “{text}”";
    palette_hint "输入文字、拼音或拼音首字母" "Type characters, pinyin or initials";
    no_messages "还没有消息。" "No messages yet.";
    nothing_to_print "这个页面没有可打印的报表。" "There is nothing to print on this page.";
    keys_here "本页" "This page";
    keys_everywhere "全局" "Everywhere";
    keys_in_tables "表格中" "In tables";
}

texts! {
    status_all_saved "已保存" "Saved";
    status_saved_at(time: &str) "已保存 {time}" "Saved {time}";
    status_undone(what: &str) "已撤销：{what}" "Undone: {what}";
    status_redone(what: &str) "已重做：{what}" "Redone: {what}";
    status_emptied(rows: usize) "已清空回收站：{rows} 条" "Bin emptied: {rows} rows";
    status_backed_up "已备份" "Backed up";
    status_restored "已恢复备份" "Backup restored";
    status_read_only "只读" "read-only";
    status_read_only_hint "数据文件以只读方式打开，不能修改" "The data file is open for reading only";
    status_findings(severity: &str, count: usize) "{severity} {count} 项" "{count} × {severity}";
    status_stop "停止" "Stop";
    status_stopping "正在停止…" "Stopping…";
}

texts! {
    today_line(date: &str, weekday: &str, kind: &str) "{date} {weekday} · {kind}" "{weekday} {date} · {kind}";
    today_posts "今日在岗" "On post today";
    today_next(day: &str) "今天没有班次；{day} 在岗" "No sessions today; on post {day}";
    today_nobody "今天没有在岗的派驻专家。" "Nobody is on post today.";
    today_findings "检查发现" "Findings";
    today_no_findings "本周和下周没有冲突。" "No conflicts this week and next.";
    today_due "到期与逾期" "Due and overdue";
    today_nothing_due "30 天内没有到期事项。" "Nothing is due within 30 days.";
    week_sessions(count: usize) "本周 {count} 个班次 →" "{count} sessions this week →";
    more_lines(count: usize) "还有 {count} 项" "and {count} more";
    between "；" "; ";
    yes "是" "yes";
    no "否" "no";
    due_in_days(days: i64) "还有 {days} 天" "in {days} days";
    due_today "今天" "today";
    due_over(days: i64) "已过 {days} 天" "{days} days ago";
    due_stint(date: &str) "派驻 {date} 期满" "stint ends {date}";
    due_stint_over(date: &str) "派驻计划 {date} 期满，未登记离岗" "stint was to end {date}, leaving not recorded";
    due_leave(kind: &str) "{kind}已结束，未销假" "{kind} ended, return not recorded";
    due_agreement(number: &str) "协议到期 {number}" "agreement runs out {number}";
    missing_year(year: i32) "{year} 年放假安排尚未导入，暂按周一至周五上班计算。" "The holiday notice of {year} is missing: Monday to Friday count as workdays.";
    steps_title "开始使用" "First steps";
    steps_hide "不再显示" "Hide";
    step_unit "填写单位名称" "Name your unit";
    step_people "导入派驻人员" "Bring in the people";
    step_week "排好一周" "Fill a week";
    step_print "打印并发布" "Print and issue";
}

texts! {
    tab_history "历史" "History";
    tab_bin "回收站" "Bin";
    tab_backups "备份" "Backups";
    tab_institutions "机构" "Institutions";
    tab_departments "科室" "Departments";
    tab_calendar "日历" "Calendar";
    record_name "名称" "Name";
    record_short_name "简称" "Short names";
    record_kind "类别" "Kind";
    record_level "等级" "Grade";
    record_county "县区" "County";
    record_town "乡镇" "Town";
    record_place "所在地" "Place";
    record_note "备注" "Remark";
    record_code "编码" "Code";
    record_inst "所属机构" "Institution";
    record_people "人员" "People";
    record_own "本单位" "own unit";
    institution_new "新增机构" "New institution";
    department_new "新增科室" "New department";
    institutions_empty "还没有机构" "No institutions yet";
    institutions_empty_hint "导入花名册时会自动登记支援单位和受援单位。" "Importing a roster brings them in.";
    departments_empty "还没有科室" "No departments yet";
    departments_empty_hint "导入花名册或排班表时会自动登记科室。" "Importing a roster or a schedule brings them in.";
    year_previous "上一年" "Previous year";
    year_next "下一年" "Next year";
    year_title(year: i32) "{year} 年" "{year}";
    year_working(days: usize) "工作日 {days} 天" "{days} working days";
    year_missing "这一年的放假安排尚未导入，暂按周一至周五上班。" "The holiday notice of this year is missing: Monday to Friday count as workdays.";
    year_hint "点一天可以改成放假、上班或恢复原样。" "Click a day to change what it is.";
    day_holiday "放假" "Day off";
    day_make_up "调休上班" "Make-up workday";
    day_usual "恢复原样" "As announced";
    history_what "做了什么" "What was done";
    history_when "时间" "When";
    history_rows "记录数" "Rows";
    history_state "状态" "State";
    history_number "序号" "No.";
    history_undone "已撤销" "undone";
    history_undo_this "撤销这一步" "Undo this step";
    history_empty "还没有任何修改" "Nothing was changed yet";
    history_empty_hint "每一步修改都会记在这里，随时可以撤销。" "Every step is kept here and can be undone.";
    bin_what "内容" "Record";
    bin_table "类别" "Kind";
    bin_when "删除时间" "Deleted";
    bin_fetch_back "恢复" "Restore";
    bin_forget "清空回收站" "Empty the bin";
    bin_forget_yes "清空" "Empty";
    bin_forget_question "清空后，这些记录和删除它们的步骤都不能再恢复。确定清空吗？" "These records, and the steps that deleted them, cannot be restored afterwards. Empty the bin?";
    bin_empty "回收站是空的" "The bin is empty";
    bin_empty_hint "删除的记录会先放在这里，可以随时恢复。" "Deleted records wait here and can be restored.";
    backup_when "备份时间" "Made";
    backup_why "原因" "Why";
    backup_since "此后的步骤" "Steps since";
    backup_size "大小" "Size";
    backup_none "还没有备份" "No backups yet";
    backup_none_hint "关闭程序时、每半小时有修改时，都会自动备份。" "Backups are made on closing and every half hour of changes.";
    backup_by_themselves "关闭程序时、修改满半小时、导入和恢复之前自动备份；旧备份逐步精简，手动备份一直保留。" "Backups are made on closing, every half hour of changes, before imports and restores; old ones are thinned, those made by hand stay.";
    backup_put_back "恢复到这份备份" "Restore this backup";
    backup_put_back_hint "先备份现在的数据，再换成所选备份" "The data are backed up first";
    backup_check "检查" "Check";
    backup_check_hint "完整读一遍所选备份" "Read the chosen backup whole";
    backup_sound(records: u64) "备份完好，共 {records} 条记录。" "The backup is sound: {records} records.";
}

texts! {
    settings_file "本单位" "This unit";
    settings_file_hint "随数据文件保存，用在打印的报表上。" "Kept in the data file and used on documents.";
    settings_computer "本机" "This computer";
    settings_computer_hint "只影响这台电脑上的显示。" "Only for this computer.";
    setting_unit_name "单位名称" "Unit name";
    setting_unit_name_hint "如：某某县人民医院" "e.g. County People's Hospital";
    setting_office "办公室名称" "Office";
    setting_office_hint "如：帮扶工作办公室" "e.g. Assistance Office";
    setting_prepared_by "制表人" "Prepared by";
    setting_checked_by "审核人" "Checked by";
    setting_approved_by "分管领导" "Approved by";
    setting_person_hint "姓名，可留空手签" "A name; empty to sign by hand";
    setting_hotline "咨询电话" "Phone for questions";
    setting_import_mapping "导入时各列的对应" "Columns of imported sheets";
    setting_hotline_hint "印在坐诊公示上" "Printed on postings";
    setting_text_size "文字大小" "Text size";
    setting_shade "外观" "Look";
    shade_system "跟随系统" "As the system";
    shade_light "浅色" "Light";
    shade_dark "深色" "Dark";
    setting_lang "语言" "Language";
    lang_zh "中文" "中文";
    lang_en "English" "English";
    setting_motion "动画" "Motion";
    motion_on "开" "On";
    motion_off "关" "Off";
    setting_place "存放位置" "Where data lie";
    place_portable "便携模式：数据、备份和设置都在程序旁边，可随U盘带走。" "Portable: data, backups and choices lie beside the program.";
    place_usual "在程序旁边放一个名为 portable.txt 的文件，即可改为便携模式。" "Put a file named portable.txt beside the program to make it portable.";
}

texts! {
    welcome_title "县级医院帮扶工作：派驻、排班、报表" "Visiting experts of a county hospital: stints, schedules, documents";
    welcome_text "先选一种方式开始，以后都可以更改。" "Choose how to begin; everything can be changed later.";
    welcome_sample "看看示例医院" "Look at a sample";
    welcome_sample_text "装入一所示例县医院的人员和排班，随便试，不怕弄坏。" "A sample hospital with people and schedules, to try everything.";
    welcome_import "导入现有表格" "Import your workbooks";
    welcome_import_text "把手头的花名册、排班表（Excel、WPS、CSV）直接导进来。" "Bring in the rosters and schedules you have.";
    welcome_empty "从空白开始" "Start empty";
    welcome_empty_text "新建一个空的数据文件，自己逐项填写。" "A new, empty data file.";
    welcome_open "打开已有的数据文件…" "Open a data file…";
    way_again "重试" "Try again";
    way_read_only "以只读方式打开" "Open for reading";
    way_other "打开其他文件…" "Open another file…";
    way_new "新建数据文件…" "Make a new file…";
    way_backups "或者换成最近的备份（原文件会另存一份）：" "Or put a backup in its place (the file is kept aside):";
    way_backup(at: &str, reason: &str) "{at}（{reason}）" "{at} ({reason})";
    path_title "文件位置" "File";
    path_take "确定" "OK";
    path_why "系统的文件对话框没有打开，请直接填写文件的完整路径。" "The file dialog did not open; type the whole path.";
    path_or_drop "也可以取消后把文件拖到窗口上。" "Or cancel and drop the files on the window.";
    path_label "完整路径" "Whole path";
    path_hint "从根目录或盘符写起" "From the root or the drive on";
    kind_data_file "数据文件" "Data file";
    kind_workbooks "表格" "Workbooks";
}

impl Tr {
    /// 是 / 否.
    #[must_use]
    pub const fn yes_no(self, is_so: bool) -> &'static str {
        if is_so { self.yes() } else { self.no() }
    }

    /// 还有 3 天 / 今天 / 已过 5 天.
    #[must_use]
    pub fn due_in(self, days: i64) -> String {
        match days {
            0 => self.due_today().to_owned(),
            1.. => self.due_in_days(days),
            _ => self.due_over(-days),
        }
    }

    /// The keys of tables, with what they do.
    #[must_use]
    pub const fn keys_of_table(self) -> [(&'static str, &'static str); 8] {
        match self.lang() {
            Lang::Zh => [
                ("↑ ↓", "上下移动"),
                ("Enter", "打开"),
                ("Shift+↑ ↓", "扩大选择"),
                ("Ctrl+A", "全选"),
                ("Ctrl+C", "复制所选行"),
                ("Delete", "删除"),
                ("Home / End", "第一行 / 最后一行"),
                ("PageUp / PageDown", "上下翻页"),
            ],
            Lang::En => [
                ("↑ ↓", "Move"),
                ("Enter", "Open"),
                ("Shift+↑ ↓", "Extend the selection"),
                ("Ctrl+A", "Select all"),
                ("Ctrl+C", "Copy the rows"),
                ("Delete", "Delete"),
                ("Home / End", "First / last row"),
                ("PageUp / PageDown", "Page up / down"),
            ],
        }
    }

    /// 一 / Mo: the head of a calendar column.
    #[must_use]
    pub const fn weekday_short(self, weekday: Weekday) -> &'static str {
        match (weekday, self.lang()) {
            (Weekday::Mon, Lang::Zh) => "一",
            (Weekday::Tue, Lang::Zh) => "二",
            (Weekday::Wed, Lang::Zh) => "三",
            (Weekday::Thu, Lang::Zh) => "四",
            (Weekday::Fri, Lang::Zh) => "五",
            (Weekday::Sat, Lang::Zh) => "六",
            (Weekday::Sun, Lang::Zh) => "日",
            (Weekday::Mon, Lang::En) => "Mo",
            (Weekday::Tue, Lang::En) => "Tu",
            (Weekday::Wed, Lang::En) => "We",
            (Weekday::Thu, Lang::En) => "Th",
            (Weekday::Fri, Lang::En) => "Fr",
            (Weekday::Sat, Lang::En) => "Sa",
            (Weekday::Sun, Lang::En) => "Su",
        }
    }

    /// 六月 / June.
    #[must_use]
    pub const fn month_name(self, month: u32) -> &'static str {
        let (zh, en) = match month {
            1 => ("一月", "January"),
            2 => ("二月", "February"),
            3 => ("三月", "March"),
            4 => ("四月", "April"),
            5 => ("五月", "May"),
            6 => ("六月", "June"),
            7 => ("七月", "July"),
            8 => ("八月", "August"),
            9 => ("九月", "September"),
            10 => ("十月", "October"),
            11 => ("十一月", "November"),
            _ => ("十二月", "December"),
        };
        match self.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// 2023年6月 / Jun 2023.
    #[must_use]
    pub fn month(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}年{}月", on.year(), on.month()),
            Lang::En => on.format("%b %Y").to_string(),
        }
    }
}
