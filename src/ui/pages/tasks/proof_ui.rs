//! The files of a task, a report or a resolution: added by dialog, path or drop, opened by the system's program.

use std::path::PathBuf;

use egui::{Key, RichText, Ui};

use crate::app::tasks::{FileCondition, ProofLine, ProofOf, drop_evidence};
use crate::app::{Answer, Done, Failure};
use crate::ui::pick::{Pick, Wanted};
use crate::ui::theme;
use crate::ui::widget::{Button, Field, Icon};
use crate::ui::{Command, Live, PageCx, Tone, off_screen};

/// The files of one thing.
#[derive(Default)]
pub struct Proofs {
    of: Option<ProofOf>,
    lines: Live<Vec<ProofLine>>,
    pick: Pick,
    adding: Option<Answer<Result<Done, Failure>>>,
    /// The file that is being opened, by its name.
    opening: Option<(String, Answer<Result<PathBuf, Failure>>)>,
    path: String,
}

impl Proofs {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.lines.expire();
    }

    /// Turns to what the files are about, and takes the answers that have come.
    pub fn turn_to(&mut self, cx: &mut PageCx<'_>, of: &ProofOf) {
        if self.of.as_ref() != Some(of) {
            self.of = Some(of.clone());
            self.lines = Live::default();
        }
        let (of, tr) = (of.clone(), cx.tr);
        self.lines.refresh(|| cx.desk.ask(move |office| office.evidence_of(&of, tr)));
        hear_done(&mut self.adding, cx);
        let answered = self.opening.as_ref().and_then(|(name, answer)| Some((name, answer.take()?)));
        match answered {
            Some((name, Ok(_))) => cx.out.push(Command::Say(Tone::Info, cx.tr.evidence_opening(name))),
            Some((_, Err(failure))) => {
                say(cx, &failure);
                self.lines.expire();
            }
            None => {}
        }
    }

    /// Takes files over.
    pub fn add(&mut self, cx: &PageCx<'_>, of: &ProofOf, files: Vec<PathBuf>) {
        let of = of.clone();
        self.adding = Some(cx.desk.ask(move |office| office.add_evidence(&of, &files)));
    }

    /// Draws the files and the ways to add one.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, of: &ProofOf) {
        // Whoever comes back from another program may have changed a file there.
        if ui.input(|input| input.events.contains(&egui::Event::WindowFocused(true))) {
            self.lines.expire();
        }
        self.turn_to(cx, of);
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some((_, files)) = self.pick.take(ui.ctx(), cx.theme, cx.tr) {
            self.add(cx, of, files);
        }
        if let Some(Ok(lines)) = self.lines.get() {
            if lines.is_empty() {
                ui.label(RichText::new(cx.tr.evidence_none()).color(cx.theme.muted));
            }
            for line in lines {
                if line_ui(ui, cx, line) {
                    let id = line.id;
                    let is_seen = !off_screen::is_on(ui.ctx());
                    let answer = cx.desk.ask(
                        move |office| {
                            if is_seen { office.open_evidence(id) } else { office.evidence_path(id) }
                        },
                    );
                    self.opening = Some((line.name.clone(), answer));
                }
            }
        }
        ui.add_space(4.0);
        if Button::new(cx.tr.evidence_choose()).icon(Icon::Folder).ui(ui, cx.theme).clicked() {
            self.pick.open(ui.ctx(), cx.tr, Wanted::Files, "");
        }
        let field = Field::new(cx.tr.evidence_path()).hint(cx.tr.evidence_path_hint());
        let response = field.ui(ui, cx.theme, &mut self.path);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if is_entered && !self.path.trim().is_empty() {
            let path = off_screen::kept_in(ui.ctx(), PathBuf::from(self.path.trim().trim_matches('"')));
            self.path.clear();
            self.add(cx, of, vec![path]);
        }
    }
}

/// Draws a file; true where it is to be opened.
fn line_ui(ui: &mut Ui, cx: &mut PageCx<'_>, line: &ProofLine) -> bool {
    let mut is_opened = false;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 40.0).max(0.0);
        ui.allocate_ui(egui::vec2(width, theme::ROW), |ui| {
            let open = Button::quiet(&line.name).icon(Icon::Document).cut();
            is_opened = open.ui(ui, cx.theme).on_hover_text(cx.tr.evidence_open(&line.name)).clicked();
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let remove = Button::icon_only(Icon::Close, cx.tr.delete()).tooltip(cx.tr.evidence_remove_hint());
            if remove.ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Run(drop_evidence(line.id)));
            }
        });
    });
    let (words, ink) = match line.condition {
        FileCondition::Sound => (line.about.clone(), cx.theme.muted),
        FileCondition::Altered | FileCondition::Missing => {
            (format!("{}  {}", line.about, line.trouble), cx.theme.danger)
        }
    };
    ui.label(RichText::new(words).font(theme::caption()).color(ink)).on_hover_text(cx.tr.evidence_digest(&line.digest));
    is_opened
}

/// Takes the answer of a change that the page made itself, and tells of it.
pub fn hear_done(asked: &mut Option<Answer<Result<Done, Failure>>>, cx: &mut PageCx<'_>) {
    match asked.as_ref().and_then(Answer::take) {
        Some(Ok(done)) => {
            *asked = None;
            cx.out.push(Command::Happened(done));
        }
        Some(Err(failure)) => {
            *asked = None;
            say(cx, &failure);
        }
        None => {}
    }
}

/// Says why something failed.
pub fn say(cx: &mut PageCx<'_>, failure: &Failure) {
    let told = failure.told(cx.tr);
    let words = [told.what, told.unchanged, told.next].into_iter().filter(|words| !words.is_empty());
    cx.out.push(Command::Say(Tone::Error, words.collect::<Vec<_>>().join("\n")));
}
