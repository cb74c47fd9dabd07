//! 台账: relations, agreements, batches and whatever else is kept as a list, each with a form beside it.

mod form_ui;

use egui::{Key, Modifiers, Panel, RichText, ScrollArea, Ui};

use self::form_ui::{FormCx, Lists, form_ui};
use crate::app::registers::{FieldKind, FieldSpec, Register, RegisterForm, RegisterLine, RegisterVm};
use crate::domain::{Edit, Row, Table as DataTable};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{
    Button, CellTone, Choice, Column, Dropdown, Empty, Icon, Table, TableRow, TableState, live_ui,
};

/// Narrower than this, in points, there is no room for a list of registers beside the table.
const NARROW: f32 = 900.0;
/// Width of the list of registers, in points.
const LIST: f32 = 144.0;

/// The list and what is written in the form.
#[derive(Debug, Default)]
pub(super) struct Registers {
    register: Register,
    lines: Live<RegisterVm>,
    /// Made from the picture with that number.
    lists: Option<(u64, Lists)>,
    table: TableState,
    draft: Option<Draft>,
    /// A row to select as soon as the picture is there.
    wanted: Option<i64>,
    /// Whether a form of a new row is to be opened as soon as the picture is there.
    is_new_wanted: bool,
}

/// A row while it is being written.
#[derive(Debug)]
struct Draft {
    made_from: u64,
    form: RegisterForm,
    /// Whether it was confirmed with something wrong in it.
    shows_troubles: bool,
}

impl TableRow for RegisterLine {
    fn key(&self) -> i64 {
        self.form.id
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn tone(&self, column: usize) -> CellTone {
        if column == 0 { CellTone::Plain } else { CellTone::Muted }
    }
}

fn columns(register: Register, tr: Tr) -> Vec<Column> {
    let listed = register.fields().iter().filter_map(|field| Some((field, field.in_list?)));
    let column = |(place, (field, width)): (usize, (&FieldSpec, f32))| {
        let column = match field.kind {
            FieldKind::Count | FieldKind::Tenths | FieldKind::Yuan => {
                Column::number(field.name, field.label(tr), width)
            }
            _ => Column::text(field.name, field.label(tr), width),
        };
        if place == 0 { column.wide() } else { column }
    };
    listed.enumerate().map(column).collect()
}

impl Registers {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
    }

    /// Shows a register: with that row selected, or with the form of a new one.
    pub(super) fn show(&mut self, table: DataTable, id: Option<i64>) {
        let Some(register) = Register::of(table) else { return };
        self.turn_to(register);
        self.wanted = id;
        self.is_new_wanted = id.is_none();
    }

    fn turn_to(&mut self, register: Register) {
        if self.register != register {
            *self = Self { register, ..Self::default() };
        }
    }

    /// What Ctrl+P prints.
    pub(super) fn document(&self, today: chrono::NaiveDate) -> DocumentRequest {
        let kind = self.register.document();
        DocumentRequest::new(kind, DocumentRequest::usual_period(kind, today))
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.chooser_ui(ui, cx);
        let (register, tr) = (self.register, cx.tr);
        self.lines.refresh(|| cx.desk.ask(move |office| RegisterVm::load(office, register, tr)));
        self.follow(tr);
        self.draft_ui(ui, cx);
        let revision = self.lines.revision();
        let mut is_begun = false;
        let table = &mut self.table;
        live_ui(ui, cx.theme, tr, self.lines.get(), |ui, picture| {
            ui.horizontal(|ui| {
                let words = tr.register_new(register.title(tr));
                let add = Button::new(&words).icon(Icon::Add).shortcut("Insert");
                let is_pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Insert));
                is_begun = add.ui(ui, cx.theme).clicked() || is_pressed;
                if Button::new(tr.register_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
                    cx.out.push(Command::Print);
                }
            });
            ui.add_space(8.0);
            let columns = columns(register, tr);
            let (title, name) = (tr.register_empty(register.title(tr)), register.table().name());
            let action = tr.register_new(register.title(tr));
            let empty =
                Empty { icon: Icon::Archive, title: &title, text: register.hint(tr), action: Some(action.as_str()) };
            let view = Table::new(name, register.title(tr), &columns, revision).empty(empty).deletable();
            let events = view.ui(ui, cx, &picture.lines, table);
            is_begun |= events.is_first_step;
            for id in events.deleted {
                cx.out.push(Command::Run(Edit::Delete { table: register.table(), id }));
            }
        });
        if is_begun {
            self.begin(tr);
        }
    }

    /// The registers: a list on the left, on a narrow window a drop-down above.
    fn chooser_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        let mut chosen = self.register;
        if ui.available_width() < NARROW {
            let choices = Register::ALL.map(|register| Choice::new(register, register.title(tr)));
            Dropdown::new(tr.register_choose(), &choices).bare().width(LIST).ui(ui, cx.theme, tr, &mut chosen);
            ui.add_space(8.0);
        } else {
            let frame = egui::Frame::new().inner_margin(egui::Margin { left: 0, right: 16, top: 0, bottom: 8 });
            let panel = Panel::left("registers").exact_size(LIST).resizable(false).show_separator_line(false);
            panel.frame(frame).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    for register in Register::ALL {
                        if register.begins_group() {
                            ui.add(egui::Separator::default().spacing(8.0));
                        }
                        let button = Button::quiet(register.title(tr)).on(register == self.register).cut();
                        let response = button.ui(ui, cx.theme);
                        if response.has_focus() {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() {
                            chosen = register;
                        }
                    }
                });
            });
        }
        self.turn_to(chosen);
    }

    fn begin(&mut self, tr: Tr) {
        self.table.clear();
        let form = RegisterForm::fresh(self.register, tr);
        self.draft = Some(Draft { made_from: self.lines.revision(), form, shows_troubles: false });
    }

    /// Fills the form from the selected row, where another row or a new picture calls for it.
    fn follow(&mut self, tr: Tr) {
        let revision = self.lines.revision();
        let Some(Ok(picture)) = self.lines.get() else { return };
        if picture.register != self.register {
            return;
        }
        if self.lists.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.lists = Some((revision, Lists::new(self.register, &picture.choices, tr)));
        }
        let find = |id: i64| picture.lines.iter().find(|line| line.form.id == id);
        if let Some(wanted) = self.wanted.filter(|wanted| find(*wanted).is_some()) {
            self.table.select(wanted);
            self.wanted = None;
            self.draft = None;
        }
        let chosen = self.table.single();
        let shown = self.draft.as_ref().map(|draft| (draft.made_from, draft.form.id));
        let is_new = self.draft.as_ref().is_some_and(|draft| draft.form.id == 0);
        if (chosen.is_none() && is_new) || (chosen.is_some() && shown == chosen.map(|id| (revision, id))) {
            return;
        }
        let found = chosen.and_then(find);
        self.draft = found.map(|line| Draft { made_from: revision, form: line.form.clone(), shows_troubles: true });
        if std::mem::take(&mut self.is_new_wanted) {
            self.begin(tr);
        }
    }

    /// The form of the selected row, or of a new one.
    fn draft_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(picture)) = self.lines.get() else { return };
        let (Some(draft), Some((_, lists))) = (&mut self.draft, &self.lists) else { return };
        let (tr, register) = (cx.tr, self.register);
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
        let panel = Panel::right("register").default_size(INSPECTOR).size_range(240.0..=480.0).frame(frame);
        let troubles = draft.form.troubles(&picture.registry, cx.today, tr);
        let form_cx = FormCx {
            theme: cx.theme,
            tr,
            today: cx.today,
            calendar: &picture.calendar,
            choices: &picture.choices,
            lists,
            troubles: if draft.shows_troubles { &troubles } else { &[] },
        };
        let is_new = draft.form.id == 0;
        let answer = panel.show(ui, |ui| {
            let title = if is_new { tr.register_new(register.title(tr)) } else { register.title(tr).to_owned() };
            let head = head_ui(ui, cx, &title, is_new);
            let body = ScrollArea::vertical().id_salt(("register", register, draft.form.id)).auto_shrink(false);
            let is_done = body.show(ui, |ui| form_ui(ui, &form_cx, &mut draft.form)).inner;
            // A stored row follows every box that is left; a new one waits for its button.
            head.unwrap_or(if is_done && !is_new { Answer::Store } else { Answer::Stay })
        });
        match answer.inner {
            Answer::Stay => {}
            Answer::Close => {
                self.draft = None;
                self.table.clear();
            }
            Answer::Store => {
                let stored = picture.lines.iter().find(|line| line.form.id == draft.form.id);
                if stored.is_some_and(|line| line.form == draft.form) {
                    return;
                }
                draft.shows_troubles = true;
                if let Some(row) = draft.form.row(&picture.registry, cx.today, tr) {
                    if is_new {
                        self.wanted = Some(picture.registry.next_id(register.table()));
                    }
                    cx.out.push(Command::Run(put(row)));
                }
            }
        }
    }
}

const fn put(row: Row) -> Edit {
    Edit::Put { row }
}

/// What is asked of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Stay,
    Close,
    Store,
}

/// The title, the way out, and for a new row the button that stores it.
fn head_ui(ui: &mut Ui, cx: &PageCx<'_>, title: &str, is_new: bool) -> Option<Answer> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(theme::strong()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked() {
                answer = Some(Answer::Close);
            }
        });
    });
    if is_new {
        let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let add = Button::main(cx.tr.register_add()).icon(Icon::Check).shortcut("Ctrl+Enter");
        if add.ui(ui, cx.theme).clicked() || is_entered {
            answer = Some(Answer::Store);
        }
        ui.add_space(4.0);
    }
    answer
}
