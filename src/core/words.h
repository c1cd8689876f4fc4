// SPDX-License-Identifier: MIT
// The words of the session language, as tables: a table ends with a word of
// NULL. No grammar here.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct word {
    const char *text;
    int value;
};

enum word_table {
    WORDS_KEYS = 0,   // of the head; enum head_key
    WORDS_STATEMENTS, // first words of the others; enum statement
    WORDS_KINDS,
    WORDS_CLASSES,
    WORDS_EFFECTS,
    WORDS_DAYS,
    WORDS_POSTURES,
    WORDS_PACERS,
    WORDS_SWITCH,  // on, off
    WORDS_PHASES,  // enum phase; a hold is full or empty by its place
    WORDS_WAYS,    // bits of enum way
    WORDS_PLACES,  // of one word
    WORDS_PARTS,   // that go with left and right
    WORDS_GRAMMAR, // what steps and acts say besides
    WORDS_BELLS,   // those that are ours
    WORDS_BEDS,
    WORDS_COUNT
};

enum head_key {
    KEY_TITLE = 0,
    KEY_KIND,
    KEY_CLASS,
    KEY_EFFECT,
    KEY_ABOUT,
    KEY_SOURCE,
    KEY_AUTHOR,
    KEY_LICENSE,
    KEY_EVIDENCE,
    KEY_CAUTION,
    KEY_DAYS,
    KEY_POSTURE,
    KEY_BED,
    KEY_PACER,
    KEY_VOICE,
    KEY_LANG,
    KEY_COUNT
};

enum statement {
    STATEMENT_LET = 0,
    STATEMENT_SETTLE,
    STATEMENT_BREATHE,
    STATEMENT_RETAIN,
    STATEMENT_SIT,
    STATEMENT_MOVE,
    STATEMENT_SQUEEZE,
    STATEMENT_RELEASE,
    STATEMENT_SCAN,
    STATEMENT_TURN,
    STATEMENT_REST,
    STATEMENT_WRITE,
    STATEMENT_WAIT,
    STATEMENT_REPEAT,
    STATEMENT_END,
    STATEMENT_SAY,
    STATEMENT_BELL,
    STATEMENT_BED,
    STATEMENT_PACER,
    STATEMENT_ASK,
    STATEMENT_RATE,
    STATEMENT_AT,
    STATEMENT_EVERY,
    STATEMENT_LAST,
    STATEMENT_SCATTER,
    STATEMENT_COUNT
};

// The row of a word, NULL when the table has none.
const struct word *word_find(enum word_table table, struct str s);
// The word of a value; empty when there is none.
struct str word_of(enum word_table table, int value);
// The word nearest to s, near enough to be meant; empty when none is.
struct str word_nearest(enum word_table table, struct str s);
// How many letters two words may differ by and still be near.
size_t word_slack(struct str s);
// "calm, focus or sleep", in mem.
struct str word_list(enum word_table table, struct arena *mem);
// [a-z][a-z0-9_]*, and '-' too when dashes.
bool word_is_name(struct str s, bool dashes);
