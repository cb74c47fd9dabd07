//! Mapped rows to a plan of changes: matching records, refusing wrong rows, counting.
