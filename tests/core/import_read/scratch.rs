//! Throw-away check of every sheet of the scenarios.
use std::path::Path;

use chuanbangdai::import::read::Reader;
use chuanbangdai::import::table::{Choices, map_sheet};

#[test]
fn every_sheet_of_the_scenarios() {
    let mut bad = 0;
    for scenario in ["shangnan", "xiangtan"] {
        let dir = Path::new("/work/shared/scenarios").join(scenario);
        let expected: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(dir.join("expected.json")).unwrap()).unwrap();
        for import in expected["imports"].as_array().unwrap() {
            let file = import["file"].as_str().unwrap();
            let source = Reader::in_process().read(&dir.join(file)).unwrap();
            let sheet = import["sheet"].as_str();
            let grid = source.sheets.iter().find(|grid| grid.name.as_deref() == sheet).unwrap();
            let mut choices = Choices::default();
            for (key, value) in import["context"].as_object().unwrap() {
                choices.context.insert(key.clone(), value.as_str().unwrap().to_owned());
            }
            let mapped = map_sheet(file, grid, &choices);
            let got = mapped.as_ref().map_or_else(
                |reason| format!("{reason:?}"),
                |m| {
                    format!(
                        "{} {} {} {:?} {:?}",
                        m.kind,
                        m.header_row,
                        m.rows.len(),
                        m.rows.first().map(|r| r.row),
                        m.rows.last().map(|r| r.row)
                    )
                },
            );
            let want = format!(
                "{} {} {} {:?} {:?}",
                import["kind"].as_str().unwrap_or("-"),
                import["header_row"].as_u64().unwrap_or(1),
                import["rows"].as_u64().unwrap(),
                import["first_row"].as_u64().or(Some(2)),
                import["last_row"].as_u64().or(Some(import["rows"].as_u64().unwrap() + 1))
            );
            let mark = if got == want {
                "ok "
            } else {
                bad += 1;
                "BAD"
            };
            println!("{mark} {file} {sheet:?}: got {got} want {want}");
            if let Ok(m) = mapped {
                println!("     {:?}", m.context);
                println!(
                    "     {:?} ignored {:?} hints {:?} days {} legend {:?}",
                    m.columns,
                    m.ignored_columns,
                    m.hints,
                    m.day_columns.len(),
                    m.legend
                );
            }
        }
    }
    let errors = Reader::in_process().read(Path::new("/work/shared/scenarios/shangnan/errors.xlsx")).unwrap();
    for grid in &errors.sheets {
        let m = map_sheet("errors.xlsx", grid, &Choices::default()).unwrap();
        println!("{:?} {} {} {}", m.sheet, m.kind, m.header_row, m.rows.len());
    }
    assert_eq!(bad, 0);
}
