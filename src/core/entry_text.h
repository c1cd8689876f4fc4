// SPDX-License-Identifier: MIT
// An entry as it is read and passed on outside the journal: plain text, or a
// row of a table.
#pragma once

#include <stdint.h>

#include "base/buf.h"
#include "core/journal.h"

// An entry's lines for people: day, practice, moods, then its text.
void entry_put_text(const struct entry *e, struct buf *out);
// A text's first line, its tabs as blanks.
void entry_put_first_line(struct buf *out, struct str text);
// The first line of a table, and the line of an entry. By commas: every field
// of it, quoted, lists joined by "; ". By tabs: the fields that tell entries
// apart, "-" where there is none, of a text its first line.
enum entry_table { ENTRY_COMMAS = 0, ENTRY_TABS };
void entry_put_head(enum entry_table table, struct buf *out);
void entry_put_row(const struct entry *e, enum entry_table table,
                   struct buf *out);
// "5 min 40 s"
void entry_put_length(struct buf *out, int64_t seconds);
