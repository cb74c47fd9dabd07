//! Choices that travel with the data file, and those of this computer.
