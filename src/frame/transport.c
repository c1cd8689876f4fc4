// SPDX-License-Identifier: MIT
#include "frame/transport.h"

#include <assert.h>

static int64_t ticks(const struct transport *t, int64_t ms)
{
    return ms * (t->rate / 1000);
}

void transport_init(struct transport *t, int64_t rate, int64_t clock)
{
    assert(rate > 0 && rate % 1000 == 0);
    *t = (struct transport){
        .rate = rate, .clock = clock, .gate = TRANSPORT_NO_GATE};
}

enum transport_news transport_advance(struct transport *t, int64_t clock)
{
    int64_t gap = clock - t->clock;
    if (gap < 0) {
        return TRANSPORT_NOTHING;
    }
    t->clock = clock;
    if (t->state != TRANSPORT_RUNNING) {
        return TRANSPORT_NOTHING;
    }
    if (gap > t->rate) {
        t->state = TRANSPORT_PAUSED;
        return TRANSPORT_STALLED;
    }
    if (t->gate - t->position > gap) {
        t->position += gap;
        return TRANSPORT_NOTHING;
    }
    t->position = t->gate > t->position ? t->gate : t->position;
    t->state = TRANSPORT_HELD;
    return TRANSPORT_AT_GATE;
}

void transport_run(struct transport *t, int64_t clock)
{
    if (t->state == TRANSPORT_RUNNING) {
        transport_advance(t, clock);
        return;
    }
    t->clock = clock;
    t->state = TRANSPORT_RUNNING;
}

void transport_pause(struct transport *t, int64_t clock)
{
    transport_advance(t, clock);
    t->state = TRANSPORT_PAUSED;
}

void transport_hold(struct transport *t, int64_t clock, int64_t ms)
{
    transport_seek(t, clock, ms);
    t->state = TRANSPORT_HELD;
}

void transport_seek(struct transport *t, int64_t clock, int64_t ms)
{
    t->clock = clock;
    t->position = ticks(t, ms);
}

void transport_gate(struct transport *t, int64_t ms)
{
    t->gate = ms == TRANSPORT_NO_GATE ? ms : ticks(t, ms);
}

int64_t transport_ms(const struct transport *t)
{
    return t->position / (t->rate / 1000);
}
