//! Files that lie, break off, blow up or never end.

use std::io::Write;
use std::path::{Path, PathBuf};

use chuanbangdai::import::read::{Limits, ReadError, Reader};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::data;

fn exe() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_chuanbangdai")).to_owned()
}

fn refused(name: &str, bytes: &[u8]) -> ReadError {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    super::write(&path, bytes);
    Reader::in_child(exe()).read(&path).expect_err(name)
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, body) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(body).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn files_that_are_no_workbook_are_named_so() {
    let page = "<html><head></head><body><table><tr><td>姓名</td></tr></table></body></html>";
    assert!(matches!(refused("空.xlsx", b""), ReadError::NotAWorkbook));
    assert!(matches!(refused("空白.csv", b" \r\n \r\n"), ReadError::NotAWorkbook));
    assert!(matches!(refused("网页.xls", page.as_bytes()), ReadError::NotAWorkbook));
    assert!(matches!(refused("图.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ReadError::NotAWorkbook));
    assert!(matches!(refused("纸.xls", b"%PDF-1.7\n1 0 obj"), ReadError::NotAWorkbook));
    assert!(matches!(refused("别的.json", b"{\"a\": 1}"), ReadError::NotAWorkbook));
    assert!(matches!(refused("别的.zip", &archive(&[("a.txt", b"hello")])), ReadError::NotAWorkbook));
    let noise: Vec<u8> = (0..4096_u32).map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
    assert!(matches!(refused("噪声.xlsx", &noise), ReadError::NotAWorkbook));
}

#[test]
fn a_workbook_with_password_is_told_apart() {
    let error = Reader::in_child(exe()).read(&data("encrypted.xlsx")).unwrap_err();
    assert!(matches!(error, ReadError::Encrypted), "{error:?}");
}

#[test]
fn truncated_and_mangled_workbooks_are_damaged() {
    for name in ["leave.xlsx", "leave.xls", "leave.ods"] {
        let whole = std::fs::read(data(name)).unwrap();
        for length in [whole.len() / 2, 2000, 600] {
            let error = refused(name, &whole[..length]);
            assert!(
                matches!(error, ReadError::Damaged(_) | ReadError::NotAWorkbook | ReadError::Crashed),
                "{name} {length}: {error:?}"
            );
        }
    }
    let broken = archive(&[("xl/workbook.xml", b"<workbook><sheets><sheet name="), ("[Content_Types].xml", b"")]);
    let error = refused("坏.xlsx", &broken);
    assert!(matches!(error, ReadError::Damaged(_)), "{error:?}");
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("炸弹.xlsx");
    let zeros = vec![b' '; 32 << 20];
    super::write(&path, archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]));
    let limits = Limits { unpacked_bytes: 16 << 20, ..Limits::default() };
    for reader in [Reader::in_process(), Reader::in_child(exe())] {
        let error = reader.with_limits(limits).read(&path).unwrap_err();
        assert!(matches!(error, ReadError::TooLarge), "{error:?}");
    }
}

#[test]
fn files_and_sheets_past_the_limits_are_too_large() {
    let book = data("shangnan/05_周排班表_2023年6月.xlsx");
    for limits in [Limits { file_bytes: 1000, ..Limits::default() }, Limits { cells: 50, ..Limits::default() }] {
        let error = Reader::in_child(exe()).with_limits(limits).read(&book).unwrap_err();
        assert!(matches!(error, ReadError::TooLarge), "{error:?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_an_io_error() {
    assert!(matches!(Reader::in_child(exe()).read(&data("没有.xlsx")).unwrap_err(), ReadError::Io(_)));
}

#[cfg(unix)]
mod processes {
    use std::os::unix::fs::PermissionsExt;
    use std::time::Duration;

    use super::*;

    /// A reading process that does what the script says.
    fn read_by(script: &str, limits: Limits) -> ReadError {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("reader.sh");
        super::super::write(&program, format!("#!/bin/sh\n{script}\n"));
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        Reader::in_child(program).with_limits(limits).read(&data("leave.xlsx")).unwrap_err()
    }

    #[test]
    fn a_process_that_never_answers_is_stopped() {
        let limits = Limits { time: Duration::from_millis(50), ..Limits::default() };
        assert!(matches!(read_by("exec sleep 60", limits), ReadError::TimedOut));
    }

    #[test]
    fn a_process_that_dies_or_talks_nonsense_has_crashed() {
        for script in
            ["exit 0", "kill -9 $$", "echo garbage", "head -c 5000 /dev/zero", "printf '\\005\\000\\000\\000ab'"]
        {
            let error = read_by(script, Limits::default());
            assert!(matches!(error, ReadError::Crashed), "{script}: {error:?}");
        }
    }

    #[test]
    fn a_process_without_memory_ends_without_harm() {
        // Less than the program itself takes: a limit that the reader sets for itself comes after its allocator has
        // taken its first share.
        let script = format!("ulimit -v 20000; exec '{}' \"$@\"", exe().display());
        let error = read_by(&script, Limits::default());
        assert!(matches!(error, ReadError::TooLarge | ReadError::Crashed), "{error:?}");
    }

    #[test]
    fn reading_can_be_cancelled() {
        let error = Reader::in_child(exe()).read_unless(&data("leave.xlsx"), &|| true).unwrap_err();
        assert!(matches!(error, ReadError::Cancelled), "{error:?}");
    }
}

#[test]
fn a_workbook_that_was_packed_like_no_table_is_too_large() {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let row = b"<row><c t=\"inlineStr\"><is><t>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA</t></is></c></row>".repeat(1 << 14);
    for _ in 0..100 {
        writer.write_all(&row).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(matches!(refused("炸弹.xlsx", &bomb), ReadError::TooLarge));
}
