// SPDX-License-Identifier: MIT
// The list of all sessions: what each is, how long, how strong, and who
// should take care. Words on one line narrow it to an effect. Those whose
// days fit the day come first; on dose days fast breathing is put away, and Tab
// unfolds it.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "frame/input.h"
#include "screens/care.h"
#include "screens/facts.h"
#include "screens/widgets.h"

struct sessions {
    struct arena mem;
    size_t *listed; // indices in the facts, by title
    size_t count;
    size_t focus;            // index in listed
    size_t first;            // card that stands first
    enum effect filter;      // EFFECT_NONE: all
    enum day_kind kind;      // of the day
    size_t away;             // fast ones that are not listed today
    bool unfolded;           // they are, by the person's wish
    size_t in[EFFECT_COUNT]; // how many there are for each effect
};

void sessions_finish(struct sessions *s); // accepts a zeroed list
// Keeps filter and focus where it can.
void sessions_facts(struct sessions *s, const struct facts *f,
                    enum day_kind kind);
enum wish sessions_input(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in);
// The focused one: its index in the facts. Only when count is above 0.
size_t sessions_chosen(const struct sessions *s);
void sessions_draw(const struct sessions *s, const struct facts *f,
                   const struct page *pg);
