//! A calendar as iCalendar text (RFC 5545): times in UTC, lines folded at 75 bytes.

use chrono::{Duration, NaiveDateTime};

use crate::report::Calendar;

/// China keeps one time, without summer time.
const HOURS_AHEAD: i64 = 8;
/// No line is longer, in bytes without its end.
const LONGEST_LINE: usize = 75;

/// The file, as UTF-8; `made_at` is the wall clock in China.
#[must_use]
pub fn ics(calendar: &Calendar, made_at: NaiveDateTime) -> Vec<u8> {
    let mut text = String::new();
    let mut line = |content: &str| fold(content, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//chuanbangdai//schedule//ZH");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("X-WR-CALNAME:{}", escape(&calendar.name)));
    let stamp = utc(made_at);
    for event in &calendar.events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", event.uid));
        line(&format!("DTSTAMP:{stamp}"));
        line(&format!("LAST-MODIFIED:{}", event.changed_at.map_or_else(|| stamp.clone(), utc)));
        line(&format!("SEQUENCE:{}", event.sequence));
        line(&format!("DTSTART:{}", utc(event.from)));
        line(&format!("DTEND:{}", utc(event.to)));
        line(&format!("SUMMARY:{}", escape(&event.summary)));
        if !event.place.is_empty() {
            line(&format!("LOCATION:{}", escape(&event.place)));
        }
        if !event.note.is_empty() {
            line(&format!("DESCRIPTION:{}", escape(&event.note)));
        }
        line(if event.is_cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text.into_bytes()
}

fn utc(at: NaiveDateTime) -> String {
    let at = at.checked_sub_signed(Duration::hours(HOURS_AHEAD)).unwrap_or(at);
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                safe.push('\\');
                safe.push(character);
            }
            '\n' => safe.push_str("\\n"),
            '\r' => {}
            other => safe.push(other),
        }
    }
    safe
}

/// Breaks a long line between characters; the rest begins with a space.
fn fold(content: &str, text: &mut String) {
    let mut width = 0;
    for character in content.chars() {
        if width + character.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(character);
        width += character.len_utf8();
    }
    text.push_str("\r\n");
}
