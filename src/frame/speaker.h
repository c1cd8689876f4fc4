// SPDX-License-Identifier: MIT
// The voice of a score: lines that are brought one ahead by another thread,
// said at their frame, and what else sounds made softer meanwhile. No lock: a
// place for a line belongs to the bringing thread or to the mixing one, and
// its state says to which.
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frame/sample.h"
#include "frame/spoken.h"

enum { SPEAKER_PLACES = 3 };

enum speaker_state {
    SPEAKER_EMPTY = 0, // the bringing thread's
    SPEAKER_READY,     // the mixing thread's
    SPEAKER_DONE       // said, or not needed any more: the bringer's again
};

struct speaker_place {
    _Atomic int state;
    size_t line;
    struct sample sample;
};

struct speaker {
    struct spoken_list list;
    _Atomic size_t next; // the first line that is not past
    struct speaker_place places[SPEAKER_PLACES];

    // The mixing thread's own.
    bool off;                     // nothing is said
    struct speaker_place *saying; // NULL: nobody speaks
    struct sounding voice;        // of its sample
    float duck;                   // 0..1, how far the rest is down
};

// --- the bringing thread --------------------------------------------------

// A line that is wanted soon and was not brought: its number, else the list's
// count. Frees what is done: the place number is then in *place, and its
// memory is the bringer's to use anew.
size_t speaker_wants(struct speaker *s, size_t *place);
// Brings a line into that place; one without frames stays unsaid.
void speaker_bring(struct speaker *s, size_t place, size_t line,
                   struct sample sample);

// Everything that was brought is gone. Not while it is mixed.
void speaker_forget(struct speaker *s);

// --- the mixing thread ----------------------------------------------------

// Begins what is due at at_ms, of the lines with at most that order.
void speaker_due(struct speaker *s, int64_t at_ms, size_t most_order);
// The next line's moment, for a mix that stops there; INT64_MAX when none.
int64_t speaker_next_ms(const struct speaker *s);
// Goes to a place: the lines before it count as past. keep: what is said is
// said to its end.
void speaker_seek(struct speaker *s, int64_t at_ms, size_t order, bool keep);
// What is being said is said from its start, after it was silent.
void speaker_again(struct speaker *s);
// What is said fades in ms.
void speaker_fade(struct speaker *s, int ms);
// A millisecond goes by at at_ms of the session.
void speaker_control(struct speaker *s, int64_t at_ms);
// Adds the next frames to interleaved stereo; false when nobody speaks.
bool speaker_render(struct speaker *s, float *stereo, size_t frames);
bool speaker_silent(const struct speaker *s);
