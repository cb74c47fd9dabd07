//! The rules of the house: directions between rooms, size and opening of files, where words may stand.

mod layers;
mod sources;
mod tree;
mod words;
