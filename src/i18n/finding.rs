//! Sentences of what the rules found.

use super::{Lang, Tr};
use crate::domain::{Finding, LeaveKind, RuleTerm};

texts! {
    finding_double_booked(when: &str, person: &str, what: &str) "{when} {person}同时有两项安排：{what}" "{when}: {person} is booked twice: {what}";
    finding_room_clash(when: &str, room: &str, people: &str) "{when} {room}同时排给{people}坐诊" "{when}: clinics of {people} share {room}";
    finding_on_leave(when: &str, person: &str, kind: &str) "{when} {person}请假（{kind}），仍有班次" "{when}: {person} is away ({kind}) but has a session";
    finding_outside_stint(when: &str, person: &str, limits: &str) "{when} {person}不在派驻任期内（{limits}）" "{when}: outside the stint of {person} ({limits})";
    finding_two_towns(when: &str, person: &str, places: &str) "{when} {person}相邻半天去两处：{places}，路上可能来不及" "{when}: {person} goes to two places in adjacent half-days: {places}";
    finding_on_holiday(when: &str, person: &str, festival: &str) "{when} {person}在{festival}假期有班次" "{when}: {person} has a session during {festival}";
    finding_make_up(when: &str, festival: &str) "{when}为{festival}调休上班，尚未确定按周几出诊" "{when} is a make-up workday for {festival}: not yet decided which weekday it follows";
    finding_of_rule(when: &str, subject: &str, rule: &str) "{when} {subject}：{rule}" "{when}: {subject}: {rule}";
    finding_from(from: &str) "{from} 起" "from {from}";
    finding_from_to(from: &str, to: &str) "{from} 至 {to}" "{from} to {to}";
    finding_no_festival "节假日" "a public holiday";
    finding_rest_after_duty(when: &str, person: &str) "{when} {person}前一晚值班，应休息" "{when}: {person} was on call the night before and should rest";
    finding_title_required(when: &str, person: &str, what: &str) "{when} {person}职称低于{what}的要求" "{when}: the title of {person} is below what {what} asks for";
}

/// Festivals of the notices of the State Council.
const FESTIVALS: [(&str, &str); 7] = [
    ("元旦", "New Year"),
    ("春节", "Spring Festival"),
    ("清明节", "Qingming"),
    ("劳动节", "Labour Day"),
    ("端午节", "Dragon Boat Festival"),
    ("中秋节", "Mid-Autumn Festival"),
    ("国庆节", "National Day"),
];

impl Tr {
    /// The festival as this language calls it; names that the office made up stay as they are.
    #[must_use]
    pub fn festival(self, name: &str) -> &str {
        match self.lang() {
            Lang::Zh => name,
            Lang::En => FESTIVALS.iter().find(|(zh, _)| *zh == name).map_or(name, |(_, en)| *en),
        }
    }

    /// The sentence of a finding, with its day and half-day.
    #[must_use]
    pub fn finding(self, finding: &Finding) -> String {
        let (subject, detail) = (finding.subject.as_str(), finding.detail.as_str());
        let on = finding.period.from();
        let when = match finding.slot {
            Some(slot) => self.half_day(on, slot),
            None => self.day_and_weekday(on),
        };
        match finding.rule {
            RuleTerm::DoubleBooked => self.finding_double_booked(&when, subject, &self.listed(detail)),
            RuleTerm::RoomClash => self.finding_room_clash(&when, subject, &self.listed(detail)),
            RuleTerm::OnLeave => {
                let kind = LeaveKind::from_code(detail).map_or(detail, |kind| self.leave_kind(kind));
                self.finding_on_leave(&when, subject, kind)
            }
            RuleTerm::OutsideStint => self.finding_outside_stint(&when, subject, &self.limits(detail)),
            RuleTerm::TwoTowns => self.finding_two_towns(&when, subject, &self.listed(detail)),
            RuleTerm::RestAfterDuty => self.finding_rest_after_duty(&when, subject),
            RuleTerm::TitleRequired => self.finding_title_required(&when, subject, detail),
            RuleTerm::OnHoliday => self.finding_on_holiday(&when, subject, self.festival_or_holiday(detail)),
            RuleTerm::MakeUpUndecided => self.finding_make_up(&when, self.festival_or_holiday(detail)),
            term => self.finding_of_rule(&when, subject, self.rule_term(term)),
        }
    }

    fn festival_or_holiday(self, name: &str) -> &str {
        if name.is_empty() { self.finding_no_festival() } else { self.festival(name) }
    }

    /// 6月25日 周日 / Sun 25 Jun.
    fn day_and_weekday(self, on: chrono::NaiveDate) -> String {
        let (day, weekday) = (self.month_day(on), self.weekday(chrono::Datelike::weekday(&on)));
        match self.lang() {
            Lang::Zh => format!("{day} {weekday}"),
            Lang::En => format!("{weekday} {day}"),
        }
    }

    /// Names of a finding in the way of the language.
    fn listed(self, detail: &str) -> String {
        let between = match self.lang() {
            Lang::Zh => "、",
            Lang::En => ", ",
        };
        detail.split(Finding::BETWEEN).collect::<Vec<_>>().join(between)
    }

    /// The limits of a stint, open at the right while it runs on.
    fn limits(self, detail: &str) -> String {
        match detail.split_once("..") {
            Some((from, "")) => self.finding_from(from),
            Some((from, to)) => self.finding_from_to(from, to),
            None => detail.to_owned(),
        }
    }
}
