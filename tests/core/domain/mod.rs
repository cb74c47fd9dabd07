//! Tests of domain.
