// SPDX-License-Identifier: MIT
// A few pages to print, as a PDF: a strip of weeks, a table, notes. What stands
// in them is said here as plain texts; cairo and pango set them, in a module
// that is loaded when it is needed. Knows no journal.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

// Shapes that are told apart in grey as well.
enum paper_mark {
    PAPER_NONE = 0,
    PAPER_DISC,
    PAPER_HALF,
    PAPER_DOT,
    PAPER_BAR
};

struct paper_day {
    enum paper_mark mark;
    struct str text; // beside the mark: "D*"; empty: no such day
};

enum { PAPER_DAYS = 7, PAPER_CELLS = 6 };
struct paper_week {
    struct str name;
    struct paper_day days[PAPER_DAYS];
};

struct paper_row {
    struct str cells[PAPER_CELLS];
};

struct paper_note {
    struct str title, text; // the text may have many lines
};

struct paper {
    struct str title, strip_name;
    struct str weekdays[PAPER_DAYS];
    const struct paper_week *weeks;
    size_t week_count;
    struct str legend;
    struct paper_row head;
    const struct paper_row *rows; // cells from the fourth on are numbers
    size_t row_count;
    struct str total;
    struct str notes_title;
    const struct paper_note *notes;
    size_t note_count;
    struct str made;    // when: "2026-11-28T21:00:00"
    struct str fonts;   // the folder of our own font files
    struct str modules; // see struct paths
};

// The PDF, A4, appended to out. False with a reason when the module is missing
// or something in it fails.
bool paper_draw(const struct paper *p, struct arena *mem, struct buf *out,
                struct str *why);
