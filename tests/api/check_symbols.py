#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What liblede.so exports = exported_symbols.txt = the LEDE_API functions of
the public headers.

    check_symbols.py [--nm NM] LIBRARY
"""
import argparse
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def listed():
    lines = (HERE / "exported_symbols.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def declared():
    """Names behind LEDE_API in the public headers."""
    names = set()
    for header in sorted((ROOT / "include" / "lede").glob("*.h")):
        text = re.sub(r"/\*.*?\*/", " ", header.read_text(), flags=re.S)
        text = re.sub(r"^\s*#(?:.*\\\n)*.*$", "", text, flags=re.M)
        names.update(re.findall(r"\bLEDE_API\b[^;(]*?\b(\w+)\s*\(", text))
    return names


def exported(nm, library):
    """Defined dynamic symbols. Names with a leading underscore belong to the
    compiler and its sanitizers."""
    out = subprocess.run([nm, "-D", "--defined-only", library], check=True,
                         stdout=subprocess.PIPE, universal_newlines=True).stdout
    names = (line.split()[-1] for line in out.splitlines() if line.strip())
    return {name for name in names if not name.startswith("_")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nm", default="nm")
    parser.add_argument("library")
    args = parser.parse_args()

    names = listed()
    faults = []
    if names != sorted(set(names)):
        faults.append("exported_symbols.txt: not sorted, or a name twice")
    for what, found in (("declared LEDE_API", declared()),
                        ("exported by the library", exported(args.nm, args.library))):
        faults += [f"{name}: listed, but not {what}" for name in set(names) - found]
        faults += [f"{name}: {what}, but not listed" for name in found - set(names)]
    for fault in sorted(faults):
        print(fault)
    print(f"{len(names)} symbols, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
