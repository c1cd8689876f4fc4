// SPDX-License-Identifier: MIT
// Tags in a text: words of any script with a # before them, as people write
// them ("#morning", "#día-2"). Not a number alone (#1), nor what goes on from a
// letter (a#b) or a second # (##).
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

// The next one at or after *at, without its #; *at goes on behind it. False
// when there is none. Views into text.
bool tags_next(struct str text, size_t *at, struct str *tag);
// Each of them once, in order; before them those of had (count of them) that no
// word of was said: a text that was changed from was keeps the tags that were
// given otherwise. In mem.
struct tags {
    const struct str *items;
    size_t count;
};
struct tags tags_of(struct str text, struct str was, const struct tags *had,
                    struct arena *mem);
