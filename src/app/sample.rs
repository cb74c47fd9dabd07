//! The sample hospital, set into the weeks around today.
