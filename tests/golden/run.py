#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the golden tests: does the program print what it printed before?

    run.py --lede PROGRAM [--bless] [--without CASE] [CASE...]
    run.py --selftest

A case is a folder <command>/<case>/ beside this file; CASE names one, or the
beginning of its name (summarize, summarize/words); --without leaves out the
cases it names in the same way. A case holds
  cmd      a line for bash; `lede` is the program, $LEDE_CORPUS the corpus
  in/      optional: files; the command runs in a fresh copy of it
  stdout, stderr, exit    what is expected; a missing file means empty, or 0
--bless writes what came out into the cases instead of comparing.
A stdout that is a JSON object with "schema": "lede/1" must also fit
docs/schema/lede-1.schema.json.
"""
import argparse
import difflib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIMEOUT = 60  # seconds


def find_cases(top, names, without=()):
    def named(case, beginnings):
        name = case.relative_to(top).as_posix()
        return any(name.startswith(n.rstrip("/")) for n in beginnings)

    return [case for case in sorted(file.parent for file in top.glob("*/*/cmd"))
            if (not names or named(case, names)) and not named(case, without)]


def run_case(case, program):
    """What came out: {"stdout": bytes, "stderr": bytes, "exit": bytes}."""
    with tempfile.TemporaryDirectory(prefix="lede-golden-") as scratch:
        work = pathlib.Path(scratch) / "work"
        if (case / "in").is_dir():
            shutil.copytree(case / "in", work, symlinks=True)
        else:
            work.mkdir()
        tools = pathlib.Path(scratch) / "bin"
        tools.mkdir()
        (tools / "lede").symlink_to(program)
        environment = {
            "PATH": f"{tools}:/usr/local/bin:/usr/bin:/bin",
            "HOME": scratch,
            "LC_ALL": "C",
            "LEDE_CORPUS": str(ROOT / "corpus"),
        }
        for name, value in os.environ.items():  # sanitizers and coverage
            if name.endswith("SAN_OPTIONS") or name.startswith("GCOV"):
                environment[name] = value
        try:
            done = subprocess.run(
                ["bash", "-c", (case / "cmd").read_text(encoding="utf-8")],
                cwd=work, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return {"stdout": b"", "stderr": b"", "exit": b"timeout\n"}
    return {"stdout": done.stdout, "stderr": done.stderr,
            "exit": b"%d\n" % done.returncode}


def expected(case, part):
    file = case / part
    if file.is_file():
        return file.read_bytes()
    return b"0\n" if part == "exit" else b""


def show_difference(name, want, got):
    def lines(data):
        text = data.decode("utf-8", "backslashreplace")
        return text.splitlines(keepends=True)

    for line in difflib.unified_diff(lines(want), lines(got),
                                     f"{name} expected", f"{name} now"):
        sys.stdout.write(line if line.endswith("\n") else line + "\n\\ no line end\n")


def compare(case, name, results):
    same = True
    for part, got in results.items():
        want = expected(case, part)
        if part == "exit":
            want = want.strip() + b"\n"
        if want != got:
            same = False
            show_difference(f"{name}/{part}", want, got)
    return same


def bless(case, name, results):
    """Writes the files that changed; an expected nothing has no file."""
    for part, got in results.items():
        if part == "exit" and expected(case, part).strip() == got.strip():
            continue
        if expected(case, part) == got:
            continue
        file = case / part
        if got == (b"0\n" if part == "exit" else b""):
            file.unlink()
        else:
            file.write_bytes(got)
        print(f"blessed {name}/{part}")


class Schema:
    """Checks JSON output; explains in .note why it does not."""

    def __init__(self, path):
        self.validator = None
        self.note = ""
        if not path.is_file():
            self.note = f"no {path.name}: JSON output not validated"
            return
        try:
            import jsonschema  # pylint: disable=import-outside-toplevel
        except ImportError:
            self.note = "no Python module jsonschema: JSON output not validated"
            return
        schema = json.loads(path.read_text(encoding="utf-8"))
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        self.validator = kind(schema)

    def faults(self, stdout):
        """None when stdout is not ours to validate, else a list of faults."""
        if self.validator is None:
            return None
        try:
            value = json.loads(stdout.decode("utf-8"))
        except ValueError:
            return None
        if not isinstance(value, dict) or value.get("schema") != "lede/1":
            return None
        return [f"/{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
                for fault in self.validator.iter_errors(value)]


def run(top, program, names, blessing, schema, without=()):
    """The number of failed cases, or -1 when there is no such case."""
    cases = find_cases(top, names, without)
    if (names or without) and not cases:
        print("golden: no such case")
        return -1
    failed = validated = 0
    for case in cases:
        name = case.relative_to(top).as_posix()
        results = run_case(case, program)
        passed = True
        if results["exit"] == b"timeout\n":
            print(f"{name}: longer than {TIMEOUT} s")
            passed = False
        elif blessing:
            bless(case, name, results)
        else:
            passed = compare(case, name, results)
        faults = schema.faults(results["stdout"])
        for fault in faults or []:
            print(f"{name}: {fault}")
        validated += faults is not None
        if not passed or faults:
            failed += 1
            print(f"FAILED {name}")
    if schema.note:
        print(f"golden: note: {schema.note}")
    print(f"golden: {len(cases)} cases, {validated} JSON outputs validated, "
          f"{failed} failed")
    return failed


# ---- Self-test ----------------------------------------------------------------

FAKE = """#!/bin/sh
cat file; echo note >&2; echo '{"schema": "lede/1"}'; exit 3
"""


def selftest():
    """A stand-in program: a good case passes, each kind of difference fails,
    bless mends it and leaves files that need no change alone."""
    with tempfile.TemporaryDirectory() as scratch:
        top = pathlib.Path(scratch)
        program = top / "program"
        program.write_text(FAKE)
        program.chmod(0o755)
        case = top / "verb" / "case"
        (case / "in").mkdir(parents=True)
        (case / "in" / "file").write_text("text\n")
        (case / "cmd").write_text("lede; code=$?; rm file; exit $code\n")
        schema = Schema(top / "absent.json")
        print("-- three differences:")
        assert run(top, program, [], False, schema) == 1
        print("-- bless:")
        assert run(top, program, [], True, schema) == 0
        assert (case / "stdout").read_text() == 'text\n{"schema": "lede/1"}\n'
        assert (case / "stderr").read_text() == "note\n"
        assert (case / "exit").read_text() == "3\n"
        print("-- equal:")
        assert run(top, program, ["verb"], False, schema) == 0
        assert (case / "in" / "file").exists()
        for part in ("stdout", "stderr", "exit"):
            print(f"-- {part} differs:")
            before = (case / part).read_text()
            (case / part).write_text("7\n")
            assert run(top, program, ["verb/case"], False, schema) == 1
            (case / part).write_text(before)
        print("-- unknown case, and none left:")
        assert run(top, program, ["other"], False, schema) == -1
        assert run(top, program, [], False, schema, ["verb"]) == -1
        assert len(find_cases(top, [], ["other"])) == 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", metavar="PROGRAM")
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--selftest", action="store_true")
    parser.add_argument("--without", action="append", default=[], metavar="CASE")
    parser.add_argument("case", nargs="*")
    args = parser.parse_args()
    if args.selftest:
        selftest()
        return 0
    if not args.lede or not os.access(args.lede, os.X_OK):
        parser.error("--lede must name the program")
    schema = Schema(ROOT / "docs" / "schema" / "lede-1.schema.json")
    return run(HERE, pathlib.Path(args.lede).resolve(), args.case, args.bless,
               schema, args.without) != 0


if __name__ == "__main__":
    sys.exit(main())
