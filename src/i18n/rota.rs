//! Words of the documents of the schedule: change slips, tours, months, flat lists, calendars.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::{Lang, Tr};
use crate::domain::{Period, Slot};

texts! {
    paper_planned "原安排" "Planned";
    paper_change "变动" "Change";
    paper_reason "原因" "Reason";
    paper_stand_in "替诊专家" "Stand-in";
    paper_told "通知科室" "To be told";
    paper_issued_at "发布时间" "Issued";
    paper_version "版本" "Version";
    paper_no_changes "本周没有改动" "Nothing was changed this week";
    paper_slip_cancelled "停诊" "Cancelled";
    paper_slip_dropped "取消" "Taken away";
    paper_slip_substituted(name: &str) "由{name}替诊" "{name} stands in";
    paper_slip_now(line: &str) "改为：{line}" "Now: {line}";
    paper_slip_moved(place: &str) "调至：{place}" "Moved to: {place}";
    paper_slip_added(place: &str) "新增：{place}" "Added: {place}";
    paper_slip_note "本通知只列变动，未列出的班次照原表执行；请导诊台、门诊部据此更换公示。" "Only changes are listed; all else stands as issued. Please renew what hangs on the wall.";
    paper_no_tours "本期没有巡回安排" "No tours in this period";
    paper_tour_plan_of(period: &str) "巡回医疗安排表（{period}）" "Tours planned ({period})";
    paper_tour_record_of(period: &str) "巡回医疗记录表（{period}）" "Record of tours ({period})";
    paper_tour_date "日期" "Date";
    paper_tour_weekday "星期" "Day";
    paper_tour_place "地点（卫生院/村）" "Site";
    paper_tour_leader "带队" "Leader";
    paper_tour_crew "队员（专业）" "Members";
    paper_tour_number "人数" "People";
    paper_tour_content "内容" "Content";
    paper_tour_car "车辆" "Car";
    paper_tour_contact "对接人" "Contact";
    paper_tour_status "状态" "State";
    paper_tour_date_place "日期地点" "Date and site";
    paper_tour_people "人员" "People";
    paper_tour_seen "诊疗人次" "Patients";
    paper_tour_consultations "会诊（例）" "Consultations";
    paper_tour_rounds "教学查房（次）" "Rounds";
    paper_tour_discussions "病例讨论（次）" "Discussions";
    paper_tour_lectures "讲座（场/人次）" "Lectures/attendances";
    paper_tour_given "发放资料/药品（元）" "Handed out (yuan)";
    paper_tour_problems "问题与建议" "Problems";
    paper_tour_seal "卫生院签章" "Seal of the site";
    paper_tour_counted(count: usize) "口径：只计已完成的巡回，本期共 {count} 次；诊疗人次为本人诊疗，不与科室数相加。" "Counted: tours that took place, {count} in this period; patients are those seen on the tour.";
    paper_tour_of(site: &str, count: usize, required: u32) "{site}{count}/{required}次" "{site} {count}/{required}";
    paper_tour_times(site: &str, count: usize) "{site}{count}次" "{site} {count}";
    paper_tour_frequency(list: &str) "各点本期次数/应达次数：{list}。" "Tours/required: {list}.";
    paper_month_of(period: &str) "帮扶专家月度排班总表（{period}）" "Monthly schedule of visiting experts ({period})";
    paper_month_note "每格为该半天的活动代字，停=停诊；合计为半天数，停诊不计，同一半天计一次。" "Each cell has the letter of the activity; totals are half-days without cancelled ones.";
    paper_changed_mark "△" "△";
    paper_changed_since(version: u32) "△=较第{version}版有变动。" "△ = changed since version {version}.";
    flat_tab "数据" "Data";
    flat_date "日期" "Date";
    flat_weekday "星期" "Weekday";
    flat_slot "时段" "Half-day";
    flat_expert "专家" "Expert";
    flat_title "职称" "Title";
    flat_home "派出单位" "Home";
    flat_dept "科室" "Department";
    flat_inst "机构" "Institution";
    flat_activity "活动" "Activity";
    flat_room "地点" "Room";
    flat_status "状态" "Status";
    flat_stand_in "替诊专家" "Stand-in";
    flat_reason "原因" "Reason";
    calendar_name(who: &str) "{who} 帮扶排班" "{who}: schedule";
    calendar_stands_in(name: &str, other: &str) "{name}（替{other}）" "{name} (for {other})";
}

impl Tr {
    /// 四 / Thu: the weekday in the narrowest form.
    #[must_use]
    pub fn paper_weekday_mark(self, on: NaiveDate) -> &'static str {
        match (self.lang(), on.weekday()) {
            (Lang::Zh, Weekday::Mon) => "一",
            (Lang::Zh, Weekday::Tue) => "二",
            (Lang::Zh, Weekday::Wed) => "三",
            (Lang::Zh, Weekday::Thu) => "四",
            (Lang::Zh, Weekday::Fri) => "五",
            (Lang::Zh, Weekday::Sat) => "六",
            (Lang::Zh, Weekday::Sun) => "日",
            (Lang::En, weekday) => self.weekday(weekday),
        }
    }

    /// 上 / a.m.: the half-day in the narrowest form.
    #[must_use]
    pub const fn paper_slot_mark(self, slot: Slot) -> &'static str {
        match (self.lang(), slot) {
            (Lang::Zh, Slot::Am) => "上",
            (Lang::Zh, Slot::Pm) => "下",
            (Lang::Zh, Slot::Night) => "夜",
            (Lang::En, slot) => self.slot(slot),
        }
    }

    /// 6月7日15:20 / 7 Jun 15:20.
    #[must_use]
    pub fn paper_moment(self, at: NaiveDateTime) -> String {
        let (day, time) = (self.month_day(at.date()), at.format("%H:%M"));
        match self.lang() {
            Lang::Zh => format!("{day}{time}"),
            Lang::En => format!("{day} {time}"),
        }
    }

    /// 2023年6月, 2023年1—6月, else the days / 2023-06.
    #[must_use]
    pub fn paper_span(self, period: Period) -> String {
        let (from, to) = (period.from(), period.to());
        let is_whole = from.day() == 1 && to.succ_opt().is_some_and(|next| next.day() == 1);
        match self.lang() {
            Lang::Zh if is_whole && (from.year(), from.month()) == (to.year(), to.month()) => {
                format!("{}年{}月", from.year(), from.month())
            }
            Lang::Zh if is_whole && from.year() == to.year() => {
                format!("{}年{}—{}月", from.year(), from.month(), to.month())
            }
            Lang::En if is_whole && (from.year(), from.month()) == (to.year(), to.month()) => {
                from.format("%Y-%m").to_string()
            }
            Lang::Zh | Lang::En => self.paper_long_period(period),
        }
    }
}
