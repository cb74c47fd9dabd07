//! Words printed on documents.
