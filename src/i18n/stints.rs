//! Words of people and stints.

texts! {
    people_overdue "已过计划离岗日期" "past the planned last day";
    people_ends_today "今天期满" "ends today";
    people_ends_soon(days: i64) "{days} 天后期满" "ends in {days} days";
    people_no_department "未定受援科室" "no host department";
    people_no_end "未定离岗日期" "no last day";
    people_retired "已停用" "retired";
    people_planned(on: &str) "{on}（计划）" "{on} (planned)";
    form_name_missing "请填写姓名" "Enter the name";
    form_year_wrong "请填写四位年份" "Enter a year of four figures";
    form_host_missing "请选择受援单位" "Choose the host";
    form_date_missing "请填写日期" "Enter a date";
    form_date_wrong "不是日期，可写 2023-05-31、2023-05 或 2023" "Not a date: 2023-05-31, 2023-05 or 2023";
    form_end_before_start "早于到岗日期" "Before the first day";
}
