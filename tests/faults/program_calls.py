#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every call of the program to the system goes wrong in turn: with an error,
interrupted, short; alone, and with all that follow.

    program_calls.py --lede PROGRAM --inject LIBRARY
"""
import errno
import re
import sys

import program

EIO, EINTR, ENOSPC = errno.EIO, errno.EINTR, errno.ENOSPC

# Of which nobody may notice anything.
HARMLESS = [("read", EINTR), ("read", errno.EAGAIN), ("read", "short"),
            ("write", EINTR), ("write", errno.EAGAIN), ("write", "short"),
            ("close", EINTR)]
ERRORS = [("read", EIO), ("write", EIO), ("write", ENOSPC), ("write", errno.EPIPE),
          ("open", errno.ENOENT), ("open", errno.EMFILE), ("close", EIO),
          ("close", ENOSPC), ("fstat", EIO), ("fstat", errno.EOVERFLOW),
          ("stat", errno.EACCES), ("access", errno.EACCES), ("realpath", EIO),
          ("mkstemp", errno.EACCES), ("mkstemp", ENOSPC), ("fchmod", errno.EPERM),
          ("fsync", EIO), ("fsync", ENOSPC), ("rename", errno.EACCES),
          ("rename", EIO)]


def names_of(case, hits):
    """As a message may call what the calls were about; with the inputs of the
    case among them, whether one failed."""
    names, inputs = set(), set()
    for _, subject in hits:
        fd = re.match(r"(\d*)", subject).group()
        last = re.split("[/:]", subject)[-1]
        if fd == "1":
            names.add("standard output")
        elif fd == "0":
            names.add("<stdin>")
            inputs.add("<stdin>")
        elif last in case.files:
            names.add(last)
            inputs.add(last)
        elif last in case.outputs:
            names.add(last)
        elif last.startswith(".lede-"):
            names.update(case.outputs)
    return names, inputs


def only_stderr(hits):
    return all(subject.startswith("2:") for _, subject in hits)


def check_failed(outcome, case, old):
    """It ended with an error: of what, and was the rest done?"""
    names, inputs = names_of(case, outcome.hits)
    program.expect(outcome.status in (2, 3), "neither done nor an error")
    stderr_hit = any(subject.startswith("2:") for _, subject in outcome.hits)
    program.expect(stderr_hit or program.message_of(outcome, names),
                   f"no message about {sorted(names)}")
    cut = any(subject.startswith("1:") for _, subject in outcome.hits)
    program.check_stdout(outcome.stdout, case.good.stdout, cut)
    program.check_outputs(outcome, case, old)
    if inputs and inputs == names and len(case.files) > len(inputs):
        for name, got in outcome.outputs.items():
            if name.endswith(".json"):
                program.expect(got not in (None, old), "the rest was not kept")
                failed = program.check_report(got, case.good.outputs[name])
                program.expect(failed == len(inputs), "other files were not done")


def check(outcome, case, old, harmless):
    program.expect(not outcome.left, f"left: {outcome.left}")
    if outcome.status == 0 or harmless or only_stderr(outcome.hits):
        program.expect(outcome.status == 0, "an error for nothing")
        program.check_same(outcome, case)
        return
    check_failed(outcome, case, old)


def must_fail(call, outcome, case):
    """Is this a failure that cannot be without consequence?"""
    names, inputs = names_of(case, outcome.hits)
    if only_stderr(outcome.hits):
        return False
    if call == "close":
        return bool(names - inputs)  # what was read is there, whatever close() says
    if call == "stat":
        return bool(names - inputs)  # what an input is, its descriptor tells again
    return bool(names) or call not in ("read", "open")


class Runs:
    def __init__(self):
        self.count = 0
        self.failures = []
        self.met = set()

    def one_kind(self, place, case, fault, harmless, onwards):
        call, what = fault
        for number, outcome in program.each_call(place, case, call, what, onwards):
            self.count += 1
            self.met.add(call)
            try:
                check(outcome, case, place.old, harmless)
                if not harmless and must_fail(call, outcome, case):
                    program.expect(outcome.status != 0, "not noticed")
            except program.Fault as fault_text:
                self.failures.append(
                    f"{case.name}: {call} {number}{'+' if onwards else ''} {what} "
                    f"(old: {place.old is not None}): {fault_text}\n{outcome}")

    def case(self, args, case):
        with case.place(args.lede, args.inject) as place:
            for old in (program.OLD, None) if case.outputs else (program.OLD,):
                place.old = old
                for fault in HARMLESS:
                    self.one_kind(place, case, fault, True, False)
                for fault in ERRORS:
                    self.one_kind(place, case, fault, False, False)
                    self.one_kind(place, case, fault, False, True)


def main():
    args = program.arguments(__doc__)
    program.require_injection(args)
    runs = Runs()
    for case in program.cases():
        runs.case(args, case)
    missed = {call for call, _ in ERRORS} - runs.met
    assert not missed, f"never met: {missed}"
    return program.finish(runs.count, runs.failures)


if __name__ == "__main__":
    sys.exit(main())
