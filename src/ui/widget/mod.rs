//! The shared widgets: one table, one dialog, one date picker, one of each kind.
