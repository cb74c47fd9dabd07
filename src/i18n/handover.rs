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
    handover_settled(settled: usize, open: usize) "已定 {settled} 项，未定 {open} 项" "{settled} settled, {open} open";
    handover_print "交接单" "Slip";
    handover_open_only "只看未定" "Open only";
    handover_empty_title "没有可交接的批次" "No batch to hand over";
    handover_empty_text "先在派驻里录入批次和离岗日期，再来交接。" "Enter batches and last days under Stints first.";
    handover_empty_action "去派驻" "To the stints";
    handover_none_left_title "都定好了" "All settled";
    handover_none_left_text "每一项都有接收人，可以交接。" "Everything has somebody to take it on.";
    handover_key_go "交接" "Hand over";
}
