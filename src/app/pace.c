// SPDX-License-Identifier: MIT
#include "app/pace.h"

#define NS_PER_MS INT64_C(1000000)
#define BEAT_NS (INT64_C(1000000000) / PACE_FRAMES_PER_S)

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t pace_next(struct pace *p, int64_t now_ns, int64_t due_ms)
{
    if (due_ms > 0) {
        int64_t until_ns = due_ms > (INT64_MAX - now_ns) / NS_PER_MS
                               ? INT64_MAX
                               : now_ns + due_ms * NS_PER_MS;
        p->beat_ns = sooner(now_ns + BEAT_NS, until_ns);
        return until_ns;
    }
    // Late, a new beat begins at once; after a rest it lies a beat ahead.
    p->beat_ns += BEAT_NS;
    if (p->beat_ns < now_ns) {
        p->beat_ns = now_ns;
    }
    p->beat_ns = sooner(p->beat_ns, now_ns + BEAT_NS);
    return p->beat_ns;
}
