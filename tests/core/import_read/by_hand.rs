//! Sheets that nobody knows: named by the clerk, and remembered by their headings.

use chuanbangdai::import::Raw;
use chuanbangdai::import::table::{Choices, MappingChoice, Outcome, heading_key, map_sheet, understand_file};

use super::{file, grid};

#[test]
fn columns_that_nobody_knows_are_named_by_the_clerk_and_remembered_by_their_headings() {
    let mut sheet = grid(&["谁|去哪|哪天起|哪天起", "张三|省医院|2023-6-1|甲", "李四|市医院|2023-6-2|乙"]);
    sheet.name = Some("Sheet1".into());
    let file = file(sheet);
    let unknown = understand_file(&file, &Choices::default()).next().unwrap();
    assert!(matches!(unknown.outcome, Outcome::LeftOut(_)));
    let names: Vec<&str> = unknown.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["谁", "去哪", "哪天起", "哪天起#2"]);
    assert_eq!(unknown.columns[1].samples, ["省医院", "市医院"]);

    let columns = [("谁", "姓名"), ("去哪", "进修单位"), ("哪天起", "开始日期"), ("哪天起#2", "专业")];
    let choice = MappingChoice {
        kind: Some("study".into()),
        columns: columns.map(|(written, heading)| (written.to_owned(), heading.to_owned())).into(),
        ..MappingChoice::default()
    };
    let key = heading_key(unknown.columns.iter().map(|column| column.written.as_str()));
    for (choices, is_remembered) in [
        (
            Choices {
                by_place: [((file.name.clone(), Some("Sheet1".into())), choice.clone())].into(),
                ..Choices::default()
            },
            false,
        ),
        (Choices { remembered: [(key.clone(), choice.clone())].into(), ..Choices::default() }, true),
    ] {
        let known = understand_file(&file, &choices).next().unwrap();
        assert_eq!(known.is_remembered, is_remembered);
        let mapped = map_sheet(&file.name, &file.sheets[0], &choices).unwrap();
        let cell = |heading: &str| mapped.cell(&mapped.rows[1], heading).clone();
        assert_eq!(cell("进修单位"), Raw::Text("市医院".into()));
        assert_eq!(cell("专业"), Raw::Text("乙".into()));
    }
}
