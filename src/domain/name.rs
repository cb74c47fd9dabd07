//! Names of people: spelling, duplicates, how a namesake is told apart.
