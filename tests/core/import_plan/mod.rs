//! Tests of import_plan.
