# SPDX-License-Identifier: MIT
"""What methods are measured by: the first sentences, random ones, the greedy oracle;
and the bootstrap that says what a difference is worth."""
import collections
import random

import rouge

# One of the two is None.
Budget = collections.namedtuple("Budget", "sentences words")


def options(budget):
    """As lede takes them."""
    if budget.words is not None:
        return ["--words", str(budget.words)]
    return ["--sentences", str(budget.sentences)]


def words_in(sentence):
    return sum(any(c.isalnum() for c in word) for word in sentence.split())


def taken(ranking, sentences, budget):
    """The sentences of a ranking that the budget has room for, in the order of the
    text: as lede does, what does not fit is passed over, and when nothing fits the
    best one is taken."""
    if budget.words is None:
        return sorted(ranking[:budget.sentences])
    chosen, room = [], budget.words
    for i in ranking:
        size = words_in(sentences[i])
        if size <= room:
            chosen.append(i)
            room -= size
    return sorted(chosen or ranking[:1])


def first(article, budget):
    return taken(range(len(article.sentences)), article.sentences, budget)


def at_random(article, budget, seed):
    """Its own order for each article and seed, the same on every machine."""
    chance = random.Random(f"{seed} {article.name}")
    keys = [chance.random() for _ in article.sentences]
    return taken(sorted(range(len(keys)), key=keys.__getitem__), article.sentences, budget)


class Oracle:
    """Adds the sentence with which R1 + R2 is largest, as long as that is larger than
    without it. Not the best choice there is, but near it, and one that has seen the
    references."""

    def __init__(self, article):
        lang = article.lang or "en"
        self.sentences = [rouge.tokens(s, lang) for s in article.sentences]
        self.sizes = [words_in(s) for s in article.sentences]
        self.references = [rouge.joined([rouge.tokens(s, lang) for s in reference])
                           for reference in article.references]
        self.counts = [[rouge.ngrams(reference, n) for reference in self.references]
                       for n in (1, 2)]

    def value(self, chosen):
        """R1 + R2 of sentences by number."""
        words = rouge.joined(self.sentences[i] for i in sorted(chosen))
        total = 0.0
        for n, references in enumerate(self.counts, 1):
            ours = rouge.ngrams(words, n)
            total += max(rouge.f1(rouge.count(ours & theirs), rouge.count(ours),
                                  rouge.count(theirs)) for theirs in references)
        return total

    def fits(self, chosen, budget):
        if budget.words is None:
            return len(chosen) <= budget.sentences
        return len(chosen) == 1 or sum(self.sizes[i] for i in chosen) <= budget.words

    def choose(self, budget):
        chosen, best = [], 0.0
        while True:
            tried = [chosen + [i] for i in range(len(self.sentences)) if i not in chosen]
            tried = [c for c in tried if self.fits(c, budget)]
            values = [self.value(c) for c in tried]
            if not values or max(values) <= best:
                return sorted(chosen)
            best = max(values)
            chosen = tried[values.index(best)]


# ---- Differences -------------------------------------------------------------------

def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


class Bootstrap:
    """Intervals of mean differences over the same articles, drawn again with
    replacement. Every interval of one run is over the same draws."""

    def __init__(self, n, times, seed=1):
        chance = random.Random(seed)
        self.draws = [[int(chance.random() * n) for _ in range(n)] for _ in range(times)]

    def interval(self, differences):
        """The middle 95 % of the means."""
        means = sorted(mean(differences[i] for i in draw) for draw in self.draws)
        cut = len(means) // 40
        return means[cut], means[-1 - cut]
