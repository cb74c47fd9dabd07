//! The week grid as a view model: people × days × half-days, with marks and findings.
