#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Same bytes in every locale: of the library, called by a program that did
setlocale(LC_ALL, ...), and of the program with LC_ALL in its environment.

    locales.py --reports WRITE_REPORTS --lede PROGRAM
    locales.py --reports WRITE_REPORTS --seeds N      same bytes with N hash seeds

The locales are made by localedef in a folder of our own.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
SOURCES = pathlib.Path("/usr/share/i18n/locales")
CORPUS = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus" / "articles"

# name: (source, what write_reports says of it): that the locale is in effect.
LOCALES = {
    "de_DE.UTF-8": ("de_DE", ", 1,5 20 25 49"),
    "tr_TR.UTF-8": ("tr_TR", ", 1,5 20 25 130"),
    "ar_SA.UTF-8": ("ar_SA", None),
}
PLAIN = ". 1.5 25 20 49"


def make_locales(folder):
    for name, (source, _) in LOCALES.items():
        subprocess.run(["localedef", "--no-archive", "-i", source, "-f", "UTF-8",
                        str(folder / name)], check=True, capture_output=True)


def environment(folder, locale):
    return {**os.environ, "LOCPATH": str(folder), "LC_ALL": locale}


def reports(program, locale="C", seed=1, folder="/nonexistent"):
    """(what the locale does, all reports)"""
    done = subprocess.run([program, locale, str(seed)], env=environment(folder, locale),
                          check=True, capture_output=True)
    return done.stderr.decode().splitlines()[0], done.stdout


def runs(program, locale, folder):
    """What the program writes: stdout and stderr of several commands."""
    texts = sorted(map(str, CORPUS.glob("*.txt")))
    assert texts
    out = []
    for command in (["summarize", "--ratio", "0.5", "--format", "json", *texts],
                    ["summarize", *texts], ["split", "--words", *texts],
                    ["score", "--all", "--format", "json", *texts],
                    ["score", "--explain", "--by", "section", *texts],
                    ["score", "--format", "csv", "--formula", "all", *texts],
                    ["score", "--format", "markdown", *texts],
                    ["formulas"], ["formulas", "flesch"],
                    ["summarize", "missing"], ["summarise"], ["help", "summarize"],
                    ["languages"], ["summarize", "--ratio", "0.5", *texts],
                    ["summarize", "--ratio", "0,5", *texts]):
        done = subprocess.run([program, *command], env=environment(folder, locale),
                              check=False, capture_output=True)
        out.append((command, done.returncode, done.stdout, done.stderr))
    return out


def test_locales(args):
    if shutil.which("localedef") is None or not SOURCES.is_dir():
        print("skipped: needs localedef and its sources (Debian package locales)")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="lede-locales-") as scratch:
        folder = pathlib.Path(scratch)
        make_locales(folder)
        state, wanted = reports(args.reports)
        assert state == PLAIN, state
        assert len(wanted) > 100000, "hardly anything was written"
        wanted_runs = runs(args.lede, "C", folder)
        failed = 0
        for name, (_, effect) in LOCALES.items():
            state, got = reports(args.reports, name, folder=folder)
            print(f"{name}: {state}: {'equal' if got == wanted else 'DIFFERENT'}")
            assert effect in (None, state), f"{name} is not in effect: {state}"
            failed += got != wanted
            for one, other in zip(runs(args.lede, name, folder), wanted_runs):
                if one != other:
                    print(f"{name}: {one}\ninstead of {other}")
                    failed += 1
    return 1 if failed else 0


def test_seeds(args):
    _, wanted = reports(args.reports, seed=0)
    seeds = [(i * 0x9E3779B97F4A7C15) % 2**64 for i in range(2, args.seeds)]
    seeds.append(2**64 - 1)
    different = [seed for seed in seeds if reports(args.reports, seed=seed)[1] != wanted]
    print(f"{len(seeds) + 1} hash seeds, different: {different}")
    return 1 if different or len(wanted) < 100000 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", required=True)
    parser.add_argument("--lede")
    parser.add_argument("--seeds", type=int, default=0)
    args = parser.parse_args()
    return test_seeds(args) if args.seeds else test_locales(args)


if __name__ == "__main__":
    sys.exit(main())
