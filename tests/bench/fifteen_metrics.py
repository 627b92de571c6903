#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fifteen metrics of textstat over a file, for scripts/bench to race against."""
import pathlib
import sys

import textstat

METRICS = ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog",
           "automated_readability_index", "coleman_liau_index", "linsear_write_formula",
           "dale_chall_readability_score", "spache_readability", "mcalpine_eflaw",
           "lexicon_count", "sentence_count", "syllable_count", "difficult_words",
           "reading_time")

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
for metric in METRICS:
    print(metric, getattr(textstat, metric)(text))
