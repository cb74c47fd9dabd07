//! Cells to mapped rows: finding the header, the columns, the end; filling merges and dittos.
