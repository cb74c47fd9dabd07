//! Documents: what stands on them, how they are set, and the files they become.

mod atomic;
mod every_paper;
mod files;
mod forms;
mod hospital;
mod pages;
mod phone_code;
mod plain;
mod posting;
mod roster;
mod rota;
mod week_schedule;
mod weeks;
