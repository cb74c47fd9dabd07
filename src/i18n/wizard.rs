//! Words of the import wizard and the print preview.

texts! {
    wizard_step_files "选文件" "Choose files";
    wizard_step_preview "对应与预览" "Match and preview";
    wizard_step_outcome "结果" "Result";
    wizard_drop "把工作簿拖到这里" "Drop workbooks here";
    wizard_formats "xlsx、xls、ods、csv、txt 均可，不必改动原表，可一次选多个" "xlsx, xls, ods, csv, txt as they are; several at once";
    wizard_choose_files "选择文件" "Choose files";
    wizard_paste "也可以在表格里复制一块，回到这里按 Ctrl+V" "Or copy a block in a workbook and press Ctrl+V here";
    wizard_promise_look "先预览再写入：新增、更新、拒绝的行一目了然" "Look before anything is written: what is added, changed, refused";
    wizard_promise_rows "有错的行单独列出位置和原因，不影响其余的行" "Wrong rows are listed with place and reason; the others go in";
    wizard_promise_undo "整次导入是一步，随时可以撤销，原文件不会改动" "One import is one step that can be undone; the files stay as they are";
    wizard_reading "正在读取文件……" "Reading the files…";
    wizard_planning "正在比对已有记录……" "Comparing with the records…";
    wizard_applying "正在写入……" "Writing…";
    wizard_other_files "换文件" "Other files";
    wizard_more_files "再导入" "Import more";
    wizard_apply(count: usize) "导入 {count} 行" "Import {count} rows";
    wizard_would(result: &str) "确认后：{result}。现在还没有写入。" "After confirming: {result}. Nothing is written yet.";
    wizard_kind "这张表是" "This sheet is";
    wizard_kind_automatic "自动识别" "Automatic";
    wizard_kind_leave_out "不导入" "Leave out";
    wizard_added "新增" "Added";
    wizard_changed "更新" "Changed";
    wizard_unchanged "未变" "Unchanged";
    wizard_rejected "拒绝" "Refused";
    wizard_column_row "行" "Row";
    wizard_column_result "结果" "Result";
    wizard_column_remark "说明" "Remark";
    wizard_done "导入完成" "Imported";
    wizard_nothing_new "没有新内容，数据未改动" "Nothing new; the data are as they were";
    wizard_take_back "撤销本次导入" "Undo this import";
    wizard_take_back_hint "以后也可以在 资料 › 历史 里撤销" "Later it can be undone in Records › History";
    wizard_refused(count: usize) "未导入的行（{count}）" "Rows not imported ({count})";
    wizard_to_schedule "去看排班" "To the schedule";
    wizard_key_paste "粘贴表格" "Paste a block";
    wizard_key_apply "导入" "Import";
}

texts! {
    preview_document "报表" "Document";
    preview_period "期间" "Period";
    preview_on_day "在岗日期" "On post on";
    preview_phones "联系电话" "Phones";
    mask_partial "隐藏中间四位" "Middle digits hidden";
    mask_none "全部显示（内部）" "Shown (internal)";
    mask_full "不印" "Left out";
    preview_empty_rows "空行（手写用）" "Empty rows";
    preview_grey "灰度打印" "Grey";
    preview_print "打印" "Print";
    preview_opening "正在交给系统打印程序……" "Handing it to the system's viewer…";
    preview_saved(path: &str) "已保存：{path}" "Saved: {path}";
    preview_again "重试" "Try again";
    preview_publish(version: u32) "发布第{version}版" "Issue version {version}";
    preview_publish_hint "发布后去掉“草稿”，记下版本和时间；以后再改就是下一版" "Takes the draft mark off and keeps version and time";
    preview_fallback "修改过的打印模板有错误，已改用内置模板" "An edited template does not work; the built-in one is used";
    preview_page(page: usize, pages: usize) "第{page}页 共{pages}页" "Page {page} of {pages}";
    preview_smaller "缩小" "Smaller";
    preview_larger "放大" "Larger";
    preview_fit "整页" "Whole page";
    save_as "另存为" "Save as";
    save_pdf "PDF 文件" "PDF";
    save_xlsx "Excel 工作簿" "Excel workbook";
    save_png "图片（发群用）" "Picture";
    save_html "网页" "Web page";
    save_csv "CSV 文本" "CSV";
    trouble_no_viewer(path: &str) "没有找到能打开 PDF 的程序，页面已存到 {path}。" "No program opens PDF files; the pages are in {path}.";
    next_open_by_hand "请手工打开这个文件打印，或先装一个 PDF 阅读程序。" "Open and print that file by hand, or install a PDF reader.";
}
