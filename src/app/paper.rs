//! Documents: gathers the records, builds the sheet, sets the pages, writes the file.
