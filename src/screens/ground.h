// SPDX-License-Identifier: MIT
// Ninety seconds to land, for someone in distress: feet, breath, five things
// to see. Silent; words and five slow dots, nothing to do and nothing to miss.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "frame/input.h"
#include "screens/widgets.h"

enum {
    GROUND_FEET_MS = 25000,
    GROUND_BREATH_MS = 25000,
    GROUND_SEE_MS = 40000,
    GROUND_MS = GROUND_FEET_MS + GROUND_BREATH_MS + GROUND_SEE_MS
};

struct ground {
    int64_t began_ms;
};

void ground_open(struct ground *g, int64_t now_ms);
// Whether a pointer pressed the line that leads to Care.
bool ground_call_at(const struct input *in);
bool ground_over(const struct ground *g, int64_t now_ms);
void ground_screen_draw(const struct ground *g, const struct page *pg,
                        int64_t now_ms);
