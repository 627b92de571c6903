# SPDX-License-Identifier: MIT
"""Figures as tables for people, as JSON, and two files of them side by side."""
import json

from callgrind import ORDER
from figures import Row, is_met

SCHEMA = "lede-bench/1"

PARTS = {
    "instructions": "Instructions a byte of the input file, without the stemmer",
    "stemmer": "The stemmer: everything called from src/lang/stem.c, inclusive",
    "growth": "Growth: ten times the text, all instructions",
    "methods": "Methods of summarize: instructions without the stemmer, CPU time as a ratio",
    "cpu": "CPU time, user and system, medians of rounds in turn",
    "peers": "Beside ICU, in one process: CPU time, medians of rounds in turn",
    "memory": "Largest resident set",
    "start-up": "Start-up, median",
}


def shown(value):
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:,.4f}" if 0 < abs(value) < 0.01 else f"{value:,.2f}"
    return f"{value:,}"


def order_of(name):
    """Stages in their order, then whatever else there is."""
    return ORDER.index(name) if name in ORDER else len(ORDER)


def verdict(figure):
    if figure.note:
        return figure.note
    met = is_met(figure)
    if met is None:
        return ""
    least = "at least " if figure.least else ""
    return f"goal {least}{shown(figure.goal)}: {'met' if met else 'missed'}"


def lines_of(cells, left):
    """Columns as wide as their widest cell; the first `left` flush left."""
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    for line in cells:
        yield "  ".join(cell.ljust(width) if i < left else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(line, widths))).rstrip()


def arranged(rows, column_of, line_of):
    """(columns, lines, (line, column) -> figure), in the order in which they occur."""
    found = {(line_of(f), column_of(f)): f for f in rows}
    columns = list(dict.fromkeys(map(column_of, rows)))
    return columns, list(dict.fromkeys(map(line_of, rows))), found


def across(rows):
    """A table with a column for each command and form."""
    columns, names, found = arranged(rows, lambda f: (f.command, f.form), lambda f: f.row)
    names.sort(key=order_of)
    cells = [[""] + [command for command, _ in columns],
             [""] + [form for _, form in columns]]
    for name in names:
        line = [found.get((name, column)) for column in columns]
        cells.append([name] + [shown(f.value) if f else "" for f in line])
        judged = [is_met(f) if f else None for f in line]
        if any(met is not None for met in judged):
            goals = {f.goal for f in line if f and f.goal is not None}
            cells.append(["  goal " + " ".join(map(shown, sorted(goals)))] +
                         ["" if met is None else "met" if met else "missed"
                          for met in judged])
    return lines_of(cells, 1)


def by_command(rows):
    """A table with a line for each command, and a column with one goal for each figure
    and form; what misses it is in brackets."""
    columns, commands, found = arranged(rows, lambda f: (f.row, f.form, f.goal),
                                        lambda f: f.command)
    cells = [[""] + [name for name, _, _ in columns],
             [""] + [form for _, form, _ in columns],
             ["goal, (missed)"] + [shown(goal) for _, _, goal in columns]]
    for command in commands:
        line = [found.get((command, column)) for column in columns]
        cells.append([command] + [
            "" if f is None else f"({shown(f.value)})" if is_met(f) is False
            else shown(f.value) for f in line])
    return lines_of(cells, 1)


def down(rows):
    cells = [[f.command, f.row, f.form, shown(f.value) + " " + f.unit, verdict(f)]
             for f in rows]
    return lines_of(cells, 3)


TABLES = {"instructions": across, "stemmer": across, "methods": by_command}


def as_text(facts, rows):
    out = [f"{name}: {value}" for name, value in facts.items()]
    for part, title in PARTS.items():
        chosen = [figure for figure in rows if figure.part == part]
        if chosen:
            out += ["", title, *("  " + line for line in TABLES.get(part, down)(chosen))]
    return "\n".join(out) + "\n"


def as_json(facts, rows):
    figures = [dict(figure._asdict(), met=is_met(figure)) for figure in rows]
    return json.dumps({"schema": SCHEMA, "facts": facts, "figures": figures},
                      indent=1, ensure_ascii=False) + "\n"


class NotFigures(Exception):
    pass


def from_json(text):
    """(facts, rows)"""
    try:
        read = json.loads(text)
    except ValueError as error:
        raise NotFigures(str(error)) from None
    if not isinstance(read, dict) or read.get("schema") != SCHEMA:
        raise NotFigures(f"its schema is not {SCHEMA}")
    rows = []
    for figure in read["figures"]:
        figure.pop("met")
        rows.append(Row(**figure))
    return read["facts"], rows


def difference(before, after):
    """In percent; times and memory move with the machine, instructions do not."""
    if before is None or after is None:
        return "-"
    if before == 0:
        return "0.0 %" if after == 0 else "new"
    return f"{100 * (after - before) / before:+.1f} %"


def compared(first, second):
    """Two (facts, rows) side by side."""
    out = []
    for name in first[0]:
        before, after = first[0][name], second[0].get(name)
        out.append(f"{name}: {before}" if before == after
                   else f"{name}: {before} -> {after}")
    found = {f[:4]: f for f in second[1]}
    known = {f[:4] for f in first[1]}
    for part, title in PARTS.items():
        cells = []
        for figure in first[1]:
            other = found.get(figure[:4])
            if figure.part == part:
                after = other.value if other else None
                cells.append([figure.command, figure.row, figure.form,
                              shown(figure.value), shown(after),
                              difference(figure.value, after)])
        cells += [[f.command, f.row, f.form, "-", shown(f.value), "new"]
                  for f in second[1] if f.part == part and f[:4] not in known]
        if cells:
            out += ["", title, *("  " + line for line in lines_of(cells, 3))]
    return "\n".join(out) + "\n"
