//! Words of figures: what they count, their units, their bases, refusals and notes.

use super::Tr;

texts! {
    figures_people "人员与任期" "People and stints";
    figures_days "天数" "Days";
    figures_schedule "排班、巡回与工作量" "Schedule, tours and work done";
    figures_pairing "结对与带教" "Pairs and teaching";
    figures_ledgers "台账" "Ledgers";
    figures_duties "任务、报送、经费与考核" "Tasks, reports, money and appraisals";
    figures_network "帮扶网络" "Network";
    figure_people_count "派驻专家人数（去重）" "Experts posted (different persons)";
    figure_people_present "当日在岗人数" "Experts on post on a day";
    figure_people_served "服务满期人数" "Experts who have served the time";
    figure_stint_count "派驻人次" "Stints";
    figure_stint_ending "到期人次" "Stints that end";
    figure_stint_gap_days "批次空档天数" "Days between batches";
    figure_appointment_count "任职、挂职数" "Posts held";
    figure_days_expected "应在岗天数" "Days expected on post";
    figure_days_on_post "驻点（在岗）天数" "Days on post";
    figure_days_leave "请假天数" "Days of leave";
    figure_calendar_workdays "工作日天数" "Working days";
    figure_session_count "班次" "Sessions";
    figure_session_halfdays "班次（半天）" "Half-days of sessions";
    figure_tour_count "巡回次数" "Tours";
    figure_tour_qty "巡回工作量" "Work done on tours";
    figure_pairing_count "结对数" "Pairs";
    figure_pairing_ratio "带教比例" "Mentoring ratio";
    figure_teaching_count "带教次数" "Teaching events";
    figure_liaison_visits "领导联系走访次数" "Visits of leaders";
    figure_benefit_count "享受待遇人次" "Benefits in force";
    figure_study_count "进修派出人次" "Study leaves";
    figure_studio_count "名医工作室数" "Studios";
    figure_team_count "团队数" "Teams";
    figure_task_count "任务数" "Tasks";
    figure_task_overdue_days "逾期工作日数" "Working days overdue";
    figure_obligation_count "应报期数" "Periods due";
    figure_report_count "报送期数" "Periods reported";
    figure_fund_budget "预算" "Budget";
    figure_fund_spent "支出" "Spent";
    figure_fund_rate "资金使用率" "Share of the budget spent";
    figure_evaluation_count "考核、评估结果数" "Results of appraisals";
    figure_relation_count "帮扶、联结关系数" "Relations";
    figure_institution_count "机构数" "Institutions";
    figure_institution_coverage "机构覆盖率" "Institutions covered";

    unit_people "人" "persons";
    unit_stints "人次" "stints";
    unit_batches "批" "batches";
    unit_places "个" "places";
    unit_houses "家" "institutions";
    unit_edges "条" "relations";
    unit_items "项" "items";
    unit_days "天" "days";
    unit_halfdays "半天" "half-days";
    unit_times "次" "times";
    unit_pairs "对" "pairs";
    unit_cases "例" "cases";
    unit_lectures "场" "lectures";
    unit_periods "期" "periods";
    unit_teams "支" "teams";
    unit_sheets "份" "results";
    unit_yuan "元" "yuan";
    unit_percent "%" "%";
    unit_points "个百分点" " percentage points";
    unit_ratio "比" "ratio";
    unit_list "名单" "list";
    unit_news "新闻表述" "wording of the news";

    basis_people "人（去重）" "different persons";
    basis_present "在岗" "on post";
    basis_stints "人次" "stints";
    basis_gap "批次空档" "gap between batches";
    basis_items "项" "items";
    basis_workdays "工作日" "working days";
    basis_on_post "在岗（半天/2）" "on post (half-days / 2)";
    basis_leave "请假（工作日半天/2）" "leave (working half-days / 2)";
    basis_sessions "班次" "sessions";
    basis_halfdays "半天" "half-days";
    basis_tours "次" "tours";
    basis_pairs "对" "pairs";
    basis_ratio "徒弟/导师（去重）" "apprentices / mentors (different persons)";
    basis_teaching "带教记录" "teaching events";
    basis_visits "走访" "visits";
    basis_studios "工作室" "studios";
    basis_teams "团队" "teams";
    basis_list "清单" "list";
    basis_periods "期" "periods";
    basis_budget "预算" "budget";
    basis_spent "支出" "spent";
    basis_rate "支出/预算" "spent / budget";
    basis_evaluations "份" "results";
    basis_relations "关系" "relations";
    basis_institutions "机构" "institutions";
    basis_personal "本人" "personal";
    basis_guided "指导" "guided";
    basis_department "科室" "department";
    basis_hospital "全院" "hospital";
    basis_different(what: &str) "{what}（去重）" "different: {what}";

    direction_received "受援" "received";
    direction_sent "支援" "sent";
    direction_up_side "上联" "from above";
    direction_down_side "下联" "to below";
    referral_up "上转" "up";
    referral_down "下转" "down";
    status_done "建成 通过验收 挂牌 已销号 结业 已报" "建成 通过验收 挂牌 已销号 结业 已报";
    programme_none "未填项目" "no programme";

    tour_seen "诊疗人次" "patients seen";
    tour_consultations "会诊" "consultations";
    tour_rounds "教学查房" "teaching rounds";
    tour_discussions "病例讨论" "case discussions";
    tour_lectures "讲座" "lectures";
    tour_trainees "讲座人次" "attendances of lectures";
    tour_people "队员人次" "members";
    state_sent "已报" "sent";
    state_sent_late "逾期报" "sent late";
    state_not_sent "未报" "not sent";
    state_exempt "免报" "exempt";
    news_many "多" "多";
    news_over "余" "余";
    news_ten_thousand "万" "万";
    news_nearly(ten: &str) "近{ten}%" "nearly {ten}%";
    news_above(whole: &str) "{whole}%以上" "above {whole}%";

    formula_different(rows: usize, count: usize) "{rows} 条去重 = {count}" "{rows} rows, different = {count}";
    formula_sum(terms: usize, total: &str) "{terms} 条合计 = {total}" "sum of {terms} rows = {total}";

    note_estimated(names: &str) "按月估：{names}" "estimated by month: {names}";
    note_missing_year(year: i32) "{year} 年放假安排未导入，按周一至周五计" "No holiday notice for {year}: counted Monday to Friday";
    note_cut(count: usize, names: &str) "期间被截断、未计入 {count} 条：{names}" "{count} rows cut by the period, left out: {names}";
    note_picked(key: &str) "取值于：{key}" "found at: {key}";

    refused_unknown_name(name: &str) "没有叫“{name}”的记录，请核对名称，写全称或简称。" "There is no record called “{name}”: check the name.";
    refused_ambiguous_name(name: &str, listed: &str) "“{name}”对应多条记录：{listed}。请写清楚是哪一条（姓名@单位、科室@单位或工号）。" "“{name}” fits several records: {listed}. Say which one (name@institution, department@institution or staff number).";
    refused_mixed_programme(programmes: &str) "范围内有多个帮扶项目（{programmes}），不能合计。请选择项目、关系、单位或人员，或者按项目分组。" "The records belong to several programmes ({programmes}) and cannot be added. Choose a programme, relation, institution or person, or group them.";
    refused_mixed_basis(bases: &str) "不同口径（{bases}）不能合计，请用 basis 选择一个口径。" "Different bases ({bases}) cannot be added: choose one with basis.";
    refused_units(units: &str) "单位不同（{units}）不能合计，请只选单位相同的指标。" "Different units ({units}) cannot be added: choose indicators of one unit.";
    refused_both_directions "范围内既有受援又有支援，不能合计。请用 direction 选择受援或支援，或者选择关系、单位。" "The records go both ways and cannot be added. Choose a direction, a relation or an institution.";

    misuse_figure_code(code: &str) "没有“{code}”这个数字代码。" "There is no figure “{code}”.";
    misuse_figure_key(key: &str) "没有“{key}”这个参数。" "There is no parameter “{key}”.";
    misuse_figure_not_taken(code: &str, key: &str) "{code} 不接受参数“{key}”。" "{code} does not take “{key}”.";
    misuse_figure_malformed(key: &str, value: &str) "参数 {key} 的值“{value}”写法不对，或不适用于这个数字。" "The value “{value}” of {key} is not written as it should be, or does not fit this figure.";
    misuse_figure_missing(code: &str, key: &str) "{code} 需要参数“{key}”。" "{code} needs “{key}”.";
    misuse_figure_beside(one: &str, other: &str) "参数“{one}”与“{other}”不能同时写。" "“{one}” cannot stand beside “{other}”.";
    next_figure "代码和参数可从“检查”页的“数字”里取（选中一行按回车），或用命令 chuanbangdai figures 列出" "Take codes and parameters from the figures of the page of checks (Enter on a row), or list them with: chuanbangdai figures";
}

impl Tr {
    /// Yes or no.
    #[must_use]
    pub const fn yes_or_no(self, yes: bool) -> &'static str {
        match (yes, self.lang()) {
            (true, super::Lang::Zh) => "是",
            (false, super::Lang::Zh) => "否",
            (true, super::Lang::En) => "yes",
            (false, super::Lang::En) => "no",
        }
    }

    /// What is counted instead of records.
    #[must_use]
    pub fn figure_field(self, field: &str) -> &'static str {
        let (zh, en) = match field {
            "person" => ("人", "persons"),
            "mentor" => ("导师", "mentors"),
            "apprentice" => ("徒弟", "apprentices"),
            "name" => ("名称", "names"),
            "host" => ("受援单位", "hosts"),
            "supporter" => ("支援单位", "supporters"),
            "institution" => ("机构", "institutions"),
            "dept" => ("科室", "departments"),
            "batch" => ("批", "batches"),
            "period" => ("期", "periods"),
            "pair" => ("对", "pairs"),
            _ => ("", ""),
        };
        match self.lang() {
            super::Lang::Zh => zh,
            super::Lang::En => en,
        }
    }
}
