// SPDX-License-Identifier: MIT
// How long things take under given values of the lets: what the parts of the
// timeline's compiler share. Private to core/timeline*.c.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/step.h"

struct timing {
    const struct session *session;
    const int64_t *values; // of the lets, in order
    struct arena *mem;
    struct diags *ds;
    uint64_t seed;
};

// What a script comes to when it is played, repetition counted.
struct totals {
    int64_t length_ms;
    int64_t phases; // rows of breathe
    int64_t others; // all other rows
    int64_t events;
};

int64_t timing_value(const struct timing *p, const struct value *v);
// Passes of the pattern; at most LIMIT_PHASES + 1 is told apart.
int64_t timing_breaths(const struct timing *p, const struct step *s);
// One phase in pass i of n, in milliseconds.
int64_t timing_phase_ms(const struct timing *p, const struct step *s,
                        size_t phase, int64_t i, int64_t n);
// How often an act happens in a step of that length; -1 when it falls outside.
int64_t timing_act_times(const struct timing *p, const struct act *a,
                         int64_t length_ms);

enum timing_scope {
    TIMING_CHECKED = 0, // an act outside its step is an error
    TIMING_LENIENT,     // such an act is left out
    TIMING_EXTREME      // acts and events are not looked at
};
// The whole script's. False, with the errors in p->ds, when it passes a limit
// or, when checked, an act falls outside; *within says whether all limits held.
bool timing_totals(const struct timing *p, enum timing_scope scope,
                   const char *when, struct totals *out, bool *within);

// The least class that the script needs, with every let at its least and all
// at their greatest, against the one that it declares.
bool timing_check_class(const struct timing *least,
                        const struct timing *greatest);

// Writes the rows and events, as many as were counted.
void timing_write(const struct timing *p, const struct totals *t,
                  struct timeline *out);

void timing_fault(const struct timing *p, const struct spot *at,
                  struct str message, struct str hint);
// "1m30s", "57.5s", in mem.
struct str timing_duration(const struct timing *p, int64_t ms);
