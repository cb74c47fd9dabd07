//! Cells and day headings of grids (contract 5.11).

use chrono::Weekday;
use chuanbangdai::domain::{LeaveKind, Slot};
use chuanbangdai::import::Context;
use chuanbangdai::import::values::{CellReading, DayMark, Frame, Legend, day_heading, grid_cell};

/// `活动+活动 @地点 #主题 ~代 [时段]` of every entry.
fn shown(text: &str) -> String {
    shown_with(text, &Legend::new(&[]))
}

fn shown_with(text: &str, legend: &Legend) -> String {
    let halves =
        |slots: &[Slot]| -> String { slots.iter().map(|slot| slot.code().to_owned()).collect::<Vec<_>>().join("+") };
    match grid_cell(text, legend) {
        CellReading::Nothing => "nothing".into(),
        CellReading::Rest => "rest".into(),
        CellReading::Unknown => "unknown".into(),
        CellReading::Leave(kind, slots) => format!("leave {} {}", kind.code(), halves(&slots)).trim().to_owned(),
        CellReading::WorkAndLeave(entries, kind, slots) => {
            assert_eq!(entries.len(), 1);
            format!("{} | leave {} {}", entries[0].activities.join("+"), kind.code(), halves(&slots))
        }
        CellReading::Work(entries) => entries
            .iter()
            .map(|entry| {
                let mut shown = entry.activities.join("+");
                let mut add = |sign: &str, text: &str| {
                    if !text.is_empty() {
                        shown.extend([" ", sign, text]);
                    }
                };
                add("@", &entry.place);
                add("#", &entry.topic);
                add("~", entry.substitute.as_deref().unwrap_or(""));
                add("", &halves(&entry.slots));
                add("", if entry.is_cancelled { "停" } else { "" });
                shown
            })
            .collect::<Vec<_>>()
            .join(" | "),
    }
}

#[test]
fn a_cell_says_what_where_and_when() {
    for (text, want) in [
        ("坐诊 门诊203", "坐诊 @门诊203"),
        ("坐诊@门诊203", "坐诊 @门诊203"),
        ("坐诊(门诊203)", "坐诊 @门诊203"),
        ("门诊203 坐诊", "坐诊 @门诊203"),
        ("查房急诊科", "查房 @急诊科"),
        ("查房", "查房"),
        ("查房/会诊", "查房+会诊"),
        ("查房、会诊", "查房+会诊"),
        ("查房\n会诊", "查房+会诊"),
        ("查房/疑难讨论", "查房+疑难讨论"),
        ("坐诊 门诊203/205", "坐诊 @门诊203/205"),
        ("上:坐诊 下:事假", "坐诊 | leave personal pm"),
        ("上午病假,下午查房", "查房 | leave sick am"),
        ("坐诊(代:张伟(骨科))", "坐诊 ~张伟(骨科)"),
        ("上:坐诊 下:查房", "坐诊 am | 查房 pm"),
        ("上午坐诊,下午查房", "坐诊 am | 查房 pm"),
        ("上午:坐诊 门诊203 下午:查房", "坐诊 @门诊203 am | 查房 pm"),
        ("坐诊(上)", "坐诊 am"),
        ("坐诊(上午) 门诊203", "坐诊 @门诊203 am"),
        ("全天坐诊", "坐诊 am+pm"),
        ("巡回 湘河镇", "巡回 @湘河镇"),
        ("下乡(赵川)", "巡回 @赵川"),
        ("EVL带教 消化内镜室", "手术带教 @消化内镜室 #EVL带教"),
        ("内镜带教 消化内镜室", "手术带教 @消化内镜室 #内镜带教"),
        ("行政(制度修订)", "行政 @制度修订"),
        ("坐诊(代:李四)", "坐诊 ~李四"),
        ("坐诊 门诊203(替 李 四)", "坐诊 @门诊203 ~李四"),
        ("停诊", "坐诊 停"),
        ("坐诊(停)", "坐诊 停"),
        ("诊", "坐诊"),
        ("查", "查房"),
        ("术", "手术"),
        ("教", "教学查房"),
        ("巡", "巡回"),
        ("会", "会诊"),
        ("讲", "讲座"),
        ("诊 203", "坐诊 @203"),
        ("急诊值班 急诊科", "急诊值班 @急诊科"),
        ("培训 三楼会议室", "培训 @三楼会议室"),
        ("休", "rest"),
        ("休息", "rest"),
        ("—", "nothing"),
        ("", "nothing"),
        ("事假", "leave personal"),
        ("病假(下午)", "leave sick pm"),
        ("年休", "leave annual"),
        ("公差", "leave duty"),
        ("上:坐诊 下:休", "坐诊 am"),
        ("天气晴", "unknown"),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn a_legend_under_the_table_overrides_the_usual_codes() {
    let own = [
        ("教".to_owned(), "手术带教".to_owned()),
        ("甲".to_owned(), "坐诊".to_owned()),
        ("休".to_owned(), "休息".to_owned()),
    ];
    let legend = Legend::new(&own);
    assert_eq!(shown_with("教", &legend), "手术带教");
    assert_eq!(shown_with("甲 203", &legend), "坐诊 @203");
    assert_eq!(shown_with("诊", &legend), "坐诊");
    assert_eq!(shown_with("休", &legend), "rest");
    assert!(matches!(grid_cell("年假", &legend), CellReading::Leave(LeaveKind::Annual, _)));
}

#[test]
fn day_headings_give_date_weekday_and_mark() {
    let context: Context = [("period", "2023-06-19..2023-06-25")].map(|(key, value)| (key.into(), value.into())).into();
    let frame = Frame::of(&context);
    let thursday = Some(Weekday::Thu);
    for (text, on, weekday, mark) in [
        ("周一 6/19", "2023-06-19", Some(Weekday::Mon), DayMark::Plain),
        ("星期一(6月19日)", "2023-06-19", Some(Weekday::Mon), DayMark::Plain),
        ("6.19 一", "2023-06-19", Some(Weekday::Mon), DayMark::Plain),
        ("19一", "2023-06-19", Some(Weekday::Mon), DayMark::Plain),
        ("一", "2023-06-19", Some(Weekday::Mon), DayMark::Plain),
        ("19", "2023-06-19", None, DayMark::Plain),
        ("19日", "2023-06-19", None, DayMark::Plain),
        ("2023-06-19", "2023-06-19", None, DayMark::Plain),
        ("周六 6/24休", "2023-06-24", Some(Weekday::Sat), DayMark::Holiday),
        ("周四 6/22 节", "2023-06-22", thursday, DayMark::Holiday),
        ("周四 6/22(端午节)", "2023-06-22", thursday, DayMark::Holiday),
        ("周日 6/25 班", "2023-06-25", Some(Weekday::Sun), DayMark::MakeUp(None)),
        ("周日 6/25 班(按周四)", "2023-06-25", Some(Weekday::Sun), DayMark::MakeUp(thursday)),
    ] {
        let heading = day_heading(text, &frame).unwrap_or_else(|| panic!("{text} is no day"));
        assert_eq!(heading.on.map(|on| on.to_string()).as_deref(), Some(on), "{text}");
        assert_eq!((heading.weekday, heading.mark), (weekday, mark), "{text}");
    }
}

#[test]
fn other_headings_are_no_days() {
    for text in ["姓名", "备注", "三级", "一级手术", "第1季度", "2023", "6月", "32", "合计", "联系电话", "周次", "100"]
    {
        assert_eq!(day_heading(text, &Frame::default()), None, "{text}");
    }
}
