//! Documents: the page itself before it is printed, a few options beside it, print and save.

mod options;
mod paper;
mod paper_options;
mod press;
mod whose_ui;
mod wording_ui;

use egui::{Key, Modifiers, Ui};

use crate::app::Progress;
use crate::app::paper::{Format, documents, file_name};
use crate::domain::{DocumentKind, Table, Week};
use crate::i18n::Tr;
use crate::report::{DocumentRequest, Wording};
use crate::ui::issue::Issuing;
use crate::ui::page::{Command, Page, PageCx};
use crate::ui::pick::{Pick, Wanted};
use crate::ui::widget::{Button, Icon, menu_button, right_side, skeleton, trouble};

use paper::Paper;
use press::{Made, Press};
use wording_ui::Editor;

/// The page.
#[derive(Debug, Default)]
pub struct Documents {
    request: Option<DocumentRequest>,
    press: Press,
    paper: Paper,
    pick: Pick,
    saving: Option<Format>,
    issuing: Issuing,
    editor: Option<Editor>,
}

impl Page for Documents {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        right_side(ui, |ui| {
            self.publish_ui(ui, cx);
            self.wording_ui(ui, cx);
            self.save_ui(ui, cx);
            self.print_ui(ui, cx);
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let request = self.request.get_or_insert_with(|| usual(DocumentKind::WeekSchedule, cx));
        if self.editor.as_ref().is_some_and(|editor| Wording::of(request.kind) != Some(editor.wording())) {
            self.editor = None;
        }
        let width = match self.editor {
            Some(_) => ui.available_width() * 0.45,
            None => options::WIDTH.min(ui.available_width() * 0.4),
        };
        let side = egui::Frame::new().inner_margin(egui::Margin { right: 12, ..Default::default() });
        egui::Panel::left("document options").exact_size(width).resizable(false).frame(side).show(ui, |ui| {
            let offers = self.press.offers();
            if let Some(editor) = &mut self.editor {
                if let Some((_, row, kept)) = &offers.wording {
                    editor.renew(row, kept);
                }
                if editor.ui(ui, cx, cx.tr.document_kind(request.kind)) {
                    self.editor = None;
                }
                return;
            }
            if options::ui(ui, cx, offers, request) {
                self.press.expire();
            }
        });
        self.press.poll(ui.ctx(), cx, request);
        if let Some((_, paths)) = self.pick.take(ui.ctx(), cx.theme, cx.tr)
            && let (Some(format), Some(path)) = (self.saving.take(), paths.into_iter().next())
        {
            self.press.save(ui.ctx(), format, path);
        }
        let ground = egui::Frame::new().fill(cx.theme.raised).inner_margin(egui::Margin::symmetric(12, 0));
        egui::CentralPanel::default().frame(ground).show(ui, |ui| match self.press.shown() {
            None => skeleton(ui, cx.theme, 12),
            Some(Ok(made)) => self.paper.ui(ui, cx, made),
            Some(Err(told)) => {
                let told = told.clone();
                if trouble(ui, cx.theme, &told, &[cx.tr.preview_again()]).is_some() {
                    self.press.expire();
                }
            }
        });
    }

    fn changed(&mut self, _tables: &[Table]) {
        self.press.expire();
    }

    fn hear(&mut self, command: &Command, cx: &mut PageCx<'_>) -> bool {
        let Command::Preview(request) = command else { return false };
        self.request = Some(cx.preferences.dressed(request));
        self.press.expire();
        true
    }

    fn job(&self) -> Option<(&str, &Progress)> {
        None
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![("Enter", tr.preview_print()), ("Ctrl+S", tr.save_pdf()), ("PgUp / PgDn", tr.preview_key_pages())]
    }

    fn document(&self) -> Option<DocumentRequest> {
        self.request.clone()
    }
}

impl Documents {
    fn print_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let is_ready = self.press.made().is_some();
        let print = Button::main(cx.tr.preview_print()).icon(Icon::Print).shortcut("Enter").enabled(is_ready);
        let is_entered = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let is_clicked = print.ui(ui, cx.theme).clicked();
        if is_ready && (is_clicked || is_entered) {
            self.press.print(ui.ctx(), cx);
        }
    }

    /// The text of an official paper can be worded.
    fn wording_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let Some((wording, row, text)) = &self.press.offers().wording else { return };
        let is_of_this = self.request.as_ref().is_some_and(|request| Wording::of(request.kind) == Some(*wording));
        if self.editor.is_none()
            && is_of_this
            && Button::new(cx.tr.wording_edit()).icon(Icon::Edit).ui(ui, cx.theme).clicked()
        {
            self.editor = Some(Editor::new(*wording, row.clone(), text.clone(), text.clone()));
        }
    }

    fn save_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let Some(request) = &self.request else { return };
        let formats: Vec<Format> = documents(cx.tr)
            .into_iter()
            .find(|document| document.kind == request.kind)
            .map_or_else(Vec::new, |document| document.formats.to_vec());
        let (formats, names): (Vec<Format>, Vec<&str>) =
            formats.into_iter().filter_map(|format| Some((format, format_name(format, cx.tr)?))).unzip();
        let save_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::S));
        let chosen = menu_button(ui, cx.theme, Icon::Export, cx.tr.save_as(), &names);
        let chosen = chosen.and_then(|place| formats.get(place).copied()).or(save_key.then_some(Format::Pdf));
        if let Some(format) = chosen.filter(|_| self.press.made().is_some()) {
            self.saving = Some(format);
            let name = file_name(request, format, cx.tr);
            self.pick.open(ui.ctx(), cx.tr, Wanted::Export(format.extension()), &name);
        }
    }

    /// Issuing: the next version of what is a draft or was changed since.
    fn publish_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.issuing.ui(ui.ctx(), cx);
        let (Some(Made { version, is_draft, .. }), Some(request)) = (self.press.made(), &self.request) else { return };
        if !matches!(request.kind, DocumentKind::WeekSchedule | DocumentKind::Posting) || !is_draft {
            return;
        }
        let words = cx.tr.preview_publish(version + 1);
        if Button::new(&words).tooltip(cx.tr.preview_publish_hint()).ui(ui, cx.theme).clicked() {
            self.issuing.begin(Week::of(request.period.from()));
        }
    }
}

/// What people call a format; none for those that only programs read.
const fn format_name(format: Format, tr: Tr) -> Option<&'static str> {
    match format {
        Format::Pdf => Some(tr.save_pdf()),
        Format::Xlsx => Some(tr.save_xlsx()),
        Format::Docx => Some(tr.save_docx()),
        Format::Png => Some(tr.save_png()),
        Format::Html => Some(tr.save_html()),
        Format::Csv => Some(tr.save_csv()),
        _ => None,
    }
}

/// The document as it is usually wanted: of this week, phones partly hidden.
fn usual(kind: DocumentKind, cx: &PageCx<'_>) -> DocumentRequest {
    cx.preferences.dressed(&DocumentRequest::new(kind, DocumentRequest::usual_period(kind, cx.today)))
}
