//! What a screen reader is told: where things stand, and whether each has a name.

use egui::accesskit::{Node, TreeUpdate};
use egui::{Pos2, Role, pos2};

/// Something that can be clicked or written into.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its middle, in points.
    pub at: Pos2,
    /// Its name.
    pub name: String,
    /// Whether text can be written into it.
    pub is_text: bool,
}

const fn is_text(role: Role) -> bool {
    matches!(role, Role::TextInput | Role::MultilineTextInput | Role::SearchInput)
}

const fn can_be_used(role: Role) -> bool {
    is_text(role)
        || matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::ComboBox
                | Role::Link
                | Role::RadioButton
                | Role::Slider
                | Role::SpinButton
                | Role::ColumnHeader
                | Role::Row
                | Role::Cell
        )
}

/// Everything that can be used, by its middle.
pub fn spots(update: &TreeUpdate) -> impl Iterator<Item = Spot> + '_ {
    update.nodes.iter().filter(|(_, node)| can_be_used(node.role()) && !node.is_disabled()).filter_map(|(_, node)| {
        let bounds = node.bounds()?;
        let at = pos2((bounds.x0 + bounds.x1) as f32 / 2.0, (bounds.y0 + bounds.y1) as f32 / 2.0);
        Some(Spot { at, name: name(update, node), is_text: is_text(node.role()) })
    })
}

/// Boxes and buttons without a name: nobody who hears the screen knows what they are for.
pub fn nameless(update: &TreeUpdate) -> impl Iterator<Item = String> + '_ {
    let used = update.nodes.iter().filter(|(_, node)| can_be_used(node.role()) && node.role() != Role::Cell);
    used.filter(|(_, node)| name(update, node).trim().is_empty())
        .map(|(_, node)| format!("{:?} without a name at {:?}", node.role(), node.bounds()))
}

fn name(update: &TreeUpdate, node: &Node) -> String {
    if let Some(label) = node.label() {
        return label.to_owned();
    }
    let labels = node.labelled_by().iter().filter_map(|id| update.nodes.iter().find(|(other, _)| other == id));
    labels.filter_map(|(_, label)| label.label().or_else(|| label.value())).collect::<Vec<_>>().join(" ")
}
