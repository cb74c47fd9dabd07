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
    paper_covers(name: &str, words: &str) "替{name}{words}" "for {name}: {words}";
    paper_slip_cancelled "停诊" "Cancelled";
    paper_slip_dropped "取消" "Taken away";
    paper_slip_substituted(name: &str) "由{name}替诊" "{name} stands in";
    paper_slip_now(line: &str) "改为：{line}" "Now: {line}";
    paper_slip_moved(place: &str) "调至：{place}" "Moved to: {place}";
    paper_slip_added(place: &str) "新增：{place}" "Added: {place}";
    paper_slip_note "本通知只列变动，未列出的班次照原表执行；请导诊台、门诊部据此更换公示。" "Only changes are listed; all else stands as issued. Please renew what hangs on the wall.";
    paper_issue_reason(reason: &str) "发布原因：{reason}。" "Reason of the issue: {reason}.";
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
    paper_month_note "每格为该半天的活动代字，停=停诊，替=由他人代班；合计为半天数，停诊不计，代班计入代班人，同一半天计一次。" "Each cell has the letter of the activity; totals are half-days without cancelled ones, those handed over with the stand-in.";
    paper_by_department "帮扶专家周排班表（按科室）" "Weekly schedule by department";
    paper_by_place "帮扶专家周排班表（按地点）" "Weekly schedule by place";
    paper_place "地点" "Place";
    paper_month_by_department(period: &str) "帮扶专家月度排班总表（按科室，{period}）" "Monthly schedule by department ({period})";
    paper_month_by_place(period: &str) "帮扶专家月度排班总表（按地点，{period}）" "Monthly schedule by place ({period})";
    paper_month_visits "人次" "Visits";
    paper_month_groups_note "每格为该半天的专家及活动代字，停=停诊，替=由所列专家代班；人次按专家的半天数合计，停诊不计。" "Each cell names the experts of the half-day with the letter of the activity; visits are half-days of experts without cancelled ones.";
    paper_month_counted(most: usize) "同一半天超过 {most} 人的行只列人数。" "Rows with more than {most} experts in a half-day say how many they are.";
    paper_changed_mark "△" "△";
    paper_changed_since(version: u32) "△=较第{version}版有变动。" "△ = changed since version {version}.";
    options_paper "纸张" "Paper";
    options_a4 "A4" "A4";
    options_a3 "A3" "A3";
    options_upright "竖放" "Portrait";
    options_across "横放" "Landscape";
    options_usual_way "按表格默认" "As usual";
    options_way "方向" "Orientation";
    options_text_size "字号" "Text size";
    options_text_fit "自动（占满一页）" "Fit to one page";
    options_points(points: u8) "{points} 磅" "{points} pt";
    options_rows "按" "Rows";
    options_rows_people "专家" "Experts";
    options_rows_departments "科室" "Departments";
    options_rows_places "地点" "Places";
    options_signatures "签字栏" "Places to sign";
    options_legend "图例" "Legend";
    options_blank "空白表" "Blank form";
    options_marks "标出改动" "Mark changes";
    options_code "二维码（本周排班，离线可读）" "QR code (the week itself, offline)";
    flat_tab "数据" "Data";
    flat_date "班次日期" "Date";
    flat_weekday "星期" "Weekday";
    flat_slot "半天" "Half-day";
    flat_expert "承担专家" "Expert";
    flat_title "职称" "Title";
    flat_home "原单位" "Home";
    flat_dept "所在科室" "Department";
    flat_inst "所在机构" "Institution";
    flat_activity "活动名称" "Activity";
    flat_room "房间" "Room";
    flat_status "状态" "Status";
    flat_stand_in "替诊专家" "Stand-in";
    flat_reason "原因" "Reason";
    code_alone "扫码看本周排班" "Scan for the week";
    code_of(number: usize, count: usize, names: &str) "{number}/{count} {names}" "{number}/{count} {names}";
    code_names(first: &str, last: &str) "{first}—{last}" "{first} – {last}";
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

texts! {
    finding_days_on_post(person: &str, site: &str, actual: u32, required: u32) "{site} {person}本周驻点 {actual} 天，应不少于 {required} 天" "{site}: {person} is on post {actual} days this week, {required} are asked for";
    finding_clinic_experts(site: &str, actual: u32, required: u32) "{site}本周副高及以上坐诊专家 {actual} 人，应不少于 {required} 人" "{site}: {actual} experts of rank in clinics this week, {required} are asked for";
    finding_tours(site: &str, window: &str, actual: u32, required: u32) "{site}{window}应巡回 {required} 次，现有 {actual} 次" "{site}: {required} tours asked for {window}, there are {actual}";
    finding_posting_over(day: &str) "墙上的坐诊公示已于 {day} 过期，请更换" "The posting on the wall ran out on {day}";
    finding_posting_gone(names: &str) "墙上的坐诊公示仍有已离岗的{names}，请更换" "The posting on the wall names {names}, no longer on post";
}

texts! {
    tour_visits(site: &str, count: u32, required: u32) "{site} {count}/{required}" "{site} {count}/{required}";
    tour_visits_quarter(site: &str, count: u32, required: u32) "{site} 本季 {count}/{required}" "{site} {count}/{required} this quarter";
    tour_visits_free(site: &str, count: u32) "{site} {count} 次" "{site} {count}";
    tour_required(site: &str, window: &str, count: u32) "{site}{window}不少于 {count} 次" "{site}: at least {count} {window}";
    tour_required_list(list: &str) "应达次数：{list}" "Asked for: {list}";
    tour_required_none "本月没有巡回次数要求" "No number of tours is asked for this month";
    tour_present "实到情况" "Who was there";
    tour_present_of(name: &str) "{name}实到情况" "Whether {name} was there";
    tour_present_open "未登记" "not recorded";
    tour_present_yes "到" "present";
    tour_present_no "未到" "absent";
    tour_present_all "全部到" "All present";
}

texts! {
    calendar_export "导出手机日历…" "Calendar for phones…";
    calendar_title "导出手机日历（ICS）" "Calendar for phones (ICS)";
    calendar_hint "只含已发布的班次；同一班次再次导入会更新，不会重复。" "Issued sessions only; importing again updates them, none is doubled.";
    calendar_who "谁的班次" "Whose sessions";
    calendar_everybody "全体专家" "All experts";
    calendar_from(day: &str) "从 {day} 起" "From {day}";
    calendar_weeks(count: u32) "{count} 周" "{count} weeks";
    calendar_save "选择位置并保存…" "Choose a place…";
}

texts! {
    issue_title(week: &str, version: u32) "发布排班第{version}版 {week}" "Issue version {version} of the schedule of {week}";
    issue_confirm "确认发布" "Issue now";
    issue_findings(count: usize) "检查还有 {count} 项待看，仍可发布。" "{count} findings are open; it can be issued all the same.";
    issue_changes(count: usize, version: u32) "较第{version}版有 {count} 处变动：" "{count} changes since version {version}:";
    issue_reason "发布原因" "Reason";
    issue_reason_optional "发布原因（可不填）" "Reason (optional)";
    issue_reason_hint "如：例行发布、某某请假" "e.g. regular issue, somebody on leave";
    issue_hint "周排班表和坐诊公示一起发布，页面原样存档，之后可在“已发布存档”中查看。" "The schedule and the posting are issued together; their pages are kept among the issued sheets.";
    kept_all_days "全部日期" "All dates";
    kept_of_day(day: &str) "含 {day} 的表" "Sheets of {day}";
    kept_find_day "按日期查找" "Find by date";
    kept_document "表格" "Document";
    kept_period "表内日期" "Days";
    kept_reason "发布原因" "Reason";
    kept_pages "页数" "Pages";
    kept_where "页面随数据文件和备份一起保存；转储文件只含清单，不含页面。" "Pages are kept in the data file and its backups; a dump lists them without their pages.";
    kept_empty "还没有发布过表格" "Nothing was issued yet";
    kept_empty_day "没有涉及这一天的存档" "No kept sheet speaks of this day";
    kept_empty_hint "每次发布，周排班表和坐诊公示都会原样存一份PDF。" "Each issue keeps the schedule and the posting as exact PDF files.";
    label_published_why(sentence: &str, reason: &str) "{sentence}（{reason}）" "{sentence} ({reason})";
}

texts! {
    tab_activities "活动" "Activities";
    activity_new "新增活动" "New activity";
    activities_empty "还没有活动" "No activities yet";
    activities_empty_hint "坐诊、查房等活动及其代字、颜色都在这里登记。" "What a session can be, with its letter and colour.";
    activity_name "名称" "Name";
    activity_name_en "英文名称" "English name";
    activity_letter "代字" "Letter";
    activity_letter_hint "一个字，用于月表和黑白打印" "One character for month sheets and grey prints";
    activity_letter_bad "只能写一个字" "Exactly one character";
    activity_letter_taken(name: &str) "与“{name}”的代字相同，月表上会分不清" "The same as of {name}: month sheets cannot tell them apart";
    activity_colour "颜色" "Colour";
    activity_colour_of(place: usize) "颜色 {place}" "Colour {place}";
    activity_counts_as "计为" "Counts as";
    activity_work "工作" "work";
    activity_clinic "坐诊" "clinic";
    activity_outside "巡回" "tour";
    activity_duty "值班" "on call";
    activity_rest "不计班" "no work";
    activity_is_work "计入班次" "Counts as work";
    activity_is_clinic "坐诊（印在坐诊公示上）" "Clinic (stands on the public posting)";
    activity_is_outside "外出（计入巡回，两地之间查冲突）" "Away (counts as a tour; travel is checked)";
    activity_is_duty "值班（单独计数，夜班次日上午应休息）" "On call (counted apart; a free morning after a night)";
    activity_is_duty_always "内置的值班始终计为值班" "The built-in one always counts as being on call";
    activity_up "上移" "Move up";
    activity_down "下移" "Move down";
    activity_moved "调整活动次序" "order of activities";
    activity_origin "来源" "Origin";
    activity_built_in "内置" "built in";
    activity_own "本院" "own";
}

texts! {
    schedule_make_up_follows(day: &str, weekday: &str) "{day}按{weekday}排班" "{day} follows {weekday}";
    schedule_usual_audiences "门诊部、导诊台" "outpatient desk, reception";
    schedule_people_told(first: &str, count: usize) "{first}等 {count} 处" "{first} and others, {count} in all";
    template_always "长期有效" "always";
    rota_view "视图" "View";
    rota_view_week "周 · 按人" "Week by person";
    rota_view_departments "周 · 按科室" "Week by department";
    rota_view_places "周 · 按地点" "Week by place";
    rota_view_free "周 · 空闲" "Week: who is free";
    rota_view_day "当日" "Day";
    rota_view_month "月 · 按人" "Month by person";
    rota_view_month_departments "月 · 按科室" "Month by department";
    rota_view_month_places "月 · 按地点" "Month by place";
    rota_view_tours "巡回" "Tours";
    rota_view_templates "模板" "Templates";
    rota_more "更多" "More";
    rota_generate "按模板生成" "Fill from templates";
    rota_replace "请假替班…" "Stand-ins for leave…";
    rota_told_list(count: usize) "通知名单（{count} 处未通知）" "Who is told ({count} to go)";
    rota_kept "已发布存档" "Issued sheets";
    rota_generated_title "按模板生成" "Filled from templates";
    rota_nothing_generated "本周已与模板一致" "The week is as the templates ask";
    rota_no_templates "还没有排班模板，请先在“模板”视图添加" "There is no template yet: add one in the templates view";
    rota_make_up_title "调休上班日按周几排班？" "Which weekday does the make-up day follow?";
    rota_make_up_hint "医院自行决定；选定后按该日的模板排班，打印时注明。" "The hospital decides; the templates of that weekday are used, and prints say so.";
    rota_make_up_confirm "确定" "Confirm";
    rota_make_up_banner(day: &str) "{day}为调休上班日，还没有定按周几排班" "{day} is a make-up workday: not decided yet which weekday it follows";
    rota_make_up_choose "选择" "Choose";
    rota_replace_title "请假替班" "Stand-ins for leave";
    rota_replace_who "谁请假" "Who is away";
    rota_replace_from "第一天" "First day";
    rota_replace_days "天数" "Days";
    rota_replace_reason "原因" "Reason";
    rota_replace_leave "同时登记请假" "Also record the leave";
    rota_replace_kind "请假类别" "Kind of leave";
    rota_replace_none "这几天没有班次" "No session on these days";
    rota_replace_confirm(count: usize) "安排 {count} 个班次" "Settle {count} sessions";
    rota_replace_leave_alone "登记请假" "Enter the leave";
    rota_replace_cancel_session "停诊" "Cancel";
    rota_replace_left(count: usize) "{count} 个班次没有人替，将停诊" "{count} sessions have no stand-in and will be cancelled";
    rota_replace_better_not(name: &str, why: &str) "{name}（{why}）" "{name} ({why})";
    rota_told_title "通知名单" "Who is told";
    rota_told_none "发布后在这里勾选已通知的科室和专家" "After an issue, tick off here who was told";
    rota_told_all "全部已通知" "All told";
    rota_told_at(at: &str) "{at} 已通知" "told {at}";
    rota_kept_open "查看" "Open";
    rota_sheet_missing "这份存档的页面不在本数据文件中（可能来自转储文件）" "The pages of this sheet are not in this data file (it may come from a dump)";
    rota_month_sessions "班次" "Work";
    rota_month_duty "值班" "Duty";
    rota_month_tours "巡回" "Tours";
    rota_month_share "每5天" "Per 5 days";
    rota_month_share_hint "在岗每5天（10个半天）的班次数；与全体平均的差以横条表示" "Half-days of work for every five days on post; the bar shows the difference to all";
    rota_month_grid "月排班表" "Month grid";
    rota_month_counts_spoken(name: &str, sessions: usize, clinics: usize, tours: usize) "{name}：本月 {sessions} 个半天，其中坐诊 {clinics}，巡回 {tours}" "{name}: {sessions} half-days this month, {clinics} clinics, {tours} tours";
    rota_month_day_hint(day: &str) "{day}（点击看这一周）" "{day} (click for its week)";
    rota_month_week "看这一周" "Go to its week";
    rota_month_people(count: usize) "{count}人" "{count} people";
    rota_day_nobody "这一天没有班次" "No session on this day";
    rota_month_nobody "这个月没有在岗专家" "Nobody is on post this month";
    rota_tour_new "新增巡回" "New tour";
    rota_tour_store "保存" "Store";
    rota_tour_empty_title "本月没有巡回" "No tours this month";
    rota_tour_empty_text "下乡巡诊、义诊的安排和记录都在这里；也可以导入已有的安排表。" "Plans and records of tours belong here; existing sheets can be imported.";
    rota_tour_members "队员（用、分开）" "Members (parted by commas)";
    rota_tour_counts "完成情况" "What came of it";
    rota_tour_visits "本月各点次数" "Visits this month";
    rota_tour_bad_count "请填整数" "A whole number, please";
    rota_tour_all_day "全天" "All day";
    rota_tour_no_site "请先在资料中添加乡镇卫生院" "Add a township health centre among the records first";
    rota_template_new "新增模板" "New template";
    rota_template_empty_title "还没有排班模板" "No templates yet";
    rota_template_empty_text "每周固定的门诊、查房写成模板，以后一键生成整周。" "Write down what recurs every week; a week is then filled with one click.";
    rota_template_stop "停用" "Stop using";
    rota_template_expert "专家" "Expert";
    rota_template_upside_down "结束早于开始" "Ends before it starts";
    rota_template_valid "有效期" "Valid";
    rota_template_nobody "没有在岗专家，不能添加模板" "Nobody is on post: no template can be added";
}
