#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Seconds and memory of `split --markup markdown` for each hostile Markdown family of
growth.py, on a stack of 256 KiB. growth.py counts steps of lede's own code; those of
the parsers that it is linked with are seen by a clock only, so this needs a program
that is built for speed and a machine that does nothing else.

    seconds.py --lede PROGRAM [--largest BYTES] [--only NAME]
"""
import argparse
import math
import multiprocessing
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading

import growth

MIB = 1 << 20
ENOUGH = 0.5  # seconds: of shorter runs there are two, and the quicker one counts
MOST_SLOPE = 1.15
SLOW = 0.05  # seconds: a quicker run at the smallest size says little about a slope
MOST_RATIO = 4.6  # times the time, for four times the text, that needs no closer look
# Bytes for each of the text, and beside it. A bracket of Markdown is a mark of the
# parser's, a letter on a line of its own a word, a sentence and a block of lede's.
MOST_MEMORY, FREE_MEMORY = 64, 32 * MIB
SECONDS = 60  # a run that takes longer has no end


def write_text(path, make, size):
    path.write_bytes(make(size))


def make_file(path, make, size):
    """In a process of its own: what a run takes at most is counted from its fork, and a
    long text in memory would be counted with it."""
    maker = multiprocessing.get_context("fork").Process(
        target=write_text, args=(path, make, size))
    maker.start()
    maker.join()


def small_stack():
    resource.setrlimit(resource.RLIMIT_STACK, (growth.STACK_KIB << 10,) * 2)


def run(program, path):
    """(seconds, bytes at most) of one run. Of all its work: which of it was the system's
    is only guessed at by the clock of some systems."""
    command = [program, *growth.MARKDOWN_SPLIT, "-q", "--lang", "en", str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, preexec_fn=small_stack) as child:
        timer = threading.Timer(SECONDS, child.kill)
        timer.start()
        said = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 2):
        raise growth.Failed(f"status {child.returncode}: {said[-200:]!r}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def measure(program, make, size):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "text")
        make_file(path, make, size)
        runs = [run(program, path)]
        if runs[0][0] < ENOUGH:
            runs.append(run(program, path))
        return min(s for s, _ in runs), max(m for _, m in runs), path.stat().st_size


def slope(points):
    """Of the line of least squares through the logarithms."""
    logs = [(math.log2(size), math.log2(max(seconds, 1e-3)))
            for size, (seconds, _, _) in points.items()]
    x, y = (sum(column) / len(logs) for column in zip(*logs))
    across = sum((a - x) ** 2 for a, _ in logs)
    return sum((a - x) * (b - y) for a, b in logs) / across if across else 0.0


def points_of(program, make, largest):
    sizes = [largest // 16, largest // 4, largest]
    points = {size: measure(program, make, size) for size in sizes}
    first, second = (points[size][0] for size in sizes[:2])
    if first > SLOW or second > MOST_RATIO * max(first, 1e-3):
        for size in (largest // 8, largest // 2):
            points[size] = measure(program, make, size)
    return dict(sorted(points.items()))


def show(name, points):
    """Prints a row; True when it is a fault."""
    steep = slope(points)
    over = any(memory > MOST_MEMORY * n + FREE_MEMORY for _, memory, n in points.values())
    each = max((memory - FREE_MEMORY) / n for _, memory, n in points.values())
    bad = over or (steep > MOST_SLOPE and max(s for s, _, _ in points.values()) > SLOW)
    row = " ".join(f"{size / MIB:g}:{seconds:.3f}"
                   for size, (seconds, _, _) in points.items())
    print(f"{name:<32} {steep:5.2f} {max(each, 0):6.1f}  {row}"
          f"{'  TOO MUCH' if bad else ''}", flush=True)
    return bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--lede", required=True)
    parser.add_argument("--largest", type=int, default=16 * MIB)
    parser.add_argument("--only", help="families whose names contain this")
    args = parser.parse_args()
    print(f"{'family':<32} slope memory  MiB:seconds")
    faults = runs = 0
    for name, make in growth.MARKDOWN.items():
        if args.only is None or args.only in name:
            runs += 1
            try:
                faults += show(name, points_of(args.lede, make, args.largest))
            except growth.Failed as error:
                faults += 1
                print(f"{name:<32} {error}", flush=True)
    print(f"seconds: {runs} families, {faults} at fault (slope over {MOST_SLOPE}, over "
          f"{MOST_MEMORY} bytes for each, a crash, or over {SECONDS} seconds)")
    return faults != 0 or runs == 0


if __name__ == "__main__":
    sys.exit(main())
