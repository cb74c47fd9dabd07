//! The form of a register: one box a field, whatever the register.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{RichText, Ui};

use crate::app::people::read_known_date;
use crate::app::registers::{Choices, Choosable, Entry, FieldKind, FieldSpec, Register, RegisterForm};
use crate::domain::{Precision, Table, WorkCalendar};
use crate::i18n::Tr;
use crate::ui::theme::{self, ROW, Theme};
use crate::ui::widget::{Choice, DateField, Dropdown, Field};

/// A list of records to choose from, nothing at its head.
type RecordChoices = Vec<Choice<Option<i64>>>;

/// The lists of a register, made once for a picture.
#[derive(Debug, Default)]
pub(super) struct Lists {
    records: BTreeMap<Table, RecordChoices>,
    codes: Vec<Vec<Choice<Option<String>>>>,
}

impl Lists {
    /// What the boxes of the register are chosen from.
    pub(super) fn new(register: Register, choices: &Choices, tr: Tr) -> Self {
        let mut lists = Self::default();
        for field in register.fields() {
            let mut codes = Vec::new();
            match field.kind {
                FieldKind::Record(table) => {
                    lists.records.entry(table).or_insert_with(|| offered(choices.records(table), tr));
                }
                FieldKind::Code(words) => {
                    if !field.is_required {
                        codes.push(Choice::new(None, tr.schedule_fields_none()));
                    }
                    codes.extend(words(tr).into_iter().map(|(code, word)| Choice::new(Some(code.to_owned()), word)));
                }
                _ => {}
            }
            lists.codes.push(codes);
        }
        lists
    }
}

fn offered(records: &[Choosable], tr: Tr) -> RecordChoices {
    let none = Choice::new(None, tr.schedule_fields_none());
    std::iter::once(none).chain(records.iter().map(|(key, name)| Choice::new(Some(*key), name))).collect()
}

/// What the form needs while it is drawn.
pub(super) struct FormCx<'a> {
    pub(super) theme: &'a Theme,
    pub(super) tr: Tr,
    pub(super) today: NaiveDate,
    pub(super) calendar: &'a WorkCalendar,
    pub(super) choices: &'a Choices,
    pub(super) lists: &'a Lists,
    /// What is wrong with each box, by its place; none are shown where it is empty.
    pub(super) troubles: &'a [Option<&'static str>],
}

/// Draws the boxes; true where one was left after typing, or something was chosen.
pub(super) fn form_ui(ui: &mut Ui, cx: &FormCx<'_>, form: &mut RegisterForm) -> bool {
    ui.spacing_mut().item_spacing.y = 8.0;
    let mut is_done = false;
    for (place, field) in form.register.fields().iter().enumerate() {
        let of = match field.kind {
            FieldKind::Department(of) => form.chosen(of),
            _ => None,
        };
        let Some(entry) = form.entries.get_mut(place) else { continue };
        is_done |= entry_ui(ui, cx, (place, field), entry, of);
    }
    is_done
}

fn entry_ui(
    ui: &mut Ui,
    cx: &FormCx<'_>,
    (place, field): (usize, &FieldSpec),
    entry: &mut Entry,
    of: Option<i64>,
) -> bool {
    let (tr, label, width) = (cx.tr, field.label(cx.tr), ui.available_width());
    let trouble = cx.troubles.get(place).copied().flatten();
    let is_done = match entry {
        Entry::Typed(text) => return typed_ui(ui, cx, field, text, trouble),
        Entry::Flag(is_so) => ui.checkbox(is_so, label).changed(),
        Entry::Code(code) => {
            let codes = cx.lists.codes.get(place).map_or(&[][..], Vec::as_slice);
            Dropdown::new(label, codes).width(width).ui(ui, cx.theme, tr, code)
        }
        Entry::Record(key) => match field.kind {
            FieldKind::Department(_) => {
                let departments = offered(cx.choices.departments(of), tr);
                Dropdown::new(label, &departments).width(width).ui(ui, cx.theme, tr, key)
            }
            FieldKind::Record(table) => {
                let records = cx.lists.records.get(&table).map_or(&[][..], Vec::as_slice);
                Dropdown::new(label, records).width(width).ui(ui, cx.theme, tr, key)
            }
            _ => false,
        },
    };
    if let Some(words) = trouble {
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.danger));
    }
    is_done
}

fn typed_ui(ui: &mut Ui, cx: &FormCx<'_>, field: &FieldSpec, text: &mut String, trouble: Option<&'static str>) -> bool {
    let shown = Field::new(field.label(cx.tr)).trouble(trouble);
    match field.kind {
        FieldKind::Paragraph => shown.rows(2).ui(ui, cx.theme, text).lost_focus(),
        FieldKind::Day => date_ui(ui, cx, field, shown.hint("2023-05-31"), text),
        FieldKind::Known(_) => date_ui(ui, cx, field, shown.hint(cx.tr.form_date_hint()), text),
        _ => shown.ui(ui, cx.theme, text).lost_focus(),
    }
}

/// A date, typed or picked.
fn date_ui(ui: &mut Ui, cx: &FormCx<'_>, field: &FieldSpec, shown: Field<'_>, text: &mut String) -> bool {
    let width = ui.available_width() - ROW - 4.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut is_done = shown.width(width).ui(ui, cx.theme, text).lost_focus();
        let mut picked = read_known_date(text, cx.today).map(|(on, _)| on);
        let name = cx.tr.form_pick(field.label(cx.tr));
        ui.vertical(|ui| {
            ui.add_space(18.0);
            let button = DateField::new(&name, cx.calendar, cx.today);
            if button.button_ui(ui, cx.theme, cx.tr, &mut picked)
                && let Some(on) = picked
            {
                *text = cx.tr.known_date(on, Precision::Day);
                is_done = true;
            }
        });
        is_done
    })
    .inner
}
