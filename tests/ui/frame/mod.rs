//! Tests of the frame, its pages and the shared widgets.

mod commands;
mod pages;
mod records;
mod settings;
mod smoke;
mod start;
mod widgets;
