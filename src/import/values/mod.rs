//! Cell texts to values: dates, half-days, closed lists, numbers, names.
