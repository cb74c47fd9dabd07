//! Tests of the week grid by keys, mouse and eyes closed.

mod block;
mod carry;
mod drag;
mod fill;
mod issue;
mod lists;
mod look;
mod month;
mod newcomer;
mod plan;
mod scene;
mod several;
mod views;
