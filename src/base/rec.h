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

// What one record may hold: values of 1 MiB (a text) and 64 KiB (all else)
// after their lines are joined, and this many fields. The rest of a larger
// record is passed over.
enum {
    REC_TEXT_MOST = 1 << 20,
    REC_REST_MOST = 64 << 10,
    REC_FIELDS_MOST = 4096,
};

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
    const struct rec_field *fields; // until the next rec_next
    size_t count;
    enum rec_seal seal;
    struct str bytes; // the record as it stands, with its final newline
    size_t offset;    // of bytes in the text
    size_t end;       // in the text, behind its End line; 0 without one
    int line;         // of bytes
};

// Reads records one by one. Never refuses a text: what it passes over is
// reported to notes (may be NULL) with its line, and it reads on at the next
// "Id:". Records without "Id" (the descriptor) are skipped. A byte order mark
// and carriage returns at line ends are no part of a text, nor of its CRC.
// Texts of the records are views into text or live in mem.
//
// Errors are what is passed over here or ruins the file for recutils, warnings
// what is worth a word (edited by hand).
struct rec_reader {
    struct str text;
    struct arena *mem;
    struct diags *notes;
    bool strict;    // report also what is read all the same (for check)
    bool all;       // also what stands under a conflict mark, unproven
    bool unchecked; // do not compute a CRC: any End counts as matching
    // Names of fields, up to one that is empty; those of other names may be
    // left out. NULL: all are wanted.
    const struct str *skim;
    size_t at;
    int line; // of at, from 1
    // Its own.
    struct rec_field *fields;
    size_t cap, noted;
    bool marked, begun, returned;
    struct rec_names *names; // that plain records have
};

// Set strict, all, unchecked and skim after it, when wanted.
void rec_reader_init(struct rec_reader *r, struct str text, struct arena *mem,
                     struct diags *notes);
bool rec_next(struct rec_reader *r, struct rec *out); // false at the end
// Frees all that mem holds, once that is much; the last record with it. For who
// reads record after record and gave the reader a mem of its own.
void rec_forget(struct rec_reader *r);

// Whether a sealed record is given back whole: one that is larger than a record
// may be would be written and yet not be read.
bool rec_reads_back(struct str record);

// The first value of a field; STR_NONE (at NULL) when there is none.
struct str rec_get(const struct rec *r, struct str name);

// Whether a line, without its ending, may stand in a rec file: a field, a
// further line of one, a comment, or blank; or a mark as below.
bool rec_line_is_valid(struct str line);
// Whether a text begins with the byte order mark of UTF-16, either way round.
bool rec_is_wide(struct str text);
// Whether a line, without its ending, is a mark that git leaves at a conflict.
bool rec_is_conflict_mark(struct str line);
// The name of the field that a line begins; empty when it begins none.
struct str rec_field_name(struct str line);

// Writing: values are cleaned as data.md says (valid UTF-8 only, no C0 but
// newline and tab, CRLF to LF, a space after a '\' that ends a line).
void rec_put(struct buf *out, struct str name, struct str value);
void rec_put_whole(struct buf *out, struct str name, long long value);
// Seals the record that begins at byte from of out: "End: crc32".
void rec_put_end(struct buf *out, size_t from);
// The record as it stands, without carriage returns at line ends and conflict
// marks, and with a final newline.
void rec_put_copy(struct buf *out, const struct rec *r);
// A text as it may stand in a record or on a terminal: valid UTF-8, bad bytes
// and NUL as U+FFFD, of C0 only newline and tab.
void rec_clean(struct buf *out, struct str text);
// The same as one line: newlines and tabs are blanks.
void rec_clean_line(struct buf *out, struct str text);
