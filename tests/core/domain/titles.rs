//! Ranks of professional titles.

use chuanbangdai::domain::rank_of;

#[test]
fn a_title_is_ranked_by_its_ending_and_the_highest_of_several_counts() {
    let titles: [(&str, Option<u8>); 36] = [
        ("主任医师", Some(5)),
        ("副主任医师", Some(4)),
        ("主治医师", Some(3)),
        ("主管医师", Some(3)),
        ("医师", Some(2)),
        ("住院医师", Some(2)),
        ("医士", Some(1)),
        ("主任护师", Some(5)),
        ("副主任护师", Some(4)),
        ("主管护师", Some(3)),
        ("护师", Some(2)),
        ("护士", Some(1)),
        ("主任药师", Some(5)),
        ("副主任药师", Some(4)),
        ("主管药师", Some(3)),
        ("药师", Some(2)),
        ("药士", Some(1)),
        ("主任技师", Some(5)),
        ("副主任技师", Some(4)),
        ("主管技师", Some(3)),
        ("技师", Some(2)),
        ("技士", Some(1)),
        ("教授", Some(5)),
        ("副教授", Some(4)),
        ("副主任医师、教授", Some(5)),
        ("主治医师（副教授）", Some(4)),
        ("主任医师/科主任", Some(5)),
        ("主管护师(护士长)", Some(3)),
        ("中医副主任医师", Some(4)),
        ("执业助理医师", Some(1)),
        ("管理", None),
        ("科主任", None),
        ("护士长", None),
        ("无职称", None),
        ("—", None),
        ("", None),
    ];
    for (title, rank) in titles {
        assert_eq!(rank_of(title), rank, "{title}");
    }
}
