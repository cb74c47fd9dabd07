//! What the first screen shows: who is at work today, what is due, what is wrong.
