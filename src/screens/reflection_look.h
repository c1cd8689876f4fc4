// SPDX-License-Identifier: MIT
// One drawing of a page of the Reflection: what its files share. For
// reflection_draw.c and reflection_head.c alone.
#pragma once

#include "screens/reflection_inside.h"

struct reflection_look {
    const struct reflection *r;
    struct page pg;
    struct reflection_places places;
    bool resting; // the other page has the keys
};

static inline bool look_focused(const struct reflection_look *l,
                                enum focus_kind kind, size_t index)
{
    return !l->resting && l->r->focus == focus_at(l->r, kind, index);
}

// Title, what was done, and the way to the other page.
void reflection_draw_head(const struct reflection_look *l);
