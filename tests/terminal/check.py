#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a terminal gets: lines as wide as it is, and ASCII where its locale is none of
UTF-8. Whatever is no terminal gets the same bytes under every locale.

    check.py --lede PROGRAM
"""
import argparse
import fcntl
import os
import pathlib
import pty
import struct
import subprocess
import sys
import tempfile
import termios

TEXT = ("The harbour wall was built by people who had never seen a considerably more "
        "complicated winter storm in their municipality. Nobody asked. It fell. "
        "It was repaired again and again and again.\n\nThe debt was paid off. Perhaps.\n")
TIMEOUT = 60


def in_terminal(command, columns, environment):
    """What the program writes to a terminal of so many columns; 0: it does not say."""
    controller, terminal = pty.openpty()
    try:
        if columns:
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
        with subprocess.Popen(command, stdout=terminal, stdin=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, env=environment) as process:
            os.close(terminal)
            terminal = -1
            pieces = []
            while True:
                try:
                    piece = os.read(controller, 65536)
                except OSError:  # Linux says so when the other end is closed
                    break
                if not piece:
                    break
                pieces.append(piece)
            assert process.wait(TIMEOUT) == 0
    finally:
        os.close(controller)
        if terminal >= 0:
            os.close(terminal)
    return b"".join(pieces).decode("utf-8").replace("\r\n", "\n")


def widest(text):
    return max(len(line) for line in text.splitlines())


SKIPPED = 77


def has_terminals():
    """Not so where nobody mounted /dev/pts: in a bare root directory."""
    try:
        for descriptor in pty.openpty():
            os.close(descriptor)
    except OSError as error:
        print(f"skipped: no terminal to be had ({error})")
        return False
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True, type=pathlib.Path)
    lede = str(parser.parse_args().lede.resolve())
    if not has_terminals():
        return SKIPPED
    base = {name: value for name, value in os.environ.items() if "SAN_OPTIONS" in name}
    utf8, latin, plain = ({**base, "LC_ALL": name}
                          for name in ("C.UTF-8", "en_US.ISO-8859-1", "C"))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", dir=".") as file:
        file.write(TEXT)
        file.flush()
        command = [lede, "score", "--explain", os.path.basename(file.name)]
        piped = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=plain,
                               timeout=TIMEOUT).stdout
        for columns in (50, 72, 120):
            wide = in_terminal(command, columns, utf8)
            assert columns - 25 < widest(wide) <= columns, (columns, widest(wide))
            assert "▄" in wide and " · " in wide and "×" in wide
        narrow = in_terminal(command, 10, utf8)
        assert narrow == in_terminal(command, 50, utf8)
        by_variable = in_terminal(command, 0, {**utf8, "COLUMNS": "72"})
        assert by_variable == in_terminal(command, 72, utf8)
        assert in_terminal(command, 80, utf8).encode() == piped
        for environment in (latin, plain, base):
            ascii_only = in_terminal(command, 80, environment)
            assert ascii_only.isascii() and "4112 11" in ascii_only
        for environment in (utf8, latin):
            assert subprocess.run(command, check=True, stdout=subprocess.PIPE,
                                  env={**environment, "COLUMNS": "40"},
                                  timeout=TIMEOUT).stdout == piped
    return 0


if __name__ == "__main__":
    sys.exit(main())
