//! Words of the files that prove something.

texts! {
    evidence_tab(count: usize) "佐证（{count}）" "Evidence ({count})";
    evidence_title "佐证材料" "Evidence";
    evidence_none "还没有文件。可选择文件，或把文件拖到窗口上" "No file yet: choose one, or drop one on the window";
    evidence_drop_where "请先选中一项任务、一期报送或一个议定事项，再把佐证文件拖进来" "Select a task, a report or a resolution first, then drop its evidence";
    evidence_choose "选择文件…" "Choose files…";
    evidence_path "文件路径" "Path of the file";
    evidence_path_hint "粘贴完整路径，按 Enter 添加" "Paste the whole path, Enter adds it";
    evidence_open(name: &str) "打开 {name}" "Open {name}";
    evidence_remove_hint "从列表移除（文件仍保留在数据文件夹）" "Take it from the list (the file stays in the data folder)";
    evidence_digest(digest: &str) "文件指纹 SHA-256 {digest}…" "SHA-256 {digest}…";
    evidence_missing "文件不在原处" "the file is gone";
    evidence_altered "内容已被改动" "its content was altered";
    evidence_opening(name: &str) "正在打开 {name}" "Opening {name}";
    trouble_not_evidence(file: &str) "“{file}”是程序文件，不能作为佐证材料。" "“{file}” is a program and cannot be kept as evidence.";
    next_not_evidence "请选择文档、图片、表格或压缩包。" "Choose a document, a picture, a table or an archive.";
    trouble_evidence_missing(name: &str) "佐证材料“{name}”的文件不在数据文件夹中。" "The file of “{name}” is not in the data folder.";
    trouble_evidence_altered(name: &str) "佐证材料“{name}”的文件与存入时不同，可能被改动过。" "The file of “{name}” is not what was kept: it may have been altered.";
    next_evidence "请把原文件重新添加一次，或从备份中取回 evidence 文件夹。" "Add the original file again, or bring the folder “evidence” back from a backup.";
    cli_evidence_carried(files: usize) "佐证材料 {files} 份，已一并复制到备份旁的 evidence 文件夹。" "{files} files of evidence were copied to the folder “evidence” beside the backup.";
    cli_evidence_left(files: usize) "佐证材料 {files} 份不在加密备份内，请另行保管数据文件旁的 evidence 文件夹。" "{files} files of evidence are not inside the sealed backup: keep the folder “evidence” beside the data file as well.";
    cli_evidence_sound(files: usize) "佐证材料 {files} 份，均完好。" "{files} files of evidence, all sound.";
    cli_evidence_unsound(files: usize, missing: usize, altered: usize) "佐证材料 {files} 份，其中缺失 {missing} 份，内容有改动 {altered} 份。" "{files} files of evidence: {missing} missing, {altered} altered.";
    cli_evidence_not_looked(files: usize) "备份中登记有佐证材料 {files} 份，文件在数据文件旁的 evidence 文件夹，未核对。" "The backup names {files} files of evidence; they lie in the folder “evidence” beside the data file and were not looked at.";
    reports_freeze "存档所报材料" "Keep what was sent";
    reports_freeze_hint "按当前数据生成 PDF，连同指纹保存，以后不再改变" "Makes the PDF of the present data and keeps it with its fingerprint; it never changes";
    reports_frozen "存档文件" "Kept files";
    reports_document "存档表格" "Document";
}
