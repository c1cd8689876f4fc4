// SPDX-License-Identifier: MIT
// Records in GNU recutils' "rec" text form, as the journal and the calendar
// use it: fields "Name: value", further lines of a value start with "+ ", a
// blank line ends a record, "End:" seals it with the CRC-32 of its bytes from
// "Id:" to before "End:". Knows no field's meaning and no file.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

struct rec_field {
    struct str name;  // "Mood_after"
    struct str value; // its lines joined by '\n'; "" when empty
    int line;         // counts from 1
};

enum rec_seal {
    REC_UNSEALED = 0, // no End
    REC_SEALED,       // End matches
    REC_EDITED,       // End does not match: edited by hand, legal
};

struct rec {
    const struct rec_field *fields;
    size_t count;
    enum rec_seal seal;
    struct str bytes; // the record as it stands, with its final newline
    size_t offset;    // of bytes in the text
    int line;
};

// Reads records one by one. Never refuses a text: what it passes over is
// reported to notes (may be NULL) as warnings with their line, and it reads
// on at the next blank line. Records without "Id" (the descriptor) are skipped.
// Texts of the records are views into text or live in mem.
struct rec_reader {
    struct str text;
    struct arena *mem;
    struct diags *notes;
    size_t at;
    int line; // of at, from 1
};

void rec_reader_init(struct rec_reader *r, struct str text, struct arena *mem,
                     struct diags *notes);
bool rec_next(struct rec_reader *r, struct rec *out); // false at the end

// The first value of a field; STR_NONE (at NULL) when there is none.
struct str rec_get(const struct rec *r, struct str name);

// Writing: values are cleaned as data.md says (valid UTF-8 only, no C0 but
// newline and tab, CRLF to LF, a space after a '\' that ends a line).
void rec_put(struct buf *out, struct str name, struct str value);
void rec_put_whole(struct buf *out, struct str name, long long value);
// Seals the record that begins at byte from of out: "End: crc32".
void rec_put_end(struct buf *out, size_t from);
