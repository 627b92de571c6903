#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every request of the program for memory is refused in turn, alone and with all
that follow; those of the C library, of libstemmer, libyaml, md4c and utf8proc among
them.

    program_memory.py --lede PROGRAM --inject LIBRARY
"""
import errno
import re
import sys

import program

MESSAGE = re.compile(rb"^lede: (.*: )?(out of memory|Cannot allocate memory)$", re.M)


def check(outcome, case, old):
    program.expect(not outcome.left, f"left: {outcome.left}")
    if outcome.status == 0:
        program.check_same(outcome, case)
        return
    program.expect(outcome.status == 3, "neither done nor status 3")
    program.expect(MESSAGE.search(outcome.stderr), "no message")
    program.check_stdout(outcome.stdout, case.good.stdout, False)
    program.check_outputs(outcome, case, old)


def main():
    args = program.arguments(__doc__)
    program.require_injection(args)
    count, unnoticed, failures = 0, 0, []
    for case in program.cases():
        with case.place(args.lede, args.inject) as place:
            for onwards in (False, True):
                for number, outcome in program.each_call(
                        place, case, "malloc", errno.ENOMEM, onwards):
                    count += 1
                    unnoticed += outcome.status == 0
                    try:
                        check(outcome, case, place.old)
                    except program.Fault as fault:
                        failures.append(f"{case.name}: {number}"
                                        f"{'+' if onwards else ''}: {fault}\n{outcome}")
    print(f"{unnoticed} refusals without consequence")
    # Only giving back what is not needed may be refused without consequence.
    assert unnoticed < count // 4, "refusals are not noticed"
    return program.finish(count, failures)


if __name__ == "__main__":
    sys.exit(main())
