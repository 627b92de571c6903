# SPDX-License-Identifier: MIT
"""The figures of peers.c: lede beside ICU's break iterators on the same texts."""
import collections
import statistics
import subprocess

import figures
import made_languages
import made_text

SENTENCES_GOAL = 0.8   # lede's rate by that of ICU's sentence iterator, at least
TERMS_GOAL = 1.5       # by that of its word iterator, at least
LANGUAGES_GOAL = 0.6   # in many languages by that in English, at least

ENGLISH = "English, documents"
ENGLISH_ONE = "English, one text"
LANGUAGES = "languages, documents"
WORD_BYTES = 6  # of the made text, a little less than there are

# Reader of peers.c -> what it is called.
ICU_SENTENCES, ICU_WORDS = "ICU sentences", "ICU words"
LEDE_SENTENCES, LEDE_TERMS = "words + sentences", "all to terms"
READERS = {"icu-sentences": ICU_SENTENCES, "icu-words": ICU_WORDS,
           "lede-sentences": LEDE_SENTENCES, "lede-terms": LEDE_TERMS}


def cut_to(parts, size):
    """As many of them as `size` bytes take, the last one cut at a line."""
    kept, left = [], size
    for part in parts:
        if len(part) >= left:
            cut = part[:part.rfind(b"\n", 0, left) + 1]
            return kept + [cut] if cut else kept
        kept.append(part)
        left -= len(part) + 1
    return kept


def peer_texts(bench):
    """Form -> (locale, file, bytes without what separates documents)."""
    bench.say("making the texts beside ICU")
    size, seed = bench.setting.peers, bench.setting.seed
    languages = made_languages.read_languages(figures.ROOT / "corpus" / "languages", seed)
    english = made_text.records(size // WORD_BYTES, seed)
    made = {ENGLISH: ("en", english), ENGLISH_ONE: ("en", ["\n\n".join(english)]),
            LANGUAGES: ("root", made_languages.documents(languages, size, seed))}
    texts = {}
    for form, (locale, documents) in made.items():
        parts = cut_to([text.encode() for text in documents], size)
        if parts:
            path = bench.folder / (form.replace(", ", "-").replace(" ", "-") + ".nul")
            path.write_bytes(b"".join(part + b"\0" for part in parts))
            texts[form] = (locale, path, sum(map(len, parts)))
    return texts


def build_peers(bench):
    """True: with ICU."""
    program, flags, libraries = bench.folder / "peers", [], []
    found = subprocess.run(["pkg-config", "--cflags", "--libs", "icu-uc"],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if found.returncode == 0:
        flags, libraries = ["-DWITH_ICU"], found.stdout.decode().split()
    figures.run(["gcc", "-std=c17", "-O2", *flags, "-I", figures.ROOT / "include", "-I", figures.ROOT / "src",
         "-o", program, figures.HERE / "peers.c", figures.ROOT / "build" / "bench" / "src" / "liblede.a",
         "-lutf8proc", "-lmd4c", "-lyaml", "-lstemmer", *libraries])
    return bool(flags)


def peer_times(lines, forms):
    """(form, what) -> median microseconds, from the lines that peers prints."""
    times = collections.defaultdict(list)
    for line in lines:
        number, reader, us, _ = line.split()
        times[forms[int(number)], READERS[reader]].append(int(us))
    return {key: statistics.median(found) for key, found in times.items()}


def peer_rows(times, sizes, with_icu):
    """Rates in MB/s, and their ratios beside the goals."""
    rates = {(form, what): sizes[form] / us for (form, what), us in times.items()}
    rows = [figures.row("peers", what, "rate", form, round(rate, 1), "MB/s")
            for (form, what), rate in rates.items()]

    def ratio(what, name, form, base, goal, missing):
        value = round(rates[form, what] / rates[base], 2) if base in rates else None
        rows.append(figures.row("peers", what, name, form, value, "times", goal,
                        "" if value is not None else missing, True))
    why = "" if with_icu else "ICU is not installed"
    for form in sizes:
        ratio(LEDE_SENTENCES, "rate by that of ICU's sentence iterator", form,
              (form, ICU_SENTENCES), SENTENCES_GOAL, why)
        ratio(LEDE_TERMS, "rate by that of ICU's word iterator", form,
              (form, ICU_WORDS), TERMS_GOAL, why)
    if LANGUAGES in sizes:
        for what in (LEDE_SENTENCES, LEDE_TERMS):
            ratio(what, "rate by that of English", LANGUAGES, (ENGLISH, what),
                  LANGUAGES_GOAL, "")
    return rows


def all_figures(bench):
    texts = peer_texts(bench)
    with_icu = build_peers(bench)
    bench.say("beside ICU" if with_icu else "beside ICU, which is not installed")
    command = [bench.folder / "peers", bench.setting.rounds]
    for locale, path, _ in texts.values():
        command += [locale, path]
    lines = figures.run(command).decode().splitlines()
    sizes = {form: size for form, (_, _, size) in texts.items()}
    bench.bytes.update(sizes)
    rows = peer_rows(peer_times(lines, list(texts)), sizes, with_icu)
    if LANGUAGES not in texts:
        rows.append(figures.row("peers", LEDE_TERMS, "rate by that of English", LANGUAGES, None,
                        "times", LANGUAGES_GOAL, "no corpus/languages", True))
    for _, path, _ in texts.values():
        path.unlink()
    return rows
