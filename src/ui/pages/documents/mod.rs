//! Documents: the page itself before it is printed, a few options beside it, print and save.

mod options;
mod paper;
mod paper_options;
mod press;

use egui::{Key, Modifiers, Ui};

use crate::app::Progress;
use crate::app::paper::Format;
use crate::domain::{DocumentKind, Edit, Label, Publication, PublicationId, Table, Week};
use crate::report::DocumentRequest;
use crate::ui::page::{Command, Page, PageCx};
use crate::ui::pick::{Pick, Wanted};
use crate::ui::widget::{Button, Icon, menu_button, skeleton, trouble};

use paper::Paper;
use press::{Made, Press};

/// The page.
#[derive(Debug, Default)]
pub struct Documents {
    request: Option<DocumentRequest>,
    press: Press,
    paper: Paper,
    pick: Pick,
    saving: Option<Format>,
}

impl Page for Documents {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let is_ready = self.press.made().is_some();
        let print = Button::main(cx.tr.preview_print()).icon(Icon::Print).shortcut("Enter").enabled(is_ready);
        let is_entered = ui.memory(|memory| memory.focused().is_none())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let is_clicked = print.ui(ui, cx.theme).clicked();
        if is_ready && (is_clicked || is_entered) {
            self.press.print(ui.ctx(), cx);
        }
        let formats = [Format::Pdf, Format::Xlsx, Format::Png, Format::Html, Format::Csv];
        let names = [cx.tr.save_pdf(), cx.tr.save_xlsx(), cx.tr.save_png(), cx.tr.save_html(), cx.tr.save_csv()];
        let save_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::S));
        let chosen = menu_button(ui, cx.theme, Icon::Export, cx.tr.save_as(), &names);
        let chosen = chosen.or(save_key.then_some(0)).and_then(|place| formats.get(place).copied());
        if let (Some(format), Some(request), true) = (chosen, &self.request, is_ready) {
            self.saving = Some(format);
            let name = crate::app::paper::file_name(request, format, cx.tr);
            self.pick.open(ui.ctx(), cx.tr, Wanted::Export(format.extension()), &name);
        }
        self.publish_ui(ui, cx);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let request =
            self.request.get_or_insert_with(|| cx.preferences.dressed(&usual(DocumentKind::WeekSchedule, cx)));
        egui::Panel::left("document options").exact_size(options::WIDTH).resizable(false).show(ui, |ui| {
            if options::ui(ui, cx, self.press.calendar(), request) {
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

    fn keys(&self, tr: crate::i18n::Tr) -> Vec<(&'static str, &'static str)> {
        vec![("Enter", tr.preview_print()), ("Ctrl+S", tr.save_pdf())]
    }

    fn document(&self) -> Option<DocumentRequest> {
        self.request.clone()
    }
}

impl Documents {
    /// Issuing: the next version of what is a draft or was changed since.
    fn publish_ui(&self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (Some(Made { version, is_draft, .. }), Some(request)) = (self.press.made(), &self.request) else { return };
        if !matches!(request.kind, DocumentKind::WeekSchedule | DocumentKind::Posting) || !is_draft {
            return;
        }
        let words = cx.tr.preview_publish(version + 1);
        if Button::new(&words).tooltip(cx.tr.preview_publish_hint()).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Run(publish(request, version + 1, self.press.now())));
        }
    }
}

fn publish(request: &DocumentRequest, version: u32, now: chrono::NaiveDateTime) -> Edit {
    let week = Week::of(request.period.from()).period();
    let publication = Publication {
        id: PublicationId::NEW,
        document: request.kind,
        period_from: week.from(),
        period_to: week.to(),
        version,
        published_at: now,
        published_by: String::new(),
        changes: String::new(),
    };
    let label = Label::Published { document: request.kind, from: week.from(), version };
    Edit::Many { label, edits: vec![Edit::put(publication)] }
}

/// The document as it is usually wanted: of this week, phones partly hidden.
fn usual(kind: DocumentKind, cx: &PageCx<'_>) -> DocumentRequest {
    DocumentRequest::new(kind, DocumentRequest::usual_period(kind, cx.today))
}
