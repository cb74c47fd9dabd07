//! Ranks of professional titles, by the ending of the title as written.
