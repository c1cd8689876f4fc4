// SPDX-License-Identifier: MIT
// An entry as it is read and passed on outside the journal: plain text, or a
// row of a table.
#pragma once

#include <stdint.h>

#include "base/buf.h"
#include "core/journal.h"

// An entry's lines for people: day, practice, moods, then its text.
void entry_put_text(const struct entry *e, struct buf *out);
// The first line of a table, and the line of an entry: every field of it, lists
// joined by "; ".
struct str entry_row_head(void);
void entry_put_row(const struct entry *e, struct buf *out);
// "5 min 40 s"
void entry_put_length(struct buf *out, int64_t seconds);
