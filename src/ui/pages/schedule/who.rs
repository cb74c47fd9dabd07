//! Who is to be added to a half-day: a small list of people to choose from by initials.

use egui::{Rect, RichText, Ui, pos2};

use super::board::Board;
use super::editor::Editor;
use super::paint;
use super::typing::{Outcome, SHOWN, Typing, below_ui, line_ui};
use crate::app::week::{GridVm, WhoChoice};
use crate::domain::InstitutionId;
use crate::ui::PageCx;
use crate::ui::theme;

/// The open list.
pub struct Who {
    /// Where and when, in words.
    title: String,
    /// The site, where the row is one.
    site: Option<InstitutionId>,
    typing: Typing,
    all: Vec<WhoChoice>,
    fitting: Vec<usize>,
}

impl Who {
    /// Opens it with what was typed already.
    pub fn open(all: Vec<WhoChoice>, site: Option<InstitutionId>, title: String, typed: String) -> Self {
        let mut who = Self { title, site, typing: Typing::begin(typed), all, fitting: Vec::new() };
        who.sift();
        who
    }

    fn lines(&self) -> impl Iterator<Item = &WhoChoice> {
        self.fitting.iter().filter_map(|place| self.all.get(*place)).take(SHOWN)
    }

    /// Looks the typed text up; the eligible stay ahead.
    fn sift(&mut self) {
        let typed = self.typing.text.trim();
        let ranked = self.all.iter().enumerate().filter_map(|(place, one)| {
            let rank = one.rank(typed)?;
            Some((!one.why_not.is_empty(), rank, place))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_unstable();
        self.fitting = ranked.into_iter().map(|(.., place)| place).collect();
        self.typing.picked = 0;
    }
}

/// Draws the open list and does what it asks for: with somebody chosen, the slot editor of their half-day follows.
pub fn who_ui(ui: &Ui, cx: &PageCx<'_>, vm: &GridVm, board: &mut Board) {
    let Some(roam) = &mut board.roam else { return };
    let Some((who, cell)) = roam.who.as_mut().zip(board.cursor_rect) else { return };
    let was_fresh = who.typing.is_fresh;
    let (mut outcome, is_changed) = who.typing.keys(ui, who.lines().count());
    if is_changed {
        who.sift();
    }
    let (response, clicked) = below_ui(ui, cx, "who editor", cell, |ui| {
        ui.label(RichText::new(&who.title).font(theme::caption()).color(cx.theme.muted));
        if who.typing.box_ui(ui, cx, cx.tr.schedule_who(), cx.tr.schedule_who_hint()) {
            who.sift();
        }
        list_ui(ui, cx, who)
    });
    if let Some(place) = clicked {
        outcome = Outcome::Taken(place, 0, 0);
    } else if outcome == Outcome::Open && !was_fresh && response.clicked_elsewhere() {
        outcome = Outcome::Left;
    }
    let key = match outcome {
        Outcome::Open | Outcome::Cleared => return,
        Outcome::Left => None,
        Outcome::Taken(place, ..) => who.lines().nth(place).map(|one| one.key),
    };
    let site = who.site;
    roam.who = None;
    if let Some(key) = key {
        board.cursor = Some(key);
        let mut editor = Editor::open(vm, key, vec![key], String::new());
        editor.site = site;
        board.editor = Some(editor);
    }
}

/// The people; returns the place of the one that was clicked.
fn list_ui(ui: &mut Ui, cx: &PageCx<'_>, who: &Who) -> Option<usize> {
    let mut taken = None;
    for (place, one) in who.lines().enumerate() {
        let spoken = format!("{} {}", one.name, one.why_not);
        let (rect, is_clicked) = line_ui(ui, cx, spoken.trim(), place == who.typing.picked);
        person_ui(ui, cx, rect, one);
        if is_clicked {
            taken = Some(place);
        }
    }
    if who.fitting.is_empty() {
        ui.label(RichText::new(cx.tr.schedule_who_none()).color(cx.theme.muted));
    }
    taken
}

fn person_ui(ui: &Ui, cx: &PageCx<'_>, rect: Rect, one: &WhoChoice) {
    let painter = ui.painter();
    let is_eligible = one.why_not.is_empty();
    let (note, note_ink) = if is_eligible { (&one.dept, cx.theme.muted) } else { (&one.why_not, cx.theme.warning) };
    let ink = if is_eligible { cx.theme.ink } else { cx.theme.muted };
    let name = paint::line(painter, &one.name, theme::body(), ink, rect.width() * 0.5);
    let note = paint::line(painter, note, theme::caption(), note_ink, rect.width() - name.size().x - 28.0);
    painter.galley(pos2(rect.left() + 8.0, rect.center().y - name.size().y / 2.0), name, ink);
    let left = rect.right() - 8.0 - note.size().x;
    painter.galley(pos2(left, rect.center().y - note.size().y / 2.0), note, note_ink);
}
