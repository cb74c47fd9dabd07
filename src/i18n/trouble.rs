//! What went wrong, what did not change, what to do next.

use std::io::{Error, ErrorKind};

use super::Tr;

texts! {
    trouble_in_use(file: &str, user: &str, host: &str, since: &str) "数据文件 {file} 正在使用中：{user}（电脑 {host}）从 {since} 起打开着。" "The data file {file} is in use: {user} (computer {host}) has had it open since {since}.";
    someone "某用户" "someone";
    trouble_in_use_by_other(file: &str) "数据文件 {file} 正被另一个程序使用。" "The data file {file} is in use by another program.";
    trouble_read_only(file: &str) "数据文件 {file} 是只读的，不能修改。" "The data file {file} is read-only and cannot be changed.";
    trouble_looking_only "现在是只读方式（--read-only），不做任何修改。" "This is the read-only way (--read-only): nothing is changed.";
    trouble_older(file: &str) "数据文件 {file} 由旧版本的程序写成，只读打开时不能升级。" "The data file {file} was written by an older program and cannot be brought up to date while it is only read.";
    trouble_no_space(file: &str) "磁盘已满，写不进 {file}。" "The disk is full: {file} could not be written.";
    trouble_damaged(file: &str) "数据文件 {file} 已损坏，不能安全打开。" "The data file {file} is damaged and cannot be opened safely.";
    trouble_newer(file: &str, found: u32, program: u32) "数据文件 {file} 由更新版本的程序写成（文件为第 {found} 版，本程序只认识到第 {program} 版）。" "The data file {file} was written by a newer program (its version is {found}, this program knows versions up to {program}).";
    trouble_foreign(file: &str) "{file} 不是传帮带的数据文件。" "{file} is not a data file of this program.";
    trouble_missing(file: &str) "找不到文件 {file}。" "The file {file} does not exist.";
    trouble_exists(file: &str) "文件 {file} 已经存在。" "The file {file} exists already.";
    trouble_wrong_password(file: &str) "密码不对，打不开 {file}。" "The password does not open {file}.";
    trouble_conflict(step: i64, count: usize, rows: &str) "第 {step} 步不能单独撤销：其中 {count} 条记录后来又改过（{rows}）。" "Step {step} cannot be taken back by itself: {count} of its records were changed since ({rows}).";
    trouble_nothing_to_undo "没有可以撤销的步骤。" "There is nothing to undo.";
    trouble_nothing_to_redo "没有可以重做的步骤。" "There is nothing to redo.";
    trouble_no_such_step(step: i64) "历史中没有第 {step} 步。" "The history has no step {step}.";
    trouble_not_an_import(step: i64) "第 {step} 步不是导入。" "Step {step} is not an import.";
    trouble_io(file: &str, cause: &str) "读写 {file} 时出错：{cause}。" "Reading or writing {file} failed: {cause}.";
    trouble_read(file: &str, cause: &str) "读不了文件 {file}：{cause}。" "The file {file} cannot be read: {cause}.";
    trouble_write(file: &str, cause: &str) "写不了文件 {file}：{cause}。" "The file {file} cannot be written: {cause}.";
    trouble_not_printed(cause: &str) "结果输出不了：{cause}。" "The results cannot be printed: {cause}.";
    unchanged_done "已经执行的都已保存。" "What was done is saved.";
    next_check_output "请检查结果要写到哪里，以及那里的磁盘空间。" "Check where the results go, and the disk space there.";
    trouble_engine "数据库读写失败，详细情况已记入日志。" "The database failed; the details are in the log.";
    trouble_not_understood(file: &str, wanted: &str) "文件 {file} 的内容不对，不是{wanted}。" "The content of {file} is not {wanted}.";
    trouble_malformed(file: &str, wanted: &str, why: &str) "文件 {file} 不是{wanted}：{why}。" "{file} is not {wanted}: {why}.";
    fault_at(line: usize, column: usize, why: &str) "第 {line} 行第 {column} 列{why}" "line {line}, column {column}: {why}";
    fault_at_field(line: usize, column: usize, field: &str, why: &str) "第 {line} 行第 {column} 列（{field}）{why}" "line {line}, column {column} ({field}): {why}";
    fault_empty "文件是空的" "the file is empty";
    fault_too_large "文件太大" "the file is too large";
    fault_utf16 "文件是 UTF-16 编码，请另存为 UTF-8" "the file is in UTF-16; save it as UTF-8";
    fault_not_utf8 "不是 UTF-8 编码的文字" "this is not text in UTF-8";
    fault_cut_short "文件到这里就断了，内容不完整" "the file ends here, too early";
    fault_syntax "不合 JSON 的写法" "this is not valid JSON";
    fault_missing(name: &str) "缺少 {name}" "{name} is missing";
    fault_double(name: &str) "{name} 重复出现" "{name} stands twice";
    fault_beyond(value: &str) "的值 {value} 超出允许的范围" "the value {value} is out of range";
    fault_length "的列表长度不对" "the list has the wrong length";
    fault_meaningless "的内容没有意义" "this means nothing here";
    fault_type(wanted: &str) "应是{wanted}" "should be {wanted}";
    json_number "整数" "a whole number";
    json_text "文字" "text";
    json_truth "“true”或“false”" "true or false";
    json_list "方括号列表" "a list in brackets";
    json_fields "花括号里的一组项目" "fields in braces";
    json_other "别的内容" "something else";
    next_mend_file "请按上面指出的位置改正文件后再试。" "Mend the file at the place above and try again.";
    trouble_bad_line(file: &str, line: usize) "文件 {file} 第 {line} 行不是一条可以执行的修改。" "Line {line} of {file} is not an edit that can be run.";
    trouble_at_line(file: &str, line: usize, what: &str) "文件 {file} 第 {line} 行没有执行：{what}" "Line {line} of {file} was not run: {what}";
    trouble_password_missing(file: &str) "{file} 需要密码，但没有给出密码。" "{file} needs a password and none was given.";
    trouble_no_place "系统没有给出当前用户存放数据的文件夹。" "The system names no folder for the data of this user.";
    trouble_no_window "打不开窗口：没有可用的显示器，或显卡驱动不能用。" "No window could be opened: there is no display, or the graphics driver does not work.";
    next_without_window "请在图形桌面中打开；没有桌面时，可用命令行（--help 列出全部子命令）。" "Open it on a graphical desktop; without one, use the command line (--help lists the subcommands).";
    trouble_smoke(count: usize) "界面在随机操作中出现 {count} 个问题。" "The window went wrong {count} times under random input.";
    next_report_defect "请把上面的种子和步数告诉开发者。" "Please tell the makers the seed and the number of steps above.";
    trouble_cancelled "已按要求停下。" "It was stopped as asked.";
    /// Of a crash: the log file is named.
    trouble_defect(log: &str) "程序内部出错，已停止运行；已确认的修改都在。详细情况记在 {log}，请把它交给维护人员。" "The program failed inside and stopped; every confirmed change is there. The details are in {log}: please hand it to those who maintain the program.";
    trouble_defect_without_log "程序内部出错，已停止运行；已确认的修改都在。请重新打开程序，并告知维护人员当时的操作。" "The program failed inside and stopped; every confirmed change is there. Please start it again and tell those who maintain it what you did.";

    wanted_dump "完整的数据转储" "a complete dump";
    wanted_mapping "工作表与列的对应表" "a mapping of sheets and columns";
    wanted_backup "可用的备份" "a usable backup";

    unknown_document(given: &str) "没有“{given}”这种表格。" "There is no document “{given}”.";
    unknown_format(given: &str) "这种表格不能存成“{given}”格式。" "This document cannot be saved as “{given}”.";
    unknown_period(given: &str) "期间“{given}”看不懂，应写成 2023-06-12..2023-06-18。" "The period “{given}” is not understood; write it as 2023-06-12..2023-06-18.";
    unknown_person(given: &str) "没有叫“{given}”的人员，或有几位同名，请改写编号。" "There is no person “{given}”, or several; give the number instead.";
    unknown_relation(given: &str) "没有“{given}”这个帮扶关系，应写成 支援单位→受援单位 或它的编号。" "There is no relation “{given}”; write it as supporter→host or by its number.";
    unknown_context(given: &str, known: &str) "--context 中没有“{given}”这个名称，可以是：{known}。" "--context knows no “{given}”; it can be: {known}.";
    unknown_context_value(given: &str) "--context 的“{given}”看不懂：relation 写成 支援单位→受援单位 或编号，direction 写 received 或 sent，year 和 month 写数字，其余写表中的用语。" "--context “{given}” is not understood: write relation as supporter→host or by its number, direction as received or sent, year and month in figures, the others in the words of a sheet.";
    unknown_kind(given: &str, known: &str) "没有“{given}”这种工作表类别，可以是：auto、{known}。" "There is no kind of sheet “{given}”; it can be: auto, {known}.";
    unknown_sample(given: &str) "没有名为“{given}”的示例。" "There is no sample “{given}”.";

    refused_no_such_row(table: &str, id: i64) "{table}中没有编号为 {id} 的记录。" "There is no {table} with number {id}.";
    refused_in_use(table: &str, id: i64, by: &str) "{table}第 {id} 号仍被“{by}”用到，不能删除。" "The {table} with number {id} is still used by a {by} and cannot be deleted.";
    refused_dangling(table: &str) "{table}引用了不存在的记录。" "The {table} refers to a record that does not exist.";
    refused_duplicate(table: &str) "{table}中已有同样的记录。" "There already is such a {table}.";
    refused_end_before_start(table: &str) "{table}的结束日期早于开始日期。" "The {table} would end before it starts.";
    refused_circular(table: &str, id: i64) "{table}第 {id} 号不能成为自己的下级。" "The {table} with number {id} would be a part of itself.";
    refused_over_budget(spent: &str, budget: &str) "支出合计 {spent} 元，超出预算 {budget} 元。" "Expenses would come to {spent} yuan; the budget is {budget}.";
    next_override_budget "请核对金额；确需超支的，请先在该笔资金中填写“超支原因”。" "Check the amount; to spend more, first give a reason in the fund.";
    refused_overlap(table: &str, id: i64) "{table}与第 {id} 号{table}在同一时间，不能并存。" "The {table} overlaps the {table} with number {id}.";
    refused_invalid(table: &str, field: &str) "{table}的“{field}”没有填写，或超出了允许的范围。" "The field “{field}” of the {table} is empty or out of its range.";
    row_name(table: &str, id: i64) "{table} {id} 号" "{table} {id}";
    list_and_more "等" "and more";
    list_comma "、" ", ";

    unchanged_nothing "数据没有任何改动。" "No data were changed.";
    unchanged_file "这个文件原样未动。" "The file is as it was.";
    unchanged_saved "已确认的修改都在，刚才这一步没有执行。" "Every confirmed change is there; the last step was not done.";
    unchanged_target "原有的同名文件和数据都没有改动。" "A file of that name that was there before, and the data, are as they were.";
    unchanged_lines_stand "前面各行已执行并保存，这一行和后面的各行没有执行。" "The lines before it were run and saved; this one and those after it were not.";

    next_wait_for_holder "请等对方关闭程序后再试；只需查看时，可用只读方式打开。" "Try again when the other program is closed; to look only, open it read-only.";
    next_make_writable "请去掉文件的只读属性，或把它复制到可以写入的文件夹后再打开。" "Make the file writable, or copy it to a folder where it can be written.";
    next_open_to_write "请不用只读方式打开一次，程序会先备份再升级。" "Open it once without read-only: it is backed up first, then brought up to date.";
    next_make_space "请清理磁盘空间后重试。" "Free some disk space and try again.";
    next_restore_backup "请从备份中选最近的一份恢复；损坏的文件请留着，不要删除。" "Restore the newest backup; keep the damaged file and do not delete it.";
    next_update_program "请升级本程序后再打开。" "Update this program and open the file again.";
    next_choose_other "请检查是否选错了文件；工作簿请用导入功能。" "Check whether it is the right file; workbooks are brought in by an import.";
    next_check_missing "请检查文件名和所在文件夹；还没有数据文件时，请先新建。" "Check the file name and its folder; where there is no data file yet, make one first.";
    next_without_read_only "需要修改时，请不带 --read-only 再运行一次。" "To make changes, run it again without --read-only.";
    next_other_name "请换一个文件名，或先把原有文件移到别处。" "Choose another name, or move the file away first.";
    next_check_password "请核对密码后重试；忘记的密码无法找回。" "Check the password and try again; a forgotten password cannot be recovered.";
    #[allow(clippy::doc_markdown, reason = "the name of a variable inside a sentence")]
    next_give_password "请把密码放进环境变量 CHUANBANGDAI_PASSWORD 后重试。" "Put the password into the environment variable CHUANBANGDAI_PASSWORD and try again.";
    next_undo_later_steps "请先撤销后来的修改，再撤销这一步。" "Take the later changes back first, then this step.";
    next_look_at_history "请在历史中查看有哪些步骤。" "Look at the history for the steps there are.";
    next_check_file "请检查文件是否选对、是否完整、是否正被别的程序占用。" "Check whether it is the right file, whether it is complete, and whether another program has it open.";
    next_check_place "请检查文件夹是否存在、能否写入，以及文件是否正被别的程序打开。" "Check whether the folder exists and can be written, and whether another program has the file open.";
    next_check_data_file "请检查数据文件是否完好，必要时从备份恢复。" "Check whether the data file is sound, and restore a backup if need be.";
    next_mend_line "请改正这一行，去掉前面已执行的各行，再运行一次。" "Mend this line, leave out the lines before it, and run it again.";
    next_help "用法请看 --help。" "See --help for the usage.";
    next_name_place "请用 --db 指明数据文件放在哪里。" "Say with --db where the data file is.";
    next_start_again "需要时可以重新开始。" "Start it again when needed.";
    next_refresh "请刷新后重新选择。" "Refresh and choose again.";
    next_retire_instead "请先处理用到它的记录；人员可以改为停用。" "Settle the records that use it first; people can be retired.";
    next_choose_again "请重新选择引用的记录。" "Choose the record it refers to again.";
    next_change_existing "请直接修改已有的那条记录。" "Change the record that is there.";
    next_mend_dates "请核对开始和结束日期。" "Check the first and the last day.";
    next_mend_value "请改正后再试。" "Mend it and try again.";

    cause_not_found "文件或文件夹不存在" "the file or folder does not exist";
    cause_permission "没有权限" "permission is missing";
    cause_full "磁盘空间不足" "the disk is full";
    cause_read_only "所在磁盘是只读的" "the disk is read-only";
    cause_folder "它是一个文件夹" "it is a folder";
    cause_not_folder "路径中有一段不是文件夹" "a part of its path is not a folder";
    cause_exists "同名文件已经存在" "a file of that name exists already";
    cause_busy "正被别的程序占用" "another program has it open";
    cause_name "文件名不能用" "the file name cannot be used";
    cause_short "内容不完整" "its content is not complete";
    cause_data "内容不是文字" "its content is not text";
    cause_system(number: i32) "系统报告第 {number} 号错误" "the system reports error number {number}";
    cause_unknown "原因不明，详细情况已记入日志" "for an unknown reason; the details are in the log";
}

impl Tr {
    /// Why reading or writing failed, as words; the system's own text is in the log.
    #[must_use]
    pub fn io_cause(self, error: &Error) -> String {
        let known = match error.kind() {
            ErrorKind::NotFound => self.cause_not_found(),
            ErrorKind::PermissionDenied => self.cause_permission(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => self.cause_full(),
            ErrorKind::ReadOnlyFilesystem => self.cause_read_only(),
            ErrorKind::IsADirectory => self.cause_folder(),
            ErrorKind::NotADirectory => self.cause_not_folder(),
            ErrorKind::AlreadyExists => self.cause_exists(),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => self.cause_busy(),
            ErrorKind::InvalidInput | ErrorKind::InvalidFilename => self.cause_name(),
            ErrorKind::UnexpectedEof => self.cause_short(),
            ErrorKind::InvalidData => self.cause_data(),
            _ => {
                return error
                    .raw_os_error()
                    .map_or(self.cause_unknown().to_owned(), |number| self.cause_system(number));
            }
        };
        known.to_owned()
    }
}
