// SPDX-License-Identifier: MIT
// The words of the screens in a person's language: English sentences, which
// stand in the code, and what they are in another tongue, from a text of
//
//   # a comment
//   Keep the extra minutes?
//       Die zusätzlichen Minuten behalten?
//
// "\n" in either stands for a new line, "\\" for a backslash. What has no
// translation is said in English. Where English has one word for two things,
// the code tells them apart behind a bar ("Light|mood"), which is never shown.
// Not for a person's own words.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

struct tongue_pair {
    struct str english, other;
};

// Zeroed is English. Texts live in the arena it was read into.
struct tongue {
    struct str name;                 // "de"
    bool right_to_left;              // how its lines run
    const struct tongue_pair *pairs; // by english, bytewise
    size_t count;
};

// Marks a word that stands in a table and goes through say where it is drawn,
// for the test that no translation is missing.
#define WORD(literal) (literal)

// Reads the text of a language. A line that belongs to none, a sentence twice
// and braces that differ ("{1}") are errors in notes (may be NULL); such a
// sentence is then said in English.
void tongue_read(struct tongue *out, struct str name, struct str text,
                 struct arena *mem, struct diags *notes);
// English in that tongue (NULL: English). The view lives as long as both.
struct str say(const struct tongue *t, struct str english);
// A mark that is not seen, for the head of a line that begins with a word of
// the person's own: it then runs as t does. Empty for what runs left to right.
struct str tongue_way(const struct tongue *t);
// Whether a line runs from right to left: as its first letter does (or U+200E,
// U+200F), and without one as t does.
bool tongue_turns(const struct tongue *t, struct str line);
// Whether any letter of a text runs from right to left.
bool tongue_runs_back(struct str text);
// Appends a pattern with "{1}" to "{9}" replaced by args; a number past count
// gives nothing. In a frame: phrase_fill.
void tongue_fill(struct buf *out, struct str pattern, const struct str *args,
                 size_t count);
// The next piece of a pattern: up to the next place, whose number, from 1, is
// in *place (0 at the end). For tongue_fill and its like.
struct str tongue_piece(struct str *pattern, size_t *place);
