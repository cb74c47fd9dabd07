//! Words of the command line: help, wrong usage, results.

use super::{Lang, Tr};

/// Declares words by key: `key zh en`, or `key value_zh value_en zh en` with the name of the value.
macro_rules! abouts {
    ($($command:literal $zh:literal $en:literal;)+) => {
        impl Tr {
            /// What a subcommand does; the program itself has the empty name.
            #[must_use]
            pub fn cli_about(self, command: &str) -> &'static str {
                match (command, self.lang()) {
                    $(($command, Lang::Zh) => $zh, ($command, Lang::En) => $en,)+
                    _ => "",
                }
            }
        }
    };
}

macro_rules! arguments {
    ($($command:literal $arg:literal $value_zh:literal $value_en:literal $zh:literal $en:literal;)+) => {
        impl Tr {
            /// The name of an argument's value and what the argument does; both empty where it is not known.
            #[must_use]
            pub fn cli_argument(self, command: &str, arg: &str) -> (&'static str, &'static str) {
                match (command, arg, self.lang()) {
                    $(($command, $arg, Lang::Zh) => ($value_zh, $zh), ($command, $arg, Lang::En) => ($value_en, $en),)+
                    _ => ("", ""),
                }
            }
        }
    };
}

abouts! {
    "" "传帮带：县级医院帮扶办公室的派驻、排班、导入与打印。不带子命令时打开窗口。" "Chuanbangdai: stints, schedules, imports and prints for the assistance office of a county hospital. Without a subcommand the window opens.";
    "init" "新建数据文件，可填入示例医院" "Make a new data file, empty or with the sample hospital";
    "demo" "不开窗口演示主要工作：新建示例医院，并把所有表格存成 PDF 和 xlsx" "The main job without a display: the sample hospital and every document as PDF and xlsx";
    "info" "数据文件的概况：版本、各类记录数、上次备份、大小" "What the data file says of itself: version, records, last backup, size";
    "check" "检查数据文件是否损坏" "Look for damage in the data file";
    "import" "导入工作簿（xlsx、xls、xlsb、ods、csv、tsv），一次导入为一步，可撤销" "Import workbooks (xlsx, xls, xlsb, ods, csv, tsv) as one step that can be undone";
    "undo-import" "撤销某一次导入" "Take one import back";
    "export" "生成一份表格" "Write a document";
    "documents" "列出可以生成的表格" "List the documents";
    "dump" "按固定顺序输出全部数据，最后一行是校验值" "Print all data in a fixed order, with a check sum on the last line";
    "load" "用转储新建数据文件" "Make a new data file from a dump";
    "apply" "逐行执行修改，每行一步；保存到磁盘后输出“ACK 行号”" "Run edits line by line, one step each; prints “ACK n” once a line is safely on the disk";
    "undo" "撤销最近的步骤" "Take the newest steps back";
    "redo" "重做刚撤销的步骤" "Do the steps again that were taken back last";
    "history" "列出修改历史，最近的在前" "List the steps, newest first";
    "backup" "备份数据文件" "Make a backup";
    "backups" "列出自动备份" "List the automatic backups";
    "verify-backup" "检查备份能否使用" "Look whether a backup can be used";
    "restore" "用备份恢复数据文件，原文件改名保留" "Put a backup in place of the data file; the replaced file is kept under a dated name";
    "recover" "从损坏的数据文件中找回还能读出的记录，存为新文件" "Salvage what can still be read of a damaged data file into a new one";
    "search" "按汉字、拼音或拼音首字母查找" "Find anything by characters, pinyin or pinyin initials";
    "seed" "填入测试数据" "Fill in generated data";
    "ui-smoke" "不用屏幕，随机操作界面，报告出现的问题" "Drive the window off screen with random input and tell what goes wrong";
    "figure" "查一个数字：数值、单位、口径、算式和背后的记录" "One figure: value, unit, basis, formula and the records behind it";
    "figures" "列出全部数字" "Every figure of the catalogue";
    "findings" "按检查规则列出问题：对象、实际、要求、依据" "What the checks find: subject, actual, required and basis";
    "plan" "自动排班：排出方案，或说明为什么排不出" "Plan duties, or say why it cannot be done";
}

arguments! {
    "" "db" "文件" "FILE" "数据文件；不写时用当前用户的数据文件" "the data file; by default the one of this user";
    "" "now" "日期时间" "MOMENT" "把“现在”定为某一时刻，写成 2023-06-12T08:00" "the moment to take for now, such as 2023-06-12T08:00";
    "" "json" "" "" "以 JSON 输出结果，供程序读取" "machine-readable results";
    "" "lang" "语言" "LANG" "提示的语言：zh 中文（默认），en 英文" "language of messages: zh (default) or en";
    "" "read_only" "" "" "以只读方式打开数据文件" "only look at the data file";
    "" "yes" "" "" "一律回答“是”（本程序从不提问）" "answer yes to every question (this program asks none)";
    "" "help" "" "" "显示用法" "show this help";
    "" "version" "" "" "显示版本" "show the version";
    "init" "sample" "名称" "NAME" "填入示例数据：shangnan（商南县医院）" "fill in a sample: shangnan";
    "demo" "folder" "文件夹" "DIR" "存放数据文件和表格的文件夹" "the folder to write into";
    "check" "deep" "" "" "逐页、逐条引用地检查" "look at every page and every reference";
    "import" "files" "文件" "FILE" "要导入的工作簿，可以有多个" "the workbooks";
    "import" "kind" "类别" "KIND" "工作表类别：auto 自动识别（默认），或指定一种" "kind of sheet: auto (default) or one kind for all";
    "import" "mapping" "文件" "FILE" "手工对应的工作表与列（JSON 文件）" "sheets and columns mapped by hand (a JSON file)";
    "import" "context" "名称=内容" "KEY=VALUE" "表中没有写明的内容，如 relation=支援单位→受援单位；可写多次" "what the sheets do not say, such as relation=supporter→host; may be repeated";
    "import" "dry_run" "" "" "只说明将导入什么，不写入" "only say what would be done";
    "import" "strict" "" "" "只要有一行不能导入，就全部不导入" "any rejected row refuses the whole";
    "import" "on_dup" "方式" "MODE" "已有记录：update 更新（默认），skip 跳过，fail 拒绝" "records already there: update (default), skip or fail";
    "import" "report" "文件" "FILE" "把逐行的导入报告写入这个文件" "write the report of every row into this file";
    "undo-import" "id" "编号" "ID" "导入的编号，见导入结果或历史" "number of the import, as its result or the history says";
    "export" "kind" "表格" "KIND" "表格编号，如 D01；全部见 documents" "code of the document, such as D01; see documents";
    "export" "out" "文件" "FILE" "要写的文件" "the file to write";
    "export" "format" "格式" "FORMAT" "文件格式；不写时看文件名的后缀" "its format; by the name of the file when absent";
    "export" "period" "起..止" "A..B" "期间，如 2023-06-12..2023-06-18、2023-06、2023Q2；不写时为本周" "the days, such as 2023-06-12..2023-06-18, 2023-06 or 2023Q2; this week when absent";
    "export" "relation" "关系" "RELATION" "只要一个帮扶关系：编号，或 支援单位→受援单位" "one relation only: its number, or supporter→host";
    "export" "preset" "清单" "WHICH" "D11 的列：all 三张清单（默认），task 任务，responsibility 责任，deadline 时限" "columns of D11: all (default), task, responsibility, deadline";
    "export" "rows" "行" "ROWS" "D01、D28 的行：people 专家（默认），departments 科室，places 地点" "rows of D01 and D28: people (default), departments, places";
    "export" "mask" "程度" "HOW" "电话：full 不印，partial 只印首尾（默认），none 全印" "phone numbers: full (left out), partial (default), none (as stored)";
    "dump" "canonical" "" "" "按固定顺序（只有这一种）" "in a fixed order (the only form there is)";
    "load" "dump" "转储" "DUMP" "dump 输出的文件" "a file that dump has printed";
    "apply" "edits" "文件" "OPS" "修改清单，每行一个 JSON；- 表示从标准输入读取" "the edits, one JSON object a line; - reads standard input";
    "undo" "count" "步数" "N" "撤销几步，默认 1" "how many steps, 1 by default";
    "redo" "count" "步数" "N" "重做几步，默认 1" "how many steps, 1 by default";
    "history" "limit" "步数" "N" "最多列出几步，默认 20" "at most so many steps, 20 by default";
    "backup" "to" "文件" "FILE" "备份到这个文件" "the file to write";
    "backup" "encrypt" "" "" "加密；密码取自环境变量 CHUANBANGDAI_PASSWORD" "encrypt it; the password is in the environment variable CHUANBANGDAI_PASSWORD";
    "verify-backup" "file" "备份" "FILE" "备份文件" "the backup";
    "restore" "file" "备份" "FILE" "备份文件" "the backup";
    "recover" "bad" "坏文件" "BAD" "损坏的数据文件，只读不改" "the damaged data file, which is only read";
    "recover" "out" "新文件" "NEW" "要新建的数据文件" "the data file to make";
    "search" "text" "文字" "TEXT" "要找的文字" "what to look for";
    "seed" "rows" "行数" "N" "生成多少个班次，其余按比例" "how many dated sessions; everything else in proportion";
    "figure" "code" "代码" "CODE" "数字代码，如 people.count；全部见 figures" "code of the figure, such as people.count; see figures";
    "figure" "params" "参数=值" "KEY=VALUE" "范围与形式，如 period=2023 programme=组团式" "what narrows and shapes it, such as period=2023";
    "figures" "period" "起..止" "A..B" "期间，如 2023-01-01..2023-06-30、2023Q2" "the days, such as 2023-01-01..2023-06-30 or 2023Q2";
    "export" "person" "人员" "PERSON" "只要一个人：姓名或编号" "of one person only: name or number";
    "figures" "relation" "关系" "RELATION" "只要一个帮扶关系：支援单位→受援单位" "one relation only: supporter→host";
    "figures" "on" "日期" "DATE" "按这一天的状态" "the state of that day";
    "findings" "on" "日期" "DATE" "按这一天检查；不写时为今天" "as of that day; today when absent";
    "findings" "rule" "编号" "CODE" "只做一项检查，如 C05" "one check alone, such as C05";
    "plan" "period" "起..止" "A..B" "排数据文件里的这些天，如 2023-06-19..2023-06-25" "plan these days of the data file, such as 2023-06-19..2023-06-25";
    "plan" "rules" "文件" "FILE" "另加的排班规则（JSON 文件，每条如 {\"term\":\"clinics\",\"at_most\":3}）" "rules on top of those of the file (JSON, each such as {\"term\":\"clinics\",\"at_most\":3})";
    "plan" "keep_published" "" "" "已发布的都不动，只补已经去不了的；不写时允许以最少改动调整" "what is issued stays, and only what has become impossible is replaced; without it the fewest changes are looked for";
    "plan" "blocks" "" "" "排轮换：哪个科室、哪个点、哪个月由谁覆盖" "the rotation: who covers which department or site in which month";
    "plan" "apply" "" "" "写入数据文件，为一步，可撤销" "store the plan as one step that can be undone";
    "plan" "instance" "文件" "FILE" "排班任务（JSON 文件）" "the planning task (a JSON file)";
    "plan" "out" "文件" "FILE" "把方案写入这个文件" "the file to write the plan into";
    "plan" "seconds" "秒数" "S" "最多用多少秒；写了步数时不看。不写时，排班任务用 5 秒，数据文件按固定步数" "how long to search; of no account with --moves. Without it, 5 seconds for a task, a fixed number of moves for the data file";
    "plan" "moves" "步数" "N" "每路试多少步；步数与种子相同，结果就相同" "how many moves each search tries: the same number and seed give the same plan";
    "plan" "threads" "路数" "N" "同时搜索几路；按秒数时默认用全部处理器，按步数时默认 1" "searches side by side; by default all processors, or 1 with --moves";
    "plan" "seed" "种子" "N" "随机种子，默认 1" "where chance starts, 1 by default";
    "plan" "published" "方案" "PLAN" "手上已公布的方案：改动要最少" "the plan in hand: as little as possible is changed";
    "seed" "seed" "种子" "S" "随机种子，相同的种子生成相同的数据" "where chance starts: the same number gives the same data";
    "ui-smoke" "seed" "种子" "S" "随机种子，相同的种子做同样的操作" "where chance starts: the same number does the same things";
    "ui-smoke" "steps" "步数" "N" "做多少次操作" "how many things are done";
}

texts! {
    cli_heading_usage "用法：" "Usage: ";
    cli_heading_subcommands "子命令" "Subcommands";
    cli_heading_arguments "参数" "Arguments";
    cli_heading_options "选项" "Options";
    cli_heading_general "通用选项" "General options";
    cli_usage_root "chuanbangdai [选项] [子命令]" "chuanbangdai [OPTIONS] [SUBCOMMAND]";
    cli_usage_options " [选项]" " [OPTIONS]";
    cli_after_root "每个子命令的用法：chuanbangdai 子命令 --help" "The usage of a subcommand: chuanbangdai SUBCOMMAND --help";
    cli_after_apply "每行一个 JSON，三种写法（编号 0 表示新记录；整行替换；many 为一步）：\n  {\"op\":\"put\",\"row\":{\"table\":\"person\",\"id\":0,\"name\":\"邹龙\"}}\n  {\"op\":\"delete\",\"table\":\"person\",\"id\":7}\n  {\"op\":\"many\",\"label\":{\"what\":\"several\",\"count\":2},\"edits\":[…]}\n表名和字段名与 dump 的输出相同；空行跳过。" "One JSON object a line, in three forms (id 0 is a new record; a row is replaced whole; many is one step):\n  {\"op\":\"put\",\"row\":{\"table\":\"person\",\"id\":0,\"name\":\"邹龙\"}}\n  {\"op\":\"delete\",\"table\":\"person\",\"id\":7}\n  {\"op\":\"many\",\"label\":{\"what\":\"several\",\"count\":2},\"edits\":[…]}\nTables and fields are called as dump prints them; empty lines are skipped.";

    misuse_subcommand(given: &str) "没有“{given}”这个子命令。" "There is no subcommand “{given}”.";
    misuse_argument(given: &str) "不认识“{given}”。" "“{given}” is not known.";
    misuse_no_value(arg: &str) "“{arg}”后面缺少内容。" "“{arg}” needs a value.";
    misuse_value(arg: &str, value: &str) "“{arg}”的内容“{value}”写法不对。" "The value “{value}” of “{arg}” is not written as it should be.";
    misuse_value_of(arg: &str, value: &str, valid: &str) "“{arg}”的内容不能是“{value}”，可以是：{valid}。" "The value of “{arg}” cannot be “{value}”; it can be: {valid}.";
    misuse_missing(arg: &str) "缺少：{arg}。" "Missing: {arg}.";
    misuse_together(arg: &str, other: &str) "“{arg}”和“{other}”不能同时写。" "“{arg}” and “{other}” cannot be given together.";
    misuse_twice(arg: &str) "“{arg}”不能写两次。" "“{arg}” cannot be given twice.";
    misuse_other "命令的写法不对。" "The command is not written as it should be.";
    misuse_next(command: &str) "没有做任何事。用法请看：{command} --help" "Nothing was done. For the usage see: {command} --help";

    told_next(next: &str) "下一步：{next}" "Next: {next}";
    told_file(file: &str) "文件：{file}" "File: {file}";

    cli_created(file: &str) "已新建数据文件：{file}" "Made a new data file: {file}";
    cli_done(sentence: &str) "已完成：{sentence}" "Done: {sentence}";
    cli_undone(sentence: &str) "已撤销：{sentence}" "Taken back: {sentence}";
    cli_redone(sentence: &str) "已重做：{sentence}" "Done again: {sentence}";
    cli_fewer_steps(count: usize) "只有 {count} 步，已全部处理。" "There were only {count} steps; all of them are done.";
    cli_written(file: &str) "已写入：{file}" "Written: {file}";
    cli_history_undone "（已撤销）" " (taken back)";
    cli_history_rows(rows: usize) "{rows} 条记录" "{rows} records";
    cli_history_empty "历史中还没有步骤。" "The history is empty.";
    cli_info_file(file: &str) "数据文件：{file}" "Data file: {file}";
    cli_info_schema(schema: u32) "文件版本：{schema}" "Schema version: {schema}";
    cli_info_size(bytes: u64) "大小：{bytes} 字节" "Size: {bytes} bytes";
    cli_info_journal(mode: &str) "日志方式：{mode}" "Journal mode: {mode}";
    cli_info_steps(steps: u64) "历史步骤：{steps}" "Steps in the history: {steps}";
    cli_info_count(table: &str, count: u64) "{table}：{count}" "{table}: {count}";
    cli_info_last_backup(at: &str) "上次备份：{at}" "Last backup: {at}";
    cli_sheet(file: &str, sheet: &str) "{file}「{sheet}」" "{file} “{sheet}”";
    cli_sheet_left_out(name: &str, why: &str) "{name}：{why}" "{name}: {why}";
    cli_sheet_counts(name: &str, added: usize, changed: usize, unchanged: usize, rejected: usize) "{name}：新增 {added} · 更新 {changed} · 未变 {unchanged} · 拒绝 {rejected}" "{name}: {added} added · {changed} changed · {unchanged} unchanged · {rejected} rejected";
    cli_row_rejected "拒绝" "rejected:";
    cli_row_hint "提示" "hint:";
    cli_import_number(import: i64) "导入编号 {import}；撤销本次导入：chuanbangdai undo-import {import}" "Import {import}; to take it back: chuanbangdai undo-import {import}";
    demo_data_file "示例医院.db" "sample.db";
    cli_found_nothing(text: &str) "没有找到“{text}”。" "Nothing was found for “{text}”.";
    cli_seeded(rows: usize) "已填入测试数据 {rows} 条。" "Filled in {rows} generated records.";
    cli_smoke(seed: u64, steps: u32, frames: u64, count: usize) "种子 {seed}：{steps} 次操作，{frames} 帧，问题 {count} 个。" "Seed {seed}: {steps} steps, {frames} frames, {count} failures.";
    cli_check_sound "没有发现问题。" "Nothing was found.";
    cli_check_damage "文件内容有损坏" "the content of the file is damaged";
    cli_check_schema(name: &str) "表或索引“{name}”与本程序建立的不同" "the table or index “{name}” is not as this program made it";
    cli_check_reference(row: &str, parent: &str) "{row}引用的“{parent}”不存在" "{row} refers to a {parent} that does not exist";
    cli_check_unreadable(table: &str) "“{table}”中有读不出来的记录" "a row of {table} cannot be read";
    cli_check_altered(row: &str) "{row}在程序以外被改动过" "{row} was changed outside this program";
    cli_backed_up(file: &str, bytes: u64) "已备份到：{file}（{bytes} 字节）" "Backed up to: {file} ({bytes} bytes)";
    cli_no_backups "还没有自动备份。" "There are no automatic backups yet.";
    cli_backup_sound(file: &str) "备份可以使用：{file}" "The backup can be used: {file}";
    cli_restored(file: &str) "已用备份恢复：{file}" "Restored from the backup: {file}";
    cli_recovered(bad: &str, new: &str) "已从 {bad} 找回数据，存为 {new}。" "Salvaged from {bad} into {new}.";
    cli_recovered_table(table: &str, kept: u64) "{table}：找回 {kept} 条" "{table}: {kept} kept";
    cli_recovered_gaps(keys: &str) "编号 {keys} 读不出" "numbers {keys} cannot be read";
    cli_recovered_refused(count: usize) "另有 {count} 条不完整，没有放入" "{count} more are not whole and were left out";
    cli_recovered_also "；" "; ";
    cli_recovered_all "没有发现丢失的记录。" "No record is missing.";
    cli_recovered_some "请把上面读不出的和不完整的部分与最近的备份或纸质表格核对后补录。" "Compare what is missing with the newest backup or with paper, and enter it again.";
    cli_recovered_history "修改历史没有带入，新文件从头记起；原文件未改动。" "The history was left behind and begins anew; the damaged file was not changed.";
    cli_put_aside(file: &str) "原来的文件改名保留为：{file}" "The replaced file is kept as: {file}";
    cli_loaded(file: &str) "已用转储新建数据文件：{file}" "Made a new data file from the dump: {file}";
    backup_close "关闭时" "at close";
    backup_interval "定时" "at intervals";
    backup_import "导入前" "before an import";
    backup_restore "恢复前" "before a restore";
    backup_upgrade "升级前" "before an upgrade";
    backup_manual "手动" "by hand";
    cli_figure_basis(basis: &str) "口径：{basis}" "Basis: {basis}";
    cli_figure_formula(formula: &str) "算式：{formula}" "Formula: {formula}";
    cli_figure_records(count: usize) "明细：{count} 条" "Records: {count}";
    cli_figure_note(note: &str) "注：{note}" "Note: {note}";
    cli_info_no_backup "上次备份：还没有" "Last backup: none yet";
}
