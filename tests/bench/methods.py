# SPDX-License-Identifier: MIT
"""What each method of summarize costs: instructions a byte, and CPU time by that of
wc -w and of ots. The methods are those that the program says it has."""
import pathlib
import sys

import callgrind
import figures

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "eval"))

# pylint: disable=wrong-import-position
import articles  # noqa: E402

VERB = "summarize"
FORMS = (figures.DOCUMENT, figures.RECORDS)


def row(method, name, form, value, unit, goal=None):
    return figures.row("methods", f"--method {method}", name, form, value, unit, goal)


def instruction_rows(bench, method):
    """Without the stemmer, as in the table of stages."""
    rows = []
    for form in FORMS:
        bench.say(f"instructions: {VERB} --method {method}, {form}")
        measured = figures.profile(bench, VERB, form, "--method", method)
        spent = callgrind.by_stage(measured, callgrind.stage_finder(figures.ROOT))
        rest = measured.total - spent[callgrind.STEMMER]
        rows.append(row(method, "instructions a byte", form,
                        round(rest / bench.bytes[form], 2), "instructions a byte",
                        figures.GOALS[VERB, figures.TOTAL]))
    return rows


def time_rows(bench, methods, form, peer, racer):
    """A race of all methods and one peer; none without the peer."""
    if racer is None:
        return []
    bench.say(f"CPU time: methods of {VERB}, {form}")
    racers = {m: (bench.command(VERB, form, "--method", m), None) for m in methods}
    found = figures.race(bench, {**racers, peer: racer})
    return [row(m, f"CPU time by {peer}", form, round(found[m] / found[peer], 4), "times",
                figures.CPU_GOALS[VERB, peer]) for m in methods if found[peer]]


def all_figures(bench):
    try:
        methods = articles.Program(bench.lede).methods()
    except articles.BadData as error:
        raise figures.RunError(str(error)) from None
    rows = [r for method in methods for r in instruction_rows(bench, method)]
    locale = figures.utf8_locale()
    for form in FORMS:
        words = (["wc", "-w", bench.files[form]], locale) if locale else None
        rows += time_rows(bench, methods, form, "wc -w", words)
    ots = (["ots", bench.files[bench.piece]], None) if figures.have("ots") else None
    return rows + time_rows(bench, methods, bench.piece, "ots", ots)
