//! The program's own workbooks come back as they went out: of namesakes, of texts in full-width signs, of blanks.

use chuanbangdai::app::intake::{self, ImportChoices};
use chuanbangdai::app::{Office, Progress, paper};
use chuanbangdai::domain::{DocumentKind, Edit, Period};
use chuanbangdai::i18n::Tr;
use chuanbangdai::import::RowResult;
use chuanbangdai::import::read::Reader;
use chuanbangdai::report::{DocumentRequest, Mask};
use serde_json::json;

use crate::figures::awkward;

/// Texts as people type them in a window: with full-width brackets, commas and semicolons.
fn type_in(office: &mut Office) {
    let rows = [
        json!({"table": "institution", "id": 7, "name": "省医院（东院区）", "kind": "supporter"}),
        json!({"table": "relation", "id": 6, "programme": "team_based", "from_inst": 7, "to_inst": 1}),
        json!({"table": "department", "id": 6, "inst": 1, "name": "内镜中心（含胃镜室）"}),
        json!({"table": "person", "id": 12, "name": "钱多多", "inst": 7, "specialty": "早癌（胃、肠）"}),
        json!({"table": "stint", "id": 9, "person": 12, "relation": 6, "host_inst": 1, "host_dept": 6, "role": "member",
            "mode": "long_term", "arrive_on": "2024-01-01", "note": "延期（三个月）；已报"}),
        json!({"table": "appointment", "id": 3, "person": 12, "inst": 1, "post": "副主任（挂职）", "from_on": "2024-02-01"}),
        json!({"table": "pairing", "id": 10, "mentor": 12, "mentor_stint": 9, "apprentice": 7, "from_on": "2024-01-05",
            "status": "active", "kind": "one_to_one", "mode": "on_site"}),
        json!({"table": "pairing_goal", "id": 1, "pairing": 10, "item": "ERCP（独立≥5例）", "target": 5}),
        json!({"table": "teaching_log", "id": 6, "on_date": "2024-03-11", "mentor": 12, "stint": 9, "apprentice": 7,
            "activity": 5, "topic": "取石（ERCP），引流"}),
        json!({"table": "benefit", "id": 4, "stint": 9, "kind": "housing", "standard": "公寓（2室），水电全免"}),
        json!({"table": "task", "id": 6, "list": "清单（二期）", "no": 1, "title": "申报（四级）；验收", "due_on": "2024-06-30",
            "status": "active", "progress_note": "已报，待批"}),
        json!({"table": "expense", "id": 3, "fund": 1, "on_date": "2024-02-02", "item": "设备（第二批）", "amount_fen": 100,
            "voucher": "记（2）"}),
        json!({"table": "expense", "id": 4, "fund": 1, "on_date": "2024-02-02", "item": "设备（第二批）", "amount_fen": 100,
            "voucher": "记（3）"}),
        json!({"table": "meeting", "id": 1, "title": "联席会（上半年）", "on_date": "2024-03-01"}),
        json!({"table": "resolution", "id": 1, "meeting": 1, "text": "增派专家（麻醉）1名；尽快", "status": "active"}),
    ];
    for row in rows {
        let edit: Edit = serde_json::from_value(json!({"op": "put", "row": row.clone()})).unwrap();
        office.run(&edit).unwrap_or_else(|failure| panic!("{row}: {failure}"));
    }
}

#[test]
fn workbooks_of_awkward_records_come_back_without_a_change() {
    let (folder, mut office) = awkward::office();
    type_in(&mut office);
    let period = Period::new("2022-01-01".parse().unwrap(), "2024-12-31".parse().unwrap()).unwrap();
    for code in ["D03", "D07", "D08", "D09", "D10", "D11", "D21", "D22", "D23", "D25", "D27", "D30", "D32"] {
        let kind = DocumentKind::parse(code).unwrap();
        let request = DocumentRequest { mask: Mask::None, ..DocumentRequest::new(kind, period) };
        let sheet = office.sheet(&request, Tr::default()).unwrap();
        let file = folder.path().join(format!("{code}.xlsx"));
        paper::export(&sheet, paper::Format::Xlsx, &file, &office.press()).unwrap();
        let choices = ImportChoices::default();
        let prepared =
            intake::prepare(&office, &[file], &choices, &Reader::in_process(), &Progress::default()).unwrap();
        let report = office.commit_import(prepared, Tr::default()).unwrap();
        let told: Vec<_> =
            report.rows.iter().filter(|row| row.result != RowResult::Unchanged).map(|row| format!("{row:?}")).collect();
        assert!(told.is_empty() && report.unchanged > 0, "{code}: {told:#?}");
    }
}
