//! A bar where it would be, while it is moved or stretched.

use egui::{Rect, Stroke, StrokeKind, Ui};

use super::answer::Hold;
use super::bars::stretch;
use super::metrics::Metrics;
use crate::app::timeline::{Target, Timeline};
use crate::ui::PageCx;

/// Whether the bar is among those that are moved.
pub fn moves(hold: &Hold, target: Target, vm: &Timeline) -> bool {
    hold.pull.target == target
        || match (hold.pull.target, target) {
            (Target::Batch(batch), Target::Stint(stint)) => {
                vm.registry.stints.get(&stint).is_some_and(|stint| stint.batch == Some(batch))
            }
            _ => false,
        }
}

/// The bar where it would be.
pub fn ghost(ui: &Ui, cx: &PageCx<'_>, metrics: &Metrics, line: Rect, hold: &Hold, target: Target) {
    let days = match target {
        Target::Stint(stint) => hold.outlook.days_of(stint),
        Target::Batch(_) => hold.outlook.batch.as_ref().and_then(|batch| {
            let first = batch.plan_from.map(|on| batch.plan_from_prec.span(on).from());
            let own = hold.outlook.stints.iter().map(crate::domain::Stint::first_day).min();
            let last = batch.plan_to.map(|on| batch.plan_to_prec.span(on).to());
            Some((first.or(own)?, last))
        }),
    };
    let Some((from, to)) = days else { return };
    let rect = stretch(metrics, line, from, to.map(|to| to.max(from)));
    let ink = if hold.outlook.refused.is_empty() { cx.theme.accent } else { cx.theme.danger };
    ui.painter().rect(rect, 5, cx.theme.selection.gamma_multiply(0.7), Stroke::new(2.0, ink), StrokeKind::Inside);
}
