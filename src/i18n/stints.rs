//! Words of people and stints.
