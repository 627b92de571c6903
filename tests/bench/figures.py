# SPDX-License-Identifier: MIT
"""Takes the figures of scripts/bench. A figure is a Row; each names its form:
one document, or the same text as JSON Lines of 11 KB documents."""
import collections
import json
import os
import pathlib
import shutil
import statistics
import subprocess

import callgrind
import made_text

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

DOCUMENT = "document"
RECORDS = "records"
MARKDOWN = "Markdown"
TEN = " x10"
ARTICLE = "4 kB article"

MB = 1000000

# What each figure is called, and what it should be at most; None: no goal.
WORDS_TERMS = "words + terms"
TOTAL = "all stages"
VERBS = ("split", "summarize", "score", "repeats")
MARKDOWN_VERBS = ("split", "score")
NO_STEMS = ("score", "repeats")
GOALS = {
    ("summarize", WORDS_TERMS): 45,
    ("split", WORDS_TERMS): 45,
    ("summarize", TOTAL): 110,
    ("score", TOTAL): 130,  # with what is repeated
}
# CPU time by that of a peer, at most.
CPU_GOALS = {("summarize", "wc -w"): 4, ("summarize", "ots"): 0.01,
             ("score", "wc -w"): 2.5, ("score", "style"): 0.1,
             ("score", "textstat"): 0.01}
GROWTH_GOAL = 11   # ten times the text
STARTUP_GOAL = 3   # ms
MEMORY_FACTOR, MEMORY_BASE = 8, 16 * MB

# least: the goal is what the value should be at least, not at most.
Row = collections.namedtuple("Row", "part command row form value unit goal note least",
                             defaults=(False,))


def row(part, command, name, form, value, unit, goal=None, note="", least=False):
    return Row(part, command, name, form, value, unit, goal, note, least)


def is_met(figure):
    """None: nothing to meet."""
    if figure.goal is None or figure.value is None:
        return None
    if figure.least:
        return figure.value >= figure.goal
    return abs(figure.value) <= figure.goal


class RunError(Exception):
    pass


def run(command, **options):
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, **options)
    if done.returncode != 0:
        text = done.stderr.decode(errors="replace").strip()
        raise RunError(f"{' '.join(map(str, command))}: status {done.returncode}: {text}")
    return done.stdout


# ---- What is measured -------------------------------------------------------------

Setting = collections.namedtuple("Setting", "words seed rounds starts piece peers")
FULL = Setting(words=180000, seed=1, rounds=7, starts=101, piece=250000, peers=64 * MB)
QUICK = Setting(words=18000, seed=1, rounds=3, starts=21, piece=50000,
                peers=64 * MB // 10)


class Bench:
    """The program, the texts and the folder of one run."""

    def __init__(self, setting, folder, say):
        self.setting, self.folder, self.say = setting, folder, say
        self.files, self.bytes, self.parts = {}, {}, []
        self.piece = ""  # the form for ots
        self.lede = ROOT / "build" / "bench" / "lede"
        self.measure = folder / "measure"
        self.empty = folder / "empty"

    def build(self):
        self.say("building (release, with symbols)")
        run([ROOT / "scripts" / "build", "bench", "release", "-DCMAKE_C_COMPILER=gcc",
             "-DCMAKE_C_FLAGS=-g", "-DBUILD_TESTING=OFF"])
        for program in (self.measure, self.empty):
            run(["gcc", "-O2", "-o", program, HERE / (program.name + ".c")])

    def put(self, form, data):
        suffix = ".md" if form == MARKDOWN else ".txt"
        self.files[form] = self.folder / (form.replace(" ", "-") + suffix)
        self.files[form].write_bytes(data)
        self.bytes[form] = len(data)

    def make_texts(self):
        self.say("making the texts")
        words, seed = self.setting.words, self.setting.seed
        self.parts = made_text.records(words, seed)
        document = made_text.as_document(self.parts)
        self.put(DOCUMENT, document)
        self.put(RECORDS, made_text.as_json_lines(self.parts))
        self.put(MARKDOWN, made_text.as_markdown(self.parts))
        long = made_text.records(10 * words, seed)
        self.put(DOCUMENT + TEN, made_text.as_document(long))
        self.put(RECORDS + TEN, made_text.as_json_lines(long))
        piece = document[:document.rindex(b"\n", 0, self.setting.piece) + 1]
        self.piece = f"{DOCUMENT}, first {round(len(piece) / 1000)} kB"
        self.put(self.piece, piece)
        self.put(ARTICLE, document[:document.rindex(b"\n", 0, 4096) + 1])

    def command(self, verb, form, *options):
        lines = ["--jsonl"] if form.startswith(RECORDS) else []
        return [self.lede, verb, "--quiet", *options, *lines, self.files[form]]


def have(program):
    return shutil.which(program) is not None


# ---- Instructions -------------------------------------------------------------------

def profile(bench, verb, form, *options):
    out = bench.folder / "callgrind.out"
    run(["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}",
         *bench.command(verb, form, *options)])
    return callgrind.read(out)


def is_in_stem(function):
    return function.file.endswith("/src/lang/stem.c")


def is_in_libstemmer(function):
    return "libstemmer" in function.object


def stage_rows(bench, verb, form, measured):
    """The rows of one profile: a stage each, their sums, and what was left out."""
    n, goals = bench.bytes[form], {} if form == MARKDOWN else GOALS
    spent = callgrind.by_stage(measured, callgrind.stage_finder(ROOT))
    if sum(spent.values()) != measured.total:
        raise RunError("the stages do not add up to the total")
    _, snowball = measured.entering(is_in_libstemmer)

    def figure(name, instructions, goal=None):
        return row("instructions", verb, name, form, round(instructions / n, 2),
                   "instructions a byte", goal)
    rows = [figure(stage, spent[stage]) for stage in callgrind.ORDER
            if spent[stage] > 0 and stage != callgrind.STEMMER]
    rest = measured.total - spent[callgrind.STEMMER]
    return rows + [
        figure(WORDS_TERMS, spent["words"] + spent["terms"],
               goals.get((verb, WORDS_TERMS))),
        figure(TOTAL, rest, goals.get((verb, TOTAL))),
        figure("all, only libstemmer left out", measured.total - snowball),
        figure("all, nothing left out", measured.total),
    ]


def stemmed_keys(word):
    """What a word of `split --words` gives a stemmer: its folded key and, of a
    compound, the parts; nothing that has an inner full stop."""
    key = word["text"].casefold().replace("\u2019", "'")
    key = key[1:] if word["kind"] in ("handle", "tag") else key
    parts = [key] + (key.split("-") if "-" in key else [])
    parts = (part[:-1] if part.endswith(".") else part for part in parts)
    return [part for part in parts if part and "." not in part]


def stemmed_words(bench, form):
    """The distinct words of a form that have a stem, counted without callgrind
    from the words that the program shows."""
    if form == RECORDS:
        files = []
        for i, text in enumerate(bench.parts):
            files.append(bench.folder / f"record-{i + 1}.txt")
            files[-1].write_text(text, encoding="utf-8")
    else:
        files = [bench.files[form]]
    shown = json.loads(run([bench.lede, "split", "--quiet", "--words", "--format", "json",
                            *files]))
    keys = set()
    for file in shown["files"]:
        for word in file["words"]:
            if word["kind"] in ("word", "handle", "tag"):
                keys.update(stemmed_keys(word))
    return len(keys)


def stemmer_rows(bench, verb, form, measured):
    calls = sum(count for (_, callee), count in measured.calls.items()
                if callee.name == "stemmer_stem")
    _, cost = measured.entering(is_in_stem)
    words = stemmed_words(bench, form)
    per_word = round(cost / words) if words else 0
    return [row("stemmer", verb, "distinct words with a stem", form, words, "words"),
            row("stemmer", verb, "calls", form, calls, "calls"),
            row("stemmer", verb, "calls over one a distinct word", form, calls - words,
                "calls", 0),
            row("stemmer", verb, "instructions a distinct word", form, per_word,
                "instructions")]


def instruction_figures(bench):
    rows, totals = [], {}
    for form in (DOCUMENT, RECORDS):
        for verb in VERBS:
            bench.say(f"instructions: {verb}, {form}")
            measured = profile(bench, verb, form)
            totals[verb, form] = measured.total
            rows += stage_rows(bench, verb, form, measured)
            if verb not in NO_STEMS:
                rows += stemmer_rows(bench, verb, form, measured)
    for verb in MARKDOWN_VERBS:
        bench.say(f"instructions: {verb}, {MARKDOWN}")
        rows += stage_rows(bench, verb, MARKDOWN, profile(bench, verb, MARKDOWN))
    for form in (DOCUMENT, RECORDS):
        for verb in VERBS:
            bench.say(f"growth: {verb}, {form}{TEN}")
            ratio = profile(bench, verb, form + TEN).total / totals[verb, form]
            size = bench.bytes[form + TEN] / bench.bytes[form]
            rows.append(row("growth", verb, f"instructions at {size:.2f} x the bytes",
                            form, round(ratio, 2), "times", GROWTH_GOAL))
    return rows


# ---- Time and memory -----------------------------------------------------------------

def measured_runs(bench, runs, command, locale=None):
    environment = dict(os.environ, LC_ALL=locale) if locale else None
    out = run([bench.measure, str(runs), *command], env=environment).decode()
    return [tuple(map(int, line.split())) for line in out.splitlines()]


def utf8_locale():
    if not have("locale"):
        return None
    names = run(["locale", "-a"]).decode(errors="replace").split()
    return next((name for name in names if name.lower() in ("c.utf8", "c.utf-8")), None)


def race(bench, racers):
    """Median CPU milliseconds of each, run in turn so that the machine's load
    meets all of them alike."""
    times = {name: [] for name in racers}
    for _ in range(bench.setting.rounds):
        for name, (command, locale) in racers.items():
            times[name].append(measured_runs(bench, 1, command, locale)[0][0] / 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def race_rows(bench, form, peers, base, missing):
    """A race of split, summarize and peers over one form's file."""
    racers = {verb: (bench.command(verb, form), None) for verb in VERBS}
    racers.update(peers)
    bench.say(f"CPU time: {form}")
    found = race(bench, racers)
    rows = []
    for name, ms in found.items():
        rows.append(row("cpu", name, "CPU time", form, round(ms, 2), "ms"))
    for verb in VERBS:
        for peer in base:
            if found.get(peer):
                goal = CPU_GOALS.get((verb, peer))
                rows.append(row("cpu", verb, f"CPU time by that of {peer}", form,
                                round(found[verb] / found[peer], 4), "times", goal))
    return rows + [row("cpu", name, "CPU time", form, None, "ms", None, why)
                   for name, why in missing.items()]


def has_textstat():
    """Installed, and with the dictionary that it downloads."""
    probe = "import textstat; textstat.flesch_reading_ease('One word.')"
    done = subprocess.run(["python3", "-c", probe], check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0


def cpu_figures(bench):
    locale = utf8_locale()
    rows = []
    for form in (DOCUMENT, RECORDS, DOCUMENT + TEN, RECORDS + TEN):
        peers, missing = {}, {}
        if locale:
            peers["wc -w"] = (["wc", "-w", bench.files[form]], locale)
        else:
            missing["wc -w"] = "no locale C.UTF-8"
        if form == DOCUMENT and have("style"):
            peers["style"] = (["style", bench.files[form]], None)
        elif form == DOCUMENT:
            missing["style"] = "not installed"
        rows += race_rows(bench, form, peers, ["wc -w", "style"], missing)
    peers, missing = {}, {}
    if have("ots"):
        peers["ots"] = (["ots", bench.files[bench.piece]], None)
    else:
        missing["ots"] = "not installed"
    if has_textstat():
        peers["textstat"] = (["python3", HERE / "fifteen_metrics.py",
                              bench.files[bench.piece]], None)
    else:
        missing["textstat"] = "not installed with its dictionary: no Debian package"
    return rows + race_rows(bench, bench.piece, peers, ["ots", "textstat"], missing)


def memory_figures(bench):
    rows = []
    for form in (DOCUMENT, RECORDS, DOCUMENT + TEN, RECORDS + TEN):
        bench.say(f"memory: {form}")
        for verb in VERBS:
            runs = measured_runs(bench, 3, bench.command(verb, form))
            peak = statistics.median(kib for _, kib in runs) * 1024
            goal = MEMORY_FACTOR * bench.bytes[form] + MEMORY_BASE
            rows.append(row("memory", verb, "largest resident set", form,
                            round(peak / MB, 2), "MB", round(goal / MB, 2)))
    return rows


def startup_figures(bench):
    bench.say("start-up")
    commands = {"summarize": bench.command("summarize", ARTICLE),
                "score": bench.command("score", ARTICLE),
                "wc -w": ["wc", "-w", bench.files[ARTICLE]],
                "empty C program": [bench.empty]}
    rows = []
    for name, command in commands.items():
        runs = measured_runs(bench, bench.setting.starts, command)
        ms = statistics.median(us for us, _ in runs) / 1000
        rows.append(row("start-up", name, "CPU time", ARTICLE, round(ms, 2), "ms",
                        STARTUP_GOAL if name in VERBS else None))
    return rows


def all_figures(bench):
    bench.make_texts()
    return (instruction_figures(bench) + cpu_figures(bench) + memory_figures(bench)
            + startup_figures(bench))
