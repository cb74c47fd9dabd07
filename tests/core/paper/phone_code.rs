//! Codes for phones: symbols that an independent reader (zbar) has read back, frozen.

use std::fmt::Write;

use chuanbangdai::domain::{DocumentKind, Week};
use chuanbangdai::report::{DocumentRequest, PaperOptions, Rows, Sheet, build, qr};
use sha2::{Digest, Sha256};

use super::hospital::{Hospital, day, zh};

/// Bytes of text that fill each version from 1 to 20, the modules of a side, and the first bytes of the digest of the
/// modules.
const READ_BACK: &[(usize, usize, &str)] = &[
    (17, 21, "f91f9f6a06d989e9"),
    (32, 25, "127ad2c16fc21f07"),
    (53, 29, "c4be8509534ccaed"),
    (78, 33, "e25f0288da22286c"),
    (106, 37, "42e4c78900414461"),
    (134, 41, "d1b1787ad0c07c29"),
    (154, 45, "fdc346d1eccf5a0e"),
    (192, 49, "abb43dd16db30709"),
    (230, 53, "ab184b8b0821b191"),
    (271, 57, "0668016cfb66beae"),
    (321, 61, "bc2280155023e59a"),
    (367, 65, "1684e28740611ff4"),
    (425, 69, "a6f3db06cf21f4ac"),
    (458, 73, "e530aa3e76f2f2b2"),
    (520, 77, "80ad51ae2d491a7a"),
    (586, 81, "1182a02db38e573d"),
    (644, 85, "f25a7be2eeda4a53"),
    (718, 89, "1c515bd381451bab"),
    (792, 93, "ebe3c4575af5fd06"),
    (858, 97, "abd8f6689d8fb120"),
];

/// A text of so many bytes in UTF-8, Han characters and figures in turn.
fn text(bytes: usize) -> String {
    let mut text = String::new();
    for sign in "邹龙 诊/查 教/讲 带/会 6.12—6.18 ".chars().cycle() {
        if text.len() + sign.len_utf8() > bytes {
            break;
        }
        text.push(sign);
    }
    text.extend(std::iter::repeat_n('.', bytes - text.len()));
    text
}

fn digest(code: &qr::Code) -> String {
    let bytes: Vec<u8> = code.modules.iter().map(|dark| u8::from(*dark)).collect();
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn the_symbols_of_every_version_are_those_that_another_program_has_read() {
    for (bytes, side, expected) in READ_BACK {
        let code = qr::encode(text(*bytes).as_bytes()).unwrap();
        assert_eq!((code.side, digest(&code).as_str()), (*side, *expected), "{bytes} bytes");
    }
    assert!(qr::encode(&[b'.'; 859]).is_none(), "more than the largest holds");
}

/// The sheet of a week with its codes.
fn week_with_codes(hospital: &Hospital, rows: Rows) -> Sheet {
    let request = DocumentRequest {
        paper: PaperOptions { has_code: true, rows: Some(rows), ..PaperOptions::default() },
        ..DocumentRequest::new(DocumentKind::WeekSchedule, Week::of(day(2023, 6, 12)).period())
    };
    build(&hospital.sources(), &request, zh()).unwrap()
}

#[test]
fn a_week_of_seven_stands_in_one_code_and_a_larger_one_in_several_that_name_their_people() {
    for rows in [Rows::People, Rows::Departments] {
        assert_eq!(week_with_codes(&Hospital::shangnan(), rows).pictures.len(), 1);
    }
    let codes = week_with_codes(&Hospital::crowded(40), Rows::People).pictures;
    let captions: Vec<&str> = codes.iter().map(|code| code.caption.as_str()).collect();
    assert_eq!(captions, ["1/4 文申英—专家10", "2/4 专家11—专家20", "3/4 专家21—专家30", "4/4 专家31—专家40"]);
    assert!(codes.iter().all(|code| (30.0..50.0).contains(&code.width)), "a phone reads each at arm's length");
}
