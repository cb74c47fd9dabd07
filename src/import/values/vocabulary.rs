//! The words of the closed lists (contract 2.3), as data: word → value, compared without spaces.

use chrono::Weekday;

use crate::domain::{
    BatchMode, DayKind, Discipline, EndReason, InstitutionKind, LeaveKind, Programme, SessionStatus, Sex, Slot,
    StintMode, StintRole, WeekRule,
};

/// A list of words with their values.
pub type Words<T> = &'static [(&'static str, T)];

const AM: &[Slot] = &[Slot::Am];
const PM: &[Slot] = &[Slot::Pm];
const NIGHT: &[Slot] = &[Slot::Night];
const BOTH: &[Slot] = &[Slot::Am, Slot::Pm];

/// Half-days as whole cells.
pub const SLOTS: Words<&[Slot]> = &[
    ("上午", AM),
    ("上", AM),
    ("早", AM),
    ("早上", AM),
    ("AM", AM),
    ("上半天", AM),
    ("午前", AM),
    ("下午", PM),
    ("下", PM),
    ("PM", PM),
    ("下半天", PM),
    ("午后", PM),
    ("中午", PM),
    ("夜", NIGHT),
    ("夜间", NIGHT),
    ("晚上", NIGHT),
    ("夜班", NIGHT),
    ("晚", NIGHT),
    ("NT", NIGHT),
    ("全天", BOTH),
    ("整天", BOTH),
    ("全日", BOTH),
    ("上下午", BOTH),
    ("上午下午", BOTH),
    ("一天", BOTH),
    ("上、下午", BOTH),
    ("上/下午", BOTH),
    ("上午、下午", BOTH),
    ("上午/下午", BOTH),
    ("白天", BOTH),
];

/// Half-days inside a longer text; longer words first, no single characters.
pub const SLOTS_INSIDE: Words<&[Slot]> = &[
    ("上午下午", BOTH),
    ("上午、下午", BOTH),
    ("上、下午", BOTH),
    ("上下午", BOTH),
    ("全天", BOTH),
    ("整天", BOTH),
    ("全日", BOTH),
    ("一天", BOTH),
    ("上半天", AM),
    ("下半天", PM),
    ("上午", AM),
    ("下午", PM),
    ("午前", AM),
    ("午后", PM),
    ("夜班", NIGHT),
    ("夜间", NIGHT),
    ("晚上", NIGHT),
    ("AM", AM),
    ("PM", PM),
    ("am", AM),
    ("pm", PM),
];

/// Weekdays by their single character.
pub const WEEKDAYS: Words<Weekday> = &[
    ("一", Weekday::Mon),
    ("二", Weekday::Tue),
    ("三", Weekday::Wed),
    ("四", Weekday::Thu),
    ("五", Weekday::Fri),
    ("六", Weekday::Sat),
    ("日", Weekday::Sun),
    ("天", Weekday::Sun),
    ("1", Weekday::Mon),
    ("2", Weekday::Tue),
    ("3", Weekday::Wed),
    ("4", Weekday::Thu),
    ("5", Weekday::Fri),
    ("6", Weekday::Sat),
    ("7", Weekday::Sun),
    ("MON", Weekday::Mon),
    ("TUE", Weekday::Tue),
    ("WED", Weekday::Wed),
    ("THU", Weekday::Thu),
    ("FRI", Weekday::Fri),
    ("SAT", Weekday::Sat),
    ("SUN", Weekday::Sun),
    ("MONDAY", Weekday::Mon),
    ("TUESDAY", Weekday::Tue),
    ("WEDNESDAY", Weekday::Wed),
    ("THURSDAY", Weekday::Thu),
    ("FRIDAY", Weekday::Fri),
    ("SATURDAY", Weekday::Sat),
    ("SUNDAY", Weekday::Sun),
];

/// Sex.
pub const SEXES: Words<Sex> = &[
    ("男", Sex::Male),
    ("男性", Sex::Male),
    ("M", Sex::Male),
    ("♂", Sex::Male),
    ("女", Sex::Female),
    ("女性", Sex::Female),
    ("F", Sex::Female),
    ("♀", Sex::Female),
];

/// Yes and no (contract 1.3).
pub const YES_NO: Words<bool> = &[
    ("是", true),
    ("○", true),
    ("〇", true),
    ("√", true),
    ("✓", true),
    ("✔", true),
    ("☑", true),
    ("Y", true),
    ("YES", true),
    ("1", true),
    ("TRUE", true),
    ("有", true),
    ("否", false),
    ("×", false),
    ("✗", false),
    ("✘", false),
    ("☐", false),
    ("□", false),
    ("N", false),
    ("NO", false),
    ("0", false),
    ("FALSE", false),
    ("X", false),
];

/// 机构类别.
pub const INSTITUTION_KINDS: Words<InstitutionKind> = &[
    ("支援医院", InstitutionKind::Supporter),
    ("三级医院", InstitutionKind::Supporter),
    ("省级医院", InstitutionKind::Supporter),
    ("市级医院", InstitutionKind::Supporter),
    ("上级医院", InstitutionKind::Supporter),
    ("受援医院", InstitutionKind::Recipient),
    ("分院", InstitutionKind::Branch),
    ("乡镇卫生院", InstitutionKind::Township),
    ("卫生院", InstitutionKind::Township),
    ("中心卫生院", InstitutionKind::Township),
    ("乡镇", InstitutionKind::Township),
    ("社区卫生服务中心", InstitutionKind::Community),
    ("社区中心", InstitutionKind::Community),
    ("社区", InstitutionKind::Community),
    ("村卫生室", InstitutionKind::Village),
    ("村室", InstitutionKind::Village),
    ("卫生室", InstitutionKind::Village),
    ("村", InstitutionKind::Village),
    ("救助分站", InstitutionKind::AmbulanceStation),
    ("急救分站", InstitutionKind::AmbulanceStation),
    ("主管部门", InstitutionKind::Authority),
    ("卫健局", InstitutionKind::Authority),
    ("卫健委", InstitutionKind::Authority),
    ("县级医院", InstitutionKind::County),
    ("其他", InstitutionKind::Other),
    ("其它", InstitutionKind::Other),
];

/// 帮扶项目.
pub const PROGRAMMES: Words<Programme> = &[
    ("组团式", Programme::TeamBased),
    ("组团式帮扶", Programme::TeamBased),
    ("对口支援", Programme::Counterpart),
    ("对口帮扶", Programme::Counterpart),
    ("对口援藏", Programme::Counterpart),
    ("援藏", Programme::Counterpart),
    ("医联体", Programme::Alliance),
    ("医联体(紧密型)", Programme::CloseAlliance),
    ("紧密型医联体", Programme::CloseAlliance),
    ("专科联盟", Programme::Specialty),
    ("紧密型医共体", Programme::Community),
    ("医共体", Programme::Community),
    ("山海提升", Programme::MountainSea),
    ("山海提升工程", Programme::MountainSea),
    ("第一书记", Programme::FirstSecretary),
    ("派驻第一书记", Programme::FirstSecretary),
    ("柔性引才", Programme::Flexible),
    ("柔性帮扶", Programme::Flexible),
    ("隶属", Programme::Subordination),
];

/// 批次的帮扶方式.
pub const BATCH_MODES: Words<BatchMode> = &[
    ("刚性", BatchMode::Rigid),
    ("长期", BatchMode::Rigid),
    ("柔性", BatchMode::Flexible),
    ("短期", BatchMode::Flexible),
    ("刚性帮扶", BatchMode::Rigid),
    ("柔性帮扶", BatchMode::Flexible),
];

/// 队内身份.
pub const STINT_ROLES: Words<StintRole> = &[
    ("队长", StintRole::Leader),
    ("领队", StintRole::Leader),
    ("组长", StintRole::Leader),
    ("副队长", StintRole::Deputy),
    ("副组长", StintRole::Deputy),
    ("队员", StintRole::Member),
    ("成员", StintRole::Member),
    ("组员", StintRole::Member),
];

/// 派驻方式.
pub const STINT_MODES: Words<StintMode> = &[
    ("长期驻点", StintMode::LongTerm),
    ("长期", StintMode::LongTerm),
    ("驻点", StintMode::LongTerm),
    ("常驻", StintMode::LongTerm),
    ("刚性", StintMode::LongTerm),
    ("短期", StintMode::ShortTerm),
    ("短期柔性", StintMode::ShortTerm),
    ("柔性", StintMode::ShortTerm),
    ("短期下沉", StintMode::ShortTerm),
    ("短派", StintMode::ShortTerm),
    ("定期坐诊", StintMode::Regular),
    ("定期", StintMode::Regular),
    ("坐诊", StintMode::Regular),
];

/// 离岗原因.
pub const END_REASONS: Words<EndReason> = &[
    ("期满", EndReason::Completed),
    ("任期届满", EndReason::Completed),
    ("到期", EndReason::Completed),
    ("延期", EndReason::Extended),
    ("提前", EndReason::Early),
    ("提前结束", EndReason::Early),
    ("任用", EndReason::Appointed),
    ("提拔任用", EndReason::Appointed),
    ("病退", EndReason::Illness),
    ("其他", EndReason::Other),
    ("其它", EndReason::Other),
];

/// 学科类别.
pub const DISCIPLINES: Words<Discipline> = &[
    ("临床", Discipline::Clinical),
    ("医疗", Discipline::Clinical),
    ("医师", Discipline::Clinical),
    ("护理", Discipline::Nursing),
    ("护士", Discipline::Nursing),
    ("医技", Discipline::MedTech),
    ("技术", Discipline::MedTech),
    ("药学", Discipline::Pharmacy),
    ("药剂", Discipline::Pharmacy),
    ("公卫", Discipline::PublicHealth),
    ("公共卫生", Discipline::PublicHealth),
    ("管理", Discipline::Management),
    ("行政", Discipline::Management),
    ("行政管理", Discipline::Management),
];

/// 请假类别.
pub const LEAVE_KINDS: Words<LeaveKind> = &[
    ("事假", LeaveKind::Personal),
    ("事", LeaveKind::Personal),
    ("病假", LeaveKind::Sick),
    ("病", LeaveKind::Sick),
    ("年休假", LeaveKind::Annual),
    ("年假", LeaveKind::Annual),
    ("年休", LeaveKind::Annual),
    ("年", LeaveKind::Annual),
    ("公差", LeaveKind::Duty),
    ("出差", LeaveKind::Duty),
    ("差", LeaveKind::Duty),
    ("公假", LeaveKind::Duty),
    ("学习", LeaveKind::Study),
    ("培训", LeaveKind::Study),
    ("探亲", LeaveKind::Family),
    ("探亲假", LeaveKind::Family),
    ("其他", LeaveKind::Other),
    ("其它", LeaveKind::Other),
];

/// Leave as grid cells write it; single characters and words that are also activities stay out.
pub const GRID_LEAVES: Words<LeaveKind> = &[
    ("事假", LeaveKind::Personal),
    ("请假", LeaveKind::Personal),
    ("病假", LeaveKind::Sick),
    ("年休假", LeaveKind::Annual),
    ("年假", LeaveKind::Annual),
    ("年休", LeaveKind::Annual),
    ("公差", LeaveKind::Duty),
    ("出差", LeaveKind::Duty),
    ("公假", LeaveKind::Duty),
    ("探亲假", LeaveKind::Family),
    ("探亲", LeaveKind::Family),
];

/// 班次状态.
pub const SESSION_STATUSES: Words<SessionStatus> = &[
    ("计划", SessionStatus::Planned),
    ("发布", SessionStatus::Published),
    ("已发布", SessionStatus::Published),
    ("完成", SessionStatus::Done),
    ("已完成", SessionStatus::Done),
    ("正常", SessionStatus::Done),
    ("停", SessionStatus::Cancelled),
    ("停诊", SessionStatus::Cancelled),
    ("替", SessionStatus::Substituted),
    ("替诊", SessionStatus::Substituted),
    ("代", SessionStatus::Substituted),
    ("代诊", SessionStatus::Substituted),
    ("调", SessionStatus::Swapped),
    ("调班", SessionStatus::Swapped),
    ("调换", SessionStatus::Swapped),
    ("调诊", SessionStatus::Swapped),
    ("加", SessionStatus::Extra),
    ("加诊", SessionStatus::Extra),
];

/// Week rules.
pub const WEEK_RULES: Words<WeekRule> = &[
    ("每月第一个", WeekRule::First),
    ("每月第二个", WeekRule::Second),
    ("每月第三个", WeekRule::Third),
    ("每月第四个", WeekRule::Fourth),
    ("每月第1个", WeekRule::First),
    ("每月第2个", WeekRule::Second),
    ("每月第3个", WeekRule::Third),
    ("每月第4个", WeekRule::Fourth),
    ("每月第一周", WeekRule::First),
    ("每月第二周", WeekRule::Second),
    ("每月第三周", WeekRule::Third),
    ("每月第四周", WeekRule::Fourth),
    ("第一周", WeekRule::First),
    ("第二周", WeekRule::Second),
    ("第三周", WeekRule::Third),
    ("第四周", WeekRule::Fourth),
    ("每周", WeekRule::Every),
    ("单周", WeekRule::Odd),
    ("双周", WeekRule::Even),
];

/// 日期性质 of calendar sheets.
pub const DAY_KINDS: Words<DayKind> = &[
    ("法定节假日", DayKind::Holiday),
    ("节假日", DayKind::Holiday),
    ("放假", DayKind::Holiday),
    ("休", DayKind::Holiday),
    ("节", DayKind::Holiday),
    ("休息", DayKind::Holiday),
    ("假日", DayKind::Holiday),
    ("节日", DayKind::Holiday),
    ("调休上班", DayKind::MakeUp),
    ("调休", DayKind::MakeUp),
    ("班", DayKind::MakeUp),
    ("上班", DayKind::MakeUp),
    ("补班", DayKind::MakeUp),
    ("工作日", DayKind::Workday),
    ("周末", DayKind::Weekend),
];

/// An activity word: canonical name, and whether the word itself says more and is kept as topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActivityWord {
    /// Canonical name.
    pub name: &'static str,
    /// Whether the synonym is kept as topic.
    pub is_telling: bool,
}

const fn plain(name: &'static str) -> ActivityWord {
    ActivityWord { name, is_telling: false }
}

const fn telling(name: &'static str) -> ActivityWord {
    ActivityWord { name, is_telling: true }
}

/// 活动. A word of which another is the ending comes first.
pub const ACTIVITIES: Words<ActivityWord> = &[
    ("教学查房", plain("教学查房")),
    ("手术带教", plain("手术带教")),
    ("手术示教", plain("手术示教")),
    ("门诊跟诊", plain("门诊跟诊")),
    ("疑难病例讨论", plain("疑难讨论")),
    ("疑难讨论", plain("疑难讨论")),
    ("病例讨论", plain("疑难讨论")),
    ("急诊值班", plain("急诊值班")),
    ("线上指导", plain("线上指导")),
    ("远程指导", plain("线上指导")),
    ("专题讲座", plain("讲座")),
    ("内镜带教", telling("手术带教")),
    ("带教手术", plain("手术带教")),
    ("术中带教", plain("手术带教")),
    ("技能操作", telling("手术带教")),
    ("坐诊", plain("坐诊")),
    ("出诊", plain("坐诊")),
    ("门诊", plain("坐诊")),
    ("查房", plain("查房")),
    ("手术", plain("手术")),
    ("会诊", plain("会诊")),
    ("讲座", plain("讲座")),
    ("授课", plain("讲座")),
    ("培训", plain("培训")),
    ("巡回", plain("巡回")),
    ("巡回医疗", plain("巡回")),
    ("下乡", plain("巡回")),
    ("巡诊", plain("巡回")),
    ("巡讲", telling("巡回")),
    ("义诊", plain("义诊")),
    ("行政", plain("行政")),
    ("休", plain("休")),
    ("休息", plain("休")),
];

/// Endings of unknown words (`EVL带教`), beside the words of [`ACTIVITIES`].
pub const ENDINGS: Words<&str> =
    &[("带教", "手术带教"), ("跟诊", "门诊跟诊"), ("讨论", "疑难讨论"), ("值班", "急诊值班")];

/// One-letter codes of month grids.
pub const GRID_CODES: Words<&str> = &[
    ("诊", "坐诊"),
    ("查", "查房"),
    ("术", "手术"),
    ("教", "教学查房"),
    ("巡", "巡回"),
    ("会", "会诊"),
    ("讲", "讲座"),
    ("休", "休"),
];

/// Marks of a day without work in a grid.
pub const REST_MARKS: &[&str] = &["休", "休息", "轮休", "调休", "补休", "节", "放假"];
