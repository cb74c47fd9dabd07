//! Generated data for tests and benchmarks.
