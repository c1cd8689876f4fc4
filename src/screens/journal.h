// SPDX-License-Identifier: MIT
// The Journal: all entries, the newest first, beside the one that is read;
// searched as one types; changed by an amendment, passed on as a file, deleted
// after being asked twice. Changes nothing itself: what it wants of the files
// it asks for.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/journal_search.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/editor.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum journal_zone { // what has the keys
    JOURNAL_LIST = 0,
    JOURNAL_SEARCH,
    JOURNAL_ENTRY,
    JOURNAL_MENU
};

enum journal_act {
    JOURNAL_BACK = 0, // from the entry to the list
    JOURNAL_CHANGE,
    JOURNAL_CHOOSE,
    JOURNAL_EXPORT,
    JOURNAL_DELETE,
    JOURNAL_ACTS
};

enum journal_question {
    JOURNAL_ASKS_NOTHING = 0,
    JOURNAL_ASKS_FORM,   // of the file that is written
    JOURNAL_ASKS_DELETE, // whether it is to be deleted,
    JOURNAL_ASKS_AGAIN,  // and again
    JOURNAL_SAYS_ELSEWHERE,
    JOURNAL_QUESTIONS
};

enum journal_form { JOURNAL_AS_TEXT = 0, JOURNAL_AS_TABLE };

enum { JOURNAL_SHOWN = 8 }; // rows of the list
struct journal_row {
    const struct journal_item *item; // NULL: none
    struct entry latest;
};

// An entry as lines to be read: wrapped as far as they are needed, and on from
// there in pieces.
struct journal_reading {
    const struct journal_item *item; // NULL: none
    struct entry first, latest;      // of it
    struct arena mem;
    struct journal_block *blocks;
    size_t block_count;
    size_t block;     // that is being wrapped,
    struct str rest;  // and what is left of it
    struct buf lines; // struct journal_line
    size_t top;       // first line that shows
    float scale;      // of its letters
    float least;      // size of theirs
};

// Read zone, focus and found; the rest is the screen's own.
struct journal_screen {
    const struct ruler *ruler;
    const struct journal_facts *of; // what all this was made from
    struct arena mem;               // as long as these stand
    struct search search;
    bool *chosen; // of each item of the index
    size_t chosen_count;
    enum journal_zone zone;
    size_t focus, first;                    // among what was found
    struct journal_row rows[JOURNAL_SHOWN]; // from first on
    struct arena row_mem;
    int act; // of the entry, while it has the keys
    int menu;
    struct editor words; // to search for
    struct journal_reading reading;
    enum journal_question question;
    int answer;         // that is lit
    struct buf asked;   // in words
    struct buf said;    // what came of the last act
    struct phrase kept; // Id of the entry that the focus is to return to
    int64_t opened_ms;
};

void journal_screen_init(struct journal_screen *j, const struct ruler *ruler);
void journal_screen_finish(struct journal_screen *j);
// Asks for the journal; what was found before stays.
void journal_screen_open(struct journal_screen *j, const struct facts *f,
                         int64_t now_ms, struct requests *ask);
// Other facts; keeps words and focus where it can.
void journal_screen_facts(struct journal_screen *j, const struct facts *f);
enum wish journal_screen_input(struct journal_screen *j, const struct facts *f,
                               const struct input *in, struct requests *ask);
// Goes on searching and wrapping; whether there is more to do.
void journal_screen_tick(struct journal_screen *j, const struct facts *f);
bool journal_screen_busy(const struct journal_screen *j);
// Milliseconds until it is worth a word that the journal is still being read.
int64_t journal_screen_due(const struct journal_screen *j,
                           const struct facts *f, int64_t now_ms);
void journal_screen_remeasure(struct journal_screen *j, const struct facts *f);
void journal_screen_draw(const struct journal_screen *j, const struct facts *f,
                         const struct page *pg, int64_t now_ms);
void journal_screen_aloud(const struct journal_screen *j, const struct facts *f,
                          struct phrase *out);

// The entry that has the focus; NULL when nothing was found.
const struct journal_item *
journal_screen_focused(const struct journal_screen *j);
// The chosen entries, the focused one when there are none; in mem.
struct journal_chosen {
    const struct places *places;
    const struct journal_item **items;
    size_t count;
};
struct journal_chosen journal_screen_chosen(const struct journal_screen *j,
                                            struct arena *mem);
// What came of a request, in words.
// Where the sheet lies that asks something; no width while none does.
struct area journal_question_area(const struct journal_screen *j);
void journal_screen_say(struct journal_screen *j, struct str words);
