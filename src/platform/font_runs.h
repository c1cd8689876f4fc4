// SPDX-License-Identifier: MIT
// A line of text as runs of one direction and one font, in the order in which
// they stand on the screen. Lines are kept whole: a line that begins right to
// left is set so, with its numbers and foreign words left to right. Not the
// whole of Unicode's bidirectional algorithm (UAX #9): two levels of it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

struct font_run {
    struct str text;
    int font;
    bool right_to_left;
    const char *script; // its ISO 15924 code, for the shaping of letters
};

struct font_runs {
    const struct font_run *items; // from left to right
    size_t count;
};

// Which font shows a character; before is that of the character before it.
struct font_chooser {
    int (*choose)(void *context, uint32_t c, int before, bool emoji);
    void *context;
};

// Whether a character is shown as an emoji where nothing is said of it.
bool font_is_emoji(uint32_t c);

// Appends text as something that can be shown: bytes that are not UTF-8 as
// replacement characters, tabs and line ends as blanks, no other controls.
void font_clean(struct buf *out, struct str text);
// Splits text, which font_clean made and which must outlive mem.
struct font_runs font_split(struct str text, struct font_chooser chooser,
                            struct arena *mem);
