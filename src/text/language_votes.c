/* SPDX-License-Identifier: MIT */
#include "text/language_votes.h"

/* A word that k languages share says less of each: its votes are divided by the
 * square root of k. */
#define VOTE 64u
static const uint8_t shared_vote[] = {0,  64, 45, 37, 32, 29, 26, 24, 23, 21, 20, 19, 18,
                                      18, 17, 17, 16, 16, 15, 15, 14, 14, 14, 13, 13, 13,
                                      13, 12, 12, 12, 12, 11, 11, 11, 11, 11, 11, 11, 10,
                                      10, 10, 10, 10, 10, 10, 10, 9,  9,  9,  9,  9,  9,
                                      9,  9,  9,  9,  9,  8,  8,  8,  8,  8,  8,  8,  8};

/* Full confidence needs function words of this share of the words (languages that
 * join them to the next word have few), and this many different ones. */
#define FULL_SHARE 15u
#define FULL_TYPES 8u
#define WORDS_PER_TYPE 6u /* in short texts one for so many, */
#define LEAST_TYPES 2u    /* but one word alone may be a name */
/* A word that only looks like one of another language. */
#define ONE_WORD 2u
/* So many characters without spaces. */
#define FULL_CHARACTERS 8u
/* What a further script of a language must show: one character in 32. */
#define SCRIPT_SHARE 32u

/* Half a word: a lead of few words is a small one. */
#define DOUBT VOTE
/* A quarter of a word: what a language with lists has ahead of those without, which
 * fewer texts are written in. */
#define HEAD_START (VOTE / 2u)

void language_votes_open(language_votes *v) {
    v->table = function_words();
    v->words = 0;
    v->no_spaces = 0;
    v->ascii = true;
    v->script = 0;
    v->touched_count = 0;
    memset(v->scripts, 0, sizeof v->scripts);
    memset(v->sets, 0, v->table->set_count * sizeof *v->sets);
    memset(v->seen, 0, (v->table->word_count / 64 + 1) * sizeof *v->seen);
}

static void add_vote(language_votes *v, const function_word *word) {
    uint32_t index = (uint32_t)(word - v->table->words);
    uint64_t bit = UINT64_C(1) << index % 64;
    language_votes_of *set = &v->sets[word->set];
    if (set->types == 0) {
        v->touched[v->touched_count++] = word->set;
    }
    if ((v->seen[index / 64] & bit) == 0) {
        set->types = (uint16_t)(set->types + word->weight);
    }
    set->weight = (uint16_t)(set->weight + word->weight);
    v->seen[index / 64] |= bit;
}

void language_votes_add(language_votes *v, const letter_run *run) {
    v->words++;
    v->scripts[run->script]++;
    if (v->scripts[run->script] > v->scripts[v->script] || v->script == 0) {
        v->script = run->script;
    }
    v->no_spaces += run->no_spaces;
    v->ascii = v->ascii && run->ascii;
    if (!run->whole || run->no_spaces) {
        return;
    }
    const function_word *word =
        function_words_find(v->table, run->key, run->n, run->hash);
    if (word != NULL) {
        add_vote(v, word);
    }
}

/* ---- Scripts -------------------------------------------------------------- */

/* The languages written in a script, a bit for each. */
static uint64_t languages_of(const function_table *table, unicode_script script) {
    uint64_t found = 0;
    for (uint32_t i = 0; script != 0 && i < table->language_count; i++) {
        for (size_t s = 0; s < PACK_SCRIPTS && table->scripts[i][s] != 0; s++) {
            found |= (uint64_t)(table->scripts[i][s] == script) << i;
        }
    }
    return found;
}

/* ---- Languages without spaces: by their scripts alone ---------------------- */

/* How many words are in the scripts of a pack, in 32nds, less what its further
 * scripts would show in a text of its own: without kana, Han is not Japanese. */
static uint32_t fitting(const language_votes *v, const language_pack *pack) {
    uint32_t count = 0, further = 0;
    for (size_t s = 0; s < PACK_SCRIPTS && pack->scripts[s] != 0; s++) {
        count += SCRIPT_SHARE * v->scripts[pack->scripts[s]];
        further += s > 0 ? v->no_spaces : 0;
    }
    return count > further ? count - further : 0;
}

static language_choice choose_by_script(const language_votes *v) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count), *best = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t fits = fitting(v, &packs[i]);
        if (fits > most) {
            best = &packs[i];
            most = fits;
        }
    }
    uint32_t some = v->no_spaces < FULL_CHARACTERS ? v->no_spaces : FULL_CHARACTERS;
    return (language_choice){best,
                             100 * v->no_spaces / v->words * some / FULL_CHARACTERS};
}

/* ---- Languages with spaces: by their function words ------------------------ */

typedef struct standing {
    uint32_t votes[FUNCTION_LANGUAGES];
    uint32_t weight[FUNCTION_LANGUAGES];
    uint32_t types[FUNCTION_LANGUAGES];
} standing;

/* What a set of words counts for each of k languages. */
static uint32_t votes_of(const language_votes *v, uint16_t set, uint64_t languages) {
    return v->sets[set].weight * shared_vote[__builtin_popcountll(languages)];
}

static void count_votes(const language_votes *v, uint64_t candidates, standing *st) {
    memset(st, 0, sizeof *st);
    for (uint32_t i = 0; i < v->touched_count; i++) {
        uint16_t set = v->touched[i];
        uint64_t languages = v->table->sets[set] & candidates;
        uint32_t votes = votes_of(v, set, languages);
        for (uint64_t left = languages; left != 0; left &= left - 1) {
            unsigned language = (unsigned)__builtin_ctzll(left);
            st->votes[language] += votes;
            st->weight[language] += v->sets[set].weight;
            st->types[language] += v->sets[set].types;
        }
    }
}

/* The first of those with most votes: a pack rather than a neutral language. */
static unsigned best_of(const standing *st) {
    unsigned best = 0;
    for (unsigned i = 1; i < FUNCTION_LANGUAGES; i++) {
        best = st->votes[i] > st->votes[best] ? i : best;
    }
    return best;
}

/* The votes that a language has in common with each other one. */
static void count_common(const language_votes *v, uint64_t candidates, unsigned best,
                         uint32_t *common) {
    for (uint32_t i = 0; i < v->touched_count; i++) {
        uint64_t languages = v->table->sets[v->touched[i]] & candidates;
        if ((languages >> best & 1) == 0) {
            continue;
        }
        uint32_t votes = votes_of(v, v->touched[i], languages);
        for (uint64_t left = languages; left != 0; left &= left - 1) {
            common[__builtin_ctzll(left)] += votes;
        }
    }
}

/* The lead over the nearest rival, in thousandths. What both have in common speaks
 * for neither: the rest is compared. */
static uint32_t lead_of(const language_votes *v, uint64_t candidates, const standing *st,
                        unsigned best) {
    uint32_t common[FUNCTION_LANGUAGES] = {0};
    size_t packs = 0;
    uint64_t most = st->votes[best], least = 1000 * most / (most + DOUBT);
    (void)pack_list(&packs);
    count_common(v, candidates, best, common);
    for (unsigned i = 0; i < FUNCTION_LANGUAGES; i++) {
        if (i == best || st->votes[i] == 0) {
            continue;
        }
        uint64_t apart = most + st->votes[i] - 2 * (uint64_t)common[i];
        uint64_t ahead =
            most - st->votes[i] + (best < packs && i >= packs ? HEAD_START : 0);
        uint64_t lead = 1000 * ahead / (apart + DOUBT);
        least = lead < least ? lead : least;
    }
    return (uint32_t)least;
}

static uint64_t at_most(uint64_t value, uint64_t most) {
    return value < most ? value : most;
}

static unsigned confidence_of(const language_votes *v, const standing *st, unsigned best,
                              uint32_t lead) {
    uint64_t share = 100 * (uint64_t)st->weight[best];
    uint64_t full_share = 2 * (uint64_t)v->words * FULL_SHARE;
    uint64_t full_types = at_most(v->words / WORDS_PER_TYPE + 1, FULL_TYPES);
    full_types = full_types < LEAST_TYPES ? LEAST_TYPES : full_types;
    share = 1000 * at_most(share, full_share) / full_share;
    uint64_t types = 1000 * at_most(st->types[best], 2 * full_types) / (2 * full_types);
    uint64_t c = lead * at_most(share, types) / 1000;
    return (unsigned)(c / 10);
}

/* Both share and number of different words count: a name or a refrain that looks
 * like a function word is no language. */
static language_choice choose_by_votes(const language_votes *v, uint64_t candidates) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    standing st;
    count_votes(v, candidates, &st);
    unsigned best = best_of(&st);
    if (st.votes[best] == 0) {
        return (language_choice){NULL, 0};
    }
    uint32_t lead = lead_of(v, candidates, &st, best);
    return (language_choice){best < count ? &packs[best] : NULL,
                             confidence_of(v, &st, best, lead)};
}

language_choice language_votes_choose(const language_votes *v) {
    if (v->no_spaces > 0 && v->no_spaces >= v->scripts[v->script]) {
        return choose_by_script(v);
    }
    return choose_by_votes(v, languages_of(v->table, v->script));
}

bool language_votes_allow(const language_votes *v, const language_pack *pack) {
    size_t count = 0, own = (size_t)(pack - pack_list(&count));
    standing st;
    count_votes(v, languages_of(v->table, v->script), &st);
    for (unsigned i = 0; i < FUNCTION_LANGUAGES; i++) {
        if (st.weight[i] > st.weight[own] + ONE_WORD) {
            return false;
        }
    }
    return true;
}
