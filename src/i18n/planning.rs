//! Words of planning: rules, reasons, ways out, results.

texts! {
    plan_expert(number: u32) "专家{number}" "expert {number}";
    plan_department(number: u32) "科室{number}" "department {number}";
    plan_site(number: u32) "乡镇{number}" "township {number}";
    plan_day(week: u32, weekday: &str) "第{week}周{weekday}" "week {week} {weekday}";
    plan_week(week: u32) "第{week}周" "week {week}";
    plan_week_from(day: &str) "{day}起的一周" "the week of {day}";
    plan_days(first: &str, last: &str) "{first}至{last}" "{first} to {last}";
    plan_dated(day: &str, weekday: &str) "{day}（{weekday}）" "{day} ({weekday})";
    plan_and "，并且" ", and ";
    plan_item(sentence: &str) "· {sentence}" "· {sentence}";
    plan_way(number: usize, what: &str) "{number}. {what}" "{number}. {what}";
    plan_ways_out "以下任何一种办法都可以排得出来（已逐一验证）：" "Any one of these makes a plan possible (each was checked):";
    plan_morning "上午" "morning";
    plan_afternoon "下午" "afternoon";
}

texts! {
    plan_oncall_cover(days: &str, who: &str) "{days}每天要有1人值班，当班可选：{who}" "{days}: one person on call every day; those who can: {who}";
    plan_oncall_nobody(days: &str) "{days}每天要有1人值班，但没有能值班的人" "{days}: one person on call every day, but there is nobody who can";
    plan_weekly_oncalls(expert: &str, most: i64, when: &str) "{expert}每周最多值班{most}次（{when}）" "{expert} is on call at most {most} times a week ({when})";
    plan_oncall_spacing(expert: &str, when: &str) "{expert}任何三天内最多值班1次（{when}）" "{expert} is on call at most once in any three days ({when})";
    plan_oncall_one(when: &str) "{when}最多1人值班" "{when}: at most one person on call";
    plan_rest(expert: &str, when: &str) "{expert}值班次日上午休息，同一时段只做一件事（{when}）" "{expert} rests on the morning after a night on call and does one thing at a time ({when})";
    plan_double_booking(expert: &str, when: &str) "{expert}同一时段只能有一项工作（{when}）" "{expert} does one thing at a time ({when})";
    plan_two_towns(expert: &str, when: &str) "{expert}相邻半天不去两处（{when}）" "{expert} is not at two places in adjacent half-days ({when})";
    plan_tour_then_oncall(expert: &str, when: &str) "{expert}下乡当晚不值班（{when}）" "{expert} is not on call in the night after a tour ({when})";
    plan_locked_on(duty: &str) "已锁定要排：{duty}" "locked to be planned: {duty}";
    plan_locked_off(duty: &str) "已锁定不排：{duty}" "locked not to be planned: {duty}";
    plan_lock_impossible(duty: &str) "已锁定要排“{duty}”，但本人当天不在岗、请假、休息或条件不符" "locked to be planned: {duty}; but the expert is away, on leave, off or not entitled then";
    plan_weekly_max(expert: &str, most: i64, when: &str) "{expert}每周上限 {most} 个半天（{when}）" "{expert} works at most {most} half-days a week ({when})";
    plan_weekly_kind(expert: &str, kind: &str, most: i64, when: &str) "{expert}每周{kind}上限 {most} 次（{when}）" "{expert}: at most {most} {kind} a week ({when})";
    plan_clinic_rooms(department: &str, most: i64, when: &str) "{department}诊室只有 {most} 间（{when}）" "consulting rooms of {department}: {most} ({when})";
    plan_one_round(department: &str, when: &str) "{department}每天只安排1人查房（{when}）" "{department} has one ward round a day ({when})";
    plan_theatres(most: i64, when: &str) "可用手术室只有 {most} 间（{when}）" "theatres to be had: {most} ({when})";
    plan_lecture_hall(when: &str) "每天最多1场讲座（{when}）" "at most one lecture a day ({when})";
    plan_tour_team(site: &str, when: &str) "下乡{site}的队伍人数要符合规定（{when}）" "a tour to {site} needs a team of the right size ({when})";
    plan_tour_site_week(site: &str, when: &str) "{site}每周最多下乡1次（{when}）" "{site} is visited at most once a week ({when})";
    plan_cars(most: i64, when: &str) "可用车辆只有 {most} 辆（{when}）" "cars to be had: {most} ({when})";
    plan_other_rule(rule: &str, when: &str) "{rule}（{when}）" "{rule} ({when})";

    plan_give_lock(duty: &str) "取消锁定“{duty}”" "unlock {duty}";
    plan_give_oncall(day: &str) "{day}不安排帮扶专家值班" "nobody of the experts on call on {day}";
    plan_and_others(names: &str) "{names}等" "{names} and others";
    plan_task_numbering(list: &str, at: usize, found: usize) "{list}[{at}].id 应等于它的位置 {at}，实际是 {found}" "{list}[{at}].id must be its place {at} and is {found}";
    plan_task_dangling(place: &str, value: usize, count: usize) "{place} 写的是 {value}，而这里只有 {count} 项（从 0 数起）" "{place} points to {value}, and there are only {count} (counted from 0)";
    plan_task_twice(place: &str, value: usize) "{place} 重复列出了 {value}" "{place} lists {value} twice";
    plan_task_range(place: &str, value: i64, least: i64, most: i64) "{place} 是 {value}，应在 {least} 到 {most} 之间" "{place} is {value} and must be between {least} and {most}";
    plan_task_stints(at: usize) "experts[{at}].stints 有重叠、次序颠倒或超出总天数" "experts[{at}].stints overlap, are upside down or leave the horizon";
    plan_task_large(place: &str, size: usize, most: usize) "{place} 的规模是 {size}，超过程序能排的 {most}" "{place} has a size of {size}, more than the {most} that can be planned";
    plan_task_ignored(names: &str) "任务里有不认识的项目，没有采用：{names}" "unknown fields of the task were left aside: {names}";
    trouble_plan_task(file: &str, why: &str) "排班任务 {file} 不能用：{why}。" "The planning task {file} cannot be used: {why}.";
    plan_give_whole(sentence: &str) "这一期间不再要求：{sentence}" "for these days, no longer: {sentence}";
    plan_give_rule(sentence: &str) "这一次放宽：{sentence}" "make an exception of: {sentence}";
}

texts! {
    plan_demand(what: &str, least: i64) "{what}：至少 {least} 次" "{what}: at least {least}";
    plan_demand_beyond(demand: &str, room: usize) "{demand}，可排的只有 {room} 项" "{demand}, with only {room} to choose from";
    plan_sessions_of(expert: &str, when: &str) "{when}{expert}的半天数" "{when}: half-days of {expert}";
    plan_work_short(work: &str, when: &str) "{when}{work}" "{when}: {work}";
    plan_site_visits(site: &str, when: &str) "{when}到{site}下乡" "{when}: tours to {site}";
    plan_days_on_post(expert: &str, week: &str) "{week}{expert}在岗天数" "{week}: days on post of {expert}";
    plan_clinic_experts(place: &str, week: &str) "{week}{place}的不同专家人数" "{week}: different experts in {place}";
    plan_counts_once "有班次的一天、有坐诊的一人才算数" "only days and experts with a session count";
    plan_tours_usual(week: &str) "{week}下乡次数与往常相比" "{week}: tours against the usual number";
    plan_night_open(day: &str) "{day}夜间值班" "{day}: on call at night";
    plan_change_of(duty: &str) "改动：{duty}" "changed: {duty}";
    plan_nobody "没有在岗、能做的人" "there is nobody on post who could do it";
    plan_rule_enough "该项已排够" "enough of it being planned";
    plan_unmet_nobody(what: &str, missing: usize) "{what}：差{missing}，没有在岗、能做的人" "{what}: {missing} short, there is nobody on post who could do it";
    plan_cell_new(after: &str) "新增{after}" "new: {after}";
    plan_cell_changed(before: &str, after: &str) "{before} 改为 {after}" "{before} becomes {after}";
    plan_cell_emptied(before: &str) "取消{before}" "{before} dropped";
    plan_unmet_full(what: &str, missing: usize) "{what}：差{missing}，能做的人没有空的半天" "{what}: {missing} short, those who do it have no half-day left";
    plan_work_of(expert: &str, what: &str) "{expert}的{what}" "{what} of {expert}";
    plan_basis(parts: &str) "依据：{parts}" "Asked for by: {parts}";
    plan_basis_templates(count: usize) "排班模板 {count} 个半天" "templates, {count} half-days";
    plan_basis_usual(days: &str) "{days}的往常安排" "what was usual {days}";
    plan_basis_rules(count: usize) "本单位规则 {count} 条" "{count} rules of the office";
    plan_basis_none "没有可参照的安排：请先排好一周、建立排班模板，或在排班规则里写明要求。" "There is nothing to go by: plan a week first, make templates, or write down what is asked in the rules.";
    plan_proposed(added: usize, moved: usize, dropped: usize) "新增 {added} 个班次，调整 {moved} 个，取消 {dropped} 个" "{added} sessions added, {moved} changed, {dropped} dropped";
    plan_proposed_tours(count: usize) "下乡 {count} 次" "{count} tours";
    plan_unfilled_title "没有满足的：" "Not met:";
    plan_other(number: usize, cost: i64, added: usize, moved: usize, dropped: usize) "备选 {number}：总代价 {cost}，新增 {added}，调整 {moved}，取消 {dropped}" "Alternative {number}: cost {cost}, {added} added, {moved} changed, {dropped} dropped";
    plan_nothing_to_do "没有需要改动的班次。" "Nothing needs to change.";
    plan_sentence_added(when: &str, expert: &str, what: &str) "{when} {expert}：{what}" "{when} {expert}: {what}";
    plan_sentence_dropped(when: &str, expert: &str, what: &str) "{when} {expert}：取消{what}" "{when} {expert}: {what} dropped";
    plan_sentence_moved(expert: &str, what: &str, from: &str, to: &str) "{expert} {what}：{from} → {to}" "{expert} {what}: {from} → {to}";
    plan_sentence_stand_in(when: &str, expert: &str, what: &str, deputy: &str) "{when} {expert} {what}：由{deputy}替" "{when} {expert} {what}: {deputy} stands in";
    plan_sentence_tour(day: &str, site: &str, members: &str) "{day} 下乡{site}：{members}" "{day} tour to {site}: {members}";
    plan_applied(sentence: &str) "已保存：{sentence}。撤销：chuanbangdai undo" "Stored: {sentence}. To take it back: chuanbangdai undo";
    plan_not_applied "只是预览，没有写入；加 --apply 写入（一步，可撤销）。" "Only looked at, nothing was stored; --apply stores it as one step.";
    label_planned(days: &str, count: usize) "自动排班 {days}：{count} 个班次" "Planned {days}: {count} sessions";
    wanted_rules "排班规则（JSON）" "schedule rules (JSON)";
}

texts! {
    plan_kind_clinic "坐诊" "clinics";
    plan_kind_round "查房" "ward rounds";
    plan_kind_surgery "手术带教" "teaching in theatre";
    plan_kind_lecture "讲座" "lectures";
    plan_kind_tour "下乡" "tours";
    plan_kind_oncall "值班" "nights on call";
    plan_duty(expert: &str, day: &str, what: &str) "{expert} {day} {what}" "{expert} {day} {what}";
    plan_duty_at(half: &str, place: &str, kind: &str) "{half}{place}{kind}" "{half} {kind}, {place}";

    plan_unmet(what: &str, missing: i64, because: &str) "{what}：差{missing}{because}" "{what}: {missing} short{because}";
    plan_because(rule: &str) "，主要因为{rule}" ", mostly because of {rule}";
    plan_because_worth "，排上会使其他更要紧的落空" ", because meeting it would cost more elsewhere";
    plan_rule_lock "锁定" "locks";
    plan_rule_busy "该时段人都已有安排" "everyone being busy then";
    plan_rule_rest "值班次日要休息" "rest after a night on call";
    plan_rule_weekly "每周上限已满" "weekly limits";
    plan_rule_room "诊室或手术室已满" "full rooms or theatres";
    plan_rule_car "没有车" "cars";
    plan_rule_team "凑不齐队伍" "the size of teams";
    plan_rule_oncall "值班安排" "nights on call";
    plan_rule_other "其他硬性规则" "other firm rules";
    plan_off_pattern(count: i64) "不在固定时段的坐诊 {count} 次" "{count} clinics off the fixed half-days";
    plan_clinic_short(department: &str, week: &str) "{week}{department}坐诊" "{week}: clinics of {department}";
    plan_round_short(department: &str, day: &str) "{day}{department}查房" "{day}: ward round of {department}";
    plan_round_min(department: &str, week: &str) "{week}{department}最少查房次数" "{week}: least ward rounds of {department}";
    plan_clinic_min(department: &str, week: &str) "{week}{department}最少坐诊次数" "{week}: least clinics of {department}";
    plan_lecture_short(week: &str) "{week}讲座" "{week}: lectures";
    plan_pair_short(mentor: &str, week: &str) "{week}{mentor}的手术带教" "{week}: teaching by {mentor}";
    plan_site_window(site: &str, week: &str) "{week}前后{site}没有下乡" "no tour to {site} around {week}";
    plan_oncall_fair(expert: &str) "{expert}的值班次数与应摊次数" "nights of {expert} against the fair share";
    plan_tour_fair(expert: &str) "{expert}的下乡次数与应摊次数" "tours of {expert} against the fair share";

    plan_result(objective: i64, bound: i64, unmet: usize) "总代价 {objective}，不可能低于 {bound}；未满足的要求 {unmet} 项" "Cost {objective}, cannot be below {bound}; {unmet} wishes not met";
    plan_spent(seconds: f64, moves: u64) "用时 {seconds:.2} 秒，试了 {moves} 步" "{seconds:.2} s, {moves} moves";
    plan_changed(removed: usize, added: usize) "与原方案相比：取消 {removed} 项，新增 {added} 项" "Against the plan in hand: {removed} removed, {added} added";
    plan_alternative(number: usize, objective: i64, removed: usize, added: usize) "备选 {number}：总代价 {objective}，取消 {removed} 项，新增 {added} 项" "Alternative {number}: cost {objective}, {removed} removed, {added} added";
    plan_more(count: usize) "……另有 {count} 项" "… and {count} more";

    trouble_no_plan(reasons: &str) "下面这些要求互相矛盾，排不出方案：\n{reasons}" "These demands contradict each other; there is no plan:\n{reasons}";
    trouble_plan_not_found "在给定的时间内没有找到满足全部硬性规则的方案，也没有证明排不出来。" "No plan that keeps all firm rules was found in the time given, nor was it shown that there is none.";
    next_relax_rules "请按上面的办法之一调整后重新排班。" "Change one of the things above and plan again.";
    next_more_time "请延长时间（--seconds）后再试。" "Try again with more time (--seconds).";
    wanted_instance "排班任务（JSON）" "a planning task (JSON)";
    wanted_plan "排班方案（JSON）" "a plan (JSON)";
}

impl super::Tr {
    /// The weekday by its number, 0 Monday.
    #[must_use]
    pub fn plan_weekday(self, number: u32) -> &'static str {
        use chrono::Weekday;
        self.weekday(u8::try_from(number % 7).ok().and_then(|day| Weekday::try_from(day).ok()).unwrap_or(Weekday::Mon))
    }

    /// Month, day and weekday.
    #[must_use]
    pub fn month_day_weekday(self, on: chrono::NaiveDate) -> String {
        self.plan_dated(&self.month_day(on), self.weekday(chrono::Datelike::weekday(&on)))
    }
}
