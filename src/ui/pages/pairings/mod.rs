//! 结对: mentors and apprentices as a board, as a table, and the entry of what was taught.

mod board_ui;
mod card_ui;
mod compare_ui;
mod pool_ui;
mod roll_ui;
mod side;
mod table;

use egui::{Key, Modifiers, Panel, Ui};

use self::side::Side;
use crate::app::pairing::{Board, RollCall, act, make, reassign};
use crate::domain::{DocumentKind, Edit, PairingId, Period, PersonId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::theme::INSPECTOR;
use crate::ui::widget::{Button, Empty, Icon, TableState, chip, left_side, right_side};
use crate::ui::{Command, Live, Page, PageCx};

/// The tables that the picture is made from.
const SHOWN_TABLES: &[Table] = &[
    Table::Institution,
    Table::Department,
    Table::Person,
    Table::Stint,
    Table::Pairing,
    Table::PairingGoal,
    Table::PairingPause,
    Table::TeachingLog,
    Table::CheckRule,
    Table::CalendarDay,
    Table::Activity,
];

/// How the pairs are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Board,
    Table,
    Roll,
}

/// What the pointer drags, or what was clicked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// Somebody of the pool.
    Person(PersonId),
    /// A pair: dropped on another mentor it is given to that one.
    Pair(PairingId),
}

/// What the board asks for.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time, for the length of a frame")]
enum Wish {
    /// Show a pair beside the board.
    Show(PairingId),
    /// Choose somebody of the pool, or nobody.
    Hold(Option<PersonId>),
    /// Compare with the mentor, by place of the card.
    Compare(usize),
    /// Give what is held to the mentor, by place of the card.
    Give(Held, usize),
    /// Show every field of a row.
    Register(Table, i64),
    /// Do this.
    Run(Edit),
}

/// The page.
#[derive(Default)]
pub struct PairingsPage {
    board: Live<Board>,
    view: View,
    search: String,
    held: Option<PersonId>,
    compared: Option<usize>,
    shown: Option<PairingId>,
    side: Side,
    table: TableState,
    roll: Option<RollCall>,
}

impl PairingsPage {
    fn refresh(&mut self, cx: &PageCx<'_>) {
        self.board.refresh(|| cx.desk.ask(|office| Board::load(office)));
    }

    /// The pairs whose papers are wanted: the selected rows, or the pair that is open; none stand for all that run.
    fn chosen(&self) -> Vec<PairingId> {
        match self.view {
            View::Table => self.table.selected().iter().map(|key| PairingId::new(*key)).collect(),
            View::Board => self.shown.into_iter().collect(),
            View::Roll => Vec::new(),
        }
    }

    fn grant(&mut self, wish: Wish, cx: &mut PageCx<'_>) {
        let Some(Ok(board)) = self.board.get() else { return };
        match wish {
            Wish::Show(id) => {
                self.shown = if self.shown == Some(id) { None } else { Some(id) };
                (self.held, self.compared) = (None, None);
            }
            Wish::Hold(person) => {
                // Whoever is likely stands beside them at once.
                let likely = person.and_then(|person| board.likely_mentor(person));
                (self.held, self.compared, self.shown) = (person, likely, None);
            }
            Wish::Compare(place) => self.compared = Some(place),
            Wish::Give(held, place) => {
                let Some(card) = board.mentors.get(place) else { return };
                let edit = match held {
                    Held::Person(person) => Some(make(board, card, person)),
                    Held::Pair(id) => board.pair(id).and_then(|line| reassign(board, &line.pairing, card)),
                };
                if let Some(edit) = edit {
                    cx.out.push(Command::Run(edit));
                }
                (self.held, self.compared) = (None, None);
            }
            Wish::Register(table, id) => cx.out.push(Command::ShowRegister(table, Some(id))),
            Wish::Run(edit) => cx.out.push(Command::Run(edit)),
        }
    }

    fn board_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(board)) = self.board.get() else { return };
        let frame = egui::Frame::new().fill(cx.theme.raised).inner_margin(egui::Margin::same(8));
        let pool = Panel::left("pool").exact_size(216.0).resizable(false).frame(frame);
        let mut wish = pool.show(ui, |ui| pool_ui::ui(ui, cx, board, &mut self.search, self.held)).inner;
        let side = self.side_ui(ui, cx);
        let Some(Ok(board)) = self.board.get() else { return };
        if board.mentors.is_empty() {
            let empty = Empty {
                icon: Icon::People,
                title: cx.tr.pairing_empty_title(),
                text: cx.tr.pairing_empty_text(),
                action: Some(cx.tr.pairing_import()),
            };
            if empty.ui(ui, cx.theme) {
                cx.out.push(Command::Import(Vec::new()));
            }
        } else {
            wish = wish.or(board_ui::ui(ui, cx, board, self.held, self.shown));
        }
        for wish in [side, wish].into_iter().flatten() {
            self.grant(wish, cx);
        }
    }

    /// The pair that is shown, or the two that are compared.
    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) -> Option<Wish> {
        let Some(Ok(board)) = self.board.get() else { return None };
        let line = self.shown.and_then(|id| board.pair(id));
        if line.is_none() && self.held.is_none() {
            return None;
        }
        let frame = egui::Frame::new().fill(cx.theme.paper).inner_margin(egui::Margin {
            left: 16,
            right: 4,
            top: 8,
            bottom: 4,
        });
        let panel = Panel::right("pair panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let (side, held, compared) = (&mut self.side, self.held, self.compared);
        let (wish, closes) = panel
            .show(ui, |ui| match (line, held) {
                (Some(line), _) => side.ui(ui, cx, board, line),
                (None, Some(person)) => compare_ui::ui(ui, cx, board, person, compared),
                (None, None) => (None, false),
            })
            .inner;
        if closes {
            (self.shown, self.held, self.compared) = (None, None, None);
        }
        wish
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.shown = self.table.single().map(PairingId::new);
        let side = self.side_ui(ui, cx);
        let revision = self.board.revision();
        let Some(Ok(board)) = self.board.get() else { return };
        let rows = table::Rows::new(board, cx.tr);
        let columns = table::columns(cx.tr);
        let empty = Empty {
            icon: Icon::People,
            title: cx.tr.pairing_empty_title(),
            text: cx.tr.pairing_empty_text(),
            action: Some(cx.tr.pairing_import()),
        };
        let events = crate::ui::widget::Table::new("pairs", cx.tr.pairing_table_name(), &columns, revision)
            .empty(empty)
            .deletable()
            .ui(ui, cx, &rows, &mut self.table);
        if events.is_first_step {
            cx.out.push(Command::Import(Vec::new()));
        }
        let deleted = events.deleted.iter().filter_map(|key| board.pair(PairingId::new(*key)));
        let edits: Vec<Edit> =
            deleted.filter_map(|line| act(board, &line.pairing, crate::app::pairing::PairAct::Delete)).collect();
        for edit in edits {
            cx.out.push(Command::Run(edit));
        }
        if let Some(wish) = side {
            self.grant(wish, cx);
        }
    }
}

impl Page for PairingsPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        left_side(ui, |ui| {
            for (view, words) in [
                (View::Board, tr.pairing_view_board()),
                (View::Table, tr.pairing_view_table()),
                (View::Roll, tr.pairing_view_roll()),
            ] {
                if chip(ui, cx.theme, words, self.view == view).clicked() && self.view != view {
                    self.view = view;
                    (self.shown, self.held, self.compared, self.roll) = (None, None, None, None);
                }
            }
            if let Some(Ok(board)) = self.board.get() {
                let words = ratio_words(board, tr);
                ui.add_space(8.0);
                ui.label(egui::RichText::new(words).color(cx.theme.muted));
            }
        });
        right_side(ui, |ui| {
            let chosen = self.chosen();
            let words = if chosen.is_empty() {
                tr.pairing_agreements().to_owned()
            } else {
                tr.pairing_agreements_of(chosen.len())
            };
            let button =
                Button::new(&words).icon(Icon::Document).shortcut("Alt+P").tooltip(tr.pairing_agreements_hint());
            let is_pressed = ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::P));
            if button.ui(ui, cx.theme).clicked() || is_pressed {
                let request = DocumentRequest::new(DocumentKind::Agreement, Period::day(cx.today));
                cx.out.push(Command::Preview(DocumentRequest { pairings: chosen, ..request }));
            }
            if Button::new(tr.pairing_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        if !self.board.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        match self.view {
            View::Board => self.board_ui(ui, cx),
            View::Table => self.table_ui(ui, cx),
            View::Roll => {
                let Some(Ok(board)) = self.board.get() else { return };
                roll_ui::ui(ui, cx, board, &mut self.roll);
            }
        }
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.board.expire();
        }
    }

    fn hear(&mut self, command: &Command, _cx: &mut PageCx<'_>) -> bool {
        let Command::ShowPairing(pairing) = command else { return false };
        self.view = View::Table;
        (self.held, self.compared, self.roll) = (None, None, None);
        self.table.select(*pairing);
        true
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![("Delete", tr.pairing_key_delete()), ("Ctrl+C", tr.copy_rows()), ("Alt+P", tr.pairing_agreements_hint())]
    }

    fn document(&self) -> Option<DocumentRequest> {
        let today = self.board.get()?.as_ref().ok()?.today;
        Some(DocumentRequest::new(DocumentKind::PairingList, Period::day(today)))
    }
}

/// 在带：导师 5 人，徒弟 15 人，1:3.00.
fn ratio_words(board: &Board, tr: Tr) -> String {
    let (mentors, apprentices) = board.ratio();
    let ratio = match (apprentices * 100 + mentors / 2).checked_div(mentors) {
        Some(hundredths) => format!("1:{}.{:02}", hundredths / 100, hundredths % 100),
        None => "—".to_owned(),
    };
    tr.pairing_ratio(mentors, apprentices, &ratio)
}
