//! Words of weights, of the planning page and of the page of rules.

use super::{Lang, Tr};
use crate::domain::RuleTerm;

texts! {
    rule_at_least(count: u32) "至少 {count}" "at least {count}";
    rule_at_most(count: u32) "至多 {count}" "at most {count}";
    weight_off "停用" "off";
    weight_hard "不可违反" "never broken";
    weight_none "只提醒" "told only";
    weight_light "略微考虑" "a little";
    weight_some "一般" "some";
    weight_much "重要" "much";
    weight_most "非常重要" "very much";

    rota_rules_title "排班规则" "Rules";
    rota_rules_text "排班检查、自动排班、排不出时的说明和打印的理由，用的是同一张规则表。" "One table of rules for checks, plans, explanations and what is printed about them.";
    rota_rule_new "新建规则" "New rule";
    rota_rule_term "规则" "Rule";
    rota_rule_window "计算范围" "Counted over";
    rota_rule_weight "分量" "Weight";
    rota_rule_force "性质" "Force";
    rota_rule_origin "来源" "Origin";
    rota_rule_own "本单位" "own";
    rota_rule_built_in "程序自带" "built in";
    rota_rule_replaced "已被替换" "replaced";
    rota_rule_over "已过期" "over";
    rota_rule_on "启用" "on";
    rota_rule_title(rank: &str) "{rank}及以上" "{rank} and above";
    rota_rule_no_number "请填整数。" "Please give a whole number.";
    rota_rule_upside_down "“至多”小于“至少”。" "The greatest is below the least.";
    rota_rule_whose "请选是谁的意愿。" "Please choose whose wish it is.";
    rota_rule_copied "这是程序自带的规则；保存后成为本单位的规则，原规则不再起作用。" "This one comes with the program; stored, it becomes the office's own and replaces it.";
    blocks_title "轮换覆盖" "Rotation";
    blocks_months(count: u32) "{count} 个月" "{count} months";
    blocks_span "看几个月" "How many months";
    blocks_month(number: u32) "{number}月" "{number}";
    blocks_gap(post: &str, days: &str, count: i64) "{post}：{days}无人（{count} 天）" "{post}: nobody {days} ({count} days)";
    blocks_handover(out: &str, into: &str, days: &str) "{out} → {into}，{days}交接" "{out} → {into}, hand-over {days}";
    blocks_no_handover(out: &str, into: &str) "{out} → {into}，两人没有同时在岗的日子，无法当面交接" "{out} → {into} never meet: no hand-over in person";
    blocks_colon "：" ": ";
    blocks_no_gap "各科室、站点都有人，没有空档。" "Every post is covered, without a gap.";
    blocks_open(days: i64) "共有 {days} 天无人" "{days} days without anybody";
    blocks_lines_title "空档与交接" "Gaps and hand-overs";
    blocks_post "科室 / 站点" "Post";
    blocks_who "人员或批次" "Who";
    blocks_from "起" "From";
    blocks_since(day: u32) "{day}日起" "from {day}";
    blocks_until(day: u32) "至{day}日" "to {day}";
    blocks_between(from: u32, to: u32) "{from}—{to}日" "{from}–{to}";
    blocks_to "止" "To";
    blocks_state "状态" "State";
    blocks_flat "明细" "Stretches";
    blocks_stored(sentence: &str) "已保存：{sentence}。撤销：chuanbangdai undo" "Stored: {sentence}. To take it back: chuanbangdai undo";
    blocks_not_stored "只是预览，没有写入；加 --apply 写入（一步，可撤销）。" "Only looked at, nothing was stored; --apply stores it as one step.";
    blocks_nothing_to_store "没有待定的批次，不需要写入。" "No batch is left to be settled; there is nothing to store.";
    blocks_result(posts: usize, months: usize, open: i64) "{posts} 个科室、站点，{months} 个月，共 {open} 天无人" "{posts} posts over {months} months, {open} days without anybody";
    blocks_apply "采用建议" "Settle as proposed";
    label_rotated(days: &str, count: usize) "轮换安排 {days}：{count} 个岗位" "Rotation {days}: {count} posts";
    compare_when "时间" "When";
    compare_before "现有安排" "Stands now";
    compare_after "新方案" "Will be";
    compare_nothing "（空）" "(nothing)";
    compare_moved(when: &str, what: &str) "改到{when}：{what}" "to {when}: {what}";
    compare_stand_in(what: &str, deputy: &str) "{what}，由{deputy}替" "{what}, {deputy} stands in";
    compare_tour(site: &str) "下乡{site}" "tour to {site}";
    compare_costs(cost: i64, bound: i64) "各规则代价（总代价 {cost}，不可能低于 {bound}）" "Cost by rule ({cost} in all, cannot be below {bound})";
    compare_cost(rule: &str, cost: i64) "{rule}：{cost}" "{rule}: {cost}";
    blocks_span_spoken(post: &str, days: &str, who: &str) "{post} {days} {who}" "{post} {days} {who}";
    compare_print "打印对比" "Print";
    compare_save "导出对比" "Export";
    blocks_proven "（已证明没有代价更低的安排）" "(proven: no plan costs less)";
    blocks_settled "已定" "settled";
    blocks_proposed "建议" "proposed";
    blocks_nobody "无人" "nobody";
    blocks_empty_title "还没有派驻任期" "No stints yet";
    blocks_empty_text "录入派驻任期和批次计划后，这里按月显示每个科室、站点由谁覆盖，哪里有空档，哪几天交接。" "With stints and planned batches, this shows who covers each post in which month, gaps, and days of hand-over.";

    plan_title "自动排班" "Plan";
    plan_hint "按规则自动排出这段时间的班次，可预览、比较、撤销" "Fill days by the rules, with preview, comparison and undo";
    plan_from "从" "From";
    plan_to "到" "To";
    plan_this_week "本周" "This week";
    plan_next_week "下周" "Next week";
    plan_four_weeks "四周" "Four weeks";
    plan_half_year "半年" "Half-year";
    plan_freedom "可以移动" "What may move";
    plan_freedom_fill "只填空着的半天" "fill free half-days only";
    plan_freedom_replan "未发布的也可移动" "what is not issued may move";
    plan_freedom_repair "已发布的也可移动（改动最少）" "what is issued may move (fewest changes)";
    plan_effort "搜索" "Search";
    plan_effort_quick "快（几秒）" "quick (seconds)";
    plan_effort_usual "一般" "usual";
    plan_effort_long "久一些" "longer";
    plan_rules_title "规则与分量" "Rules and weights";
    plan_rules_all "全部规则…" "All rules…";
    plan_weight_of(rule: &str) "{rule}的分量" "weight of {rule}";
    plan_hard_of(rule: &str) "{rule}：不可违反" "{rule}: never broken";
    plan_narrower(count: usize) "另有 {count} 条细则" "{count} narrower rules";
    plan_run "开始排班" "Plan";
    plan_run_again "重新排班" "Plan again";
    plan_stop "停止" "Stop";
    plan_apply "采用方案" "Use this plan";
    plan_upside_down "结束日期早于开始日期。" "The last day comes before the first.";
    plan_empty_title "让程序先排一遍" "Let the program plan first";
    plan_empty_text "选好日期和规则，按“开始排班”。结果先预览：哪些没满足、为什么、和现在的安排差在哪里；采用后是一步，可以撤销。" "Choose days and rules and press Plan. The result is shown first: what is not met and why, and what differs from now. Using it is one step that can be undone.";
    plan_running "正在排班……" "Planning…";
    plan_curve "总代价随步数下降" "cost over moves";
    plan_curve_spoken(cost: i64, moves: u64) "试了 {moves} 步，目前总代价 {cost}" "{moves} moves, cost {cost} so far";
    plan_cost "总代价" "Cost";
    plan_bound "不可能低于" "Cannot be below";
    plan_gap "差距" "Gap";
    plan_gap_share(percent: i64) "{percent}% 以内" "within {percent}%";
    plan_gap_none "已证明不能更低" "proven: none cheaper";
    plan_unmet_count "没有满足" "Not met";
    plan_changes_count "改动" "Changes";
    plan_moves_tried "试了步数" "Moves";
    plan_tab_curve "过程" "Search";
    plan_tab_weeks "对照" "Weeks";
    plan_tab_changes(count: usize) "改动 {count}" "Changes {count}";
    plan_tab_unfilled(count: usize) "没有满足 {count}" "Not met {count}";
    plan_way_best "推荐" "Suggested";
    plan_way_fewest "改动更少" "Fewer changes";
    plan_way_fullest "空缺更少" "Fewer gaps";
    plan_way_other(number: usize) "备选 {number}" "Alternative {number}";
    plan_way_words(cost: i64, changes: usize) "代价 {cost}，改动 {changes}" "cost {cost}, {changes} changes";
    plan_all_met "要求都满足了。" "Everything is met.";
    plan_no_changes "和现在的安排一样，没有改动。" "Nothing differs from what stands.";
    plan_conflict_title "排不出来：下面这些要求互相矛盾" "It cannot be done: these demands contradict each other";
    plan_conflict_ways "以下任何一种办法都可以（已逐一验证）" "Any one of these helps (each was checked)";
    plan_nothing_found "在给定的步数内没有找到方案，请选“久一些”再试。" "No plan was found within the moves; choose a longer search.";
    plan_stale "记录在排班之后有改动，方案可能已过时。" "Records have changed since; the plan may be out of date.";
    plan_week_changed(count: usize) "本周改动 {count} 处" "{count} half-days differ in this week";
    plan_legend_new "新增" "new";
    plan_legend_changed "改动" "changed";
    plan_legend_emptied "取消" "dropped";
    plan_legend_locked "锁定" "locked";
    plan_job "排班" "planning";
    plan_repair "只记请假，自动找最少的改动" "Record the leave and look for the fewest changes";
    plan_repair_week "自动修复" "Repair";
    plan_repair_week_hint "按最少改动消除本周的冲突，先看方案再采用" "Takes the clashes of this week away with the fewest changes; looked at before it is used";
    plan_repair_clashes(from: &str, to: &str) "{from}至{to}有冲突，按最少改动调整" "Clashes from {from} to {to}: repaired with the fewest changes";
    plan_repair_hint "记下请假，再由自动排班给出改动最少的方案和备选" "The leave is stored; then plans with the fewest changes are offered";
    plan_repair_of(person: &str, from: &str, to: &str) "{person} {from}至{to}不在，按最少改动调整" "{person} is away {from} to {to}: repaired with the fewest changes";
    plan_key_run "开始或停止排班" "plan, or stop";
    plan_key_apply "采用方案" "use the plan";
    plan_key_lock "锁定或解除锁定" "lock or unlock";
    schedule_menu_lock "锁定（自动排班不动）" "Lock (plans leave it)";
    schedule_menu_unlock "解除锁定" "Unlock";
    schedule_locked "已锁定" "locked";
    label_locked(person: &str, when: &str) "锁定 {when} {person}" "Locked {when} {person}";
    label_unlocked(person: &str, when: &str) "解除锁定 {when} {person}" "Unlocked {when} {person}";
}

impl Tr {
    /// The bounds of a rule: 至少 3，至多 5.
    #[must_use]
    pub fn rule_bounds(self, at_least: Option<u32>, at_most: Option<u32>) -> String {
        let parts = [at_least.map(|least| self.rule_at_least(least)), at_most.map(|most| self.rule_at_most(most))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.list_comma())
    }

    /// A rank of title, 5 the highest.
    #[must_use]
    pub const fn title_rank(self, rank: u8) -> &'static str {
        match (rank, self.lang()) {
            (5, Lang::Zh) => "正高",
            (4, Lang::Zh) => "副高",
            (3, Lang::Zh) => "中级",
            (2, Lang::Zh) => "师级",
            (_, Lang::Zh) => "士级",
            (5, Lang::En) => "chief",
            (4, Lang::En) => "deputy chief",
            (3, Lang::En) => "attending",
            (2, Lang::En) => "resident",
            (_, Lang::En) => "assistant",
        }
    }

    /// What a rule of the schedule means, in a sentence.
    #[must_use]
    pub const fn plan_rule_hint(self, term: RuleTerm) -> &'static str {
        let (zh, en) = match term {
            RuleTerm::ClinicCoverage => ("坐诊次数不少于往常、模板或规则要求", "clinics as usual, or as asked"),
            RuleTerm::WardRounds => ("查房次数不少于往常或规则要求", "ward rounds as usual, or as asked"),
            RuleTerm::Teaching => (
                "教学查房、手术带教等不少于往常；可要求每个徒弟每周几次",
                "teaching as usual; a number for each apprentice can be asked",
            ),
            RuleTerm::Lectures => ("讲座、培训不少于往常", "lectures as usual"),
            RuleTerm::DutyCoverage => ("值班有人", "somebody on call"),
            RuleTerm::Tours => ("每个乡镇、村按规定次数巡回", "each site is visited as often as asked"),
            RuleTerm::Continuity => ("坐诊等尽量在固定的星期和时段", "the same weekday and half-day as usual"),
            RuleTerm::Fairness => ("值班、下乡按在岗天数均摊", "nights and tours shared by days present"),
            RuleTerm::Changes => ("已排的、已发布的少改", "as few changes as possible"),
            RuleTerm::RestAfterDuty => ("夜班次日上午休息", "a free morning after a night"),
            RuleTerm::Sessions => ("每人每周的半天数", "half-days of a person a week"),
            RuleTerm::Clinics => ("每人每周的坐诊次数", "clinics of a person a week"),
            RuleTerm::Theatres => ("同一时段的手术间数", "theatres at a time"),
            RuleTerm::Cars => ("同一天的下乡车辆", "cars for tours a day"),
            RuleTerm::TitleRequired => ("某项工作要求的职称", "a title that work asks for"),
            RuleTerm::Wishes => ("某人希望空出的半天；不可违反即固定不排", "half-days somebody would rather have free"),
            RuleTerm::ClinicExperts => ("每周不同的坐诊专家人数", "different experts in clinics a week"),
            RuleTerm::DaysOnPost => ("每周在站点的天数", "days on post a week"),
            RuleTerm::Headcount => ("在岗人数", "people on post"),
            RuleTerm::DoubleBooked => ("同一人同一时段只有一个班次", "one session at a time"),
            RuleTerm::RoomClash => ("同一诊室同一时段只有一位专家", "one expert in a room at a time"),
            RuleTerm::OnLeave => ("请假期间不排班", "no session during leave"),
            RuleTerm::OutsideStint => ("任期之外不排班", "no session outside the stint"),
            RuleTerm::TwoTowns => ("相邻两个半天不在两地", "not in two places in adjacent half-days"),
            RuleTerm::OnHoliday => ("节假日有班时提醒", "sessions on holidays are pointed out"),
            RuleTerm::MakeUpUndecided => ("调休日要定按星期几", "make-up days need a weekday"),
            RuleTerm::PostingExpired => ("公示过期或人员已离岗时提醒", "postings out of date are pointed out"),
        };
        match self.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
