# SPDX-License-Identifier: MIT
"""Reads callgrind output files and says which stage of the library spent what.

A function belongs to a stage by the file it is defined in. What a helper spends
(the C library, the folders base, unicode and lang) belongs to the stages that
called it: of a helper that calls nothing but helpers exactly, of any other in
proportion to what each caller's calls cost. So every instruction is counted
once, and the rows add up to the total.
"""
import collections
import posixpath
import re

Function = collections.namedtuple("Function", "object file name")


class Profile:
    def __init__(self):
        self.total = 0
        self.own = collections.Counter()    # function -> instructions of its own
        self.calls = collections.Counter()  # (caller, callee) -> number of calls
        self.inclusive = collections.Counter()  # (caller, callee) -> instructions

    def functions(self):
        found = set(self.own)
        for caller, callee in self.inclusive:
            found.update((caller, callee))
        return found

    def entering(self, inside):
        """Calls into a set of functions from outside: how many, and what they
        cost with all that was called from there."""
        edges = [edge for edge in self.inclusive
                 if inside(edge[1]) and not inside(edge[0])]
        return (sum(self.calls[edge] for edge in edges),
                sum(self.inclusive[edge] for edge in edges))


class BadProfile(Exception):
    pass


# "(12) name", "(12)" when the name was given before, or a name alone.
NAME = re.compile(r"\((\d+)\)(?: (.*))?$")


class Names:
    """The names of one kind, which are written once and then by number."""

    def __init__(self):
        self.known = {}

    def read(self, text):
        match = NAME.match(text)
        if not match:
            return text
        number, name = match.groups()
        if name is not None:
            self.known[number] = name
        if number not in self.known:
            raise BadProfile(f"name ({number}) was never given")
        return self.known[number]


class Reader:
    def __init__(self):
        self.profile = Profile()
        self.objects, self.files, self.names = Names(), Names(), Names()
        self.object = self.file = ""
        self.function = None
        self.callee_object = self.callee_file = None
        self.callee = None
        self.calls = None

    def header(self, line):
        key, _, value = line.partition(":")
        if key == "events" and value.split()[:1] != ["Ir"]:
            raise BadProfile("the first event is not Ir")
        if key in ("totals", "summary"):
            self.profile.total = int(value.split()[0])

    def assign(self, key, value):
        if key == "ob":
            self.object = self.objects.read(value)
        elif key in ("fl", "fi", "fe"):
            self.file = self.files.read(value)
        elif key == "fn":
            self.function = Function(self.object, self.file, self.names.read(value))
        elif key == "cob":
            self.callee_object = self.objects.read(value)
        elif key in ("cfi", "cfl"):
            self.callee_file = self.files.read(value)
        elif key == "cfn":
            self.callee = Function(
                self.object if self.callee_object is None else self.callee_object,
                self.file if self.callee_file is None else self.callee_file,
                self.names.read(value))
        elif key == "calls":
            self.calls = int(value.split()[0])

    def cost(self, line):
        fields = line.split()
        cost = int(fields[1]) if len(fields) > 1 else 0
        if self.function is None:
            raise BadProfile("a cost before any function")
        if self.calls is None:
            self.profile.own[self.function] += cost
            return
        edge = (self.function, self.callee)
        self.profile.calls[edge] += self.calls
        self.profile.inclusive[edge] += cost
        self.calls = self.callee_object = self.callee_file = None

    def read(self, lines):
        for line in lines:
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if line[0].isdigit() or line[0] in "+-*":
                self.cost(line)
                continue
            key, equals, value = line.partition("=")
            if equals and key.isalpha():
                self.assign(key, value)
            else:
                self.header(line)
        own = sum(self.profile.own.values())
        if own != self.profile.total:
            raise BadProfile(f"costs add up to {own}, not to {self.profile.total}")
        return self.profile


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return Reader().read(file)


# ---- Stages ---------------------------------------------------------------------

STARTUP = "start-up"
STEMMER = "stemmer"

# Folder or file of the sources -> stage; the longest match counts.
STAGES = {
    "src/markup/": "source and markup",
    "src/text/language.c": "language",
    "src/text/language_votes.c": "language",
    "src/text/letter_runs.c": "language",
    "src/text/bytes.c": "words",
    "src/text/intern.c": "words",
    "src/text/marks.c": "words",
    "src/text/plain_words.c": "words",
    "src/text/scan.c": "words",
    "src/text/words.c": "words",
    "src/text/boundary.c": "sentences",
    "src/text/boundary_marks.c": "sentences",
    "src/text/boundary_words.c": "sentences",
    "src/text/describe.c": "sentences",
    "src/text/enumerators.c": "sentences",
    "src/text/evidence.c": "sentences",
    "src/text/sentences.c": "sentences",
    "src/text/spaced.c": "sentences",
    "src/text/roles.c": "roles",
    "src/text/stems.c": "terms",
    "src/text/terms.c": "terms",
    "src/text/vocabulary.c": "terms",
    "src/text/vectors.c": "vectors",
    "src/text/facts.c": "word facts",
    "src/text/": "document",
    "src/api/": "document",
    "src/measure/": "measure",
    "src/repeat/": "repeat",
    "src/summary/": "summary: scores",
    "src/summary/select.c": "summary: select",
    "src/check/": "check",
    "src/render/": "render",
    "src/api/report.c": "render",
    "src/api/report_score.c": "render",
    "src/api/report_repeats.c": "render",
    "src/api/metrics.c": "measure",
    "src/api/repeats.c": "repeat",
    "src/text/folds.c": "repeat",
    "src/text/lookup.c": "repeat",
    "src/text/incidence.c": "repeat",
    "src/cli/": "cli",
    "src/lang/stem.c": STEMMER,
}
ORDER = ["source and markup", "language", "words", "sentences", "roles", "terms",
         "document", "vectors", "word facts", "measure", "repeat", "summary: scores",
         "summary: select", "check", "render", "cli", STARTUP, STEMMER]


def stage_of_file(path):
    """path: from the folder of the project. None: a helper."""
    matches = [prefix for prefix in STAGES if path.startswith(prefix)]
    return STAGES[max(matches, key=len)] if matches else None


def stage_finder(root):
    """Of a function: its stage, or None for a helper. With ccache the compiler may be
    given paths that lead out of the folder of the build."""
    base = str(root).rstrip("/") + "/"

    def find(function):
        path = posixpath.normpath(function.file)
        return stage_of_file(path[len(base):]) if path.startswith(base) else None
    return find


def components(nodes, callees):
    """Strongly connected components, callers after their callees (Tarjan 1972,
    with a stack of its own)."""
    index, low, open_nodes, stack, found = {}, {}, set(), [], []
    for start in nodes:
        work = [(start, None)] if start not in index else []
        while work:
            node, rest = work.pop()
            if rest is None:
                index[node] = low[node] = len(index)
                stack.append(node)
                open_nodes.add(node)
                rest = iter(callees[node])
            for callee in rest:
                if callee not in index:
                    work += [(node, rest), (callee, None)]
                    break
                if callee in open_nodes:
                    low[node] = min(low[node], low[callee])
            else:
                if low[node] == index[node]:
                    at = stack.index(node)
                    found.append(stack[at:])
                    open_nodes.difference_update(stack[at:])
                    del stack[at:]
                if work:
                    caller = work[-1][0]
                    low[caller] = min(low[caller], low[node])
    return found


def by_stage(profile, stage_of):
    """Stage -> instructions; their sum is the total."""
    spent = collections.Counter()
    stages = {f: stage_of(f) for f in profile.functions()}
    helpers = [f for f, stage in stages.items() if stage is None]
    callees, callers = collections.defaultdict(list), collections.defaultdict(list)
    for caller, callee in profile.inclusive:
        if stages[callee] is None:
            callers[callee].append(caller)
            if stages[caller] is None:
                callees[caller].append(callee)
    for function, cost in profile.own.items():
        if stages[function] is not None:
            spent[stages[function]] += cost
    # A helper hands on what it spent and what its own helpers handed to it: they
    # come before it.
    owed = collections.Counter({f: profile.own[f] for f in helpers})
    for group in components(helpers, callees):
        members = set(group)
        cost = sum(owed[f] for f in group)
        edges = [(caller, f) for f in group for caller in callers[f]
                 if caller not in members]
        shares = share(cost, [profile.inclusive[edge] for edge in edges])
        if not shares:
            spent[STARTUP] += cost
        for (caller, _), part in zip(edges, shares):
            if stages[caller] is None:
                owed[caller] += part
            else:
                spent[stages[caller]] += part
    return spent


def share(cost, weights):
    """cost in whole parts by weight, whose sum is cost; none without weight."""
    whole, parts, given, seen = sum(weights), [], 0, 0
    if whole == 0:
        return []
    for weight in weights:
        seen += weight
        parts.append(cost * seen // whole - given)
        given += parts[-1]
    return parts
