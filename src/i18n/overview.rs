//! Words of the overviews of postings: the timeline, the page of a person, the calendar of leave, the map of relations.

use chrono::{Datelike, NaiveDate};

use super::{Lang, Tr};
use crate::domain::{Joint, Period};

texts! {
    stints_view_roster "名册" "Roster";
    stints_view_timeline "时间轴" "Timeline";
    timeline_grid "派驻时间轴" "Timeline of stints";
    timeline_by_batch "按批次" "By batch";
    timeline_by_department "按科室" "By department";
    timeline_by_institution "按受援单位" "By host";
    timeline_grouping "分组" "Group";
    timeline_zoom_month "月" "Month";
    timeline_zoom_quarter "季" "Quarter";
    timeline_zoom_year "年" "Year";
    timeline_today "回到今天" "Go to today";
    timeline_today_mark(day: &str) "今天 {day}" "today {day}";
    timeline_open "未定" "open";
    timeline_days(days: i64) "{days} 天" "{days} days";
    timeline_batch_spoken(name: &str, words: &str, count: usize) "{name} {words} 共 {count} 个任期" "{name} {words}, {count} stints";
    timeline_gap(days: i64) "空 {days} 天" "{days} days empty";
    timeline_no_overlap "无交接日" "no hand-over day";
    timeline_short(overlap: i64, wanted: i64) "交接 {overlap} 天，应 {wanted} 天" "{overlap} hand-over days, {wanted} asked";
    timeline_no_successor(days: i64) "{days} 天后期满，未定接任" "ends in {days} days, nobody to follow";
    timeline_flaw_spoken(name: &str, words: &str, days: &str) "{name}：{words}（{days}）" "{name}: {words} ({days})";
    timeline_paper_note "数字为该月在岗人数；空档与交接按规则 C05 的要求标出；只知月份的日期按月画" "Figures are people on post in the month; gaps and hand-over follow rule C05; dates known to the month are drawn by month";
    timeline_paper_planned(from: &str, to: &str) "（计划 {from} 至 {to}）" "(planned {from} to {to})";
    timeline_seat(name: &str, words: &str) "{name}{words}" "{name}: {words}";
    timeline_lanes "各科在岗与衔接" "Departments and hand-over";
    timeline_lanes_well(count: usize) "{count} 个科室，衔接正常" "{count} departments, all well";
    timeline_lanes_flawed(count: usize) "{count} 个科室待协调" "{count} departments to look at";
    timeline_flaws(count: usize) "{count} 处待协调" "{count} to look at";
    timeline_people(count: usize) "{count} 人次" "{count} stints";
    timeline_no_batch "未编批次" "No batch";
    timeline_present(people: usize) "{people} 人" "{people}";
    timeline_no_end(name: &str) "{name}未定离岗日期，请先在右侧填写" "{name} has no last day: enter it on the right first";
    timeline_ends_first(name: &str) "{name}的离岗早于到岗" "{name} would leave before arriving";
    timeline_overlap(name: &str, host: &str) "{name}另有任期在{host}，日期重叠" "{name} has another stint at {host} on these days";
    timeline_mended(words: &str) "消除：{words}" "Settled: {words}";
    timeline_unchanged "未改动" "unchanged";
    timeline_confirm_hint "Enter 确认，Esc 放弃" "Enter keeps it, Esc leaves it";
    timeline_drop_hint "松开即保存，Esc 放弃" "Let go to keep it, Esc leaves it";
    timeline_fold(name: &str) "收起{name}" "Fold {name}";
    timeline_unfold(name: &str) "展开{name}" "Unfold {name}";
    timeline_empty_title "还没有派驻任期" "No stints yet";
    timeline_empty_text "登记专家或导入名册后，任期按批次画在这里" "Enter experts or import a roster: their stints are drawn here";
    timeline_legend_planned "计划" "planned";
    timeline_legend_rough "只知月份或年份" "known to the month or year";
    timeline_legend_drag "拖动条移动，拖两端伸缩" "Drag a bar to move it, its ends to stretch it";
    timeline_print "打印时间轴" "Print timeline";
    timeline_key_choose "选择任期" "Choose a bar";
    timeline_key_move "整条前后移" "Move the bar";
    timeline_key_stretch "伸缩结束日期" "Stretch its end";
    timeline_key_stretch_start "伸缩开始日期" "Stretch its start";
    timeline_key_open "确认改动；未改动时打开" "Keep the change, or open the bar";
    timeline_key_leave "放弃改动" "Leave the change";
}

texts! {
    map_supporter "支援单位" "Supporter";
    map_supported "受援单位" "Supported";
    map_programme "帮扶项目" "Programme";
    map_lead "牵头" "Lead";
    map_start "开始日期" "From";
    map_end "结束日期" "Until";
    map_agreement "协议编号" "Agreement";
    map_signed "签订日期" "Signed on";
    map_valid "协议有效期" "Agreement valid";
    map_none "这段时间没有帮扶关系" "No relations in this period";
    map_from_to(from: &str, to: &str) "{from} 至 {to}" "{from} to {to}";
    map_total(relations: usize, supporters: usize, supported: usize) "帮扶关系 {relations} 条，支援单位 {supporters} 家，受援单位 {supported} 家" "{relations} relations, {supporters} supporters, {supported} supported";
}

impl Tr {
    /// 移 +5 天 / 伸缩 −3 天.
    #[must_use]
    pub fn timeline_by(self, is_whole: bool, days: i64) -> String {
        let sign = match days {
            0 => return self.timeline_unchanged().to_owned(),
            1.. => "+",
            _ => "\u{2212}",
        };
        let days = days.unsigned_abs();
        match (self.lang(), is_whole) {
            (Lang::Zh, true) => format!("移 {sign}{days} 天"),
            (Lang::Zh, false) => format!("伸缩 {sign}{days} 天"),
            (Lang::En, true) => format!("moved {sign}{days} days"),
            (Lang::En, false) => format!("stretched {sign}{days} days"),
        }
    }

    /// 空 4 天 / 无交接日 / 交接 1 天，应 3 天.
    #[must_use]
    pub fn timeline_joint(self, joint: Joint) -> String {
        match joint {
            Joint::Gap(days) => self.timeline_gap((days.to() - days.from()).num_days() + 1),
            Joint::Short { overlap: 0, .. } => self.timeline_no_overlap().to_owned(),
            Joint::Short { overlap, wanted, .. } => self.timeline_short(overlap, wanted),
        }
    }

    /// 2023-06-01 — 06-04, one day only once.
    #[must_use]
    pub fn timeline_span(self, days: Period) -> String {
        let (from, to) = (days.from(), days.to());
        if from == to {
            return from.to_string();
        }
        let end = if from.year() == to.year() { to.format("%m-%d").to_string() } else { to.to_string() };
        format!("{from} — {end}")
    }

    /// 6月 / Jun.
    #[must_use]
    pub fn timeline_month(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}月", on.month()),
            Lang::En => on.format("%b").to_string(),
        }
    }

    /// 2季 / Q2.
    #[must_use]
    pub fn timeline_quarter(self, on: NaiveDate) -> String {
        let quarter = (on.month() - 1) / 3 + 1;
        match self.lang() {
            Lang::Zh => format!("{quarter}季"),
            Lang::En => format!("Q{quarter}"),
        }
    }
}
