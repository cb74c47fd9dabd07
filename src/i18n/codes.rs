//! Words of the closed lists.

use super::{Lang, Tr};
use crate::domain::{
    BatchMode, DayKind, Discipline, DocumentKind, EndReason, HolidayRule, InstitutionKind, LeaveKind, Programme,
    RuleForce, RuleTerm, RuleWindow, SessionStatus, Severity, Sex, Slot, StintMode, StintRole, Table, TourStatus,
    WeekRule,
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
        ChangeSlip "停诊替诊通知" "Notice of changes", TourPlan "巡回医疗安排表" "Tours planned",
        TourRecord "巡回医疗记录表" "Record of tours", MonthSchedule "月度排班总表" "Monthly schedule",
    }
    severity(Severity) { Hint "提醒" "hint", Warning "警告" "warning", Failure "不达标" "not met" }
    table(Table) {
        Setting "设置" "setting", CalendarDay "日历" "calendar day", Activity "活动" "activity", Institution "机构" "institution",
        Relation "帮扶关系" "relation", Agreement "协议" "agreement", Department "科室" "department", Person "人员" "person",
        Batch "批次" "batch", Stint "派驻任期" "stint", Appointment "任职" "appointment", Leave "请假" "leave",
        Template "排班模板" "schedule template", Session "班次" "session", Publication "发布" "publication",
        Edition "发布存档" "issued plan", KeptSheet "存档表格" "kept sheet", Notice "通知对象" "notice",
        Tour "巡回" "tour", TourMember "巡回队员" "tour member", RotaRule "排班规则" "schedule rule",
    }
}
