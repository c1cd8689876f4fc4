// SPDX-License-Identifier: MIT
// Care: when to stop, whom to call, how to come back to the ground. No orb, no
// motion, no sound. The same from every screen.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "frame/input.h"
#include "screens/facts.h"
#include "screens/widgets.h"
#include "screens/wish.h"

struct care {
    size_t first;  // contact that stands first when not all fit
    bool cautions; // these have the focus, else the ground
};

void care_open(struct care *c);
enum wish care_input(struct care *c, const struct facts *f,
                     const struct page *pg, const struct input *in);
void care_draw(const struct care *c, const struct facts *f,
               const struct page *pg);
