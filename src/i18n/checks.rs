//! Words of the checks: their names, what they found, what they ask for.

use super::{Lang, Tr};

texts! {
    check_unpaired(days: i64) "到岗{days}天未结对" "not paired {days} days after arrival";
    check_unpaired_required(days: i64) "到岗{days}天内结对" "paired within {days} days";
    check_pair_over(on: &str) "{on}期满，未办结" "over since {on}, not closed";
    check_pair_close "期满办结或续签" "closed or renewed";
    check_pair_outlasts(on: &str) "结对至{on}，晚于导师离岗" "paired until {on}, after the mentor has left";
    check_pair_open "结对未定期满日期" "no last day is set";
    check_pair_until(on: &str) "导师{on}离岗前办结或转远程" "closed, or remote, before the mentor leaves on {on}";
    check_two_stints(places: &str) "两处长期驻点：{places}" "two long postings: {places}";
    check_one_stint "同一时间一处长期驻点" "one long posting at a time";
    check_one_holder "一职一人" "one holder";
    check_gap(days: i64) "空{days}天" "{days} days without anybody";
    check_overlap(days: i64) "交接{days}天" "{days} days of hand-over";
    check_overlap_at_least(days: i64) "交接至少{days}天" "at least {days} days of hand-over";
    check_no_successor(days: i64) "还有{days}天到期，未定接任" "ends in {days} days, no successor named";
    check_successor_before(days: i64) "到期前{days}天确定接任" "a successor {days} days before";
    check_days(days: i64) "{days}天" "{days} days";
    check_days_at_least(days: i64) "不少于{days}天" "at least {days} days";
    check_absent(days: &str) "连续离岗{days}天" "away {days} days";
    check_absent_at_most(days: i64) "连续离岗不超过{days}天" "away at most {days} days";
    check_people(count: i64) "{count}人" "{count} persons";
    check_people_at_least(count: i64) "不少于{count}人" "at least {count} persons";
    check_seniors(count: i64) "高职称{count}人" "{count} of senior rank";
    check_seniors_at_least(count: i64) "高职称不少于{count}人" "at least {count} of senior rank";
    check_not_appraised(days: i64) "离岗{days}天未考核" "not appraised {days} days after leaving";
    check_appraise_within(days: i64) "离岗{days}天内考核" "appraised within {days} days";
    check_left_pairs(count: usize) "在带结对{count}对" "{count} running pairs";
    check_left_sessions(count: usize) "以后的班次{count}个" "{count} sessions to come";
    check_left_templates(count: usize) "排班模板{count}条" "{count} schedule templates";
    check_left_tasks(count: usize) "未销号任务{count}项" "{count} open tasks";
    check_left_nothing "交接清楚" "nothing left open";
    check_elapsed(percent: i64) "时间进度{percent}%" "time gone by {percent}%";
    check_hint_only "提示不拦截" "a hint only";
    check_decide "确定按周几出诊" "a decision which weekday it follows";
    check_no_clash "时段、诊室、请假、任期不冲突" "no clash";
    check_posting(from: &str, to: &str) "坐诊公示 {from}—{to}" "public posting {from} – {to}";
    check_posting_over(on: &str) "已过有效期（{on}）" "out of date since {on}";
    check_posting_gone(names: &str) "已离岗：{names}" "no longer on post: {names}";
    check_posting_valid(on: &str) "有效期至{on}" "valid until {on}";
    check_basis_posting "公示内容与实际一致" "the posting says what is so";
    check_basis_days_on_post "每周驻点不少于3个工作日" "at least 3 working days on post a week";
    check_basis_clinic_experts "每周副高及以上坐诊专家不少于3人" "at least 3 experts of rank in a week";
    check_basis_tours "县级每季度、乡镇每月、村每周不少于1次" "tours: county once a quarter, township once a month, village once a week";
    check_task_soon(days: i64, level: &str) "临期（{days}天），提醒{level}" "due in {days} days: {level}";
    check_task_overdue(days: i64, level: &str) "逾期{days}个工作日，报{level}" "{days} working days overdue: {level}";
    check_due(on: &str) "时限{on}" "due {on}";
    check_report_overdue(days: i64) "逾期{days}天未报" "{days} days overdue";
    check_reports_overdue(days: i64, count: usize) "逾期{days}天未报，共{count}期" "{days} days overdue, {count} periods";
    check_report_soon(days: i64) "还有{days}天到期" "due in {days} days";
    check_report_today "今天到期" "due today";
    check_report_late(on: &str, days: i64) "{on}报送，逾期{days}天" "sent {on}, {days} days late";
    check_report_no(title: &str, no: u32) "{title}第{no}期" "{title} no. {no}";
    check_no_voucher "无凭证号" "no voucher";
    check_voucher "凭证号" "a voucher";
    check_benefit_missing(kind: &str) "{kind}未填" "{kind} missing";
    check_benefit_over(kind: &str, on: &str) "{kind}已于{on}到期" "{kind} ended {on}";
    check_benefit_required(kind: &str) "落实{kind}" "{kind} granted";
    check_one_record "一人一条记录" "one record a person";
    check_same_home(count: usize, place: &str) "同名同单位{count}人：{place}" "{count} of this name at {place}";
    check_same_name(places: &str) "同名不同单位：{places}" "the same name at: {places}";
    check_same_phone "电话相同" "the same phone";
    check_all_places "全部" "everywhere";
    check_rule_on "启用" "on";
    check_rule_off "停用" "off";
    checks_tab_findings "检查结果" "Findings";
    checks_tab_figures "数字" "Figures";
    checks_tab_rules "检查规则" "Rules";
    checks_severity "级别" "Severity";
    checks_check "检查项" "Check";
    checks_subject "对象" "Subject";
    checks_actual "实际" "Actual";
    checks_required "要求" "Required";
    checks_days "日期" "Days";
    checks_basis "依据" "Basis";
    checks_open "打开记录" "Open the record";
    checks_key_open "打开记录" "open the record";
    checks_key_ask "把这个数字放进查询框" "put the figure into the question";
    checks_empty "没有发现问题" "Nothing was found";
    checks_empty_hint "派驻、结对、排班、任务和资金都符合检查规则。规则可以在“检查规则”里修改。" "Stints, pairs, sessions, tasks and money are as the rules ask. The rules stand under “Rules”.";
    checks_records(count: usize) "明细 {count} 条" "{count} records";
    checks_more_records(count: usize) "还有 {count} 条，请缩小范围查看" "{count} more: narrow the question";
    checks_figure_basis "口径" "Basis";
    figures_group "类别" "Group";
    figures_meaning "指标" "Figure";
    figures_value "数值" "Value";
    figures_unit "单位" "Unit";
    figures_asked "查询" "Question";
    figures_formula "算式" "Formula";
    figures_notes "注" "Notes";
    figures_refused "不能合计" "Refused";
    figures_period "期间" "Period";
    figures_period_hint "2023、2023Q2、2023-06" "2023, 2023Q2, 2023-06";
    figures_question "查询" "Question";
    figures_question_hint "people.count period=2023 group=month" "people.count period=2023 group=month";
    figures_ask "查询" "Ask";
    figures_empty "还没有可以统计的记录" "There is nothing to count yet";
    figures_empty_hint "导入名册、排班或清单后，数字会列在这里。" "Import a roster, a schedule or a list: the figures appear here.";
    rules_scope "适用范围" "Scope";
    rules_bounds "标准" "Bounds";
    rules_days "有效期" "In force";
    rules_state "状态" "State";
    rules_from "生效日期" "In force from";
    rules_to "失效日期" "In force until";
    rules_programme "帮扶项目" "Programme";
    rules_relation "帮扶关系" "Relation";
    rules_inst_kind "机构类别" "Kind of institution";
    rules_inst "只用于机构" "Only at";
    rules_copy "复制为新规则" "Copy as a new rule";
    rules_copy_hint "复制选中的规则，再改适用范围和标准；范围越窄越优先" "Copies the selected rule; the narrowest scope holds";
    rules_wrong "写法不对，未保存" "Not written as it should be; not stored";
    rules_empty "还没有检查规则" "There are no rules yet";
    rules_empty_hint "规则说明检查什么、标准多少、依据哪份文件。" "Rules say what is checked, against which bounds, by which policy.";
    page_checks "检查" "Checks";
    page_checks_hint "检查结果、数字和它们的明细、检查规则" "Findings, figures with their records, rules";
    cli_findings_none "没有发现问题。" "Nothing was found.";
    trouble_unknown_rule(code: &str) "没有“{code}”这项检查。" "There is no check “{code}”.";
    trouble_unknown_day(text: &str) "“{text}”不是日期，应写成 2023-06-30。" "“{text}” is no date such as 2023-06-30.";
}

/// The checks of the domain's list.
const NAMES: [(&str, &str, &str); 24] = [
    ("C01", "带教比例", "Mentoring ratio"),
    ("C02", "未结对", "Not paired"),
    ("C03", "结对到期", "Pairs that ran out"),
    ("C04", "任期重叠", "Overlapping stints"),
    ("C05", "批次空档", "Gaps between batches"),
    ("C06", "任期不足", "Stints too short"),
    ("C07", "周驻点", "Days on post a week"),
    ("C08", "周坐诊专家", "Experts a week"),
    ("C09", "在岗人数", "Headcount"),
    ("C10", "巡回频次", "Tours"),
    ("C11", "排班冲突", "Clashes of the schedule"),
    ("C12", "节假日", "Holidays"),
    ("C13", "带教缺交", "Missing teaching logs"),
    ("C14", "带教进度", "Goals behind"),
    ("C15", "任务预警", "Tasks due"),
    ("C16", "报送逾期", "Reports overdue"),
    ("C17", "数据合理性", "Plausible data"),
    ("C18", "月度最低量", "Monthly minimum"),
    ("C19", "资金进度", "Pace of spending"),
    ("C20", "待遇落实", "Benefits"),
    ("C21", "考核未评", "Not appraised"),
    ("C22", "交接未清", "Loose ends"),
    ("C23", "重复人员", "Namesakes"),
    ("C24", "公示过期", "Postings out of date"),
];

impl Tr {
    /// The name of a check by its code, the code itself where there is none.
    #[must_use]
    pub fn check_name(self, code: &str) -> &str {
        let known = NAMES.iter().find(|(known, ..)| *known == code);
        match self.lang() {
            Lang::Zh => known.map_or(code, |(_, zh, _)| *zh),
            Lang::En => known.map_or(code, |(_, _, en)| *en),
        }
    }

    /// Whether the domain's list has a check of that code.
    #[must_use]
    pub fn is_check(self, code: &str) -> bool {
        NAMES.iter().any(|(known, ..)| *known == code)
    }

    /// What a bound of a rule is called.
    #[must_use]
    pub fn check_bound(self, name: &str) -> &'static str {
        let (zh, en) = match name {
            "target" => ("每名导师带徒（人）", "Apprentices each"),
            "how" => ("要求", "At least or at most"),
            "basis" => ("计算方式", "Counted"),
            "lead" => ("提前（天）", "Days ahead"),
            "overlap" => ("交接（天）", "Days of hand-over"),
            "days" => ("天数", "Days"),
            "absence" => ("连续离岗不超过（天）", "Days away at most"),
            "people" => ("人数", "Persons"),
            "seniors" => ("其中高职称人数", "Of these of senior rank"),
            "senior_rank" => ("高职称指不低于（1 士级—5 正高）", "Senior from rank, 1–5"),
            "min_rank" => ("职称不低于（1 士级—5 正高）", "Rank at least, 1–5"),
            "logs" => ("每月带教记录（次）", "Logs a month"),
            "points" => ("落后不超过（个百分点）", "Points behind at most"),
            "leads" => ("提前提醒（天）", "Reminders, days ahead"),
            "department_until" => ("逾期几个工作日以内报科室负责人", "Department head, up to working days"),
            "leader_until" => ("逾期几个工作日以内报责任领导", "Leader, up to working days"),
            "kinds" => ("应落实的待遇", "Benefits asked for"),
            _ => ("", ""),
        };
        match self.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What a word of a bound is called.
    #[must_use]
    pub fn check_word(self, word: &str) -> &'static str {
        let (zh, en) = match word {
            "at_least" => ("至少", "at least"),
            "exactly" => ("恰好", "exactly"),
            "at_most" => ("至多", "at most"),
            "current" => ("在带", "at the moment"),
            "total" => ("累计", "in all"),
            _ => ("", ""),
        };
        match self.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// How long a stint has been served against the days that were asked for.
    #[must_use]
    pub fn check_served(self, days: i64, wanted: i64, is_estimate: bool) -> String {
        let (zh, en) = match wanted {
            365 | 366 => ("满一年".to_owned(), "a year".to_owned()),
            wanted => (format!("服务满{wanted}天"), format!("{wanted} days")),
        };
        match (self.lang(), is_estimate) {
            (Lang::Zh, false) => format!("{zh}（{days}天）"),
            (Lang::Zh, true) => format!("{zh}（{days}天，按月估）"),
            (Lang::En, false) => format!("served {en} ({days} days)"),
            (Lang::En, true) => format!("served {en} ({days} days, estimated by month)"),
        }
    }
}
