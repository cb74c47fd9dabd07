//! Words of the overviews of postings: the timeline, the page of a person, the calendar of leave, the map of relations.

use chrono::{Datelike, NaiveDate};

use super::{Lang, Tr};
use crate::domain::{Joint, LeaveKind, Period};

texts! {
    map_legend "箭头由支援单位指向受援单位；粗线为牵头，虚线为隶属" "Arrows lead from the supporter to the supported; thick: leads, broken: belongs to";
    map_new_relation "新增关系" "New relation";
    map_new_agreement "新增协议" "New agreement";
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
    timeline_seat(name: &str, words: &str) "{name}：{words}" "{name}: {words}";
    timeline_covers "各科在岗与衔接" "Departments and hand-over";
    timeline_covers_well "衔接正常" "all well";
    timeline_covers_flawed(count: usize) "{count} 科待协调" "{count} to look at";
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
    /// 移 +5 天 / 伸缩 -3 天.
    #[must_use]
    pub fn timeline_by(self, is_whole: bool, days: i64) -> String {
        let sign = match days {
            0 => return self.timeline_unchanged().to_owned(),
            1.. => "+",
            _ => "-",
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

texts! {
    stints_view_person "个人页" "Person";
    dossier_open "个人页" "Open page";
    dossier_back "返回名册" "Back to the roster";
    dossier_turn "换一人" "Another person";
    dossier_to_come "未到岗" "to come";
    dossier_left "已离岗" "has left";
    dossier_own_staff "本地人员" "local staff";
    dossier_host "受援单位及科室" "Host and department";
    dossier_phone "联系电话" "Phone";
    dossier_show_phone "显示号码" "Show number";
    dossier_hide_phone "隐藏号码" "Hide number";
    dossier_print "打印" "Print";
    dossier_stints "派驻" "Stints";
    dossier_days "驻点天数" "Days on post";
    dossier_sessions "班次" "Sessions";
    dossier_clinics "坐诊" "Clinics";
    dossier_apprentices "结对徒弟" "Apprentices";
    dossier_teaching "带教" "Teaching";
    dossier_tours "巡回" "Tours";
    dossier_leave_days "请假天数" "Days of leave";
    dossier_study "进修" "Study leave";
    dossier_pairings(count: usize) "结对（{count}）" "Pairs ({count})";
    dossier_tours_of(count: usize) "巡回（{count}）" "Tours ({count})";
    dossier_leave(count: usize) "请假（{count}）" "Leave ({count})";
    dossier_appointments(count: usize) "任职、挂职（{count}）" "Posts held ({count})";
    dossier_benefits(count: usize) "待遇与领导联系（{count}）" "Benefits and leaders ({count})";
    dossier_studies(count: usize) "进修（{count}）" "Study leave ({count})";
    dossier_more(count: usize) "另有 {count} 条" "{count} more";
    dossier_since(from: &str) "{from} 起" "since {from}";
    dossier_until(to: &str) "至 {to}" "until {to}";
    dossier_teaches(name: &str) "带{name}" "teaches {name}";
    dossier_learns(name: &str) "师从{name}" "learns from {name}";
    dossier_stands_in(line: &str) "替诊：{line}" "stands in: {line}";
    dossier_stand_in(name: &str) "替诊人{name}" "stand-in {name}";
    dossier_yuan(amount: &str) "{amount} 元" "{amount} yuan";
    dossier_liaison(leader: &str) "联系领导{leader}" "looked after by {leader}";
    dossier_visited(leader: &str) "{leader}走访" "visited by {leader}";
    dossier_not_handled "未办结" "not settled";
    dossier_behind(label: &str) "{label}的明细" "Records behind {label}";
    dossier_nothing_title "没有这位人员" "This person is gone";
    dossier_nothing_text "可能已被删除，可在回收站恢复" "Perhaps deleted: the bin has it";
    dossier_no_records "还没有任期、结对、请假等记录" "No stints, pairs or leave on record yet";
}

texts! {
    stints_view_leave "请假" "Leave";
    away_grid "请假日历" "Calendar of leave";
    away_off_post "不在岗" "not on post";
    away_clash "与班次冲突" "clashes with a session";
    away_clashes(count: usize) "与 {count} 个班次冲突" "clashes with {count} sessions";
    away_people(count: usize) "{count} 人请假" "{count} away";
    away_count "请假人数" "Away";
    away_total "合计" "Total";
    away_days_written(days: &str) "{days} 天" "{days} d";
    away_empty_title "这个月没有在岗人员" "Nobody is posted this month";
    away_empty_text "换一个月，或先登记派驻专家" "Choose another month, or enter experts first";
    away_hint "拖选半天后按 1–7 登记，Enter 填写详情" "Select half-days, then press 1–7, or Enter for details";
    away_new "登记请假" "Enter leave";
    away_change "修改请假" "Change leave";
    away_save "保存修改" "Keep changes";
    away_delete "删除请假" "Delete leave";
    away_slips "打印请假单" "Print slips";
    away_attendance "考勤月报" "Attendance";
    away_key_move "移动光标" "Move the cursor";
    away_key_extend "选择一段半天" "Select half-days";
    away_key_kind "登记事、病、年、差、学、探、其" "Enter leave of that kind";
    away_key_shift "整段前后移" "Move an absence";
    away_key_stretch "伸缩结束半天" "Stretch its end";
    away_key_month "上月、下月" "Previous and next month";
}

impl Tr {
    /// 1.5 天 / 1.5 d.
    #[must_use]
    pub fn away_days(self, whole: i64, has_half: bool) -> String {
        let half = if has_half { ".5" } else { "" };
        self.away_days_written(&format!("{whole}{half}"))
    }

    /// The letter of a kind of leave, which tells it apart where colours do not.
    #[must_use]
    pub const fn leave_letter(self, kind: LeaveKind) -> &'static str {
        match (kind, self.lang()) {
            (LeaveKind::Personal, Lang::Zh) => "事",
            (LeaveKind::Sick, Lang::Zh) => "病",
            (LeaveKind::Annual, Lang::Zh) => "年",
            (LeaveKind::Duty, Lang::Zh) => "差",
            (LeaveKind::Study, Lang::Zh) => "学",
            (LeaveKind::Family, Lang::Zh) => "探",
            (LeaveKind::Other, Lang::Zh) => "其",
            (LeaveKind::Personal, Lang::En) => "P",
            (LeaveKind::Sick, Lang::En) => "S",
            (LeaveKind::Annual, Lang::En) => "A",
            (LeaveKind::Duty, Lang::En) => "D",
            (LeaveKind::Study, Lang::En) => "L",
            (LeaveKind::Family, Lang::En) => "F",
            (LeaveKind::Other, Lang::En) => "O",
        }
    }
}

texts! {
    stints_view_map "关系" "Relations";
    map_picture "帮扶关系图" "Map of relations";
    map_list "帮扶关系列表" "List of relations";
    map_as_picture "图" "Map";
    map_as_list "列表" "List";
    map_year "年份" "Year";
    map_every_year "全部年份" "All years";
    map_subordination "含隶属" "With subordinates";
    map_own "本单位" "own";
    map_lead_hospital "牵头医院" "lead hospital";
    map_helps(from: &str, to: &str) "{from}帮扶{to}" "{from} helps {to}";
    map_signed_on(on: &str) "{on} 签" "signed {on}";
    map_agreement_over(on: &str) "协议已于 {on} 到期" "agreement ended on {on}";
    map_agreement_ends(days: i64) "协议 {days} 天后到期" "agreement ends in {days} days";
    map_empty_title "还没有帮扶关系" "No relations yet";
    map_empty_text "导入机构与帮扶关系表，或在资料页添加机构" "Import the sheet of institutions and relations";
    map_empty_year "这一年没有帮扶关系" "No relations in this year";
    map_agreements(count: usize) "协议（{count}）" "Agreements ({count})";
    map_no_agreement "没有协议记录" "No agreement on record";
    map_posted(people: usize, batches: usize) "派驻 {people} 人次，{batches} 个批次" "{people} stints, {batches} batches";
    map_over "已结束" "over";
    map_alert "提醒" "To look at";
    map_when "起止" "Dates";
    map_helps_head "帮扶" "Helps";
    map_helped_head "受帮扶于" "Helped by";
    map_of_site(count: usize) "{count} 条关系" "{count} relations";
}
