// SPDX-License-Identifier: MIT
// A journal of four entries in an evening, and what its screen shows.
#pragma once

#include "evening.h"

static struct evening v; // large: a scene is in it

static const char journal[] =
    "Id: 20261103T071200Z-00000001\nAt: 2026-11-03 08:12:00 +0100\n"
    "Day_date: 2026-11-03\nDay_kind: normal\nDay_basis: planned\nCycle: 1\n"
    "Week: 1\nDay: 3\nPlan: Autumn\nSession: box\nPlanned_s: 600\n"
    "Done_s: 580\nEnded: early\nIntention: to rest\nMood_before: 2\n"
    "Mood_after: 4\nRate: steadiness 7\nHold_s: 74\n"
    "Answer: What did you notice?\n+ Warm hands.\nTag: morning\nTag: share\n"
    "Text: The jaw let go.\n+ \n+ It took a while.\n\n"
    "Id: 20261105T203000Z-00000002\nAt: 2026-11-05 21:30:00 +0100\n"
    "Day_date: 2026-11-05\nDay_kind: dose\nDay_basis: logged\n"
    "Mood_after: 3\nSleep_h: 7.5\nSleep_quality: 4\nEffect: dry mouth\n"
    "Text: \xc3\x89lan, on a quiet day.\n\n"
    "Id: 20261107T203000Z-00000003\nAt: 2026-11-07 21:30:00 +0100\n"
    "Day_date: 2026-11-03\nDay_kind: normal\n"
    "Amends: 20261103T071200Z-00000001\nSession: box\nMood_after: 5\n"
    "Text: The jaw let go, and the neck.\n\n"
    "Id: 20251231T203000Z-00000004\nAt: 2025-12-31 21:30:00 +0100\n"
    "Day_date: 2025-12-31\nDay_kind: none\nText: Last year.\n\n";
static const char other[] =
    "Id: 20261110T203000Z-00000005\nAt: 2026-11-10 21:30:00 +0100\n"
    "Day_date: 2026-11-10\nDay_kind: break\nDay_basis: planned\n"
    "Who: Anna\nSession: long-tide\nDone_s: 40\nText: On the phone.\n\n";

static struct journal_facts readings[2], *facts = readings;
static const struct str sources[] = {{"journal.rec", 11},
                                     {"journal.phone.rec", 17}};
static struct arena mem;

// The one before stays until the screens have the new one.
static inline void read_journal(const char *mine, const char *phone)
{
    struct str *texts = ARENA_ARRAY(&mem, struct str, 2);
    texts[0] = str_from(mine);
    texts[1] = str_from(phone);
    facts = facts == &readings[0] ? &readings[1] : &readings[0];
    struct places list = journal_scan(texts, 2, &mem, NULL);
    *facts = (struct journal_facts){.sources = sources,
                                    .source_count = 2,
                                    .path = STR("/home/k/journal.rec")};
    journal_index_make(&facts->index, &list, (struct session_titles){0}, &mem);
}

static inline void give(void)
{
    v.facts.journal = facts;
    program_facts(&v.program, &v.facts);
    journal_index_finish(&readings[facts == &readings[0]].index);
}

static inline void open_screen(void)
{
    evening_start(&v, false, "", 21 * 3600);
    for (int i = 0; i < 9 && v.program.screen == SCREEN_TODAY; i++) {
        bool there = v.program.today.focus ==
                     v.program.today.count + (size_t)MENU_JOURNAL;
        evening_key(&v, there ? KEY_ENTER : KEY_TAB, 0);
    }
    assert_int_equal(v.program.screen, SCREEN_JOURNAL);
}

static inline void start(const char *mine, const char *phone)
{
    open_screen();
    read_journal(mine, phone);
    give();
    evening_to(&v, v.now_ms + 1000);
    evening_draw(&v);
}

static inline void end(void)
{
    evening_finish(&v);
    for (int i = 0; i < 2; i++) {
        journal_index_finish(&readings[i].index);
        readings[i] = (struct journal_facts){0};
    }
    arena_finish(&mem);
}

static inline bool shows(const char *words)
{
    return evening_shows(&v, words);
}
