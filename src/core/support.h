// SPDX-License-Identifier: MIT
// The support plan that a person writes before starting: why and for whom, who
// checks in, whom to ask, whom to call, how to stop. A plain text of fields,
// "Trusted_person: Anna", further lines of one after "+ "; a person edits it
// as well. Knows no file; the program never reads meaning into it.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum support_field {
    SUPPORT_INTENTION = 0, // why, and for whom
    SUPPORT_TRUSTED,
    SUPPORT_PROVIDER,
    SUPPORT_LINES,
    SUPPORT_STOP,
    SUPPORT_FIELD_COUNT
};

// Zeroed is empty.
struct support {
    struct str fields[SUPPORT_FIELD_COUNT];
    struct str others; // lines of fields that we do not know, as they stand
};

// Never refuses a text. Texts live in mem or are views into text.
void support_read(struct support *out, struct str text, struct arena *mem);
void support_format(const struct support *s, struct buf *out);
struct str support_question(enum support_field f); // for people
