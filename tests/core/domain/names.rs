//! Names of people: spelling and namesakes.

use chuanbangdai::domain::{Department, DepartmentId, InstitutionId, NameBook, Person, PersonId, tidy_name};
use proptest::prelude::*;

use super::bench::{person, registry, shelf};

#[test]
fn a_name_has_one_spelling_however_it_was_typed() {
    let names = [
        ("张 三", "张三"),
        ("张\u{3000}三", "张三"),
        ("  邹龙\u{a0}", "邹龙"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("买买提‧吐尔逊", "买买提·吐尔逊"),
        ("买买提・吐尔逊", "买买提·吐尔逊"),
        ("买买提．吐尔逊", "买买提·吐尔逊"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("买买提⋅吐尔逊", "买买提·吐尔逊"),
        ("买买提 · 吐尔逊", "买买提·吐尔逊"),
        ("䶮㛃", "䶮㛃"),
        ("𬭎 𠮷", "𬭎𠮷"),
        ("John  B. Smith", "John B. Smith"),
        ("张\u{200b}三", "张三"),
        ("", ""),
    ];
    for (written, tidy) in names {
        assert_eq!(tidy_name(written), tidy, "{written:?}");
    }
}

proptest! {
    #[test]
    fn a_tidy_name_stays_as_it_is(written in "[张三䶮𠮷a-c ·•.\u{3000}]{0,8}") {
        let tidy = tidy_name(&written);
        prop_assert_eq!(tidy_name(&tidy), tidy);
    }
}

fn in_department(id: i64, name: &str, dept: i64, code: &str) -> Person {
    Person { dept: Some(DepartmentId::new(dept)), code: code.to_owned(), ..person(id, name) }
}

fn department(id: i64, name: &str) -> Department {
    Department {
        id: DepartmentId::new(id),
        inst: InstitutionId::new(1),
        name: name.to_owned(),
        ..Department::default()
    }
}

#[test]
fn namesakes_are_told_apart_by_department_else_by_number() {
    let mut registry = registry();
    registry.departments = shelf([department(1, "普外科"), department(2, "骨科")]);
    registry.people = shelf([
        in_department(1, "张伟", 1, "A1"),
        in_department(2, "张伟", 2, "A2"),
        in_department(3, "王芳", 1, "A3"),
        in_department(4, "王芳", 1, "A4"),
        in_department(5, "邹龙", 1, "A5"),
    ]);
    let names = NameBook::new(&registry);
    let called = |id| names.name(&registry.people[&PersonId::new(id)]).to_owned();
    assert_eq!(called(1), "张伟(普外科)");
    assert_eq!(called(2), "张伟(骨科)");
    assert_eq!(called(3), "王芳(A3)");
    assert_eq!(called(4), "王芳(A4)");
    assert_eq!(called(5), "邹龙");
}

#[test]
fn namesakes_of_one_department_at_two_hospitals_are_told_apart_by_hospital() {
    let mut registry = registry();
    registry.departments = shelf([department(1, "普外科")]);
    let at = |id, inst| Person { inst: Some(InstitutionId::new(inst)), ..in_department(id, "张伟", 1, "") };
    registry.people = shelf([at(1, 1), at(2, 2)]);
    let names = NameBook::new(&registry);
    assert_eq!(names.name(&registry.people[&PersonId::new(1)]), "张伟(商南县医院)");
    assert_eq!(names.name(&registry.people[&PersonId::new(2)]), "张伟(商洛市中心医院)");
}
