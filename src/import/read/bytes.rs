//! Numbers out of bytes that may be anything: what is not there is `None`.

/// Two bytes, the lower one first.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

/// Four bytes, the lowest one first.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

/// A text of `count` sixteen-bit letters.
pub fn wide_text(bytes: &[u8], at: usize, count: usize) -> Option<String> {
    let wide = bytes.get(at..at.checked_add(count.checked_mul(2)?)?)?;
    let letters = wide.chunks_exact(2).filter_map(|two| u16_at(two, 0));
    Some(char::decode_utf16(letters).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}
