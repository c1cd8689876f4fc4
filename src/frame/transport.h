// SPDX-License-Identifier: MIT
// The session's clock: where a practice stands, worked out from a clock that
// is handed in (audio frames played, or monotonic nanoseconds). Whole numbers
// of that clock's ticks only: nothing is rounded until it is read, so nothing
// drifts. Asks no clock itself and fires nothing.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum transport_state {
    TRANSPORT_PAUSED = 0,
    TRANSPORT_RUNNING,
    TRANSPORT_HELD // stands at the gate until transport_run
};

enum transport_news {
    TRANSPORT_NOTHING = 0,
    TRANSPORT_STALLED, // a gap above 1 s: paused where it stood before the gap
    TRANSPORT_AT_GATE  // the gate was reached just now
};

struct transport {
    enum transport_state state;
    int64_t rate;     // ticks a second: 48000, 1000000000
    int64_t clock;    // the clock when it was last told
    int64_t position; // of the session, in ticks
    int64_t gate;     // in ticks; never passed
};

#define TRANSPORT_NO_GATE INT64_MAX

// Paused at 0, no gate. rate is a multiple of 1000, so that a millisecond is
// a whole number of ticks.
void transport_init(struct transport *t, int64_t rate, int64_t clock);
// Tells the time. To be called at least four times a second while running: a
// gap above 1 s means that the machine or the window stood still. A clock that
// runs backwards stands still.
enum transport_news transport_advance(struct transport *t, int64_t clock);
// Time runs from here on, also out of a held gate (set the next gate first).
void transport_run(struct transport *t, int64_t clock);
void transport_pause(struct transport *t, int64_t clock);
// Stands at ms, as at a gate, until transport_run.
void transport_hold(struct transport *t, int64_t clock, int64_t ms);
// Goes to ms; runs, or stands, on as it did.
void transport_seek(struct transport *t, int64_t clock, int64_t ms);
// The moment that is not to be passed; TRANSPORT_NO_GATE when there is none.
// One that lies behind the position is reached at once.
void transport_gate(struct transport *t, int64_t ms);
int64_t transport_ms(const struct transport *t); // rounded down
