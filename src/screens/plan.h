// SPDX-License-Identifier: MIT
// A plan made in the program: whom it is not for, four quiet questions
// (rhythm, start, weeks on and off, when a day begins), the person's own list,
// why and for whom, and the support plan. Carries days, never amounts; nothing
// is kept before the last page.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "screens/care.h"
#include "screens/editor.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

enum plan_page {
    PAGE_SCREENING = 0,
    PAGE_RHYTHM,
    PAGE_START,
    PAGE_WEEKS,
    PAGE_DAY,
    PAGE_LIST, // the person's own list, one item a line
    PAGE_INTENTION,
    PAGE_TRUSTED,
    PAGE_PROVIDER,
    PAGE_LINES,
    PAGE_STOP,
    PAGE_KEEP,
    PAGE_COUNT
};

enum { PLAN_FIELDS = SUPPORT_FIELD_COUNT + 1 };

// Read page; the rest is the screen's own.
struct plan_screen {
    enum plan_page page;
    bool support_only; // the support plan alone is written
    size_t rhythm;     // index in the protocols; beyond: see plan.c
    bool weekdays[7];
    size_t weekday; // that ← and → stand at
    int every;      // a cycle of one's own: a dose day every so many days
    int row;        // of a page with several
    int weeks_on, weeks_off;
    size_t phase;
    struct buf own;    // word for the last phase; empty: there is none
    struct plan plan;  // start and day start as chosen
    struct buf before; // texts that the plan before leaves to this one
    struct day today;
    float scale;                       // of what is written; 0: 1
    struct editor fields[PLAN_FIELDS]; // the list, then the support plan
    struct buf items;          // of the list: struct str, views into its text
    enum day_kind pattern[14]; // of a cycle of one's own
    unsigned kept; // counts the changes of the support plan, as last kept
    bool unkept;   // that could not be: what stands here is in no file
};

void plan_screen_init(struct plan_screen *s, const struct ruler *ruler);
void plan_screen_finish(struct plan_screen *s);
// Letters are measured differently now; scale: of what is written.
void plan_screen_remeasure(struct plan_screen *s, float scale);
// person: whose plan it is, for what is taken over from the plan before.
void plan_screen_open(struct plan_screen *s, const struct facts *f,
                      const struct person_facts *person, bool support_only,
                      struct requests *ask);
enum wish plan_screen_input(struct plan_screen *s, const struct facts *f,
                            const struct input *in, struct requests *ask);
void plan_screen_draw(const struct plan_screen *s, const struct facts *f,
                      const struct page *pg);

// The window goes: what is written of the support plan stays.
void plan_screen_leave(struct plan_screen *s, struct requests *ask);
// After REQUEST_SUPPORT: whether it is in its file. Until it is, its words stay
// here.
void plan_screen_kept(struct plan_screen *s, bool well);
// As chosen; views into the screen and the facts, until the next input.
struct plan plan_screen_plan(struct plan_screen *s, const struct facts *f);
struct support plan_screen_support(const struct plan_screen *s,
                                   const struct facts *f);
