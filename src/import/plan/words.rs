//! Reasons as sentences, with the place and the content of the cell.

use super::outcome::{About, Reason};
use crate::i18n::Tr;
use crate::import::Code;

impl Reason {
    /// The sentence: 第5行「计划离岗」：结束早于开始（到岗日期 2023-06-05，计划离岗 2023-05-30）。
    #[must_use]
    pub fn sentence(&self, row: u32, tr: Tr) -> String {
        let place = if self.column.is_empty() { tr.import_place_row(row) } else { tr.import_place(row, &self.column) };
        let what = code_words(self.code, tr);
        match self.detail(tr) {
            Some(detail) => tr.import_sentence(&place, &tr.import_with(what, &detail)),
            None => tr.import_sentence(&place, what),
        }
    }

    /// What is said in brackets behind the reason.
    fn detail(&self, tr: Tr) -> Option<String> {
        let cell = || (!self.cell.is_empty()).then(|| self.cell.clone());
        match &self.about {
            About::Nothing => cell(),
            About::Pair { from_column, from, to_column, to } => Some(tr.import_pair(from_column, from, to_column, to)),
            About::Near { institution, similar } => Some(self.near(institution, similar, tr)),
            About::People(people) => Some(tr.import_choose(&self.cell, &people.join(" / "))),
            About::NoStint => Some(tr.import_no_stint(&self.cell)),
            About::Taken { person, on, slot, what } if self.code == Code::R14 => {
                Some(tr.import_room_taken(person, &tr.half_day(*on, *slot), what))
            }
            About::Taken { person, on, slot, what } => Some(tr.import_taken(person, &tr.half_day(*on, *slot), what)),
            About::Period { what, from, to } => Some(tr.import_period(what, *from, *to)),
            About::Weekday(weekday) => Some(tr.import_really(&self.cell, tr.weekday(*weekday))),
            About::Computed(computed) => Some(tr.import_computed(&self.cell, computed)),
            About::Circle(titles) => Some(tr.import_circle(&titles.join(" → "))),
            About::Leave(kind) => Some(tr.import_leave(&self.cell, tr.leave_kind(*kind))),
            About::LeaveKept(kind) => Some(tr.import_leave_kept(&self.cell, tr.leave_kind(*kind))),
            About::Name(name) if self.code == Code::N09 => Some(tr.import_own_stays(name)),
            About::Name(name) => Some(name.clone()),
        }
    }

    fn near(&self, institution: &str, similar: &[String], tr: Tr) -> String {
        let missing = if institution.is_empty() {
            tr.import_no_institution(&self.cell)
        } else {
            tr.import_no_department(institution, &self.cell)
        };
        if similar.is_empty() { missing } else { tr.import_near(&missing, &similar.join(tr.list_comma())) }
    }
}

/// The words of the contract for a code.
const fn code_words(code: Code, tr: Tr) -> &'static str {
    match code {
        Code::R01 => tr.import_r01(),
        Code::R02 => tr.import_r02(),
        Code::R03 => tr.import_r03(),
        Code::R04 => tr.import_r04(),
        Code::R05 => tr.import_r05(),
        Code::R06 => tr.import_r06(),
        Code::R07 => tr.import_r07(),
        Code::R08 => tr.import_r08(),
        Code::R09 => tr.import_r09(),
        Code::R10 => tr.import_r10(),
        Code::R11 => tr.import_r11(),
        Code::R12 => tr.import_r12(),
        Code::R13 => tr.import_r13(),
        Code::R14 => tr.import_r14(),
        Code::R15 => tr.import_r15(),
        Code::N01 => tr.import_n01(),
        Code::N02 => tr.import_n02(),
        Code::N03 => tr.import_n03(),
        Code::N04 => tr.import_n04(),
        Code::N05 => tr.import_n05(),
        Code::N06 => tr.import_n06(),
        Code::N07 => tr.import_n07(),
        Code::N08 => tr.import_n08(),
        Code::N09 => tr.import_n09(),
        Code::N10 => tr.import_n10(),
        Code::N11 => tr.import_n11(),
        Code::N12 => tr.import_n12(),
    }
}
