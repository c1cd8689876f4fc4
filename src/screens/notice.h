// SPDX-License-Identifier: MIT
// Mistakes in a person's own files, each with its place and its cure.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "frame/input.h"
#include "screens/widgets.h"
#include "screens/wish.h"

struct notice {
    struct arena mem;
    struct str title; // English, not copied; empty: of a session
    struct str path;
    const struct diag *items;
    size_t count, first;
};

void notice_finish(struct notice *n); // accepts a zeroed notice
// Copies what it shows.
void notice_open(struct notice *n, struct str path, const struct diag *items,
                 size_t count);
// Says what it is about in place of a session, in English.
void notice_entitle(struct notice *n, struct str title);
enum wish notice_input(struct notice *n, const struct input *in);
void notice_draw(const struct notice *n, const struct page *pg);
