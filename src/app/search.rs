//! Finds anything by characters, pinyin or pinyin initials.
