//! Sentences of the import: reasons, hints, results.
