// SPDX-License-Identifier: MIT
// The list of all sessions: what each is, how long, how strong, and who
// should take care.
#pragma once

#include <stddef.h>

#include "frame/input.h"
#include "screens/care.h"
#include "screens/facts.h"
#include "screens/widgets.h"

struct sessions {
    size_t focus; // index in the facts
    size_t first; // card that stands first
};

// Keeps the focus where it can.
void sessions_facts(struct sessions *s, const struct facts *f);
enum wish sessions_input(struct sessions *s, const struct facts *f,
                         const struct page *pg, const struct input *in);
void sessions_draw(const struct sessions *s, const struct facts *f,
                   const struct page *pg);
