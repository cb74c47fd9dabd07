//! Closed lists (contract 2.3) and clinic times (5.12).

use chrono::Weekday;
use chuanbangdai::domain::{
    DayKind, InstitutionKind, LeaveKind, Programme, SessionStatus, Sex, Slot, StintMode, StintRole, WeekRule,
};
use chuanbangdai::import::Code;
use chuanbangdai::import::values::{
    activity, activity_by_ending, clinic_times, day_kind, institution_kind, leave_kind, programme, session_status, sex,
    slots, stint_mode, stint_role, weekday, yes_no,
};

use super::cell;

#[test]
fn half_days_are_read_in_every_spelling() {
    for (words, want) in [
        (&["上午", "上", "早", "AM", "am", "上半天", "午前", "8:00-12:00", " 上 午 "][..], &[Slot::Am][..]),
        (&["下午", "下", "PM", "pm", "下半天", "午后", "14:30-17:30"], &[Slot::Pm]),
        (&["夜", "夜间", "晚上", "夜班", "晚", "NT", "nt"], &[Slot::Night]),
        (&["全天", "整天", "全日", "上下午", "上午下午", "一天", "上午、下午", "8:00-17:30"], &[Slot::Am, Slot::Pm]),
    ] {
        for word in words {
            assert_eq!(slots(&cell(word)), Ok(Some(want.to_vec())), "{word}");
        }
    }
    assert_eq!(slots(&cell("某时")), Err(Code::R08));
    assert_eq!(slots(&cell("—")), Ok(None));
}

#[test]
fn weekdays_are_read_and_never_refused() {
    for (words, want) in [
        (&["周一", "星期一", "礼拜一", "一", "Mon", "1"][..], Weekday::Mon),
        (&["周日", "星期天", "日", "天", "周天", "Sunday"], Weekday::Sun),
    ] {
        for word in words {
            assert_eq!(weekday(&cell(word)), Ok(Some(want)), "{word}");
        }
    }
    assert_eq!(weekday(&cell("周八")), Err(Code::N01));
}

#[test]
fn closed_lists_take_their_synonyms_and_nothing_else() {
    assert_eq!(sex(&cell("女性")), Ok(Some(Sex::Female)));
    assert_eq!(sex(&cell("—")), Ok(None));
    assert_eq!(sex(&cell("不详")), Err(Code::N01));
    assert_eq!(yes_no(&cell("√")), Ok(Some(true)));
    assert_eq!(yes_no(&cell("○")), Ok(Some(true)));
    assert_eq!(yes_no(&cell("否")), Ok(Some(false)));
    assert_eq!(yes_no(&cell("也许")), Err(Code::R08));
    assert_eq!(institution_kind(&cell("中心卫生院")), Ok(Some(InstitutionKind::Township)));
    assert_eq!(institution_kind(&cell("急救分站")), Ok(Some(InstitutionKind::AmbulanceStation)));
    assert_eq!(programme(&cell("“组团式”帮扶")), Ok(Some(Programme::TeamBased)));
    assert_eq!(programme(&cell("紧密型医联体")), Ok(Some(Programme::CloseAlliance)));
    assert_eq!(stint_role(&cell("领队")), Ok(Some(StintRole::Leader)));
    assert_eq!(stint_mode(&cell("刚性")), Ok(Some(StintMode::LongTerm)));
    assert_eq!(session_status(&cell("停诊")), Ok(Some(SessionStatus::Cancelled)));
    assert_eq!(session_status(&cell("正常")), Ok(Some(SessionStatus::Done)));
    assert_eq!(leave_kind(&cell("年休")), Ok(Some(LeaveKind::Annual)));
    assert_eq!(leave_kind(&cell("出差")), Ok(Some(LeaveKind::Duty)));
    assert_eq!(leave_kind(&cell("旷工")), Err(Code::R08));
    assert_eq!(day_kind(&cell("调休上班")), Ok(Some(DayKind::MakeUp)));
}

#[test]
fn activities_have_one_name_each() {
    for (word, want) in [
        ("坐诊", "坐诊"),
        ("出诊", "坐诊"),
        ("门诊", "坐诊"),
        ("病例讨论", "疑难讨论"),
        ("下乡", "巡回"),
        ("术中带教", "手术带教"),
        ("内镜带教", "手术带教"),
        ("专题讲座", "讲座"),
        ("远程指导", "线上指导"),
        ("教学查房", "教学查房"),
        ("急诊值班", "急诊值班"),
        ("休", "休"),
    ] {
        assert_eq!(activity(&cell(word)), Ok(Some(want)), "{word}");
    }
    assert_eq!(activity(&cell("喝茶")), Err(Code::R08));
    assert_eq!(activity_by_ending("EVL带教"), Some("手术带教"));
    assert_eq!(activity_by_ending("早癌教学查房"), Some("教学查房"));
    assert_eq!(activity_by_ending("门诊203"), None);
}

#[test]
fn clinic_times_are_read_as_an_office_posts_them() {
    for (written, want) in [
        ("周一、周四上午", "1a 4a"),
        ("周一、周日上午", "1a 7a"),
        ("周一上午、周日下午", "1a 7p"),
        ("周一下午、周二上午、周日上午", "1p 2a 7a"),
        ("每周三全天", "3a 3p"),
        ("周一至周五上午", "1a 2a 3a 4a 5a"),
        ("周一—周三下午", "1p 2p 3p"),
        ("单周周二", "2a! 2p!"),
        ("双周周四下午", "4p!!"),
        ("周一、三、五上午", "1a 3a 5a"),
        ("星期二(上午)", "2a"),
        ("每周周三下午", "3p"),
        ("周二", "2a 2p"),
        ("周一上午 8:00-12:00", "1a"),
    ] {
        let got = clinic_times(&cell(written)).unwrap().unwrap();
        let shown: Vec<String> = got
            .iter()
            .map(|time| {
                let slot = match time.slot {
                    Slot::Am => "a",
                    Slot::Pm => "p",
                    Slot::Night => "n",
                };
                let rule = match time.week_rule {
                    WeekRule::Odd => "!",
                    WeekRule::Even => "!!",
                    _ => "",
                };
                format!("{}{slot}{rule}", time.weekday)
            })
            .collect();
        assert_eq!(shown.join(" "), want, "{written}");
    }
    assert_eq!(clinic_times(&cell("见公告")), Err(Code::R08));
    assert_eq!(clinic_times(&cell("—")), Ok(None));
}
