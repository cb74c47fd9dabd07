//! Sheets to files: xlsx, csv, html; every file is written whole or not at all.
