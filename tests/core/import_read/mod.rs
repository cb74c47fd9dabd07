//! Tests of import_read.
