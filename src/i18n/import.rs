//! What an import says of rows, sheets and files.

use chrono::NaiveDate;

use super::Tr;

texts! {
    import_place(row: u32, column: &str) "第{row}行「{column}」" "Row {row}, “{column}”";
    import_place_row(row: u32) "第{row}行" "Row {row}";
    import_sentence(place: &str, what: &str) "{place}：{what}。" "{place}: {what}.";
    import_with(what: &str, detail: &str) "{what}（{detail}）" "{what} ({detail})";
    import_line(added: usize, changed: usize, unchanged: usize, rejected: usize, hints: usize) "新增 {added} · 更新 {changed} · 未变 {unchanged} · 拒绝 {rejected} · 提示 {hints}" "{added} added · {changed} changed · {unchanged} unchanged · {rejected} rejected · {hints} hints";

    import_r01 "必填项为空" "this cell must not be empty";
    import_r02 "日期无效或缺年份" "the date is not valid or has no year";
    import_r03 "结束早于开始" "it ends before it begins";
    import_r04 "机构或科室不存在" "there is no such institution or department";
    import_r05 "同一人同日同时段重复排班" "the person has that half-day twice";
    import_r06 "导师与徒弟为同一人" "mentor and apprentice are the same person";
    import_r07 "数量不是准确数字" "the quantity is not an exact number";
    import_r08 "取值不在列表" "the value is not on the list";
    import_r09 "同名多人，需选择" "several people or places bear this name: choose one";
    import_r10 "人员不存在" "there is no such person";
    import_r11 "与已有记录期间重叠或文件内重复" "the period overlaps a record that is there, or stands in the file twice";
    import_r12 "金额无效" "the amount is not valid";
    import_r13 "缺口径，或同一合计混用口径" "the counting basis is missing or mixed";
    import_r14 "房间同日同时段被占用" "the room is taken in that half-day";
    import_r15 "长期驻点任期重叠" "two long-term stints overlap";
    import_n01 "未识别的取值按文本保留" "a value that was not recognised is kept as text";
    import_n02 "两位年份按 20xx" "a year of two digits was read as 20xx";
    import_n03 "星期与日期不符，以日期为准" "the weekday does not fit the date; the date counts";
    import_n04 "合计行与明细不符" "the total does not fit the rows above it";
    import_n05 "单位与列不符" "the unit does not fit the column";
    import_n06 "近似数" "an approximate number";
    import_n07 "含隐藏行列" "the sheet has hidden rows or columns";
    import_n08 "文件内完全相同的行" "the same row stands in the file before";
    import_n09 "本单位标记未改动" "the own institution was not changed";
    import_n10 "同比变化的单位需选择 % 或百分点" "choose the unit of the change: % or percentage points";
    import_n11 "任期外日期，待确认" "the day lies outside the stint: please confirm";
    import_n12 "手工比例、合计、天数与计算值不符" "a ratio, total or number of days differs from what was worked out";

    import_pair(start: &str, from: &str, end: &str, to: &str) "{start} {from}，{end} {to}" "{start} {from}, {end} {to}";
    import_no_department(institution: &str, name: &str) "{institution}没有“{name}”" "{institution} has no “{name}”";
    import_no_institution(name: &str) "没有“{name}”" "there is no “{name}”";
    import_near(missing: &str, names: &str) "{missing}，相近的有：{names}" "{missing}; near it: {names}";
    import_choose(name: &str, people: &str) "{name}：{people}" "{name}: {people}";
    import_no_stint(name: &str) "{name}没有派驻任期，不能排班" "{name} has no stint and cannot be scheduled";
    import_taken(person: &str, when: &str, what: &str) "{person} {when}已有：{what}" "{person} already has on {when}: {what}";
    import_room_taken(person: &str, when: &str, what: &str) "{when}已由{person}使用：{what}" "used on {when} by {person}: {what}";
    import_span(what: &str, from: &str, to: &str) "{what} {from}—{to}" "{what} {from} – {to}";
    import_open "至今" "now";
    import_really(written: &str, weekday: &str) "写的是{written}，实际是{weekday}" "written {written}, really {weekday}";
    import_computed(written: &str, computed: &str) "写的是 {written}，算得 {computed}" "written {written}, worked out {computed}";
    import_leave_kept(cell: &str, kind: &str) "“{cell}”中的{kind}已按半天登记" "“{cell}”: the leave ({kind}) was kept as half a day";
    import_leave(cell: &str, kind: &str) "“{cell}”不排班次，请到请假中登记{kind}" "“{cell}” makes no session; please enter the leave ({kind})";
    import_circle(titles: &str) "成环：{titles}" "in a circle: {titles}";
    import_own_stays(name: &str) "仍为{name}" "it is still {name}";

    import_sheet_chosen "按您的选择不导入" "left out as chosen";
    import_sheet_no_kind "没有认出是哪种表，未导入" "not recognised, left out";
    import_sheet_no_rows "没有数据行" "no rows of data";
    import_sheet_later(kind: &str) "认出是{kind}，本版还不能导入" "recognised as {kind}; this version does not import it yet";
    import_ignored_columns(columns: &str) "未导入的列：{columns}" "columns left out: {columns}";
    import_showing(shown: usize, total: usize) "显示 {shown} / 共 {total} 行，将全部导入" "showing {shown} of {total} rows; all will be imported";

    trouble_import_nothing(files: &str) "{files} 中没有认出可以导入的工作表。" "No sheet that can be imported was recognised in {files}.";
    trouble_import_strict(count: usize, first: &str) "有 {count} 行不能导入：{first}" "{count} rows cannot be imported: {first}";
    trouble_import_dup(count: usize) "有 {count} 条已有的记录与文件不同。" "{count} records that are there differ from the file.";
    trouble_import_not_a_workbook(file: &str) "{file} 不是工作簿，也不是文字表格。" "{file} is neither a workbook nor a table of text.";
    trouble_import_encrypted(file: &str) "{file} 设有打开密码，读不了。" "{file} is protected by a password and cannot be read.";
    trouble_import_damaged(file: &str) "{file} 已损坏，读不了。" "{file} is damaged and cannot be read.";
    trouble_import_too_large(file: &str) "{file} 太大，读不了。" "{file} is too large to be read.";
    trouble_import_timed_out(file: &str) "读 {file} 的时间过长，已停下。" "Reading {file} took too long and was stopped.";
    trouble_import_crashed(file: &str) "读 {file} 时出错，已停下。" "Reading {file} failed and was stopped.";
    next_import_headings "请检查表头，或指定工作表的类别和各列的对应。" "Check the headings, or say what kind of sheet it is and which column is which.";
    next_import_mend_rows "请改正这些行后再导入；不加 --strict 时，其余各行可以先导入。" "Mend these rows and import again; without --strict the other rows can go in first.";
    next_import_on_dup "请核对差异；要更新已有的记录，请选择更新。" "Compare them; choose update to take the new values.";
    next_import_save_as "请用表格程序打开它，另存为 xlsx 后再导入。" "Open it with the spreadsheet program, save it as xlsx and import that.";
    next_import_no_password "请用表格程序打开它，去掉打开密码后再导入。" "Open it with the spreadsheet program, take the password off and import it then.";
    next_import_smaller "请把它分成几个文件，或删去不需要的工作表和图片。" "Split it into several files, or take out sheets and pictures that are not needed.";
}

macro_rules! kinds {
    ($($id:literal $zh:literal $en:literal;)+) => {
        impl Tr {
            /// What people call a kind of sheet; an id that is not known stays as it is.
            #[must_use]
            pub fn sheet_kind(self, id: &str) -> &str {
                match (id, self.lang()) {
                    $(($id, super::Lang::Zh) => $zh, ($id, super::Lang::En) => $en,)+
                    _ => id,
                }
            }
        }
    };
}

kinds! {
    "institution" "机构一览" "institutions";
    "relation" "帮扶关系" "relations";
    "department" "科室" "departments";
    "person" "人员花名册" "staff list";
    "stint" "派驻专家名册" "roster of experts";
    "batch" "批次计划" "batches";
    "appointment" "任职情况" "appointments";
    "pairing" "师带徒结对一览" "mentor pairs";
    "teaching" "带教记录" "teaching log";
    "session" "排班明细" "flat schedule";
    "grid" "周/月排班表" "schedule grid";
    "posting" "坐诊公示" "public posting";
    "tour" "巡回医疗" "tours";
    "task" "任务清单" "task list";
    "obligation" "报送事项" "reporting duties";
    "report" "报送台账" "reports";
    "meeting" "会议与议定事项" "meetings and resolutions";
    "problem" "问题清单" "problems";
    "attendance" "考勤月报" "attendance";
    "leave" "请销假" "leave";
    "workload_wide" "工作量统计表" "workload table";
    "workload" "工作量数据" "workload figures";
    "surgery" "手术分级统计" "operations by grade";
    "technique" "新技术新项目台账" "new techniques";
    "capability" "学科/中心建设" "capabilities";
    "training" "培训讲座" "training";
    "study" "进修派出" "study leave";
    "referral" "双向转诊" "referrals";
    "tele" "远程会诊与医技复核" "teleconsultations";
    "fund" "经费预算" "funds";
    "expense" "资金使用明细" "expenses";
    "donation" "捐赠" "donations";
    "appraisal" "考核结果" "appraisals";
    "kpi" "指标值" "indicators";
    "studio" "名医工作室" "studios";
    "team" "团队" "teams";
    "benefit" "待遇保障" "benefits";
    "visit" "领导联系走访" "visits";
    "achievement" "成果奖项" "achievements";
    "calendar" "工作日历" "work calendar";
}

impl Tr {
    /// A period in a sentence of the import; an open one lasts until now.
    #[must_use]
    pub fn import_period(self, what: &str, from: NaiveDate, to: Option<NaiveDate>) -> String {
        let to = to.map_or_else(|| self.import_open().to_owned(), |to| to.to_string());
        self.import_span(what, &from.to_string(), &to)
    }
}
