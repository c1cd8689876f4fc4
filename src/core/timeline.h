// SPDX-License-Identifier: MIT
// A session in time: rows without gap or overlap, and events at moments, all
// in whole milliseconds from 0. The state at t is a pure function of the
// timeline and t: pause is t standing still, a seek is another t. The screen,
// the sound, the picture command and the export all ask this.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "core/session.h"

enum verb { // of steps that take time; a wait is one even with no length
    VERB_SETTLE = 0,
    VERB_BREATHE,
    VERB_RETAIN,
    VERB_SIT,
    VERB_MOVE,
    VERB_SQUEEZE,
    VERB_RELEASE,
    VERB_SCAN,
    VERB_TURN,
    VERB_REST,
    VERB_WRITE,
    VERB_WAIT,
    VERB_COUNT
};

enum phase {
    PHASE_NONE = 0,
    PHASE_IN,
    PHASE_TOP,
    PHASE_HOLD_FULL,
    PHASE_OUT,
    PHASE_HOLD_EMPTY,
    PHASE_REST,
    PHASE_COUNT
};

enum way { // bits: where the air goes, how it sounds, where it is felt
    WAY_NOSE = 1,
    WAY_MOUTH = 2,
    WAY_LEFT = 4,
    WAY_RIGHT = 8,
    WAY_LIPS = 16,
    WAY_HUM = 32,
    WAY_VOO = 64,
    WAY_SIGH = 128,
    WAY_THROAT = 256,
    WAY_BELLY = 512,
    WAY_RIBS = 1024,
    WAY_CHEST = 2048
};

struct row {
    int64_t start_ms, end_ms;
    int line;
    enum verb verb;
    enum phase phase; // of breathe and retain rows
    bool until_tap;   // ends at the person's tap: wait, retain until tap
    unsigned ways;    // bits of enum way
    int breath;       // passes of the pattern from 1; 0 outside breathe
    float from, to;   // lung volume at the ends, 0..1
    struct str place; // scan, squeeze, release; "A" "B" "both" of a turn
    struct str text;  // may be empty
    size_t step;      // number of the step pass this row belongs to, from 0:
                      // rows of one pass of one step share it
    int64_t step_start_ms, step_end_ms;
    int64_t rising_ms, fading_ms; // of a move
    size_t order; // place among rows and events as the script plays them
};

// Without length, at the person's tap: time stands there until then.
bool row_waits(const struct row *row);

enum event_kind {
    EVENT_SAY = 0,
    EVENT_BELL,
    EVENT_BED,
    EVENT_PACER,
    EVENT_TICK,
    EVENT_KIND_COUNT
};

struct event {
    int64_t at_ms;
    int line;
    enum event_kind kind;
    struct str name; // bell (empty: bowl), bed, pacer
    struct str text; // say
    int64_t over_ms; // bed
    size_t order;
};

struct timeline {
    const struct row *rows;
    size_t row_count;
    const struct event *events; // sorted by at_ms, then order
    size_t event_count;
    int64_t length_ms;
    int breaths; // breaths in all (passes of patterns)
    struct str bed;
    enum pacer pacer; // at the start

    const size_t *pacers; // the events that change the pacer
    size_t pacer_count;
};

// What a person chose: pairs of name and value in the let's thousandths, as
// "--set" and Setup give them. Later ones of the same name win.
struct choice {
    struct str name;
    int64_t value;
};
struct choices {
    const struct choice *items;
    size_t count;
    uint64_t seed; // of scatter
};

// Reads "name=value" against the lets of s, as "--set" does. False with a
// one-line reason in *why (from mem) when it does not fit.
bool choice_parse(const struct session *s, struct str text, struct arena *mem,
                  struct choice *out, struct str *why);

// Compiles s. choices may be NULL (values of the file, seed 1). False, with
// the errors that only the timeline shows in ds, when it cannot be played.
// With choices NULL the lets' extremes and the class are checked too.
bool timeline_build(struct timeline *out, const struct session *s,
                    const struct choices *choices, struct arena *mem,
                    struct diags *ds);

// The state at one moment. Rows without length (an open wait) are never
// current by t alone: the player's clock stands on them until the tap.
struct moment {
    int64_t t_ms; // clamped to 0..length
    size_t row;   // index of the current row; the last one at the end
    int breath;
    enum phase phase;
    float level;     // lung volume by lung_level; for rows without: 0
    float progress;  // 0..1 through the row
    int64_t left_ms; // of the row
    bool finished;   // t is at or past the end
};

struct moment timeline_at(const struct timeline *tl, int64_t t_ms); // O(log n)

// The pacer in force at t: the head's, then that of the last pacer event.
enum pacer timeline_pacer(const struct timeline *tl, int64_t t_ms);

// The table of `breathmark timeline`, header line included.
void timeline_print(const struct timeline *tl, struct buf *out);
