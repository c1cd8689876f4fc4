// SPDX-License-Identifier: MIT
// A value on its way from one to another, evenly, turned round anywhere
// without a jump. For what comes and goes by the person's doing; what the
// session shows is a function of its time instead.
#pragma once

#include <stdint.h>

// Zeroed stands at 0.
struct fade {
    float from, to;
    int64_t since_ms, over_ms;
};

float fade_at(const struct fade *f, int64_t now_ms);
// From where it stands now to `to` in over_ms. No change when it goes there
// already.
void fade_to(struct fade *f, float to, int64_t over_ms, int64_t now_ms);
