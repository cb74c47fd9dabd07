//! Words of the week grid and its findings.
