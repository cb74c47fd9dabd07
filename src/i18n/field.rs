//! Words of the fields of records, by column name.

use super::{Lang, Tr};

macro_rules! fields {
    ($($column:literal $zh:literal $en:literal;)+) => {
        impl Tr {
            /// The word for a field, by its column name; an unknown column is called a field.
            #[must_use]
            pub fn field(self, column: &str) -> &'static str {
                match (column, self.lang()) {
                    $(($column, Lang::Zh) => $zh, ($column, Lang::En) => $en,)+
                    (_, Lang::Zh) => "某一项",
                    (_, Lang::En) => "a field",
                }
            }
        }
    };
}

fields! {
    "id" "编号" "number";
    "acts_as_weekday" "按星期几排班" "follows weekday";
    "activity" "活动" "activity";
    "approver" "批准人" "approved by";
    "arrive_on" "到岗日期" "arrival";
    "arrive_prec" "到岗日期精度" "precision of arrival";
    "back_on" "销假日期" "back on";
    "batch" "批次" "batch";
    "birth_year" "出生年" "year of birth";
    "changes" "改动说明" "changes";
    "code" "编码" "code";
    "county" "县区" "county";
    "dept" "科室" "department";
    "destination" "去向" "destination";
    "discipline" "学科类别" "discipline";
    "doc_no" "文号" "document number";
    "document" "表格" "document";
    "end_on" "结束日期" "end";
    "end_prec" "结束日期精度" "precision of end";
    "end_reason" "离岗原因" "reason for leaving";
    "file" "附件" "file";
    "from_inst" "支援单位" "supporter";
    "from_on" "开始日期" "first day";
    "from_prec" "开始日期精度" "precision of first day";
    "from_slot" "开始时段" "first half-day";
    "from_template" "来自模板" "from template";
    "further" "其他活动" "further activities";
    "goals" "目标" "goals";
    "headcount_plan" "计划人数" "planned headcount";
    "holiday_rule" "节假日规则" "holiday rule";
    "host_dept" "受援科室" "host department";
    "host_inst" "受援单位" "host";
    "hue" "颜色" "hue";
    "inst" "机构" "institution";
    "is_clinic" "是否坐诊" "is a clinic";
    "is_lead" "是否牵头" "leads";
    "is_listed" "是否在科室表" "is listed";
    "is_outside" "是否外出" "is outside";
    "is_own" "是否本单位" "is the own institution";
    "is_retired" "是否停用" "is retired";
    "is_work" "是否算工作" "is work";
    "kind" "类别" "kind";
    "label" "名称" "label";
    "leave_on" "实际离岗" "actual leave";
    "leave_prec" "实际离岗精度" "precision of actual leave";
    "letter" "代字" "letter";
    "level" "等级" "level";
    "mode" "方式" "mode";
    "name" "名称" "name";
    "name_en" "英文名称" "English name";
    "name_zh" "中文名称" "Chinese name";
    "no" "序号" "number in order";
    "no_mentoring" "不要求带教" "no mentoring";
    "note" "备注" "remark";
    "number" "协议编号" "agreement number";
    "on_date" "日期" "date";
    "party" "政治面貌" "party membership";
    "period_from" "期间开始" "start of the period";
    "period_to" "期间结束" "end of the period";
    "person" "人员" "person";
    "phone" "联系电话" "phone";
    "plan_from" "计划开始" "planned start";
    "plan_from_prec" "计划开始精度" "precision of planned start";
    "plan_leave_on" "计划离岗" "planned leave";
    "plan_leave_prec" "计划离岗精度" "precision of planned leave";
    "plan_to" "计划结束" "planned end";
    "plan_to_prec" "计划结束精度" "precision of planned end";
    "post" "职务" "post";
    "programme" "帮扶项目" "programme";
    "published_at" "发布时间" "issued at";
    "published_by" "发布人" "issued by";
    "reason" "原因" "reason";
    "relation" "帮扶关系" "relation";
    "role" "队内身份" "role";
    "room" "诊室" "room";
    "sex" "性别" "sex";
    "short_name" "简称" "short name";
    "signed_on" "签订日期" "signed on";
    "slot" "时段" "half-day";
    "sort" "排序" "order";
    "source" "依据" "source";
    "specialty" "专业" "speciality";
    "start_on" "开始日期" "start";
    "start_prec" "开始日期精度" "precision of start";
    "status" "状态" "status";
    "stint" "派驻任期" "stint";
    "substitute" "顶替人" "substitute";
    "substitute_stint" "替诊专家" "substitute expert";
    "successor_stint" "接替人" "successor";
    "title_rank" "职称级别" "rank of title";
    "title_text" "职称" "title";
    "to_inst" "受援单位" "supported institution";
    "to_on" "结束日期" "last day";
    "to_prec" "结束日期精度" "precision of last day";
    "to_slot" "结束时段" "last half-day";
    "topic" "内容" "topic";
    "town" "乡镇" "town";
    "valid_from" "有效期起" "valid from";
    "valid_to" "有效期止" "valid to";
    "value" "内容" "value";
    "version" "版本" "version";
    "week_rule" "周次" "week rule";
    "weekday" "星期" "weekday";
    "added_on" "添加日期" "added on";
    "addressee" "报送对象" "addressee";
    "amount_fen" "金额(分)" "amount (fen)";
    "anchor_on" "起算日" "anchor date";
    "ask" "需提请事项" "to be decided";
    "assessor" "评价单位" "assessor";
    "attendees" "参加人员" "attendees";
    "budget_fen" "预算(分)" "budget (fen)";
    "by" "经办人" "by";
    "category" "任务类别" "category";
    "checklist" "子清单" "checklist";
    "close_note" "销号说明" "closing note";
    "cooperate" "配合科室" "cooperating departments";
    "cycle" "周期" "cycle";
    "done_on" "完成日期" "done on";
    "done_qty" "完成数量" "quantity done";
    "due_offset" "截止规则(天)" "due offset (days)";
    "due_on" "完成时限" "due date";
    "due_rule" "时限依据" "due rule";
    "evidence_note" "佐证" "evidence";
    "fund" "经费" "fund";
    "grade" "等次" "grade";
    "host" "主持人" "chair";
    "item" "支出内容" "item";
    "lead_dept" "牵头科室" "lead department";
    "leader" "责任领导" "responsible leader";
    "list" "清单" "list";
    "meeting" "会议" "meeting";
    "new_due_on" "延期后时限" "new due date";
    "obligation" "报送事项" "obligation";
    "old_due_on" "原时限" "old due date";
    "override_reason" "超支原因" "reason for overspending";
    "owner" "责任人" "owner";
    "owner_person" "责任人(人员)" "owner (person)";
    "parent" "上级任务" "parent task";
    "path" "存放位置" "path";
    "payee" "收款单位" "payee";
    "period_limit" "期数" "number of periods";
    "period_no" "第几期" "period number";
    "place" "地点" "place";
    "progress_note" "进展情况" "progress";
    "progress_pct" "进度" "progress (%)";
    "project" "项目" "project";
    "raised_on" "提出日期" "raised on";
    "replied_on" "反馈日期" "replied on";
    "reply" "反馈意见" "reply";
    "reply_due_on" "要求反馈时间" "reply due";
    "report" "报送记录" "report";
    "resolution" "议定事项" "resolution";
    "result" "办理结果" "result";
    "scheme" "考核方案" "scheme";
    "for_all" "适用全部站点" "for every site";
    "for_kinds" "适用站点类别" "for kinds of sites";
    "for_sites" "适用站点" "for these sites";
    "score_hundredths" "得分(百分之一)" "points (hundredths)";
    "sha256" "文件指纹" "fingerprint";
    "shift" "遇节假日" "shift";
    "site" "站点" "site";
    "size" "大小" "size";
    "snapshot" "报送时数据" "snapshot";
    "standard" "目标/标准" "standard";
    "subject" "对象" "subject";
    "submitted_on" "报送日期" "sent on";
    "target_qty" "目标数量" "target quantity";
    "task" "任务" "task";
    "template" "任务模板" "task template";
    "text" "内容" "text";
    "ticked" "已勾选" "ticked";
    "title" "事项" "title";
    "total_appraised" "参评总数" "number appraised";
    "unit" "单位" "unit";
    "until_on" "截止到" "until";
    "voucher" "凭证号" "voucher";
    "weight" "权重" "weight";
}
