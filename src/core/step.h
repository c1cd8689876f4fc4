// SPDX-License-Identifier: MIT
// A script's steps as they were read: what session_*.c leaves behind and
// timeline_*.c plays. Private to those two; nobody else includes it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "core/session.h"
#include "core/timeline.h"

enum { // what the language sets; each limit itself is still inside
    LIMIT_LINE_BYTES = 4096,
    LIMIT_LINES = 10000,
    LIMIT_LETS = 64,
    LIMIT_QUESTIONS = 200,
    LIMIT_DEPTH = 8,
    LIMIT_TITLE = 80,
    LIMIT_PHASES = 100000,
    LIMIT_EVENTS = 100000,
    LIMIT_LENGTH_MS = 24 * 60 * 60 * 1000,
    SCATTER_APART_MS = 20000,
};

// Words in the script, for a mistake that only the timeline shows.
struct spot {
    int line, column, width;
};

// A number as it stands in the script: in thousandths (of a second, or of one
// for counts), or the let that holds it.
struct value {
    int64_t fixed;
    size_t let; // its number from 1; 0: fixed
    struct spot spot;
};

// One phase of a pattern. A hold knows already whether it is full or empty.
struct breath_phase {
    enum phase phase;
    bool top;   // the word was "top"
    bool named; // has a text of its own
    unsigned ways;
    struct value seconds;
    struct str text;
};

struct pattern {
    const struct breath_phase *phases;
    size_t count;
    struct spot spot;
};

struct scan_place {
    struct str place, text;
};

enum act_when { ACT_AT = 0, ACT_EVERY, ACT_LAST, ACT_SCATTER };

// A line under a timed step.
struct act {
    enum act_when when;
    struct value value; // a duration; how many for scatter
    enum event_kind kind;
    struct str name, text;
    int line;
};

enum step_kind { STEP_TIMED = 0, STEP_EVENT, STEP_REPEAT };

// Steps stand in one flat list: the body of a repeat are the inside steps
// after it.
struct step {
    enum step_kind kind;
    enum verb verb;
    struct spot spot; // its first word
    struct str text;  // say, and the text of a timed step
    struct str name;  // place, turn, bell, bed, pacer

    struct value duration; // of a timed step; "at most" of a wait
    struct value count;    // breathe x N, repeat N
    bool by_count;         // breathe x N
    bool open;             // wait without "at most"
    bool until_tap;
    bool full; // retain
    struct pattern first, last;
    bool changes; // breathe PATTERN to PATTERN
    struct value rising, fading;
    const struct scan_place *places;
    size_t place_count;
    const struct act *acts;
    size_t act_count;

    enum event_kind event;
    struct value over; // bed
    size_t inside;     // repeat
};
