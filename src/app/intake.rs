//! Import as a use case: read, map, plan, show, apply as one step.
