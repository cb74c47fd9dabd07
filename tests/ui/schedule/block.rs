//! Blocks of cells to and from Excel.

use egui::{Event, Key, Modifiers};

use super::scene::{click, copied, schedule, schedule_at, spoken, stored};
use crate::support::press;

#[test]
fn a_block_is_copied_as_a_table_of_texts() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月12日 周一上午");
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness).as_deref(), Some("坐诊 门诊203\t教学查房\n查房\t讲座 三楼会议室"));
}

#[test]
fn a_block_from_excel_fills_the_cells_from_the_corner_on() {
    let mut harness = schedule_at(26);
    click(&mut harness, "邹龙 6月26日 周一上午");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.event(Event::Paste("坐诊 门诊203\t教学查房\r\n查房/会诊\t讲座 三楼会议室\r\n".to_owned()));
    harness.run();
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 坐诊 门诊203");
    assert_eq!(spoken(&harness, "邹龙 6月27日 周二上午"), "邹龙 6月27日 周二上午 教学查房");
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一下午"), "邹龙 6月26日 周一下午 查房/会诊");
    assert_eq!(spoken(&harness, "邹龙 6月27日 周二下午"), "邹龙 6月27日 周二下午 讲座 三楼会议室");
    assert_eq!(stored(&harness, 26).len(), 4);
}

#[test]
fn what_was_copied_here_comes_back_exactly() {
    let mut harness = schedule_at(19);
    click(&mut harness, "邹龙 6月23日 周五上午");
    harness.event(Event::Copy);
    harness.step();
    let text = copied(&harness).unwrap();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness.event(Event::Paste(text));
    harness.run();
    let sessions = stored(&harness, 19);
    let of_topic: Vec<_> = sessions.iter().filter(|session| session.topic == "EVL带教").collect();
    assert_eq!(of_topic.len(), 2);
    assert_eq!(of_topic[0].activity, of_topic[1].activity);
}

#[test]
fn fill_down_repeats_the_first_line() {
    let mut harness = schedule_at(26);
    click(&mut harness, "邹龙 6月26日 周一上午");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    click(&mut harness, "邹龙 6月26日 周一上午");
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一下午"), "邹龙 6月26日 周一下午 坐诊 门诊203");
}
