// SPDX-License-Identifier: MIT
// The lines of a rec text, told apart, and what rec.c shares with rec_plain.c.
// For these alone.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

// A value from its lines, endings included: "+ " and a '\' at a line's end
// undone, comments left out. In mem.
struct str lines_join(struct str lines, struct arena *mem);
// Room for the field with this number.
struct rec_field *rec_field_room(struct rec_reader *r, size_t number);
// Whether the value of an End is this CRC.
bool rec_is_crc(struct str end, uint32_t crc);

// Reads the record at which the reader stands when it is written as we write
// them and there is nothing to say about it. False, and the reader as it was,
// when it is not.
bool plain_read(struct rec_reader *r, struct rec *out);
