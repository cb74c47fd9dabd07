//! Words of the closed lists.

use super::{Lang, Tr};
use crate::domain::{
    AppraisalSubject, ChaseLevel, Cycle, DueShift, ObligationKind, ReportStatus, TaskEventKind, TaskStatus,
};
use crate::domain::{
    AttendanceMark, BatchMode, BenefitKind, BuildStatus, DayKind, Discipline, DocumentKind, EndReason, HolidayRule,
    InstitutionKind, LeaveKind, PairingKind, PairingMode, PairingStatus, Programme, RuleForce, RuleTerm, RuleWindow,
    SessionStatus, Severity, Sex, Slot, StintMode, StintRole, StudyKind, StudyStatus, Table, TourStatus, WeekRule,
};

macro_rules! words {
    ($($name:ident($ty:ident) { $($variant:ident $zh:literal $en:literal),+ $(,)? })+) => {
        impl Tr {
            $(
                #[doc = concat!("The word for a `", stringify!($ty), "`.")]
                #[must_use]
                pub const fn $name(self, value: $ty) -> &'static str {
                    match (value, self.lang()) { $(
                        ($ty::$variant, Lang::Zh) => $zh,
                        ($ty::$variant, Lang::En) => $en,
                    )+ }
                }
            )+
        }
    };
}

words! {
    slot(Slot) { Am "上午" "a.m.", Pm "下午" "p.m.", Night "夜" "night" }
    institution_kind(InstitutionKind) {
        Supporter "支援医院" "supporting hospital", Recipient "受援医院" "supported hospital", Branch "分院" "branch",
        Township "乡镇卫生院" "township health centre", Community "社区卫生服务中心" "community health centre",
        Village "村卫生室" "village clinic", AmbulanceStation "救助分站" "ambulance station",
        Authority "主管部门" "authority", County "县级医院" "county hospital", Other "其他" "other",
    }
    programme(Programme) {
        TeamBased "组团式" "team-based", Counterpart "对口支援" "counterpart support", Alliance "医联体" "medical alliance",
        CloseAlliance "医联体(紧密型)" "medical alliance (close)", Specialty "专科联盟" "specialty alliance",
        Community "紧密型医共体" "county medical community", MountainSea "山海提升" "mountain–sea uplift",
        FirstSecretary "第一书记" "first secretary", Flexible "柔性引才" "flexible talent", Subordination "隶属" "subordinate",
    }
    sex(Sex) { Male "男" "male", Female "女" "female" }
    batch_mode(BatchMode) { Rigid "刚性" "long-term", Flexible "柔性" "flexible" }
    stint_role(StintRole) { Leader "队长" "leader", Deputy "副队长" "deputy leader", Member "队员" "member" }
    stint_mode(StintMode) { LongTerm "长期驻点" "long-term", ShortTerm "短期" "short-term", Regular "定期坐诊" "regular clinics" }
    end_reason(EndReason) {
        Completed "期满" "completed", Extended "延期" "extended", Early "提前" "early", Appointed "任用" "appointed",
        Illness "病退" "illness", Other "其他" "other",
    }
    discipline(Discipline) {
        Clinical "临床" "clinical", Nursing "护理" "nursing", MedTech "医技" "medical technology", Pharmacy "药学" "pharmacy",
        PublicHealth "公卫" "public health", Management "管理" "management",
    }
    leave_kind(LeaveKind) {
        Personal "事假" "personal leave", Sick "病假" "sick leave", Annual "年休假" "annual leave", Duty "公差" "on duty elsewhere",
        Study "学习" "study", Family "探亲" "family visit", Other "其他" "other",
    }
    pairing_kind(PairingKind) {
        OneToOne "一对一" "one to one", OneToMany "一对多" "one to many", Apprenticeship "师带徒" "apprenticeship",
        Team "团队带团队" "team to team",
    }
    pairing_status(PairingStatus) {
        Proposed "拟结对" "proposed", Signed "已签协议" "signed", Active "在带" "active", Finished "期满" "finished",
        Stopped "中止" "stopped", Replaced "更换" "replaced",
    }
    pairing_mode(PairingMode) { OnSite "驻点" "on site", Remote "远程" "remote" }
    attendance_mark(AttendanceMark) {
        Present "√" "√", Personal "事" "P", Sick "病" "S", Annual "年" "A", Duty "差" "D", Tour "巡" "T", Rest "休" "R",
        Holiday "节" "H",
    }
    build_status(BuildStatus) {
        Planned "计划" "planned", UnderWay "在建" "under way", Built "建成" "built", Accepted "通过验收" "accepted",
        Opened "挂牌" "opened",
    }
    study_kind(StudyKind) {
        Short "短期" "short", Medium "中期" "medium", Long "长期" "long", Course "短训" "course", Shadowing "跟班" "shadowing",
    }
    study_status(StudyStatus) {
        Selected "遴选" "selected", Studying "在修" "studying", Finished "结业" "finished", Stopped "中止" "stopped",
    }
    benefit_kind(BenefitKind) {
        Allowance "补贴" "allowance", Insurance "意外险" "accident insurance", Housing "住房" "housing",
        Township "乡镇补贴" "township allowance", Treatment "待遇" "treatment",
    }
    day_kind(DayKind) { Workday "工作日" "workday", Weekend "周末" "weekend", Holiday "法定节假日" "public holiday", MakeUp "调休上班" "make-up workday" }
    session_status(SessionStatus) {
        Planned "计划" "planned", Published "发布" "published", Done "完成" "done", Cancelled "停" "cancelled",
        Substituted "替" "substituted", Swapped "调" "swapped", Extra "加" "extra",
    }
    week_rule(WeekRule) {
        Every "每周" "every week", Odd "单周" "odd weeks", Even "双周" "even weeks", First "每月第1个" "first of the month",
        Second "每月第2个" "second of the month", Third "每月第3个" "third of the month", Fourth "每月第4个" "fourth of the month",
    }
    holiday_rule(HolidayRule) { Cancel "停" "cancel", Keep "照常" "keep", HolidayDuty "假期班" "holiday duty" }
    tour_status(TourStatus) { Planned "计划" "planned", Done "已完成" "held", Cancelled "取消" "cancelled", Moved "改期" "moved" }
    rule_term(RuleTerm) {
        DoubleBooked "时段重复" "double booking", RoomClash "诊室冲突" "room clash", OnLeave "请假期间排班" "session during leave",
        OutsideStint "任期之外排班" "session outside the stint", TwoTowns "相邻半天两地" "two places in adjacent half-days",
        RestAfterDuty "值班后休息" "rest after on-call", TitleRequired "职称要求" "title required",
        OnHoliday "节假日有班" "session on a holiday", MakeUpUndecided "调休日待定" "make-up day open",
        DaysOnPost "驻点天数" "days on post", ClinicExperts "坐诊专家人数" "experts in clinics", Headcount "在岗人数" "headcount on post",
        Tours "巡回次数" "tours", PostingExpired "公示过期" "posting out of date", Sessions "班次数" "sessions",
        Clinics "坐诊次数" "clinics", ClinicCoverage "门诊覆盖" "clinic coverage", WardRounds "查房覆盖" "ward rounds",
        DutyCoverage "值班覆盖" "on-call coverage", Theatres "手术间" "theatres", Cars "车辆" "cars", Lectures "讲座" "lectures",
        Teaching "带教" "teaching", Continuity "固定出诊日" "continuity of weekday", Fairness "均衡" "fairness",
        Wishes "个人意愿" "wishes", Changes "改动已发布" "changes to the issued plan",
    }
    rule_window(RuleWindow) {
        HalfDay "每半天" "each half-day", Day "每天" "each day", Week "每周" "each week", Month "每月" "each month",
        Quarter "每季度" "each quarter", Stint "整个任期" "the whole stint",
    }
    rule_force(RuleForce) { Hard "不可违反" "never broken", Price "可权衡" "weighed" }
    document_kind(DocumentKind) {
        WeekSchedule "帮扶专家周排班表(内部版)" "Weekly schedule of visiting experts (internal)",
        Posting "帮扶专家坐诊公示" "Public posting of expert clinics", Roster "派驻专家名册" "Roster of visiting experts",
        PairingList "师带徒结对一览表" "List of mentors and apprentices", Agreement "师带徒（结对带教）协议书" "Mentoring agreement",
        TeachingRecord "带教记录表（跟师笔记）" "Teaching log", Registration "派驻专家登记表" "Registration of a visiting expert",
        Handover "批次交接单" "Hand-over of a batch", AttendanceMonth "考勤月报" "Attendance of a month",
        LeaveSlips "请销假（外出报备）单" "Leave slips", Certificate "服务（支医）证明" "Service certificate",
        StudyList "进修派出登记表" "Register of study leave", BenefitList "待遇保障与领导联系台账" "Benefits and leaders' visits",
        ChangeSlip "停诊替诊通知" "Notice of changes", TourPlan "巡回医疗安排表" "Tours planned",
        TourRecord "巡回医疗记录表" "Record of tours", MonthSchedule "月度排班总表" "Monthly schedule",
        TaskList "任务、责任、时限清单" "Task, responsibility and deadline lists", ChaseSlip "任务催办单" "Chase slip",
        QuarterSummary "季度帮扶工作汇总表" "Quarterly summary", FundUse "帮扶资金使用明细表" "Use of funds",
        Decisions "联席会议定事项落实表" "Resolutions of meetings",
        ReportCalendar "全年报送与会议日历" "Reports and meetings of the year",
        ProblemList "问题清单" "Problem list",
        StintTimeline "派驻任期时间轴" "Timeline of stints", RelationList "帮扶关系一览表" "Relations between institutions",
        StudioList "名医工作室一览表" "Studios of noted doctors", TeamList "专家团队一览表" "Expert teams",
        RotationPlan "轮换覆盖安排表" "Rotation of posts", PlanComparison "排班方案对比表" "Plan beside what stands",
    }
    task_status(TaskStatus) { Pending "未开始" "not started", Active "正常" "on track", Closed "已销号" "closed" }
    task_event_kind(TaskEventKind) {
        Progress "进展" "progress", Chase "催办" "chase", Postponed "延期" "postponed", Closed "销号" "closed",
        Reopened "退回" "reopened",
    }
    chase_level(ChaseLevel) {
        Owner "责任人" "owner", Department "科室负责人" "department head", Leader "责任领导" "responsible leader",
        Meeting "联席会问题清单" "problem list of the joint meeting",
    }
    obligation_kind(ObligationKind) { Report "报告" "report", Meeting "会议" "meeting", Evaluation "评价" "evaluation" }
    cycle(Cycle) {
        Weekly "每周" "weekly", Fortnightly "双周" "fortnightly", HalfMonthly "半月" "half-monthly", Monthly "每月" "monthly",
        Quarterly "每季度" "quarterly", HalfYearly "每半年" "half-yearly", Yearly "每年" "yearly",
        TenureQuarterly "任期季度" "by tenure quarter",
    }
    due_shift(DueShift) { Advance "提前" "brought forward", Postpone "顺延" "put off", Keep "不变" "unchanged" }
    report_status(ReportStatus) { Pending "未报" "not sent", Submitted "已报" "sent", Late "逾期报" "sent late", Exempt "免报" "exempt" }
    appraisal_subject(AppraisalSubject) { Expert "专家" "expert", Pair "师徒" "pair", Site "站点" "site", Relation "关系" "relation" }
    severity(Severity) { Hint "提醒" "hint", Warning "警告" "warning", Failure "不达标" "not met" }
    table(Table) {
        Setting "设置" "setting", CalendarDay "日历" "calendar day", Activity "活动" "activity", Institution "机构" "institution",
        Relation "帮扶关系" "relation", Agreement "协议" "agreement", Department "科室" "department", Person "人员" "person",
        Batch "批次" "batch", Stint "派驻任期" "stint", Appointment "任职" "appointment", Leave "请假" "leave",
        Pairing "结对" "pairing", PairingGoal "带教目标" "goal", PairingPause "结对暂停" "pause", TeachingLog "带教记录" "teaching log",
        Attendance "考勤" "attendance", Studio "名医工作室" "studio", Team "团队" "team", TeamMember "团队成员" "team member",
        StudyLeave "进修" "study leave", Benefit "待遇" "benefit", Liaison "领导联系" "leader liaison", Visit "走访" "visit",
        CheckRule "检查规则" "check rule",
        Template "排班模板" "schedule template", Session "班次" "session", Publication "发布" "publication",
        Edition "发布存档" "issued plan", KeptSheet "存档表格" "kept sheet", Notice "通知对象" "notice",
        Tour "巡回" "tour", TourMember "巡回队员" "tour member", RotaRule "排班规则" "schedule rule",
        PlanLock "排班锁定" "schedule lock",
        TaskTemplate "任务模板" "task template", Task "任务" "task", Milestone "里程碑" "milestone", TaskEvent "任务动态" "task event",
        Obligation "报送事项" "obligation", Report "报送记录" "report", Meeting "会议" "meeting", Resolution "议定事项" "resolution",
        Problem "问题" "problem", Fund "经费" "fund", Expense "支出" "expense", Evidence "佐证材料" "evidence",
        Appraisal "考核结果" "appraisal",
    }
}
