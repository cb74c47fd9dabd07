//! What a file is, by its first bytes: extensions lie.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use zip::ZipArchive;

use super::ReadError;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// xlsx, xlsb, ods or xls.
    Workbook,
    /// Lines of text.
    Text,
    /// A calendar as JSON.
    Calendar,
}

/// The containers of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// Office Open XML.
    Xlsx,
    /// Office Open XML with binary parts.
    Xlsb,
    /// The open document format.
    Ods,
    /// The old binary format, or an encrypted workbook of a new one.
    Compound,
}

const ZIP: &[u8] = b"PK";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// How much is looked at to tell text from other bytes.
const HEAD: u64 = 64 << 10;

/// What the file is. `NotAWorkbook` for empty files, web pages saved as .xls, and bytes that are no text.
pub fn format(path: &Path) -> Result<Format, ReadError> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    if head.starts_with(ZIP) || head.starts_with(COMPOUND) {
        return Ok(Format::Workbook);
    }
    let is_utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    if !is_utf16 && (head.contains(&0) || head.iter().filter(|byte| is_control(**byte)).count() * 50 > head.len()) {
        return Err(ReadError::NotAWorkbook);
    }
    let start = head.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&head).trim_ascii_start();
    if start.is_empty() || is_markup(start) {
        return Err(ReadError::NotAWorkbook);
    }
    let is_object = start.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""));
    Ok(if is_object { Format::Calendar } else { Format::Text })
}

/// Control characters that no text has.
fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A)
}

/// Web pages and XML, PDF, RTF and pictures that begin like text.
fn is_markup(start: &[u8]) -> bool {
    let begins = |word: &[u8]| start.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    [
        &b"<html"[..],
        b"<!doctype",
        b"<?xml",
        b"<table",
        b"<head",
        b"<meta",
        b"<div",
        b"<style",
        b"%pdf",
        b"{\\rtf",
        b"mime-version",
    ]
    .iter()
    .any(|word| begins(word))
}

/// What unpacks to no more than this is read however well it was packed, in bytes.
const SMALL: u64 = 128 << 20;
/// No table that people wrote packs to less than one part in so many.
const MOST_TIMES: u64 = 100;

/// Which container a workbook is in. `NotAWorkbook` for other archives, `TooLarge` for one that unpacks to too much.
pub fn container(path: &Path, unpacked_bytes: u64) -> Result<Container, ReadError> {
    let mut head = Vec::new();
    File::open(path)?.take(8).read_to_end(&mut head)?;
    if head.starts_with(COMPOUND) {
        return Ok(Container::Compound);
    }
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(|error| damaged(&error))?;
    let (mut packed, mut unpacked): (u64, u64) = (0, 0);
    let mut found = None;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        packed = packed.saturating_add(entry.compressed_size());
        unpacked = unpacked.saturating_add(entry.size());
        let name = entry.name().map_err(|error| damaged(&error))?;
        found = found.or(match name.as_ref() {
            "xl/workbook.xml" => Some(Container::Xlsx),
            "xl/workbook.bin" => Some(Container::Xlsb),
            "content.xml" => Some(Container::Ods),
            name if name.ends_with("workbook.xml") => Some(Container::Xlsx),
            _ => None,
        });
    }
    let is_bomb = unpacked > SMALL && unpacked / MOST_TIMES > packed;
    if unpacked > unpacked_bytes || is_bomb {
        return Err(ReadError::TooLarge);
    }
    found.ok_or(ReadError::NotAWorkbook)
}

/// A damaged archive; its text goes to the log only.
pub fn damaged(error: &dyn std::fmt::Display) -> ReadError {
    ReadError::Damaged(error.to_string())
}
