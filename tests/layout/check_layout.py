#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The house rules that a compiler does not see: who includes whom, what is
never called, no mutable globals, every file on a list of the build.

    check_layout.py              checks the project, rules from floors.txt
    check_layout.py --selftest   proves that each fault is found
"""
import pathlib
import re
import sys
import tempfile

from c_source import line_of, without_comments, without_directives

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Rules:
    def __init__(self, text):
        self.floors = {}     # folder -> number
        self.users = {}      # folder -> folders seen
        self.only = {}       # header -> places
        self.standard = set()
        self.generated = set()
        self.forbidden = set()
        self.permitted = set()  # (name, place)
        for line in text.splitlines():
            words = line.split()
            if not words or words[0].startswith("#"):
                continue
            kind, args = words[0], words[1:]
            if kind == "floor":
                self.floors[args[1]] = int(args[0])
            elif kind == "user":
                self.users[args[0]] = args[1:]
            elif kind == "only":
                self.only[args[0]] = args[1:]
            elif kind == "standard":
                self.standard.update(args)
            elif kind == "generated":
                self.generated.update(args)
            elif kind == "forbid":
                self.forbidden.update(args)
            elif kind == "permit":
                self.permitted.add((args[0], args[1]))
            else:
                raise SystemExit(f"floors.txt: unknown rule: {line}")


def within(path, places):
    return any(path == place or path.startswith(place + "/") for place in places)


class Tree:
    def __init__(self, root, rules):
        self.root = root
        self.rules = rules
        self.faults = []
        self.graph = {}  # path -> [(included path, line)]

    def fault(self, path, line, text):
        self.faults.append((path, line, text))

    def folder(self, path):
        """The folder of the rules that holds a path, or None."""
        known = list(self.rules.floors) + list(self.rules.users)
        return next((f for f in known if path.startswith(f + "/")), None)

    def check(self):
        for top in ("include", "src"):
            for file in sorted((self.root / top).rglob("*")):
                if file.suffix in (".c", ".h", ".inc"):
                    self.check_file(file.relative_to(self.root).as_posix(),
                                    file.read_text(encoding="utf-8"))
        self.check_circles()
        self.check_lists("src", "*.c")
        self.check_lists("tests", "test_*.c")
        return sorted(self.faults)

    # ---- Includes ----

    def check_file(self, path, text):
        folder = self.folder(path)
        if folder is None:
            self.fault(path, 1, "its folder has no floor in floors.txt")
            return
        self.graph[path] = []
        code = without_comments(text)
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])', code, re.M):
            name = re.match(r'[^>"\n]*', text[match.end():]).group()
            self.check_include(path, folder, name, match.group(1) == '"',
                               line_of(code, match.start()))
        if folder in self.rules.floors:
            code = without_directives(code)
            self.check_calls(path, code)
            self.check_globals(path, code)

    def resolve(self, path, name, quoted):
        """The project file that an include line means, or None."""
        if quoted:
            for place in ("src/" + name, str(pathlib.PurePosixPath(path).parent / name)):
                if (self.root / place).is_file():
                    return place
            if name in self.rules.generated:
                return "src/" + name
        if (self.root / "include" / name).is_file():
            return "include/" + name
        return None

    def check_include(self, path, folder, name, quoted, line):
        rules = self.rules
        target = self.resolve(path, name, quoted)
        if name in rules.only and not within(path, rules.only[name]):
            self.fault(path, line, f"{name} is only for {', '.join(rules.only[name])}")
            return
        if target is None:
            if quoted:
                self.fault(path, line, f'"{name}" is no file of the project')
            elif (folder in rules.floors and name not in rules.standard
                  and name not in rules.only):
                self.fault(path, line, f"<{name}> has no rule in floors.txt")
            return
        self.graph[path].append((target, line))
        other = self.folder(target)
        if other == folder:
            return
        if folder in rules.users:
            if other not in rules.users[folder]:
                self.fault(path, line, f"{folder} does not see {other}")
        elif other in rules.users:
            self.fault(path, line, f"{folder} includes {other}, which is no floor")
        elif other is not None and rules.floors[other] >= rules.floors[folder]:
            self.fault(path, line, f"{folder} (floor {rules.floors[folder]}) includes "
                       f"{other} (floor {rules.floors[other]})")

    def check_circles(self):
        done, trail = set(), []

        def visit(path):
            if path in done:
                return
            trail.append(path)
            for target, line in self.graph.get(path, []):
                if target in trail:
                    circle = trail[trail.index(target):] + [target]
                    self.fault(path, line, "circle: " + " -> ".join(circle))
                else:
                    visit(target)
            trail.pop()
            done.add(path)

        for path in sorted(self.graph):
            visit(path)

    # ---- Calls and globals ----

    def check_calls(self, path, code):
        for match in re.finditer(r"(?<![\w.>])([A-Za-z_]\w*)\s*\(", code):
            name = match.group(1)
            if name in self.rules.forbidden and (name, path) not in self.rules.permitted:
                self.fault(path, line_of(code, match.start()), f"calls {name}()")

    def check_globals(self, path, code):
        for match in re.finditer(r"\b(_Thread_local|__thread|thread_local)\b", code):
            self.fault(path, line_of(code, match.start()), "thread-local variable")
        for offset, statement in declarations(code):
            if is_mutable(statement):
                self.fault(path, line_of(code, offset), "mutable variable at file scope")
        for match in re.finditer(r"^[ \t]+static\b([^;={]*[;={])", code, re.M):
            if is_mutable("static" + match.group(1)):
                self.fault(path, line_of(code, match.start()), "mutable static variable")

    # ---- Lists of the build ----

    def check_lists(self, top, pattern):
        lists = self.root / top / "CMakeLists.txt"
        if not lists.is_file():
            return
        names = set(re.findall(r"[\w./-]+\.c\b", lists.read_text()))
        for file in sorted((self.root / top).rglob(pattern)):
            if file.relative_to(self.root / top).as_posix() not in names:
                self.fault(file.relative_to(self.root).as_posix(), 1,
                           f"is on no list of {top}/CMakeLists.txt")


def declarations(code):
    """(offset, text) of each statement at file scope; what stands in braces is
    left out."""
    code = re.sub(r'extern\s*"[^"]*"\s*\{', lambda m: " " * len(m.group()), code)
    depth, start, text = 0, 0, ""
    for offset, char in enumerate(code):
        if char == "{":
            depth += 1
            text += "{" if depth == 1 else ""
        elif char == "}":
            depth = max(depth - 1, 0)
            text += "}" if depth == 0 else ""
            if depth == 0 and is_function(text):
                text = ""
        elif depth > 0:
            continue
        elif char == ";":
            yield start, text.strip()
            text = ""
        else:
            if not text.strip():
                start = offset
            text += char


def is_function(text):
    """Is what ends in "}" the definition of a function?"""
    head = text.split("{")[0]
    return "=" not in head and head.rstrip().endswith(")")


def is_mutable(statement):
    """Does the declaration make an object that can be written?"""
    statement = re.sub(r"__attribute__\s*\(\(.*?\)\)", " ", statement, flags=re.S)
    statement = re.sub(r"^[\s}]+", "", statement)
    if not statement or re.match(r"(typedef|_Static_assert|static_assert)\b", statement):
        return False
    head = statement.split("=")[0]
    if re.match(r"(?:(?:static|extern|inline|const)\s+)*(?:struct|union|enum)\b\s*\w*\s*"
                r"(?:\{\})?\s*$", head):
        return False
    head = re.sub(r"\[[^\]]*\]", " ", head).rstrip(" \n\t;={")
    pointer = re.match(r"(.*)\(\s*\*(.*?)\)\s*\(.*\)\s*$", head, re.S)
    if pointer:  # a pointer to a function
        return not re.search(r"\bconst\b", pointer.group(2))
    if "(" in head:  # a function
        return False
    target = head.rsplit("*", 1)[-1] if "*" in head else head
    return not re.search(r"\bconst\b", target)


def report(faults):
    for path, line, text in faults:
        print(f"{path}:{line}: {text}")


# ---- Self-test ----------------------------------------------------------------

SAMPLE = {
    "include/lede/types.h": "typedef struct a { int b; } a;\n",
    "include/lede/lede.h": "#include <lede/types.h>\nvoid f(void);\n",
    "src/CMakeLists.txt": "base/good.c\nbase/bad.c\ntext/up.c\nsummary/meet.c\n"
                          "cli/deep.c\n",
    "src/base/good.h": "#include <lede/types.h>\nextern const int good;\n",
    "src/base/good.c": '#include "base/good.h"\n#include <string.h>\n'
                       "/* exit(1) */ static const char *const names[] = {\"rand()\"};\n"
                       "const int good = 1;\nstatic int twice(int a) {\n"
                       "    static const int two = 2;\n    return two * a;\n}\n"
                       "typedef void (*callback)(void *ctx);\nstruct late;\n"
                       "enum { ONE = 1 };\nstatic const struct { int a; } t[] = {{1}};\n",
    "src/base/bad.c": "#include <time.h>\n#include <utf8proc.h>\nint counter;\n"
                      "static const char *word = \"a\";\n"
                      "int f(void) {\n    static int calls = 0;\n    exit (1);\n}\n"
                      "static void (*hook)(int);\n_Thread_local const int t = 1;\n",
    "src/text/up.c": '#include "text/up.h"\n#include <lede/lede.h>\n',
    "src/text/up.h": '#include "text/round.h"\n',
    "src/text/round.h": '#include "text/up.h"\n#include "summary/meet.h"\n',
    "src/summary/meet.h": "",
    "src/summary/meet.c": '#include "repeat/other.h"\n#include "nowhere.h"\n',
    "src/repeat/other.h": "",
    "src/repeat/unlisted.c": "",
    "src/cli/deep.c": '#include "base/good.h"\n#include "text/up.h"\n#include <time.h>\n'
                      "int state;\n",
    "src/lost/lost.h": "",
}
FOUND = """\
src/base/bad.c:1: <time.h> has no rule in floors.txt
src/base/bad.c:10: thread-local variable
src/base/bad.c:2: utf8proc.h is only for src/unicode
src/base/bad.c:3: mutable variable at file scope
src/base/bad.c:4: mutable variable at file scope
src/base/bad.c:6: mutable static variable
src/base/bad.c:7: calls exit()
src/base/bad.c:9: mutable variable at file scope
src/cli/deep.c:2: src/cli does not see src/text
src/lost/lost.h:1: its folder has no floor in floors.txt
src/repeat/unlisted.c:1: is on no list of src/CMakeLists.txt
src/summary/meet.c:1: src/summary (floor 7) includes src/repeat (floor 7)
src/summary/meet.c:2: "nowhere.h" is no file of the project
src/text/round.h:1: circle: src/text/round.h -> src/text/up.h -> src/text/round.h
src/text/round.h:2: src/text (floor 6) includes src/summary (floor 7)
src/text/up.c:2: lede/lede.h is only for src/api, src/cli
"""
SAMPLE_RULES = """\
floor 1 include/lede
floor 2 src/base
floor 6 src/text
floor 7 src/summary
floor 7 src/repeat
user src/cli include/lede src/base
only lede/lede.h src/api src/cli
only utf8proc.h src/unicode
standard string.h
forbid exit rand
"""


def selftest():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for path, text in SAMPLE.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        faults = Tree(root, Rules(SAMPLE_RULES)).check()
    lines = {f"{path}:{line}: {text}" for path, line, text in faults}
    circle = [line for line in lines if ": circle: " in line]
    wanted = set(FOUND.splitlines())
    wanted = {line for line in wanted if ": circle: " not in line}
    missed, extra = wanted - lines, lines - wanted - set(circle)
    for line in sorted(missed):
        print(f"not found: {line}")
    for line in sorted(extra):
        print(f"wrongly found: {line}")
    if len(circle) != 1:
        print(f"circles found: {circle}")
    return bool(missed or extra or len(circle) != 1)


def main():
    if sys.argv[1:] == ["--selftest"]:
        return selftest()
    rules = Rules((HERE / "floors.txt").read_text())
    faults = Tree(ROOT, rules).check()
    report(faults)
    print(f"layout: {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
