// SPDX-License-Identifier: MIT
// The lines of a rec text, told apart. Used by rec.c alone.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/rec.h"

enum line_kind {
    LINE_BLANK = 0,
    LINE_FIELD,
    LINE_MORE, // "+ " goes on with the value above
    LINE_COMMENT,
    LINE_MARK, // git's, at a conflict
    LINE_JUNK,
};

struct line {
    struct str text; // without its ending
    size_t from, to; // in the reader's text, ending included
    enum line_kind kind;
    struct str name; // of a field
    int number;      // counts from 1
};

// The line that the reader stands at; false at the end of the text.
bool line_peek(const struct rec_reader *r, struct line *out);
// Moves the reader behind the line that it stands at.
void line_take(struct rec_reader *r, struct line *line);
bool line_is_field(const struct line *line, struct str name);
struct str line_value(const struct line *line); // of a field's first line

// Reports a line; the strict one only when the reader is strict.
void line_report(struct rec_reader *r, enum severity severity,
                 const struct line *line, struct str message);
void line_report_strict(struct rec_reader *r, enum severity severity,
                        const struct line *line, struct str message);
