//! Words of the hand-over of a batch.

texts! {
    page_handover "换批" "Hand-over";
    page_handover_hint "一批专家离岗：结对、固定班次和任务逐项交给接任者" "A batch leaves: pairs, fixed sessions and tasks go to named successors";
    handover_of(name: &str, dept: &str) "{name}（{dept}）" "{name} ({dept})";
    handover_pair "结对" "Pair";
    handover_rule "固定班次" "Fixed session";
    handover_session "已排班次" "Planned session";
    handover_task "任务" "Task";
    handover_task_due(title: &str, due: &str) "{title}（{due} 到期）" "{title} (due {due})";
    handover_batch "离任批次" "Leaving batch";
    handover_successor "接收人" "Successor";
    handover_successor_of(name: &str) "{name} 的接收人" "Successor of {name}";
    handover_line_of(item: &str) "{item} 交给" "{item} goes to";
    handover_nobody "未定" "Nobody yet";
    handover_leaves(day: &str) "{day} 离岗" "leaves {day}";
    handover_nothing "没有需要交接的事项" "Nothing to hand over";
    handover_go(count: usize) "交接 {count} 项" "Hand over {count}";
    handover_name "记下接收人" "Keep the successors";
    handover_settled(settled: usize, open: usize) "可交接 {settled} 项，未定 {open} 项" "{settled} to hand over, {open} open";
    handover_blocked(blocked: usize) "，接不了 {blocked} 项" ", {blocked} cannot be taken";
    handover_not_handed(why: &str) "不交接：{why}" "Not handed over: {why}";
    handover_oneself "接收人就是徒弟本人" "the successor is the apprentice";
    handover_same_pair(name: &str) "{name}已在带这名徒弟" "{name} teaches this apprentice already";
    handover_has_session(name: &str, what: &str) "{name}当时已有班次（{what}）" "{name} has a session then ({what})";
    handover_has_rule(name: &str, what: &str) "{name}该时段已有固定班次（{what}）" "{name} has a fixed session then ({what})";
    handover_away(name: &str, days: &str) "{name}当时请假（{days}）" "{name} is on leave then ({days})";
    handover_not_on_post(name: &str) "{name}当时不在岗" "{name} is not on post then";
    handover_over "接收人到岗前已到期" "it ends before the successor arrives";
    handover_twice(name: &str) "本次已有一项把同一徒弟或时段交给{name}" "this hand-over gives {name} the same apprentice or half-day already";
    handover_print "交接单" "Slip";
    handover_open_only "只看未交接" "Not handed over";
    handover_empty_title "没有可交接的批次" "No batch to hand over";
    handover_empty_text "先在派驻里录入批次和离岗日期，再来交接。" "Enter batches and last days under Stints first.";
    handover_empty_action "去派驻" "To the stints";
    handover_none_left_title "都能交接" "All settled";
    handover_none_left_text "每一项都有接收人，而且接得了。" "Everything has somebody who can take it on.";
    handover_key_go "交接" "Hand over";
}
