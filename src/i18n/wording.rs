//! The texts of official papers as they come with the program, and the names of what is filled in.

use super::{Lang, Tr};

texts! {
    wording_agreement "甲方（导师）：{导师}　单位：{导师单位}　职称：{导师职称}\n乙方（徒弟）：{徒弟}　单位：{徒弟单位}　职称：{徒弟职称}\n丙方（受援医院）：{受援医院}\n为落实帮扶工作要求，发挥派驻专家传帮带作用，培养带不走的医疗队伍，经三方协商一致，订立本协议。\n一、结对期限\n自{开始日期}起至{期满日期}止，带教科室：{带教科室}。\n二、带教目标\n{带教目标表}\n三、甲方职责\n制定带教计划，通过教学查房、手术带教、门诊跟诊、病例讨论等形式言传身教，每月带教不少于四次；按期检查乙方学习情况，如实评价乙方进步。\n四、乙方职责\n尊师重教，服从带教安排，认真填写跟师笔记，按期完成带教目标，期满后能够独立开展所学技术。乙方自评不足：{自评不足}。\n五、丙方职责\n提供必要的工作条件和病源支持，督促检查带教进度，组织考核，并将考核结果记入本人业务档案。\n六、考核方式\n实行中期考核与期满考核相结合，以带教目标完成情况为主要依据。\n七、其他\n本协议一式三份，三方各执一份，自三方签字盖章之日起生效。\n{签字栏}" "Party A (mentor): {mentor}, {mentor's institution}, {mentor's title}\nParty B (apprentice): {apprentice}, {apprentice's institution}, {apprentice's title}\nParty C (host): {host}\nThe three parties agree as follows.\n1. Term\nFrom {from} until {until}, in {department}.\n2. Goals\n{table of goals}\n3. Duties of party A\nPlans the teaching, teaches at rounds, in theatre, in clinics and discussions at least four times a month, and judges the progress of party B fairly.\n4. Duties of party B\nLearns with care, keeps the log, reaches the goals in time and afterwards performs what was learned independently. Weak points by own account: {weak points}.\n5. Duties of party C\nProvides what is needed, follows the progress, holds the appraisals and keeps their results on file.\n6. Appraisal\nMid-term and final, by the goals reached.\n7. Copies\nMade in three copies, one for each party, valid when signed.\n{signatures}";
    wording_certificate "兹证明{派出单位}{姓名}同志（{职称}），于{起止日期}受派到{受援单位}{科室}开展帮扶（支医）工作。\n经核实，该同志累计在岗{在岗天数}，请假{请假天数}，连续服务{连续服务}，期满考核等次为{期满考核}。\n本证明用于{用途}。\n特此证明。\n>{填报单位}（盖章）\n>{日期}" "This is to certify that {name} ({title}) of {home institution} served at {host}, {department}, {from and to}.\nOn record: {days} on post, {days of leave} of leave, continuous service {continuous}, final appraisal {appraisal}.\nThis certificate is for {purpose}.\n>{unit} (seal)\n>{date}";
    wording_full_year "满一年" "of one full year";
    wording_less_than_year "未满一年" "of less than one year";
    wording_not_appraised "未评" "none yet";
    preview_person "人员" "Person";
    preview_everybody "全部" "Everybody";
    preview_every_pair(count: usize) "结对：全部 {count} 对，勾选则只印选中的" "Pairs: all {count}; tick to print only some";
    preview_some_people(count: usize) "所选 {count} 人" "{count} people chosen";
    preview_some_pairs(count: usize) "结对：已选 {count} 对" "Pairs: {count} chosen";
    wording_edit "编辑正文…" "Edit the text…";
    wording_title(document: &str) "{document}：正文" "Text of {document}";
    wording_done "完成" "Done";
    wording_usual "恢复默认" "Usual text";
    wording_insert "插入内容" "Insert";
    wording_hint "一行一段。以“一、”开头的行是标题，以“>”开头的行靠右。花括号里的内容按每个人填写，修改随时保存，可撤销。" "One line, one paragraph. A line that begins with “1. ” and has no full stop is a heading, one with “>” stands to the right. What is in braces is filled in for each person. Changes are kept at once and can be undone.";
    wording_unknown(names: &str) "不认识的内容：{names}，将原样打印" "Not known and printed as it stands: {names}";
    wording_field "正文" "Text";
}

impl Tr {
    /// What may stand between braces in the agreement.
    #[must_use]
    pub const fn wording_agreement_places(self) -> &'static [&'static str] {
        match self.lang() {
            Lang::Zh => &[
                "导师",
                "导师单位",
                "导师职称",
                "徒弟",
                "徒弟单位",
                "徒弟职称",
                "受援医院",
                "带教科室",
                "开始日期",
                "期满日期",
                "自评不足",
                "协议编号",
                "带教目标表",
                "签字栏",
            ],
            Lang::En => &[
                "mentor",
                "mentor's institution",
                "mentor's title",
                "apprentice",
                "apprentice's institution",
                "apprentice's title",
                "host",
                "department",
                "from",
                "until",
                "weak points",
                "number",
                "table of goals",
                "signatures",
            ],
        }
    }

    /// What may stand between braces in the certificate.
    #[must_use]
    pub const fn wording_certificate_places(self) -> &'static [&'static str] {
        match self.lang() {
            Lang::Zh => &[
                "姓名",
                "职称",
                "派出单位",
                "受援单位",
                "科室",
                "起止日期",
                "在岗天数",
                "请假天数",
                "连续服务",
                "期满考核",
                "用途",
                "填报单位",
                "日期",
            ],
            Lang::En => &[
                "name",
                "title",
                "home institution",
                "host",
                "department",
                "from and to",
                "days",
                "days of leave",
                "continuous",
                "appraisal",
                "purpose",
                "unit",
                "date",
            ],
        }
    }

    /// Whether a line is a heading: 一、… in a line of its own, without a full stop; `1. …` in English.
    #[must_use]
    pub fn wording_is_heading(self, line: &str) -> bool {
        const MOST: usize = 24;
        match self.lang() {
            Lang::Zh => {
                let number = line.split_once('、').map(|(number, _)| number).unwrap_or_default();
                let is_number = !number.is_empty() && number.chars().all(|one| "一二三四五六七八九十".contains(one));
                is_number && !line.ends_with('。') && line.chars().count() <= MOST
            }
            Lang::En => {
                let number = line.split_once(". ").map(|(number, _)| number).unwrap_or_default();
                let is_number = !number.is_empty() && number.chars().all(|one| one.is_ascii_digit());
                is_number && !line.ends_with('.')
            }
        }
    }
}
