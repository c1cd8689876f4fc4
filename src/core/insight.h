// SPDX-License-Identifier: MIT
// What a journal's entries have in common, as plain figures: middle values and
// how far they spread, never a score. Of an entry and its corrections the last
// correction counts; a partner's entries (Who) are theirs and do not.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "core/day.h"
#include "core/journal.h"

enum insight_by {
    INSIGHT_DAY = 0,  // kind of day: dose, transition, normal, break, none
    INSIGHT_PRACTICE, // name of the session, the most practised first
    INSIGHT_MONTH,    // "2026-03", in order
    INSIGHT_BY_COUNT
};

// Median and quartiles of n values, in quarters of one, which is exact: with
// the values in order, each lies (n - 1) / 4, / 2 and * 3 / 4 places behind the
// first, in proportion between two neighbours (as spreadsheets and Python's
// "inclusive" quantiles have it). All 0 without values.
struct spread {
    size_t n;
    int median, q1, q3;
};

struct insight_group {
    struct str name; // a check-in without a session is "check-in"
    size_t n;        // entries
    struct spread before, after;
    struct spread change; // after less before, of entries with both
    int64_t seconds;      // practised
};

struct insight_groups {
    const struct insight_group *items;
    size_t count;
};

// Some days in a row, and the moods in them: after, else before.
struct insight_span {
    struct day first;
    struct spread mood;
};

struct insight_rating {
    struct str name;
    struct spread spread;
};

enum {
    INSIGHT_SPANS = 26,
    INSIGHT_WEEKS = 12,
    INSIGHT_WEEK_DAYS = INSIGHT_WEEKS * 7,
    INSIGHT_FEW = 5, // fewer say nothing about what comes
    INSIGHT_GUESSES_ENOUGH = 10
};

struct insight {
    size_t n; // entries that count
    struct insight_groups by[INSIGHT_BY_COUNT];
    struct insight_span spans[INSIGHT_SPANS]; // up to today, the newest last
    int span_count, span_days;                // and how many days each has
    const struct insight_rating *ratings;     // the most given first
    size_t rating_count;
    int pairs[ENTRY_MOOD_MOST][ENTRY_MOOD_MOST]; // entries by [before][after]
    struct day week_first;             // the Monday that the weeks begin with
    int64_t week_s[INSIGHT_WEEK_DAYS]; // practised on each day; this week last
    size_t guesses, guesses_right;     // of the kind of day, where it had one
};

// today: the person's day; what lies after it is in no span and no week. Texts
// live in mem. Linear but for a few sorts, and in little memory.
void insight_make(struct insight *out, const struct places *list,
                  struct day today, struct arena *mem);

// Moods that went up, stayed and went down.
void insight_moved(const struct insight *in, int *up, int *same, int *down);

// "2", "2.5", "-0.25"; with a plus before it when signs and above 0. The view
// is of room, which holds any mood, rating and change.
enum { QUARTERS_ROOM = 16 };
struct str quarters_text(int quarters, bool signs, char room[QUARTERS_ROOM]);

// What expecting does, for people; in English, to be said in their language.
struct str insight_expectancy(void);

// The field of an entry that holds the guess of a blinded person: one of these,
// or the word of a kind of day. What is not known is no guess.
#define INSIGHT_GUESS "Guess"
#define INSIGHT_GUESS_DOSE "dose"
#define INSIGHT_GUESS_NOT "not dose"
#define INSIGHT_GUESS_NONE "unknown"
