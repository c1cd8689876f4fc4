// SPDX-License-Identifier: MIT
#include "frame/fade.h"

float fade_at(const struct fade *f, int64_t now_ms)
{
    int64_t gone_ms = now_ms - f->since_ms;
    if (gone_ms >= f->over_ms) {
        return f->to;
    }
    float u = gone_ms > 0 ? (float)gone_ms / (float)f->over_ms : 0;
    return f->from + (f->to - f->from) * u;
}

void fade_to(struct fade *f, float to, int64_t over_ms, int64_t now_ms)
{
    float difference = f->to - to;
    if (difference < 1e-6f && difference > -1e-6f) {
        return;
    }
    f->from = fade_at(f, now_ms);
    f->to = to;
    f->since_ms = now_ms;
    f->over_ms = over_ms;
}
