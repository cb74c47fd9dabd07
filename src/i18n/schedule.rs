//! Words of the week grid and of the findings beside it.

texts! {
    schedule_day_off "休" "off";
    schedule_day_on "班" "on";
    schedule_acts_as(weekday: &str) "按{weekday}" "as {weekday}";
    schedule_acts_as_open "未定按周几" "weekday open";
    schedule_nothing "空" "empty";
    schedule_off_post "不在任期" "not on post";
    schedule_between "；" "; ";
    schedule_with_mark(line: &str, mark: &str) "{line}（{mark}）" "{line} ({mark})";
    schedule_missing_year(year: i32) "{year}年放假安排尚未导入，暂按周一至周五上班显示" "The holiday notice of {year} is not imported yet: Monday to Friday are shown as workdays";
    schedule_room_taken(person: &str) "{person}已在用" "taken by {person}";
    schedule_caution_holiday(name: &str) "法定节假日（{name}）" "public holiday ({name})";
    schedule_left_filled "该时段已有安排" "the half-day is filled already";
    schedule_left_one_off(status: &str) "上周为临时变动（{status}）" "was a one-off last week ({status})";
    schedule_left_workday "本周该日上班" "a workday this week";
    schedule_left_holiday(name: &str) "放假（{name}）" "holiday ({name})";
    schedule_left_holiday_duty(name: &str) "上周为假期值班（{name}）" "was holiday duty last week ({name})";
    schedule_left_make_up "上周为调休上班日" "was a make-up workday last week";
    schedule_change(before: &str, after: &str) "{before} 改为 {after}" "{before} becomes {after}";
    schedule_change_added(after: &str) "新增 {after}" "added {after}";
    schedule_change_removed(before: &str) "取消 {before}" "removed {before}";
}
