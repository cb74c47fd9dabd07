//! Tests of paper.
