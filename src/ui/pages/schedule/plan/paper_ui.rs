//! The comparison of a plan with what stands, on paper and as a workbook.

use egui::{Context, Ui};

use crate::app::planning::Comparison;
use crate::app::{Answer, Failure};
use crate::domain::Period;
use crate::ui::pick::{Pick, Wanted};
use crate::ui::widget::{Button, Icon};
use crate::ui::{Command, PageCx, Tone};

/// The usual ending of an exported comparison.
const ENDING: &str = "xlsx";

/// What is under way.
#[derive(Default)]
pub struct PaperPart {
    pick: Pick,
    /// What goes into the file whose place is being chosen.
    wanted: Option<(Comparison, Period)>,
    /// The work, and what is said when it is done.
    under_way: Option<(Answer<Result<(), Failure>>, String)>,
}

impl PaperPart {
    /// Draws the two buttons; without a plan they rest.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, shown: Option<(&Comparison, Period)>) {
        let tr = cx.tr;
        let is_ready = shown.is_some() && self.under_way.is_none();
        let save = Button::new(tr.compare_save()).icon(Icon::Export).enabled(is_ready);
        let is_saved = save.ui(ui, cx.theme).clicked();
        let print = Button::new(tr.compare_print()).icon(Icon::Print).enabled(is_ready);
        let is_printed = print.ui(ui, cx.theme).clicked();
        let Some((comparison, period)) = shown.filter(|_| is_saved || is_printed) else { return };
        if is_printed {
            self.print(cx, comparison.clone(), period);
        } else {
            let name =
                format!("{} {}.{ENDING}", tr.document_kind(crate::domain::DocumentKind::PlanComparison), period.from());
            self.wanted = Some((comparison.clone(), period));
            self.pick.open(ui.ctx(), tr, Wanted::Export(ENDING), &name);
        }
    }

    /// Hands the pages to the program that shows them.
    fn print(&mut self, cx: &PageCx<'_>, comparison: Comparison, period: Period) {
        let tr = cx.tr;
        let work = move |office: &mut crate::app::Office| office.show_comparison(comparison, period, tr).map(|_| ());
        self.under_way = Some((cx.desk.ask(work), String::new()));
    }

    /// Takes the answers: a place for the file, and what became of the work.
    pub fn follow(&mut self, ctx: &Context, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        if let Some((_, paths)) = self.pick.take(ctx, cx.theme, tr)
            && let (Some((comparison, period)), Some(path)) = (self.wanted.take(), paths.into_iter().next())
        {
            let path = if path.extension().is_some() { path } else { path.with_extension(ENDING) };
            let said = tr.preview_saved(&path.display().to_string());
            let work = move |office: &mut crate::app::Office| office.save_comparison(comparison, period, &path, tr);
            self.under_way = Some((cx.desk.ask(work), said));
        }
        let Some((answer, said)) = &self.under_way else { return };
        let Some(result) = answer.take() else { return };
        match result {
            Ok(()) if said.is_empty() => {}
            Ok(()) => cx.out.push(Command::Say(Tone::Ok, said.clone())),
            Err(failure) => cx.out.push(Command::Say(Tone::Error, failure.told(tr).what)),
        }
        self.under_way = None;
    }
}
