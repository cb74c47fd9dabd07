//! Files that prove something: taken over once, told when they are gone, undone without losing them.

use std::path::PathBuf;

use chuanbangdai::app::Failure;
use chuanbangdai::app::tasks::{FileCondition, ProofOf, Proofs};
use chuanbangdai::domain::{Cycle, DocumentKind, Edit, Obligation, Report, ReportStatus, TaskId};

use super::{TR, day, dump, office, run, task};

fn written(folder: &tempfile::TempDir, name: &str, words: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, words).unwrap();
    path
}

#[test]
fn a_file_is_copied_beside_the_data_and_undo_takes_the_record_and_never_the_file() {
    let (mut office, folder) = office();
    run(&mut office, vec![Edit::put(task(1, "配齐创伤中心硬件", "2023-12-31"))]);
    let before = dump(&office);
    let outside = tempfile::tempdir().unwrap();
    let paper = written(&outside, "验收证书.PDF", "certificate");
    let of = ProofOf::Task(TaskId::new(1));
    let done = office.add_evidence(&of, std::slice::from_ref(&paper)).unwrap();
    assert_eq!(TR.label(&done.label), "新增佐证材料：验收证书.PDF");
    std::fs::remove_file(&paper).unwrap();

    let lines = office.evidence_of(&of, TR).unwrap();
    assert_eq!((lines.len(), lines[0].name.as_str(), lines[0].condition), (1, "验收证书.PDF", FileCondition::Sound));
    let kept = office.evidence_path(lines[0].id).unwrap();
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "certificate");
    assert!(kept.starts_with(folder.path().join("evidence")));

    office.undo().unwrap();
    assert_eq!(dump(&office), before);
    assert!(kept.exists(), "the file stays");
    office.redo().unwrap();
    assert_eq!(office.evidence_of(&of, TR).unwrap(), lines);
}

#[test]
fn a_file_that_is_gone_or_altered_is_told_and_not_opened() {
    let (mut office, _folder) = office();
    run(&mut office, vec![Edit::put(task(1, "配齐创伤中心硬件", "2023-12-31"))]);
    let outside = tempfile::tempdir().unwrap();
    let of = ProofOf::Task(TaskId::new(1));
    office.add_evidence(&of, &[written(&outside, "a.txt", "one"), written(&outside, "b.txt", "two")]).unwrap();
    let lines = office.evidence_of(&of, TR).unwrap();
    let (newest, oldest) = (&lines[0], &lines[1]);
    assert_eq!((newest.name.as_str(), oldest.name.as_str()), ("b.txt", "a.txt"));
    let (gone, altered) = (office.evidence_path(newest.id).unwrap(), office.evidence_path(oldest.id).unwrap());
    std::fs::remove_file(&gone).unwrap();
    std::fs::remove_file(&altered).unwrap();
    std::fs::write(&altered, "oné").unwrap();
    let lines = office.evidence_of(&of, TR).unwrap();
    assert_eq!((lines[0].trouble, lines[1].trouble), ("文件不在原处", "内容已被改动"));
    for line in &lines {
        let told = office.evidence_path(line.id).unwrap_err().told(TR);
        assert!(told.what.contains(&line.name) && told.next.contains("evidence"), "{told:?}");
    }
    assert_eq!(office.look_over_evidence(None), Proofs { files: 2, missing: 1, altered: 1 });
}

#[test]
fn a_program_a_folder_and_a_file_that_is_not_there_are_refused_and_nothing_changes() {
    let (mut office, folder) = office();
    run(&mut office, vec![Edit::put(task(1, "配齐创伤中心硬件", "2023-12-31"))]);
    let before = dump(&office);
    let outside = tempfile::tempdir().unwrap();
    let of = ProofOf::Task(TaskId::new(1));
    let good = written(&outside, "a.txt", "one");
    for (bad, code) in [
        (written(&outside, "setup.EXE", "MZ"), 3),
        (outside.path().to_owned(), 12),
        (outside.path().join("none.pdf"), 12),
    ] {
        let refused: Failure = office.add_evidence(&of, &[good.clone(), bad.clone()]).unwrap_err();
        assert_eq!(refused.exit_code(), code, "{}", bad.display());
        assert_eq!(dump(&office), before);
    }
    let left: Vec<_> = std::fs::read_dir(folder.path().join("evidence")).into_iter().flatten().flatten().collect();
    assert!(left.iter().all(|file| !file.file_name().to_string_lossy().contains("part")), "{left:?}");
}

fn duty() -> Obligation {
    serde_json::from_value(serde_json::json!({
        "id": 1, "kind": "report", "title": "季度汇报", "cycle": Cycle::Quarterly, "anchor_on": "2023-01-01",
        "shift": "advance",
    }))
    .unwrap()
}

fn quarter() -> Report {
    serde_json::from_value(serde_json::json!({
        "obligation": 1, "period_no": 2, "period_from": "2023-04-01", "period_to": "2023-06-30",
        "due_on": "2023-06-30", "status": ReportStatus::Pending,
    }))
    .unwrap()
}

#[test]
fn the_pages_of_a_report_are_kept_as_they_were_sent_whatever_is_changed_later() {
    let (mut office, _folder) = office();
    run(&mut office, vec![Edit::put(duty()), Edit::put(task(1, "配齐创伤中心硬件", "2023-12-31"))]);
    office.freeze_report(&quarter(), DocumentKind::TaskList, TR).unwrap();
    let report = office.registry().reports.values().next().unwrap().clone();
    assert_eq!((report.period_from, office.registry().reports.len()), (day("2023-04-01"), 1));
    let of = ProofOf::Report(report);
    let first = office.evidence_of(&of, TR).unwrap();
    let page = std::fs::read(office.evidence_path(first[0].id).unwrap()).unwrap();
    assert!(page.starts_with(b"%PDF"), "{}", first[0].name);

    run(&mut office, vec![Edit::put(task(1, "改过的任务", "2023-12-31"))]);
    let stored = office.registry().reports.values().next().unwrap().clone();
    office.freeze_report(&stored, DocumentKind::TaskList, TR).unwrap();
    let both = office.evidence_of(&of, TR).unwrap();
    assert_eq!((both.len(), office.registry().reports.len()), (2, 1), "one record for a period");
    assert_ne!(both[0].digest, both[1].digest);
    assert_eq!(std::fs::read(office.evidence_path(first[0].id).unwrap()).unwrap(), page);
}
