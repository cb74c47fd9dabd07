//! 导出日历: the issued sessions of everybody or of one expert as a file for phones.

use egui::{Context, RichText};

use crate::app::week::WeekVm;
use crate::app::{Answer, Failure};
use crate::domain::{Period, PersonId, Week};
use crate::ui::pick::{Pick, Wanted};
use crate::ui::widget::{Choice, Dialog, DialogAnswer, Dropdown};
use crate::ui::{Command, PageCx, Tone};

/// So many weeks can be taken along at most: half a year.
const MOST_WEEKS: u32 = 26;
/// The ending of its files.
const ENDING: &str = "ics";

/// The part of the page: the question, the place for the file, and the writing of it.
#[derive(Default)]
pub struct CalendarPart {
    asked: Option<Asked>,
    pick: Pick,
    /// What goes into the file whose place is being chosen.
    wanted: Option<(Period, Option<PersonId>)>,
    saving: Option<(Answer<Result<(), Failure>>, String)>,
}

/// The question while it is open.
struct Asked {
    week: Week,
    weeks: u32,
    person: Option<PersonId>,
}

impl Asked {
    fn period(&self) -> Period {
        let last = (1..self.weeks).fold(self.week, |week, _| week.next());
        Period::new(self.week.monday(), last.period().to()).unwrap_or_else(|| self.week.period())
    }
}

impl CalendarPart {
    /// Asks from a week on, for one expert where one is selected.
    pub const fn begin(&mut self, week: Week, person: Option<PersonId>) {
        self.asked = Some(Asked { week, weeks: 1, person });
    }

    /// Draws the question and follows the file.
    pub fn ui(&mut self, ctx: &Context, cx: &mut PageCx<'_>, vm: &WeekVm) {
        self.follow(ctx, cx);
        let Some(asked) = &mut self.asked else { return };
        match asked.ui(ctx, cx, vm) {
            DialogAnswer::Open => return,
            DialogAnswer::Dismissed => {}
            DialogAnswer::Confirmed => {
                let period = asked.period();
                let who = vm.rows.iter().find(|row| Some(row.person) == asked.person).map(|row| row.name.as_str());
                let name = cx.tr.calendar_name(who.unwrap_or(cx.tr.calendar_everybody()));
                self.wanted = Some((period, asked.person));
                self.pick.open(ctx, cx.tr, Wanted::Export(ENDING), &format!("{name} {}.{ENDING}", period.from()));
            }
        }
        self.asked = None;
    }

    fn follow(&mut self, ctx: &Context, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        if let Some((_, paths)) = self.pick.take(ctx, cx.theme, tr)
            && let (Some((period, person)), Some(path)) = (self.wanted.take(), paths.into_iter().next())
        {
            let path = if path.extension().is_some() { path } else { path.with_extension(ENDING) };
            let said = tr.preview_saved(&path.display().to_string());
            self.saving = Some((cx.desk.ask(move |office| office.save_calendar(period, person, &path, tr)), said));
        }
        let Some((answer, said)) = &self.saving else { return };
        let Some(result) = answer.take() else { return };
        let (tone, words) = match result {
            Ok(()) => (Tone::Ok, said.clone()),
            Err(failure) => (Tone::Error, failure.told(tr).what),
        };
        cx.out.push(Command::Say(tone, words));
        self.saving = None;
    }
}

impl Asked {
    fn ui(&mut self, ctx: &Context, cx: &PageCx<'_>, vm: &WeekVm) -> DialogAnswer {
        let tr = cx.tr;
        let dialog = Dialog::new("calendar file", tr.calendar_title(), tr.cancel()).main(tr.calendar_save());
        dialog.width(440.0).ui(ctx, cx.theme, |ui| {
            ui.label(RichText::new(tr.calendar_hint()).color(cx.theme.muted));
            let mut people = vec![Choice::new(None, tr.calendar_everybody())];
            people.extend(vm.rows.iter().map(|row| Choice::new(Some(row.person), row.name.clone())));
            let width = ui.available_width();
            Dropdown::new(tr.calendar_who(), &people).width(width).ui(ui, cx.theme, tr, &mut self.person);
            let weeks: Vec<Choice<u32>> =
                (1..=MOST_WEEKS).map(|weeks| Choice::new(weeks, tr.calendar_weeks(weeks))).collect();
            let label = tr.calendar_from(&tr.month_day(self.week.monday()));
            Dropdown::new(&label, &weeks).width(width).ui(ui, cx.theme, tr, &mut self.weeks);
        })
    }
}
