//! Whatever the rows say: planning never fails, and importing the same sheets again changes nothing.

use chuanbangdai::import::MappedSheet;
use proptest::prelude::*;
use proptest::sample::select;

use super::rig::{RELATION, Rig, registers, sheet, staffed};

const NAMES: &[&str] = &["邹龙", "黎远", "文申英", "张 伟", "张伟(急诊科)", "无此人", "", "龙主任", "阿依·古丽"];
const DEPARTMENTS: &[&str] = &["消化内科", "普外科", "急诊科", "消化外科", "湘河镇", "", "—"];
const HOSPITALS: &[&str] = &["商洛市中心医院", "县医院", "湘河镇中心卫生院", "外省医院", ""];
const DAYS: &[&str] = &["2023-06-05", "2023.6.6", "2023年6月", "2022年", "2023-02-30", "45082", "6月7日", ""];
const SLOTS: &[&str] = &["上午", "下午", "全天", "夜班", "", "半夜"];
const DOINGS: &[&str] = &["坐诊", "查房/会诊", "EVL带教", "休", "打球", "巡回", "事假", ""];
const ROOMS: &[&str] = &["门诊203", "门诊一楼", "湘河镇", "", "手术室"];
const STATES: &[&str] = &["", "停", "完成", "替", "?"];
const CELLS: &[&str] =
    &["坐诊 门诊203", "查房/会诊", "上:坐诊 下:查房", "休", "事假", "巡回 湘河镇", "打球", "", "坐诊(代:黎远)"];

/// Rows whose cells are drawn from the lists.
fn rows(columns: &'static [&'static [&'static str]]) -> impl Strategy<Value = String> {
    let row: Vec<_> = columns.iter().map(|words| select(*words)).collect();
    prop::collection::vec(row, 1..8)
        .prop_map(|rows| rows.iter().map(|row| row.join("|") + "|").collect::<Vec<_>>().join("\n"))
}

fn again_is_idle(mut rig: Rig, sheets: &[MappedSheet]) {
    rig.import(sheets);
    let again = rig.plan(sheets);
    assert_eq!(again.edits, [], "the same sheets change records when they come again");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rosters_come_again_without_change(text in rows(&[NAMES, HOSPITALS, HOSPITALS, DEPARTMENTS, DAYS, DAYS, DAYS])) {
        let head = "姓名|派出单位|受援单位|受援科室|到岗日期|计划离岗|实际离岗|备注";
        again_is_idle(staffed(), &[sheet("stint", RELATION, head, &text)]);
    }

    #[test]
    fn staff_lists_come_again_without_change(text in rows(&[NAMES, HOSPITALS, DEPARTMENTS, &["SN1", "SN2", ""]])) {
        again_is_idle(staffed(), &[sheet("person", &[], "姓名|单位|科室|编号|备注", &text)]);
    }

    #[test]
    fn registers_come_again_without_change(text in rows(&[HOSPITALS, HOSPITALS, &["医联体", "组团式", ""], DAYS, DAYS])) {
        let head = "支援单位|受援单位|帮扶项目|开始日期|结束日期|备注";
        let mut rig = Rig::new();
        rig.fill(&registers());
        again_is_idle(rig, &[sheet("relation", &[], head, &text)]);
    }

    #[test]
    fn flat_schedules_come_again_without_change(
        text in rows(&[DAYS, SLOTS, NAMES, DEPARTMENTS, DOINGS, ROOMS, STATES]),
    ) {
        let head = "日期|时段|专家|科室/站点|活动|地点|状态|备注";
        again_is_idle(staffed(), &[sheet("session", RELATION, head, &text)]);
    }

    #[test]
    fn grids_come_again_without_change(text in rows(&[NAMES, DEPARTMENTS, SLOTS, CELLS, CELLS, CELLS])) {
        let head = "姓名|受援科室|时段|周一 6/19|周二 6/20|周日 6/25 班(按周四)|备注";
        let context = [RELATION, &[("period", "2023-06-19..2023-06-25"), ("year", "2023"), ("version", "1")]].concat();
        again_is_idle(staffed(), &[sheet("grid", &context, head, &text)]);
    }

    #[test]
    fn leave_comes_again_without_change(text in rows(&[NAMES, &["事假", "年休", "?", ""], DAYS, SLOTS, DAYS, SLOTS])) {
        let head = "申请人|类别|开始日期|开始时段|结束日期|结束时段|去向";
        let context = [RELATION, &[("year", "2023")]].concat();
        again_is_idle(staffed(), &[sheet("leave", &context, head, &text)]);
    }
}
