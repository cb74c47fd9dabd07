//! Malformed and absurd planning tasks on the command line: each refused with its place, at once and in words.

use std::fs;

use serde_json::{Value, json};

use super::rig::{Rig, is_for_people};

/// The small hospital of the planner's data.
fn hospital() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/planner/judged.json");
    let cases: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    cases[0]["instance"].clone()
}

/// Plans the bytes and expects a refusal that names what is given, changes nothing and takes no time to search.
fn refused(rig: &Rig, bytes: &[u8], says: &[&str]) {
    let shown = String::from_utf8_lossy(bytes).chars().take(80).collect::<String>();
    fs::write(rig.file("任务.json"), bytes).unwrap();
    let ran = rig.run("plan --instance @任务.json --out @plan.json --moves 10");
    assert_eq!(ran.code, Some(3), "{shown}: {}{}", ran.out, ran.err);
    for word in says.iter().chain(&["任务.json"]) {
        assert!(ran.err.contains(word), "{word} of {shown}: {}", ran.err);
    }
    assert!(is_for_people(&ran.err) && !ran.err.contains(".db"), "{}", ran.err);
    assert!(ran.out.is_empty() && !rig.file("plan.json").exists());
    assert_eq!(fs::read(rig.file("任务.json")).unwrap(), bytes);
}

#[test]
fn text_that_is_no_json_is_refused_with_line_and_column() {
    let rig = Rig::new();
    let whole = hospital().to_string();
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(whole.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let deep = "[".repeat(100_000);
    let cut = &whole[..whole.len() / 2];
    let cases: [(&[u8], &[&str]); 14] = [
        (b"", &["空的"]),
        (b"\xEF\xBB\xBF \n", &["空的"]),
        (&wide, &["UTF-16"]),
        (b"{\n \"name\": \"\xB2\xBB\"}", &["第 2 行第 11 列", "UTF-8"]),
        (cut.as_bytes(), &["第 1 行", "断了"]),
        (b"{\n  \"weeks\": 4,\n  \"name\": \"abc", &["第 3 行", "断了"]),
        (b"{\"weeks\": NaN}", &["第 1 行第 11 列", "weeks", "JSON"]),
        (b"{\"weeks\": 1e999}", &["第 1 行", "weeks"]),
        (b"{'weeks': 4}", &["第 1 行第 2 列"]),
        (b"{\"weeks\": 4,}", &["第 1 行第 13 列"]),
        (b"[1, 2]", &["第 1 行"]),
        (b"\"weeks\"", &["花括号"]),
        (b"null", &["花括号"]),
        (deep.as_bytes(), &["第 1 行"]),
    ];
    for (bytes, says) in cases {
        refused(&rig, bytes, says);
    }
}

/// The hospital with another value at a place; `None` takes the field away.
fn with(way: &[&str], value: Option<Value>) -> Value {
    let mut task = hospital();
    let (last, parents) = way.split_last().unwrap();
    let parent = parents.iter().fold(&mut task, |at, step| match step.parse::<usize>() {
        Ok(number) => &mut at[number],
        Err(_) => &mut at[*step],
    });
    match (value, last.parse::<usize>()) {
        (Some(value), Ok(number)) => parent[number] = value,
        (Some(value), Err(_)) => parent[*last] = value,
        (None, _) => drop(parent.as_object_mut().unwrap().remove(*last)),
    }
    task
}

#[test]
fn a_field_that_is_missing_or_of_another_kind_is_named_with_its_place() {
    let rig = Rig::new();
    let cases = [
        (&["weeks"][..], None, "缺少 weeks"),
        (&["experts", "3", "title"], None, "experts[3]）缺少 title"),
        (&["weights", "clinic_min"], None, "weights）缺少 clinic_min"),
        (&["weeks"], Some(json!("4")), "weeks）应是整数"),
        (&["weeks"], Some(json!(4.5)), "weeks）应是整数"),
        (&["weeks"], Some(json!(1e300)), "weeks）应是整数"),
        (&["weeks"], Some(json!(-4)), "weeks）的值 -4 超出"),
        (&["cars"], Some(json!(5_000_000_000_i64)), "cars）的值 5000000000 超出"),
        (&["experts"], Some(json!({})), "experts）应是方括号列表"),
        (&["experts", "0", "stints", "0"], Some(json!([0])), "experts[0].stints[0]）的列表长度不对"),
        (&["experts", "2", "no_travel"], Some(json!(0)), "experts[2].no_travel）应是“true”或“false”"),
        (&["departments", "1"], Some(json!("内科")), "departments[1]）应是花括号"),
        (&["name"], Some(json!(7)), "name）应是文字"),
        (&["locks"], Some(json!([["c", 0, 0, 1]])), "locks[0]）的内容没有意义"),
        (&["published"], Some(json!({ "duties": [["x", 1]] })), "published.duties[0]）的内容没有意义"),
    ];
    for (way, value, says) in cases {
        let task = serde_json::to_vec_pretty(&with(way, value)).unwrap();
        refused(&rig, &task, &["行第", says]);
    }
    let twice = hospital().to_string().replacen("\"weeks\":", "\"weeks\":4,\"weeks\":", 1);
    refused(&rig, twice.as_bytes(), &["weeks 重复出现"]);
}

#[test]
fn numbers_that_make_no_sense_are_refused_with_their_field() {
    let rig = Rig::new();
    let cases = [
        (&["weeks"][..], json!(0), "weeks 是 0，应在 1 到 105 之间"),
        (&["weeks"], json!(1_000_000_000), "weeks 是 1000000000"),
        (&["experts", "2", "id"], json!(1), "experts[2].id 应等于它的位置 2，实际是 1"),
        (&["experts", "1", "depts"], json!([99]), "experts[1].depts[0] 写的是 99"),
        (&["experts", "1", "depts"], json!([0, 0]), "experts[1].depts 重复列出了 0"),
        (&["experts", "0", "stints"], json!([[9, 3]]), "experts[0].stints 有重叠"),
        (&["experts", "0", "stints"], json!([[0, 9], [5, 20]]), "experts[0].stints 有重叠"),
        (&["experts", "0", "stints"], json!([[0, 900]]), "experts[0].stints"),
        (&["experts", "4", "leave"], json!([3, 28]), "experts[4].leave[1] 写的是 28"),
        (&["experts", "4", "nogo_weekdays"], json!([7]), "experts[4].nogo_weekdays[0] 写的是 7"),
        (&["experts", "4", "dislikes"], json!([[0, 2, 1]]), "experts[4].dislikes[0][1] 写的是 2"),
        (&["experts", "4", "max_sessions"], json!(-1), "experts[4].max_sessions 是 -1"),
        (&["departments", "0", "rooms"], json!(-2), "departments[0].rooms 是 -2"),
        (&["sites", "0", "window_weeks"], json!(0), "sites[0].window_weeks 是 0"),
        (&["sites", "0", "market_weekday"], json!(9), "sites[0].market_weekday 是 9"),
        (&["pairs"], json!([{ "id": 0, "mentor": 77, "per_week": 1, "off": [] }]), "pairs[0].mentor 写的是 77"),
        (&["workdays"], json!([0, 1, 400]), "workdays[2] 写的是 400"),
        (&["team"], json!([3, 2]), "team[1] 是 2，应在 3"),
        (&["weights", "change"], json!(-1), "weights.change 是 -1"),
        (&["weights", "clinic_short"], json!(i64::MAX), "weights.clinic_short 是 9223372036854775807"),
        (&["cars"], json!(2_000_000_000), "cars 是 2000000000"),
    ];
    for (way, value, says) in cases {
        refused(&rig, with(way, Some(value)).to_string().as_bytes(), &[says]);
    }
}

#[test]
fn a_task_that_would_fill_the_memory_is_refused_before_anything_is_built() {
    let rig = Rig::new();
    let mut task = hospital();
    let expert = task["experts"][0].clone();
    let numbered = |id: usize| {
        let mut expert = expert.clone();
        expert["id"] = json!(id);
        expert
    };
    task["experts"] = (0..6_000).map(numbered).collect();
    refused(&rig, task.to_string().as_bytes(), &["experts 的规模是 6000"]);
    task["experts"] = (0..4_000).map(numbered).collect();
    task["weeks"] = json!(105);
    refused(&rig, task.to_string().as_bytes(), &["超过程序能排的"]);
    task = with(&["experts", "0", "leave"], Some(vec![1; 100_000].into()));
    refused(&rig, task.to_string().as_bytes(), &["experts[0].leave 的规模是 100000"]);
    let endless = format!("{{\"name\": \"{}\"}}", "长".repeat(6 << 20));
    refused(&rig, endless.as_bytes(), &["文件太大"]);
}

#[test]
fn a_mark_of_byte_order_is_no_fault_and_unknown_fields_are_told_and_left_aside() {
    let rig = Rig::new();
    let mut task = hospital();
    task["lock"] = json!([]);
    task["format"] = json!(1);
    fs::write(rig.file("task.json"), format!("\u{feff}{task}")).unwrap();
    let ran = rig.run("plan --instance @task.json --moves 10");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("没有采用：lock") && !ran.err.contains("format"), "{}", ran.err);
}

#[test]
fn a_failure_about_a_task_names_the_task_and_not_the_data_file() {
    let rig = Rig::new();
    let mut task = hospital();
    task["locks"] = json!([["o", 0, 1, 1], ["o", 0, 1, 0]]);
    fs::write(rig.file("task.json"), task.to_string()).unwrap();
    let ran = rig.run("--json plan --instance @task.json --moves 10");
    assert_eq!(ran.code, Some(13), "{}", ran.err);
    assert!(ran.err.contains("task.json") && !ran.err.contains(".db"), "{}", ran.err);
    fs::write(rig.file("p.json"), "{\"duties\":[[\"c\",1]]}").unwrap();
    let ran = rig.run("plan --instance @task.json --published @p.json --moves 10");
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.err.contains("p.json") && ran.err.contains("duties[0]"), "{}", ran.err);
}
