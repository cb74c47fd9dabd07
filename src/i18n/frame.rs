//! Words of the frame: rail, bars, status, palette, history, bin, backups, settings.
