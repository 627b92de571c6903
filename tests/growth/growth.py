#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does twice the text cost about twice the work? Counts the instructions of the
program under callgrind, for each hostile family of ../support/hostile.h, at n, 2n
and 4n bytes; what an almost empty text costs is taken off first. Instructions do
not depend on the machine's load, so no run is repeated.

    growth.py --lede build/release/lede [--only NAME] [--base BYTES] [--jobs N]
"""
import argparse
import ast
import concurrent.futures
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HEADER = pathlib.Path(__file__).resolve().parent.parent / "support" / "hostile.h"
MOST = 2.3  # times the instructions, for twice the text
TOO_FEW = 100_000  # instructions: below this a ratio says nothing
SECONDS = 600

COMMANDS = {
    "summarize": ["summarize"],
    "all json": ["summarize", "--ratio", "1", "--format", "json"],
    "split json": ["split", "--format", "json", "--words"],
}


def families():
    """Name -> the bytes that are said again and again."""
    text = HEADER.read_text(encoding="utf-8")
    found = re.findall(r'HOSTILE\("([^"]*)",\s*"((?:[^"\\]|\\.)*)"\)', text)
    if len(found) < 40:
        sys.exit(f"growth: only {len(found)} families found in {HEADER}")
    # C and Python write these escapes alike, but for \0.
    return {name: ast.literal_eval('b"' + re.sub(r"\\0", r"\\x00", unit) + '"')
            for name, unit in found}


def different_words(n):
    chance, out, size = random.Random(3), [], 0
    while size < n:
        word = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(8))
        # More sentences than are compared with each other, at every size.
        out.append(word.capitalize() + (". " if chance.random() < 0.25 else ", "))
        size += 10
    return "".join(out).encode()


def text_of(unit, n):
    return different_words(n) if unit is None else unit * (n // len(unit))


def instructions(lede, command, text):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "text.txt")
        file.write_bytes(text)
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", lede,
             *command, str(file)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=SECONDS,
            check=False)
    message = run.stderr.decode(errors="replace")
    collected = re.search(r"Collected : (\d+)", message)
    if run.returncode != 0 or collected is None:
        raise RuntimeError(f"{' '.join(command)}: exit {run.returncode}: {message}")
    return int(collected.group(1))


def measure(lede, command, unit, sizes):
    """Instructions per size, or None where a run did not end in time."""
    costs = []
    for n in sizes:
        try:
            costs.append(instructions(lede, command, text_of(unit, n)))
        except subprocess.TimeoutExpired:
            costs.append(None)
            break
    return costs


def verdict(costs, nothing):
    """The largest ratio of two neighbours, and whether it is too much."""
    if None in costs:
        return None, True
    own = [max(cost - nothing, 1) for cost in costs]
    ratios = [b / a for a, b in zip(own, own[1:]) if b > TOO_FEW]
    worst = max(ratios, default=0.0)
    return worst, worst > MOST


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--lede", required=True, help="the program, built for release")
    parser.add_argument("--only", help="families whose names contain this")
    parser.add_argument("--base", type=int, default=16384, help="bytes (default 16384)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    sizes = [args.base, 2 * args.base, 4 * args.base]
    units = {**families(), "different words": None}
    if args.only:
        units = {name: unit for name, unit in units.items() if args.only in name}
    nothing = {key: instructions(args.lede, command, b"One.\n")
               for key, command in COMMANDS.items()}
    head = " ".join(f"{n // 1024:>6} KiB" for n in sizes)
    print(f"{'family':<24} {'command':<11} {head}  worst  (million instructions)")
    faults = 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        runs = [(name, key, pool.submit(measure, args.lede, command, unit, sizes))
                for name, unit in units.items() for key, command in COMMANDS.items()]
        for name, key, run in runs:
            costs = run.result()
            worst, bad = verdict(costs, nothing[key])
            faults += bad
            shown = " ".join("   no end" if cost is None else f"{cost / 1e6:10.2f}"
                             for cost in costs)
            ratio = "" if worst is None else f"{worst:6.2f}"
            print(f"{name:<24} {key:<11} {shown} {ratio}{'  TOO MUCH' if bad else ''}",
                  flush=True)
    print(f"growth: {len(runs)} runs, {faults} over {MOST} times for twice the text")
    return faults != 0


if __name__ == "__main__":
    sys.exit(main())
