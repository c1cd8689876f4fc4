// SPDX-License-Identifier: MIT
// A session script as its author wrote it: text -> head, lets, steps and
// questions. What it means in time is timeline.h's. Knows no file and no clock.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum session_kind {
    KIND_BREATHWORK = 0,
    KIND_MEDITATION,
    KIND_SOMATIC,
    KIND_PARTNER,
    KIND_REFLECTION,
    KIND_COUNT
};

enum session_class { // bits; gentle is none of them
    CLASS_GENTLE = 0,
    CLASS_HOLDS = 1,
    CLASS_FAST = 2,
    CLASS_ACTIVATING = 4
};

enum effect {
    EFFECT_NONE = 0,
    EFFECT_CALM,
    EFFECT_FOCUS,
    EFFECT_ENERGY,
    EFFECT_SLEEP,
    EFFECT_GROUND,
    EFFECT_RELEASE,
    EFFECT_CONNECT,
    EFFECT_INSIGHT,
    EFFECT_COUNT
};

enum pacer {
    PACER_ORB = 0,
    PACER_WAVE,
    PACER_BOX,
    PACER_PETALS,
    PACER_BAR,
    PACER_RING,
    PACER_BODY,
    PACER_NONE,
    PACER_COUNT
};

enum posture {
    POSTURE_ANY = 0,
    POSTURE_SITTING,
    POSTURE_LYING,
    POSTURE_STANDING,
    POSTURE_WALKING,
    POSTURE_COUNT
};

enum day_bits { // which days a session suits; any is all of them
    SUITS_DOSE = 1,
    SUITS_TRANSITION = 2,
    SUITS_NORMAL = 4,
    SUITS_BREAK = 8,
    SUITS_ANY = 15
};

// A choice that the person has before the start. Values are in thousandths:
// of a second for durations and seconds, of one for counts.
enum let_unit { LET_DURATION = 0, LET_WHOLE, LET_SECONDS };
struct let {
    struct str name, label; // label may be empty
    enum let_unit unit;     // how it was written: 5m, 6, 4s/5.5
    int64_t value, min, max;
    int line;
};

// A question of the reflection. A rating (name not empty) is 0 to 10.
struct question {
    struct str name, text;
};

struct step; // private to core/session and core/timeline

struct session {
    struct str title, about, author, license, lang;
    enum session_kind kind;
    unsigned classes; // bits of enum session_class
    enum effect effect;
    char evidence; // 'A'..'D', 0 when not given
    enum posture posture;
    unsigned days;  // bits of enum day_bits
    struct str bed; // empty: not given
    enum pacer pacer;
    bool voice;
    const struct str *sources, *cautions;
    size_t source_count, caution_count;
    const struct let *lets;
    size_t let_count;
    const struct question *questions; // ratings first, each group in order
    size_t question_count;
    const struct step *steps;
    size_t step_count;
    // For mistakes that only the timeline shows.
    const struct str *lines; // of the script, without their endings
    size_t line_count;
    int class_line, class_column, class_width; // of the value of "class:"
};

enum { SESSION_MOST_BYTES = 1024 * 1024 }; // of a script

// Reads a whole script. False when there was an error; every mistake is in ds,
// sorted by place. *out is always filled as far as it could be read (a list
// can still show a title). Its texts are views into text or live in mem.
bool session_parse(struct session *out, struct str text, struct arena *mem,
                   struct diags *ds);

// The words of the language for these values ("breathwork", "orb", "calm").
struct str session_kind_word(enum session_kind k);
struct str session_effect_word(enum effect e);
struct str session_pacer_word(enum pacer p);
