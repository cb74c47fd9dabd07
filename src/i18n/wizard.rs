//! Words of the import wizard and the print preview.
