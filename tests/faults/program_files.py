#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files and descriptors that are not as one would like: full disks, closed
descriptors, files that change while they are read, paths that lead nowhere,
pipes and devices.

    program_files.py --lede PROGRAM --inject LIBRARY
"""
import errno
import itertools
import os
import pathlib
import resource
import shutil
import socket
import subprocess
import sys
import threading
import time

import program
import program_calls

NOBODY = 65534
LONG = "n" * 300  # longer than a name may be
CLOSED = errno.EBADF

tally = program.Tally()
attempt = tally.attempt


def expect_error(outcome, *names):
    program.expect(outcome.status == 2, "status is not 2")
    for name in names:
        program.expect(program.message_of(outcome, [name]), f"no message about {name}")


def report_states(outcome, name="report.json"):
    got = outcome.outputs[name]
    program.expect(got not in (None, program.OLD), "no report")
    return [element["state"] for element in program.elements(got)]


def limits(**values):
    """For preexec_fn: limits by their names in `resource`."""
    def set_limits():
        for name, value in values.items():
            resource.setrlimit(getattr(resource, name), (value, value))
    return set_limits


# ---- While it is read -----------------------------------------------------------

CHANGING = [
    program.Case("texts", ["split", "-o", "json=report.json", "-o", "lines", "a.txt",
                           "b.txt"], program.BOTH, outputs=("report.json",)),
    program.Case("standard-input", ["summarize", "-o", "json=report.json", "b.txt", "-"],
                 program.BOTH, "a.txt", ("report.json",)),
    program.Case("records", ["split", "--jsonl", "a.txt"], {"a.txt": program.RECORDS}),
]


def one_change(args, case, number, what):
    """The run in which a.txt is changed before read number `number`; None when
    there is no such call."""
    with case.place(args.lede, args.inject) as place:
        file = str(place.work / "a.txt")
        outcome = place.run(case.command, case.stdin, f"read:{number}:{what}",
                            environment={"INJECT_FILE": file})
    return outcome if outcome.hits else None


def reads_the_file(outcome):
    return outcome.hits[0][1].endswith("/a.txt")


def check_changed(case, outcome, what):
    """Shorter: an error of this file. Longer: so too, but of records the new ones
    are read. Gone: nobody notices."""
    if what == "unlink":
        program.expect(outcome.status == 0, "an error for nothing")
        program.check_same(outcome, case)
    elif case.name == "records" and what == "append":
        program.expect(outcome.stdout.startswith(case.good.stdout), "other records")
        program.expect(outcome.stdout.count(b"\n") == case.good.stdout.count(b"\n") + 1,
                       "not one record more")
    else:
        expect_error(outcome, "a.txt" if case.name != "standard-input" else "<stdin>")
        program.expect(b"changed while it was read" in outcome.stderr, "other message")
        program_calls.check_failed(outcome, case, program.OLD)


def test_changes(args):
    if not args.inject:
        print("changes while reading: skipped, needs inject.c")
        return
    for case in CHANGING:
        for what in ("truncate", "append", "unlink"):
            met = 0
            for number in itertools.count(1):
                outcome = one_change(args, case, number, what)
                if outcome is None:
                    break
                if reads_the_file(outcome):
                    met += 1
                    attempt(f"{case.name}: {what} at read {number}", outcome,
                            lambda o=outcome, w=what, c=case: check_changed(c, o, w))
            assert met >= 2, "the file was not read"


# ---- Full disks -----------------------------------------------------------------

LARGE = program.ARTICLE * 40
FULL = {"a.txt": LARGE}


def check_disk_full(outcome, name, reason):
    expect_error(outcome, name)
    program.expect(os.strerror(reason).encode() in outcome.stderr, "another reason")
    for got in outcome.outputs.values():
        program.expect(got == program.OLD, "the old report is not as before")


def test_full_device(args):
    with program.Place(args.lede, FULL) as place, open("/dev/full", "wb") as full:
        for command in (["summarize", "a.txt"], ["split", "a.txt"], ["languages"],
                        ["split", "--uax29", "a.txt"], ["help"], ["--version"],
                        ["split", "--jsonl", "a.txt"]):
            outcome = place.run(command, stdout=full)
            attempt(f"/dev/full: {command}", outcome, lambda o=outcome:
                    check_disk_full(o, "standard output", errno.ENOSPC))
        place.outputs = ("report.json",)
        outcome = place.run(["split", "-o", "json=report.json", "-o", "lines=/dev/full",
                             "a.txt"])
        attempt("-o lines=/dev/full", outcome,
                lambda: check_disk_full(outcome, "/dev/full", errno.ENOSPC))


def test_file_size_limit(args):
    with program.Place(args.lede, FULL, outputs=("report.json",)) as place:
        elsewhere = {"GCOV_PREFIX": str(place.top / "gcov")}
        for size in (0, 1, 100, 4096, 16384):
            outcome = place.run(["split", "-o", "json=report.json", "a.txt"],
                                preexec_fn=limits(RLIMIT_FSIZE=size),
                                environment=elsewhere)
            attempt(f"at most {size} bytes a file", outcome, lambda o=outcome:
                    check_disk_full(o, "report.json", errno.EFBIG))


def inside_small_disk(args, top):
    """Runs with a tiny file system of its own mounted on top."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", top], check=True)
    report = pathlib.Path(top) / "report.json"
    report.write_bytes(program.OLD)
    with program.Place(args.lede, FULL) as place:
        outcome = place.run(["split", "-o", f"json={report}", "a.txt"])
        expect_error(outcome, str(report))
        program.expect(b"No space left" in outcome.stderr, "another reason")
    program.expect(sorted(os.listdir(top)) == ["report.json"], "something was left")
    program.expect(report.read_bytes() == program.OLD, "the old report is not as before")


def test_small_disk(args):
    """In a mount namespace, so that nothing stays mounted."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        print("a small disk: skipped, needs root and unshare")
        return
    with program.Place(args.lede, {}) as place:
        may = subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none",
                              str(place.work)], check=False, capture_output=True)
        if may.returncode != 0:
            print(f"a small disk: skipped, {may.stderr.decode().strip()}")
            return
        done = subprocess.run(["unshare", "-m", sys.executable, __file__, "--lede",
                               str(args.lede), "--small-disk", str(place.work)],
                              check=False, capture_output=True)
        tally.count += 1
        if done.returncode != 0:
            tally.failures.append(f"a small disk: {done.stdout.decode()}{done.stderr.decode()}")


# ---- Closed descriptors ---------------------------------------------------------


def closing(command, closed):
    """The command with these descriptors closed, run by sh."""
    ends = " ".join(f"{fd}{'<' if fd == 0 else '>'}&-" for fd in closed)
    return ["sh", "-c", f'exec "$0" "$@" {ends}', *command]


def run_closed(place, case, closed):
    program_path, place.program = place.program, "/usr/bin/env"
    try:
        plan = "none:1:0" if place.inject else None
        return place.run(closing([program_path, *case.command], closed), case.stdin, plan)
    finally:
        place.program = program_path


def check_closed(case, outcome, closed):
    for fd, path in outcome.opens:
        program.expect(int(fd) > 2 or path == "/dev/null", f"{path} became {fd}")
    needed = {0} if case.stdin else set()
    if case.good.stdout:
        needed.add(1)
    if not needed & set(closed):
        program.expect(outcome.status == 0, "an error for nothing")
        program.check_same(outcome, case)
        return
    program.expect(outcome.status == 2, "status is not 2")
    program.check_stdout(outcome.stdout, case.good.stdout, True)
    if 2 not in closed:
        program.expect(os.strerror(CLOSED).encode() in outcome.stderr, "no message")


def test_closed_descriptors(args):
    cases = [
        program.Case("file to file", ["summarize", "-o", "json=report.json", "a.txt"],
                     program.ONE, outputs=("report.json",)),
        program.Case("file to standard output", ["split", "a.txt"], program.ONE),
        program.Case("standard input to file", ["split", "-o", "json=report.json", "-"],
                     program.ONE, "a.txt", ("report.json",)),
        program.Case("records", ["split", "--jsonl"], {"r": program.RECORDS}, "r"),
        program.Case("version", ["--version"]),
    ]
    for case in cases:
        with case.place(args.lede, args.inject) as place:
            for closed in itertools.chain.from_iterable(
                    itertools.combinations((0, 1, 2), count) for count in range(4)):
                outcome = run_closed(place, case, closed)
                attempt(f"{case.name} without {closed}", outcome,
                        lambda o=outcome, c=case, d=closed: check_closed(c, o, d))


def test_no_null_device(args):
    """A closed descriptor cannot be reserved: nothing is read or written."""
    if not args.inject:
        return
    case = program.Case("file", ["summarize", "-o", "json=report.json", "a.txt"],
                        program.ONE, outputs=("report.json",))
    with case.place(args.lede, args.inject) as place:
        program_path, place.program = place.program, "/usr/bin/env"
        for closed in ((0,), (1,), (0, 1)):
            command = [f"LD_PRELOAD={args.inject}", "INJECT=open:1:2", program_path]
            outcome = place.run(closing(["env", *command, *case.command], closed))
            attempt(f"no null device for {closed}", outcome,
                    lambda o=outcome: expect_error(o, "/dev/null"))


# ---- Paths ----------------------------------------------------------------------


def make_odd_files(work):
    """{path: reason} of inputs that cannot be read."""
    (work / "folder").mkdir()
    os.symlink("loop", work / "loop")
    os.symlink("nowhere", work / "dangling")
    (work / "closed").write_text("Nobody may read this.\n")
    (work / "closed").chmod(0)
    (work / "locked").mkdir()
    (work / "locked" / "file").write_text("Nobody comes here.\n")
    (work / "locked").chmod(0)
    sock = socket.socket(socket.AF_UNIX)
    sock.bind(str(work / "socket"))
    sock.close()
    return {"folder": "directory", "loop": errno.ELOOP, "dangling": errno.ENOENT,
            "missing": errno.ENOENT, "closed": errno.EACCES,
            "locked/file": errno.EACCES, LONG: errno.ENAMETOOLONG,
            "a.txt/b": errno.ENOTDIR, "": errno.ENOENT, "socket": "No such device"}


def unprivileged(place):
    """What makes a run obey permissions, which root does not."""
    place.top.chmod(0o755)
    place.work.chmod(0o777)
    if os.geteuid() != 0:
        return {}
    copy = place.top / "lede"
    shutil.copy(place.program, copy)
    copy.chmod(0o755)
    place.program = str(copy)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def reason_text(reason):
    return os.strerror(reason) if isinstance(reason, int) else reason


def check_odd_input(outcome, path, reason):
    expect_error(outcome, path)
    program.expect(reason_text(reason).encode() in outcome.stderr,
                   f"not {reason_text(reason)}")
    program.expect(report_states(outcome) == ["done", "failed", "done"],
                   "the others are not done")


def check_odd_records(outcome, path, reason):
    expect_error(outcome, path)
    program.expect(reason_text(reason).lower().encode() in outcome.stderr.lower(),
                   f"not {reason_text(reason)}")
    program.expect(outcome.stdout.count(b'{"id":1,') == 2, "the others are not done")


def test_odd_inputs(args):
    files = {**program.BOTH, "r": program.RECORDS}
    with program.Place(args.lede, files, outputs=("report.json",)) as place:
        rights = {**unprivileged(place),
                  "environment": {"GCOV_PREFIX": str(place.top / "gcov")}}
        odd = make_odd_files(place.work)
        place.files = {**files, **dict.fromkeys(path.split("/")[0] for path in odd)}
        for path, reason in odd.items():
            os.chmod(place.work, 0o777)
            (place.work / "report.json").touch()
            (place.work / "report.json").chmod(0o666)
            outcome = place.run(["split", "-o", "json=report.json", "a.txt", path,
                                 "b.txt"], **rights)
            attempt(f"input {path[:20]}", outcome, lambda o=outcome, p=path, r=reason:
                    check_odd_input(o, p, r))
            outcome = place.run(["split", "--jsonl", "r", path, "r"], **rights)
            attempt(f"records {path[:20]}", outcome, lambda o=outcome, p=path, r=reason:
                    check_odd_records(o, p, r))
        (place.work / "locked").chmod(0o755)


def make_odd_folder(work):
    """A folder of which parts cannot be read, and files that are none."""
    top = work / "drafts"
    (top / "closed").mkdir(parents=True)
    (top / "locked").mkdir()
    (top / "seen").mkdir()
    for name in ("closed/file", "locked/file", "seen/file", "shut"):
        (top / name).write_bytes(program.OTHER)
    os.symlink("nowhere", top / "dangling")
    os.mkfifo(top / "pipe")
    (top / "closed").chmod(0)    # not even its names
    (top / "locked").chmod(0o444)  # its names, and no more
    (top / "shut").chmod(0)


def check_odd_folder(outcome):
    found = [(element["path"].split("drafts/")[1], element["state"])
             for element in program.elements(outcome.outputs["report.json"])]
    program.expect(found == [("closed", "failed"), ("dangling", "not_scored"),
                             ("locked/file", "failed"), ("pipe", "not_scored"),
                             ("seen/file", "done"), ("shut", "failed")], str(found))
    expect_error(outcome, "drafts/closed", "drafts/locked/file", "drafts/shut")


def test_odd_folder(args):
    with program.Place(args.lede, {}, outputs=("report.json",)) as place:
        rights = {**unprivileged(place),
                  "environment": {"GCOV_PREFIX": str(place.top / "gcov")}}
        make_odd_folder(place.work)
        (place.work / "report.json").touch()
        (place.work / "report.json").chmod(0o666)
        place.files = {"drafts": None}
        outcome = place.run(["score", "-o", "json=report.json", "drafts"], **rights)
        attempt("folder", outcome, lambda: check_odd_folder(outcome))
        (place.work / "drafts" / "closed").chmod(0o755)
        (place.work / "drafts" / "locked").chmod(0o755)


def make_odd_outputs(work):
    (work / "folder").mkdir()
    os.symlink("loop", work / "loop")
    (work / "locked").mkdir()
    (work / "locked" / "file").write_bytes(program.OLD)
    (work / "locked").chmod(0o555)
    (work / "readonly").write_bytes(program.OLD)
    (work / "readonly").chmod(0o444)
    return {"folder": errno.EISDIR, "loop": errno.ELOOP, "missing/file": errno.ENOENT,
            "locked/new": errno.EACCES, "locked/file": errno.EACCES,
            "readonly": errno.EACCES, LONG: errno.ENAMETOOLONG,
            "a.txt/b": errno.ENOTDIR}


def test_odd_outputs(args):
    with program.Place(args.lede, program.ONE, outputs=("good.json",)) as place:
        rights = {**unprivileged(place),
                  "environment": {"GCOV_PREFIX": str(place.top / "gcov")}}
        odd = make_odd_outputs(place.work)
        names = {path.split("/")[0] for path in odd}
        place.files = {**program.ONE, **dict.fromkeys(names - {"missing", LONG})}
        for path, reason in odd.items():
            (place.work / "good.json").touch()
            (place.work / "good.json").chmod(0o666)
            outcome = place.run(["split", "-o", "json=good.json", "-o", f"lines={path}",
                                 "a.txt"], **rights)
            attempt(f"output {path[:20]}", outcome, lambda o=outcome, p=path, r=reason:
                    check_odd_output(o, p, r))
        for kept in ("readonly", "locked/file"):
            assert (place.work / kept).read_bytes() == program.OLD, kept
        assert sorted(os.listdir(place.work / "locked")) == ["file"]
        (place.work / "locked").chmod(0o755)


def check_odd_output(outcome, path, reason):
    expect_error(outcome, path)
    program.expect(os.strerror(reason).encode() in outcome.stderr, "another reason")
    program.expect(outcome.outputs["good.json"] == program.OLD, "the other was written")


def test_link_as_output(args):
    """The link stays, and what it leads to is replaced."""
    with program.Place(args.lede, program.ONE, outputs=("report.json",)) as place:
        place.files = {**program.ONE, "link": None}
        os.symlink("report.json", place.work / "link")
        outcome = place.run(["split", "-o", "json=link", "a.txt"])
        attempt("link", outcome, lambda: program.expect(
            report_states(outcome) == ["done"] and (place.work / "link").is_symlink(),
            "not written, or no link any more"))


# ---- Pipes and devices ----------------------------------------------------------


def feed(path, content):
    """Writes to a pipe; its reader may leave early."""
    try:
        with open(path, "wb") as pipe:
            pipe.write(content)
    except BrokenPipeError:
        pass


def run_with_pipe(place, command, content, **more):
    os.mkfifo(place.work / "pipe")
    place.files = {**place.files, "pipe": None}
    writer = threading.Thread(target=feed, args=(place.work / "pipe", content))
    writer.start()
    try:
        return place.run(command, **more)
    finally:
        writer.join()
        (place.work / "pipe").unlink()


def check_over_limit(outcome, name):
    expect_error(outcome, name)
    program.expect(b"over the limit of 65536 bytes (--max-bytes)" in outcome.stderr,
                   "another reason")
    program.expect(report_states(outcome) == ["done", "failed", "done"],
                   "the others are not done")


def test_limits(args):
    """Endless and huge inputs are refused in little memory."""
    little = {} if "SAN_OPTIONS" in "".join(os.environ) or not args.inject else {
        "preexec_fn": limits(RLIMIT_AS=256 << 20)}
    with program.Place(args.lede, program.BOTH, outputs=("report.json",)) as place:
        with open(place.work / "sparse", "wb") as sparse:
            sparse.truncate(10 << 30)
        place.files = {**program.BOTH, "sparse": None}
        command = ["split", "--max-bytes", "64K", "-o", "json=report.json", "a.txt"]
        for path in ("/dev/zero", "sparse"):
            outcome = place.run([*command, path, "b.txt"], **little)
            attempt(path, outcome, lambda o=outcome, p=path: check_over_limit(o, p))
        outcome = run_with_pipe(place, [*command, "pipe", "b.txt"], LARGE * 40, **little)
        attempt("pipe over the limit", outcome,
                lambda: check_over_limit(outcome, "pipe"))
        whole = run_with_pipe(place, [*command, "pipe", "b.txt"], LARGE, **little)
        attempt("pipe", whole, lambda: program.expect(
            report_states(whole) == ["done"] * 3, "not done"))


def test_endless_line(args):
    """A record of 40 MB, and two good ones around it."""
    little = {"preexec_fn": limits(RLIMIT_AS=64 << 20)} if args.inject else {}
    good = b'{"id":1,"text":"One."}\n'
    records = good + b"x" * (40 << 20) + b"\n" + good
    with program.Place(args.lede, {}) as place:
        outcome = place.run(["split", "--jsonl", "--max-bytes", "1M"], records, **little)
        ids = [line[:9] for line in outcome.stdout.splitlines()]
        attempt("a long line", outcome, lambda: program.expect(
            outcome.status == 0 and ids == [b'{"id":1,"', b'{"id":nul', b'{"id":1,"'],
            f"not three answers: {ids}"))


# ---- Pipes that do not block ----------------------------------------------------


def drain(fd, pieces):
    """Reads after the pipe was full for a while."""
    time.sleep(0.2)
    with open(fd, "rb") as pipe:
        pieces.append(pipe.read())


def fill(fd, content):
    """Writes in two pieces with a pause, in which the pipe is empty."""
    try:
        with open(fd, "wb") as pipe:
            pipe.write(content[:10])
            pipe.flush()
            time.sleep(0.2)
            pipe.write(content[10:])
    except BrokenPipeError:
        pass


def run_without_blocking(place, case):
    """Both ends of the program are pipes that whoever opened them set not to
    block, as terminals and other programs do."""
    (in_read, in_write), (out_read, out_write) = os.pipe(), os.pipe()
    os.set_blocking(in_read, False)
    os.set_blocking(out_write, False)
    pieces = []
    threads = [threading.Thread(target=drain, args=(out_read, pieces)),
               threading.Thread(target=fill, args=(in_write, case.stdin))]
    for thread in threads:
        thread.start()
    done = subprocess.run([place.program, *case.command], stdin=in_read,
                          stdout=out_write, stderr=subprocess.PIPE, cwd=place.work,
                          env=place.environment(None), timeout=program.TIMEOUT,
                          check=False)
    os.close(in_read)
    os.close(out_write)
    for thread in threads:
        thread.join()
    return place.collect(subprocess.CompletedProcess(
        case.command, done.returncode, pieces[0], done.stderr))


def test_no_blocking(args):
    for case in (program.Case("text", ["split", "--words", "--format", "json"],
                              stdin=LARGE * 4),
                 program.Case("records", ["split", "--jsonl"],
                              stdin=program.RECORDS * 400)):
        with case.place(args.lede) as place:
            assert len(case.good.stdout) > 100000, "fits into the pipe"
            outcome = run_without_blocking(place, case)
            attempt(f"{case.name} by pipes that do not block", outcome,
                    lambda o=outcome, c=case: (
                        program.expect(o.status == 0, "an error for nothing"),
                        program.check_same(o, c)))


# ---- All of it ------------------------------------------------------------------


def main():
    if "--small-disk" in sys.argv:
        at = sys.argv.index("--small-disk")
        top = sys.argv[at + 1]
        del sys.argv[at:at + 2]
        inside_small_disk(program.arguments(__doc__), top)
        return 0
    args = program.arguments(__doc__)
    for test in (test_changes, test_full_device, test_file_size_limit, test_small_disk,
                 test_closed_descriptors, test_no_null_device, test_odd_inputs,
                 test_odd_folder, test_odd_outputs, test_link_as_output, test_limits, test_endless_line,
                 test_no_blocking):
        test(args)
    return program.finish(tally.count, tally.failures)


if __name__ == "__main__":
    sys.exit(main())
