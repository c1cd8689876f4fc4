// SPDX-License-Identifier: MIT
#include "app/pace.h"
#include "platform/clock.h"

#define BEAT_NS (NS_PER_S / PACE_FRAMES_PER_S)
// What is due later than this is waited for as it is, not by the beat.
#define SOON_MS 150

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t later(int64_t now_ns, int64_t ms)
{
    return ms > (INT64_MAX - now_ns) / NS_PER_MS ? INT64_MAX
                                                 : now_ns + ms * NS_PER_MS;
}

int64_t pace_next(struct pace *p, int64_t now_ns, int64_t due_ms)
{
    // Whole milliseconds are a little less than the beats they stand for.
    int64_t beats = due_ms <= 0         ? 1
                    : due_ms <= SOON_MS ? (due_ms + 1) * NS_PER_MS / BEAT_NS
                                        : 0;
    if (beats == 0) {
        int64_t until_ns = later(now_ns, due_ms);
        p->beat_ns = now_ns;
        p->least_ns = sooner(now_ns + BEAT_NS, until_ns);
        return until_ns;
    }
    // Late, a new beat begins at once; after a rest it lies a beat ahead.
    p->beat_ns += beats * BEAT_NS;
    if (p->beat_ns < now_ns) {
        p->beat_ns = now_ns;
    }
    p->beat_ns = sooner(p->beat_ns, now_ns + beats * BEAT_NS);
    p->least_ns = sooner(p->beat_ns, now_ns + BEAT_NS);
    return p->beat_ns;
}
