//! The registers: every field of every kind of record is entered, read back, changed and taken back.

use chuanbangdai::app::Office;
use chuanbangdai::app::registers::{Entry, FieldKind, Register, RegisterForm, RegisterVm};
use chuanbangdai::domain::{Edit, Row, Table, Team};
use chuanbangdai::i18n::{Lang, Tr};
use tempfile::TempDir;

use super::today;

const TR: Tr = Tr::new(Lang::Zh);

fn office() -> (Office, TempDir) {
    let (mut office, folder) = super::office();
    let inst = office.registry().own_institution().unwrap().id;
    office.run(&Edit::put(Team { inst, name: "下乡服务队".to_owned(), ..Team::default() })).unwrap();
    (office, folder)
}

fn load(office: &Office, register: Register) -> RegisterVm {
    RegisterVm::load(office, register, TR).unwrap()
}

/// A form with every box filled: the last of each list, so that it is like no row of the sample.
fn filled(office: &Office, register: Register) -> RegisterForm {
    let picture = load(office, register);
    let mut form = RegisterForm::fresh(register, TR);
    for place in 0..register.fields().len() {
        let field = register.fields()[place];
        let last = |list: &[(i64, String)]| Entry::Record(list.last().map(|(key, _)| *key));
        form.entries[place] = match field.kind {
            FieldKind::Text | FieldKind::Paragraph | FieldKind::Name(_) => Entry::Typed(format!("写在{}", field.name)),
            FieldKind::Count => Entry::Typed("77".to_owned()),
            FieldKind::Tenths => Entry::Typed("1.5".to_owned()),
            FieldKind::Yuan => Entry::Typed("1,234.50".to_owned()),
            FieldKind::Flag => Entry::Flag(true),
            // All dates are the same day, so that none ends before it begins.
            FieldKind::Day => Entry::Typed("2030-05-31".to_owned()),
            FieldKind::Known(_) => Entry::Typed("2030-05".to_owned()),
            FieldKind::Code(words) => Entry::Code(words(TR).last().map(|(code, _)| (*code).to_owned())),
            FieldKind::Record(table) => last(picture.choices.records(table)),
            FieldKind::Department(of) => last(picture.choices.departments(form.chosen(of))),
        };
    }
    // Nobody helps themselves, and nobody teaches themselves.
    for (name, table) in [("from_inst", Table::Institution), ("mentor", Table::Person)] {
        if let Some(place) = register.fields().iter().position(|field| field.name == name) {
            form.entries[place] = Entry::Record(picture.choices.records(table).first().map(|(key, _)| *key));
        }
    }
    form
}

#[test]
fn every_register_takes_a_row_with_all_its_fields_and_gives_it_back() {
    for register in Register::ALL {
        let (mut office, _folder) = office();
        let before = load(&office, register).lines.len();
        let form = filled(&office, register);
        assert_eq!(form.troubles(office.registry(), today(), TR), vec![None; form.entries.len()], "{register:?}");
        let row = form.row(office.registry(), today(), TR).unwrap_or_else(|| panic!("{register:?} makes no row"));
        let done = office.run(&Edit::Put { row }).unwrap_or_else(|error| panic!("{register:?}: {error}"));
        assert_eq!(done.tables, [register.table()]);
        let picture = load(&office, register);
        assert_eq!(picture.lines.len(), before + 1, "{register:?}");
        let stored = picture.lines.iter().find(|line| line.form.entries == form.entries);
        let stored = stored.unwrap_or_else(|| panic!("{register:?} came back otherwise"));
        for (field, cell) in register.fields().iter().filter(|field| field.in_list.is_some()).zip(&stored.cells) {
            assert!(!cell.is_empty(), "{register:?} {}", field.name);
            assert_ne!(field.label(TR), "某一项", "{register:?} {}", field.name);
        }
        office.undo().unwrap();
        assert_eq!(load(&office, register).lines.len(), before, "{register:?}");
    }
}

#[test]
fn a_row_that_nobody_touched_is_stored_as_it_was() {
    let (office, _folder) = office();
    let mut seen = 0;
    for register in Register::ALL {
        for line in load(&office, register).lines {
            let id = line.form.id;
            let row: Row = office.store().row(register.table(), id).unwrap().unwrap();
            assert_eq!(line.form.row(office.registry(), today(), TR), Some(row), "{register:?} {id}");
            seen += 1;
        }
    }
    assert!(seen > 50, "the sample has {seen} rows in the registers");
}

#[test]
fn what_cannot_be_read_is_said_at_its_box_and_nothing_is_stored() {
    let (office, _folder) = office();
    let at = |register: Register, name: &str| register.fields().iter().position(|field| field.name == name).unwrap();
    let cases = [
        (Register::Batches, "no", "第三", "请填整数"),
        (Register::Batches, "no", "", "必填"),
        (Register::Benefits, "amount_fen", "一千", "请填金额，如 1,200.00"),
        (Register::Benefits, "from_on", "2023-05", "请写到日，如 2023-05-31"),
        (Register::Relations, "start_on", "去年", "不是日期，可写 2023-05-31、2023-05 或 2023"),
        (Register::Logs, "qty_tenths", "1.25", "请填数字，最多一位小数"),
    ];
    for (register, name, typed, wanted) in cases {
        let mut form = filled(&office, register);
        let place = at(register, name);
        form.entries[place] = Entry::Typed(typed.to_owned());
        assert_eq!(form.troubles(office.registry(), today(), TR)[place], Some(wanted), "{name} {typed}");
        assert_eq!(form.row(office.registry(), today(), TR), None);
    }
}

#[test]
fn a_name_left_empty_is_that_of_the_person_chosen() {
    let (office, _folder) = office();
    let mut form = filled(&office, Register::Members);
    let place = Register::Members.fields().iter().position(|field| field.name == "name").unwrap();
    form.entries[place] = Entry::Typed(String::new());
    let Some(Row::TeamMember(member)) = form.row(office.registry(), today(), TR) else { panic!("no row") };
    assert_eq!(member.name, office.registry().people[&member.person.unwrap()].name);
}
