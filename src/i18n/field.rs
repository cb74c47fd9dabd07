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
    "activity" "活动" "activity";
    "acts_as_weekday" "按星期几排班" "follows weekday";
    "agreement_no" "协议编号" "agreement number";
    "amount_fen" "金额(分)" "amount in fen";
    "apprentice" "徒弟" "apprentice";
    "approver" "批准人" "approved by";
    "area" "服务范围" "area";
    "arrive_on" "到岗日期" "arrival";
    "arrive_prec" "到岗日期精度" "precision of arrival";
    "at_least" "最少" "at least";
    "at_most" "最多" "at most";
    "attendees" "参加人数" "attendees";
    "audience" "通知对象" "whom to tell";
    "back_on" "销假日期" "back on";
    "basis" "依据" "basis";
    "batch" "批次" "batch";
    "batch_no" "派出批次" "batch number";
    "birth_year" "出生年" "year of birth";
    "car" "车辆" "car";
    "category" "人员类别" "category";
    "changes" "改动说明" "changes";
    "checked_by" "导师签字" "signed by";
    "checked_on" "签字日期" "signed on";
    "code" "编码" "code";
    "consultations" "会诊例数" "consultations";
    "contact" "对接人" "contact";
    "content" "内容" "content";
    "cost_fen" "费用(分)" "cost in fen";
    "county" "县区" "county";
    "crew" "队员说明" "crew in words";
    "dept" "科室" "department";
    "dest_dept" "进修专业" "subject of study";
    "dest_inst" "进修单位" "place of study";
    "destination" "去向" "destination";
    "digest" "文件指纹" "digest";
    "discipline" "学科类别" "discipline";
    "discussions" "病例讨论次数" "case discussions";
    "doc_no" "文号" "document number";
    "document" "表格" "document";
    "done" "完成数" "done";
    "done_on" "落实日期" "done on";
    "due_on" "完成时限" "due on";
    "end_cause" "结束原因" "why it ended";
    "end_on" "结束日期" "end";
    "end_prec" "结束日期精度" "precision of end";
    "end_reason" "离岗原因" "reason for leaving";
    "file" "附件" "file";
    "force" "效力" "force";
    "form" "形式" "form";
    "from_inst" "支援单位" "supporter";
    "from_on" "开始日期" "first day";
    "from_prec" "开始日期精度" "precision of first day";
    "from_slot" "开始时段" "first half-day";
    "from_template" "来自模板" "from template";
    "further" "其他活动" "further activities";
    "given" "发放资料、药品" "handed out";
    "given_fen" "发放金额" "value handed out";
    "goals" "目标" "goals";
    "handled_on" "办结日期" "settled on";
    "head" "负责人" "head";
    "head_inst" "负责人单位" "institution of the head";
    "head_name" "负责人姓名" "name of the head";
    "headcount" "人数" "headcount";
    "headcount_plan" "计划人数" "planned headcount";
    "holiday_rule" "节假日规则" "holiday rule";
    "host_dept" "受援科室" "host department";
    "host_inst" "受援单位" "host";
    "hue" "颜色" "hue";
    "inst" "机构" "institution";
    "inst_kind" "机构类别" "kind of institution";
    "is_clinic" "是否坐诊" "is a clinic";
    "is_lead" "是否牵头" "leads";
    "is_listed" "是否在科室表" "is listed";
    "is_off" "是否停用" "is switched off";
    "is_on" "是否启用" "is in force";
    "is_outside" "是否外出" "is outside";
    "is_own" "是否本单位" "is the own institution";
    "is_present" "是否参加" "was there";
    "is_retired" "是否停用" "is retired";
    "is_work" "是否算工作" "is work";
    "issues" "反映问题" "issues";
    "item" "目标项目" "goal";
    "kept_at" "存档时间" "kept at";
    "kind" "类别" "kind";
    "label" "名称" "label";
    "leader" "带队/联系领导" "leader";
    "leader_name" "带队姓名" "name of the leader";
    "leave_on" "实际离岗" "actual leave";
    "leave_prec" "实际离岗精度" "precision of actual leave";
    "lectures" "讲座场数" "lectures";
    "letter" "代字" "letter";
    "level" "等级" "level";
    "mark" "考勤标记" "mark";
    "mentor" "导师" "mentor";
    "mentor_stint" "导师任期" "stint of the mentor";
    "min_rank" "最低职称级别" "lowest rank";
    "mode" "方式" "mode";
    "name" "名称" "name";
    "name_en" "英文名称" "English name";
    "name_zh" "中文名称" "Chinese name";
    "no" "序号" "number in order";
    "no_mentoring" "不要求带教" "no mentoring";
    "note" "备注" "remark";
    "number" "协议编号" "agreement number";
    "on_date" "日期" "date";
    "on_prec" "日期精度" "precision of the date";
    "opened_on" "成立日期" "opened on";
    "opened_prec" "成立日期精度" "precision of opening";
    "outcome" "办理结果" "outcome";
    "pages" "页数" "pages";
    "pairing" "结对" "pairing";
    "params" "参数" "bounds";
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
    "plan_to_on" "期满日期" "planned end";
    "plan_to_prec" "计划结束精度" "precision of planned end";
    "post" "职务" "post";
    "previous" "上一段结对" "previous pairing";
    "price" "代价" "price";
    "problems" "问题与建议" "problems";
    "programme" "帮扶项目" "programme";
    "publication" "发布" "publication";
    "published_at" "发布时间" "issued at";
    "published_by" "发布人" "issued by";
    "qty_tenths" "例数/学时(十分之一)" "cases or hours in tenths";
    "reason" "原因" "reason";
    "reflection" "徒弟体会" "reflection";
    "relation" "帮扶关系" "relation";
    "result" "结业/成果" "result";
    "role" "队内身份" "role";
    "room" "诊室" "room";
    "rounds" "教学查房次数" "teaching rounds";
    "seen" "诊疗人次" "patients seen";
    "sessions" "班次" "sessions";
    "severity" "级别" "severity";
    "sex" "性别" "sex";
    "short_name" "简称" "short name";
    "signed_on" "签订日期" "signed on";
    "slot" "时段" "half-day";
    "sort" "排序" "order";
    "source" "依据" "source";
    "specialty" "专业" "speciality";
    "standard" "标准" "standard";
    "start_on" "开始日期" "start";
    "start_prec" "开始日期精度" "precision of start";
    "status" "状态" "status";
    "stint" "派驻任期" "stint";
    "substitute" "顶替人" "substitute";
    "substitute_stint" "替诊专家" "substitute expert";
    "successor_stint" "接替人" "successor";
    "target" "目标数" "target";
    "team" "团队" "team";
    "term" "规则" "term";
    "test" "考核方式" "test";
    "title_rank" "职称级别" "rank of title";
    "title_text" "职称" "title";
    "to_inst" "受援单位" "supported institution";
    "to_on" "结束日期" "last day";
    "to_prec" "结束日期精度" "precision of last day";
    "to_slot" "结束时段" "last half-day";
    "told_at" "告知时间" "told at";
    "topic" "内容" "topic";
    "tour" "巡回" "tour";
    "town" "乡镇" "town";
    "trainees" "听课人次" "attendances";
    "unit" "单位" "unit";
    "valid_from" "有效期起" "valid from";
    "valid_to" "有效期止" "valid to";
    "value" "内容" "value";
    "version" "版本" "version";
    "village" "村" "village";
    "way" "告知方式" "how told";
    "weakness" "自评不足" "weak points";
    "week_rule" "周次" "week rule";
    "weekday" "星期" "weekday";
    "window" "统计周期" "window";
}
