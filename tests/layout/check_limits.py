#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How large things may grow, and the licence tag of every source file. Relies
on clang-format: a function's head and its closing brace stand in column 1.

    check_limits.py              checks the project
    check_limits.py --selftest   proves that each fault is found
"""
import pathlib
import re
import sys
import tempfile

from c_source import line_of, without_comments, without_directives

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

FILE_LINES = {".c": 500, ".cpp": 500, ".h": 100}
FUNCTION_LINES = 60
PARAMETERS = 5
NESTING = 3
# Called through a macro only, which fills most of them in.
MANY_PARAMETERS = {("src/base/vec.c", "vec_grow")}

TAGGED = (".c", ".cpp", ".h", ".inc", ".py", ".sh", ".cmake")
TAG = re.compile(r"SPDX-License-Identifier: \S")
TAG_WITHIN = 12  # lines
FOLDERS = ("src", "include", "tests", "examples", "scripts", "cmake", ".ci")


def functions(code):
    """(first line, last line, head, body) of each function definition."""
    pattern = r"^[A-Za-z_][^;{}=]*\)[\s]*\{\n?"
    for match in re.finditer(pattern, code, re.M):
        end = re.compile(r"^\}", re.M).search(code, match.end() - 1)
        if end is not None:
            yield (line_of(code, match.start()), line_of(code, end.start()),
                   match.group(), code[match.end():end.start()])


def name_and_parameters(head):
    """The name of a function and how many parameters its head has."""
    head = re.sub(r"__attribute__\s*\(\(.*?\)\)", " ", head, flags=re.S)
    close = head.rindex(")")
    depth, commas, at = 0, 0, close
    while True:
        if head[at] == ")":
            depth += 1
        elif head[at] == "(":
            depth -= 1
        elif head[at] == "," and depth == 1:
            commas += 1
        if depth == 0:
            break
        at -= 1
    inside = head[at + 1:close].strip()
    name = re.search(r"(\w+)\s*$", head[:at])
    count = 0 if inside in ("", "void") else commas + 1
    return (name.group(1) if name else "?"), count


def nesting(body):
    """The deepest level of if, for, while, do and switch. Braces of
    initializers and plain blocks do not count."""
    level = deepest = 0
    braces, parentheses, closed, previous = [], [], "", ""
    for match in re.finditer(r"\w+|[(){}]|[^\s\w]", body):
        token = match.group()
        if token == "(":
            parentheses.append(previous)
        elif token == ")":
            closed = parentheses.pop() if parentheses else ""
        elif token == "{":
            control = previous in ("else", "do") or (
                previous == ")" and re.match(r"(if|for|while|switch|[A-Z_]+)$", closed)
                is not None)
            braces.append(control)
            level += control
            deepest = max(deepest, level)
        elif token == "}" and braces:
            level -= braces.pop()
        previous = token
    return deepest


def check_text(path, text, faults):
    suffix = pathlib.PurePosixPath(path).suffix
    lines = text.count("\n")
    limit = FILE_LINES.get(suffix, lines)
    if suffix == ".h" and not path.startswith("src/"):
        limit = lines  # the public headers, and what tests share
    if lines > limit:
        faults.append((path, lines, f"{lines} lines; at most {limit}"))
    script = path.startswith(("scripts/", ".ci/")) and text.startswith("#!")
    if suffix in TAGGED or script or path.endswith("CMakeLists.txt"):
        if not TAG.search("\n".join(text.split("\n")[:TAG_WITHIN])):
            faults.append((path, 1, "no SPDX-License-Identifier"))
    if suffix in (".c", ".h") and path.startswith(("src/", "include/", "examples/")):
        code = without_directives(without_comments(text))
        for first, last, head, body in functions(code):
            check_function(path, (first, last, head, body), faults)


def check_function(path, function, faults):
    first, last, head, body = function
    name, parameters = name_and_parameters(head)
    length = last - first + 1
    depth = nesting(body)
    if length > FUNCTION_LINES:
        faults.append((path, first, f"{name}: {length} lines; at most {FUNCTION_LINES}"))
    # The public functions are a contract of their own.
    excepted = name.startswith("lede_") or (path, name) in MANY_PARAMETERS
    if parameters > PARAMETERS and not excepted:
        faults.append((path, first, f"{name}: {parameters} parameters; "
                       f"at most {PARAMETERS}"))
    if depth > NESTING:
        faults.append((path, first, f"{name}: nested {depth} deep; at most {NESTING}"))


def check(root):
    faults = []
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            case = path.startswith("tests/golden/") and path.count("/") > 2
            source = (file.suffix in TAGGED or folder in ("scripts", ".ci")
                      or file.name == "CMakeLists.txt")
            if file.is_file() and source and not case:
                check_text(path, file.read_text(encoding="utf-8"), faults)
    return sorted(faults)


# ---- Self-test ----------------------------------------------------------------

TAG_LINE = "/* SPDX-License-Identifier: MIT */\n"
GOOD = TAG_LINE + """\
#define EACH(i) for (i = 0; i < 2; i++) { if (i) {
static int near_limit(int a, int b, int c,
                      int (*d)(int, int), int e) {
    if (a) {
        while (b) {
            for (;;) {
                int list[] = {1, 2};
                c = (struct p){.a = 1}.a;
                { c++; }
            }
        }
    } else if (c) {
        d(1, 2);
    }
    return e;
}
"""
BAD = TAG_LINE + """\
int many(int a, int b, int c, int d, int e, int f) {
    return a;
}
int deep(void) {
    if (1) {
        do {
            switch (2) {
            case 1: {
                if (3) {
                }
            }
            }
        } while (0);
    }
    return 0;
}
int lengthy(void) {
""" + "    f();\n" * 59 + "}\n"
SAMPLE = {
    "src/base/good.c": GOOD,
    "src/base/bad.c": BAD,
    "src/base/long.c": TAG_LINE + "int f(void);\n" * 500,
    "src/base/long.h": TAG_LINE + "int f(void);\n" * 100,
    "src/base/fits.h": TAG_LINE + "int f(void);\n" * 99,
    "include/lede/long.h": TAG_LINE + "int f(void);\n" * 100,
    "src/base/untagged.h": "int f(void);\n",
    "scripts/untagged": "#!/bin/sh\n",
}
FOUND = {
    "scripts/untagged:1: no SPDX-License-Identifier",
    "src/base/bad.c:2: many: 6 parameters; at most 5",
    "src/base/bad.c:5: deep: nested 4 deep; at most 3",
    "src/base/bad.c:18: lengthy: 61 lines; at most 60",
    "src/base/long.c:501: 501 lines; at most 500",
    "src/base/long.h:101: 101 lines; at most 100",
    "src/base/untagged.h:1: no SPDX-License-Identifier",
}


def selftest():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for path, text in SAMPLE.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        lines = {f"{path}:{line}: {text}" for path, line, text in check(root)}
    for line in sorted(FOUND - lines):
        print(f"not found: {line}")
    for line in sorted(lines - FOUND):
        print(f"wrongly found: {line}")
    return lines != FOUND


def main():
    if sys.argv[1:] == ["--selftest"]:
        return selftest()
    faults = check(ROOT)
    for path, line, text in faults:
        print(f"{path}:{line}: {text}")
    print(f"limits: {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
