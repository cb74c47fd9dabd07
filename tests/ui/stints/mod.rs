//! Tests of the stints.
