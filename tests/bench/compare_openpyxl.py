#!/usr/bin/env python3
"""Reads one workbook with openpyxl and imports it with the release program, side by side.

usage: compare_openpyxl.py [ROWS]        (default 100000; needs python3 with openpyxl)

Builds target/release/chuanbangdai first if it is missing: cargo build --release
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

try:
    import openpyxl
except ImportError:
    sys.exit("openpyxl is not installed: nothing to compare with")

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PROGRAM = TARGET / "release" / ("chuanbangdai.exe" if os.name == "nt" else "chuanbangdai")
HEADINGS = ["日期", "时段", "专家", "科室", "活动", "地点", "备注"]


def make(path, rows, people):
    """A flat schedule: one half-day of one expert a row, no slot twice."""
    from datetime import date, timedelta

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("排班明细")
    sheet.append(HEADINGS)
    first = date(2023, 1, 2)
    for number in range(rows):
        day, rest = divmod(number, 2 * len(people))
        name, department = people[rest // 2]
        sheet.append([first + timedelta(days=day), "上午" if rest % 2 == 0 else "下午", name, department, "坐诊", "门诊201", ""])
    book.save(path)


def timed(what, work):
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"{what:<48}{seconds:9.2f} s", flush=True)
    return seconds, result


def read_with_openpyxl(path):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def program(*args):
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{args}: {done.returncode}\n{done.stderr}")
    return done.stdout


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if not PROGRAM.exists():
        subprocess.run(["cargo", "build", "--release"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        data, book = folder / "data.db", folder / "schedule.xlsx"
        base = ["--db", data, "--now", "2023-06-14T09:00"]
        program(*base, "init", "--sample", "shangnan")
        people = [tuple(pair) for pair in sample_experts(program(*base, "dump"))]
        timed(f"make a workbook of {rows} rows", lambda: make(book, rows, people))
        reading, _ = timed("openpyxl reads it (read_only)", lambda: read_with_openpyxl(book))
        timed("chuanbangdai import --dry-run", lambda: program(*base, "import", book, "--dry-run"))
        whole, _ = timed("chuanbangdai import (to the commit)", lambda: program(*base, "import", book, "--json"))
        print(f"{'openpyxl reading / whole import':<48}{reading / whole:9.1f} ×")


def sample_experts(dump):
    """Names and departments of the experts of the sample hospital, from its dump."""
    import json

    tables = json.loads(dump.rsplit("\n", 2)[0])["tables"]
    people = {row["id"]: row["name"] for row in tables["person"]}
    departments = {row["id"]: row["name"] for row in tables["department"]}
    return sorted({(people[s["person"]], departments.get(s["host_dept"], "")) for s in tables["stint"]})


if __name__ == "__main__":
    main()
