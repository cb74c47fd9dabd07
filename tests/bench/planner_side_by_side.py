#!/usr/bin/env python3
"""Planner against CP-SAT, side by side, judged by the yardstick's own judge.

usage: planner_side_by_side.py PROGRAM YARDSTICK [--sizes S,M,L] [--seeds 101,102] [--runs 10] [--seconds 5] [--rival 60]
PROGRAM is the release binary; YARDSTICK the folder with gen.py, model.py, judge.py and cpsat.py.
The rival is left out where OR-tools is not installed. Ratios are medians of ours to the rival's one run.
"""
import argparse, importlib.util, json, re, statistics, subprocess, sys, tempfile
from pathlib import Path

ask = argparse.ArgumentParser()
ask.add_argument("program")
ask.add_argument("yardstick")
for name, usual in (("sizes", "S,M,L"), ("seeds", "101,102"), ("runs", "10"), ("seconds", "5"), ("rival", "60")):
    ask.add_argument(f"--{name}", default=usual)
asked = ask.parse_args()
yardstick = Path(asked.yardstick).resolve()
sys.path.insert(0, str(yardstick))
sys.dont_write_bytecode = True
from gen import gen
from judge import judge

has_rival = importlib.util.find_spec("ortools") is not None
print(f"{'instance':10} {'first s':>8} {'ours (median)':>14} {'worst':>7} {'moves/s':>10} {'rival':>7} {'its bound':>9} {'ratio':>6}")
with tempfile.TemporaryDirectory() as folder:
    folder = Path(folder)
    for size in asked.sizes.split(","):
        for seed in asked.seeds.split(","):
            for tight in (False, True):
                name = f"{size}{seed}{'t' if tight else ''}"
                task = gen(size, int(seed), tight)
                file, plan = folder / f"{name}.json", folder / f"{name}.plan"
                file.write_text(json.dumps(task))
                costs, firsts, speeds, code = [], [], [], 0
                for run in range(int(asked.runs)):
                    line = [asked.program, "plan", "--instance", str(file), "--out", str(plan), "--seconds", asked.seconds, "--seed", str(run + 1), "--json"]
                    ran = subprocess.run(line, capture_output=True, text=True)
                    code = ran.returncode
                    if code:
                        break
                    told, judged = json.loads(ran.stdout), judge(task, json.loads(plan.read_text()))
                    assert not judged["broken"] and judged["objective"] == told["objective"], (name, judged, told["objective"])
                    costs.append(judged["objective"]); firsts.append(told["first"]); speeds.append(told["moves"] / told["seconds"])
                rival = bound = None
                if has_rival:
                    line = [sys.executable, "-B", str(yardstick / "cpsat.py"), str(file), asked.rival, "8"]
                    found = re.search(r"obj (-?\d+) .*bound (-?[\d.]+)", subprocess.run(line, capture_output=True, text=True).stdout)
                    rival, bound = (int(found[1]), float(found[2])) if found else (None, None)
                if not costs:
                    print(f"{name:10} no plan: exit code {code}; rival {'none' if rival is None else rival}", flush=True)
                    continue
                median = statistics.median(costs)
                ratio = f"{median / rival:6.2f}" if rival else "     –"
                print(f"{name:10} {statistics.median(firsts):8.3f} {median:14.1f} {max(costs):7} {statistics.median(speeds):10.0f} {rival or '–':>7} {bound or '–':>9} {ratio}", flush=True)
