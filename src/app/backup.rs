//! When backups are made by themselves, and the list of them.
