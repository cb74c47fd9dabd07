//! The form of a list of records follows the row that is selected.

use crate::domain::Record;
use crate::ui::Live;
use crate::ui::widget::TableState;

/// Makes the draft anew where another row is selected or the picture has changed. A new record stays until it is stored;
/// the number beside the draft is the revision of the picture that it was made from.
pub(super) fn follow<L: Send + 'static, R: Record>(
    draft: &mut Option<(u64, R)>,
    table: &TableState,
    lines: &Live<Vec<L>>,
    record_of: impl Fn(&L) -> &R,
) {
    let revision = lines.revision();
    let chosen = table.single();
    let shown = draft.as_ref().map(|(made_from, record)| (*made_from, record.id().raw()));
    let is_new = shown.is_some_and(|(made_from, id)| id == 0 && made_from == revision);
    if (chosen.is_none() && is_new) || shown == chosen.map(|id| (revision, id)) {
        return;
    }
    let stored = lines.get().and_then(|lines| lines.as_ref().ok());
    let found = chosen.zip(stored).and_then(|(id, lines)| lines.iter().map(record_of).find(|it| it.id().raw() == id));
    *draft = found.map(|record| (revision, record.clone()));
}
