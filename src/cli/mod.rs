//! The command line, thin over `app`.
