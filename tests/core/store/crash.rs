//! Killed in the middle, and no space left: what was acknowledged is there, and nothing is half done.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use chuanbangdai::domain::*;
use chuanbangdai::store::{Store, StoreError};
use rusqlite::Connection;

use super::hospital::{Place, apply, clerk, dump, hospital, minute, session, several};

/// Names the data file for the process that is to be killed.
const DATA: &str = "CHUANBANGDAI_TEST_DATA";
const CHILD: [&str; 4] = ["--exact", "store::crash::the_child_writes_until_it_dies", "--ignored", "--nocapture"];

/// The rows of one step of the child: enough that a step takes a while.
fn load(number: usize) -> Vec<Edit> {
    let room = format!("{number}{}", "室".repeat(100));
    (0..40).map(|_| Edit::put(Session { room: room.clone(), ..session(0, "2022-06-08", Slot::Pm) })).collect()
}

#[test]
#[ignore = "run by the tests below, in a process of its own"]
fn the_child_writes_until_it_dies() {
    let Some(path) = std::env::var_os(DATA) else { return };
    let mut store = Store::open(path.as_ref(), &clerk()).unwrap();
    let mut say = std::io::stdout();
    writeln!(say).unwrap();
    for number in 0.. {
        match store.apply(&several(40), minute(0), &load(number)) {
            Ok(applied) => writeln!(say, "ACK {}", applied.step).unwrap(),
            Err(StoreError::NoSpace { .. }) => {
                writeln!(say, "FULL").unwrap();
                // The file that is full can still be read, and what was done can still be looked at.
                assert_eq!(store.history(1).unwrap().len(), 1);
                break;
            }
            Err(error) => panic!("{error:?}"),
        }
    }
}

fn child(mut command: Command, place: &Place) -> Child {
    command.env(DATA, &place.path).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

fn filled() -> Place {
    let place = Place::new();
    apply(&mut place.create(), &hospital());
    place
}

/// The file after the child: sound, nothing acknowledged lost, nothing half done.
fn assert_whole(place: &Place, acknowledged: i64) {
    let store = place.open();
    let last = store.last_step().unwrap();
    assert!(last >= acknowledged, "step {acknowledged} was acknowledged, the file ends with {last}");
    assert!(last <= acknowledged + 1, "at most one step can have been under way");
    let report = store.check(true).unwrap();
    assert!(report.is_sound(), "{report:?}");
    let sessions = store.info().unwrap().counts.iter().find(|(table, _)| *table == Table::Session).unwrap().1;
    assert_eq!(i64::try_from(sessions).unwrap(), 2 + (last - 1) * 40, "every step is whole");
}

#[test]
fn a_killed_writer_loses_nothing_acknowledged() {
    let place = filled();
    for patience in [1, 4, 9] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(CHILD);
        let mut child = child(command, &place);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut acknowledged = 0;
        let mut seen = 0;
        for line in lines {
            if let Some(step) = line.strip_prefix("ACK ") {
                acknowledged = step.parse().unwrap();
                seen += 1;
                if seen == patience {
                    child.kill().unwrap();
                }
            }
        }
        child.wait().unwrap();
        assert!(seen >= patience, "the child did not come to write");
        assert_whole(&place, acknowledged);
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_loses_nothing_acknowledged() {
    let place = filled();
    let mut command = Command::new("sh");
    // A limit on the length of files stands in for a full disk; the signal that comes with it is ignored.
    command.args(["-c", "trap '' XFSZ; ulimit -f 1600; exec \"$0\" \"$@\""]);
    command.arg(std::env::current_exe().unwrap()).args(CHILD);
    let output = child(command, &place).wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("\nFULL\n"), "{said}");
    let acknowledged = said.lines().filter_map(|line| line.strip_prefix("ACK ")).next_back().unwrap().parse().unwrap();
    assert_whole(&place, acknowledged);
    assert_eq!(place.files(), ["data.db"]);
}

#[test]
fn a_transaction_cut_off_in_the_middle_of_its_pages_is_rolled_back() {
    let place = filled();
    let mut store = place.open();
    for number in 0..20 {
        apply(&mut store, &load(number));
    }
    let before = dump(&store);
    drop(store);
    let copy = Place::new();
    let other = Connection::open(&place.path).unwrap();
    // A tiny cache writes pages to the file long before the commit.
    other
        .execute_batch("PRAGMA cache_size = 5; PRAGMA synchronous = OFF; BEGIN; UPDATE session SET room = 'x'")
        .unwrap();
    for name in ["data.db", "data.db-journal"] {
        fs::copy(place.folder.path().join(name), copy.folder.path().join(name)).unwrap();
    }
    drop(other);
    let raw = fs::read(&copy.path).unwrap();
    let journal = fs::read(copy.folder.path().join("data.db-journal")).unwrap();
    assert_ne!(raw, fs::read(&place.path).unwrap(), "the copy was taken in the middle");
    assert_eq!(dump(&copy.open()), before);
    assert_eq!(copy.files(), ["data.db"]);
    // Somebody who only looks gets the same picture.
    fs::write(&copy.path, raw).unwrap();
    fs::write(copy.folder.path().join("data.db-journal"), journal).unwrap();
    assert_eq!(dump(&Store::open_read_only(&copy.path).unwrap()), before);
}
