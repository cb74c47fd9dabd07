//! Tests of the domain and of what is built on it alone: calendar, clashes, names, titles, search, sample, fonts.

mod bench;
mod conflicts;
mod coverage;
mod dates;
mod deadlines;
mod glyphs;
mod names;
mod rota;
mod sample;
mod search;
mod seed;
mod titles;
mod work_calendar;
