//! The fixed commands: what each is called, how it is explained, its icon and its keys, in one place.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::page::{Command, PageId, ScheduleAct};
use super::widget::Icon;
use crate::i18n::Tr;

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl PageId {
    /// The pages of the rail, from the top.
    pub const RAIL: [Self; 9] = [
        Self::Today,
        Self::Schedule,
        Self::Stints,
        Self::Pairings,
        Self::Tasks,
        Self::Checks,
        Self::Documents,
        Self::Records,
        Self::Settings,
    ];

    /// What it is called.
    #[must_use]
    pub const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::Today => tr.page_today(),
            Self::Schedule => tr.page_schedule(),
            Self::Stints => tr.page_stints(),
            Self::Pairings => tr.page_pairings(),
            Self::Tasks => tr.page_tasks(),
            Self::Checks => tr.page_checks(),
            Self::Documents => tr.page_documents(),
            Self::Records => tr.page_records(),
            Self::Settings => tr.page_settings(),
            Self::Wizard => tr.page_import(),
            Self::Handover => tr.page_handover(),
        }
    }

    /// What is found there.
    #[must_use]
    pub const fn hint(self, tr: Tr) -> &'static str {
        match self {
            Self::Today => tr.page_today_hint(),
            Self::Schedule => tr.page_schedule_hint(),
            Self::Stints => tr.page_stints_hint(),
            Self::Pairings => tr.page_pairings_hint(),
            Self::Tasks => tr.page_tasks_hint(),
            Self::Checks => tr.page_checks_hint(),
            Self::Documents => tr.page_documents_hint(),
            Self::Records => tr.page_records_hint(),
            Self::Settings => tr.page_settings_hint(),
            Self::Wizard => tr.command_import_hint(),
            Self::Handover => tr.page_handover_hint(),
        }
    }

    /// Its icon.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Today => Icon::Today,
            Self::Schedule => Icon::Calendar,
            Self::Stints => Icon::People,
            Self::Pairings | Self::Handover => Icon::Pair,
            Self::Tasks => Icon::Tasks,
            Self::Checks => Icon::Figures,
            Self::Documents => Icon::Document,
            Self::Records => Icon::Archive,
            Self::Settings => Icon::Settings,
            Self::Wizard => Icon::Import,
        }
    }

    /// The rail entry under which it lies.
    #[must_use]
    pub const fn rail(self) -> Self {
        match self {
            Self::Wizard => Self::Records,
            Self::Handover => Self::Stints,
            other => other,
        }
    }
}

/// A command that needs nothing to be said with it: it stands in the palette and the list of keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Fixed {
    /// What it does.
    pub command: Command,
    /// What it is called.
    pub text: &'static str,
    /// What it is for.
    pub hint: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// Its keys; the first is the one that is shown.
    pub keys: Vec<KeyboardShortcut>,
}

/// The fixed commands in the order of the palette.
#[must_use]
pub fn fixed(tr: Tr) -> Vec<Fixed> {
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let mut all: Vec<Fixed> = PageId::RAIL
        .into_iter()
        .zip(numbers)
        .map(|(page, key)| Fixed {
            command: Command::Go(page),
            text: page.text(tr),
            hint: page.hint(tr),
            icon: page.icon(),
            keys: vec![ctrl(key)],
        })
        .collect();
    let one =
        |command, text, hint, icon, keys: &[KeyboardShortcut]| Fixed { command, text, hint, icon, keys: keys.to_vec() };
    let shift_z = KeyboardShortcut::new(CTRL_SHIFT, Key::Z);
    let alt = |key| KeyboardShortcut::new(Modifiers::ALT, key);
    let bare = |key| KeyboardShortcut::new(Modifiers::NONE, key);
    all.extend([
        one(Command::Undo, tr.command_undo(), tr.command_undo_hint(), Icon::Undo, &[ctrl(Key::Z)]),
        one(Command::Redo, tr.command_redo(), tr.command_redo_hint(), Icon::Redo, &[ctrl(Key::Y), shift_z]),
        one(Command::Print, tr.command_print(), tr.command_print_hint(), Icon::Print, &[ctrl(Key::P)]),
        one(Command::Import(vec![]), tr.command_import(), tr.command_import_hint(), Icon::Import, &[ctrl(Key::I)]),
        one(Command::Plan, tr.plan_title(), tr.plan_hint(), Icon::Calendar, &[ctrl(Key::G)]),
        one(Command::Go(PageId::Handover), tr.page_handover(), tr.page_handover_hint(), Icon::Pair, &[]),
        one(Command::BackUp, tr.command_back_up(), tr.command_back_up_hint(), Icon::Backup, &[]),
        one(Command::Palette, tr.command_palette(), tr.command_palette_hint(), Icon::Search, &[ctrl(Key::K)]),
        one(Command::Keys, tr.command_keys(), tr.command_keys_hint(), Icon::Keyboard, &[bare(Key::F1)]),
        one(Command::Messages, tr.command_messages(), tr.command_messages_hint(), Icon::Bell, &[bare(Key::F8)]),
        one(Command::Back, tr.command_back(), tr.command_back_hint(), Icon::Left, &[alt(Key::ArrowLeft)]),
        one(Command::Forward, tr.command_forward(), tr.command_forward_hint(), Icon::Right, &[alt(Key::ArrowRight)]),
        one(
            Command::TextLarger,
            tr.command_text_larger(),
            tr.command_text_hint(),
            Icon::Add,
            &[ctrl(Key::Plus), ctrl(Key::Equals)],
        ),
        one(
            Command::TextSmaller,
            tr.command_text_smaller(),
            tr.command_text_hint(),
            Icon::Settings,
            &[ctrl(Key::Minus)],
        ),
        one(Command::TextUsual, tr.command_text_usual(), tr.command_text_hint(), Icon::Settings, &[ctrl(Key::Num0)]),
    ]);
    all.extend(in_schedule(tr));
    all
}

/// What is done in the schedule, without keys of its own: its first letters in the palette are quick enough.
fn in_schedule(tr: Tr) -> impl Iterator<Item = Fixed> {
    let all = [
        (ScheduleAct::CopyLastWeek, tr.schedule_main_copy(), Icon::Copy),
        (ScheduleAct::Generate, tr.rota_generate(), Icon::Calendar),
        (ScheduleAct::Publish, tr.command_publish(), Icon::Check),
        (ScheduleAct::Told, tr.command_told(), Icon::Bell),
        (ScheduleAct::Replace, tr.rota_replace(), Icon::People),
        (ScheduleAct::Calendar, tr.calendar_export(), Icon::Calendar),
        (ScheduleAct::Kept, tr.rota_kept(), Icon::Archive),
        (ScheduleAct::Tours, tr.command_tours(), Icon::Calendar),
        (ScheduleAct::Templates, tr.command_templates(), Icon::Calendar),
        (ScheduleAct::Rules, tr.rota_rules_title(), Icon::Settings),
    ];
    all.into_iter().map(move |(act, text, icon)| Fixed {
        command: Command::Schedule(act),
        text,
        hint: tr.page_schedule(),
        icon,
        keys: Vec::new(),
    })
}

/// Takes the keys of this frame that belong to fixed commands.
#[must_use]
pub fn pressed(ctx: &egui::Context) -> Vec<Command> {
    let is_typing = ctx.text_edit_focused();
    let mut asked = Vec::new();
    for fixed in fixed(Tr::default()) {
        // Inside a text box these keys are about its text.
        if is_typing && matches!(fixed.command, Command::Undo | Command::Redo) {
            continue;
        }
        if fixed.keys.iter().any(|keys| ctx.input_mut(|input| input.consume_shortcut(keys))) {
            asked.push(fixed.command);
        }
    }
    if !is_typing && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Questionmark)) {
        asked.push(Command::Keys);
    }
    asked
}

/// The keys of a command as they are written on caps, such as `Ctrl+K`; empty for none.
#[must_use]
pub fn keys_of(command: &Command) -> String {
    let found = fixed(Tr::default()).into_iter().find(|fixed| fixed.command == *command);
    found.and_then(|fixed| fixed.keys.first().map(written)).unwrap_or_default()
}

/// Keys as they are written on caps.
#[must_use]
pub fn written(keys: &KeyboardShortcut) -> String {
    let modifiers = egui::ModifierNames::NAMES.format(&keys.modifiers, cfg!(target_os = "macos"));
    let key = match keys.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Plus => "+",
        Key::Minus => "-",
        other => other.name(),
    };
    if modifiers.is_empty() { key.to_owned() } else { format!("{modifiers}+{key}") }
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn no_two_commands_share_their_keys() {
        let all: Vec<(KeyboardShortcut, &str)> = fixed(Tr::new(Lang::En))
            .iter()
            .flat_map(|fixed| fixed.keys.iter().map(|keys| (*keys, fixed.text)))
            .collect();
        for (place, (keys, text)) in all.iter().enumerate() {
            for (other_keys, other) in all.iter().skip(place + 1) {
                assert!(keys != other_keys, "{text} and {other} both want {}", written(keys));
            }
        }
    }

    #[test]
    fn every_command_is_explained_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            for fixed in fixed(Tr::new(lang)) {
                assert!(!fixed.text.is_empty() && !fixed.hint.is_empty(), "{:?}", fixed.command);
            }
        }
    }

    #[test]
    fn keys_are_written_as_on_the_caps() {
        assert_eq!(keys_of(&Command::Palette), "Ctrl+K");
        assert_eq!(keys_of(&Command::Back), "Alt+←");
        assert_eq!(keys_of(&Command::TextSmaller), "Ctrl+-");
        assert_eq!(keys_of(&Command::BackUp), "");
    }
}
