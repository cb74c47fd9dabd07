//! A newcomer's way to the first printed schedule on the sample, every action counted.

use chuanbangdai::domain::SessionStatus;
use chuanbangdai::ui::PageId;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::scene::{says, stored};
use crate::support::{Scene, press, sample_window};

/// More would send the clerk back to the workbook.
const MOST_ACTIONS: usize = 25;

/// What a pair of hands does, one after the other.
enum Action {
    Key(Modifiers, Key),
    Click(&'static str),
    Text(&'static str),
}

fn act(harness: &mut Harness<'_, Scene>, actions: &[Action]) {
    for action in actions {
        match action {
            Action::Key(modifiers, key) => press(harness, *modifiers, *key),
            Action::Click(name) => {
                harness.get_by_role_and_label(Role::Button, name).click();
                harness.run();
            }
            Action::Text(text) => {
                harness.event(Event::Text((*text).to_owned()));
                harness.run();
            }
        }
    }
}

#[test]
fn a_newcomer_reaches_the_first_printed_schedule_in_few_actions() {
    let ctrl = |key| Action::Key(Modifiers::COMMAND, key);
    let way = [
        ctrl(Key::Num2),
        // Into the grid, and on to the first week that is empty.
        Action::Key(Modifiers::NONE, Key::ArrowDown),
        ctrl(Key::PageDown),
        ctrl(Key::PageDown),
        Action::Click("复制上周"),
        Action::Click("关闭"),
        Action::Click("发布"),
        Action::Text("例行发布"),
        Action::Key(Modifiers::NONE, Key::Enter),
        // The page itself; Enter prints it.
        ctrl(Key::P),
    ];
    let mut harness = sample_window();
    act(&mut harness, &way);
    assert!(way.len() < MOST_ACTIONS, "one more prints it");
    assert_eq!(harness.state().window.page(), PageId::Documents);
    for _ in 0..2_000 {
        harness.step();
        if says(&harness, "第1页 共1页") {
            break;
        }
        std::thread::yield_now();
    }
    assert!(says(&harness, "第1页 共1页"));
    assert!(harness.query_by_role_and_label(Role::Button, "打印").is_some());
    let issued = stored(&harness, 26);
    assert!(issued.len() > 50 && issued.iter().all(|session| session.status == SessionStatus::Published));
}
