// SPDX-License-Identifier: MIT
// An entry about a practice with nearly all that one can hold, for tests that
// write it down. What tells the tests apart they add themselves: the stamp,
// ratings, answers, text.
#pragma once

#include "core/journal.h"

static inline struct entry practised_entry(void)
{
    static const struct str effects[] = {{"dry mouth", 9}, {"tired", 5}};
    static const struct str tags[] = {{"morning", 7}};
    static const int holds[] = {74, 120};
    struct entry e;
    entry_init(&e);
    e.who = STR("Anna");
    e.device = STR("laptop");
    e.session = STR("box");
    e.planned_s = 340;
    e.done_s = 300;
    e.ended_early = true;
    e.breaths = 19;
    e.hold_s = holds;
    e.hold_count = 2;
    e.intention = STR("to be here");
    e.mood_before = 2;
    e.mood_after = 4;
    e.sleep_tenths = 75;
    e.sleep_quality = 3;
    e.effects = effects;
    e.effect_count = 2;
    e.tags = tags;
    e.tag_count = 1;
    return e;
}
