#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Signals that end the program: no temporary file is left, an old output file is
there as before or the new one is whole, and it died of that signal.

    program_signals.py --lede PROGRAM [--inject LIBRARY] [--times N] [--seed N]

--times: how many signals are sent from outside, at times made from the seed.
"""
import random
import signal
import subprocess
import sys
import threading
import time

import program

FATAL = (signal.SIGHUP, signal.SIGINT, signal.SIGPIPE, signal.SIGTERM)

tally = program.Tally()
attempt = tally.attempt


def check_whole(case, outcome):
    """Old or new, but whole; and standard output is a beginning."""
    for name, got in outcome.outputs.items():
        program.expect(got in (program.OLD, case.good.outputs[name]),
                       f"{name} is neither old nor new")
    program.expect(case.good.stdout.startswith(outcome.stdout), "other output")


def check_died(case, outcome, number):
    program.expect(outcome.status == -number, f"did not die of signal {number}")
    check_whole(case, outcome)


# ---- At every call --------------------------------------------------------------

CALLS = ("open", "fstat", "read", "mkstemp", "write", "close", "stat", "access",
         "realpath", "fchmod", "fsync", "rename")
BEHIND = ("mkstemp", "close", "rename")


def test_every_call(args):
    if not args.inject:
        print("signals at every call: skipped, needs inject.c")
        return
    chosen = [case for case in program.cases() if case.outputs]
    assert len(chosen) >= 3
    for case in chosen:
        with case.place(args.lede, args.inject) as place:
            for number in FATAL:
                kinds = [(call, f"signal{number}") for call in CALLS]
                kinds += [(call, f"after{number}") for call in BEHIND]
                if number == signal.SIGTERM:
                    kinds.append(("malloc", f"signal{number}"))
                for call, what in kinds:
                    for at, outcome in program.each_call(place, case, call, what):
                        attempt(f"{case.name}: {what} at {call} {at}", outcome,
                                lambda o=outcome, c=case, n=number: check_died(c, o, n))


def test_ignored(args):
    """What was ignored when the program began (nohup) stays so."""
    if not args.inject:
        return
    case = program.cases()[0]
    with case.place(args.lede, args.inject) as place:
        for number in FATAL:
            outcome = place.run(
                case.command, case.stdin, f"write:1+:signal{number}",
                restore_signals=False,
                preexec_fn=lambda n=number: signal.signal(n, signal.SIG_IGN))
            assert outcome.hits
            attempt(f"signal {number} ignored", outcome,
                    lambda o=outcome: (program.expect(o.status == 0, "not done"),
                                       program.check_same(o, case)))


# ---- From outside ---------------------------------------------------------------


def large_case():
    """Takes long enough that a signal finds it at work."""
    text = b"".join(program.ARTICLE.replace(b"Skerry", b"Skerry %d" % i)
                    for i in range(300))
    return program.Case("large", ["split", "--words", "-o", "json=one.json", "-o",
                                  "lines=two.txt", "a.txt", "b.txt"],
                        {"a.txt": text, "b.txt": text}, outputs=("one.json", "two.txt"))


def run_signalled(place, case, number, delay):
    place.reset()
    with subprocess.Popen([place.program, *case.command], cwd=place.work,
                          env=place.environment(None), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(delay)
        process.send_signal(number)
        stdout, stderr = process.communicate(timeout=program.TIMEOUT)
        return place.collect(subprocess.CompletedProcess(
            case.command, process.returncode, stdout, stderr))


def check_signalled(case, outcome, number):
    """The signal may have come too late."""
    program.expect(outcome.status in (0, -number), f"status {outcome.status}")
    check_whole(case, outcome)
    if outcome.status == 0:
        program.check_same(outcome, case)


def test_from_outside(args):
    case = large_case()
    times = random.Random(args.seed)
    died = 0
    with case.place(args.lede) as place:
        begin = time.monotonic()
        place.run(case.command)
        duration = time.monotonic() - begin
        for _ in range(args.times):
            number = times.choice((signal.SIGHUP, signal.SIGINT, signal.SIGTERM,
                                   signal.SIGPIPE))
            delay = times.random() * duration
            outcome = run_signalled(place, case, number, delay)
            died += outcome.status != 0
            attempt(f"signal {number} after {delay:.4f} s of {duration:.4f} s", outcome,
                    lambda o=outcome, n=number: check_signalled(case, o, n))
    print(f"{died} of {args.times} signals from outside found it at work")


# ---- Pipes without a reader -----------------------------------------------------


def run_unread(place, case, first, **more):
    """Standard output is a pipe that is closed once `first` bytes were read."""
    place.reset()
    with subprocess.Popen([place.program, *case.command], cwd=place.work,
                          env=place.environment(None), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE,
                          **{"stdin": subprocess.DEVNULL, **more}) as process:
        deadline = threading.Timer(program.TIMEOUT, process.kill)
        deadline.start()
        if first > 0:
            process.stdout.read(first)
        process.stdout.close()
        stderr = process.stderr.read()
        process.wait()
        deadline.cancel()
        return place.collect(subprocess.CompletedProcess(
            case.command, process.returncode, b"", stderr))


def unread_case():
    text = b"".join(b"Sentence %d is here.\n\n" % i for i in range(20000))
    return program.Case("unread", ["split", "--lang", "en", "-o", "json=report.json",
                                   "-o", "lines", "a.txt"], {"a.txt": text}, outputs=("report.json",))


def check_refused(outcome):
    program.expect(outcome.status == 2, "status is not 2")
    program.expect(b"lede: standard output: Broken pipe" in outcome.stderr, "no message")
    program.expect(outcome.outputs["report.json"] == program.OLD, "the report is new")


def test_no_reader(args):
    """Dies silently, or says so where the signal is ignored."""
    case = unread_case()
    with case.place(args.lede) as place:
        for first in (0, 1, 10000):
            outcome = run_unread(place, case, first)
            attempt(f"no reader after {first} bytes", outcome, lambda o=outcome: (
                check_died(case, o, signal.SIGPIPE),
                program.expect(o.stderr == b"", "not silent")))
            outcome = run_unread(
                place, case, first, restore_signals=False,
                preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
            attempt(f"no reader after {first} bytes, ignored", outcome,
                    lambda o=outcome: check_refused(o))


def test_endless_input(args):
    """Who cannot write stops to read, for there may be no end of records."""
    with program.Place(args.lede, {}) as place:
        with subprocess.Popen(["yes", '{"id":1,"text":"One boat came."}'],
                              stdout=subprocess.PIPE) as source:
            case = program.Case("endless", ["split", "--jsonl"])
            outcome = run_unread(
                place, case, 100, stdin=source.stdout, restore_signals=False,
                preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
            source.stdout.close()
        attempt("endless records", outcome, lambda: program.expect(
            outcome.status == 2 and b"Broken pipe" in outcome.stderr, "no message"))


def main():
    args = program.arguments(__doc__, ("--times", 50), ("--seed", 20240323))
    for test in (test_every_call, test_ignored, test_from_outside, test_no_reader,
                 test_endless_input):
        test(args)
    return program.finish(tally.count, tally.failures)


if __name__ == "__main__":
    sys.exit(main())
