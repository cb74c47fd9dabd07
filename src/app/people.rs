//! People and stints as a view model: one row a stint, one page a person.
