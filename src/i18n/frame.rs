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
    table_rows(count: usize) "共 {count} 条" "{count} rows";
    table_rows_of(shown: usize, count: usize) "显示 {shown} / 共 {count} 条" "{shown} of {count} rows";
    table_selected(count: usize) "，已选 {count} 条" ", {count} selected";
    copy_rows "复制所选行" "Copy rows";
    copy_rows_with_heads "连同表头复制" "Copy rows with heads";
    delete "删除" "Delete";
    cancel "取消" "Cancel";
    close "关闭" "Close";
}

impl Tr {
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

    /// 2023年6月 / Jun 2023.
    #[must_use]
    pub fn month(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}年{}月", on.year(), on.month()),
            Lang::En => on.format("%b %Y").to_string(),
        }
    }
}
