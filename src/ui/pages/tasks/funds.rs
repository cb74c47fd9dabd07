//! Money by site and project, with the expenses of the selected one beside it.

use egui::{Panel, RichText, ScrollArea, Ui};

use super::cells::{Lines, fund_columns};
use super::fund_form::form_ui;
use crate::app::tasks::{ExpenseForm, FundBook, FundForm, delete_funds_edit, fund_tasks};
use crate::domain::{Edit, Fund, FundId, Money, Table as DataTable, TaskId};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Empty, Field, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The funds.
#[derive(Default)]
pub struct Funds {
    picture: Live<FundBook>,
    table: TableState,
    /// The expense that is typed, of which fund and picture.
    draft: Option<(FundId, u64, ExpenseForm)>,
    /// The tasks that the selected fund may be spent on.
    tasks: Vec<(TaskId, String)>,
    /// The form of a fund, of which picture.
    form: Option<(u64, FundForm)>,
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

    /// Draws the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        super::in_and_out_ui(ui, cx, tr.command_import());
        if Button::main(tr.funds_add()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
            self.begin();
        }
    }

    fn begin(&mut self) {
        self.table.clear();
        self.form = Some((self.picture.revision(), FundForm::of(&Fund::default())));
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
        if !picture.lines.is_empty() {
            let words = tr.funds_sums(&picture.budget.to_string(), &picture.spent.to_string());
            ui.label(RichText::new(words).font(theme::strong()));
            ui.add_space(4.0);
        }
        let rows = Lines { all: &picture.lines, shown: None, key: |_, line| line.fund.raw() };
        let empty = Empty {
            icon: Icon::Archive,
            title: tr.funds_empty_title(),
            text: tr.funds_empty_text(),
            action: Some(tr.funds_add()),
        };
        let columns = fund_columns(tr);
        let view = Table::new("funds", tr.funds_table(), &columns, self.picture.revision()).empty(empty).deletable();
        let events = view.ui(ui, cx, &rows, &mut self.table);
        if let Some(edit) = delete_funds_edit(&events.deleted, &picture.registry) {
            cx.out.push(Command::Run(edit));
        }
        if events.is_first_step {
            self.begin();
        }
    }

    /// The fund that is looked at: the selected one, or the new one that is being entered.
    fn turn_to(&mut self, cx: &PageCx<'_>) {
        let revision = self.picture.revision();
        let Some(Ok(picture)) = self.picture.get() else { return };
        let chosen = self.table.single().and_then(|key| picture.registry.funds.get(&FundId::new(key)));
        let Some(fund) = chosen else {
            self.draft = None;
            self.form = self.form.take().filter(|(_, form)| form.record.id.is_new());
            return;
        };
        if self.form.as_ref().is_none_or(|(made_from, form)| (*made_from, form.record.id) != (revision, fund.id)) {
            self.form = Some((revision, FundForm::of(fund)));
        }
        if self.draft.as_ref().is_none_or(|(of, made_from, _)| (*of, *made_from) != (fund.id, revision)) {
            self.draft = Some((fund.id, revision, ExpenseForm::new(fund, cx.today)));
            self.tasks = fund_tasks(fund, &picture.registry);
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.turn_to(cx);
        let (Some((_, form)), Some(Ok(picture))) = (&mut self.form, self.picture.get()) else { return };
        let frame = super::side_frame(cx.theme);
        let panel = Panel::right("funds panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let (draft, tasks) = (&mut self.draft, &self.tasks);
        let mut is_stored = false;
        panel.show(ui, |ui| {
            let body = ScrollArea::vertical().id_salt(("fund", form.record.id.raw())).auto_shrink(false);
            body.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                let fund = picture.registry.funds.get(&form.record.id);
                if let (Some(fund), Some((_, _, draft))) = (fund, draft.as_mut()) {
                    entry_ui(ui, cx, picture, fund, (draft, tasks));
                    if let Some(chosen) = expenses_ui(ui, cx, picture, fund) {
                        *draft = chosen;
                    }
                    ui.separator();
                }
                if let Some(edit) = form_ui(ui, cx, form, picture) {
                    cx.out.push(Command::Run(edit));
                    is_stored = form.record.id.is_new();
                }
            });
        });
        if is_stored {
            self.form = None;
        }
    }
}

fn entry_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    picture: &FundBook,
    fund: &Fund,
    (draft, tasks): (&mut ExpenseForm, &[(TaskId, String)]),
) {
    let tr = cx.tr;
    let is_new = draft.id.is_new();
    let head = if is_new { tr.funds_expense_add() } else { tr.funds_edit() };
    ui.label(RichText::new(head).font(theme::strong()));
    DateField::new(tr.field("on_date"), &picture.calendar, cx.today).ui(ui, cx.theme, tr, &mut draft.on_date);
    Field::new(tr.field("item")).ui(ui, cx.theme, &mut draft.item);
    let trouble = draft.is_amount_wrong().then(|| tr.funds_amount_wrong());
    Field::new(tr.funds_amount()).trouble(trouble).ui(ui, cx.theme, &mut draft.amount);
    let mut choices = vec![Choice::new(None, tr.funds_no_task())];
    choices.extend(tasks.iter().map(|(id, name)| Choice::new(Some(*id), name.clone())));
    let width = ui.available_width();
    Dropdown::new(tr.funds_task(), &choices).width(width).ui(ui, cx.theme, tr, &mut draft.task);
    Field::new(tr.funds_payee()).ui(ui, cx.theme, &mut draft.payee);
    Field::new(tr.field("voucher")).ui(ui, cx.theme, &mut draft.voucher);
    let over = draft.over(fund, &picture.registry).map(|over| tr.funds_over(&over.to_string()));
    let missing = over.as_deref().filter(|_| draft.reason.trim().is_empty());
    let reason = Field::new(tr.funds_override()).trouble(missing).ui(ui, cx.theme, &mut draft.reason);
    let edit = draft.edit(fund, &picture.registry);
    ui.horizontal(|ui| {
        let words = if is_new { tr.funds_expense_add() } else { tr.funds_change() };
        if Button::main(words).icon(Icon::Check).enabled(edit.is_some()).ui(ui, cx.theme).clicked()
            && let Some(edit) = edit
        {
            cx.out.push(Command::Run(edit));
        }
        if !is_new {
            if Button::quiet(tr.funds_new()).ui(ui, cx.theme).clicked() {
                *draft = ExpenseForm::new(fund, cx.today);
            } else if Button::icon_only(Icon::Bin, tr.delete()).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Run(Edit::Delete { table: DataTable::Expense, id: draft.id.raw() }));
            }
        }
    });
    let is_alone = draft.amount.trim().is_empty();
    if is_alone && reason.lost_focus() && draft.reason.trim() != fund.override_reason {
        let override_reason = draft.reason.trim().to_owned();
        cx.out.push(Command::Run(Edit::put(Fund { override_reason, ..fund.clone() })));
    }
}

/// Draws the expenses; the form of the one that was clicked.
fn expenses_ui(ui: &mut Ui, cx: &PageCx<'_>, picture: &FundBook, fund: &Fund) -> Option<ExpenseForm> {
    let tr = cx.tr;
    let expenses = picture.expenses(fund.id);
    let mut chosen = None;
    ui.add_space(8.0);
    ui.label(RichText::new(tr.funds_expenses(expenses.len())).font(theme::strong()));
    for expense in expenses {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - 104.0).max(0.0));
                if Button::quiet(&expense.item).icon(Icon::Edit).cut().ui(ui, cx.theme).clicked() {
                    chosen = Some(ExpenseForm::of(expense, fund));
                }
                let (voucher, ink) = if expense.voucher.is_empty() {
                    (tr.funds_no_voucher(), cx.theme.warning)
                } else {
                    (expense.voucher.as_str(), cx.theme.muted)
                };
                let task = expense.task.and_then(|id| picture.registry.tasks.get(&id));
                let task = task.map_or_else(String::new, |task| format!("  {}", task.title));
                let words = format!("{}  {voucher}{task}", expense.on_date);
                let about = egui::Label::new(RichText::new(&words).font(theme::caption()).color(ink));
                ui.add(about.truncate()).on_hover_text(words);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(Money::from_fen(expense.amount_fen).to_string());
            });
        });
    }
    chosen
}
