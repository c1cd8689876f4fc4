// SPDX-License-Identifier: MIT
// Setup: what a session lets a person choose, with the length that comes of it,
// and what may be said before: how it is, what for. All of it is optional;
// Enter begins from everywhere on the page. For two it asks for both names as
// well, which it remembers, and who is A. What was chosen stands there the next
// time.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/timeline.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum {
    SETUP_LETS = 8,             // shown and changed; of more the rest stay
    SETUP_INTENTION_MOST = 400, // bytes
    SETUP_NAME_MOST = 60
};

struct setup {
    struct arena mem;   // of the choices; the practice's texts are copied
    struct str name;    // of the practice
    size_t index;       // of the practice in the facts
    struct choice *all; // the lets as chosen, in the script's order
    struct choices choices;
    int64_t length_ms;
    bool fits; // what is chosen can be played
    int bed;   // 0: the script's; see setup_inside.h
    int mood;  // 0: not said
    struct buf intention;
    struct buf chosen;   // as it was last remembered
    struct buf names[2]; // one's own, the partner's
    bool swapped;        // the partner is A
    size_t focus;
};

void setup_finish(struct setup *s); // accepts a zeroed one
// For the practice of that index, which has no mistakes. For two whose names
// are not known the focus is on the first that is asked.
void setup_open(struct setup *s, const struct facts *f, size_t index);
// The facts are new: finds the practice again. False when it is gone.
bool setup_facts(struct setup *s, const struct facts *f);
// Whether the focus is on a line of words.
bool setup_types(const struct setup *s, const struct facts *f);
// Whether it is for two.
bool setup_is_shared(const struct setup *s, const struct facts *f);
// The name of A (0) or B (1), as it was written; empty: not known.
struct str setup_name(const struct setup *s, int i);
// Asks for REQUEST_OPEN with what was chosen.
enum wish setup_input(struct setup *s, const struct facts *f,
                      const struct input *in, struct requests *ask);
void setup_draw(const struct setup *s, const struct facts *f,
                const struct page *pg);
// What has the focus, in words; see screens/aloud.h.
void setup_aloud(const struct setup *s, const struct facts *f,
                 const struct tongue *tongue, struct phrase *out);
