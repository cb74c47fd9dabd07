#!/usr/bin/env python3
"""Planner against CP-SAT, side by side, judged by the yardstick's own judge.

usage: planner_side_by_side.py PROGRAM YARDSTICK [--parts plan,repair,explain] [--sizes S,M,L] [--seeds 101,102] [--runs 10]
           [--seconds 5] [--long 30] [--rival 60] [--rival-repair 30]
PROGRAM is the release binary; YARDSTICK the folder with gen.py, model.py, judge.py and cpsat.py.
  plan     first legal plan, the usual and the long time, medians of the runs, against one run of the rival
  repair   one expert sick for a week of the plan just made: 0.2 seconds against the rival's
  explain  instances without a plan: time until the reasons are there, and how many rules they name
Seconds are of the clock: run it on an idle machine. MB is the most memory the program held. The rival is left out where
OR-tools is not installed; --long 0 leaves the long time out. How long one edited cell takes: cargo bench --bench planner.
"""
import argparse, importlib.util, json, os, re, statistics, subprocess, sys, tempfile, time
from pathlib import Path

REPAIR_SECONDS = "0.2"
NO_PLAN = 13

ask = argparse.ArgumentParser()
ask.add_argument("program")
ask.add_argument("yardstick")
usual = dict(parts="plan,repair,explain", sizes="S,M,L", seeds="101,102", runs="10", seconds="5", long="30", rival="60")
for name, value in (*usual.items(), ("rival-repair", "30")):
    ask.add_argument(f"--{name}", default=value)
asked = ask.parse_args()
yardstick = Path(asked.yardstick).resolve()
sys.path.insert(0, str(yardstick))
sys.dont_write_bytecode = True
from gen import gen
from judge import judge

has_rival = importlib.util.find_spec("ortools") is not None
folder = Path(tempfile.mkdtemp(prefix="side-by-side-"))
parts = asked.parts.split(",")


def held_by(pid):
    """The most memory a process has held so far, in MB. What the system counts at its end may be this script's own."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) // 1024 if found else 0


def ours(task, seconds, seed, published=None):
    """Runs the program once: exit code, what it tells, its plan, seconds of the clock, MB."""
    file, out = folder / "task.json", folder / "plan.json"
    file.write_text(json.dumps(task))
    line = [asked.program, "plan", "--instance", str(file), "--out", str(out), "--seconds", seconds, "--seed", str(seed), "--json"]
    if published:
        line += ["--published", str(published)]
    start = time.monotonic()
    with open(folder / "told.json", "w+") as told:
        child = subprocess.Popen(line, stdout=told, stderr=subprocess.DEVNULL)
        held = 0
        while child.poll() is None:
            held = max(held, held_by(child.pid))
            time.sleep(0.002)
        took = time.monotonic() - start
        told.seek(0)
        told = json.loads(told.read() or "{}")
    plan = None
    if child.returncode == 0:
        plan = json.loads(out.read_text())
        judged = judge(task, plan)
        assert not judged["broken"] and judged["objective"] == told["objective"], (task["name"], judged, told["objective"])
    return child.returncode, told, plan, took, held


def rivals(task, seconds):
    """Runs the rival once: its cost, its bound and its verdict."""
    if not has_rival:
        return None, None, "absent"
    file = folder / "rival.json"
    file.write_text(json.dumps(task))
    line = [sys.executable, "-B", str(yardstick / "cpsat.py"), str(file), seconds, "8"]
    said = subprocess.run(line, capture_output=True, text=True).stdout
    found = re.search(r"cpsat workers 8 (\w+) obj (-?\d+) .*bound (-?[\d.]+)", said)
    if found:
        return int(found[2]), float(found[3]), found[1]
    none = re.search(r"cpsat (\w+)", said)
    return None, None, none[1] if none else "silent"


def row(*cells):
    print("".join(f"{'–' if cell is None else cell:>{width}}" for cell, width in cells), flush=True)


def ratio(one, other):
    """One cost to another's; the rival's may be 0 or below where keeping a plan counts as a gain."""
    return f"{one / other:.3f}" if other and other > 0 else None


def plan_row(name, task):
    runs = [ours(task, asked.seconds, run + 1) for run in range(int(asked.runs))]
    if any(code for code, *_ in runs):
        return None
    costs = [told["objective"] for _, told, *_ in runs]
    best = min(runs, key=lambda run: run[1]["objective"])
    first, speed = (statistics.median(told[key] / per(told) for _, told, *_ in runs)
                    for key, per in (("first", lambda _: 0.001), ("moves", lambda told: told["seconds"])))
    long = None
    if float(asked.long) > 0:
        long = statistics.median(ours(task, asked.long, run + 1)[1]["objective"] for run in range(int(asked.runs)))
    rival, bound, verdict = rivals(task, asked.rival)
    median = statistics.median(costs)
    row((name, 6), (f"{first:.1f}", 9), (f"{median:g}", 9), (min(costs), 7), (max(costs), 7), (None if long is None else f"{long:g}", 9),
        (f"{speed / 1e6:.2f}", 9), (best[1]["bound"], 7), (max(run[4] for run in runs), 6), (rival, 9), (bound and f"{bound:g}", 8),
        (verdict, 11), (ratio(median, rival), 8), (ratio(long, rival) if long is not None else None, 8))
    return best[2]


def sick(task, plan):
    """The expert with the most duties in the week in the middle falls ill for it."""
    first = 7 * (task["weeks"] // 2)
    day = lambda duty: duty[2 if duty[0] == "o" else 3]
    load = [sum(duty[1] == expert["id"] and first <= day(duty) < first + 7 for duty in plan["duties"]) for expert in task["experts"]]
    task = json.loads(json.dumps(task))
    expert = task["experts"][load.index(max(load))]
    expert["leave"] = sorted({*expert["leave"], *range(first, first + 7)})
    task["published"] = dict(duties=plan["duties"])
    return task


def repair_row(name, task, plan):
    task = sick(task, plan)
    runs = [ours(task, REPAIR_SECONDS, run + 1) for run in range(int(asked.runs))]
    if any(code for code, *_ in runs):
        return row((name, 6), ("no plan", 9))
    kept = task["weights"]["change"] * len(task["published"]["duties"])
    costs = [told["objective"] for _, told, *_ in runs]
    changed = statistics.median(judge(task, made)["changed"] for _, _, made, *_ in runs)
    rival, bound, verdict = rivals(task, asked.rival_repair)
    row((name, 6), (f"{statistics.median(took for *_, took, _ in runs):.3f}", 9), (f"{statistics.median(costs):g}", 9), (max(costs), 7),
        (f"{changed:g}", 9), (rival, 9), (verdict, 11), (None if rival is None else f"{statistics.median(costs) - rival:g}", 9),
        (None if rival is None else ratio(statistics.median(costs) + kept, rival + kept), 8))


def explain_row(name, task):
    runs = [ours(task, asked.seconds, run + 1) for run in range(int(asked.runs))]
    codes = {code for code, *_ in runs}
    told = runs[0][1].get("data", runs[0][1])
    row((name, 6), (f"{statistics.median(took for *_, took, _ in runs):.3f}", 9), (max(took for *_, took, _ in runs).__format__(".3f"), 9),
        (" ".join(map(str, sorted(codes))), 6), (len(told.get("conflict") or []), 7), (len(told.get("rows") or []), 7), (len(told.get("ways") or []), 7))


tasks = [(f"{size}{seed}{'t' if tight else ''}", gen(size, int(seed), tight))
         for size in asked.sizes.split(",") for seed in asked.seeds.split(",") for tight in (False, True)]
plans, without = {}, []
for name, task in tasks:
    code, _, plan, *_ = ours(task, "1", 1)
    (without.append((name, task)) if code == NO_PLAN else plans.update({name: plan}))
if "plan" in parts:
    print(f"\nPlans: {asked.seconds} s, {asked.long} s; the rival {asked.rival} s with 8 workers")
    row(("", 6), ("first ms", 9), ("median", 9), ("best", 7), ("worst", 7), ("long", 9), ("M moves/s", 10), ("bound", 6), ("MB", 6), ("rival", 9),
        ("bound", 8), ("verdict", 11), ("ratio", 8), ("long", 8))
    for name, task in tasks:
        if plans.get(name):
            plans[name] = plan_row(name, task) or plans[name]
if "repair" in parts:
    print(f"\nRepairs of a sick week: {REPAIR_SECONDS} s; the rival {asked.rival_repair} s. Costs are below 0: what is kept is a gain; the ratio is without it")
    row(("", 6), ("s", 9), ("median", 9), ("worst", 7), ("changed", 9), ("rival", 9), ("verdict", 11), ("dearer by", 10), ("ratio", 7))
    for name, task in tasks:
        if plans.get(name):
            repair_row(name, task, plans[name])
if "explain" in parts and without:
    print("\nExplanations of instances without a plan")
    row(("", 6), ("s", 9), ("worst s", 9), ("exit", 6), ("items", 7), ("rows", 7), ("ways", 7))
    for name, task in without:
        explain_row(name, task)
