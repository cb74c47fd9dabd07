//! Words of printed documents and of what can go wrong with them.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Lang, Tr};
use crate::domain::{DocumentKind, Period, SessionStatus, Sex};

texts! {
    paper_serial "序号" "No.";
    paper_name "姓名" "Name";
    paper_title "职称" "Title";
    paper_host "受援单位" "Host";
    paper_host_department "受援科室" "Dept";
    paper_mode "派驻方式" "Mode";
    paper_half_day "时段" "Half-day";
    paper_phone "联系电话" "Phone";
    paper_remark "备注" "Remark";
    paper_department "科室" "Department";
    paper_expert "专家" "Expert";
    paper_home_hospital "派出医院" "Home hospital";
    paper_skilled_in "擅长" "Special field";
    paper_clinic_times "坐诊时间" "Clinic hours";
    paper_room "地点" "Room";
    paper_sex "性别" "Sex";
    paper_birth_year "出生年" "Born";
    paper_home "原单位及科室" "Home institution and department";
    paper_subject "专业" "Subject";
    paper_post "挂职/任职" "Post held";
    paper_batch "批次" "Batch";
    paper_arrived "到岗日期" "Arrived";
    paper_plan_leave "计划离岗" "Planned to leave";
    paper_left "实际离岗" "Left";
    paper_no_mentoring "不计带教" "Not mentoring";
    paper_yes "是" "yes";
    paper_not_recorded "—" "—";
    paper_total "合计" "Total";
    paper_rest "休" "off";
    paper_rest_means "休息" "rest";
    paper_working "班" "work";
    paper_off_for(name: &str) "休（{name}）" "off ({name})";
    paper_working_as(weekday: &str) "班（按{weekday}）" "work (as {weekday})";
    paper_edition(version: u32) "第{version}版" "Version {version}";
    paper_bracket(name: &str, detail: &str) "{name}（{detail}）" "{name} ({detail})";
    paper_edition_changed(version: u32) "第{version}版后有改动" "Changed since version {version}";
    paper_draft "草稿" "DRAFT";
    paper_legend "图例" "Legend";
    paper_notes "注" "Notes";
    paper_page_of "第 {page} 页　共 {pages} 页" "Page {page} of {pages}";
    paper_made_by "制表人" "Prepared by";
    paper_checked_by "审核人" "Checked by";
    paper_leader "分管领导" "Approved by";
    paper_date "日期" "Date";
    paper_filled_on "填报日期" "Date of report";
    paper_reporter "填报单位（盖章）" "Reporting unit (seal)";
    paper_seal(unit: &str) "{unit}（盖章）" "{unit} (seal)";
    paper_list_comma "、" ", ";
    paper_colon "：" ": ";
    paper_clause "；" "; ";
    paper_dot "　·　" "  ·  ";
    paper_count_week(people: usize, halves: usize) "口径：本周在岗专家 {people} 人，排班 {halves} 个半天；休息、停诊和请假不计，同一半天只计一次。" "Counted: {people} experts on post, {halves} half-days of work; rest, cancelled sessions and leave are left out, each half-day counts once.";
    paper_marks "休=休息，班=调休上班日；遇急诊以电话通知为准。" "off = rest, work = make-up workday; in an emergency the phone call counts.";
    paper_status_marks(list: &str) "{list}。" "{list}.";
    paper_on_holiday(list: &str) "节假日在岗：{list}。" "At work on public holidays: {list}.";
    paper_held_on(day: &str, festival: &str, slot: &str, person: &str, what: &str) "{day}（{festival}）{slot} {person} {what}" "{day} ({festival}) {slot} {person}: {what}";
    paper_phones_hidden "本表不含联系电话。" "Phone numbers are left out.";
    paper_phones_masked "联系电话已隐去部分数字。" "Phone numbers are partly hidden.";
    paper_calendar_missing(years: &str) "{years}年放假安排尚未录入，节假日按周一至周五上班推算。" "The public holidays of {years} are not known yet: Monday to Friday are taken as workdays.";
    paper_nobody "本期没有在岗专家" "Nobody is on post in this period";
    paper_no_clinics "本期没有坐诊安排" "No clinics in this period";
    paper_ask(phone: &str) "咨询电话：{phone}" "Enquiries: {phone}";
    paper_ask_blank "咨询电话：____________" "Enquiries: ____________";
    paper_valid(period: &str) "有效期：{period}" "Valid: {period}";
    paper_may_change "如有变动，以当日公告为准" "Subject to change: the notice of the day counts";
    paper_holiday_closed(days: &str, name: &str) "{days}{name}停诊" "{days}: no clinics ({name})";
    paper_holiday_except(days: &str, name: &str, list: &str) "{days}{name}停诊，照常坐诊的有：{list}" "{days}: no clinics ({name}), except {list}";
    paper_make_up_open(day: &str) "{day}调休上班，照常坐诊" "{day}: make-up workday, clinics as listed";
    paper_clinic_cancelled(list: &str) "停诊：{list}" "Cancelled: {list}";
    paper_hours(word: &str) "{word}" " {word}";
    paper_who_when(when: &str, name: &str) "{when}{name}" "{when} {name}";
    paper_from(inst: &str) "派出单位：{inst}" "From: {inst}";
    paper_to(inst: &str) "受援单位：{inst}" "Host: {inst}";
    paper_holiday "节假日" "public holiday";
    paper_all_day "全天" "all day";
    paper_run(from: &str, to: &str) "{from}至{to}" "{from}–{to}";
    paper_roster_total(people: usize, stints: usize, day: &str, present: usize) "{people} 人（{stints} 人次），{day}在岗 {present} 人" "{people} people ({stints} stints), {present} on post on {day}";
    paper_roster_count "口径：人按不同人员计，人次按派驻任期计；列入期间内在岗的全部任期，只知年月的日期按年月填写。" "Counted: people are distinct persons, stints are postings; every stint running in the period is listed, dates known to the month are written as months.";
    paper_roster_of(batch: &str) "派驻专家名册（{batch}）" "Roster of visiting experts ({batch})";
    paper_several_weeks "周排班表和坐诊公示一次只能做一周，请把期间选在同一周内（周一至周日）。" "A weekly schedule or posting covers one week: choose a period within one week (Monday to Sunday).";
    paper_template_broken(message: &str) "自定义的打印模板有误（{message}），已改用内置模板。" "The edited print template has an error ({message}); the built-in one was used.";
    paper_not_set "文件没有做成，详细情况已记入日志。" "The document could not be made; the details are in the log.";
    paper_ask_maker "请把日志文件发给维护人员。" "Please send the log file to whoever maintains the program.";
    paper_choose_week "请改选期间。" "Choose another period.";
}

impl Tr {
    /// The sex in a narrow column.
    #[must_use]
    pub const fn paper_sex_mark(self, sex: Sex) -> &'static str {
        match (self.lang(), sex) {
            (Lang::Zh, sex) => self.sex(sex),
            (Lang::En, Sex::Male) => "M",
            (Lang::En, Sex::Female) => "F",
        }
    }

    /// The title over a document.
    #[must_use]
    pub const fn paper_heading(self, kind: DocumentKind) -> &'static str {
        match (kind, self.lang()) {
            (DocumentKind::WeekSchedule, Lang::Zh) => "帮扶专家周排班表（内部版）",
            (DocumentKind::Posting, Lang::Zh) => "帮扶专家坐诊公示",
            (DocumentKind::Roster, Lang::Zh) => "派驻专家名册",
            (DocumentKind::ChangeSlip, Lang::Zh) => "停诊、替诊（排班更正）通知",
            (kind, Lang::Zh | Lang::En) => self.document_kind(kind),
        }
    }

    /// The mark of a session that is not simply held: 停, 代, 调, 加; none for the others.
    #[must_use]
    pub const fn paper_status(self, status: SessionStatus) -> Option<&'static str> {
        Some(match (status, self.lang()) {
            (SessionStatus::Cancelled, Lang::Zh) => "停",
            (SessionStatus::Cancelled, Lang::En) => "cancelled",
            (SessionStatus::Substituted, Lang::Zh) => "代",
            (SessionStatus::Substituted, Lang::En) => "by",
            (SessionStatus::Swapped, Lang::Zh) => "调",
            (SessionStatus::Swapped, Lang::En) => "swapped",
            (SessionStatus::Extra, Lang::Zh) => "加",
            (SessionStatus::Extra, Lang::En) => "extra",
            (SessionStatus::Planned | SessionStatus::Published | SessionStatus::Done, _) => return None,
        })
    }

    /// What such a mark means.
    #[must_use]
    pub const fn paper_status_means(self, status: SessionStatus) -> &'static str {
        match (status, self.lang()) {
            (SessionStatus::Cancelled, Lang::Zh) => "停=停诊",
            (SessionStatus::Substituted, Lang::Zh) => "代=替诊",
            (SessionStatus::Swapped, Lang::Zh) => "调=调班",
            (SessionStatus::Extra, Lang::Zh) => "加=加诊",
            (_, Lang::Zh) => "",
            (status, Lang::En) => self.session_status(status),
        }
    }

    /// 周一 6/12 / Mon 12 Jun.
    #[must_use]
    pub fn paper_day(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{} {}/{}", self.weekday(on.weekday()), on.month(), on.day()),
            Lang::En => format!("{} {}", self.weekday(on.weekday()), self.month_day(on)),
        }
    }

    /// 6月25日（周日） / Sun 25 Jun.
    #[must_use]
    pub fn paper_dated(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}（{}）", self.month_day(on), self.weekday(on.weekday())),
            Lang::En => self.paper_day(on),
        }
    }

    /// 6月22日—24日, 6月30日—7月2日, or one day / 22 Jun – 24 Jun.
    #[must_use]
    pub fn paper_days(self, period: Period) -> String {
        let (from, to) = (period.from(), period.to());
        match self.lang() {
            _ if from == to => self.month_day(from),
            Lang::Zh if from.month() == to.month() => format!("{}—{}日", self.month_day(from), to.day()),
            Lang::Zh => format!("{}—{}", self.month_day(from), self.month_day(to)),
            Lang::En => format!("{} – {}", self.month_day(from), self.month_day(to)),
        }
    }

    /// 2023年6月1日—6月30日, the year again where it changes / 1 Jun – 30 Jun 2023.
    #[must_use]
    pub fn paper_long_period(self, period: Period) -> String {
        let (from, to) = (period.from(), period.to());
        match self.lang() {
            _ if from == to => self.full_date(from),
            Lang::Zh if from.year() == to.year() => format!("{}—{}", self.full_date(from), self.month_day(to)),
            Lang::En if from.year() == to.year() => format!("{} – {}", self.month_day(from), self.full_date(to)),
            Lang::Zh => format!("{}—{}", self.full_date(from), self.full_date(to)),
            Lang::En => format!("{} – {}", self.full_date(from), self.full_date(to)),
        }
    }

    /// 第一批 / Batch 1; beyond 99 the number stays in digits.
    #[must_use]
    pub fn paper_batch_no(self, no: u32) -> String {
        match self.lang() {
            Lang::Zh => format!("第{}批", han_number(no)),
            Lang::En => format!("Batch {no}"),
        }
    }

    /// The weekday of a number from 1 (Monday) to 7.
    #[must_use]
    pub fn paper_weekday(self, number: u8) -> Option<&'static str> {
        Weekday::try_from(number.checked_sub(1)?).ok().map(|weekday| self.weekday(weekday))
    }
}

fn han_number(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| usize::try_from(value).ok().and_then(|index| DIGITS.get(index)).copied().unwrap_or("");
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number % 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}
