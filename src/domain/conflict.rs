//! Which sessions clash with each other, with leave, with stints and with holidays.
