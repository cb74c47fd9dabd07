//! Sheets to pages: typesetting with the templates in `assets/templates`, then PDF or pictures.
