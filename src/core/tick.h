// SPDX-License-Identifier: MIT
// The personal list ticked off by day: which of a plan's Items were done on
// which day, as values, to and from rec text. Ticks stand in a file of their
// own, items.rec, only ever added to: calendar.rec's schema names what a mark
// may be, and the journal holds nothing that is taken. Knows no file.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "core/day.h"

struct tick {
    struct day day;
    bool done; // false: taken back
    struct str id, at, item, person;
};

struct ticks {
    const struct tick *items; // in the order of the file
    size_t count;
};

// The ticks of one person (empty: those without Person). Never fails: what is
// no tick is passed over. Lives in mem; views text.
struct ticks ticks_read(struct str text, struct str person, struct arena *mem);
// What was said last of the item on that day.
bool ticks_done(const struct ticks *t, struct day d, struct str item);
// Appends the whole record, End included.
void tick_format(const struct tick *t, struct buf *out);
// The file's head: comments and descriptor, with its blank line.
struct str ticks_header(void);
