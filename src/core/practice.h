// SPDX-License-Identifier: MIT
// A session as a list shows it, and which sessions suit a day. Offers only
// what a person has; never suggests a substance, an amount or a day.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/tongue.h"
#include "core/calendar.h"
#include "core/session.h"
#include "core/timeline.h"

// A phase of a breath, for its curve.
struct practice_phase {
    int64_t length_ms;
    float from, to; // lung volume, 0..1
};

enum { PRACTICE_ARC = 48 }; // parts of a session, of equal length

struct practice {
    struct str name;               // the file's name without folder and ending
    struct str path;               // for messages about mistakes
    bool own;                      // from the person's own folder
    const struct session *session; // what it was read from
    struct str title, about;
    struct str manner; // "slow breath, 4 in and 6 out"; may be empty
    struct str pace;   // of that the beginning: "slow breath"
    enum session_kind kind;
    enum effect effect;
    unsigned classes, days; // bits as in struct session
    enum pacer pacer;
    int64_t length_ms;
    int64_t longest_hold_ms;             // a retain counts with its most
    const struct practice_phase *breath; // the first one
    size_t phase_count;
    unsigned char arc[PRACTICE_ARC]; // how much it asks for, 0 to 100
    const struct str *cautions;
    size_t caution_count;
    struct str left_out; // the person's own caution against it; empty: none
    const struct diag *mistakes; // when there are any it cannot be played
    size_t mistake_count;
};

// Fills all but name, path, own and the mistakes. tl is NULL for a script with
// mistakes; then what could be read stands. Title, about and manner are said in
// t (NULL: English). Texts live in mem, with s or with t.
void practice_of(struct practice *out, const struct session *s,
                 const struct timeline *tl, const struct tongue *t,
                 struct arena *mem);

// The most that each part of the session asks for; tl has rows.
void practice_arc(const struct timeline *tl, unsigned char out[PRACTICE_ARC]);

enum { PRACTICE_DOSE_HOLD_MS = 4000 };

// Whether it may be offered on a day of that kind: one without mistakes whose
// days say so and no caution of the person's own speaks against; on dose days
// no fast breathing and no hold above 4 s (a caution of our own, not from
// trials). DAY_KIND_COUNT: the kind of day is hidden from the person; what
// suits every kind does.
bool practice_suits(const struct practice *p, enum day_kind kind);

enum { PRACTICE_OFFERED = 3 };

// Which to show first: the one done last (its name; may be empty) if it suits
// the day, then others that suit it, never fast ones: gentle before stronger,
// for one before for two, those whose days name this kind before those for any
// day; among equals by a shuffle of the day's number, so that one day always
// offers the same. Gives their indices and how many.
size_t practice_offer(const struct practice *all, size_t count, struct str last,
                      struct day day, enum day_kind kind,
                      size_t out[PRACTICE_OFFERED]);
