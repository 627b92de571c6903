# SPDX-License-Identifier: MIT
"""What the tests of the program under faults share: places to run it in, runs
with one call going wrong (inject.c), and what may come of them.

Whatever goes wrong, one of two things must be true:
  - it ended with status 0, and wrote what it writes undisturbed;
  - it said so: status 2 or 3 and a message that names the place; an old output
    file is there as before, or the new one is whole; what else was asked for is
    done.
And no temporary file is left.
"""
import argparse
import errno
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77  # SKIP_RETURN_CODE of the tests
TIMEOUT = 60  # seconds; nothing here takes one
OLD = b"an old report\n"

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def arguments(description, *more):
    """The command line of a test: --lede PROGRAM [--inject LIBRARY] and, for
    each (name, default) of more, a number."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--lede", required=True, type=pathlib.Path)
    parser.add_argument("--inject", default="")
    for name, default in more:
        parser.add_argument(name, type=int, default=default)
    args = parser.parse_args()
    args.lede = args.lede.resolve()
    if not os.access(args.lede, os.X_OK):
        parser.error("--lede must name the program")
    if args.inject:
        args.inject = str(pathlib.Path(args.inject).resolve())
    return args


class Outcome:
    """What came of a run."""

    def __init__(self, done, outputs, left):
        self.status = done.returncode  # below 0: by a signal
        self.stdout = done.stdout
        self.stderr = done.stderr
        self.outputs = outputs  # {name: bytes, or None when it is not there}
        self.left = left        # files that nobody asked for
        self.hits = []          # [(call, subject)] of inject.c
        self.opens = []         # [(fd, path)]

    def __str__(self):
        return (f"status {self.status}\nstdout {self.stdout[-400:]!r}\n"
                f"stderr {self.stderr[-400:]!r}\noutputs "
                f"{ {k: v and v[-200:] for k, v in self.outputs.items()} }\n"
                f"left {self.left} hits {self.hits}")


class Place:
    """A folder with input files, and the program to run in it."""

    def __init__(self, program, files, inject="", outputs=()):
        self.scratch = tempfile.TemporaryDirectory(prefix="lede-faults-")
        self.top = pathlib.Path(self.scratch.name)
        self.work = self.top / "work"
        self.work.mkdir()
        self.program = str(program)
        self.inject = inject
        self.files = files      # {name: bytes}
        self.outputs = outputs  # names of files that -o writes
        self.old = OLD          # what they hold before; None: they are not there
        self.write_inputs()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.scratch.cleanup()

    def write_inputs(self):
        for name, content in self.files.items():
            (self.work / name).write_bytes(content)

    def reset(self):
        for name in self.outputs:
            path = self.work / name
            if self.old is not None:
                path.write_bytes(self.old)
            elif path.exists():
                path.unlink()

    def environment(self, plan):
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"}
        for name, value in os.environ.items():  # sanitizers and coverage
            if name.endswith("SAN_OPTIONS") or name.startswith("GCOV"):
                environment[name] = value
        if plan is not None:
            environment.update(LD_PRELOAD=self.inject, INJECT=plan,
                               INJECT_LOG=str(self.top / "log"),
                               INJECT_OPENS=str(self.top / "opens"))
        return environment

    def notes(self, name):
        """The lines of a file of inject.c, which is removed."""
        path = self.top / name
        if not path.exists():
            return []
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        path.unlink()
        return [tuple(line.split(" ", 1)) for line in lines]

    def collect(self, done):
        """The outcome of a run that has ended."""
        found = {path.name for path in self.work.iterdir()}
        outputs = {name: (self.work / name).read_bytes() if name in found else None
                   for name in self.outputs}
        left = sorted(found - set(self.files) - set(self.outputs))
        for name in left:
            (self.work / name).unlink()
        outcome = Outcome(done, outputs, left)
        outcome.hits = self.notes("log")
        outcome.opens = self.notes("opens")
        return outcome

    def run(self, command, stdin=b"", plan=None, **more):
        """stdin: bytes, or the name of one of the files. more: of subprocess.run;
        environment, a dictionary, is added to the program's."""
        self.reset()
        environment = self.environment(plan)
        environment.update(more.pop("environment", {}))
        given = {"input": stdin}
        if isinstance(stdin, str):
            given = {"stdin": open(self.work / stdin, "rb")}
        try:
            done = subprocess.run([self.program, *command], cwd=self.work,
                                  env=environment, timeout=TIMEOUT, check=False,
                                  **{"stdout": subprocess.PIPE,
                                     "stderr": subprocess.PIPE, **given, **more})
        finally:
            if "stdin" in given:
                given["stdin"].close()
        return self.collect(done)


class Case:
    """A command, its inputs, and what it writes undisturbed."""

    def __init__(self, name, command, files=None, stdin=b"", outputs=()):
        self.name = name
        self.command = command
        self.files = files or {}
        self.stdin = stdin
        self.outputs = outputs
        self.good = None

    def place(self, program, inject=""):
        place = Place(program, self.files, inject, self.outputs)
        self.good = place.run(self.command, self.stdin)
        assert self.good.status == 0 and not self.good.left, str(self.good)
        return place


# ---- What may come of a fault ---------------------------------------------------


class Fault(AssertionError):
    pass


def expect(condition, text):
    if not condition:
        raise Fault(text)


def elements(report):
    """files[] of a report in JSON, without "totals"."""
    try:
        return json.loads(report.decode("utf-8"))["files"]
    except ValueError:
        raise Fault("a report that is not whole") from None


def check_report(got, good):
    """A whole report: each file is as it was, or failed. How many failed."""
    files, wanted = elements(got), elements(good)
    expect(len(files) == len(wanted), "files are missing in the report")
    failed = 0
    for one, other in zip(files, wanted):
        if one["state"] == "failed":
            expect(one["path"] == other["path"] and one["error"]["message"],
                   "a failure without path or message")
            failed += 1
        else:
            expect(one == other, f"{one['path']}: other figures")
    return failed


def check_records(got, good, cut):
    """JSON Lines: each line is as it was, or an error. cut: the last may be a
    part, and later ones may be missing."""
    lines, wanted = got.split(b"\n"), good.split(b"\n")
    expect(cut or lines[-1] == b"", "the last line is not whole")
    errors = 0
    for line, other in zip(lines[:-1], wanted):
        if line != other:
            expect("error" in json.loads(line), f"other figures: {line!r}")
            errors += 1
    return errors


def check_stdout(got, good, cut):
    """Nothing, or whole lines of what is written undisturbed; cut: a beginning."""
    if got in (b"", good):
        return
    if good.startswith(b'{"schema"'):
        if cut:
            expect(good.startswith(got) or got.startswith(b'{"schema"'), "other JSON")
        else:
            check_report(got, good)
    elif good.startswith(b'{"id"'):
        check_records(got, good, cut)
    else:
        lines, wanted = got.split(b"\n"), good.split(b"\n")
        if cut:
            last = lines.pop()
            expect(any(line.startswith(last) for line in wanted), f"other end: {last!r}")
        for line in lines:
            expect(line in wanted, f"another line: {line!r}")


def check_outputs(outcome, case, old):
    """Each old file as before, or a whole new one."""
    for name, got in outcome.outputs.items():
        if got == old or got == case.good.outputs[name]:
            continue
        expect(got is not None, f"{name} is gone")
        good = case.good.outputs[name]
        if good.startswith(b'{"schema"'):
            check_report(got, good)
        else:
            check_stdout(got, good, False)


def check_same(outcome, case):
    """Undisturbed."""
    good = case.good
    expect(outcome.stdout == good.stdout, "status 0, but other output")
    expect(outcome.outputs == good.outputs, "status 0, but other files")


def message_of(outcome, names):
    """Is there a message that begins with one of the names?"""
    text = outcome.stderr.decode("utf-8", "replace")
    wanted = "|".join(re.escape(name) for name in names)
    return re.search(rf"^lede: ({wanted})(:\d+:\d+)?(: .|\b)", text, re.M) is not None


# ---- Every call -----------------------------------------------------------------


def each_call(place, case, call, what, onwards=False):
    """Runs with call number 1, 2, ... going wrong until there are no more calls;
    yields (number, outcome)."""
    number = 0
    while True:
        number += 1
        plan = f"{call}:{number}{'+' if onwards else ''}:{what}"
        outcome = place.run(case.command, case.stdin, plan)
        if not outcome.hits:
            return
        yield number, outcome
        assert number < 20000, "no end of calls"


def require_injection(args):
    """Skips where inject.c cannot work; fails where it should, but does not."""
    if not args.inject:
        skip("built with sanitizers, which take the same calls")
    if shutil.which("ldd"):
        kind = subprocess.run(["ldd", str(args.lede)], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout
        if b"not a dynamic" in kind or b"statically" in kind:
            skip("the program is linked statically")
    with Place(args.lede, {}, args.inject) as place:
        outcome = place.run(["languages"], plan=f"write:1:{errno.EIO}")
        assert outcome.hits and outcome.status == 2, str(outcome)


# ---- Texts ----------------------------------------------------------------------

ARTICLE = ("The Harbour\n\nOne boat came. Two boats left the harbour of Skerry.\n\n"
           "ADVERTISEMENT\n\nThe captains slept. It was the 3.5 m wall\u2019s \ufb01sh "
           "that they had seen.\n").encode()
OTHER = b"A \xff storm came by night. Nobody sailed. The rope held.\n"
GERMAN = "Die Stra\u00dfe war leer. Dr. M\u00fcller kam am 3. Mai.\n".encode()
RECORDS = (b'{"id":1,"text":"A boat came. Two left.","title":"Boats"}\n'
           b'{"id":"b","text":7}\n'
           b'not JSON\n'
           b'{"id":2,"text":"Er kam. Sie ging.","lang":"de"}\n'
           b'{"id":[3],"text":"Nobody was there. \\u00e9t\\ud800"}\n')

# Of what md4c and libyaml take memory for: marks, containers, definitions, tables.
PAGE = (b'---\ntitle: "The \\x66erry"\ndescription: >-\n  Two boats\n  left.\nlede:\n'
        b"  words: [3, {most: 9}]\n---\n\n# The **pier**\n\nA boat [came][1] with `tar` "
        b"&amp; ![a *tern*](t.png) by night.\n\n> - 1. Nobody saw [her](b 'c\nd').\n\n"
        b"| Boat | Crew |\n|:---|---:|\n| Tern | 4 |\n\n<div>One <b>wet</b> rope.</div>\n\n"
        b"[1]: <d> 'e\nf'\n[2 of\nthem]: g\n\n{{< fig >}} It ended.[^n]\n\n[^n]: Late.\n")

ONE = {"a.txt": ARTICLE}
BOTH = {"a.txt": ARTICLE, "b.txt": OTHER}


def cases():
    """Every verb and every form of output; each of the files is read."""
    return [
        Case("summarize", ["summarize", "-o", "text", "-o", "json=report.json", "a.txt",
                           "b.txt"], BOTH, outputs=("report.json",)),
        Case("summarize-files", ["summarize", "-v", "--show-dropped", "--title", "Boats",
                                 "-o", "json=one.json", "-o", "text=two.txt", "-",
                                 "b.txt"], BOTH, "a.txt", ("one.json", "two.txt")),
        Case("summarize-german", ["summarize", "--lang", "de", "--format", "json", "g"],
             {"g": GERMAN}),
        Case("split", ["split", "a.txt", "b.txt"], BOTH),
        Case("split-words", ["split", "--words", "a.txt"], ONE),
        Case("split-json", ["split", "--words", "-o", "json=report.json", "-o", "lines",
                            "a.txt"], ONE, outputs=("report.json",)),
        Case("split-markdown", ["split", "--show-dropped", "a.md"], {"a.md": PAGE}),
        Case("summarize-markdown", ["summarize", "-o", "text", "-o", "json=report.json",
                                    "a.md", "b.txt"], {"a.md": PAGE, "b.txt": OTHER},
             outputs=("report.json",)),
        Case("uax29", ["split", "--uax29", "a.txt"], ONE),
        Case("split-records", ["split", "--jsonl", "r.jsonl"], {"r.jsonl": RECORDS}),
        Case("summarize-records", ["summarize", "--jsonl", "--lang", "en"],
             {"r.jsonl": RECORDS}, "r.jsonl"),
        Case("split-explain", ["split", "--explain", "--hygiene", "off", "--format",
                               "json", "a.txt"], ONE),
        Case("summarize-explain", ["summarize", "--explain", "--keep-rule", "ad-label",
                                   "a.txt"], ONE),
        Case("explain-records", ["summarize", "--jsonl", "--explain", "r.jsonl"],
             {"r.jsonl": RECORDS}),
        Case("score", ["score", "--all", "-o", "text", "-o", "json=report.json", "a.txt",
                       "b.txt"], BOTH, outputs=("report.json",)),
        Case("score-parts", ["score", "--explain", "--by", "section", "--word-list",
                             "dale-769=w", "--format", "markdown", "a.txt"],
             {**ONE, "w": b"boat the # some\n"}),
        Case("score-records", ["score", "--jsonl", "r.jsonl"], {"r.jsonl": RECORDS}),
        Case("languages", ["languages"]),
        Case("languages-json", ["languages", "-o", "json=languages.json"],
             outputs=("languages.json",)),
        Case("formulas", ["formulas"]),
        Case("explain-json", ["explain", "-o", "json=flesch.json", "flesch"],
             outputs=("flesch.json",)),
        Case("completions", ["completions", "zsh"]),
        Case("help", ["help", "split"]),
        Case("version", ["--version"]),
    ]


class Tally:
    """How many attempts there were, and what went wrong."""

    def __init__(self):
        self.count = 0
        self.failures = []

    def attempt(self, name, outcome, check):
        """check() raises a Fault when the outcome is not what it should be."""
        self.count += 1
        try:
            check()
            expect(not outcome.left, f"left: {outcome.left}")
        except Fault as fault:
            self.failures.append(f"{name}: {fault}\n{outcome}")


def finish(count, failures):
    print(f"{count} runs, {len(failures)} wrong")
    for text in failures[:20]:
        print(f"---- {text}")
    return 1 if failures or count == 0 else 0
