// SPDX-License-Identifier: MIT
// Renders a whole session to a file, with the very mix that would be played.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "platform/recorder.h"
#include "platform/supply.h"

struct export_job {
    struct supply *supply; // of a score at its start
    bool speaks;           // its lines are spoken
    struct recording recording;
    // Told now and then, with frames; false stops and leaves no file. May be
    // NULL.
    bool (*progress)(void *self, int64_t done, int64_t all);
    void *self;
};

// The longest session that the format's sizes can tell.
int64_t export_longest_ms(enum record_format format);
// Until the end, and on while a bell still rings or a line is said,
// SCORE_RING_MS at most. False with a reason in *why; an older file of that
// name is then untouched. Adds lines for the person to lines.
bool export_write(const struct export_job *job, struct arena *mem,
                  struct buf *lines, struct str *why);
