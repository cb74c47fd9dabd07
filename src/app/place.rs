//! Where the data file lies: the given path, beside a portable program, or the user data folder.
