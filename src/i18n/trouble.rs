//! What went wrong, what did not change, what to do next.
