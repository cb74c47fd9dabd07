//! Words of the documents about people: headings as the import reads them back.

use super::{Lang, Tr};

texts! {
    ledger_mentor "导师" "Mentor";
    ledger_title_word "职称" "Title";
    ledger_home "派出单位" "Home institution";
    ledger_dept "科室" "Department";
    ledger_apprentice "徒弟" "Apprentice";
    ledger_apprentice_home "徒弟单位" "Apprentice's institution";
    ledger_paired_on "结对日期" "From";
    ledger_until "期满日期" "Until";
    ledger_goal "带教目标(摘要)" "Goal";
    ledger_goal_done "目标完成" "Done";
    ledger_status "状态" "Status";
    ledger_mode "带教方式" "How";
    ledger_ratio "比例" "Ratio";
    ledger_pairs_total(mentors: usize, apprentices: usize, pairs: usize, ratio: &str) "导师 {mentors} 人，徒弟 {apprentices} 人（去重），结对 {pairs} 对，总比例 {ratio}" "{mentors} mentors, {apprentices} apprentices (different persons), {pairs} pairs, ratio {ratio}";
    ledger_pairs_note "口径：列入期间内的全部结对；人按不同人员计，比例为徒弟人数除以导师人数。" "Counted: every pair of the period; people are distinct persons, the ratio is apprentices by mentors.";
    ledger_no_pairs "本期没有结对" "No pairs in this period";
    ledger_date "日期" "Date";
    ledger_slot "时段" "Half-day";
    ledger_form "形式" "Form";
    ledger_topic "带教内容" "Topic";
    ledger_qty "例数/学时" "Cases or hours";
    ledger_attendees "参加人数" "Attendees";
    ledger_reflection "徒弟体会" "Apprentice's notes";
    ledger_signed "导师签字" "Mentor's signature";
    ledger_no_logs "本期没有带教记录" "No teaching logs in this period";
    ledger_logs_of(period: &str) "带教记录表（跟师笔记）{period}" "Teaching log, {period}";
    ledger_logs_total(events: usize) "共 {events} 次" "{events} in all";
}

texts! {
    ledger_due "应在岗(天)" "Due (days)";
    ledger_present "实际(天)" "Present (days)";
    ledger_away "请假(天)" "Away (days)";
    ledger_on_holidays "节假日出勤(半天)" "On holidays (half-days)";
    ledger_weekly "周均(天)" "Per week (days)";
    ledger_attendance_of(month: &str) "帮扶专家考勤月报（{month}）" "Attendance of {month}";
    ledger_attendance_legend "一格两记为上午、下午；√在岗 事 病 年 差 巡 休 节" "Two marks are morning and afternoon; √ present, P S A D leave and duty, T tour, R rest, H holiday";
    ledger_attendance_note(year: i32) "应在岗按国务院放假安排计算（{year}年数据）。" "Due days follow the public holidays of {year}.";
    ledger_attendance_derived "未录考勤的专家，按工作日、请假和班次推算。" "Experts without marks are worked out from workdays, leave and sessions.";
    ledger_applicant "申请人" "Applicant";
    ledger_leave_kind "类别" "Kind";
    ledger_leave_span "起止(含半天)" "From–to (half-days)";
    ledger_days "天数" "Days";
    ledger_destination "去向" "Destination";
    ledger_reason "事由" "Reason";
    ledger_handover_to "工作交接/替诊人" "Stand-in";
    ledger_approver "批准人" "Approved by";
    ledger_back_on "销假日期" "Back on";
    ledger_sign_leader "队长意见" "Team leader";
    ledger_sign_chief "分管领导意见" "Responsible leader";
    ledger_no_leave "本期没有请假" "No leave in this period";
    ledger_half_day_to(from: &str, to: &str) "{from} 至 {to}" "{from} to {to}";
    ledger_from_to(from: &str, to: &str) "{from}至{to}" "{from} to {to}";
    ledger_study_to "进修单位" "Destination";
    ledger_subject "专业" "Subject";
    ledger_kind "类别" "Kind";
    ledger_category "人员类别" "Staff group";
    ledger_from "开始日期" "From";
    ledger_to "结束日期" "To";
    ledger_months "月数" "Months";
    ledger_cost "费用(元)" "Cost (yuan)";
    ledger_result "结业/成果" "Result";
    ledger_no_study "本期没有进修" "No study leave in this period";
    ledger_study_total(count: usize) "{count} 人次" "{count} in all";
    ledger_allowance "补贴标准" "Allowance";
    ledger_insurance "意外险(投保/到期)" "Accident insurance";
    ledger_housing "住房" "Housing";
    ledger_township "乡镇补贴" "Township allowance";
    ledger_treatment "待遇标准" "Treatment";
    ledger_full_year "满一年日期" "One year full on";
    ledger_leader "联系领导" "Leader";
    ledger_last_visit "最近走访" "Last visit";
    ledger_issues "反映问题" "Issues";
    ledger_outcome "办理结果" "Outcome";
    ledger_internal "内部资料" "Internal";
    ledger_no_benefits "没有待遇记录" "No benefits on record";
}

texts! {
    ledger_leaving "交出人" "Leaving";
    ledger_successor "接收人" "Taking over";
    ledger_handed_on "交接日期" "On";
    ledger_pupils "在带徒弟(继续/更换)" "Apprentices (stay / change)";
    ledger_open_tasks "未完成任务" "Open tasks";
    ledger_fixed "固定坐诊/查房" "Fixed sessions";
    ledger_techniques "新技术续做要点" "Techniques to go on with";
    ledger_material "物资/资料" "Material";
    ledger_signature "签字" "Signature";
    ledger_no_handover "本期没有离岗的专家" "Nobody leaves in this period";
    ledger_logs_kept(count: usize) "带教记录 {count} 份" "{count} teaching logs";
    ledger_stays(name: &str) "{name}（继续）" "{name} (stays)";
    ledger_changes(name: &str) "{name}（更换）" "{name} (changes)";
    ledger_not_handed(what: &str) "{what}〔未交〕" "{what} [not handed over]";
    ledger_open_pupil(name: &str) "{name}（未定）" "{name} (open)";
    ledger_nobody_yet "未定" "open";
    ledger_birth "出生年" "Year of birth";
    ledger_host_post "受援科室及任职" "Host department, post";
    ledger_batch_span "批次/起止" "Batch, from–to";
    ledger_phone "联系电话" "Phone";
    ledger_photo "照片" "Photo";
    ledger_strength "擅长与主要业绩" "Strengths and record";
    ledger_plan_techniques "拟开展新技术" "Techniques planned";
    ledger_aims "帮扶目标" "Aims";
    ledger_opinion_home "派出单位意见（盖章）" "Home institution (seal)";
    ledger_opinion_host "受援单位意见（盖章）" "Host (seal)";
    ledger_opinion_bureau "卫健局意见（盖章）" "Health bureau (seal)";
    ledger_party "政治面貌" "Party";
    ledger_home_dept "派出单位及科室" "Home institution, department";
    ledger_leave_days "请假天数" "Days of leave";
    ledger_continuous "连续服务" "Continuous";
    ledger_final "期满考核" "Final appraisal";
    ledger_by_month(days: i64) "约{days}（按月估）" "about {days} (by months)";
    ledger_at_disposal "职称申报" "title application";
    ledger_nobody_chosen "没有符合条件的派驻任期" "No stint fits";
}

texts! {
    ledger_agreement_no(number: &str) "协议编号：{number}" "No. {number}";
    ledger_goal_item "目标项目" "Goal";
    ledger_goal_standard "数量/标准" "Number or standard";
    ledger_goal_due "完成时限" "By";
    ledger_goal_test "考核方式" "Test";
    ledger_sign_a "甲方（签字）" "Party A (signature)";
    ledger_sign_b "乙方（签字）" "Party B (signature)";
    ledger_sign_c "丙方（盖章）" "Party C (seal)";
    ledger_sign_date "签订日期" "Date";
    ledger_blank_line "____________" "____________";
    ledger_short_line "________" "________";
    ledger_agreement_number "协议编号" "Agreement no.";
    ledger_day_to_write "　　年　　月　　日" "Date:";
    ledger_month_to_write "　　　年　　月" "Month:";
    ledger_empty_form "空表" "Empty form";
    ledger_everybody "全体学员" "everybody";
    ledger_until_now "今" "now";
    ledger_title_post "职称/职务" "Title, post";
    ledger_served_days "在岗天数" "Days on post";
    ledger_certificate_title "服务证明" "Certificate of service";
    ledger_filled_by(unit: &str) "填报单位（盖章）：{unit}" "Unit (seal): {unit}";
    ledger_seal_and_day "（盖章）　　　　年　　月　　日" "(seal)  date:";
    ledger_sign_and_day "（签字）　　　年　　月　　日" "(signature)  date:";
    ledger_signed_by_self "销假人（签字）" "Signature";
    ledger_approved_by(name: &str) "同意。{name}" "Agreed: {name}";
    ledger_days_on_post(days: &str) "{days}天" "{days} days";
    ledger_about_days(days: i64) "约{days}天（按月估）" "about {days} days (by months)";
    ledger_so_many_days(days: &str) "{days} 天（工作日）" "{days} working days";
    ledger_qty_short "例数/学时" "Cases or hours";
    ledger_reflection_by_hand "徒弟体会（手写）" "Apprentice's notes (by hand)";
    ledger_named(label: &str, name: &str) "{label}：{name}" "{label}: {name}";
    ledger_log_checks "科室审核（签字）：　　　　　　　　　　　　审核日期：　　　　年　　月　　日" "Checked by:                         Date:";
    ledger_slip_note "请假须经队长和分管领导同意，返岗当日办理销假。天数按国务院放假安排计工作日。" "Leave needs the consent of team leader and responsible leader; report back on the day of return. Days are working days.";
}

impl Tr {
    /// The place for the day on which a paper is filled in.
    #[must_use]
    pub fn ledger_filled_day(self) -> String {
        match self.lang() {
            Lang::Zh => format!("填表日期：{}", self.ledger_day_to_write()),
            Lang::En => "Date: ____________".to_owned(),
        }
    }
}

texts! {
    ledger_studio_at "设立单位" "Set up at";
    ledger_head "负责人" "Head";
    ledger_head_home "负责人单位" "Head's institution";
    ledger_opened "成立日期" "Opened";
    ledger_studio_total(count: usize) "共 {count} 个工作室" "{count} studios";
    ledger_no_studios "还没有登记工作室" "No studios yet";
    ledger_team "团队名称" "Team";
    ledger_unit "单位" "Institution";
    ledger_team_head "队长" "Leader";
    ledger_members "成员" "Members";
    ledger_headcount "人数" "Headcount";
    ledger_area "服务范围" "Area";
    ledger_team_total(count: usize) "共 {count} 支团队" "{count} teams";
    ledger_no_teams "还没有登记团队" "No teams yet";
}
