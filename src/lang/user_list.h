/* SPDX-License-Identifier: MIT */
/* A word list that the user gives at run time. */
#ifndef LEDE_LANG_USER_LIST_H
#define LEDE_LANG_USER_LIST_H

#include "lang/pack.h"

#define USER_LIST_WORDS 1000000u  /* at most; counted before doubles are dropped */
#define USER_LIST_BYTES 64000000u /* of the file, at most */
#define USER_LIST_WORD_BYTES 200u /* of a folded word, at most */

/* What is known of a name that a list can have. */
typedef struct user_list_name {
    const char *name;  /* "dale-769" */
    const char *what;  /* for a list of the names: one line */
    uint32_t replaces; /* the compiled-in list (word_list bit) it stands for; 0: none */
    bool inflects;     /* familiar by the rules of lang/familiar.h */
} user_list_name;

/* All names, in order; the position is the number of the name. */
const user_list_name *user_list_names(size_t *count);

/* NULL: no such name. */
const user_list_name *user_list_find_name(const char *name, size_t n);

typedef struct lede_word_list user_list;

/* A file as it was read; only needed while the list is created. */
typedef struct user_list_file {
    const char *name; /* of the list, NUL-terminated */
    const char *bytes;
    size_t n;
} user_list_file;

/* Reads a file: UTF-8, with or without a byte order mark; words with white space
 * between them; from a # at the beginning of a word to the end of the line a comment.
 * Words are folded as the words of a text are, but for capitals that a language has of
 * its own (Turkish I); a final full stop is dropped ("Mr."). A word twice is no error.
 * Errors, with the place: LEDE_INVALID_ARGUMENT (no such name), LEDE_BAD_DATA
 * (not UTF-8, no words, a word without a letter or digit, a word too long),
 * LEDE_TOO_LARGE, LEDE_NO_MEMORY. *out is NULL unless the status is LEDE_OK. */
lede_status user_list_create(const user_list_file *file, const lede_allocator *allocator,
                             user_list **out, lede_error *error);
void user_list_free(user_list *l);

/* Has it the folded word as written? */
bool user_list_has(const user_list *l, const char *key, size_t n);

/* The same by the rules of the pack, if the list's name asks for them. */
bool user_list_knows(const user_list *l, const language_pack *pack, const char *key,
                     size_t n);

/* Its name, and how many distinct words it has. */
const user_list_name *user_list_named(const user_list *l);
size_t user_list_count(const user_list *l);

#endif
