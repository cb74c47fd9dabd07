//! Money by site and project, with the expenses of the selected one beside it.

use chrono::NaiveDate;
use egui::{Panel, RichText, ScrollArea, Ui};

use super::cells::{Lines, fund_columns};
use crate::app::tasks::{FundBook, expense_edit};
use crate::domain::{Edit, Fund, FundId, Money};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, DateField, Empty, Field, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The funds.
#[derive(Default)]
pub struct Funds {
    picture: Live<FundBook>,
    table: TableState,
    draft: Draft,
}

/// An expense as it is typed.
#[derive(Default)]
struct Draft {
    of: Option<FundId>,
    on_date: Option<NaiveDate>,
    item: String,
    amount: String,
    voucher: String,
    reason: String,
}

impl Funds {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| FundBook::load(office, tr)));
    }

    /// Draws the sums in the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        if let Some(Ok(picture)) = self.picture.get() {
            let words = tr.funds_sums(&picture.budget.to_string(), &picture.spent.to_string());
            ui.label(RichText::new(words).color(cx.theme.muted));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Button::new(tr.command_import()).icon(Icon::Import).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Import(Vec::new()));
            }
        });
    }

    /// Draws the table and the selected fund.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        if !self.picture.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        self.side_ui(ui, cx);
        let Some(Ok(picture)) = self.picture.get() else { return };
        let rows = Lines { all: &picture.lines, shown: None, key: |_, line| line.fund.raw() };
        let empty = Empty {
            icon: Icon::Archive,
            title: tr.funds_empty_title(),
            text: tr.funds_empty_text(),
            action: Some(tr.command_import()),
        };
        let columns = fund_columns(tr);
        let events = Table::new("funds", tr.funds_table(), &columns, self.picture.revision()).empty(empty).ui(
            ui,
            cx,
            &rows,
            &mut self.table,
        );
        if events.is_first_step {
            cx.out.push(Command::Import(Vec::new()));
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(picture)) = self.picture.get() else { return };
        let fund = self.table.single().and_then(|key| picture.registry.funds.get(&FundId::new(key)));
        let Some(fund) = fund else { return };
        if self.draft.of != Some(fund.id) {
            let reason = fund.override_reason.clone();
            self.draft = Draft { of: Some(fund.id), on_date: Some(cx.today), reason, ..Draft::default() };
        }
        let frame = egui::Frame::new().fill(cx.theme.paper).inner_margin(egui::Margin {
            left: 16,
            right: 4,
            top: 8,
            bottom: 4,
        });
        let panel = Panel::right("funds panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let draft = &mut self.draft;
        panel.show(ui, |ui| {
            let body = ScrollArea::vertical().id_salt(("fund", fund.id.raw())).auto_shrink(false);
            body.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                entry_ui(ui, cx, picture, fund, draft);
                expenses_ui(ui, cx, picture, fund);
            });
        });
    }
}

fn entry_ui(ui: &mut Ui, cx: &mut PageCx<'_>, picture: &FundBook, fund: &Fund, draft: &mut Draft) {
    let tr = cx.tr;
    ui.label(RichText::new(tr.funds_expense_add()).font(theme::strong()));
    DateField::new(tr.field("on_date"), &picture.calendar, cx.today).ui(ui, cx.theme, tr, &mut draft.on_date);
    Field::new(tr.field("item")).ui(ui, cx.theme, &mut draft.item);
    let is_wrong = !draft.amount.trim().is_empty() && Money::parse(draft.amount.trim()).is_none();
    let trouble = is_wrong.then(|| tr.funds_amount_wrong());
    Field::new(tr.funds_amount()).trouble(trouble).ui(ui, cx.theme, &mut draft.amount);
    Field::new(tr.field("voucher")).ui(ui, cx.theme, &mut draft.voucher);
    let edit = draft.on_date.and_then(|on| {
        expense_edit(fund.id, None, on, (draft.item.as_str(), draft.amount.as_str(), draft.voucher.as_str()))
    });
    if Button::main(tr.funds_expense_add()).icon(Icon::Add).enabled(edit.is_some()).ui(ui, cx.theme).clicked()
        && let Some(edit) = edit
    {
        cx.out.push(Command::Run(edit));
        draft.item.clear();
        draft.amount.clear();
        draft.voucher.clear();
    }
    let reason = Field::new(tr.funds_override()).ui(ui, cx.theme, &mut draft.reason);
    if reason.lost_focus() && draft.reason.trim() != fund.override_reason {
        let override_reason = draft.reason.trim().to_owned();
        cx.out.push(Command::Run(Edit::put(Fund { override_reason, ..fund.clone() })));
    }
}

fn expenses_ui(ui: &mut Ui, cx: &PageCx<'_>, picture: &FundBook, fund: &Fund) {
    let tr = cx.tr;
    let expenses = picture.expenses(fund.id);
    ui.add_space(8.0);
    ui.label(RichText::new(tr.funds_expenses(expenses.len())).font(theme::strong()));
    for expense in expenses {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - 104.0).max(0.0));
                ui.label(&expense.item);
                let (voucher, ink) = if expense.voucher.is_empty() {
                    (tr.funds_no_voucher(), cx.theme.warning)
                } else {
                    (expense.voucher.as_str(), cx.theme.muted)
                };
                let words = format!("{}  {voucher}", expense.on_date);
                ui.label(RichText::new(words).font(theme::caption()).color(ink));
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(Money::from_fen(expense.amount_fen).to_string());
            });
        });
    }
}
